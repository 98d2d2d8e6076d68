"""Pages are valid HTML: a page of each kind, and pages whose records hold markup, other scripts and long words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import extremes
import pytest
from first_site import PAGES, built
from html_faults import Fault, faults, theme_faults

SAME = {f"{PAGES[kind]}index.html" for kind in ("records", "rules")}


@pytest.fixture(scope="module")
def first_faults(first_site: Path) -> list[Fault]:
    """The faults of a page of each kind of the first site."""
    paths = (first_site / path for path in PAGES.values())
    return faults(path if path.suffix else path / "index.html" for path in paths)


def ours(found: list[Fault]) -> list[Fault]:
    return [fault for fault in found if (fault.rule, fault.message) not in theme_faults()]


def test_a_page_of_each_kind_is_valid(first_faults: list[Fault]) -> None:
    assert ours(first_faults) == []


def test_every_known_fault_of_the_theme_is_still_there(first_faults: list[Fault]) -> None:
    assert theme_faults() - {(fault.rule, fault.message) for fault in first_faults} == set()


@pytest.mark.parametrize("name", ["no-claims", "markup"])
def test_pages_of_extreme_sites_are_valid(name: str, extreme_site: Callable[[str], Path]) -> None:
    site = extreme_site(name)
    pages = {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    # What no record and no text of a site changes is looked at on the first site.
    assert pages >= SAME
    assert ours(faults(site / page for page in sorted(pages - SAME))) == []


def test_redirects_and_withdrawn_records_are_valid(tmp_path: Path) -> None:
    extremes.write(tmp_path, "markup")
    claim = tmp_path / "facts/claims/harbour/pier-opened.yml"
    with claim.open("a", encoding="utf-8") as file:
        file.write('formerly: [pier-began]\nwithdrawn: {date: 2026-11-20, why: "It was <b>another</b> & more."}\n')
    (tmp_path / "docs/story.md").unlink()
    site = built(tmp_path, tmp_path / "site", strict=False)
    pages = [site / "claims/pier-began/index.html", site / "claims/pier-opened/index.html"]
    assert "Withdrawn" in pages[1].read_text("utf-8")
    assert ours(faults(pages)) == []


def test_a_fault_would_be_seen(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en"><head><title>x</title></head><body><p id="a"><div id="a"></body></html>'
    )
    assert {fault.rule for fault in faults([page])} >= {"no-dup-id", "close-order"}
