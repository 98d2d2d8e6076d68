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
from factpress.evidence.values import Values

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12}
_LASTING = en.set_of("for over during every lasting first last next past by until till since before after")
_WAYS = {"from": 1, "after": 1, "before": -1}
_MORE = frozenset({"more than", "over", "at least"})
_LESS = frozenset({"less than", "fewer than", "under", "up to", "within"})
_MOST = 1000
_HALF_A_MONTH = timedelta(days=15)


def counted_day(scan: EnglishScan, amount: Amount) -> tuple[Values | None, int]:
    """The day that an amount of time says with a date behind it, and the token after both; no values where in doubt.

    The token after the amount, where no date is counted from.
    """
    values, end = _counted(scan, amount)
    # "Two months from today, on a Tuesday" may be the nearest Tuesday.
    k = end + (scan.low[end] == ",")
    k += scan.low[k] == "on"
    k += scan.low[k] == "a"
    return (None if scan.low[k] in en.WEEKDAYS and k > end else values), end


def _counted(scan: EnglishScan, amount: Amount) -> tuple[Values | None, int]:
    end = counted_from(scan, amount.end)
    link, number, before = scan.low[amount.end], amount.number.value, scan.low[amount.start - 1]
    step = _WAYS.get(link)
    if end == amount.end or step is None or amount.unit not in _DAYS | _MONTHS:
        return None, end
    if link == "from" and scan.low[end] in en.LINKS:
        return None, amount.end
    nearby = link == "from" and scan.low[amount.end + 1] in en.WEEKDAYS
    if nearby or before in _LASTING or number != int(number) or number > _MOST:
        return None, end
    if scan.low[amount.end + 1] == "now":
        return _from_now(scan, amount) if link == "from" and not amount.hedge and before != "within" else None, end
    form = form_at(scan, amount.end + 1)
    if form is None:
        return None, end
    if link == "from" and scan.low[form.end] in en.LINKS:
        # "Two weeks from 4 to 18 May": an amount, and a run of days.
        return None, amount.end
    whole = settled(scan, amount.end + 1, form)
    end = max(end, whole.end)
    if whole.days is None or whole.why or whole.is_part or not (whole.is_around or whole.days[0] == whole.days[1]):
        return None, end
    try:
        moved = _moved(whole.days, int(number) * step, amount.unit, exactly=link == "from")
    except (ValueError, OverflowError):
        return None, end
    return _bounded("within" if before == "within" else amount.hedge, whole.days, moved, step), end


def _bounded(hedge: str, days: Days, moved: Days, step: int) -> Values | None:
    """The day itself; for "more than two weeks after" it and all later ones, for "less than" those up to it."""
    if not hedge:
        return relative.values_of(moved)
    if hedge in _MORE:
        return relative.open_values(moved, "from" if step > 0 else "to", is_named=False)
    if hedge in _LESS:
        return relative.values_of((days[0], moved[1]) if step > 0 else (moved[0], days[1]))
    return None


def _from_now(scan: EnglishScan, amount: Amount) -> Values | None:
    """As many units ahead as "six weeks ago" is back: one unit either way."""
    if scan.published is None:
        return None
    try:
        days = relative.ahead(int(amount.number.value), amount.unit, scan.published)
    except (ValueError, OverflowError):
        return None
    return days and relative.values_of(days)


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
