"""English amounts in two units, which are one: six years and eight months, 5 ft 11 in, two hours 40, £3 and 50p."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount
from factpress.evidence.english.fractions import fraction_after
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at, speaks_number
from factpress.evidence.english.unit_words import unit_at
from factpress.evidence.units import factor
from factpress.records.figure import Number

# How many of a smaller unit one is, where it is always as many.
_SMALLER = {
    ("century", "year"): 100, ("decade", "year"): 10, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24,
    ("day", "minute"): 1440, ("hour", "minute"): 60, ("hour", "second"): 3600, ("minute", "second"): 60,
    ("mile", "yard"): 1760, ("mile", "foot"): 5280, ("yard", "foot"): 3, ("yard", "inch"): 36, ("foot", "inch"): 12,
    ("km", "m"): 1000, ("m", "cm"): 100, ("m", "mm"): 1000, ("cm", "mm"): 10, ("t", "kg"): 1000, ("kg", "g"): 1000,
    ("stone", "pound"): 14, ("pound", "ounce"): 16, ("week", "hour"): 168, ("litre", "ml"): 1000,
}  # fmt: skip
# What a bare number behind a unit is of: "two hours 40", "five foot two".
_LEFT_OUT = {"hour": "minute", "foot": "inch", "minute": "second", "stone": "pound"}
# The smaller unit behind a larger one: pounds behind stone, m behind hours.
_BEHIND = {"stone": ("pound", "pound", "pounds"), "hour": ("minute", "m"), "kg": ("g", "g")}
_HUNDREDTHS = en.set_of("cents cent pence penny p c centimes kopecks kopeks")
_MOST_UNITS = 4
_GOES_ON = en.set_of("tall long high wide deep thick ago later old earlier and before after")


def with_smaller_units(scan: EnglishScan, amount: Amount) -> Amount:
    """The amount with all smaller units that follow it, in the smallest of them."""
    if amount.unit in ("pound", "pounds") and amount.why:
        sterling = _with_hundredths(scan, replace(amount, kind="money", unit="GBP", why=""))
        return sterling if sterling.end > amount.end else _of_weight(scan, amount)
    if amount.kind == "money":
        return _with_hundredths(scan, amount)
    if amount.unit == "m" and amount.why:
        found = _smaller(scan, replace(amount, kind="measure", why=""))
        return found if found and found.unit in ("cm", "mm") else amount
    for _ in range(_MOST_UNITS):
        if amount.kind not in ("duration", "measure") or amount.why or amount.number.scale or amount.hedge:
            break
        following = _smaller(scan, amount)
        if following is None:
            break
        amount = following
    return amount


def _smaller(scan: EnglishScan, amount: Amount) -> Amount | None:
    """The amount with the one smaller unit that follows it; nothing where none does."""
    end = amount.end
    if half := _half(scan, amount):
        return half
    hyphen = scan.low[end] == "-" and scan.joined(end) and scan.joined(end + 1) and amount.unit == "foot"
    if hyphen and (scan.is_number(end + 1) or scan.low[end + 1] in en.WORDS):
        return replace(amount, end=end + 2, why="feet and inches, joined")
    if scan.says(end, "and", "half") and amount.kind == "duration":
        return replace(amount, end=end + 2, why="half of this unit, or of something else")
    k = end + (scan.low[end] == ",")
    k += scan.low[k] == "and"
    if not speaks_number(scan, k) or scan.low[k] in en.TIMES:
        return None
    found = number_at(scan, k, until_and=True)
    if found is None or found.number.scale or found.why:
        return None
    smaller = _sure(scan, amount, _unit_of(scan, found.end), found.end)
    whole = amount.number.value
    if smaller and amount.unit == "degree" and smaller.unit == "minute":
        return replace(amount, end=smaller.end, why="an angle in degrees and minutes")
    if smaller and smaller.kind == amount.kind and not smaller.why:
        each = _SMALLER.get((amount.unit, smaller.unit))
        turned = factor(smaller.unit, amount.unit) if each is None and k == end else None
        if turned and turned[0] > 1 and scan.low[smaller.end] != "ago":
            return replace(amount, end=smaller.end, why="an amount in two units, the smaller one first")
        if each is None:
            linked = k == end or scan.low[k - 1] == "and" or scan.low[smaller.end] == "ago"
            return _inexact(amount, smaller) if linked else None
        if found.value >= each:
            return None
        if scan.low[end] == "," and k == end + 1 and scan.low[smaller.end] not in _GOES_ON:
            return None
        number = Number(whole * each + found.value)
        return replace(amount, number=number, end=smaller.end, unit=smaller.unit, why=amount.why)
    return _left_out(scan, amount, k, found.value, found.end)


def _unit_of(scan: EnglishScan, end: int) -> Amount | None:
    """An amount of nothing, for the unit and where it ends; "in" is inches behind feet."""
    unit = unit_at(scan, end)
    if unit:
        return Amount(Number(Decimal(0)), end, unit.end, unit.kind, unit.name, why=unit.why)
    if scan.low[end] in ("in", '"') and scan.is_number(end - 1):
        return Amount(
            Number(Decimal(0)), end, end + 1 + (scan.low[end + 1] == "." and scan.joined(end + 1)), "measure", "inch"
        )
    return None


def _sure(scan: EnglishScan, amount: Amount, smaller: Amount | None, end: int) -> Amount | None:
    """The smaller unit, by the larger one: pounds behind stone, m behind hours, g behind kg."""
    name, *wordings = _BEHIND.get(amount.unit, ("",))
    if scan.low[end] not in wordings:
        return smaller
    return Amount(Number(Decimal(0)), end, end + 1, "duration" if name == "minute" else "measure", name)


def _inexact(amount: Amount, smaller: Amount) -> Amount | None:
    """A doubt about two units of which the larger varies, as in "a month and three days"."""
    found = factor(amount.unit, smaller.unit)
    if found is None or found[0] <= 1 or amount.kind != "duration":
        return None
    return replace(amount, end=smaller.end, why="an amount in two units, the larger of which varies")


def _left_out(scan: EnglishScan, amount: Amount, k: int, value: Decimal, end: int) -> Amount | None:
    """The amount with a bare number behind it that leaves its unit out: "two hours 40"."""
    smaller = _LEFT_OUT.get(amount.unit)
    if not smaller or k != amount.end or scan.joined(k) or value != int(value):
        return None
    each = _SMALLER[amount.unit, smaller]
    if value >= each or _is_counted(scan, end):
        return None
    return replace(amount, number=Number(amount.number.value * each + value), end=end, unit=smaller)


def _is_counted(scan: EnglishScan, end: int) -> bool:
    """Whether a number before a token counts something of its own."""
    low = scan.low[end]
    if scan.counted(end) or scan.is_tight(end) or scan.raw[end] in ("%", "°", "-", "/", ":") or low in en.MONTHS:
        return True
    return scan.is_content(end) and low not in en.AFTER_NUMBERS


def _half(scan: EnglishScan, amount: Amount) -> Amount | None:
    """Two hours and a half: half of the unit more."""
    if scan.low[amount.end] != "and":
        return None
    part, end = fraction_after(scan, amount.end)
    if (
        end == amount.end
        or scan.low[end] == "of"
        or scan.hyphen(end) > end
        or scan.is_content(end)
        or unit_at(scan, end)
    ):
        return None
    if part is None:
        return replace(amount, end=end, why="a fraction that no decimal says exactly")
    return replace(amount, number=Number(amount.number.value + part), end=end)


def _with_hundredths(scan: EnglishScan, amount: Amount) -> Amount:
    """Money with its cents or pence: 3 dollars 50 cents, three pounds and 20 pence, three pounds 50."""
    end = amount.end
    if amount.hedge or amount.number.scale or amount.number.value != int(amount.number.value):
        return amount
    k = end + (scan.low[end] == "and")
    found = number_at(scan, k) if speaks_number(scan, k) and scan.low[k] not in en.TIMES else None
    if found is None or found.number.scale or found.value >= 100 or found.value != int(found.value):
        return amount
    named = scan.low[found.end] in _HUNDREDTHS
    words = scan.is_word(end - 1) and amount.end > amount.start + 1 and not scan.raw[amount.start].isupper()
    bare = k == end and words and len(scan.raw[k]) != 1 and not _is_counted(scan, found.end)
    if bare and (scan.low[found.end] == "and" or found.value < 10):
        bare = False
    if not named and not bare:
        if k > end and words and not _is_counted(scan, found.end) and found.value >= 10:
            return replace(amount, end=found.end, why="an amount and its hundredths, or two numbers")
        return amount
    number = Number(amount.number.value + found.value.scaleb(-2))
    return replace(amount, number=number, end=found.end + named)


def _of_weight(scan: EnglishScan, amount: Amount) -> Amount:
    """Pounds that ounces follow are a weight."""
    found = _smaller(scan, replace(amount, unit="pound", why=""))
    return found if found and found.unit == "ounce" else amount
