"""English ranges, "10 to 15", and what looks like one: a change and its outcome, a score, two bounds of a number."""

from __future__ import annotations

from dataclasses import replace

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, amount_at, is_age, merged
from factpress.evidence.english.bounds import hedge_at
from factpress.evidence.english.counts import judged
from factpress.evidence.english.labels import labelled
from factpress.evidence.english.money_words import currency_at, scaled_money
from factpress.evidence.english.noting import noted, unsure_bound
from factpress.evidence.english.nouns import EnglishScan, changes_before, ranges_before
from factpress.evidence.english.numbers import number_at
from factpress.evidence.english.two_units import with_smaller_units
from factpress.evidence.values import of_number, of_range
from factpress.records.figure import Kind

_MOST_DAYS = 31
_LOWER, _UPPER = frozenset({"more than", "at least"}), frozenset({"fewer than", "up to"})


def two_bounds(scan: EnglishScan, first: Amount) -> int:
    """Reads two bounds of one number, "more than 10 and less than 40", as a range; 0 where there are no such two."""
    k = first.end + (scan.low[first.end] == ",")
    if scan.low[k] not in ("and", "but"):
        return 0
    hedge, at = hedge_at(scan, k + 1)
    low, high = (first.hedge, hedge) if first.hedge in _LOWER else (hedge, first.hedge)
    last = amount_at(scan, at) if low in _LOWER and high in _UPPER else None
    both = merged(first, last, tight=False, names_last=False) if last else None
    if not both or not last or first.why or last.why:
        return 0
    least, most = (both[0], both[1]) if first.hedge in _LOWER else (both[1], both[0])
    if why := unsure_bound(scan, first):
        scan.doubt(first.start, last.end, why)
    elif least.number.value >= most.number.value:
        scan.doubt(first.start, last.end, "no number lies between these bounds")
    else:
        one = of_number(least.kind, least.number, hedge=low, unit=least.unit)
        two = of_number(most.kind, most.number, hedge=high, unit=most.unit)
        values = replace(one, high=two.high, high_open=two.high_open, half=max(one.half, two.half))
        noun = last.noun or scan.counted(last.end) if last.kind == "count" else ""
        scan.add(values, first.start, last.end, noun)
    return last.end


def range_at(scan: EnglishScan, i: int, first: Amount, opener: str) -> int:
    """Reads a range that begins with an amount; gives the token after it, or `i` where there is none."""
    low, k = scan.low, _after_hyphen(scan, first.end)
    link = low[k]
    if link in ("-", "—", "~"):
        tight = scan.joined(k) and scan.joined(k + 1)
        spaced = first.in_digits and (scan.is_number(k + 1) or currency_at(scan, k + 1) is not None) and link == "-"
        if not (tight or spaced) or (link != "-" and not first.in_digits):
            return i
    elif not (
        link in ("to", "or")
        or (link == "through" and first.in_digits and scan.is_number(k + 1))
        or (link == "and" and opener == "between")
    ):
        return i
    at = hedge_at(scan, k + 1)[1] if link in ("to", "and", "through") else k + 1
    if link == "to" and k > first.end and low[at] == "-":
        at += 1
    last = _same_money(scan, at, first.unit) if first.kind == "money" else None
    last = last or amount_at(scan, at)
    last = last and with_smaller_units(scan, last)
    if last is not None and (first.most or last.most):
        scan.doubt(i if opener else first.start, last.end, "a range of amounts in two units")
        return last.end
    if last is not None and k > first.end:
        first = first._replace(nothing=False)
        if first.number == last.number:
            return last.end  # one-to-one
    if last is not None and link == "to" and not opener and _is_change(scan, first, last):
        noted(scan, first)
        return noted(scan, last)
    unread = last is None and link in ("to", "-", "—") and first.in_digits and k == first.end
    unread = unread and (scan.is_number(at) or (scan.low[at] in en.MONTHS and scan.raw[at][0].isupper()))
    if unread and (link == "to" or (scan.joined(k) and scan.joined(k + 1))) and not first.nothing and not first.noun:
        scan.doubt(i if opener else first.start, first.end, "a range whose end is not read")
        return first.end
    if last is None or first.nothing or (link == "or" and (first.kind != "count" or first.noun)):
        return i
    names_last = bool(last.noun or scan.counted(last.end))
    both = merged(first, last, tight=link in ("-", "—", "~"), names_last=names_last)
    if both is None:
        return i
    first, last = both
    start = i if opener else first.start
    why = first.why or last.why or _short(scan, first, last, link)
    dozens = scan.low[last.end - 1] in en.DOZENS and scan.low[first.end - 1] not in en.DOZENS
    why = why or ("dozens, or a number and dozens" if dozens and first.number.value < 12 else "")
    if why:
        scan.doubt(start, last.end, why)
        return last.end
    return _ordered(scan, start, first, last, opener, link)


