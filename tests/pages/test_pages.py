"""Pages as text: golden fragments that a reviewer reads, and what holds for every template and page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from pages.boats import Laid, page, read_book
from proving import prove
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.cli.examples import lay
from factpress.evidence.receipts import How
from factpress.pages.environment import TEMPLATES as FOLDER
from factpress.pages.files import ASSETS, files
from factpress.pages.links import with_links
from factpress.pages.render import render
from factpress.pipeline import check
from factpress.records.date import parse_date
from factpress.rules import RULES

GOLDEN = Path(__file__).parent.parent / "golden"
TEMPLATES = sorted(FOLDER.glob("*.jinja"))
PROJECT = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/entities/coast-wire.yml
name: Coast Wire
type: Organization
# facts/entities/evening-post.yml
name: Evening Post
type: Organization
# facts/entities/harbour-office.yml
name: Harbour Office
type: Organization
description: "Runs the harbour."
formerly: [port-office]
# facts/entities/press-desk.yml
name: Press Desk
type: Organization
voice_of: harbour-office
# facts/entities/north-pier.yml
name: North Pier
alternate_name: ["the new pier"]
type: Place
geo: {latitude: 33.5, longitude: -44.26, precision: 1 km, source: "the harbour's chart"}
same_as: [https://example.com/pier]
# facts/entities/ann-doe.yml
name: Ann Doe
type: Person
naming: "Harbour master in 2021."
part_of: harbour-office
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "Pier opens"
container_title: Harbour Gazette
issued: 2021-05-30
url: https://gazette.example.com/pier
root: coast-wire
no_claim:
  - {sentence: 1, begins: "Pier opens", why: "the headline, which says less than sentence 2"}
# facts/sources/office-2021-05-29.yml
type: webpage
title: "Opening"
author: [{family: Doe, given: Ann}, {literal: Press Desk}]
issued: 2021-05-29
accessed: 2021-06-03
url: https://example.com/opening?a=1&b=2
language: ar
root: harbour-office
rights: public-domain
archived: [{url: "https://example.org/copy", date: 2021-06-01, state: "complete"}]
note: "Read in a saved copy."
# facts/sources/herald-2021-05-30.yml
type: article-newspaper
title: "A pier"
container_title: Herald
issued: 2021-05-30
root: coast-wire
# facts/sources/echo-2021-05-30.yml
type: article-newspaper
title: "A new pier"
container_title: Echo
issued: 2021-05-30
root: coast-wire
# facts/sources/post-2021-05-31.yml
type: article-newspaper
title: "The pier, and what it cost"
issued: 2021-05-31
root: evening-post
# facts/claims/harbour/pier-opened.yml
claim: "The [north pier](entity:north-pier) opened on 29 May 2021 with 300 guests."
when: 2021-05-29
where: [north-pier]
about: [harbour-office, ann-doe]
figures: {guests: about 300, opening_date: 2021-05-29}
appears_in:
  - source: gazette-2021-05-30
    quote: "hundreds saw the north pier open on Saturday"
evidence:
  - source: office-2021-05-29
    attributed_to: press-desk
    first_hand: "The office counted its guests."
    quote: "some 300 guests were at the opening of the pier"
    language: en
  - source: office-2021-05-29
    attributed_to: press-desk
    first_hand: "The office opened its own pier."
    quote: "our pier was opened on 29 May"
    language: en
  - source: herald-2021-05-30
    quote: "on Saturday, the north pier was opened to the public"
  - source: echo-2021-05-30
    quote: "the pier opened to the public on Saturday"
  - source: post-2021-05-31
    quote: "ten score and five times twenty came on Saturday"
    says: {guests: 300, opening_date: 2021-05-29}
  - source: gazette-2021-05-30
    attributed_to: "an unnamed visitor"
    stance: disputes
    quote: "there were two hundred of us at the most"
    says: {guests: at most 200}
    gloss: "Said on the day."
    answered: "The office counted at the gate."
  - source: office-2021-05-29
    quote: "the gates of the pier were opened at noon"
    language: en
  - source: post-2021-05-31
    stance: context
    quote: "nobody had counted the birds on the pier"
must_hold: ["when after pier-planned.when", "guests <= 310"]
rests_on: [pier-planned]
verdict: accurate
because: "The office counted; see [the plan](claim:pier-planned)."
review: {by: [ann], date: 2021-07-01}
corrections: [{date: 2021-06-05, kind: correction, was: "200 guests came.", why: "We misread it."}]
allow: [{code: F204, because: "Kept for the test.", until: 2030-01-01}]
# facts/claims/harbour/pier-cost.yml
claim: "The pier is 90 metres long and cost two million euros, more than the old pier."
finding: "The pier cost less than [the old one](claim:old-pier)"
figures: {length: 90 m, cost: EUR 2 million}
about: [north-pier]
appears_in:
  - source: gazette-2021-05-30
    quote: "the pier of 90 metres cost €2 million, more than the old one"
evidence:
  - source: herald-2021-05-30
    quote: "the pier of 90 metres cost €2 million"
  - source: post-2021-05-31
    quote: "the pier, 90 metres long, cost €1 million and not a cent more"
must_hold: ["cost > old-pier.cost"]
verdict: inaccurate
because: "The old pier cost more."
instead: "The pier cost one million euros."
would_change: "The office's own bill."
checked: 2021-06-20
review_by: 2021-12-31
replies:
  - {party: coast-wire, asked: 2021-06-11, how: "by e-mail", answer: "We stand by it.", date: 2021-06-12}
  - {party: harbour-office, asked: 2021-06-11, how: "by letter", answer: none}
challenges:
  - {by: "a reader", date: 2021-06-14, says: "It is 91 metres long.", outcome: "The office's plan says 90."}
  - {by: evening-post, date: 2021-06-15, says: "It was not our word."}
# facts/claims/harbour/old-pier.yml
claim: "The old pier cost three million euros."
figures: {cost: EUR 3 million}
evidence:
  - source: office-2021-05-29
    first_hand: "The office paid for it."
    language: en
    quote: "we paid €3 million for the old pier"
# facts/claims/harbour/free-for-all.yml
claim: "The harbour office said that the pier would be free for all."
said_by: harbour-office
appears_in:
  - source: gazette-2021-05-30
    quote: "the pier would be free for all, the harbour office said"
evidence:
  - source: post-2021-05-31
    attributed_to: harbour-office
    quote: "the office told us that nobody would pay for the pier"
# facts/claims/harbour/pier-planned.yml
claim: "The pier was planned in 2019."
when: 2019
evidence:
  - source: office-2021-05-29
    quote: "it was planned in 2019"
    language: en
  - source: office-2021-05-29
    quote: "الرصيف الشمالي من خطة عام 2019"
    gloss: "The north pier is of the plan of 2019."
# facts/claims/harbour/taken-back.yml
claim: "A secret tower fell."
evidence: [{source: office-2021-05-29, quote: "the plan for the pier is of 2019"}]
withdrawn: {date: 2021-06-10, why: "It stands."}
"""
# What was read of each source. Nobody has read the plan or the gates in the office's page, so two quotes are unread.
READ = {
    "gazette-2021-05-30": (
        How("excerpt", "file", "2026-11-24", "text"),
        "Pier opens\n\nHundreds saw the north pier open on Saturday. “There were two hundred of us at the most,” said "
        "one. A band played until the evening. The pier of 90 metres cost €2 million, more than the old one. The pier "
        "would be free for all, the harbour office said.",
    ),
    "office-2021-05-29": (
        How("full", "url", "2026-11-25", "trafilatura 2.0.0"),
        "Some 300 guests were at the opening of the pier. So some 300 guests were at the opening of the pier. We paid "
        "€3 million for the old pier. Our pier was opened on 29 May. It was planned in 2019.",
    ),
    "herald-2021-05-30": (
        How("full", "file", "2026-11-24", "text"),
        "On Saturday, the north pier was opened to the public. The pier of 90 metres cost €2 million.",
    ),
    "echo-2021-05-30": (How("full", "file", "2026-11-24", "text"), "The pier opened to the public on Saturday."),
    "post-2021-05-31": (
        How("full", "file", "2026-11-24", "text"),
        "Ten score and five times twenty came on Saturday. Nobody had counted the birds on the pier. The pier, 90 "
        "metres long, cost €1 million and not a cent more. The office told us that nobody would pay for the pier.",
    ),
}


