"""The words of a text in any language, cut once, and what can be asked of each of them: is it a number, a name, a year.

Each language puts its own questions on top (`EnglishScan`, `GermanScan`) and reads with `read_through`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from operator import or_
from typing import TypeVar

from factpress.evidence.language import Doubt, Reading, Said
from factpress.evidence.relative_dates import Days
from factpress.evidence.values import Values

# An address on the web or of a person; a number with all that is written into it; a word; a blank line; any mark.
# A hyphen stays apart but in dates, telephone numbers and the like, so that 10-15 and 30-day are read by their parts.
_ADDRESSES = r"\w+://\S+|www\.\S+|\S{1,64}@\w\S*|"
_TOKENS = (
    r"[^\W\d_]+(?:'[^\W\d_]+)*"
    r"|\+[0-9][0-9 ().-]{6,24}[0-9]"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9][0-9:.]*(?:Z|[+-][0-9:]+)?|[0-9]+(?:-[0-9]+){2,}"
    r"|(?:(?<![\w.])\.)?[0-9](?:[0-9]|[.,:/](?=[0-9]))*"
    r"|\d+|_+|\n[ \t]*\n|[^\w\s]|\w"
)
_TOKEN = re.compile(_TOKENS)
_TOKEN_OR_ADDRESS = re.compile(_ADDRESSES + _TOKENS)
_POINTED = re.compile(r"(?<![\w.])\.[0-9]")
_YEAR = re.compile(r"1[89][0-9]{2}|20[0-9]{2}")
_SENTENCE_STARTS = frozenset({"", ".", "!", "?", ":", '"', "'", "(", "—", "\n", "…", "•", "*", ";"})
_PADDING, _NO_STARTS, _NO_ENDS = [""] * 12, [-1] * 12, [-2] * 12


def _are_numbers(text: str, tokens: Sequence[str]) -> list[bool]:
    """Whether each token is written in digits; in ASCII, where most texts are, by comparing alone."""
    if text.isascii() and _POINTED.search(text) is None:
        return ["0" <= token < ":" for token in tokens]
    return [token[:1].isdecimal() or (token[:1] == "." and len(token) > 1) for token in tokens]


class Scan:
    """A text cut into tokens, and what was found in it so far; `published` are the days of its source.

    `raw` are the tokens as written, `low` in small letters. `measured` says whether money, a measure or a duration was
    read. Beyond either end every token is empty, so that a look back or ahead needs no care for the ends.
    """

    __slots__ = ("doubts", "ends", "low", "measured", "numbers", "published", "raw", "said", "size", "starts", "text")

    def __init__(self, text: str, published: Days | None) -> None:
        self.text = text
        self.published = published
        has_address = "@" in text or "://" in text or "www." in text
        matches = (_TOKEN_OR_ADDRESS if has_address else _TOKEN).finditer(text)
        spans = [match.span() for match in matches]
        self.raw = [text[start:end] for start, end in spans] + _PADDING
        self.low = list(map(str.lower, self.raw))
        self.starts = [start for start, _ in spans] + _NO_STARTS
        self.ends = [end for _, end in spans] + _NO_ENDS
        self.size = len(spans)
        self.numbers = _are_numbers(text, self.raw)
        self.said: list[Said] = []
        self.doubts: list[Doubt] = []
        self.measured = False

    def add(self, values: Values, start: int, end: int, noun: str = "") -> None:
        """Notes what tokens from `start` to before `end` say."""
        first, last = self.starts[start], self.ends[end - 1]
        self.measured = self.measured or values.kind in ("money", "measure", "duration")
        self.said.append(Said(values, self.text[first:last], first, last, noun))

    def doubt(self, start: int, end: int, why: str) -> None:
        """Notes that tokens from `start` to before `end` are in doubt."""
        first, last = self.starts[start], self.ends[end - 1]
        self.doubts.append(Doubt(self.text[first:last], first, last, why))

    def joined(self, i: int) -> bool:
        """Whether there is nothing between a token and the one before it."""
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
        """Whether these words come next."""
        return self.low[i] == words[0] and self.low[i : i + len(words)] == list(words)

    def is_year(self, i: int) -> bool:
        """Whether a token looks like a year of our times."""
        if len(self.raw[i]) != 4 or _YEAR.fullmatch(self.raw[i]) is None:
            return False
        return not self.is_tight(i + 1)

    def continues_groups(self, i: int) -> bool:
        """Whether three digits follow a number after one space, as in 1 500; not in "18 107mm rockets"."""
        raw = self.raw[i]
        if len(raw) != 3 or not raw.isdecimal() or self.starts[i] != self.ends[i - 1] + 1:
            return False
        after = self.raw[i + 1][:1]
        return not (self.joined(i + 1) and (after.isalnum() or (after == "-" and self.is_word(i + 2))))

    def hyphen(self, i: int) -> int:
        """Where the next part of a hyphened word begins; where there is no hyphen, here."""
        return i + 1 if self.low[i] == "-" and self.joined(i) and self.joined(i + 1) else i


Text = TypeVar("Text", bound=Scan)


def read_through(
    scan: Text,
    speaks: Callable[[str], bool],
    read_at: Callable[[Text, int], int],
    *,
    reach: int,
    begins: Callable[[str], bool] | None = None,
) -> Reading:
    """What a text says: tries each token from `reach` words before a digit or a word that `speaks` on.

    `read_at` reads what begins at a token, notes it in the scan, and gives the token after it. With `begins` it is
    asked only at digits, at a word that this accepts, and before the sign of the dollar.
    """
    places = _marked(scan, speaks)
    starts: Iterable[int] = range(scan.size) if begins is None else _marked(scan, begins)
    if begins is not None and "$" in scan.text:
        starts = sorted({*starts, *(n - 1 for n in range(1, scan.size) if scan.raw[n] == "$")})
    following = iter(places)
    place = next(following, -1)
    i = 0
    for n in starts:
        while -1 < place < n:
            place = next(following, -1)
        if place < 0:
            break
        if i <= n and n >= place - reach:
            i = read_at(scan, n)
    return Reading(tuple(scan.said), tuple(scan.doubts))


def _marked(scan: Scan, speaks: Callable[[str], bool]) -> list[int]:
    """The tokens that are digits, or words that a language asks for."""
    return list(compress(range(scan.size), map(or_, scan.numbers, map(speaks, scan.low))))
