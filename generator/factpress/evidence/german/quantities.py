"""German quantities: a number with its bound or range and the noun that it counts; in other company it is a doubt."""

from __future__ import annotations

from factpress.evidence.german import words as de
from factpress.evidence.german.nouns import PART_OF_NAME, Counted, is_adjective, is_plural, noun_at
from factpress.evidence.german.numbers import FoundNumber, is_fraction, is_made_of_number, number_at, number_word
from factpress.evidence.german.scan import GermanScan
from factpress.evidence.values import of_number, of_range
from factpress.evidence.word_tables import bound_at

_BACK = 3
_MOST_TIMES = 20
"""How many times as much the end of a range may be as its beginning."""
_MARKS = frozenset({"", ",", ".", ";", ":", "!", "?", '"', "'", "—", "-", "…", "•", "*"})
"""Words before a number that say nothing about it."""
_BESIDE = 4
_SHORTEST = 4
"""Of how many letters a word is at least that no point cuts short."""
_POSTCODE = 5
"""How many digits a German postcode has."""


def quantity_at(scan: GermanScan, i: int) -> int:
    """Reads the quantity that begins here, bound first, and gives the token after it; here where there is none."""
    opener = scan.low[i] if scan.low[i] in ("zwischen", "von") else ""
    start = i + 1 if opener else i
    hedge, at = bound_at(scan, start, de.BOUNDS, de.BETWEEN)
    if hedge and bound_at(scan, at, de.BOUNDS, de.BETWEEN)[0]:
        return start
    if hedge and scan.low[at] in de.ARTICLES and number_at(scan, at) is None:
        scan.doubt(start, at + 1, "one, or an article")
        return at + 1
    first = number_at(scan, at)
    if first is None:
        return i
    if _is_named(scan, at):
        if (
            (not scan.joined(at) or scan.low[at - 1] in ("+", "#"))
            and scan.raw[first.end][:1].isupper()
            and is_plural(scan.low[first.end])
        ):
            scan.doubt(at, first.end, "a label, or a number")
        return first.end
    if (end := _clock(scan, first)) > first.end:
        return end
    last = _last(scan, first.end, opener)
    if opener and last is None:
        return i
    whole = last or first
    why = first.why or _before(scan, i if opener or hedge else at, at, first) or (last.why if last else "")
    end = whole.end
    if not hedge and last is None:
        hedge = de.AFTERWARDS.get((scan.low[end], scan.low[end + 1]), "")
        end += 2 * bool(hedge)
    elif last is not None and hedge:
        why = why or "a range has its bounds already"
    counted = _counted(scan, end, whole, i - 1)
    why = why or counted.why
    if not why and last is not None and not first.number.value < last.number.value:
        why = "a score, a vote or a range"
    if not why and last is not None and _leaves_scale_out(scan, first, last):
        why = "the first number may be of the same scale as the second"
    if not why and hedge and not first.number.value:
        why = "the set would lie below zero"
    if why:
        scan.doubt(i, counted.end, why)
        return counted.end
    if last is not None:
        scan.add(of_range("count", first.number, last.number), i, end, counted.noun)
    else:
        scan.add(of_number("count", first.number, hedge=hedge), i, end, counted.noun)
    return end


def _is_named(scan: GermanScan, at: int) -> bool:
    """Whether a number is only a label, or part of a word: Artikel 5, Nr. 5, G20, B-52, COVID-19, CC0-1.0."""
    before = scan.low[at - 1]
    if before in de.LABELS or (before == "." and scan.low[at - 2] in de.LABELS):
        return True
    if not scan.joined(at):
        return False
    name = at - 3 if scan.is_number(at - 2) and scan.joined(at - 2) else at - 2
    hyphened = before == "-" and scan.joined(at - 1) and scan.is_word(name)
    return hyphened or scan.is_word(at - 1) or before in ("+", "#", "_", "@", "&", "'")


def _clock(scan: GermanScan, found: FoundNumber) -> int:
    """The token after a time of day, which is no quantity: "14 Uhr", "14.30 Uhr", "14 Uhr 30"."""
    if scan.low[found.end] != "uhr":
        return found.end
    end = found.end + 1
    counts = scan.raw[end + 1][:1].isupper() or is_adjective(scan, end + 1)
    return end + (scan.is_number(end) and not counts)


def _last(scan: GermanScan, k: int, opener: str) -> FoundNumber | None:
    """The last number of a range whose first one ends before a token."""
    link = scan.low[k]
    hyphen = link in ("-", "—") and scan.is_number(k + 1)
    if (link == "bis" and opener != "zwischen") or hyphen or (link == "und" and opener == "zwischen"):
        return number_at(scan, k + 1)
    return None


def _leaves_scale_out(scan: GermanScan, first: FoundNumber, last: FoundNumber) -> bool:
    """Whether the first number of a range may mean more: "zwei bis drei Millionen", "zwei bis dreihundert"."""
    if last.number.scale != first.number.scale or _MOST_TIMES * first.number.value <= last.number.value:
        return True
    return scan.low[last.end - 1] == "dutzend" != scan.low[first.end - 1]


