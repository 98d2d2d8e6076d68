"""What a claim's page shows of its evidence: readings, disputes, roots that count once, and the table of figures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from pages.boats import (
    ANSWERED,
    BODIES,
    DISPUTE,
    MANY,
    NONE,
    OTHERS,
    THREE,
    TWO,
    Laid,
    Weighed,
    described,
    page,
    piece,
    rows,
    said,
)

from factpress.cli.examples import BASE

READINGS = {
    "words that agree": (piece("post"), "supports", "boats: agrees, “three”"),
    "words that are compatible": (
        piece("post", MANY),
        "supports",
        "boats: compatible, “at least two”; counted neither for nor against",
    ),
    "words that differ": (piece("post", TWO), "disputes", "boats: differs, says “two”"),
    "words that say nothing of it": (piece("post", NONE), "supports", "silent on boats"),
    "a reading that agrees": (
        piece("post", NONE, says="{boats: 3}"),
        "supports",
        "boats: agrees, 3; the editor’s reading",
    ),
    "a reading that is compatible": (
        piece("post", NONE, says="{boats: at least 2}"),
        "supports",
        "boats: compatible, at least 2; the editor’s reading; counted neither for nor against",
    ),
    "a reading that differs": (
        piece("post", NONE, says="{boats: 2}"),
        "disputes",
        "boats: differs, says 2; the editor’s reading",
    ),
    "a reading that it says nothing": (
        piece("post", TWO, says="{boats: silent}"),
        "supports",
        "silent on boats; the editor’s reading",
    ),
    "a dispute that differs": (piece("post", TWO, **DISPUTE), "disputes", "boats: differs, says “two”"),
    "a dispute that grants it": (
        piece("post", THREE, **DISPUTE),
        "disputes",
        "boats: agrees, “three”; not counted, because it is part of a dispute",
    ),
    "context that differs": (piece("post", TWO, stance="context"), "context", "boats: differs, says “two”"),
    "context that says nothing of it": (piece("post", NONE, stance="context"), "context", ""),
}


@pytest.mark.parametrize(("evidence", "role", "reading"), READINGS.values(), ids=READINGS)
def test_a_card_says_what_its_words_say_of_each_figure(
    evidence: str, role: str, reading: str, weighed: Weighed
) -> None:
    tree = page(weighed(evidence))
    assert [node.attributes["id"] for node in tree.css("h2[id^=evidence]")] == [f"evidence-{role}"]
    assert described(tree.css(".fp-card")[1], "What it says") == reading


DISPUTES = {
    "one that the tool saw": (piece("post", TWO), "{boats: 3}", "boats; found by our tool"),
    "one that its editor reads so": (piece("post", NONE, says="{boats: 2}"), "{boats: 3}", ""),
    "one that is said to be one": (piece("post", TWO, **DISPUTE), "{boats: 3}", ""),
    "one of the whole": (piece("post", NONE, **DISPUTE), "{boats: 3}", "the claim as a whole; the editor’s reading"),
    "one of a claim without figures": (piece("post", **DISPUTE), "", "the claim as a whole; the editor’s reading"),
}


@pytest.mark.parametrize(("evidence", "figures", "disputed"), DISPUTES.values(), ids=DISPUTES)
def test_a_dispute_says_what_it_disputes_where_its_readings_do_not(
    evidence: str, figures: str, disputed: str, weighed: Weighed
) -> None:
    tree = page(weighed(evidence, figures=figures))
    assert tree.css_first("#evidence-disputes") is not None and tree.css_first("#evidence-supports") is None
    assert described(tree.css(".fp-card")[1], "Disputes") == disputed


def test_an_answered_dispute_stays_with_its_answer(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo"), piece("news", TWO, **ANSWERED)))
    assert described(tree.css(".fp-card")[-1], "Answered") == "It was dark."
    assert rows(tree)[1][-1] == "differs, says “two”; answered"
    assert said(tree.css_first("#disputed + ul")) == "News says otherwise, and is answered."


def test_a_quote_that_nobody_read_says_nothing(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo", NONE), unread=("post", "echo")))
    assert described(tree.css(".fp-card")[1], "What it says") == ""
    assert rows(tree)[1][2:] == ["unverified, so not counted", "silent"]


def test_sources_of_one_root_stand_together_and_count_once(weighed: Weighed) -> None:
    quotes = [piece("daily"), piece("post"), piece("weekly"), piece("post", f"{THREE} again"), piece("wire")]
    tree = page(weighed(*quotes))
    assert [said(node) for node in tree.css("h3")] == ["Coast Wire", "Evening Post"]
    notes = [said(node.next.next) for node in tree.css("h3") if node.next and node.next.next]
    assert notes == [
        "Three sources, counted once as Coast Wire. The article carries the same reporting, so this is not a second "
        "voice.",
        "Two quotes from one source, counted once as Evening Post.",
    ]
    sources = [said(card.css_first(".fp-who")) for card in tree.css(".fp-card")[1:]]
    assert [name.partition(",")[0] for name in sources] == [
        "The daily",
        "The weekly",
        "The wire",
        "The post",
        "The post",
    ]


def test_a_table_has_figures_by_roots_and_the_article_apart(weighed: Weighed) -> None:
    quotes = [
        piece("daily"),
        piece("post", "three boats sank there in 2 days"),
        piece("news", NONE, **DISPUTE),
        piece("news", THREE),
        piece("echo", TWO, stance="context"),
    ]
    tree = page(weighed(*quotes, figures="{boats: 3, days: 2 days}"))
    assert rows(tree) == [
        [
            "Figure",
            "The article judged, no support",
            "Coast Wire the article's own reporting",
            "Evening Post",
            "News",
        ],
        [
            "boats: 3 Contested",
            "says “three”",
            "agrees, “three”",
            "agrees, “three”",
            "disputes the claim as a wholeagrees, “three”",
        ],
        ["days: 2 days Contested", "silent", "silent", "agrees, “2 days”", "disputes the claim as a whole"],
    ]
    table = tree.css_first("table.fp-figures")
    assert table is not None and "fp-stacked" not in (table.attributes["class"] or "")
    assert said(table.css_first("caption")).startswith("What each independent voice says of each figure.")
    assert {cell.attributes["scope"] for cell in table.css("thead th")} == {"col"}
    assert {cell.attributes["scope"] for cell in table.css("tbody th")} == {"row"}
    assert [cell.attributes["data-head"] for cell in table.css("tbody tr:first-child td")] == [
        "The article (judged, no support)",
        "Coast Wire (the article's own reporting)",
        "Evening Post",
        "News",
    ]


def test_a_table_of_many_roots_is_stacked(weighed: Weighed) -> None:
    assert page(weighed(*map(piece, BODIES))).css_first("table.fp-stacked") is not None


def test_a_claim_without_figures_has_no_table(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), figures=""))
    assert tree.css_first("table") is None
    assert described(tree.css(".fp-card")[1], "What it says") == "says so; the editor’s reading"


NAMED = '<img src=x onerror=hacked("name")>'
HOSTILE = f"""
# facts/entities/wire.yml
name: '{NAMED}'
type: Organization
# facts/claims/harbour/boats.yml
claim: "Three <script>hacked(1)</script> boats sank."
figures: {{boats: 3}}
evidence:
  - source: daily
    first_hand: '"><script>hacked(2)</script>'
    quote: "three boats </td><script>hacked(3)</script> sank there"
  - source: weekly
    stance: disputes
    quote: "two <b>boats</b> sank in the harbour there"
    answered: "</dd><script>hacked(4)</script>"
