"""Reads one English quantity: hedge, number and unit, a range, vague words such as "several hundred", or an ordinal."""

from __future__ import annotations

from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import amount_at
from factpress.evidence.english.bounds import hedge_at
from factpress.evidence.english.noting import noted
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.ordinals import judged_ordinal, ordinal_at
from factpress.evidence.english.ranges import range_at, two_bounds
from factpress.evidence.english.two_units import from_article, with_smaller_units
from factpress.evidence.english.vague import vague_from
from factpress.evidence.values import of_number
from factpress.records.figure import Number


def quantity_at(scan: EnglishScan, i: int) -> int:
    """Reads the quantity that begins here and gives the token after it; here where there is none."""
    opener = scan.low[i] if scan.low[i] in ("from", "between") else ""
    start = i + 1 if opener else i
    hedge, at = hedge_at(scan, start)
    if scan.low[at] in en.VAGUE_START or scan.low[at] in en.TOO_VAGUE or scan.low[at] == "a":
        end = vague_from(scan, i if not opener else start, at, hedge, scan.low[start])
        if end > at:
            return end
    first = amount_at(scan, at, until_and=opener == "between")
    first = with_smaller_units(scan, first) if first else from_article(scan, at)
    if first is None:
        return _twice_hedged(scan, i, at) if hedge and not opener else i
    if scan.low[at] == "one" and scan.low[first.end] == "of" and hedge:
        return i
    if hedge:
        why = "two bounds before and behind one number" if first.hedge not in ("", hedge) else first.why
        first = first._replace(start=start, hedge=hedge, wording=scan.low[start], why=why)
    ranged = two_bounds(scan, first) if hedge and not opener else 0
    ranged = ranged if ranged > i else range_at(scan, i, first, opener)
    if ranged > i:
        return ranged
    if opener:
        return i
    return noted(scan, first)


def ordinal_from(scan: EnglishScan, i: int) -> int:
    """Reads the ordinal that begins here and gives the token after it; here where there is none."""
    number, end = ordinal_at(scan, i)
    if end == i:
        return i
    if scan.open_range > 0 and scan.open_range == i - 1 - (scan.low[i - 1] == "the"):
        scan.doubt(i, end, "the end of a longer time")
        return end
    if (span := _ordinals(scan, i, end)) > end:
        scan.doubt(i, span, "a range of places")
        return span
    verdict, words, last = judged_ordinal(scan, i, end, number)
    if verdict == "counts":
        scan.add(of_number("ordinal", Number(Decimal(number))), i, end, words)
    elif verdict == "doubt":
        scan.doubt(i, last, words)
    return last


def _ordinals(scan: EnglishScan, i: int, end: int) -> int:
    """The token after "between the tenth and the fifteenth"; `end` where no range of ordinals is."""
    the = i - (scan.low[i - 1] == "the") - 1
    if scan.low[the] == "than":
        return end + 1 if scan.is_content(end) else end
    if scan.low[the] not in ("between", "from") or scan.low[end] not in ("and", "to", "until"):
        return end
    k = end + 1 + (scan.low[end + 1] == "the")
    last = ordinal_at(scan, k)[1]
    return last if last > k else end


def _twice_hedged(scan: EnglishScan, i: int, at: int) -> int:
    hedge, number = hedge_at(scan, at)
    amount = amount_at(scan, number) if hedge else None
    if amount is None:
        return i
    scan.doubt(i, amount.end, "two bounds before one number")
    return amount.end
