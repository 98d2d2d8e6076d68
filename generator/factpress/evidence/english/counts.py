"""When an English number counts something, and when it is part of a name, a label, an idiom or a score."""

from __future__ import annotations

from typing import Literal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, pointed
from factpress.evidence.english.dated_numbers import why_dated
from factpress.evidence.english.labels import labelled, labels_end
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at
from factpress.evidence.english.unit_words import unit_at

Judged = tuple[Literal["counts", "nothing", "doubt"], str, int]
"""Whether a number counts; the noun or why it is in doubt; and the token after what was judged."""

_FACTOR = en.set_of("as more the higher larger bigger greater less lower faster stronger its their that")
_OF_MANY = en.set_of("most few main first best many")
_NEVER_ZERO = en.set_of("tolerance sum in hour option")
_UNKNOWN_SCALES = en.set_of("gross score myriad mille zillion gazillion umpteen k m b lac lacs mio mrd")
_UNKNOWN_SIGNS = frozenset("²³⁰¹⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉′″‴‰‱µμΩℓ№@&^*=<>/\\|~#+×÷±√∞")
_CLOSING = frozenset(")]}>")
_ONCE_AFTER = frozenset(("", ".", ",", ";", "!", "?", ")", "per", "every", "daily", "weekly", "monthly"))


def judged(scan: EnglishScan, amount: Amount, *, free: bool) -> Judged:
    """Whether a number is a count; `free` where no hedge and no range shows already that it does."""
    start, end = amount.start, amount.end
    hedged = bool(amount.hedge) and scan.low[start] == amount.wording
    is_label = "" if amount.nothing or hedged else labelled(scan, start, end, in_digits=amount.in_digits)
    if amount.nothing or is_label == "label":
        return "nothing", "", end if amount.nothing else labels_end(scan, end)
    noun = amount.noun or scan.counted(end)
    if is_label == "unsure":
        return "doubt", "a number, or part of a name", end
    if amount.in_digits and (why := pointed(scan, amount.number, start)):
        return "doubt", why, end
    if scan.says(start, "one", "by", "one"):
        return "nothing", "", end + 2
    if (rate := _rate(scan, amount)) > end:
        return "doubt", "a share or a rate, not a count", rate
    if noun == "times" and scan.low[end] == "times" and scan.low[end + 1] in _FACTOR:
        return "doubt", "a multiple, not a count", end + 1
    why = "" if amount.noun or scan.low[start] == "zero" else _why_of_what(scan, amount, noun)
    if why:
        return "doubt", why, end
    if not free:
        why = why_dated(scan, amount, noun)
        return ("doubt", why, end) if why else ("counts", noun, end)
    if scan.low[start] in en.TIMES:
        return _times(scan, start)
    if not amount.in_digits and end == start + 1 and amount.number.value == 1:
        return _one(scan, start, amount.noun)
    if scan.low[start] == "zero":
        idiom = scan.low[end] in _NEVER_ZERO or scan.low[start - 1] in ("ground", "net", "patient", "year")
        return ("nothing", "", end) if idiom or amount.noun else ("counts", noun, end)
    why = _why_in_doubt(scan, amount, noun) or why_dated(scan, amount, noun)
    if why:
        return "doubt", why, end
    return "counts", noun or (scan.counted_once(end) if amount.number.value == 1 else ""), end


def _why_of_what(scan: EnglishScan, amount: Amount, noun: str) -> str:
    """Why it is not known what a number counts: a unit, a scale or money that no table has follows it."""
    end = amount.end
    low, raw = scan.low[end], scan.raw[end]
    if noun in ("reais", "reals") or (low == "won" and amount.number.scale):
        return "money of a country that is not named, or another word"
    if noun:
        if noun in en.UNIT_NAMES:
            return f"the unit {noun} has words before it that are not known"
        return "a scale that is not known" if low in _UNKNOWN_SCALES else ""
    if not scan.is_word(end):
        if raw in ("(", "[", "{", "<") and scan.low[end + 1] in en.UNIT_STARTS and scan.low[end + 2] in _CLOSING:
            return "a unit in brackets"
        return "a sign that is not known" if raw[:1] and raw in _UNKNOWN_SIGNS else ""
    if amount.number.value == 1 or low in en.NO_NOUNS or low in en.AFTER_NUMBERS or low.endswith(("ed", "ing")):
        return ""
    if low in en.WORDS or low in en.BIG or low in en.MONTHS or low in en.WEEKDAYS or low in en.ORDINALS:
        return ""
    if raw[:1].isupper() and not raw.isupper():
        return ""
    return f"what {raw} after it means is not known"


