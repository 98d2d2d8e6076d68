"""What was corrected on the site, newest first; nothing is ever removed from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factpress.pages.links import LinkedBook, To


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction as lists show it: the day and the kind of it, the claim, what stood there, and why not."""

    date: str
    kind: str
    claim: To
    was: str
    why: str


def corrections(linked: LinkedBook) -> Sequence[ListedCorrection]:
    """Every correction of a claim that is not withdrawn, newest first."""
    standing = (claim for claim in linked.book.claims.values() if claim.withdrawal is None)
    changes = [(change, claim) for claim in standing for change in claim.corrections]
    changes.sort(key=lambda found: found[0].date.canonical, reverse=True)
    return [
        ListedCorrection(change.date.in_words(), change.kind, linked.to("claim", claim.id), change.was, change.why)
        for change, claim in changes
    ]
