"""English dates whose parts a hyphen or slash joins: 2017-Mar-8, May-14-2018, Mar-2012, Oct-2, and months in digits."""

from __future__ import annotations

import re

from factpress.evidence.date_forms import Form, valid
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import is_month

_MARKS = frozenset({"-", "/"})
_SLASHED = re.compile(r"([0-9]{1,2})/([12][0-9]{3})|([12][0-9]{3})/([0-9]{1,2})")
_LED = (en.BEFORE_MONTH - {"of", "by", "for"}) | en.set_of("before after on dated out off away back")


def month_joined(scan: EnglishScan, i: int, *, behind: bool = False) -> Form | None:
    """A month with its year, its day and year, or a day of one digit; of two digits alone it may be a short year.

    `behind` the first date of a run a hyphen may join it to that.
    """
    mark, after = scan.low[i + 1], i + 3
    if (
        not is_month(scan, i)
        or (_is_joined(scan, i) and not behind)
        or not _joins(scan, i + 1)
        or not scan.is_number(i + 2)
    ):
        return None
    month, again = en.MONTHS[scan.low[i]], scan.low[after] == mark and _joins(scan, after)
    if scan.is_year(i + 2):
        return None if again else Form(after, month=month, year=int(scan.raw[i + 2]))
    day = _small(scan, i + 2)
    if day and again and scan.is_year(after + 1):
        return valid(Form(after + 2, day, month, int(scan.raw[after + 1])))
    one_digit = day and len(scan.raw[i + 2]) == 1 and not again
    goes_on = scan.counted(after) or is_month(scan, after) or (scan.joined(after) and scan.low[after] in _MARKS)
    return Form(after, day, month) if one_digit and not goes_on else None


def day_joined(scan: EnglishScan, i: int) -> Form | None:
    """Jun-15 as a day: only where a weekday beside it agrees, since it may be a short year."""
    if not is_month(scan, i) or not _joins(scan, i + 1) or not scan.is_number(i + 2) or _joins(scan, i + 3):
        return None
    day = _small(scan, i + 2)
    return Form(i + 3, day, en.MONTHS[scan.low[i]]) if day else None


def year_joined(scan: EnglishScan, i: int) -> Form | None:
    """A year with a month by its name, and a day: 2017-Mar-8, 2018/May."""
    if not (scan.is_year(i) and _joins(scan, i + 1) and is_month(scan, i + 2)) or _is_joined(scan, i):
        return None
    year, month, mark = int(scan.raw[i]), en.MONTHS[scan.low[i + 2]], scan.low[i + 1]
    if scan.low[i + 3] != mark or not _joins(scan, i + 3):
        return Form(i + 3, month=month, year=year)
    day = _small(scan, i + 4)
    return valid(Form(i + 5, day, month, year)) if day else None


def month_in_digits(scan: EnglishScan, i: int) -> Form | None:
    """7/2013, 2013/7, 11-2016 and 2013-7 behind such words as "in"; not where they may be two years, 2013 to 2017."""
    if scan.low[i - 1] not in _LED:
        return None
    match = _SLASHED.fullmatch(scan.raw[i])
    if match:
        month, year, end, year_leads = match[1] or match[4], match[2] or match[3], i + 1, bool(match[3])
    elif scan.low[i + 1] == "-" and _joins(scan, i + 1) and scan.is_number(i + 2):
        year_leads = scan.is_year(i)
        year, month = (scan.raw[i], scan.raw[i + 2]) if year_leads else (scan.raw[i + 2], scan.raw[i])
        if not (year_leads or scan.is_year(i + 2)) or len(month) > 2 or not month.isdecimal():
            return None
        end = i + 3
    else:
        return None
    if not 1 <= int(month) <= 12 or (year_leads and int(month) > int(year[-len(month) :])):
        return None
    return None if scan.is_tight(end) or _joins(scan, end) else Form(end, month=int(month), year=int(year))


def _small(scan: EnglishScan, i: int) -> int:
    """The number of a day in one or two digits; zero for another one."""
    raw = scan.raw[i]
    number = int(raw) if len(raw) <= 2 and raw.isdecimal() and raw.isascii() and not scan.is_tight(i + 1) else 0
    return number if number <= 31 else 0


def _joins(scan: EnglishScan, i: int) -> bool:
    """Whether a mark joins what is before and behind it."""
    return scan.low[i] in _MARKS and scan.joined(i) and scan.joined(i + 1)


def _is_joined(scan: EnglishScan, i: int) -> bool:
    """Whether a mark or number joins a token to what is before it, so that it is not the first part."""
    return scan.joined(i) and (scan.low[i - 1] in _MARKS or scan.is_number(i - 1))
