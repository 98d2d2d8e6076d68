"""What the list of all claims shows: on the first page their facets, on the last one what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from factpress import addresses
from factpress.changes.history import History
from factpress.page_kinds import Facet, PageKind
from factpress.pages.facets import Facets, Value, own_page
from factpress.pages.links import LinkedBook, To
from factpress.pages.listing import Part, parts
from factpress.pages.view import Edition, PageView
from factpress.pages.words import verdicts
from factpress.pages.words.reviews import reviews_words

MOST_USED = 10
_NAMES: Mapping[Facet, str] = {
    "standing": "By standing",
    "topic": "By topic",
    "year": "By year",
    "source": "By source",
    "entity": "By person, organization, place or event",
}


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet on the list of all claims: a link to it, how many claims have it, and a verdict's mark."""

    id: str
    link: To
    count: int
    mark: verdicts.Mark | None


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The pages of the list; the site's search finds a claim by its own page, so it leaves out all but the first."""
    facets = edition.facets
    for part in parts(kind.address, kind.title, kind.about, facets.claims):
        yield PageView(
            part.address, part.title, part.about, partial(_shown, part, facets, edition.history), searched=part.is_first
        )


def _shown(part: Part, facets: Facets, history: History, linked: LinkedBook) -> Mapping[str, Any]:
    return {
        **part.shown(linked),
        "chips": _chips(facets, linked) if part.is_first else [],
        "facets": _links(facets, linked) if part.is_first else [],
        "reviews": reviews_words(linked.book, history) if part.is_first else "",
        # The index is in the same folder as the page's own file, with and without directory URLs.
        "index": addresses.CLAIM_INDEX.rpartition("/")[2] if part.is_first else "",
        "withdrawn": linked.withdrawn("claim") if part.is_last else [],
    }


def _chips(facets: Facets, linked: LinkedBook) -> list[FacetLink]:
    """The verdicts of claims, which readers ask for first."""
    return [
        FacetLink(each.id, _to(each, facets, linked), len(each.claims), verdicts.mark_of(each.claims[0], linked.book))
        for each in facets.of("verdict")
    ]


def _links(facets: Facets, linked: LinkedBook) -> list[tuple[str, list[FacetLink], To | None]]:
    """Each other facet by its name, with links and counts; of sources and entities the most used, and where all are."""
    found = []
    for facet, name in _NAMES.items():
        values = facets.of(facet)
        everything = None
        if facet == "source" or facet == "entity":
            everything = linked.to_list(facet)
            values = values[:MOST_USED]
        links = [FacetLink(each.id, _to(each, facets, linked), len(each.claims), None) for each in values]
        if links:
            found.append((name, links, everything))
    return found


def _to(value: Value, facets: Facets, linked: LinkedBook) -> To:
    """A link to a value's list; where there is none, to the claims on its own page."""
    if facets.has_list(value):
        return To(value.name, linked.url(addresses.of_facet(value.facet, value.id)))
    own = own_page(value, linked)
    return To(value.name, f"{own.url}#claims" if own else "")
