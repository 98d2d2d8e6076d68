"""English fractions behind a number: "two and a quarter", "three and two fifths", "7 3/4"."""

from __future__ import annotations

import re
from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan

_PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "hundredth": 100}
_PARTS |= {word: n for word, n in en.ORDINALS.items() if n > 2}
_PARTS |= {f"{word}s": n for word, n in en.ORDINALS.items() if n > 2}
_TOPS = {"a": 1, "an": 1, **en.SMALL}
_SLASHED = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)")

Fraction = tuple[Decimal | None, int]
"""What a fraction says, nothing where no decimal says just that (a third); and the token after it."""


def fraction_after(scan: EnglishScan, k: int) -> Fraction:
    """The fraction behind an "and" at `k`, as in "two and a quarter"; the token of the "and" where none is."""
    top = scan.hyphen(k + 1)
    part = scan.hyphen(top + 1)
    above, below = _TOPS.get(scan.low[top]), _PARTS.get(scan.low[part])
    if not above or not below or above >= below:
        return None, k
    singular = not scan.low[part].endswith("s") or scan.low[part] == "halves"
    if singular != (above == 1) or (below > 4 and above == 1 and scan.is_content(part + 1)):
        return None, k
    return decimal_of(above, below), part + 1


def slashed(scan: EnglishScan, k: int) -> Fraction:
    """The fraction in digits at `k` behind a whole number, as in "7 3/4"; `k` where none is."""
    match = _SLASHED.fullmatch(scan.raw[k])
    if match is None or int(match[1]) >= int(match[2]) or scan.is_tight(k + 1):
        return None, k
    return decimal_of(int(match[1]), int(match[2])), k + 1


def decimal_of(above: int, below: int) -> Decimal | None:
    """The decimal that says just this fraction, where one of at most six digits does."""
    exact = Decimal(above) / Decimal(below)
    return exact if exact == round(exact, 6) else None
