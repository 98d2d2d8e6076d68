"""Which blocks of a page are its article, and which are beside it.

The library says which blocks it takes for the article's. What it leaves out stays beside the article, unless the page's
structure says that it belongs to it: a headline, a standfirst, a caption, paragraphs between those that were taken, and
further parts of an article that is split over several containers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import islice

from lxml.html import HtmlElement

from factpress.sources.html_aside import Aside
from factpress.sources.html_blocks import Block, ancestors, letters
from factpress.sources.html_elements import is_of_data
from factpress.sources.html_items import items
from factpress.sources.html_layout import LONG, MOST_LINKED, PARAGRAPH, ROOTS, SOME_LINKED, Layout
from factpress.sources.html_names import says_standfirst
from factpress.sources.html_parts import Parts
from factpress.sources.html_posts import of_thread
from factpress.sources.html_words import ends_as_sentence, is_byline, is_other_stories, reads_as_sentence

# A part of a page with more blocks than these is no teaser of another page.
_FEW = 6


class Article:
    """Chooses among the blocks of one page; `taken` is what the library takes for its article, `title` the page's."""

    def __init__(self, blocks: Sequence[Block], taken: Sequence[str], title: str = "") -> None:
        self.blocks = blocks
        self._layout = Layout(blocks)
        self._title = letters(title)
        self._is_listing = False
        # Where the library finds nothing, or the page is too large for it, prose outweighs what is not.
        self._core = self._of_library(taken) or self._prose() or set(range(len(blocks)))
        self._weights = self._layout.weighed(self._core)
        self._aside = Aside(self._layout, self._core)
        self._tables: dict[HtmlElement, bool] = {}

    def chosen(self) -> list[bool]:
        """For each block, whether it is of the article."""
        chosen = {n for n in self._core if not self._aside.holds(n)}
        chosen = chosen or self._core
        chosen -= self._nothing_but_links(chosen)
        if chosen:
            region = self._region(chosen)
            teasers = self._teasers(region)
            self._is_listing = self._layout.length_of(teasers & chosen) > 0.4 * self._layout.length_of(chosen)
            teasers = set() if self._is_listing else teasers
            chosen -= teasers
            chosen |= self._within(region, chosen, teasers)
            chosen |= {n for n in items(self._layout, region, chosen) if not self._aside.holds(n)}
            chosen |= {n for n in of_thread(self._layout, chosen) if not self._aside.holds(n, surely=True)}
            parts = Parts(self._layout, self._aside, self._weights).around(region, chosen)
            further = {n for n in parts if not self._is_linked(n)}
            chosen |= further - self._dangling(further, chosen)
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
            return found in lines or (len(found) >= PARAGRAPH and found in whole)

        return {
            n
            for n, block in enumerate(self.blocks)
            if is_taken(block.text) or all(map(is_taken, block.text.split("\n")))
        }

    def _prose(self) -> set[int]:
        return {n for n, block in enumerate(self.blocks) if block.reach >= PARAGRAPH and not self._is_linked(n)}

    def _is_linked(self, n: int) -> bool:
        """Whether a block is mostly links; a heading may be, and is all of one where it names another page."""
        block = self.blocks[n]
        return block.density > 0.8 and not self._is_listing if block.level else block.density >= MOST_LINKED

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
            if len(numbers) >= 3 and self._layout.length_of(numbers) > 0.7 * self._layout.length(element):
                found.update(numbers)
        return found if 2 * self._layout.length_of(found) < self._layout.length_of(chosen) else set()

    def _region(self, chosen: set[int]) -> HtmlElement:
        """The smallest element that holds nine tenths of the article."""
        most = 0.9 * self._layout.length_of(chosen)
        holding = [element for element, weight in self._layout.weighed(chosen).items() if weight >= most]
        inmost = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))
        around = inmost.getparent()
        # An article of one paragraph is with the short ones around it.
        return around if inmost.tag == "p" and around is not None and around.tag not in ROOTS else inmost

    def _within(self, region: HtmlElement, chosen: set[int], teasers: set[int]) -> set[int]:
        """The blocks of the region that read as parts of the article."""
        window, weights = self._window(chosen), self._layout.weighed(chosen)
        holders = {self.blocks[n].element.getparent() for n in chosen if self.blocks[n].reach >= PARAGRAPH}
        found: set[int] = set()
        for n in window if region.tag in ROOTS else self._layout.inside(region):
            if n in chosen or n in teasers or self._is_linked(n) or self._aside.holds(n):
                continue
            if self._is_of_links(n, region, weights):
                continue
            block = self.blocks[n]
            if block.level:
                belongs = True
            elif block.reach >= PARAGRAPH:
                # Before and after the article only what is among its own paragraphs is part of it.
                belongs = n in window or any(each in holders for each in islice(ancestors(block.element), 3))
            else:
                belongs = n in window and (n + 1 in chosen and (n - 1 in chosen or n - 1 in found))
                belongs = belongs or (n in window and self._is_of_a_list(block, weights))
                belongs = (
                    belongs
                    or self._is_short_paragraph(block, holders, weights, is_inside=n in window)
                    or self._is_of_data(block)
                )
            if belongs:
                found.add(n)
        return found - self._dangling(found, chosen)

    def _is_short_paragraph(
        self, block: Block, holders: Set[HtmlElement | None], weights: Mapping[HtmlElement, int], *, is_inside: bool
    ) -> bool:
        """Whether a short block is among the article's own paragraphs: a sentence, or between them anything."""
        element = block.element
        parent = element.getparent()
        if is_byline(block.text) or parent is None or parent.tag in ROOTS:
            return False
        if element.tag != "p":
            # Words that are directly in what holds paragraphs too.
            return element.tag not in ROOTS and weights[element] > 0 and ends_as_sentence(block.text)
        if ends_as_sentence(block.text):
            return parent in holders
        return is_inside and weights[parent] > 0

    def _is_of_data(self, block: Block) -> bool:
        """Whether a block is a cell of a table of data."""
        table = next(block.element.iterancestors("table"), None) if block.whole == "cell" else None
        if table is not None and table not in self._tables:
            self._tables[table] = is_of_data(table) and self._layout.linked(table) < SOME_LINKED
        return table is not None and self._tables[table]

    def _is_of_a_list(self, block: Block, weights: Mapping[HtmlElement, int]) -> bool:
        """Whether a short block is a caption, a key with its value, or of a list that the article has parts of."""
        if block.whole == "caption":
            return True
        for element in ancestors(block.element):
            if element.tag in ("ul", "ol", "dl", "table"):
                around = element.getparent()
                is_among = around is not None and around.tag not in ROOTS and weights[around] > 0
                is_own = (block.is_pair or is_among) and self._layout.linked(element) < SOME_LINKED
                return weights[element] > 0 or is_own
        return False

    def _window(self, chosen: set[int]) -> range:
        """From where the article begins to where it ends, but for a stray block at either end."""
        size = self._layout.length_of(chosen)
        passed, inside = 0, []
        for n in sorted(chosen):
            before, passed = passed, passed + len(self.blocks[n].text)
            if passed > 0.03 * size and before < 0.97 * size:
                inside.append(n)
        return range(inside[0], inside[-1] + 1)

    def _teasers(self, region: HtmlElement) -> set[int]:
        """Blocks of the region in small parts whose headings are links to other pages."""
        found: set[int] = set()
        for n in self._layout.inside(region):
            block = self.blocks[n]
            if block.level < 2 or block.density <= 0.8:
                continue
            part = range(n, n + 1)
            for element in ancestors(block.element):
                inside = self._layout.inside(element)
                headings = [self.blocks[m] for m in inside[: _FEW + 1] if self.blocks[m].level]
                if element is region or len(inside) > _FEW or any(each.density <= 0.8 for each in headings):
                    break
                part = inside
            found.update(part)
        return found

    def _is_of_links(self, n: int, region: HtmlElement, weights: Mapping[HtmlElement, int]) -> bool:
        """Whether a part of the region holds a block and none of the article, and much of it is links."""
        part = None
        for element in ancestors(self.blocks[n].element):
            if element is region or weights.get(element):
                break
            part = element
        return part is not None and self._layout.linked(part) > SOME_LINKED

    def _dangling(self, found: set[int], chosen: set[int]) -> set[int]:
        """Headings among the blocks under which nothing of the article follows."""
        dangling: set[int] = set()
        for n in sorted(found, reverse=True):
            level = self.blocks[n].level
            if not level:
                continue
            under = range(n + 1, min(n + 4, len(self.blocks)))
            follows = next((m for m in under if m in chosen or (m in found and m not in dangling)), None)
            if follows is None or 0 < self.blocks[follows].level < level:
                dangling.add(n)
        return dangling

    def _under_other_headings(self, chosen: set[int]) -> set[int]:
        """What follows a heading that announces other stories: up to the next heading like it or the end of its part.

        A heading that most of the article follows announces the article.
        """
        found: set[int] = set()
        total = self._layout.length_of(chosen)
        for n, block in enumerate(self.blocks):
            parent = block.element.getparent()
            if block.level < 2 or parent is None or not is_other_stories(block.text):
                continue
            end = self._layout.inside(parent).stop
            end = next((m for m in range(n + 1, end) if 0 < self.blocks[m].level <= block.level), end)
            under = set(range(n, end))
            if self._layout.length_of(under & chosen) <= 0.4 * total:
                found |= under
        return found

    def _headline(self, chosen: set[int]) -> set[int]:
        """The headline above the article, and what is between the two as its standfirst."""
        first = self._window(chosen).start
        named = [n for n, b in enumerate(self.blocks[:first]) if b.reach >= 12 and letters(b.text) in self._title]
        above = [n for n in range(first + 1) if self.blocks[n].level == 1] or [n for n in named if self.blocks[n].level]
        if not above:
            return set()
        found = {above[-1]}
        for n in range(above[-1] + 1, first):
            block = self.blocks[n]
            says_so = any(says_standfirst(each) for each in (block.element, *list(block.element.iterancestors())[:1]))
            # The header of an article has short parts; a sentence there is its standfirst.
            if self._aside.holds(n, surely=True) or self._is_linked(n) or block.level > 2:
                continue
            if self._aside.holds(n) and not says_so:
                continue
            if says_so or (block.reach >= LONG and not is_byline(block.text)) or reads_as_sentence(block.text):
                found.add(n)
        return found

    def _captions(self, chosen: set[int]) -> set[int]:
        """Captions among the article's blocks."""
        among = range(min(chosen), max(chosen) + 1)
        first: dict[str, int] = {}
        for n in among:
            if self.blocks[n].whole == "caption" and not self._aside.holds(n):
                first.setdefault(self.blocks[n].text, n)
        return set(first.values())
