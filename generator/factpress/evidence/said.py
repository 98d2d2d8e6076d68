"""What was read in words: quantities, and doubts about words that can be read two ways."""

from __future__ import annotations

from dataclasses import dataclass

from factpress.evidence.values import Values


@dataclass(frozen=True, slots=True)
class Said:
    """One quantity as words say it; `start` and `end` are where `words` stand in the text.

    `noun` is the word counted, in small letters ("rockets" in "three Katyusha rockets"), where there is one.
    """

    values: Values
    words: str
    start: int
    end: int
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that can be read two ways, which are reported and never guessed; `why` names the ways."""

    words: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in a text, in its order; no two parts overlap."""

    said: tuple[Said, ...] = ()
    doubts: tuple[Doubt, ...] = ()
