"""The content of a page in order: words, and between them citations, links and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from factpress.reading.prose_text import INLINE, VisibleText, is_the_parsers
from factpress.records.page import Part, Said

_FOOTNOTE = re.compile(r"fn(?:ref\d*)?[^\w\s](.+)")
_OVER = ("title", "aria-label")


class ProseOrder:
    """Walks a page's tree after its links are made and before any is changed, and collects the content in order.

    `visible` gives the words that readers see; `address` turns an attribute into the address that a browser reads.
    """

    def __init__(self, visible: VisibleText, address: Callable[[str | None], str]) -> None:
        self.visible = visible
        self.address = address
        self._said: list[Said] = []
        self._open: list[str] = []

    def collect(self, root: Element) -> tuple[Said, ...]:
        """All content of the page, in reading order."""
        self._walk(root)
        self._close()
        return tuple(self._said)

    def _walk(self, element: Element) -> None:
        if not isinstance(element.tag, str):
            return
        footnote = _FOOTNOTE.fullmatch(element.get("id", "")) if element.tag in {"sup", "li"} else None
        if footnote:
            self._close()
            self._add(Said("words", f"[^{footnote[1]}]"))
        if is_the_parsers(element) or element.get("class") == "headerlink":
            return
        cuts = element.tag not in INLINE
        if cuts:
            self._close()
        if element.tag == "a" and element.get("href"):
            self._link(element)
        elif element.tag == "img":
            self._close()
            self._picture(element)
        else:
            self._open.append(" " if element.tag == "br" else self.visible.resolved(element.text or ""))
            for child in element:
                self._walk(child)
                self._open.append(self.visible.resolved(child.tail or ""))
        over = [value for name in _OVER if (value := element.get(name))]
        if cuts or over:
            self._close()
        for value in over:
            self._add(Said("words", self.visible.resolved(value)))

    def _link(self, element: Element) -> None:
        self._close()
        ours = self.visible.target(element)
        part: Part = "citation" if ours and ours[1] else "link"
        self._add(Said(part, self.visible.words(element), self.address(element.get("href"))))
        for picture in element.iter("img"):
            self._picture(picture)

    def _picture(self, element: Element) -> None:
        self._add(Said("picture", self.visible.resolved(element.get("alt", "")), self.address(element.get("src"))))

    def _add(self, said: Said) -> None:
        self._said.append(Said(said.part, " ".join(said.words.split()), said.target))

    def _close(self) -> None:
        words = "".join(self._open)
        if words.strip():
            self._add(Said("words", words))
        self._open = []
