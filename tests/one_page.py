"""One page of a book, rendered without any other."""

from __future__ import annotations

from collections.abc import Iterable

from factpress.changes.history import UNTOLD, History
from factpress.page_kinds import PAGE_KINDS
from factpress.pages.links import LinkedBook
from factpress.pages.render import RenderedPage, rendered, views_of
from factpress.pages.rulebook import Rule, Rulebook
from factpress.pages.view import Edition


def render_page(address: str, linked: LinkedBook, *, rules: Iterable[Rule], history: History = UNTOLD) -> RenderedPage:
    """The page at an address; raises `LookupError` where there is none."""
    edition = Edition(linked, Rulebook(tuple(rules)), history)
    for kind in PAGE_KINDS.values():
        if address.startswith(kind.address.partition("*")[0]):
            for view in views_of(kind, edition):
                if view.address == address:
                    return rendered(view, kind, edition)
    raise LookupError(f"there is no page at {address}")
