"""What was read is looked at once more beside its neighbours: a piece of something longer is a doubt, never a value.

The readers read from left to right and see what comes before and after one amount or date. What two of them make
together ("this Friday (14 June)", "five hundred and three dozen") is seen here, when all is read.
"""

from __future__ import annotations

from bisect import bisect_left

from factpress.evidence.english import amount_edges, date_edges
from factpress.evidence.english.amount_misgivings import why_no_amount
from factpress.evidence.english.date_misgivings import why_no_date
from factpress.evidence.english.neighbours import Neighbours, Place
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.language import Doubt, Reading, Said


def reconsidered(scan: EnglishScan, said: tuple[Said, ...], doubts: tuple[Doubt, ...]) -> Reading:
    """The reading, with a doubt for each value of which another word makes something else."""
    if not said:
        return Reading(said, doubts)
    places = [_of_value(scan, each) for each in said]
    every = (*places, *(_of_doubt(scan, each) for each in doubts))
    around = Neighbours(scan, {each.start: each for each in every}, {each.end: each for each in every})
    whys = [_why_not(around, place) for place in places]
    if not any(whys):
        return Reading(said, doubts)
    kept = tuple(each for each, why in zip(said, whys, strict=True) if not why)
    doubted = [Doubt(each.words, each.start, each.end, why) for each, why in zip(said, whys, strict=True) if why]
    return Reading(kept, tuple(sorted((*doubts, *doubted), key=lambda each: each.start)))


def _why_not(around: Neighbours, place: Place) -> str:
    """Why a value may be another one; nothing where it is right."""
    if place.kind == "date":
        return why_no_date(around, place) or date_edges.why_at_edge(around, place)
    return why_no_amount(around, place) or amount_edges.why_at_edge(around, place)


def _of_value(scan: EnglishScan, said: Said) -> Place:
    """The tokens of a value."""
    start, end = _tokens(scan, said.start, said.end)
    return Place(start, end, said.values, said.values.kind, said.noun)


def _of_doubt(scan: EnglishScan, doubt: Doubt) -> Place:
    """The tokens of a doubt."""
    return Place(*_tokens(scan, doubt.start, doubt.end), why=doubt.why)


def _tokens(scan: EnglishScan, first: int, last: int) -> tuple[int, int]:
    """The token that begins at a character, and the one after that which ends at another."""
    start = bisect_left(scan.starts, first, 0, scan.size)
    return start, bisect_left(scan.ends, last, start, scan.size) + 1
