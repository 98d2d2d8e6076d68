"""The items of a listing: alike, each with a title that links to its page, and short fields around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from lxml.html import HtmlElement

from factpress.sources.html_blocks import ancestors
from factpress.sources.html_layout import Layout
from factpress.sources.html_names import kind_of

_FEWEST = 3
# Shorter links are names of people, or numbers of pages.
_TITLE = 8


def items(layout: Layout, region: HtmlElement, chosen: Set[int]) -> Iterator[int]:
    """The blocks of a listing's items, by number; none where most of the article is not in such items."""
    alike: defaultdict[tuple[HtmlElement, str], set[HtmlElement]] = defaultdict(set)
    for n in chosen:
        for element in ancestors(layout.blocks[n].element):
            parent = element.getparent()
            if element is region or parent is None:
                break
            alike[parent, f"{element.tag} {kind_of(element)}"].add(element)
    most = layout.length_of(chosen) / 2
    for (parent, kind), found in alike.items():
        some = [each for each in parent if isinstance(each.tag, str) and f"{each.tag} {kind_of(each)}" == kind]
        inside = [n for each in found for n in layout.inside(each) if n in chosen]
        if len(found) >= _FEWEST and layout.length_of(inside) > most and _have_titles(layout, some):
            yield from (n for each in some for n in layout.inside(each))


def _have_titles(layout: Layout, some: list[HtmlElement]) -> bool:
    """Whether most of these elements have a title that is a link, and more than that."""
    titled = 0
    for element in some:
        inside = layout.inside(element)
        titles = [
            b for b in (layout.blocks[n] for n in inside) if b.density > 0.8 and b.reach >= _TITLE and b.links == 1
        ]
        titled += len(titles) == 1 and len(inside) > 1
    return 2 * titled > len(some)
