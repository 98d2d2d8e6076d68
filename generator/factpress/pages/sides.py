"""Both sides of a claim: the article's words, each of its sentences once, and the strongest words of a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.pages.best_quote import best_quote
from factpress.pages.cards import Card, cards_of
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import names, verdicts
from factpress.pages.words.counts import listed

_AGAINST = frozenset({"crossed", "slashed"})
"""The marks of verdicts beside which the words that speak against the article are shown."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: the words quoted from it, in their order, their source, and its place."""

    quotes: Sequence[Card]
    source: To
    place: To | None


@dataclass(frozen=True, slots=True)
class SourceSays:
    """The strongest words of a source, and who says them."""

    who: str
    card: Card


def sentences_of(pieces: Iterable[Piece], linked: LinkedBook) -> list[Sentence]:
    """The sentences of articles that quotes are from, in the order of the articles."""
    ordered = sorted(pieces, key=lambda each: each.proof.entry.position if each.proof.entry else 0)
    found: dict[tuple[str, str], list[Card]] = {}
    for n, (piece, card) in enumerate(zip(ordered, cards_of(ordered, linked), strict=True)):
        found.setdefault((piece.quoted.source, card.place.words if card.place else str(n)), []).append(card)
    return [Sentence(cards, cards[0].source, cards[0].place) for cards in found.values()]


def places_of(sentences: Sequence[Sentence], linked: LinkedBook, source: str) -> To | None:
    """Where in an article a claim is made, such as "Forces News, sentence 11 of 20", with a link to that sentence."""
    first = next((each.place for each in sentences if each.place and each.place.url), None)
    record = linked.book.sources.get(source)
    if record is None:
        return None
    name = names.publisher(record, linked.book)
    if first is None:
        return linked.to("source", source)
    places = [each.place.words for each in sentences if each.place and each.place.url]
    numbers = list(dict.fromkeys(place.split()[1] for place in places))
    where = first.words.lower() if len(numbers) == 1 else f"sentences {listed(numbers)} of {first.words.split()[-1]}"
    return To(f"{name}, {where}", first.url)


def source_says(weight: Weight, linked: LinkedBook) -> SourceSays | None:
    """The words of a source that say most about a claim: against it where its verdict is that it is wrong."""
    against = verdicts.mark_of(weight.claim, linked.book) in _AGAINST
    piece = best_quote(weight, linked.book, against=against)
    if piece is None or piece.evidence is None:
        return None
    named = piece.quoted.attributed_to
    who = named if named and " " in named else linked.short_name(named or piece.root)
    (card,) = cards_of([piece], linked)
    return SourceSays(f"{who[:1].upper()}{who[1:]}", card)
