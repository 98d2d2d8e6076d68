"""Whole claims stand as the page on records says: each figure, the claim, the figure that decides, and the roots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from small_books import book_of
from tables import read_table

CASES: dict[str, Any] = read_table(Path(__file__).parent / "standing_cases.yml")
WORDS: Mapping[str, str] = CASES.pop("words")
ABOUT = {"why", "expect", "voices", "names", "others"}
NONE = "none"
SIDES = ("left", "right")


def cases() -> Iterator[Any]:
    for group, of in CASES.items():
        for name, case in of.items():
            yield pytest.param(case, id=f"{group}: {name}: {case['why']}")


def each(of: Any, names: list[str]) -> dict[str, Any]:
    """What is expected of each figure, where it may be said once for the only one."""
    return dict(of) if isinstance(of, Mapping) else {names[0]: of}


@pytest.mark.parametrize("case", list(cases()))
def test_a_claim_stands_as_the_page_on_records_says(case: Mapping[str, Any]) -> None:
    claim = {"figures": {"killed": 3}} | {name: value for name, value in case.items() if name not in ABOUT}
    book = book_of(
        {"it": claim, **case.get("others", {})}, words=WORDS, voices=case.get("voices"), names=case.get("names")
    )
    expected, weight = case["expect"], book.weights["it"]
    names = list(claim["figures"]) or [NONE]
    figures = dict.fromkeys(names, expected["standing"]) | expected.get("figures", {})
    assert {name or NONE: each.standing for name, each in weight.figures.items()} == figures
    assert weight.standing == expected["standing"]
    assert (weight.weakest or NONE) == expected.get("decides", names[0])
    for way, roots in (("for", "roots_for"), ("against", "roots_against")):
        found = {name or NONE: list(getattr(each, roots)) for name, each in weight.figures.items()}
        assert found == {name: [] for name in names} | each(expected.get(way, []), names), way
    for id, standing in expected.get("others", {}).items():
        assert book.weights[id].standing == standing, id


def test_the_cases_are_many_and_each_has_its_reason() -> None:
    every = [case for of in CASES.values() for case in of.values()]
    assert len(every) >= 100
    assert all(case["why"] for case in every)
    standings = {case["expect"]["standing"] for case in every}
    assert standings == {"contradicted", "contested", "unsupported", "single-source", "primary", "corroborated"}


def dated_by(on: list[str], when: str = "2020-03-11") -> dict[str, Any]:
    return {"when": when, "figures": {}, "evidence": [["ap", "silent"]], "rests_on": on}


def test_a_time_is_said_through_however_many_claims() -> None:
    """Neither a long chain nor one that parts and joins again at each of its steps takes long."""
    chain = {f"step-{n}": dated_by([f"step-{n + 1}"]) for n in range(1200)}
    parting = {f"{side}-{n}": dated_by([f"left-{n + 1}", f"right-{n + 1}"]) for n in range(40) for side in SIDES}
    last = {"when": "2020-03-11", "figures": {}, "evidence": [["ap", "11 March"]]}
    ends = {"step-1200": last, "left-40": last, "right-40": dated_by([])}
    weights = book_of({**chain, **parting, **ends}, words=WORDS).weights
    assert all(weight.when_is_said for id, weight in weights.items() if id != "right-40")
    assert not weights["right-40"].when_is_said


@pytest.mark.parametrize(
    ("claims", "said"),
    [
        pytest.param({"a": dated_by(["a"])}, set(), id="a claim says nothing by resting on itself"),
        pytest.param({"a": dated_by(["b"]), "b": dated_by(["a"])}, set(), id="nor do two by resting on each other"),
        pytest.param(
            {"a": dated_by(["b"]), "b": dated_by(["a"]) | {"evidence": [["ap", "11 March"]]}}, {"a", "b"},
            id="unless one of them is quoted for it",
        ),
        pytest.param(
            {"a": dated_by(["b"]), "b": dated_by([], "2020-03-10") | {"evidence": [["ap", "10 March"]]}}, {"b"},
            id="a claim of another day does not say it",
        ),
        pytest.param(
            {"a": dated_by(["b"], "2020-03"), "b": dated_by([]) | {"evidence": [["ap", "11 March"]]}}, {"a", "b"},
            id="a day says its month",
        ),
        pytest.param(
            {"a": dated_by(["b"]), "b": dated_by([], "2020-03") | {"evidence": [["ap", "it was hit in March 2020"]]}},
            {"b"},
            id="a month does not say its day",
        ),
        pytest.param(
            {"a": dated_by(["b"]), "b": {"figures": {"strike_date": "2020-03-11"}, "evidence": [["ap", "11 March"]]}},
            {"a"},
            id="a figure that is supported says it",
        ),
        pytest.param(
            {"a": dated_by(["b"]), "b": {"figures": {"strike_date": "2020-03-11"}, "article": ["ap", "11 March"]}},
            set(),
            id="a figure that the article alone says does not",
        ),
        pytest.param(
            {"a": dated_by(["b"]), "b": dated_by([]) | {"evidence": [["ap", "11 March"]], "withdrawn": True}}, {"b"},
            id="what was withdrawn says nothing for another",
        ),
        pytest.param({"a": dated_by(["gone"])}, set(), id="nor does what is not there"),
        pytest.param(
            {"a": dated_by([]) | {"evidence": [["ap", "the base was hit yesterday", {"issued": "2020-03-12"}]]}}, set(),
            id="yesterday may be any of three days",
        ),
    ],
)  # fmt: skip
def test_who_says_a_time(claims: Mapping[str, Any], said: set[str]) -> None:
    weights = book_of(claims, words=WORDS).weights
    assert {id for id, weight in weights.items() if weight.when_is_said} == said
