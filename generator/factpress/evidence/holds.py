"""Answers lines of `must_hold`: each side is an interval, and a line holds, is broken or stays open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from functools import reduce
from typing import Literal

from factpress.evidence.units import factor, is_known
from factpress.evidence.values import Values, of_date, of_figure
from factpress.records.date import Date, parse_date
from factpress.records.figure import Figure, Number
from factpress.records.must_hold import Relation, Term

Answer = Literal["holds", "broken", "open"]
Side = Sequence[tuple[Term, Values | None]]

# More than any figure's digits, scaled, summed and turned into seconds, so that nothing is rounded.
_DIGITS = 99
_DAY = 86_400
_CLOCK = {"hour": 3600, "minute": 60, "second": 1}
# Exact among themselves, though each is a varying number of days.
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_MIRRORED = {">": "<", ">=": "<=", "after": "before"}
_PLURALS = {"century": "centuries", "inch": "inches", "foot": "feet", "mph": "mph", "km/h": "km/h"}


@dataclass(frozen=True, slots=True)
class Held:
    """The answer to a line, with the values of both sides in words; `why` says why it is open."""

    answer: Answer
    left: str
    right: str
    why: str = ""


class _Undecided(Exception):
    """Something is missing, or can't be added up or compared; its text says what."""


def held(relation: Relation, value_of: Callable[[str | None, str], Values | None]) -> Held:
    """Whether a line holds for all that its figures and dates may be (records.md, `must_hold`).

    It holds where every pair of values does what the operator says, is broken where no pair does, and is open
    in between and where its sides can't be compared. Dates are weighed by days of the local calendar; what
    stands on the right of `during` is a period, and a span equals only the same span.
    """
    left, right = ([(term, _value(term, value_of)) for term in side] for side in (relation.left, relation.right))
    by_clock = any(value is not None and value.unit in _CLOCK for _, value in (*left, *right))
    with localcontext(prec=_DIGITS):
        words = (_side_in_words(left, by_clock), _side_in_words(right, by_clock))
        try:
            return Held(_answer(_total(left, by_clock), relation.operator, _total(right, by_clock)), *words)
        except _Undecided as undecided:
            return Held("open", *words, why=str(undecided))


def _value(term: Term, value_of: Callable[[str | None, str], Values | None]) -> Values | None:
    if term.literal is None:
        return value_of(term.claim, term.name or "")
    return of_date(term.literal) if isinstance(term.literal, Date) else of_figure(term.literal)


def _answer(left: Values, operator: str, right: Values) -> Answer:
    if left.kind != right.kind:
        raise _Undecided(f"{_a(left.kind)} can't be compared with {_a(right.kind)}")
    if operator in ("before", "after", "during") and left.kind != "date":
        raise _Undecided(f"`{operator}` is for dates, and both sides are {_a(left.kind)}")
    left, right = _in_one_unit([left, right])
    if operator in _MIRRORED:
        left, operator, right = right, _MIRRORED[operator], left
    pairs = ((left.low, right.low), (left.high, right.high))
    spans = left.is_span and right.is_span
    if spans and all(first == second for first, second in pairs):
        # A span is one value: the same as itself, and never before itself.
        return "broken" if operator in ("<", "before") else "holds"
    if operator == "during":
        return _three(left.lies_in(right), not left.meets(right))
    if operator == "=":
        pinned = left.low is not None and left.low == left.high == right.low == right.high
        # An end that is open or unknown may yet turn out to be the other's.
        differ = spans and any(None not in pair and pair[0] != pair[1] for pair in pairs)
        return _three(pinned, differ or not left.meets(right))
    or_equal = operator == "<="
    return _three(_below(left, right, or_equal=or_equal), _below(right, left, or_equal=not or_equal))


def _three(holds: bool, broken: bool) -> Answer:
    return "holds" if holds else "broken" if broken else "open"


def _below(left: Values, right: Values, *, or_equal: bool) -> bool:
    """Whether every value of the left is less than every one of the right, or equal to it."""
    if left.high is None or right.low is None:
        return False
    return left.high < right.low or (left.high == right.low and (or_equal or left.high_open or right.low_open))


def _total(side: Side, by_clock: bool) -> Values:
    """The interval of a side's sum; a date stands for its day by the day's first second."""
    dates, others = [], []
    for term, value in side:
        if value is None:
            raise _Undecided(f"`{term}` is not known")
        if _is_empty(value):
            raise _Undecided(f"no value fits `{term}`")
        if value.kind == "date":
            dates.append((_by_day(value), term.minus))
        else:
            others.append(_negative(value) if term.minus else value)
    kinds = sorted({value.kind for value in others} | ({"date"} if dates else set()))
    if len(kinds) > 1 and kinds != ["date", "duration"]:
        raise _Undecided(f"{' and '.join(map(_a, kinds))} can't be added up")
    if not dates:
        return reduce(_plus, _in_one_unit(others))
    return _total_of_dates(dates, [_in_unit(value, "second") for value in others], by_clock)


