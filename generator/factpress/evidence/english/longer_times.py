"""English times that other times are a part of: "May 2015", "the 1990s", "last year", "the nineteenth century"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from factpress.evidence import date_forms
from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, explicit, reached
from factpress.evidence.english import words as en
from factpress.evidence.english.announced import is_announced
from factpress.evidence.english.decades import decade
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import after_month, is_month, year_after
from factpress.evidence.english.ordinals import ordinal_at
from factpress.evidence.english.year_words import year_in_words
from factpress.evidence.relative_dates import Days

_UNSURE_STEPS = en.set_of("coming following same previous preceding past")
_UNKNOWN = en.set_of("week month quarter year decade century")
_NOT_NAMED = "a part of a time that is not known"
_LAST_CENTURY = 21


def longer_time(scan: EnglishScan, k: int) -> Form | None:
    """The month, year, decade or century that begins at a token, with its days as far as they are known."""
    led = scan.low[k] == "the"
    whole = _whole(scan, k + led)
    if whole is None or whole.why:
        return whole
    end = whole.end
    if scan.low[end] in ("-", "/") and scan.joined(end) and scan.joined(end + 1) and scan.is_number(end + 1):
        return replace(whole, end=end + 2, days=None, why="a part of a range of dates")
    # "The last week of the 2017 season" may be in another year, as "the third month of last year's strike".
    owned = scan.raw[end - 1].endswith("'s") or (scan.low[end] == "'" and scan.joined(end))
    named = owned or (led and (whole.year or whole.month) and scan.is_content(end))
    return replace(whole, days=None, why=_NOT_NAMED) if named else whole


def century(scan: EnglishScan, i: int) -> Form | None:
    """The nineteenth century, which begins with its year 00 or 01."""
    number, k = ordinal_at(scan, i)
    if scan.low[k] != "century" or not 0 < number <= _LAST_CENTURY:
        return None
    if scan.low[k + 1] in ("bc", "bce", "b"):
        return Form(k + 2, why="a century before the year 1")
    return Form(k + 1, days=(date(max(1, 100 * (number - 1)), 1, 1), date(100 * number, 12, 31)))


def is_calendar(days: Days) -> bool:
    """Whether these are the days of one month or of one year."""
    first, last = days
    in_month = first.month == last.month
    return first.year == last.year and days == explicit(first.year, first.month if in_month else 0, 0)


def _whole(scan: EnglishScan, k: int) -> Form | None:
    low, after = scan.low[k], scan.low[k + 1]
    if is_month(scan, k) and after != "day":
        year, end = year_after(scan, after_month(scan, k))
        return _settled(scan, k, Form(end, month=en.MONTHS[low], year=year))
    if decades := decade(scan, k):
        return decades
    if scan.is_year(k):
        return _settled(scan, k, Form(k + 1, year=int(scan.raw[k])))
    if low in en.YEAR_WORDS and (words := year_in_words(scan, k))[0]:
        return _settled(scan, k, Form(words[1], year=words[0]))
    if low in en.STEPS and after in relative.PERIODS:
        return reached(k + 2, scan.published, lambda days: relative.PERIODS[after](days, en.STEPS[low]))
    if (low in en.STEPS or low in _UNSURE_STEPS) and after in _UNKNOWN:
        return Form(k + 2, why=_NOT_NAMED)
    if low in ("month", "year"):
        return Form(k + 1, why=_NOT_NAMED)
    return century(scan, k)


def _settled(scan: EnglishScan, k: int, form: Form) -> Form:
    return date_forms.settled(form, scan.published, is_announced=lambda: is_announced(scan, k))
