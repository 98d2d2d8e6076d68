"""What a claim's page shows of its evidence: readings, disputes, roots that count once, and the table of figures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from pages.boats import (
    ANSWERED,
    DISPUTE,
    FIRST_HAND,
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
    said,
    voices,
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
    "words that say nothing of it": (piece("post", NONE), "supports", "does not say: boats"),
    "a reading that agrees": (
        piece("post", NONE, says="{boats: 3}"),
        "supports",
        "boats: agrees, 3; our reading",
    ),
    "a reading that is compatible": (
        piece("post", NONE, says="{boats: at least 2}"),
        "supports",
        "boats: compatible, at least 2; our reading; counted neither for nor against",
    ),
    "a reading that differs": (
        piece("post", NONE, says="{boats: 2}"),
        "disputes",
        "boats: differs, says 2; our reading",
    ),
    "a reading that it says nothing": (
        piece("post", TWO, says="{boats: silent}"),
        "supports",
        "does not say: boats; our reading",
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
    assert [node.attributes["id"] for node in tree.css("h3[id^=evidence]")] == [f"evidence-{role}"]
    assert described(tree.css(".fp-card")[1], "What it says") == reading


DISPUTES = {
    "one that the tool saw": (piece("post", TWO), "{boats: 3}", "boats; found by our tool"),
    "one that its editor reads so": (piece("post", NONE, says="{boats: 2}"), "{boats: 3}", ""),
    "one that is said to be one": (piece("post", TWO, **DISPUTE), "{boats: 3}", ""),
    "one of the whole": (piece("post", NONE, **DISPUTE), "{boats: 3}", ""),
    "one of a claim without figures": (piece("post", **DISPUTE), "", ""),
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
    who, _, values = voices(tree)[2]
    assert (who, values) == ("News see why it does not count", ["differs: “two”"])
    link = tree.css_first(".fp-voices th a[href='#evidence']")
    assert link is not None and tree.css_first("details > #evidence") is not None


def test_a_quote_that_nobody_read_says_nothing(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo", NONE), unread=("post", "echo")))
    assert described(tree.css(".fp-card")[1], "What it says") == ""
    assert [values for _, _, values in voices(tree)][:2] == [["unverified, so not counted"]] * 2


def test_sources_of_one_root_stand_together_and_count_once(weighed: Weighed) -> None:
    quotes = [piece("daily"), piece("post"), piece("weekly"), piece("post", f"{THREE} again"), piece("wire")]
    tree = page(weighed(*quotes))
    assert [said(node) for node in tree.css("h4")] == ["Coast Wire", "Evening Post"]
    assert [(who, sources) for who, sources, _ in voices(tree)] == [
        (
            "Coast Wire the article’s own report, so no second voice three reports, one voice",
            ["The daily, 30 May 2021", "The weekly, 30 May 2021", "The wire, 30 May 2021"],
        ),
        ("Evening Post", ["The post, 30 May 2021"]),
        ("The article what is checked", ["The article, 30 May 2021"]),
    ]


def test_the_table_has_voices_by_roots_with_what_each_source_says_and_the_article_last(weighed: Weighed) -> None:
    quotes = [
        piece("daily"),
        piece("post", "three boats sank there in 2 days"),
        piece("news", NONE, **DISPUTE),
        piece("news", THREE),
        piece("echo", TWO, stance="context"),
    ]
    tree = page(weighed(*quotes, figures="{boats: 3, days: 2 days}"))
    assert [(who, values) for who, _, values in voices(tree)] == [
        ("Coast Wire the article’s own report, so no second voice", ["boats: agrees: “three”"]),
        ("Evening Post", ["boats: agrees: “three”", "days: agrees: “2 days”"]),
        ("News", ["differs: says otherwise", "boats: agrees: “three”"]),
        # The article's words are judged: nothing is said of whether they agree.
        ("The article what is checked", ["boats: “three”"]),
        # What counts neither for nor against is folded away.
        ("Echo counts neither for nor against", ["boats: differs: “two”"]),
    ]
    shown, folded = tree.css("table.fp-voices")
    assert folded.parent is not None and folded.parent.tag == "details"
    assert said(folded.parent.css_first("summary")) == "One more voice"
    assert {cell.attributes["scope"] for cell in shown.css("thead th")} == {"col"}
    assert {cell.attributes["scope"] for cell in shown.css("tbody th")} == {"rowgroup"}


def test_of_many_voices_four_are_shown_and_one_of_them_disputes(weighed: Weighed) -> None:
    tree = page(weighed(*map(piece, ("wire", "post", "port", "echo")), piece("news", TWO)))
    shown, folded = tree.css("table.fp-voices")
    names = [
        [said(row.css_first("th a")) for row in each.css("tbody") if row.css_first("th a")] for each in (shown, folded)
    ]
    assert names == [["Coast Wire", "Evening Post", "Port Office", "News"], ["Echo"]]


def test_a_claim_without_figures_has_voices_that_say_so(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), figures=""))
    assert [values for _, _, values in voices(tree)] == [["agrees: says so"], ["says so"]]
    assert described(tree.css(".fp-card")[1], "What it says") == "says so; our reading"


def test_both_sides_stand_first_with_each_sentence_of_the_article_once(weighed: Weighed) -> None:
    more = (
        'appears_in:\n  - {source: article, quote: "three boats sank"}\n'
        '  - {source: article, quote: "in the harbour that night"}\nverdict: inaccurate\nbecause: "It was two."\n'
    )
    book = weighed(piece("post"), piece("echo", TWO), piece("news", NONE, **DISPUTE), article=None, more=more)
    article, source = page(book).css(".fp-both > div")
    assert said(article) == "The article says three boats sank … in the harbour that night The article, 30 May 2021"
    assert len(article.css(".fp-words")) == 1
    # The quote that says it in its own words, before the one that only an editor reads so.
    assert said(source) == f"Echo says {TWO} The echo, 30 May 2021"


def test_an_accurate_claim_shows_the_words_that_say_most_of_it(weighed: Weighed) -> None:
    first_hand = piece("port", NONE, says="{boats: 3, days: 2 days}", **FIRST_HAND)
    tree = page(
        weighed(first_hand, piece("post", "three boats sank there in 2 days"), figures="{boats: 3, days: 2 days}")
    )
    assert said(tree.css(".fp-both > div")[1]).startswith("Evening Post says three boats sank there in 2 days")


REASONS = {
    "one sentence": ("It was two.", "It was two.", None),
    "two sentences": ("It was two. Nobody saw a third.", "It was two.", "Nobody saw a third."),
    "an abbreviation": ("Lt. Gen. Doe of the U.S. Navy counted.", "Lt. Gen. Doe of the U.S. Navy counted.", None),
    "a number at the end": ("It was in 2021. Then it rained.", "It was in 2021.", "Then it rained."),
    "a link at the beginning": (
        "It was two. [Storms](claim:storm) do that.",
        "It was two.",
        "Storms do that.",
    ),
    "a link within": ("[Storms](claim:storm) do that. It was two.", "Storms do that.", "It was two."),
}


@pytest.mark.parametrize(("because", "first", "rest"), REASONS.values(), ids=REASONS)
def test_the_first_sentence_of_a_reason_is_apart(because: str, first: str, rest: str | None, weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), more=f'verdict: unproven\nbecause: "{because}"\n{OTHERS}'))
    assert said(tree.css_first(".fp-reason")) == first
    more = tree.css_first(".fp-more")
    assert (said(more) if more else None) == rest


SHORT = """
# facts/entities/port.yml
name: Harbour Office of the Northern Port
short_name: the office
type: Organization
"""


def test_a_long_name_stands_once_and_then_a_short_one(weighed: Weighed) -> None:
    tree = page(weighed(piece("port"), piece("post"), more=SHORT))
    assert voices(tree)[0][0] == "Harbour Office of the Northern Port (the office)"
    assert said(tree.css_first(".fp-standing")).endswith(": the office and Evening Post.")
    assert said(tree.css(".fp-both > div")[1]).startswith("The office says")


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
    assert NAMED in said(tree.css_first(".fp-standing"))
    assert "</td><script>hacked(3)</script>" in said(tree)


def test_headings_go_down_one_by_one(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo", TWO), piece("news", NONE, stance="context")))
    levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


REVIEWS = {
    "none": ("", "Not yet reviewed by a second person"),
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
    assert said(html.css_first(".fp-dates")).startswith(words + ". ")
    assert said(html.css_first("#checked + dl dd")) == words
