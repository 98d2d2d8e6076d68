"""Takes the receipt of a source whose text was read: with all that records quote from it or say is not in it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factpress.book import Book
from factpress.evidence.document import Document, read_document
from factpress.evidence.receipts import How, look_up
from factpress.records.receipt import Extent, Receipt
from factpress.records.source import Source
from factpress.site.clock import today
from factpress.sources.copies import Other, shares
from factpress.sources.extract import Extracted
from factpress.sources.snapshot import Taken, take


@dataclass(frozen=True, slots=True)
class Reading:
    """A source, its text as read, its new receipt, and the one that it has."""

    source: Source
    text: Extracted
    document: Document
    taken: Taken
    kept: Receipt | None

    @property
    def lost(self) -> Sequence[str]:
        """Quotes that records still cite and that are in the existing receipt and not in the text."""
        return [quote for quote in self.taken.missing if self.kept and look_up(self.kept, quote)]

    @property
    def is_whole(self) -> bool:
        """Whether every quote and excuse was found, and nothing that a claim says is absent."""
        return not (self.taken.missing or self.taken.misfits or self.taken.said)


def reading(book: Book, source: Source, text: Extracted, extent: Extent) -> Reading:
    """A source's text with its new receipt, which is not yet compared with other sources."""
    document = read_document(text.blocks, language=source.language or "en")
    kept = book.receipts.get(source.id)
    taken = take(
        source,
        dict.fromkeys(proof.quote for _, proof in book.quotes_of(source.id)),
        document,
        how=How(extent, "file", today().canonical, f"{text.extractor} {text.version}".strip()),
        key=kept.key_bytes if kept else secrets.token_bytes(16),
        not_said=dict.fromkeys(words for _, _, words in book.not_said_by(source.id)),
    )
    return Reading(source, text, document, taken, kept)


def compared(book: Book, readings: Sequence[Reading]) -> Iterator[Reading]:
    """The same, each with what it has in common with every other source, read now or before."""
    now = {each.source.id: Other(each.source.id, each.taken.receipt, tuple(each.taken.found)) for each in readings}
    others = {**dict(_before(book)), **now}
    for each in readings:
        common = shares(each.document, _without(others, each.source.id))
        receipt = each.taken.receipt.model_copy(
            update={"shares": tuple(sorted(common, key=lambda share: share.source))}
        )
        yield replace(each, taken=replace(each.taken, receipt=receipt))


def _without(others: Mapping[str, Other], id: str) -> Iterable[Other]:
    return (other for name, other in others.items() if name != id)


def _before(book: Book) -> Iterator[tuple[str, Other]]:
    """Every source with a sound receipt, and what is quoted of it."""
    for id, receipt in book.receipts.items():
        if id in book.sources and id not in book.stale_receipts:
            quotes = dict.fromkeys(proof.quote for _, proof in book.quotes_of(id) if proof.is_read)
            yield id, Other(id, receipt, tuple(quotes))
