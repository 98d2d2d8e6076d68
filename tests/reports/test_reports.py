"""Reports: the same findings as text, for GitHub and as JSON; nothing that a contributor wrote can forge a line."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports.findings_of import DOCS, HOSTILE, TODAY, X, checked, finding

from factpress import reports
from factpress.findings import Ledger, Severity, character_name, listed, shown, spelt
from factpress.pipeline import Checked, check


def excerpt(text: str, line: int, column: int) -> list[str]:
    """The lines of a report between a finding and its help."""
    report = reports.text(checked(finding(line=line, column=column), texts={X: text}))
    return report.split("\n")[1 : report.split("\n").index("  help: mend it")]


def test_a_finding_as_text() -> None:
    found = checked(finding(line=2, column=7, severity=Severity.WARNING), texts={X: "name: x\ntype: place\n"})
    assert reports.text(found) == (
        "facts/entities/x.yml:2:7: warning F001 a-rule: this is wrong\n"
        "  2 | type: place\n"
        "    |       ^\n"
        "  help: mend it\n"
        "  docs: https://example.org/rules/#f001\n"
        "\n"
        "checked 1 file: 1 record, 0 broken; 0 errors, 1 warning; 0 unaccounted\n"
    )


@pytest.mark.parametrize(
    ("text", "line", "column", "lines"),
    [
        pytest.param("a: b\n", 1, 4, ["  1 | a: b", "    |    ^"], id="a value"),
        pytest.param("\n" * 99 + "a: b\n", 100, 1, ["  100 | a: b", "      | ^"], id="a line of three digits"),
        pytest.param("a: b\n", 1, 5, ["  1 | a: b", "    |     ^"], id="behind the end of a line"),
        pytest.param("a: [\n", 2, 1, ["  2 |", "    | ^"], id="behind the end of the text"),
        pytest.param("a: b\n", 9, 1, [], id="a line that there is not"),
        pytest.param("", 1, 1, [], id="no text"),
        pytest.param("\ta:\tb\n", 1, 5, ["  1 |     a:    b", "    |           ^"], id="tabs are four spaces"),
        pytest.param("a: 𝔞é \n", 1, 5, ["  1 | a: 𝔞é", "    |     ^"], id="characters, not bytes"),
        pytest.param("a: \u202eb\n", 1, 5, ["  1 | a: U+202Eb", "    |          ^"], id="an override before the caret"),
        pytest.param("a\x1b[31m: b\n", 1, 2, ["  1 | aU+001B[31m: b", "    |  ^"], id="an escape for terminals"),
        pytest.param(
            "a: b\x85c\u2028d\n", 1, 7, ["  1 | a: bU+0085cU+2028d", "    |            ^"], id="odd line breaks"
        ),
        pytest.param("x" * 200, 1, 1, ["  1 | " + "x" * 160, "    | ^"], id="a wide line is cut at its end"),
        pytest.param(
            "x" * 300 + "y" + "z" * 300,
            1,
            301,
            ["  1 | …" + "x" * 80 + "y" + "z" * 79, "    | " + " " * 81 + "^"],
            id="a wide line is cut on both sides of the place",
        ),
        pytest.param(
            "x" * 80 + "y", 1, 81, ["  1 | " + "x" * 80 + "y", "    | " + " " * 80 + "^"], id="a line just not cut"
        ),
    ],
)
def test_the_caret_stands_below_its_place(text: str, line: int, column: int, lines: list[str]) -> None:
    assert excerpt(text, line, column) == lines


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("facts/x.yml:1:1: ok", "facts/x.ymlU+003A1U+003A1U+003A ok:1:1: error F001"),
        ("facts/\x1b[2Jx.yml", "facts/U+001B[2Jx.yml:1:1: error F001"),
        ("facts/a\n::error::b.yml", "facts/aU+000AU+003AU+003AerrorU+003AU+003Ab.yml:1:1: error F001"),
        ("facts/\u202elmy.x", "facts/U+202Elmy.x:1:1: error F001"),
        ("facts/\udcff.yml", "facts/U+DCFF.yml:1:1: error F001"),
        ("facts/é 文.yml", "facts/é 文.yml:1:1: error F001"),
    ],
)
def test_a_file_name_forges_no_finding(path: str, head: str) -> None:
    report = reports.text(checked(finding(path)))
    assert report.startswith(head)
    assert len(report.split("\n")) == 6
    assert report.count(":1:1: ") == 1


@pytest.mark.parametrize(
    ("path", "message", "line"),
    [
        (X, "`a`, b: 5 %", f"::error file={X},line=2,col=3,title=F001 a-rule::`a`, b: 5 %25"),
        (X, "a\r\nb", f"::error file={X},line=2,col=3,title=F001 a-rule::a%0D%0Ab"),
        (X, "::warning::a", f"::error file={X},line=2,col=3,title=F001 a-rule::::warning::a"),
        (X, "%0A::error::a", f"::error file={X},line=2,col=3,title=F001 a-rule::%250A::error::a"),
        ("facts/a,line=9:b%.yml", "a", "::error file=facts/a%2Cline=9%3Ab%25.yml,line=2,col=3,title=F001 a-rule::a"),
        ("facts/a\n::error::b", "a", "::error file=facts/aU+000A%3A%3Aerror%3A%3Ab,line=2,col=3,title=F001 a-rule::a"),
    ],
)
def test_an_annotation_is_one_line_of_githubs(path: str, message: str, line: str) -> None:
    report = reports.github(checked(finding(path, 2, 3, message=message)))
    assert report == (
        f"{line}%0Ahelp: mend it%0Adocs: {DOCS}\n"
        "checked 1 file: 1 record, 0 broken; 1 error, 0 warnings; 0 unaccounted\n"
    )


@pytest.mark.parametrize(("severity", "command"), [("error", "error"), ("warning", "warning"), ("note", "notice")])
def test_levels_as_github_calls_them(severity: str, command: str) -> None:
    report = reports.github(checked(finding(severity=Severity(severity))), verbose=True)
    assert report.startswith(f"::{command} file=")


def test_json_has_the_shape_that_the_house_promises() -> None:
    ledger = Ledger(seen=9, records=5, broken=1, ignored={"readme": 2, "receipts": 1})
    found = checked(
        finding("facts/\u202e\udcff.yml", 2, 3, message="é `a`"),
        finding(severity=Severity.NOTE),
        ledger=ledger,
    )
    report = reports.as_json(found)
    assert json.loads(report) == {
        "findings": [
            {
                "code": "F001",
                "name": "a-rule",
                "severity": "error",
                "path": "facts/\u202e\udcff.yml",
                "line": 2,
                "column": 3,
                "message": "é `a`",
                "help": "mend it",
                "url": DOCS,
            },
            {
                "code": "F001",
                "name": "a-rule",
                "severity": "note",
                "path": X,
                "line": 1,
                "column": 1,
                "message": "this is wrong",
                "help": "mend it",
                "url": DOCS,
            },
        ],
        "performed": {"quotes": 3},
        "ledger": {"seen": 9, "records": 5, "broken": 1, "ignored": 3},
    }
    assert list(json.loads(report)) == ["findings", "performed", "ledger"]
    assert list(json.loads(report)["findings"][0]) == [
        "code", "name", "severity", "path", "line", "column", "message", "help", "url"
    ]  # fmt: skip
    assert report.isascii() and report.endswith("}\n")


@pytest.mark.parametrize(
    ("ledger", "severities", "waived", "line"),
    [
        (Ledger(), "", 0, "checked 0 files: 0 records, 0 broken; 0 errors, 0 warnings; 0 unaccounted"),
        (
            Ledger(seen=1204, records=1196, broken=6, ignored={"editor-files": 1, "readme": 1}),
            "eewn",
            2,
            "checked 1,204 files: 1,196 records, 6 broken, 2 ignored (1 editor-files, 1 readme); "
            "2 errors, 1 warning, 1 note, 2 waived; 0 unaccounted",
        ),
        (
            Ledger(seen=3, records=1),
            "nn",
            1,
            "checked 3 files: 1 record, 0 broken; 0 errors, 0 warnings, 2 notes, 1 waived; 2 unaccounted",
        ),
    ],
    ids=["nothing", "everything", "a file that was lost"],
)
@pytest.mark.parametrize("form", ["text", "github"])
def test_the_last_line_is_the_ledger(form: str, ledger: Ledger, severities: str, waived: int, line: str) -> None:
    levels = {level.value[0]: level for level in Severity}
    found = checked(*(finding(severity=levels[letter]) for letter in severities), ledger=ledger, waived=waived)
    assert reports.FORMATS[form](found, verbose=False).split("\n")[-2:] == [line, ""]


@pytest.mark.parametrize("form", ["text", "github"])
def test_notes_are_shown_when_asked_for(form: str) -> None:
    found = checked(finding(severity=Severity.NOTE))
    assert "F001" not in reports.FORMATS[form](found, verbose=False)
    assert "F001" in reports.FORMATS[form](found, verbose=True)


@pytest.mark.parametrize(
    ("count", "line"),
    [(50, None), (51, f"{X}: 1 more finding not shown"), (1200, f"{X}: 1,150 more findings not shown")],
)
def test_at_most_fifty_of_a_file_are_shown(count: int, line: str | None) -> None:
    many = [finding(line=n + 1) for n in range(count)]
    notes = [finding(severity=Severity.NOTE)] * 60
    report = reports.text(checked(*notes, *many, finding("facts/entities/y.yml")))
    assert len(re.findall(rf"^{X}:\d+:1: error", report, re.MULTILINE)) == 50
    assert "facts/entities/y.yml:1:1: error" in report
    more = [each for each in report.split("\n") if "not shown" in each]
    assert more == ([] if line is None else [f"{line}; --format json has all"])
    assert f"{count + 1:,} errors" in report
    assert len(json.loads(reports.as_json(checked(*many)))["findings"]) == count


FORM = re.compile(
    r"(?:facts|docs)/[^:]*:\d+:\d+: (?:error|warning|note) F\d{3} [a-z0-9-]+: .+"
    r"|  \d+ \| .*|  +\| +\^|  help: .+|  docs: https://example\.org/rules/#f\d{3}|checked \d+ files: .* unaccounted|"
)
ANNOTATION = re.compile(
    r"::(?:error|warning|notice) file=[^:,\r\n]+,line=\d+,col=\d+,title=F\d{3} [a-z0-9-]+::.+"
    r"|GitHub shows .*|checked .* unaccounted|"
)


def test_nothing_that_a_contributor_wrote_forges_a_line(hostile: Checked) -> None:
    assert {each.place.path for each in hostile.findings} >= set(HOSTILE)
    for report, form in ((reports.text(hostile), FORM), (reports.github(hostile), ANNOTATION)):
        lines = report.split("\n")
        assert [line for line in lines if not form.fullmatch(line)] == []
        assert [line for line in lines if not line.isprintable()] == []
        assert sum(line.startswith("checked ") for line in lines) == 1


def test_a_report_is_the_same_in_every_run(hostile: Checked, tmp_path: Path) -> None:
    again = check(tmp_path, today=TODAY)
    for form in reports.FORMATS.values():
        assert form(hostile, verbose=True) == form(again, verbose=True)
    orders = [each.order for each in hostile.findings]
    assert orders == sorted(orders)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("", "``"),
        ("a b", "`a b`"),
        ("x" * 80, f"`{'x' * 80}`"),
        ("x" * 81, f"`{'x' * 79}…`"),
        ("a\u00a0b\u202ec\n", "`aU+00A0bU+202EcU+000A`"),
        ("é文🚀", "`é文🚀`"),
    ],
)
def test_a_value_is_quoted_cut_and_spelt(value: str, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(
    ("values", "words"), [([], ""), (["a"], "`a`"), (["a", "b"], "`a` or `b`"), (["a", "b", "c"], "`a`, `b` or `c`")]
)
def test_values_are_listed_as_in_a_sentence(values: list[str], words: str) -> None:
    assert listed(values) == words
    assert listed(values, last="and") == words.replace(" or ", " and ")


@pytest.mark.parametrize(
    ("character", "name"),
    [("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\x07", "U+0007"), ("a", "U+0061 LATIN SMALL LETTER A")],
)
def test_a_character_has_a_name(character: str, name: str) -> None:
    assert character_name(character) == name


@given(st.text(st.characters(blacklist_categories=[])))
def test_what_is_spelt_can_be_printed(text: str) -> None:
    assert spelt(text).isprintable()
    assert spelt(spelt(text)) == spelt(text)


def test_messages_and_helps_spell_the_names_of_files(project: Callable[[str], Checked]) -> None:
    found = project("# facts/receipts/\u202egnp.json\n{}\n# facts/sources/a\u2066b.yml\ntype: x\n").findings
    named = [finding for finding in found if "U+202E" in finding.help or "U+2066" in finding.message]
    assert len(named) >= 2
    assert [
        finding for finding in found if spelt(finding.message + finding.help) != finding.message + finding.help
    ] == []
