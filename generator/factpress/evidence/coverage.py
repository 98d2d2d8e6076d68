"""Which sentences of an article claims cover, which are excused, and which are neither."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from factpress.evidence.lookup import Proof, run_of
from factpress.records.receipt import Receipt
from factpress.records.source import Excuse, Source


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its number: how many tokens it has, the claims whose quotes are in it, and its excuse."""

    number: int
    length: int
    claims: tuple[str, ...] = ()
    excuse: Excuse | None = None

    @property
    def is_covered(self) -> bool:
        """Whether a claim rests on words of it."""
        return bool(self.claims)

    @property
    def is_open(self) -> bool:
        """Whether no claim covers it and nothing excuses it."""
        return not self.claims and self.excuse is None


def coverage(source: Source, receipt: Receipt, proofs: Iterable[tuple[str, Proof]]) -> tuple[Sentence, ...]:
    """Every sentence of a source's article, with the claims (by id) whose quotes are in it; one may span several."""
    starts = [entry.start for entry in receipt.sentences]
    claims: dict[int, dict[str, None]] = {}
    for claim, proof in proofs:
        run = run_of(proof)
        for number in range(bisect_right(starts, run.start), bisect_right(starts, run.stop - 1) + 1) if run else ():
            claims.setdefault(number, {})[claim] = None
    excuses = {excuse.sentence: excuse for excuse in reversed(source.no_claim)}
    return tuple(
        Sentence(number, receipt.length_of(number), tuple(sorted(claims.get(number, ()))), excuses.get(number))
        for number in range(1, receipt.of_article + 1)
    )
