"""English counts that the words directly beside them make a piece of a score, a sum, a code or a time of day."""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.neighbours import PLAIN_ENDS, Neighbours, Place

_UNITS = en.set_of("atmospheres roods hands overs")
_SUMS = en.set_of("divided multiplied squared cubed oh")
_PLACES = en.set_of("lat latitude long longitude coordinates ph")
_WITH_HYPHEN = en.set_of("figure nil love under over")
_CLOCK = re.compile(r"[0-9]{1,2}\.[0-5][0-9]")
_BEFORE_CLOCK = en.set_of("until till by from for the since before after")
_HALVES = frozenset({"am", "pm"})


def why_at_edge_of_count(around: Neighbours, place: Place) -> str:
    """5 Mbps, 5 in., pH 5, 12-gauge, two-nil, 7-Eleven, six figures, Suite 400 is empty, 5 minus 6, one oh five."""
    scan, start, end = around.scan, place.start, place.end
    low, raw = scan.low, scan.raw[end]
    k = scan.hyphen(end)
    if low[k] in _WITH_HYPHEN and (k > end or low[k] == "nil"):
        return "a number, or part of a name or score"
    plus = (low[end] == "plus" and scan.is_number(end + 1)) or (low[start - 1] == "plus" and scan.is_number(start - 2))
    if plus:
        return "a piece of a sum"
    if low[end] == "of" and low[end + 1] in ("every", "each"):
        return "a share"
    if low[start - 1] == "of" and scan.is_number(start - 2) and scan.is_number(start):
        return "a piece of a share"
    if place.noun in _UNITS and (place.noun not in ("hands", "overs") or "." in scan.raw[end - 1]):
        return "a unit that is not known"
    if place.noun == "figures" and low[end] == "figures":
        return "how many figures a number has"
    if low[end] in _SUMS or (low[start - 1] in _SUMS | _PLACES):
        return "a piece of a sum, a code or a place"
    if low[start - 1] == "and" and (low[start - 2] == "score" or _behind_rank(around, start)):
        return "a piece of a number or of a score"
    parts = [word for word in scan.raw[start:end] if word.lower() in en.WORDS]
    if len(parts) > 1 and parts[-1][0].isupper() and not scan.raw[start + 1].isupper():
        return "a number, or part of a name"
    if place.noun:
        return ""
    if raw.isalpha() and scan.is_number(end - 1) and 2 < len(raw) < 6 and not _is_spoken(raw):
        return "a unit that is not known"
    if low[end] == "in" and low[end + 1] in PLAIN_ENDS:
        return "a number, or inches"
    of_one = low[end] in ("is", "was", "has") and scan.is_number(end - 1) and scan.is_word(start - 1)
    if of_one and end == start + 1 and scan.raw[start - 1][:1].isupper() and low[start - 1] not in en.NO_NOUNS:
        return "a number, or part of a name"
    return _in_a_row(around, place)


def _behind_rank(around: Neighbours, start: int) -> bool:
    before = around.ends.get(start - 1)
    return before is not None and before.kind == "ordinal"


def _is_spoken(raw: str) -> bool:
    """Whether letters behind a number are a word, or a name in capitals; not "Mbps", "mths", "rpm"."""
    return raw[:-1].isupper() or not {*"aeiouy"}.isdisjoint(raw.lower())


def _in_a_row(around: Neighbours, place: Place) -> str:
    """Zero nine thirty, six thirty on Monday; five, six or seven; until 3.30; at 2359 on 31 December; 3 in the AM."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    in_words = scan.is_word(end - 1) and scan.is_word(start)
    ahead = low[end] in en.WORDS and low[end + 1] != "-"
    scaled = (low[end - 1] in en.BIG and ahead) or (low[start - 1] in en.BIG and low[start] in en.WORDS)
    if scaled or (in_words and (low[start - 1] in en.WORDS or ahead)):
        return "numbers in a row"
    if "or" in low[start:end] and low[start - 1] == "," and low[start - 2] in en.WORDS:
        return "the last of several numbers"
    if low[start - 1] == "by" and low[end] == "," and scan.starts_sentence(start - 1) and scan.is_number(start):
        return "a number, or a time of day"
    if low[start - 1] == "of" and low[start - 2] == "quarter":
        return "a number, or a time of day"
    if _CLOCK.fullmatch(scan.raw[start]) and end == start + 1 and low[start - 1] in _BEFORE_CLOCK:
        timed = low[end] in ("on", "at", "for") or low[end] in PLAIN_ENDS
        return "a number, or a time of day" if timed else ""
    if scan.says(end, "in", "the") and low[end + 2] in _HALVES:
        return "a time of day"
    four = end == start + 1 and len(scan.raw[start]) == 4 and scan.raw[start].isdecimal()
    if four and low[start - 1] in ("at", "ending"):
        return "a number, a time of day or a code"
    grouped = end == start + 2 and scan.is_number(start) and scan.is_number(start + 1)
    if grouped and low[start - 1] in ("on", ":"):
        return "a telephone number, a code or a formula"
    long = end == start + 1 and len(scan.raw[start]) >= 5 and scan.raw[start].isdecimal()
    if long and (scan.raw[end][:1].isupper() or scan.low[start - 3] == "text"):
        return "a number, or a code"
    joined = end == start + 3 and low[start + 1] == "-" and scan.is_word(end - 1) and scan.raw[end - 1][0].isupper()
    return "a number, or part of a name" if joined else ""
