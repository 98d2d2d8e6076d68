"""What pages say of reviews: who reviewed a claim, and how many claims are reviewed in their current version."""

from __future__ import annotations

from collections.abc import Mapping

from factpress.book import Book
from factpress.changes.stamp import State, state
from factpress.records.claim import Claim

# What a page says after the date of a review.
_SINCE: Mapping[State, str] = {
    "fits": "",
    "changed": ", but changed since",
    "rests-on-change": ", but a claim that this one rests on has changed since",
    "unstamped": ", without a stamp of what was reviewed",
    "unknown": "; it is not known whether the claim has changed since",
}


def review_words(claim: Claim, book: Book) -> str:
    """Who reviewed the claim and when, and whether that review still counts."""
    if claim.review is None:
        return "Not yet reviewed"
    return f"Reviewed by {', '.join(claim.review.by)} on {claim.review.date.in_words()}{_SINCE[state(book, claim)]}"


def reviews_words(book: Book) -> str:
    """How many claims are reviewed in their current version, and how many in an earlier one."""
    states = [state(book, claim) for claim in book.claims.values() if claim.withdrawal is None]
    unreviewed, fitting = states.count("unreviewed"), states.count("fits")
    if unreviewed == len(states):
        return "None of them has been reviewed by a second reader yet." if states else ""
    if fitting == len(states):
        return "All of them were reviewed by a second reader in their current version."
    stale = len(states) - unreviewed - fitting
    more = f", and {stale:,} reviewed in an earlier version, or in an unknown one" if stale else ""
    return f"Reviewed by a second reader in their current version: {fitting:,} of {len(states):,}{more}."
