"""The claims that a page of prose cites."""

from __future__ import annotations

from factpress.book import Book
from factpress.records.claim import Claim
from factpress.records.page import Page


def cited_claims(page: Page, book: Book) -> list[Claim]:
    """The claims that a page cites and that are not withdrawn, each once, in the order of the text."""
    ids = [book.renamed.get((c.kind, c.id), c.id) for c in page.all_citations if c.kind == "claim"]
    found = (book.claims.get(id) for id in dict.fromkeys(ids))
    return [claim for claim in found if claim is not None and claim.withdrawal is None]