def _is_change(scan: EnglishScan, first: Amount, last: Amount) -> bool:
    """Whether "rose by 8 to 31" or "fell $3 to $61" say a change and an outcome: not "rose 10 to 15 per cent"."""
    i = first.start
    if scan.low[i - 1] == "by":
        return (first.kind, first.unit) == (last.kind, last.unit) and changes_before(scan, i)
    if scan.low[i - 1] not in en.CHANGE:
        return False
    return first.kind != "count" and last.kind != "count"


def _after_hyphen(scan: EnglishScan, k: int) -> int:
    """Where a range goes on behind a hyphen that hangs or joins: "six- to eight-week", "3-to-5-day"."""
    return k + 1 if scan.low[k] == "-" and scan.joined(k) and scan.low[k + 1] in ("to", "or") else k


def _same_money(scan: EnglishScan, i: int, unit: str) -> Amount | None:
    """The last amount of a range that says its currency only once and scales it with a letter: €3-5m."""
    found = number_at(scan, i) if scan.is_number(i) else None
    if found is None:
        return None
    number, end = scaled_money(scan, found.number, found.end)
    return Amount(number, i, end, "money", unit, in_digits=True) if end > found.end else None


def _short(scan: EnglishScan, first: Amount, last: Amount, link: str) -> str:
    """Why the first number may leave out what the last one says, or both be one name: "10-12,000", "a 737-800"."""
    if first.number.scale or last.number.scale or not last.in_digits:
        return ""
    if scan.raw[last.end - 1].endswith(",000") and 0 < first.number.value * 1000 < last.number.value:
        return "the first number may be in thousands too"
    if last.kind == "count" and scan.is_year(last.end - 1) and first.number.value <= 12 and not scan.counted(last.end):
        return "a month of a year, or a range"
    years = first.kind == last.kind == "count" and scan.is_year(first.end - 1) and scan.is_year(last.end - 1)
    if years and not (last.noun or scan.counted(last.end)):
        return "years, or a range of numbers"
    tight = link == "-" and scan.joined(first.end) and scan.joined(first.end + 1)
    bare = last.kind == "count" and not (last.noun or scan.counted(last.end)) and not is_age(scan, first.start)
    if tight and bare and last.number.value > _MOST_DAYS and ranges_before(scan, first.start):
        return ""
    if tight and bare and labelled(scan, first.start, last.end, in_digits=True) != "label":
        return "a range, a score or part of a name"
    return ""


def _ordered(scan: EnglishScan, start: int, first: Amount, last: Amount, opener: str, link: str) -> int:
    """Reads two ends as a range, as a change from one to the other, or not at all."""
    if opener == "from" and (first.number.value > last.number.value or changes_before(scan, start)):
        noted(scan, first)
        noted(scan, last)
        return last.end
    if link in ("-", "—", "~", "to") and not opener:
        scored = not en.SCORED.isdisjoint(scan.low[max(0, start - 3) : start])
        if first.number.value >= last.number.value or (scored and first.kind == "count"):
            scan.doubt(start, last.end, "a score, a vote or a range")
            return last.end
    if first.number.value == last.number.value:
        return noted(scan, last)
    if first.number.value > last.number.value:
        first, last = last._replace(start=first.start, hedge=first.hedge), first._replace(end=last.end)
    if not opener and link == "to" and scan.low[start - 1] in en.CHANGE and scan.low[start] != first.wording:
        scan.doubt(start, last.end, "a range, or a change and its outcome")
        return last.end
    whole = last._replace(start=start, hedge=first.hedge or last.hedge, wording=first.wording)
    noun = ""
    if whole.kind == "count":
        verdict, noun, end = judged(scan, whole, free=False)
        if verdict != "counts":
            if verdict == "doubt":
                scan.doubt(start, end, noun)
            return end
    kind: Kind = "duration" if is_age(scan, start) and whole.kind == "count" else whole.kind
    unit = "year" if kind != whole.kind else whole.unit
    scan.add(of_range(kind, first.number, last.number, hedge=whole.hedge, unit=unit), start, whole.end, noun)
    return whole.end
