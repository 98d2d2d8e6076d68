"""The way from one page to another: what records are called, where their pages are, and the book behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from factpress import addresses
from factpress.book import Book
from factpress.pages import words
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.page import Page
from factpress.records.record import Kind, Record
from factpress.records.source import Source
from factpress.records.text import Link, pieces


@dataclass(frozen=True, slots=True)
class To:
    """A link: its words and where it leads, relative to the page it stands on."""

    words: str
    url: str


@dataclass(frozen=True)
class Shelf:
    """A book, and the way from a page to the others: the one at the URL `here`, or else any record's."""

    book: Book
    directory_urls: bool = True
    here: str | None = None

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """What each source is called in links."""
        return words.source_names(self.book)

    @cached_property
    def up(self) -> str:
        """The way from the page to the site's root."""
        record = addresses.url(addresses.of("claim", "id"), directory_urls=self.directory_urls)
        return "../" * (record if self.here is None else self.here).count("/")

    @cached_property
    def topics(self) -> Mapping[str, Sequence[Claim]]:
        """The standing claims by their topics, by id."""
        topics: dict[str, list[Claim]] = {}
        for claim in self.book.claims.values():
            if claim.withdrawal is None:
                topics.setdefault(claim.topic, []).append(claim)
        return topics

    @cached_property
    def place_in_topic(self) -> Mapping[str, int]:
        """Where each standing claim stands in its topic, from 0."""
        return {claim.id: n for claims in self.topics.values() for n, claim in enumerate(claims)}

    def seen_from(self, url: str) -> Shelf:
        """The same book from the page at another URL."""
        other = replace(self, here=url)
        # Names do not change with the page, and are dear to find.
        other.__dict__["sources"] = self.sources
        return other

    def url(self, address: str) -> str:
        """The way from the page to an address."""
        return self.up + addresses.url(address, directory_urls=self.directory_urls)

    def to(self, kind: Kind, id: str) -> To:
        """A link to a record by its name; a record that is not in the book is named by its id, without a link."""
        link = self._links.get((kind, id))
        if link is None:
            record = self.book.shelf(kind).get(id)
            link = To(self.name(record), self.url(addresses.of(kind, id))) if record else To(id, "")
            self._links[kind, id] = link
        return link

    @cached_property
    def _links(self) -> dict[tuple[Kind, str], To]:
        """Links made already: most records are named on many pages."""
        return {}

    def name(self, record: Record) -> str:
        """What a record is called in links and lists."""
        if record.withdrawal is not None:
            return f"Withdrawn {record.kind()}: {record.id}"
        if isinstance(record, Claim):
            return words.plain(record)
        if isinstance(record, Source):
            return self.sources[record.id]
        return record.name if isinstance(record, Entity) else record.id

    def root_name(self, root: str) -> str:
        """What a root is called; one that is not in the book by its id."""
        return self.to("entity", root).words or "an unknown body"

    def text(self, text: str | None) -> Sequence[To]:
        """A text with its links to records; plain words lead nowhere."""
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


def ids(records: Iterable[Record], kind: type[Record]) -> list[str]:
    """The ids of the records of one kind, each once, in order."""
    return list(dict.fromkeys(record.id for record in records if isinstance(record, kind)))
