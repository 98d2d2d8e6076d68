"""Days with names in English papers: Good Friday 2019, Christmas Day, Remembrance Sunday.

Only names that mean one day of a year are here. "The Boxing Day tsunami" names an event of a year that is not said.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from factpress.evidence.date_forms import Form, explicit
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import year_after

_FROM_EASTER = {
    "shrove tuesday": -47, "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter sunday": 0, "easter day": 0, "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whit monday": 50,
    "trinity sunday": 56,
}  # fmt: skip
_FIXED = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year eve": (12, 31),
    "new year day": (1, 1), "valentine day": (2, 14), "st patrick day": (3, 17), "bastille day": (7, 14),
    "armistice day": (11, 11), "juneteenth": (6, 19), "halloween": (10, 31),
}  # fmt: skip
_OF_AMERICA = {"thanksgiving day": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1)}
"""Month, weekday and which one of them: the same name is that of another day in another country."""
_SECOND_SUNDAY = {"remembrance sunday": (11, 6, 2)}
_OTHER_CALENDARS = frozenset({"orthodox", "coptic", "julian", "greek", "russian", "serbian", "ukrainian", "ethiopian"})
_NEAR = 20
_GREGORIAN = 1800


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _by_easter(days: int) -> Callable[[int], date]:
    return lambda year: _easter(year) + timedelta(days=days)


def _nth_weekday(month: int, weekday: int, number: int) -> Callable[[int], date]:
    def day_in(year: int) -> date:
        first, last = explicit(year, month, 0)
        if number < 0:
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))

    return day_in


_DAYS: dict[tuple[str, ...], Callable[[int], date]] = {
    **{tuple(name.split()): _by_easter(days) for name, days in _FROM_EASTER.items()},
    **{tuple(name.split()): _on(*day) for name, day in _FIXED.items()},
    **{tuple(name.split()): _nth_weekday(*day) for name, day in (_SECOND_SUNDAY | _OF_AMERICA).items()},
}
_AMERICAN = frozenset(tuple(name.split()) for name in _OF_AMERICA)
STARTS = frozenset(name[0] for name in _DAYS)
"""The words that a day with a name may begin with."""
SPEAKING = frozenset(name[0] for name in _DAYS if name[0] not in en.WEEKDAYS) - {"new", "st", "good"} | {"eve"}
"""Words without which none is named, besides weekdays and "year"."""


def feast_name(scan: EnglishScan, i: int) -> tuple[str, ...]:
    """The name of a day that begins here, in small letters; nothing where none does."""
    if scan.low[i] not in STARTS or not scan.raw[i][:1].isupper():
        return ()
    return next((name for long in (3, 2, 1) if (name := tuple(scan.low[i : i + long])) in _DAYS), ())


def feast(scan: EnglishScan, i: int) -> Form | None:
    """A day with a name, of the year that follows or the last one up to the source's date."""
    name = feast_name(scan, i)
    if not name:
        return None
    end = i + len(name)
    if scan.raw[end][:1].isupper() and scan.low[end] not in en.WEEKDAYS:
        return None
    year, after = year_after(scan, end)
    why = _why_other(scan, i, end if not year else after, name, has_year=year > 0)
    if why:
        return Form(after, why=why)
    if 0 < year < _GREGORIAN:
        return Form(after, why="a day of a calendar that may be another one")
    if year:
        day = _DAYS[name](year)
        return Form(after, days=(day, day))
    if scan.published is None:
        return Form(end)
    found = {_latest(_DAYS[name], day) for day in scan.published}
    day = found.pop()
    return Form(end, why="the year depends on the day of the source") if found else Form(end, days=(day, day))


def _why_other(scan: EnglishScan, i: int, end: int, name: tuple[str, ...], *, has_year: bool) -> str:
    """Why the name may be that of another day."""
    if name in _AMERICAN and scan.region != "US":
        return "a day that differs from country to country"
    if not _OTHER_CALENDARS.isdisjoint(scan.low[max(0, i - _NEAR) : end + _NEAR]):
        return "a day that differs from church to church"
    return "" if has_year or not scan.is_content(end) else "a day with a name, or an event that is named after it"


def _latest(day_in: Callable[[int], date], end: date) -> date:
    day = day_in(end.year)
    return day if day <= end else day_in(end.year - 1)


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, f = b // 4, b % 4, (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    k = (32 + 2 * e + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)
