"""Which blocks of a page are about something else: by what they say, or by the names of the elements that hold them."""

from __future__ import annotations

from collections.abc import Set

from lxml.html import HtmlElement

from factpress.sources.html_blocks import ancestors
from factpress.sources.html_layout import ROOTS, Layout
from factpress.sources.html_names import is_factual, opens_a_part, says_aside
from factpress.sources.html_shown import ASKS_FOR_ADDRESS
from factpress.sources.html_words import is_label, is_of_the_site, leads_to_another

# An element with fewer characters than these is no part of an article that a likely name could be wrong about.
_LONG = 80
_MUCH, _MOST = 0.3, 0.5
# A box that asks for a reader's address has fewer than these around the form.
_BOX = 400


class Aside:
    """Judges the elements of a page, each once; `core` are the blocks that the library takes for the article."""

    def __init__(self, layout: Layout, core: Set[int]) -> None:
        self._layout = layout
        self._weights = layout.weighed(core)
        self._total = layout.length_of(core)
        self._known: dict[HtmlElement, str] = {}

    def holds(self, number: int, *, surely: bool = False) -> bool:
        """Whether a block is about something else; `surely` leaves out what is only likely by its names."""
        block = self._layout.blocks[number]
        if not block.level and (is_label(block.text) or is_of_the_site(block.text)):
            return True
        if block.element.tag == "p" and block.links and leads_to_another(block.text):
            return True
        # A heading is short, and what is only likely is decided by length.
        says = ("sure",) if block.level or surely else ("sure", "likely")
        return any(self._judged(element) in says for element in ancestors(block.element))

    def _judged(self, element: HtmlElement) -> str:
        if element not in self._known:
            self._known[element] = self._judge(element)
        return self._known[element]

    def _judge(self, element: HtmlElement) -> str:
        """Whether an element is about something else; prose of which the library took most never is."""
        says = "" if element.tag in ROOTS else "sure" if self._asks_for_address(element) else says_aside(element)
        if not says:
            return ""
        linked = self._layout.linked(element)
        if 2 * self._weights[element] > self._total and linked < _MOST:
            return ""
        parent = element.getparent()
        if element.tag == "footer" and parent is not None and parent.tag == "blockquote":
            return ""
        if (element.tag == "aside" and is_factual(element)) or (element.tag == "button" and opens_a_part(element)):
            return ""
        if says == "sure":
            return says
        has_fields = next(element.iter("form", "label"), None) is not None
        return says if self._layout.length(element) < _LONG or linked > _MUCH or has_fields else ""

    def _asks_for_address(self, element: HtmlElement) -> bool:
        """Whether it is a box with little but a form for a newsletter."""
        form = next((each for each in element if ASKS_FOR_ADDRESS in (each.get("class") or "")), None)
        return form is not None and self._layout.length(element) < _BOX
