"""What readers are told of standing: why a claim stands as it does, what is disputed, and what lists say of it."""

from __future__ import annotations

import pytest
from pages.boats import (
    ANSWERED,
    ARTICLE,
    BODIES,
    CLAIM,
    DISPUTE,
    FIRST_HAND,
    MANY,
    NONE,
    OTHERS,
    TWO,
    Weighed,
    page,
    piece,
    rendered,
    said,
    voices,
)
from selectolax.lexbor import LexborHTMLParser

from factpress.pages.explainer import explained
from factpress.pages.links import with_links
from factpress.pages.tally import top_of
from factpress.pages.words import counts, verdicts

STANDINGS: dict[str, tuple[dict[str, object], list[str], str]] = {
    "two bodies beside the article's": (
        {},
        [piece("post"), piece("echo")],
        "Several sources, independent of each other: Evening Post and Echo.",
    ),
    "two bodies, where no article says it": (
        {"article": None},
        [piece("wire"), piece("post")],
        "Several sources, independent of each other: Coast Wire and Evening Post.",
    ),
    "many bodies": (
        {"article": None},
        [piece(id) for id in BODIES],
        "Several sources, independent of each other: Coast Wire, Evening Post, Port Office and two others.",
    ),
    "a dispute with an answer that holds": (
        {},
        [piece("post"), piece("echo"), piece("news", TWO, **ANSWERED)],
        "Several sources, independent of each other: Evening Post and Echo.",
    ),
    "the body that did it": (
        {},
        [piece("port", **FIRST_HAND)],
        "First-hand: Port Office. The office counted its boats.",
    ),
    "one body beside the article": (
        {},
        [piece("post")],
        "One source only: Evening Post, independently of the article.",
    ),
    "one body beside the article's own": (
        {},
        [piece("post"), piece("daily")],
        "One source only: Evening Post, independently of the article.",
    ),
    "other copies of the article's report": (
        {},
        [piece("daily"), piece("weekly")],
        "One source only: Coast Wire, whose report the article carries.",
    ),
    "one body, where no article says it": (
        {"article": None},
        [piece("post")],
        "One source only: Evening Post.",
    ),
    "nobody but the article": ({}, [], "No source says it: only the article does."),
    "a quote that is silent": ({"article": None}, [piece("post", NONE)], "No source says it: none was found."),
    "a quote that leaves it open": (
        {},
        [piece("post", MANY)],
        "No source says it: what Evening Post says may or may not agree.",
    ),
    "a quote that nobody read": (
        {"unread": ("post",)},
        [piece("post")],
        "No source says it: the quotes for it are unverified.",
    ),
    "one for it and one against it": (
        {},
        [piece("post"), piece("echo"), piece("news", TWO)],
        "Sources disagree: Evening Post and Echo say it; News says otherwise.",
    ),
    "one body on both sides": (
        {},
        [piece("post"), piece("post", TWO)],
        "Sources disagree: sources that quote Evening Post differ among themselves.",
    ),
    "an answer that does not hold": (
        {},
        [piece("post"), piece("echo", TWO, **ANSWERED)],
        "Sources disagree: Evening Post says it; Echo says otherwise.",
    ),
    "a comparison against it": (
        {"more": "must_hold: [boats > 4]\n"},
        [piece("post"), piece("echo")],
        "Sources disagree: Evening Post and Echo say it; a comparison with other claims rules it out.",
    ),
    "a body and a comparison against it": (
        {"more": "must_hold: [boats > 4]\n"},
        [piece("post"), piece("echo", TWO)],
        "Sources disagree: Evening Post says it; Echo says otherwise; a comparison with other claims rules it out.",
    ),
    "all against the article": (
        {},
        [piece("post", TWO), piece("echo", TWO)],
        "Sources say otherwise: Evening Post and Echo. No other source seen says what the article says.",
    ),
    "all against it": (
        {"article": None},
        [piece("post", TWO)],
        "Sources say otherwise: Evening Post.",
    ),
    "support that nobody read": (
        {"unread": ("post",)},
        [piece("post"), piece("echo", TWO)],
        "Sources say otherwise: Echo. The quotes for it are unverified.",
    ),
    "a comparison alone": (
        {"more": "must_hold: [boats > 4]\n"},
        [],
        "Sources say otherwise: a comparison with other claims rules it out. No other source seen says what the "
        "article says.",
    ),
    "a claim without figures": (
        {"figures": ""},
        [piece("post")],
        "One source only: Evening Post, independently of the article. The claim states no figure, so this is our "
        "reading.",
    ),
    "a weaker figure": (
        {"figures": "{boats: 3, days: 2 days}"},
        [piece("post", "three boats sank there in 2 days"), piece("echo")],
        "One source only, for days: Evening Post, independently of the article.",
    ),
    "figures that stand alike": (
        {"figures": "{boats: 3, days: 2 days}"},
        [piece("post", "three boats sank there in 2 days")],
        "One source only: Evening Post, independently of the article.",
    ),
    "figures that stand alike by others": (
        {"figures": "{boats: 3, days: 2 days}"},
        [piece("post"), piece("echo", "in 2 days they were all gone")],
        "One source only: Evening Post, independently of the article.",
    ),
}


@pytest.mark.parametrize(("claim", "evidence", "sentence"), STANDINGS.values(), ids=STANDINGS)
def test_a_claim_says_why_it_stands_as_it_does(
    claim: dict[str, object], evidence: list[str], sentence: str, weighed: Weighed
) -> None:
    assert said(page(weighed(*evidence, **claim)).css_first("p.fp-standing")) == sentence


