"""Findings as lines of text: each with its place, an excerpt, the smallest fix and its rule's page; the ledger last."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from factpress.findings import Finding, Severity, spelt, spelt_path
from factpress.pipeline import Checked

MOST_IN_A_FILE = 50
_WIDE = 160
_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
# GitHub takes a summary of 1 MiB a step, and drops a larger one whole.
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
            more = many(count - MOST_IN_A_FILE, "more finding")
            parts.append(f"{spelt_path(path)}: {more} not shown; --format json has all\n")
    return unheard("\n".join([*parts, summary(checked)])) + "\n"


def unheard(words: str) -> str:
    """Words in which both of GitHub's marks of a command are spelt: one counts anywhere, one where a line begins."""
    return _COMMAND.sub(r"\1U+003AU+003A", words.replace("##[", "##U+005B"))


def fitting(parts: Iterable[str]) -> Iterator[str]:
    """The parts of a summary, from the first on, that GitHub shows together."""
    size = 0
    for part in parts:
        size += len(part.encode())
        if size > _MOST_BYTES:
            return
        yield part


def counted(checked: Checked) -> str:
    """How many findings of each level there are, as a sentence lists them."""
    found = [many(checked.count(level), level.value) for level in Severity if level is not Severity.NOTE]
    if checked.count(Severity.NOTE):
        found.append(many(checked.count(Severity.NOTE), "note"))
    return ", ".join(found)


def summary(checked: Checked) -> str:
    """The ledger and the counts, in one line."""
    ledger = checked.ledger
    ignored = sum(ledger.ignored.values())
    files = f"checked {many(ledger.seen, 'file')}: {many(ledger.records, 'record')}, {ledger.broken:,} broken"
    if ignored:
        files += f", {ignored:,} ignored ({', '.join(f'{count:,} {rule}' for rule, count in ledger.ignored.items())})"
    waived = f", {checked.waived:,} waived" if checked.waived else ""
    return f"{files}; {counted(checked)}{waived}; {ledger.unaccounted:,} unaccounted"


def finding_lines(finding: Finding, source: str) -> str:
    """One finding with its excerpt from the file's text, its help and its rule's page; it ends with a line feed."""
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


def from_root(path: str, way: str) -> str:
    """A path from the repository's root, by the way from there to the project, such as `site/`."""
    return posixpath.normpath(way + path)


def many(count: int, noun: str) -> str:
    """A count with its noun: `1 file`, `2 files`."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
