"""English counts that are a piece of something else: of a time of day, a range of hours, a longer number, a code."""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.neighbours import DAYS_END, PLAIN_ENDS, SHARES, STATES, Neighbours, Place, is_whole
from factpress.evidence.english.nouns import EnglishScan

_HALVES = frozenset({"am", "pm"})
_PARTS = frozenset({"morning", "afternoon", "evening"})
_ROUND = frozenset({"about", "around", "between", "from"})
_OF_DAYS = en.set_of("on last this tomorrow yesterday today tonight next")
_DAYS_LEAD = en.set_of("on for by until since from before after till")
_THOUSANDS_LEAD = en.set_of("through in during of early late since by from into throughout")
_TEAMS = en.set_of("sundays mondays tuesdays wednesdays thursdays fridays saturdays")
_COUNTED_DAYS = en.set_of("from later ago hence after before")
_CALLS = en.set_of("call phone tel telephone ring dial fax text contact whatsapp")
_MONEY = en.SHARED_MONEY | {"sen"}
_HOUR = 24
_DAY = 31


def why_no_count(around: Neighbours, place: Place) -> str:
    """Why a count that was read may be none; nothing where it is right."""
    for way in _WAYS:
        if why := way(around, place):
            return why
    return ""


def of_two_sizes(around: Neighbours, place: Place) -> str:
    """4 bn or 4 tn: two numbers of different size, not a range."""
    words = around.scan.low[place.start : place.end]
    if "or" not in words:
        return ""
    k = words.index("or")
    first, last = ([en.BIG[word] for word in part if word in en.BIG] for part in (words[:k], words[k + 1 :]))
    return "one of two numbers of different size" if first and last and first != last else ""


def _clock(around: Neighbours, place: Place) -> str:
    """1140 a.m., nine a m, six-ish, it was 5 in the morning, 9h26, three minutes to eight."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if low[end] in _HALVES or (low[end] in ("a", "p") and (low[end + 1] == "m" or low[end + 2] == "m")):
        return "a time of day"
    if place.noun == "q" and scan.is_year(start):
        return "a quarter of a year"
    if place.noun == "ish":
        return "a number, or a time of day"
    was = low[start - 1] in ("was", "is") and low[start - 2] == "it"
    if was and scan.says(end, "in", "the") and low[end + 2] in _PARTS and is_whole(place, _HOUR):
        return "a number, or a time of day"
    return ""


def _hours(around: Neighbours, place: Place) -> str:
    """Between 9 and 10:45, from 10:30 to 3, between 3 and 5 on 4 May, Monday the 24th around 6."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if place.noun or not is_whole(place, _HOUR) or not _plain_hours(scan, start, end):
        return ""
    joins = low[end] in ("and", "to", "-") and ":" in scan.raw[end + 1] and low[start - 1] in ("between", "from")
    ends = low[start - 1] in ("and", "to", "-") and ":" in scan.raw[start - 2]
    if joins or ends:
        return "a number, or a time of day"
    if joins := low[end] in ("and", "to", "-") and low[start - 1] in ("between", "from") and scan.is_number(end + 1):
        return "a number, or a time of day" if low[end + 2] in _HALVES else ""
    if low[start] not in _ROUND or scan.counted(end):
        return ""
    after = around.starts.get(end + (low[end] in ("on", ",")))
    before = around.ends.get(start) or around.ends.get(start - 1)
    weekday = before is not None and before.kind == "" and low[before.start] in en.WEEKDAYS
    dated = after is not None and after.kind == "date" and (low[end] == "on" or low[end] in _OF_DAYS)
    led = (
        before is not None
        and (weekday or _is_one_day(before))
        and (not scan.is_content(end) and low[end] not in STATES)
    )
    return "a number, or a time of day" if dated or led else ""


def _plain_hours(scan: EnglishScan, start: int, end: int) -> bool:
    """Whether each number is written as hours and minutes are: 7, 9.30."""
    return all("." not in raw or len(raw) - raw.index(".") == 3 for raw in scan.raw[start:end] if len(raw) > 1)


def _is_one_day(place: Place) -> bool:
    values = place.values
    if values is None or values.kind != "date" or values.low is None or values.high is None:
        return False
    return values.high - values.low < 3 * 86_400


