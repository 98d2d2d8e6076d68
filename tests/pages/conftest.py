"""Books of small projects whose sources were read: in part, from a file, by other rules, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from pages.boats import ARTICLE, HOW, PAPERS, PROJECT, Weighed

from factpress.book import Book, resolve
from factpress.evidence.document import read_document
from factpress.evidence.quotes import find
from factpress.evidence.receipts import How, receipt_of
from factpress.pipeline import Checked
from factpress.records.receipt import Receipt

Proven = Callable[[str, Mapping[str, tuple[How, str]]], Book]


@pytest.fixture
def proven(project: Callable[[str], Checked]) -> Proven:
    """Lays files over the small project; its book with receipts of these texts, by their sources, and no others."""

    def made(files: str, read: Mapping[str, tuple[How, str]]) -> Book:
        book = project(files).book
        return resolve(book.records(), receipts=[_receipt(book, id, how, text) for id, (how, text) in read.items()])

    return made


@pytest.fixture
def weighed(proven: Proven) -> Weighed:
    """The book of one claim by its evidence; `unread` are the sources that nobody has read."""

    def made(
        *evidence: str,
        figures: str = "{boats: 3}",
        article: str | None = ARTICLE,
        more: str = "",
        unread: tuple[str, ...] = (),
    ) -> Book:
        said = f'appears_in:\n  - {{source: article, quote: "{article}"}}\n' if article else ""
        stated = f"figures: {figures}\n" if figures else ""
        claim = f'# facts/claims/harbour/boats.yml\nclaim: "Three boats sank."\n{stated}'
        lines = ("".join(evidence) + more).splitlines()
        text = ". ".join(line.partition('quote: "')[2].rstrip('"') for line in lines)
        read = {id: (HOW, text + f". {ARTICLE}.") for id in [*PAPERS, "article"] if id not in unread}
        shown = f"evidence:\n{''.join(evidence)}" if evidence else ""
        return proven(f"{PROJECT}{claim}{said}{shown}{more}", read)

    return made


def _receipt(book: Book, source: str, how: How, text: str) -> Receipt:
    document = read_document(text)
    quotes = {proof.quote: find(document, proof.quote) for _, proof in book.quotes_of(source)}
    receipt = receipt_of(
        document,
        {quote: found for quote, found in quotes.items() if found},
        excuses=[(excuse.sentence, excuse.begins) for excuse in book.sources[source].no_claim],
        how=how,
        key=b"0" * 16,
    )
    receipt.placed(source, f"facts/receipts/{source}.json")
    return receipt
