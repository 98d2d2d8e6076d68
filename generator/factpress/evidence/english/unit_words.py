"""What an English number is a number of: money, a measure, a duration, or a thing that is counted."""

from __future__ import annotations

from dataclasses import dataclass

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.units import unit_of
from factpress.records.figure import Kind, Number

_AREAS = {"square": "square", "sq": "square", "cubic": "cubic"}
_REACHES = en.set_of("high tall long wide deep away above below")
_PER_HOUR = {"km": "km/h", "mile": "mph"}


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number is of, and the token after the words that say so; `why` where it is in doubt."""

    kind: Kind
    name: str
    end: int
    why: str = ""


def currency_at(scan: EnglishScan, i: int) -> tuple[str, int, str] | None:
    """A currency before its number: its code, the token after it, and why it may be another one."""
    raw = scan.raw[i]
    if raw in en.CURRENCY_SIGNS:
        return en.CURRENCY_SIGNS[raw], i + 1, ""
    if raw in ("¥", "₩", "₨", "₦", "₱") or raw.startswith("¥"):
        return "", i + 1, f"{raw} may be one of several currencies"
    if scan.raw[i + 1] == "$" and raw.isupper() and scan.low[i] in en.DOLLARS and (scan.joined(i + 1) or raw == "US"):
        return en.DOLLARS[scan.low[i]], i + 2, ""
    if raw in en.CURRENCIES and scan.is_number(i + 1):
        return raw, i + 1, ""
    if scan.low[i] == "kr" and scan.is_number(i + 1):
        return "", i + 1, "kr may be one of several currencies"
    return None


def scaled_money(scan: EnglishScan, number: Number, j: int) -> tuple[Number, int]:
    """The number with the letter after it that scales money, as in $1.5m."""
    scale = en.AFTER_MONEY.get(scan.low[j]) if not number.scale else None
    if scale and (scan.joined(j) or scan.low[j] in ("m", "mm", "b")):
        return Number(number.digits, scale), j + 1
    return number, j


def unit_at(scan: EnglishScan, j: int) -> Unit | None:
    """The unit that begins at a token, behind a number or behind its hyphen."""
    k = scan.hyphen(j)
    low, raw = scan.low[k], scan.raw[k]
    if raw == "%":
        return Unit("measure", "%", k + 1)
    if raw == "°":
        letter = scan.low[k + 1] if scan.low[k + 1] in ("c", "f") and scan.joined(k + 1) else ""
        return Unit("measure", unit_of(f"°{letter}" if letter else "degree"), k + 1 + bool(letter))
    if raw in en.CURRENCY_SIGNS and not scan.is_number(k + 1):
        return Unit("money", en.CURRENCY_SIGNS[raw], k + 1)
    if low not in en.UNIT_STARTS:
        return None
    return _of_time(scan, k) or _share(scan, k) or _measure(scan, j, k) or _money(scan, k)


def _of_time(scan: EnglishScan, k: int) -> Unit | None:
    unit = en.TIME_UNITS.get(scan.low[k])
    if unit is None or (scan.low[k] == "second" and _is_ordinal(scan, k)):
        return None
    return Unit("duration", unit, k + 1)


def _is_ordinal(scan: EnglishScan, k: int) -> bool:
    """Whether "second" after a number is not a unit, as in "two second chances"; "a 30 second clip" has one."""
    return not scan.is_number(k - 1) and scan.low[k - 1] != "-" and scan.is_content(k + 1)


def _share(scan: EnglishScan, k: int) -> Unit | None:
    low = scan.low
    if low[k] in ("percent", "pct") or (low[k] == "pc" and scan.is_number(k - 1)):
        return Unit("measure", "%", k + 1)
    if low[k] == "per" and low[k + 1] == "cent":
        return Unit("measure", "%", k + 2)
    first = {"percentage": "percentage", "basis": "basis"}.get(low[k])
    point = scan.hyphen(k + 1)
    if first and low[point] in ("point", "points"):
        return Unit("measure", f"{first}-point", point + 1)
    return None


def _measure(scan: EnglishScan, j: int, k: int) -> Unit | None:
    low = scan.low
    if low[k] == "m" and low[k + 1] in _REACHES:
        return Unit("measure", "m", k + 1)
    if low[k] in en.AMBIGUOUS_UNITS and (low[k] != "m" or scan.is_number(j - 1)):
        if low[k] != "m" and low[k + 1] == "sterling":
            return Unit("money", "GBP", k + 2)
        return Unit("measure", low[k], k + 1, f"{low[k]} may be {en.AMBIGUOUS_UNITS[low[k]]}")
    if low[k] in _AREAS and low[scan.hyphen(k + 1)] in en.MEASURES:
        end = scan.hyphen(k + 1)
        return Unit("measure", f"{_AREAS[low[k]]}-{unit_of(low[end])}", end + 1)
    if low[k] == "nautical" and low[k + 1] in ("mile", "miles"):
        return Unit("measure", "nautical-mile", k + 2)
    if low[k] == "magnitude" or scan.says(k, "on", "the", "richter", "scale"):
        return Unit("measure", "magnitude", k + (1 if low[k] == "magnitude" else 4))
    if low[k] not in en.MEASURES:
        return None
    unit, end = unit_of(low[k]), k + 1
    if low[k] in ("degree", "degrees") and low[end] in ("celsius", "fahrenheit", "c", "f"):
        return Unit("measure", f"°{low[end][0]}", end + 1)
    if unit in _PER_HOUR and (low[end] in ("per", "an", "a") and low[end + 1] in ("hour", "h")):
        return Unit("measure", _PER_HOUR[unit], end + 2)
    if unit == "km" and low[end] == "/" and low[end + 1] == "h":
        return Unit("measure", "km/h", end + 2)
    return Unit("measure", unit, end)


def _money(scan: EnglishScan, k: int) -> Unit | None:
    low, raw = scan.low[k], scan.raw[k]
    if raw in en.CURRENCIES:
        return Unit("money", raw, k + 1)
    if low in en.OWN_MONEY or low.removesuffix("s") in en.OWN_MONEY:
        return Unit("money", en.OWN_MONEY[low if low in en.OWN_MONEY else low.removesuffix("s")], k + 1)
    country, end = low, k + 1
    if low == "u" and scan.raw[k + 1] == "." and scan.raw[k + 2] == "S" and scan.raw[k + 3] == ".":
        country, end = "us", k + 4
    code = en.COUNTRY_MONEY.get((country, scan.low[end].removesuffix("s")))
    if code:
        return Unit("money", code, end + 1)
    if low in en.SHARED_MONEY or low.removesuffix("s") in en.SHARED_MONEY:
        return Unit("money", "", k + 1, f"{low} is money of several countries")
    return None
