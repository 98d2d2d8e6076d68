"""The lists of claims: what they have in common, a hundred a page, and the index that the site's script reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from pages.boats import rendered
from selectolax.lexbor import LexborHTMLParser
from small_books import book_of

from factpress.book import Book
from factpress.changes.authors import Authorship
from factpress.changes.history import UNTOLD, History
from factpress.changes.stamp import stamp
from factpress.page_kinds import PAGE_KINDS
from factpress.pages.claim_index import claim_index
from factpress.pages.facets import years_of
from factpress.pages.links import with_links
from factpress.pages.render import RenderedPage, render
from factpress.records.date import parse_date
from factpress.rules import RULES

WORDS = {"three": "three soldiers were killed in the attack"}
ARTICLE = ["gazette", "three"]


def book(count: int, **fields: Any) -> Book:
    """So many claims that one body's article makes and another body's one page says so."""
    claim: Mapping[str, Any] = {"article": ARTICLE, "evidence": [["wire", "three", {"source": "wire-page"}]]}
    return book_of({f"c{n:04}": {**claim, **fields} for n in range(1, count + 1)}, words=WORDS)


def lists(book: Book, *, history: History = UNTOLD, **options: bool) -> dict[str, RenderedPage]:
    kinds = [PAGE_KINDS["claims"], PAGE_KINDS["facet"]]
    found = render(with_links(book, **options), rules=RULES, kinds=kinds, history=history)
    return {page.address: page for page in found}


def links(page: RenderedPage, within: str = "") -> list[tuple[str, str]]:
    found = LexborHTMLParser(page.html).css(f"{within} a")
    return [(link.text().strip(), link.attributes["href"] or "") for link in found]


def test_claims_are_listed_by_all_that_they_have_in_common() -> None:
    found = lists(
        book_of(
            {
                "judged": {"article": ARTICLE, "verdict": "unproven", "when": "2019-12/2020-01"},
                "not-judged": {"article": ARTICLE},
                "background": {"evidence": [["wire", "three"]]},
                "gone": {"article": ARTICLE, "verdict": "accurate", "when": "2001", "withdrawn": True},
            },
            words=WORDS,
        )
    )
    assert {address: page.title for address, page in found.items()} == {
        "claims/": "Claims",
        "claims/verdict/unproven/": "Claims judged unproven",
        "claims/verdict/not-judged/": "Claims not yet judged",
        "claims/verdict/background/": "Claims that are not in the article",
        "claims/standing/single-source/": "Claims whose standing is single-source",
        "claims/standing/unsupported/": "Claims whose standing is unsupported",
        "claims/topic/topic/": "Claims under “Topic”",
        "claims/year/2020/": "Claims dated 2020",
        "claims/year/2019/": "Claims dated 2019",
    }
    page = found["claims/verdict/unproven/"]
    tree = LexborHTMLParser(page.html)
    assert [node.text() for node in tree.css("h1, .fp-count")] == ["Claims judged unproven", "1 claim, by topic."]
    status = tree.css_first(".fp-status")
    assert status and status.text() == "Unproven · no source says it · December 2019 to January 2020"
    assert links(page) == [("Soldiers were killed.", "../../../claims/judged/"), ("All claims", "../../../claims/")]
    assert not page.searched and not page.is_list and found["claims/"].searched and found["claims/"].is_list
    facets = dict(links(found["claims/"], ".fp-facets"))
    assert facets["Not yet judged (1)"] == "../claims/verdict/not-judged/"
    assert not [name for name in facets if name.startswith("Accurate")] and "2001" not in facets


def test_a_verdict_that_the_site_does_not_know_is_listed_nowhere() -> None:
    found = lists(book_of({"odd": {"article": ARTICLE, "verdict": "x" * 300}}, words=WORDS))
    assert not [address for address in found if address.startswith("claims/verdict/")]
    text = LexborHTMLParser(found["claims/"].html).css_first(".fp-facets ul li")
    assert text and text.text().startswith("X" + "x" * 299) and not text.css("a")


def test_a_source_or_an_entity_with_few_claims_is_listed_on_its_own_page_alone() -> None:
    few, many = book(11), book(12)
    assert not [address for address in lists(few) if "/source/" in address]
    assert ("wire, 12 March 2020", "../sources/wire-page/#claims") in links(lists(few)["claims/"])
    found = lists(many)["claims/source/wire-page/"]
    assert found.title == "Claims that cite wire, 12 March 2020"
    assert ("wire, 12 March 2020", "../../../sources/wire-page/") in links(found)
    assert ("wire, 12 March 2020", "../claims/source/wire-page/") in links(lists(many)["claims/"])
    own = rendered(many, "sources/wire-page/")
    assert ("Its 12 claims by topic", "../../claims/source/wire-page/") in links(own)
    of_few = rendered(few, "sources/wire-page/")
    assert not [words for words, _ in links(of_few) if words.startswith("Its ")]


def test_a_hundred_claims_a_page() -> None:
    assert not [address for address in lists(book(100)) if "page" in address.split("/")]
    found = lists(book(601))
    assert [address for address in found if address.startswith("claims/page/")] == [
        f"claims/page/{n}/" for n in range(2, 8)
    ]
    page = LexborHTMLParser(found["claims/verdict/not-judged/page/5/"].html)
    nav = page.css_first("nav.fp-pages")
    assert nav and [item.text().strip() for item in nav.css("li")] == [
        "Previous page", "1", "…", "3", "4", "5", "6", "7", "Next page",
    ]  # fmt: skip
    assert [node.text() for node in nav.css("[aria-current=page]")] == ["5"]
    assert nav.attributes["aria-label"] == "Pages of this list"
    count = page.css_first(".fp-count")
    assert count and count.text() == "601 claims, by topic; here 401 to 500."
    shown = [words for n in range(1, 8) for words in _listed(found, n)]
    assert len(shown) == len(set(shown)) == 601 and shown == sorted(shown)
    assert len({page.title for page in found.values()}) == len(found)
    # Every page of a list is led to from another one.
    where = {address: links(page, "nav.fp-pages") for address, page in found.items()}
    assert [words for words, _ in where["claims/"]] == ["2", "3", "7", "Next page"]
    assert ("7", "../claims/page/7/") in where["claims/"]
    assert ("Previous page", "../../../claims/") in where["claims/page/2/"]


def _listed(found: Mapping[str, RenderedPage], number: int) -> list[str]:
    page = found["claims/" if number == 1 else f"claims/page/{number}/"]
    return [href for _, href in links(page, ".fp-list")] if number == 1 else [h[6:] for _, h in links(page, ".fp-list")]


@pytest.mark.parametrize(
    ("reviewed", "words"),
    [
        ({}, "None of them has been reviewed by a second reader yet."),
        ({"a": "", "b": "", "c": ""}, "All of them were reviewed by a second reader in their current version."),
        ({"a": ""}, "Reviewed by a second reader in their current version: 1 of 3."),
        (
            {"a": "", "b": "s-0123456789abcdef"},
            "Reviewed by a second reader in their current version: 1 of 3, and 1 reviewed in an earlier version, or "
            "in an unknown one.",
        ),
    ],
    ids=["none", "all", "one", "one, and one that changed"],
)
def test_the_list_says_how_many_were_reviewed_as_they_stand(reviewed: Mapping[str, str], words: str) -> None:
    claim: Mapping[str, Any] = {"evidence": [["wire", "three", {"source": "wire-page"}]]}
    before = book_of(dict.fromkeys("abc", claim), words=WORDS)
    review = {
        id: {"review": {"by": ["ann"], "date": "2021-06-02", "stamp": given or stamp(before, before.claims[id])}}
        for id, given in reviewed.items()
    }
    past = History(authorship=dict.fromkeys("abc", Authorship(readers=frozenset({"ann"}))))
    pages = lists(book_of({id: {**claim, **review.get(id, {})} for id in "abc"}, words=WORDS), history=past)
    assert LexborHTMLParser(pages["claims/"].html).css_first(".fp-reviewed").text() == words
    assert "second reader" not in pages["claims/topic/topic/"].html


def test_without_directory_urls_pages_lead_to_files() -> None:
    found = lists(book(101), directory_urls=False)
    assert dict(links(found["claims/page/2/"], ".fp-pages"))["Previous page"] == "../../claims/index.html"
    assert dict(links(found["claims/"], ".fp-pages"))["2"] == "../claims/page/2.html"
    assert dict(links(found["claims/topic/topic/page/2/"]))["All claims"] == "../../../../claims/index.html"


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2020-03-11", [2020]),
        ("2019-12-30/2020-01-02", [2019, 2020]),
        ("2019-12-30 to 2020-01-02", [2019, 2020]),
        ("2020-03-26/..", [2020]),
        ("../2020-03-26", [2020]),
        ("1950~", [1949, 1950, 1951]),
        ("196X", list(range(1960, 1970))),
        ("1914/1945", [1914, 1945]),
        ("0001/9999", [1, 9999]),
        ("19XX", []),
    ],
)
def test_the_years_of_a_date(date: str, years: list[int]) -> None:
    assert list(years_of(parse_date(date))) == years


def test_the_index_says_of_each_claim_what_its_lists_say() -> None:
    ports = [["wire", "three", {"by": "port-a"}], ["wire", "three", {"by": "port-b", "source": "wire-a-ev1"}]]
    small = book_of(
        {
            "b": {
                "article": ARTICLE,
                "verdict": "unproven",
                "when": "2020-03-11T19:35:00+03:00",
                "finding": "Two were killed",
            },
            "a": {"evidence": ports, "when": "2019/2020"},
            "gone": {"article": ARTICLE, "withdrawn": True},
        },
        words=WORDS,
        names={"port-a": "Port", "port-b": "Port"},
    )
    index = json.loads(claim_index(with_links(small)))
    assert index == {
        "ending": "/",
        "tables": {
            "verdict": [["unproven", "Unproven"], ["background", "Not in the article"]],
            "standing": [["corroborated", "Corroborated"], ["unsupported", "Unsupported"]],
            "topic": [["topic", "Topic"]],
            "year": [["2020", "2020"], ["2019", "2019"]],
            "source": [
                ["gazette-b-ap1", "gazette, 26 March 2020: gazette-b-ap1"],
                ["wire-a-ev1", "wire, 12 March 2020"],
            ],
            "entity": [["port-a", "Port (port-a)"], ["port-b", "Port (port-b)"]],
        },
        "claims": {
            "id": ["a", "b"],
            "words": ["Soldiers were killed.", "Two were killed"],
            "claim": ["", "Soldiers were killed."],
            "when": ["2019 to 2020", "11 March 2020, 19:35 (UTC+3)"],
            "day": [20190101, 20200311],
            "verdict": [1, 0],
            "standing": [0, 1],
            "topic": [0, 0],
            "year": [[1, 0], [0]],
            "source": [[1], [0]],
            "entity": [[0, 1], []],
        },
    }
    assert json.loads(claim_index(with_links(small, directory_urls=False)))["ending"] == ".html"


def test_the_index_and_the_pages_count_alike() -> None:
    many = book(30, when="2020", verdict="unproven")
    index = json.loads(claim_index(with_links(many)))
    for address, page in lists(many).items():
        _, facet, id, *_ = [*address.split("/"), "", ""]
        if facet:
            place = [each for each, _ in index["tables"][facet]].index(id)
            column = [each if isinstance(each, list) else [each] for each in index["claims"][facet]]
            assert sum(place in each for each in column) == len(links(page, ".fp-list")), address
