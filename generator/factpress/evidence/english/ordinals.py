"""English ordinals such as "the fourth" and "41st": what they say, and where they are idioms or names."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.counts import Judged
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at, speaks_number
from factpress.records.figure import MOST_DIGITS

_DATING = en.set_of("for of by on since until till from to between before after around about and")
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}


def ordinal_at(scan: EnglishScan, i: int) -> tuple[int, int]:
    """The ordinal that begins here, and the token after it; zero where none does."""
    if scan.is_number(i):
        digits = scan.raw[i].replace(",", "")
        if not (digits.isdecimal() and digits.isascii() and len(digits) <= MOST_DIGITS and scan.joined(i + 1)):
            return 0, i
        number = int(digits)
        end = "th" if 10 <= number % 100 <= 20 else _ORDINAL_ENDS.get(number % 10, "th")
        return (number, i + 2) if scan.low[i + 1] == end and number else (0, i)
    if scan.low[i] in en.ORDINALS:
        return en.ORDINALS[scan.low[i]], i + 1
    if scan.has_ordinal and not scan.is_number(i) and (large := _large(scan, i))[1] > i:
        return large
    if scan.low[i] in en.TENS:
        k = scan.hyphen(i + 1)
        if en.ORDINALS.get(scan.low[k], 10) < 10:
            return en.TENS[scan.low[i]] + en.ORDINALS[scan.low[k]], k + 1
    return 0, i


def _large(scan: EnglishScan, i: int) -> tuple[int, int]:
    """An ordinal above ninety-nine, "one hundred and fifth" or "three millionth", and the token after it."""
    found = number_at(scan, i)
    if found is None or found.in_digits or found.why or scan.low[i] in en.TIMES:
        return 0, i
    value, k = found.value, scan.hyphen(found.end)
    if scan.low[k] in en.LAST_ORDINALS:
        return int(value.scaleb(2 if scan.low[k] == "hundredth" else en.BIG[scan.low[k].removesuffix("th")])), k + 1
    k = scan.hyphen(k + 1) if scan.low[k] == "and" and value % 100 == 0 else k
    last = en.ORDINALS.get(scan.low[k], 100)
    follows = value % 100 == 0 or (value % 100 >= 20 and value % 10 == 0 and last < 10)
    return (int(value) + last, k + 1) if value >= 100 and follows and last < 100 else (0, i)


def judged_ordinal(scan: EnglishScan, start: int, end: int, number: int) -> Judged:
    """Whether an ordinal says something's place in a series; "first lady" and "for a second" do not."""
    low, before, after = scan.low, scan.low[start - 1], scan.low[end]
    k = scan.hyphen(end)
    if number == 1 and speaks_number(scan, k):
        return "nothing", "", end
    if (number == 11 and low[k] in ("hour", "hours")) or (number == 2 and before == "split"):
        return "nothing", "", end
    if number == 2 and before in en.WORDS and scan.counted(k):
        return "nothing", "", end
    in_digits = scan.is_number(start)
    noun = scan.counted_once(k)
    if in_digits or end > start + 1 or number > 3:
        return _plain_ordinal(scan, start, end, noun, number)
    if number == 3:
        if low[k] in ("party", "parties", "world"):
            return "nothing", "", end
        if before == "a" and not noun:
            return "doubt", "a third (1/3), or an ordinal (3rd)", end
        return _plain_ordinal(scan, start, end, noun, number)
    idioms = en.FIRST_IDIOMS if number == 1 else en.SECOND_IDIOMS
    if low[k] in idioms and not scan.says(k, "minister", "of"):
        return "nothing", "", end
    if before in ("at", "and") and number == 1 and not noun:
        return "nothing", "", end
    if number == 2 and not noun:
        if before in ("the", "its", "his", "her", "their"):
            return "counts", "", end
        if before in ("a", "per", "every", "each", "split"):
            return "doubt", "an ordinal (2nd), or a moment", end
        return "nothing", "", end
    if k > end or number == 2:
        return "counts", noun, end
    determined = before in ("the", "a", "its", "his", "her", "their", "our", "for", "as", "this", "that", "very", "'")
    if determined or scan.raw[start - 1].endswith("'s") or after in ("time", "such") or before in ("was", "is", "were"):
        return "counts", noun, end
    return "nothing", "", end


def _plain_ordinal(scan: EnglishScan, start: int, end: int, noun: str, number: int = 0) -> Judged:
    k = end + (scan.low[end] == "of")
    k += k > end and scan.low[k] == "the" and scan.low[k + 1] in ("current", "same", "following", "previous", "coming")
    if scan.low[k] in ("current", "same", "following", "coming") and scan.low[k + 1] == "month":
        return "doubt", "an ordinal, or a day of a month", k + 2
    if scan.low[k] in en.STEP_WORDS and scan.low[k + 1] in ("month", "week", "year"):
        return "doubt", "an ordinal, or a day of a month", k + 2
    the = start - 1 - (scan.low[start - 1] == "the")
    if scan.is_number(start) and not noun and number <= 31 and scan.low[the] in _DATING:
        return "doubt", "an ordinal, or a day of a month", end
    after = scan.raw[scan.hyphen(end)]
    if after[:1].isupper() and (scan.is_number(start) or scan.is_capital(start)):
        return "doubt", "an ordinal (3rd), or part of a name", end
    if scan.low[start - 1] == "a" and not noun and not scan.is_number(start):
        return "doubt", "a fraction, or an ordinal", end
    return "counts", noun, end
