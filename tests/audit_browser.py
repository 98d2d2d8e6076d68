"""Every kind of page in every form, in a real browser: four widths, light and dark, scripts on and off.

Run by `make audit`. Ends with status 1 where axe finds anything, a page is wider than its window, the console has
an error, the content policy stops something, or a request goes to another host.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from browsing import ARGUMENTS, WIDER, chromium, served, violations, with_axe, without_scripts
from extremes import PAGES as EXTREME_PAGES
from extremes import write
from first_site import PAGES, built
from playwright.sync_api import Browser, BrowserContext, sync_playwright

WIDTHS = (320, 390, 768, 1280)
SCHEMES = ("light", "dark")


def forms(browser: Browser) -> Iterator[tuple[str, BrowserContext]]:
    """A browser in every form that a reader's may have, each with a name for it."""
    for width, scheme, scripts in product(WIDTHS, SCHEMES, (True, False)):
        size = {"width": width, "height": 900}
        context = with_axe(browser.new_context(color_scheme=scheme, viewport=size))
        if not scripts:
            without_scripts(context)
        yield f"{width} {scheme} {'scripts' if scripts else 'no scripts'}", context
        context.close()


def faults(context: BrowserContext, address: str, path: str) -> Iterator[str]:
    """What is wrong with one page in one form."""
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(address) else heard.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    wide = page.evaluate(WIDER)
    if wide > 0:
        yield f"{wide} pixels wider than its window"
    yield from (f"axe: {found}" for found in violations(page))
    # What the policy stops is an error of the console too.
    yield from (f"heard: {each}" for each in heard if not each.startswith("data:"))
    page.close()


def audited(site: Path, pages: dict[str, str], browser: Browser) -> Iterator[str]:
    """What is wrong with the pages of a site, in all their forms."""
    with served(site) as address:
        for form, context in forms(browser):
            for name, path in pages.items():
                yield from (f"{name}, {form}: {fault}" for fault in faults(context, address, path))


def main(site: str) -> int:
    """Audits the first site in a folder, and the small sites at the edges."""
    found = []
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        found += audited(Path(site), PAGES, browser)
        count = len(PAGES)
        for extreme, pages in EXTREME_PAGES.items():
            project = Path(folder) / extreme
            write(project, extreme)
            small = built(project, Path(folder) / f"{extreme}-site", strict=False)
            found += audited(small, {f"{extreme}: {path or 'home'}": path for path in pages}, browser)
            count += len(pages)
        browser.close()
    looked = count * len(WIDTHS) * len(SCHEMES) * 2
    print("\n".join(found) or f"nothing is wrong with {count} kinds of page in {looked} forms")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
