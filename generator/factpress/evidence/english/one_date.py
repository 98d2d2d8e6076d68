"""One English date that says itself which days it is: day, month and year in any order, a month, a season, a year."""

from __future__ import annotations

import re
from dataclasses import replace

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, valid
from factpress.evidence.english import words as en
from factpress.evidence.english.decades import decade
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.old_years import far_year, long_ago, may_be_a_year, old_year
from factpress.evidence.english.ordinals import ordinal_at
from factpress.evidence.english.unit_words import unit_at
from factpress.evidence.english.year_leads import has_a_year
from factpress.evidence.english.year_words import year_in_words
from factpress.records.date import parse_date

MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})
STEPS = {"last": -1, "this": 0, "next": 1, "previous": -1}
_NUMERIC = re.compile(
    r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:T.*)?"
    r"|([0-9]{1,2})([-/.])([0-9]{1,2})\6([0-9]{4})|([0-9]{1,2})/[0-9]{1,2}/[0-9]{2}"
)

_AHEAD = 30
"""How many years ahead a year of two digits may be."""
_COMPARED = frozenset({"later", "earlier"})
_CLOSED_UP = re.compile(r"([12][0-9]{3})([01][0-9])([0-3][0-9])")
_HOLDS = en.set_of(
    "total crowd force group fleet number population army capacity speed cost sum list some team collection series crew"
    " maximum minimum average range set body pile batch stock consignment network"
)
"""What a number of things makes up: "a fleet of 2000 ships" has no year."""


def numeric(scan: EnglishScan, i: int) -> Form | None:
    """Day, month and year in digits; a doubt if the order is open; `None` if it is not a date."""
    match = _NUMERIC.fullmatch(scan.raw[i])
    if match is None:
        return _closed_up(scan, i) or _year_and_month(scan, i)
    if match[1]:
        return valid(Form(i + 1, int(match[4]), int(match[3]), int(match[1])))
    if match[9]:
        return _short_year(scan, i) or Form(
            i + 1, why=f"{scan.raw[i]} does not say the order of its day, month and year"
        )
    first, second, year = int(match[5]), int(match[7]), int(match[8])
    if scan.region:
        return _by_region(scan, i, first, second, year)
    day_first = valid(Form(i + 1, first, second, year))
    month_first = valid(Form(i + 1, second, first, year))
    if day_first and month_first and first != second:
        return Form(i + 1, why=f"{scan.raw[i]} may have the day or the month first")
    return day_first or month_first


def _by_region(scan: EnglishScan, i: int, first: int, second: int, year: int) -> Form | None:
    """A date in digits as the source's region writes it; a doubt where that gives no day, but the other order does."""
    month_leads = scan.region in MONTH_FIRST
    own = valid(Form(i + 1, second, first, year) if month_leads else Form(i + 1, first, second, year))
    other = valid(Form(i + 1, first, second, year) if month_leads else Form(i + 1, second, first, year))
    return own or (Form(i + 1, why=f"{scan.raw[i]} is no date in the order of {scan.region}") if other else None)


def _short_year(scan: EnglishScan, i: int) -> Form | None:
    """11/03/20, where the region says the order and the source's date the century."""
    if not scan.region or scan.published is None:
        return None
    first, second, short = (int(part) for part in scan.raw[i].split("/"))
    latest = scan.published[1].year
    year = latest - (latest - short) % 100
    if year + 100 <= latest + _AHEAD:
        return Form(i + 1, why=f"{scan.raw[i]} may be of this century or of the last")
    return _by_region(scan, i, first, second, year)


def day_first(scan: EnglishScan, i: int) -> Form | None:
    """17 March, 17th of March 2020, the seventeenth of March: nothing where no month follows the day."""
    day, k = day_number(scan, i) if scan.has_month else (0, i)
    if not day:
        return None
    k = k + 1 if scan.low[k] == "of" or _joins(scan, k) else k
    if not is_month(scan, k):
        return None
    year, end = year_after(scan, after_month(scan, k))
    if not year and may_be_a_year(scan, end):
        return Form(end + 1, why="a year, or a number")
    return Form(end, day, en.MONTHS[scan.low[k]], year)


