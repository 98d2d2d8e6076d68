"""Every page of a built site: valid HTML, and what Lighthouse thinks of a page of each kind that readers land on.

Run by `make audit`. Ends with status 1 where a page is invalid, or where Lighthouse rates accessibility, best
practices or search engines' needs below 95; its word on performance depends on the machine and is only printed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from browsing import ARGUMENTS, chromium, served
from first_site import PAGES
from html_faults import faults, theme_faults

ROOT = Path(__file__).parent.parent
LIGHTHOUSE = ROOT / ".node/lighthouse/node_modules/lighthouse/cli/index.js"
KINDS = ("home", "explainer", "claim")
LEAST = 95
HELD = ("accessibility", "best-practices", "seo")
SHOWN = "performance"


def invalid(site: Path) -> Iterator[str]:
    """What is wrong with the HTML of any page, but for the theme's known faults."""
    known = theme_faults()
    pages = sorted(site.rglob("*.html"))
    print(f"{len(pages)} pages are validated")
    for fault in faults(pages):
        if (fault.rule, fault.message) not in known:
            yield f"{fault.where}: {fault.rule}: {fault.message}"


def ratings(address: str) -> dict[str, int]:
    """Lighthouse's ratings of a page, from 0 to 100, by what it rates."""
    flags = " ".join(["--headless=new", *ARGUMENTS])
    categories = ",".join([*HELD, SHOWN])
    options = ["--quiet", "--output=json", f"--chrome-flags={flags}", f"--only-categories={categories}"]
    run = subprocess.run(
        ["node", str(LIGHTHOUSE), address, *options],
        env={**os.environ, "CHROME_PATH": chromium()},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return {name: round(100 * rated["score"]) for name, rated in json.loads(run.stdout)["categories"].items()}


def unloved(site: Path) -> Iterator[str]:
    """Which pages Lighthouse rates too low."""
    print(f"{'page':12}", *(f"{name:>15}" for name in (*HELD, SHOWN)))
    with served(site) as address:
        for kind in KINDS:
            rated = ratings(address + PAGES[kind])
            print(f"{kind:12}", *(f"{rated[name]:15}" for name in (*HELD, SHOWN)))
            yield from (f"{kind}: {name} is {rated[name]}, below {LEAST}" for name in HELD if rated[name] < LEAST)


def main(site: str) -> int:
    """Audits the site in a folder and prints what is wrong."""
    wrong = [*invalid(Path(site)), *unloved(Path(site))]
    print("\n".join(wrong) or "every page is valid, and Lighthouse is content")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