# The rules that pages cite, and one that the project waives: no other rule changes a golden page.
CITED = frozenset({
    "answer-form", "background-verdict", "changed-correction", "changed-withdrawal", "cited-draft", "deleted-record",
    "guarded-file", "idle-waiver", "lost-id", "missing-reply", "missing-review", "missing-would-change", "over-budget",
    "overdue-check", "own-review", "past-waiver", "quote-brackets", "quote-length", "reply-misfit", "said-after-all",
    "silent-change", "stale-review", "unbacked-finding", "unearned-verdict", "unknown-id", "unknown-key",
    "unproved-silence", "unread-quote", "unreadable-date", "unreasoned-waiver", "unsaid-figure", "unused-entity",
    "verdict-incomplete",
})  # fmt: skip
FIXED = tuple(rule for rule in RULES if rule.name in CITED)


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return read_book(tmp_path_factory.mktemp("harbour"), PROJECT, READ)


@pytest.fixture(scope="module")
def pages(harbour: Book) -> dict[str, str]:
    """Fragments by address."""
    return {page.address: page.html for page in render(with_links(harbour), rules=FIXED)}


def test_the_project_is_sound_where_all_of_its_quotes_are_read(tmp_path: Path) -> None:
    lay(PROJECT, tmp_path)
    prove(tmp_path)
    findings = check(tmp_path, today=parse_date("2026-11-24")).findings
    # The waiver is idle, and the made-up text of the article begins with other words than the page's.
    assert {finding.code for finding in findings if finding.severity == "error"} == {"F901", "F502", "F503"}


