"""Every page of the first site: no link, picture, script or anchor is missing, and no page is heavy."""

from __future__ import annotations

import gzip
import posixpath
from pathlib import Path

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
