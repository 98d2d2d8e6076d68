"""A claim's chain of evidence, and a source with its sentences and quotes, as data."""

from __future__ import annotations

from typing import Any

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.quote_weighing import FigureReading
from factpress.pages.words.sentences import beside_words, cut_words, word_of
from factpress.records import text
from factpress.records.claim import Claim
from factpress.records.reply import Challenge, Reply
from factpress.records.source import Source


def claim_data(book: Book, claim: Claim) -> dict[str, Any]:
    """The evidence of a claim; an unverified quote has the reading `unread`.

    `without_figure` is the evidence that belongs to no figure: all of it if the claim has none, and disputes that
    name none, which count against all figures.
    """
    weight = book.weights[claim.id]
    evidence = [piece for piece in weight.pieces if piece.evidence is not None]
    return {
        "claim": claim.id,
        "verdict": claim.verdict,
        "standing": weight.standing,
        "weakest": weight.weakest,
        "figures": {
            name: {
                "value": str(figure),
                "standing": weight.figures[name].standing,
                "evidence": [_piece_data(piece, piece.read(name)) for piece in evidence],
            }
            for name, figure in claim.figures.items()
        },
        "without_figure": [
            _piece_data(piece, reading_of_whole(piece)) for piece in evidence if is_of_whole(weight, piece)
        ],
        "finding": text.without_links(claim.finding) if claim.finding else None,
        "would_change": claim.would_change,
        "replies": [_plain(reply) for reply in claim.replies],
        "challenges": [_plain(challenge) for challenge in claim.challenges],
        "checked": str(claim.checked) if claim.checked else None,
        "review_by": str(claim.review_by) if claim.review_by else None,
    }


def source_data(book: Book, source: Source) -> dict[str, Any]:
    """A source: its receipt, its budget, its quotes, and each of its sentences with the claims that cover it."""
    receipt = book.receipts.get(source.id)
    budget = book.budget(source)
    return {
        "source": source.id,
        "article": book.is_article(source.id),
        "replies": [_plain(reply) for reply in source.replies],
        "receipt": None
        if receipt is None
        else {
            "state": "stale" if source.id in book.stale_receipts else "sound",
            "extent": receipt.extent,
            "read_from": receipt.read_from,
            "read_at": receipt.read_at,
            "words": receipt.words,
        },
        "budget": {"used": budget.used, "allowed": budget.allowed},
        "quotes": [
            {
                "claim": claim,
                "part": part,
                "number": n,
                "quote": proof.quote,
                "state": proof.state,
                "class": proof.entry.kind if proof.entry else None,
                "sentence": proof.entry.sentence if proof.entry else None,
                "occurrences": proof.entry.occurrences if proof.entry else 0,
            }
            for (claim, part, n), proof in book.quotes_of(source.id)
        ],
        "sentences": [
            {
                "number": sentence.number,
                "tokens": sentence.length,
                "claims": list(sentence.claims),
                "excuse": sentence.excuse.why if sentence.excuse else None,
            }
            for sentence in book.coverage(source)
        ],
    }


def is_of_whole(weight: Weight, piece: Piece) -> bool:
    """Whether a piece belongs to no figure: its claim has none, or it is a dispute that names none."""
    if not weight.claim.figures:
        return True
    return piece.stance == "disputes" and not any(read.verb == "differs" for read in piece.reading.figures.values())


def reading_of_whole(piece: Piece) -> FigureReading:
    """What a piece says about a claim as a whole, as its editor declared it."""
    stances = {"supports": FigureReading("agrees", declared=True), "disputes": FigureReading("differs", declared=True)}
    return stances.get(piece.stance, FigureReading("silent", declared=True))


def _plain(part: Reply | Challenge) -> dict[str, Any]:
    """A reply or a challenge as its record has it."""
    return part.model_dump(mode="json")


def around(piece: Piece) -> str:
    """In words, where the sentence of a quote was cut, whose word it passes on, and if it is beside the article."""
    return " ".join(filter(None, (cut_words(piece), word_of(piece), beside_words(piece))))


def _piece_data(piece: Piece, read: FigureReading) -> dict[str, Any]:
    evidence = piece.evidence
    return {
        "source": piece.quoted.source,
        "root": piece.root,
        "quote": piece.quoted.quote,
        "reading": read.verb if piece.counts else "unread",
        "declared": read.declared,
        "answered": evidence is not None and bool(evidence.answered),
    }
