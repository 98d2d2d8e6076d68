"""One change in words, for diffs and for the history on a claim's page."""

from __future__ import annotations

from collections.abc import Mapping

from factpress.changes.change import Change, How
from factpress.findings import spelt

_LONGEST = 400
BECOME: Mapping[How, str] = {
    "added": "is new",
    "removed": "was removed",
    "renamed": "has a new id",
    "withdrawn": "was withdrawn",
    "restored": "was restored",
    "changed": "changed",
}
"""What happened to a record, in words."""
_NAMES = {
    "figures": "figure",
    "appears_in": "the article's words",
    "because": "reason",
    "instead": "what is true instead",
    "must_hold": "comparison",
    "rests_on": "rests on",
    "no_claim": "sentence without a claim",
    "words": "words on the page",
    "corrections": "correction",
    "would_change": "what would change the verdict",
    "checked": "last checked",
    "review_by": "to be checked again by",
    "not_said": "not said",
    "replies": "reply",
    "challenges": "challenge",
    "reading": "quote",
    "order": "order on the page",
}


def change_words(change: Change, *, values: bool = True) -> str:
    """One change in words: `figure killed: was “3”, now “4”`; without values `figure killed: changed`."""
    first, *rest = change.keys
    name = spelt(" ".join([part_name(change), *rest]))
    if not values:
        return f"{name}: {'new' if change.was is None else 'removed' if change.now is None else 'changed'}"
    if change.was is None:
        return f"{name}: {'' if first == 'corrections' else 'new: '}{_shown(change.now)}"
    if change.now is None:
        return f"{name}: removed: {_shown(change.was)}"
    return f"{name}: was {_shown(change.was)}, now {_shown(change.now)}"


def part_name(change: Change) -> str:
    """The name of the part that changed: `figure`, `evidence`, `comparison`."""
    return _NAMES.get(change.keys[0], change.keys[0].replace("_", " "))


def _shown(value: str | None) -> str:
    cut = value or ""
    return f"“{spelt(cut if len(cut) <= _LONGEST else cut[: _LONGEST - 1] + '…')}”"
