"""Lines of `must_hold` hold, are broken or stay open: a table of cases, and what is true of all of them."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tables import read_table

from factpress.evidence.holds import Held, held
from factpress.evidence.values import Values, of_date, of_figure
from factpress.records.date import parse_date
from factpress.records.figure import parse_figure
from factpress.records.must_hold import Relation, parse_relation

CASES: Mapping[str, Any] = read_table(Path(__file__).parent / "hold_cases.yml")
DAY = 86_400


def values(of: Mapping[str, str]) -> dict[str, Values]:
    return {
        name: of_date(parse_date(text)) if name.endswith("when") else of_figure(parse_figure(text, key=name))
        for name, text in of.items()
    }


def answered(line: str | Relation, known: Mapping[str, Values | None]) -> Held:
    relation = parse_relation(line) if isinstance(line, str) else line
    return held(relation, lambda claim, name: known.get(f"{claim}.{name}" if claim else name))


def cases() -> Iterator[Any]:
    for group, case in CASES.items():
        for line, answer, why, *more in case["lines"]:
            words = more[0] if more else {}
            yield pytest.param(values(case["values"]), line, answer, words, id=f"{group}: {line}: {why}")


@pytest.mark.parametrize(("known", "line", "answer", "words"), list(cases()))
def test_a_line_is_answered_as_the_page_on_records_says(
    known: dict[str, Values], line: str, answer: str, words: Mapping[str, str]
) -> None:
    came_out = answered(line, known)
    assert came_out.answer == answer, came_out
    assert came_out.left == words.get("left", came_out.left)
    assert came_out.right == words.get("right", came_out.right)
    assert words.get("says", "") in came_out.why
    assert bool(came_out.why) == ("says" in words), came_out.why


def test_the_cases_are_many_and_each_has_its_reason() -> None:
    lines = [line for case in CASES.values() for line in case["lines"]]
    assert len(lines) >= 70
    assert all(line[2] for line in lines)
    assert {line[1] for line in lines} == {"holds", "broken", "open"}


@pytest.mark.parametrize("line", ["a = 3", "a < 3", "a + 1 >= 3", "3 > 1 - a"])
def test_a_figure_that_no_value_fits_decides_nothing(line: str) -> None:
    came_out = answered(line, {"a": Values("count", Decimal(5), Decimal(4))})
    assert (came_out.answer, came_out.why) == ("open", "no value fits `a`")
    assert "no value" in came_out.left + came_out.right


COMPARISONS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq}
MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "before": "after", "after": "before"}
SMALL = st.integers(-4, 4)


def by_pairs(left: set[int], sign: str, right: set[int]) -> str:
    results = {COMPARISONS[sign](first, second) for first, second in product(left, right)}
    return {(True,): "holds", (False,): "broken"}.get(tuple(results), "open")


@st.composite
def small_sets(draw: st.DrawFn) -> tuple[int, int]:
    low = draw(SMALL)
    return low, low + draw(st.integers(0, 3))


def count(low: int, high: int) -> Values:
    return Values("count", Decimal(low), Decimal(high))


def days(low: int, high: int) -> Values:
    start = 737_000
    return Values("date", Decimal((start + low) * DAY), Decimal((start + high) * DAY + DAY - 1))


def all_in(ends: tuple[int, int]) -> range:
    return range(ends[0], ends[1] + 1)


@given(st.lists(small_sets(), min_size=4, max_size=4), st.sampled_from([*COMPARISONS]))
def test_sums_of_counts_agree_with_every_pair_tried(sets: list[tuple[int, int]], sign: str) -> None:
    a, b, c, d = map(all_in, sets)
    came_out = answered(f"a + b {sign} c - d", {n: count(*ends) for n, ends in zip("abcd", sets, strict=True)})
    left, right = {x + y for x, y in product(a, b)}, {x - y for x, y in product(c, d)}
    assert came_out.answer == by_pairs(left, sign, right)


@given(st.lists(small_sets(), min_size=3, max_size=3), st.sampled_from([*COMPARISONS, "before", "after"]))
def test_days_and_durations_agree_with_every_pair_tried(sets: list[tuple[int, int]], sign: str) -> None:
    a, b, c = sets
    duration = Values("duration", Decimal(c[0]), Decimal(c[1]), unit="day")
    known = {"a": days(*a), "b": days(*b), "c": duration}
    bare = {"before": "<", "after": ">"}.get(sign, sign)
    moved = {x + y for x, y in product(all_in(b), all_in(c))}
    assert answered(f"a {sign} b + c", known).answer == by_pairs(set(all_in(a)), bare, moved)
    if sign == bare:
        between = {x - y for x, y in product(all_in(a), all_in(b))}
        assert answered(f"a - b {sign} c", known).answer == by_pairs(between, sign, set(all_in(c)))


@given(small_sets(), small_sets())
def test_during_agrees_with_every_day_tried(a: tuple[int, int], b: tuple[int, int]) -> None:
    inside = {day in all_in(b) for day in all_in(a)}
    expected = "open" if len(inside) == 2 else "holds" if inside == {True} else "broken"
    assert answered("a during b", {"a": days(*a), "b": days(*b)}).answer == expected


UNITS = {
    "count": [""], "ordinal": [""], "money": ["USD", "EUR"], "measure": ["km", "mile", "m", "%", "rocket"],
    "duration": ["minute", "hour", "day", "week", "month", "year"], "date": [""],
}  # fmt: skip


@st.composite
def any_values(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(UNITS), *, spans: bool = True) -> Values:
    """Sets such as figures and dates have: pinned, ranges, without an end, or with one left out."""
    kind: Any = draw(st.sampled_from(kinds))
    unit = draw(st.sampled_from(UNITS[kind]))
    if kind == "date":
        first = draw(st.integers(737_000, 737_012)) * DAY
        last = first + draw(st.integers(1, 12)) * DAY - 1
        ends = [None if draw(st.integers(0, 9)) == 0 else Decimal(end) for end in (first, last)]
        return Values(kind, ends[0], ends[1], is_span=spans and draw(st.booleans()))
    places = 0 if kind in ("count", "ordinal") else 1
    low = Decimal(draw(st.integers(0, 60))).scaleb(-places)
    half = Decimal("0.05") if kind in ("measure", "duration") else Decimal(0)
    if draw(st.booleans()):
        return Values(kind, low, low, unit=unit, nominal=low, half=half)
    high = low + Decimal(draw(st.integers(1, 60))).scaleb(-places)
    ends = [None if draw(st.integers(0, 5)) == 0 else end for end in (low, high)]
    return Values(kind, ends[0], ends[1], draw(st.booleans()), draw(st.booleans()), unit, half=half)


@st.composite
def wider(draw: st.DrawFn, narrow: Values) -> Values:
    """A set that holds all of the other's values, and maybe more; a span is one value, and stays as it is."""
    if narrow.is_span:
        return narrow
    step = DAY if narrow.kind == "date" else 1
    down, up = draw(st.integers(0, 5)) * step, draw(st.integers(0, 5)) * step
    low = None if narrow.low is None or draw(st.integers(0, 9)) == 0 else narrow.low - down
    high = None if narrow.high is None or draw(st.integers(0, 9)) == 0 else narrow.high + up
    low_open, high_open = narrow.low_open and draw(st.booleans()), narrow.high_open and draw(st.booleans())
    same = (low, high, low_open, high_open) == (narrow.low, narrow.high, narrow.low_open, narrow.high_open)
    return narrow if same else replace(narrow, low=low, high=high, low_open=low_open, high_open=high_open, nominal=None)


