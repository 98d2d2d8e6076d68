"""Further parts of an article that is split over several containers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from itertools import islice

from lxml.html import HtmlElement

from factpress.sources.html_aside import Aside
from factpress.sources.html_blocks import ancestors
from factpress.sources.html_layout import LONG, MOST_LINKED, PARAGRAPH, ROOTS, SOME_LINKED, Layout
from factpress.sources.html_names import kind_of

# So many elements around the article's text may hold further parts of it.
_FAR = 5


class Parts:
    """Finds containers like the article's; `weights` is how much of what the library took each element holds."""

    def __init__(self, layout: Layout, aside: Aside, weights: Mapping[HtmlElement, int]) -> None:
        self._layout = layout
        self._aside = aside
        self._weights = weights
        self._siblings: dict[HtmlElement, Counter[str]] = {}
        self._parts: dict[HtmlElement, bool] = {}

    def around(self, region: HtmlElement, chosen: Set[int]) -> Iterator[int]:
        """The headings and paragraphs, by number, in containers of the same kind as the article's, around it."""
        kinds = self._kinds(region, chosen)
        outer = [each for each in islice(ancestors(region), _FAR) if each.tag not in ROOTS]
        around = outer[-1].getparent() if outer and outer[-1].getparent() is not None else region
        near = {each.getparent() for each in outer}
        has_headline = any(self._layout.blocks[n].level == 1 for n in chosen)
        for n in self._layout.inside(around):
            block = self._layout.blocks[n]
            if n in chosen or self._aside.holds(n) or not (block.level or block.reach >= PARAGRAPH):
                continue
            for element in ancestors(block.element):
                if element is around or element.tag in ROOTS:
                    break
                if kind_of(element) in kinds or (element.getparent() in near and self._is_like_a_sibling(element)):
                    if self._is_a_part(element, has_headline=has_headline):
                        yield n
                    break

    def _kinds(self, region: HtmlElement, chosen: Set[int]) -> set[str]:
        """The kinds of the region, and of what directly holds the article's longer paragraphs."""
        found = {kind_of(region)}
        for n in chosen:
            if self._layout.blocks[n].reach >= LONG:
                element = self._layout.blocks[n].element
                found.add(kind_of(element))
                parent = element.getparent()
                if parent is not None and parent.tag not in ROOTS:
                    found.add(kind_of(parent))
        return found - {""}

    def _is_like_a_sibling(self, element: HtmlElement) -> bool:
        """Whether another element of the same parent holds some of the article, and has the same tag and classes."""
        parent = element.getparent()
        if parent not in self._siblings:
            with_it = (f"{other.tag} {kind_of(other)}" for other in parent if self._weights[other])
            self._siblings[parent] = Counter(with_it)
        count = self._siblings[parent][f"{element.tag} {kind_of(element)}"]
        return count > (1 if self._weights[element] else 0)

    def _is_a_part(self, element: HtmlElement, *, has_headline: bool) -> bool:
        """Whether it holds prose, and is no other article with a headline of its own."""
        if element not in self._parts:
            inside = [self._layout.blocks[n] for n in self._layout.inside(element)]
            is_another = has_headline and any(block.level == 1 for block in inside)
            prose = sum(len(b.text) for b in inside if b.reach >= PARAGRAPH and b.density < MOST_LINKED and not b.level)
            is_prose = 2 * prose > self._layout.length(element) and self._layout.linked(element) < SOME_LINKED
            self._parts[element] = is_prose and not is_another
        return self._parts[element]
