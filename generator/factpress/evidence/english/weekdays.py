"""English weekdays: the nearest one, with its date or number, of a week that is named; a doubt where it is another."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, reached, with_night
from factpress.evidence.english import words as en
from factpress.evidence.english.announced import is_announced
from factpress.evidence.english.calendar_days import in_its_year, weekday_with_day
from factpress.evidence.english.clock import clock_at
from factpress.evidence.english.joined_dates import day_joined
from factpress.evidence.english.named_days import may_be_a_name
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import STEPS, day_first, day_number, is_month, month_first, numeric
from factpress.evidence.english.region_days import month_and_day
from factpress.evidence.english.unit_words import unit_at
from factpress.evidence.relative_dates import Days

_NO_WEEKDAY = en.set_of("a an every each any black good ash bloody holy palm super cyber red")
_SLASHED = re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2})?")
_TITLES = en.set_of("times telegraph mirror mail express post herald independent people sport business world star")
_TITLES |= en.set_of("night's football league")
_FEASTS = en.set_of("easter whit shrove maundy pentecost trinity advent passion thanksgiving paschal")
_OTHER = en.set_of(
    "coming upcoming following previous preceding subsequent same other second third fourth fifth alternate"
)
_AHEAD = en.set_of(
    "until till by will shall due scheduled expected planned starts begins opens closes ends expires resumes lasts"
)
_GOES_ON = frozenset({"-", "—", "since", ",", "to", "until", "through", "and", "or"})
_WEEKS = {"week": 1, "fortnight": 2}
_BEING = frozenset({"is", "was", "be", "been", "it", "lasts", "lasted"})
_ENDS = frozenset(("", ",", ";", ":", "!", "?", "(", ")", "—", '"', "\n"))


def weekday(scan: EnglishScan, i: int) -> Form | None:
    """A weekday, with the date or the number of its day where they follow."""
    return _weekday(scan, i, en.WEEKDAYS[scan.low[i]])


def short_weekday(scan: EnglishScan, i: int) -> Form | None:
    """A weekday's short form with its capital, where more of a date follows it."""
    form = _weekday(scan, i, en.SHORT_WEEKDAYS[scan.low[i]]) if scan.raw[i][0].isupper() else None
    return form if form and form.end > i + 2 else None


def _weekday(scan: EnglishScan, i: int, number: int) -> Form | None:
    if not scan.raw[i][0].isupper() or scan.low[i - 1] in _NO_WEEKDAY or _is_title(scan, i):
        return None
    k = i + 1 + (scan.low[i + 1] == "." and scan.low[i] in en.SHORT_WEEKDAYS)
    if form := _week_later(scan, i, k, number):
        return form
    if why := _why_other_week(scan, i):
        return Form(k + (scan.low[k] == "week"), why=why)
    at_night = scan.low[k] == "night"
    k += scan.low[k] in en.PARTS_OF_DAY
    comma = k + 1 if scan.low[k] in (",", "(") else k
    comma = comma + 1 if scan.low[comma] == "the" else comma
    joined = day_joined(scan, k + 1 if scan.low[k] in ("-", "/") and scan.joined(k) else comma)
    if joined and (known := in_its_year(replace(joined, weekday=number), scan.published)).days:
        return known
    dated = None
    if why := _why_more(scan, k, comma):
        return Form(comma + 3 if scan.low[comma + 1] == "-" else comma + 1, why=why)
    if is_month(scan, comma):
        dated = month_first(scan, comma)
    elif scan.is_number(comma):
        dated = numeric(scan, comma) or day_first(scan, comma) or month_and_day(scan, comma)
    if dated is None:
        day, end = day_number(scan, comma)
        if (
            day
            and (end > comma + 1 or not scan.counted(end))
            and not unit_at(scan, end)
            and not clock_at(scan, comma) > comma
        ):
            if scan.published is None:
                return Form(end, weekday=number)
            found = weekday_with_day(number, day, scan.published, announced=is_announced(scan, i))
            return replace(found, end=end) if found else Form(end, why="no such weekday with this number is near")
    if dated and (dated.day or dated.why):
        return in_its_year(replace(dated, weekday=number), scan.published)
    if scan.published is None:
        return Form(k, weekday=number)
    if k == i + 1 and may_be_a_name(scan, i):
        return Form(k, why="a weekday, or part of a name")
    week = comma + 1 if scan.low[comma] == "of" else comma
    if scan.low[week] in ("last", "this", "next") and scan.low[week + 1] == "week":
        return reached(
            week + 2,
            scan.published,
            lambda days: relative.weekday_of_week(number, days, STEPS[scan.low[week]]),
        )
    if _is_ahead(scan, i):
        return Form(k, why=f"the {scan.raw[i]} before the source's date, or the next one")
    form = reached(k, scan.published, lambda days: relative.weekday(number, days, "latest"))
    return replace(with_night(form) if at_night else form, weekday=number)


