"""A part of a longer time: "the first week of August", "the second half of 2015", "Q2 2012", "week 12 of 2017".

Which days such a part has is seldom sure: weeks begin on a Sunday or a Monday, and a quarter may be fiscal. It is read
as the longer time. A month of a year, and a day of a year or month, are sure.
"""

from __future__ import annotations

from datetime import date, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, explicit
from factpress.evidence.english import words as en
from factpress.evidence.english.longer_times import is_calendar, longer_time
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.relative_dates import Days

_UNITS = {
    "day": "day", "days": "day", "week": "week", "weeks": "week", "weekend": "week", "weekends": "week",
    "fortnight": "week", "month": "month", "months": "month", "quarter": "quarter", "half": "half",
    "decade": "decade", "decades": "decade",
}  # fmt: skip
_MAY_BE_FISCAL = frozenset({"quarter", "half"})
_DIGITS = {"q": frozenset("1234"), "h": frozenset("12")}
_STEPS = frozenset({"last", "this", "next", "current"})
_MARKS = frozenset({"-", "/", ","})
_ACCOUNTS = en.set_of("results sales earnings profits revenues losses figures accounts data forecasts estimates")
_LATE_WEEK = 52
_LATE_WEEK_OF_MONTH = 5
_MOST = {"week": 53, "month": 12, "quarter": 4, "half": 2, "decade": 10, "day": 366}
_LEAST_DAYS = {"day": 1, "week": 13, "month": 89, "quarter": 13, "half": 6, "decade": 3_999}
"""How many days a time has at least of which something is a part, less one."""
_NEAR = 12
_MIDWEEK = frozenset({1, 2, 3})
_LATE_IN_WEEK = frozenset({3, 4, 5})


def part_of_time(scan: EnglishScan, i: int, number: int, k: int) -> Form | None:
    """The part of a longer time that begins at `i`, with its number before its unit at `k`; -1 is the last one."""
    unit = _UNITS.get(scan.low[k], "")
    if not unit or number > _MOST[unit]:
        return None
    of = k + 1
    if scan.low[of] in ("of", "in"):
        of += 1
    elif not (scan.low[of] in _STEPS or (unit in _MAY_BE_FISCAL and scan.is_year(of))):
        return None
    if scan.low[of - 1] != "of" and unit in ("day", "month") and not scan.low[k].endswith("s"):
        return None
    whole = _bare(scan, of) if of == k + 1 and scan.is_year(of) else longer_time(scan, of)
    return None if whole is None else _part(scan, i, number, scan.low[k], whole)


def quarter(scan: EnglishScan, i: int) -> Form | None:
    """Q2 2012, H1 of 2015, Q3 last year."""
    if not (scan.joined(i + 1) and scan.raw[i + 1] in _DIGITS[scan.low[i]]) or scan.is_tight(i + 2):
        return None
    of = scan.low[i + 2] in ("of", "in")
    k = i + 2 + (of or scan.low[i + 2] in _MARKS)
    return _named_part(scan, i, k, is_bare=not of)


def quarter_in_digits(scan: EnglishScan, i: int) -> Form | None:
    """2012 Q3, 2012-Q3, 3Q 2012 and 1H 2012."""
    k = i + 1 + (scan.low[i + 1] in _MARKS)
    letter = scan.low[k]
    if letter not in _DIGITS:
        return None
    if len(scan.raw[i]) == 4 and scan.raw[i].isdecimal() and scan.raw[i][:2] in ("19", "20"):
        if not (scan.joined(k + 1) and scan.raw[k + 1] in _DIGITS[letter]) or scan.is_tight(k + 2):
            return None
        why = _why_fiscal(scan, i)
        return Form(k + 2, days=None if why else explicit(int(scan.raw[i]), 0, 0), is_part=True, why=why)
    if k == i + 1 and scan.joined(k) and scan.raw[i] in _DIGITS[letter] and scan.is_year(k + 1):
        return _named_part(scan, i, k + 1, is_bare=True)
    return None


