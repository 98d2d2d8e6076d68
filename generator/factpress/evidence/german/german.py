"""German as the rest of `evidence` knows it: what it is sure of it reads, and the rest is a doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from factpress.evidence.german import words as de
from factpress.evidence.german.dates import dates_at
from factpress.evidence.german.numbers import is_fraction, is_made_of_number, number_word, ordinal_word
from factpress.evidence.german.quantities import quantity_at
from factpress.evidence.german.scan import GermanScan
from factpress.evidence.language import Language, Reading
from factpress.evidence.relative_dates import Days
from factpress.evidence.scan import read_through

_REACH = 4
_BESIDE = re.compile(
    r"(?<![\w.,:])(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{1,2}(?:\.[0-9]{2})? Uhr|[\w-]+ Uhr|[0-9]+:[0-9]+)(?![\w:])"
)
_MONTH = re.compile("|".join(de.MONTHS), re.IGNORECASE)
_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|[0-9]{1,2}\.[0-9]{2}")


def read(text: str, published: Days | None, _region: str = "") -> Reading:
    """What a folded text says; `published` are the days on which its source may have been published.

    In every region the day comes first.
    """
    return read_through(GermanScan(text, published), _speaks, _read_at, reach=_REACH)


def _read_at(scan: GermanScan, i: int) -> int:
    low = scan.low[i]
    if _CLOCK.fullmatch(scan.raw[i]) and (":" in scan.raw[i] or scan.low[i + 1] == "uhr"):
        return i + 1 + (scan.low[i + 1] == "uhr")
    if (end := dates_at(scan, i)) > i or (end := quantity_at(scan, i)) > i:
        return end
    if scan.is_number(i):
        scan.doubt(i, i + 1, "nothing says what it counts")
    elif low in de.VAGUE or is_fraction(low) or ordinal_word(low) or is_made_of_number(low):
        scan.doubt(i, i + 1, "an ordinal, a fraction or a vague word, which is not read")
    return i + 1


@lru_cache(maxsize=1 << 12)
def _speaks(low: str) -> bool:
    if low in _SPEAKING or low.startswith(_DAYS) or low.endswith(_DAYS) or low.startswith(de.STEPS):
        return True
    return number_word(low) is not None or ordinal_word(low) > 0 or is_fraction(low) or is_made_of_number(low)


_DAYS = tuple(de.WEEKDAYS)
_SPEAKING = frozenset({*de.MONTHS, *de.TODAY, *de.OTHER_DAYS, *de.SCALES, *de.VAGUE, *de.FRACTIONS, *de.YEAR})
_SPEAKING |= de.ARTICLES

GERMAN = Language(
    read=read,
    plain_words=frozenset({"erst", "erste", "ersten", "erster", "erstes", "eins"}),
    unsure_hedges=frozenset(),
    before_a_date="im",
    beside=_BESIDE.finditer,
    names_month=lambda words: _MONTH.search(words) is not None,
)
"""German, by the table of languages (`evidence/languages.py`)."""
