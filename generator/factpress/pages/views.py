"""What each page shows, looked up and put in order; templates only loop and choose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from factpress import addresses
from factpress.book import Book
from factpress.evidence.lookup import Key, pieces
from factpress.pages import receipts, words
from factpress.pages.fragments import exact_words
from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.entity import Entity
from factpress.records.record import Kind, Record
from factpress.records.source import Source
from factpress.records.text import Link
from factpress.records.text import pieces as text_pieces

ARTICLE = "How the article says it"
STANCES = {"supports": "Evidence", "disputes": "Evidence that disputes it", "context": "Context"}


@dataclass(frozen=True, slots=True)
class To:
    """A link: its words and where it leads, relative to the page it stands on."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Card:
    """One source's words for or against a claim, and what its receipt says of them; `proof` is empty if nothing."""

    quote: str
    language: str
    gloss: str | None
    found: str
    proof: str
    source: To
    original: To | None
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
        for piece in text_pieces(text or ""):
            if isinstance(piece, Link):
                found.append(To(piece.words, self.to(piece.kind, piece.id).url))
            else:
                found.append(To(piece, ""))
        return found

    def cards(self, quotes: Sequence[tuple[Key, Appearance]]) -> list[Card]:
        """The quotes of a page, each with its source, whose word it is, and the editor's readings of it."""
        names = [self.sources.get(piece.source) for _, piece in quotes]
        count, met = Counter(names), Counter[str | None]()
        cards = []
        for (key, piece), name in zip(quotes, names, strict=True):
            met[name] += 1
            cards.append(self._card(key, piece, f" (quote {met[name]})" if count[name] > 1 else ""))
        return cards

    def _card(self, key: Key, piece: Appearance, number: str) -> Card:
        source = self.book.sources.get(piece.source)
        proof = self.book.proofs[key]
        original = None
        if source and source.url:
            label = receipts.original_words(proof, source, self.sources[source.id])
            # No two links of a page read alike.
            original = To(label + number, exact_words(source.url, piece.quote))
        said = piece.attributed_to
        return Card(
            quote=piece.quote,
            language=piece.language or (source.language if source and source.language else "en"),
            gloss=piece.gloss,
            found=receipts.found_words(proof),
            proof=receipts.proof_words(proof, source) if source else "",
            source=self.to("source", piece.source),
            original=original,
            claim=self.to("claim", key[0]),
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

    def claim(self, claim: Claim) -> Mapping[str, Any]:
        """What a claim's page shows."""
        quotes = sorted(pieces(claim), key=_place_on_page)
        cards = list(zip(quotes, self.cards(quotes), strict=True))
        evidence = [
            (title, stance, [card for (_, piece), card in cards if getattr(piece, "stance", None) == stance])
            for stance, title in STANCES.items()
        ]
        return {
            "claim": claim,
            "words": self.text(claim.claim),
            "verdict": words.verdict_words(claim, self.book),
            "because": self.text(claim.because),
            "instead": self.text(claim.instead),
            "appearances": [card for (key, _), card in cards if key[1] == "appears_in"],
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
        claims = self.book.claims_naming(source)
        keys = [key for key, _ in self.book.quotes_of(source.id) if self.book.claims[key[0]].withdrawal is None]
        quotes = [(key, getattr(self.book.claims[key[0]], key[1])[key[2]]) for key in keys]
        cards: dict[str, list[tuple[str, Card]]] = {}
        for (key, piece), card in zip(quotes, self.cards(quotes), strict=True):
            role = STANCES[piece.stance] if isinstance(piece, Evidence) else ARTICLE
            cards.setdefault(key[0], []).append((role, card))
        receipt = self.book.receipts.get(source.id) if source.id not in self.book.stale_receipts else None
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
            "budget": receipts.budget_words(source, self.book),
            "reading": receipts.source_words(source, self.book),
            "extent": receipts.extent_words(receipt) if receipt else "",
            "extractor": receipts.extractor_words(receipt) if receipt else "",
            "cited": [
                (self.to("claim", claim.id), words.verdict_words(claim, self.book), cards.get(claim.id, []))
                for claim in claims
            ],
            "is_article": self.book.is_article(source.id),
            "coverage": self.coverage(source),
            "list": To("All sources", self.url(addresses.of_list("source"))),
        }

    def coverage(self, source: Source) -> Mapping[str, Any] | None:
        """An article under check sentence by sentence: numbers, lengths, and claims or reasons; never its text."""
        receipt = self.book.receipts.get(source.id)
        sentences = self.book.coverage(source) if self.book.is_article(source.id) else ()
        if receipt is None or not sentences:
            return None
        rows = [
            (
                sentence.number,
                sentence.length,
                [self.to("claim", id) for id in sentence.claims],
                receipts.uncovered_words(sentence),
            )
            for sentence in sentences
        ]
        return {"account": receipts.coverage_words(sentences, receipt), "rows": rows}

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

    def _claims_resting_on(self, claim: Claim) -> list[To]:
        resting = [m.record for m in self.book.mentioning(claim) if m.keys[0] in {"rests_on", "must_hold"}]
        return [self.to("claim", id) for id in _ids(resting, Claim)]

    def _pages_citing(self, record: Record) -> list[To]:
        """Links to the pages of prose that cite a record."""
        pages = self.book.pages_citing(record)
        directory_urls = self.directory_urls
        return [To(p.title or p.id, self.up + addresses.page_url(p.id, directory_urls=directory_urls)) for p in pages]


def _place_on_page(quote: tuple[Key, Appearance]) -> int:
    """Where a claim's page shows a quote: the article's words first, then evidence by its stance."""
    piece = quote[1]
    return 1 + list(STANCES).index(piece.stance) if isinstance(piece, Evidence) else 0


def _ids(records: Iterable[Record], kind: type[Record]) -> list[str]:
    """The ids of the records of one kind, each once, in order."""
    return list(dict.fromkeys(record.id for record in records if isinstance(record, kind)))