def month_first(scan: EnglishScan, i: int) -> Form | None:
    """March 17, March 17, 2020, March 2020, or a month by itself behind such words as "in"."""
    if not is_month(scan, i):
        return None
    month, k = en.MONTHS[scan.low[i]], after_month(scan, i)
    if scan.joined(i) and scan.is_number(i - 1):
        return Form(k, why="a day joined to its month")
    if (
        scan.is_year(k)
        or old_year(scan, k)
        or (scan.low[k] in (",", "of", "in") and scan.is_year(k + 1))
        or _in_words(scan, k)
    ):
        year, end = year_after(scan, k)
        if year:
            return Form(end, month=month, year=year)
    if scan.low[k] in ("-", "/", ".") and scan.joined(k) and scan.is_number(k + 1) and scan.joined(k + 1):
        end = year_after(scan, after_month(scan, k + 2))[1] if is_month(scan, k + 2) else k + 2
        return Form(end, why="a day of the month, or a short year")
    the = k + 1 if scan.low[k] == "the" or (scan.low[k] == "," and ordinal_at(scan, k + 1)[1] > k + 1) else k
    day, end = day_number(scan, the)
    if day and not unit_at(scan, end):
        before = scan.low[i - 1]
        if before in ("in", "since", "during", "of") and scan.counted(end) and end == the + 1:
            return Form(end, why="a day of the month, or a month and a number")
        year, after = year_after(scan, end)
        comma = end + (scan.low[end] == ",")
        if (year and comma > end and scan.counted(after)) or (not year and may_be_a_year(scan, comma)):
            return Form(max(after, comma), why="a year, or a number")
        return Form(after, day, month, year)
    return Form(k, month=month) if _is_month_alone(scan, i) else None


def _in_words(scan: EnglishScan, k: int) -> bool:
    k += scan.low[k] in (",", "of")
    return scan.low[k] in en.YEAR_WORDS and year_in_words(scan, k)[0] > 0


def year_at(scan: EnglishScan, i: int) -> Form | None:
    """A year behind such words as "in" or "since", or before a noun; nothing where it may be any number."""
    if scan.low[i] in en.YEAR_WORDS:
        said, end = year_in_words(scan, i)
        led = scan.low[i - 1] in en.BEFORE_YEAR or (scan.low[i - 1] == "of" and scan.low[i - 2] in en.BEFORE_OF_YEAR)
        if not said or not led or scan.counted(end) or scan.low[end] in en.UNIT_STARTS:
            return None
        return Form(end, year=said)
    if not scan.is_year(i):
        return decade(scan, i) or long_ago(scan, i) or far_year(scan, i)
    if scan.low[i + 1] == "s" and not scan.joined(i + 1):
        return Form(i + 2, why="a year, or a decade")
    if is_month(scan, i + 1) and scan.low[i + 1] != "may":
        return Form(after_month(scan, i + 1), month=en.MONTHS[scan.low[i + 1]], year=int(scan.raw[i]))
    before, year = scan.low[i - 1], int(scan.raw[i])
    form = Form(i + 1, year=year)
    if before == "-":
        before = scan.low[i - 2]
        if before not in ("mid", "early", "late", "pre", "post"):
            return None
        return form if before not in ("pre", "post") else replace(form, why="before or after the year, not during it")
    before = "in" if scan.low[i - 2] == "q" and scan.joined(i - 1) else before
    is_led = before in en.BEFORE_YEAR or (before == "of" and has_a_year(scan, i - 2))
    is_led = is_led or (before == "than" and scan.low[i - 2] in _COMPARED)
    is_led = is_led or (before == "to" and scan.low[i - 2] in ("prior", "up"))
    is_led = is_led or (scan.low[i + 1] == "or" and scan.low[i + 2] in _COMPARED) or scan.low[i + 1] == "onwards"
    follows = scan.years_end == i - 1 and before in (",", "and", "or") and scan.years_end > 0
    if is_led and _is_fiscal(scan, i):
        return replace(form, why="a fiscal or academic year")
    if is_led or follows:
        counts = scan.is_plural(i + 1) and not (follows and before != ",")
        counts = counts and not (before == "of" and scan.low[i + 1] in en.STATES)
        return replace(form, why="a year, or a number") if counts else form
    if before == "of" and scan.is_plural(i + 1) and scan.low[i + 1] not in en.PLURALS and scan.low[i - 2] not in _HOLDS:
        return replace(form, why="a year, or a number")
    if before in ("the", "a") and scan.is_content(i + 1):
        return replace(form, why="a year, or a number") if scan.is_plural(i + 1) else form
    return None


