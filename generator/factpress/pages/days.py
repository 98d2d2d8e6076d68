"""How new a page is: one rule for its date in the sitemap, for machines, in citations and in shares.

A claim's page is as new as the day on which somebody last compared the claim with its sources (`checked`), or a later
day that its record names: of a correction, a review, a reply, an objection, the withdrawal. A source that was read
again, or the day of the build, makes no claim look newer. Only a claim without `checked` takes its sources' days.
A source's page is as new as the last reading of the source. Every other page is as new as the newest of what it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from factpress.book import Book
from factpress.pages.cited import cited_claims
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.entity import Entity
from factpress.records.page import Page
from factpress.records.record import Record
from factpress.records.source import Source


@dataclass(frozen=True)
class Days:
    """The days of a book's pages as ISO dates; empty where no record names a day."""

    book: Book

    def of(self, record: Record) -> str:
        """The day of a record's page."""
        if record.withdrawal is not None:
            return str(record.withdrawal.date)
        if isinstance(record, Claim):
            return self._claims.get(record.id) or self._of_claim(record)
        if isinstance(record, Source):
            replies = [day for reply in record.replies for day in (reply.asked, reply.date)]
            return self._newest([record.accessed, *replies], read={record.id})
        return self.of_all(self.book.claims_naming(record)) if isinstance(record, Entity) else ""

    def of_all(self, records: Iterable[Record]) -> str:
        """The day of a page that shows several records."""
        return max(map(self.of, records), default="")

    def of_page(self, page: Page) -> str:
        """The day of a page of prose: that of the newest claim that it cites."""
        return self.of_all(cited_claims(page, self.book))

    @cached_property
    def newest(self) -> str:
        """The newest day of all records."""
        return self.of_all(self.book.records())

    @cached_property
    def _claims(self) -> dict[str, str]:
        return {claim.id: self._of_claim(claim) for claim in self.book.claims.values() if claim.withdrawal is None}

    def _of_claim(self, claim: Claim) -> str:
        own = [claim.checked, claim.review.date if claim.review else None]
        own += [change.date for change in claim.corrections] + [challenge.date for challenge in claim.challenges]
        own += [day for reply in claim.replies for day in (reply.asked, reply.date)]
        if claim.checked is not None:
            return self._newest(own)
        read = {piece.source for piece in (*claim.appears_in, *claim.evidence)}
        own += [source.accessed for id in read if (source := self.book.sources.get(id))]
        return self._newest(own, read=read)

    def _newest(self, dates: Iterable[Date | None], *, read: Iterable[str] = ()) -> str:
        """The newest of these days and of those on which sources were read."""
        days = [receipt.read_at for id in read if (receipt := self.book.receipts.get(id))]
        return max((*days, *(str(date) for date in dates if date is not None)), default="")
