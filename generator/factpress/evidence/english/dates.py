"""Reads English dates, alone or in runs: "16 and 17 March", "from 16 to 19 March 2020", "between Monday and Friday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, explicit, wrong_weekday
from factpress.evidence.english import words as en
from factpress.evidence.english.any_date import settled
from factpress.evidence.english.calendar_days import is_bounded, week_of
from factpress.evidence.english.nouns import EnglishScan, changes_before
from factpress.evidence.english.open_dates import UNSURE, opened, why_open_run
from factpress.evidence.english.open_ends import why_goes_on, why_open
from factpress.evidence.english.runs import Part, after_part, in_later_year, kind_of, parts_of
from factpress.evidence.relative_dates import Days

_AROUND = 2
"""How many days today may be away: yesterday, tomorrow."""


def dates_at(scan: EnglishScan, i: int) -> int:
    """Reads the date or dates that begin here and gives the token after them; here where there is none."""
    opener = scan.low[i] if scan.low[i] in ("from", "between") else ""
    near = scan.low[i] in en.NEAR
    j = i + 1 if opener or near else i
    j = after_part(scan, j) if opener else j
    parts = parts_of(scan, j, opener)
    if not parts or (near and parts[0].form.year and not parts[0].form.month):
        return i
    end = parts[-1].form.end
    if scan.is_year(end - 1):
        scan.years_end = end
    if len(parts) == 2 and parts[1].link != "," and (parts[1].link != "and" or opener == "between"):
        changes = opener == "from" and changes_before(scan, i)
        if not changes:
            why = "" if opener else why_open_run(scan, parts[0].start, end)
            why = "a day of another year or month" if scan.low[parts[0].start - 1] in en.STEP_WORDS else why
            return _run(scan, i if opener else parts[0].start, parts[0], parts[1], why=why)
    if opener and len(parts) == 1 and not parts[0].form.why:
        return i
    if len(parts) == 1 and not parts[0].form.year:
        parts = [in_later_year(scan, parts[0])]
    for part in parts:
        end = _single(scan, i if near else part.start, part, near=near, alone=len(parts) == 1)
    return end


def _single(scan: EnglishScan, start: int, part: Part, *, near: bool, alone: bool) -> int:
    """Notes what one date says, or why it is in doubt; gives the token after it."""
    form = settled(scan, part.start, part.form)
    end = form.end
    why = form.why or wrong_weekday(form) or (why_open(scan, start, part.form) if alone else "")
    one = opened(scan, start, form) if alone and not near and not why else None
    if one is not None:
        start, end, values = one.start, one.end, one.values(form.days) if form.days else None
        why = one.why or why_goes_on(scan, part.start, form, is_open=True)
    else:
        why = why or _why_bound(scan, start, form) or why_goes_on(scan, start, form, is_open=False)
        values = (
            relative.values_of(_with_night(scan, start, _widened(form) if near else form.days)) if form.days else None
        )
    if why:
        scan.doubt(start, end, why)
    elif values is not None:
        scan.add(values, start, end)
    return end


def _why_bound(scan: EnglishScan, start: int, form: Form) -> str:
    """Why a date is only what a time is counted from, or a part of one."""
    bound = is_bounded(scan, start) or scan.says(start - 2, "prior", "to")
    bound = bound and not (form.is_around and scan.low[start - 2] == "day")
    why = week_of(scan, start, form.days and form.days[1]) if form.day or form.days else ""
    return why or (UNSURE if bound and form.days else "")


def _with_night(scan: EnglishScan, start: int, days: Days) -> Days:
    """The days with the next one too, where the night of a day is meant."""
    if scan.says(start - 2, "night", "of") and days[1] < date.max:
        return days[0], days[1] + timedelta(days=1)
    return days


def _run(scan: EnglishScan, start: int, first: Part, last: Part, *, why: str) -> int:
    """Notes two dates as what lies from the first to the last: a span, or the days between them."""
    one = settled(scan, first.start, first.form)
    two = settled(scan, last.start, last.form)
    end = two.end
    if one.days and not last.form.why:
        two = _behind(first, last, one.days, two)
    why = why or one.why or two.why or wrong_weekday(one) or wrong_weekday(two)
    if not why and one.days and two.days and two.days[1] < one.days[0]:
        why = "the second date is before the first"
    if why:
        scan.doubt(start, end, why)
    elif one.days and two.days:
        days = one.days[0], two.days[1]
        scan.add(relative.values_of(days, is_span=last.link != "or" and not (one.is_part or two.is_part)), start, end)
    return end


def _behind(first: Part, last: Part, after: Days, two: Form) -> Form:
    """The end of a run behind its beginning, where its words leave open which one is meant.

    Dates without a year are within a year of their run's beginning, however far the source's date is.
    """
    form, near = last.form, (after[1] - after[0]).days <= _AROUND
    if form.month and not (form.year or form.days) and (first.form.month or near):
        year = after[0].year + ((form.month, form.day or 31) < (after[0].month, after[0].day))
        try:
            return replace(two, days=explicit(year, form.month, form.day), why="")
        except ValueError:
            return replace(two, why="there is no such day in the calendar")
    if kind_of(form) == "weekday" and not form.day and kind_of(first.form) != "weekday" and after[0] == after[1]:
        day = after[0] + timedelta(days=(form.weekday - after[0].weekday() - 1) % 7 + 1)
        return replace(two, days=(day, day), why="")
    return two


def _widened(form: Form) -> Days:
    """One unit of its precision either way, as `~` in records."""
    days = form.days or (date.min, date.max)
    try:
        if form.month and not form.day:
            return relative.months_after(days[0], -1), relative.month_of(relative.months_after(days[0], 1))[1]
        return days[0] - timedelta(days=1), days[1] + timedelta(days=1)
    except (ValueError, OverflowError):
        return days
