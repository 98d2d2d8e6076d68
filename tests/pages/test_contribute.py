"""The guide for contributors says what the site asks, and shows templates and findings as they are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import pytest
from pages.boats import Laid, page, read_book, said
from proving import prove
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.changes.base import Base
from factpress.changes.corrections import TOLD
from factpress.changes.owners import GUARDED
from factpress.cli.examples import lay
from factpress.evidence.budget import FEWEST_WORDS
from factpress.findings import Severity
from factpress.pages.views.contribute import FINDINGS, MISTAKES, findings, rule_of
from factpress.pipeline import book_of, check
from factpress.records.claim import Claim, Correction
from factpress.records.date import parse_date
from factpress.records.templates import templates
from factpress.reports.text_report import finding_lines
from factpress.rules import RULES

TODAY = parse_date("2026-11-24")
CLAIM = "facts/claims/harbour/pier-opened.yml"
SITE = "\n# facts/site.yml\nformat: 1\nname: Harbour facts\n"
# What is changed in the template of a claim, and into what; the last one after it was published.
PLANTED = {
    "unknown-id": ("source: gazette-2021-05-30", "source: gazette-2021-05-03"),
    "unknown-key": ("evidence:", "evidense:"),
    "unreadable-date": ("when: 2021-05-29", "when: 29 May 2021"),
    "unsaid-figure": ("guests: about 300", "guests: 3,000"),
    "unread-quote": ("some 300 guests were", "some 300 people were"),
    "silent-change": ("guests: about 300", "guests: 300"),
}
PUBLISHED = {"silent-change"}


def guide(book: Book, *, directory_urls: bool = True) -> LexborHTMLParser:
    return page(book, "contribute/", directory_urls=directory_urls)


def steps(page: LexborHTMLParser) -> list[str]:
    return [said(step) for step in page.css("h2#correct + ol > li")]


def lay_templates(folder: Path) -> None:
    lay("".join(file for files in templates().values() for file in files), folder)
    prove(folder)


def printed(name: str, folder: Path) -> str:
    """What the check prints of the mistake planted in the template of a claim, whose notes are left out."""
    lay_templates(folder)
    reading, book = book_of(folder)
    base = Base(book, reading.broken, {CLAIM: CLAIM}) if name in PUBLISHED else None
    path = folder / CLAIM
    sound = re.sub(r" +# .*", "", path.read_text("utf-8"))
    right, wrong = PLANTED[name]
    path.write_text(sound.replace(right, wrong, 1), "utf-8")
    checked = check(folder, today=TODAY, base=base)
    (found,) = (each for each in checked.findings if each.name == name)
    return finding_lines(found, checked.texts[found.place.path])


def test_findings_are_what_the_check_prints(tmp_path: Path) -> None:
    """`GOLDEN=write make test` writes them anew, for a reviewer to read."""
    text = "\n".join(printed(name, tmp_path / name) for name in MISTAKES)
    if os.environ.get("GOLDEN") == "write":
        FINDINGS.write_text(text, "utf-8", newline="\n")
    assert text == FINDINGS.read_text("utf-8")
    assert list(PLANTED) == list(MISTAKES) == [rule_of(each) for each in findings()]


def test_what_is_no_finding_is_not_taken_for_one() -> None:
    with pytest.raises(ValueError, match="no finding begins so"):
        rule_of("checked 7 files: 7 records")


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> LexborHTMLParser:
    return guide(read_book(tmp_path_factory.mktemp("project"), "", {}))


def test_the_templates_stand_there_whole(harbour: LexborHTMLParser) -> None:
    for kind, files in templates().items():
        heading = harbour.css_first(f"h3#template-{kind}")
        assert heading is not None
        boxes, node = [], heading.next
        while node is not None and node.tag not in {"h2", "h3"}:
            boxes += [node.text()] if node.tag == "pre" else []
            node = node.next
        assert boxes == list(files)
        assert harbour.css_first(f"h3#template-{kind} + p a").attributes["href"] == f"../records/#{kind}"


def test_the_records_page_leads_to_the_templates(project: Callable[[str], Laid]) -> None:
    records = page(project("").book, "records/")
    links = [node.attributes["href"] for node in records.css("a") if "Template" in node.text()]
    assert links == [f"../contribute/#template-{kind}" for kind in templates()]


def test_there_are_five_steps_whether_or_not_records_are_edited_somewhere(project: Callable[[str], Laid]) -> None:
    with_edit = steps(guide(project(SITE + "edit: https://example.org/edit/{path}\n").book))
    without = steps(guide(project(SITE).book))
    assert len(with_edit) == len(without) == 5 and with_edit[1:] == without[1:]
    assert "choose Edit this page" in with_edit[0] and "Edit" not in without[0]
    for first in (with_edit[0], without[0]):
        assert "shows the id of its record under Record" in first and "facts/claims/" in first


WAYS = {
    "none": ("", None, []),
    "a name alone": ("publisher: {name: Desk}\n", None, []),
    "a mail address": ("publisher: {name: Desk, email: desk@example.org}\n", "Write to Desk, desk@example.org, with",
                       ["mailto:desk@example.org"]),
    "both": ("publisher: {name: Desk, email: desk@example.org, url: https://example.org/desk}\n",
             "Write to Desk, desk@example.org or https://example.org/desk, with",
             ["mailto:desk@example.org", "https://example.org/desk"]),
    "words where a mail address stands": ('publisher: {name: Desk, email: "ask <at> desk"}\n',
                                          "Write to Desk, ask <at> desk, with", []),
    "a mail address that would fill in a letter": ('publisher: {name: Desk, email: "a?bcc=b@example.org"}\n',
                                                   "a?bcc=b@example.org", ["mailto:a%3Fbcc%3Db@example.org"]),
}  # fmt: skip


@pytest.mark.parametrize("what", WAYS)
def test_who_has_no_account_writes_to_the_publisher(what: str, project: Callable[[str], Laid]) -> None:
    setting, words, urls = WAYS[what]
    page = guide(project(SITE + setting).book)
    told = page.css_first("h2#correct + ol + p")
    assert (told is None) == (words is None)
    if told is not None and words is not None:
        assert words in said(told)
        assert [link.attributes["href"] for link in told.css("a")] == urls


def test_numbers_are_the_sites_own(project: Callable[[str], Laid]) -> None:
    own = "budgets: {quote_words: 21, share: 7.5 %}\nreviewers: {usual: 2, named_person: 4}\n"
    text = said(guide(project(SITE + own).book).body)
    assert f"at most 21 words; a quote of fewer than {FEWEST_WORDS} words has to be a whole sentence." in text
    assert "At most 7.5 % of the text of a source may be quoted, or 60 words if that is more" in text
    assert "requires: 2 for most changes, 2 for a changed verdict, 4 for a claim that names a person." in text


def test_findings_name_the_sites_own_rules(project: Callable[[str], Laid]) -> None:
    page = guide(project(SITE + "url: https://harbour.example/facts\n").book)
    boxes = [node.text() for node in page.css("pre.fp-printed")]
    assert len(boxes) == len(MISTAKES)
    codes = {rule.name: rule.code.lower() for rule in RULES}
    for name, box in zip(MISTAKES, boxes, strict=True):
        assert f"docs: https://harbour.example/facts/rules/#{codes[name]}" in box and "example.org" not in box
        link = page.css_first(f"h3#finding-{name} + p a")
        assert link is not None and link.attributes["href"] == f"../rules/#{codes[name]}"


def test_what_the_page_says_of_corrections_is_what_the_code_holds(harbour: LexborHTMLParser) -> None:
    kinds = get_args(Correction.model_fields["kind"].annotation)
    assert [said(node) for node in harbour.css("h2#changes ~ dl dt")] == list(kinds)
    assert set(TOLD) <= set(Claim.model_fields)
    assert "claim, finding, instead, when, said_by, verdict and figures do not change" in said(harbour.body)
    files = [node.text() for node in harbour.css("h3#guarded ~ ul code")]
    assert files == [pattern for _, patterns in GUARDED for pattern in patterns if not pattern.startswith("!")]


def test_the_levels_are_those_of_findings(harbour: LexborHTMLParser) -> None:
    levels = [said(node).partition(":")[0].lower() for node in harbour.css("h2#findings + p + ul li")]
    assert levels == [severity.value for severity in Severity]


# What the guide says, by the rule that enforces it.
ENFORCED = {
    "over-budget": "if that is more",
    "silent-change": "do not change without a new entry",
    "deleted-record": "A record is never deleted",
    "lost-id": "its old address redirects",
    "changed-correction": "Entries of corrections stay",
    "missing-review": "Fewer reviewers",
    "guarded-file": "names their owners",
    "unknown-id": "A misspelt id",
}


@pytest.mark.parametrize("name", ENFORCED)
def test_a_statement_leads_to_the_rule_that_enforces_it(name: str, harbour: LexborHTMLParser) -> None:
    (code,) = (rule.code for rule in RULES if rule.name == name)
    (place,) = (node for node in harbour.css("p, li, h3") if ENFORCED[name] in said(node))
    if place.tag == "h3":
        assert place.next is not None and place.next.next is not None
        place = place.next.next
    links = [(said(link), link.attributes["href"]) for link in place.css("a")]
    assert (f"{code} {name}", f"../rules/#{code.lower()}") in links


def test_without_directory_urls_links_lead_to_files(project: Callable[[str], Laid]) -> None:
    links = {link.attributes["href"] for link in guide(project("").book, directory_urls=False).css("a")}
    assert {"../rules/index.html", "../records/index.html#claim", "../corrections/index.html"} <= links
