"""English numbers, in digits or words: "1,500", "1.7 million", "two hundred and six", "two and a half", "a dozen".

A parser of our own, of tables: text2num 3.0 gives a changed text without places, and reads "two and a half million"
as 1,000,000, "two or three" as "two or 3", "several hundred thousand" as 100,000 and "between one hundred and two
hundred" as 102 and 100.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from factpress.evidence.english import words as en
from factpress.evidence.english.digits import ends_groups, plain
from factpress.evidence.english.fractions import fraction_after, slashed
from factpress.evidence.english.nouns import EnglishScan
from factpress.records.figure import Number

_MOST = 10**18
_LONGEST = 20
_HALF = Decimal("0.5")
_NO_DECIMAL = "a fraction that no decimal says exactly"
_PART = "a number goes on behind it in a way that is not read"
_NOUGHTS = frozenset({"nought", "naught", "oh", "nil"})
_MOST_DECIMALS = 6
_MOST_WORDS = 10
_GOES_ON_DIGITS = en.MULTIPLIERS | en.DOZENS | en.INDIAN.keys() | en.BIG.keys() | {"and", "-", "point"}
_BEGINNING = _NOUGHTS | {"half", "quarter", "a", "an"}


class FoundNumber(NamedTuple):
    """A number, and the token after it; `why` it is in doubt, where it is."""

    number: Number
    end: int
    in_digits: bool
    why: str = ""

    @property
    def value(self) -> Decimal:
        """What it says nominally."""
        return self.number.value


def number_at(scan: EnglishScan, i: int, *, until_and: bool = False) -> FoundNumber | None:
    """The number that begins here; nothing where none does, or where it goes on in a way that can't be read.

    With `until_and` an "and" ends it: in "between one hundred and two hundred" it parts two numbers.
    """
    found = _number(scan, i, until_and)
    if found and not until_and and (found.why == _PART or scan.low[found.end] in en.MULTIPLIERS):
        # "one hundred and two hundred": what goes on is a number by itself.
        first = _number(scan, i, True)
        return first if first and not first.why else found
    return found


def _number(scan: EnglishScan, i: int, until_and: bool) -> FoundNumber | None:
    low = scan.low[i]
    if scan.is_number(i):
        return _digits(scan, i, until_and)
    if low in ("a", "an", "half", "quarter", "three") and (part := _part_of_scale(scan, i)):
        return part
    if low in ("a", "an"):
        if scan.low[scan.hyphen(i + 1)] not in en.MULTIPLIERS:
            return _pair(scan, i)
        return _words(scan, scan.hyphen(i + 1), Decimal(1), until_and)
    if low in _NOUGHTS:
        return _words(scan, i + 1, Decimal(0), until_and) if scan.low[i + 1] == "point" else None
    if low in en.WORDS:
        return _words(scan, i, None, until_and)
    if low in en.TIMES:
        return FoundNumber(Number(Decimal(en.TIMES[low])), i + 1, False)
    if low in en.HALVES and len(low) == 1:
        return FoundNumber(Number(en.HALVES[low]), i + 1, True)
    return None


def speaks_number(scan: EnglishScan, i: int) -> bool:
    """Whether a number may begin here: cheaper than reading it."""
    low = scan.low[i]
    return scan.is_number(i) or low in en.WORDS or low in en.TIMES or low in _BEGINNING


def _part_of_scale(scan: EnglishScan, i: int) -> FoundNumber | None:
    """Half a million, a half-million, a quarter of a million: parts of what scales a number; half a dozen."""
    k = i + (scan.low[i] in ("a", "an", "three"))
    part = {"half": _HALF, "quarter": Decimal("0.25")}.get(scan.low[scan.hyphen(k)])
    if scan.low[i] == "three":
        part = Decimal("0.75") if scan.low[scan.hyphen(k)] == "quarters" else None
    if part is None:
        return None
    k = scan.hyphen(k) + 1
    if scan.says(k, "of", "a"):
        k += 2
    else:
        k = scan.hyphen(k)
        k = scan.hyphen(k + 1) if scan.low[k] == "a" and scan.low[i] != "a" else k
    word = scan.low[k]
    if word in en.BIG and not word.endswith("s"):
        return FoundNumber(Number(part, en.SCALE_NAMES[word]), k + 1, False)
    if word in ("dozen", "hundred"):
        return FoundNumber(Number(part * (12 if word == "dozen" else 100)), k + 1, False)
    return None


def _pair(scan: EnglishScan, i: int) -> FoundNumber | None:
    """Two, as in "a pair of rockets"; "the pair" are persons, and a pair of trousers is one."""
    if scan.says(i + 1, "pair", "of") or (scan.low[i + 1] == "pair" and scan.is_plural(i + 2)):
        return FoundNumber(Number(Decimal(2)), i + 2, False)
    return None


def _digits(scan: EnglishScan, i: int, until_and: bool) -> FoundNumber | None:
    value = plain(scan.raw[i])
    if value is None:
        return None
    j = i + 1
    if 1 <= len(scan.raw[i]) <= 3 and scan.raw[i][0] not in "0.":
        joined = scan.raw[i]
        while scan.continues_groups(j):
            joined += scan.raw[j]
            j += 1
        if ends_groups(scan, i, j):
            joined, j = joined + scan.raw[j], j + 1
        value = plain(joined) if j > i + 1 else value
        if value is None:
            return None
    if scan.low[j] in en.HALVES and len(scan.low[j]) == 1:
        value, j = value + en.HALVES[scan.low[j]], j + 1
    elif scan.is_number(j) and scan.raw[i].isdecimal():
        part, after = slashed(scan, j)
        if after > j and part is None:
            return FoundNumber(Number(value), after, True, _NO_DECIMAL)
        value, j = value + (part or 0), after
    if scan.low[j] not in _GOES_ON_DIGITS:
        return FoundNumber(Number(value), j, True)
    return _words(scan, j, value, until_and, in_digits=True)


def _words(
    scan: EnglishScan, i: int, current: Decimal | None, until_and: bool, *, in_digits: bool = False
) -> FoundNumber | None:
    """What number words say from here on, `current` being what was said before them."""
    low = scan.low
    total, last_scale, scale, j = Decimal(0), _MOST, "", i
    scaled, closed, why = current, in_digits, ""
    while j - i < _LONGEST:
        k = scan.hyphen(j) if j > i or in_digits else j
        word = low[k]
        if word in en.WORDS and not closed and _may_follow(current, en.WORDS[word]):
            current, scale = (current or 0) + Decimal(en.WORDS[word]), ""
        elif word == "hundred" and current and (current < 100 or (in_digits and not total and j == i)):
            current *= 100
            closed = False
        elif word in en.DOZENS and current and current < 1000:
            odd = "" if current < 100 or current % 100 == 0 else _PART
            return FoundNumber(Number(total + current * 12), k + 1, in_digits, why or odd)
        elif word in en.INDIAN and (current or scale):
            return _indian(scan, k, total + (current or 0), in_digits)
        elif word in en.BIG and current and 10 ** en.BIG[word] < last_scale:
            scaled = current if not total else None
            last_scale = 10 ** en.BIG[word]
            total, current, scale = total + current * last_scale, None, en.SCALE_NAMES[word]
        elif word == "and" and not closed and not until_and and _goes_on(scan, k, current, total):
            pass
        elif in_digits and not until_and and (piece := _piece_in_digits(scan, k, current)):
            current, scale, k = (current or 0) + piece[0], "", piece[1]
        elif word == "and" and scale and current is None and scaled and (part := _part_of_millions(scan, k, scale)):
            scaled, j = scaled + part[0], part[1]
            return FoundNumber(Number(scaled, scale), j, in_digits)
        elif word == "and" and current is not None and not total and (found := fraction_after(scan, k))[1] > k:
            current, closed, k = current + (found[0] or 0), True, found[1] - 1
            why = "" if found[0] is not None else _NO_DECIMAL
        elif word == "point" and current is not None and not closed and _speaks_digit(low[k + 1]):
            (current, k), closed = _decimals(scan, k + 1, current), True
        else:
            break
        j = k + 1
    if current is None and not total:
        return None
    if scale and current is None:
        hangs = scale == "thousand" and low[j] == "and" and scan.raw[j + 1].isdecimal() and len(scan.raw[j + 1]) <= 3
        if hangs or (scan.is_number(j) and _goes_on_in_digits(scan, j)):
            why, j = _PART, _end_of_words(scan, j)
        return FoundNumber(Number(scaled if scaled is not None else total / last_scale, scale), j, in_digits, why)
    if in_digits and j > i and low[j] == "and" and scan.is_number(j + 1) and not scan.counted(j):
        return FoundNumber(Number(current or total), _end_of_words(scan, j), True, _PART)
    if not in_digits and low[j - 1] in en.TENS and low[j] == "-" and low[j + 1] in en.SMALL:
        return FoundNumber(Number(total + (current or 0)), _end_of_words(scan, j + 1), False, _PART)
    if j > i or not in_digits:
        why, j = (why, j) if why or not _goes_on_in_words(scan, j) else (_PART, _end_of_words(scan, j))
    return FoundNumber(Number(total + (current or 0)), j, in_digits, why)


def _part_of_millions(scan: EnglishScan, k: int, scale: str) -> tuple[Decimal, int] | None:
    """The part of a million and the token after it: "six million and a half"; not "six thousand and a half"."""
    part, end = fraction_after(scan, k)
    follows = scan.low[end] in ("of", "-") or scan.low[end] in en.MULTIPLIERS or scan.low[end] in en.TIME_UNITS
    if part is None or follows or scale == "thousand" or (scan.is_content(end) and not scan.is_plural(end)):
        return None
    return part, end


def _piece_in_digits(scan: EnglishScan, k: int, current: Decimal | None) -> tuple[Decimal, int] | None:
    """The digits that go on a number, and their token: "3 hundred and 21", "4 million 300 thousand"."""
    n = k + (scan.low[k] == "and")
    raw, after = scan.raw[n], scan.low[n + 1]
    if not (raw.isdecimal() and raw.isascii()) or raw[0] == "0" or scan.is_tight(n + 1) or after in ("-", "/", "%"):
        return None
    if n > k:
        is_last = current is not None and scan.low[k - 1] == "hundred" and after not in en.MULTIPLIERS
        return (Decimal(raw), n) if is_last and len(raw) <= 2 else None
    is_next = current is None and after in en.MULTIPLIERS and after not in en.DOZENS
    return (Decimal(raw), n) if is_next and len(raw) <= 3 else None


def _goes_on_in_digits(scan: EnglishScan, j: int) -> bool:
    """Whether digits behind a scale may belong to its number, as in "4 thousand 3 hundred"."""
    k = j + 1
    return scan.low[k] in en.MULTIPLIERS or not (
        scan.is_tight(k) or scan.low[k] == "-" or scan.low[k] in en.UNIT_STARTS
    )


def _goes_on_in_words(scan: EnglishScan, j: int) -> bool:
    """Whether the words of another number follow that has no unit of its own: "nineteen seventy"; not "two two-man"."""
    k = scan.hyphen(j)
    if scan.low[k] in en.MULTIPLIERS or scan.low[k] in en.BIG:
        return True
    if scan.low[k] not in en.WORDS or (k > j and k != j + 1):
        return False
    end = k + 1
    while scan.low[scan.hyphen(end)] in en.WORDS or scan.low[scan.hyphen(end)] in en.MULTIPLIERS:
        end = scan.hyphen(end) + 1
    if scan.low[scan.hyphen(end)] in en.ORDINALS:
        return True
    return not (scan.hyphen(end) > end or scan.low[end] in en.UNIT_STARTS)


def _end_of_words(scan: EnglishScan, j: int) -> int:
    """The token after all words of numbers that follow each other."""
    end = j
    for _ in range(_MOST_WORDS):
        k = scan.hyphen(end)
        k += scan.low[k] == "and" and (scan.is_number(k + 1) or scan.low[k + 1] in en.WORDS | en.ORDINALS)
        low = scan.low[k]
        speaks = low in en.WORDS or low in en.BIG or low in en.MULTIPLIERS
        if not (speaks or scan.is_number(k) or low in en.ORDINALS or low in en.FRACTIONS):
            return end
        end = k + 1
    return end


def _indian(scan: EnglishScan, k: int, value: Decimal, in_digits: bool) -> FoundNumber:
    """Lakh and crore: a hundred thousand and ten million, and a lakh crore, which is a trillion."""
    power, end = en.INDIAN[scan.low[k]], k + 1
    if scan.low[end] in en.INDIAN:
        power, end = power + en.INDIAN[scan.low[end]], end + 1
    scale = "trillion" if power >= 12 else "million"
    goes_on = scan.low[end] == "and" and scan.low[end + 1] in en.WORDS
    if goes_on or scan.is_number(end):
        return FoundNumber(Number(value), _end_of_words(scan, end), in_digits, _PART)
    found = Number(value.scaleb(power - (12 if power >= 12 else 6)), scale)
    return FoundNumber(found, end, in_digits)


def _speaks_digit(low: str) -> bool:
    return low in en.WORDS or low in _NOUGHTS


def _may_follow(current: Decimal | None, value: int) -> bool:
    """Whether a number below a hundred can go on what was said: twenty-one, one hundred (and) five; not one two."""
    if current is None:
        return True
    if current == 0 or value == 0:
        return False
    return current % 100 == 0 or (value < 10 and current < 10_000 and current % 100 >= 20 and current % 10 == 0)


def _goes_on(scan: EnglishScan, k: int, current: Decimal | None, total: Decimal) -> bool:
    """Whether "and" is inside a number: after a hundred or a scale, before what is less than a hundred."""
    if not en.WORDS.get(scan.low[scan.hyphen(k + 1)]):
        return False
    if current is not None:
        return current >= 100 and current % 100 == 0
    return total > 0


def _decimals(scan: EnglishScan, k: int, current: Decimal) -> tuple[Decimal, int]:
    """The number with the digits said after "point", and the last of their tokens: point five, point seventy-one."""
    said = ""
    while _speaks_digit(scan.low[k]) and len(said) < _MOST_DECIMALS:
        digit = en.WORDS.get(scan.low[k], 0)
        ones = scan.hyphen(k + 1)
        if digit >= 20 and 0 < en.SMALL.get(scan.low[ones], 0) < 10:
            digit, k = digit + en.SMALL[scan.low[ones]], ones
        said += str(digit)
        k += 1
    return current + Decimal(f"0.{said or 0}"), k - 1
