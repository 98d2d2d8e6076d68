"""What a source's page shows: its citation, how it was read, and each claim that cites it with the quoted words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.cards import ARTICLE, TITLES, Card, cards_of, piece_at
from factpress.pages.coverage import coverage_of
from factpress.pages.facets import list_of_own
from factpress.pages.links import LinkedBook
from factpress.pages.view import Edition, PageView, of_record
from factpress.pages.words import names, receipts, replies, verdicts
from factpress.records.source import Source

_RIGHTS = {
    "quotation": "Quoted within a budget, as its author's words.",
    "public-domain": "In the public domain.",
    "open-licence": "Under an open licence.",
}


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """A page for each source."""
    for source in edition.book.sources.values():
        about = f"A source of this site: {edition.linked.sources[source.id]}."
        yield of_record(source, edition, about=about, show=_shown, title=source.title)


def _shown(source: Source, linked: LinkedBook) -> Mapping[str, Any]:
    book = linked.book
    keys = [key for key, _ in book.quotes_of(source.id) if book.claims[key[0]].withdrawal is None]
    cards: dict[str, list[tuple[str, Card]]] = {}
    for key, card in zip(keys, cards_of([piece_at(key, book) for key in keys], linked), strict=True):
        cards.setdefault(key[0], []).append((TITLES.get(card.role, ARTICLE), card))
    receipt = book.receipts.get(source.id) if source.id not in book.stale_receipts else None
    return {
        "source": source,
        "name": linked.sources[source.id],
        "root": linked.to("entity", source.root),
        "authors": [str(name) for name in source.author],
        "editors": [str(name) for name in source.editor],
        "issued": names.date_words(source.issued),
        "accessed": names.date_words(source.accessed),
        "archived": [(copy.url, names.date_words(copy.date), copy.state) for copy in source.archived],
        "rights": _RIGHTS[source.rights],
        "budget": receipts.budget_words(source, book),
        "reading": receipts.source_words(source, book),
        "link": receipts.link_words(source, receipt),
        "extent": receipts.extent_words(receipt) if receipt else "",
        "extractor": receipts.extractor_words(receipt) if receipt else "",
        "cited": [
            (linked.beside_verdict(claim), verdicts.status(claim, book, linked.today), cards.get(claim.id, []))
            for claim in book.claims_naming(source)
        ],
        "replies": replies.asked_parties(source.replies, linked),
        "nobody_asked": replies.NOBODY_ASKED,
        "is_article": book.is_article(source.id),
        "coverage": coverage_of(source, linked),
        "by_topic": list_of_own(source, linked),
        "list": linked.to_list("source"),
    }
