"""What an English number is a number of: money, a measure, a duration, or a thing that is counted."""

from __future__ import annotations

from typing import NamedTuple

from factpress.evidence.english import words as en
from factpress.evidence.english.money_words import money_at
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.unit_table import UNITS
from factpress.evidence.units import dimension_of, unit_of
from factpress.evidence.word_tables import by_first_word, set_of
from factpress.records.figure import Kind

_WORDINGS = by_first_word({unit: wordings for unit, wordings in UNITS.items() if wordings})
_SHORT = frozenset(
    {"mm", "cm", "km", "kms", "kg", "kgs", "ha", "ft", "lb", "lbs", "oz", "mph", "kph", "kw", "mw", "gw"}
)
_LETTERS = {"g": "g", "t": "t", "l": "litre", "h": "hour", "w": "watt", "v": "volt", "st": "stone"}
_REACHES = set_of("high tall long wide deep away above below across thick apart")
_BYTES = {"kb": "kilobyte", "mb": "megabyte", "gb": "gigabyte", "tb": "terabyte", "pb": "petabyte"}
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
_LENGTHS = set_of("length width height depth distance outreach radius diameter altitude elevation")
_WEIGHING = set_of("weigh weighs weighed weighing weight")
_UP_TO_WEIGHT = set_of("a of about around nearly almost over under more less than up to at least some only just is was")
_NEAR = 5
_BY_WORD = {words[0]: unit for each in _WORDINGS.values() for words, unit in each if len(words) == 1}
_PER = frozenset({"per", "a", "an", "each", "/"})
_TIMES = set_of("second minute hour day week month year night")
_EACH = _TIMES | _BY_WORD.keys()


class Unit(NamedTuple):
    """What a number is of, and the token after the words that say so; `why` where it is in doubt."""

    kind: Kind
    name: str
    end: int
    why: str = ""


def unit_at(scan: EnglishScan, j: int) -> Unit | None:
    """The unit that begins at a token, behind a number or behind its hyphen."""
    k = scan.hyphen(j)
    low, raw = scan.low[k], scan.raw[k]
    if raw == "%":
        return Unit("measure", "%", k + 1)
    if raw == "°":
        letter = scan.low[k + 1] if scan.low[k + 1] in ("c", "f") and scan.joined(k + 1) else ""
        return Unit("measure", unit_of(f"°{letter}" if letter else "degree"), k + 1 + bool(letter))
    if raw == "‰":
        return Unit("measure", "‰", k + 1)
    if raw in _CLOSING:
        return _in_brackets(scan, k)
    if low == '"':
        return _inches(scan, k)
    if low not in en.UNIT_STARTS and raw not in en.CURRENCY_SIGNS:
        return None
    found = _of_time(scan, k) or _share(scan, k) or _measure(scan, j, k)
    if found is not None:
        return _per(scan, found)
    money = money_at(scan, k)
    return Unit("money", *money) if money else None


def _in_brackets(scan: EnglishScan, k: int) -> Unit | None:
    """A unit of measure that is all that brackets hold: 20 (kg)."""
    if scan.low[k + 1] not in en.UNIT_STARTS and scan.raw[k + 1] not in ("%", "°"):
        return None
    unit = unit_at(scan, k + 1)
    if unit is None or unit.kind == "money":
        return None
    end = unit.end + (scan.raw[unit.end] == ".")
    return unit._replace(end=end + 1) if scan.raw[end] == _CLOSING[scan.raw[k]] else None


def _inches(scan: EnglishScan, k: int) -> Unit | None:
    """Inches by their sign, where it closes no quotation and a word behind it says how long: 10 " long."""
    long = scan.is_number(k - 1) and scan.low[k + 1] in _REACHES and scan.opens_quotation
    return Unit("measure", "inch", k + 1) if long else None


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
    if low[k] in ("percent", "percents", "pct") or (low[k] == "pc" and scan.is_number(k - 1)):
        return Unit("measure", "%", k + 1)
    if low[k] == "per" and low[k + 1] in ("cent", "cents"):
        return Unit("measure", "%", k + 2)
    first = {"percentage": "percentage", "basis": "basis"}.get(low[k])
    point = scan.hyphen(k + 1)
    if first and low[point] in ("point", "points"):
        return Unit("measure", f"{first}-point", point + 1)
    return None


