"""What was read in an English text, by the tokens that it covers, so that each part can ask what is beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.language import Doubt, Said
from factpress.evidence.values import Values


@dataclass(frozen=True, slots=True)
class Place:
    """A value or a doubt, with its first token and the one after its last."""

    start: int
    end: int
    found: Said | Doubt

    @property
    def values(self) -> Values | None:
        """What was read; nothing of a doubt."""
        return self.found.values if isinstance(self.found, Said) else None

    @property
    def kind(self) -> str:
        """The kind of what was read; nothing of a doubt."""
        return self.found.values.kind if isinstance(self.found, Said) else ""

    @property
    def noun(self) -> str:
        """The word counted, where there is one."""
        return self.found.noun if isinstance(self.found, Said) else ""

    @property
    def why(self) -> str:
        """Why it is in doubt; nothing of a value."""
        return self.found.why if isinstance(self.found, Doubt) else ""


@dataclass(frozen=True, slots=True)
class Neighbours:
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
