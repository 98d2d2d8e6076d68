"""English days in digits, 3/19, by the region of the source: only where the words beside say that they are days."""

from __future__ import annotations

import re

from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import MONTH_FIRST, year_after

_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_MIXED = frozenset({"CA", "ZA"})
"""Regions that write both orders."""
_NAMES = frozenset({"9/11", "7/7", "24/7", "11/9"})
_LEADS = en.set_of("on since until till before after")
_SHARES_LEAD = en.set_of("from between by")
"""Words before a share too: "rose by 1/3", "from 1/4 to 1/2"."""
_LARGEST_PARTS, _LONGEST_LIST = 16, 8
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_in_digits(scan: EnglishScan, i: int) -> Form | None:
    """3/19 behind such words as "on", and behind "from" where it is no share; by the region, nothing without one."""
    return month_and_day(scan, i) if "/" in scan.raw[i] and scan.region and _is_led(scan, i) else None


def _is_led(scan: EnglishScan, i: int) -> bool:
    """Whether the words before say that digits are a day: "on 3/19", "on 3/19, 3/22 and 3/25", "10/1-11/2/2017"."""
    n = i
    while i - n < _LONGEST_LIST and scan.low[n - 1] in (",", "and", "or") and _SLASHED.fullmatch(scan.raw[n - 2]):
        n -= 2
    before = scan.low[n - 1]
    if before in _LEADS:
        return True
    if before in _SHARES_LEAD:
        return not (_is_share(scan, n) and (before == "by" or _is_share(scan, n + 2)))
    return scan.low[i + 1] == "-" and scan.joined(i + 1) and scan.joined(i + 2) and scan.raw[i + 2].count("/") == 2


def month_and_day(scan: EnglishScan, i: int) -> Form | None:
    """3/19 by the region of the source; nothing where no region says the order, or something counts it."""
    match = _SLASHED.fullmatch(scan.raw[i])
    if match is None or not scan.region or scan.region in _MIXED or scan.raw[i] in _NAMES or _goes_on(scan, i + 1):
        return None
    first, second = int(match[1]), int(match[2])
    month, day = (first, second) if scan.region in MONTH_FIRST else (second, first)
    year, end = year_after(scan, i + 1)
    if 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]:
        return Form(end, day, month, year)
    if 1 <= day <= 12 and 1 <= month <= _DAYS[day - 1]:
        return Form(i + 1, why=f"{scan.raw[i]} is no date in the order of {scan.region}")
    return None


def _is_share(scan: EnglishScan, i: int) -> bool:
    """Whether digits may be a share: 3/4, 5/16; not 9/4 nor 04/09."""
    match = _SLASHED.fullmatch(scan.raw[i])
    if match is None or "0" in (match[1][0], match[2][0]):
        return False
    return int(match[1]) <= int(match[2]) <= _LARGEST_PARTS


def _goes_on(scan: EnglishScan, k: int) -> bool:
    """Whether something follows of which it is a share, or a name that it is a part of: "3/4 of them", "4/5 June"."""
    if scan.low[k] in ("of", "%", '"') or scan.is_tight(k) or scan.is_content(k) or scan.low[k] in en.UNIT_STARTS:
        return True
    if scan.is_number(k):
        return not scan.is_year(k)
    return scan.low[k] in ("-", "/") and scan.joined(k) and not _SLASHED.match(scan.raw[k + 1])
