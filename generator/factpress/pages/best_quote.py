"""The quote that says a claim, or speaks against it: the one that pages show where there is room for one only."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.quote_weighing import FigureReading
from factpress.pages.cards import role_of


def best_quote(weight: Weight, book: Book, *, against: bool = False) -> Piece | None:
    """The quote that says most for a claim; with `against`, the one that says most against it, if there is one.

    Its own words come before an editor's reading of it: what counts first is how many figures, with the claim's time,
    the quote says in so many words; then how many it says as read by the editor; then whether it is first-hand.
    """
    roles = ("disputes", "supports") if against else ("supports", "disputes")

    def worth(piece: Piece) -> tuple[int | bool, ...]:
        role, evidence = role_of(piece), piece.evidence
        said = [read for read in _readings(piece) if read.verb == ("differs" if role == "disputes" else "agrees")]
        return (
            role == roles[0],
            against and role == roles[1],
            piece.proof.is_read,
            sum(not read.declared for read in said),
            len(said),
            role == roles[0] and evidence is not None and bool(evidence.first_hand),
            evidence is not None,
        )

    return max((piece for piece in weight.pieces if piece.quoted.source in book.sources), key=worth, default=None)


def _readings(piece: Piece) -> Iterator[FigureReading]:
    yield from piece.reading.figures.values()
    yield piece.reading.when
