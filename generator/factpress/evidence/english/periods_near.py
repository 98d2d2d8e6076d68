"""English times next to the source's date: this weekend, last quarter, the coming week, the week after next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, reached, with_night
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.relative_dates import Days

COMING = frozenset({"coming", "upcoming"})
_AWAY = {"week": relative.week_away, "month": relative.month, "year": relative.year}
_KINDS_OF_PERIOD = frozenset({"calendar", "working"})
_LEADS = frozenset({"the", "this", "in", "for", "over", "during", "of", "", "."})
_OTHER_QUARTERS = en.set_of("mile miles hour hours century final finals pound moon back acre note")
_OWNERS = frozenset({"the", "their", "his", "her", "its", "our", "a", "every"})
_SATURDAY = 5


def _loose(scan: EnglishScan, end: int, reckon: Callable[[Days], Days]) -> Form:
    """A time that is one of several, so that its ends are not sure."""
    return replace(reached(end, scan.published, reckon), is_part=True)


def near_period(scan: EnglishScan, i: int) -> Form | None:
    """This weekend, last quarter, this calendar year, this past Friday, this coming Friday."""
    low, word, k = scan.low, scan.low[i], i + 1
    if word not in en.STEPS or (word != "current" and low[i - 1] in _OWNERS):
        return None
    if word == "this" and low[k] in COMING:
        return _coming(scan, k + 1)
    if word == "this" and low[k] == "past":
        return _past(scan, k + 1)
    step = en.STEPS[word]
    of_kind = low[k] in _KINDS_OF_PERIOD
    unit, end = low[k + of_kind], k + of_kind + 1
    if low[end] == "of" or low[end] in _OTHER_QUARTERS or (low[end] == "-" and scan.joined(end)):
        return None
    if unit == "weekend" and word != "current":
        return _loose(scan, end, lambda days: relative.weekend(days, step))
    if unit == "quarter":
        return _loose(scan, end, lambda days: relative.quarter(days, step))
    if unit in relative.PERIODS and (of_kind or word == "current"):
        return reached(end, scan.published, lambda days: relative.PERIODS[unit](days, step))
    return None


def coming(scan: EnglishScan, i: int) -> Form | None:
    """The coming week, the upcoming Friday."""
    if scan.low[i + 1] not in en.WEEKDAYS and scan.low[i - 1] not in _LEADS:
        return None
    return _coming(scan, i + 1)


def period_away(scan: EnglishScan, i: int) -> Form | None:
    """The week after next, the month before last, the year before last."""
    if scan.low[i - 1] != "the":
        return None
    end = i + 3
    if scan.says(i + 1, "after", "next") or scan.says(i + 1, "after", "the", "next"):
        step, end = 2, end + (scan.low[i + 2] == "the")
    elif scan.says(i + 1, "before", "last"):
        step = -2
    else:
        return None
    if scan.is_content(end) or scan.is_number(end):
        return None
    away = _AWAY[scan.low[i]]
    return reached(end, scan.published, lambda days: away(days, step))


def _coming(scan: EnglishScan, k: int) -> Form | None:
    """What comes next, at the word behind "coming"."""
    unit = scan.low[k]
    if unit in relative.PERIODS:
        return _loose(scan, k + 1, lambda days: relative.coming(days, unit))
    if unit == "quarter":
        return _loose(scan, k + 1, lambda days: relative.quarter(days, 1))
    if unit == "weekend":
        return _loose(scan, k + 1, lambda days: relative.weekend(days, int(days[0].weekday() >= _SATURDAY)))
    return _weekday(scan, k, "next")


def _past(scan: EnglishScan, k: int) -> Form | None:
    """What came last, at the word behind "this past"."""
    if scan.low[k] == "weekend":
        return _loose(scan, k + 1, lambda days: relative.weekend(days, -1))
    if scan.low[k] == "week":
        return _loose(scan, k + 1, lambda days: relative.week(days, -1))
    return _weekday(scan, k, "last")


def _weekday(scan: EnglishScan, k: int, which: relative.Which) -> Form | None:
    if scan.low[k] not in en.WEEKDAYS or not scan.raw[k][0].isupper():
        return None
    number, end = en.WEEKDAYS[scan.low[k]], k + 1 + (scan.low[k + 1] in en.PARTS_OF_DAY)
    form = reached(end, scan.published, lambda days: relative.weekday(number, days, which))
    return with_night(form) if scan.low[k + 1] == "night" else form
