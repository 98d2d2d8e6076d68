"""What an explainer adds by itself: its claims counted in one sentence, and a note for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from factpress import addresses
from factpress.book import Book
from factpress.pages import words
from factpress.pages.views import Shelf, To
from factpress.records.claim import Appearance, Claim
from factpress.records.page import Page


@dataclass(frozen=True, slots=True)
class Note:
    """A claim as a note shows it: where it leads, its reason, and its best quote with the quote's source."""

    number: int
    claim: To
    because: Sequence[To]
    quote: str
    language: str
    source: To | None


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


def best_piece(claim: Claim, book: Book) -> Appearance | None:
    """The quote that says most for a claim: first-hand support, then any support, then whatever there is."""
    supporting = [piece for piece in claim.evidence if piece.stance == "supports" and piece.source in book.sources]
    first_hand = [piece for piece in supporting if piece.first_hand]
    others = [piece for piece in (*claim.evidence, *claim.appears_in) if piece.source in book.sources]
    return next(iter([*first_hand, *supporting, *others]), None)


def _view(page: Page, shelf: Shelf) -> Mapping[str, Any]:
    book = shelf.book
    claims = cited_claims(page, book)
    by_verdict: dict[str, list[Note]] = {}
    for number, claim in enumerate(claims, start=1):
        by_verdict.setdefault(words.verdict_words(claim, book), []).append(_note(number, claim, shelf))
    order = [*(words.verdict_name(verdict) for verdict in book.verdicts.values()), words.NOT_JUDGED]
    groups = [
        Group(f"notes-{verdict.lower().replace(' ', '-')}", verdict, by_verdict[verdict])
        for verdict in sorted(by_verdict, key=order.index)
    ]
    return {"count": len(claims), "groups": groups}


def _note(number: int, claim: Claim, shelf: Shelf) -> Note:
    piece = best_piece(claim, shelf.book)
    source = shelf.book.sources.get(piece.source) if piece else None
    return Note(
        number=number,
        claim=shelf.to("claim", claim.id),
        because=shelf.text(claim.because),
        quote=piece.quote if piece else "",
        language=(piece.language if piece else None) or (source.language if source else None) or "en",
        source=shelf.to("source", piece.source) if piece else None,
    )
