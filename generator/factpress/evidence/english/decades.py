"""Decades in English: the 1990s, the 1920's, the '60s, the nineteen-sixties; "in the 70s" may be degrees or ages."""

from __future__ import annotations

from datetime import date

from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan

_TENS = {
    "tens": 10, "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90,
}  # fmt: skip
_CENTURIES = {"seventeen": 1700, "eighteen": 1800, "nineteen": 1900, "twenty": 2000}
WORDS = frozenset({*_TENS, "noughties"}) - {"tens"}
"""The words that name a decade by themselves."""
_PARTS = frozenset({"early", "mid", "late"})
_THROUGH = en.set_of("during since throughout of until till")
"""What comes before a decade and not before degrees, scores or ages: "throughout the seventies"."""
_MEASURED = en.set_of(
    "temperatures temperature degrees highs lows mercury weather scores score shot round aged age ages"
)
_AHEAD = 20
"""How many years ahead a decade may be that leaves its century out."""
_OF_OUR_CENTURY = 2000
_NEAR = 8


def decade(scan: EnglishScan, i: int) -> Form | None:
    """The decade that begins here; a doubt where it may be of two centuries, or no decade."""
    if not scan.is_number(i):
        return _in_words(scan, i)
    raw = scan.raw[i]
    if not (raw.isascii() and raw.isdecimal() and raw.endswith("0") and len(raw) in (2, 4)):
        return None
    apart = scan.low[i + 1] == "'" and scan.joined(i + 1)
    s = i + 1 + apart
    if scan.low[s] != "s" or not scan.joined(s):
        return None
    if len(raw) == 4:
        led = scan.low[_article(scan, i)] == "the"
        if not led and int(raw) % 100 == 0:
            return Form(s + 1, why="a decade, or hundreds or thousands")
        return _of(int(raw), s + 1) if _is_decade(int(raw)) and (led or not apart) else None
    if scan.low[i - 1] == "'" and scan.joined(i):
        return _short(scan, int(raw), s + 1) if not scan.joined(i - 1) else None
    return _unmarked(scan, i, int(raw), s + 1)


def _in_words(scan: EnglishScan, i: int) -> Form | None:
    low = scan.low[i]
    if low in _CENTURIES:
        k = scan.hyphen(i + 1)
        return _of(_CENTURIES[low] + _TENS[scan.low[k]], k + 1) if scan.low[k] in _TENS else None
    if low == "noughties":
        return _of(_OF_OUR_CENTURY, i + 1, 10)
    return _unmarked(scan, i, _TENS[low], i + 1) if low in WORDS else None


def _is_decade(year: int) -> bool:
    return 1000 <= year <= 2100


def _of(year: int, end: int, long: int = 0) -> Form:
    """The years of a decade; a hundred, where "the 1800s" may be the century."""
    long = long or (100 if year % 100 == 0 and year < _OF_OUR_CENTURY else 10)
    return Form(end, days=(date(year, 1, 1), date(year + long - 1, 12, 31)))


def _article(scan: EnglishScan, i: int) -> int:
    """The token before a decade and "early", "mid-" or "late"."""
    n = i - 1
    while scan.low[n] in _PARTS or (scan.low[n] == "-" and scan.low[n - 1] in _PARTS):
        n -= 1
    return n


def _unmarked(scan: EnglishScan, i: int, short: int, end: int) -> Form | None:
    """The 70s, the seventies: sure behind such words as "throughout"; nothing in "in his 70s"."""
    n = _article(scan, i)
    if scan.low[n] != "the":
        return None
    if scan.low[n - 1] not in _THROUGH or not _MEASURED.isdisjoint(scan.low[max(0, n - _NEAR) : end + _NEAR]):
        return Form(end, why="a decade, or numbers")
    return _short(scan, short, end)


def _short(scan: EnglishScan, short: int, end: int) -> Form:
    """A decade that leaves its century out: the last one before the source's date, where no other one is near."""
    if scan.published is None:
        return Form(end)
    latest = scan.published[1].year
    year = latest - (latest - short) % 100
    if year >= _OF_OUR_CENTURY or year + 100 <= latest + _AHEAD:
        return Form(end, why="a decade of this century or of the last")
    return _of(year, end, 10)
