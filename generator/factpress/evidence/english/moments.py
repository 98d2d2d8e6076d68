"""A day and a time of day beside it are a moment: "at ten in the morning on 2 June", "Tuesday at 21:45 local time"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from factpress.evidence.english.clock import one_clock
from factpress.evidence.english.clock_value import DAY, HOUR, MINUTE, Clock
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.language import Said
from factpress.evidence.values import Values, of_date
from factpress.evidence.word_tables import set_of
from factpress.records.date import parse_date
from factpress.records.unreadable import Unreadable

_BETWEEN = set_of(
    ", at on of the around about early late in ( - local time precisely exactly sharp shortly just before after"
)
_MOST_BETWEEN = 4
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]+(?:Z|[+-][0-9:]+)?")
_HALVES = {"morning": 0, "afternoon": 12, "evening": 12}
_ABOUT = frozenset({"around", "about", "approximately", "roughly", "circa"})
_LEFT_OPEN = frozenset({"until", "till", "from", "since", "between", "to", "and", "or", "-"})
_HALF_HOUR = 30 * MINUTE


@dataclass(frozen=True, slots=True)
class Window:
    """What a time of day says of its day, in seconds of it, with the tokens that say so."""

    start: int
    end: int
    low: int
    high: int
    nominal: int | None
    zone: int | None


def note_clock(scan: EnglishScan, i: int, end: int) -> None:
    """Notes the time of day from token `i` to before `end`, for a day beside it."""
    clock = one_clock(scan, i)
    if clock is None or clock.end != end:
        scan.clocks.append(_whole_day(i, end))
        return
    last = scan.clocks[-1] if scan.clocks else None
    if last and last.end == i - 1 and scan.low[i - 1] == "(" and scan.low[end] == ")":
        # "0735 GMT (1035 local time)" is one time.
        scan.clocks[-1] = replace(last, end=end + 1)
        return
    scan.clocks.append(clock)


def with_times(scan: EnglishScan) -> tuple[Said, ...]:
    """What was read, each day that has one time of day beside it as that moment."""
    found = list(scan.said)
    if not scan.clocks and (":" not in scan.text or not any(":" in said.words for said in found)):
        return tuple(found)
    starts = {clock.start: clock for clock in scan.clocks}
    ends = {clock.end: clock for clock in scan.clocks}
    used: set[int] = set()
    for n, said in enumerate(found):
        if not _is_day(said.values):
            continue
        first = bisect_left(scan.starts, said.start, 0, scan.size)
        if (written := _WRITTEN.search(said.words)) is not None:
            found[n] = replace(said, values=_as_written(written[0], said.values))
            continue
        end = _end_of(scan, first, said.end)
        if ":" in said.words and (clock := _inside(scan, first, end)):
            found[n] = replace(said, values=_moment(scan, said, clock, first, end).values)
            continue
        before = [clock for k in range(_MOST_BETWEEN) if (clock := ends.get(first - k))]
        after = [clock for k in range(_MOST_BETWEEN) if (clock := starts.get(end + k))]
        beside = [clock for clock in (*before, *after) if _is_beside(scan, clock, first, end)]
        if len(beside) == 1 and beside[0].start not in used:
            used.add(beside[0].start)
            found[n] = _moment(scan, said, beside[0], first, end)
    return tuple(found)


def _inside(scan: EnglishScan, first: int, end: int) -> Clock | None:
    """The time within the words of a date: "Oct 26 15:50:06 2016"."""
    return next((clock for n in range(first, end) if ":" in scan.raw[n] and (clock := one_clock(scan, n))), None)


def _is_day(values: Values) -> bool:
    if values.kind != "date" or values.is_span or values.low is None or values.high is None:
        return False
    return values.high - values.low == DAY - 1


def _as_written(text: str, day: Values) -> Values:
    """The moment that ISO 8601 writes; its day where the time has a form that records have not."""
    try:
        return of_date(parse_date(text))
    except Unreadable:
        return day


def _end_of(scan: EnglishScan, first: int, end: int) -> int:
    """The token after the words that end at a character."""
    n = first
    while n < scan.size and scan.ends[n] <= end:
        n += 1
    return n


def _is_beside(scan: EnglishScan, clock: Clock, first: int, end: int) -> bool:
    """Whether nothing but small words is between a time and a date."""
    between = scan.low[end : clock.start] if clock.start >= end else scan.low[clock.end : first]
    apart = clock.start >= end or clock.end <= first
    return apart and len(between) <= _MOST_BETWEEN and _BETWEEN.issuperset(between)


def _moment(scan: EnglishScan, said: Said, clock: Clock, first: int, end: int) -> Said:
    """The day with its time; the day as it is, where the time leaves too much open."""
    window = _window(scan, clock, scan.low[end - 1])
    if window is None or said.values.low is None:
        return said
    day = said.values.low
    nominal = None if window.nominal is None else day + window.nominal
    values = replace(said.values, low=day + window.low, high=day + window.high, nominal=nominal, zone=window.zone)
    start, last = min(first, window.start), max(end, window.end)
    begins, ends = scan.starts[start], scan.ends[last - 1]
    return Said(values, scan.text[begins:ends], begins, ends)


def _window(scan: EnglishScan, clock: Clock, part: str) -> Window | None:
    second = clock.second
    if not clock.is_local:
        return None
    if not clock.is_certain:
        if (
            part not in _HALVES
            or second // HOUR > 12
            or (clock.end - clock.start == 1 and scan.low[clock.start] == "midnight")
        ):
            return None
        second = second % (12 * HOUR) + _HALVES[part] * HOUR
    before, two = scan.low[clock.start - 1], scan.low[clock.start - 2]
    start, near = clock.start - 1, two in ("shortly", "just")
    if before in _LEFT_OPEN:
        return None
    if before in ("before", "by"):
        low = max(0, second - _HALF_HOUR) if near else 0
        return Window(start - near, clock.end, low, max(low, second - (before == "before")), None, clock.zone)
    if before in ("after", "past"):
        high = min(DAY - 1, second + _HALF_HOUR) if near else DAY - 1
        return Window(start - near, clock.end, min(second + 1, high), high, None, clock.zone)
    if before in _ABOUT:
        return Window(
            start, clock.end, max(0, second - _HALF_HOUR), min(DAY - 1, second + _HALF_HOUR), None, clock.zone
        )
    reach = _HALF_HOUR if clock.to_the == HOUR else 0
    low, high = max(0, second - reach), min(DAY - 1, second + (reach or clock.to_the - 1))
    return Window(clock.start, clock.end, low, high, second, clock.zone)


def _whole_day(start: int, end: int) -> Clock:
    """A time that a range leaves open: no moment."""
    return Clock(start, end, 0, is_certain=False, is_local=False)
