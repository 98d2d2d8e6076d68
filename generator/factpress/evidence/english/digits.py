"""Numbers in digits as English writes them: commas between thousands, a point before decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factpress.evidence.scan import Scan
from factpress.records.figure import MOST_DIGITS

_PLAIN = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+|0?(?=\.))(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]{1,2}")
_SLASHED = re.compile(r"[0-9]{1,2}/[0-9]{1,2}")


@lru_cache(maxsize=1 << 12)
def plain(raw: str) -> Decimal | None:
    """The number that digits say, grouped by commas or not; nothing for anything else written with digits."""
    if _PLAIN.fullmatch(raw) is None:
        return None
    digits = raw.replace(",", "")
    return Decimal(digits) if len(digits) <= MOST_DIGITS else None


def ends_groups(scan: Scan, i: int, j: int) -> bool:
    """Whether a group with decimals ends a number whose thousands spaces part: 89.50 in "1 234 567.89"."""
    group, _, decimals = scan.raw[j].partition(".")
    return j > i + 1 and len(group) == 3 and decimals.isdecimal() and group.isdecimal() and _follows(scan, j)


def _follows(scan: Scan, j: int) -> bool:
    return scan.starts[j] == scan.ends[j - 1] + 1 and not scan.is_tight(j + 1)


@lru_cache(maxsize=1 << 12)
def odd(raw: str) -> str:
    """Why digits are in doubt, where they are; nothing for what is surely no number, such as 24/7 or 2.0.1."""
    if raw.isascii() and _CONTINENTAL.fullmatch(raw):
        return f"{raw} may be written with a decimal comma or with points between thousands"
    if not raw.isascii():
        return "digits other than 0 to 9"
    if _SLASHED.fullmatch(raw) and raw not in ("9/11", "24/7", "7/7"):
        return f"{raw} may be a date, a share or a ratio"
    return ""
