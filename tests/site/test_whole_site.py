"""Every page of the first site: no link, picture, script or anchor is missing, and no page is heavy."""

from __future__ import annotations

import gzip
import json
import posixpath
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser
from site_links import missing, pages, read

HTML_KILOBYTES, SCRIPT_KILOBYTES = 60, 30
ASSETS = Path(__file__).parent.parent.parent / "generator/factpress/pages/assets"


@pytest.fixture(scope="module")
def root(first_site: Path) -> str:
    """The address that the site says it has."""
    home = LexborHTMLParser((first_site / "index.html").read_text("utf-8")).css_first("link[rel=canonical]")
    assert home is not None
    return home.attributes["href"] or ""


def test_nothing_that_a_page_leads_to_is_missing(first_site: Path, root: str) -> None:
    assert len(list(pages(first_site))) > 150
    assert missing(first_site, root) == []


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ('<a href="../nowhere/">x</a>', "nowhere/ is not there"),
        ('<a href="#nowhere">x</a>', "claims/ has no nowhere"),
        ('<img src="../assets/nowhere.png" alt="">', "assets/nowhere.png is not there"),
        ('<link rel="canonical" href="https://example.org/nowhere/">', "nowhere/ is not there"),
    ],
)
def test_what_is_missing_would_be_seen(link: str, told: str, root: str, tmp_path: Path) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims/index.html").write_text(f"<p>{link}</p>", "utf-8")
    assert missing(tmp_path, root) == [f"claims/index.html: {told}"]


def test_every_page_can_be_reached_from_home(first_site: Path, root: str) -> None:
    waiting, reached = ["index.html"], {"index.html"}
    while waiting:
        page = waiting.pop()
        for path, _ in read(first_site, first_site / page, root).links:
            target = path + "index.html" if path.endswith("/") or not path else path
            if posixpath.splitext(target)[1] == ".html" and target not in reached:
                reached.add(target)
                waiting.append(target)
    assert {page.relative_to(first_site).as_posix() for page in pages(first_site)} - reached == {"404.html"}


def test_no_page_is_heavy(first_site: Path) -> None:
    weights = {page: len(gzip.compress(page.read_bytes(), 6, mtime=0)) for page in pages(first_site)}
    assert {str(page): weight for page, weight in weights.items() if weight > HTML_KILOBYTES * 1000} == {}


def test_our_own_scripts_are_light() -> None:
    scripts = b"".join(path.read_bytes() for path in sorted(ASSETS.rglob("*.js")))
    assert len(gzip.compress(scripts, 6, mtime=0)) <= SCRIPT_KILOBYTES * 1000


@pytest.fixture(scope="module")
def entries(first_site: Path) -> dict[str, dict[str, Any]]:
    """What the site's search has of each page and section, by its address."""
    index = json.loads((first_site / "search/search_index.json").read_text("utf-8"))
    return {entry["location"]: entry for entry in index["docs"]}


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("fourth-in-a-week", "false, wrong"),
        ("property-value", "Amounts: $1 million"),
        ("property-value", "“$1 million-worth of property would be transferred”"),
        ("qayyarah-handover", "Qayara airfield"),
        ("iran-energy-waiver-length", "true, right"),
    ],
)
def test_search_finds_a_claim_by_words_that_its_reader_would_type(
    claim: str, words: str, entries: dict[str, dict[str, Any]]
) -> None:
    assert words in entries[f"claims/{claim}/"]["text"]


def test_the_verdict_is_in_each_hit_of_a_claim(entries: dict[str, dict[str, Any]]) -> None:
    title = entries["claims/fourth-in-a-week/"]["title"]
    assert title.startswith("Inaccurate: ") and title.count("Inaccurate") == 1
    assert entries["claims/taji-wounded/"]["title"].startswith("Not in the article: ")


def test_words_that_only_the_search_has_are_on_no_page(first_site: Path) -> None:
    page = (first_site / "claims/fourth-in-a-week/index.html").read_text("utf-8")
    assert "false, wrong" not in page and "<h1" in page


def test_search_puts_records_before_documentation(entries: dict[str, dict[str, Any]]) -> None:
    order = ["claims/taji-deaths/", "entities/camp-taji/", "sources/dawn-2020-03-27/", "claims/", "guides/changes/",
             "rules/"]  # fmt: skip
    boosts = [entries[address].get("boost", 1) for address in order]
    assert boosts == sorted(boosts, reverse=True) and len(set(boosts)) == len(boosts)
