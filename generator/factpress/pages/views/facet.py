"""What the lists of claims with something in common show, each with links back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from factpress import addresses
from factpress.page_kinds import FACETS, PageKind
from factpress.pages.facets import Value, own_page
from factpress.pages.links import LinkedBook
from factpress.pages.listing import Part, parts
from factpress.pages.view import Edition, PageView


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The pages of each list; the site's search finds a claim by its own page, and none of these."""
    facets = edition.facets
    for value in (value for facet in FACETS for value in facets.of(facet) if facets.has_list(value)):
        address = addresses.of_facet(value.facet, value.id)
        for part in parts(address, value.title, f"{value.title}, by topic.", value.claims):
            show, day = partial(_shown, part, value), edition.linked.days.of_all(value.claims)
            yield PageView(part.address, part.title, part.about, show, updated=day, searched=False)


def _shown(part: Part, value: Value, linked: LinkedBook) -> Mapping[str, Any]:
    return {**part.shown(linked), "own": own_page(value, linked), "list": linked.to_list("claim")}
