"""Pages at the edges of what a site may hold: everything fits, and nobody is kept out."""

from __future__ import annotations

from collections.abc import Iterator

import extremes
import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import WCAG, served
from first_site import built
from playwright.sync_api import Browser, expect


@pytest.fixture(scope="module", params=extremes.PAGES)
def extreme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The name and the address of one of the sites."""
    project = tmp_path_factory.mktemp(request.param)
    extremes.write(project, request.param)
    with served(built(project, project / "site", strict=False)) as address:
        yield request.param, address


def test_everything_fits_and_axe_finds_nothing(extreme: tuple[str, str], browser: Browser) -> None:
    name, address = extreme
    # The narrowest window; `make audit` looks at all forms.
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    wrong: dict[str, str] = {}
    for path in extremes.PAGES[name]:
        page.goto(address + path)
        results = Axe().run(page, options=WCAG)
        if results.violations_count:
            wrong[path] = results.generate_report()
        if not page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"):
            wrong[f"{path} sideways"] = "it is wider than its window"
    context.close()
    assert wrong == {}


@pytest.mark.parametrize("extreme", ["right-to-left"], indirect=True)
def test_a_quote_runs_as_its_language_does(extreme: tuple[str, str], browser: Browser) -> None:
    page = browser.new_page()
    page.goto(extreme[1] + "claims/pier-opened/")
    quote = page.locator(".fp-quote p").first
    expect(quote).to_have_attribute("lang", "ar")
    expect(quote).to_have_css("direction", "rtl")
    page.close()
