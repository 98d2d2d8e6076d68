"""Lines of `must_hold` as sentences: the proof that a claim can't be right, and the answers to all others."""

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

_NEEDED = {
    ">=": "on {} or later",
    ">": "after {}",
    "after": "after {}",
    "<=": "on {} or earlier",
    "<": "before {}",
    "before": "before {}",
    "=": "on {}",
    "during": "during {}",
}
_MIRRORED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "after": "before", "before": "after", "=": "="}
ANSWERS = {"holds": "Holds", "broken": "Does not hold", "open": "Open"}
_NUMBERS = {"=": "equals", "<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}
_DATES = {"=": "is", "<": "is before", "<=": "is not after", ">": "is after", ">=": "is not before"}
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
    """The comparisons of a claim that rule nothing out, in the order of its record."""
    return [_compared(line, weight.claim, linked) for line in weight.lines if not line.refutes]


@dataclass(frozen=True, slots=True)
class RuledOut:
    """Why comparisons rule a claim out: what would have to be so, and a row for each thing that is not."""

    title: str
    sentence: str
    rows: Sequence[tuple[str, Sequence[To]]]
    follows: str


def ruled_out(weight: Weight, linked: LinkedBook) -> RuledOut | None:
    """The proof that a claim can't be right, said once; nothing where no comparison refutes it.

    Dates of other claims that are compared in the same way with one date are a list; other comparisons are sentences.
    """
    lines = [line for line in weight.lines if line.refutes]
    if not lines:
        return None
    verdict = linked.book.verdicts.get(weight.claim.verdict or "")
    follows = "" if verdict is not None and "instead" in verdict.needs else _AGAINST
    title = "Why the dates rule it out" if all(map(_is_about_dates, lines)) else "Why it can’t be right"
    sided = [_sided(line) for line in lines]
    if all(each is not None and each[1:3] == sided[0][1:3] for each in sided if sided[0] is not None):
        found = [each for each in sided if each is not None]
    else:
        found = []
    if len(found) < len(lines):
        told = [_compared(line, weight.claim, linked) for line in lines]
        rows = [(each.values, each.words) for each in told]
        return RuledOut(
            title, f"{'This' if len(rows) == 1 else 'Each of these'} would have to be so, and is not:", rows, follows
        )
    _, operator, value, side = found[0]
    needed = _NEEDED[operator].format(value) + _within(side, weight.claim)
    is_own = any(term.name == WHEN and term.claim in (None, weight.claim.id) for term in side)
    rows = []
    for line, (term, *_) in zip(lines, found, strict=True):
        own = line.held.left if line.relation.left == (term,) else line.held.right
        link = linked.to("claim", term.claim or "")
        rows.append((own + (_apart(term, weight.claim, linked.book) if is_own else ""), [link]))
    who, none = ("this", "It is not") if len(rows) == 1 else ("each of these", "None is")
    return RuledOut(title, f"For this to be right, {who} would have to be {needed}. {none}:", rows, follows)


def _is_about_dates(line: Line) -> bool:
    return any(term.name == WHEN for term in line.relation.terms)


def _sided(line: Line) -> tuple[Term, str, str, Sequence[Term]] | None:
    """A line as the time of another claim, an operator, and what it is compared with: the value, and the side."""
    relation, held = line.relation, line.held
    for side, operator, value, other in (
        (relation.left, relation.operator, held.right, relation.right),
        (relation.right, _MIRRORED.get(relation.operator, ""), held.left, relation.left),
    ):
        if len(side) == 1 and side[0].name == WHEN and side[0].claim and operator in _NEEDED:
            return side[0], operator, value, other
    return None


def _within(side: Sequence[Term], claim: Claim) -> str:
    """How far from the claim's own time a date may be, where that is what the side says."""
    if len(side) == 2 and side[0].name == WHEN and side[0].claim is None and side[1].literal and claim.when:
        return f", within {side[1].literal} of {claim.when.in_words()}"
    return ""


def _apart(term: Term, claim: Claim, book: Book) -> str:
    """How many days the time of another claim is before or after that of this one, at least."""
    other = book.claims.get(term.claim or "")
    if other is None or other.when is None or claim.when is None:
        return ""
    for first, then, word in ((other.when, claim.when, "before"), (claim.when, other.when, "after")):
        if first.latest and then.earliest and first.latest < then.earliest:
            days = (then.earliest.date() - first.latest.date()).days
            return f", {days} {'day' if days == 1 else 'days'} {word}" if days else ""
    return ""


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
        follows = "" if line.refutes else _NO_PROOF
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
