"""How the blocks of a page lie in its elements: which ones each holds, how long they are, and how much is links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from factpress.sources.html_blocks import Block, ancestors

# From so many characters on, a block reads as a paragraph, and as one that is surely no label.
PARAGRAPH = 25
LONG = 80
SOME_LINKED, MOST_LINKED = 0.3, 0.5
ROOTS = ("body", "html")


class Layout:
    """The blocks of a page in order; those of an element follow one another."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self._sizes = list(accumulate((len(block.text) for block in blocks), initial=0))
        self._links = list(accumulate((block.linked for block in blocks), initial=0))
        self._spans: dict[HtmlElement, tuple[int, int]] = {}
        for n, block in enumerate(blocks):
            for element in ancestors(block.element):
                first, _ = self._spans.get(element, (n, n))
                self._spans[element] = (first, n + 1)

    def inside(self, element: HtmlElement) -> range:
        """The blocks of an element, by number; none where it has no text."""
        return range(*self._spans.get(element, (0, 0)))

    def length(self, element: HtmlElement) -> int:
        """How many characters an element has."""
        inside = self.inside(element)
        return self._sizes[inside.stop] - self._sizes[inside.start]

    def linked(self, element: HtmlElement) -> float:
        """Which part of an element's characters is in links."""
        inside = self.inside(element)
        return (self._links[inside.stop] - self._links[inside.start]) / max(1, self.length(element))

    def length_of(self, numbers: Iterable[int]) -> int:
        """How many characters these blocks have."""
        return sum(len(self.blocks[n].text) for n in numbers)

    def weighed(self, numbers: Iterable[int]) -> Counter[HtmlElement]:
        """How many characters of these blocks each element holds."""
        found: Counter[HtmlElement] = Counter()
        for n in numbers:
            for element in ancestors(self.blocks[n].element):
                found[element] += len(self.blocks[n].text)
        return found
