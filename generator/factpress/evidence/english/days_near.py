"""English dates that depend on the source's date: "yesterday", "last Wednesday", "this month", "on the 17th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, reached, with_night
from factpress.evidence.english import words as en
from factpress.evidence.english.decades import decade
from factpress.evidence.english.joined_dates import day_joined
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import STEPS, day_first, day_number, is_month, month_first
from factpress.evidence.english.region_days import month_and_day
from factpress.evidence.relative_dates import Days

TODAY = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_SAYING = en.set_of("said says announced reported added stated confirmed warned decided agreed learned")
_VERBS = en.set_of("was is will would had has should could might may")
_A_WEEK = 7
_BEFORE_THE_DAY = en.set_of("on since until till by from before after between to")


def today(scan: EnglishScan, i: int) -> Form | None:
    """Today, tonight, yesterday or tomorrow; no part of a name."""
    named = scan.is_capital(i) and scan.raw[i - 1][:1].isupper()
    return None if named or scan.says(i + 1, "in", "history") else _near_today(scan, i + 1, TODAY[scan.low[i]])


def this(scan: EnglishScan, i: int) -> Form | None:
    """ "Last Wednesday", "this month", "next year", "this morning", "last March"; "the last week" is a duration."""
    low, after, step = scan.low[i], scan.low[i + 1], STEPS[scan.low[i]]
    if scan.low[i - 1] in ("the", "their", "his", "its", "a"):
        return None
    if after in en.WEEKDAYS and scan.raw[i + 1][0].isupper() and low != "previous":
        number, k = en.WEEKDAYS[after], i + 2
        at_night = scan.low[k] == "night"
        k += scan.low[k] in en.PARTS_OF_DAY
        if low == "this":
            form = reached(k, scan.published, lambda days: relative.weekday_of_week(number, days, 0))
        else:
            which: relative.Which = "last" if low == "last" else "next"
            form = reached(k, scan.published, lambda days: relative.weekday(number, days, which))
        return _with_its_date(scan, form, is_next=low == "next") or (
            with_night(form) if at_night and low != "this" else form
        )
    if after in en.PARTS_OF_DAY and (low == "this" or (low == "last" and after == "night")):
        return _near_today(scan, i + 2, -1 if low == "last" else 0)
    periods = {"week": relative.week, "month": relative.month, "year": relative.year}
    if after in periods and low != "previous":
        if scan.low[i + 2] == "of" and low != "this":
            return Form(i + 2, why=f"the {low} {after} of a longer time")
        if low in ("last", "next") and scan.low[i - 1] == "the":
            return None
        named = _day_of_week(scan, i + 2, step) if after == "week" else None
        form = named or reached(i + 2, scan.published, lambda days: periods[after](days, step))
        return replace(form, is_part=after == "week" and not named)
    if is_month(scan, i + 1) and low != "previous" and not (after == "may" and low == "this"):
        if day_number(scan, i + 2)[0] or scan.is_year(i + 2):
            return None
        number = en.MONTHS[after]
        return reached(i + 2, scan.published, lambda days: _month_by_step(number, days, step))
    if after in en.SEASONS and low != "previous":
        return Form(i + 2, why="the months depend on the hemisphere")
    return None


def _day_of_week(scan: EnglishScan, k: int, step: int) -> Form | None:
    """ "Next week on Thursday", "last week – Monday": the day of that week; nothing where more than one day follows."""
    on = k + (scan.low[k] in ("-", "—", ","))
    on += scan.low[on] == "on"
    if scan.low[on] not in en.WEEKDAYS or not scan.raw[on][0].isupper() or scan.low[on - 1] == ",":
        return None
    # "They said last week Monday would be free" does not say which Monday.
    if on == k and (scan.low[k - 3] in _SAYING or scan.low[k + 1] in _VERBS):
        return None
    end = on + 1
    at_night = scan.low[end] == "night"
    end += scan.low[end] in en.PARTS_OF_DAY
    more = scan.low[end] in ("and", "or", "to", "-", "/", "until", "through", "(") or scan.is_number(end)
    comma = end + (scan.low[end] == ",")
    if more or scan.low[comma] in en.WEEKDAYS or is_month(scan, comma) or day_number(scan, comma)[0]:
        return None
    number = en.WEEKDAYS[scan.low[on]]
    form = reached(end, scan.published, lambda days: relative.weekday_of_week(number, days, step))
    return with_night(form) if at_night else form


def _with_its_date(scan: EnglishScan, form: Form, *, is_next: bool) -> Form | None:
    """This Friday (14 June): the day that both name; nothing where no date follows, or another one.

    Next Friday may be that of next week, where the date says so.
    """
    k = form.end + (scan.low[form.end] in (",", "(") or (scan.low[form.end] == "-" and scan.joined(form.end)))
    dated = day_joined(scan, k) or (month_first(scan, k) if is_month(scan, k) else None)
    dated = dated or day_first(scan, k) or month_and_day(scan, k)
    if form.days is None or dated is None or not (dated.day and dated.month):
        return None
    first, last = form.days
    for year in {first.year, last.year} if not dated.year else {dated.year}:
        try:
            day = date(year, dated.month, dated.day)
        except ValueError:
            continue
        if first <= day <= last or (is_next and (day - first).days == _A_WEEK):
            return Form(dated.end, days=(day, day))
    return None


def _month_by_step(number: int, published: Days, step: int) -> Days:
    ends = []
    for day in published:
        year = day.year - (step < 0 and number >= day.month) + (step > 0 and number <= day.month)
        ends.append(relative.month_of(date(year, number, 1)))
    return ends[0][0], ends[1][1]


def _near_today(scan: EnglishScan, end: int, step: int) -> Form:
    if scan.says(end - 4, "the", "day", "before", "yesterday") or scan.says(end - 4, "the", "day", "after", "tomorrow"):
        step *= 2
    end += scan.low[end] in en.PARTS_OF_DAY
    return replace(reached(end, scan.published, lambda days: relative.days_away(step, days)), is_around=True)


def the_day(scan: EnglishScan, i: int) -> Form | None:
    """ "On the 17th", where no noun follows that would be the 17th of its kind; "the 16th of March"; "the 1990s"."""
    day, end = day_number(scan, i + 1)
    k = end + 1 if day and scan.low[end] == "of" else end
    if day and is_month(scan, k):
        return day_first(scan, i + 1)
    if day and scan.says(end, "of", "the", "month"):
        return Form(end + 3, day)
    if not day or end == i + 2 or scan.low[i - 1] not in _BEFORE_THE_DAY:
        return decade(scan, i + 1)
    if scan.is_content(end) or scan.low[end] in ("of", "-", "and"):
        return None
    if scan.month < 0:
        scan.month = next((n for n in range(scan.size) if is_month(scan, n)), scan.size)
    if scan.month < i:
        return Form(end, why="a day of a month named before, or of the source's month")
    return Form(end, day)
