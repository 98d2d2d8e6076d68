"""The page about the method says what is enforced: verdicts, standing, budgets, waivers and rules as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from one_page import render_page
from pages.boats import OTHERS, Laid, Weighed, page, piece, read_book, said
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.changes.authors import Authorship
from factpress.changes.history import History
from factpress.cli.examples import BASE
from factpress.evidence.standing import ROWS, WEAKEST_FIRST
from factpress.pages.links import with_links
from factpress.rules import RULES

# The contract's tables, written down a second time.
VERDICTS = {
    "accurate": ("corroborated or primary", "the reason in because"),
    "missing-context": ("contested, single-source, primary or corroborated", "the reason in because"),
    "disputed": ("contested", "the reason in because"),
    "inaccurate": ("contested or contradicted", "the reason in because and what is true in instead"),
    "unproven": ("single-source, unsupported or contradicted", "the reason in because"),
}
STANDING = {
    "contradicted": "it is disputed, and no quote that was read says it",
    "contested": "it is disputed, and some root says it",
    "corroborated": "two roots or more say it, the article's own not counted",
    "primary": "a quote that says it is first-hand",
    "single-source": "some root says it, but no more than one beside the article's own",
    "unsupported": "no quote that was read says it",
}
BY_ANOTHER = History(authorship={"pier-opened": Authorship(readers=frozenset({"ann"}))})
SITE = "\n# facts/site.yml\nformat: 1\nname: Harbour facts\n"


def method(book: Book, *, directory_urls: bool = True) -> LexborHTMLParser:
    return page(book, "method/", directory_urls=directory_urls)


def meanings(page: LexborHTMLParser, prefix: str) -> Mapping[str, str]:
    """What the page says of each word whose anchor begins so."""
    found = {}
    for term in page.css(f'dt[id^="{prefix}"]'):
        about = term.next
        while about is not None and about.tag != "dd":
            about = about.next
        found[(term.attributes["id"] or "").removeprefix(prefix)] = said(about)
    return found


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> LexborHTMLParser:
    return method(read_book(tmp_path_factory.mktemp("project"), "", {}))


def test_each_verdict_stands_with_its_conditions(harbour: LexborHTMLParser) -> None:
    assert meanings(harbour, "verdict-") == {
        name: f"the claim is {standing}; its record gives {given}" for name, (standing, given) in VERDICTS.items()
    }


def test_each_standing_stands_with_what_it_takes_in_the_order_in_which_it_is_found(harbour: LexborHTMLParser) -> None:
    found = meanings(harbour, "standing-")
    assert list(found) == list(STANDING) == [row.standing for row in ROWS]
    assert all(found[name].startswith(words) for name, words in STANDING.items())
    order = "contradicted, contested, unsupported, single-source, primary, corroborated"
    assert order == ", ".join(WEAKEST_FIRST) and f"From weak to strong: {order}." in said(harbour.body)


def test_a_site_with_its_own_verdicts_shows_those(project: Callable[[str], Laid]) -> None:
    own = """verdicts:
  - {name: sound, standing: [corroborated], label: "Sound as a <bell>"}
  - {name: hollow, standing: [unsupported, contradicted, contested], needs: [instead]}
