"""The noun behind a German number: surely things in the plural, or a unit, money, a place, a name, which is a doubt."""

from __future__ import annotations

from dataclasses import dataclass

from factpress.evidence.german import words as de
from factpress.evidence.german.scan import GermanScan

_MOST_ADJECTIVES = 3
_SHORTEST = 4
"""Of how many letters a noun is at least that no point cuts short."""
_PLURALS = ("e", "en", "er", "el", "ern", "eln", "s")
"""What the plural of a noun ends in; nearly all units and codes of money end otherwise, or are in the tables."""
PART_OF_NAME = "a number, or part of a name"
_NOTHING = "nothing says what it counts"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the noun in small letters and the token after it; `why` where that is not sure."""

    noun: str
    end: int
    why: str = ""


def is_plural(noun: str) -> bool:
    """Whether a noun, in small letters, may be several things; units and money are not."""
    word = noun.replace("ß", "ss")
    if word.endswith((*de.UNITS, "tel", "teln", "tels")) or word in de.SHORT_UNITS or len(word) < 3:
        return False
    return word.endswith(_PLURALS)


def noun_at(scan: GermanScan, k: int, before: int) -> Counted:
    """The noun that a number before a token counts: the first word with a capital, behind adjectives.

    `before` is the token before the number and its bound.
    """
    n = k
    while n - k < _MOST_ADJECTIVES and is_adjective(scan, n):
        if scan.low[n].endswith("en") and scan.low[n] not in de.BETWEEN_NOUN and scan.low[before] not in de.WEAK:
            return Counted("", n, "an adjective, or a verb")
        n += 1
    if not scan.raw[n][:1].isupper():
        return Counted("", k, _NOTHING)
    end = n + 1
    while scan.low[end] == "-" and scan.joined(end) and scan.joined(end + 1) and scan.is_word(end + 1):
        end += 2
    noun = scan.low[end - 1]
    if noun in de.MONTHS or noun in de.WEEKDAYS or noun in de.SMALL_WORDS:
        return Counted(noun, n, _NOTHING)
    if noun in de.LABELS or scan.is_number(end):
        return Counted(noun, end, PART_OF_NAME)
    if scan.low[end] in (".", "-") and scan.joined(end) and (len(noun) < _SHORTEST or not is_plural(noun)):
        return Counted(noun, end, "a word that is cut short")
    if scan.low[end] == "-":
        return Counted(noun, end, "a word that is cut short")
    follows = scan.raw[end][:1].isupper() and not scan.starts_sentence(end)
    if not is_plural(noun) or scan.raw[end - 1].isupper() or scan.raw[end - 1][1:2].isupper():
        return Counted(noun, end + follows, "a unit, money or a name, or what is counted")
    if follows:
        return Counted(noun, end + 1, "a unit, or what is counted")
    return Counted(noun, end, _beyond(scan, end))


def _beyond(scan: GermanScan, end: int) -> str:
    """Why the words behind a noun make its number a doubt."""
    two = (scan.low[end], scan.low[end + 1])
    if two[0] in de.AFTER_NOUN or two in (("zu", "viel"), ("zu", "wenig")):
        return "a difference, or a number"
    if two[0] in de.NEAR or two in de.AFTERWARDS:
        return "a bound apart from its number"
    is_year = any(scan.is_year(n) for n in range(end, end + 4))
    is_each = scan.low[end] in de.BEFORE_PERIOD and not de.PERIODS.isdisjoint(scan.low[end : end + 3])
    if scan.low[end] in de.RATES or scan.is_rated(end - 1) or (is_each and not is_year):
        return "a rate, or a number"
    return ""


def is_adjective(scan: GermanScan, n: int) -> bool:
    """Whether a word may be an adjective that goes with the noun behind it."""
    low = scan.low[n]
    if low in de.BETWEEN_NOUN:
        return True
    return scan.raw[n].islower() and low.endswith(("e", "en")) and low not in de.SMALL_WORDS
