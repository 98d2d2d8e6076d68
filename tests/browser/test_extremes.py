"""Pages at the edges of what a site may hold: everything fits, and nobody is kept out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import extremes
import pytest
from browsing import WIDER, violations
from playwright.sync_api import Page, expect

LOOKED_AT = {"", "claims/pier-opened/"}


@pytest.fixture
def address(extreme_site: Callable[[str], Path], serve_folder: Callable[[Path], str]) -> Callable[[str], str]:
    """Serves one of the sites by its name."""
    return lambda name: serve_folder(extreme_site(name))


@pytest.mark.parametrize("name", extremes.PAGES)
def test_everything_fits_and_axe_finds_nothing(
    name: str, address: Callable[[str], str], look: Callable[[int, str], Page]
) -> None:
    # The narrowest window, and axe where most of it stands; `make audit` looks at all pages in all forms.
    page = look(320, "light")
    site = address(name)
    for path in extremes.PAGES[name]:
        page.goto(site + path)
        assert page.evaluate(WIDER) == 0, path
        if path in LOOKED_AT:
            assert violations(page) == [], path


def test_a_quote_runs_as_its_language_does(address: Callable[[str], str], scripted_page: Page) -> None:
    scripted_page.goto(address("right-to-left") + "claims/pier-opened/")
    quote = scripted_page.locator(".fp-quote p").first
    expect(quote).to_have_attribute("lang", "ar")
    expect(quote).to_have_css("direction", "rtl")
