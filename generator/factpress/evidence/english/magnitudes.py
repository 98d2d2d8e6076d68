"""Magnitudes of earthquakes: "magnitude 6.3", "of magnitude 4.3 to 4.8", "a 7.1-magnitude quake"."""

from __future__ import annotations

from factpress.evidence.english.bounds import hedge_at
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at
from factpress.evidence.values import of_number, of_range

_LINKS = frozenset({"to", "-", "or", "and", "—"})
_STRONGEST = 10


def magnitude_from(scan: EnglishScan, i: int) -> int:
    """Reads the magnitude whose word is here, before its number; gives the token after it, here where there is none."""
    hedge, at = hedge_at(scan, i + 2 if scan.low[i + 1] in ("of", "at") else i + 1)
    first = number_at(scan, at, until_and=True)
    if first is None or first.number.scale or not 0 < first.value <= _STRONGEST:
        return i
    between = scan.low[i - 1] == "between" or scan.low[i + 1] == "between"
    last = number_at(scan, first.end + 1) if scan.low[first.end] in _LINKS else None
    if last is None or not first.value < last.value <= _STRONGEST or (scan.low[first.end] == "and" and not between):
        scan.add(of_number("measure", first.number, hedge=hedge, unit="magnitude"), i, first.end)
        return first.end
    scan.add(of_range("measure", first.number, last.number, hedge=hedge, unit="magnitude"), i, last.end)
    return last.end
