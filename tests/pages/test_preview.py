"""A preview shows errors on the pages of their files, and on the home page those in files without a page."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from factpress.book import Book
from factpress.findings import Finding, Place, Severity
from factpress.pages.links import with_links
from factpress.pages.preview import Preview

PAGES = {"facts/claims/boats.yml": "claims/boats/", "docs/index.md": "", "docs/notes.md": "notes/"}


def finding(path: str, message: str = "`x` is wrong", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(Place(path, 3, 5), "F301", "unread-quote", severity, message, "write `y`", "https://example.org/")


FOUND = (
    finding("docs/notes.md", 'bad <script>alert("&")</script> text'),
    finding("docs/notes.md", "a warning", Severity.WARNING),
    finding("facts/claims/boats.yml"),
    finding("facts/claims/broken.yml", "the file is not YAML"),
)


def top(url: str, path: str, found: tuple[Finding, ...] = FOUND, *, directory_urls: bool = True) -> str:
    return Preview(found, with_links(Book(), directory_urls=directory_urls), PAGES).top(url, path)


def lines(html: str) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(html.replace("<br>", " ")).css("p, li")]


def links(html: str) -> list[str | None]:
    return [node.attributes["href"] for node in LexborHTMLParser(html).css("a")]


def test_a_page_shows_the_errors_of_its_own_file_and_how_many_there_are() -> None:
    html = top("claims/boats/", "facts/claims/boats.yml")
    assert lines(html) == [
        "The check found 3 errors. All errors",
        "F301 unread-quote: x is wrong Help: write y facts/claims/boats.yml:3:5",
    ]
    assert links(html) == ["../../", "../../rules/#f301"]
    assert [node.text() for node in LexborHTMLParser(html).css("code")] == ["x", "y", "facts/claims/boats.yml:3:5"]


@pytest.mark.parametrize("path", ["", "docs/other.md"], ids=["a list", "a page without errors"])
def test_every_other_page_says_in_one_line_how_many_errors_there_are(path: str) -> None:
    assert lines(top("claims/", path)) == ["The check found 3 errors. All errors"]


def test_the_home_page_shows_errors_of_files_without_a_page_and_links_to_the_other_pages() -> None:
    html = top("", "docs/index.md")
    assert lines(html) == [
        "The check found 3 errors.",
        "F301 unread-quote: the file is not YAML Help: write y facts/claims/broken.yml:3:5",
        "Pages with errors:",
        "docs/notes.md: 1 error",
        "facts/claims/boats.yml: 1 error",
    ]
    assert links(html) == ["rules/#f301", "notes/", "claims/boats/"]


def test_the_home_page_shows_its_own_errors_and_does_not_link_to_itself() -> None:
    assert lines(top("", "docs/index.md", (finding("docs/index.md"),))) == [
        "The check found 1 error.",
        "F301 unread-quote: x is wrong Help: write y docs/index.md:3:5",
    ]


def test_markup_in_a_message_is_text() -> None:
    html = top("notes/", "docs/notes.md")
    assert "<script" not in html
    assert 'bad <script>alert("&")</script> text' in lines(html)[1]


def test_links_lead_to_files_where_folders_have_no_urls() -> None:
    html = top("claims/boats.html", "facts/claims/boats.yml", directory_urls=False)
    assert links(html) == ["../index.html", "../rules/index.html#f301"]


@pytest.mark.parametrize("found", [(), FOUND[1:2]], ids=["nothing", "a warning"])
def test_without_an_error_no_page_shows_anything(found: tuple[Finding, ...]) -> None:
    assert top("", "docs/index.md", found) == ""
