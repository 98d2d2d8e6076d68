"""Every quote of every claim looked up in the receipt of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from factpress.evidence.receipts import is_stale, look_up
from factpress.evidence.tokens import tokens
from factpress.records.claim import Appearance, Claim
from factpress.records.receipt import QuoteEntry, Receipt

Part = Literal["appears_in", "evidence"]
PARTS: tuple[Part, ...] = ("appears_in", "evidence")
Key = tuple[str, Part, int]
"""A quote by its claim's id, the list it is in and its number there."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a receipt says of one quote.

    `read`: the receipt has these words; `unread`: it does not, or there is none; `unknown`: the receipt is damaged
    or stale, which is a finding of its own.
    """

    state: Literal["read", "unread", "unknown"]
    source: str
    quote: str
    entry: QuoteEntry | None = None
    receipt: Receipt | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        """The quote's tokens, cut as its source's text was."""
        return tokens(self.quote) if self.receipt is None else tokens(self.quote, version=self.receipt.tokeniser)

    @property
    def is_read(self) -> bool:
        """Whether the receipt has the quote."""
        return self.state == "read"


def pieces(claim: Claim) -> Iterator[tuple[Key, Appearance]]:
    """Every quoted piece of a claim: the article's words, then evidence."""
    for n, appearance in enumerate(claim.appears_in):
        yield (claim.id, "appears_in", n), appearance
    for n, evidence in enumerate(claim.evidence):
        yield (claim.id, "evidence", n), evidence


def look_up_all(
    claims: Iterable[Claim], receipts: Mapping[str, Receipt], unknown: frozenset[str]
) -> Mapping[Key, Proof]:
    """What receipts say of each quote; `unknown` are the sources whose receipts could not be read."""
    stale = {id for id, receipt in receipts.items() if is_stale(receipt)}
    proofs: dict[Key, Proof] = {}
    for claim in claims:
        for key, piece in pieces(claim):
            receipt = receipts.get(piece.source)
            if piece.source in unknown or piece.source in stale:
                proofs[key] = Proof("unknown", piece.source, piece.quote)
            elif receipt is None:
                proofs[key] = Proof("unread", piece.source, piece.quote)
            else:
                entry = look_up(receipt, piece.quote)
                proofs[key] = Proof("read" if entry else "unread", piece.source, piece.quote, entry, receipt)
    return proofs


def others_with(receipts: Mapping[str, Receipt], quote: str, *, beside: str) -> tuple[str, ...]:
    """The other sources in whose receipts the words of a quote are, by id."""
    found = (id for id, held in receipts.items() if id != beside and not is_stale(held) and look_up(held, quote))
    return tuple(sorted(found))


def run_of(proof: Proof) -> range:
    """The positions in the source's tokens that a read quote covers; none for another."""
    if proof.entry is None:
        return range(0)
    return range(proof.entry.position, proof.entry.position + len(proof.tokens))
