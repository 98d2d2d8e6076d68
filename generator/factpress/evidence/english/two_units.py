"""English amounts in two units, which are one: six years and eight months, 5 ft 11 in, two hours 40, £3 and 50p."""

from __future__ import annotations

from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, with_hedge_behind
from factpress.evidence.english.fractions import fraction_after
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import FoundNumber, number_at, speaks_number
from factpress.evidence.english.unit_words import unit_at
from factpress.evidence.units import factor
from factpress.records.figure import Number

# How many of a smaller unit one is, where it is always as many.
_SMALLER = {
    ("century", "year"): 100, ("decade", "year"): 10, ("year", "month"): 12, ("week", "day"): 7, ("day", "hour"): 24,
    ("day", "minute"): 1440, ("hour", "minute"): 60, ("hour", "second"): 3600, ("minute", "second"): 60,
    ("mile", "yard"): 1760, ("mile", "foot"): 5280, ("yard", "foot"): 3, ("yard", "inch"): 36, ("foot", "inch"): 12,
    ("km", "m"): 1000, ("m", "decimeter"): 10, ("m", "cm"): 100, ("m", "mm"): 1000, ("cm", "mm"): 10,
    ("t", "kg"): 1000, ("kg", "g"): 1000,
    ("stone", "pound"): 14, ("pound", "ounce"): 16, ("week", "hour"): 168, ("litre", "ml"): 1000,
}  # fmt: skip
_OF_TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})
# What a bare number behind a unit is of: "two hours 40", "five foot two".
_LEFT_OUT = {"hour": "minute", "foot": "inch", "minute": "second", "stone": "pound"}
# The smaller unit behind a larger one: pounds behind stone, m behind hours.
_BEHIND = {"stone": ("pound", "pound", "pounds"), "hour": ("minute", "m"), "kg": ("g", "g")}
_HUNDREDTHS = en.set_of("cents cent pence penny p c centimes kopecks kopeks")
_POINTED = en.set_of("hr hrs min mins lb lbs ft yd yds yr yrs mo mos wk wks")
_MOST_UNITS = 4
_GOES_ON = en.set_of("tall long high wide deep thick ago later old earlier and before after")


def with_smaller_units(scan: EnglishScan, amount: Amount) -> Amount:
    """The amount with all smaller units that follow it, in the smallest of them."""
    if amount.unit in ("pound", "pounds") and amount.why:
        sterling = _with_hundredths(scan, amount._replace(kind="money", unit="GBP", why=""))
        return sterling if sterling.end > amount.end else _of_weight(scan, amount)
    if amount.kind == "money":
        return _with_hundredths(scan, amount)
    if amount.unit == "m" and amount.why:
        found = _smaller(scan, amount._replace(kind="measure", why=""))
        return found if found and found.unit in ("decimeter", "cm", "mm") else amount
    first = amount
    for _ in range(_MOST_UNITS):
        if amount.kind not in ("duration", "measure") or amount.why or amount.number.scale or amount.hedge:
            break
        following = _smaller(scan, amount, is_third=amount is not first)
        if following is None:
            break
        amount = with_hedge_behind(scan, following)
    return amount


def from_article(scan: EnglishScan, i: int) -> Amount | None:
    """An amount whose larger unit is one: "a year and two months", "an hour and a half"; nothing where none begins.

    A unit by itself ("an hour") is not read.
    """
    unit = unit_at(scan, i + 1) if scan.low[i] in ("a", "an") and scan.low[i + 1] not in _HUNDREDTHS else None
    if unit is None or scan.low[unit.end] not in ("and", ","):
        return None
    one = Amount(Number(Decimal(1)), i, unit.end, unit.kind, unit.name, why=unit.why)
    whole = with_smaller_units(scan, one)
    return whole if whole.end > one.end else None


def _smaller(scan: EnglishScan, amount: Amount, *, is_third: bool = False) -> Amount | None:
    """The amount with the one smaller unit that follows it; nothing where none does.

    With `is_third` two units come before, so that a comma surely goes on: "2 years, 3 months, 9 days".
    """
    end = amount.end
    if half := _half(scan, amount):
        return half
    hyphen = scan.low[end] == "-" and scan.joined(end) and scan.joined(end + 1) and amount.unit == "foot"
    if hyphen and (scan.is_number(end + 1) or scan.low[end + 1] in en.WORDS):
        return amount._replace(end=end + 2, why="feet and inches, joined")
    if scan.says(end, "and", "half") and amount.kind == "duration":
        return amount._replace(end=end + 2, why="half of this unit, or of something else")
    pointed = scan.low[end] == "." and scan.joined(end) and scan.low[end - 1] in _POINTED and scan.is_number(end + 1)
    k = end + (scan.low[end] == "," or pointed)
    k += scan.low[k] == "and"
    found = _number(scan, k)
    if found is None or found.number.scale or found.why:
        return None
    smaller = _sure(scan, amount, _unit_of(scan, found.end), found.end)
    if smaller is None:
        return _left_out(scan, amount, k, found.value, found.end)
    if amount.unit == "degree" and smaller.unit == "minute":
        return amount._replace(end=smaller.end, why="an angle in degrees and minutes")
    if smaller.kind != amount.kind or smaller.why:
        return None
    if scan.low[k] in ("a", "an") and (scan.is_content(smaller.end) or scan.low[smaller.end] in ("-", "off")):
        return None
    return _added(scan, amount, smaller._replace(start=k, number=found.number), is_third=is_third)


