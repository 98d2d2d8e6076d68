"""What was published of a claim and reads otherwise now, and the entries of `corrections` that tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from factpress.evidence.tokens import tokens
from factpress.records import text
from factpress.records.claim import Claim, Correction
from factpress.records.record import Keys

_WORDS = ("claim", "instead")
_VALUES = ("when", "said_by", "verdict")
TOLD = (*_WORDS, *_VALUES, "figures")
"""The fields of a published claim that do not change without an entry."""


def published_changes(was: Claim, now: Claim) -> Iterator[tuple[Keys, str, str]]:
    """What readers were told and is not so any more: its keys, the words before and after; what is new is none.

    Changes of typography alone are none.
    """
    for name in _WORDS:
        old, new = getattr(was, name), getattr(now, name)
        if old is not None and _tokens(old) != _tokens(new or ""):
            yield (name,), old, new or ""
    for name in _VALUES:
        old, new = getattr(was, name), getattr(now, name)
        if old is not None and old != new:
            yield (name,), str(old), str(new) if new is not None else ""
    for name, figure in was.figures.items():
        if str(figure) != str(now.figures.get(name)):
            yield ("figures", name), str(figure), str(now.figures.get(name, ""))


def new_corrections(was: Claim, now: Claim) -> Sequence[Correction]:
    """The entries of `corrections` that were not there before."""
    before = Counter(was.corrections)
    return [entry for entry, count in (Counter(now.corrections) - before).items() for _ in range(count)]


def lost_corrections(was: Claim, now: Claim) -> Sequence[Correction]:
    """The entries of `corrections` that are not there any more, or read otherwise."""
    return new_corrections(now, was)


def _tokens(words: str) -> Sequence[str]:
    return tokens(text.without_links(words))