def _rate(scan: EnglishScan, amount: Amount) -> int:
    """The token after "five in ten", "nine out of ten", "two by four" or "40 per head"; here where there is none."""
    end = amount.end
    if (per := scan.per(end)) > end:
        return per
    between = {"out": 2, "in": 1, "by": 1, "over": 1, "for": 2, "x": 1}.get(scan.low[end], 0)
    if scan.low[end] == "for" and scan.low[end + 1] != "every":
        return end
    k = end + between
    if not between or (between == 2 and scan.low[end + 1] != "of") or scan.is_year(k):
        return end
    found = number_at(scan, k)
    if found is None or scan.low[found.end] in en.MONTHS:
        return end
    if unit_at(scan, found.end):
        return found.end if scan.low[end] in ("by", "x") else end
    if scan.low[end] == "over":
        return end if scan.counted(found.end) or found.value <= amount.number.value else found.end
    return end if scan.low[end] == "in" and found.value <= amount.number.value else found.end


def _times(scan: EnglishScan, i: int) -> Judged:
    """Once is 1 and twice is 2, where they say how often; "once the troops left" says when."""
    low, after = scan.low[i], scan.low[i + 1]
    if low != "once":
        if after in _FACTOR:
            return "doubt", "a multiple, not how often", i + 1
        return "counts", "", i + 1
    if scan.low[i - 1] in ("at", "all") or after in ("again", "more", "and", "upon"):
        return "nothing", "", i + 1
    if scan.low[i - 1] in ("only", "just", "than") or after == "per" or scan.says(i + 1, "a"):
        return "counts", "", i + 1
    if after in _ONCE_AFTER and not scan.starts_sentence(i) and i:
        return "counts", "", i + 1
    if scan.starts_sentence(i) or scan.low[i - 1] in (",", "that", "was", "were") or not scan.is_word(i - 1):
        return "nothing", "", i + 1
    if scan.low[i - 1].endswith("ed"):
        return "doubt", "one time, or at some time in the past", i + 1
    return "nothing", "", i + 1


def _one(scan: EnglishScan, i: int, noun: str) -> Judged:
    """One as a number comes before its noun; "no one", "one another" and "the one that" are pronouns."""
    low, after = scan.low, scan.low[i + 1]
    if noun:
        return "counts", noun, i + 1
    if low[i - 1] in en.PRONOUN_ONE or after in en.NOT_COUNTED_ONE or scan.raw[i].lower() != "one":
        return "nothing", "", i + 1
    if after == "of":
        idiom = low[i + 2] in ("the", "its", "their") and low[i + 3] in _OF_MANY
        return ("nothing", "", i + 1) if idiom else ("doubt", "one of several, or exactly one", i + 1)
    k = i + 1 + (after in en.FURTHER)
    if scan.is_content(k) and not low[k].endswith("ed"):
        return "counts", scan.counted_once(k), i + 1
    if low[k] in ("died", "was", "were", "killed", "wounded", "injured", "survived", "is", "fell", "hit", "in"):
        return "doubt", "a count, or a reference to something named earlier", i + 1
    return "nothing", "", i + 1


def _why_in_doubt(scan: EnglishScan, amount: Amount, noun: str) -> str:
    start, end = amount.start, amount.end
    before = scan.low[start - 1]
    capital = scan.is_capital(start - 1) and before not in en.NO_NOUNS and before not in en.WEEKDAYS | en.MONTHS
    if amount.in_digits:
        if scan.raw[start - 1].isupper() and len(before) > 1 and not noun and before not in en.NO_NOUNS:
            return "a number, or part of a name"
        if capital and not noun and len(before) > 1:
            return "a number, or part of a name"
        if not noun and scan.raw[end][:1].isupper() and not amount.noun:
            return "a number, or part of a name"
        is_apart = before == "," and scan.low[end] == "," and scan.is_word(start - 2) and amount.number.value <= 120
        is_named = before == "," and scan.raw[start - 2][:1].isupper() and scan.low[end] in (",", "", ".")
        if not noun and (is_apart or is_named):
            return "a number, or a person's age"
        if not noun and (scan.is_year(start) or (before == "'" and scan.joined(start) and len(scan.raw[start]) == 2)):
            return "a number, or a year"
        if before == "(" and scan.low[end] == ")":
            return "a number, or a list label"
        if before == "at" and not noun and amount.number.value <= 24 and scan.low[end] in ("on", "in", "local", ""):
            return "a number, or a time of day"
        if not noun and before == "both":
            return "a number, or an age"
        if scan.says(start - 3, "lived", "to", "be"):
            return "a number, or an age"
    elif scan.starts_sentence(start) and scan.raw[end][:1].isupper() and scan.low[end + 1] in ("was", "is", "has"):
        return "a number, or part of a name"
    elif amount.number.value % 1 and noun:
        return "a decimal, or two numbers"
    elif scan.is_capital(start):
        followed = scan.raw[end][:1].isupper()
        if (followed and (before == "the" or not noun)) or (capital and not noun):
            return "a number, or part of a name"
    if (
        not noun
        and scan.low[end] not in ("were", "was", "are", "more", "dead")
        and scan.measured
        and not before.endswith("ed")
    ):
        return "a count, or an amount of what was measured before"
    return ""
