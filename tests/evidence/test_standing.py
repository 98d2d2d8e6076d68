"""Whole claims stand as the page on records says: each figure, the claim, the figure that decides, and the roots."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from small_books import book_of

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "standing_cases.yml").read_text("utf-8"))
WORDS: Mapping[str, str] = CASES.pop("words")
ABOUT = {"why", "expect", "voices", "names", "others"}
NONE = "none"


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
