"""The words of an English text, cut once: which of them are nouns, and which noun a number counts."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.clock_value import Clock
from factpress.evidence.relative_dates import Days
from factpress.evidence.scan import Scan

_FAR = 6
"""How many words further a noun may be."""


_RANGES = frozenset({"range", "ranges", "ranged", "ranging"})
_NEAR = 3
_FARTHEST = 12
"""How many words there may be from the verb of a change to its numbers."""


class EnglishScan(Scan):
    """An English text cut into tokens.

    `opens_quotation` says whether one quotation mark has none that closes it, so that it may be the sign of inches.
    `month` is where the first month is named, `announces` whether something is announced, `years_end` where a year
    ended: each once it is known.
    """

    __slots__ = (
        "announces", "clocks", "has_month", "has_ordinal", "month", "open_range", "opens_quotation", "region",
        "years_end",
    )  # fmt: skip

    def __init__(self, text: str, published: Days | None, region: str = "") -> None:
        super().__init__(text, published)
        self.region = region
        if "'" in text:
            self.low = [low.removesuffix("'s") for low in self.low]
        self.has_month = not en.MONTHS.keys().isdisjoint(self.low)
        self.has_ordinal = not en.ORDINALS.keys().isdisjoint(self.low) or not en.LAST_ORDINALS.isdisjoint(self.low)
        self.opens_quotation = text.count('"') % 2 == 1
        self.clocks: list[Clock] = []
        self.announces: bool | None = None
        self.years_end = -1
        self.month = -1
        self.open_range = -1

    def is_content(self, i: int) -> bool:
        """Whether a token is a word that may be a noun or go with one."""
        low, raw = self.low[i], self.raw[i]
        if not raw[:1].isalpha() or low in en.WORDS or low in en.BIG:
            return False
        return low not in en.NO_NOUNS or raw == "US"

    def is_plural(self, i: int) -> bool:
        """Whether a token looks like a noun for several things."""
        low = self.low[i]
        if len(low) == 3 and low[2] == "s" and self.raw[i][:2].isupper() and self.raw[i][2] == "s":
            return True
        return low in en.PLURALS or (
            len(low) > 3 and low[-1] == "s" and low not in en.SINGULAR_S and not low.endswith("ss") and low.isalpha()
        )

    def counted(self, i: int) -> str:
        """The noun in the plural that a number before this token counts; nothing where none is near."""
        if self.low[i] == "of":
            i += 1
            while self.low[i] in ("the", "these", "those", "its", "their", "his", "her", "our"):
                i += 1
        i += self.low[i] in en.FURTHER
        found = ""
        for n in range(i, i + _FAR):
            if (self.low[n] == "-" and self.joined(n)) or self.low[n][:1] == "_":
                continue
            if not self.is_content(n):
                if self.low[n] == "." and len(self.raw[n - 1]) == 1:
                    continue
                break
            low = self.low[n]
            if low in en.STATES and n > i and not found:
                break
            if self.is_plural(n):
                if low not in en.ADJECTIVE_PLURALS and not self.raw[n][0].isupper():
                    return low
                found = low if not found or not self.raw[n][0].isupper() else found
        return found

    def per(self, i: int) -> int:
        """The token after a rate that a number before this token begins: "40 per head", "3 attacks per day"."""
        for n in range(i, i + _FAR):
            if self.low[n] == "per" and self.low[n + 1] != "cent" and self.is_word(self.hyphen(n + 1)):
                return self.hyphen(n + 1) + 1
            if not self.is_content(n) and self.low[n] != "-":
                break
        return i

    def counted_once(self, i: int) -> str:
        """The noun that follows one thing or an ordinal: the last word before the sentence goes on."""
        i += self.low[i] in en.FURTHER
        found = ""
        for n in range(i, i + _FAR):
            low = self.low[n]
            if (low == "-" and self.joined(n)) or low[:1] == "_":
                continue
            goes_on = found and (low.endswith(("ed", "ing")) or self.is_plural(n))
            if not self.is_content(n) or low in en.ORDINALS or goes_on:
                break
            if not (self.raw[n][0].isupper() and found and not found[0].isupper()):
                found = self.raw[n]
        return found.lower().removesuffix("'s")


def ranges_before(scan: EnglishScan, i: int) -> bool:
    """Whether the words before two numbers say that they are a range."""
    return scan.low[i - 1] in ("between", "from") or not _RANGES.isdisjoint(scan.low[max(0, i - _NEAR) : i])


def changes_before(scan: EnglishScan, i: int) -> bool:
    """Whether a verb of change comes before a token in its sentence, so that two numbers after it are no range."""
    if not en.MOVING.isdisjoint(scan.low[max(0, i - _NEAR) : i]):
        return True
    for n in range(i - 1, max(-1, i - _FARTHEST), -1):
        if scan.low[n] in en.CHANGE:
            return True
        if scan.low[n] in (".", "!", "?", ";", ""):
            return False
    return False
