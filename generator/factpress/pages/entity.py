"""What an entity's page shows: what it is, and the claims that mention it; never a biography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from factpress import addresses
from factpress.pages import words
from factpress.pages.facets import list_of_own
from factpress.pages.views import Shelf, To, ids
from factpress.records.entity import Entity
from factpress.records.source import Source
from factpress.records.unreadable import Unreadable
from factpress.records.url import checked_url

# What a text says of where something was read, before the address that it ends with.
_ADDRESSED = re.compile(r"(.*\S):?\s+(https?://\S+)", re.DOTALL)


def entity_page(entity: Entity, shelf: Shelf) -> Mapping[str, Any]:
    """What the page of an entity shows."""
    book = shelf.book
    naming = [mention.record for mention in book.mentioning(entity) if mention.record.withdrawal is None]
    return {
        "entity": entity,
        "part_of": shelf.to("entity", entity.part_of) if entity.part_of else None,
        "voice_of": shelf.to("entity", entity.voice_of) if entity.voice_of else None,
        "measured": _measured(entity.geo.source) if entity.geo else None,
        "claims": [(shelf.to("claim", claim.id), words.status(claim, book)) for claim in book.claims_naming(entity)],
        "sources": [shelf.to("source", id) for id in ids(naming, Source)],
        "parts": [shelf.to("entity", id) for id in ids(naming, Entity)],
        "by_topic": list_of_own(entity, shelf),
        "list": To("All people and places", shelf.url(addresses.of_list("entity"))),
    }


def _measured(source: str) -> To:
    """Where coordinates were read, as a link where the text ends with an address that pages may link to."""
    found = _ADDRESSED.fullmatch(source)
    if found:
        with suppress(Unreadable):
            return To(found[1].removesuffix(":"), checked_url(found[2]))
    return To(source, "")
