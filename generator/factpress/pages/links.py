"""Links between pages of the book, relative to one page, and what records are called in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from factpress import addresses
from factpress.book import Book
from factpress.page_kinds import LIST_OF, PAGE_KINDS
from factpress.pages.days import Days
from factpress.pages.words import names, verdicts
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.entity import Entity
from factpress.records.page import Page
from factpress.records.record import Kind, Record
from factpress.records.source import Source
from factpress.records.text import Link, pieces


@dataclass(frozen=True, slots=True)
class To:
    """A link: its words and where it leads, relative to the page that has it."""

    words: str
    url: str


@dataclass(frozen=True)
class Known:
    """What is computed once for a book, because every page asks for it.

    `today` is the day of the check: pages say what is overdue on it, and nothing else.
    """

    book: Book
    today: Date | None = None
    pictures: dict[tuple[object, ...], Any] = field(default_factory=dict, repr=False, compare=False)
    """Pictures, and places in them, that several pages share."""

    @cached_property
    def days(self) -> Days:
        """How new each page is."""
        return Days(self.book)

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """What each source is called in links."""
        return names.source_names(self.book)

    @cached_property
    def topics(self) -> Mapping[str, Sequence[Claim]]:
        """The claims that are not withdrawn by their topics, by id."""
        topics: dict[str, list[Claim]] = {}
        for claim in self.book.claims.values():
            if claim.withdrawal is None:
                topics.setdefault(claim.topic, []).append(claim)
        return topics

    @cached_property
    def place_in_topic(self) -> Mapping[str, int]:
        """The position of each of these claims in its topic, from 0."""
        return {claim.id: n for claims in self.topics.values() for n, claim in enumerate(claims)}

    @cached_property
    def broad_places(self) -> frozenset[str]:
        """The places that only contain others, such as a country: a point on a map says nothing about them."""
        places = [entity for entity in self.book.entities.values() if entity.type == "Place"]
        containers = {place.part_of for place in places}
        return frozenset(place.id for place in places if place.id in containers and place.part_of is None)

    @cached_property
    def claims_at(self) -> Mapping[str, Sequence[Claim]]:
        """The claims that are not withdrawn by the places that they name, by id."""
        found: dict[str, list[Claim]] = {}
        for claim in self.book.claims.values():
            for id in dict.fromkeys(claim.where if claim.withdrawal is None else ()):
                if id in self.book.entities and self.book.entities[id].withdrawal is None:
                    found.setdefault(id, []).append(claim)
        return found


@dataclass(frozen=True)
class LinkedBook:
    """Builds links between pages of the book, relative to one page: `up` leads from that page to the site's root."""

    known: Known
    directory_urls: bool = True
    up: str = ""
    # Links depend on nothing but the depth of the page, so one link maker serves all pages of a depth.
    _by_depth: dict[str, LinkedBook] = field(default_factory=dict, repr=False, compare=False)

    @property
    def book(self) -> Book:
        """The book itself."""
        return self.known.book

    @property
    def today(self) -> Date | None:
        """The day of the check, where it is known."""
        return self.known.today

    @property
    def days(self) -> Days:
        """How new each page is."""
        return self.known.days

    @property
    def sources(self) -> Mapping[str, str]:
        """What each source is called in links."""
        return self.known.sources

    def at(self, address: str) -> LinkedBook:
        """The links of the page at an address."""
        return self.at_url(addresses.url(address, directory_urls=self.directory_urls))

    def at_page(self, page: Page) -> LinkedBook:
        """The links of a page of prose."""
        return self.at_url(addresses.page_url(page.id, directory_urls=self.directory_urls))

    def at_url(self, url: str) -> LinkedBook:
        """The links of the page with a URL from the site's root."""
        up = "../" * url.count("/")
        if up not in self._by_depth:
            self._by_depth[up] = replace(self, up=up)
        return self._by_depth[up]

    def url(self, address: str) -> str:
        """The URL of an address, relative to the page."""
        return self.up + addresses.url(address, directory_urls=self.directory_urls)

    def to(self, kind: Kind, id: str) -> To:
        """A link to a record by its name; a record that is not in the book is named by its id, without a link."""
        link = self._links.get((kind, id))
        if link is None:
            record = self.book.shelf(kind).get(id)
            link = To(self.name(record), self.url(addresses.of(kind, id))) if record else To(id, "")
            self._links[kind, id] = link
        return link

    def beside_verdict(self, claim: Claim) -> To:
        """A link to a claim where its verdict is shown beside it."""
        return replace(self.to("claim", claim.id), words=names.headline(claim))

    @cached_property
    def _links(self) -> dict[tuple[Kind, str], To]:
        """Links made already: most records are named on many pages."""
        return {}

    def to_kind(self, name: str) -> To:
        """A link to the page of a kind, by its title."""
        kind = PAGE_KINDS[name]
        return To(kind.title, self.url(kind.address))

    def to_all(self, name: str) -> To:
        """A link to the list of everything of a kind, such as "All claims"."""
        link = self.to_kind(name)
        return To(f"All {link.words[:1].lower()}{link.words[1:]}", link.url)

    def to_list(self, kind: Kind) -> To:
        """A link to the list of all records of a kind."""
        return self.to_all(LIST_OF[kind])

    def withdrawn(self, kind: Kind) -> list[To]:
        """Links to the withdrawn records of a kind."""
        records = self.book.shelf(kind)
        return [self.to(kind, id) for id, record in records.items() if record.withdrawal is not None]

    def name(self, record: Record) -> str:
        """What a record is called in links and lists."""
        if record.withdrawal is not None:
            return f"Withdrawn {record.kind()}: {record.id}"
        if isinstance(record, Claim):
            return verdicts.told(record, self.book)
        if isinstance(record, Source):
            return self.sources[record.id]
        return record.name if isinstance(record, Entity) else record.id

    def root_name(self, root: str) -> str:
        """What a root is called; one that is not in the book by its id."""
        return self.to("entity", root).words or "an unknown body"

    def short_name(self, root: str) -> str:
        """What a root is called where its full name is on the page already, or the sentence would be long."""
        entity = self.book.entities.get(root)
        return (entity.short_name if entity and entity.withdrawal is None else None) or self.root_name(root)

    def text(self, text: str | None) -> Sequence[To]:
        """A text with its links to records; plain words have no URL."""
        found = []
        for piece in pieces(text or ""):
            if isinstance(piece, Link):
                found.append(To(piece.words, self.to(piece.kind, piece.id).url))
            else:
                found.append(To(piece, ""))
        return found

    def to_page(self, page: Page) -> To:
        """A link to a page of prose by its name."""
        return To(page.name, self.up + addresses.page_url(page.id, directory_urls=self.directory_urls))

    def pages_citing(self, record: Record) -> list[To]:
        """Links to the pages of prose that cite a record."""
        return [self.to_page(page) for page in self.book.pages_citing(record)]


def with_links(book: Book, *, directory_urls: bool = True, today: Date | None = None) -> LinkedBook:
    """The book with its links, relative to the site's root; `today` is the day of the check, where it is known."""
    return LinkedBook(Known(book, today), directory_urls)


def ids(records: Iterable[Record], kind: type[Record]) -> list[str]:
    """The ids of the records of one kind, each once, in order."""
    return list(dict.fromkeys(record.id for record in records if isinstance(record, kind)))
