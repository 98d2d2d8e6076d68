"""Digits that are no number: telephone numbers, codes, card numbers, formulas; each is one run of digits and marks."""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.digits import ends_groups, plain
from factpress.evidence.english.nouns import EnglishScan, ranges_before

_MARKS = frozenset("-—()/+*=^×#~[]\\|·÷±<>")
_SUMS = frozenset("*=^×+÷±\\|#")
_CLOSING = frozenset(")]}")
_MOST_MARKS = 4
_LONGEST_RUN = 40
_MOST_GROUPS = 2
"""How many groups of digits, parted by spaces, are surely a number that counts nothing."""
_FRACTION = re.compile(r"([1-9][0-9]?)/([1-9][0-9]?)")
_UNGROUPED = re.compile(r"[0-9]{7,}")
_FOOTNOTED = frozenset(".,;:!?)]\"'")
_WHY = "a telephone number, a code or a formula"


def code_at(scan: EnglishScan, i: int) -> tuple[int, str]:
    """The token after a run of digits that is no number, and why; here where a number begins by itself."""
    first = groups = _group_end(scan, i)
    numbers, marked, sums = 1, False, False
    end = first
    while numbers < _LONGEST_RUN:
        k = _next_number(scan, end)
        if k == end and not _is_beside(scan, end):
            break
        between = scan.low[end:k]
        if _is_fraction(scan, i, end, k) or _is_listed(scan, end, k):
            break
        marked = marked or k > end
        sums = sums or not _SUMS.isdisjoint(between)
        numbers += 1
        groups, end = k, _group_end(scan, k)
    if numbers == 1:
        return _alone(scan, i, first)
    a_range = numbers == 2 and scan.low[first] in ("-", "—", "~") and groups == first + 1
    if a_range and not sums:
        return (end, _WHY) if _is_code_range(scan, i, groups, end) else (i, "")
    return end, _WHY


def is_footnote(scan: EnglishScan, i: int) -> bool:
    """Whether digits are the mark of a footnote: joined to the end of a word's sentence, as in "were hurt.2"."""
    mark = scan.low[i - 1]
    if not (scan.joined(i) and mark in _FOOTNOTED and i > 1 and scan.joined(i - 1)):
        return False
    return scan.is_word(i - 2) and len(scan.raw[i]) <= 3 and not scan.is_tight(i + 1)


def _group_end(scan: EnglishScan, i: int) -> int:
    """The token after a number whose thousands are grouped by spaces, or after one token."""
    j = i + 1
    if 1 <= len(scan.raw[i]) <= 3 and scan.raw[i][0] != "0":
        while scan.continues_groups(j):
            j += 1
    return j + ends_groups(scan, i, j)


def _next_number(scan: EnglishScan, end: int) -> int:
    """Where the next digits of a run are, behind marks that are joined to digits on one side; `end` where none are."""
    k = end
    while k - end < _MOST_MARKS and (scan.low[k] in _MARKS or (scan.low[k] == "." and scan.joined(k))):
        k += 1
    if k == end or not scan.is_number(k):
        return end
    opened = "(" in scan.low[end:k] or "[" in scan.low[end:k]
    if opened and scan.low[k + 1] not in _CLOSING:
        return end
    return (
        k
        if scan.joined(end) or scan.joined(k) or "/" in scan.low[end:k] or not _SUMS.isdisjoint(scan.low[end:k])
        else end
    )


def _is_beside(scan: EnglishScan, end: int) -> bool:
    """Whether digits follow after a space that are no measure of their own, as in "two 500-pound bombs"."""
    if not scan.is_number(end) or scan.starts[end] - scan.ends[end - 1] > 2:
        return False
    if scan.is_tight(end + 1) or (scan.low[end + 1] == "-" and scan.joined(end + 1) and scan.is_word(end + 2)):
        return False
    return scan.low[end + 1] not in en.UNIT_STARTS and scan.raw[end + 1] not in ("%", "°", ":")


def _is_fraction(scan: EnglishScan, i: int, end: int, k: int) -> bool:
    """Whether a whole number and a fraction follow each other, as in "7 3/4"."""
    match = _FRACTION.fullmatch(scan.raw[k])
    return bool(k == end == i + 1 and match and int(match[1]) < int(match[2]) and scan.raw[i].isdecimal())


def _is_listed(scan: EnglishScan, end: int, k: int) -> bool:
    """Whether the digits before were the mark of a list: "(1) 20 soldiers", "1) 20 soldiers"."""
    return scan.low[k - 1] in _CLOSING and k == end + 1 and bool(scan.counted(k + 1))


def _alone(scan: EnglishScan, i: int, end: int) -> tuple[int, str]:
    """One long row of digits, or of their groups, with nothing that it counts is a code."""
    long = _UNGROUPED.fullmatch(scan.raw[i]) is not None or (end - i > _MOST_GROUPS and "." not in scan.raw[end - 1])
    counts = scan.low[end] != "-" and scan.counted(end)
    if not long or counts or scan.low[end] in en.UNIT_STARTS:
        return i, ""
    if scan.raw[end] in en.CURRENCY_SIGNS or scan.raw[end] == "%" or scan.low[end] in en.BIG:
        return i, ""
    return end, _WHY


def _is_code_range(scan: EnglishScan, i: int, k: int, end: int) -> bool:
    """Whether two numbers that a hyphen joins are a code: 456-7890, 012-3456; not 1,500-2,000, nor 10-15."""
    first, last = plain(scan.raw[i]), plain(scan.raw[k])
    if first is None or last is None:
        return any(scan.raw[n].isdecimal() and scan.raw[n][0] == "0" for n in (i, k))
    if scan.low[i - 1] == "(" and scan.low[end] != ")":
        return False
    short = len(scan.raw[k]) <= 3 or "," in scan.raw[k] or "." in scan.raw[k] or scan.is_year(k)
    return (
        not short
        and not ranges_before(scan, i)
        and not scan.counted(end)
        and scan.low[end] not in en.UNIT_STARTS
        and scan.raw[end] != "%"
    )
