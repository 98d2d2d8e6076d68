"""English numbers, in digits or words: "1,500", "1.7 million", "two hundred and six", "two and a half", "a dozen".

A parser of our own, of tables: text2num 3.0 gives a changed text without places, and reads "two and a half million"
as 1,000,000, "two or three" as "two or 3", "several hundred thousand" as 100,000 and "between one hundred and two
hundred" as 102 and 100.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.digits import plain
from factpress.evidence.english.nouns import EnglishScan
from factpress.records.figure import Number

_MOST = 10**18
_LONGEST = 20
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number, and the token after it."""

    number: Number
    end: int
    in_digits: bool

    @property
    def value(self) -> Decimal:
        """What it says nominally."""
        return self.number.value


def number_at(scan: EnglishScan, i: int, *, until_and: bool = False) -> FoundNumber | None:
    """The number that begins here; nothing where none does, or where it goes on in a way that can't be read.

    With `until_and` an "and" ends it: in "between one hundred and two hundred" it parts two numbers.
    """
    found = _number(scan, i, until_and)
    if found and not until_and and scan.low[found.end] in en.MULTIPLIERS:
        # "one hundred and two hundred": what goes on is a number by itself.
        return _number(scan, i, True)
    return found


def _number(scan: EnglishScan, i: int, until_and: bool) -> FoundNumber | None:
    low = scan.low[i]
    if scan.is_number(i):
        return _digits(scan, i, until_and)
    if low in ("a", "an"):
        if scan.low[scan.hyphen(i + 1)] not in en.MULTIPLIERS:
            return _pair(scan, i)
        return _words(scan, scan.hyphen(i + 1), Decimal(1), until_and)
    if low in en.WORDS:
        return _words(scan, i, None, until_and)
    if low in en.TIMES:
        return FoundNumber(Number(Decimal(en.TIMES[low])), i + 1, False)
    if low in en.HALVES and len(low) == 1:
        return FoundNumber(Number(en.HALVES[low]), i + 1, True)
    return None


def speaks_number(scan: EnglishScan, i: int) -> bool:
    """Whether a number may begin here: cheaper than reading it."""
    return scan.is_number(i) or scan.low[i] in en.WORDS or scan.low[i] in en.TIMES


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
        value = plain(joined) if j > i + 1 else value
        if value is None:
            return None
    if scan.low[j] in en.HALVES and (scan.joined(j) or len(scan.low[j]) > 1):
        value, j = value + en.HALVES[scan.low[j]], j + 1
    return _words(scan, j, value, until_and, in_digits=True)


def _words(
    scan: EnglishScan, i: int, current: Decimal | None, until_and: bool, *, in_digits: bool = False
) -> FoundNumber | None:
    """What number words say from here on, `current` being what was said before them."""
    low = scan.low
    total, last_scale, scale, j = Decimal(0), _MOST, "", i
    scaled, closed = current, in_digits
    while j - i < _LONGEST:
        k = scan.hyphen(j) if j > i or in_digits else j
        word = low[k]
        if word in en.WORDS and not closed and _may_follow(current, en.WORDS[word]):
            current, scale = (current or 0) + Decimal(en.WORDS[word]), ""
        elif word == "hundred" and current and current < 100:
            current *= 100
        elif word == "dozen" and current and current < 100:
            return FoundNumber(Number(total + current * 12), k + 1, in_digits)
        elif word in en.BIG and current and 10 ** en.BIG[word] < last_scale:
            scaled = current if not total else None
            last_scale = 10 ** en.BIG[word]
            total, current, scale = total + current * last_scale, None, en.SCALE_NAMES[word]
        elif word == "and" and not closed and not until_and and _goes_on(scan, k, current, total):
            pass
        elif word == "and" and current and not total and (half := _half_after(scan, k)):
            current, closed, k = current + _HALF, True, half
        elif word == "point" and current is not None and not closed and low[k + 1] in en.SMALL:
            (current, k), closed = _decimals(scan, k + 1, current), True
        else:
            break
        j = k + 1
    if current is None and not total:
        return None
    if scale and current is None:
        return FoundNumber(Number(scaled if scaled is not None else total / last_scale, scale), j, in_digits)
    return FoundNumber(Number(total + (current or 0)), j, in_digits)


def _may_follow(current: Decimal | None, value: int) -> bool:
    """Whether a number below a hundred can go on what was said: twenty-one, one hundred (and) five; not one two."""
    if current is None:
        return True
    if current == 0 or value == 0:
        return False
    return current % 100 == 0 or (value < 10 and current < 1000 and current % 100 >= 20 and current % 10 == 0)


def _goes_on(scan: EnglishScan, k: int, current: Decimal | None, total: Decimal) -> bool:
    """Whether "and" stands inside a number: after a hundred or a scale, before what is less than a hundred."""
    if not en.WORDS.get(scan.low[scan.hyphen(k + 1)]):
        return False
    if current is not None:
        return current >= 100 and current % 100 == 0
    return total > 0


def _half_after(scan: EnglishScan, k: int) -> int:
    """Where "half" stands in "and a half"; zero where it does not."""
    article = scan.hyphen(k + 1)
    half = scan.hyphen(article + 1)
    return half if scan.low[article] in ("a", "one") and scan.low[half] == "half" else 0


def _decimals(scan: EnglishScan, k: int, current: Decimal) -> tuple[Decimal, int]:
    """The number with the digits said after "point", and the last of their tokens."""
    said = ""
    while scan.low[k] in en.SMALL and en.SMALL[scan.low[k]] < 10 and len(said) < 6:
        said += str(en.SMALL[scan.low[k]])
        k += 1
    return current + Decimal(f"0.{said or 0}"), k - 1