def _is_fiscal(scan: EnglishScan, i: int) -> bool:
    """Whether a year begins in another month: fiscal 2019, the financial year 2019."""
    return scan.low[i - 1] == "fiscal" or (scan.low[i - 1] == "year" and scan.low[i - 2] in en.FISCAL)


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


def day_number(scan: EnglishScan, i: int) -> tuple[int, int]:
    """The number of a day of a month, 17 or 17th or seventeenth, and the token after it; zero for another number."""
    number, end = ordinal_at(scan, i)
    if end == i and scan.is_number(i) and len(scan.raw[i]) <= 2 and scan.raw[i].isdecimal() and scan.raw[i].isascii():
        number, end = int(scan.raw[i]), i + 1
        if scan.is_tight(end):
            return 0, i
    if end == i and scan.low[i] in en.WORDS and (is_month(scan, i - 1) or _before_month(scan, i)):
        number, end = _day_in_words(scan, i)
    return (number, end) if 1 <= number <= 31 else (0, i)


def _day_in_words(scan: EnglishScan, i: int) -> tuple[int, int]:
    """A day in words beside its month, May twenty-one; no number of people."""
    number, end = en.WORDS[scan.low[i]], i + 1
    ones = scan.hyphen(end)
    if number >= 20 and 0 < en.SMALL.get(scan.low[ones], 0) < 10:
        number, end = number + en.SMALL[scan.low[ones]], ones + 1
    return (0, i) if scan.counted(end) or scan.low[end] in en.UNIT_STARTS else (number, end)


def _before_month(scan: EnglishScan, i: int) -> bool:
    k = scan.hyphen(i + 1)
    k = k + 1 if scan.low[k] in en.SMALL and scan.low[i] in en.TENS else i + 1
    return is_month(scan, k) and not scan.starts_sentence(k)


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
    k = i + 1 if scan.low[i] in (",", "of") or _joins(scan, i) or (scan.low[i] == "in" and scan.is_year(i + 1)) else i
    if not scan.is_year(k):
        if old := old_year(scan, k):
            return old, k + 1
        if scan.low[k] in en.YEAR_WORDS and (words := year_in_words(scan, k))[0]:
            return words
        after = _after_time(scan, k)
        return (int(scan.raw[after]), after + 1) if after > k and scan.is_year(after) else (0, i)
    return int(scan.raw[k]), k + 1


def _closed_up(scan: EnglishScan, i: int) -> Form | None:
    """20230503 may be a date."""
    match = _CLOSED_UP.fullmatch(scan.raw[i])
    if match is None:
        return None
    is_date = valid(Form(i + 1, int(match[3]), int(match[2]), int(match[1])))
    return Form(i + 1, why="a date without hyphens, or a number") if is_date else None


def _joins(scan: EnglishScan, i: int) -> bool:
    """Whether a mark joins the parts of a date, as in 05-Aug-2016."""
    return scan.low[i] in ("-", "/") and scan.joined(i) and scan.joined(i + 1)


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
    if before in ("from", "between") and scan.low[i + 1] in ("to", "until", "through", "and") and is_month(scan, i + 2):
        return True
    if before in ("before", "after"):
        return scan.low[i] != "may" and not scan.is_content(i + 1) and not scan.is_number(i + 1)
    return before in en.BEFORE_MONTH and not (scan.low[i] == "may" and before in en.NOT_BEFORE_MAY)
