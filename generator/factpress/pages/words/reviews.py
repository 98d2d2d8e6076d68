"""What pages say of reviews: who reviewed a claim, and how many claims a second reader reviewed as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from factpress.book import Book
from factpress.changes.history import History
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


Reader = Literal["second", "author", "unknown"]
# What a page says after the date of a review that fits, by who signed it.
_READER: Mapping[Reader, str] = {
    "second": "",
    "author": "; as far as git knows, no second reader has reviewed it yet",
    "unknown": "; it is not known here whether a reviewer wrote it",
}


def review_words(claim: Claim, book: Book, history: History) -> str:
    """Who reviewed the claim and when, and whether that review still counts."""
    if claim.review is None:
        return "Not yet reviewed by a second person"
    now = state(book, claim)
    reader = _reader(claim, history) if now == "fits" else "second"
    verb = "Signed" if reader == "author" else "Reviewed"
    readers, others = claim.review.by, list[str]()
    known = history.authorship.get(claim.id)
    if now == "fits" and reader == "second" and known is not None:
        readers = tuple(handle for handle in claim.review.by if handle.casefold() in known.readers)
        others = [handle for handle in claim.review.by if handle not in readers]
    by = f"{verb} by {', '.join(readers)} on {claim.review.date.in_words()}"
    also = f"; also signed by {', '.join(others)}, as far as git knows not as a second reader" if others else ""
    return f"{by}{also}{_SINCE[now]}{_READER[reader]}"


def has_second_reader(claim: Claim, book: Book, history: History) -> bool:
    """Whether somebody who did not write the claim reviewed its current version, as far as git knows."""
    return state(book, claim) == "fits" and _reader(claim, history) == "second"


def reviews_words(book: Book, history: History) -> str:
    """How many claims a second reader reviewed in their current version, and what is known of the other reviews."""
    claims = [claim for claim in book.claims.values() if claim.withdrawal is None]
    states = [(claim, state(book, claim)) for claim in claims]
    readers = [_reader(claim, history) for claim, now in states if now == "fits"]
    second, alone, unknown = (readers.count(each) for each in ("second", "author", "unknown"))
    stale = sum(now not in {"unreviewed", "fits"} for _, now in states)
    if not second + alone + unknown + stale:
        return "None of them has been reviewed by a second reader yet." if claims else ""
    if second == len(claims):
        return "All of them were reviewed by a second reader in their current version."
    more = [
        f"{count:,} {words}"
        for count, words in (
            (alone, "signed by their authors alone, as far as git knows"),
            (unknown, "reviewed by somebody who may have written them"),
            (stale, "reviewed in an earlier version, or in an unknown one"),
        )
        if count
    ]
    others = f", and {', '.join(more)}" if more else ""
    return f"Reviewed by a second reader in their current version: {second:,} of {len(claims):,}{others}."


def _reader(claim: Claim, history: History) -> Reader:
    """Who signed the claim in its current version, as far as git knows: somebody who did not write it, or not."""
    known = history.authorship.get(claim.id)
    if claim.review is None or known is None or known.is_open:
        return "unknown"
    by = {handle.casefold() for handle in claim.review.by}
    return "second" if by & known.readers else "author"
