"""Agreement of two readers, against worked examples of the literature."""

from fractions import Fraction

import pytest

from factpress.evidence.raters import kappa, observed


@pytest.mark.parametrize(
    ("table", "share", "beyond"),
    [
        # Yes/yes 20, yes/no 5, no/yes 10, no/no 15: 0.7 observed, 0.5 by chance.
        ({"yy": 20, "yn": 5, "ny": 10, "nn": 15}, Fraction(7, 10), Fraction(2, 5)),
        ({"yy": 5, "nn": 5}, 1, 1),
        ({"yn": 5, "ny": 5}, 0, -1),
        ({"yy": 1, "yn": 1, "ny": 1, "nn": 1}, Fraction(1, 2), 0),
    ],
)
def test_kappa_of_known_tables(table: dict[str, int], share: Fraction, beyond: Fraction) -> None:
    pairs = [(first, second) for (first, second), times in table.items() for _ in range(times)]
    assert (observed(pairs), kappa(pairs)) == (share, beyond)


def test_two_readings_with_one_verdict_everywhere_have_no_kappa() -> None:
    assert kappa([("accurate", "accurate")] * 3) is None
