"""Compares two built sites: the same addresses, and on the pages of records the same titles, words and links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

MOST = 2_000
"""How many pages of a site are compared word by word at most; of a larger site, every second or every third page."""
_ARTICLE = re.compile(r'<article class="(?:md|site)-content__inner.*?</article>', re.DOTALL)
# The theme's own button for editing, which is not part of the content.
_BUTTON = re.compile(r'<a href="[^"]*" title="[^"]*" class="md-content__button.*?</a>', re.DOTALL)
# Markdown has no drawings: sites are compared without them.
_DRAWN = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_RECORDS = re.compile(r"(claims|sources|entities)/.*")


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says: its title, the words of its article, and where the links there lead, in order."""

    title: str
    words: tuple[str, ...]
    links: tuple[str, ...]


def addresses(site: Path) -> set[str]:
    """Returns every HTML file of a built site, by its path."""
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def records(names: set[str]) -> list[str]:
    """Returns the pages of records and their lists, in order."""
    return sorted(name for name in names if _RECORDS.fullmatch(name))


def content(site: Path, name: str) -> Content:
    """Returns what a page of a built site says; raises `ValueError` if it has no article."""
    text = (site / name).read_text("utf-8")
    article, title = _ARTICLE.search(text), re.search(r"<title>(.*?)</title>", text, re.DOTALL)
    if article is None or title is None:
        raise ValueError(f"{site / name}: no title or no article")
    inner = _DRAWN.sub("", _BUTTON.sub("", article[0]))
    words = re.findall(r"\w+", html.unescape(re.sub(r"<[^<>]*>", " ", inner)))
    links = [html.unescape(link) for link in re.findall(r'<a [^>]*?href="([^"]*)"', inner)]
    return Content(
        html.unescape(title[1]), tuple(words), tuple(urljoin(f"https://example.org/{name}", link) for link in links)
    )


def differences(ours: Path, other: Path) -> Iterator[str]:
    """Yields a line for each page that only one of two sites has, or that says something else there."""
    own, theirs = addresses(ours), addresses(other)
    yield from (f"{name} is only in {ours if name in own else other}" for name in sorted(own ^ theirs))
    both = records(own & theirs)
    for name in both[:: max(1, -(-len(both) // MOST))]:
        here, there = content(ours, name), content(other, name)
        yield from (
            f"{name} has other {part} in {other}"
            for part in Content.__slots__
            if getattr(here, part) != getattr(there, part)
        )
