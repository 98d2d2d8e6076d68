"""What a language is asked when a text is read, and what it answers: quantities, and doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from factpress.evidence.relative_dates import Days
from factpress.evidence.values import Values


@dataclass(frozen=True, slots=True)
class Said:
    """One quantity as words say it; `start` and `end` are where `words` are in the text.

    `noun` is the word counted, in small letters ("rockets" in "three Katyusha rockets"), where there is one.
    """

    values: Values
    words: str
    start: int
    end: int
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that are not surely understood: reported, never guessed; `why` names the possible meanings."""

    words: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in a text, in its order; no two parts overlap."""

    said: tuple[Said, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that reports or hedges, where it is in a folded text, and its word as a list has it."""

    kind: Literal["reports", "hedges"]
    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be read; each has a folder, and a row in the table of languages.

    `read` gives what a folded text says, from the days on which it may have been published and the region of its
    language (`GB`, or nothing). It reads a value only where it is sure, and everything else that looks like a number
    or a date is a doubt.

    The rest is for prose that has to cite its figures. `plain_words` are words that are mostly no numbers ("one"),
    `unsure_hedges` words before a number that may be no hedge ("over"), `before_a_date` is the word after which a
    year or month is surely a date ("in"). `beside` finds facts that are no quantities, such as times of day;
    `names_month` says whether words name a month.

    `marks` finds the words that report or hedge in a folded text, `topics` the stems of what it is about, without the
    commonest words; a language without these lists has none, and then nobody knows.
    """

    read: Callable[[str, Days | None, str], Reading]
    plain_words: frozenset[str]
    unsure_hedges: frozenset[str]
    before_a_date: str
    beside: Callable[[str], Iterable[re.Match[str]]]
    names_month: Callable[[str], bool]
    marks: Callable[[str], Sequence[Mark]] | None = None
    topics: Callable[[str], frozenset[str]] | None = None
