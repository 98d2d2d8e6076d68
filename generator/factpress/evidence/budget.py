"""How much of a source the whole site quotes, and how much it may quote."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factpress.evidence.lookup import Proof, run_of
from factpress.evidence.tokens import is_single, is_word, tokens
from factpress.records.receipt import Receipt
from factpress.records.site import Budgets
from factpress.records.source import Source

FEWEST_WORDS = 5
"""A quote of fewer words has to be a whole sentence."""
FREE_WORDS = 60
"""This many words of any source may be quoted, however short it is."""
FEWEST_SIGNS, FREE_SIGNS = 10, 160
"""The same in Chinese, Japanese and Thai, where signs are counted; other limits there are 8 signs for 3 words."""
BUDGETING = (
    "Words are counted over the whole site, overlapping ones once. The share is of all words in the text as read.",
    f"In Chinese, Japanese and Thai each sign counts, and {FREE_SIGNS} signs of any source may be quoted.",
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


@dataclass(frozen=True, slots=True)
class Length:
    """How long a quote is in words, or in signs where words have no spaces between them, and the limits."""

    count: int
    noun: str
    fewest: int
    most: int


def length_of(quote: str, limits: Budgets) -> Length:
    """The length of a quote, as readers count."""
    if any(map(is_single, cut := tokens(quote))):
        return Length(sum(map(is_word, cut)), "sign", FEWEST_SIGNS, limits.quote_words * 8 // 3)
    count = sum(any(map(str.isalnum, word)) for word in quote.split())
    return Length(count, "word", FEWEST_WORDS, limits.quote_words)


def budget(
    source: Source, receipt: Receipt | None, proofs: Iterable[Proof], *, limits: Budgets, is_article: bool
) -> Budget:
    """The budget of a source over all its quotes on the site.

    The share is of the words of the article that were read, though quotes from beside it count too; words of
    unverified quotes are counted whole.
    """
    positions: set[int] = set()
    unread: set[tuple[str, ...]] = set()
    for proof in proofs:
        words = proof.tokens
        if proof.entry is None:
            unread.add(words)
        else:
            positions |= {n for n, token in zip(run_of(proof), words, strict=True) if is_word(token)}
    used = len(positions) + sum(sum(map(is_word, words)) for words in unread)
    if source.rights != "quotation":
        return Budget(used, None)
    share = limits.article_share if is_article else limits.share
    read = receipt.words if receipt is not None else 0
    free = FREE_SIGNS if receipt is not None and receipt.tokeniser > 1 else FREE_WORDS
    return Budget(used, max(free, int(share * read)))
