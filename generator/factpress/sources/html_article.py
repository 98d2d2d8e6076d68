"""Which blocks of a page are its article, and which are beside it.

The library says which blocks it takes for the article's. What it leaves out stays beside the article, unless the page's
structure says that it belongs to it: a headline, a standfirst, a caption, paragraphs between those that were taken, and
further parts of an article that is split over several containers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from lxml.html import HtmlElement

from factpress.sources.html_blocks import Block, ancestors, letters
from factpress.sources.html_names import (
    is_factual,
    is_label,
    is_other_stories,
    kind_of,
    opens_a_part,
    says_aside,
    says_standfirst,
)

# From so many characters on, a block reads as a paragraph, and as one that is surely no label.
_PARAGRAPH = 25
_LONG = 80
_MOST_LINKED = 0.5
_ROOTS = ("body", "html")


class Article:
    """Chooses among the blocks of one page; `taken` is what the library takes for its article, `title` the page's."""

    def __init__(self, blocks: Sequence[Block], taken: Sequence[str], title: str = "") -> None:
        self.blocks = blocks
        self._title = letters(title)
        self._sizes = list(accumulate((len(block.text) for block in blocks), initial=0))
        self._links = list(accumulate((block.linked for block in blocks), initial=0))
        self._spans: dict[HtmlElement, tuple[int, int]] = {}
        for n, block in enumerate(blocks):
            for element in ancestors(block.element):
                first, _ = self._spans.get(element, (n, n))
                self._spans[element] = (first, n + 1)
        self._core = self._of_library(taken)
        self._weights = self._weighed(self._core)
        self._aside: dict[HtmlElement, str] = {}

    def chosen(self) -> list[bool]:
        """For each block, whether it is of the article."""
        chosen = {n for n in self._core if not self._is_aside(n)}
        chosen = chosen or self._core or {n for n in range(len(self.blocks)) if self._is_prose(n)}
        chosen -= self._nothing_but_links(chosen)
        if chosen:
            region = self._region(chosen)
            chosen |= self._within(region, chosen)
            chosen |= self._further_parts(region, chosen)
            chosen -= self._under_other_headings(chosen)
        if chosen:
            chosen |= self._headline(chosen)
            chosen |= self._captions(chosen)
        return [n in chosen for n in range(len(self.blocks))]

    def _of_library(self, taken: Sequence[str]) -> set[int]:
        """The blocks that the library took: long ones by letters anywhere in what it took, short ones as lines."""
        lines = {letters(line) for text in taken for line in (text, *text.split("\n"))}
        whole = "\n".join(map(letters, taken))

        def is_taken(text: str) -> bool:
            found = letters(text)
            return found in lines or (len(found) >= _PARAGRAPH and found in whole)

        return {
            n
            for n, block in enumerate(self.blocks)
            if is_taken(block.text) or all(map(is_taken, block.text.split("\n")))
        }

    def _weighed(self, numbers: Iterable[int]) -> Counter[HtmlElement]:
        """How many characters of these blocks each element holds."""
        found: Counter[HtmlElement] = Counter()
        for n in numbers:
            for element in ancestors(self.blocks[n].element):
                found[element] += len(self.blocks[n].text)
        return found

    def _size(self, numbers: Iterable[int]) -> int:
        return sum(len(self.blocks[n].text) for n in numbers)

    def _is_within(self, element: HtmlElement, n: int) -> bool:
        first, end = self._spans[element]
        return first <= n < end

    def _is_aside(self, n: int) -> bool:
        """Whether a block is about something else, by its own words or by the names of what holds it."""
        block = self.blocks[n]
        if not block.level and is_label(block.text):
            return True
        # A heading is short, and what is only likely is decided by length.
        says = ("sure",) if block.level else ("sure", "likely")
        return any(self._judged(element) in says for element in ancestors(block.element))

    def _judged(self, element: HtmlElement) -> str:
        if element not in self._aside:
            self._aside[element] = self._judge(element)
        return self._aside[element]

    def _judge(self, element: HtmlElement) -> str:
        """Whether an element is about something else; prose of which the library took most never is."""
        says = "" if element.tag in _ROOTS else says_aside(element)
        if not says:
            return ""
        first, end = self._spans[element]
        size = self._sizes[end] - self._sizes[first]
        linked = (self._links[end] - self._links[first]) / size
        if 2 * self._weights[element] > self._size(self._core) and linked < _MOST_LINKED:
            return ""
        parent = element.getparent()
        if element.tag == "footer" and parent is not None and parent.tag == "blockquote":
            return ""
        if (element.tag == "aside" and is_factual(element)) or (element.tag == "button" and opens_a_part(element)):
            return ""
        if says == "sure":
            return says
        has_fields = next(element.iter("form", "label"), None) is not None
        return says if size < _LONG or linked > 0.3 or has_fields else ""

    def _is_prose(self, n: int) -> bool:
        return self.blocks[n].reach >= _PARAGRAPH and not self._is_linked(n) and not self._is_aside(n)

    def _is_linked(self, n: int) -> bool:
        """Whether a block that is no heading is mostly links."""
        return not self.blocks[n].level and self.blocks[n].density >= _MOST_LINKED

    def _nothing_but_links(self, chosen: set[int]) -> set[int]:
        """Lists of three links and more, where most of the article is something else."""
        lists: dict[HtmlElement, list[int]] = {}
        found: set[int] = set()
        for n in chosen:
            block = self.blocks[n]
            if block.density <= 0.8 or block.level:
                continue
            if block.links >= 3:
                found.add(n)
            for element in ancestors(block.element):
                if element.tag in ("ul", "ol", "table"):
                    lists.setdefault(element, []).append(n)
                    break
        for element, numbers in lists.items():
            first, end = self._spans[element]
            if len(numbers) >= 3 and self._size(numbers) > 0.7 * (self._sizes[end] - self._sizes[first]):
                found.update(numbers)
        return found if 2 * self._size(found) < self._size(chosen) else set()

    def _region(self, chosen: set[int]) -> HtmlElement:
        """The smallest element that holds nine tenths of the article."""
        most = 0.9 * self._size(chosen)
        holding = [element for element, weight in self._weighed(chosen).items() if weight >= most]
        return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))

    def _within(self, region: HtmlElement, chosen: set[int]) -> set[int]:
        """The blocks of the region that read as parts of the article."""
        first, end = self._spans[region]
        if region.tag in _ROOTS:
            first, end = min(chosen), max(chosen)
        found: set[int] = set()
        for n in range(first, end):
            block = self.blocks[n]
            if n in chosen or self._is_linked(n) or self._is_aside(n):
                continue
            is_next_to_it = n - 1 in chosen or n - 1 in found or n + 1 in chosen
            if block.reach >= _PARAGRAPH or block.level or block.whole != "line" or is_next_to_it:
                found.add(n)
        return found

    def _further_parts(self, region: HtmlElement, chosen: set[int]) -> set[int]:
        """Blocks in containers of the same kind as the article's, in the same main part of the page."""
        kinds = self._kinds(region, chosen)
        near = {each.getparent() for each in ancestors(region) if each.tag not in _ROOTS}
        main = next((each for each in region.iterancestors() if each.tag in ("main", *_ROOTS)), region)
        has_headline = any(self.blocks[n].level == 1 for n in chosen)
        found: set[int] = set()
        for n in range(*self._spans[main]):
            if n in chosen or self._is_linked(n) or self._is_aside(n):
                continue
            for element in ancestors(self.blocks[n].element):
                if element is main or element.tag in _ROOTS:
                    break
                if kind_of(element) in kinds or (element.getparent() in near and self._is_like_a_sibling(element)):
                    if self._is_a_part(element, has_headline=has_headline):
                        found.add(n)
                    break
        return found

    def _kinds(self, region: HtmlElement, chosen: set[int]) -> set[str]:
        """The kinds of the region, and of what directly holds the article's longer paragraphs."""
        found = {kind_of(region)}
        for n in chosen:
            if self.blocks[n].reach >= _LONG:
                element = self.blocks[n].element
                found.add(kind_of(element))
                parent = element.getparent()
                if parent is not None and parent.tag not in _ROOTS:
                    found.add(kind_of(parent))
        return found - {""}

    def _is_like_a_sibling(self, element: HtmlElement) -> bool:
        """Whether another element of the same parent holds some of the article, and has the same tag and classes."""
        return any(
            other is not element
            and self._weights[other]
            and other.tag == element.tag
            and kind_of(other) == kind_of(element)
            for other in element.getparent()
        )

    def _is_a_part(self, element: HtmlElement, *, has_headline: bool) -> bool:
        """Whether it holds prose, and is no other article with a headline of its own."""
        inside = range(*self._spans[element])
        if has_headline and any(self.blocks[n].level == 1 for n in inside):
            return False
        return any(self.blocks[n].reach >= _PARAGRAPH and self.blocks[n].density < _MOST_LINKED for n in inside)

    def _under_other_headings(self, chosen: set[int]) -> set[int]:
        """What follows a heading that announces other stories: up to the next heading like it or the end of its part.

        A heading that most of the article follows announces the article.
        """
        found: set[int] = set()
        total = self._size(chosen)
        for n, block in enumerate(self.blocks):
            parent = block.element.getparent()
            if block.level < 2 or parent is None or not is_other_stories(block.text):
                continue
            _, end = self._spans.get(parent, (n, n + 1))
            end = next((m for m in range(n + 1, end) if 0 < self.blocks[m].level <= block.level), end)
            under = set(range(n, end))
            if self._size(under & chosen) <= 0.4 * total:
                found |= under
        return found

    def _headline(self, chosen: set[int]) -> set[int]:
        """The headline above the article, and what is between the two as its standfirst."""
        first = min(chosen)
        named = [n for n, b in enumerate(self.blocks[:first]) if b.reach >= 12 and letters(b.text) in self._title]
        above = [n for n in range(first + 1) if self.blocks[n].level == 1] or [n for n in named if self.blocks[n].level]
        if not above:
            return set()
        found = {above[-1]}
        for n in range(above[-1] + 1, first):
            block = self.blocks[n]
            says_so = any(says_standfirst(each) for each in (block.element, *list(block.element.iterancestors())[:1]))
            if not self._is_aside(n) and not self._is_linked(n) and (says_so or block.reach >= _PARAGRAPH):
                found.add(n)
        return found

    def _captions(self, chosen: set[int]) -> set[int]:
        """Captions among the article's blocks."""
        among = range(min(chosen), max(chosen) + 1)
        return {n for n in among if self.blocks[n].whole == "caption" and not self._is_aside(n)}
