"""A real browser and real servers, on loopback."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: a test's output is its assertions'."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served while the block runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def built(project: Path, site: Path) -> Path:
    """The site of a project, built by the command."""
    command = [
        sys.executable,
        "-m",
        "factpress",
        "build",
        "--strict",
        "--project",
        str(project),
        "--site-dir",
        str(site),
    ]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    return site


def chromium() -> str:
    """Where the browser is; one that is missing fails the tests, it does not skip them."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    raise AssertionError("Chromium is missing: `make browser` installs it")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the first site, built afresh."""
    with served(built(repository, tmp_path_factory.mktemp("built") / "site")) as address:
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
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """Serves a folder until the test ends, and gives back its address."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))


@pytest.fixture
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Builds a project's site, serves it until the test ends, and gives back its address."""
    with ExitStack() as stack:
        yield lambda project: stack.enter_context(served(built(project, tmp_path_factory.mktemp("built") / "site")))
