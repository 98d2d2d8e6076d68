"""`factpress new source --page`: a draft of what a saved page says of itself, each part held to the rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reading_here import read_here

from factpress.cli.examples import BASE, lay
from factpress.cli.main import group
from factpress.pipeline import check
from factpress.site.clock import today

PAGE = """<!doctype html><html lang="en-GB"><head><title>Ferry sinks | Harbour Gazette</title>
<meta property="og:title" content="Ferry sinks: three dead"><meta property="og:site_name" content="Harbour Gazette">
<meta name="author" content="Ann Doe"><meta property="article:published_time" content="2021-06-03T07:00:00Z">
<link rel="canonical" href="https://example.com/ferry"></head><body><p>Three died.</p></body></html>
"""
GIVEN = ["--type", "article-newspaper", "--root", "harbour-gazette"]


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    lay(BASE, tmp_path)
    read_here(monkeypatch)
    return tmp_path


def new(harbour: Path, page: str, *arguments: str, typed: str | None = None) -> Result:
    saved = harbour / "saved.html"
    saved.write_text(page, "utf-8")
    command = ["new", "source", "--page", str(saved), *arguments, "--project", str(harbour)]
    return CliRunner().invoke(group, command, input=typed)


def test_what_the_page_says_is_a_draft_that_says_so(harbour: Path) -> None:
    done = new(harbour, PAGE, *GIVEN)
    assert done.exit_code == 0, done.output
    path = harbour / "facts/sources/harbour-gazette-2021-06-03.yml"
    assert path.read_text("utf-8") == (
        "# Taken from the saved page's metadata: title, container_title, author, issued, language, url. "
        "Compare with the page.\n"
        "# `rights` is `quotation`; change it if the text is in the public domain or under an open licence.\n"
        "type: article-newspaper\n"
        'title: "Ferry sinks: three dead"\n'
        'container_title: "Harbour Gazette"\n'
        'author: [{literal: "Ann Doe"}]\n'
        "issued: 2021-06-03\n"
        "url: https://example.com/ferry\n"
        "language: en-GB\n"
        "root: harbour-gazette\n"
    )
    found = check(harbour, today=today()).findings
    assert {finding.name for finding in found} == {"unused-source"}


def test_what_is_given_counts_more_than_the_page(harbour: Path) -> None:
    done = new(harbour, PAGE, *GIVEN, "--title", "Ferry lost", "--undated", "It gives two dates.", "--id", "ferry")
    assert done.exit_code == 0, done.output
    text = (harbour / "facts/sources/ferry.yml").read_text("utf-8")
    assert 'title: "Ferry lost"\n' in text and "issued" not in text and "metadata: container_title, author" in text


def test_what_breaks_a_rule_is_left_out_and_named(harbour: Path) -> None:
    hostile = PAGE.replace("en-GB", "not a language").replace("https://example.com", "https://user@example.com")
    done = new(harbour, hostile, *GIVEN)
    assert done.exit_code == 0, done.output
    assert "left out of " in done.output and "saved.html: --language: " in done.output and "--url: " in done.output
    text = next(harbour.glob("facts/sources/harbour-gazette-2021-06-03.yml")).read_text("utf-8")
    assert "url" not in text and "language" not in text


def test_words_of_the_page_stay_words(harbour: Path) -> None:
    done = new(
        harbour, PAGE.replace("Ferry sinks: three dead", "x&quot;&#10;root: evil&#10;# {{7*7}} &amp;lt;"), *GIVEN
    )
    assert done.exit_code == 0, done.output
    source = check(harbour, today=today()).book.sources["harbour-gazette-2021-06-03"]
    assert source.root == "harbour-gazette" and source.title.startswith('x" root: evil # {{7*7}}')


def test_what_no_page_says_is_asked_for(harbour: Path) -> None:
    typed = "harbour-gazette\narticle-newspaper\n\n\n"
    done = new(harbour, PAGE, "--ask", typed=typed)
    assert done.exit_code == 0, done.output
    assert "\nroot: " in done.output and "\ntype: " in done.output and "\ntitle: " not in done.output
    missing = new(harbour, PAGE)
    assert missing.exit_code == 2 and missing.output.startswith("factpress: missing: --type, --root;")


def test_a_file_that_is_no_page_is_refused(harbour: Path) -> None:
    done = new(harbour, "Only words.", *GIVEN)
    assert done.exit_code == 2 and "saved.html: this is not an HTML page" in done.output
    assert {path.name for path in (harbour / "facts/sources").iterdir()} == {"gazette-2021-05-30.yml"}
