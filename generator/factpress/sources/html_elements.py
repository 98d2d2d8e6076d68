"""Which elements of a page begin a block, which are set apart within a line, and which are keys with their values."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset((
    *HEADINGS,
    *("address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog"),
    *("dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "html"),
    *("legend", "li", "listing", "main", "menu", "nav", "noscript", "ol", "p", "plaintext", "pre", "search", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "xmp"),
))  # fmt: skip
_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)


def _has_blocks(element: HtmlElement) -> bool:
    return any(each.tag in _BLOCKS or each.tag == "br" for each in element.iterdescendants())


def inline(element: HtmlElement) -> str:
    """The text of an element in one line."""
    return " ".join("".join(element.itertext()).split())


def is_a_field(element: HtmlElement, holder: HtmlElement) -> bool:
    """Whether it and the element that it touches are of two classes, outside running text: styles set those apart.

    The first letter of a paragraph and the digits of a counter are elements of their own, but part of their word.
    """
    before = element.getprevious()
    if before is None or holder.tag in ("p", *HEADINGS) or len(inline(before)) < 2:
        return False
    one, other = before.get("class"), element.get("class")
    return bool(one and other and one != other) and inline(before)[-1].isalnum() and inline(element)[:1].isalnum()


def is_block(element: HtmlElement) -> bool:
    """Whether an element begins a block; a button with words behind it is one in a sentence."""
    if element.tag == "button":
        return not (element.tail or "").strip()
    if "-" in element.tag:
        return _is_alone(element)
    style = element.get("style")
    return element.tag in _BLOCKS or bool(style and _AS_BLOCK.search(style))


def _is_alone(element: HtmlElement) -> bool:
    """Whether an element of the page's own making has no words beside it, and so begins a block."""
    parent, before = element.getparent(), element.getprevious()
    if parent is None or parent.tag in ("p", "span", "a", "li", "td", *HEADINGS):
        return False
    around = (element.tail, before.tail if before is not None else parent.text)
    return not any(text and text.strip() for text in around)


def key_and_value(row: HtmlElement) -> tuple[HtmlElement, HtmlElement] | None:
    """A row of a table that has a heading and one value; nothing for another row."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if [cell.tag for cell in cells] != ["th", "td"] or any(_has_blocks(cell) for cell in cells):
        return None
    return (cells[0], cells[1]) if all(map(inline, cells)) else None


def pairs_of(list_of: HtmlElement) -> list[tuple[HtmlElement, HtmlElement]]:
    """The terms of a list with their values, where each has one that is short; empty for another list."""
    items = [item for child in list_of for item in (child if child.tag == "div" else [child])]
    terms, values = items[::2], items[1::2]
    if len(terms) != len(values) or any(each.tag != "dt" for each in terms) or any(v.tag != "dd" for v in values):
        return []
    if any(_has_blocks(each) or not 0 < len(inline(each)) <= 60 for each in items):
        return []
    return list(zip(terms, values, strict=True))


def is_of_data(table: HtmlElement) -> bool:
    """Whether a table has rows of short cells, and does not lay out the page."""
    if any(each is not table for each in table.iter("table")):
        return False
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    return sum(len(row) > 1 for row in rows) > 1 and not any(map(_has_blocks, (cell for row in rows for cell in row)))
