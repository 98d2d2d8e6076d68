"""Where the pages of a built site lead: each link is followed to its file and its anchor, as a browser follows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

REFERENCES = ("href", "src", "data", "poster")
HERE = "https://site.test/"


@dataclass
class Found:
    """A page's anchors, and where it leads, each as a path from the site's root and an anchor."""

    anchors: set[str] = field(default_factory=set)
    links: set[tuple[str, str]] = field(default_factory=set)


def pages(site: Path) -> Iterator[Path]:
    yield from sorted(site.rglob("*.html"))


def read(site: Path, page: Path, root: str) -> Found:
    """What one page holds; addresses under the site's own address count as its own."""
    found = Found()
    address = HERE + quote(page.relative_to(site).as_posix()).removesuffix("index.html")
    for node in LexborHTMLParser(page.read_text("utf-8")).css("*"):
        named = {name: value or "" for name, value in node.attributes.items()}
        found.anchors |= {named[name] for name in ("id", "name") if named.get(name)}
        for name in REFERENCES:
            if name in named and named.get("rel") != "edit" and "-edit" not in named.get("class", ""):
                link = urlsplit(urljoin(address, named[name]).replace(root, HERE, 1))
                if link.netloc == urlsplit(HERE).netloc:
                    found.links.add((unquote(link.path).lstrip("/"), unquote(link.fragment)))
    return found


def missing(site: Path, root: str) -> list[str]:
    """Every link of a site that leads to no file or to no anchor of its page."""
    all = {page.relative_to(site).as_posix(): read(site, page, root) for page in pages(site)}
    wrong = []
    for name, found in all.items():
        for path, anchor in sorted(found.links):
            target = path + "index.html" if path.endswith("/") or not path else path
            if not (site / target).is_file():
                wrong.append(f"{name}: {path} is not there")
            elif anchor and not anchor.startswith(":~:") and anchor not in all.get(target, Found()).anchors:
                wrong.append(f"{name}: {path} has no {anchor}")
    return wrong
