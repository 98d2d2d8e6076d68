"""What each page shows, looked up and put in order; templates only loop and choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from factpress import addresses
from factpress.book import Book
from factpress.pages import words
from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.entity import Entity
from factpress.records.record import Kind, Record
from factpress.records.source import Source
from factpress.records.text import Link, pieces

R = TypeVar("R", bound=Record)
STANCES = {"supports": "Evidence", "disputes": "Evidence that disputes it", "context": "Context"}
TYPES = {"Person": "People", "Organization": "Organizations", "Place": "Places", "Event": "Events"}


@dataclass(frozen=True, slots=True)
class To:
    """A link: its words and where it leads, relative to the page it stands on."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """One source's words for or against a claim."""

    quote: str
    language: str
    gloss: str | None
    source: To
    claim: To
    root: To
    attributed_to: To | str | None
    first_hand: str | None
    says: tuple[tuple[str, str], ...]
    answered: str | None


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

    def text(self, text: str | None) -> Sequence[To]:
        """A text with its links to records; plain words lead nowhere."""
        found = []
        for piece in pieces(text or ""):
            if isinstance(piece, Link):
                found.append(To(piece.words, self.to(piece.kind, piece.id).url))
            else:
                found.append(To(piece, ""))
        return found

    def card(self, claim: Claim, piece: Appearance) -> Card:
        """One quote with its source, whose word it is, and the editor's readings of it."""
        source = self.book.sources.get(piece.source)
        said = piece.attributed_to
        return Card(
            quote=piece.quote,
            language=piece.language or (source.language if source and source.language else "en"),
            gloss=piece.gloss,
            source=self.to("source", piece.source),
            claim=self.to("claim", claim.id),
            root=self.to("entity", source.root) if source else To("", ""),
            attributed_to=said if said is None or " " in said else self.to("entity", said),
            first_hand=piece.first_hand if isinstance(piece, Evidence) else None,
            says=tuple((words.figure_name(name), words.figure_words(said)) for name, said in piece.says.items()),
            answered=piece.answered if isinstance(piece, Evidence) else None,
        )

    def page_of(self, record: Record) -> Mapping[str, Any]:
        """What a record's page shows."""
        if isinstance(record, Claim):
            return self.claim(record)
        if isinstance(record, Source):
            return self.source(record)
        if isinstance(record, Entity):
            return self.entity(record)
        raise TypeError(f"a {record.kind()} has no page")

    def list_of(self, kind: Kind) -> Mapping[str, Any]:
        """What the list of a kind of record shows."""
        there = self.seen_from(addresses.url(addresses.of_list(kind), directory_urls=self.directory_urls))
        lists = {"claim": there.claims_by_topic, "source": there.sources_by_root, "entity": there.entities_by_type}
        return lists[kind]()

    def claim(self, claim: Claim) -> Mapping[str, Any]:
        """What a claim's page shows."""
        evidence = [
            (title, stance, [self.card(claim, piece) for piece in claim.evidence if piece.stance == stance])
            for stance, title in STANCES.items()
        ]
        return {
            "claim": claim,
            "words": self.text(claim.claim),
            "verdict": words.verdict_words(claim, self.book),
            "because": self.text(claim.because),
            "instead": self.text(claim.instead),
            "appearances": [self.card(claim, piece) for piece in claim.appears_in],
            "evidence": [(title, stance, cards) for title, stance, cards in evidence if cards],
            "figures": [
                (words.figure_name(name), words.figure_words(figure)) for name, figure in claim.figures.items()
            ],
            "when": words.date_words(claim.when),
            "where": [self.to("entity", id) for id in claim.where],
            "about": [self.to("entity", id) for id in claim.about],
            "said_by": self.to("entity", claim.said_by) if claim.said_by else None,
            "rests_on": [self.to("claim", id) for id in claim.rests_on],
            "rested_on": self._claims_resting_on(claim),
            "cited_on": self._pages_citing(claim),
            "must_hold": [str(relation) for relation in claim.must_hold],
            "topic": words.topic_name(claim.topic),
            "list": To("All claims", self.url(addresses.of_list("claim"))),
        }

    def source(self, source: Source) -> Mapping[str, Any]:
        """What a source's page shows."""
        cited = [
            (self.to("claim", claim.id), words.verdict_words(claim, self.book), self._cards_from(claim, source))
            for claim in self.book.claims_naming(source)
        ]
        return {
            "source": source,
            "name": self.sources[source.id],
            "root": self.to("entity", source.root),
            "authors": [str(name) for name in source.author],
            "editors": [str(name) for name in source.editor],
            "issued": words.date_words(source.issued),
            "accessed": words.date_words(source.accessed),
            "archived": [(copy.url, words.date_words(copy.date), copy.state) for copy in source.archived],
            "rights": words.RIGHTS[source.rights],
            "cited": cited,
            "is_article": self.book.site is not None and source.id in self.book.site.articles,
            "list": To("All sources", self.url(addresses.of_list("source"))),
        }

    def entity(self, entity: Entity) -> Mapping[str, Any]:
        """What an entity's page shows: the claims that mention it, never a biography."""
        naming = [mention.record for mention in self.book.mentioning(entity) if mention.record.withdrawal is None]
        return {
            "entity": entity,
            "part_of": self.to("entity", entity.part_of) if entity.part_of else None,
            "voice_of": self.to("entity", entity.voice_of) if entity.voice_of else None,
            "claims": [
                (self.to("claim", claim.id), words.verdict_words(claim, self.book))
                for claim in self.book.claims_naming(entity)
            ],
            "sources": [self.to("source", id) for id in _ids(naming, Source)],
            "parts": [self.to("entity", id) for id in _ids(naming, Entity)],
            "list": To("All people and places", self.url(addresses.of_list("entity"))),
        }

    def claims_by_topic(self) -> Mapping[str, Any]:
        """The list of all claims, by topic."""
        by_topic: dict[str, list[tuple[To, str, str]]] = {}
        for claim in _standing(self.book.claims.values()):
            row = (
                self.to("claim", claim.id),
                words.verdict_words(claim, self.book),
                words.date_words(claim.when),
            )
            by_topic.setdefault(claim.topic, []).append(row)
        groups = [(topic, words.topic_name(topic), rows) for topic, rows in sorted(by_topic.items())]
        return {
            "groups": groups,
            "count": len(_standing(self.book.claims.values())),
            "withdrawn": self._withdrawn("claim"),
        }

    def sources_by_root(self) -> Mapping[str, Any]:
        """The list of all sources, by whose reporting they are."""
        by_root: dict[str, list[tuple[To, str]]] = {}
        for source in _standing(self.book.sources.values()):
            by_root.setdefault(source.root, []).append((self.to("source", source.id), source.title))
        groups = [(self.to("entity", root), root, rows) for root, rows in by_root.items()]
        groups.sort(key=lambda group: (group[0].words.casefold(), group[1]))
        count = len(_standing(self.book.sources.values()))
        return {"groups": groups, "count": count, "withdrawn": self._withdrawn("source")}

    def entities_by_type(self) -> Mapping[str, Any]:
        """The list of all entities, by type and name."""
        entities = sorted(
            _standing(self.book.entities.values()), key=lambda entity: (entity.name.casefold(), entity.id)
        )
        groups = [
            (
                type,
                title,
                [(self.to("entity", e.id), e.description or "") for e in entities if e.type == type],
            )
            for type, title in TYPES.items()
        ]
        return {"groups": [g for g in groups if g[2]], "count": len(entities), "withdrawn": self._withdrawn("entity")}

    def _cards_from(self, claim: Claim, source: Source) -> list[tuple[str, Card]]:
        """The quotes of one source in a claim, each with what it is there for."""
        article = [("How the article says it", self.card(claim, p)) for p in claim.appears_in if p.source == source.id]
        return article + [(STANCES[p.stance], self.card(claim, p)) for p in claim.evidence if p.source == source.id]

    def _claims_resting_on(self, claim: Claim) -> list[To]:
        resting = [m.record for m in self.book.mentioning(claim) if m.keys[0] in {"rests_on", "must_hold"}]
        return [self.to("claim", id) for id in _ids(resting, Claim)]

    def _pages_citing(self, record: Record) -> list[To]:
        """Links to the pages of prose that cite a record."""
        pages = self.book.pages_citing(record)
        directory_urls = self.directory_urls
        return [To(p.title or p.id, self.up + addresses.page_url(p.id, directory_urls=directory_urls)) for p in pages]

    def _withdrawn(self, kind: Kind) -> list[To]:
        return [self.to(kind, id) for id, record in self.book.shelf(kind).items() if record.withdrawal is not None]


def _ids(records: Iterable[Record], kind: type[Record]) -> list[str]:
    """The ids of the records of one kind, each once, in order."""
    return list(dict.fromkeys(record.id for record in records if isinstance(record, kind)))


def _standing(records: Iterable[R]) -> list[R]:
    return [record for record in records if record.withdrawal is None]
