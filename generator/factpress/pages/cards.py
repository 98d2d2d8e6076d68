"""One source's words for or against a claim, as claims, sources and explainers show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress import addresses
from factpress.book import Book
from factpress.evidence.claim_weighing import Piece
from factpress.evidence.lookup import Key
from factpress.pages import receipts, words
from factpress.pages.fragments import exact_words
from factpress.pages.views import Shelf, To

ARTICLE = "How the article says it"
TITLES = {"supports": "Evidence", "disputes": "Evidence that disputes it", "context": "Context"}


@dataclass(frozen=True, slots=True)
class Card:
    """One source's words, what its receipt says of them, and what they say.

    `proof` is empty where nothing is known; `place` is the sentence of the article that the words stand in; a reading
    is a figure's name, what is said of it, and how that stands to the claim in one word.
    """

    role: str
    quote: str
    language: str
    gloss: str | None
    found: str
    proof: str
    source: To
    original: To | None
    root: To
    attributed_to: To | str | None
    first_hand: str | None
    readings: Sequence[tuple[str, str, str]]
    disputes: str
    answered: str | None
    place: To | None


def piece_at(key: Key, book: Book) -> Piece:
    """The weighed piece of a quote."""
    id, part, number = key
    weight = book.weights[id]
    return weight.pieces[number if part == "appears_in" else number + len(weight.claim.appears_in)]


def role_of(piece: Piece) -> str:
    """What a piece is to its claim: what its editor says, or a dispute where the tool sees one."""
    return "disputes" if piece.is_dispute else piece.stance


def cards_of(pieces: Sequence[Piece], shelf: Shelf) -> list[Card]:
    """The quotes of a page as cards."""
    names = [shelf.sources.get(piece.quoted.source) for piece in pieces]
    count, met = Counter(names), Counter[str | None]()
    cards = []
    for piece, name in zip(pieces, names, strict=True):
        met[name] += 1
        # No two links of a page read alike.
        cards.append(_card(piece, shelf, f" (quote {met[name]})" if count[name] > 1 else ""))
    return cards


def _card(piece: Piece, shelf: Shelf, number: str) -> Card:
    quoted, evidence = piece.quoted, piece.evidence
    source = shelf.book.sources.get(quoted.source)
    original = None
    if source and source.url:
        label = receipts.original_words(piece.proof, source, shelf.sources[source.id])
        original = To(label + number, exact_words(source.url, quoted.quote))
    said = quoted.attributed_to
    role = role_of(piece)
    return Card(
        role=role,
        quote=quoted.quote,
        language=quoted.language or (source.language if source and source.language else "en"),
        gloss=quoted.gloss,
        found=receipts.found_words(piece.proof),
        proof=receipts.proof_words(piece.proof, source) if source else "",
        source=shelf.to("source", quoted.source),
        original=original,
        root=shelf.to("entity", piece.root) if piece.root else To("", ""),
        attributed_to=said if said is None or " " in said else shelf.to("entity", said),
        first_hand=evidence.first_hand if evidence else None,
        readings=tuple(_readings(piece)) if piece.counts else (),
        disputes=words.dispute_words(piece) if role == "disputes" else "",
        answered=evidence.answered if evidence else None,
        place=_place(piece, shelf) if evidence is None else None,
    )


def _place(piece: Piece, shelf: Shelf) -> To | None:
    """Where the article's words stand in it, with the way to that sentence in its coverage."""
    entry, receipt = piece.proof.entry, piece.proof.receipt
    source = piece.quoted.source
    if entry is None or receipt is None:
        return None
    where = f"Sentence {entry.sentence} of {len(receipt.sentences)}"
    article = shelf.book.sources[source]
    if not shelf.book.is_article(source) or article.withdrawal is not None:
        return To(where, "")
    return To(where, f"{shelf.url(addresses.of_coverage(source))}#s{entry.sentence}")


def _readings(piece: Piece) -> Iterator[tuple[str, str, str]]:
    """What a piece says of each figure by name, last of which figures evidence says nothing."""
    silent: dict[bool, list[str]] = {}
    for figure, read in piece.reading.figures.items():
        if read.verb == "silent":
            silent.setdefault(read.declared, []).append(words.figure_name(figure))
        else:
            yield words.figure_name(figure), words.reading_words(piece, figure), read.verb
    if piece.stance in ("article", "context") or words.disputes_whole(piece):
        return
    for declared, figures in silent.items():
        yield "", f"silent on {words.listed(figures)}{words.BY_EDITOR if declared else ''}", "silent"
    if not piece.reading.figures and piece.stance == "supports":
        yield "", f"says so{words.BY_EDITOR}", "agrees"
