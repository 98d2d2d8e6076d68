"""How new pages are, by one rule, and what lists and explainers say of checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from pages.boats import Laid
from selectolax.lexbor import LexborHTMLParser
from small_books import book_of

from factpress.book import Book
from factpress.page_kinds import PAGE_KINDS
from factpress.pages.closing import closing_of_page
from factpress.pages.days import Days
from factpress.pages.links import with_links
from factpress.pages.render import render
from factpress.records.date import parse_date
from factpress.rules import RULES

# The receipts of small books are of 2026-11-24.
ARTICLE = ["gazette", "three soldiers were killed there on Friday"]
CHECKED = {"article": ARTICLE, "checked": "2021-06-01"}


def made(claims: Mapping[str, Mapping[str, Any]], *, today: str) -> tuple[Book, dict[str, str], dict[str, str]]:
    """A book, and the days and the words of its pages by their addresses."""
    book = book_of(claims)
    kinds = [PAGE_KINDS[name] for name in ("claim", "claims", "facet", "source")]
    pages = list(render(with_links(book, today=parse_date(today)), rules=RULES, kinds=kinds))
    texts = {page.address: " ".join(LexborHTMLParser(page.html).text().split()) for page in pages}
    return book, {page.address: page.updated for page in pages}, texts


@pytest.mark.parametrize(
    ("claim", "day"),
    [
        (CHECKED, "2021-06-01"),
        ({**CHECKED, "checked": "2031-06-01"}, "2031-06-01"),
        ({"article": ARTICLE}, "2026-11-24"),
        ({**CHECKED, "challenges": [{"by": "a reader", "date": "2022-01-01", "says": "No."}]}, "2022-01-01"),
        ({**CHECKED, "challenges": [{"by": "a reader", "date": "2020-01-01", "says": "No."}]}, "2021-06-01"),
    ],
    ids=[
        "its check, though a source was read later",
        "its check after all else",
        "the reading of its source where no check is known",
        "an objection after the check",
        "an objection before the check",
    ],
)
def test_a_claim_is_as_new_as_its_check_whatever_the_day_of_the_build(claim: Mapping[str, Any], day: str) -> None:
    for today in ("2026-12-01", "2041-01-01"):
        _, days, _ = made({"killed": claim}, today=today)
        assert days["claims/killed/"] == days["claims/topic/topic/"] == day


def test_a_page_that_shows_several_claims_is_as_new_as_the_newest() -> None:
    book, days, _ = made({"killed": CHECKED, "hurt": {**CHECKED, "checked": "2022-03-01"}}, today="2026-12-01")
    assert days["claims/topic/topic/"] == Days(book).of_all(book.claims.values()) == "2022-03-01"
    assert days["claims/"] == Days(book).newest == "2026-11-24"


def test_a_check_that_is_overdue_is_said_in_every_list() -> None:
    late = {"article": ["gazette", ARTICLE[1], {"source": "story"}], "review_by": "2025-01-01"}
    _, _, before = made({"killed": late}, today="2025-01-01")
    _, _, after = made({"killed": late}, today="2025-01-02")
    for address in ("claims/", "claims/topic/topic/", "sources/story/"):
        assert "check overdue" in after[address] and "overdue" not in before[address], address


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("checked: 2021-06-01\n", "The claims on this page were last checked on 1 June 2021."),
        (
            "checked: 2021-08-01\nreview_by: 2022-01-01\n",
            "The claims on this page were last checked between 1 June 2021 and 1 August 2021. 1 check is overdue.",
        ),
        ("", "The claims on this page were last checked on 1 June 2021. 1 claim has no day of a check."),
    ],
    ids=["on one day", "on several days", "of one no day is known"],
)
def test_an_explainer_says_when_its_claims_were_checked(other: str, words: str, project: Callable[[str], Laid]) -> None:
    claim = 'claim: "A pier opened."\nevidence: [{source: gazette-2021-05-30, quote: "the pier was opened to us"}]\n'
    book = project(
        f"# facts/claims/harbour/one.yml\n{claim}checked: 2021-06-01\n# facts/claims/harbour/two.yml\n{claim}{other}"
        "# docs/story.md\n---\narticle: gazette-2021-05-30\n---\n\n# Story\n\n[One](claim:one), [two](claim:two).\n"
    ).book
    linked, story = with_links(book, today=parse_date("2026-12-01")), book.pages["story"]
    closing = LexborHTMLParser(closing_of_page(story, linked))
    (dates,) = closing.css(".fp-dates")
    assert dates.text() == words
    # What is cited has the day of its newest part.
    assert f"({linked.days.of_page(story)[:4]}, " in closing.css_first("code").text()