DISPUTED = {
    "one figure of two": (
        [piece("post", "four boats sank there in 2 days")],
        {"Evening Post": ["boats: differs: “four”", "days: agrees: “2 days”"]},
    ),
    "all figures": ([piece("post", NONE, **DISPUTE)], {"Evening Post": ["differs: says otherwise"]}),
    "each by others": (
        [piece("post", NONE, **DISPUTE), piece("echo", TWO)],
        {"Evening Post": ["differs: says otherwise"], "Echo": ["boats: differs: “two”"]},
    ),
    "with an answer beside another": (
        [piece("post", NONE, **DISPUTE), *map(piece, ("echo", "news")), piece("port", TWO, **ANSWERED)],
        {
            "Evening Post": ["differs: says otherwise"],
            "Echo": ["boats: agrees: “three”"],
            "News": ["boats: agrees: “three”"],
            "Port Office see why it does not count": ["boats: differs: “two”"],
        },
    ),
}


@pytest.mark.parametrize(("evidence", "told"), DISPUTED.values(), ids=DISPUTED)
def test_the_table_says_of_each_voice_what_it_disputes(
    evidence: list[str], told: dict[str, list[str]], weighed: Weighed
) -> None:
    tree = page(weighed(*evidence, figures="{boats: 3, days: 2 days}"))
    assert {who: values for who, _, values in voices(tree) if not who.startswith("The article")} == told


def test_quotes_that_nobody_read_are_counted_among_what_is_not_known(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo"), piece("news"), unread=("news",)))
    assert [said(item) for item in tree.css("#unknown + ul li")] == ["One of the 4 quotes on this page is unverified."]


SITE = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [article]
verdicts:
  - {{name: own, standing: [single-source], {}}}
"""


@pytest.mark.parametrize(
    ("verdict", "site", "mark"),
    [
        ("accurate", "", "full"),
        ("missing-context", "", "half"),
        ("disputed", "", "slashed"),
        ("inaccurate", "", "crossed"),
        ("unproven", "", "hollow"),
        (None, "", "unjudged"),
        ("own", SITE.format("rating: 4"), "half"),
        ("own", SITE.format("needs: []"), "hollow"),
    ],
)
def test_a_verdict_has_a_shape_of_its_own(verdict: str | None, site: str, mark: str, weighed: Weighed) -> None:
    judged = f'verdict: {verdict}\nbecause: "So it is."\n' if verdict else ""
    tree = page(weighed(piece("post"), more=f"{judged}{site}"))
    assert tree.css_first(f"h1 .fp-badge .fp-shape-{mark}") is not None


def test_background_has_a_standing_and_no_verdict(weighed: Weighed) -> None:
    book = weighed(piece("post"), article=None)
    assert said(page(book).css_first("h1")) == "Not in the article: Three boats sank."
    assert verdicts.status_words(book.claims["boats"], book) == "Not in the article · one source only"


def test_lists_and_other_pages_show_verdict_and_standing(weighed: Weighed) -> None:
    book = weighed(piece("post"), more="about: [news]\n")
    for address in ("claims/", "entities/news/", "sources/post/"):
        assert said(page(book, address).css_first(".fp-status")) == "Not yet judged · one source only", address
    assert rendered(book, CLAIM).description == "Not yet judged · one source only. 2 sources cited."


EXPLAINER = "# docs/harbour.md\n---\narticle: article\n---\n\nThe [boats](claim:boats) sank, {}.\n"


@pytest.mark.parametrize(
    ("article", "cited", "title", "tally"),
    [
        (ARTICLE, "at night", "1 claim checked", ["1 accurate"]),
        (ARTICLE, "in [a storm](claim:storm)", "1 claim checked", ["1 accurate", "1 not in the article"]),
        (None, "in [a storm](claim:storm)", "Claims", ["2 not in the article"]),
    ],
)
def test_a_tally_counts_verdicts_and_what_is_not_in_the_article_apart(
    article: str | None, cited: str, title: str, tally: list[str], weighed: Weighed
) -> None:
    judged = 'verdict: accurate\nbecause: "Two papers say so."\n' if article else ""
    more = f"{judged}{OTHERS}{EXPLAINER.format(cited)}"
    book = weighed(piece("post"), piece("echo"), article=article, more=more)
    explainer, linked = book.pages["harbour"], with_links(book)
    added = explained(explainer, linked)
    assert added is not None
    told, notes = LexborHTMLParser(top_of(explainer, linked)), LexborHTMLParser(added.notes)
    assert said(told.css_first(".fp-side-title")) == title
    assert [said(row) for row in told.css(".fp-tally li")] == tally
    # One shape a claim.
    assert [len(row.css("svg")) for row in told.css(".fp-tally li")] == [int(row.split()[0]) for row in tally]
    anchors = [link.attributes["href"] for link in told.css(".fp-tally a")]
    assert all(notes.css_first(str(anchor)) for anchor in anchors) and anchors
    verdict = "Accurate" if article else "Not in the article"
    assert said(notes.css_first("li .fp-status")) == f"{verdict} · several sources, independent of each other"


NUMBERS = {0: "no", 2: "two", 12: "twelve", 13: "13"}


@pytest.mark.parametrize(("count", "told"), NUMBERS.items(), ids=map(str, NUMBERS))
def test_small_numbers_are_words(count: int, told: str) -> None:
    assert counts.number(count) == told