must_hold: [boats = storm.boats]
{OTHERS.replace("A storm of", "A <script>hacked(5)</script> storm of")}
"""


def test_hostile_text_is_inert_wherever_it_is_shown(weighed: Weighed) -> None:
    book = weighed(more=HOSTILE)
    tree = page(book)
    assert tree.css("script, img, b, [onerror]") == []
    assert {cell.attributes["data-head"] for cell in tree.css("td[data-head]")} == {NAMED}
    assert NAMED in said(tree.css_first(".fp-standing"))
    assert "</td><script>hacked(3)</script>" in said(tree)


def test_headings_go_down_one_by_one(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo", TWO), piece("news", NONE, stance="context")))
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


REVIEWS = {
    "none": ("", "Not yet reviewed"),
    "one that fits": (
        ", stamp: s-cb983ea4eaa0e53d",
        "Reviewed by ann, ben on 2 June 2021; it is not known here whether a reviewer wrote it",
    ),
    "one of other words": (", stamp: s-0000000000000000", "Reviewed by ann, ben on 2 June 2021, but changed since"),
    "one of another foundation": (
        ", stamp: s-cb983ea4eaa0e53d-0000000000000000",
        "Reviewed by ann, ben on 2 June 2021, but a claim that this one rests on has changed since",
    ),
}


@pytest.mark.parametrize("what", REVIEWS)
def test_a_review_is_shown_for_what_it_is_worth(what: str, project: Callable[[str], Laid]) -> None:
    stamp, words = REVIEWS[what]
    review = f"review: {{by: [ann, ben], date: 2021-06-02{stamp}}}\n" if stamp else ""
    path = "# facts/claims/harbour/pier-opened.yml\n" + BASE.split("pier-opened.yml\n")[1]
    html = page(project(path + review).book, "claims/pier-opened/")
    assert said(html.css_first(".fp-dates")).startswith(words + ". Sources last read")
    assert said(html.css_first("#checked + dl dd")) == words
