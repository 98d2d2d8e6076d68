"""A diff in words, as text, as Markdown for a summary, and as JSON; a record's text can't look like ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from factpress.changes.change import Change, Diff, How, RecordChange, Suspect
from factpress.changes.wording import BECOME, change_words
from factpress.findings import counted, spelt
from factpress.reports.json_report import json_text
from factpress.reports.text_report import fitting, without_commands

NO_CHANGE = "No change in meaning."
# Every mark that could begin markup, a mention, an autolink or a reference.
_MARKS = re.compile(r"(?<!\w)-|-(?!\w)|[^\w\s,;“”‘’…–→?/%-]|_")


def text(diff: Diff) -> str:
    """The diff for a terminal."""
    return without_commands("\n".join(_lines(diff, spelt, bold="", item="  "))) + "\n"


def markdown(diff: Diff) -> str:
    """The diff for a summary in GitHub's Markdown: a heading, and a list for each record."""
    lines = ["## What this changes in the published record", "", *_lines(diff, _escaped, bold="**", item="- ")]
    shown = list(fitting(f"{line}\n" for line in lines))
    if len(shown) < len(lines):
        more = counted(len(lines) - len(shown), "more line")
        shown.append(f"\n{more} not shown here; `factpress diff` in a terminal has all.\n")
    return "".join(shown)


def as_json(diff: Diff) -> str:
    """The diff as one JSON object, with everything uncut."""
    whole = {
        "changed": not diff.is_empty,
        "records": [_record(each) for each in diff.records],
        "suspects": [
            {"kind": each.kind, "id": each.id, "path": each.path, "because": list(each.because)}
            for each in diff.suspects
        ],
        "pages": list(diff.pages),
        "unread": [{"kind": kind, "id": id} for kind, id in diff.unread],
    }
    return json_text(whole)


FORMATS: Mapping[str, Callable[[Diff], str]] = {"text": text, "markdown": markdown, "json": as_json}


def _lines(diff: Diff, escaped: Callable[[str], str], *, bold: str, item: str) -> Iterator[str]:
    if diff.is_empty:
        yield NO_CHANGE
        return
    yield escaped(_summary(diff))
    for record in diff.records:
        yield ""
        yield f"{bold}{escaped(_head(record))}{bold}"
        yield from _list((change_words(change) for change in record.changes), escaped, item)
    yield from _part("Read these again, because what they rest on changed", map(_suspect, diff.suspects), escaped, item)
    yield from _part("Could not be read, so their changes are unknown", map(_unread, diff.unread), escaped, item)
    yield from _part("Pages that this affects", (page or "/" for page in diff.pages), escaped, item)


def _part(title: str, items: Iterator[str], escaped: Callable[[str], str], item: str) -> Iterator[str]:
    lines = list(_list(items, escaped, item))
    if lines:
        yield from ("", f"{escaped(title)}:", *lines)


def _list(items: Iterator[str], escaped: Callable[[str], str], item: str) -> Iterator[str]:
    """The items of a list; in Markdown an empty line comes before it."""
    lines = [item + escaped(each) for each in items]
    if lines and item == "- ":
        yield ""
    yield from lines


def _summary(diff: Diff) -> str:
    counts: dict[How, int] = {}
    for record in diff.records:
        counts[record.how] = counts.get(record.how, 0) + 1
    parts = [f"{counted(count, 'record')} {how}" for how, count in counts.items()]
    if diff.suspects:
        parts.append(f"{len(diff.suspects):,} to read again")
    if diff.unread:
        parts.append(f"{counted(len(diff.unread), 'file')} could not be read")
    return f"{', '.join(parts)}."


def _head(record: RecordChange) -> str:
    former = f", formerly {record.was_id}" if record.was_id else ""
    name = "the site" if record.kind == "site" else f"{record.kind} {record.id}"
    return f"{name} {BECOME[record.how]}{former} ({record.path})"


def _suspect(suspect: Suspect) -> str:
    verb = "rests on" if suspect.kind == "claim" else "cites"
    return f"{suspect.kind} {suspect.id}: it {verb} {', '.join(suspect.because)}"


def _unread(broken: tuple[str, str]) -> str:
    kind, id = broken
    return f"{kind} {id}" if id else f"every {kind}"


def _record(record: RecordChange) -> Mapping[str, object]:
    return {
        "kind": record.kind,
        "id": record.id,
        "was_id": record.was_id or None,
        "path": record.path,
        "how": record.how,
        "changes": [_change(change) for change in record.changes],
    }


def _change(change: Change) -> Mapping[str, object]:
    keys: Sequence[str] = list(change.keys)
    return {"keys": keys, "was": change.was, "now": change.now, "words": change_words(change)}


def _escaped(words: str) -> str:
    """Words that Markdown shows literally: every mark is a character reference."""
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", spelt(words))
