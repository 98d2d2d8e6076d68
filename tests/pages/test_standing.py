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
)
from selectolax.lexbor import LexborHTMLParser

from factpress.pages.explainer import explained
from factpress.pages.links import with_links
from factpress.pages.words import counts, verdicts

STANDINGS: dict[str, tuple[dict[str, object], list[str], str]] = {
    "two bodies beside the article's": (
        {},
        [piece("post"), piece("echo")],
        "Corroborated: Evening Post and Echo say so independently of the article.",
    ),
    "two bodies, where no article says it": (
        {"article": None},
        [piece("wire"), piece("post")],
        "Corroborated: Coast Wire and Evening Post say so independently of each other.",
    ),
    "many bodies": (
        {"article": None},
        [piece(id) for id in BODIES],
        "Corroborated: Coast Wire, Evening Post, Port Office and two others say so independently of each other.",
    ),
    "a dispute with an answer that holds": (
        {},
        [piece("post"), piece("echo"), piece("news", TWO, **ANSWERED)],
        "Corroborated: Evening Post and Echo say so independently of the article. News says otherwise, and is "
        "answered.",
    ),
    "the body that did it": (
        {},
        [piece("port", **FIRST_HAND)],
        "Primary: Port Office says so first-hand. The office counted its boats.",
    ),
    "one body beside the article": (
        {},
        [piece("post")],
        "Single-source: only Evening Post says it independently of the article.",
    ),
    "one body beside the article's own": (
        {},
        [piece("post"), piece("daily")],
        "Single-source: only Evening Post says it independently of the article.",
    ),
    "other copies of the article's report": (
        {},
        [piece("daily"), piece("weekly")],
        "Single-source: only Coast Wire says it, and the article carries its reporting.",
    ),
    "one body, where no article says it": (
        {"article": None},
        [piece("post")],
        "Single-source: only Evening Post says it.",
    ),
    "nobody but the article": ({}, [], "Unsupported: only the article says so."),
    "a quote that is silent": ({"article": None}, [piece("post", NONE)], "Unsupported: no source says so."),
    "a quote that leaves it open": (
        {},
        [piece("post", MANY)],
        "Unsupported: what Evening Post says may or may not agree.",
    ),
    "a quote that nobody read": (
        {"unread": ("post",)},
        [piece("post")],
        "Unsupported: the quotes for it are unverified.",
    ),
    "one for it and one against it": (
        {},
        [piece("post"), piece("echo"), piece("news", TWO)],
        "Contested: Evening Post and Echo say so, and News says otherwise.",
    ),
    "one body on both sides": (
        {},
        [piece("post"), piece("post", TWO)],
        "Contested: Evening Post is quoted both for it and against it.",
    ),
    "an answer that does not hold": (
        {},
        [piece("post"), piece("echo", TWO, **ANSWERED)],
        "Contested: Evening Post says so, and Echo says otherwise.",
    ),
    "a comparison against it": (
        {"more": "must_hold: [boats > 4]\n"},
        [piece("post"), piece("echo")],
        "Contested: Evening Post and Echo say so, and a comparison that must hold does not.",
    ),
    "a body and a comparison against it": (
        {"more": "must_hold: [boats > 4]\n"},
        [piece("post"), piece("echo", TWO)],
        "Contested: Evening Post says so; Echo says otherwise, and a comparison that must hold does not.",
    ),
    "all against the article": (
        {},
        [piece("post", TWO), piece("echo", TWO)],
        "Contradicted: Evening Post and Echo say otherwise, and only the article says so.",
    ),
    "all against it": (
        {"article": None},
        [piece("post", TWO)],
        "Contradicted: Evening Post says otherwise, and no source says so.",
    ),
    "support that nobody read": (
        {"unread": ("post",)},
        [piece("post"), piece("echo", TWO)],
        "Contradicted: Echo says otherwise, and no verified quote says so.",
    ),
    "a comparison alone": (
        {"more": "must_hold: [boats > 4]\n"},
        [],
        "Contradicted: a comparison that must hold does not, and only the article says so.",
    ),
    "a claim without figures": (
        {"figures": ""},
        [piece("post")],
        "Single-source: only Evening Post says it independently of the article. The claim states no figure, so this "
        "is the editor’s reading.",
    ),
    "a weaker figure": (
        {"figures": "{boats: 3, days: 2 days}"},
        [piece("post", "three boats sank there in 2 days"), piece("echo")],
        "Single-source: only Evening Post says it independently of the article. Its standing is that of its weakest "
        "figure, days.",
    ),
    "figures that stand alike": (
        {"figures": "{boats: 3, days: 2 days}"},
        [piece("post", "three boats sank there in 2 days")],
        "Single-source: only Evening Post says it independently of the article. The same is true of each of its "
        "figures.",
    ),
    "figures that stand alike by others": (
        {"figures": "{boats: 3, days: 2 days}"},
        [piece("post"), piece("echo", "in 2 days they were all gone")],
        "Single-source: only Evening Post says it independently of the article. That is so for boats; its other "
        "figures are single-source too.",
    ),
}