"""
    page = method(project(SITE + own).book)
    assert [said(term) for term in page.css('dt[id^="verdict-"]')] == ["Sound as a <bell>", "Hollow"]
    assert meanings(page, "verdict-") == {
        "sound": "the claim is corroborated; its record gives the reason in because",
        "hollow": "the claim is unsupported, contradicted or contested; its record gives what is true in instead",
    }
    assert "Missing context" not in said(page.body)


def test_every_rule_stands_in_its_family_and_leads_to_its_page(harbour: LexborHTMLParser) -> None:
    links = harbour.css("h2#all-rules ~ ul.fp-list a")
    assert [(said(link), link.attributes["href"]) for link in links] == [
        (f"{rule.code} {rule.name}", f"../rules/#{rule.code.lower()}") for rule in RULES
    ]
    lines = [said(node) for node in harbour.css("h2#all-rules ~ ul.fp-list li")]
    for line, rule in zip(lines, RULES, strict=True):
        assert line == f"{rule.code} {rule.name} ({rule.severity}): {' '.join(rule.summary.replace('`', '').split())}"


# What the page says, by the rule that enforces it.
ENFORCED = {
    "unearned-verdict": ("A verdict is an error if the claim's standing does not allow it.",),
    "verdict-incomplete": ("It is an error without the fields that it needs.",),
    "background-verdict": ("is background and gets no verdict",),
    "quote-length": ("One quote has at most 30 words.",),
    "over-budget": ("At most 10 % of the text of a source", "overlapping ones once", "in the public domain"),
    "unread-quote": ("A quote without a receipt is an error",),
    "idle-waiver": ("A waiver allows a record to break one rule",),
    "past-waiver": ("A waiver allows a record to break one rule",),
    "unreasoned-waiver": ("A waiver allows a record to break one rule",),
    "missing-review": ("Fewer reviewers",),
    "stale-review": ("A review has a checksum",),
    "own-review": ("does not review it",),
    "silent-change": ("does not change without a correction",),
}


@pytest.mark.parametrize("name", ENFORCED)
def test_a_statement_leads_to_the_rule_that_enforces_it(name: str, harbour: LexborHTMLParser) -> None:
    (code,) = (rule.code for rule in RULES if rule.name == name)
    for words in ENFORCED[name]:
        (statement,) = (node for node in harbour.css("h2 ~ p") if words in said(node))
        links = [(said(link), link.attributes["href"]) for link in statement.css("a")]
        assert (f"{code} {name}", f"../rules/#{code.lower()}") in links


def test_reviewers_are_those_that_the_site_wants(project: Callable[[str], Laid]) -> None:
    text = said(method(project(SITE + "reviewers: {usual: 3, named_person: 4}\n").book).body)
    assert "requires: 3 for most changes, 2 for a changed verdict, 4 for a claim that names a person." in text
    assert "Claims that a second reader reviewed in their current version: 0 of 1." in text


def test_every_rule_about_review_and_change_is_named_in_its_section(harbour: LexborHTMLParser) -> None:
    (statement,) = (node for node in harbour.css("p") if "These rules are about review and change." in said(node))
    codes = [said(link).split()[0] for link in statement.css("a")]
    assert codes == [rule.code for rule in RULES if rule.code.startswith("F7")]


def test_only_reviews_that_fit_are_counted(project: Callable[[str], Laid]) -> None:
    path = "# facts/claims/harbour/pier-opened.yml\n" + BASE.split("pier-opened.yml\n")[1]
    for stamp, count in ((None, 0), ("s-0000000000000000", 0), ("s-cb983ea4eaa0e53d", 1)):
        review = "review: {by: [ann], date: 2021-06-02" + (f", stamp: {stamp}" if stamp else "") + "}\n"
        found = render_page("method/", with_links(project(path + review).book), rules=RULES, history=BY_ANOTHER)
        words = f"Claims that a second reader reviewed in their current version: {count} of 1."
        assert words in said(LexborHTMLParser(found.html).body)


def test_numbers_are_the_sites_own(project: Callable[[str], Laid]) -> None:
    budgets = "budgets: {quote_words: 21, share: 7.5 %, article_share: 33 %}\n"
    text = said(method(project(SITE + budgets).book).body)
    assert "One quote has at most 21 words." in text
    assert "At most 7.5 % of the text of a source may be quoted, or 60 words if that is more; of an article" in text
    assert "under check, 33 %." in text
    assert "This site has 1 source of 1 root." in text
    assert "Quotes on this site: 1. Read at the address of their source: 1; in a saved copy" in text


def test_roots_and_quotes_are_counted(weighed: Weighed) -> None:
    text = said(method(weighed(piece("post"), piece("echo"), more=OTHERS, unread=("echo",))).body)
    # Eight papers of five bodies, and the gazette, which nobody has read either.
    assert "This site has 9 sources of 6 roots." in text
    assert "Quotes on this site: 6. Read at the address of their source: 0; in a saved copy" in text
    assert "not compared with the address: 4; unverified: 2." in text


WAIVERS = """
# facts/entities/north-pier.yml
name: North & Pier
type: Place
allow: [{code: unused-entity, because: "A <claim> comes.", until: 2027-01-01}]
# docs/poem.md
---
title: A poem
allow: [{code: F603, because: "Its lines."}, {code: F999, because: "No such rule."}]
---

