"""What a text has in common with other sources, though nobody keeps theirs: copies of one report are one voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from factpress.evidence.document import Document
from factpress.evidence.quotes import find
from factpress.evidence.receipts import checksum, look_up, quote_checksum
from factpress.evidence.tokens import folded, is_word, tokens
from factpress.records.receipt import MANY_TOKENS, Receipt, Share

MANY_WORDS = 8
"""A quote of so many words is no accident in another text; a shorter one may be."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another source: its id, its receipt, and what is quoted of it."""

    source: str
    receipt: Receipt
    quotes: tuple[str, ...]


def shares(document: Document, others: Iterable[Other]) -> Iterator[Share]:
    """What a text has in common with each other source that it has anything in common with.

    Words in quotation marks are the speaker's: two reporters who heard one speech are two.
    """
    own = [
        document.sentence_tokens(number)
        for number, sentence in enumerate(document.sentences[: document.article_sentences], 1)
        if sentence.length >= MANY_TOKENS and not _is_speech(document, sentence.start, sentence.length)
    ]
    words = {token.casefold() for token in document.tokens}
    for other in others:
        receipt = other.receipt
        theirs = {sentence.hash for sentence in receipt.sentences[: receipt.of_article]}
        same = theirs.intersection(checksum(receipt.key_bytes, run) for run in own)
        quoted = {
            quote_checksum(receipt, quote)
            for quote in other.quotes
            if _is_of(words, quote) and not _is_beside(receipt, quote) and _has(document, quote)
        }
        if same or quoted:
            yield Share(source=other.source, sentences=tuple(sorted(filter(None, same))), quotes=tuple(sorted(quoted)))


def _is_of(words: Set[str], quote: str) -> bool:
    """Whether a quote is long enough, and all of its words are among these: most quotes are of other matters."""
    own = [token for token in tokens(quote) if is_word(token)]
    return len(own) >= MANY_WORDS and all(token.casefold() in words for token in own)


def _is_beside(receipt: Receipt, quote: str) -> bool:
    """Whether words are beside the other source's article, where the same box may be on many pages."""
    entry = look_up(receipt, quote)
    return entry is not None and entry.sentence > receipt.of_article


def _has(document: Document, quote: str) -> bool:
    """Whether a text's article has the words somewhere outside quotation marks."""
    found = find(document, quote)
    return found is not None and any(
        place < document.article and not _is_speech(document, place, found.length) for place in found.places
    )


def _is_speech(document: Document, first: int, length: int) -> bool:
    """Whether the middle of a run of tokens is in quotation marks; in a block each mark opens or closes."""
    block = document.block_at(first)
    text = folded(document.raw[block])
    middle = document.offsets[first + length // 2]
    return text.count('"', 0, middle) % 2 == 1
