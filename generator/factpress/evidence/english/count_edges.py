"""English counts that the words directly beside them make a piece of a score, a sum, a code or a time of day."""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.neighbours import PLAIN_ENDS, Neighbours, Place
from factpress.evidence.english.nouns import EnglishScan

_UNITS = en.set_of("atmospheres roods hands overs")
_SUMS = en.set_of("divided multiplied squared cubed oh")
_SIGNS = frozenset({"plus", "minus", "times"})
_PLACES = en.set_of("lat latitude long longitude coordinates ph quoting")
_WITH_HYPHEN = en.set_of("figure nil love under over")
_CLOCK = re.compile(r"[0-9]{1,2}\.[0-5][0-9]")
_BEFORE_CLOCK = en.set_of("until till by from for the since before after")
_HALVES = frozenset({"am", "pm"})


def why_at_edge_of_count(around: Neighbours, place: Place) -> str:
    """Why the words beside a count make it a piece of something else; nothing where they leave it as it is."""
    for way in _WAYS:
        if why := way(around, place):
            return why
    return ""


def _shared(around: Neighbours, place: Place) -> str:
    """Four of every ten, 9 of 10 voters, as many as one in 40, 14 times earnings, two-nil."""
    scan, start, end = around.scan, place.start, place.end
    low, k = scan.low, scan.hyphen(place.end)
    if low[k] in _WITH_HYPHEN and (k > end or low[k] == "nil"):
        return "a number, or part of a name or score"
    of_each = low[end] == "of" and low[end + 1] in ("every", "each")
    of_number = low[start - 1] == "of" and scan.is_number(start - 2) and scan.is_number(start)
    one_in = low[start - 1] == "in" and low[start - 2] in ("one", "1") and not scan.is_year(start)
    in_number = low[end] == "in" and scan.is_number(end + 1) and not scan.is_year(end + 1) and low[end - 1] == "one"
    if of_each or of_number or one_in or in_number:
        return "a piece of a share"
    if place.noun == "times" and low[end] == "times" and _is_multiplied(scan, end + 1):
        return "a multiple, not how often"
    return ""


def _is_multiplied(scan: EnglishScan, i: int) -> bool:
    """Whether a word behind "times" is what is multiplied: earnings, sales; not how it was done."""
    low = scan.low[i]
    return scan.is_content(i) and low not in en.AFTER_NUMBERS and not low.endswith(("ly", "ed", "ing"))


def _summed(around: Neighbours, place: Place) -> str:
    """40 plus 3, five times twenty, 10 squared, one oh five, three score and ten, 4th and 10, pH 5, quoting 1432."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    behind = low[end] in _SIGNS and _is_number(scan, end + 1)
    before = low[start - 1] in _SIGNS and _is_number(scan, start - 2)
    if behind or before or low[end] in _SUMS or low[start - 1] in _SUMS | _PLACES:
        return "a piece of a sum, a code or a place"
    if low[end] == "and" and scan.is_number(end + 1) and "/" in scan.raw[end + 1]:
        return "a piece of a mixed number"
    if low[start - 1] == "and" and _behind_rank(around, start):
        return "a piece of a number or of a score"
    return ""


def _is_number(scan: EnglishScan, i: int) -> bool:
    return scan.is_number(i) or scan.low[i] in en.WORDS


def _of_unit(around: Neighbours, place: Place) -> str:
    """5 Mbps, 5 in., 15.2 hands, six figures."""
    scan, end = around.scan, place.end
    low, raw = scan.low, scan.raw[end]
    if place.noun in _UNITS and (place.noun not in ("hands", "overs") or "." in scan.raw[end - 1]):
        return "a unit that is not known"
    if place.noun == "figures" and low[end] == "figures":
        return "how many figures a number has"
    if raw.isalpha() and scan.is_number(end - 1) and 2 < len(raw) < 6 and not _is_spoken(raw):
        return "a unit that is not known"
    if place.noun:
        return ""
    return "a number, or inches" if low[end] == "in" and low[end + 1] in PLAIN_ENDS else ""


def _in_name(around: Neighbours, place: Place) -> str:
    """Ninety Six, 7-Eleven, Suite 400 is empty, Rovers 2, City 1."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    parts = [word for word in scan.raw[start:end] if word.lower() in en.WORDS]
    if len(parts) > 1 and parts[-1][0].isupper() and not scan.raw[start + 1].isupper():
        return "a number, or part of a name"
    if scan.is_year(start) and low[end] == "-" and low[end + 1] in ("present", "now", "today", "date"):
        return "a number, or a year"
    if place.noun:
        return ""
    named = scan.is_number(start) and scan.raw[start - 1][:1].isupper() and low[start - 1] not in en.NO_NOUNS
    if named and end == start + 1 and low[end] in ("is", "was", "has"):
        return "a number, or part of a name"
    scored = named and low[end] == "," and scan.raw[end + 1][:1].isupper() and scan.is_number(end + 2)
    return "a score" if scored else ""


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


_WAYS = (_shared, _summed, _of_unit, _in_name, _in_a_row)
