"""What tests in a real browser share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browsing import ARGUMENTS, chromium, served
from first_site import built
from playwright.sync_api import Browser, BrowserContext, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(first_site: Path) -> Iterator[str]:
    """The address of the first site, built afresh."""
    with served(first_site) as address:
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


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Builds a project's site, serves it until the test ends, and gives back its address."""
    with ExitStack() as stack:
        yield lambda project: stack.enter_context(served(built(project, tmp_path_factory.mktemp("built") / "site")))
