"""How much of a source the whole site quotes, and how much it may quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factpress.evidence.lookup import Proof, run_of
from factpress.evidence.tokens import is_word, tokens
from factpress.records.receipt import Receipt
from factpress.records.site import Budgets
from factpress.records.source import Source

FEWEST_WORDS = 5
"""A quote of fewer words has to be a whole sentence."""
FREE_WORDS = 60
"""This many words of any source may be quoted, however short it is."""
BUDGETING = (
    "Words are counted over the whole site, overlapping ones once. The share is of all words in the text as read.",
    "Sources in the public domain or under an open licence may be quoted without limit.",
)
"""How words are counted against a source's budget, for readers."""


@dataclass(frozen=True, slots=True)
class Budget:
    """Words quoted from one source, overlapping ones once; `allowed` is none where anything may be quoted."""

    used: int
    allowed: int | None

    @property
    def is_over(self) -> bool:
        """Whether more is quoted than may be."""
        return self.allowed is not None and self.used > self.allowed


def budget(
    source: Source, receipt: Receipt | None, proofs: Iterable[Proof], *, limits: Budgets, is_article: bool
) -> Budget:
    """The budget of a source over all its quotes on the site.

    The share is of the words that were read; words of unverified quotes are counted whole.
    """
    positions: set[int] = set()
    unread: set[tuple[str, ...]] = set()
    for proof in proofs:
        words = tokens(proof.quote)
        if proof.entry is None:
            unread.add(words)
        else:
            positions |= {n for n, token in zip(run_of(proof), words, strict=True) if is_word(token)}
    used = len(positions) + sum(sum(map(is_word, words)) for words in unread)
    if source.rights != "quotation":
        return Budget(used, None)
    share = limits.article_share if is_article else limits.share
    read = receipt.words if receipt is not None else 0
    return Budget(used, max(FREE_WORDS, int(share * read)))
