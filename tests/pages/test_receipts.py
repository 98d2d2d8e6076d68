"""What readers are told of receipts: each state of a quote, how a source was read, its budget and its coverage."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import pytest
from pages.boats import page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from factpress.book import Book, resolve
from factpress.evidence.document import TextBlock, read_document
from factpress.evidence.lookup import Proof
from factpress.evidence.quotes import find
from factpress.evidence.receipts import How, receipt_of
from factpress.evidence.tokens import VERSION
from factpress.pages.explainer import explained
from factpress.pages.links import with_links
from factpress.pages.render import render
from factpress.pages.words import receipts
from factpress.rules import RULES

Proven = Callable[[str, Mapping[str, tuple[How, str]]], Book]
ID = "gazette-2021-05-30"
CLAIM, SOURCE = "claims/pier-opened/", f"sources/{ID}/"
QUOTE = "the north pier was opened to the public on Saturday"
TEXT = "A fine day. The mayor said that the north pier was opened to the public on Saturday."
BY_URL, OF_A_FILE = How("full", "url", "2026-11-24", "trafilatura 2.0.0"), How("full", "file", "2026-11-24", "text")
IN_PART = How("excerpt", "file", "2026-11-24", "text")

EMPTY = ""
WITH_ADDRESS = """
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "Pier opens"
issued: 2021-05-30
url: https://gazette.example.com/pier
root: harbour-gazette
"""
ARTICLE = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "Pier opens"
issued: 2021-05-30
url: https://gazette.example.com/pier
root: harbour-gazette
no_claim:
  - {sentence: 1, begins: "A fine day", why: "the weather"}
"""


