"""`factpress check` as its users meet it: on a copy of a site that they broke."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import run


def append(path: str, text: str) -> Callable[[Path], None]:
    def change(copy: Path) -> None:
        with (copy / path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)

    return change


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(copy: Path) -> None:
        text = (copy / path).read_text("utf-8")
        assert text.count(old) >= 1
        (copy / path).write_text(text.replace(old, new, 1), "utf-8", newline="\n")

    return change


def write(path: str, data: bytes) -> Callable[[Path], None]:
    return lambda copy: (copy / path).write_bytes(data)


def line_of(copy: Path, path: str, words: str) -> int:
    return (copy / path).read_text("utf-8").split(words)[0].count("\n") + 1


# Of a new site, whose check takes a tenth of the time that the first site's takes.
CLAIM = "facts/claims/licence/quotes-excluded.yml"
ENTITY = "facts/entities/factpress-authors.yml"
# What was broken, where it is, and what is said of it: the rule, column and a part of the message.
BROKEN: dict[str, tuple[Callable[[Path], None], str, int | str, int, str, str]] = {
    "a misspelt source id": (
        replace(CLAIM, "source: factpress-licence", "source: factpress-lisence"),
        CLAIM, "factpress-lisence", 13, "unknown-id", "did you mean `factpress-licence`?",
    ),
    "a duplicate key": (append(ENTITY, "type: Place\n"), ENTITY, -1, 1, "duplicate-key", "`type`"),
    "an alias bomb": (
        write(ENTITY, b"name: &a [x, x]\ntype: &b [*a, *a]\ndescription: [*b, *b]\n"),
        ENTITY, 1, 7, "anchor-or-alias", "&a",
    ),
    "a javascript: URL": (
        write("facts/sources/alert.yml",
              b'type: webpage\ntitle: "x"\nissued: 2020-03-12\nurl: "javascript:alert(1)"\nroot: factpress-authors\n'),
        "facts/sources/alert.yml", 4, 6, "unsafe-url", "only https and http are allowed",
    ),
    "a path as an id in a reference": (
        replace(CLAIM, "source: factpress-licence", "source: ../../x"),
        CLAIM, "../../x", 13, "bad-id", "`../../x` is not an id",
    ),
    "an unknown key": (append(ENTITY, "descripton: x\n"), ENTITY, -1, 1, "unknown-key", "description"),
    "a Latin-1 file": (
        write(ENTITY, 'name: "Camp Tajî"\ntype: Place\n'.encode("latin-1")), ENTITY, 1, 16, "not-utf-8", "0xEE",
    ),
    "ten thousand nested brackets": (
        write(ENTITY, b"name: " + b"[" * 10_000 + b"\n"), ENTITY, 1, 22, "too-deep", "16",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", BROKEN)
def test_what_is_broken_is_found_at_its_place(what: str, small: Path) -> None:
    change, path, where, column, name, words = BROKEN[what]
    change(small)
    done = run("check", "--format", "json", cwd=small)
    assert (done.returncode, done.stderr) == (1, "")
    found = [each for each in json.loads(done.stdout)["findings"] if each["name"] == name]
    text = (small / path).read_bytes().decode("utf-8", "replace")
    line = text.count("\n") if where == -1 else where if isinstance(where, int) else line_of(small, path, where)
    assert (found[0]["path"], found[0]["line"], found[0]["column"]) == (path, line, column)
    assert words in found[0]["message"] + found[0]["help"]
    assert found[0]["help"] and found[0]["severity"] == "error"


def test_a_symbolic_link_is_named_and_not_followed(small: Path) -> None:
    (small / "facts/sources/secret-2020.yml").symlink_to("/etc/passwd")
    done = run("check", cwd=small)
    assert done.returncode == 1
    assert "facts/sources/secret-2020.yml:1:1: error" in done.stdout and "linked-file" in done.stdout
    assert "root:" not in done.stdout


def test_everything_at_once_is_one_report_without_a_traceback(small: Path) -> None:
    BROKEN["a misspelt source id"][0](small)
    for n, (change, path, *_) in enumerate(BROKEN.values()):
        if path == ENTITY:
            change(small)
            (small / ENTITY).rename(small / f"facts/entities/broken-{n}.yml")
            (small / ENTITY).write_text('name: "The factpress authors"\ntype: Organization\n', "utf-8")
    done = run("check", cwd=small)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for n, (_, path, *_) in enumerate(BROKEN.values()):
        if path == ENTITY:
            assert f"facts/entities/broken-{n}.yml:" in done.stdout
    assert done.stdout.endswith("; 0 unaccounted\n")


def test_the_first_site_is_clean(repository: Path) -> None:
    done = run("check", "--strict", cwd=repository)
    assert done.returncode == 0, done.stdout
    assert re.match(r"checked .*; 0 errors, 0 warnings(, \d+ notes)?; 0 of ", done.stdout), done.stdout
    noted = run("check", "--format", "json", "--ignore", "F307,F309", cwd=repository).stdout
    assert {finding["name"] for finding in json.loads(noted)["findings"]} <= ADVICE


def test_json_has_what_the_contract_says(copy: Path) -> None:
    append("facts/entities/camp-taji.yml", "colour: red\n")(copy)
    whole = json.loads(run("check", "--format", "json", cwd=copy).stdout)
    assert set(whole) == {"findings", "performed", "ledger"}
    assert set(whole["ledger"]) == {"seen", "records", "broken", "ignored"}
    assert whole["ledger"]["seen"] == sum(whole["ledger"][name] for name in ("records", "broken", "ignored"))
    assert whole["ledger"]["broken"] == 1
    assert whole["performed"]["quotes"] > 40
    fields = {"code", "name", "severity", "path", "line", "column", "message", "help", "url"}
    assert all(set(finding) == fields for finding in whole["findings"])
    # The broken place is known, so nobody who refers to it is told so a second time.
    assert [finding["name"] for finding in whole["findings"] if finding["severity"] != "note"] == ["unknown-key"]


def test_github_gets_annotations(small: Path) -> None:
    append(ENTITY, "colour: red\n")(small)
    first = run("check", "--format", "github", cwd=small).stdout.splitlines()[0]
    assert first.startswith(f"::error file={ENTITY},line=")
    assert " unknown-key::" in first
    assert "%0Ahelp: " in first


# Notes on claims of the first site, which come and go with its records.
ADVICE = {"missing-reply", "missing-would-change"}
SELECTIONS = {
    "all": ((), {"never-confirmed", "unknown-id", "unused-entity"}),
    "a code": (("--select", "F201"), {"unknown-id"}),
    "a code's beginning": (("--select", "F2"), {"unknown-id", "unused-entity"}),
    "a name": (("--select", "unused-entity"), {"unused-entity"}),
    "several": (("--select", "F204,unknown-id"), {"unknown-id", "unused-entity"}),
    "left out": (("--ignore", "unknown-id"), {"never-confirmed", "unused-entity"}),
    "a path": (("facts/entities/lonely.yml",), {"unused-entity"}),
    "a folder": (("facts/sources",), {"unknown-id"}),
    "another folder": (("facts/claims",), set()),
}


@pytest.mark.parametrize("how", SELECTIONS)
def test_a_report_can_be_limited(how: str, small: Path) -> None:
    arguments, names = SELECTIONS[how]
    replace("facts/sources/factpress-licence.yml", "root: factpress", "root: fact-press")(small)
    (small / "facts/entities/lonely.yml").write_text("name: Lonely\ntype: Place\n", "utf-8")
    done = run("check", "--format", "json", *arguments, cwd=small)
    assert {finding["name"] for finding in json.loads(done.stdout)["findings"]} == names
    assert done.returncode == (1 if "unknown-id" in names else 0)


def test_warnings_fail_only_when_strict(small: Path) -> None:
    (small / "facts/entities/lonely.yml").write_text("name: Lonely\ntype: Place\n", "utf-8")
    assert run("check", cwd=small).returncode == 0
    assert run("check", "--strict", cwd=small).returncode == 1


def test_a_waiver_hides_a_finding_and_is_counted(small: Path) -> None:
    (small / "facts/entities/lonely.yml").write_text(
        'name: Lonely\ntype: Place\nallow: [{code: unused-entity, because: "Its claim is on its way."}]\n', "utf-8"
    )
    done = run("check", "--strict", cwd=small)
    assert done.returncode == 0
    assert "1 waived" in done.stdout


FAILURES = {
    "no facts": (("check",), "there is no folder facts/"),
    "an empty facts folder": (("check",), "there are no records"),
    "an unknown rule": (("check", "--explain", "F000"), "there is no rule F000"),
    "an unknown selection": (("check", "--select", "Z9"), "there is no such rule"),
    "an unknown path": (("check", "facts/nowhere"), "there is no such file or folder"),
    "an unknown option": (("check", "--colour"), "No such option"),
    "an unknown format": (("check", "--format", "xml"), "xml"),
    "a project that is not there": (("check", "--project", "nowhere"), "nowhere"),
}


@pytest.mark.parametrize("what", FAILURES)
def test_what_could_not_be_done_is_status_2_in_words(what: str, tmp_path: Path, repository: Path) -> None:
    arguments, words = FAILURES[what]
    if what == "an empty facts folder":
        (tmp_path / "facts").mkdir()
    done = run(*arguments, cwd=tmp_path if "facts" in what else repository)
    assert done.returncode == 2
    assert words in done.stderr and "Traceback" not in done.stderr
    assert done.stdout == ""


def test_explain_prints_a_rules_page_and_lists_all(repository: Path) -> None:
    page = run("check", "--explain", "unknown-id", cwd=repository)
    assert page.returncode == 0
    assert page.stdout.startswith("F201 unknown-id (error)\n\nAn id that does not lead to a record.")
    listed = run("check", "--explain", "all", cwd=repository).stdout.splitlines()
    assert len(listed) > 40 and listed == sorted(listed)


def test_checking_never_writes(small: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in small.rglob("*")}
    run("check", cwd=small)
    assert {path: path.stat().st_mtime_ns for path in small.rglob("*")} == before


def test_a_bug_is_one_line_and_status_2(repository: Path) -> None:
    script = (
        "import factpress.cli.check as module, factpress.cli.main as main, sys\n"
        "def broken(*a, **k): raise RuntimeError('boom')\n"
        "module.checked = broken\n"
        "sys.argv = ['factpress', 'check']\n"
        "main.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=repository, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "this is our fault" in done.stderr and "Traceback" not in done.stderr


def test_a_narrow_terminal_shows_findings_escaped(small: Path) -> None:
    append(ENTITY, 'colour: "Zażółć → ﷽"\n')(small)
    done = subprocess.run(
        [sys.executable, "-m", "factpress", "check"],
        cwd=small,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
        encoding="cp1252",
    )
    assert done.returncode == 1 and "unknown-key" in done.stdout and "\\u017c" in done.stdout


def test_what_can_not_be_excused_is_told(small: Path) -> None:
    replace("facts/sources/factpress-licence.yml", "root: factpress", "root: fact-press")(small)
    append("facts/sources/factpress-licence.yml", 'allow: [{code: F201, because: "later"}]\n')(small)
    done = run("check", cwd=small)
    assert done.returncode == 1
    assert "F201 unknown-id" in done.stdout and "F904 unknown-rule" in done.stdout


def test_a_former_id_of_the_site_is_an_unknown_key(small: Path) -> None:
    append("facts/site.yml", "formerly: [old]\n")(small)
    line = line_of(small, "facts/site.yml", "formerly:")
    done = run("check", cwd=small)
    assert done.returncode == 1 and f"facts/site.yml:{line}:1: error F040 unknown-key" in done.stdout


def test_errors_elsewhere_are_counted_where_a_path_limits_the_report(small: Path) -> None:
    append(ENTITY, "colour: red\n")(small)
    done = run("check", "facts/claims", cwd=small)
    assert done.returncode == 0 and done.stdout.endswith("not shown: 1 more error\n")


def test_the_records_may_lie_in_another_folder(small: Path) -> None:
    (small / "facts").rename(small / "records")
    replace("mkdocs.yml", "  - factpress\n", "  - factpress: {facts: records}\n")(small)
    done = run("check", "--strict", cwd=small)
    assert done.returncode == 0, done.stdout + done.stderr
    assert run("build", "--strict", cwd=small).returncode == 0
    assert (small / "site/claims/three-layers/index.html").is_file()
