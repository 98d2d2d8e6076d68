"""Reads the quantities that a text says: counts, money, measures, durations, ordinals and dates, as sets of values.

Each language has a folder of its own (`languages.py`); in a language without one nothing can be read, and the caller
has to say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from factpress.evidence.language import Doubt, Reading, Said
from factpress.evidence.languages import can_read, language_of, region_of
from factpress.evidence.relative_dates import days_of
from factpress.evidence.tokens import folded
from factpress.records.date import Date

__all__ = ["Doubt", "Reading", "Said", "can_read", "quantities"]

_HIDDEN = "_"


def quantities(text: str, *, language: str = "en", published: Date | None = None, names: Iterable[str] = ()) -> Reading:
    """What a text says, and what in it is in doubt; nothing in a language that can't be read.

    `published` is the source's date, without which "Wednesday" or "17 March" are not read. The numbers in
    `names`, which are those of entities, are no quantities.
    """
    read_in = language_of(language)
    if read_in is None:
        return Reading()
    plain = text.isascii() and text.isprintable()
    whole, places = (text, None) if plain else _folded_with_places(text)
    masked = _masked(whole, names)
    reading = read_in.read(masked, days_of(published), region_of(language))
    if plain and masked is text:
        return reading
    return _in_text(reading, text, places)


class _Characters(dict[str, str]):
    """What becomes of each character where texts are compared; found as characters are met."""

    def __missing__(self, character: str) -> str:
        found = folded(character)
        self[character] = found
        return found


_FOLDED = _Characters()


def _folded_with_places(text: str) -> tuple[str, list[int] | None]:
    """The folded text, and where each of its characters stood; no list where none has moved."""
    pieces = [_FOLDED[character] for character in text]
    whole = "".join(pieces)
    if len(whole) == len(text) and all(len(piece) == 1 for piece in pieces):
        return whole, None
    return whole, [n for n, piece in enumerate(pieces) for _ in piece]


def _masked(text: str, names: Iterable[str]) -> str:
    """The text with names hidden, where they are whole words: their numbers are not quantities."""
    plain = " ".join(text.lower().split())
    there = [wording for name in names if (wording := _wording(name)) in plain and wording]
    if not there:
        return text
    return _pattern(frozenset(there)).sub(lambda match: _HIDDEN * len(match[0]), text)


@lru_cache(maxsize=1 << 16)
def _wording(name: str) -> str:
    return " ".join(folded(name).lower().split())


@lru_cache(maxsize=1 << 12)
def _pattern(wordings: frozenset[str]) -> re.Pattern[str]:
    """All wordings of names, the longest first, with any space between their words."""
    longest_first = sorted(wordings, key=lambda wording: (-len(wording), wording))
    spaced = "|".join(re.escape(wording).replace(r"\ ", r"\s+") for wording in longest_first)
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w|[.,]\d)", re.IGNORECASE)


def _in_text(reading: Reading, text: str, places: list[int] | None) -> Reading:
    """The reading of a text that was changed, in the words and at the places of the text itself."""

    def place(start: int, end: int) -> tuple[str, int, int]:
        if places is not None:
            start, end = places[start], places[end - 1] + 1
        return text[start:end], start, end

    said = tuple(Said(each.values, *place(each.start, each.end), each.noun) for each in reading.said)
    return Reading(said, tuple(Doubt(*place(each.start, each.end), each.why) for each in reading.doubts))
