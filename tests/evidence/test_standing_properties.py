"""What holds of every claim: dissent never raises it, copies and order change nothing, wider figures never differ."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_books import book_of

from factpress.evidence.claim_weighing import Weight
from factpress.evidence.quote_weighing import Asked, QuoteReading, weigh
from factpress.evidence.standing import FIRM, WEAKEST_FIRST, Standings, Voice, standings, weakest
from factpress.evidence.values import Values
from factpress.records.claim import Evidence
from factpress.records.date import parse_date
from factpress.records.figure import parse_figure

ROOTS = st.sampled_from(["ap", "afp", "reuters", "command", "desk"])
ISSUED = parse_date("2020-03-12")
QUOTES = st.sampled_from(
    [
        "three soldiers were killed there", "five soldiers were killed there", "several soldiers were killed",
        "at least three were killed there", "three were killed and twelve wounded", "soldiers were killed there",
        "two Americans and one Briton were killed", "three, three and seven of them", "it was hit on 11 March",
        "on Monday night or early Tuesday", "from 10 to 12 March, about 3 km from there", "it cost $3.5 million",
        "the second time in 30 days", "on 4/3/2020 no one was there", "tres soldados murieron, 3", "dozens, or 30 %",
        "۳ نفر — ٣", "May said COVID-19 and F-16", "yesterday, today and next Wednesday", "no one? 1-2 and -2.1 and 5%",
    ]
)  # fmt: skip
FIGURES = st.dictionaries(
    st.sampled_from(["killed", "wounded", "strike_date", "length", "cost", "share", "order"]),
    st.sampled_from(
        [
            "3", "5", "several", "about 18", "at least 2", "up to 30", "200 to 900", "dozens", "0", "-3", "2.5 million",
            "30 days", "1 month", "3 km", "12.5 %", "USD 3.5 million", "EUR 3", "2nd", "2020-03-11", "2020-03", "2020",
            "2020-03-16/2020-03-19", "2020-03-26/..", "2020-03-16 to 2020-03-17", "2020-03-11~", "9999-12-31",
            "4 rockets",
        ]
    ),
    max_size=3,
)  # fmt: skip


@st.composite
def voices(draw: st.DrawFn) -> Voice:
    return Voice(draw(ROOTS), first_hand=draw(st.booleans()), answered=draw(st.booleans()))


Sides = dict[str, tuple[list[Voice], list[Voice]]]
SIDES: st.SearchStrategy[Sides] = st.dictionaries(
    st.sampled_from("abc"), st.tuples(st.lists(voices(), max_size=4), st.lists(voices(), max_size=3)), min_size=1
)
ARTICLES = st.frozensets(ROOTS, max_size=2)
REFUTED = st.frozensets(st.sampled_from("abc"), max_size=1)


def rank(of: Standings) -> int:
    return WEAKEST_FIRST.index(of.standing)


def added(to: Sides, name: str, *, support: Voice | None = None, dispute: Voice | None = None) -> Sides:
    held, against = to[name]
    return to | {name: ([*held, *([support] if support else [])], [*against, *([dispute] if dispute else [])])}


@given(st.data(), SIDES, ARTICLES, REFUTED)
def test_a_dissenting_root_never_raises_a_standing(
    data: st.DataObject, sides: Sides, article: frozenset[str], refuted: frozenset[str]
) -> None:
    before = standings(sides, article, refuted=refuted)
    name, dissent = data.draw(st.sampled_from(sorted(sides))), data.draw(voices())
    after = standings(added(sides, name, dispute=dissent), article, refuted=refuted)
    assert all(rank(after[each]) <= rank(before[each]) for each in sides)
    assert dissent.answered or after[name].standing in ("contested", "contradicted")
    assert dissent.root in after[name].roots_against


@given(SIDES, ARTICLES, REFUTED, st.sampled_from("abc"))
def test_nor_does_a_refutation(sides: Sides, article: frozenset[str], refuted: frozenset[str], figure: str) -> None:
    before = standings(sides, article, refuted=refuted)
    after = standings(sides, article, refuted=refuted | {figure})
    assert all(rank(after[each]) <= rank(before[each]) for each in sides)
    assert figure not in sides or after[figure].standing in ("contested", "contradicted")


@given(st.data(), SIDES, ARTICLES)
def test_a_copy_of_a_root_already_counted_changes_nothing(
    data: st.DataObject, sides: Sides, article: frozenset[str]
) -> None:
    before = standings(sides, article)
    name = data.draw(st.sampled_from(sorted(sides)))
    held, against = sides[name]
    assume(held or against)
    side = data.draw(st.sampled_from([each for each in (held, against) if each]))
    copied = data.draw(st.sampled_from(side))
    # A copy is nobody's own hand, and answering it alone answers nothing.
    copy = replace(copied, first_hand=False, answered=copied.answered if side is against else False)
    more = added(sides, name, support=copy) if side is held else added(sides, name, dispute=copy)
    after = standings(more, article)
    for each in sides:
        assert after[each].standing == before[each].standing
        assert (after[each].roots_for, after[each].roots_against) == (
            before[each].roots_for,
            before[each].roots_against,
        )


@given(st.data(), SIDES, ARTICLES)
def test_support_never_lowers_a_standing(data: st.DataObject, sides: Sides, article: frozenset[str]) -> None:
    before = standings(sides, article)
    name = data.draw(st.sampled_from(sorted(sides)))
    after = standings(added(sides, name, support=data.draw(voices())), article)
    assert all(rank(after[each]) >= rank(before[each]) for each in sides)


@given(SIDES, ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_voices_and_of_figures_changes_nothing(
    sides: Sides, article: frozenset[str], dice: random.Random
) -> None:
    names = list(sides)
    dice.shuffle(names)
    other = standings({n: ([*reversed(sides[n][0])], [*reversed(sides[n][1])]) for n in names}, article)
    for name, each in standings(sides, article).items():
        assert other[name].standing == each.standing
        assert sorted(other[name].roots_for) == sorted(each.roots_for)
        assert sorted(other[name].roots_against) == sorted(each.roots_against)


@given(SIDES, ARTICLES)
def test_the_rows_of_the_table_are_tried_from_the_first(sides: Sides, article: frozenset[str]) -> None:
    """The table of records.md once more, written as it stands there."""
    found = standings(sides, article)
    aside = {
        name: table(held, [each for each in against if not each.answered], article)
        for name, (held, against) in sides.items()
    }
    allowed = weakest(aside.values()) in FIRM
    for name, (held, against) in sides.items():
        assert found[name].standing == (aside[name] if allowed else table(held, against, article))
        assert found[name].set_aside == aside[name]
        assert set(found[name].unanswered) == {each.root for each in against if not (each.answered and allowed)}


def table(held: list[Voice], against: list[Voice], article: frozenset[str]) -> Any:
    roots = {each.root for each in held}
    rows = {
        "contradicted": bool(against) and not held,
        "contested": bool(against),
        "corroborated": len(roots - article) >= 2,
        "primary": any(each.first_hand for each in held),
        "single-source": bool(roots),
        "unsupported": True,
    }
    return next(name for name, holds in rows.items() if holds)


FLAGS = st.lists(st.sampled_from(["disputes", "context", "answered", "first_hand", "unread", "unknown"]), max_size=2)
SAYS = st.dictionaries(
    st.sampled_from(["killed", "wounded", "strike_date", "length", "when"]),
    st.sampled_from(["silent", "3", "several", "30 days", "2020-03-11", "USD 3 million", "2nd", "3 km"]),
    max_size=2,
)
TIMES = st.sampled_from(["2020-03-11", "2020-03", "2020-03-11T19:35:00+03:00", "2020-03-16/..", "0001-01-01", "9999"])
LINES = st.lists(
    st.sampled_from(
        [
            "killed = wounded", "when before other.when", "killed < other.killed + 3", "it.killed = 5",
            "other.when - when <= 7 days", "when during strike_date", "length = 30 days", "gone.when after when",
        ]
    ),
    max_size=2,
)  # fmt: skip


@st.composite
def evidence(draw: st.DrawFn) -> list[Any]:
    fields: dict[str, Any] = {"says": draw(SAYS)} if draw(st.booleans()) else {}
    fields |= {"by": draw(st.sampled_from(["command", "an official"]))} if draw(st.booleans()) else {}
    fields |= {"language": draw(st.sampled_from(["en", "zxx", "ar"]))} if draw(st.integers(0, 4)) == 0 else {}
    return [draw(ROOTS), draw(QUOTES), *draw(FLAGS), fields]


@st.composite
def claims(draw: st.DrawFn) -> dict[str, Any]:
    of: dict[str, Any] = {
        "figures": draw(FIGURES),
        "evidence": draw(st.lists(evidence(), max_size=4)),
        "must_hold": draw(LINES),
        "rests_on": draw(st.lists(st.sampled_from(["it", "other", "gone"]), max_size=2)),
    }
    of |= {"when": draw(TIMES)} if draw(st.booleans()) else {}
    of |= {"article": [draw(ROOTS), draw(QUOTES), *([{"says": draw(SAYS)}] * draw(st.integers(0, 1)))]}
    of |= {"said_by": "command"} if draw(st.integers(0, 3)) == 0 else {}
    of |= {"withdrawn": True} if draw(st.integers(0, 5)) == 0 else {}
    return of


def weighed(it: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Weight]:
    return book_of({"it": it, "other": other}, voices={"desk": "command"}).weights


@settings(max_examples=40)
@given(claims(), claims())
def test_every_claim_is_weighed(it: dict[str, Any], other: dict[str, Any]) -> None:
    for weight in weighed(it, other).values():
        assert weight.standing in WEAKEST_FIRST
        assert tuple(weight.figures) == (tuple(weight.claim.figures) or (None,))
        assert weight.weakest in weight.figures
        assert len(weight.lines) == len(weight.claim.must_hold)
        assert all(tuple(piece.reading.figures) in ((), tuple(weight.claim.figures)) for piece in weight.pieces)


@settings(max_examples=40)
@given(claims(), claims(), st.randoms(use_true_random=False))
def test_the_order_of_evidence_changes_nothing(it: dict[str, Any], other: dict[str, Any], dice: random.Random) -> None:
    # Each piece is of a source of its own name, so that it stays the same wherever it stands.
    it["evidence"] = [
        [root, words, *rest, {"source": f"{root}-source-{n}"}] for n, (root, words, *rest) in enumerate(it["evidence"])
    ]
    turned = it | {"evidence": dice.sample(it["evidence"], len(it["evidence"]))}
    for first, second in zip(weighed(it, other).values(), weighed(turned, other).values(), strict=True):
        assert first.standing == second.standing
        assert first.weakest == second.weakest
        for name, each in first.figures.items():
            assert each.standing == second.figures[name].standing
            assert sorted(each.roots_for) == sorted(second.figures[name].roots_for)
            assert sorted(each.roots_against) == sorted(second.figures[name].roots_against)


@settings(max_examples=40)
@given(claims(), claims(), QUOTES)
def test_dissent_added_to_a_claim_never_raises_it(it: dict[str, Any], other: dict[str, Any], quote: str) -> None:
    before = weighed(it, other)
    more = [*it["evidence"], ["somebody", quote, "disputes", {"source": "dissent"}]]
    after = weighed(it | {"evidence": more}, other)["it"]
    assert WEAKEST_FIRST.index(after.standing) <= WEAKEST_FIRST.index(before["it"].standing)
    assert after.standing in ("contested", "contradicted")


def wider(values: Values, low: int, high: int) -> Values:
    """The set with more on either side; a span is one value, and stays as it is."""
    if values.is_span:
        return values
    more_low = None if values.low is None else values.low - low
    more_high = None if values.high is None else values.high + high
    return replace(values, low=more_low, high=more_high, nominal=None if low or high else values.nominal)


def said(quote: str, asked: Asked) -> QuoteReading:
    return weigh(Evidence(source="page", quote=quote), asked, language="en", published=ISSUED)


@settings(max_examples=100)
@given(st.data(), FIGURES.filter(bool), QUOTES, st.integers(0, 90), st.integers(0, 90))
def test_a_wider_figure_never_turns_agreement_into_a_difference(
    data: st.DataObject, figures: dict[str, str], quote: str, low: int, high: int
) -> None:
    """Neither its own nor that of another figure."""
    asked = Asked.of({each: parse_figure(text, key=each) for each, text in figures.items()}, None)
    name = data.draw(st.sampled_from(sorted(figures)))
    before = said(quote, asked).figures
    scale = 86_400 if asked.figures[name].kind == "date" else 1
    widened = wider(asked.figures[name], low * scale, high * scale)
    after = said(quote, Asked({**asked.figures, name: widened}, None)).figures
    for each, read in before.items():
        assert not (read.verb in ("agrees", "compatible") and after[each].verb == "differs"), (each, read, after[each])