LINES = [
    f"{left} {sign} {right}"
    for sign in ("=", "<", "<=", ">", ">=", "before", "after", "during")
    for left, right in (("a", "b"), ("a + b", "c"), ("a - b", "c"), ("a", "b + c"), ("a - b", "c - d"), ("a", "b - c"))
]
# What is drawn is mostly comparable, or nearly all lines would be open.
FOUR = st.sampled_from(
    [*((kind,) for kind in UNITS), ("date", "duration"), ("date", "duration"), tuple(UNITS)]
).flatmap(lambda kinds: st.lists(any_values(kinds), min_size=4, max_size=4))

# Neither spans, which are one value, nor measures, which are moved outward in another unit.
PLAIN = ("count", "ordinal", "money", "duration", "date")
FOUR_PLAIN = st.sampled_from([*((kind,) for kind in PLAIN), ("date", "duration"), ("date", "duration"), PLAIN]).flatmap(
    lambda kinds: st.lists(any_values(kinds, spans=False), min_size=4, max_size=4)
)


@given(st.data(), FOUR, st.sampled_from(LINES))
def test_wider_sets_never_turn_one_answer_into_the_other(data: st.DataObject, four: list[Values], line: str) -> None:
    """They only open it: but for the right of `during`, which is a period, and a longer one holds more."""
    narrow = dict(zip("abcd", four, strict=True))
    before = answered(line, narrow)
    widened: dict[str, Values | None] = {name: data.draw(wider(of), label=name) for name, of in narrow.items()}
    if " during " in line:
        widened |= {name: narrow[name] for name in line.partition(" during ")[2].split() if name in narrow}
    after = answered(line, widened)
    assert after.answer in (before.answer, "open") or before.answer == "open"


