"""A diff in words, as text, as Markdown for a summary, and as JSON; no record's text can pass for ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from factpress.changes.change import Change, Diff, How, RecordChange, Suspect
from factpress.findings import spelt

NO_CHANGE = "No change in meaning."
_LONGEST = 400
BECOME: Mapping[How, str] = {
    "added": "is new",
    "removed": "is gone",
    "renamed": "has another id",
    "withdrawn": "was withdrawn",
    "restored": "stands again",
    "changed": "changed",
}
"""What became of a record, in words."""
_NAMES = {
    "figures": "figure",
    "appears_in": "the article's words",
    "must_hold": "must hold",
    "rests_on": "rests on",
    "no_claim": "sentence without a claim",
    "words": "words on the page",
    "corrections": "correction told",
    "reading": "quote",
}
# Every mark that could begin markup, a mention, an autolink or a reference somewhere.
_MARKS = re.compile(r"(?<!\w)-|-(?!\w)|[^\w\s,;“”‘’…–→?/%-]|_")


def text(diff: Diff) -> str:
    """The diff for a terminal."""
    return "\n".join(_lines(diff, spelt, bold="", item="  ")) + "\n"


def markdown(diff: Diff) -> str:
    """The diff for a summary in GitHub's Markdown: a heading, and a list for each record."""
    lines = ["## What this changes in the published record", "", *_lines(diff, _escaped, bold="**", item="- ")]
    return "\n".join(lines) + "\n"


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
    return json.dumps(whole, indent=2, ensure_ascii=True, allow_nan=False) + "\n"


FORMATS: Mapping[str, Callable[[Diff], str]] = {"text": text, "markdown": markdown, "json": as_json}


def change_words(change: Change, *, values: bool = True) -> str:
    """One change in words: `figure killed: was “3”, is “4”`; without values `figure killed: changed`."""
    first, *rest = change.keys
    name = spelt(" ".join([part_name(change), *rest]))
    if not values:
        return f"{name}: {'new' if change.was is None else 'gone' if change.now is None else 'changed'}"
    if change.was is None:
        return f"{name}: {'' if first == 'corrections' else 'new: '}{_shown(change.now)}"
    if change.now is None:
        return f"{name}: gone: {_shown(change.was)}"
    return f"{name}: was {_shown(change.was)}, is {_shown(change.now)}"


def part_name(change: Change) -> str:
    """What a change is a change of: `figure`, `evidence`, `must hold`."""
    return _NAMES.get(change.keys[0], change.keys[0].replace("_", " "))


def _lines(diff: Diff, escaped: Callable[[str], str], *, bold: str, item: str) -> Iterator[str]:
    if diff.is_empty:
        yield NO_CHANGE
        return
    yield escaped(_summary(diff))
    for record in diff.records:
        yield ""
        yield f"{bold}{escaped(_head(record))}{bold}"
        yield from _list((change_words(change) for change in record.changes), escaped, item)
    yield from _part("To be looked at again, because of what they rest on", map(_suspect, diff.suspects), escaped, item)
    yield from _part("Could not be read, so that nothing is said of them", map(_unread, diff.unread), escaped, item)
    yield from _part("Pages that this touches", (page or "/" for page in diff.pages), escaped, item)


def _part(title: str, items: Iterator[str], escaped: Callable[[str], str], item: str) -> Iterator[str]:
    lines = list(_list(items, escaped, item))
    if lines:
        yield from ("", f"{escaped(title)}:", *lines)


def _list(items: Iterator[str], escaped: Callable[[str], str], item: str) -> Iterator[str]:
    """The items of a list; in Markdown it stands apart from the line before it."""
    lines = [item + escaped(each) for each in items]
    if lines and item == "- ":
        yield ""
    yield from lines


def _summary(diff: Diff) -> str:
    counts: dict[How, int] = {}
    for record in diff.records:
        counts[record.how] = counts.get(record.how, 0) + 1
    parts = [f"{_many(count, 'record')} {how}" for how, count in counts.items()]
    if diff.suspects:
        parts.append(f"{len(diff.suspects):,} to be looked at again")
    if diff.unread:
        parts.append(f"{_many(len(diff.unread), 'file')} could not be read")
    return f"{', '.join(parts)}."


def _head(record: RecordChange) -> str:
    former = f", before: {record.was_id}" if record.was_id else ""
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


def _shown(value: str | None) -> str:
    cut = value or ""
    return f"“{spelt(cut if len(cut) <= _LONGEST else cut[: _LONGEST - 1] + '…')}”"


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _escaped(words: str) -> str:
    """Words as Markdown shows them literally: every mark as a reference, which begins nothing."""
    return _MARKS.sub(lambda mark: f"&#{ord(mark[0])};", spelt(words))