def _total_of_dates(dates: list[tuple[Values, bool]], durations: list[Values], by_clock: bool) -> Values:
    """A date, where one more is added than taken away, or the time between as many of each."""
    surplus = sum(-1 if minus else 1 for _, minus in dates)
    if surplus not in (0, 1):
        raise _Undecided("its dates add up to neither a date nor a duration")
    if len(dates) == 1 and not durations:
        return dates[0][0]
    seconds = [replace(_negative(day) if minus else day, kind="duration", unit="second") for day, minus in dates]
    total = reduce(_plus, [*seconds, *durations])
    if surplus:
        whole = all(value.low is not None and value.low == value.high and not value.low % _DAY for value in durations)
        is_span = len(dates) == 1 and dates[0][0].is_span and whole
        # Outward: some hours after a moment of one day may be the next day.
        return Values("date", _day(total.low, ROUND_FLOOR), _day(total.high, ROUND_CEILING), is_span=is_span)
    if not by_clock:
        return total
    # Where hours count, moments of neighbouring days are anything up to two days apart.
    return _plus(total, Values("duration", Decimal(-_DAY), Decimal(_DAY), low_open=True, high_open=True))


def _by_day(value: Values) -> Values:
    """A date by the first seconds of its days."""
    return Values("date", _day(value.low, ROUND_FLOOR), _day(value.high, ROUND_FLOOR), is_span=value.is_span)


def _day(seconds: Decimal | None, rounding: str) -> Decimal | None:
    return None if seconds is None else (seconds / _DAY).to_integral_value(rounding) * _DAY


def _is_empty(value: Values) -> bool:
    low, high, is_open = value.low, value.high, value.low_open or value.high_open
    return low is not None and high is not None and (low > high or (low == high and is_open))


def _in_one_unit(values: Sequence[Values]) -> list[Values]:
    """Values of one kind in one unit: calendar months or seconds for durations, else the smallest of theirs."""
    units = sorted({value.unit for value in values})
    if len(units) == 1:
        return list(values)
    if values[0].kind == "duration":
        units = ["month" if _MONTHS.keys() >= set(units) else "second"]
    smallest = min(units, key=lambda unit: (factor(unit, units[0]) or (Decimal(1),))[0])
    return [_in_unit(value, smallest) for value in values]


def _in_unit(value: Values, unit: str) -> Values:
    """A value in a smaller unit, outward.

    A measure whose unit is no whole multiple of the other is half a unit of its last digit either way
    (records.md, Figures): converted numbers are rounded.
    """
    if value.unit == unit:
        return value
    months = unit == "month" and _MONTHS.get(value.unit)
    ends = (Decimal(months), Decimal(months)) if months else factor(value.unit, unit)
    if ends is None:
        raise _Undecided(f"{' and '.join(name or 'no unit' for name in sorted((value.unit, unit)))} can't be compared")
    half = value.half if value.kind == "measure" and ends[0] % 1 else Decimal(0)
    low = None if value.low is None else min((value.low - half) * end for end in ends)
    high = None if value.high is None else max((value.high + half) * end for end in ends)
    return replace(value, low=low, high=high, unit=unit)


def _negative(value: Values) -> Values:
    low, high = (None if end is None else -end for end in (value.high, value.low))
    return replace(value, low=low, high=high, low_open=value.high_open, high_open=value.low_open)


def _plus(first: Values, second: Values) -> Values:
    low = None if first.low is None or second.low is None else first.low + second.low
    high = None if first.high is None or second.high is None else first.high + second.high
    low_open, high_open = first.low_open or second.low_open, first.high_open or second.high_open
    return Values(first.kind, low, high, low_open, high_open, first.unit, half=first.half + second.half)


def _side_in_words(side: Side, by_clock: bool) -> str:
    """The total of a side, or its terms one by one where there is no total."""
    try:
        return _in_words(_total(side, by_clock))
    except _Undecided:
        terms = ((" - " if term.minus else " + ", value) for term, value in side)
        return "".join(sign + ("not known" if value is None else _in_words(value)) for sign, value in terms)[3:]


def _in_words(value: Values) -> str:
    low, high, unit, size = value.low, value.high, value.unit, 1
    if _is_empty(value):
        return "no value"
    if value.kind == "date":
        return _days_in_words(_by_day(value))
    if low is high is None:
        return "any value"
    if unit == "second":
        sizes = {"day": _DAY, **_CLOCK}.items()
        unit, size = next(((u, n) for u, n in sizes if not any(end and end % n for end in (low, high))), (unit, 1))

    def number(end: Decimal) -> str:
        if value.kind == "ordinal":
            return str(Figure("ordinal", (Number(end),)))
        return f"{unit} " * (value.kind == "money") + f"{(end / size).normalize():,f}"

    words = []
    if low is not None:
        words.append(("more than " if value.low_open else "at least " if high is None else "") + number(low))
    if high is not None and low != high:
        words.append(("less than " if value.high_open else "at most " if low is None else "") + number(high))
    if is_known(unit) and len(unit) > 2 and not low == high == size:
        unit = _PLURALS.get(unit, f"{unit}s")
    return " to ".join(words) + (f" {unit}" if unit and value.kind != "money" else "")


def _days_in_words(value: Values) -> str:
    numbers = (0 if end is None else int(end) // _DAY + 1 for end in (value.low, value.high))
    first, last = (date.fromordinal(n).isoformat() if 0 < n <= date.max.toordinal() else "" for n in numbers)
    for text in (first, first[:7], first[:4]) if first else ():
        if _by_day(of_date(parse_date(text))) == value:
            return parse_date(text).in_words()
    if not (first or last):
        return "an unknown date"
    between = " to " if first and last and not value.is_span else "/"
    return parse_date((first or "..") + between + (last or "..")).in_words()


def _a(kind: str) -> str:
    return {"money": "an amount of money", "ordinal": "an ordinal"}.get(kind, f"a {kind}")
