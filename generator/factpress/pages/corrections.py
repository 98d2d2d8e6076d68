"""What was corrected on the site, and what was withdrawn: newest first, and never taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress import addresses
from factpress.pages.views import Shelf, To


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction as lists show it: the day and the kind of it, the claim, what stood there, and why not."""

    date: str
    kind: str
    claim: To
    was: str
    why: str


@dataclass(frozen=True, slots=True)
class ListedWithdrawal:
    """A withdrawn record as lists show it: the day, the record, and the reason."""

    date: str
    record: To
    why: str


def corrections(shelf: Shelf) -> Sequence[ListedCorrection]:
    """Every correction of a claim that stands, newest first."""
    standing = (claim for claim in shelf.book.claims.values() if claim.withdrawal is None)
    changes = [(change, claim) for claim in standing for change in claim.corrections]
    changes.sort(key=lambda found: found[0].date.canonical, reverse=True)
    return [
        ListedCorrection(change.date.in_words(), change.kind, shelf.to("claim", claim.id), change.was, change.why)
        for change, claim in changes
    ]


def list_of_corrections(shelf: Shelf) -> Mapping[str, Any]:
    """What the list of corrections shows; of what was withdrawn it repeats nothing but the reason."""
    there = shelf.seen_from(addresses.url(addresses.CORRECTIONS, directory_urls=shelf.directory_urls))
    gone = [(record.withdrawal, record) for record in shelf.book.records() if record.withdrawal is not None]
    gone.sort(key=lambda found: found[0].date.canonical, reverse=True)
    withdrawn = [
        ListedWithdrawal(withdrawal.date.in_words(), there.to(record.kind(), record.id), withdrawal.why)
        for withdrawal, record in gone
    ]
    return {"corrections": corrections(there), "withdrawn": withdrawn}