GOLDENS = {
    "claim": "claims/pier-opened/",
    "refuted-claim": "claims/pier-cost/",
    "said-claim": "claims/free-for-all/",
    "background-claim": "claims/pier-planned/",
    "withdrawn-claim": "claims/taken-back/",
    "source": "sources/office-2021-05-29/",
    "article": "sources/gazette-2021-05-30/",
    "place": "entities/north-pier/",
    "person": "entities/ann-doe/",
    "organization": "entities/harbour-office/",
    "claims": "claims/",
    "sources": "sources/",
    "entities": "entities/",
    "contribute": "contribute/",
}


@pytest.mark.parametrize("name", GOLDENS)
def test_a_page_is_as_it_was_reviewed(name: str, pages: dict[str, str]) -> None:
    """`GOLDEN=write make test` writes the pages anew, for a reviewer to read."""
    html = pages[GOLDENS[name]].strip() + "\n"
    path = GOLDEN / f"{name}.html"
    if os.environ.get("GOLDEN") == "write":
        path.write_text(html, "utf-8", newline="\n")
    assert html == path.read_text("utf-8")


def test_every_golden_page_is_compared() -> None:
    assert {path.stem for path in GOLDEN.glob("*.html")} == set(GOLDENS)


def test_pages_are_well_formed_and_their_headings_go_down_one_by_one(pages: dict[str, str]) -> None:
    for address, html in pages.items():
        tree = LexborHTMLParser(html)
        levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3")]
        assert levels[0] == 1 and levels.count(1) == 1, address
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), address
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), address
        assert html.count("<dl") == html.count("</dl>") and html.count("<div") == html.count("</div>"), address
        for link in tree.css("a"):
            assert link.text().strip() and link.attributes["href"], address


def test_a_withdrawn_claim_shows_nothing_of_what_it_said(pages: dict[str, str]) -> None:
    assert [address for address, html in pages.items() if "secret tower" in html] == []
    assert "Withdrawn claim: taken-back" in pages["claims/"]


