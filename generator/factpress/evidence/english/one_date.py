"""One English date that says itself which days it is: day, month and year in any order, a month, a season, a year."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, valid
from factpress.evidence.english import words as en
from factpress.evidence.english.digits import plain
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.ordinals import ordinal_at
from factpress.evidence.english.unit_words import unit_at
from factpress.records.date import parse_date

STEPS = {"last": -1, "this": 0, "next": 1, "previous": -1}
_NUMERIC = re.compile(
    r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:T.*)?"
    r"|([0-9]{1,2})([-/.])([0-9]{1,2})\6([0-9]{4})|([0-9]{1,2})/[0-9]{1,2}/[0-9]{2}"
)

_CLOSED_UP = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])")
_FISCAL = en.set_of("fiscal financial tax school academic budget fy accounting marketing crop")
_HOLDS = en.set_of(
    "total crowd force group fleet number population army capacity speed cost sum list some team collection series crew"
    " maximum minimum average range set body pile batch stock consignment network"
)
_LED = en.set_of("in since year circa ad")
_GOES_ON = en.set_of(
    "the a an he she it they we but and or when while after before by in on at to with that which who as there his her"
    " its their this under during until where"
)
"""What may follow a year, and nothing that a number counts."""


def numeric(scan: EnglishScan, i: int) -> Form | None:
    """Day, month and year in digits; a doubt if the order is open; `None` if it is not a date."""
    match = _NUMERIC.fullmatch(scan.raw[i])
    if match is None:
        return _closed_up(scan, i) or _year_and_month(scan, i)
    if match[1]:
        return valid(Form(i + 1, int(match[4]), int(match[3]), int(match[1])))
    if match[9]:
        return Form(i + 1, why=f"{scan.raw[i]} does not say the order of its day, month and year")
    first, second, year = int(match[5]), int(match[7]), int(match[8])
    day_first = valid(Form(i + 1, first, second, year))
    month_first = valid(Form(i + 1, second, first, year))
    if day_first and month_first and first != second:
        return Form(i + 1, why=f"{scan.raw[i]} may have the day or the month first")
    return day_first or month_first


def day_first(scan: EnglishScan, i: int) -> Form | None:
    """17 March, 17th of March 2020, the seventeenth of March: nothing where no month follows the day."""
    day, k = day_number(scan, i) if scan.has_month else (0, i)
    if not day:
        return None
    k = k + 1 if scan.low[k] == "of" else k
    if not is_month(scan, k):
        return None
    year, end = year_after(scan, after_month(scan, k))
    if not year and _is_short_year(scan, end):
        return Form(end + 1, why="a year, or a number")
    return Form(end, day, en.MONTHS[scan.low[k]], year)


def month_first(scan: EnglishScan, i: int) -> Form | None:
    """March 17, March 17, 2020, March 2020, or a month by itself behind such words as "in"."""
    if not is_month(scan, i):
        return None
    month, k = en.MONTHS[scan.low[i]], after_month(scan, i)
    comma = k + (scan.low[k] in (",", "of"))
    if scan.is_year(comma) or (comma == k and old_year(scan, k)):
        year, end = year_after(scan, k)
        return Form(end, month=month, year=year)
    the = k + 1 if scan.low[k] == "the" else k
    day, end = day_number(scan, the)
    if day and not unit_at(scan, end):
        before = scan.low[i - 1]
        if before in ("in", "since", "during", "of") and scan.counted(end) and end == the + 1:
            return Form(end, why="a day of the month, or a month and a number")
        year, after = year_after(scan, end)
        comma = end + (scan.low[end] == ",")
        if (year and comma > end and scan.counted(after)) or (not year and _is_short_year(scan, comma)):
            return Form(max(after, comma), why="a year, or a number")
        return Form(after, day, month, year)
    return Form(k, month=month) if _is_month_alone(scan, i) else None


def year_at(scan: EnglishScan, i: int) -> Form | None:
    """A year behind such words as "in" or "since", or before a noun; nothing where it may be any number."""
    before = scan.low[i - 1]
    if not scan.is_year(i):
        return decade(scan, i) or _long_ago(scan, i, before)
    form = Form(i + 1, year=int(scan.raw[i]))
    if before in _FISCAL or (before == "year" and scan.low[i - 2] in _FISCAL):
        return replace(form, why="a year that is no calendar year")
    if before == "-":
        before = scan.low[i - 2]
        if before not in ("mid", "early", "late", "pre", "post"):
            return None
        return form if before not in ("pre", "post") else replace(form, why="before or after the year, not during it")
    before = "in" if scan.low[i - 2] == "q" and scan.joined(i - 1) else before
    is_led = before in en.BEFORE_YEAR or (before == "of" and scan.low[i - 2] in en.BEFORE_OF_YEAR)
    follows = scan.years_end == i - 1 and before in (",", "and", "or") and scan.years_end > 0
    if is_led or follows:
        counts = scan.is_plural(i + 1) and not (follows and before != ",")
        return replace(form, why="a year, or a number") if counts else form
    if before == "of" and scan.is_plural(i + 1) and scan.low[i + 1] not in en.PLURALS and scan.low[i - 2] not in _HOLDS:
        return replace(form, why="a year, or a number")
    if before in ("the", "a") and scan.is_content(i + 1):
        return replace(form, why="a year, or a number") if scan.is_plural(i + 1) else form
    return None


def old_year(scan: EnglishScan, i: int) -> bool:
    """Whether a number is a year from 1000 to 1799 where it follows a day or a month: nothing goes on that it counts."""
    raw = scan.raw[i]
    if len(raw) != 4 or not (raw.isascii() and raw.isdecimal() and "1000" <= raw < "1800") or scan.is_tight(i + 1):
        return False
    return _ends(scan, i + 1)


def _ends(scan: EnglishScan, i: int) -> bool:
    return not (scan.is_word(i) or scan.is_number(i)) or scan.low[i] in _GOES_ON or scan.is_capital(i)


def _is_short_year(scan: EnglishScan, i: int) -> bool:
    """Whether three digits behind a day and a month may be a year."""
    raw = scan.raw[i]
    return len(raw) == 3 and raw.isascii() and raw.isdecimal() and not scan.is_tight(i + 1) and _ends(scan, i + 1)


def _long_ago(scan: EnglishScan, i: int, before: str) -> Form | None:
    """In 1768; "in 987", "between 1766 and 1768" and "from 1766 to 1768" may be numbers."""
    raw = scan.raw[i]
    if not (raw.isascii() and raw.isdecimal() and 3 <= len(raw) <= 4 and raw[0] != "0") or scan.is_tight(i + 1):
        return None
    if before in _LED and (_ends(scan, i + 1) or scan.low[i - 2 : i] == ["the", "year"]):
        if before != "in" or (old_year(scan, i) and not scan.is_number(i - 2)):
            return Form(i + 1, year=int(raw))
        return Form(i + 1, why="a year, or a number")
    if before in ("between", "from") and old_year(scan, i) and scan.low[i + 1] in ("and", "to", "until"):
        return Form(i + 2 + old_year(scan, i + 2), why="years, or numbers") if old_year(scan, i + 2) else None
    return None


def _closed_up(scan: EnglishScan, i: int) -> Form | None:
    """20230503 may be a date."""
    match = _CLOSED_UP.fullmatch(scan.raw[i])
    if match is None:
        return None
    is_date = valid(Form(i + 1, int(match[3]), int(match[2]), int(match[1])))
    return Form(i + 1, why="a date without hyphens, or a number") if is_date else None


def season(scan: EnglishScan, i: int) -> Form | None:
    """A season with its year: three months, by the calendar of records."""
    k = i + 2 if scan.low[i + 1] == "of" else i + 1
    if not scan.is_year(k) or scan.low[i - 1] in ("arab", "prague") or (scan.low[i] == "fall" and k == i + 1):
        return None
    if scan.low[i] == "winter":
        return Form(k + 1, why="a winter spans two years")
    season = parse_date(f"{scan.raw[k]}-{en.SEASONS[scan.low[i]]}")
    days = relative.days_of(season)
    return Form(k + 1, days=days)


def decade(scan: EnglishScan, i: int) -> Form | None:
    """The 1990s: ten years."""
    year = plain(scan.raw[i]) if len(scan.raw[i]) == 4 and scan.raw[i].endswith("0") else None
    if not year or scan.low[i + 1] != "s" or not scan.joined(i + 1) or not 1000 <= year <= 2100:
        return None
    first = int(year)
    return Form(i + 2, days=(date(first, 1, 1), date(first + 9, 12, 31)))


def day_number(scan: EnglishScan, i: int) -> tuple[int, int]:
    """The number of a day of a month, 17 or 17th or seventeenth, and the token after it; zero for another number."""
    number, end = ordinal_at(scan, i)
    if end == i and scan.is_number(i) and len(scan.raw[i]) <= 2 and scan.raw[i].isdecimal() and scan.raw[i].isascii():
        number, end = int(scan.raw[i]), i + 1
        if scan.is_tight(end):
            return 0, i
    return (number, end) if 1 <= number <= 31 else (0, i)


def is_month(scan: EnglishScan, i: int) -> bool:
    """Whether a token is the name of a month: with its capital, because to march and may are verbs."""
    return scan.low[i] in en.MONTHS and scan.raw[i][0].isupper()


def after_month(scan: EnglishScan, i: int) -> int:
    """The token after a month's name and the point of its short form."""
    short = len(scan.raw[i]) <= 4 and scan.low[i] not in ("may", "june", "july")
    return i + 2 if short and scan.low[i + 1] == "." and scan.joined(i + 1) else i + 1


