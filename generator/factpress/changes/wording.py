"""One change in words, as diffs and the history of a claim's page tell it."""

from __future__ import annotations

from collections.abc import Mapping

from factpress.changes.change import Change, How
from factpress.findings import spelt

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
    "order": "order on the page",
}


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


def _shown(value: str | None) -> str:
    cut = value or ""
    return f"“{spelt(cut if len(cut) <= _LONGEST else cut[: _LONGEST - 1] + '…')}”"
