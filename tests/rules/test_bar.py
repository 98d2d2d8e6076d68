"""Every rule's own Bad example, as a contributor sees it: the place, the excerpt, the fix and the rule's page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from rules.conftest import Example

from factpress import reports
from factpress.rules import RULES
from factpress.rules.rule import Rule

OURS = re.compile(
    r"\b(?:\w+Error|Exception|Traceback|NoneType|None|dict|tuple|frozenset|str|int|float|bool|pydantic|yaml\.\w+"
    r"|self|lambda|errno|utf-8 codec|factpress/\w+)\b"
)
SIGNS = re.compile(r"`[^`]*`")
# Names of rules, which kinds of faults have too: a report shows them in their own place alone.
NAMES = re.compile(rf"\b(?:{'|'.join(rule.name for rule in RULES if '-' in rule.name)})\b")
# What these say of a file can't be shown in it: it was not read, or is not there.
UNSHOWN = {"F001", "F002", "F003", "F004", "F005", "F006", "F010", "F031", "F032", "F614", "F702", "F711"}
# A link is shown where its address begins, which is what names the record.
AT_THE_ADDRESS = {"F612", "F613"}


def blocks(report: str) -> Iterator[list[str]]:
    for block in report.split("\n\n")[:-1]:
        yield block.split("\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_a_finding_says_where_what_and_how_to_fix_it(rule: Rule, example_of: Callable[[Rule, str], Example]) -> None:
    bad = example_of(rule, "Bad")
    assert bad.findings
    for finding in bad.findings:
        place = finding.place
        assert place.line >= 1 and place.column >= 1 and not place.path.startswith("/")
        assert (bad.folder / place.path).parent.exists() or rule.code == "F010"
        assert finding.url == f"https://example.org/rules/#{rule.code.lower()}"
        for words in (finding.message, finding.help):
            assert words and words.isprintable()
            assert not OURS.search(SIGNS.sub("", words)), words
            assert not NAMES.search(words), words
            assert str(bad.folder) not in words
        lines = bad.checked.texts.get(place.path, "").split("\n")
        assert place.line <= len(lines)
        assert place.column <= len(lines[place.line - 1]) + 1, finding
    report = reports.text(bad.checked, verbose=True)
    assert all(line.isprintable() for line in report.split("\n"))
    for block in blocks(report):
        head, *excerpt, help, docs = block
        assert re.fullmatch(r"[^:]+:\d+:\d+: (error|warning|note) F\d{3} [a-z0-9-]+: .+", head)
        assert help.startswith("  help: ") and docs.startswith("  docs: https://")
        assert len(excerpt) == 2 or head.split(" ")[2] in UNSHOWN, block


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.code}-{rule.name}")
def test_the_caret_is_under_what_the_message_is_about(rule: Rule, example_of: Callable[[Rule, str], Example]) -> None:
    bad = example_of(rule, "Bad")
    for finding in bad.findings:
        line = bad.checked.texts.get(finding.place.path, "").split("\n")[finding.place.line - 1]
        before, rest = line[: finding.place.column - 1], line[finding.place.column - 1 :]
        values = [value[1:-1] for value in SIGNS.findall(finding.message) if value[1:-1] in line]
        assert not rest[:1].isspace() or rule.name == "tab"
        if values and rule.code not in AT_THE_ADDRESS:
            key = before.rstrip(": ").rpartition(" ")[2]
            assert any(value in rest or value == key for value in values), finding
