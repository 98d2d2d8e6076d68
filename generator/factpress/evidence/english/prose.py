"""What English prose states beside quantities, such as times of day, and its words that are mostly no numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factpress.records.date_value import MONTHS

# "No one", "first of all", "once they had left", "around one could see".
PLAIN_WORDS = frozenset({"one", "first", "once", "more than once"})
PLAIN_WORDS |= {f"{before} one" for before in ("more than", "about", "around", "over", "above", "under", "below")}
UNSURE_HEDGES = frozenset({"about", "over", "close"})
"""What may belong to the verb before it: "handed over five"."""

_BESIDE = re.compile(
    r"(?<![\w.,:])(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b)?|[0-9]{1,2}(?:\.[0-9]{2})?\s?[ap]\.?\s?m\b"
    r"|[0-9]{4}\s(?:GMT|UTC|hours|hrs|local time)\b|[\w-]+ o['’]clock|[0-9]+:[0-9]+|[0-9]+(?:\.[0-9]+)?[kx]"
    r"|[0-9]+[⁰¹²³⁴-⁹]+)(?![\w:])",
    re.IGNORECASE,
)
_MONTH = re.compile("|".join(MONTHS))


def beside(text: str) -> Iterator[re.Match[str]]:
    """Times of day, ratios, powers and short forms: no quantities of the grammar, and facts all the same."""
    return _BESIDE.finditer(text)


def names_month(words: str) -> bool:
    """Whether words hold the name of a month."""
    return _MONTH.search(words) is not None
