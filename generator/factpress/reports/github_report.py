"""Findings for GitHub: workflow commands that show them on the lines, and a job summary that has them all."""

from __future__ import annotations

import html
from collections import Counter

from factpress.findings import Finding, Severity, counted, spelt
from factpress.pipeline import Checked
from factpress.reports.text_report import finding_lines, fitting, from_root, levels, summary

# GitHub shows at most this many errors, warnings and notices of one step on the lines; the rest is only in the log.
MOST_SHOWN = 10
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github(checked: Checked, *, verbose: bool = False, way: str = "") -> str:
    """Workflow commands that GitHub shows as annotations on the lines, errors first, and the ledger last.

    `way` is the path from the repository's root, where GitHub's paths begin, to the project.
    """
    found = _ordered(checked, verbose=verbose)
    lines = [_command(finding, way) for finding in found]
    counts = Counter(finding.severity for finding in found)
    more = sum(max(0, count - MOST_SHOWN) for count in counts.values())
    if more:
        where = f"GitHub shows at most {MOST_SHOWN} errors and {MOST_SHOWN} warnings of a step on the lines"
        lines.append(f"{where}; the other {more:,} are above and in the job summary")
    return "\n".join([*lines, summary(checked)]) + "\n"


def job_summary(checked: Checked, *, verbose: bool = False) -> str:
    """All findings in Markdown, errors first, for the page of the job; nothing from a record becomes markup there."""
    found = _ordered(checked, verbose=verbose)
    texts = checked.texts
    shown = list(fitting(_preformatted(each, texts.get(each.place.path, "")) for each in found))
    more = len(found) - len(shown)
    left = [f"{counted(more, 'more finding')} not shown here; the log has all.\n"] if more else []
    return "\n".join([f"### factpress check: {levels(checked)}\n", *shown, *left, summary(checked)]) + "\n"


def _ordered(checked: Checked, *, verbose: bool) -> list[Finding]:
    """The findings to show by level, and within a level by place."""
    wanted = [level for level in _LEVELS if verbose or level is not Severity.NOTE]
    return [finding for level in wanted for finding in checked.findings if finding.severity is level]


def _command(finding: Finding, way: str) -> str:
    place = finding.place
    where = f"file={_property(from_root(place.path, way))},line={place.line},col={place.column}"
    title = _property(f"{finding.code} {finding.name}")
    words = _data(f"{finding.message}\nhelp: {finding.help}\ndocs: {finding.url}")
    return f"::{_LEVELS[finding.severity]} {where},title={title}::{words}"


def _preformatted(finding: Finding, source: str) -> str:
    """A finding as preformatted text, which Markdown leaves as it is."""
    lines = finding_lines(finding, source).rstrip("\n").removesuffix(finding.url)
    link = html.escape(finding.url)
    return f'<pre>\n{html.escape(lines)}<a href="{link}">{link}</a>\n</pre>\n'


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(spelt(words)).replace(":", "%3A").replace(",", "%2C")
