"""English dates that are one end of a longer time, or not the date that they look like."""

from __future__ import annotations

import re

from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan, changes_before
from factpress.evidence.english.one_date import is_month
from factpress.evidence.english.open_dates import UNSURE, after_now
from factpress.evidence.english.runs import kind_of
from factpress.evidence.english.unit_words import unit_at

_FARTHEST = 6
_IN_RANGES = frozenset({"the", "end", "beginning", "middle", "start", "of", "early", "late", "mid"})
_LATER = frozenset({"later", "after", "greater", "earlier", "before", "beyond", "onwards", "prior"})
_OPEN_ENDS = frozenset({"now", "today", "yesterday", "tomorrow", "present", "date", "current"})
_NUMERIC = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")


def why_open(scan: EnglishScan, start: int, form: Form) -> str:
    """Why a date is only one end of a longer time whose other end could not be read."""
    n, end = start - 1, form.end
    if after_now(scan, start, end):
        return ""
    while start - n < _FARTHEST and scan.low[n] in _IN_RANGES:
        n -= 1
    before = low_link = scan.low[n]
    link, k = scan.low[end], end + 1
    while k - end < _FARTHEST and scan.low[k] in _IN_RANGES:
        k += 1
    dated = scan.is_number(k) or is_month(scan, k) or scan.low[k] in _OPEN_ENDS or scan.low[k] in en.STEP_WORDS
    dated = (
        dated
        or scan.low[k] in en.ORDINALS
        or scan.low[k] in ("q", "h")
        or (scan.low[k] in en.WEEKDAYS and scan.raw[k][:1].isupper())
    )
    # "Extended last week to 11 April" is no range.
    dated = dated and (before in ("from", "between") or kind_of(form) not in ("relative", "weekday"))
    changed = before == "from" and link not in ("-", "—") and changes_before(scan, n)
    links = en.LINKS | {"and"} if before == "between" else en.LINKS
    starts = link in links and dated and not (link == "to" and scan.is_number(k) and scan.counted(k + 1))
    if (
        starts
        and not changed
        and (
            link not in ("-", "—")
            or scan.joined(end)
            or before in ("from", "between")
            or _NUMERIC.fullmatch(scan.raw[k])
        )
    ):
        scan.open_range = end
        return "the beginning of a longer time whose end is not read"
    if low_link in ("through", "until", "till") and n == start - 1 and scan.is_year(n - 1):
        return "the end of a longer time whose beginning is not read"
    if low_link in en.LINKS and n == start - 1 and scan.low[n - 1] in en.MONTHS and (scan.joined(n) or low_link != "-"):
        return "the end of a longer time whose beginning is not read"
    if low_link == "and" and scan.low[n - 1] in _OPEN_ENDS and scan.low[n - 2] == "between":
        return "the end of a longer time whose beginning is not read"
    if form.day and low_link in ("to", "until", "till", "through") and n == start - 1 and scan.is_number(n - 1):
        return "the end of a longer time whose beginning is not read"
    if form.is_around and low_link in ("to", "till", "through") and scan.is_number(n - 1):
        return "the end of a longer time whose beginning is not read"
    if before in en.LINKS | {"and"} and scan.open_range == n and n > 0:
        return "the end of a longer time whose beginning is not read"
    return ""


def why_goes_on(scan: EnglishScan, start: int, form: Form, *, is_open: bool) -> str:
    """Why a date is not the one that it looks like: "15 April of 87", "2012 or later"."""
    k, after = form.end, scan.low[form.end + 1]
    later = (
        scan.low[k] in ("or", "and") and after in _LATER and not (scan.low[k] == "and" and after in ("after", "before"))
    )
    if not is_open and (later or scan.low[k] in ("onwards", "onward")):
        return UNSURE
    ends = scan.low[start - 1] in ("to", "ended", "ending") and (
        scan.low[start - 2] in en.TIME_UNITS or scan.low[start - 2] == "quarter"
    )
    if ends and scan.low[start - 3] not in en.STEP_WORDS:
        return "the end of a longer time"
    if form.day and form.month and scan.low[start - 1] in en.STEP_WORDS:
        return "a day of another year or month"
    if scan.low[k] in ("bc", "bce") or (scan.low[k] == "b" and scan.low[k + 2] == "c"):
        return "a date before the year 1"
    short = len(scan.raw[k]) == 2 and scan.raw[k].isdecimal() and form.day and form.month and not form.year
    if short and not (scan.counted(k + 1) or unit_at(scan, k + 1) or scan.is_tight(k + 1)):
        return "a date of a short year"
    if form.month and not form.year and scan.low[k] == "of" and (scan.is_number(k + 1) or after == "'"):
        return "a date of a year that is not read"
    return ""
