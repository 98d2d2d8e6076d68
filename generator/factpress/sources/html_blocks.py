"""The blocks of a page in the order in which a reader meets them: headings, paragraphs, cells, captions, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml.html import HtmlElement

if TYPE_CHECKING:  # the process that reads has no use for records
    from factpress.records.receipt import Whole

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "button",
            "caption",
            "center",
            "dd",
            "details",
            "dialog",
        ),
        *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr"),
        *("html", "legend", "li", "main", "menu", "nav", "noscript", "ol", "p", "pre", "section", "summary", "table"),
        *(
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "title",
            "tr",
            "ul",
            "center",
            "listing",
            "plaintext",
            "xmp",
            "search",
        ),
        *_HEADINGS,
    )
)
# What is in one of these is no part of a caption or cell around them.
_HOLDERS = frozenset(("li", "dt", "dd", "pre", "body", "article", "main", "section", "table", "html"))
_CAPTION = re.compile(r"caption", re.IGNORECASE)
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
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
        if tag == "br":
            self._break()
        elif tag == "tr" and (pair := _key_and_value(element)):
            self._pair(*pair)
        elif tag == "dl" and (pairs := _pairs(element)):
            for each in pairs:
                self._pair(*each)
        elif holder.tag in _HEADINGS and _is_a_handle(element):
            return
        elif _is_block(element):
            self._close()
            typed = tag in ("pre", "listing", "xmp", "plaintext")
            self._typed += typed
            self._inside(element, element, linked=linked)
            self._close()
            self._typed -= typed
        else:
            touches = self._run is not None and self._run.ended and tag not in ("sup", "sub", "wbr")
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
            touches and len(before) > 1 and _is_new_word(before[-1], text[0])
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
        self._run = _Run(value, [_inline(key).rstrip(":") + ":", _LINE, _inline(value)])
        self._run.linked = sum(len(_inline(link)) for each in (key, value) for link in each.iter("a"))
        self._close(is_pair=True)

    def _close(self, *, is_pair: bool = False) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        shown = _NOT_SHOWN.sub("", "".join(run.parts))
        lines = (" ".join(line.split()) for line in shown.split(_LINE))
        text = "\n".join(filter(None, lines))
        if any(map(str.isalnum, text)):
            level = int(run.element.tag[1]) if run.element.tag in _HEADINGS else 0
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
        if each.tag in (*_HEADINGS, "summary"):
            return "heading"
        if each.tag in ("td", "th"):
            return "cell"
        if each.tag in _HOLDERS:
            break
        if each.tag in ("figcaption", "caption") or _CAPTION.search(each.get("class") or ""):
            return "caption"
    return "line"


def _key_and_value(row: HtmlElement) -> tuple[HtmlElement, HtmlElement] | None:
    """A row of a table that has a heading and one value; nothing for another row."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if [cell.tag for cell in cells] != ["th", "td"] or any(_has_blocks(cell) for cell in cells):
        return None
    return (cells[0], cells[1]) if all(map(_inline, cells)) else None


def _pairs(list_of: HtmlElement) -> list[tuple[HtmlElement, HtmlElement]]:
    """The terms of a list with their values, where each has one that is short; empty for another list."""
    items = [item for child in list_of for item in (child if child.tag == "div" else [child])]
    terms, values = items[::2], items[1::2]
    if len(terms) != len(values) or any(each.tag != "dt" for each in terms) or any(v.tag != "dd" for v in values):
        return []
    if any(_has_blocks(each) or not 0 < len(_inline(each)) <= 60 for each in items):
        return []
    return list(zip(terms, values, strict=True))


def _leads_away(element: HtmlElement, holder: HtmlElement) -> bool:
    """Whether it is a link; one of a heading to itself is none."""
    return element.tag == "a" and not (holder.tag in _HEADINGS and (element.get("href") or "#").startswith("#"))


def _is_a_handle(element: HtmlElement) -> bool:
    """Whether it is what a heading has for its address or for editing it: a sign, or a link with that name."""
    names = f"{element.get('class') or ''} {element.get('title') or ''}".lower()
    text = _inline(element)
    return text in _HANDLES or (len(text) < 20 and any(name in names for name in ("editsection", "headerlink")))


def _has_blocks(element: HtmlElement) -> bool:
    return any(each.tag in _BLOCKS or each.tag == "br" for each in element.iterdescendants())


def _inline(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _is_new_word(before: str, first: str) -> bool:
    """Whether two characters that touch are of different words: elements side by side are set apart on the page."""
    return (before.islower() or before.isdigit()) and (first.isupper() or first.isdigit())


def _is_block(element: HtmlElement) -> bool:
    """Whether an element begins a block; a button with words behind it is one in a sentence."""
    if element.tag == "button":
        return not (element.tail or "").strip()
    style = element.get("style")
    return element.tag in _BLOCKS or bool(style and _AS_BLOCK.search(style))
