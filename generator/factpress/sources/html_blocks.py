"""The blocks of a page in the order in which a reader meets them: headings, paragraphs, cells, captions, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

from factpress.sources.html_elements import HEADINGS, inline, is_a_field, is_block, key_and_value, pairs_of

if TYPE_CHECKING:  # the process that reads has no use for records
    from factpress.records.receipt import Whole

# What is in one of these is no part of a caption or cell around them.
_HOLDERS = frozenset(("li", "dt", "dd", "pre", "body", "article", "main", "section", "table", "html"))
_CAPTION = re.compile(r"caption", re.IGNORECASE)
# Between two elements in one line that touch, a sentence ends for the eye all the same.
_ENDS = tuple(".!?…。！？")
_CODE = ("code", "kbd", "samp", "tt", "var", "math")
_LINE = "\0"
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
# Characters that have no width, or that turn the line's direction.
_NOT_SHOWN = re.compile(r"[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_HANDLES = frozenset("¶#§🔗")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


@dataclass(slots=True)
class Block:
    """One block: its text with LF where a line ends, what it is, the element that holds it, characters in links."""

    text: str
    whole: Whole
    element: HtmlElement
    linked: int = 0
    links: int = 0
    level: int = 0
    """Of a heading, from 1."""
    is_pair: bool = False
    """Whether it is a key with its value."""

    @property
    def reach(self) -> int:
        """Its length as prose goes: a sign of Chinese or Japanese says as much as three letters."""
        return len(self.text) + 2 * len(_DENSE.findall(self.text))

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return any(each.tag == "li" for each in (self.element, *list(self.element.iterancestors())[:1]))

    @property
    def density(self) -> float:
        """Which part of it is in links."""
        return self.linked / len(self.text)


@dataclass(slots=True)
class _Run:
    """The text of a block while it is read; `ended` is whether an element within the line has just ended."""

    element: HtmlElement
    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    ended: bool = False


def letters(text: str) -> str:
    """What is the same of a text however it was spaced and punctuated."""
    return "".join(filter(str.isalnum, text)).casefold()


class Blocks:
    """Reads the blocks of a tree; one at a time is open, and every block element begins and ends one."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._run: _Run | None = None
        self._typed = 0
        self._code = 0

    def read(self, tree: HtmlElement) -> list[Block]:
        """The blocks below an element."""
        self._walk(tree, tree, linked=False)
        self._close()
        return self.found

    def _walk(self, element: HtmlElement, holder: HtmlElement, *, linked: bool) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag == "br":
            self._break()
        elif tag == "tr" and (pair := key_and_value(element)):
            self._pair(*pair)
        elif tag == "dl" and (pairs := pairs_of(element)):
            for each in pairs:
                self._pair(*each)
        elif holder.tag in HEADINGS and _is_a_handle(element):
            return
        elif is_block(element):
            self._close()
            typed = tag in ("pre", "listing", "xmp", "plaintext")
            self._typed += typed
            self._inside(element, element, linked=linked)
            self._close()
            self._typed -= typed
        else:
            touches = self._run is not None and self._run.ended and tag not in ("sup", "sub", "wbr")
            if touches and self._run is not None and is_a_field(element, holder):
                self._run.parts.append(" ")
            if tag == "a" and self._run is not None:
                self._run.links += 1
            code = tag in _CODE
            self._code += code
            self._inside(element, holder, linked=linked or _leads_away(element, holder), touches=touches)
            self._code -= code
            if self._run is not None:
                self._run.ended = True

    def _inside(self, element: HtmlElement, holder: HtmlElement, *, linked: bool, touches: bool = False) -> None:
        if element.text:
            self._say(element.text, holder, linked=linked, touches=touches)
        for child in element:
            self._walk(child, holder, linked=linked)
            if child.tail:
                self._say(child.tail, holder, linked=linked)

    def _say(self, text: str, holder: HtmlElement, *, linked: bool, touches: bool = False) -> None:
        if self._typed:
            first, *others = text.split("\n")
            self._add(first, holder, linked=linked, touches=touches)
            for line in others:
                self._break()
                self._add(line, holder, linked=linked, touches=False)
        else:
            self._add(_SPACES.sub(" ", text), holder, linked=linked, touches=touches)

    def _add(self, text: str, holder: HtmlElement, *, linked: bool, touches: bool) -> None:
        if not text:
            return
        if self._run is None:
            if text.isspace():
                return
            self._run = _Run(holder, links=int(linked))
        before = self._run.parts[-1] if self._run.parts else ""
        if (before and text[0].isupper() and before.endswith(_ENDS)) or (
            touches and (len(before) > 1 or before.isdigit()) and _is_new_word(before[-1], text[0])
        ):
            text = f" {text}"
        self._run.parts.append(text)
        self._run.linked += len(text.strip()) if linked else 0
        self._run.ended = False

    def _break(self) -> None:
        """A line ends; where it is empty, so does the block."""
        if self._run is None:
            return
        for part in reversed(self._run.parts):
            if part == _LINE:
                self._close()
                return
            if not part.isspace():
                break
        self._run.parts.append(_LINE)

    def _pair(self, key: HtmlElement, value: HtmlElement) -> None:
        """A key with its value, as one block of two lines."""
        self._close()
        self._run = _Run(value, [inline(key).rstrip(":") + ":", _LINE, inline(value)])
        self._run.linked = sum(len(inline(link)) for each in (key, value) for link in each.iter("a"))
        self._close(is_pair=True)

    def _close(self, *, is_pair: bool = False) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        shown = _NOT_SHOWN.sub("", "".join(run.parts))
        lines = (" ".join(line.split()) for line in shown.split(_LINE))
        text = "\n".join(filter(None, lines))
        if any(map(str.isalnum, text)):
            level = int(run.element.tag[1]) if run.element.tag in HEADINGS else 0
            kind: Whole = "line" if is_pair else _whole(run.element)
            linked = min(run.linked, len(text))
            self.found.append(Block(text, kind, run.element, linked, run.links, level, is_pair))


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """An element and all those around it, from the inside."""
    yield element
    yield from element.iterancestors()


def _whole(element: HtmlElement) -> Whole:
    """What a block of that element is to a reader."""
    for each in ancestors(element):
        if each.tag in (*HEADINGS, "summary"):
            return "heading"
        if each.tag in ("td", "th"):
            return "cell"
        if each.tag in _HOLDERS:
            break
        if each.tag in ("figcaption", "caption") or _CAPTION.search(each.get("class") or ""):
            return "caption"
    return "line"


def _leads_away(element: HtmlElement, holder: HtmlElement) -> bool:
    """Whether it is a link; one of a heading to itself is none."""
    return element.tag == "a" and not (holder.tag in HEADINGS and (element.get("href") or "#").startswith("#"))


def _is_a_handle(element: HtmlElement) -> bool:
    """Whether it is what a heading has for its address or for editing it: a sign, or a link with that name."""
    names = f"{element.get('class') or ''} {element.get('title') or ''}".lower()
    text = inline(element)
    return text in _HANDLES or (len(text) < 20 and any(name in names for name in ("editsection", "headerlink")))


def _is_new_word(before: str, first: str) -> bool:
    """Whether two characters that touch are of different words: elements side by side are set apart on the page."""
    return (before.islower() or before.isdigit()) and (first.isupper() or first.isdigit())