def _number(scan: EnglishScan, k: int) -> FoundNumber | None:
    """The number of a smaller unit; one in "two weeks and a day"."""
    if scan.low[k - 1] == "and" and scan.low[k] in ("a", "an") and unit_at(scan, k + 1):
        return FoundNumber(Number(Decimal(1)), k + 1, False)
    return number_at(scan, k, until_and=True) if speaks_number(scan, k) and scan.low[k] not in en.TIMES else None


def _added(scan: EnglishScan, amount: Amount, smaller: Amount, *, is_third: bool) -> Amount | None:
    """An amount and the one in a smaller unit behind it as one; nothing where they are two."""
    end, value = amount.end, smaller.number.value
    each = _each(amount.unit, smaller.unit) if smaller.unit != amount.unit or amount.most is None else Decimal(1)
    if each == 0:
        turned = factor(smaller.unit, amount.unit) or (0, 0)
        if turned[0] <= 1 or smaller.start > end or scan.low[smaller.end] == "ago":
            return None
        return amount._replace(end=smaller.end, why="an amount in two units, the smaller one first")
    if each is not None and each > 1 and value >= each:
        return None
    by_comma = scan.low[end] == "," and smaller.start == end + 1 and not is_third
    if by_comma and scan.low[smaller.end] not in _GOES_ON and _smaller(scan, smaller) is None:
        if scan.low[smaller.end] == "of" or scan.is_content(smaller.end):
            return None
        return amount._replace(end=smaller.end, why="an amount in two units, or two amounts")
    if each is None:
        return _of_varying(amount, smaller)
    number = Number(amount.number.value * each + value)
    most = amount.most and Number(amount.most.value * each + value)
    return amount._replace(number=number, most=most, end=smaller.end, unit=smaller.unit)


def _each(unit: str, smaller: str) -> Decimal | None:
    """How many of a smaller unit one is: nothing where that varies, zero where it is not smaller."""
    if (each := _SMALLER.get((unit, smaller))) is not None:
        return Decimal(each)
    found = factor(unit, smaller) if unit in _OF_TIME else None
    if found is None or found[0] <= 1:
        return Decimal(0)
    return found[0] if found[0] == found[1] else None


def _of_varying(amount: Amount, smaller: Amount) -> Amount:
    """Months or years with weeks or days, from the fewest to the most that they may be: a month is 28 to 31 days."""
    months = amount.number.value * {"year": 12, "month": 1}.get(amount.unit, 0)
    days = {"week": 7, "day": 1}.get(smaller.unit, 0)
    if not months or months != int(months) or not days:
        return amount._replace(end=smaller.end, why="an amount in two units, the larger of which varies")
    years, rest = divmod(int(months), 12)
    more = smaller.number.value * days
    least, most = (Number(years * year + rest * month + more) for year, month in ((365, 28), (366, 31)))
    return amount._replace(number=least, most=most, end=smaller.end, unit="day")


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


def _left_out(scan: EnglishScan, amount: Amount, k: int, value: Decimal, end: int) -> Amount | None:
    """The amount with a bare number behind it that leaves its unit out: "two hours 40"."""
    smaller = _LEFT_OUT.get(amount.unit)
    if not smaller or k != amount.end or scan.joined(k) or value != int(value):
        return None
    each = _SMALLER[amount.unit, smaller]
    if value >= each or _is_counted(scan, end):
        return None
    return amount._replace(number=Number(amount.number.value * each + value), end=end, unit=smaller)


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
        or (scan.low[end] == "of" and not (scan.low[end - 1] == "half" and scan.is_content(end + 1)))
        or scan.hyphen(end) > end
        or scan.is_content(end)
        or unit_at(scan, end)
    ):
        return None
    if part is None:
        return amount._replace(end=end, why="a fraction that no decimal says exactly")
    return amount._replace(number=Number(amount.number.value + part), end=end)


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
            return amount._replace(end=found.end, why="an amount and its hundredths, or two numbers")
        return amount
    number = Number(amount.number.value + found.value.scaleb(-2))
    return amount._replace(number=number, end=found.end + named)


def _of_weight(scan: EnglishScan, amount: Amount) -> Amount:
    """Pounds that ounces follow are a weight."""
    found = _smaller(scan, amount._replace(unit="pound", why=""))
    return found if found and found.unit == "ounce" else amount
