"""GitHub's page of a job: every finding, errors first, and no markup or command that a contributor wrote."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from markdown import Markdown
from reports.findings_of import checked, finding
from selectolax.lexbor import LexborHTMLParser

from factpress import reports
from factpress.findings import Severity
from factpress.pipeline import Checked
from factpress.reports.github_report import job_summary

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def test_errors_come_first_and_each_level_keeps_its_order() -> None:
    found = checked(*(finding(line=n, severity=level) for n, level in enumerate([N, W, E, N, E, W], 1)))
    lines = reports.github(found, verbose=True).splitlines()[:-1]
    assert [re.search(r"::(\w+) .*line=(\d)", line).groups() for line in lines] == [  # type: ignore[union-attr]
        ("error", "3"), ("error", "5"), ("warning", "2"), ("warning", "6"), ("notice", "1"), ("notice", "4"),
    ]  # fmt: skip
    summary = job_summary(found)
    assert re.findall(r"x\.yml:(\d)", summary) == ["3", "5", "2", "6"]
    assert "### factpress check: 2 errors, 2 warnings, 2 notes\n" in summary


def test_a_summary_has_what_the_annotations_leave_out() -> None:
    found = checked(*(finding(line=n) for n in range(1, 31)))
    assert job_summary(found).count("error F001") == 30
    lines = reports.github(found).splitlines()
    assert lines[-2:] == [
        "GitHub shows at most 10 errors and 10 warnings of a step on the lines; "
        "the other 20 are above and in the job summary",
        "checked 1 file: 1 record, 0 broken; 30 errors, 0 warnings; 0 unaccounted",
    ]
    assert "GitHub shows" not in reports.github(checked(*(finding(line=n) for n in range(1, 11))))


def test_a_summary_stays_below_what_github_takes() -> None:
    found = checked(*(finding(line=n, message="é" * 400) for n in range(1, 3000)))
    summary = job_summary(found)
    assert len(summary.encode()) < 1 << 20
    left = re.search(r"([\d,]+) more findings not shown here; the log has all\.", summary)
    assert left and int(left[1].replace(",", "")) + summary.count("error F001") == 2999
    assert summary.endswith("unaccounted\n")


def test_nothing_in_a_record_is_markup_in_the_summary(hostile: Checked) -> None:
    summary = job_summary(hostile, verbose=True)
    page = LexborHTMLParser(Markdown().convert(summary))
    assert {node.tag for node in page.css("body *")} <= {"h3", "pre", "a", "p"}
    assert {node.attributes["href"].split("#")[0] for node in page.css("a")} == {"https://example.org/rules/"}  # type: ignore[union-attr]
    words = page.body.text() if page.body else ""
    assert "</pre><b>[a](https://evil.example)" in words
    assert words.count("help: ") == len(hostile.findings)
    # All that is outside these elements is ours.
    outside = re.sub(r"<pre>\n.*?</pre>\n", "", summary, flags=re.DOTALL)
    assert re.fullmatch(r"### factpress check: [\w ,]+\n\n+checked \d+ files: .* unaccounted\n", outside)


@pytest.mark.parametrize("form", list(reports.FORMATS))
def test_no_line_of_a_log_is_a_command_that_a_contributor_wrote(form: str, hostile: Checked) -> None:
    ours = r"::(?:error|warning|notice) file=[^:,\r\n]+,line=\d+,col=\d+,title=F\d{3} [a-z0-9-]+::"
    for line in reports.FORMATS[form](hostile, verbose=True).splitlines():
        if line.strip().startswith("::"):
            assert form == "github" and re.match(ours, line)
        else:
            assert "##[" not in line


def test_the_command_appends_the_summary_where_github_asks_for_it(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = small / "summary.md"
    page.write_text("# Before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    (small / "facts/entities/lonely.yml").write_text("name: Lonely\ntype: Place\n", "utf-8")
    for form in ("text", "github"):
        command = [sys.executable, "-m", "factpress", "check", "--format", form]
        assert subprocess.run(command, cwd=small, capture_output=True, timeout=60).returncode == 0
    text = page.read_text("utf-8")
    assert text.startswith("# Before\n### factpress check: 0 errors, 1 warning")
    assert text.count("lonely.yml:1:1: warning F204") == 1
