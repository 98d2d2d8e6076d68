"""Days counted from others, in days or weeks: "two weeks after 11 March", "three days before Friday's vote"."""

from __future__ import annotations

from datetime import timedelta

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount
from factpress.evidence.english.any_date import form_at, settled
from factpress.evidence.english.calendar_days import counted_from
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.relative_dates import Days

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_LASTING = frozenset({"for", "within", "over", "during", "every", "lasting", "first", "last", "next", "past"})
_STEPS = {"from": 1, "after": 1, "before": -1}


def counted_day(scan: EnglishScan, amount: Amount) -> tuple[Days | None, int]:
    """The day that an amount of time says with a date behind it, and the token after both; no days where in doubt.

    The token after the amount, where no date is counted from.
    """
    end = counted_from(scan, amount.end)
    step = _STEPS.get(scan.low[amount.end])
    if end == amount.end or step is None or amount.unit not in _DAYS or amount.hedge:
        return None, end
    nearby = scan.low[amount.end] == "from" and scan.low[amount.end + 1] in en.WEEKDAYS
    if nearby or scan.low[amount.start - 1] in _LASTING:
        return None, end
    number = amount.number.value
    form = form_at(scan, amount.end + 1)
    if form is None or number != int(number) or number > 1000:
        return None, end
    whole = settled(scan, amount.end + 1, form)
    end = max(end, whole.end)
    if whole.days is None or whole.why or not (whole.is_around or whole.days[0] == whole.days[1]):
        return None, end
    moved = timedelta(days=int(number) * _DAYS[amount.unit] * step)
    try:
        return (whole.days[0] + moved, whole.days[1] + moved), end
    except OverflowError:
        return None, end
