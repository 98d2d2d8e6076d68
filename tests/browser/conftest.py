"""What tests in a real browser share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from browsing import ARGUMENTS, chromium, served, with_axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(first_site: Path) -> Iterator[str]:
    """The address of the first site, where nothing can be searched: each page would read all of it for its search."""
    with served(first_site, searched=False) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=request.param)
    yield context
    context.close()


@pytest.fixture
def scripted(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Callable[[bool], Page]:
    """One open page with scripts, and one without, that tests take over from each other."""
    return cache(lambda scripts: browser.new_context(java_script_enabled=scripts).new_page())


def cleared(page: Page) -> None:
    """Leaves a page that a test had as a new one is, but for what its browser has loaded already."""
    page.emulate_media(media="null", color_scheme="null", forced_colors="null")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("about:blank")


@pytest.fixture(params=[True, False], ids=["scripts on", "scripts off"])
def page(request: pytest.FixtureRequest, reader: Callable[[bool], Page]) -> Iterator[Page]:
    """An open page, for a test that leaves nothing behind: neither storage nor routes nor listeners."""
    page = reader(request.param)
    yield page
    cleared(page)


@pytest.fixture
def scripted_page(reader: Callable[[bool], Page]) -> Iterator[Page]:
    """The same with scripts alone."""
    page = reader(True)
    yield page
    cleared(page)


@pytest.fixture(scope="session")
def looking(browser: Browser) -> Page:
    """An open page that has axe."""
    return with_axe(browser.new_context()).new_page()


@pytest.fixture
def look(looking: Page) -> Iterator[Callable[[int, str], Page]]:
    """That page, given the width of its window and its colours: an open page changes both in place."""

    def sized(width: int, scheme: str) -> Page:
        looking.set_viewport_size({"width": width, "height": 900})
        looking.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        return looking

    yield sized
    looking.unroute_all()
    cleared(looking)


@pytest.fixture
def unguarded(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that passes over the pages' policy, so that what it would stop is seen where it got through."""
    context = browser.new_context(bypass_csp=True)
    yield context
    context.close()


@pytest.fixture
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the test ends, and gives back its address."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))
