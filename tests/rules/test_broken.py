"""A file that can't be read as a record or receipt is an error: no check that leaves one out has only warnings."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rules.conftest import TODAY, Example
from rules.test_messages import ROWS, checked

from factpress.cli.examples import lay
from factpress.findings import Severity
from factpress.pipeline import Checked, check
from factpress.rules import RULES
from factpress.rules.rule import Rule

RECEIPT = "facts/receipts/gazette-2021-05-30.json"
CLAIM = "facts/claims/harbour/pier-opened.yml"


def errors_about_broken_files(found: Checked) -> bool:
    """Whether each broken file has an error, as far as they are counted."""
    paths = {each.place.path for each in found.findings if each.severity is Severity.ERROR}
    return len(paths) >= found.ledger.broken


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_no_rules_example_breaks_a_file_with_a_warning_alone(
    rule: Rule, example_of: Callable[[Rule, str], Example]
) -> None:
    for name in ("Bad", "Good"):
        assert errors_about_broken_files(example_of(rule, name).checked)


def test_no_fault_of_a_file_breaks_it_with_a_warning_alone(tmp_path: Path) -> None:
    for n, row in enumerate(ROWS):
        found = checked(row, tmp_path / str(n))
        assert errors_about_broken_files(found), row.sentence


def changed(field: str, value: object) -> Callable[[bytes], bytes]:
    return lambda data: json.dumps({**json.loads(data), field: value}).encode()


# What may happen to a file, and whether it can still be read.
DAMAGE: dict[str, tuple[Callable[[bytes], bytes], bool]] = {
    "Windows line ends": (lambda data: data.replace(b"\n", b"\r\n"), True),
    "some Windows line ends": (lambda data: data.replace(b"\n", b"\r\n", 3), True),
    "old Macintosh line ends": (lambda data: data.replace(b"\n", b"\r"), True),
    "a byte order mark": (lambda data: b"\xef\xbb\xbf" + data, False),
    "UTF-16": (lambda data: data.decode().encode("utf-16"), False),
    "Latin-1": (lambda data: data + b"\xe9", False),
    "a NUL": (lambda data: data[:40] + b"\0" + data[40:], False),
    "nothing": (lambda data: b"", False),
    "a conflict of a merge": (lambda data: b"<<<<<<< HEAD\n" + data + b"=======\n>>>>>>> change\n", False),
    "a half": (lambda data: data[: len(data) // 2], False),
    "an invisible character": (lambda data: data + "\u202e".encode(), False),
}
DAMAGED_RECEIPT = {
    "spaces at an end of a line": (lambda data: data.replace(b",\n", b", \n", 1), False),
    "no last line end": (lambda data: data.rstrip(b"\n"), False),
    "a list": (lambda data: b"[]\n", False),
    "another format": (changed("tokens", 10**400), False),
    "a number that is none": (lambda data: data.replace(b'"tokens": ', b'"tokens": NaN, "t": ', 1), False),
    "deep lists": (lambda data: b"[" * 5000 + b"]" * 5000, False),
}  # fmt: skip


@pytest.mark.parametrize(
    ("path", "damage", "is_read"),
    [
        *(pytest.param(RECEIPT, *case, id=f"receipt: {what}") for what, case in {**DAMAGE, **DAMAGED_RECEIPT}.items()),
        *(pytest.param(CLAIM, *case, id=f"claim: {what}") for what, case in DAMAGE.items() if what != "a half"),
    ],
)
def test_a_damaged_file_is_an_error_unless_it_is_read(
    path: str, damage: Callable[[bytes], bytes], is_read: bool, tmp_path: Path
) -> None:
    lay("", tmp_path)
    file = tmp_path / path
    file.write_bytes(damage(file.read_bytes()))
    found = check(tmp_path, today=TODAY)
    told = [each for each in found.findings if each.place.path == path]
    assert found.ledger.broken == (not is_read)
    assert {each.severity for each in told} == ({Severity.WARNING} if is_read else {Severity.ERROR})
    assert found.fails(strict=True) and found.fails(strict=False) == (not is_read)
    if is_read:
        assert [each.code for each in found.findings] == ["F013"] and not found.missed
