"""The pages that give account of the check: what it covers of an article, what it leaves open, what was wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from pages.boats import FIRST_HAND, TWO, Laid, Weighed, page, piece
from pages.test_receipts import ARTICLE, BY_URL, ID, IN_PART, OF_A_FILE, TEXT, WITH_ADDRESS, section, words
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.evidence.receipts import How
from factpress.pages.coverage import strip_of
from factpress.pages.faults import faults_of
from factpress.pages.links import with_links

Proven = Callable[[str, Mapping[str, tuple[How, str]]], Book]
COVERAGE = f"coverage/{ID}/"


# Coverage


def test_an_article_is_accounted_for_sentence_by_sentence(proven: Proven) -> None:
    coverage = page(proven(ARTICLE, {ID: (OF_A_FILE, f"{TEXT} A band played.")}), COVERAGE)
    table = coverage.css_first("table.fp-coverage")
    assert table is not None
    assert words(table.css_first("caption")).startswith("Each sentence of the article by its number.")
    rows = [[words(cell) for cell in row.css("th, td")] for row in table.css("tbody tr")]
    assert rows == [
        ["1", "4", "No claim: the weather"],
        ["2", "15", "The north pier opened on 29 May 2021."],
        ["3", "4", "Not covered"],
    ]
    assert [cell.attributes["scope"] for cell in table.css("thead th")] == ["col"] * 3
    assert [cell.attributes["scope"] for cell in table.css("tbody th")] == ["row"] * 3
    assert [link.attributes["href"] for link in table.css("a")] == ["../../claims/pier-opened/"]
    # The article's text is nobody's to print: not even the first words of a sentence that is excused.
    assert "band" not in (coverage.html or "") and "fine day" not in (coverage.html or "")


def test_the_strip_says_in_words_what_the_table_says(proven: Proven) -> None:
    book = proven(ARTICLE, {ID: (OF_A_FILE, f"{TEXT} A band played.")})
    for address, way in ((COVERAGE, f"../../{COVERAGE}"), ("coverage/", f"../{COVERAGE}")):
        tree = page(book, address)
        cells = tree.css(".fp-strip a")
        assert [words(cell) for cell in cells] == [
            "Sentence 1: no claim in it",
            "Sentence 2: 1 claim",
            "Sentence 3: not covered",
        ]
        assert [cell.attributes["href"] for cell in cells] == [f"{way}#s{number}" for number in (1, 2, 3)]
        assert [words(each) for each in tree.css(".fp-legend li")] == ["in claims", "no claim in it", "not covered"]
    anchors = {row.attributes["id"] for row in page(book, COVERAGE).css("tbody tr")}
    assert anchors == {"s1", "s2", "s3"}


def test_an_explainer_of_a_read_article_has_its_strip_and_no_other_page_has(
    project: Callable[[str], Laid], proven: Proven
) -> None:
    explainer = f"# docs/story.md\n---\ntitle: Story\narticle: {ID}\n---\n\n# Story\n# docs/other.md\n# Other\n"
    pages = project(ARTICLE + explainer).book.pages
    read, unread = proven(ARTICLE, {ID: (OF_A_FILE, TEXT)}), proven(ARTICLE, {})
    strip = LexborHTMLParser(strip_of(pages["story"], with_links(read)))
    assert strip.css_first("h2").text() == "The article, sentence by sentence"
    assert [link.attributes["href"] for link in strip.css(".fp-strip a")] == [f"../{COVERAGE}#s{n}" for n in (1, 2)]
    assert strip_of(pages["other"], with_links(read)) == ""
    assert strip_of(pages["story"], with_links(unread)) == ""


def test_an_article_that_was_read_in_part_is_accounted_for_in_part(proven: Proven) -> None:
    coverage = page(proven(ARTICLE, {ID: (IN_PART, TEXT)}), COVERAGE)
    assert "2 sentences in the part that was read: 1 in claims, 1 excused with a reason." in coverage.text()


def test_only_an_article_that_was_read_has_a_page(proven: Proven) -> None:
    for book in (proven(ARTICLE, {}), proven(WITH_ADDRESS, {ID: (BY_URL, TEXT)})):
        with pytest.raises(LookupError, match="there is no page"):
            page(book, COVERAGE)
        assert "No article under check has been read yet." in page(book, "coverage/").text()


# What it gets wrong

STORY = "# docs/story.md\n---\ntitle: Story\narticle: {}\n---\n\n# Story\n"
WRONG = 'verdict: {}\nbecause: "It was counted."\ninstead: "Two boats <sank>."\n'


def test_an_explainer_shows_what_its_article_gets_wrong(project: Callable[[str], Laid], weighed: Weighed) -> None:
    story = project(STORY.format("article")).book.pages["story"]
    other = project(STORY.format("post")).book.pages["story"]
    book = weighed(piece("post", TWO, stance="disputes"), more=WRONG.format("inaccurate"))
    shown = LexborHTMLParser(faults_of(story, with_links(book)))
    assert words(shown.css_first("h2")) == "One thing the article gets wrong"
    # Where no finding says what was found, the verdict stands before the claim's words.
    assert words(shown.css_first("h3")) == "Inaccurate: Three boats sank."
    assert [link.attributes["href"] for link in shown.css("h3 a")] == ["../claims/boats/"]
    sides = [[words(node) for node in side.css("dt, dd")] for side in shown.css("dl > div")]
    assert sides[0][0] == "The article says" and sides[0][1].startswith("three boats sank in the harbour that night")
    assert "Sentence 2 of 2" in sides[0][1]
    assert sides[1] == ["What is true instead", "Two boats <sank>."]
    assert faults_of(other, with_links(book)) == ""


def test_an_explainer_of_an_article_without_faults_shows_none(project: Callable[[str], Laid], weighed: Weighed) -> None:
    story = project(STORY.format("article")).book.pages["story"]
    book = weighed(piece("post"), piece("echo"), more=WRONG.format("accurate"))
    assert faults_of(story, with_links(book)) == ""


# Open questions

OPEN: dict[str, tuple[list[str], str, list[str]]] = {
    "said by one body only": (
        [piece("post")],
        "unproven",
        ["One more voice for it that is independent of Evening Post, or a first-hand one."],
    ),
    "said by nobody": ([], "unproven", ["A source that says it."]),
    "contested, where an answer could not hold": (
        [piece("post"), piece("news", TWO, stance="disputes")],
        "disputed",
        ["Independent or first-hand voices for it; only then may what News says be answered."],
    ),
    "contested, where an answer could hold": (
        [piece("post"), piece("port", **FIRST_HAND), piece("news", TWO, stance="disputes")],
        "disputed",
        ["An answer to what News says: a quote that shows which side is wrong."],
    ),
}


@pytest.mark.parametrize(("evidence", "verdict", "settles"), OPEN.values(), ids=OPEN)
def test_an_open_question_says_what_would_settle_it(
    evidence: list[str], verdict: str, settles: list[str], weighed: Weighed
) -> None:
    book = weighed(*evidence, more=f"verdict: {verdict}\nbecause: for a reason\n")
    tree = page(book, "open-questions/")
    assert "1 claim of the articles under check is neither shown nor refuted" in tree.text()
    assert words(tree.css_first("h3")) == f"{words(tree.css_first('h2'))}: Three boats sank."
    told = tree.css("dd")[-1]
    assert [words(LexborHTMLParser(each)) for each in (told.inner_html or "").split("<br>")] == settles


@pytest.mark.parametrize("verdict", ["accurate", "missing-context", "inaccurate"])
def test_what_is_judged_otherwise_is_no_open_question(verdict: str, weighed: Weighed) -> None:
    more = f"verdict: {verdict}\nbecause: for a reason\ninstead: something else\n"
    tree = page(weighed(piece("post"), piece("echo"), more=more), "open-questions/")
    assert "No claims" in tree.text() and not tree.css("h2")


def test_a_claim_that_nobody_judged_is_an_open_question_and_background_is_none(weighed: Weighed) -> None:
    tree = page(weighed(piece("post"), piece("echo")), "open-questions/")
    assert words(tree.css_first("h2")) == "Not yet judged"
    assert words(tree.css("dd")[-1]) == "A verdict: enough is known for one."
    assert not page(weighed(piece("post"), article=None), "open-questions/").css("h2")


# Corrections

CORRECTED = """
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
evidence:
  - {source: gazette-2021-05-30, quote: "the north pier was opened to the public on Saturday"}