@pytest.mark.parametrize(("claim", "evidence", "sentence"), STANDINGS.values(), ids=STANDINGS)
def test_a_claim_says_why_it_stands_as_it_does(
    claim: dict[str, object], evidence: list[str], sentence: str, weighed: Weighed
) -> None:
    assert said(page(weighed(*evidence, **claim)).css_first("p.fp-standing")) == sentence


DISPUTED = {
    "nothing": ([piece("post")], []),
    "one figure of two": (
        [piece("post", "four boats sank there in 2 days")],
        ["boats: Evening Post says otherwise."],
    ),
    "all figures": ([piece("post", NONE, **DISPUTE)], ["Evening Post says otherwise."]),
    "each by others": (
        [piece("post", NONE, **DISPUTE), piece("echo", TWO)],
        ["boats: Evening Post and Echo say otherwise.", "days: Evening Post says otherwise."],
    ),
    "with an answer beside another": (
        [piece("post", NONE, **DISPUTE), *map(piece, ("echo", "news")), piece("port", TWO, **ANSWERED)],
        ["boats: Evening Post and Port Office say otherwise.", "days: Evening Post says otherwise."],
    ),
}


@pytest.mark.parametrize(("evidence", "disputed"), DISPUTED.values(), ids=DISPUTED)
def test_what_is_disputed_is_said_figure_by_figure(evidence: list[str], disputed: list[str], weighed: Weighed) -> None:
    tree = page(weighed(*evidence, figures="{boats: 3, days: 2 days}"))
    assert [said(item) for item in tree.css("#disputed + ul li")] == disputed


UNKNOWN = {
    "nothing where two say so": ([piece("post"), piece("echo")], []),
    "a single voice": ([piece("post")], ["Only Evening Post says it independently of the article."]),
    "one figure of two": (
        [piece("post", "three boats sank there in 2 days"), piece("echo")],
        ["days: only Evening Post says it independently of the article."],
    ),
}


@pytest.mark.parametrize(("evidence", "unknown"), UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_not_known_is_said_figure_by_figure(evidence: list[str], unknown: list[str], weighed: Weighed) -> None:
    figures = "{boats: 3, days: 2 days}" if "2 days" in "".join(evidence) else "{boats: 3}"
    tree = page(weighed(*evidence, figures=figures))
    assert [said(item) for item in tree.css("#unknown + ul li")] == unknown


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
    assert tree.css_first(f".fp-verdict .fp-shape-{mark}") is not None


def test_background_has_a_standing_and_no_verdict(weighed: Weighed) -> None:
    book = weighed(piece("post"), article=None)
    assert said(page(book).css_first(".fp-verdict")) == (
        "Background: the article under check does not say this, so there is no verdict."
    )
    assert verdicts.status_words(book.claims["boats"], book) == "Background · Single-source"


def test_lists_and_other_pages_show_verdict_and_standing(weighed: Weighed) -> None:
    book = weighed(piece("post"), more="about: [news]\n")
    for address in ("claims/", "entities/news/", "sources/post/"):
        assert said(page(book, address).css_first(".fp-status")) == "Not yet judged · Single-source", address
    assert rendered(book, CLAIM).description == "Not yet judged · Single-source. 2 sources cited."


EXPLAINER = "# docs/harbour.md\n---\narticle: article\n---\n\nThe [boats](claim:boats) sank, {}.\n"


@pytest.mark.parametrize(
    ("article", "cited", "account"),
    [
        (ARTICLE, "at night", "1 claim checked: 1 accurate."),
        (ARTICLE, "in [a storm](claim:storm)", "1 claim checked: 1 accurate. 1 more is background."),
        (
            ARTICLE,
            "in [a storm](claim:storm), with [more](claim:rumour)",
            "1 claim checked: 1 accurate. 2 more are background.",
        ),
        (None, "at night", "1 background claim."),
        (None, "in [a storm](claim:storm)", "2 background claims."),
    ],
)
def test_an_account_counts_verdicts_and_background_apart(
    article: str | None, cited: str, account: str, weighed: Weighed
) -> None:
    judged = 'verdict: accurate\nbecause: "Two papers say so."\n' if article else ""
    more = f"{judged}{OTHERS}{EXPLAINER.format(cited)}"
    book = weighed(piece("post"), piece("echo"), article=article, more=more)
    added = explained(book.pages["harbour"], with_links(book))
    assert added is not None
    told, notes = LexborHTMLParser(added.account), LexborHTMLParser(added.notes)
    assert said(told) == account
    anchors = [link.attributes["href"] for link in told.css("a")]
    assert all(notes.css_first(str(anchor)) for anchor in anchors) and anchors
    verdict = "Accurate" if article else "Background"
    assert said(notes.css_first("li .fp-status")) == f"{verdict} · Corroborated"


NUMBERS = {0: "no", 2: "two", 12: "twelve", 13: "13"}


@pytest.mark.parametrize(("count", "told"), NUMBERS.items(), ids=map(str, NUMBERS))
def test_small_numbers_are_words(count: int, told: str) -> None:
    assert counts.number(count) == told
