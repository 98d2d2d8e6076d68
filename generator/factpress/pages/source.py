"""What a source's page shows: its citation, how it was read, and each claim that cites it with the quoted words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factpress import addresses
from factpress.pages import receipts, words
from factpress.pages.cards import ARTICLE, TITLES, Card, cards_of, piece_at
from factpress.pages.coverage import coverage_of
from factpress.pages.facets import list_of_own
from factpress.pages.views import Shelf, To
from factpress.records.source import Source


def source_page(source: Source, shelf: Shelf) -> Mapping[str, Any]:
    """What the page of a source shows."""
    book = shelf.book
    keys = [key for key, _ in book.quotes_of(source.id) if book.claims[key[0]].withdrawal is None]
    cards: dict[str, list[tuple[str, Card]]] = {}
    for key, card in zip(keys, cards_of([piece_at(key, book) for key in keys], shelf), strict=True):
        cards.setdefault(key[0], []).append((TITLES.get(card.role, ARTICLE), card))
    receipt = book.receipts.get(source.id) if source.id not in book.stale_receipts else None
    return {
        "source": source,
        "name": shelf.sources[source.id],
        "root": shelf.to("entity", source.root),
        "authors": [str(name) for name in source.author],
        "editors": [str(name) for name in source.editor],
        "issued": words.date_words(source.issued),
        "accessed": words.date_words(source.accessed),
        "archived": [(copy.url, words.date_words(copy.date), copy.state) for copy in source.archived],
        "rights": words.RIGHTS[source.rights],
        "budget": receipts.budget_words(source, book),
        "reading": receipts.source_words(source, book),
        "link": receipts.link_words(source, receipt),
        "extent": receipts.extent_words(receipt) if receipt else "",
        "extractor": receipts.extractor_words(receipt) if receipt else "",
        "cited": [
            (shelf.to("claim", claim.id), words.status(claim, book), cards.get(claim.id, []))
            for claim in book.claims_naming(source)
        ],
        "is_article": book.is_article(source.id),
        "coverage": coverage_of(source, shelf),
        "by_topic": list_of_own(source, shelf),
        "list": To("All sources", shelf.url(addresses.of_list("source"))),
    }
