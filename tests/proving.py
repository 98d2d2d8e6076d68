"""Receipts for the projects of tests and benchmarks: each source is taken to say what records quote from it."""

from __future__ import annotations

from pathlib import Path

from factpress.evidence.document import read_document
from factpress.evidence.receipts import How
from factpress.pipeline import check
from factpress.reading.settings import Settings
from factpress.records.date import parse_date
from factpress.records.receipt import Receipt
from factpress.sources.snapshot import take

KEY = bytes(range(16))
# Before each quote, so that what is quoted is a small part of its source.
_MORE = "and so on and so forth " * 40


def prove(root: Path, *, facts: str = "facts", read_from: str = "url", read_at: str = "2026-11-24") -> None:
    """Writes a receipt for every source of a project from which records quote, over one that is there."""
    book = check(root, today=parse_date(read_at), settings=Settings(facts)).book
    for source in book.sources.values():
        quotes = [proof.quote for _, proof in book.quotes_of(source.id)]
        if quotes:
            how = How("full", read_from, read_at, "text")
            text = "\n\n".join(_MORE + quote for quote in quotes)
            unsaid = [words for _, _, words in book.not_said_by(source.id)]
            receipt = take(source, quotes, read_document(text), how=how, key=KEY, not_said=unsaid).receipt
            write(receipt, root / facts / "receipts" / f"{source.id}.json")


def write(receipt: Receipt, path: Path) -> None:
    """Writes a receipt where the tool would."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(receipt.text(), encoding="utf-8", newline="\n")