def _before(scan: GermanScan, start: int, at: int, found: FoundNumber) -> str:
    """Why the words before a number make it a doubt."""
    low, raw = scan.low[start - 1], scan.raw[start - 1]
    is_sign = not scan.is_word(start - 1) and not scan.is_number(start - 1) and low[:1] != "\n"
    if is_sign and (low not in _MARKS or (scan.joined(at) and low in ("-", "."))):
        return "a sign, a mark in a list or a part of another number"
    if not scan.is_number(at) and scan.is_capital(at):
        return PART_OF_NAME
    if raw.isupper() and len(raw) > 1:
        return "a unit that is not read"
    around = low == "die" and scan.low[start - 2] in ("an", "um", "gegen", "über")
    is_clock = low in ("vor", "nach") and is_fraction(scan.low[start - 2])
    if low in de.UNSURE_BOUNDS or low in de.VAGUE or around or is_clock or is_fraction(low):
        return "an exact number, or a bound"
    for n in range(start - 1, start - 1 - _BACK, -1):
        if not scan.is_word(n):
            break
        if scan.low[n] in de.NEAR | de.DENYING or (scan.low[n] == "als" and scan.low[n - 1] in de.COMPARING):
            return "a bound apart from its number"
    is_last = low == "von" or (low == "und" and _is_tens(scan.low[found.end - 1]))
    if (is_last and scan.low[start - 2] in de.ARTICLES) or (low == "und" and _is_great(scan.low[start - 2])):
        return "one of several, or a part of a longer number"
    tells_when = low in de.WEEKDAYS or low in de.TODAY or (low in de.MONTHS and not found.in_digits)
    if start == at and raw[:1].isupper() and low not in de.SMALL_WORDS and not tells_when:
        return PART_OF_NAME
    if scan.is_number(start - 1) or number_word(low) is not None or is_made_of_number(low):
        return "several numbers in a row"
    return _beside(scan, start)


def _beside(scan: GermanScan, start: int) -> str:
    """Why a number shortly before, that counts nothing by itself, may be said of the same: "13 statt 15 Tote"."""
    for n in range(start - 1, start - 1 - _BESIDE, -1):
        raw, is_short = scan.raw[n], scan.low[n] == "." and len(scan.low[n - 1]) < _SHORTEST
        if not (raw.islower() or raw in (",", "-") or is_short):
            is_count = _is_count(raw) and not scan.is_year(n)
            is_count = is_count and not (scan.raw[n - 1][:1].isupper() and scan.low[n - 1] not in de.SMALL_WORDS)
            return "one of several numbers" if is_count and n < start - 1 and not _just_and(scan, n, start) else ""
        if number_word(raw) is not None and not _just_and(scan, n, start):
            return "one of several numbers"
    return ""


def _is_count(raw: str) -> bool:
    return raw.replace(",", "").isdecimal() or (raw.count(".") == 1 and raw.replace(".", "").isdecimal())


def _just_and(scan: GermanScan, n: int, start: int) -> bool:
    return n == start - 2 and scan.low[start - 1] == "und"


def _counted(scan: GermanScan, k: int, found: FoundNumber, before: int) -> Counted:
    """The noun that a number before a token counts, if no mark or other number says something else."""
    if scan.is_tight(k) or (scan.low[k] == "-" and scan.joined(k) and scan.is_word(k + 1)):
        return Counted("", k + 1 + (scan.low[k] == "-"), "a unit, or a part of a word")
    if scan.raw[k] in ("%", "°", "$", "€", "£", "‰") or (scan.raw[k] and scan.joined(k) and scan.raw[k] in "/:'+²³"):
        return Counted("", k + 1, "a unit that is not read")
    if scan.is_year(k - 1) and found.in_digits and not found.number.scale:
        return Counted("", k, "a year, or a number")
    if _is_postcode(scan, k):
        return Counted("", k + 1, "a postcode, or a number")
    other = number_at(scan, k + 1) if scan.low[k] in ("von", "aus", "der", "auf", "zu", "mal", "x") else None
    apart = scan.low[k] == "und" and found.number.value < 10 and _is_tens(scan.low[k + 1])
    if scan.low[k] in ("oder", ",") or apart:
        following = number_at(scan, k + 1)
        if following is not None:
            return Counted("", following.end, "one of several numbers")
    if other is not None:
        return Counted("", other.end, "a share, a score or a change")
    if found.in_digits and scan.low[k] == "." and scan.joined(k) and scan.raw[k + 1]:
        return Counted("", k + 1, "an ordinal, or a number")
    return noun_at(scan, k, before)


def _is_postcode(scan: GermanScan, k: int) -> bool:
    """Whether digits before a name may be the postcode of a town: "10115 Berlin", "1010 Wien"."""
    raw = scan.raw[k - 1]
    if not raw.isdecimal() or not scan.raw[k][:1].isupper():
        return False
    return scan.low[k] in de.TOWNS or (len(raw) == _POSTCODE and not raw.endswith("00"))


def _is_great(low: str) -> bool:
    """Whether a word is a number that may go on behind "und": "hundert und zwölf", "zwei Millionen und drei"."""
    number = number_word(low)
    return low in de.SCALES or (number is not None and (number.scale != "" or number.value >= 100))


def _is_tens(low: str) -> bool:
    """Whether a word says tens alone, so that "drei und zwanzig" may be one number, written apart."""
    number = number_word(low)
    return number is not None and not number.scale and 20 <= number.value < 100 and number.value % 10 == 0
