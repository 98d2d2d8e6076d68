"""Pages as text: golden fragments that a reviewer reads, and what holds for every template and page."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.evidence.receipts import How
from factpress.pages.render import HERE, redirects, render
from factpress.pipeline import Checked
from factpress.rules import RULES

GOLDEN = Path(__file__).parent.parent / "golden"
TEMPLATES = sorted((HERE / "templates").glob("*.jinja"))
PROJECT = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/entities/harbour-gazette.yml
name: Harbour Gazette
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
issued: 2021-05-30
url: https://gazette.example.com/pier
root: harbour-gazette
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
# facts/claims/harbour/pier-opened.yml
claim: "The [north pier](entity:north-pier) opened on 29 May 2021 with 300 guests."
when: 2021-05-29
where: [north-pier]
about: [harbour-office, ann-doe]
figures: {guests: about 300, opening_date: 2021-05-29}
said_by: harbour-office
appears_in:
  - source: gazette-2021-05-30
    quote: "hundreds saw the north pier open on Saturday"
evidence:
  - source: office-2021-05-29
    attributed_to: press-desk
    first_hand: "The office counted its guests."
    quote: "some 300 guests were at the opening of the pier"
    language: en
    says: {guests: 300}
  - source: gazette-2021-05-30
    attributed_to: "an unnamed visitor"
    stance: disputes
    quote: "there were two hundred of us at the most"
    gloss: "Said on the day."
    answered: "The office counted at the gate."
must_hold: ["when after pier-planned.when"]
rests_on: [pier-planned]
verdict: inaccurate
because: "The office counted; see [the plan](claim:pier-planned)."
instead: "About three hundred guests came."
review: {by: [ann], date: 2021-07-01}
corrections: [{date: 2021-06-05, kind: correction, was: "200 guests came.", why: "We misread it."}]
allow: [{code: F204, because: "Kept for the test.", until: 2030-01-01}]
# facts/claims/harbour/pier-planned.yml
claim: "The pier was planned in 2019."
when: 2019
evidence: [{source: office-2021-05-29, quote: "the plan for the pier is of 2019", stance: context}]
# facts/claims/harbour/taken-back.yml
claim: "A secret tower fell."
evidence: [{source: office-2021-05-29, quote: "the plan for the pier is of 2019"}]
withdrawn: {date: 2021-06-10, why: "It stands."}
"""
# What was read of each source. Nobody has read the plan in the office's page, so one quote is unread.
READ = {
    "gazette-2021-05-30": (
        How("excerpt", "file", "2026-11-24", "text"),
        "Pier opens\n\nHundreds saw the north pier open on Saturday. “There were two hundred of us at the most,” said "
        "one. A band played until the evening.",
    ),
    "office-2021-05-29": (
        How("full", "url", "2026-11-25", "trafilatura 2.0.0"),
        "Some 300 guests were at the opening of the pier. So some 300 guests were at the opening of the pier.",
    ),
}


@pytest.fixture
def pages(proven: Callable[[str, object], Book]) -> dict[str, str]:
    """Fragments by address."""
    return {page.address: page.html for page in render(proven(PROJECT, READ), rules=RULES)}


def test_the_project_is_sound_but_for_quotes_that_nobody_read(project: Callable[[str], Checked]) -> None:
    errors = {finding.code for finding in project(PROJECT).findings if finding.severity == "error"}
    assert errors <= {"F301", "F901", "F502"}


GOLDENS = {
    "claim": "claims/pier-opened/",
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


def test_a_former_id_leads_to_the_record_of_today(project: Callable[[str], Checked]) -> None:
    found = {redirect.address: redirect.html for redirect in redirects(project(PROJECT).book)}
    assert set(found) == {"entities/port-office/"}
    assert "url=../../entities/harbour-office/" in found["entities/port-office/"]


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
        "{{ piece.url }}",
        "{{ source.url }}",
        "{{ url }}",
        "{{ lists }}",
        "{{ target.url }}",
        "{{ canonical }}",
    }


def test_there_are_templates() -> None:
    assert len(TEMPLATES) >= 9
