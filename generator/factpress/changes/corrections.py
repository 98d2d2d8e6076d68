"""What was published of a claim and reads otherwise now, and the entries of `corrections` that tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress.book import Book
from factpress.evidence.tokens import tokens
from factpress.records import text
from factpress.records.claim import Claim, Correction
from factpress.records.record import Keys

_WORDS = ("claim", "instead")
_VALUES = ("when", "said_by", "verdict")
# What means something else wherever it was not there before.
_TELLING = frozenset({"said_by"})
TOLD = (*_WORDS, *_VALUES, "figures")
"""The fields of a published claim that do not change without an entry."""


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """What readers were told and is not so any more: its keys, and the words before and after.

    `may_be_said_better`: a change of words may leave the meaning as it was; one of a figure, a date or a verdict
    does not.
    """

    keys: Keys
    was: str
    now: str
    may_be_said_better: bool = False


def published_changes(was: Claim, base: Book, now: Claim, head: Book) -> Iterator[PublishedChange]:
    """What readers were told of a claim and is not so any more; what is new is none, nor is typography alone."""
    for name in _WORDS:
        old, new = getattr(was, name), getattr(now, name)
        if old is not None and _tokens(old) != _tokens(new or ""):
            yield PublishedChange((name,), old, new or "", may_be_said_better=True)
    for name in _VALUES:
        old, new = getattr(was, name), getattr(now, name)
        if old != new and (old is not None or name in _TELLING):
            yield PublishedChange((name,), str(old or ""), str(new or ""))
    for name, figure in was.figures.items():
        if str(figure) != str(now.figures.get(name)):
            yield PublishedChange(("figures", name), str(figure), str(now.figures.get(name, "")))
    yield from _lost_dissent(was, base, now, head)


def new_corrections(was: Claim, now: Claim) -> Sequence[Correction]:
    """The entries of `corrections` that tell of what is new: above all that were published, and no older than these."""
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
    """The entries of `corrections` that are not there any more, or read otherwise."""
    return [entry for entry in was.corrections if entry not in now.corrections]


def tells(entries: Sequence[Correction], change: PublishedChange) -> bool:
    """Whether entries tell of a change: a clarification leaves the meaning as it was."""
    return any(change.may_be_said_better or entry.kind != "clarification" for entry in entries)


def _lost_dissent(was: Claim, base: Book, now: Claim, head: Book) -> Iterator[PublishedChange]:
    """The words of sources that spoke against the claim, and do not any more."""
    against = {piece.quoted.source for piece in head.weights[now.id].pieces if piece.is_dispute}
    against |= {piece.source for piece in now.evidence if piece.stance == "disputes"}
    if was.figures != now.figures:
        # What differed from a figure may agree with what it is now.
        against |= {piece.source for piece in now.evidence if piece.stance == "supports"}
    for piece in base.weights[was.id].pieces:
        source = head.renamed.get(("source", piece.quoted.source), piece.quoted.source)
        if piece.is_dispute and source not in against:
            yield PublishedChange(("evidence",), piece.quoted.quote, "")


def _tokens(words: str) -> Sequence[str]:
    return tokens(text.without_links(words))
