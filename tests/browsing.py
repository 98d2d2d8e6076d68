"""A real browser and a server on loopback, for tests, pictures and audits."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import BrowserContext, Page, Route

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# WCAG 2.2 AA, the size of targets too, and what axe calls good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of what passes only one element is told, which takes axe a third of the time.
WCAG = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
AXE = Path(axe_playwright_python.__file__).parent / "axe.min.js"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# A colour on its way to another is neither.
_FOUND = """async options => {
  document.getAnimations().forEach(animation => animation.finish());
  const {violations} = await axe.run(document, options);
  return violations.map(each => `${each.id}: ${each.help}: ${each.nodes.map(node => node.html).join(" ")}`);
}"""

_NO_WORDS = b'{"config": {"lang": ["en"], "separator": " ", "pipeline": [], "fields": {}}, "docs": []}'
_SCRIPTS = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
_NOSCRIPT = re.compile(r"</?noscript\b[^>]*>")


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, searched: bool, **more: Any) -> None:
        self.searched = searched
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        if self.searched or not self.path.endswith("/search_index.json"):
            super().do_GET()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(_NO_WORDS)

    def send_head(self) -> Any:
        """Answers an address that no file can have as one that none has."""
        try:
            return super().send_head()
        except ValueError:
            self.send_error(404)
            return None

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: a test's output is its assertions'."""


@contextmanager
def served(folder: Path, *, searched: bool = True) -> Iterator[str]:
    """The address at which a folder is served while the block runs.

    Where it is not searched its index of words is empty: each page would read all of it.
    """
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder), searched=searched))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def chromium() -> str:
    """Where the browser is; one that is missing fails the tests, it does not skip them."""
    # The shell is the same engine without windows; a page takes half the time.
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    raise AssertionError("Chromium is missing: `make browser` installs it")


def with_axe(context: BrowserContext) -> BrowserContext:
    """Gives every page of a browser axe, which takes a tenth of the time of bringing it to each page anew."""
    context.add_init_script(path=AXE)
    return context


def violations(page: Page) -> list[str]:
    """What axe finds on a page of a browser that has it."""
    found: list[str] = page.evaluate(_FOUND, WCAG)
    return found


def without_scripts(context: BrowserContext) -> None:
    """Gives a browser the pages that readers without scripts get, while axe, a script itself, can look at them.

    In a browser whose scripts are off axe never answers.
    """

    def stripped(route: Route) -> None:
        if route.request.resource_type == "script":
            route.abort()
        elif route.request.resource_type == "document":
            answer = route.fetch()
            body = _SCRIPTS.sub("", answer.text())
            route.fulfill(response=answer, body=_NOSCRIPT.sub("", body))
        else:
            route.continue_()

    context.route("**/*", stripped)
