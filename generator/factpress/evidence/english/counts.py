"""When an English number counts something, and when it is part of a name, a label, an idiom or a score."""

from __future__ import annotations

import re
from typing import Literal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, pointed
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
_POINTED_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}|(?:19|20)[0-9]{2}\.[0-9]{1,2}")
_IN_YEARS = frozenset({"in", "by", "until", "since", "from"})
_ON = frozenset({"on", "for", "by", "until", "since", "from", "before", "after", "till"})
_DECADES = en.set_of("twenties thirties forties fifties sixties seventies eighties nineties tens noughties thousands")
_PERIODS = frozenset({"month", "week", "year", "night", "morning", "evening", "afternoon", "quarter"})
_AFTER_DAY = frozenset({"", ".", ",", ";", ")", "at", "!", "?"})
_DATED = frozenset({"tonight", "tomorrow", "yesterday", "today", "night", "morning", "evening", "afternoon"})
_STEPS = en.STEP_WORDS | {"past", "coming", "further"}
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
        why = _why_dated(scan, amount, noun)
        return ("doubt", why, end) if why else ("counts", noun, end)
    if scan.low[start] in en.TIMES:
        return _times(scan, start)
    if not amount.in_digits and end == start + 1 and amount.number.value == 1:
        return _one(scan, start, amount.noun)
    if scan.low[start] == "zero":
        idiom = scan.low[end] in _NEVER_ZERO or scan.low[start - 1] in ("ground", "net", "patient", "year")
        return ("nothing", "", end) if idiom or amount.noun else ("counts", noun, end)
    why = _why_in_doubt(scan, amount, noun) or _why_dated(scan, amount, noun)
    if why:
        return "doubt", why, end
    return "counts", noun or (scan.counted_once(end) if amount.number.value == 1 else ""), end


def _why_of_what(scan: EnglishScan, amount: Amount, noun: str) -> str:
    """Why it is not known what a number counts: a unit, a scale or money that no table has follows it."""
    end = amount.end
    low, raw = scan.low[end], scan.raw[end]
    if noun:
        if noun in en.UNIT_NAMES:
            return f"the unit {noun!r} has words before it that are not known"
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
    return f"what {scan.low[end]!r} after it means is not known"


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
    if found is None or scan.low[found.end] in en.MONTHS or unit_at(scan, found.end):
        return end
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


def _why_dated(scan: EnglishScan, amount: Amount, noun: str) -> str:
    """Why a number may be a day, an hour or a short year: "on 15", "around 7", "4 to 22 this month", "June 99"."""
    start, end, value = amount.start, amount.end, amount.number.value
    if noun in _DECADES:
        return "a number, or a decade"
    if not noun and scan.low[start - 1] in ("on", "in") and _POINTED_DAY.fullmatch(scan.raw[start]):
        return "a number, or a date"
    if noun or value != int(value) or amount.number.scale:
        return ""
    if (
        2100 <= value <= 2999
        and scan.low[start - 1] in _IN_YEARS
        and scan.raw[start].isdecimal()
        and scan.low[end] != "of"
    ):
        return "a number, or a year"
    if scan.low[start - 1] in ("top", "big", "final", "bottom", "starting"):
        return "a number, or a name"
    if scan.low[end] == "for" and scan.is_number(end + 1) and not scan.counted(end + 2):
        return "a score"
    if scan.low[start - 1] == "for" and scan.is_number(start - 2):
        return "a score"
    before, two, after = scan.low[start - 1], scan.low[start - 2], scan.low[end]
    if after in _STEPS and scan.low[end + 1] in en.TIME_UNITS:
        return "an amount of time, whose unit comes later"
    if amount.in_digits and scan.is_number(start - 1):
        return "a number behind another one"
    if after == "s" and scan.is_number(end - 1):
        return "a number, or a decade"
    if value <= 31 and after in (*en.STEP_WORDS, "of") and (after != "of" or scan.low[end + 1] in en.STEP_WORDS):
        k = end + (after == "of")
        if scan.low[k + 1] in _PERIODS:
            return "days of a month, or a number"
    if (
        amount.in_digits
        and value < 100
        and (_is_month(scan, start - 1) or (before == "of" and _is_month(scan, start - 2)))
    ):
        return "a number, or a short year"
    if (
        amount.in_digits
        and value <= 31
        and after in _AFTER_DAY
        and (before == "on" or (before == "the" and two in _ON))
    ):
        return "a number, or a day of a month"
    dated = before in _DATED or two in _DATED or (before == "," and two in _DATED) or after in _DATED
    dated = dated or (
        after in (",", "this", "last") and scan.low[end + 1] in ("this", "tonight", "last", "tomorrow", "night")
    )
    if value <= 24 and (before == "at" or dated) and scan.low[start - 1] not in ("killed", "wounded", "injured"):
        return "a number, or a time of day"
    return "a number, or a year" if amount.hedge and scan.is_year(end - 1) and scan.low[end] != "of" else ""


def _is_month(scan: EnglishScan, i: int) -> bool:
    return scan.low[i] in en.MONTHS and scan.raw[i][0].isupper()


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
