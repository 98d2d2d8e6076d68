"""A date as a value, and in British English for readers, independent of the machine's locale."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Kind = Literal["year", "month", "season", "day", "time", "span", "window", "open", "unknown"]

_CLOCK = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


@dataclass(frozen=True, slots=True)
class Date:
    """A date, a time, a span between two dates, or a time somewhere between them.

    `earliest` and `latest` are the first and the last second that it can mean, both included; an end that
    is open or unknown has neither. They carry an offset where the text does; the rest is local calendar
    time. `~` and `%` extend it by one unit of its precision on either side, `?` does not; an X means any
    digit; a season is its three months by northern meteorology, and winter runs from December of its
    year to February of the next. Nothing extends beyond the years 0001 to 9999.
    """

    canonical: str
    kind: Kind
    earliest: datetime | None
    latest: datetime | None
    qualification: str = ""
    ends: tuple[Date, ...] = ()
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.canonical

    @property
    def start(self) -> Date:
        """The first end of a span or window; of anything else, the date itself."""
        return self.ends[0] if self.ends else self

    @property
    def end(self) -> Date:
        """The last end of a span or window; of anything else, the date itself."""
        return self.ends[1] if self.ends else self

    @property
    def uncertain(self) -> bool:
        """Whether the source of the date is in doubt: `?` or `%`."""
        return self.qualification in ("?", "%")

    @property
    def approximate(self) -> bool:
        """Whether the date is only near: `~` or `%`."""
        return self.qualification in ("~", "%")

    @property
    def unspecified(self) -> bool:
        """Whether some of its digits are X."""
        return "X" in self.canonical

    @property
    def is_day(self) -> bool:
        """Whether it is one known calendar day, without any doubt."""
        return self.kind == "day" and not (self.qualification or self.unspecified)

    def in_words(self) -> str:
        """Gives the date for readers, in British English: "11 March 2020, 19:35 (UTC+3)"."""
        return _in_words(self)


def _in_words(date: Date) -> str:
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
        return f"from {_in_words(start)}"
    if start.kind == "open":
        return f"until {_in_words(end)}"
    if end.kind == "unknown":
        return f"from {_before_more(start)} to an unknown date"
    if start.kind == "unknown":
        return f"from an unknown date to {_in_words(end)}"
    return _run(start, end)


def _run(start: Date, end: Date) -> str:
    """States once what both ends share."""
    if start == end:
        return _in_words(start)
    if not (start.qualification or end.qualification) and start.kind == end.kind:
        first, last = start.canonical.split("-"), end.canonical.split("-")
        if start.kind == "day" and first[:2] == last[:2]:
            return f"{int(first[2])} to {_plain(end)}"
        if start.kind == "day" and first[0] == last[0]:
            return f"{int(first[2])} {_month(first[1])} to {_plain(end)}"
        if start.kind == "month" and first[0] == last[0]:
            return f"{_month(first[1])} to {_plain(end)}"
    return f"{_before_more(start)} to {_in_words(end)}"


def _before_more(date: Date) -> str:
    """Closes the comma of ", uncertain" if the sentence goes on."""
    return _in_words(date) + ("," if date.uncertain else "")


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
    written = _CLOCK.match(text)
    end = written.end() if written else 0
    clock, zone = text[:end], text[end:]
    clock = clock.removesuffix(":00") if len(clock) == 8 else clock
    if not zone:
        return clock
    hours, _, minutes = zone[1:].partition(":")
    offset = "" if zone == "Z" else f"{zone[0]}{int(hours)}" + ("" if minutes == "00" else f":{minutes}")
    return f"{clock} (UTC{offset})"
