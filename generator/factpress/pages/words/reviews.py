"""What pages say of reviews: who read a claim against its sources, and how many claims were read as they stand."""

from __future__ import annotations

from collections.abc import Mapping

from factpress.book import Book
from factpress.changes.stamp import State, state
from factpress.records.claim import Claim

# What became of a review since.
_SINCE: Mapping[State, str] = {
    "fits": "",
    "changed": ", but changed since",
    "rests-on-change": ", but a claim that this one rests on has changed since",
    "unstamped": ", without a stamp of what was reviewed",
    "unknown": "; whether the claim has changed since can't be told",
}


def review_words(claim: Claim, book: Book) -> str:
    """Who reviewed the claim, when, and whether that still counts."""
    if claim.review is None:
        return "Not yet reviewed"
    return f"Reviewed by {', '.join(claim.review.by)} on {claim.review.date.in_words()}{_SINCE[state(book, claim)]}"


def reviews_words(book: Book) -> str:
    """How many of the standing claims were reviewed as they stand, and how many changed since."""
    states = [state(book, claim) for claim in book.claims.values() if claim.withdrawal is None]
    unreviewed, fitting = states.count("unreviewed"), states.count("fits")
    if unreviewed == len(states):
        return "None of them has been reviewed by a second reader yet." if states else ""
    if fitting == len(states):
        return "All of them were reviewed by a second reader as they stand."
    stale = len(states) - unreviewed - fitting
    more = f", and {stale:,} whose review does not fit any more, or can’t be told to" if stale else ""
    return f"Reviewed by a second reader as they stand: {fitting:,} of {len(states):,}{more}."
