"""The map of the whole site: every place with coordinates, drawn and as a list, and the names of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook
from factpress.pages.pictures.map_blocks import map_of_site
from factpress.pages.view import Edition, PageView, single


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The page."""
    yield single(kind, _shown)


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    return {"map": map_of_site(linked), "list": linked.to_list("entity")}
