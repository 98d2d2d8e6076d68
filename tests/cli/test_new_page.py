"""`factpress new source --page`: a draft of what a saved page says of itself, each part held to the rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from reading_here import read_here

from factpress.cli import side_by_side
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
    monkeypatch.setattr(side_by_side, "WORKERS", 1)
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
    assert "  left out: language: `not a language` is not" in done.output and "  left out: url: " in done.output
    assert "; not found: url, language\n" in done.output
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


def test_a_file_that_is_no_page_is_refused(harbour: Path) -> None:
    done = new(harbour, "Only words.", *GIVEN)
    assert done.exit_code == 2 and "saved.html: this is not an HTML page" in done.output
    assert {path.name for path in (harbour / "facts/sources").iterdir()} == {"gazette-2021-05-30.yml"}


def saved(harbour: Path, **pages: str) -> list[str]:
    for name, page in pages.items():
        (harbour / f"{name}.html").write_text(page, "utf-8")
    return [str(harbour / f"{name}.html") for name in pages]


def many(harbour: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["new", "source", *arguments, "--project", str(harbour)])


def test_nothing_that_was_found_is_lost_where_the_date_is_not_clear(harbour: Path) -> None:
    done = new(harbour, PAGE.replace("2021-06-03T07:00:00Z", "03/06/2021"))
    assert done.exit_code == 1, done.output
    assert "; missing: issued or undated\n" in done.output and "1 incomplete" in done.output
    assert "not clear which day is meant: 03/06/2021 (article:published_time)" in done.output
    text = next(harbour.glob("facts/sources/harbour-gazette-ferry-sinks-three-dead.yml")).read_text("utf-8")
    assert "# Missing, and needed: issued or undated.\n" in text and "root: harbour-gazette\n" in text
    assert 'author: [{literal: "Ann Doe"}]\n' in text and "# Not clear: not clear which day" not in text
    broken = [finding for finding in check(harbour, today=today()).findings if finding.severity == "error"]
    assert [finding.place.path for finding in broken] == ["facts/sources/harbour-gazette-ferry-sinks-three-dead.yml"]


def test_many_pages_are_a_line_and_a_record_each(harbour: Path) -> None:
    pages = saved(
        harbour,
        a=PAGE,
        b=PAGE.replace("/ferry", "/boats").replace("Ferry", "Boat"),
        again=PAGE.replace("https://example.com/ferry", "http://www.example.com/ferry/?utm_source=x"),
        other=PAGE.replace("Harbour Gazette", "Quay News").replace("/ferry", "/quay"),
        words="Only words.",
    )
    done = many(harbour, "--page", *pages, "--root-by-publication")
    assert done.exit_code == 1, done.output
    written = {path.stem for path in (harbour / "facts/sources").iterdir()} - {"gazette-2021-05-30"}
    assert written == {
        "harbour-gazette-2021-06-03", "harbour-gazette-2021-06-03-boat-sinks-three-dead", "quay-news-2021-06-03",
    }  # fmt: skip
    assert (harbour / "facts/entities/quay-news.yml").is_file()
    assert "again.html: facts/sources/harbour-gazette-2021-06-03.yml has the same address\n" in done.output
    assert "words.html: this is not an HTML page" in done.output and "3 sources written, 1 skipped\n" in done.output
    assert not [finding for finding in check(harbour, today=today()).findings if finding.severity == "error"]


REFERENCES = {
    "all.bib": """@article{doe, title = {On {P}iers}, author = {Doe, Ann and Bob Roe}, journal = {Piers},
        year = 2021, month = may, day = 30, url = {https://example.com/a}}
        @online{roe, title = {Caf{\\'e} by the quay}, author = {{Harbour Office}}, date = {2021-06}}""",
    "all.ris": "TY  - JOUR\nTI  - On Piers\nAU  - Doe, Ann\nAU  - Roe, Bob\nT2  - Piers\nDA  - 2021/05/30/\n"
    "UR  - https://example.com/a\nER  - \n\nTY  - ELEC\nT1  - Café by the quay\nAU  - Harbour Office\n"
    "PY  - 2021/06//\nER  - \n",
}


@pytest.mark.parametrize("name", REFERENCES)
def test_a_whole_collection_is_a_source_for_each_reference(name: str, harbour: Path) -> None:
    (harbour / name).write_text(REFERENCES[name], "utf-8")
    done = many(harbour, "--csl", str(harbour / name), "--root", "harbour-gazette")
    assert done.exit_code == 0, done.output
    sources = check(harbour, today=today()).book.sources
    piers, quay = sources["piers-2021-05-30"], sources["harbour-gazette-2021-06"]
    assert (piers.type, piers.title, piers.url) == ("article-journal", "On Piers", "https://example.com/a")
    assert [(author.family, author.given) for author in piers.author] == [("Doe", "Ann"), ("Roe", "Bob")]
    assert (quay.type, quay.title, quay.author[0].literal) == ("webpage", "Café by the quay", "Harbour Office")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("x.bib", "@article{a, title = {A}}\n@article{a, title = {B}}", "x.bib:2: this is no valid BibTeX entry"),
        ("x.ris", "Only words.", "x.ris"),
        ("x.bib", "", "contains no items"),
    ],
)
def test_a_collection_that_can_not_be_read_says_so(name: str, text: str, message: str, harbour: Path) -> None:
    (harbour / name).write_text(text, "utf-8")
    done = many(harbour, "--csl", str(harbour / name), "--root", "harbour-gazette")
    assert done.exit_code == 2 and message in done.output, done.output
