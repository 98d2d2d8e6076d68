"""The files beside the pages: stylesheets, the script, the index of claims, and redirects from former ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factpress import addresses
from factpress.pages.claim_index import claim_index
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook

ASSETS = Path(__file__).parent / "assets"


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site that is no page of the engine: its path under the site's root, and its text."""

    path: str
    text: str


def files(linked: LinkedBook) -> Iterator[SiteFile]:
    """Every file that the pages need beside them, whatever the engine."""
    for path in (addresses.STYLESHEET, addresses.SCRIPT):
        yield asset(path)
    yield SiteFile(addresses.CLAIM_INDEX, claim_index(linked))
    yield from redirects(linked)


def asset(path: str) -> SiteFile:
    """A stylesheet or script by its path on the site."""
    return SiteFile(path, (ASSETS / path.rpartition("/")[2]).read_text("utf-8"))


def redirects(linked: LinkedBook) -> Iterator[SiteFile]:
    """A whole document for every former id, leading to the record of today without any script."""
    template = environment().get_template("redirect.html.jinja")
    site = linked.book.site
    base = site.url.rstrip("/") + "/" if site else ""
    for (kind, old), new in sorted(linked.book.renamed.items()):
        here = addresses.of(kind, old)
        target = linked.at(here).to(kind, new)
        canonical = base + addresses.url(addresses.of(kind, new), directory_urls=linked.directory_urls)
        yield SiteFile(
            addresses.file(here, directory_urls=linked.directory_urls),
            template.render(target=target, canonical=canonical) + "\n",
        )
