"""English numbers that may be days, hours, years or decades: "on 15", "tonight around 7", "June 99", "the sixties"."""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount
from factpress.evidence.english.nouns import EnglishScan

_POINTED_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}|(?:19|20)[0-9]{2}\.[0-9]{1,2}")
_IN_YEARS = frozenset({"in", "by", "until", "since", "from"})
_ON = frozenset({"on", "for", "by", "until", "since", "from", "before", "after", "till"})
_DECADES = en.set_of("twenties thirties forties fifties sixties seventies eighties nineties tens noughties thousands")
_PERIODS = frozenset({"month", "week", "year", "night", "morning", "evening", "afternoon", "quarter"})
_AFTER_DAY = frozenset({"", ".", ",", ";", ")", "at", "!", "?"})
_DATED = frozenset({"tonight", "tomorrow", "yesterday", "today", "night", "morning", "evening", "afternoon"})
_DAYS_NAMED = frozenset({"this", "tonight", "last", "tomorrow", "night"})
_STEPS = en.STEP_WORDS | {"past", "coming", "further"}


def why_dated(scan: EnglishScan, amount: Amount, noun: str) -> str:
    """Why a number may be a day, an hour or a short year: "on 15", "around 7", "4 to 22 this month", "June 99"."""
    value = amount.number.value
    short = scan.low[amount.start - 1] == "'" and scan.joined(amount.start) and scan.low[amount.start - 2] == "the"
    if short and amount.in_digits and len(scan.raw[amount.start]) == 2:
        return "a number, or a short year"
    if noun in _DECADES:
        return "a number, or a decade"
    if not noun and scan.low[amount.start - 1] in ("on", "in") and _POINTED_DAY.fullmatch(scan.raw[amount.start]):
        return "a number, or a date"
    if noun or value != int(value) or amount.number.scale:
        return ""
    ways = (_as_year, _as_name, _as_time, _as_day, _as_hour)
    return next((why for way in ways if (why := way(scan, amount))), "")


def _as_year(scan: EnglishScan, amount: Amount) -> str:
    start, end, value = amount.start, amount.end, amount.number.value
    before = scan.low[start - 1]
    if 2100 <= value <= 2999 and before in _IN_YEARS and scan.raw[start].isdecimal() and scan.low[end] != "of":
        return "a number, or a year"
    if scan.low[end] == "s" and scan.is_number(end - 1):
        return "a number, or a decade"
    behind_month = _is_month(scan, start - 1) or (before == "of" and _is_month(scan, start - 2))
    if amount.in_digits and value < 100 and behind_month:
        return "a number, or a short year"
    return "a number, or a year" if amount.hedge and scan.is_year(end - 1) and scan.low[end] != "of" else ""


def _as_name(scan: EnglishScan, amount: Amount) -> str:
    start, end = amount.start, amount.end
    if scan.low[start - 1] in ("top", "big", "final", "bottom", "starting"):
        return "a number, or a name"
    if scan.low[end] == "for" and scan.is_number(end + 1) and not scan.counted(end + 2):
        return "a score"
    if scan.low[start - 1] == "for" and scan.is_number(start - 2):
        return "a score"
    return "a number behind another one" if amount.in_digits and scan.is_number(start - 1) else ""


def _as_time(scan: EnglishScan, amount: Amount) -> str:
    after, following = scan.low[amount.end], scan.low[amount.end + 1]
    if after in _STEPS and following in en.TIME_UNITS:
        return "an amount of time, whose unit comes later"
    named = following if after == "of" else after
    period = scan.low[amount.end + 1 + (after == "of")]
    if amount.number.value <= 31 and named in en.STEP_WORDS and period in _PERIODS:
        return "days of a month, or a number"
    return ""


def _as_day(scan: EnglishScan, amount: Amount) -> str:
    before, two = scan.low[amount.start - 1], scan.low[amount.start - 2]
    leads = before == "on" or (before == "the" and two in _ON)
    ends = scan.low[amount.end] in _AFTER_DAY
    return "a number, or a day of a month" if amount.in_digits and amount.number.value <= 31 and leads and ends else ""


def _as_hour(scan: EnglishScan, amount: Amount) -> str:
    before, two, after = scan.low[amount.start - 1], scan.low[amount.start - 2], scan.low[amount.end]
    dated = before in _DATED or two in _DATED or after in _DATED
    dated = dated or (after in (",", "this", "last") and scan.low[amount.end + 1] in _DAYS_NAMED)
    if amount.number.value <= 24 and (before == "at" or dated) and before not in en.STATES:
        return "a number, or a time of day"
    return ""


def _is_month(scan: EnglishScan, i: int) -> bool:
    return scan.low[i] in en.MONTHS and scan.raw[i][0].isupper()
