"""Changes to what was published of a claim, and the entries of `corrections` that announce them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress.book import Book
from factpress.evidence.tokens import tokens
from factpress.records import text
from factpress.records.claim import Claim, Correction
from factpress.records.record import Keys

_WORDS = ("claim", "finding", "instead")
_VALUES = ("when", "said_by", "verdict")
# Fields that change the meaning even where they are added.
_EVEN_IF_ADDED = frozenset({"said_by"})
TOLD = (*_WORDS, *_VALUES, "figures")
"""The fields of a published claim whose changes need an entry."""


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """A change to something published: its keys, and the words before and after.

    `is_wording`: only words changed, and the meaning may be the same; a change of a figure, a date or a verdict is
    never wording alone.
    """

    keys: Keys
    was: str
    now: str
    is_wording: bool = False


def published_changes(was: Claim, base: Book, now: Claim, head: Book) -> Iterator[PublishedChange]:
    """Every change to what was published of a claim; additions and typography are none."""
    for name in _WORDS:
        old, new = getattr(was, name), getattr(now, name)
        if old is not None and _tokens(old) != _tokens(new or ""):
            yield PublishedChange((name,), old, new or "", is_wording=True)
    for name in _VALUES:
        old, new = getattr(was, name), getattr(now, name)
        if old != new and (old is not None or name in _EVEN_IF_ADDED):
            yield PublishedChange((name,), str(old or ""), str(new or ""))
    for name, figure in was.figures.items():
        if str(figure) != str(now.figures.get(name)):
            yield PublishedChange(("figures", name), str(figure), str(now.figures.get(name, "")))
    yield from _lost_dissent(was, base, now, head)


def new_corrections(was: Claim, now: Claim) -> Sequence[Correction]:
    """The new entries of `corrections`: those above all published ones, and not older than they are."""
    old = set(was.corrections)
    newest = max((entry.date.earliest for entry in old if entry.date.earliest), default=None)
    found = []
    for entry in now.corrections:
        if entry in old:
            break
        if newest is None or (entry.date.earliest and entry.date.earliest >= newest):
            found.append(entry)
    return found


def lost_corrections(was: Claim, now: Claim) -> Sequence[Correction]:
    """The published entries of `corrections` that were removed or changed."""
    return [entry for entry in was.corrections if entry not in now.corrections]


def announces(entries: Sequence[Correction], change: PublishedChange) -> bool:
    """Whether entries announce a change: a clarification announces a change of words only."""
    return any(change.is_wording or entry.kind != "clarification" for entry in entries)


def _lost_dissent(was: Claim, base: Book, now: Claim, head: Book) -> Iterator[PublishedChange]:
    """The words of sources that disputed the claim and no longer do."""
    against = {piece.quoted.source for piece in head.weights[now.id].pieces if piece.is_dispute}
    against |= {piece.source for piece in now.evidence if piece.stance == "disputes"}
    if was.figures != now.figures:
        # A source that differed from a figure may agree with its new value.
        against |= {piece.source for piece in now.evidence if piece.stance == "supports"}
    for piece in base.weights[was.id].pieces:
        source = head.renamed.get(("source", piece.quoted.source), piece.quoted.source)
        if piece.is_dispute and source not in against:
            yield PublishedChange(("evidence",), piece.quoted.quote, "")


def _tokens(words: str) -> Sequence[str]:
    return tokens(text.without_links(words))
