"""Dates as records write them: EDTF levels 0 and 1, and a time somewhere between two dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import MAXYEAR, UTC, datetime, timedelta, timezone
from typing import Literal

from factpress.findings import listed, shown
from factpress.records.date_value import MONTHS, Date, Kind
from factpress.records.unreadable import Unreadable

__all__ = ["LONGEST", "Date", "Kind", "parse_date"]

LONGEST = 60

_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([?~%]?)")
_TIME = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?(Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
)
_UNSPECIFIED = re.compile(r"[0-9]{2}(?:[0-9]X|XX)|[0-9]{4}-(?:[0-9]{2}-XX|XX(?:-XX)?)")
_FIRST_MONTH_OF_SEASON = {"21": 3, "22": 6, "23": 9, "24": 12}

_FORMS = "write a date as `2020-03-11`, `2020-03` or `2020`"
_YEARS = "dates go from year 0001 to 9999; put an earlier or later date in the claim's text"
_QUALIFY = "put one mark at the end, for the whole date: `2020-03-11?`, `2020-03~` or `2020%`"

# Forms of the standard that are not supported, each with its name: a date that can't be weighed does not help.
_LEFT_OUT = (
    (r"^[\[{]", "lists several dates (EDTF level 2), which is not supported",
     "write one date, a span such as `2020-03-16/2020-03-19`, or `2020-03-16 to 2020-03-17`"),
    (r"^(?:Y-?[0-9E]+|-?[0-9]{4})S[0-9]", "is a year with significant digits (EDTF level 2), which is not supported",
     "write the possible years, as in `1900/1999`, `19XX` or `1950~`"),
    (r"^Y-?[0-9]+E[0-9]", "is a year with an exponent (EDTF level 2), which is not supported", _YEARS),
    (r"^Y-?[0-9]", "is a year beyond 9999, with the letter Y, which is not supported", _YEARS),
    (r"^-[0-9X]{4}", "is a year before the year 1, which is not supported", _YEARS),
    (r"^0000", "is the year 0, which is not supported", _YEARS),
    (r"[?~%]{2}", "has two marks in one place", _QUALIFY),
    (r"[?~%]-?[0-9X]", "has a mark on a part of the date (EDTF level 2), which is not supported", _QUALIFY),
)  # fmt: skip


def parse_date(text: str) -> Date:
    """Gives the date that the text says, by the LoC's EDTF specification (2019), levels 0 and 1; or `A to B`.

    Raises Unreadable, with the nearest readable form if there is one.
    """
    if len(text) > LONGEST:
        raise Unreadable(f"{shown(text)} is too long for a date", help=_FORMS)
    try:
        return replace(_read(text), text=text)
    except Unreadable as problem:
        nearest = _nearest(text)
        if nearest:
            raise Unreadable(problem.message, help=f"write {shown(nearest, limit=LONGEST)}") from None
        raise


_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def _read(text: str) -> Date:
    if not text:
        raise Unreadable("the date is empty", help=_FORMS)
    if turned := _YEAR_LAST.fullmatch(text):
        one, other, year = (int(number) for number in turned.groups())
        # The first number is the day or the month; if both are possible, both are offered.
        meant = [f"{year:04}-{month:02}-{day:02}" for month, day in {(other, one): 0, (one, other): 0} if month <= 12]
        raise Unreadable(f"{shown(text)} has the year at the end", help=f"write {listed(meant)}" if meant else _FORMS)
    if " to " in text:
        return _pair(text, " to ", "window")
    return _pair(text, "/", "span") if "/" in text else _single(text)


def _pair(text: str, between: str, kind: Literal["span", "window"]) -> Date:
    if text.count(between) > 1:
        raise Unreadable(f"{shown(text)} has more than two dates", help=_FORMS)
    left, right = text.split(between)
    start, end = _end(left, kind), _end(right, kind)
    if start.earliest is None and end.latest is None:
        raise Unreadable(f"{shown(text)} has no date at either end", help="write one, as in `2020-03-26/..`")
    if start.earliest and end.latest and end.latest < start.earliest:
        turned = shown(right + between + left, limit=LONGEST)
        raise Unreadable(f"{shown(text)} ends before it starts", help=f"write {turned} if you mean that")
    if kind == "window" and start == end:
        raise Unreadable(f"{shown(text)} names the same date twice", help=f"write {shown(left)}")
    return Date(text, kind, start.earliest, end.latest, ends=(start, end))


def _end(text: str, kind: Literal["span", "window"]) -> Date:
    """Gives one end: a date, or what a span may have in its place."""
    if kind == "span" and text in ("", ".."):
        return Date(text, "open" if text else "unknown", None, None, text=text)
    date = replace(_single(text), text=text)
    if date.kind == "time":
        raise Unreadable(
            f"{shown(text)} is a time of day; a span or a time between two dates needs dates at its ends",
            help=f"write {shown(text[:10])}",
        )
    if date.unspecified:
        raise Unreadable(
            f"{shown(text)} has an X at an end of a span or of a time between two dates (EDTF level 2), "
            "which is not supported",
            help="leave the X out: a month at an end means some day in it",
        )
    return date


def _single(text: str) -> Date:
    for pattern, says, fix in _LEFT_OUT:
        if re.search(pattern, text):
            raise Unreadable(f"{shown(text)} {says}", help=fix)
    if "T" in text:
        return _time(text)
    match = _DATE.fullmatch(text)
    if match is None:
        raise Unreadable(f"{shown(text)} is not a date", help=_FORMS)
    year, month, day, mark = match.groups()
    if "X" in text and not _UNSPECIFIED.fullmatch(text.rstrip("?~%")):
        raise Unreadable(
            f"{shown(text)} has an X where a digit is needed (EDTF level 2), which is not supported",
            help="put X only at the end of a date: `201X`, `20XX`, `2020-XX`, `2020-03-XX` or `2020-XX-XX`",
        )
    return Date(text, _kind(text, month, day), *_reach(year, month, day, widened=mark in ("~", "%")), mark)


def _kind(text: str, month: str | None, day: str | None) -> Kind:
    """Gives the kind of date; refuses months, seasons and days that the calendar does not have."""
    if month is None:
        return "year"
    if month in _FIRST_MONTH_OF_SEASON:
        if day is None:
            return "season"
        raise Unreadable(f"{shown(text)} has a day after a season", help=f"write {shown(text[:7])}")
    if month != "XX" and not 1 <= int(month) <= 12:
        says = f"there is no month {month} in {shown(text)}"
        if 25 <= int(month) <= 41:
            says = f"{shown(text)} uses a number for a part of a year (EDTF level 2), which is not supported"
        raise Unreadable(says, help="months go from 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter")
    if day is None:
        return "month"
    days = 31 if month == "XX" else monthrange(int(text[:4]), int(month))[1]
    if day != "XX" and not 1 <= int(day) <= days:
        name = f"{MONTHS[int(month) - 1]} {int(text[:4])}"
        raise Unreadable(
            f"there is no day {day} in {shown(text)}: {name} has {days} days",
            help=f"write a day from 01 to {days}, or {shown(text[:7])} if the day is not known",
        )
    return "day"


def _reach(year: str, month: str | None, day: str | None, *, widened: bool) -> tuple[datetime, datetime]:
    """Gives the first and the last second. Months are counted from the year 0, to step over years."""
    first, last = int(year.replace("X", "0")) * 12, int(year.replace("X", "9")) * 12 + 11
    unit = 12 * 10 ** year.count("X")
    if month in _FIRST_MONTH_OF_SEASON:
        first += _FIRST_MONTH_OF_SEASON[month] - 1
        last, unit = first + 2, 3
    elif month is not None:
        unit = 1
        if month != "XX":
            first = last = first + int(month) - 1
    step = unit if widened and day is None else 0
    first, last = max(first - step, 12), min(last + step, MAXYEAR * 12 + 11)
    earliest = datetime(first // 12, first % 12 + 1, 1)
    latest = datetime(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1], 23, 59, 59)
    if day is not None and day != "XX":
        earliest, latest = earliest.replace(day=int(day)), latest.replace(day=int(day))
    if day is not None and widened:
        one = timedelta(days=1)
        earliest = earliest - one if earliest - datetime.min >= one else earliest
        latest = latest + one if datetime.max - latest >= one else latest
    return earliest, latest


def _time(text: str) -> Date:
    match = _TIME.fullmatch(text)
    if match is None:
        if text[-1] in "?~%" and _TIME.fullmatch(text[:-1]):
            raise Unreadable(f"{shown(text)} has a mark on a time of day", help=f"write {shown(text[:-1])}")
        raise Unreadable(f"{shown(text)} is not a time", help="write `2020-03-11T19:35+03:00`")
    _kind(text[:10], match[2], match[3])
    clock = text[10 : match.end(6) if match[6] else match.end(5)]
    if match[4] > "23" or match[5] > "59" or (match[6] or "00") > "59":
        raise Unreadable(
            f"{shown(clock[1:])} is not a valid time",
            help="hours go from 00 to 23, minutes and seconds from 00 to 59",
        )
    zone, name = _zone(match[7] or "")
    moment = datetime.fromisoformat(text[:10] + clock).replace(tzinfo=zone)
    last = moment if match[6] else moment.replace(second=59)
    return Date(text[:10] + clock + name, "time", moment, last)


def _zone(text: str) -> tuple[timezone | None, str]:
    """Gives the offset and its canonical form; ISO 8601 has no minus before an offset of zero."""
    if text in ("", "Z"):
        return (UTC if text else None), text
    hours, minutes = int(text[1:3]), int(text[4:] or "0")
    if minutes > 59 or hours * 60 + minutes > 14 * 60:
        raise Unreadable(f"{shown(text)} is not a valid offset", help="offsets go up to 14:00")
    if not (hours or minutes):
        if text[0] == "-":
            raise Unreadable(f"{shown(text)} has a minus before an offset of zero", help="write `Z`")
        return UTC, "Z"
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset), f"{text[0]}{hours:02}:{minutes:02}"


def _padded(match: re.Match[str]) -> str:
    """Gives year, month and day with their zeros, from a match that names them."""
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdigit() else 1 + MONTHS.index(month.capitalize())
    return f"{parts['year']}-{number:02}" + (f"-{int(parts['day']):02}" if "day" in parts else "")


_NAME = rf"(?P<month>{'|'.join(MONTHS)})"
_DAY, _YEAR = r"(?P<day>[0-9]{1,2})", r"(?P<year>[0-9]{4})"

# What people write instead. Each is only a suggestion, shown only if the result can be read.
_INSTEAD: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\s*/\s*", "/"),
    (r"\s+", " "),
    (rf"(?i)\b{_DAY}(?:st|nd|rd|th)? {_NAME},? {_YEAR}\b", _padded),
    (rf"(?i)\b{_NAME} {_DAY}(?:st|nd|rd|th)?,? {_YEAR}\b", _padded),
    (rf"(?i)\b{_NAME} {_YEAR}\b", _padded),
    (rf"\b{_YEAR}[-/.](?P<month>[0-9]{{1,2}})[-/.]{_DAY}\b", _padded),
    (r"^([0-9]{4})([0-9]{2})([0-9]{2})$", r"\1-\2-\3"),
    (r"(?<=[0-9Xxu-])[xu](?=[xu-]|$)", "X"),
    (r"(?<=[0-9])[t ](?=[0-9]{2}:)", "T"),
    (r"(?<=[0-9])z$", "Z"),
    (r"\?~|~\?", "%"),
    (r"(?i)^(?:about|around|circa|c\.|ca\.) ?([0-9X-]+)$", r"\1~"),
    (r"(?i)^(?:since|from) ([0-9X-]+[?~%]?)$", r"\1/.."),
    (r"(?i)^until ([0-9X-]+[?~%]?)$", r"../\1"),
    (r"(?<=[0-9])(?: - | ?[\u2013\u2014] ?)(?=[0-9])", "/"),
)


def _nearest(text: str) -> str:
    """Gives the nearest text that can be read, or nothing."""
    nearest = text.strip()
    for pattern, instead in _INSTEAD:
        nearest = re.sub(pattern, instead, nearest)
    try:
        return str(_read(nearest)) if nearest != text else ""
    except Unreadable:
        return ""
