"""What pages say of the sentence of a quote: where it was cut and whose word it is, and of words that are not there."""

from __future__ import annotations

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece
from factpress.pages.links import LinkedBook, To
from factpress.records.claim import Claim, Unsaid

_CUT = {
    (False, True): "… the sentence goes on.",
    (True, False): "The sentence begins earlier.",
    (True, True): "The sentence begins earlier and goes on …",
}
_SILENT = {
    "confirmed": "our tool read all of it and did not find these words",
    "said": "not confirmed: the receipt does not say so",
    "unknown": "not proved: our tool has not read all of it",
}


def cut_words(piece: Piece) -> str:
    """Whether the sentence of a quote begins before it or goes on after it; nothing where that is not known."""
    entry = piece.proof.entry
    return "" if entry is None else _CUT.get((bool(entry.cut_before), bool(entry.cut_after)), "")


def word_of(piece: Piece) -> str:
    """Whose word a quote is, if its sentence passes one on and the record names nobody; and whether it is a title."""
    parts = []
    if piece.is_title:
        parts.append("These words are the title of the source, which adds no voice by itself.")
    if piece.is_voiceless:
        parts.append("The sentence passes on somebody’s word, and our record does not say whose: no voice of its own.")
    entry = piece.proof.entry
    if entry is not None and entry.hedged:
        parts.append("Other words of the sentence express doubt.")
    return " ".join(parts)


def beside_words(piece: Piece) -> str:
    """That a quote is from beside its source's article, if it is."""
    return "The words are beside the article." if piece.proof.entry is not None and piece.proof.entry.beside else ""


def silent_words(claim: Claim, book: Book, linked: LinkedBook) -> list[tuple[To, Unsaid, str]]:
    """The words that sources do not have, each with the source, and whether that is proved."""
    return [(linked.to("source", each.source), each, _SILENT[book.silence(each)]) for each in claim.not_said]
