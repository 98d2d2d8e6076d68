"""Makes receipts of documents and looks quotes up in them: only making one needs the text itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import blake2b

from factpress.evidence.document import Document, splitter
from factpress.evidence.quotes import FoundQuote
from factpress.evidence.surroundings import Surroundings, surroundings
from factpress.evidence.tokens import VERSIONS, tokens
from factpress.records.receipt import (
    MANY_TOKENS,
    ExcuseEntry,
    Extent,
    QuoteEntry,
    ReadFrom,
    Receipt,
    SentenceEntry,
    Share,
)

PROVES = (
    "A receipt is written where the tool has a source's text. It keeps a keyed checksum of each quoted run of words, "
    "with its place and how closely it matches, and checksums of the text; it does not keep the text.",
    "It proves that these words were in the text that was read. If one word, digit or sign of a quote changes later, "
    "the receipt no longer has that quote.",
    "It is a statement by the person who ran the tool. By itself it does not prove that the text was the publisher's, "
    "that the words mean what the claim says, that they are true, or that the page still has them.",
    "Anyone who has the text can make the checksums again and compare them.",
)
"""What a receipt is and what it proves, for readers."""


@dataclass(frozen=True, slots=True)
class How:
    """How a text was read: whole or in part, from where, on which day (YYYY-MM-DD), and by what."""

    extent: Extent
    read_from: ReadFrom
    read_at: str
    extractor: str


def checksum(key: bytes, run: Sequence[str]) -> str:
    """The keyed hash of a run of tokens: BLAKE2b of them with U+001F between, cut to 8 bytes, in hexadecimal."""
    data = "\x1f".join(run).encode("utf-8", "surrogatepass")
    return blake2b(data, key=key).digest()[:8].hex()


def quote_checksum(receipt: Receipt, quote: str) -> str:
    """The keyed hash of a quote, its words cut as the receipt's text was."""
    return checksum(receipt.key_bytes, tokens(quote, version=receipt.tokeniser))


def look_up(receipt: Receipt, quote: str) -> QuoteEntry | None:
    """The receipt's entry for a quote; nothing where the receipt does not have these words."""
    return receipt.by_hash.get(quote_checksum(receipt, quote))


def is_stale(receipt: Receipt) -> bool:
    """Whether the receipt uses another version of text comparison, so that no quote can be looked up in it."""
    return receipt.tokeniser not in VERSIONS


def excuse_fits(receipt: Receipt, sentence: int, begins: str) -> bool:
    """Whether the sentence of that number was seen to begin with these words."""
    return ExcuseEntry(sentence=sentence, hash=quote_checksum(receipt, begins)) in receipt.no_claim


def begins_with(document: Document, sentence: int, begins: str) -> bool:
    """Whether a sentence of the document, counted from 1, begins with these words."""
    wanted = tokens(begins)
    if not wanted or not 1 <= sentence <= len(document.sentences):
        return False
    return document.sentence_tokens(sentence)[: len(wanted)] == wanted


def receipt_of(
    document: Document,
    found: Mapping[str, FoundQuote],
    *,
    excuses: Iterable[tuple[int, str]],
    how: How,
    key: bytes,
    language: str = "en",
    absent: Iterable[str] = (),
    shares: Iterable[Share] = (),
) -> Receipt:
    """The receipt of a document that holds these quotes; excuses that don't fit get no entry.

    `absent` are words that a text read whole does not have.
    """
    fitting = {(n, checksum(key, tokens(begins))) for n, begins in excuses if begins_with(document, n, begins)}
    return Receipt(
        tokeniser=document.tokeniser,
        key=key.hex(),
        extent=how.extent,
        read_from=how.read_from,
        read_at=how.read_at,
        extractor=how.extractor,
        splitter=splitter(),
        sha256=document.sha256,
        tokens=len(document.tokens),
        words=document.words,
        article_sentences=document.article_sentences,
        quoted_sentences=_is_all_quoted(document, found.values()),
        sentences=tuple(_sentences(document, key)),
        quotes=tuple(sorted(_entries(document, found, key, language), key=lambda entry: entry.order)),
        no_claim=tuple(ExcuseEntry(sentence=n, hash=hash) for n, hash in sorted(fitting)),
        absent=tuple(sorted({checksum(key, tokens(words)) for words in absent})),
        shares=tuple(sorted(shares, key=lambda share: share.source)),
    )


def _entries(document: Document, found: Mapping[str, FoundQuote], key: bytes, language: str) -> Iterable[QuoteEntry]:
    """An entry for each quote; two spellings of one quote share one, which promises no more than the looser of them."""
    entries: dict[str, QuoteEntry] = {}
    for quote, place in found.items():
        entry = _entry(place, surroundings(document, quote, place, language), checksum(key, tokens(quote)))
        other = entries.get(entry.hash)
        if other is None or other.kind == "exact":
            entries[entry.hash] = entry
        if other is not None and False in (other.own_marks, entry.own_marks):
            entries[entry.hash] = entries[entry.hash].model_copy(update={"own_marks": False})
    return entries.values()


def _entry(place: FoundQuote, around: Surroundings, hash: str) -> QuoteEntry:
    said = {
        "position": place.position,
        "sentence": place.sentence,
        "class": place.kind,
        "occurrences": place.occurrences,
        "hash": hash,
    }
    return QuoteEntry.model_validate(said | asdict(around))


def _sentences(document: Document, key: bytes) -> Iterator[SentenceEntry]:
    """Where each sentence starts, and a checksum of those that are long enough."""
    for number, sentence in enumerate(document.sentences, 1):
        is_long = sentence.length >= MANY_TOKENS
        hash = checksum(key, document.sentence_tokens(number)) if is_long else None
        yield SentenceEntry(start=sentence.start, hash=hash)


def _is_all_quoted(document: Document, found: Iterable[FoundQuote]) -> bool:
    """Whether quotes touch every sentence of the article: a text of nothing but what is quoted shows no context."""
    touched: set[int] = set()
    for place in found:
        last = document.sentence_at(place.position + place.length - 1)
        touched.update(range(place.sentence, last + 1))
    return touched.issuperset(range(1, document.article_sentences + 1))