def _day(around: Neighbours, place: Place) -> str:
    """On the 19 from 1pm, on August. 8, 6 till 19 of this month, March third 14, March-2019-27."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    weekday = around.ends.get(start) or (around.ends.get(start - 1) if low[start - 1] in ("the", ",") else None)
    named = weekday is not None and low[weekday.end - 1] in en.WEEKDAYS and not place.noun
    named = named and not scan.is_content(end) and low[end] not in STATES and not scan.counted(end)
    if named and "." in scan.raw[start]:
        return "a number, or a day of a month"
    if place.noun or not is_whole(place, 99):
        return ""
    two = low[start - 2]
    if low[start - 1] == "." and two in en.MONTHS and scan.raw[start - 2][0].isupper() and place.end == start + 1:
        return "a number, or a day of a month"
    if low[start - 1] == "-" and scan.joined(start) and scan.is_number(start - 2):
        return "a piece of a date or of a code"
    if low[start - 1] in en.ORDINALS and two in en.MONTHS:
        return "a number, or a short year"
    if not is_whole(place, _DAY):
        return ""
    if low[start - 1] == "the" and two in _DAYS_LEAD and low[end] in DAYS_END and scan.is_number(end - 1):
        return "a number, or a day of a month"
    if named:
        return "a number, or a day of a month"
    until = low[end] in ("till", "until") and scan.is_number(end + 1)
    return "numbers, or days of a month" if until else ""


def _piece(around: Neighbours, place: Place) -> str:
    """Five hundred and three dozen, 6 million and a quarter, 7000 2 hundred and 14, five thirty-firsts."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if low[end] == "and" and low[end + 1] == "a" and low[end + 2] in SHARES and low[end + 3] not in ("of", "-"):
        return "a number that goes on in a way that is not read"
    if low[start - 1] == "and" and low[start - 2] in en.MULTIPLIERS:
        before = around.ends.get(start - 1)
        if before is None or (not before.noun and before.kind in ("", "count")):
            return "a piece of a number"
    if place.noun and low[start] != "a":
        return ""
    after = around.starts.get(end)
    if after and "share" in after.why and scan.joined(end) is False and place.kind == "count" and not place.noun:
        return "a piece of a share"
    if low[end] == "and" and (after := around.starts.get(end + 1)) and after.kind == "count":
        in_words = scan.is_word(start) and (
            low[end - 1] in en.TENS or low[end - 1] in en.BIG or low[end - 1] == "hundred"
        )
        listed = low[start - 1] == ","
        if in_words and not (listed or place.noun) and scan.is_word(end + 1) and _smaller(place, after):
            return "a piece of a number, or a number by itself"
    if low[start - 1] == "and" and (before := around.ends.get(start - 1)) and before.kind == "count":
        last = low[start - 2]
        in_words = scan.is_word(before.start) and (last in en.TENS or last in en.BIG or last == "hundred")
        listed = low[before.start - 1] == ","
        if in_words and not (listed or before.noun) and scan.is_word(start) and _smaller(before, place):
            return "a piece of a number, or a number by itself"
    return ""


def _smaller(one: Place, two: Place) -> bool:
    """Whether the second number is a piece of the first."""
    first, last = one.values, two.values
    return bool(first and last and first.nominal and last.nominal and last.nominal < first.nominal)


def _years(around: Neighbours, place: Place) -> str:
    """Two thousand and twelve, the two thousands, 41 - 2013."""
    scan, start, end = around.scan, place.start, place.end
    values, low = place.values, scan.low
    if values is None or place.noun or values.low is None or values.high is None:
        return ""
    if low[end - 1] in ("thousand", "thousands") and low[start - 1] == "the" and low[start - 2] in _THOUSANDS_LEAD:
        return "a number, or years"
    if low[start - 1] == "the" and low[start] == "two" and low[end] == "and" and low[end + 1].endswith("ties"):
        return "a number, or years"
    in_words = values.nominal is not None and 1900 < values.nominal < 2100 and scan.is_word(start)
    if in_words and (low[end] in PLAIN_ENDS or not scan.is_content(end)) and low[end - 1] != "thousand":
        return "a number, or a year"
    spaced = "-" in low[start:end] and scan.is_year(end - 1) and end == start + 3 and not scan.joined(start + 1)
    return "a range, or a code" if spaced and values.low < 1000 else ""


def _lost(around: Neighbours, place: Place) -> str:
    """A 14 " nail, dinar 250,000, 4 USD20, 900 over 4, 3 in 7 or more, - 2 3/4, three Sundays from now."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if (low[end] in _TEAMS or low[end] in en.WEEKDAYS) and low[end + 1] in _COUNTED_DAYS:
        return "a day counted from another"
    if low[start - 1] in _MONEY and not place.noun:
        return "money of a kind that is not known"
    if place.noun:
        return ""
    inches = low[end] == '"' and not scan.joined(end) and start > 0 and low[start - 1] != '"'
    if inches and not scan.joined(end + 1) and scan.opens_quotation:
        return "a number, or inches"
    if low[start - 1] == "in" and scan.is_number(start - 2) and place.values and place.values.high is None:
        return "a piece of a share"
    before = around.ends.get(start)
    if before is not None and "money" in before.why:
        return "a piece of an amount of money"
    alone = low[start] in en.TENS and end == start + 1 and scan.says(start - 2, "for", "the")
    if alone and low[end] in PLAIN_ENDS:
        return "a number, or a day of a month"
    if low[end] == "over" and scan.is_number(end + 1) and around.starts.get(end) and scan.is_number(end - 1):
        return "a share, or two numbers"
    if low[start - 1] == "-" and start == 1 and not scan.joined(start) and scan.is_number(start):
        return "a negative number, or one behind a dash"
    return ""


def _phone(around: Neighbours, place: Place) -> str:
    """Call 612 408 335."""
    scan, start = around.scan, place.start
    if place.noun or place.values is None or not scan.is_number(start):
        return ""
    low = scan.low
    called = low[start - 1] in _CALLS or (
        low[start - 1] == "on" and not _CALLS.isdisjoint(low[max(0, start - 4) : start])
    )
    called = called or low[start - 1] == "@" or (low[start - 1] == "is" and low[start - 2] == "number")
    many = sum(len(re.sub(r"\D", "", raw)) for raw in scan.raw[start : place.end])
    return "a telephone number, a code or a formula" if called and many >= 5 else ""


def _of_second(around: Neighbours, place: Place) -> str:
    """A one second lag: the number before an ordinal that may be seconds."""
    scan, end = around.scan, place.end
    after = around.starts.get(end)
    seconds = scan.low[end] == "second" and after is not None and after.kind == "ordinal"
    return "seconds, or a place" if seconds and not place.noun else ""


_WAYS = (_clock, _hours, _day, _piece, of_two_sizes, _years, _lost, _phone, _of_second)
