"""The lists of claims as pages: all of them, and those that have something in common, at most a hundred a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress import addresses
from factpress.pages import words
from factpress.pages.facets import Facets, Value
from factpress.pages.reviews import reviews_words
from factpress.pages.views import Shelf, To
from factpress.records.claim import Claim

A_PAGE = 100
MOST_USED = 10
_NAMES: Mapping[addresses.Facet, str] = {
    "verdict": "By verdict",
    "standing": "By standing",
    "topic": "By topic",
    "year": "By year",
    "source": "By source",
    "entity": "By person, organization, place or event",
}


@dataclass(frozen=True, slots=True)
class Pages:
    """The way between the pages of one list: numbers without a URL are this page, and none stands for a gap."""

    previous: To | None
    following: To | None
    numbers: Sequence[To | None]


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list: its address, its title, one sentence about it, and what it shows."""

    address: str
    title: str
    about: str
    view: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A value of a facet as the list of all claims shows it: where it leads, how many have it, a verdict's mark."""

    id: str
    link: To
    count: int
    mark: words.Mark | None


def all_claims(facets: Facets, *, title: str, about: str) -> Iterator[ListPage]:
    """The list of all claims: on the first page their facets, on the last one what was withdrawn."""
    withdrawn = [claim.id for claim in facets.shelf.book.claims.values() if claim.withdrawal is not None]
    for page, shelf, is_first, is_last in _parts(facets, addresses.of_list("claim"), title, about, facets.claims):
        view = {
            **page.view,
            "facets": _links(facets, shelf) if is_first else [],
            "reviews": reviews_words(shelf.book) if is_first else "",
            # Beside the page's own file, whether that is a folder's or not.
            "index": addresses.CLAIM_INDEX.rpartition("/")[2] if is_first else "",
            "withdrawn": [shelf.to("claim", id) for id in withdrawn] if is_last else [],
        }
        yield ListPage(page.address, page.title, page.about, view)


def common_claims(facets: Facets) -> Iterator[ListPage]:
    """The lists of claims that have something in common, each with links back."""
    for value in (value for facet in addresses.FACETS for value in facets.of(facet) if facets.has_list(value)):
        address = addresses.of_facet(value.facet, value.id)
        for page, shelf, *_ in _parts(facets, address, value.title, f"{value.title}, by topic.", value.claims):
            own = _own_page(value, shelf)
            list = To("All claims", shelf.url(addresses.of_list("claim")))
            yield ListPage(page.address, page.title, page.about, {**page.view, "own": own, "list": list})


def _parts(
    facets: Facets, address: str, title: str, about: str, claims: Sequence[Claim]
) -> Iterator[tuple[ListPage, Shelf, bool, bool]]:
    """The pages of one list, each with the shelf seen from it, and whether it is the first and the last."""
    last = max(1, -(-len(claims) // A_PAGE))
    for number in range(1, last + 1):
        here = addresses.of_part(address, number)
        named = title if number == 1 else f"{title}, page {number}"
        shelf = facets.shelf.seen_from(addresses.url(here, directory_urls=facets.shelf.directory_urls))
        start = (number - 1) * A_PAGE
        view = {
            "title": named,
            "count": _count(len(claims), start),
            "groups": _groups(claims[start : start + A_PAGE], shelf),
            "pages": _pages(address, number, last, shelf) if last > 1 else None,
        }
        said = about if number == 1 else f"{about} Page {number} of {last}."
        yield ListPage(here, named, said, view), shelf, number == 1, number == last


def _count(count: int, start: int) -> str:
    if count > A_PAGE:
        return f"{count:,} claims, by topic; here {start + 1:,} to {min(count, start + A_PAGE):,}."
    return f"{count} {'claim' if count == 1 else 'claims'}, by topic."


def _groups(claims: Sequence[Claim], shelf: Shelf) -> list[tuple[str, str, list[tuple[To, words.Status, str]]]]:
    by_topic: dict[str, list[tuple[To, words.Status, str]]] = {}
    for claim in claims:
        row = (shelf.to("claim", claim.id), words.status(claim, shelf.book), words.date_words(claim.when))
        by_topic.setdefault(claim.topic, []).append(row)
    return [(topic, words.topic_name(topic), rows) for topic, rows in by_topic.items()]


def _pages(address: str, number: int, last: int, shelf: Shelf) -> Pages:
    def to(part: int, said: str) -> To:
        return To(said, shelf.url(addresses.of_part(address, part)))

    numbers: list[To | None] = []
    before = 0
    for part in sorted({1, *range(max(1, number - 2), min(last, number + 2) + 1), last}):
        numbers += [None] if part > before + 1 else []
        numbers.append(To(str(part), "") if part == number else to(part, str(part)))
        before = part
    return Pages(
        to(number - 1, "Previous page") if number > 1 else None,
        to(number + 1, "Next page") if number < last else None,
        numbers,
    )


def _links(facets: Facets, shelf: Shelf) -> list[tuple[str, list[FacetLink], To | None]]:
    """Each facet by its name, with links and counts; of sources and entities the most used, and where all are."""
    found = []
    for facet, name in _NAMES.items():
        values = facets.of(facet)
        everything = None
        if facet == "source" or facet == "entity":
            said = "All sources" if facet == "source" else "All people and places"
            everything = To(said, shelf.url(addresses.of_list(facet)))
            values = values[:MOST_USED]
        links = [FacetLink(each.id, _to(each, facets, shelf), len(each.claims), _mark(each, shelf)) for each in values]
        if links:
            found.append((name, links, everything))
    return found


def _mark(value: Value, shelf: Shelf) -> words.Mark | None:
    """The mark that the claims of a verdict bear."""
    return words.mark_of(value.claims[0], shelf.book) if value.facet == "verdict" else None


def _to(value: Value, facets: Facets, shelf: Shelf) -> To:
    """A link to a value's list; where there is none, to the claims on its own page."""
    if facets.has_list(value):
        return To(value.name, shelf.url(addresses.of_facet(value.facet, value.id)))
    own = _own_page(value, shelf)
    return To(value.name, f"{own.url}#claims" if own else "")


def _own_page(value: Value, shelf: Shelf) -> To | None:
    if value.facet == "source" or value.facet == "entity":
        return shelf.to(value.facet, value.id)
    return None