corrections:
  - {date: 2021-06-03, kind: correction, was: "on 28 May", why: "We had the day wrong."}
  - {date: 2021-06-01, kind: update, was: "a pier", why: "Which pier is known now."}
# facts/claims/harbour/pier-burnt.yml
claim: "The south pier burnt."
evidence:
  - {source: gazette-2021-05-30, quote: "the north pier was opened to the public on Saturday"}
withdrawn: {date: 2021-06-02, why: "It was another pier."}
"""


def test_corrections_stand_newest_first_with_what_stood_there_before(project: Callable[[str], Laid]) -> None:
    tree = page(project(CORRECTED).book, "corrections/")
    assert [words(each) for each in tree.css("li")] == [
        "3 June 2021, correction: The north pier opened on 29 May 2021. We had the day wrong. Before: “on 28 May”",
        "1 June 2021, update: The north pier opened on 29 May 2021. Which pier is known now. Before: “a pier”",
        "2 June 2021: Withdrawn claim: pier-burnt. It was another pier.",
    ]
    assert "burnt." not in section(tree, "withdrawn").replace("pier-burnt.", "")


def test_a_site_without_corrections_says_so(project: Callable[[str], Laid]) -> None:
    text = page(project("").book, "corrections/").text()
    assert "No claim has been corrected." in text and "No record has been withdrawn." in text
