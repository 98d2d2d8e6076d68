"""Whether English words announce something, so that a date without a year may lie ahead."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan

_FARTHEST = 6
_POSTPONED = en.set_of("planned scheduled expected postponed delayed")


def is_announced(scan: EnglishScan, i: int) -> bool:
    """Whether the text announces something, so that a date may lie ahead; not after "since" or "decided on"."""
    if scan.announces is None:
        scan.announces = not en.ANNOUNCING.isdisjoint(scan.low) or any("'ll" in low for low in scan.low)
    before, n = scan.low[i - 1], i - 1
    while i - n < _FARTHEST and scan.low[n] in en.IN_BETWEEN:
        n -= 1
    if scan.says(n - 2, "no", "later", "than"):
        return True
    if scan.low[n] in en.TOWARDS and scan.low[n - 1] not in ("up", "according", "due"):
        return True
    past = before == "on" and scan.low[i - 2].endswith("ed") and scan.low[i - 2] not in _POSTPONED
    past = past and scan.low[i - 3] != "be"
    return scan.announces and before != "since" and not past
