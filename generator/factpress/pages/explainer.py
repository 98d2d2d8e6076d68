"""What an explainer adds by itself: its claims counted in one sentence, and a note for each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.pages.account import account_of
from factpress.pages.cards import Card, cards_of, role_of
from factpress.pages.cited import cited_claims
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import verdicts
from factpress.records.page import Page
from factpress.records.text import pieces


@dataclass(frozen=True, slots=True)
class Note:
    """A claim as a note shows it: where it leads, its verdict and standing, its reason, and its best quote."""

    number: int
    id: str
    claim: To
    verdict: str
    status: verdicts.Status
    because: Sequence[To]
    card: Card | None


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """The notes of the claims that have one verdict, and the verdict's mark."""

    id: str
    verdict: str
    mark: verdicts.Mark
    notes: Sequence[Note]


@dataclass(frozen=True, slots=True)
class Explained:
    """What an explainer adds, as HTML: its answer and account, its notes, and by a claim's id its note's button."""

    answer: str
    account: str
    notes: str
    buttons: Mapping[str, str]


def explained(page: Page, linked: LinkedBook) -> Explained | None:
    """What an explainer adds to its prose; nothing for another page."""
    if page.article is None:
        return None
    view = _view(page, linked.at_page(page))
    templates = environment()
    account = templates.get_template("account.html.jinja").render(view)
    notes = templates.get_template("notes.html.jinja").render(view)
    answer = templates.get_template("answer.html.jinja").render(view) if page.answer else ""
    button = templates.get_template("note_button.html.jinja")
    buttons = {note.id: button.render(note=note).strip() for group in view["groups"] for note in group.notes}
    return Explained(answer.strip(), account.strip(), notes.strip(), buttons)


def best_quote(weight: Weight, book: Book) -> Piece | None:
    """The quote that says most for a claim: support before all else, then what was read, then what is first-hand."""

    def worth(piece: Piece) -> tuple[bool, bool, bool, bool]:
        supports, evidence = role_of(piece) == "supports", piece.evidence
        first_hand = supports and evidence is not None and bool(evidence.first_hand)
        return supports, piece.proof.is_read, first_hand, evidence is not None

    return max((piece for piece in weight.pieces if piece.quoted.source in book.sources), key=worth, default=None)


def _view(page: Page, linked: LinkedBook) -> Mapping[str, Any]:
    book = linked.book
    claims = cited_claims(page, book)
    quotes = {claim.id: quote for claim in claims if (quote := best_quote(book.weights[claim.id], book))}
    cards = dict(zip(quotes, cards_of(list(quotes.values()), linked), strict=True))
    notes = {}
    for number, claim in enumerate(claims, start=1):
        verdict, status = verdicts.verdict_words(claim, book), verdicts.status(claim, book, linked.today)
        link, because = linked.beside_verdict(claim), linked.text(claim.because)
        notes[claim.id] = Note(number, claim.id, link, verdict, status, because, cards.get(claim.id))
    account = account_of(page, book)
    grouped = [(each, [notes[claim.id] for claim in each.claims]) for each in account.groups]
    groups = [NoteGroup(each.id, each.verdict, found[0].status.mark, found) for each, found in grouped]
    return {"account": account, "title": "", "groups": groups, "answer": _answer(page, linked, notes)}


def _answer(page: Page, linked: LinkedBook, notes: Mapping[str, Note]) -> Sequence[tuple[To, Note | None]]:
    """The pieces of the answer: words, and links to records, those to claims with their notes."""
    found: list[tuple[To, Note | None]] = []
    for piece in pieces(page.answer or ""):
        if isinstance(piece, str):
            found.append((To(piece, ""), None))
        else:
            id = linked.book.renamed.get((piece.kind, piece.id), piece.id)
            note = notes.get(id) if piece.kind == "claim" else None
            found.append((To(piece.words, linked.to(piece.kind, id).url), note))
    return found
