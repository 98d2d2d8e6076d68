"""What the home page adds by itself, where it stands, and that exported pages have it at the same place."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown
from pages.boats import ARTICLE, OTHERS, Weighed, piece, said
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.exports import pages as exported
from factpress.exports.format import Project
from factpress.pages.additions import Added, Addition, additions
from factpress.pages.explainer import explained
from factpress.pages.links import with_links
from factpress.pages.tally import top_of
from factpress.reading.prose_links import parser
from factpress.reading.settings import Dialect
from factpress.rules import RULES
from factpress.site.claim_links import ClaimLinks

HOME = "# docs/index.md\n# Home\n\nAll of it.\n"
EXPLAINERS = """
# docs/stories/harbour.md
---
title: The <harbour>
description: A "night" & its boats.
article: article
---

The [boats](claim:boats) sank in [a storm](claim:storm), and [more](claim:rumour).
# docs/stories/untitled.md
---
article: article
---

# Of *the* boats

The [boats](claim:boats) sank.
# docs/notes.md
No explainer, though it cites [boats](claim:boats).
"""
JUDGED = 'verdict: accurate\nbecause: "Two papers say so."\n'


def added_to(book: Book, page: str = "index", *, directory_urls: bool = True) -> list[Addition]:
    return list(additions(book.pages[page], with_links(book, directory_urls=directory_urls)).blocks)


def at_home(weighed: Weighed, more: str = "", **options: bool) -> LexborHTMLParser:
    (added,) = added_to(weighed(piece("post"), piece("echo"), more=JUDGED + OTHERS + more + HOME), **options)
    assert added.where == "before-first-section"
    return LexborHTMLParser(added.html)


def test_explainers_stand_with_what_they_check_their_finding_their_tally_and_what_is_wrong(weighed: Weighed) -> None:
    wrong = 'verdict: inaccurate\nbecause: "It was two."\ninstead: "Two boats sank."\n'
    book = weighed(piece("post"), piece("echo"), more=wrong + OTHERS + EXPLAINERS + HOME)
    (added,) = added_to(book)
    home = LexborHTMLParser(added.html)
    explained_ = home.css("section.fp-explained")
    assert [said(each.css_first("h2")) for each in explained_] == ["The <harbour>", "Of the boats"]
    assert [each.css_first("h2 a").attributes["href"] for each in explained_] == [
        "stories/harbour/",
        "stories/untitled/",
    ]
    assert [said(each.css_first(".fp-kicker")) for each in explained_] == [
        "Article check · The article, 30 May 2021"
    ] * 2
    assert said(explained_[0].css_first(".fp-answer")) == 'A "night" & its boats.'
    tallies = [[said(row) for row in each.css(".fp-tally li")] for each in explained_]
    assert tallies == [["1 inaccurate", "2 not in the article"], ["1 inaccurate"]]
    linked = with_links(book)
    for each, id in zip(explained_, ("stories/harbour", "stories/untitled"), strict=True):
        explainer = book.pages[id]
        told = explained(explainer, linked)
        assert told is not None
        own = LexborHTMLParser(top_of(explainer, linked))
        assert [said(row) for row in each.css(".fp-tally li")] == [said(row) for row in own.css(".fp-tally li")]
        for link in each.css(".fp-tally a"):
            address, _, anchor = (link.attributes["href"] or "").partition("#")
            assert address == f"{id}/"
            assert LexborHTMLParser(told.notes).css_first(f"#{anchor}") is not None
        assert said(each.css_first(".fp-fault > div:last-child")) == "What is true instead Two boats sank."
    # Links that lead elsewhere are called otherwise, for those who hear them alone.
    labels = [link.attributes["aria-label"] for link in home.css(".fp-tally a")]
    assert labels == [
        "1 inaccurate in The <harbour>",
        "2 not in the article in The <harbour>",
        "1 inaccurate in Of the boats",
    ]
    assert said(home.css_first(".fp-side-title")) == "How to read it"


def test_without_directory_urls_the_tally_leads_to_files(weighed: Weighed) -> None:
    links = [link.attributes["href"] for link in at_home(weighed, EXPLAINERS, directory_urls=False).css("a")]
    assert links[:2] == ["stories/harbour.html", "stories/harbour.html#notes-accurate"]


def test_an_explainer_that_cites_nothing_has_no_tally(weighed: Weighed) -> None:
    home = at_home(weighed, "# docs/empty.md\n---\ntitle: Empty\narticle: article\n---\n\nNothing.\n")
    assert (said(home.css_first("h2")), home.css(".fp-tally")) == ("Empty", [])


def test_nothing_is_added_where_there_is_no_explainer_and_no_correction(weighed: Weighed) -> None:
    assert added_to(weighed(piece("post"), more=HOME)) == []


def test_other_pages_list_nothing(weighed: Weighed) -> None:
    book = weighed(piece("post"), piece("echo"), more=JUDGED + OTHERS + EXPLAINERS + HOME)
    assert added_to(book, "notes") == []
    assert [each.where for each in added_to(book, "stories/harbour")] == [
        "before-heading",
        "after-heading",
        "before-first-section",
        *["at-end"] * 3,
    ]


def test_a_home_page_that_explains_an_article_itself_adds_everything_once(weighed: Weighed) -> None:
    home = HOME.replace("# Home", "---\narticle: article\n---\n\n[Boats](claim:boats).").replace("All of it.", "")
    book = weighed(piece("post"), more=OTHERS + EXPLAINERS + home)
    wheres = [each.where for each in added_to(book)]
    assert wheres == ["before-heading", "after-heading", "before-first-section", *["at-end"] * 3]
    assert len(LexborHTMLParser(added_to(book)[2].html).css("section")) == 2


CORRECTED = """
# facts/claims/harbour/c{n}.yml
claim: "Boat {n} & more sank."
evidence:
  - {{source: port, quote: "on 12 May 2021 one boat sank"}}