@given(st.data(), FOUR_PLAIN, st.sampled_from([line for line in LINES if "during" not in line]))
def test_what_was_open_by_overlap_stays_open_when_widened(data: st.DataObject, four: list[Values], line: str) -> None:
    narrow = dict(zip("abcd", four, strict=True))
    before = answered(line, narrow)
    assume(before.answer == "open" and not before.why)
    assert answered(line, {name: data.draw(wider(of)) for name, of in narrow.items()}).answer == "open"


@given(FOUR, st.sampled_from([line for line in LINES if "during" not in line]))
def test_sides_swapped_with_the_operator_turned_round_give_the_same_answer(four: list[Values], line: str) -> None:
    known = dict(zip("abcd", four, strict=True))
    relation = parse_relation(line)
    swapped = Relation(relation.right, MIRRORED[relation.operator], relation.left)
    one, other = answered(relation, known), answered(swapped, known)
    assert (one.answer, one.left, one.right) == (other.answer, other.right, other.left)
    assert bool(one.why) == bool(other.why)


TERMS = st.one_of(
    st.sampled_from(["when", "a", "b", "c", "x.when", "taji-deaths.killed"]),
    st.sampled_from(["3", "2.5", "-3", "just over 3", "about 18", "200 to 900", "4th", "dozens", "nearly 1"]),
    st.sampled_from(["USD 1.7 million", "999,999,999,999,999,999 trillion km", "12.5 %", "-0.1 miles", "3 rockets"]),
    st.sampled_from(["30 days", "1 month", "36 hours", "several weeks", "at least 3 decades", "900,000 centuries"]),
    st.sampled_from(["2020-03", "2020-03-11~", "2020-03-XX", "2020-03-26/..", "../0001-01-01", "2020-03-26/", "201X"]),
    st.sampled_from(["2020-03-16 to 2020-03-17", "9999-12-31", "2020-03-11T19:35:00+03:00", "2020-21", "0001~"]),
)  # fmt: skip
SIDES = st.lists(st.tuples(st.sampled_from([" + ", " - "]), TERMS), min_size=1, max_size=4).map(
    lambda pieces: "".join(sign + term for sign, term in pieces)[3:]
)


@given(
    SIDES,
    st.sampled_from([*COMPARISONS, "before", "after", "during"]),
    SIDES,
    st.dictionaries(st.sampled_from(["when", "a", "b", "c", "x.when", "taji-deaths.killed"]), any_values()),
)
def test_every_line_is_answered(left: str, sign: str, right: str, known: dict[str, Values]) -> None:
    came_out = answered(f"{left} {sign} {right}", known)
    assert came_out.left and came_out.right
    assert came_out.answer == "open" or not came_out.why
    assert not any(odd in came_out.left + came_out.right for odd in ("E+", "E-", "None"))
