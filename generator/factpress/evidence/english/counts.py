"""When an English number counts something, and when it is part of a name, a label, an idiom or a score."""

from __future__ import annotations

from typing import Literal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, pointed
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at, speaks_number
from factpress.evidence.english.unit_words import unit_at
from factpress.records.figure import MOST_DIGITS

Judged = tuple[Literal["counts", "nothing", "doubt"], str, int]
"""Whether a number counts; the noun or why it is in doubt; and the token after what was judged."""

_POINTED_LABELS = en.set_of("no nos p pp art sec ch fig vol para st")
_CALLS = en.set_of("call called phone tel telephone dial dialed dialled hotline fax")
_FACTOR = en.set_of("as more the higher larger bigger greater less lower faster stronger its their that")
_OF_MANY = en.set_of("most few main first best many")
_NEVER_ZERO = en.set_of("tolerance sum in hour option")
_ORDINAL_ENDS = {1: "st", 2: "nd", 3: "rd"}
_ONCE_AFTER = frozenset(("", ".", ",", ";", "!", "?", ")", "per", "every", "daily", "weekly", "monthly"))


def judged(scan: EnglishScan, amount: Amount, *, free: bool) -> Judged:
    """Whether a number is a count; `free` where no hedge and no range shows already that it does."""
    start, end = amount.start, amount.end
    if amount.nothing or _is_label(scan, amount):
        return "nothing", "", end
    noun = amount.noun or scan.counted(end)
    raw = scan.raw[start]
    if amount.in_digits and (why := pointed(scan, amount.number, start)):
        return "doubt", why, end
    if scan.says(start, "one", "by", "one"):
        return "nothing", "", end + 2
    ratio = _ratio(scan, amount)
    if ratio > end:
        return "doubt", "a share, not a count", ratio
    if noun == "times" and scan.low[end] == "times" and scan.low[end + 1] in _FACTOR:
        return "doubt", "a multiple, not a count", end + 1
    if not free:
        return "counts", noun, end
    if raw.lower() in en.TIMES:
        return _times(scan, start)
    if not amount.in_digits and end == start + 1 and amount.number.value == 1:
        return _one(scan, start, amount.noun)
    if raw.lower() == "zero":
        idiom = scan.low[end] in _NEVER_ZERO or scan.low[start - 1] in ("ground", "net", "patient", "year")
        return ("nothing", "", end) if idiom or amount.noun else ("counts", noun, end)
    why = _why_in_doubt(scan, amount, noun)
    if why:
        return "doubt", why, end
    return "counts", noun or (scan.counted_once(end) if amount.number.value == 1 else ""), end


def _is_label(scan: EnglishScan, amount: Amount) -> bool:
    """Whether the number is only a label: Article 5, No. 5, Camp 4, page 3, [12], a telephone number."""
    start, end = amount.start, amount.end
    low, raw = scan.low[start - 1], scan.raw[start - 1]
    if low == "." and scan.low[start - 2] in _POINTED_LABELS and amount.in_digits:
        return True
    if (low in _CALLS and not scan.counted(end)) or (low == "[" and scan.low[end] == "]"):
        return True
    is_capital = raw[:1].isupper()
    if low == "no" and not amount.in_digits:
        return True
    if low in en.LABELS:
        return is_capital or not scan.counted(end)
    if low in en.CAPITAL_LABELS and (is_capital or amount.in_digits or low in ("day", "week", "year", "part")):
        return is_capital or not scan.counted(end)
    ends_line = scan.low[end] in (".", ")") and scan.is_word(end + 1) and scan.raw[end + 1][0].isupper()
    return amount.in_digits and (start == 0 or scan.low[start - 1][:1] == "\n") and ends_line


def _ratio(scan: EnglishScan, amount: Amount) -> int:
    """The token after "five in ten", "nine out of ten" or "two by four"; here where there is no such thing."""
    end = amount.end
    between = {"out": 2, "in": 1, "by": 1}.get(scan.low[end], 0)
    k = end + between
    if not between or (between == 2 and scan.low[end + 1] != "of") or scan.is_year(k):
        return end
    found = number_at(scan, k)
    if found is None or scan.low[found.end] in en.MONTHS or unit_at(scan, found.end):
        return end
    return end if scan.low[end] == "in" and found.value <= amount.number.value else found.end


