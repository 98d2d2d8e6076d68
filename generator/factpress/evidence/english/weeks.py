"""English weeks named by one of their days: the week of 4 May, the week beginning 3 June, w/c 3 June."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from factpress.evidence import date_forms
from factpress.evidence.date_forms import Form, wrong_weekday
from factpress.evidence.english import words as en
from factpress.evidence.english.announced import is_announced
from factpress.evidence.english.days_near import TODAY, today
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import day_first, day_number, is_month, month_first, numeric
from factpress.evidence.english.weekdays import weekday
from factpress.evidence.relative_dates import Days

Edge = Literal["begins", "ends", "holds"]

_EDGES: dict[str, Edge] = {
    "of": "holds", "beginning": "begins", "commencing": "begins", "starting": "begins", "began": "begins",
    "ending": "ends", "ended": "ends", "to": "ends",
}  # fmt: skip
_LETTERS: dict[str, Edge] = {"c": "begins", "b": "begins", "e": "ends"}
_DAYS = {"week": 7, "fortnight": 14}
_WEEKEND = timedelta(days=2)
_LED = frozenset({"the", "this", "that", "a", "one"})
_GOES_ON = frozenset({"-", "—", "/", "to", "and", "or", "until", "through"})


def week_of_day(scan: EnglishScan, i: int) -> Form | None:
    """The week, fortnight or weekend that a day behind it begins, ends or names."""
    edge, k = _edge(scan, i)
    if edge is None:
        return None
    form = _day(scan, k)
    if form is None or (scan.low[form.end] in _GOES_ON and _follows(scan, form.end + 1)):
        return None
    why = form.why or wrong_weekday(form)
    if why or form.days is None:
        return Form(form.end, is_part=True, why=why)
    if form.days[0] != form.days[1] and not form.is_around:
        return None
    return Form(form.end, days=_window(form.days, scan.low[i], edge), is_part=True)


def _edge(scan: EnglishScan, i: int) -> tuple[Edge | None, int]:
    """Which day of the week is named, and the token where it is."""
    low = scan.low
    if low[i] == "w":
        letters = low[i + 1] == "/" and scan.joined(i + 1) and scan.joined(i + 2)
        return (_LETTERS.get(low[i + 2]) if letters else None), i + 3
    edge = _EDGES.get(low[i + 1])
    if low[i] == "weekend" and edge != "holds":
        return None, i
    if edge in ("holds", None) or low[i + 1] == "to":
        edge = edge if low[i - 1] in _LED - {"a"} or scan.starts_sentence(i) else None
    elif low[i - 1] not in _LED and scan.is_word(i - 1) and low[i - 1] not in ("in", "for", "during", "and"):
        edge = None
    k = i + 2
    return edge, k + (low[k] == "on")


def _day(scan: EnglishScan, k: int) -> Form | None:
    """One day, with its date as far as it is known."""
    k += scan.low[k] == "the"
    form: Form | None = None
    if scan.is_number(k):
        form = numeric(scan, k) or day_first(scan, k)
    elif is_month(scan, k):
        form = month_first(scan, k)
    elif scan.low[k] in en.WEEKDAYS:
        form = weekday(scan, k)
    elif scan.low[k] in TODAY:
        form = today(scan, k)
    if form is None and scan.low[k - 1] == "the":
        day, end = day_number(scan, k)
        named = any(is_month(scan, n) for n in range(max(0, k - 40), k))
        form = Form(end, day) if day and not named and not scan.is_content(end) else None
    if form is None or not (form.day or form.days or form.why):
        return None
    return date_forms.settled(form, scan.published, is_announced=lambda: is_announced(scan, k))


def _follows(scan: EnglishScan, k: int) -> bool:
    """Whether a day goes on as a run of days."""
    k += scan.low[k] == "the"
    return scan.is_number(k) or is_month(scan, k) or scan.low[k] in en.WEEKDAYS


def _window(days: Days, word: str, edge: Edge) -> Days:
    """The days of the week; as many either way where a day in its middle may name it."""
    first, last = days
    long = timedelta(days=_DAYS.get(word, 7) - 1)
    if word == "weekend":
        return _moved(first, -_WEEKEND), _moved(last, _WEEKEND)
    begins = edge == "begins" or (edge == "holds" and word == "week" and first == last and first.weekday() == 0)
    return first if begins else _moved(first, -long), last if edge == "ends" else _moved(last, long)


def _moved(day: date, by: timedelta) -> date:
    """The day so much later, or the calendar's edge."""
    if by > timedelta(0):
        return day + min(by, date.max - day)
    return day - min(-by, day - date.min)
