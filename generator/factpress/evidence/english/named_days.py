"""Weekdays that are a part of a name: Friday Harbour, Joe Friday, the Sunday Journal; not "in Leeds Wednesday"."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.word_tables import set_of

_OF_PLACE = set_of("in to from near outside across around")
_MOST_WORDS = 4


def may_be_a_name(scan: EnglishScan, i: int) -> bool:
    """Whether the weekday at a token may be part of a name, by the capitals beside it."""
    begins = scan.starts_sentence(i)
    follows = scan.raw[i + 1][:1].isupper() and not scan.raw[i].endswith(("'s", "s'"))
    if follows and (begins or scan.low[i - 1] == "the") and scan.low[i + 1] not in en.MONTHS:
        return True
    n = i - 1
    while i - n <= _MOST_WORDS and _is_name_word(scan, n):
        n -= 1
    return n < i - 1 and scan.low[n] not in _OF_PLACE


def _is_name_word(scan: EnglishScan, i: int) -> bool:
    """Whether a word has a capital letter, and is no month and no word that begins sentences, such as "On"."""
    low, raw = scan.low[i], scan.raw[i]
    if not raw[:1].isupper() or low in en.MONTHS or low in en.WEEKDAYS or low in en.NO_NOUNS:
        return False
    return not low.endswith("ly")
