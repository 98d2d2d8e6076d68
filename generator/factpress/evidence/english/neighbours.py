"""What was read in an English text, by the tokens that it covers, so that each part can ask what is beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.values import Values

SHARES = frozenset({"quarter", "half", "third", "fifth"})
DAYS_END = en.set_of("from between till until to at")
PLAIN_ENDS = frozenset(("", ".", ",", ";", ")", "!", "?", "\n"))
STATES = en.set_of("was is were are be been being became become came as finished placed ranked stayed remains remained")
"""Verbs of being, behind which a number or a place in a row says how something is."""


class Place(NamedTuple):
    """A value or a doubt, with its first token and the one after its last.

    A value has its `kind`, and the `noun` that it counts where there is one; a doubt has neither, but says `why`.
    """

    start: int
    end: int
    values: Values | None = None
    kind: str = ""
    noun: str = ""
    why: str = ""


class Neighbours(NamedTuple):
    """A text and all that was found in it, by first and by last token."""

    scan: EnglishScan
    starts: Mapping[int, Place]
    ends: Mapping[int, Place]


def is_whole(place: Place, most: int) -> bool:
    """Whether it is one whole number from 0 to `most`, or a range of two."""
    values = place.values
    if values is None or values.low is None or values.high is None:
        return False
    return values.low >= 0 and values.high <= most and values.low == int(values.low)
