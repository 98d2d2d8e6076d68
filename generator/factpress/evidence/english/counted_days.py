"""Days counted from others: "two weeks after 11 March", "five months from tomorrow", "six weeks from now"."""

from __future__ import annotations

from datetime import timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount
from factpress.evidence.english.any_date import form_at, settled
from factpress.evidence.english.calendar_days import counted_from
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.relative_dates import Days

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}
_LASTING = en.set_of("for within over during every lasting first last next past by until till since before after")
_STEPS = {"from": 1, "after": 1, "before": -1}
_MOST = 1000
_HALF_A_MONTH = timedelta(days=15)


def counted_day(scan: EnglishScan, amount: Amount) -> tuple[Days | None, int]:
    """The day that an amount of time says with a date behind it, and the token after both; no days where in doubt.

    The token after the amount, where no date is counted from.
    """
    days, end = _counted(scan, amount)
    # "Two months from today, on a Tuesday" may be the nearest Tuesday.
    k = end + (scan.low[end] == ",")
    k += scan.low[k] == "on"
    k += scan.low[k] == "a"
    return (None if scan.low[k] in en.WEEKDAYS and k > end else days), end


def _counted(scan: EnglishScan, amount: Amount) -> tuple[Days | None, int]:
    end = counted_from(scan, amount.end)
    link, number = scan.low[amount.end], amount.number.value
    step = _STEPS.get(link)
    if end == amount.end or step is None or amount.unit not in _DAYS | _MONTHS or amount.hedge:
        return None, end
    nearby = link == "from" and scan.low[amount.end + 1] in en.WEEKDAYS
    if nearby or scan.low[amount.start - 1] in _LASTING or number != int(number) or number > _MOST:
        return None, end
    if scan.low[amount.end + 1] == "now":
        return _from_now(scan, int(number), amount.unit) if link == "from" else None, end
    form = form_at(scan, amount.end + 1)
    if form is None:
        return None, end
    whole = settled(scan, amount.end + 1, form)
    end = max(end, whole.end)
    if whole.days is None or whole.why or whole.is_part or not (whole.is_around or whole.days[0] == whole.days[1]):
        return None, end
    try:
        return _moved(whole.days, int(number) * step, amount.unit, exactly=link == "from"), end
    except (ValueError, OverflowError):
        return None, end


def _from_now(scan: EnglishScan, number: int, unit: str) -> Days | None:
    """As many units ahead as "six weeks ago" is back: one unit either way."""
    if scan.published is None:
        return None
    try:
        return relative.ahead(number, unit, scan.published)
    except (ValueError, OverflowError):
        return None


def _moved(days: Days, number: int, unit: str, *, exactly: bool) -> Days:
    """The days so much later; "two months after 11 March" may be half a month before or after 11 May."""
    if unit in _DAYS:
        by = timedelta(days=number * _DAYS[unit])
        return days[0] + by, days[1] + by
    first, last = (relative.months_after(day, number * _MONTHS[unit]) for day in days)
    if exactly:
        return first, last
    if unit == "month":
        return first - _HALF_A_MONTH, last + _HALF_A_MONTH
    return relative.months_after(first, -6), relative.months_after(last, 6)
