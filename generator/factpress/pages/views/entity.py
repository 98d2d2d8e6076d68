"""What an entity's page shows: what it is, and the claims that mention it; never a biography."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.facets import list_of_own
from factpress.pages.links import LinkedBook, To, ids
from factpress.pages.pictures.map_blocks import map_of_place
from factpress.pages.view import Edition, PageView, of_record
from factpress.pages.words import verdicts
from factpress.records.entity import Entity
from factpress.records.source import Source
from factpress.records.unreadable import Unreadable
from factpress.records.url import checked_url

# What a text says of where something was read, before the address that it ends with.
_ADDRESSED = re.compile(r"(.*\S):?\s+(https?://\S+)", re.DOTALL)


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """A page for each entity."""
    for entity in edition.book.entities.values():
        about = entity.description or f"What this site says of {edition.linked.name(entity)}."
        yield of_record(entity, edition, about=about, show=_shown)


def _shown(entity: Entity, linked: LinkedBook) -> Mapping[str, Any]:
    book = linked.book
    naming = [mention.record for mention in book.mentioning(entity) if mention.record.withdrawal is None]
    return {
        "entity": entity,
        "part_of": linked.to("entity", entity.part_of) if entity.part_of else None,
        "voice_of": linked.to("entity", entity.voice_of) if entity.voice_of else None,
        "map": map_of_place(entity, linked),
        "measured": _measured(entity.geo.source) if entity.geo else None,
        "claims": [
            (linked.beside_verdict(claim), verdicts.status(claim, book, linked.today))
            for claim in book.claims_naming(entity)
        ],
        "sources": [linked.to("source", id) for id in ids(naming, Source)],
        "parts": [linked.to("entity", id) for id in ids(naming, Entity)],
        "by_topic": list_of_own(entity, linked),
        "list": linked.to_list("entity"),
    }


def _measured(source: str) -> To:
    """Where coordinates were read, as a link where the text ends with an address that pages may link to."""
    found = _ADDRESSED.fullmatch(source)
    if found:
        with suppress(Unreadable):
            return To(found[1].removesuffix(":"), checked_url(found[2]))
    return To(source, "")
