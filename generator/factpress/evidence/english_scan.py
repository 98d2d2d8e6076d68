"""The words of an English text, cut once, and what can be asked of any of them: is it a number, a name, a noun."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factpress.evidence import english_words as en
from factpress.evidence.relative_dates import Days
from factpress.evidence.said import Doubt, Said
from factpress.evidence.values import Values
from factpress.records.figure import MOST_DIGITS

# An address on the web or of a person; a number with all that is written into it; a word; a blank line; any mark.
# A hyphen stays apart but in dates, telephone numbers and the like, so that 10-15 and 30-day are read by their parts.
_ADDRESSES = r"\w+://\S+|www\.\S+|\S{1,64}@\w\S*|"
_TOKENS = (
    r"\+[0-9][0-9 ().-]{6,24}[0-9]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9][0-9:.]*(?:Z|[+-][0-9:]+)?|[0-9]+(?:-[0-9]+){2,}"
    r"|(?:(?<![\w.])\.)?[0-9](?:[0-9]|[.,:/](?=[0-9]))*"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*|\d+|_+|\n[ \t]*\n|[^\w\s]|\w"
)
_TOKEN = re.compile(_TOKENS)
_TOKEN_OR_ADDRESS = re.compile(_ADDRESSES + _TOKENS)
_PLAIN = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+|0?(?=\.))(?:\.[0-9]+)?")
_CONTINENTAL = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]{1,2}")
_SLASHED = re.compile(r"[0-9]{1,2}/[0-9]{1,2}")
_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}|[0-9]{1,2}\.[0-9]{2}")
_YEAR = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
_SENTENCE_STARTS = frozenset({"", ".", "!", "?", ":", '"', "'", "(", "—", "\n", "…", "•", "*", ";"})
_PADDING, _NO_STARTS, _NO_ENDS = [""] * 12, [-1] * 12, [-2] * 12
_FAR = 6
"""How many words further a noun may be."""


class Scan:
    """A text cut into tokens, and what was found in it so far.

    `measured` says whether money, a measure or a duration was read, `month` where the first month is named, `announces`
    whether something is announced, `years_end` where a year ended: each once it is known.

    Beyond either end every token is empty, so that a look back or ahead needs no care for the ends.
    """

    __slots__ = (
        "announces", "doubts", "ends", "has_month", "low", "measured", "month", "numbers", "raw", "said", "size",
        "starts", "text", "told", "years_end",
    )  # fmt: skip

    def __init__(self, text: str, told: Days | None) -> None:
        self.text = text
        self.told = told
        has_address = "@" in text or "://" in text or "www." in text
        matches = list((_TOKEN_OR_ADDRESS if has_address else _TOKEN).finditer(text))
        self.raw = [match[0] for match in matches] + _PADDING
        self.low = [raw.lower() for raw in self.raw]
        if "'" in text:
            self.low = [low.removesuffix("'s") for low in self.low]
        self.starts = [match.start() for match in matches] + _NO_STARTS
        self.ends = [match.end() for match in matches] + _NO_ENDS
        self.size = len(matches)
        self.numbers = [raw[:1].isdecimal() or (raw[:1] == "." and len(raw) > 1) for raw in self.raw]
        self.has_month = not en.MONTHS.keys().isdisjoint(self.low)
        self.said: list[Said] = []
        self.doubts: list[Doubt] = []
        self.announces: bool | None = None
        self.years_end = -1
        self.measured = False
        self.month = -1

    def add(self, values: Values, start: int, end: int, noun: str = "") -> None:
        """Notes what tokens from `start` to before `end` say."""
        first, last = self.starts[start], self.ends[end - 1]
        self.measured = self.measured or values.kind in ("money", "measure", "duration")
        self.said.append(Said(values, self.text[first:last], first, last, noun))

    def doubt(self, start: int, end: int, why: str) -> None:
        """Notes that tokens from `start` to before `end` can be read two ways."""
        first, last = self.starts[start], self.ends[end - 1]
        self.doubts.append(Doubt(self.text[first:last], first, last, why))

    def joined(self, i: int) -> bool:
        """Whether nothing stands between a token and the one before it."""
        return self.starts[i] == self.ends[i - 1]

    def is_tight(self, i: int) -> bool:
        """Whether a token goes on the word or number before it, with no space and no mark between."""
        return self.starts[i] == self.ends[i - 1] and self.raw[i][0].isalnum()

    def is_number(self, i: int) -> bool:
        """Whether a token is written in digits."""
        return self.numbers[i]

    def is_word(self, i: int) -> bool:
        """Whether a token is a word of letters."""
        return self.raw[i][:1].isalpha()

    def is_capital(self, i: int) -> bool:
        """Whether a word has a capital letter that no beginning of a sentence explains."""
        return self.raw[i][:1].isupper() and not self.starts_sentence(i)

    def starts_sentence(self, i: int) -> bool:
        """Whether a token may be the first of a sentence."""
        return self.low[i - 1][:1] in _SENTENCE_STARTS and (self.low[i - 1] != "." or len(self.raw[i - 2]) > 1)

    def says(self, i: int, *words: str) -> bool:
        """Whether these words stand from here on."""
        return self.low[i] == words[0] and self.low[i : i + len(words)] == list(words)

    def is_year(self, i: int) -> bool:
        """Whether a token looks like a year of our times."""
        if len(self.raw[i]) != 4 or _YEAR.fullmatch(self.raw[i]) is None:
            return False
        return not self.is_tight(i + 1)

    def hyphen(self, i: int) -> int:
        """Where the next part of a hyphened word begins; where there is no hyphen, here."""
        return i + 1 if self.low[i] == "-" and self.joined(i) and self.joined(i + 1) else i

    def is_content(self, i: int) -> bool:
        """Whether a token is a word that may be a noun or go with one."""
        low, raw = self.low[i], self.raw[i]
        if not raw[:1].isalpha() or low in en.WORDS or low in en.BIG:
            return False
        return low not in en.NO_NOUNS or raw == "US"

    def is_plural(self, i: int) -> bool:
        """Whether a token looks like a noun for several things."""
        low = self.low[i]
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
            if self.is_plural(n):
                low = self.low[n]
                if low not in en.ADJECTIVE_PLURALS and not self.raw[n][0].isupper():
                    return low
                found = low if not found or not self.raw[n][0].isupper() else found
        return found

    def counted_once(self, i: int) -> str:
        """The noun that one thing or an ordinal stands before: the last word before the sentence goes on."""
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


def clock_at(scan: Scan, i: int) -> int:
    """The token after a time of day that begins here, or after two that a range joins; here where there is none."""
    end = _one_clock(scan, i)
    if end > i or not (scan.is_number(i) or scan.low[i] in en.WORDS):
        return end
    link = scan.low[i + 1] in ("to", "and", "or", "-")
    last = _one_clock(scan, i + 2) if link and scan.raw[i].isalnum() else i
    return last if last > i + 2 and ":" not in scan.raw[i + 2] else i


def _one_clock(scan: Scan, i: int) -> int:
    low, raw, k = scan.low, scan.raw[i], i + 1
    if _CLOCK.fullmatch(raw):
        sure = ":" in raw
    elif (len(raw) <= 4 and raw.isdecimal()) or low[i] in en.WORDS:
        sure = False
    else:
        return i
    if low[k] in ("am", "pm", "o'clock"):
        k, sure = k + 1, True
    elif low[k] in ("a", "p") and low[k + 1] == "." and low[k + 2] == "m":
        k, sure = k + 3 + (low[k + 3] == "." and scan.joined(k + 3)), True
    elif low[k] in ("hours", "hrs") and len(raw) >= 4 and (low[i - 1] == "at" or raw[0] == "0"):
        k, sure = k + 1, True
    if low[k] in ("gmt", "utc", "bst", "est", "edt", "cet") and (sure or len(raw) >= 3):
        k, sure = k + 1, True
    if low[k] == "local" and low[k + 1] == "time" and (sure or len(raw) >= 3):
        k, sure = k + 2, True
    return k if sure else i


@lru_cache(maxsize=1 << 12)
def plain(raw: str) -> Decimal | None:
    """The number that digits say, grouped by commas or not; nothing for anything else written with digits."""
    if _PLAIN.fullmatch(raw) is None:
        return None
    digits = raw.replace(",", "")
    return Decimal(digits) if len(digits) <= MOST_DIGITS else None


@lru_cache(maxsize=1 << 12)
def odd(raw: str) -> str:
    """Why digits can be read two ways, where they can; nothing for what is surely no number, such as 24/7 or 2.0.1."""
    if raw.isascii() and _CONTINENTAL.fullmatch(raw):
        return f"{raw} may be written with a decimal comma or with points between thousands"
    if not raw.isascii():
        return "digits other than 0 to 9"
    if _SLASHED.fullmatch(raw) and raw not in ("9/11", "24/7", "7/7"):
        return f"{raw} may be a date, a share or a ratio"
    return ""