def words(node: LexborHTMLParser | LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


def section(tree: LexborHTMLParser, id: str) -> str:
    """The words between a heading and the next."""
    node = tree.css_first(f"#{id}")
    found = []
    while node is not None and (node := node.next) is not None and node.tag != "h2":
        found.append(node.text(deep=True))
    return " ".join(" ".join(found).split())


STATES = {
    "a page that was read at its address": (
        BY_URL,
        TEXT,
        "The source has exactly these words, in sentence 2.",
        "On 24 November 2026 our tool read this page and found these words in it. We keep a checksum, not the text; "
        "anyone with the text can repeat the check.",
    ),
    "a part of a page": (
        How("excerpt", "url", "2026-11-24", "text"),
        TEXT,
        "The source has exactly these words, in sentence 2 of the part that was read.",
        "On 24 November 2026 our tool read part of this page and found these words in it. We keep a checksum, not "
        "the text; anyone with the text can repeat the check.",
    ),
    "a saved copy": (
        OF_A_FILE,
        TEXT,
        "The source has exactly these words, in sentence 2 of a saved copy.",
        "On 24 November 2026 our tool read a saved copy of this page and found these words in it; the copy has not "
        "been compared with the address.",
    ),
    "a saved copy of a part": (
        IN_PART,
        TEXT,
        "The source has exactly these words, in sentence 2 of a saved copy of part of the text.",
        "On 24 November 2026 our tool read a saved copy of part of this page and found these words in it; the copy "
        "has not been compared with the address.",
    ),
    "other typography": (
        BY_URL,
        "The north pier — so they say. But the north pier\nwas opened to the public on Saturday.",
        "The source has these words except for typography, in sentence 2.",
        "On 24 November 2026 our tool read this page and found these words in it. We keep a checksum, not the text; "
        "anyone with the text can repeat the check. Except for typography: marks such as quotation marks, dashes, "
        "commas or "
        "spaces may differ; no word and no number does.",
    ),
    "another first letter": (
        BY_URL,
        f"T{QUOTE[1:]}.",
        "The source has these words except for the case of the first letter, in sentence 1.",
        "On 24 November 2026 our tool read this page and found these words in it. We keep a checksum, not the text; "
        "anyone with the text can repeat the check.",
    ),
    "twice": (
        BY_URL,
        f"{TEXT}\n\n{QUOTE}",
        "The source has exactly these words, in sentence 2, twice in all.",
        "On 24 November 2026 our tool read this page and found these words in it. We keep a checksum, not the text; "
        "anyone with the text can repeat the check.",
    ),
    "three times": (
        OF_A_FILE,
        f"{TEXT}\n\n{QUOTE}\n\n{QUOTE}",
        "The source has exactly these words, in sentence 2 of a saved copy, 3 times in all.",
        "On 24 November 2026 our tool read a saved copy of this page and found these words in it; the copy has not "
        "been compared with the address.",
    ),
}


@pytest.mark.parametrize(("how", "text", "line", "whole"), STATES.values(), ids=STATES)
def test_a_claim_says_in_one_line_where_its_quote_stands_and_behind_it_how_that_is_known(
    how: How, text: str, line: str, whole: str, proven: Proven
) -> None:
    card = page(proven(WITH_ADDRESS, {ID: (how, text)}), CLAIM).css_first(".fp-card")
    assert card is not None
    assert words(card.css_first("details.fp-proof > summary")) == line
    assert words(card.css_first("details.fp-proof > p")) == whole
    assert words(card.css_first("a.fp-out")) == "These words at Harbour Gazette, 30 May 2021"


UNPROVED = {
    "nobody read the source": (
        {},
        "Unverified: our tool has not found these words in the source, so they do not count.",
    ),
    "the source does not say so": (
        {ID: (BY_URL, "The pier is shut.")},
        "Unverified: our tool has not found these words in the source, so they do not count.",
    ),
}


@pytest.mark.parametrize(("read", "line"), UNPROVED.values(), ids=UNPROVED)
def test_words_that_nobody_saw_count_for_nothing_and_are_only_looked_for(
    read: Mapping[str, tuple[How, str]], line: str, proven: Proven
) -> None:
    card = page(proven(WITH_ADDRESS, read), CLAIM).css_first(".fp-card")
    assert card is not None
    assert words(card.css_first("p.fp-proof")) == line
    assert card.css_first("details") is None
    assert words(card.css_first("a.fp-out")) == "Look for these words at Harbour Gazette, 30 May 2021"


def stale(book: Book) -> Book:
    """The book with receipts that other rules of comparison made."""
    made = []
    for receipt in book.receipts.values():
        other = receipt.model_copy(update={"tokeniser": VERSION + 1})
        other.placed(receipt.id, receipt.path)
        made.append(other)
    return resolve(book.records(), receipts=made)


def broken(book: Book) -> Book:
    """The book as it is where a receipt's file can't be read."""
    return resolve(book.records(), broken=[("receipt", ID)])


@pytest.mark.parametrize("spoilt", [stale, broken])
def test_of_a_receipt_that_can_not_be_read_nothing_is_said_but_that(
    spoilt: Callable[[Book], Book], proven: Proven
) -> None:
    book = spoilt(proven(ARTICLE, {ID: (BY_URL, TEXT)}))
    line = "The receipt can't be read, so it is not known whether the source has these words."
    assert words(page(book, CLAIM).css_first("p.fp-proof")) == line
    source = page(book, SOURCE)
    assert words(source.css_first("p.fp-proof")) == line
    told = "The receipt can't be read, so it is not known which of these quotes the source has."
    assert section(source, "reading") == told
    assert source.css_first("table") is None


READINGS = {
    "at its address": (
        BY_URL,
        "On 24 November 2026 our tool read this page and found all quotes below in it. We keep a "
        "checksum, not the text; anyone with the text can repeat the check. What was read 17 words in 2 sentences "
        "Read with trafilatura 2.0.0",
    ),
    "a saved copy of a part": (
        IN_PART,
        "On 24 November 2026 our tool read a saved copy of part of this page and found all quotes below in it; the "
        "copy has not been compared with the address. We keep a checksum, not the text; anyone with the text can "
        "repeat the check. What was read 17 words in 2 sentences, a part of the whole Read with no "
        "extractor: the text was given as plain text",
    ),
}


@pytest.mark.parametrize(("how", "told"), READINGS.values(), ids=READINGS)
def test_a_source_says_how_it_was_read_and_each_quote_its_sentence(how: How, told: str, proven: Proven) -> None:
    book = proven(WITH_ADDRESS, {ID: (how, TEXT)})
    source = page(book, SOURCE)
    assert section(source, "reading") == told
    assert "sentence 2" in words(source.css_first("p.fp-proof"))
    hashes = [book.receipts[ID].key, book.receipts[ID].sha256, *book.receipts[ID].by_hash]
    assert not any(hash in (source.html or "") for hash in hashes)


def test_a_source_that_nobody_read_says_so(proven: Proven) -> None:
    told = "Our tool has not read this page yet, so quotes from it do not count."
    assert section(page(proven(WITH_ADDRESS, {}), SOURCE), "reading") == told


def test_a_document_without_an_address_has_none_to_be_compared_with(proven: Proven) -> None:
    book = proven(EMPTY, {ID: (OF_A_FILE, TEXT)})
    claim = page(book, CLAIM)
    assert words(claim.css_first("details.fp-proof > p")) == (
        "On 24 November 2026 our tool read a saved copy of this document and found these words in it; there is no "
        "address to compare the copy with."
    )
    assert claim.css_first("a.fp-out") is None


def test_a_pdf_is_linked_to_as_a_whole(proven: Proven) -> None:
    files = WITH_ADDRESS.replace("com/pier", "com/pier.pdf")
    link = page(proven(files, {ID: (BY_URL, TEXT)}), CLAIM).css_first("a.fp-out")
    assert link is not None and words(link) == "The PDF of Harbour Gazette, 30 May 2021"
    assert link.attributes["href"] == "https://gazette.example.com/pier.pdf"


BUDGETS = {
    "within a budget": ("quotation", "The site quotes 10 words of this page; at most 60 may be quoted."),
    "in the public domain": (
        "public-domain",
        "The site quotes 10 words of this page; it is in the public domain: no limit.",
    ),
    "under an open licence": (
        "open-licence",
        "The site quotes 10 words of this page; it is under an open licence: no limit.",
    ),
}


@pytest.mark.parametrize(("rights", "told"), BUDGETS.values(), ids=BUDGETS)
def test_a_source_says_how_much_of_it_is_quoted(rights: str, told: str, proven: Proven) -> None:
    book = proven(f"{WITH_ADDRESS}rights: {rights}\n", {ID: (BY_URL, TEXT)})
    assert told in words(page(book, SOURCE).css_first("dl"))


def test_an_article_says_how_much_of_it_claims_cover_and_leads_to_the_sentences(proven: Proven) -> None:
    source = page(proven(ARTICLE, {ID: (OF_A_FILE, f"{TEXT} A band played.")}), SOURCE)
    assert "3 sentences: 1 in claims, 1 excused with a reason, 1 not covered." in section(source, "coverage")
    assert source.css_first(f'a[href="../../coverage/{ID}/"]') is not None


TWO_QUOTES = f"""{WITH_ADDRESS}
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
appears_in:
  - {{source: gazette-2021-05-30, quote: "{QUOTE}"}}
evidence:
  - {{source: gazette-2021-05-30, stance: disputes, quote: "the pier was shut on Saturday"}}
  - {{source: gazette-2021-05-30, quote: "{QUOTE}"}}
"""


def test_no_two_links_to_exact_words_read_alike(proven: Proven) -> None:
    book = proven(TWO_QUOTES, {ID: (BY_URL, TEXT)})
    found = [words(link) for link in page(book, CLAIM).css("dd a.fp-out")]
    assert found == [
        "These words at Harbour Gazette, 30 May 2021 (quote 1)",
        "These words at Harbour Gazette, 30 May 2021 (quote 2)",
        "Look for these words at Harbour Gazette, 30 May 2021 (quote 3)",
    ]
    assert len({words(link) for link in page(book, SOURCE).css("a.fp-out")}) == 4
    assert "found 2 of the 3 quotes below" in section(page(book, SOURCE), "reading")


HOSTILE = f"""{WITH_ADDRESS.replace("com/pier", "com/pier?a='onclick=x(1)&b=%22%3E")}
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened."
evidence:
  - source: gazette-2021-05-30
    quote: "the pier \\"><script>x(2)</script> was, 5% A-B & 'opened' to {{{{ 7*7 }}}} القيارة all"
"""


def test_a_hostile_quote_and_address_are_inert(proven: Proven) -> None:
    book = proven(HOSTILE, {ID: (BY_URL, "the pier was opened")})
    for address in (CLAIM, SOURCE):
        tree = page(book, address)
        assert tree.css("script, [onclick]") == []
        link = tree.css("dd a.fp-out")[-1]
        assert link.attributes["rel"] == "nofollow noopener noreferrer external"
        assert link.attributes["href"] == (
            "https://gazette.example.com/pier?a='onclick=x(1)&b=%22%3E#:~:text=the%20pier%20%22%3E%3Cscript%3Ex(2)"
            "%3C/script%3E%20was%2C%205%25%20A%2DB%20%26%20'opened'%20to%20%7B%7B%207*7%20%7D%7D%20"
            "%D8%A7%D9%84%D9%82%D9%8A%D8%A7%D8%B1%D8%A9%20all"
        )


EXPLAINER = """
# docs/pier.md
---
article: gazette-2021-05-30
---

A [pier](claim:pier-opened).
"""


def notes(book: Book) -> LexborHTMLParser:
    """The notes of the explainer."""
    added = explained(book.pages["pier"], with_links(book))
    assert added is not None
    return LexborHTMLParser(added.notes)


def test_notes_say_in_one_line_where_their_quotes_stand(proven: Proven) -> None:
    book = proven(WITH_ADDRESS + EXPLAINER, {ID: (OF_A_FILE, TEXT)})
    line = notes(book).css_first("li .fp-proof")
    assert words(line) == (
        "The source has exactly these words, in sentence 2 of a saved copy. These words at Harbour Gazette, 30 May 2021"
    )


def test_notes_say_where_their_quotes_were_cut_and_whose_word_they_are(proven: Proven) -> None:
    cut = TEXT.replace("Saturday.", "Saturday, before 300 guests.")
    note = notes(proven(WITH_ADDRESS + EXPLAINER, {ID: (OF_A_FILE, cut)})).css_first("li")
    assert words(note.css_first(".fp-cut")) == (
        "The sentence begins earlier and goes on … The sentence passes on somebody’s word, and our record does not say "
        "whose: no voice of its own."
    )
    whole = notes(proven(WITH_ADDRESS + EXPLAINER, {ID: (OF_A_FILE, f"A fine day. {QUOTE}.")}))
    assert whole.css_first(".fp-cut") is None


def test_a_note_shows_support_that_was_read_before_support_that_was_not(proven: Proven) -> None:
    files = f"""{WITH_ADDRESS}
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
evidence:
  - {{source: gazette-2021-05-30, first_hand: "It was there.", quote: "we saw the pier open on Saturday"}}
  - {{source: gazette-2021-05-30, quote: "{QUOTE}"}}
{EXPLAINER}
"""
    read = notes(proven(files, {ID: (BY_URL, TEXT)}))
    assert words(read.css_first("q")) == QUOTE
    unread = notes(proven(files, {}))
    assert words(unread.css_first("q")) == "we saw the pier open on Saturday"


def test_a_page_is_as_new_as_the_reading_of_its_sources(proven: Proven) -> None:
    linked = with_links(proven(WITH_ADDRESS, {ID: (BY_URL, TEXT)}))
    updated = {page.address: page.updated for page in render(linked, rules=RULES)}
    assert updated[CLAIM] == updated[SOURCE] == "2026-11-24"
    assert updated["entities/harbour-gazette/"] == ""


def test_headings_still_go_down_one_by_one(proven: Proven) -> None:
    source = page(proven(ARTICLE, {ID: (BY_URL, TEXT)}), SOURCE)
    levels = [int(node.tag[1]) for node in source.css("h1, h2, h3")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_what_is_beside_an_article_is_told_as_such() -> None:
    blocks = [TextBlock("It is open. It cost a lot."), TextBlock("Ferry strike ends today", "heading", beside=True)]
    document, quote = read_document(blocks), "Ferry strike ends today"
    place = find(document, quote)
    assert place is not None
    receipt = receipt_of(document, {quote: place}, excuses=(), how=BY_URL, key=bytes(16))
    proof = Proof("read", ID, quote, receipt.quotes[0], receipt)
    assert receipts.found_words(proof) == "The source has exactly these words, beside its article."
    assert receipts.extent_words(receipt) == "7 words in 2 sentences; 1 more sentence beside the article"
    alone = find(read_document(quote), quote)
    assert alone is not None
    only = receipt_of(read_document(quote), {quote: alone}, excuses=(), how=BY_URL, key=bytes(16))
    assert receipts.extent_words(only) == "4 words in 1 sentence; every sentence that was read is quoted"
