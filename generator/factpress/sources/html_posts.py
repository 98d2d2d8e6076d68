"""The posts of a thread: which blocks are of them, and which are all that one person wrote at one time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from lxml.html import HtmlElement

from factpress.sources.html_blocks import Block, ancestors
from factpress.sources.html_layout import LONG, Layout
from factpress.sources.html_names import is_post


def posts(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks, by number, that are all there is to a post, where the page has several posts.

    A post of several blocks is none here: a quote never crosses a block.
    """
    bodies = list(_bodies(Layout(blocks)))
    whole = (body[0] for body in bodies if len(body) == 1 and blocks[body[0]].whole == "line")
    return frozenset(whole) if len(bodies) > 1 else frozenset()


def of_thread(layout: Layout, chosen: Set[int]) -> frozenset[int]:
    """The blocks of every post, by number, where most of the article is in posts; none where they are comments."""
    bodies = list(_bodies(layout))
    every = frozenset(n for body in bodies for n in body)
    prose = layout.length_of(n for n in chosen - every if not layout.blocks[n].level)
    is_thread = len(bodies) > 1 and prose < max(LONG, layout.length_of(every & chosen))
    return every if is_thread else frozenset()


def _bodies(layout: Layout) -> Iterator[range]:
    """The blocks of each post."""
    known: dict[HtmlElement, HtmlElement | None] = {}
    found: dict[HtmlElement, None] = {}
    for block in layout.blocks:
        passed: list[HtmlElement] = []
        body = None
        for element in ancestors(block.element):
            if element in known:
                body = known[element]
                break
            passed.append(element)
            if is_post(element):
                body = element
                break
        known |= dict.fromkeys(passed, body)
        if body is not None:
            found[body] = None
    yield from map(layout.inside, found)
