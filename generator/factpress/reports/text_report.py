"""Findings as text: each with its place, an excerpt, the smallest fix and its rule's page; the ledger last."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from factpress.findings import Finding, Severity, counted, spelt, spelt_path
from factpress.pipeline import Checked

MOST_IN_A_FILE = 50
_WIDE = 160
# Notes that are one for each receipt: the summary says in words what they say.
_OF_RECEIPTS = frozenset({"never-confirmed", "older-receipt"})
_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
# GitHub shows a summary of at most 1 MiB a step, and drops a larger one completely.
_MOST_BYTES = 900_000


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
            parts.append(finding_lines(finding, checked.texts.get(path, "")))
    for path, count in counts.items():
        if count > MOST_IN_A_FILE:
            more = counted(count - MOST_IN_A_FILE, "more finding")
            parts.append(f"{spelt_path(path)}: {more} not shown; --format json has all\n")
    return without_commands("\n".join([*parts, summary(checked)])) + "\n"


def without_commands(words: str) -> str:
    """Words that GitHub never reads as a command: its two marks are spelt, one anywhere, one at the start of a line."""
    return _COMMAND.sub(r"\1U+003AU+003A", words.replace("##[", "##U+005B"))


def fitting(parts: Iterable[str]) -> Iterator[str]:
    """The first parts of a summary, as many as GitHub shows."""
    size = 0
    for part in parts:
        size += len(part.encode())
        if size > _MOST_BYTES:
            return
        yield part


def levels(checked: Checked) -> str:
    """How many findings there are of each level: `1 error, 2 warnings`."""
    found = [counted(checked.count(level), level.value) for level in Severity if level is not Severity.NOTE]
    notes = sum(each.severity is Severity.NOTE and each.name not in _OF_RECEIPTS for each in checked.findings)
    if notes:
        found.append(counted(notes, "note"))
    return ", ".join(found)


def not_done(checked: Checked) -> str:
    """What was not done with receipts, as parts of the summary; empty where all was done."""
    receipts = [each for id, each in checked.book.receipts.items() if id in checked.book.sources]
    confirmed = sum(each.read_from == "url" for each in receipts)
    older = sum(each.format == 1 for each in receipts)
    at = "its" if len(receipts) == 1 else "their"
    words = [f"{confirmed:,} of {counted(len(receipts), 'receipt')} confirmed at {at} address"]
    words = words if confirmed < len(receipts) else []
    words += [f"{counted(older, 'receipt')} of an older format"] if older else []
    return "".join(f"; {each}" for each in words)


def summary(checked: Checked) -> str:
    """The ledger and the counts, in one line."""
    ledger = checked.ledger
    ignored = sum(ledger.ignored.values())
    files = f"checked {counted(ledger.seen, 'file')}: {counted(ledger.records, 'record')}, {ledger.broken:,} broken"
    if ignored:
        files += f", {ignored:,} ignored ({', '.join(f'{count:,} {rule}' for rule, count in ledger.ignored.items())})"
    waived = f", {checked.waived:,} waived" if checked.waived else ""
    return f"{files}; {levels(checked)}{waived}{not_done(checked)}; {ledger.unaccounted:,} unaccounted"


def finding_lines(finding: Finding, source: str) -> str:
    """One finding with its excerpt from the file's text, its help and its rule's page, ending in a line feed."""
    head = f"{finding.place}: {finding.severity.value} {finding.code} {finding.name}: {finding.message}"
    return "\n".join([head, *_excerpt(finding, source), f"  help: {finding.help}", f"  docs: {finding.url}", ""])


def _excerpt(finding: Finding, source: str) -> Iterator[str]:
    """The line of a finding, cut around the place, with a caret below it."""
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


def from_root(path: str, way: str) -> str:
    """A path from the repository's root; `way` is the path from there to the project, such as `site/`."""
    return posixpath.normpath(way + path)