def _measure(scan: EnglishScan, j: int, k: int) -> Unit | None:
    low = scan.low
    if low[k] in en.AMBIGUOUS_UNITS:
        return _ambiguous(scan, j, k)
    for words, unit in _WORDINGS.get(low[k], ()):
        if scan.says(k, *words) and _is_unit(scan, j, k, words):
            kind: Kind = "duration" if dimension_of(unit) == "time" else "measure"
            return Unit(kind, unit, k + len(words))
    if low[k] in _BYTES and scan.raw[k].isupper() and scan.is_number(j - 1) and not scan.is_content(k + 1):
        return Unit("measure", _BYTES[low[k]], k + 1)
    if scan.raw[k] == "yo" and scan.is_number(j - 1):
        return Unit("duration", "year", k + 1)
    if low[k] == "magnitude" or scan.says(k, "on", "the", "richter", "scale"):
        return Unit("measure", "magnitude", k + (1 if low[k] == "magnitude" else 4))
    if low[k] in _LETTERS and scan.is_number(j - 1) and _is_letter(scan, k):
        unit = _LETTERS[low[k]]
        return Unit("duration" if unit == "hour" else "measure", unit, k + 1)
    if low[k] not in en.MEASURES:
        return None
    return Unit("measure", unit_of(low[k]), k + 1)


def _ambiguous(scan: EnglishScan, j: int, k: int) -> Unit | None:
    """Metres or millions, pounds of money or of weight, where what follows does not decide."""
    low = scan.low[k]
    if low == "m":
        following = _WORDINGS.get("m", ())
        for words, unit in following:
            if len(words) > 1 and scan.says(k, *words) and _is_unit(scan, j, k, words):
                return Unit("measure", unit, k + len(words))
        if scan.low[k + 1] in _REACHES or _is_length(scan, j - 1, k):
            return Unit("measure", "m", k + 1)
        if not scan.is_number(j - 1):
            return None
    elif scan.low[k + 1] == "sterling":
        return Unit("money", "GBP", k + 2)
    elif _is_weighed(scan, j):
        return Unit("measure", "pound", k + 1)
    elif scan.low[k + 1] in ("of", "-") and scan.low[k + 2] == "force":
        return None
    return Unit("measure", low, k + 1, f"{low} may be {en.AMBIGUOUS_UNITS[low]}")


def _is_length(scan: EnglishScan, i: int, k: int) -> bool:
    """Whether the m behind a number is metres by the words around: "1 m x 2 m", "a length of 48m"."""
    low = scan.low
    by = low[k + 1] in ("x", "×", "by") and scan.is_number(k + 2) and low[k + 3] == "m"
    after = low[i - 1] in ("x", "×", "by") and low[i - 2] == "m" and scan.is_number(i - 3)
    small = scan.raw[k] == "m" and scan.is_number(i)
    return small and (by or after or not _LENGTHS.isdisjoint(low[max(0, i - _NEAR) : i]))


def _is_weighed(scan: EnglishScan, j: int) -> bool:
    """Whether a word of weight, with nothing but small words behind it, comes before the number of pounds."""
    n = j - 1
    while j - n < _NEAR and (scan.is_number(n) or scan.low[n] in en.WORDS or scan.low[n] in en.MULTIPLIERS):
        n -= 1
    while j - n < 2 * _NEAR and scan.low[n] in _UP_TO_WEIGHT:
        n -= 1
    return scan.low[n] in _WEIGHING


def _is_unit(scan: EnglishScan, j: int, k: int, words: tuple[str, ...]) -> bool:
    """Whether the words of a unit are one here: short ones need digits or a scale before them."""
    if any(word.isdecimal() and not scan.joined(k + n) for n, word in enumerate(words)):
        return False
    short = len(words) == 1 and len(words[0]) <= 3 and words[0] not in _SHORT and words[0] not in en.MEASURES
    return not short or scan.is_number(j - 1) or scan.low[j - 1] in en.BIG


def _is_letter(scan: EnglishScan, k: int) -> bool:
    """Whether a letter is a unit by itself: "5 t of coal"; not an initial, and no capital but W and V and L."""
    raw = scan.raw[k]
    if (raw == "W" and scan.joined(k)) or (raw == "st" and not scan.joined(k)):
        return False
    return (raw.islower() or raw in ("W", "V", "L")) and scan.low[k + 1] != "." and scan.raw[k + 1] != "'"


def _per(scan: EnglishScan, unit: Unit) -> Unit:
    """A unit for each of another, as in "barrels a day" or "microgrammes per gramme", which is a unit of its own."""
    end = unit.end
    link = scan.low[end]
    if link not in _PER or unit.name == "%" or (link == "/" and not scan.joined(end)):
        return unit
    after = scan.low[end + 1]
    if link in ("a", "an", "each") and (unit.kind == "duration" or after not in _EACH):
        return unit
    if not scan.is_word(end + 1):
        return unit
    if link == "per" and unit.kind == "duration" and after not in _TIMES:
        return unit._replace(end=end + 2, why="a rate")
    name = en.TIME_UNITS.get(after) or _BY_WORD.get(after) or unit_of(after)
    if link == "/" and unit.name == "km" and name == "h":
        return Unit("measure", "km/h", end + 2)
    return Unit("measure", f"{unit.name}/{name}", end + 2, unit.why)
