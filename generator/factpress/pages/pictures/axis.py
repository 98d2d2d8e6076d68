"""The axis of a timeline: days become pixels, long empty times are cut, and ticks have room for their labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from itertools import pairwise

from factpress.records.date_value import MONTHS

Reach = tuple[int, int]
EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()
BREAK = 26.0
"""The width of a cut, in pixels."""
_INSET = 14.0
_NARROWEST = 76.0
_MOST_SEGMENTS = 4
_FINE = 10
"""Dates known to so many days make the axis; wider ones are drawn as far as it goes."""
_SHORTEST_CUT = 60
_MOST_DAYS = 62
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
_ROOM = 58.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick: where it is, and its label and the label below it, where there is room."""

    x: float
    label: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the axis without a cut, from a first day to a last."""

    first: int
    last: int
    left: float
    right: float

    def x(self, day: int) -> float:
        """Where a day of the segment is; a single day is in the middle."""
        left, right = self.left + _INSET, self.right - _INSET
        if self.first == self.last:
            return (left + right) / 2
        return left + (right - left) * (day - self.first) / (self.last - self.first)


@dataclass(frozen=True, slots=True)
class Axis:
    """The segments of an axis from left to right."""

    segments: Sequence[Segment]

    def x(self, day: int) -> float:
        """Where a day is; one that the axis leaves out is at the nearest end."""
        for segment in self.segments:
            if day <= segment.last:
                return segment.x(max(day, segment.first))
        return self.segments[-1].x(self.segments[-1].last)

    def span(self, first: int | None, last: int | None) -> tuple[float, float]:
        """From where to where a date is drawn; what has no end, or goes beyond the axis, goes to its end."""
        start, end = self.segments[0], self.segments[-1]
        low = start.left if first is None or first < start.first else self.x(first)
        high = end.right if last is None or last > end.last else self.x(last)
        # A wide date that a segment of finer ones cuts off covers the segment.
        for segment in self.segments:
            if first is not None and last is not None and first < segment.first <= last and low < segment.left:
                low = low if self._holds(first) else segment.left
            if first is not None and last is not None and first <= segment.last < last and high > segment.right:
                high = high if self._holds(last) else segment.right
        return low, max(low, high)

    def _holds(self, day: int) -> bool:
        return any(segment.first <= day <= segment.last for segment in self.segments)

    @property
    def cuts(self) -> list[float]:
        """Where the axis is cut."""
        return [segment.right + BREAK / 2 for segment in self.segments[:-1]]


def axis_of(reaches: Sequence[tuple[int | None, int | None]], *, left: float, right: float) -> Axis:
    """The axis for dates by their first and last days, of which there is at least one."""
    known = sorted((_day(first, last), _day(last, first)) for first, last in reaches)
    fine = sorted((first, last) for first, last in reaches if first and last and last - first <= _FINE)
    runs = _runs(fine) if len(fine) * 3 >= len(known) else _runs(known)
    wide = [each for each in known if not any(first <= each[1] and each[0] <= last for first, last in runs)]
    before = [each for each in wide if each[1] < runs[0][0]]
    after = [each for each in wide if each[0] > runs[-1][1]]
    if len(before) + len(after) < len(wide):
        # Something would be in a time that is cut out.
        runs, before, after = _runs(known), [], []
    extent = runs[-1][1] - runs[0][0]
    if before and runs[0][0] - before[0][0] <= extent:
        runs[0] = (before[0][0], runs[0][1])
    elif before:
        runs.insert(0, (before[0][0], max(last for _, last in before)))
    latest = max((last for _, last in after), default=0)
    if after and latest - runs[-1][1] <= extent:
        runs[-1] = (runs[-1][0], latest)
    elif after:
        runs.append((after[0][0], latest))
    weights = [len({first for first, last in known if last >= low and first <= high}) for low, high in runs]
    return Axis(list(_laid_out(runs, weights, left, right)))


def _day(day: int | None, other: int | None) -> int:
    return day if day is not None else other or EARLIEST


def _runs(core: Sequence[Reach]) -> list[Reach]:
    """Runs of dates with long empty times between them; the longest gaps are cut first."""
    runs: list[Reach] = []
    for first, last in core:
        if runs and first <= runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], max(runs[-1][1], last))
        else:
            runs.append((first, last))
    while len(runs) > 1:
        gaps = [(after[0] - before[1], n) for n, (before, after) in enumerate(pairwise(runs))]
        smallest, n = min(gaps)
        filled = sum(last - first for first, last in runs)
        extent = runs[-1][1] - runs[0][0]
        # Once most of the axis would be time between runs, and cutting it gives a run room, the axis is cut.
        if filled and len(runs) <= _MOST_SEGMENTS - 2 and smallest >= max(_SHORTEST_CUT, 0.6 * extent, filled):
            break
        runs[n : n + 2] = [(runs[n][0], runs[n + 1][1])]
    return runs


def _laid_out(runs: Sequence[Reach], weights: Sequence[int], left: float, right: float) -> Iterator[Segment]:
    room = right - left - BREAK * (len(runs) - 1)
    least = min(_NARROWEST, room / len(runs))
    spare = room - least * len(runs)
    at = left
    for (first, last), weight in zip(runs, weights, strict=True):
        width = least + spare * weight / sum(weights)
        yield Segment(first, last, at, at + width)
        at += width + BREAK


def ticks(axis: Axis, days: Iterable[int]) -> Iterator[Tick]:
    """The ticks of an axis: at days with events where it shows days, else at months or years."""
    known = sorted(set(days))
    for segment in axis.segments:
        inside = [day for day in known if segment.first <= day <= segment.last]
        if segment.last - segment.first <= _MOST_DAYS and inside:
            yield from _day_ticks(segment, inside)
        else:
            yield from _month_ticks(segment)


def _day_ticks(segment: Segment, events: Sequence[int]) -> Iterator[Tick]:
    labelled: dict[int, Tick] = {}
    row = below_row = -1000.0
    month = 0
    for day in events:
        x, named = segment.x(day), date.fromordinal(day)
        if x - row < 20 and day != events[0]:
            continue
        below = ""
        if named.year * 12 + named.month != month and x - below_row >= 100:
            below, below_row, month = f"{MONTHS[named.month - 1]} {named.year}", x, named.year * 12 + named.month
        labelled[day], row = Tick(x, str(named.day), below), x
    shows_all = (segment.right - segment.left) / max(segment.last - segment.first, 1) >= 6
    for day in range(segment.first, segment.last + 1) if shows_all else labelled:
        yield labelled.get(day) or Tick(segment.x(day))


def _month_ticks(segment: Segment) -> Iterator[Tick]:
    """At the first days of every so many months, as close as their labels allow; without any, at the first day."""
    width = segment.right - segment.left - 2 * _INSET
    months = max((segment.last - segment.first) / 30.44, 0.01)
    step = next((each for each in _STEPS if each / months * width >= _ROOM), _STEPS[-1])
    first = date.fromordinal(segment.first)
    number = -(-(first.year * 12 + first.month - 1 + (first.day > 1)) // step) * step
    found = False
    while number // 12 <= MAXYEAR:
        day = date(max(number // 12, 1), number % 12 + 1, 1).toordinal()
        if day > segment.last:
            break
        found = True
        yield Tick(segment.x(max(day, segment.first)), _month_label(number // 12, number % 12, whole_years=step >= 12))
        number += step
    if not found:
        yield Tick(segment.x(segment.first), _month_label(first.year, first.month - 1, whole_years=months >= 12))


def _month_label(year: int, month: int, *, whole_years: bool) -> str:
    return f"{max(year, 1)}" if whole_years else f"{MONTHS[month][:3]} {year}"
