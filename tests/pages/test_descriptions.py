"""What search engines and shares say of claims and explainers below their titles."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pages.boats import FIRST_HAND, Weighed, piece, rendered
from small_books import book_of

from factpress.pages import descriptions

ARTICLE = ["wire", "three soldiers were killed there on Friday"]


@pytest.mark.parametrize(
    ("fields", "about"),
    [
        (
            {"because": "No [list](claim:other) has them."},
            "Inaccurate · no source says it. No list has them. 1 source cited.",
        ),
        (
            {"because": "No list has them.", "instead": "Nobody was.", "finding": "Nobody was killed"},
            "Inaccurate: “Soldiers were killed.” Nobody was. 1 source cited.",
        ),
        (
            {"because": "No list has them. " * 30},
            f"Inaccurate · no source says it. {'No list has them. ' * 14}No list has …",
        ),
    ],
    ids=["the reason", "what is true, below a finding", "as much as a preview shows"],
)
def test_the_description_of_a_claim_has_its_verdict(fields: Mapping[str, str], about: str) -> None:
    book = book_of({"killed": {"article": ARTICLE, "verdict": "inaccurate", **fields}})
    assert descriptions.of_claim(book.claims["killed"], book) == about


def test_an_explainer_without_an_answer_has_its_claims_by_verdict(weighed: Weighed) -> None:
    story = (
        "# docs/story.md\n---\ndescription: A report.\narticle: article\n---\n\n# Story\n\nThe [boats](claim:boats).\n"
    )
    judged = 'verdict: accurate\nbecause: "The office counted."\n'
    book = weighed(piece("port", **FIRST_HAND), more=judged + story)
    assert descriptions.of_explainer(book.pages["story"], book) == "A report. 1 claim checked: 1 accurate."
    assert rendered(book, "claims/boats/").description.startswith("Accurate · first-hand. The office counted. ")
