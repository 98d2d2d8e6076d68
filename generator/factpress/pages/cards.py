"""One source's words for or against a claim, as claims, sources and explainers show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress import addresses
from factpress.book import Book
from factpress.evidence.claim_weighing import Piece
from factpress.evidence.lookup import Key
from factpress.pages.fragments import exact_words
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import counts, names, readings, receipts, sentences

ARTICLE = "How the article says it"
TITLES = {"supports": "Evidence", "disputes": "Evidence that disputes it", "context": "Context"}


@dataclass(frozen=True, slots=True)
class Card:
    """One source's words, what its receipt says of them, and what they say.

    `cut` says where the quote's sentence goes on, `word` whose word it passes on if nobody is named, `own_words` what
    the editor answers to that. `proof` is empty if nothing is known; `original` leads to the
    words, and `opens` says what that does; `place` is the sentence of the article that has the words; a reading is the
    name of a figure, what is said of it, and in one word whether that agrees with the claim.
    """

    role: str
    quote: str
    language: str
    gloss: str | None
    cut: str
    word: str
    own_words: str | None
    found: str
    proof: str
    source: To
    original: To | None
    opens: str
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
    """The role of a piece in its claim: what its editor says, or a dispute if the tool finds one."""
    return "disputes" if piece.is_dispute else piece.stance


def cards_of(pieces: Sequence[Piece], linked: LinkedBook) -> list[Card]:
    """The quotes of a page as cards."""
    names = [linked.sources.get(piece.quoted.source) for piece in pieces]
    count, met = Counter(names), Counter[str | None]()
    cards = []
    for piece, name in zip(pieces, names, strict=True):
        met[name] += 1
        # No two links of a page have the same words.
        cards.append(_card(piece, linked, f" (quote {met[name]})" if count[name] > 1 else ""))
    return cards


def _card(piece: Piece, linked: LinkedBook, number: str) -> Card:
    quoted, evidence = piece.quoted, piece.evidence
    source = linked.book.sources.get(quoted.source)
    original, opens = None, ""
    if source and source.url:
        label = receipts.original_words(piece.proof, source, linked.sources[source.id])
        original = To(label + number, exact_words(source.url, quoted.quote))
        opens = receipts.opens(piece.proof, source)
    said = quoted.attributed_to
    role = role_of(piece)
    return Card(
        role=role,
        quote=quoted.quote,
        language=quoted.language or (source.language if source and source.language else "en"),
        gloss=quoted.gloss,
        cut=sentences.cut_words(piece),
        word=sentences.word_of(piece),
        own_words=quoted.own_words,
        found=receipts.found_words(piece.proof),
        proof=receipts.proof_words(piece.proof, source) if source else "",
        source=linked.to("source", quoted.source),
        original=original,
        opens=opens,
        root=linked.to("entity", piece.root) if piece.root else To("", ""),
        attributed_to=said if said is None or " " in said else linked.to("entity", said),
        first_hand=evidence.first_hand if evidence else None,
        readings=tuple(_readings(piece)) if piece.counts else (),
        disputes=readings.dispute_words(piece) if role == "disputes" else "",
        answered=evidence.answered if evidence else None,
        place=_place(piece, linked) if evidence is None else None,
    )


def _place(piece: Piece, linked: LinkedBook) -> To | None:
    """The sentence of the article that has the words, with a link to that sentence in its coverage."""
    entry, receipt = piece.proof.entry, piece.proof.receipt
    source = piece.quoted.source
    if entry is None or receipt is None:
        return None
    if entry.sentence > receipt.of_article:
        return To("Beside the article", "")
    where = f"Sentence {entry.sentence} of {receipt.of_article}"
    article = linked.book.sources[source]
    if not linked.book.is_article(source) or article.withdrawal is not None:
        return To(where, "")
    return To(where, f"{linked.url(addresses.of_coverage(source))}#s{entry.sentence}")


def _readings(piece: Piece) -> Iterator[tuple[str, str, str]]:
    """What a piece says of each figure by name, and last the figures of which it says nothing."""
    silent: dict[bool, list[str]] = {}
    for figure, read in piece.reading.figures.items():
        if read.verb == "silent":
            silent.setdefault(read.declared, []).append(names.figure_name(figure))
        else:
            yield names.figure_name(figure), readings.reading_words(piece, figure), read.verb
    if piece.stance in ("article", "context") or readings.disputes_whole(piece):
        return
    for declared, figures in silent.items():
        yield "", f"does not say: {counts.listed(figures)}{readings.BY_EDITOR if declared else ''}", "silent"
    if not piece.reading.figures and piece.stance == "supports":
        yield "", f"says so{readings.BY_EDITOR}", "agrees"
