"""Lines of `must_hold` as sentences, with their answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress.book import Book
from factpress.evidence.claim_weighing import Line, Weight
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import names, verdicts
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.must_hold import WHEN, Term

ANSWERS = {"holds": "Holds", "broken": "Does not hold", "open": "Open"}
_NUMBERS = {"=": "equals", "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}
_DATES = {"=": "is", "<": "is before", "<=": "is not after", ">": "is after", ">=": "is not before"}
_PROOF = "This is the proof that the article is wrong."
_AGAINST = "This counts against the claim, like a dispute without an answer."
_NO_PROOF = "This proves nothing as long as a claim that it names is neither corroborated nor primary."


@dataclass(frozen=True, slots=True)
class Compared:
    """A line of `must_hold` in words, its answer, the values of both sides, and what follows."""

    answer: str
    words: Sequence[To]
    values: str
    follows: str


def compared(weight: Weight, linked: LinkedBook) -> list[Compared]:
    """The comparisons of a claim, in the order of its record."""
    return [_compared(line, weight.claim, linked) for line in weight.lines]


def _compared(line: Line, claim: Claim, linked: LinkedBook) -> Compared:
    relation, held = line.relation, line.held
    is_dated = any(_is_date(side, claim, linked.book) for side in (relation.left, relation.right))
    operator = (_DATES if is_dated else _NUMBERS).get(relation.operator, f"is {relation.operator}")
    pieces = [*_side(relation.left, claim, linked), To(f" {operator} ", ""), *_side(relation.right, claim, linked)]
    values = held.why or f"{held.left} and {held.right}"
    for term in relation.terms:
        values = values.replace(f"`{term}`", "".join(piece.words for piece in _term(term, claim, linked)))
    follows = ""
    if held.answer == "broken":
        verdict = linked.book.verdicts.get(claim.verdict or "")
        is_wrong = verdict is not None and "instead" in verdict.needs
        follows = _NO_PROOF if not line.refutes else _PROOF if is_wrong else _AGAINST
    return Compared(ANSWERS[held.answer], pieces, values.replace("`", ""), follows)


def _side(side: Sequence[Term], claim: Claim, linked: LinkedBook) -> Iterator[To]:
    for n, term in enumerate(side):
        if n:
            yield To(" minus " if term.minus else " plus ", "")
        yield from _term(term, claim, linked)


def _term(term: Term, claim: Claim, linked: LinkedBook) -> Iterator[To]:
    if term.name is None:
        literal = term.literal
        yield To(literal.in_words() if isinstance(literal, Date) else names.figure_words(literal or ""), "")
        return
    if term.claim is None or term.claim == claim.id:
        yield To("the time of this claim" if term.name == WHEN else names.figure_name(term.name), "")
        return
    link = linked.to("claim", term.claim)
    yield To(f"{'the time' if term.name == WHEN else names.figure_name(term.name)} of “", "")
    other = linked.book.claims.get(term.claim)
    # What was found has no time and no figure; the claim has.
    words = verdicts.with_verdict(other, linked.book) if other and other.withdrawal is None else link.words
    yield To(words.removesuffix("."), link.url)
    yield To("”", "")


def _is_date(side: Sequence[Term], claim: Claim, book: Book) -> bool:
    """Whether a side comes to a date: whether it adds one date more than it takes away."""
    return sum((-1 if term.minus else 1) for term in side if _is_dated(term, claim, book)) == 1


def _is_dated(term: Term, claim: Claim, book: Book) -> bool:
    if term.name == WHEN:
        return True
    other = claim if term.claim is None else book.claims.get(term.claim)
    figure = other.figures.get(term.name) if other is not None and term.name is not None else term.literal
    return isinstance(figure, Date) or (figure is not None and figure.date is not None)
