"""Sets of possible values: what a figure, a date or words in a quote may mean, and how two such sets compare."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from factpress.evidence.units import common, factor, unit_of
from factpress.records.date import Date
from factpress.records.figure import SCALES, Figure, Kind, Number

Agreement = Literal["agrees", "compatible", "differs"]

# The table of vague words (records.md, Figures): first and last value, both included.
VAGUE: dict[str, tuple[int, int]] = {
    "a couple": (2, 3),
    "a few": (2, 5),
    "several": (3, 9),
    "a handful": (3, 7),
    "a few hundred": (200, 599),
    "several hundred": (300, 999),
    "a few thousand": (2_000, 5_999),
    "several thousand": (3_000, 9_999),
    "a few dozen": (24, 71),
    "several dozen": (36, 119),
    "dozens": (24, 199),
    "scores": (40, 199),
    "hundreds": (200, 1_999),
    "thousands": (2_000, 19_999),
}
_MOVED = frozenset({"measure", "duration"})
Side = Literal["", "from", "to"]
_SIDES: dict[str, Side] = {"start": "from", "since": "from", "from": "from", "end": "to", "until": "to"}
"""Words in a figure's name by which its date is that on which a time begins or ends."""
_FARTHEST_ZONE = 14 * 3600
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Values:
    """A set of possible values of one kind: everything from `low` to `high`, whose ends may be left out or open-ended.

    Counts, ordinals, money, measures and durations are numbers in `unit` (a currency for money); dates are
    seconds of local calendar time since the year 1. `nominal` is what was written where it was one number;
    `half` is half a unit of the last digit of the ends as they were written, by which they move in another unit.
    A moment is a date with a nominal value, the second that was written, and with its zone in minutes ahead of UTC.
    Dates that may be a span (`is_span`) are one where they meet a span: from the first to the last second.
    `side` says that a date is the one with which a time begins or stops. Of an open time it is the date that was
    written; `named` is its other end.
    """

    kind: Kind
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    nominal: Decimal | None = None
    is_span: bool = False
    zone: int | None = None
    half: Decimal = Decimal(0)
    side: Side = ""
    named: Decimal | None = None

    def __post_init__(self) -> None:
        # Of whole things, more than 24 are at least 25, so that both are one set.
        if self.kind in ("count", "ordinal"):
            if self.low is not None and self.low_open and _is_whole(self.low):
                object.__setattr__(self, "low", self.low + 1)
                object.__setattr__(self, "low_open", False)
            if self.high is not None and self.high_open and _is_whole(self.high):
                object.__setattr__(self, "high", self.high - 1)
                object.__setattr__(self, "high_open", False)

    def lies_in(self, other: Values) -> bool:
        """Whether every value of this set is one of the other's."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.low_open or not other.low_open)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.high_open or not other.high_open)))
        )
        return low and high

    def meets(self, other: Values) -> bool:
        """Whether the two sets share a value."""
        return not (_before(self, other) or _before(other, self))


def agreement(claimed: Values, said: Values) -> Agreement | None:
    """How what a source says relates to what is claimed; nothing where the two can't be compared.

    It agrees where its set lies inside the claim's, or both say one number nominally; it differs where the
    two share nothing; else it is compatible (records.md, Figures).
    """
    if claimed.kind != said.kind:
        return None
    if said.named is not None and claimed.side == said.side and not claimed.is_span:
        said = _written(said)
    if claimed.unit != said.unit:
        unit = common(claimed.unit)
        if unit is None or unit != common(said.unit):
            return None
        claimed, said = _in_unit(claimed, unit, by=Decimal(0)), _in_unit(said, unit, by=said.half)
    elif claimed.is_span:
        return _with_span(claimed, said)
    elif claimed.kind == "date" and claimed.nominal is not None and said.zone is not None:
        said = _on_clock_of(claimed, said)
    if claimed.nominal is not None and claimed.nominal == said.nominal:
        return "agrees"
    if said.lies_in(claimed):
        return "agrees"
    return "compatible" if said.meets(claimed) else "differs"


def _on_clock_of(claimed: Values, said: Values) -> Values:
    """A moment of another zone on the clock of a claimed one; anywhere on earth, where the claim has no zone."""
    if said.zone is None or said.low is None or said.high is None:
        return said
    if claimed.zone is None:
        return replace(said, low=said.low - _FARTHEST_ZONE, high=said.high + _FARTHEST_ZONE, nominal=None)
    shift = (claimed.zone - said.zone) * 60
    nominal = None if said.nominal is None else said.nominal + shift
    return replace(said, low=said.low + shift, high=said.high + shift, nominal=nominal)


def _written(said: Values) -> Values:
    """The date with which an open time begins or stops: "until 28 March" names the end, and that is 28 March."""
    if said.side == "from":
        return replace(said, high=said.named, is_span=False)
    return replace(said, low=said.named, is_span=False)


def converted(said: Values, claimed: Values) -> Values | None:
    """What was said, in the unit of what is claimed; nothing where the kinds or units can't be compared."""
    if said.kind != claimed.kind:
        return None
    if said.unit == claimed.unit:
        return said
    if factor(said.unit, claimed.unit) is None:
        return None
    return _in_unit(said, claimed.unit, by=said.half)


