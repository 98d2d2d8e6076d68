"""What an explainer adds by itself: its answer, and a note for each of its claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece
from factpress.pages.account import account_of
from factpress.pages.best_quote import best_quote
from factpress.pages.cards import Card, cards_of
from factpress.pages.cited import cited_claims
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import reasons, verdicts
from factpress.records.claim import Claim
from factpress.records.page import Page
from factpress.records.text import pieces


@dataclass(frozen=True, slots=True)
class Note:
    """A claim as a note shows it: where it leads, its verdict and standing, the first sentence of its reason, what is
    true instead, and its best quote.
    """

    number: int
    id: str
    claim: To
    verdict: str
    status: verdicts.Status
    because: Sequence[To]
    instead: Sequence[To]
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
    """What an explainer adds, as HTML: its answer, its notes, and by a claim's id its note's button."""

    answer: str
    notes: str
    buttons: Mapping[str, str]


def explained(page: Page, linked: LinkedBook) -> Explained | None:
    """What an explainer adds to its prose; nothing for another page."""
    if page.article is None:
        return None
    view = _view(page, linked.at_page(page))
    templates = environment()
    notes = templates.get_template("notes.html.jinja").render(view)
    answer = templates.get_template("answer.html.jinja").render(view) if page.answer else ""
    button = templates.get_template("note_button.html.jinja")
    buttons = {note.id: button.render(note=note).strip() for group in view["groups"] for note in group.notes}
    return Explained(answer.strip(), notes.strip(), buttons)


def _view(page: Page, linked: LinkedBook) -> Mapping[str, Any]:
    book = linked.book
    claims = cited_claims(page, book)
    quotes = {claim.id: quote for claim in claims if (quote := _quote(claim, book))}
    cards = dict(zip(quotes, cards_of(list(quotes.values()), linked), strict=True))
    notes = {}
    for number, claim in enumerate(claims, start=1):
        verdict, status = verdicts.verdict_words(claim, book), verdicts.status(claim, book, linked.today)
        link, because = linked.beside_verdict(claim), reasons.in_two(linked.text(claim.because))[0]
        instead = linked.text(claim.instead)
        notes[claim.id] = Note(number, claim.id, link, verdict, status, because, instead, cards.get(claim.id))
    account = account_of(page, book)
    grouped = [(each, [notes[claim.id] for claim in each.claims]) for each in account.groups]
    groups = [NoteGroup(each.id, each.verdict, found[0].status.mark, found) for each, found in grouped]
    return {"groups": groups, "answer": _answer(page, linked, notes)}


def _quote(claim: Claim, book: Book) -> Piece | None:
    """The quote that says the claim; of one that was found wrong, the quote that speaks against it."""
    return best_quote(book.weights[claim.id], book, against=verdicts.mark_of(claim, book) == "crossed")


@dataclass(frozen=True, slots=True)
class AnswerPiece:
    """Words of an answer, or a link with its note: then the last word is apart, to stay beside the note's number."""

    words: str
    last: str
    url: str
    note: Note | None


def _answer(page: Page, linked: LinkedBook, notes: Mapping[str, Note]) -> Sequence[AnswerPiece]:
    """The pieces of the answer: words, and links to records, those to claims with their notes."""
    found = []
    for piece in pieces(page.answer or ""):
        if isinstance(piece, str):
            found.append(AnswerPiece(piece, "", "", None))
        else:
            id = linked.book.renamed.get((piece.kind, piece.id), piece.id)
            note = notes.get(id) if piece.kind == "claim" else None
            words, last = split_last(piece.words) if note else (piece.words, "")
            found.append(AnswerPiece(words, last, linked.to(piece.kind, id).url, note))
    return found


def split_last(words: str) -> tuple[str, str]:
    """Words without their last one, with the space before it, and the last one."""
    head, space, last = words.rstrip().rpartition(" ")
    return head + space, last
