"""Thousands of claims made from true pairs of a figure and a quote, with altered figures and without; prints a table.

Run by `make audit`. Ends with status 1 where the quote of an altered figure is read as agreeing with it, or where
fewer than 95 in a hundred true pairs agree.
"""

from __future__ import annotations

import sys
from collections import Counter

from altered_figures import ALTERATIONS, altered_claims
from made_claims import agrees, true_pairs

SEEDS = range(5)
NUMBER = 2000
LEAST_AGREEING = 0.95


def main() -> int:
    """Makes and weighs the claims of each seed."""
    fails = False
    made, accepted = Counter[str](), Counter[str]()
    for seed in SEEDS:
        pairs = list(true_pairs(seed, NUMBER))
        agreeing = sum(agrees(pair, pair.figure) for pair in pairs)
        print(f"seed {seed}: {agreeing} of {len(pairs)} true pairs agree")
        fails |= agreeing < LEAST_AGREEING * len(pairs)
        for pair, way, figure in altered_claims(seed, NUMBER):
            made[way] += 1
            if agrees(pair, figure):
                accepted[way] += 1
                print(f"  accepted: {figure} (was {pair.figure}) in {pair.quote!r}")
    for way in ALTERATIONS:
        print(f"{way:>6}: {made[way]:>6} altered, {accepted[way]} accepted")
    return int(fails or bool(accepted))


if __name__ == "__main__":
    sys.exit(main())
