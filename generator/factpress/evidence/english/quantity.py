"""Reads one English quantity: hedge, number and unit, a range, vague words such as "several hundred", or an ordinal."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.amounts import Amount, amount_at, is_age, merged
from factpress.evidence.english.bounds import hedge_at, why_no_bound, why_not_read
from factpress.evidence.english.counts import judged
from factpress.evidence.english.labels import labelled
from factpress.evidence.english.nouns import EnglishScan, changes_before
from factpress.evidence.english.numbers import number_at, speaks_number
from factpress.evidence.english.ordinals import judged_ordinal, ordinal_at
from factpress.evidence.english.unit_words import currency_at, scaled_money
from factpress.evidence.english.vague import vague_from
from factpress.evidence.relative_dates import ago, values_of
from factpress.evidence.values import Values, of_number, of_range
from factpress.records.figure import Kind, Number

_LEFT_OUT_UNIT = en.set_of("from of for to by with both lasting every")
_LOWER, _UPPER = frozenset({"more than", "at least"}), frozenset({"fewer than", "up to"})
_FARTHEST_BACK = 10_000


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
    if first is None:
        return _twice_hedged(scan, i, at) if hedge and not opener else i
    if scan.low[at] == "one" and scan.low[first.end] == "of" and hedge:
        return i
    if hedge:
        why = "two bounds before and behind one number" if first.hedge not in ("", hedge) else first.why
        first = replace(first, start=start, hedge=hedge, wording=scan.low[start], why=why)
    ranged = _both(scan, first) if hedge and not opener else 0
    ranged = ranged if ranged > i else _range(scan, i, first, opener)
    if ranged > i:
        return ranged
    if opener:
        return i
    return _emit(scan, first)


def _both(scan: EnglishScan, first: Amount) -> int:
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
    if why := _unsure_hedge(scan, first):
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


def ordinal_from(scan: EnglishScan, i: int) -> int:
    """Reads the ordinal that begins here and gives the token after it; here where there is none."""
    number, end = ordinal_at(scan, i)
    if end == i:
        return i
    verdict, words, last = judged_ordinal(scan, i, end, number)
    if verdict == "counts":
        scan.add(of_number("ordinal", Number(Decimal(number))), i, end, words)
    elif verdict == "doubt":
        scan.doubt(i, last, words)
    return last


def _twice_hedged(scan: EnglishScan, i: int, at: int) -> int:
    hedge, number = hedge_at(scan, at)
    amount = amount_at(scan, number) if hedge else None
    if amount is None:
        return i
    scan.doubt(i, amount.end, "two bounds before one number")
    return amount.end


def _range(scan: EnglishScan, i: int, first: Amount, opener: str) -> int:
    """Reads a range that begins with an amount; gives the token after it, or `i` where there is none."""
    low, k = scan.low, _after_hyphen(scan, first.end)
    link = low[k]
    if link in ("-", "—", "~"):
        tight = scan.joined(k) and scan.joined(k + 1)
        spaced = first.in_digits and (scan.is_number(k + 1) or currency_at(scan, k + 1) is not None) and link == "-"
        if not (tight or spaced) or (link != "-" and not first.in_digits):
            return i
    elif not (link in ("to", "or") or (link == "and" and opener == "between")):
        return i
    at = hedge_at(scan, k + 1)[1] if link in ("to", "and") else k + 1
    if link == "to" and k > first.end and low[at] == "-":
        at += 1
    last = _same_money(scan, at, first.unit) if first.kind == "money" else None
    last = last or amount_at(scan, at)
    if last is not None and k > first.end:
        first = replace(first, nothing=False)
        if first.number == last.number:
            return last.end  # one-to-one
    if last is not None and link == "to" and not opener and _is_change(scan, first, last):
        _emit(scan, first)
        return _emit(scan, last)
    if last is None or first.nothing or (link == "or" and (first.kind != "count" or first.noun)):
        return i
    names_last = bool(last.noun or scan.counted(last.end))
    both = merged(first, last, tight=link in ("-", "—", "~"), names_last=names_last)
    if both is None:
        return i
    first, last = both
    start = i if opener else first.start
    why = first.why or last.why or _short(scan, first, last, link)
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
    tight = link == "-" and scan.joined(first.end) and scan.joined(first.end + 1)
    bare = last.kind == "count" and not (last.noun or scan.counted(last.end)) and not is_age(scan, first.start)
    if tight and bare and labelled(scan, first.start, last.end, in_digits=True) != "label":
        return "a range, a score or part of a name"
    return ""


def _ordered(scan: EnglishScan, start: int, first: Amount, last: Amount, opener: str, link: str) -> int:
    """Reads two ends as a range, as a change from one to the other, or not at all."""
    if opener == "from" and (first.number.value > last.number.value or changes_before(scan, start)):
        _emit(scan, first)
        _emit(scan, last)
        return last.end
    if link in ("-", "—", "~", "to") and not opener:
        scored = not en.SCORED.isdisjoint(scan.low[max(0, start - 3) : start])
        if first.number.value >= last.number.value or (scored and first.kind == "count"):
            scan.doubt(start, last.end, "a score, a vote or a range")
            return last.end
    if first.number.value == last.number.value:
        return _emit(scan, last)
    if first.number.value > last.number.value:
        first, last = replace(last, start=first.start, hedge=first.hedge), replace(first, end=last.end)
    if not opener and link == "to" and scan.low[start - 1] in en.CHANGE and scan.low[start] != first.wording:
        scan.doubt(start, last.end, "a range, or a change and its outcome")
        return last.end
    whole = replace(last, start=start, hedge=first.hedge or last.hedge, wording=first.wording)
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


def _emit(scan: EnglishScan, amount: Amount) -> int:
    """Notes what an amount says, or why that is in doubt; gives the token after it."""
    start, end = amount.start, amount.end
    why = amount.why or _unsure_hedge(scan, amount) or _part_of(scan, amount)
    if why:
        scan.doubt(start, end, why)
        return end
    if amount.kind == "duration":
        return _duration(scan, amount)
    if amount.kind != "count":
        scan.add(_values(amount), start, end)
        return end
    if is_age(scan, start):
        scan.add(of_number("duration", amount.number, hedge=amount.hedge, unit="year"), start, end)
        return end
    shared = _shared_unit(scan, amount)
    if shared:
        return _emit(scan, shared)
    verdict, words, last = judged(scan, amount, free=not amount.hedge)
    if verdict == "counts":
        scan.add(_values(amount), start, last, words)
    elif verdict == "doubt":
        scan.doubt(start, last, words)
    return last


def _values(amount: Amount) -> Values:
    return of_number(amount.kind, amount.number, hedge=amount.hedge, unit=amount.unit)


def _duration(scan: EnglishScan, amount: Amount) -> int:
    start, end = amount.start, amount.end
    one_day = scan.raw[start].lower() == "one" and scan.low[end - 1] == "day" and end == start + 2
    if one_day and scan.low[end] not in ("later", "after", "before", "earlier", "ago", "of"):
        return end
    if scan.low[end] != "ago":
        scan.add(_values(amount), start, end)
        return end
    number = amount.number.value
    if scan.published is None:
        return end + 1
    exact = number == int(number) and number < _FARTHEST_BACK and amount.hedge in ("", "about")
    try:
        days = ago(int(number), amount.unit, scan.published) if exact else None
    except (ValueError, OverflowError):
        days = None
    if days is None:
        scan.doubt(start, end + 1, "not an exact time before the source's date")
    else:
        scan.add(values_of(days), start, end + 1)
    return end + 1


def _unsure_hedge(scan: EnglishScan, amount: Amount) -> str:
    """Why a hedge may be none, or a bound is there that can't be read."""
    if not amount.hedge or scan.low[amount.start] != amount.wording:
        return why_not_read(scan, amount.start)
    return why_no_bound(
        scan,
        amount.start,
        hedge=amount.hedge,
        wording=amount.wording,
        kind=amount.kind,
        small=amount.number.value < 20,
        low=amount.number.digits <= 0,
    )


def _part_of(scan: EnglishScan, amount: Amount) -> str:
    """Why a number is only a part of itself: "a quarter of a million"."""
    low, i = scan.low, amount.start
    part = low[i] == "a" and low[i - 1] == "of" and (low[i - 2] in en.FRACTIONS or low[i - 2] in en.ORDINALS)
    return "a share of this number" if part else ""


def _shared_unit(scan: EnglishScan, amount: Amount) -> Amount | None:
    """The amount in the unit of the next one, as in "from 90 and 120 days"; in doubt where it may count by itself."""
    link = scan.low[amount.end]
    if link not in ("and", "or", ",") or amount.noun or amount.nothing:
        return None
    if not speaks_number(scan, amount.end + 1):
        return None
    following = amount_at(scan, amount.end + 1)
    if following is None or following.kind == "count" or following.why:
        return None
    shared = replace(amount, kind=following.kind, unit=following.unit)
    if link != "," and scan.low[amount.start - 1] in _LEFT_OUT_UNIT:
        return shared
    return replace(shared, why="a count, or in the unit of the next number")
