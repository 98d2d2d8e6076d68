"""English days by their number in a month near the source's date: "the 20th of next month", "on 27th", "the 21st"."""

from __future__ import annotations

from datetime import date

from factpress.evidence.date_forms import Form, reached
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import STEPS
from factpress.evidence.english.ordinals import ordinal_at
from factpress.evidence.relative_dates import Days, month

_LAST_DAY = 31
_ENDS = frozenset(("", ".", ",", ";", ")", "!", "?", "at", "from", "between"))
_ELSEWHERE = "a day of a month that is not sure"


def day_of_near_month(scan: EnglishScan, i: int) -> Form | None:
    """The 20th of next month, the 15th day of last month, the 21st this month: of the source's month or one beside."""
    number, k = ordinal_at(scan, i + (scan.low[i] == "the"))
    # "A third of this month" is a share of it.
    if not 0 < number <= _LAST_DAY or (scan.low[i - 1] in ("a", "one") and not scan.is_number(i)):
        return None
    k += scan.low[k] == "day"
    k += scan.low[k] == "of"
    step = STEPS.get(scan.low[k])
    if step is None or scan.low[k + 1] != "month" or scan.raw[k + 1].endswith("'s"):
        return None
    try:
        return reached(k + 2, scan.published, lambda days: _day(month(days, step), number))
    except LookupError:
        return Form(k + 2, why=_ELSEWHERE)


def day_alone(scan: EnglishScan, i: int) -> Form | None:
    """On 27th: a number of a day behind "on", with nothing that it would be the 27th of."""
    if scan.low[i - 1] != "on" or not scan.is_number(i):
        return None
    number, end = ordinal_at(scan, i)
    if not 0 < number <= _LAST_DAY or scan.low[end] not in _ENDS or scan.low[i - 2] in en.WEEKDAYS:
        return None
    return Form(end, number)


def _day(within: Days, number: int) -> Days:
    """The day of that number in one month; raises LookupError where these are several months."""
    first, last = within
    if (first.year, first.month) != (last.year, last.month):
        raise LookupError
    day = date(first.year, first.month, number)
    return day, day
