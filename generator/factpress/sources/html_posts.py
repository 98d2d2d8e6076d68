"""Which blocks of a thread are whole posts: all that one person wrote at one time."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from factpress.sources.html_blocks import Block, ancestors
from factpress.sources.html_layout import Layout
from factpress.sources.html_names import is_post


def posts(blocks: Sequence[Block]) -> frozenset[int]:
    """The blocks, by number, that are all there is to a post, where the page has several posts.

    A post of several blocks is none here: a quote never crosses a block.
    """
    layout = Layout(blocks)
    bodies: dict[HtmlElement, int | None] = {}
    for n, block in enumerate(blocks):
        body = next((each for each in ancestors(block.element) if is_post(each)), None)
        if body is not None:
            bodies[body] = n if len(layout.inside(body)) == 1 and block.whole == "line" else None
    return frozenset(n for n in bodies.values() if n is not None) if len(bodies) > 1 else frozenset()