def week_of_year(scan: EnglishScan, i: int) -> Form | None:
    """Week 12 of 2017: a year, of which the weeks are counted in several ways."""
    if not (scan.is_number(i + 1) and scan.raw[i + 1].isdecimal() and 1 <= len(scan.raw[i + 1]) <= 2):
        return None
    k = i + 2 + (scan.low[i + 2] in ("of", "in", ","))
    number = int(scan.raw[i + 1])
    if k == i + 2 or not 1 <= number <= _MOST["week"]:
        return None
    if not (scan.is_year(k) or scan.low[k] in _STEPS):
        return None
    whole = _bare(scan, k) if scan.low[k - 1] == "," else longer_time(scan, k)
    return None if whole is None else _part(scan, i, number, "week", whole)


def _named_part(scan: EnglishScan, i: int, k: int, *, is_bare: bool) -> Form | None:
    """A quarter or half from token `i`, of the year at token `k`; `is_bare` where no "of" leads to it."""
    if not (scan.is_year(k) or (scan.low[k] in _STEPS and scan.low[k + 1] == "year")):
        return None
    whole = _bare(scan, k) if is_bare and scan.is_year(k) else longer_time(scan, k)
    if whole is None:
        return None
    why = whole.why or _why_fiscal(scan, i)
    return Form(whole.end, days=None if why else whole.days, is_part=True, why=why)


def _bare(scan: EnglishScan, k: int) -> Form | None:
    """A year with no "of" before it, which may be a number: "in Q3 2012 results", not "in Q3, 2012 boats"."""
    if scan.is_year(k) and scan.is_plural(k + 1) and scan.low[k + 1] not in _ACCOUNTS:
        return Form(k + 1, why="a year, or a number")
    return longer_time(scan, k)


def _part(scan: EnglishScan, i: int, number: int, word: str, whole: Form) -> Form:
    unit, days = _UNITS[word], whole.days
    if whole.why or days is None:
        return Form(whole.end, is_part=True, why=whole.why)
    if unit == word and unit in ("day", "month"):
        exact = _exact(number, unit, days)
        why = "" if exact or not is_calendar(days) else "there is no such day in the calendar"
        return Form(whole.end, days=exact, why=why or ("" if exact else "a part of a time that is not known"))
    why = _why_fiscal(scan, i) if unit in _MAY_BE_FISCAL and days[0].month != days[1].month else ""
    why = why or (_why_over(number, days) if unit == "week" else "")
    why = why or ("a part of a time that is not longer" if (days[1] - days[0]).days < _LEAST_DAYS[unit] else "")
    return Form(whole.end, days=None if why else days, is_part=True, why=why)


def _exact(number: int, unit: str, whole: Days) -> Days | None:
    """A month of one year, or a day of one year or month."""
    first, last = whole
    if not is_calendar(whole):
        return None
    if unit == "month":
        months = relative.month_of(date(first.year, 12 if number < 0 else number, 1))
        return months if first.month != last.month else None
    day = last if number < 0 else first + timedelta(days=number - 1)
    return (day, day) if day <= last else None


def _why_over(number: int, whole: Days) -> str:
    """Why the first or last week of a month or year may reach over its edge, as the weeks of ISO 8601 do."""
    first, last = whole
    late = number < 0 or number >= (_LATE_WEEK if first.month != last.month else _LATE_WEEK_OF_MONTH)
    over = (number == 1 and first.weekday() in _MIDWEEK) or (late and last.weekday() in _LATE_IN_WEEK)
    return "a week that may reach into another month or year" if over else ""


def _why_fiscal(scan: EnglishScan, i: int) -> str:
    """Why a quarter or half may be one of another year than the calendar's: a fiscal year is named near it."""
    for n in range(max(0, i - _NEAR), i + _NEAR):
        low = scan.low[n]
        if low in ("fiscal", "fy") or (low == "year" and scan.low[n - 1] in en.FISCAL):
            return "a part of a fiscal year"
    return ""
