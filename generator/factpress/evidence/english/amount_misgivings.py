"""English amounts with units, and places in a row, that are a piece of something else: of a time, a date, a bound."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.count_misgivings import of_two_sizes, why_no_count
from factpress.evidence.english.neighbours import DAYS_END, PLAIN_ENDS, SHARES, STATES, Neighbours, Place, is_whole
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.unit_words import unit_at

_WITHIN = en.set_of(
    "the upcoming following next a an first coming and of just only about day week month year hour one around last past"
)
_HOUR = 24
_DAY = 31


def why_no_amount(around: Neighbours, place: Place) -> str:
    """Why an amount that was read may be none; nothing where it is right."""
    for way in _WAYS.get(place.kind, ()):
        if why := way(around, place):
            return why
    return ""


def _timed(around: Neighbours, place: Place) -> str:
    """Three minutes to eight, 9h26, at six forty-three minutes."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    hour = low[end + 1]
    if low[end - 1] in ("minute", "minutes", "min", "mins"):
        clock = low[end] in ("to", "past") and _is_hour(scan, end + 1) and not scan.counted(end + 2)
        at = low[start - 2] in ("at", "around", "about") and _is_hour(scan, start - 1)
        if at or (clock and unit_at(scan, end + 2) is None):
            return "a time of day"
    if low[end - 1] == "h" and scan.joined(end) and hour != "-" and scan.is_number(end):
        return "a time of day"
    return ""


def _is_hour(scan: EnglishScan, i: int) -> bool:
    raw = scan.raw[i]
    number = int(raw) if raw.isdecimal() and raw.isascii() and len(raw) <= 2 else en.WORDS.get(scan.low[i], 0)
    return 0 < number <= _HOUR


def _within(around: Neighbours, place: Place) -> str:
    """Within five days: at some time up to then."""
    low, n = around.scan.low, place.start - 1
    while place.start - n < 5 and low[n] in _WITHIN:
        n -= 1
    if low[place.start - 1] == "in" and low[place.end] == "since":
        return "a time counted from a day"
    bounded = low[n] == "within" and low[place.start] not in ("less", "up")
    return "at some time up to this one" if bounded else ""


def _of_units(around: Neighbours, place: Place) -> str:
    """12 days behind "2 months 3 years", thirty and six hours, one year and a quarter."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    link = low[start - 1] in ("and", ",")
    before = around.ends.get(start - link) if link else around.ends.get(start)
    if before and "two units" in before.why:
        return "a piece of an amount in several units"
    if before and low[start - 1] == "and" and low[start - 2] in en.TENS and low[start] in en.SMALL:
        units = before.why == "a count, or in the unit of the next number"
        if (units or before.kind == place.kind) and 0 < en.SMALL[low[start]] < 10:
            return "a piece of a number, or a number by itself"
    after = around.starts.get(end + 1) if low[end] == "and" else None
    if after and low[end - 1] in en.TENS and low[end + 1] in en.SMALL and after.kind == place.kind:
        return "a piece of a number, or a number by itself"
    if (
        low[end] == "and"
        and low[end + 1] in ("a", "one")
        and low[end + 2] in SHARES
        and low[end + 3] not in ("of", "-")
    ):
        return "an amount that goes on in a way that is not read"
    return ""


def _of_money(around: Neighbours, place: Place) -> str:
    """Nine dollars and three, 4 USD20."""
    scan, end = around.scan, place.end
    if scan.joined(end) and scan.is_number(end):
        return "money before its number, or behind it"
    if scan.low[end] != "and" or not (scan.is_word(end - 1) or scan.is_word(end + 1)):
        return ""
    after = around.starts.get(end + 1)
    bare = after is not None and (after.why.startswith("a count, or an amount of") or not (after.noun or after.why))
    if after is None:
        bare = scan.low[end + 1] in en.SMALL
    small = scan.low[end + 1] in en.WORDS
    return (
        "an amount and its hundredths, or two numbers"
        if bare and small and (after is None or after.kind in ("", "count"))
        else ""
    )


def _spaced_minus(around: Neighbours, place: Place) -> str:
    """- 14 degrees, where a dash of a sentence or a minus is before it."""
    scan, start = around.scan, place.start
    values = place.values
    degrees = values is not None and values.unit in ("°c", "°f", "degree", "kelvin")
    dash = scan.low[start - 1] in ("-", "−") and not scan.joined(start)
    if dash and degrees and not scan.is_number(start - 2):
        return "a negative number, or one behind a dash"
    return ""


def _rank(around: Neighbours, place: Place) -> str:
    """Thurs the 6th 9pm, a talk the 23rd, higher than the sixth, home for the twenty fourth, a one second lag."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if low[start] == "second" and (low[start - 1] in en.WORDS or scan.is_number(start - 1)):
        return "seconds, or a place"
    if low[start - 1] == "the" and low[start - 2] == "than":
        return "a bound of a place"
    timed = low[end] == "at" and low[start - 1] in ("at", "on") and _is_hour(scan, end + 1)
    if timed and not place.noun:
        return "a place in a row, or a day of a month"
    if place.noun or not is_whole(place, _DAY) or low[start - 1] != "the":
        return ""
    if low[start - 2] in STATES or low[start - 2] in ("to", "in", "of", "with"):
        return ""
    short = low[start - 2] in en.SHORT_WEEKDAYS or low[start - 2] in en.WEEKDAYS
    timed = scan.is_number(end) or low[end] in DAYS_END or low[end] in PLAIN_ENDS
    return "a place in a row, or a day of a month" if short or timed else ""


_WAYS = {
    "count": (why_no_count,),
    "duration": (_within, _timed, _of_units),
    "measure": (_of_units, _spaced_minus),
    "money": (_of_money, of_two_sizes),
    "ordinal": (_rank,),
}
