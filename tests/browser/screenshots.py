"""Pictures of each kind of page, of small extreme sites too: light and dark, desktop and phone."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

sys.path.append(str(Path(__file__).parent.parent))
from browsing import ARGUMENTS, chromium, served
from extremes import PAGES as EXTREME_PAGES
from extremes import write
from first_site import PAGES, built

# Longer than a picture may be.
ENDLESS = {"rules"}
SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


def main(site: str, folder: str) -> None:
    """Takes a picture of every page in every form, one file each; those of the extreme projects too."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, TemporaryDirectory() as projects:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        take(browser, Path(site), PAGES, target)
        for name, addresses in EXTREME_PAGES.items():
            project = Path(projects) / name
            project.mkdir()
            write(project, name)
            pages = {f"{name}-{address.strip('/').replace('/', '-') or 'home'}": address for address in addresses}
            take(browser, built(project, project / "site", strict=False), pages, target)
        browser.close()


def take(browser: Browser, site: Path, pages: Mapping[str, str], target: Path) -> None:
    """Takes the pictures of one site's pages, by name."""
    with served(site) as address:
        for scheme in ("light", "dark"):
            for size, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for name, path in pages.items():
                    page.goto(address + path)
                    page.screenshot(path=target / f"{name}-{size}-{scheme}.png", full_page=name not in ENDLESS)
                page.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
