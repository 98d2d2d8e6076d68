"""What an explainer adds by itself: its claims counted in one sentence, and a note for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from factpress import addresses
from factpress.book import Book
from factpress.evidence.lookup import Key, pieces
from factpress.pages import words
from factpress.pages.views import Card, Shelf, To
from factpress.records.claim import Appearance, Claim, Evidence
from factpress.records.page import Page


@dataclass(frozen=True, slots=True)
class Note:
    """A claim as a note shows it: where it leads, its reason, and its best quote."""

    number: int
    claim: To
    because: Sequence[To]
    card: Card | None


@dataclass(frozen=True, slots=True)
class Group:
    """The notes of the claims that have one verdict, and what the account calls them."""

    id: str
    verdict: str
    notes: Sequence[Note]


def explained(page: Page, shelf: Shelf, templates: Environment) -> tuple[str, str] | None:
    """The account and the notes of an explainer as HTML; nothing for another page."""
    if page.article is None:
        return None
    view = _view(page, shelf.seen_from(addresses.page_url(page.id, directory_urls=shelf.directory_urls)))
    account = templates.get_template("account.html.jinja").render(view)
    return account.strip(), templates.get_template("notes.html.jinja").render(view).strip()


def cited_claims(page: Page, book: Book) -> list[Claim]:
    """The standing claims that a page cites, each once, in the order of the text."""
    ids = [book.renamed.get((c.kind, c.id), c.id) for c in page.citations if c.kind == "claim"]
    found = (book.claims.get(id) for id in dict.fromkeys(ids))
    return [claim for claim in found if claim is not None and claim.withdrawal is None]


def best_quote(claim: Claim, book: Book) -> tuple[Key, Appearance] | None:
    """The quote that says most for a claim: support before all else, then what was read, then what is first-hand."""

    def worth(quote: tuple[Key, Appearance]) -> tuple[bool, bool, bool, bool]:
        key, piece = quote
        supports = isinstance(piece, Evidence) and piece.stance == "supports"
        first_hand = isinstance(piece, Evidence) and bool(piece.first_hand)
        return supports, book.proofs[key].is_read, supports and first_hand, isinstance(piece, Evidence)

    return max((quote for quote in pieces(claim) if quote[1].source in book.sources), key=worth, default=None)


def _view(page: Page, shelf: Shelf) -> Mapping[str, Any]:
    book = shelf.book
    claims = cited_claims(page, book)
    quotes = [quote for claim in claims if (quote := best_quote(claim, book))]
    cards = {key[0]: card for (key, _), card in zip(quotes, shelf.cards(quotes), strict=True)}
    by_verdict: dict[str, list[Note]] = {}
    for number, claim in enumerate(claims, start=1):
        note = Note(number, shelf.to("claim", claim.id), shelf.text(claim.because), cards.get(claim.id))
        by_verdict.setdefault(words.verdict_words(claim, book), []).append(note)
    order = [*(words.verdict_name(verdict) for verdict in book.verdicts.values()), words.NOT_JUDGED]
    groups = [
        Group(f"notes-{verdict.lower().replace(' ', '-')}", verdict, by_verdict[verdict])
        for verdict in sorted(by_verdict, key=order.index)
    ]
    return {"count": len(claims), "groups": groups}
