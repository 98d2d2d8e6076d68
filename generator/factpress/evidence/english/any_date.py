"""One English date of any kind: the table of kinds, by the words that they begin with, and what one is in days."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from factpress.evidence import date_forms
from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.announced import is_announced
from factpress.evidence.english.calendar_days import nth_day
from factpress.evidence.english.days_near import TODAY, the_day, this, today
from factpress.evidence.english.decades import WORDS as DECADES
from factpress.evidence.english.decades import decade
from factpress.evidence.english.feasts import STARTS as FEASTS
from factpress.evidence.english.feasts import feast
from factpress.evidence.english.joined_dates import month_in_digits, month_joined, year_joined
from factpress.evidence.english.month_days import day_alone, day_of_near_month
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import STEPS, day_first, month_first, numeric, season, year_at
from factpress.evidence.english.parts_of_time import quarter, quarter_in_digits, week_of_year
from factpress.evidence.english.periods_near import COMING, coming, near_period, period_away
from factpress.evidence.english.region_days import day_in_digits
from factpress.evidence.english.weekdays import short_weekday, weekday
from factpress.evidence.english.weeks import week_of_day

Reader = Callable[[EnglishScan, int], Form | None]
"""Reads one kind of date that begins at a token; nothing where there is none."""


def _nth_in_digits(scan: EnglishScan, i: int) -> Form | None:
    """The 3rd Tuesday of May."""
    return nth_day(scan, i) if scan.joined(i + 1) and scan.is_word(i + 1) else None


_KINDS: tuple[tuple[Iterable[str], Reader], ...] = (
    ((*en.ORDINALS, *en.TENS, "the"), day_of_near_month),
    ((*en.ORDINALS, *en.TENS, "last"), nth_day),
    (en.MONTHS, month_joined),
    (en.MONTHS, month_first),
    (en.WEEKDAYS, weekday),
    (en.SHORT_WEEKDAYS, short_weekday),
    (TODAY, today),
    (STEPS, this),
    ((*STEPS, "current"), near_period),
    (COMING, coming),
    (("week", "month", "year"), period_away),
    (en.SEASONS, season),
    (("the",), the_day),
    (DECADES, decade),
    (FEASTS, feast),
    (("q", "h"), quarter),
    (("week",), week_of_year),
    (("week", "weekend", "fortnight", "w"), week_of_day),
    ((*en.ORDINALS, *en.WORDS), day_first),
    (en.YEAR_WORDS, year_at),
)
"""The words that a kind of date begins with, and who reads it; the first that reads anything is right."""
_IN_DIGITS: tuple[Reader, ...] = (
    day_of_near_month,
    _nth_in_digits,
    day_alone,
    quarter_in_digits,
    year_joined,
    month_in_digits,
    day_in_digits,
    numeric,
    day_first,
    year_at,
)
"""The kinds that begin with a number in digits."""
_BY_WORD = {word: tuple(reader for words, reader in _KINDS if word in words) for starts, _ in _KINDS for word in starts}
STARTS = frozenset(_BY_WORD)
"""The words that a date may begin with."""


def form_at(scan: EnglishScan, i: int) -> Form | None:
    """The date that begins here; nothing where none does."""
    readers = _IN_DIGITS if scan.is_number(i) else _BY_WORD.get(scan.low[i], ())
    for reader in readers:
        if form := reader(scan, i):
            return form
    return None


def form_behind_the(scan: EnglishScan, i: int) -> Form | None:
    """The date that begins here, or behind "the": the first week of May, the week of 4 May."""
    return form_at(scan, i) or (form_at(scan, i + 1) if scan.low[i] == "the" else None)


def settled(scan: EnglishScan, i: int, form: Form) -> Form:
    """The form with its days, as far as they are known."""
    return date_forms.settled(form, scan.published, is_announced=lambda: is_announced(scan, i))
