"""Where dates prove a verdict: the time in which dates would have to be for a claim to hold, and where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factpress.book import Book
from factpress.evidence.units import factor
from factpress.evidence.values import of_figure
from factpress.pages.words import counts, names
from factpress.records.claim import Claim
from factpress.records.date import Date, parse_date
from factpress.records.figure import Figure
from factpress.records.must_hold import WHEN, Relation, Term

_SWAPPED = {">": "<", ">=": "<=", "<": ">", "<=": ">=", "before": "after", "after": "before"}
_LATER, _EARLIER = (">", ">=", "after"), ("<", "<=", "before")


@dataclass(frozen=True, slots=True)
class Proof:
    """A claim that its own dates refute: the days that it allows, and the claims whose dates are all outside them."""

    claim: Claim
    first: int
    last: int
    allows: str
    """The days in words, such as "7 days before 26 March 2020"."""
    allows_briefly: str
    """The same without the year, which the axis has."""
    outside: Sequence[Claim]

    @property
    def none_of(self) -> str:
        """How many of the dates are in these days, in words."""
        many = len(self.outside)
        return "the other date is outside" if many == 1 else f"none of the {counts.number(many)} other dates"

    @property
    def none(self) -> str:
        """The same in as few words as there are."""
        return "outside" if len(self.outside) == 1 else "none of them"

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last day that the others may have, as ordinals."""
        dates = [claim.when for claim in self.outside if claim.when]
        firsts = [each.earliest.toordinal() for each in dates if each.earliest]
        lasts = [each.latest.toordinal() for each in dates if each.latest]
        return min(firsts), max(lasts)

    @property
    def where_they_are(self) -> str:
        """The days of the others in words."""
        many = len(self.outside)
        of = "the other date" if many == 1 else f"the {counts.number(many)} other dates"
        return f"{of}: {days(*self.reach)}"


def proofs_of(claims: Iterable[Claim], book: Book) -> Iterator[Proof]:
    """The proofs by dates among some claims: lines of `must_hold` that are broken and whose claims are firm."""
    for claim in claims:
        found: dict[tuple[int, int, str], list[Claim]] = {}
        for line in book.weights[claim.id].lines if claim.when and claim.withdrawal is None else ():
            allowed = _allowed(line.relation, claim.when) if line.refutes and claim.when else None
            named = book.claims.get(allowed.other) if allowed else None
            if allowed and named and named.when and named.when.earliest and named.when.latest:
                found.setdefault((allowed.first, allowed.last, allowed.words), []).append(named)
        for (first, last, words), outside in found.items():
            briefly = words.removesuffix(f" {claim.when.canonical[:4].lstrip('0')}") if claim.when else words
            yield Proof(claim, first, last, words, briefly, outside)


def days(first: int, last: int) -> str:
    """A day or a run of days in words, from ordinals."""
    start, end = date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat()
    return parse_date(start if start == end else f"{start}/{end}").in_words()


@dataclass(frozen=True, slots=True)
class _Allowed:
    other: str
    first: int
    last: int
    words: str


def _allowed(relation: Relation, when: Date) -> _Allowed | None:
    """Whose date a line compares, with the first and last day that it allows; nothing for a line of another form.

    It reads `other.when >= when - 7 days` and `other.when <= when + 7 days`, from either side.
    """
    left, operator, right = relation.left, relation.operator, relation.right
    if len(left) > 1:
        left, operator, right = right, _SWAPPED.get(operator, ""), left
    if len(left) != 1 or left[0].name != WHEN or left[0].claim is None or len(right) != 2:
        return None
    own, literal = right
    length = _days(literal)
    if own.name != WHEN or own.claim is not None or own.minus or length is None:
        return None
    if when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest.toordinal(), when.latest.toordinal()
    words, figure = when.in_words(), names.figure_words(literal.literal if isinstance(literal.literal, Figure) else "")
    if literal.minus and operator in _LATER:
        return _Allowed(left[0].claim, max(first - length, 1), last, f"{figure} before {words}")
    if not literal.minus and operator in _EARLIER:
        return _Allowed(left[0].claim, first, min(last + length, date.max.toordinal()), f"{figure} after {words}")
    return None


def _days(term: Term) -> int | None:
    """A duration as whole days; nothing for anything else."""
    if not isinstance(term.literal, Figure):
        return None
    length = of_figure(term.literal)
    rate = factor(length.unit, "day")
    if length.kind != "duration" or rate is None or length.high is None:
        return None
    return int(length.high * rate[1])
