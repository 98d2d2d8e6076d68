"""Claims that a claim's page leads on to: what rests on the same first, then its neighbours on the topic."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pages.boats import Laid

from factpress.pages.links import with_links
from factpress.pages.related import MOST, related

Project = Callable[[str], Laid]


def claim(id: str, topic: str = "quay", more: str = "") -> str:
    return f"""
# facts/claims/{topic}/{id}.yml
claim: "The pier was there, says {id}."
evidence: [{{source: gazette-2021-05-30, quote: "the north pier was opened to the public"}}]
{more}"""


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param(claim("a"), [], id="a claim alone on its topic"),
        pytest.param(claim("a") + claim("b") + claim("c", "boats"), ["b"], id="its topic's others"),
        pytest.param(
            claim("a", more="rests_on: [g]") + claim("b") + claim("g", "x") + claim("z", "y", "rests_on: [g]"),
            ["z", "b"],
            id="what rests on the same before its topic's others",
        ),
        pytest.param(
            claim("a", more="rests_on: [b]") + claim("b") + claim("c", more="rests_on: [a]"),
            [],
            id="nothing that the page names already",
        ),
        pytest.param(
            claim("a") + claim("b", more='withdrawn: {date: 2021-06-10, why: "It is wrong."}'),
            [],
            id="nothing that was withdrawn",
        ),
    ],
)
def test_related_claims(files: str, found: list[str], project: Project) -> None:
    book = project(files).book
    assert [other.id for other in related(book.claims["a"], with_links(book))] == found


def test_a_long_topic_gives_each_claim_its_neighbours(project: Project) -> None:
    ids = "abcdefghij"
    book = project("".join(map(claim, ids))).book
    linked = with_links(book)
    found = {id: [other.id for other in related(book.claims[id], linked)] for id in ids}
    assert found["a"] == list("bcdefg") and found["i"] == list("jabcde")
    assert {len(others) for others in found.values()} == {MOST}
