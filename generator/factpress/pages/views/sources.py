"""What the list of all sources shows: sources by root."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook, To
from factpress.pages.view import Edition, PageView, single


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The list."""
    yield single(kind, _shown)


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    sources = [source for source in linked.book.sources.values() if source.withdrawal is None]
    by_root: dict[str, list[tuple[To, str]]] = {}
    for source in sources:
        by_root.setdefault(source.root, []).append((linked.to("source", source.id), source.title))
    groups = [(linked.to("entity", root), root, rows) for root, rows in by_root.items()]
    groups.sort(key=lambda group: (group[0].words.casefold(), group[1]))
    return {"groups": groups, "count": len(sources), "withdrawn": linked.withdrawn("source")}
