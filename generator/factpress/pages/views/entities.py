"""What the list of all entities shows: entities by type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook
from factpress.pages.view import Edition, PageView, single

_TYPES = {"Person": "People", "Organization": "Organizations", "Place": "Places", "Event": "Events"}


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The list."""
    yield single(kind, _shown)


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    entities = [entity for entity in linked.book.entities.values() if entity.withdrawal is None]
    entities.sort(key=lambda entity: (entity.name.casefold(), entity.id))
    groups = [
        (type, title, [(linked.to("entity", e.id), e.description or "") for e in entities if e.type == type])
        for type, title in _TYPES.items()
    ]
    return {"groups": [group for group in groups if group[2]], "withdrawn": linked.withdrawn("entity")}
