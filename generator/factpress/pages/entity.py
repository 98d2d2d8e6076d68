"""What an entity's page shows: what it is, and the claims that mention it; never a biography."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factpress import addresses
from factpress.pages import words
from factpress.pages.facets import list_of_own
from factpress.pages.views import Shelf, To, ids
from factpress.records.entity import Entity
from factpress.records.source import Source


def entity_page(entity: Entity, shelf: Shelf) -> Mapping[str, Any]:
    """What the page of an entity shows."""
    book = shelf.book
    naming = [mention.record for mention in book.mentioning(entity) if mention.record.withdrawal is None]
    return {
        "entity": entity,
        "part_of": shelf.to("entity", entity.part_of) if entity.part_of else None,
        "voice_of": shelf.to("entity", entity.voice_of) if entity.voice_of else None,
        "claims": [(shelf.to("claim", claim.id), words.status(claim, book)) for claim in book.claims_naming(entity)],
        "sources": [shelf.to("source", id) for id in ids(naming, Source)],
        "parts": [shelf.to("entity", id) for id in ids(naming, Entity)],
        "by_topic": list_of_own(entity, shelf),
        "list": To("All people and places", shelf.url(addresses.of_list("entity"))),
    }