def _week_later(scan: EnglishScan, i: int, k: int, number: int) -> Form | None:
    """ "Friday week" and "a week on Monday": a week after the coming one; on a Friday, "Friday week" is not sure."""
    if scan.published is None or scan.raw[i].endswith("'s") or number in {day.weekday() for day in scan.published}:
        return None
    if scan.low[k] == "week":
        weeks, end = 1, k + 1
    elif scan.low[i - 1] in ("on", "from") and scan.low[i - 3] == "a" and scan.low[i - 4] not in _BEING:
        weeks, end = _WEEKS.get(scan.low[i - 2], 0), k
    else:
        return None
    if not weeks or scan.is_content(end) or scan.is_number(end) or scan.low[end] in _GOES_ON:
        return None
    later = timedelta(days=7 * weeks)

    def reckon(days: Days) -> Days:
        first, last = relative.weekday(number, days, "next")
        return first + later, last + later

    return replace(reached(end, scan.published, reckon), weekday=number)


def _is_title(scan: EnglishScan, i: int) -> bool:
    """Whether a weekday is a part of a title or name: Sunday Times, Mail on Sunday."""
    after = scan.raw[i + 1]
    if after[:1].isupper() and scan.low[i + 1] in _TITLES:
        return True
    return scan.low[i - 1] == "on" and scan.low[i - 2] in ("mail", "observer", "independent") and scan.is_capital(i - 2)


def _why_other_week(scan: EnglishScan, i: int) -> str:
    """Why a weekday is not the nearest one: the following Friday, Friday week, a week on Monday, Easter Monday."""
    before, after = scan.low[i - 1], scan.low[i + 1]
    if before in _FEASTS:
        return "a day that moves with the calendar of feasts"
    if before == "remembrance" or scan.says(i - 2, "bank", "holiday"):
        return "a day with a name of its own"
    if before in _OTHER or (before == "the" and after in ("before", "after")):
        return "a weekday counted from a day that is not named"
    if after == "week" or scan.says(i + 1, "after", "next") or scan.says(i + 1, "before", "last"):
        return "a week after this weekday, or before it"
    named = is_month(scan, i + 2) or (scan.is_number(i + 2) and is_month(scan, i + 3))
    if after in ("after", "before", "following") and (
        named or scan.low[i + 2] in ("christmas", "easter", "thanksgiving")
    ):
        return "a weekday next to another day"
    if before in ("on", "from") and scan.low[i - 2] in ("week", "weeks", "fortnight") and scan.low[i - 3] not in STEPS:
        return "a week after this weekday"
    return "the week that is meant is not named" if scan.says(i + 1, "of", "the") and scan.low[i + 4] == "week" else ""


def _why_more(scan: EnglishScan, k: int, comma: int) -> str:
    """Why a weekday goes on in a way that is not read: "Friday 5/12", "Friday-Jun-15", "Monday two weeks from now"."""
    if _SLASHED.fullmatch(scan.raw[comma]) and not (numeric(scan, comma) or month_and_day(scan, comma)):
        return "a weekday with a date whose order is open"
    if scan.low[k] in ("-", "/") and scan.joined(k) and (is_month(scan, k + 1) or scan.is_number(k + 1)):
        return "a weekday joined to a date"
    if scan.is_number(comma) and scan.low[comma + 1] == "-" and scan.joined(comma + 1) and scan.is_number(comma + 2):
        return "a weekday with hours, or with a date"
    counts = scan.is_number(comma) or scan.low[comma] in en.WORDS
    if counts and scan.low[comma + 1] in en.TIME_UNITS and scan.low[comma + 2] in ("from", "after", "before"):
        return "a weekday counted from another day"
    return ""


def _is_ahead(scan: EnglishScan, i: int) -> bool:
    """Whether what is announced is on this day: "until Friday", "will leave on Friday"; not "said on Friday"."""
    for n in range(i - 1, i - 9, -1):
        low = scan.low[n]
        if low in _AHEAD:
            return True
        if low in ("from", "between", "said", "says", "told") or low.endswith("ed") or low[:1] in _ENDS:
            return False
    return False
