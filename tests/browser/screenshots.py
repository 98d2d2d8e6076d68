"""Pictures of each kind of page: light and dark, desktop and phone."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.append(str(Path(__file__).parent.parent))
from browsing import ARGUMENTS, chromium, served
from first_site import PAGES

SIZES = {"desktop": (1280, 900), "phone": (390, 844)}


def main(site: str, folder: str) -> None:
    """Takes a picture of every page in every form, one file each."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with served(Path(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for scheme in ("light", "dark"):
            for size, (width, height) in SIZES.items():
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
                for name, path in PAGES.items():
                    page.goto(address + path)
                    page.screenshot(path=target / f"{name}-{size}-{scheme}.png", full_page=name != "rules")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
