"""Years in English words: nineteen ninety-nine, two thousand and fifteen, seventeen hundred and six."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at

_CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}


def year_in_words(scan: EnglishScan, i: int) -> tuple[int, int]:
    """The year that begins here and the token after it; zero where none does."""
    low = scan.low
    if low[i] in _CENTURIES and low[i + 1] != "hundred":
        k = scan.hyphen(i + 1)
        rest, end = en.WORDS.get(low[k], 0), k + 1
        if low[k] == "oh" or low[k] == "zero":
            ones = en.SMALL.get(low[k + 1], 0)
            return (_CENTURIES[low[i]] * 100 + ones, k + 2) if 0 < ones < 10 else (0, i)
        if rest < 10:
            return 0, i
        ones = scan.hyphen(end)
        if rest >= 20 and 0 < en.SMALL.get(low[ones], 0) < 10:
            rest, end = rest + en.SMALL[low[ones]], ones + 1
        return _CENTURIES[low[i]] * 100 + rest, end
    if low[i] in _CENTURIES or (low[i] == "two" and low[i + 1] == "thousand") or low[i] == "one":
        found = number_at(scan, i)
        if found and not found.why and found.value == int(found.value) and 1500 <= found.value <= 2100:
            return int(found.value), found.end
    return 0, i
