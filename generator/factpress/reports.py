"""Findings as text for people, as annotations for GitHub, as JSON for programs: the same words, stable to the byte."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

from factpress.findings import Finding, Ledger, Severity, spelt, spelt_path
from factpress.pipeline import Checked

MOST_IN_A_FILE = 50
_WIDE = 160


def text(checked: Checked, *, verbose: bool = False) -> str:
    """The report for a terminal: each finding with its line and a caret, and the ledger last."""
    parts: list[str] = []
    counts: dict[str, int] = {}
    for finding in checked.findings:
        if finding.severity is Severity.NOTE and not verbose:
            continue
        path = finding.place.path
        counts[path] = counts.get(path, 0) + 1
        if counts[path] <= MOST_IN_A_FILE:
            parts.append(_one(finding, checked.texts.get(path, "")))
    for path, count in counts.items():
        if count > MOST_IN_A_FILE:
            more = _many(count - MOST_IN_A_FILE, "more finding")
            parts.append(f"{spelt_path(path)}: {more} not shown; --format json has all\n")
    return "\n".join([*parts, summary(checked)]) + "\n"


def summary(checked: Checked) -> str:
    """The ledger and the counts, in one line."""
    ledger = checked.ledger
    ignored = sum(ledger.ignored.values())
    files = f"checked {_many(ledger.seen, 'file')}: {_many(ledger.records, 'record')}, {ledger.broken:,} broken"
    if ignored:
        files += f", {ignored:,} ignored ({', '.join(f'{count:,} {rule}' for rule, count in ledger.ignored.items())})"
    found = [_many(checked.count(level), level.value) for level in Severity if level is not Severity.NOTE]
    if checked.count(Severity.NOTE):
        found.append(_many(checked.count(Severity.NOTE), "note"))
    if checked.waived:
        found.append(f"{checked.waived:,} waived")
    return f"{files}; {', '.join(found)}; {ledger.unaccounted:,} unaccounted"


def github(checked: Checked, *, verbose: bool = False) -> str:
    """Workflow commands that GitHub shows as annotations on the lines, and the ledger last."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
    lines = []
    for finding in checked.findings:
        if finding.severity is Severity.NOTE and not verbose:
            continue
        place = finding.place
        where = f"file={_property(place.path)},line={place.line},col={place.column}"
        title = _property(f"{finding.code} {finding.name}")
        words = _data(f"{finding.message}\nhelp: {finding.help}\ndocs: {finding.url}")
        lines.append(f"::{levels[finding.severity]} {where},title={title}::{words}")
    return "\n".join([*lines, summary(checked)]) + "\n"


def as_json(checked: Checked, *, verbose: bool = True) -> str:
    """Everything found, what was performed and the ledger, as one JSON object; notes are always in it."""
    found = [
        {
            "code": finding.code,
            "name": finding.name,
            "severity": finding.severity.value,
            "path": finding.place.path,
            "line": finding.place.line,
            "column": finding.place.column,
            "message": finding.message,
            "help": finding.help,
            "url": finding.url,
        }
        for finding in checked.findings
    ]
    whole = {"findings": found, "performed": dict(checked.performed), "ledger": _ledger(checked.ledger)}
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


FORMATS: Mapping[str, Callable[..., str]] = {"text": text, "github": github, "json": as_json}


def _ledger(ledger: Ledger) -> Mapping[str, int]:
    ignored = sum(ledger.ignored.values())
    return {"seen": ledger.seen, "records": ledger.records, "broken": ledger.broken, "ignored": ignored}


def _one(finding: Finding, source: str) -> str:
    head = f"{finding.place}: {finding.severity.value} {finding.code} {finding.name}: {finding.message}"
    return "\n".join([head, *_excerpt(finding, source), f"  help: {finding.help}", f"  docs: {finding.url}", ""])


def _excerpt(finding: Finding, source: str) -> Iterator[str]:
    """The line that a finding is about, cut around the place, with a caret below it."""
    lines = source.split("\n")
    place = finding.place
    if not source or place.line > len(lines):
        return
    line = lines[place.line - 1]
    start = max(0, place.column - 1 - _WIDE // 2)
    before, after = line[start : place.column - 1], line[place.column - 1 : start + _WIDE]
    margin = " " * len(str(place.line))
    lead = "…" if start else ""
    yield f"  {place.line} | {lead}{_visible(before)}{_visible(after)}".rstrip()
    yield f"  {margin} | {' ' * len(lead + _visible(before))}^"


def _visible(text: str) -> str:
    return spelt(text.replace("\t", "    "))


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(spelt(words)).replace(":", "%3A").replace(",", "%2C")