a<br>b
"""


def test_waivers_are_counted_and_lead_to_their_records_and_rules(project: Callable[[str], Laid]) -> None:
    page = method(project(WAIVERS + SITE + 'allow: [{code: F901, because: "None."}]\n').book)
    assert "The records of this site have 4 waivers:" in said(page.body)
    listed = page.css("h2#waivers ~ ul.fp-list")[0].css("li")
    assert [said(each) for each in listed] == [
        "facts/site.yml, F901 idle-waiver: None.",
        "North & Pier, F204 unused-entity: A <claim> comes. Until 1 January 2027",
        "A poem, F603 raw-html: Its lines.",
        "A poem, F999: No such rule.",
    ]
    links: list[Any] = [link.attributes["href"] for each in listed for link in each.css("a")]
    assert links == [
        "../rules/#f901",
        "../entities/north-pier/",
        "../rules/#f204",
        "../poem/",
        "../rules/#f603",
        "../poem/",
    ]


def test_policies_that_are_given_are_listed_with_their_pages(project: Callable[[str], Laid]) -> None:
    named = "policies: {funding: docs/desk.md#who-pays, corrections: docs/gone.md, methodology: method/}\n"
    book = project(SITE + named + "# docs/desk.md\n# The desk\n\n## Who pays\n").book
    page = method(book)
    section = page.css("h2#policies ~ dl")[0]
    assert [said(node) for node in section.css("dt, dd")] == [
        "Corrections",
        "docs/gone.md",
        "Funding",
        "The desk",
        "Methodology",
        "this page",
    ]
    assert [link.attributes["href"] for link in section.css("a")] == ["../desk/#who-pays", "#method"]
    files = method(book, directory_urls=False)
    assert files.css("h2#policies ~ dl a")[0].attributes["href"] == "../desk.html#who-pays"
    assert files.css("h2#all-rules ~ ul.fp-list a")[0].attributes["href"] == "../rules/index.html#f001"


def test_without_policies_and_waivers_nothing_is_said_of_them(harbour: LexborHTMLParser) -> None:
    assert harbour.css("h2#policies") == []
    assert "The records of this site have no waivers." in said(harbour.body)


READINGS = """blind_readings:
  date: 2021-06-03
  how: "Two readings from the sources alone."
  claims:
    - {claim: pier-opened, first: accurate, second: accurate}
    - {claim: north-pier, first: disputed, second: unproven, settled: "The <harbour> log settles it."}
"""


def test_blind_readings_are_counted_and_each_difference_is_shown(project: Callable[[str], Laid]) -> None:
    text = said(method(project(SITE + READINGS).book).body)
    assert "Claims judged twice on 3 June 2021: 2. Two readings from the sources alone." in text
    # Chance: both say accurate for one of two, 1/4; so (1/2 - 1/4) / (1 - 1/4) is a third.
    assert "The readings agree on 1 of 2 (50%); Cohen's kappa is 0.33, where" in text
    assert "The first reading: Disputed; the second: Unproven. The <harbour> log settles it." in text
    # The record of this claim has no verdict yet: the readings agree, the record differs.
    assert "The first reading: Accurate; the second: Accurate; the record: " in text


def test_readings_that_give_one_verdict_everywhere_say_nothing_about_chance(project: Callable[[str], Laid]) -> None:
    same = READINGS.replace("disputed, second: unproven", "accurate, second: accurate")
    assert "agree on 2 of 2 (100%); all are the same verdict" in said(method(project(SITE + same).book).body)


def test_a_site_without_blind_readings_says_so(harbour: LexborHTMLParser) -> None:
    assert "No claim of this site was judged twice" in said(harbour.body)