def _times(scan: EnglishScan, i: int) -> Judged:
    """Once is 1 and twice is 2, where they say how often; "once the troops left" says when."""
    low, after = scan.low[i], scan.low[i + 1]
    if low != "once":
        if after in _FACTOR:
            return "doubt", "a multiple, not how often", i + 1
        return "counts", "", i + 1
    if scan.low[i - 1] in ("at", "all") or after in ("again", "more", "and", "upon"):
        return "nothing", "", i + 1
    if scan.low[i - 1] in ("only", "just", "than") or after == "per" or scan.says(i + 1, "a"):
        return "counts", "", i + 1
    if after in _ONCE_AFTER and not scan.starts_sentence(i) and i:
        return "counts", "", i + 1
    if scan.starts_sentence(i) or scan.low[i - 1] in (",", "that", "was", "were") or not scan.is_word(i - 1):
        return "nothing", "", i + 1
    if scan.low[i - 1].endswith("ed"):
        return "doubt", "one time, or at some time in the past", i + 1
    return "nothing", "", i + 1


def _one(scan: EnglishScan, i: int, noun: str) -> Judged:
    """One as a number stands before its noun; "no one", "one another" and "the one that" are pronouns."""
    low, after = scan.low, scan.low[i + 1]
    if noun:
        return "counts", noun, i + 1
    if low[i - 1] in en.PRONOUN_ONE or after in en.NOT_COUNTED_ONE or scan.raw[i].lower() != "one":
        return "nothing", "", i + 1
    if after == "of":
        idiom = low[i + 2] in ("the", "its", "their") and low[i + 3] in _OF_MANY
        return ("nothing", "", i + 1) if idiom else ("doubt", "one of several, or exactly one", i + 1)
    k = i + 1 + (after in en.FURTHER)
    if scan.is_content(k) and not low[k].endswith("ed"):
        return "counts", scan.counted_once(k), i + 1
    if low[k] in ("died", "was", "were", "killed", "wounded", "injured", "survived", "is", "fell", "hit", "in"):
        return "doubt", "a count, or a reference to something named earlier", i + 1
    return "nothing", "", i + 1


def _why_in_doubt(scan: EnglishScan, amount: Amount, noun: str) -> str:
    start, end = amount.start, amount.end
    before = scan.low[start - 1]
    capital = scan.is_capital(start - 1) and before not in en.NO_NOUNS and before not in en.WEEKDAYS | en.MONTHS
    if amount.in_digits:
        if capital and not noun and len(before) > 1:
            return "a number, or part of a name"
        if not noun and scan.raw[end][:1].isupper() and not amount.noun:
            return "a number, or part of a name"
        if not noun and before == "," and scan.raw[start - 2][:1].isupper() and scan.low[end] in (",", "", "."):
            return "a number, or a person's age"
        if not noun and (scan.is_year(start) or (before == "'" and scan.joined(start) and len(scan.raw[start]) == 2)):
            return "a number, or a year"
        if before == "(" and scan.low[end] == ")":
            return "a number, or a list label"
        if before == "at" and not noun and amount.number.value <= 24 and scan.low[end] in ("on", "in", "local", ""):
            return "a number, or a time of day"
    elif scan.is_capital(start):
        followed = scan.raw[end][:1].isupper()
        if (followed and (before == "the" or not noun)) or (capital and not noun):
            return "a number, or part of a name"
    if not noun and scan.low[end] not in ("were", "was", "are", "more", "dead") and scan.measured:
        return "a count, or an amount of what was measured before"
    return ""


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
    if scan.low[i] in en.TENS:
        k = scan.hyphen(i + 1)
        if en.ORDINALS.get(scan.low[k], 10) < 10:
            return en.TENS[scan.low[i]] + en.ORDINALS[scan.low[k]], k + 1
    return 0, i


def judged_ordinal(scan: EnglishScan, start: int, end: int, number: int) -> Judged:
    """Whether an ordinal says something's place in a series; "first lady" and "for a second" do not."""
    low, before, after = scan.low, scan.low[start - 1], scan.low[end]
    k = scan.hyphen(end)
    if number == 1 and speaks_number(scan, k):
        return "nothing", "", end
    in_digits = scan.is_number(start)
    noun = scan.counted_once(k)
    if in_digits or end > start + 1 or number > 3:
        return _plain_ordinal(scan, start, end, noun)
    if number == 3:
        if low[k] in ("party", "parties", "world"):
            return "nothing", "", end
        if before == "a" and not noun:
            return "doubt", "a third (1/3), or an ordinal (3rd)", end
        return _plain_ordinal(scan, start, end, noun)
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


def _plain_ordinal(scan: EnglishScan, start: int, end: int, noun: str) -> Judged:
    after = scan.raw[scan.hyphen(end)]
    if after[:1].isupper() and (scan.is_number(start) or scan.is_capital(start)):
        return "doubt", "an ordinal (3rd), or part of a name", end
    if scan.low[start - 1] == "a" and not noun and not scan.is_number(start):
        return "doubt", "a fraction, or an ordinal", end
    return "counts", noun, end
