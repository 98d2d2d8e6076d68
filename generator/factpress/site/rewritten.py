"""What other plugins add to a page's HTML after its text was converted, as Markdown, which is checked like prose."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

from factpress import addresses
from factpress.book import Book
from factpress.reading.prose_text import INLINE

Targets = Callable[[str], str]
_SHOWN = ("alt", "title", "aria-label")
_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_NOT_SHOWN = frozenset({"script", "style", "template"})
_SIGNS = re.compile(r"[\\`*_{}\[\]()>#+\-.!|~^=]")
_SCHEME = re.compile(r"(?<=[a-z]):")
# Joins a link to the button of its note.
_JOINER = "\u2060"
_OWN_LINKS = frozenset({"fp-claim", "fp-source", "fp-entity", "fp-keep", "fp-kept", "fp-flow"})


def added(before: str, after: str, target: Targets) -> Sequence[str]:
    """The blocks of a page's HTML that were not there before, each as a line of Markdown.

    `target` gives `claim:…`, `source:…` or `entity:…` for an address that leads to a record, and nothing for others.
    """
    there = Counter(_blocks(before, target))
    found = []
    for block in _blocks(after, target):
        if there[block] > 0:
            there[block] -= 1
        else:
            found.append(block)
    return found


def as_markdown(words: str) -> str:
    """Words as Markdown that shows them as they are."""
    plain = " ".join(words.replace(_JOINER, "").split())
    escaped = html.escape(_SIGNS.sub(lambda match: f"\\{match[0]}", plain), quote=False)
    # The name of a record in code is no link that was lost.
    return _SCHEME.sub("&#58;", escaped)


def targets(book: Book, url: str, *, directory_urls: bool) -> Targets:
    """The records to which addresses on a page lead; `url` is the page's own, from the site's root."""
    records = {
        addresses.url(addresses.of(record.kind(), record.id), directory_urls=directory_urls): record
        for record in book.records()
        if record.kind() in {"claim", "source", "entity"}
    }

    def target(href: str) -> str:
        path = unquote(urlsplit(urljoin(f"/{url}", href)).path).lstrip("/")
        record = records.get(path)
        return f"{record.kind()}:{record.id}" if record else ""

    return target


def _blocks(content: str, target: Targets) -> list[str]:
    blocks = _Blocks(target)
    # The parser ends over a marked section that it does not know.
    blocks.feed(content.replace("<![", "&lt;!["))
    blocks.close()
    blocks.end()
    return blocks.found


class _Blocks(HTMLParser):
    """Collects the words of each block, with links to records; nothing of what factpress itself adds to pages."""

    def __init__(self, target: Targets) -> None:
        super().__init__()
        self.target = target
        self.found: list[str] = []
        self._open = ""
        self._links: list[str] = []
        self._hidden: list[str] = []

    def end(self) -> None:
        """Ends the block that is open."""
        words = " ".join(self._open.split())
        if words:
            self.found.append(words)
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = set(given.get("class", "").split())
        is_ours = any(name.startswith("fp-") for name in classes) and not classes & _OWN_LINKS
        if self._hidden or is_ours or tag in _NOT_SHOWN:
            if tag not in _EMPTY:
                self._hidden.append(tag)
            return
        if tag not in INLINE:
            self.end()
        self.found += [as_markdown(given[name]) for name in _SHOWN if given.get(name, "").strip()]
        if tag == "a":
            self._links.append(self.target(given["href"]) if given.get("href") else "")
            self._open += "[" if self._links[-1] else ""

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag in self._hidden:
                while self._hidden.pop() != tag:
                    pass
            return
        if tag == "a" and self._links:
            link = self._links.pop()
            self._open += f"]({link})" if link else ""
        if tag not in INLINE:
            self.end()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            # Spaces at the ends are those between words.
            before, after = data[:1].isspace(), data[-1:].isspace()
            self._open += " " * before + as_markdown(data) + " " * after
