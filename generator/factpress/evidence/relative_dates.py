"""Days that depend on a source's date: "Wednesday", "17 March", "last month" (records.md, Figures), in any language.

A source's date may itself be several days, so that everything here goes from its first day to its last.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import Literal

from factpress.evidence.values import Values, of_days, of_open
from factpress.records.date import Date

Days = tuple[date, date]
"""A first and a last day, both included."""
Which = Literal["latest", "last", "next"]

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
_WEDNESDAY, _FRIDAY, _SUNDAY = 2, 4, 6


def days_of(published: Date | None) -> Days | None:
    """The days on which a source may have been published; nothing where they have no end."""
    if published is None or published.earliest is None or published.latest is None:
        return None
    return published.earliest.date(), published.latest.date()


def values_of(days: Days, *, is_span: bool = False) -> Values:
    """The set of moments of these days; a span, if it may be one."""
    first, last = datetime.combine(days[0], time.min), datetime.combine(days[1], time(23, 59, 59))
    return of_days(first, last, is_span=is_span)


def open_values(days: Days, side: Literal["from", "to"], *, is_named: bool = True) -> Values:
    """The set of moments from these days on, or up to them; `is_named` where the days are what was written."""
    first, last = datetime.combine(days[0], time.min), datetime.combine(days[1], time(23, 59, 59))
    return of_open(first, last, side=side, is_named=is_named)


def day_of_month(month: int, day: int, published: Days, *, announced: bool) -> tuple[Days, ...]:
    """That day in the twelve months up to the source's date; for what is announced, in the six after it if it is there.

    Two where it depends on the source's day which year it is; none where no such day is in reach.
    """
    found = {_nearest_day(month, day, end, announced=announced) for end in published}
    return tuple((one, one) for one in sorted(one for one in found if one))


def whole_month(month: int, published: Days, *, announced: bool) -> tuple[Days, ...]:
    """The latest such month that has begun by the source's date; for what is announced, the next within six months."""
    found = set()
    for end in published:
        first = date(end.year - (month > end.month), month, 1)
        ahead = date(end.year + (month < end.month), month, 1)
        found.add(ahead if announced and ahead <= months_after(end, 6) else first)
    return tuple(month_of(first) for first in sorted(found))


def day_alone(day: int, published: Days, *, announced: bool) -> tuple[Days, ...]:
    """The latest day of that number on or before the source's date; for what is announced, the first after it."""
    found = set()
    for end in published:
        step = 1 if announced else -1
        month, tries = end.replace(day=1), 0
        while tries < 3 and not (_has(month, day) and (month.replace(day=day) > end) == announced):
            month, tries = months_after(month, step), tries + 1
        if tries < 3:
            found.add(month.replace(day=day))
    return tuple((one, one) for one in sorted(found))


def weekday(number: int, published: Days, which: Which) -> Days:
    """The latest on or before the source's date, the last before it, or the next after it; Monday is 0."""
    first, last = (_weekday(number, end, which) for end in published)
    return first, last


def weekday_of_week(number: int, published: Days, step: int) -> Days:
    """That day of the last (-1), this (0) or next (1) week, whether weeks begin on Sunday or on Monday."""
    first, last = _calendar_week(published, step)
    days = [first + _DAY * n for n in range((last - first).days + 1)]
    found = [day for day in days if day.weekday() == number]
    return found[0], found[-1]


def days_away(number: int, published: Days) -> Days:
    """The day that is `number` days from the source's date, and a day either way: clocks and deadlines differ."""
    return published[0] + _DAY * (number - 1), published[1] + _DAY * (number + 1)


def ahead(number: int, unit: str, published: Days) -> Days | None:
    """The time that is `number` units after the source's date, one unit either way."""
    return ago(-number, unit, published)


def ago(number: int, unit: str, published: Days) -> Days | None:
    """The time that is `number` units before the source's date, one unit either way."""
    if unit in ("day", "week"):
        step = _DAY if unit == "day" else _WEEK
        return published[0] - step * (number + 1), published[1] - step * (number - 1)
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    if months is None:
        return None
    return months_after(published[0], -months * (number + 1)), months_after(published[1], -months * (number - 1))


