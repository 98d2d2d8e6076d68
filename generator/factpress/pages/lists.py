"""What the lists of all sources and entities show: sources by root, entities by type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from factpress import addresses
from factpress.pages.views import Shelf, To
from factpress.records.record import Kind, Record

R = TypeVar("R", bound=Record)
TYPES = {"Person": "People", "Organization": "Organizations", "Place": "Places", "Event": "Events"}


def list_of(kind: Kind, shelf: Shelf) -> Mapping[str, Any]:
    """What the list of all sources or all entities shows."""
    there = shelf.seen_from(addresses.url(addresses.of_list(kind), directory_urls=shelf.directory_urls))
    lists = {"source": _sources_by_root, "entity": _entities_by_type}
    return lists[kind](there)


def _sources_by_root(shelf: Shelf) -> Mapping[str, Any]:
    sources = _standing(shelf.book.sources.values())
    by_root: dict[str, list[tuple[To, str]]] = {}
    for source in sources:
        by_root.setdefault(source.root, []).append((shelf.to("source", source.id), source.title))
    groups = [(shelf.to("entity", root), root, rows) for root, rows in by_root.items()]
    groups.sort(key=lambda group: (group[0].words.casefold(), group[1]))
    return {"groups": groups, "count": len(sources), "withdrawn": _withdrawn("source", shelf)}


def _entities_by_type(shelf: Shelf) -> Mapping[str, Any]:
    entities = _standing(shelf.book.entities.values())
    entities.sort(key=lambda entity: (entity.name.casefold(), entity.id))
    groups = [
        (type, title, [(shelf.to("entity", e.id), e.description or "") for e in entities if e.type == type])
        for type, title in TYPES.items()
    ]
    return {
        "groups": [group for group in groups if group[2]],
        "count": len(entities),
        "withdrawn": _withdrawn("entity", shelf),
    }


def _standing(records: Iterable[R]) -> list[R]:
    return [record for record in records if record.withdrawal is None]


def _withdrawn(kind: Kind, shelf: Shelf) -> list[To]:
    records = shelf.book.shelf(kind)
    return [shelf.to(kind, id) for id, record in records.items() if record.withdrawal is not None]
