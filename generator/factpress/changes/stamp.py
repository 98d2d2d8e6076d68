"""Review stamps: a checksum of what a reviewer signs, so a changed claim is unreviewed again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, Literal

from factpress.book import Book
from factpress.evidence.lookup import PARTS
from factpress.records.claim import Claim

# Not signed: other entities, waivers and corrections, who was asked or objected, and when or where a source was read.
FIELDS = (
    "claim",
    "finding",
    "when",
    "where",
    "figures",
    "said_by",
    "not_said",
    "must_hold",
    "rests_on",
    "verdict",
    "because",
    "instead",
    "would_change",
)
"""The fields of a claim that a reviewer signs, besides its quotes."""
SIGNED = (*FIELDS, *PARTS)
"""All that a reviewer signs in a claim's own file."""
State = Literal["unreviewed", "unstamped", "fits", "changed", "rests-on-change", "unknown"]
"""The state of a claim's review.

`fits`: nothing that matters has changed since; `changed`: the claim has changed; `rests-on-change`: a claim that it
rests on has changed; `unstamped`: the review does not say what was reviewed; `unknown`: a record or receipt could
not be read.
"""


def stamp(book: Book, claim: Claim) -> str:
    """What `sign` writes: `s-` and a checksum of the claim, then one of the claims that it rests on, if any."""
    resting = foundations(book, claim)
    beneath = [[id, _own(book, book.claims[id]), _is_valid(book, id)] for id in resting if id in book.claims]
    return f"s-{_own(book, claim)}" + (f"-{_checksum(beneath)}" if resting else "")


def is_same(claim: Claim, book: Book, other: Claim, others: Book) -> bool:
    """Whether two forms of a claim, each in its book, say the same, apart from the claims that they rest on.

    If a receipt of one form can't be read, receipts count for neither.
    """
    reads = _is_known(book, claim.id) and _is_known(others, other.id)
    return _own(book, claim, reads=reads) == _own(others, other, reads=reads)


def state(book: Book, claim: Claim) -> State:
    """The state of the claim's review."""
    if claim.review is None:
        return "unreviewed"
    if claim.review.stamp is None:
        return "unstamped"
    if not_known(book, claim):
        return "unknown"
    now = stamp(book, claim)
    if claim.review.stamp == now:
        return "fits"
    return "rests-on-change" if claim.review.stamp.split("-")[:2] == now.split("-")[:2] else "changed"


def not_known(book: Book, claim: Claim) -> Sequence[str]:
    """The ids of the claim and of those that it rests on that can't be read, or whose receipt can't."""
    signed = (claim.id, *foundations(book, claim))
    return [id for id in signed if id not in book.claims or not _is_known(book, id)]


def foundations(book: Book, claim: Claim) -> Sequence[str]:
    """The sorted ids of the claims that this one rests on or is compared with, and of those that they rest on."""
    found: set[str] = set()
    waiting = [claim]
    while waiting:
        named = _beneath(waiting.pop()) - found
        found |= named
        waiting += [book.claims[id] for id in named if id in book.claims]
    return sorted(found - {claim.id})


def _beneath(claim: Claim) -> set[str]:
    return {*claim.rests_on, *(term.claim for line in claim.must_hold for term in line.terms if term.claim)}


def _is_valid(book: Book, id: str) -> bool:
    return book.claims[id].withdrawal is None


def _is_known(book: Book, id: str) -> bool:
    claim = book.claims[id]
    keys = [(id, part, n) for part in PARTS for n in range(len(getattr(claim, part)))]
    return all(book.proofs[key].state != "unknown" for key in keys)


def _own(book: Book, claim: Claim, *, reads: bool = True) -> str:
    # A field that a later version adds changes no stamp until a claim uses it.
    fields = claim.model_dump(mode="json", include={*SIGNED}, exclude_defaults=True)
    # The root of a quote, and the date by which its days are read, come from other records.
    whose = {
        (piece.part, piece.number): {"root": piece.root, "issued": _issued(book, piece.quoted.source)}
        for piece in book.weights[claim.id].pieces
    }
    for part in PARTS:
        for n, piece in enumerate(fields.get(part, ())):
            entry = book.proofs[claim.id, part, n].entry
            piece["read"] = entry.hash if entry and reads else ""
            piece |= whose[part, n]
    return _checksum({name: _in_any_order(value) for name, value in fields.items()})


def _issued(book: Book, source: str) -> str:
    found = book.sources.get(source)
    return str(found.issued) if found and found.issued else ""


def _in_any_order(value: Any) -> Any:
    """A list sorted, since its order in a claim has no meaning."""
    return sorted(value, key=_text) if isinstance(value, list) else value


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _checksum(value: Any) -> str:
    return blake2b(_text(value).encode("ascii"), digest_size=8).hexdigest()
