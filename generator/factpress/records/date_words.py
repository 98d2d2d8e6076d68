"""Dates for readers, in British English, independent of the machine's locale."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factpress.records.date import Date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def in_words(date: Date) -> str:
    """Gives the date as a reader expects it in a sentence: "about March 2020", "16 to 19 March 2020"."""
    if date.kind == "window":
        return f"some time from {_run(date.start, date.end)}"
    if date.kind == "span":
        return _span(date.start, date.end)
    about = "about " if date.approximate else ""
    uncertain = ", uncertain" if date.uncertain else ""
    return about + _plain(date) + uncertain


def _span(start: Date, end: Date) -> str:
    if end.kind == "open":
        return f"from {in_words(start)}"
    if start.kind == "open":
        return f"until {in_words(end)}"
    if end.kind == "unknown":
        return f"from {_before_more(start)} to an unknown date"
    if start.kind == "unknown":
        return f"from an unknown date to {in_words(end)}"
    return _run(start, end)


def _run(start: Date, end: Date) -> str:
    """States once what both ends share."""
    if start == end:
        return in_words(start)
    if not (start.qualification or end.qualification) and start.kind == end.kind:
        first, last = start.canonical.split("-"), end.canonical.split("-")
        if start.kind == "day" and first[:2] == last[:2]:
            return f"{int(first[2])} to {_plain(end)}"
        if start.kind == "day" and first[0] == last[0]:
            return f"{int(first[2])} {_month(first[1])} to {_plain(end)}"
        if start.kind == "month" and first[0] == last[0]:
            return f"{_month(first[1])} to {_plain(end)}"
    return f"{_before_more(start)} to {in_words(end)}"


def _before_more(date: Date) -> str:
    """Closes the comma of ", uncertain" if the sentence goes on."""
    return in_words(date) + ("," if date.uncertain else "")


def _plain(date: Date) -> str:
    """Gives a single date in words, without its qualification."""
    day, _, time = date.canonical.rstrip("?~%").partition("T")
    parts = day.split("-")
    if date.kind == "year":
        return _years(parts[0])
    year = int(parts[0])
    if date.kind == "season":
        # A winter ends in the next year; the words show that.
        after = f"{(year + 1) % 100:02}" if (year + 1) % 100 else str(year + 1)
        return f"{SEASONS[parts[1]]} {year}" + (f"/{after}" if parts[1] == "24" else "")
    whole = f"{year}" if parts[1] == "XX" else f"{_month(parts[1])} {year}"
    if date.kind == "month":
        return f"a month in {whole}" if parts[1] == "XX" else whole
    if parts[2] == "XX":
        return f"a day in {whole}"
    return f"{int(parts[2])} {whole}" + (f", {_time(time)}" if time else "")


def _years(year: str) -> str:
    if "X" not in year:
        return str(int(year)) if int(year) > 999 else f"the year {int(year)}"
    # There is no year 0, so the first decade has nine years.
    return f"a year from {max(1, int(year.replace('X', '0')))} to {int(year.replace('X', '9'))}"


def _month(number: str) -> str:
    return MONTHS[int(number) - 1]


def _time(text: str) -> str:
    """Gives a time of day in words, without zero seconds and without needless zeros in the offset."""
    clock, zone = text[:8].removesuffix(":00"), text[8:]
    if not zone:
        return clock
    hours, _, minutes = zone[1:].partition(":")
    offset = "" if zone == "Z" else f"{zone[0]}{int(hours)}" + ("" if minutes == "00" else f":{minutes}")
    return f"{clock} (UTC{offset})"