def week(published: Days, step: int) -> Days:
    """The last (-1), this (0) or next (1) week: from its Sunday or Monday on.

    "Last week" may also be the seven days before, so that it reaches up to yesterday; "next week" the seven after.
    """
    first, last = _calendar_week(published, step)
    if step < 0:
        last = max(last, published[1] - _DAY)
    if step > 0:
        first = min(first, published[0] + _DAY)
    return first, last


def weekend(published: Days, step: int) -> Days:
    """The last (-1), this (0) or next (1) weekend, from its Friday on; of two that may be meant, both.

    "This weekend" is the coming one from Thursday on, and may be the last one before; "last weekend" may be the one
    before where the last one was yesterday or the day before, and "next weekend" is the coming one or the one after.
    """
    ends = []
    for day, late in zip(published, (False, True), strict=True):
        friday = day - _DAY * ((day.weekday() - _FRIDAY) % 7)
        inside = day.weekday() >= _FRIDAY
        if step == 0:
            first, last = (0, 0) if inside else (1, 1) if day.weekday() == _FRIDAY - 1 else (0, 1)
        elif step > 0:
            first, last = (1, 1) if inside else (1, 2)
        else:
            first, last = (-1, -1) if inside else (-1, 0) if day.weekday() < _WEDNESDAY else (0, 0)
        ends.append(friday + _WEEK * (last if late else first) + _DAY * (2 * late))
    return ends[0], ends[1]


def quarter(published: Days, step: int) -> Days:
    """A time that holds the last (-1), this (0) or next (1) quarter, whichever month the year begins with."""
    if step < 0:
        return months_after(published[0], -6), published[1]
    return months_after(published[0], 0 if step else -3), months_after(published[1], 6 if step else 3)


def coming(published: Days, unit: str) -> Days:
    """The coming week, month or year: the next one, or as many days from today on."""
    return published[0], {"week": week, "month": month, "year": year}[unit](published, 1)[1]


def week_away(published: Days, step: int) -> Days:
    """The week after next (2) or before last (-2); on a Sunday, which may begin or end a week, both."""
    first, last = _calendar_week(published, step)
    return first, last + (_WEEK if published[1].weekday() == _SUNDAY else timedelta(0))


def month(published: Days, step: int) -> Days:
    """The last (-1), this (0) or next (1) calendar month, or one further away."""
    return month_of(months_after(published[0].replace(day=1), step))[0], month_of(months_after(published[1], step))[1]


def year(published: Days, step: int) -> Days:
    """The last (-1), this (0) or next (1) calendar year."""
    return date(published[0].year + step, 1, 1), date(published[1].year + step, 12, 31)


def month_of(day: date) -> Days:
    """The month that a day is in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def months_after(day: date, number: int) -> date:
    """The same day `number` months later, or the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + number
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _calendar_week(published: Days, step: int) -> Days:
    sunday = published[0] - _DAY * (published[0].weekday() + 1) + _WEEK * step
    return sunday, published[1] - _DAY * published[1].weekday() + _WEEK * step + 6 * _DAY


def _nearest_day(month: int, day: int, published: date, *, announced: bool) -> date | None:
    around = [
        date(year, month, day)
        for year in range(published.year - 1, published.year + 2)
        if _has(date(year, month, 1), day)
    ]
    after = [one for one in around if published < one <= months_after(published, 6)]
    before = [one for one in around if months_after(published, -12) < one <= published]
    return after[0] if announced and after else before[-1] if before else None


def _has(month: date, day: int) -> bool:
    return 1 <= day <= monthrange(month.year, month.month)[1]


def _weekday(number: int, published: date, which: Which) -> date:
    if which == "next":
        return published + _DAY * ((number - published.weekday() - 1) % 7 + 1)
    back = published - _DAY if which == "last" else published
    return back - _DAY * ((back.weekday() - number) % 7)


PERIODS = {"week": week, "month": month, "year": year}
"""How the days of each are found, so many steps from the one that holds the source's day."""
