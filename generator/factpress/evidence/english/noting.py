"""Notes what an English amount says, or why it is in doubt."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, amount_at, is_age
from factpress.evidence.english.bounds import why_no_bound, why_not_read
from factpress.evidence.english.counted_days import counted_day
from factpress.evidence.english.counts import judged
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import speaks_number
from factpress.evidence.relative_dates import Days, ago, values_of
from factpress.evidence.values import Values, of_number, of_range

_LEFT_OUT_UNIT = en.set_of("from of for to by with both lasting every")
_FARTHEST_BACK = 10_000


def noted(scan: EnglishScan, amount: Amount) -> int:
    """Notes what an amount says, or why that is in doubt; gives the token after it."""
    start, end = amount.start, amount.end
    why = amount.why or unsure_bound(scan, amount) or _part_of(scan, amount)
    if why:
        scan.doubt(start, end, why)
        return end
    named = amount.kind == "duration" and scan.is_capital(end - 1) and scan.raw[end][:1].isupper()
    if named and scan.is_word(start):
        scan.doubt(start, end, "a time, or part of a name")
        return end
    if amount.kind == "duration":
        values, last = counted_day(scan, amount)
        if values is not None and amount.most is None:
            scan.add(values, start - (scan.low[start - 1] == "within"), last)
            return last
        if last > end:
            scan.doubt(start, last, "a day counted from another")
            return last
        k = end + (scan.low[end] == ",")
        if scan.low[start - 1] == "in" and scan.low[k] == "on" and scan.raw[k + 1].lower() in en.WEEKDAYS:
            scan.doubt(start, end, "an amount of time, or what a weekday is counted by")
            return end
        return _duration(scan, amount)
    if amount.kind != "count":
        scan.add(_values(amount), start, end)
        return end
    if is_age(scan, start):
        scan.add(of_number("duration", amount.number, hedge=amount.hedge, unit="year"), start, end)
        return end
    shared = _shared_unit(scan, amount)
    if shared:
        return noted(scan, shared)
    verdict, words, last = judged(scan, amount, free=not amount.hedge)
    if verdict == "counts":
        scan.add(_values(amount), start, last, words)
    elif verdict == "doubt":
        scan.doubt(start, last, words)
    return last


def _values(amount: Amount) -> Values:
    if amount.most is not None:
        return of_range(amount.kind, amount.number, amount.most, hedge=amount.hedge, unit=amount.unit)
    return of_number(amount.kind, amount.number, hedge=amount.hedge, unit=amount.unit)


def _duration(scan: EnglishScan, amount: Amount) -> int:
    start, end = amount.start, amount.end
    one_day = scan.raw[start].lower() == "one" and scan.low[end - 1] == "day" and end == start + 2
    if one_day and scan.low[end] not in ("later", "after", "before", "earlier", "ago", "of"):
        return end
    if scan.low[end] != "ago":
        scan.add(_values(amount), start, end)
        return end
    number = amount.number.value
    if scan.published is None:
        return end + 1
    exact = number == int(number) and number < _FARTHEST_BACK and amount.hedge in ("", "about")
    # "for the last 3 months and 2 days ago" may be two times.
    exact = exact and scan.low[start - 1] not in ("last", "past")
    try:
        days = _ago(amount, scan.published) if exact else None
    except (ValueError, OverflowError):
        days = None
    if days is None:
        scan.doubt(start, end + 1, "not an exact time before the source's date")
    else:
        scan.add(values_of(days), start, end + 1)
    return end + 1


def _ago(amount: Amount, published: Days) -> Days | None:
    """The days that lie an amount of time before the source's date."""
    days = ago(int(amount.number.value), amount.unit, published)
    farthest = ago(int(amount.most.value), amount.unit, published) if amount.most and days else None
    return (farthest[0], days[1]) if farthest and days else days


def unsure_bound(scan: EnglishScan, amount: Amount) -> str:
    """Why a hedge may be none, or a bound is there that can't be read."""
    of_age = scan.low[amount.end] == "old" or scan.says(amount.end, "of", "age")
    if amount.wording == "over" and of_age and amount.unit == "year":
        return ""
    if not amount.hedge or scan.low[amount.start] != amount.wording:
        return why_not_read(scan, amount.start)
    return why_no_bound(
        scan,
        amount.start,
        hedge=amount.hedge,
        wording=amount.wording,
        kind=amount.kind,
        small=amount.number.value < 20,
        low=amount.number.digits <= 0,
    )


def _part_of(scan: EnglishScan, amount: Amount) -> str:
    """Why a number is only a part of itself: "a quarter of a million"."""
    low, i = scan.low, amount.start
    part = low[i] == "a" and low[i - 1] == "of" and (low[i - 2] in en.FRACTIONS or low[i - 2] in en.ORDINALS)
    return "a share of this number" if part else ""


def _shared_unit(scan: EnglishScan, amount: Amount) -> Amount | None:
    """The amount in the unit of the next one, as in "from 90 and 120 days"; in doubt where it may count by itself."""
    hangs = scan.low[amount.end] == "-" and scan.joined(amount.end) and scan.low[amount.end + 1] in ("and", "or", ",")
    k = amount.end + hangs
    link = scan.low[k]
    if link not in ("and", "or", ",") or amount.noun or amount.nothing:
        return None
    if not speaks_number(scan, k + 1):
        return None
    following = amount_at(scan, k + 1)
    if following is None or following.kind == "count" or following.why:
        return None
    shared = amount._replace(kind=following.kind, unit=following.unit)
    if hangs or (link != "," and scan.low[amount.start - 1] in _LEFT_OUT_UNIT):
        return shared
    return shared._replace(why="a count, or in the unit of the next number")