def _with_span(claimed: Values, said: Values) -> Agreement:
    """A span agrees only with the same span; days within one, or one that is open at an end, are compatible with it."""
    if said.is_span and (claimed.low, claimed.high) == (said.low, said.high):
        return "agrees"
    if said.is_span and said.low is not None and said.high is not None:
        return "differs"
    return "compatible" if said.meets(claimed) else "differs"


def _before(first: Values, second: Values) -> bool:
    """Whether every value of the first set is less than every one of the second."""
    if first.high is None or second.low is None:
        return False
    return first.high < second.low or (first.high == second.low and (first.high_open or second.low_open))


def _in_unit(values: Values, unit: str, *, by: Decimal) -> Values:
    """A measure in another unit, its ends moved outward first: converted numbers are rounded."""
    least, most = factor(values.unit, unit) or (Decimal(1), Decimal(1))
    low = None if values.low is None else (values.low - by) * (least if values.low > by else most)
    high = None if values.high is None else (values.high + by) * (most if values.high > -by else least)
    return replace(values, low=low, high=high, unit=unit, nominal=None)


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _half_of_last_digit(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2


def of_figure(figure: Figure) -> Values:
    """The set of values that a figure means."""
    if figure.date is not None:
        return of_date(figure.date)
    unit = figure.currency or unit_of(figure.unit)
    if figure.vague:
        return of_vague(figure.kind, figure.vague, unit=unit)
    if len(figure.numbers) == 2:
        return of_range(figure.kind, *figure.numbers, unit=unit)
    return of_number(figure.kind, figure.numbers[0], hedge=figure.hedge, unit=unit)


def of_named(name: str, figure: Figure) -> Values:
    """The set of a figure by its name in the record: a bare number under a name with "magnitude" is one.

    A date under a name such as `until_date` is the end of a time.
    """
    values = of_figure(figure)
    if values.kind == "date":
        return replace(values, side=next((_SIDES[word] for word in name.split("_") if word in _SIDES), ""))
    if values.kind == "count" and "magnitude" in name.split("_"):
        return replace(of_figure(replace(figure, kind="measure")), unit="magnitude")
    return values


def of_vague(kind: Kind, words: str, *, scale: int = 0, unit: str = "") -> Values:
    """The set of a vague word of the table; `scale` is the power of ten of a word after it, such as million."""
    low, high = VAGUE[words]
    thousands = Decimal(1).scaleb(scale)
    return Values(kind, low * thousands, (high + 1) * thousands - 1 if scale else Decimal(high), unit=unit)


def of_range(kind: Kind, first: Number, last: Number, *, hedge: str = "", unit: str = "") -> Values:
    """The set from one number to another, with the words before them, each of which moves the ends that it is about."""
    low, high = (of_number(kind, number, hedge=hedge, unit=unit) for number in (first, last))
    return replace(low, high=high.high, high_open=high.high_open, nominal=None, half=max(low.half, high.half))


def of_number(kind: Kind, number: Number, *, hedge: str = "", unit: str = "") -> Values:
    """The set of one number with the words before it; a scaled one is half a unit of its last digit either way."""
    value = number.value
    if not hedge and not number.scale and kind not in _MOVED:
        return Values(kind, value, value, unit=unit, nominal=value)
    half = _half_of_last_digit(number.digits).scaleb(SCALES.get(number.scale, 0))
    if hedge:
        least = Decimal(1) if kind in ("count", "ordinal") else half
        low, high, low_open, high_open = _hedged(hedge, value, least, whole=kind in ("count", "ordinal"))
        return Values(kind, low, high, low_open, high_open, unit, half=_moved(kind, half))
    if not number.scale:
        return Values(kind, value, value, unit=unit, nominal=value, half=_moved(kind, half))
    return Values(kind, value - half, value + half, high_open=True, unit=unit, nominal=value)


def _moved(kind: Kind, half: Decimal) -> Decimal:
    """Only what has units that convert is ever moved."""
    return half if kind in _MOVED else Decimal(0)


def _hedged(
    hedge: str, value: Decimal, least: Decimal, *, whole: bool
) -> tuple[Decimal | None, Decimal | None, bool, bool]:
    """The ends of a set by the table of words (records.md, Figures); "about" reaches at least `least` either way."""
    tenth = abs(value) * _TENTH
    if hedge == "about":
        reach = max(tenth, least)
        low, high = value - reach, value + reach
        if whole:
            # Outward: of whole things no fraction is cut off.
            low, high = low.to_integral_value(ROUND_FLOOR), high.to_integral_value(ROUND_CEILING)
        return low, high, False, False
    if hedge in ("nearly", "almost", "just under"):
        return value - tenth, value, False, True
    if hedge == "just over":
        return value, value + tenth, True, False
    if hedge in ("more than", "over"):
        return value, None, True, False
    if hedge == "at least":
        return value, None, False, False
    if hedge in ("fewer than", "less than", "under"):
        return Decimal(0), value, False, True
    return Decimal(0), value, False, False


def of_date(date: Date) -> Values:
    """The set of moments that a date means, in local calendar time; a span is one value, a window a set."""
    low, high = _seconds(date.earliest), _seconds(date.latest)
    if date.kind == "time" and date.earliest is not None and low is not None:
        ahead = date.earliest.utcoffset()
        zone = None if ahead is None else int(ahead.total_seconds() // 60)
        # What is written to the minute, or to second 0 of one, is that minute.
        return Values("date", low, low if low % 60 else low + 59, nominal=low, zone=zone)
    return Values("date", low, high, is_span=date.kind == "span")


def of_days(first: datetime, last: datetime, *, is_span: bool = False) -> Values:
    """The set of moments from one local moment to another, both included."""
    return Values("date", _seconds(first), _seconds(last), is_span=is_span)


def of_open(first: datetime, last: datetime, *, side: Literal["from", "to"], is_named: bool) -> Values:
    """All moments from these on, or up to them, as the span that records write with `..`.

    `is_named` where these are the date that was written.
    """
    low, high = _seconds(first), _seconds(last)
    if side == "from":
        return Values("date", low, None, is_span=True, side=side if is_named else "", named=high)
    return Values("date", None, high, is_span=True, side=side if is_named else "", named=low)


def _seconds(moment: datetime | None) -> Decimal | None:
    if moment is None:
        return None
    return Decimal((moment.toordinal() - 1) * 86_400 + moment.hour * 3600 + moment.minute * 60 + moment.second)
