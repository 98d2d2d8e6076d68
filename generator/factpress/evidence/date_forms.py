"""One date as it is written in words of any language, and the days that it is, as far as the source's date says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.relative_dates import Days

_BEYOND = "there is no such day in the calendar"
_TWO_YEARS = "the year depends on the day of the source"


@dataclass(frozen=True, slots=True)
class Form:
    """A date as it is written in words: its parts as far as they are written, the token after it, its days once known.

    `is_around` today; `is_part` where its days are those of a longer time of which a part is meant. Without `days` and
    without `why` it can't be read, because the source has no date.
    """

    end: int
    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int = -1
    is_around: bool = False
    is_part: bool = False
    days: Days | None = None
    why: str = ""


def explicit(year: int, month: int, day: int) -> Days:
    """The days of a year, of its month, or the one day; raises ValueError where there is no such day."""
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return relative.month_of(date(year, month, 1))
    return date(year, 1, 1), date(year, 12, 31)


def valid(form: Form) -> Form | None:
    """The form of a year, month and day; nothing where the calendar has no such day."""
    try:
        date(form.year, form.month, form.day)
    except ValueError:
        return None
    return form


def settled(form: Form, published: Days | None, *, is_announced: Callable[[], bool]) -> Form:
    """The form with its days, as far as they are known; what is announced may lie after the source's date."""
    if form.days or form.why:
        return form
    try:
        if form.year:
            return replace(form, days=explicit(form.year, form.month, form.day))
        if published is None or not (form.day or form.month):
            return form
        ahead = is_announced()
        if form.day and form.month:
            found = relative.day_of_month(form.month, form.day, published, announced=ahead)
        elif form.month:
            found = relative.whole_month(form.month, published, announced=ahead)
        else:
            found = relative.day_alone(form.day, published, announced=ahead)
    except (ValueError, OverflowError):
        return replace(form, why=_BEYOND)
    if len(found) == 1:
        return replace(form, days=found[0])
    return replace(form, why=_TWO_YEARS if found else "there is no such day in the year before the source")


def reached(end: int, published: Days | None, reckon: Callable[[Days], Days]) -> Form:
    """The form of a date that depends on the source's date; without days where the source has none."""
    if published is None:
        return Form(end)
    try:
        return Form(end, days=reckon(published))
    except (ValueError, OverflowError):
        return Form(end, why=_BEYOND)


def with_night(form: Form) -> Form:
    """The form with the next day too: a night belongs to its day and to the next."""
    if form.days is None or form.days[1] == date.max:
        return form
    return replace(form, days=(form.days[0], form.days[1] + timedelta(days=1)))


def wrong_weekday(form: Form) -> str:
    """What is wrong where a date names its weekday, and had another; nothing where it is right."""
    if form.weekday < 0 or not form.day or form.days is None or form.days[0] != form.days[1]:
        return ""
    return "" if form.days[0].weekday() == form.weekday else f"{form.days[0].isoformat()} was another weekday"
