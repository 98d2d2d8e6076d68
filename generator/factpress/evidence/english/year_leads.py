"""English words that have a year behind "of": the end of 2007, the floods of 1998; not "a fire of 1500"."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan

_EVENTS = en.set_of(
    "flood floods storm storms hurricane earthquake earthquakes quake tsunami crisis crises crash crashes revolution"
    " revolutions riot riots strikes treaty treaties census drought droughts famine famines pandemic epidemic outbreak"
    " summit coup uprising uprisings massacre genocide constitution agreement accord accords ceasefire siege battle"
    " scandal recession depression slump bombing bombings landslide eruption heatwave blizzard referendum mutiny"
    " rebellion revolt insurrection armistice plague olympics"
)
"""What has its year as a name."""


def has_a_year(scan: EnglishScan, i: int) -> bool:
    """Whether the word at a token, with "of" behind it, leads to a year."""
    if scan.low[i] in en.BEFORE_OF_YEAR:
        return True
    return scan.low[i] in _EVENTS and scan.low[i - 1] not in ("a", "an") and scan.low[i - 2] not in ("a", "an")