corrections:
  - {{date: 2026-11-{later}, kind: correction, was: "Boat <{n}> swam.", why: "We misread {n}."}}
  - {{date: 2026-10-{n}, kind: update, was: "Nothing {n}.", why: "More became known."}}
"""


def test_the_newest_corrections_stand_first_and_there_are_five(weighed: Weighed) -> None:
    corrected = "".join(CORRECTED.format(n=n, later=later) for n, later in ((11, 12), (12, 30), (13, 13)))
    gone = CORRECTED.format(n=14, later=29) + 'withdrawn: {date: 2026-11-30, why: "It was wrong."}\n'
    home = at_home(weighed, corrected + gone)
    assert [said(node) for node in home.css("h2")] == ["Newest changes"]
    assert [said(node) for node in home.css("li")] == [
        "30 November 2026, correction: Boat 12 & more sank.",
        "13 November 2026, correction: Boat 13 & more sank.",
        "12 November 2026, correction: Boat 11 & more sank.",
        "13 October 2026, update: Boat 13 & more sank.",
        "12 October 2026, update: Boat 12 & more sank.",
    ]
    assert [node.attributes["href"] for node in home.css("li a")][:2] == ["claims/c12/", "claims/c13/"]


PLACES = {
    "before the first section": ("# Home\n\nIntroduction.\n\n## One\n\nText.\n\n## Two\n", "Introduction."),
    "a section without a blank line before it": ("# Home\n\nIntroduction.\n## One\n", "Introduction."),
    "an underlined section": ("# Home\n\nIntroduction.\n\nOne\n---\n\nText.\n", "Introduction."),
    "a rule is no section": ("# Home\n\nText.\n\n---\n\nMore.\n\n## One\n", "More."),
    "a smaller heading is no section": ("# Home\n\nText.\n\n### Small\n\nMore.\n\n## One\n", "More."),
    "code is no section": ("# Home\n\n```\n## no\n```\n\nText.\n\n## One\n", "Text."),
    "indented code is no section": ("# Home\n\n    ## no\n\nText.\n\n## One\n", "Text."),
    "a quoted heading is no section": ("# Home\n\n> ## no\n\nText.\n\n## One\n", "Text."),
    "a table is no section": ("# Home\n\n| a | b |\n|---|---|\n| c | d |\n\n## One\n", "d"),
    "at the end without a section": ("# Home\n\nIntroduction.\n\n- An item.\n", "An item."),
    "with front matter": ("---\ntitle: Home\n---\nOne\n---\n\nText.\n", ""),
    "before footnotes": ("# Home\n\nText.[^1]\n\n[^1]: A note.\n", "Text.1"),
}
EXTENSIONS = ("toc", "tables", "fenced_code", "footnotes")


@pytest.mark.parametrize("what", PLACES)
def test_it_stands_before_the_first_section_built_and_exported(what: str, weighed: Weighed, tmp_path: Path) -> None:
    text, before = PLACES[what]
    book = weighed(piece("post"), piece("echo"), article=ARTICLE, more=JUDGED + OTHERS + EXPLAINERS + HOME)
    links = ClaimLinks()
    markdown = parser(EXTENSIONS, {}, links)
    links.begin(book, "index.md", Added(added_to(book)))
    built = markdown.convert(text.removeprefix("---\ntitle: Home\n---\n"))
    texts = {page.path: (tmp_path / page.path).read_text("utf-8") for page in book.pages.values()} | {
        "docs/index.md": text
    }
    files = dict(exported.files(Project(book, texts, dialect=Dialect(EXTENSIONS), rules=RULES)))
    plain = Markdown(extensions=EXTENSIONS).convert(str(files["docs/index.md"]).removeprefix("---\ntitle: Home\n---\n"))
    for html in (built, plain):
        front, section, _ = html.partition('<section class="fp-explained"')
        assert section and said(LexborHTMLParser(front).body).endswith(before), html
        assert "<h2" not in front.replace("<blockquote>\n<h2", ""), html
    assert said(LexborHTMLParser(built).body) == said(LexborHTMLParser(plain).body)
