"""Of made pairs of a figure and a quote, the true ones agree, and those with an altered figure never."""

from __future__ import annotations

from collections import Counter

from altered_figures import ALTERATIONS, altered_claims
from made_claims import agrees, true_pairs

SAMPLE = 400
"""Of the 2,000 of each that `audit_claims.py` makes."""
LEAST_AGREEING = 0.95


def test_nearly_all_true_pairs_agree() -> None:
    doubted = [(pair.figure, pair.quote) for pair in true_pairs(23, SAMPLE) if not agrees(pair, pair.figure)]
    assert len(doubted) <= (1 - LEAST_AGREEING) * SAMPLE, doubted


def test_no_altered_figure_agrees() -> None:
    made = list(altered_claims(23, SAMPLE))
    assert [(way, figure, pair.quote) for pair, way, figure in made if agrees(pair, figure)] == []
    assert len(made) == SAMPLE
    ways = Counter(way for _, way, _ in made)
    assert set(ways) == set(ALTERATIONS)
    assert min(ways.values()) >= 5, ways
