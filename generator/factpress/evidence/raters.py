"""How far two readers of the same claims agree, beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction


def observed(pairs: Sequence[tuple[str, str]]) -> Fraction:
    """The share of the pairs of verdicts that are equal, from 0 to 1; there has to be a pair."""
    return Fraction(sum(first == second for first, second in pairs), len(pairs))


def kappa(pairs: Sequence[tuple[str, str]]) -> Fraction | None:
    """Cohen's kappa of pairs of verdicts: 1 is full agreement, 0 what chance gives, below 0 less than that.

    It is (p - e) / (1 - e), where p is the share of equal pairs and e is the share that chance would give: the sum
    over all verdicts of the product of their shares in the first and in the second reading (J. Cohen, "A coefficient
    of agreement for nominal scales", 1960). Nothing if both readings have one and the same verdict everywhere: then
    chance gives full agreement too.
    """
    firsts, seconds = (Counter(verdicts) for verdicts in zip(*pairs, strict=True))
    chance = sum(Fraction(firsts[verdict] * seconds[verdict], len(pairs) ** 2) for verdict in firsts)
    return None if chance == 1 else (observed(pairs) - chance) / (1 - chance)
