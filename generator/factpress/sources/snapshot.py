"""Makes a receipt of a source: reads its text, finds the quotes in it, and does not keep the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from factpress.evidence.document import Document
from factpress.evidence.quotes import FoundQuote, Nearest, find, nearest
from factpress.evidence.receipts import How, begins_with, checksum, receipt_of
from factpress.records.receipt import MANY_TOKENS, Receipt
from factpress.records.source import Excuse, Source
from factpress.sources.copies import Other, shares


@dataclass(frozen=True, slots=True)
class Taken:
    """A receipt, the quotes that were found and those that were not, and excuses that don't fit."""

    receipt: Receipt
    found: Mapping[str, FoundQuote]
    missing: Mapping[str, Nearest | None]
    misfits: tuple[Excuse, ...]
    said: Mapping[str, FoundQuote] = field(default_factory=dict)
    """Words that a claim says are not there, and are."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between a receipt and a text read later; sentences by their numbers, spans by first and last.

    `gone` and `unsure` are numbered as in the receipt, `new` as in the text. `unsure` are sentences too short
    for a checksum, of which some may have changed.
    """

    gone: tuple[tuple[int, int], ...] = ()
    new: tuple[tuple[int, int], ...] = ()
    unsure: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gone or self.new or self.unsure)

    def touches(self, sentence: int) -> bool:
        """Whether a sentence of the receipt may have changed."""
        return any(first <= sentence <= last for first, last in (*self.gone, *self.unsure))


def take(
    source: Source,
    quotes: Iterable[str],
    document: Document,
    *,
    how: How,
    key: bytes,
    not_said: Iterable[str] = (),
    others: Iterable[Other] = (),
) -> Taken:
    """The receipt of a source's document, for these quotes; the same for the same key and day.

    `not_said` are words that claims say it does not have, which only a text read whole can confirm; `others` are
    the other sources with which its text is compared.
    """
    found: dict[str, FoundQuote] = {}
    missing: dict[str, Nearest | None] = {}
    for quote in quotes:
        place = find(document, quote)
        if place is None:
            missing[quote] = nearest(document, quote)
        else:
            found[quote] = place
    excuses = [(excuse.sentence, excuse.begins) for excuse in source.no_claim]
    sought = {words: find(document, words) for words in not_said}
    said = {words: place for words, place in sought.items() if place is not None}
    receipt = receipt_of(
        document,
        found,
        excuses=excuses,
        how=how,
        key=key,
        language=source.language or "en",
        absent=[words for words in sought if words not in said] if how.extent == "full" else [],
        shares=shares(document, others),
    )
    misfits = tuple(e for e in source.no_claim if not begins_with(document, e.sentence, e.begins))
    return Taken(receipt, found, missing, misfits, said)


def changes(receipt: Receipt, document: Document) -> Changes:
    """What changed in an article since its receipt was taken; what is beside it changes from day to day."""
    if receipt.sha256 == document.sha256:
        return Changes()
    before = [
        entry.hash or receipt.length_of(number)
        for number, entry in enumerate(receipt.sentences[: receipt.of_article], 1)
    ]
    after = [
        checksum(receipt.key_bytes, document.sentence_tokens(number))
        if sentence.length >= MANY_TOKENS
        else sentence.length
        for number, sentence in enumerate(document.sentences[: document.article_sentences], 1)
    ]
    gone: list[int] = []
    new: list[int] = []
    unsure: list[int] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        gone += [n + 1 for n in range(i, i_end) if isinstance(before[n], str)]
        unsure += [n + 1 for n in range(i, i_end) if not isinstance(before[n], str)]
        new += [n + 1 for n in range(j, j_end)]
    if not (gone or new or unsure):
        # Every checksum is the same: what changed is in sentences that have none.
        unsure = [number for number, key in enumerate(before, 1) if not isinstance(key, str)]
    return Changes(_spans(gone), _spans(new), _spans(unsure))


def _spans(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Numbers that rise, as spans of those that follow one another."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and spans[-1][1] == number - 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    return tuple(spans)
