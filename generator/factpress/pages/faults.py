"""What an article gets wrong: an entry for each claim whose verdict says what is true instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress.book import Book
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.sides import Sentence, sentences_of
from factpress.pages.words import verdicts
from factpress.records.claim import Claim
from factpress.records.page import Page

_COUNTS = ("", "One thing", "Two things", "Three things", "Four things", "Five things", "Six things", "Seven things")


@dataclass(frozen=True, slots=True)
class Fault:
    """A claim that was found wrong: the article's words for it, what is true instead, and where the evidence is."""

    claim: To
    status: verdicts.Status
    sentences: Sequence[Sentence]
    instead: Sequence[To]


def faults_of(page: Page, linked: LinkedBook) -> str:
    """The entries of an explainer's article, as HTML; empty for another page, and where nothing was found wrong."""
    found = faults(page, linked.at_page(page))
    if not found:
        return ""
    title = f"{_COUNTS[len(found)] if len(found) < len(_COUNTS) else f'{len(found)} things'} the article gets wrong"
    return environment().get_template("faults.html.jinja").render(title=title, faults=found).strip()


def faults(page: Page, linked: LinkedBook) -> Sequence[Fault]:
    """What an explainer's article gets wrong; `linked` has the links of the page that shows it."""
    article = page.article
    return [_fault(claim, article, linked) for claim in _wrong(article, linked.book)] if article else []


def _wrong(article: str, book: Book) -> Iterator[Claim]:
    """The claims of an article whose verdict requires `instead`, in the order of the article."""

    def place(claim: Claim) -> tuple[int, str]:
        pieces = book.weights[claim.id].pieces
        of_article = (piece for piece in pieces if piece.evidence is None and piece.quoted.source == article)
        return min((piece.proof.entry.position for piece in of_article if piece.proof.entry), default=0), claim.id

    for claim in sorted(book.claims.values(), key=place):
        verdict = book.verdicts.get(claim.verdict or "")
        is_of_article = any(words.source == article for words in claim.appears_in)
        if verdict and "instead" in verdict.needs and is_of_article and claim.withdrawal is None:
            yield claim


def _fault(claim: Claim, article: str, linked: LinkedBook) -> Fault:
    pieces = linked.book.weights[claim.id].pieces
    quotes = [piece for piece in pieces if piece.evidence is None and piece.quoted.source == article]
    return Fault(
        linked.to("claim", claim.id),
        verdicts.status(claim, linked.book, linked.today),
        sentences_of(quotes, linked),
        linked.text(claim.instead),
    )