def test_a_former_id_leads_to_the_record_of_today(project: Callable[[str], Laid]) -> None:
    found = {file.path: file.text for file in files(with_links(project(PROJECT).book))}
    assert "url=../../entities/harbour-office/" in found["entities/port-office/index.html"]
    assert [path for path in found if path.startswith(("claims/", "sources/", "entities/"))] == [
        "claims/index.json",
        "entities/port-office/index.html",
    ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_can_not_be_broken_out_of(template: Path) -> None:
    """Security design, row T32: no value outside quotes, in a script, a style or a handler, or marked as safe."""
    text = template.read_text("utf-8")
    assert not re.search(r"<[^>\"]*=\s*\{\{", text), "an attribute without quotation marks"
    assert not re.search(r"<(script|style)\b", text)
    assert not re.search(r"\bon\w+\s*=|\bstyle\s*=|\bsrcdoc\s*=", text)
    assert not re.search(r"\|\s*safe\b|Markup|autoescape", text)
    hrefs = set(re.findall(r'(?:href|src)="([^"]*)"', text))
    assert hrefs <= {
        "{{ link.url }}",
        "#{{ group.id }}",
        "#cite",
        "#compared",
        "#evidence",
        "#changes",
        "{{ coverage.link.url }}#s{{ row.number }}",
        "{{ coverage.link.url }}#s{{ number }}",
        "{{ piece.url }}",
        "{{ source.url }}",
        "{{ url }}",
        "{{ target.url }}",
        "{{ canonical }}",
        "{{ each.url }}",
        "#event-{{ more.event.id }}",
        "#timeline-list",
        "#map-list",
    }


def test_stylesheets_are_small_and_ask_nobody() -> None:
    texts = {path.name: path.read_text("utf-8") for path in ASSETS.glob("*.css")}
    assert sum(map(len, texts.values())) < 36_000
    assert not any(re.search(r"url\(|@import|!important", text) for text in texts.values())
    # A block that is never closed takes all that follows into its condition.
    assert all(text.count("{") == text.count("}") for text in texts.values())
    assert set(re.findall(r"[.]([a-z]+)-", re.sub(r"/\*.*?\*/", "", texts["factpress.css"]))) == {"fp"}
    assert "md-" not in re.sub(r"/\*.*?\*/", "", texts["factpress.css"])


def test_a_claim_links_the_rules_that_were_run_and_those_it_is_waived_from(pages: dict[str, str]) -> None:
    tree = LexborHTMLParser(pages["claims/pier-opened/"])
    links = [link.attributes["href"] for link in tree.css("#checked + dl a")]
    assert links[:1] == ["../../rules/#f0"] and links[-1] == "../../rules/#f204"
    anchors = LexborHTMLParser(pages["rules/"])
    assert all(anchors.css_first(f"[id='{str(link).partition('#')[2]}']") for link in links)


def test_the_place_in_the_article_is_a_row_of_its_coverage(pages: dict[str, str]) -> None:
    link = LexborHTMLParser(pages["claims/pier-opened/"]).css_first("#article + .fp-card dd a")
    assert link is not None and link.text() == "Sentence 2 of 6"
    address, _, anchor = str(link.attributes["href"]).partition("#")
    assert address == "../../coverage/gazette-2021-05-30/"
    assert LexborHTMLParser(pages["coverage/gazette-2021-05-30/"]).css_first(f"tr[id='{anchor}']") is not None


MEASURED = {
    "an address at the end": ("Chart: https://chart.example.com/pier", "Chart", "https://chart.example.com/pier"),
    "no address": ("the harbour's chart", "", ""),
    "an address alone": ("https://chart.example.com/", "", ""),
    "an address with more behind it": ("https://chart.example.com/ of 2021", "", ""),
    "an address that no page may link to": ("Chart: https://user@chart.example.com/", "", ""),
}


@pytest.mark.parametrize(("source", "words", "url"), MEASURED.values(), ids=MEASURED)
def test_coordinates_lead_to_where_they_were_read(
    source: str, words: str, url: str, project: Callable[[str], Laid]
) -> None:
    geo = f'{{latitude: 1, longitude: 2, precision: 1 km, source: "{source}"}}'
    place = f"# facts/entities/pier.yml\nname: Pier\ntype: Place\ngeo: {geo}\n"
    tree = page(project(place).book, "entities/pier/")
    link = tree.css_first("dd a.fp-out")
    assert (link.text() if link else "", link.attributes["href"] if link else "") == (words, url)
    assert (words or source) in tree.text()


def test_there_are_templates() -> None:
    assert len(TEMPLATES) >= 9
