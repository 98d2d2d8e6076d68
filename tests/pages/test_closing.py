"""How pages are cited, and where an error in one is reported.

The forms in APA style are those that citeproc-py makes with the style `apa` of the same works, letter case of the
site's name apart: citeproc-py writes it as a title.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from pages.boats import FIRST_HAND, Laid, Weighed, page, piece, said
from selectolax.lexbor import LexborHTMLParser

from factpress.pages.citing import Work, apa, bibtex, plain
from factpress.pages.closing import closing_of_page
from factpress.pages.links import with_links

WORK = Work(
    "boats",
    "Three boats sank",
    "Harbour facts",
    "Harbour Office",
    "https://h.example.com/claims/boats/",
    "2021-06-01",
    "1a2b",
)
BARE = replace(WORK, by="", url="", day="", title="Did it sink?")
JUDGED = 'verdict: accurate\nbecause: "The office counted."\nfinding: "Three boats did sink"\nchecked: 2021-06-01\n'
NAMED = 'name: Harbour facts\nurl: https://h.example.com/\npublisher: {name: "Harbour Office"'


@pytest.mark.parametrize(
    ("work", "cited"),
    [
        (WORK, "Harbour Office. (2021, June 1). Three boats sank. Harbour facts. https://h.example.com/claims/boats/"),
        (
            replace(WORK, by="Harbour facts"),
            "Harbour facts. (2021, June 1). Three boats sank. https://h.example.com/claims/boats/",
        ),
        (BARE, "Did it sink? (n.d.). Harbour facts."),
    ],
    ids=["a publisher", "a publisher with the site's name", "neither publisher nor day nor address"],
)
def test_apa(work: Work, cited: str) -> None:
    assert apa(work) == cited


def test_plain_text_has_the_day_and_the_version() -> None:
    assert plain(WORK) == (
        "“Three boats sank.” Harbour facts, 1 June 2021. https://h.example.com/claims/boats/ Version 1a2b."
    )
    assert plain(BARE) == "“Did it sink?” Harbour facts. Version 1a2b."


def test_bibtex_keeps_what_tex_would_read_as_a_command() -> None:
    entry = bibtex(replace(WORK, title="50 % of {A} & B_1 cost $5 #1 \\x ~ ^"))
    title = r"title = {{50 \% of \{A\} \& B\_1 cost \$5 \#1 \textbackslash{}x \textasciitilde{} \textasciicircum{}}}"
    assert title in entry
    assert entry.startswith("@misc{boats,\n") and entry.endswith("  month = jun\n}")
    assert "  author = {{Harbour Office}}" in entry and "  url = {https://h.example.com/claims/boats/}" in entry


def closing(tree: LexborHTMLParser) -> tuple[list[str], str]:
    """The texts to select on a page, and where an error is reported."""
    (section,) = tree.css("section.fp-closing")
    (link,) = section.css("a")
    return [said(node) for node in section.css("code")], link.attributes["href"] or ""


def test_a_claim_is_cited_by_its_finding_and_its_version_changes_with_it(weighed: Weighed) -> None:
    book = weighed(piece("port", **FIRST_HAND), more=JUDGED)
    changed = weighed(piece("port", **FIRST_HAND), more=JUDGED.replace("counted", "counted them"))
    texts, report = closing(page(book, "claims/boats/"))
    others, _ = closing(page(changed, "claims/boats/"))
    assert texts[0] == "Three boats did sink. (2021, June 1). Harbour facts."
    assert texts[1].startswith("“Three boats did sink.” Harbour facts, 1 June 2021. Version ")
    assert texts[1] != others[1] and texts[0] == others[0]
    # Without an address there is nothing to write to: the page that says how.
    assert report == "../../contribute/"


@pytest.mark.parametrize(
    ("more", "begins"),
    [
        (", email: desk@h.example.com}\n", "mailto:desk@h.example.com?"),
        (
            "}\nedit: https://github.com/harbour/facts/edit/main/{path}\n",
            "https://github.com/harbour/facts/issues/new?",
        ),
        (
            "}\nedit: https://gitlab.com/harbour/facts/-/edit/main/{path}\n",
            "https://gitlab.com/harbour/facts/-/issues/new?",
        ),
    ],
    ids=["a mail", "an issue on GitHub", "an issue on GitLab"],
)
def test_a_report_of_an_error_is_begun_with_what_it_is_about(
    more: str, begins: str, project: Callable[[str], Laid]
) -> None:
    story = "# docs/story.md\n---\ntitle: Story & more\narticle: gazette-2021-05-30\n---\n\n# Story\n"
    site = f"# facts/site.yml\nformat: 1\n{NAMED}{more}"
    book = project(site + story).book
    texts, report = closing(LexborHTMLParser(closing_of_page(book.pages["story"], with_links(book))))
    assert texts[0] == "Harbour Office. (n.d.). Story & more. Harbour facts. https://h.example.com/story/"
    assert report.startswith(begins)
    words = " ".join(value for values in parse_qs(urlsplit(report).query).values() for value in values)
    assert "Error in: Story & more" in words
    assert "Page: https://h.example.com/story/" in words and "File: docs/story.md" in words


def test_a_page_that_is_no_explainer_has_nothing_to_cite(project: Callable[[str], Laid]) -> None:
    book = project("# docs/other.md\n# Other\n").book
    assert closing_of_page(book.pages["other"], with_links(book)) == ""