def year_after(scan: EnglishScan, i: int) -> tuple[int, int]:
    """The year that follows a day and month, with a comma or without, and the token after it; "1 May last year" too."""
    published = scan.published
    if scan.low[i] in STEPS and scan.low[i + 1] == "year" and published and published[0].year == published[1].year:
        return published[0].year + STEPS[scan.low[i]], i + 2
    k = i + 1 if scan.low[i] in (",", "of") else i
    if old_year(scan, k):
        return int(scan.raw[k]), k + 1
    if not scan.is_year(k):
        after = _after_time(scan, k)
        return (int(scan.raw[after]), after + 1) if after > k and scan.is_year(after) else (0, i)
    return int(scan.raw[k]), k + 1


def _after_time(scan: EnglishScan, i: int) -> int:
    """The token after a time of day in digits that is between a day and its year: "Oct 26 15:50:06 2016"."""
    if ":" not in scan.raw[i] or scan.raw[i] == ":":
        return i
    zone = scan.raw[i + 1].isupper() and not scan.is_year(i + 1)
    return i + 1 + zone


def _year_and_month(scan: EnglishScan, i: int) -> Form | None:
    """2020-03 is a month; 2010-12 may be two years."""
    if not (scan.is_year(i) and scan.low[i + 1] == "-" and scan.joined(i + 1) and scan.joined(i + 2)):
        return None
    month = scan.raw[i + 2]
    if len(month) != 2 or not month.isdecimal() or not 1 <= int(month) <= 12 or scan.is_tight(i + 3):
        return None
    if int(month) > int(scan.raw[i][2:]):
        return Form(i + 3, why="a month, or a range of years")
    return Form(i + 3, month=int(month), year=int(scan.raw[i]))


def _is_month_alone(scan: EnglishScan, i: int) -> bool:
    """Whether a month is by itself: "in March", not "March on" and not "said May"."""
    before = scan.low[i - 1]
    if before == "-" and scan.low[i - 2] in ("mid", "early", "late"):
        return True
    return before in en.BEFORE_MONTH and not (scan.low[i] == "may" and before in en.NOT_BEFORE_MAY)
