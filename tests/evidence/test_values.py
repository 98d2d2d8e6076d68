"""What is claimed and what is said are compared as sets: a table of cases, and what no widening may change."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from factpress.evidence.units import common, factor, is_known, unit_of
from factpress.evidence.values import VAGUE, Values, agreement, converted, of_figure, of_range, of_vague
from factpress.records.figure import HEDGES, Number, parse_figure


def values(text: str) -> Values:
    return of_figure(parse_figure(text, key="year" if re.fullmatch("[0-9]{4}%?", text) else ""))


NONE = None
CASES = [
    ("3", "3", "agrees", "the same number"),
    ("3", "4", "differs", "another number"),
    ("at least 15", "18", "agrees", "a number in an open set"),
    ("18", "at least 15", "compatible", "an open set around a number"),
    ("18", "at least 19", "differs", "an open set beside a number"),
    ("more than 24", "at least 25", "agrees", "of whole things both are one set"),
    ("at least 25", "more than 24", "agrees", "both ways"),
    ("more than 24", "24", "differs", "more than is not equal"),
    ("over 24", "more than 24", "agrees", "two words for one set"),
    ("fewer than 30", "29", "agrees", "below"),
    ("fewer than 30", "30", "differs", "at the bound that is left out"),
    ("up to 30", "30", "agrees", "at the bound that is included"),
    ("at most 30", "no more than 30", "agrees", "two words for at most"),
    ("under 5", "at most 4", "agrees", "under 5 whole things are at most 4"),
    ("about 18", "16", "agrees", "ten per cent of 18, outward to 16"),
    ("about 18", "20", "agrees", "ten per cent of 18, outward to 20"),
    ("about 18", "15", "differs", "beyond ten per cent"),
    ("about 3", "2", "agrees", "at least one either way"),
    ("about 3", "5", "differs", "no more than one of three"),
    ("18", "about 18", "compatible", "about a number is not the number"),
    ("about 800", "about 800", "agrees", "about the same"),
    ("nearly 100", "90", "agrees", "nearly begins at 90 per cent"),
    ("nearly 100", "100", "differs", "nearly is below"),
    ("just under 100", "almost 100", "agrees", "two words for nearly"),
    ("just over 100", "110", "agrees", "just over ends at 110 per cent"),
    ("just over 100", "100", "differs", "just over is above"),
    ("200 to 900", "several hundred", "compatible", "300 to 999 reaches beyond 900"),
    ("several hundred", "500", "agrees", "a number in a vague set"),
    ("several hundred", "300 to 999", "agrees", "a range that is the vague set"),
    ("hundreds", "several hundred", "agrees", "one vague set in another"),
    ("a few hundred", "600", "differs", "a few hundred end at 599"),
    ("dozens", "scores", "agrees", "scores are dozens"),
    ("scores", "dozens", "compatible", "dozens may be fewer"),
    ("10 to 15", "12", "agrees", "a number in a range"),
    ("10 to 15", "15 to 20", "compatible", "ranges that share an end"),
    ("10 to 15", "16 to 20", "differs", "ranges side by side"),
    ("1.7 million", "1700000", "agrees", "the same nominal value"),
    ("1700000", "1.7 million", "agrees", "the same nominal value, the other way"),
    ("1700000", "1.70 million", "agrees", "the same nominal value with another digit"),
    ("1.7 million", "1,680,000", "agrees", "half a unit of the last digit"),
    ("1.70 million", "1,680,000", "differs", "half a unit of a finer digit"),
    ("1.7 million", "1,750,000", "differs", "the upper end is left out"),
    ("1,680,000", "1.7 million", "compatible", "a rounded number around an exact one"),
    ("2 million", "1.7 million", "agrees", "a finer number in a coarser one"),
    ("1.7 million", "2 million", "compatible", "a coarser number around a finer one"),
    ("USD 1.7 million", "USD 1.5 million", "differs", "other money"),
    ("USD 1.7 million", "about USD 1.7 million", "compatible", "about money"),
    ("USD 5", "EUR 5", NONE, "two currencies are silent"),
    ("5", "USD 5", NONE, "two kinds are silent"),
    ("5 rockets", "5 bases", NONE, "units that nobody converts"),
    ("5 rockets", "5 rocket", "agrees", "a plural"),
    ("4th", "4th", "agrees", "an ordinal"),
    ("4th", "5th", "differs", "another ordinal"),
    ("4", "4th", NONE, "an ordinal is no count"),
    ("12.5 %", "12.5%", "agrees", "two ways to write a share"),
    ("60 km", "60 kilometres", "agrees", "two names of a length"),
    ("60 km", "37 miles", "compatible", "37 miles are 58.7 to 60.4 km"),
    ("59 to 61 km", "37.3 miles", "agrees", "37.25 to 37.35 miles lie inside"),
    ("60 km", "39 miles", "differs", "39 miles are more"),
    ("57 to 61 km", "36 to 37 miles", "agrees", "a range, half a unit further at both ends"),
    ("58 to 60 km", "36 to 37 miles", "compatible", "a range whose half units reach beyond"),
    ("over 2 km", "at least 1.3 miles", "agrees", "a bound in another unit"),
    ("more than 2 km", "at least 1.2 miles", "compatible", "a bound whose half unit reaches below"),
    ("60 km", "60 days", NONE, "a length and a duration"),
    ("1 month", "30 days", "agrees", "a month is 28 to 31 days"),
    ("1 month", "27 days", "differs", "no month has 27 days"),
    ("1 month", "31 days", "compatible", "31 days may be half a day more"),
    ("3 months", "90 days", "agrees", "three months are 84 to 93 days"),
    ("90 days", "3 months", "compatible", "three months may be other days"),
    ("30 days", "45 days", "differs", "other days"),
    ("7 days", "1 week", "compatible", "a week may be rounded"),
    ("6 to 8 days", "168 hours", "agrees", "hours in days"),
    ("30 days", "several days", "differs", "several days end at nine"),
    ("2020-03-11", "2020-03-11", "agrees", "the same day"),
    ("2020-03-11", "2020-03-12", "differs", "another day"),
    ("2020-03", "2020-03-11", "agrees", "a day in a month"),
    ("2020-03-11", "2020-03", "compatible", "the month of a day"),
    ("2020", "2019", "differs", "another year"),
    ("2020-03~", "2020-02-11", "agrees", "about a month is a month more either way"),
    ("2020-03?", "2020-02-11", "differs", "an uncertain month is not widened"),
    ("2020-03-11~", "2020-03-12", "agrees", "about a day is a day more either way"),
    ("2020%", "2019", "agrees", "uncertain and about"),
    ("2020-21", "2020-05-31", "agrees", "spring is March to May"),
    ("2020-21", "2020-06-01", "differs", "June is no spring"),
    ("2020-24", "2021-02-28", "agrees", "winter ends in the next year"),
    ("2020-03-XX", "2020-03-31", "agrees", "some day of a month"),
    ("2020-03-11T19:35:00+03:00", "2020-03-11", "compatible", "a bare day is only compatible with a moment in it"),
    ("2020-03-11T19:35", "2020-03-12", "differs", "another day than the moment's"),
    ("2020-03-11", "2020-03-11T19:35", "agrees", "a moment agrees with its day"),
    ("2020-03-11T19:35", "2020-03-11T19:35:00", "agrees", "the same minute"),
    ("2020-03-11T19:35", "2020-03-11T19:36", "differs", "the next minute"),
    ("2020-03-11T19:35+03:00", "2020-03-11T16:35Z", "agrees", "the same moment in another zone"),
    ("2020-03-11T19:35+03:00", "2020-03-11T19:35Z", "differs", "the same time in another zone"),
    ("2020-03-11T19:35+03:00", "2020-03-11T19:35", "agrees", "no zone is the claim's own"),
    ("2020-03-11T19:35", "2020-03-11T16:35Z", "compatible", "a claim without a zone is somewhere on earth"),
    ("2020-03-11T19:35", "2020-03-14T16:35Z", "differs", "days away in every zone"),
    ("2020-03-16/2020-03-19", "2020-03-16/2020-03-19", "agrees", "the same span"),
    ("2020-03-16/2020-03-19", "2020-03-16/2020-03-20", "differs", "another span, though it overlaps"),
    ("2020-03-16/2020-03-19", "2020-03-17", "compatible", "a day within a span"),
    ("2020-03-16/2020-03-19", "2020-03-20", "differs", "a day beside a span"),
    ("2020-03-16/2020-03-19", "2020-03-16 to 2020-03-19", "compatible", "some time in a span's days"),
    ("2020-03-16 to 2020-03-19", "2020-03-16/2020-03-19", "agrees", "said from day to day, claimed between them"),
    ("2020-03", "2020-03-16/2020-03-19", "agrees", "a span within the month claimed"),
    ("2020-03-17", "2020-03-16/2020-03-19", "compatible", "a span around the day claimed"),
    ("2020-03-26/..", "2020-03-26/..", "agrees", "the same open span"),
    ("2020-03-26/..", "2020-04-01", "compatible", "a day in an open span"),
]


@pytest.mark.parametrize(
    ("claimed", "said", "answer"), [pytest.param(*case[:3], id=f"{case[3]}: {case[0]} | {case[1]}") for case in CASES]
)
def test_what_is_said_stands_to_what_is_claimed_as_sets_do(claimed: str, said: str, answer: str | None) -> None:
    assert agreement(values(claimed), values(said)) == answer


@pytest.mark.parametrize("words", VAGUE)
def test_vague_words_agree_with_both_their_ends_and_with_no_more(words: str) -> None:
    low, high = VAGUE[words]
    answers = [agreement(values(words), values(f"{n:,}")) for n in (low - 1, low, high, high + 1)]
    assert answers == ["differs", "agrees", "agrees", "differs"]


def test_a_vague_word_before_a_scale_has_its_values_of_it() -> None:
    assert of_vague("count", "several hundred", scale=3) == Values("count", Decimal(300_000), Decimal(999_999))
    assert of_vague("money", "a few", scale=6, unit="USD").high == 5_999_999


def test_what_is_near_a_range_moves_the_ends_that_it_is_about() -> None:
    ends = (Number(Decimal(10)), Number(Decimal(15)))
    reach = {hedge: of_range("count", *ends, hedge=hedge) for hedge in ("about", "at least", "up to")}
    assert [(each.low, each.high) for each in reach.values()] == [(9, 17), (10, None), (0, 15)]


def test_a_unit_has_one_name() -> None:
    names = "kilometres", "KM", "feet", "tonnes", "percent", "centuries", "mw", "rockets", "glass", "gas", "kph"
    assert [unit_of(name) for name in names] == (
        ["km", "km", "foot", "t", "%", "century", "MW", "rocket", "glass", "gas", "km/h"]
    )
    assert is_known("miles") and not is_known("rockets")
    assert factor("km", "day") is None
    assert common("rocket") is None
    assert common("mile") == common("km") != common("day")


def test_what_was_said_is_given_in_the_unit_claimed() -> None:
    km = converted(values("37 miles"), values("60 km"))
    assert km is not None and km.low is not None and 58 < km.low < 59
    assert converted(values("37 miles"), values("37 days")) is None
    assert converted(values("37 miles"), values("37")) is None
    assert converted(values("3"), values("4")) == values("3")


# Any figure of the grammar.
DIGITS = st.decimals(min_value=Decimal("0.01"), max_value=10**7, places=2) | st.integers(1, 10**7).map(Decimal)
SCALE = st.sampled_from(["", " thousand", " million"])
UNIT = st.sampled_from(["", " days", " months", " weeks", " km", " miles", " %", " rockets"])


@st.composite
def amounts(draw: st.DrawFn) -> str:
    number = f"{draw(DIGITS):f}{draw(SCALE)}"
    currency = draw(st.sampled_from(["", "USD "]))
    hedge = draw(st.sampled_from(["", *(f"{hedge} " for hedge in HEDGES)]))
    return f"{hedge}{currency}{number}{'' if currency else draw(UNIT)}"


DAY = st.dates().map(lambda day: day.isoformat())
DATED = DAY | st.builds("{}~".format, DAY) | DAY.map(lambda day: day[:7]) | DAY.map(lambda day: f"{day[:7]}-XX")
SPANS = st.tuples(DAY, DAY).map(sorted).map("/".join) | DAY.map(lambda day: f"{day}/..")
FIGURES = (
    amounts()
    | st.tuples(st.sampled_from(sorted(VAGUE)), UNIT).map("".join)
    | st.integers(1, 999).map(lambda number: f"{number}th")
    | DATED
    | SPANS
)


def readable(text: str) -> Values | None:
    try:
        return values(text)
    except ValueError:
        return None


@given(figure=FIGURES)
def test_every_figure_agrees_with_itself(figure: str) -> None:
    read = readable(figure)
    assume(read is not None)
    assert read is not None and agreement(read, read) == "agrees"


@given(claimed=FIGURES, said=FIGURES, down=st.integers(0, 10**6), up=st.integers(0, 10**6))
def test_widening_what_is_claimed_never_turns_agreement_into_a_difference(
    claimed: str, said: str, down: int, up: int
) -> None:
    one, two = readable(claimed), readable(said)
    assume(one is not None and two is not None and not one.is_span)
    assert one is not None and two is not None
    wide = replace(
        one,
        low=None if one.low is None else one.low - down,
        high=None if one.high is None else one.high + up,
    )
    before, after = agreement(one, two), agreement(wide, two)
    assert (before is None) == (after is None)
    if before == "agrees":
        assert after == "agrees"
    if before == "compatible":
        assert after != "differs"


@given(claimed=FIGURES, said=FIGURES)
def test_what_differs_one_way_differs_the_other(claimed: str, said: str) -> None:
    one, two = readable(claimed), readable(said)
    assume(one is not None and two is not None and one.unit == two.unit and not (one.is_span or two.is_span))
    assert one is not None and two is not None
    assert (agreement(one, two) == "differs") == (agreement(two, one) == "differs")
