"""English quantities: a number with the bound, the unit and the noun around it, and the ends of ranges."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factpress.evidence.english import words as en
from factpress.evidence.english.bounds import AFTERWARDS
from factpress.evidence.english.clock import clock_at
from factpress.evidence.english.fractions import slashed
from factpress.evidence.english.money_words import currency_at, of_millions, scaled_money
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.numbers import number_at, speaks_number
from factpress.evidence.english.unit_words import Unit, unit_at
from factpress.records.figure import Kind, Number

_CLOSED = frozenset(")]%'\"-—")
_TESTED = frozenset({"tested", "test", "tests", "testing", "were", "was", "came", "returned", "all", "and"})
_POINTED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_OF_UNITS = frozenset({"2", "4", "8", "16"})
"""What a unit is parted into, in digits."""
_ALSO_NUMBERS = frozenset({"a", "an", "half", "quarter", "½", "¼", "¾"})
_NAMED_BEFORE = frozenset({"mid", "plus", "non", "to", "or", *en.MONTHS, *en.WEEKDAYS, *en.WORDS})


class Amount(NamedTuple):
    """A number with its unit; `start` and `end` are tokens, `why` says why it is in doubt.

    `most` is the largest number that it may be, where it adds units of varying length ("two months and 9 days").
    `hedge` is the word of records for its nearness, `wording` the first word that said so here, `nothing` whether
    it is part of a word that counts nothing ("three-star").
    """

    number: Number
    start: int
    end: int
    kind: Kind = "count"
    unit: str = ""
    hedge: str = ""
    wording: str = ""
    noun: str = ""
    why: str = ""
    in_digits: bool = False
    nothing: bool = False
    most: Number | None = None


def amount_at(scan: EnglishScan, i: int, *, until_and: bool = False) -> Amount | None:
    """The amount that begins here; nothing where none does, or where its digits are part of a name such as F-16."""
    sign = _sign(scan, i)
    money = currency_at(scan, i + sign)
    start = money[1] if money else i + sign
    if not speaks_number(scan, start) and scan.low[start] not in _ALSO_NUMBERS:
        return None
    if money is None and (_is_in_word(scan, start) or clock_at(scan, start) > start):
        return None
    found = number_at(scan, start, until_and=until_and)
    if found is None:
        return None if money else _part_of_unit(scan, i, start)
    number, end = found.number, found.end
    if sign:
        number = Number(-number.digits, number.scale)
    amount = Amount(number, i, end, in_digits=found.in_digits, why=found.why)
    if money:
        return _of_money(scan, amount, *money)
    whole = _of_unit(scan, amount)
    if whole and sign and not whole.why and scan.low[i] == "minus":
        if scan.says(i - 2, "plus", "or"):
            return whole._replace(why="this number either way")
        if whole.kind == "count" and scan.counted(whole.end):
            return whole._replace(why="a negative number, or without these")
    return whole


def _part_of_unit(scan: EnglishScan, i: int, start: int) -> Amount | None:
    """A fraction in digits with its unit in the singular: "3/4 mile"; not "2/3 days", which may be two or three."""
    part, end = slashed(scan, start)
    unit = unit_at(scan, end) if part and scan.raw[start].partition("/")[2] in _OF_UNITS else None
    if unit is None or unit.kind not in ("measure", "duration") or unit.why or scan.is_plural(unit.end - 1):
        return None
    return Amount(Number(part or Decimal(0)), i, unit.end, unit.kind, unit.name, in_digits=True)


def _sign(scan: EnglishScan, i: int) -> int:
    """One where a minus comes before the number."""
    if scan.raw[i] in ("-", "−"):
        before = scan.is_number(i - 1) or (scan.joined(i) and (scan.is_word(i - 1) or scan.raw[i - 1] in _CLOSED))
        number = scan.is_number(i + 1) or currency_at(scan, i + 1) is not None
        return int(scan.joined(i + 1) and number and not before)
    if scan.low[i] not in ("minus", "negative") or scan.is_number(i - 1) or scan.low[i - 1] in en.WORDS:
        return 0
    money = currency_at(scan, i + 1)
    if not (money or speaks_number(scan, i + 1)) or scan.low[i + 1] in en.TIMES:
        return 0
    return int(scan.low[i] == "minus" or scan.low[i - 1] not in _TESTED)


def _is_in_word(scan: EnglishScan, i: int) -> bool:
    """Whether letters come directly before it, with a hyphen or without: G20, F-16, COVID-19, B-52s, CC0-1.0."""
    if not scan.joined(i):
        return False
    before = scan.low[i - 1]
    if scan.is_number(i):
        if before in ("+", "#", "/", "_", "@", "&") or scan.is_word(i - 1) or scan.is_number(i - 1):
            return True
        if before in ("'", '"') and scan.joined(i - 1) and scan.is_number(i - 2):
            return True
        hyphened = before == "-" and scan.joined(i - 1)
        if hyphened and scan.is_number(i - 2):
            named = scan.joined(i - 2) and scan.is_word(i - 3) and scan.low[i - 3] not in _NAMED_BEFORE
            return named and currency_at(scan, i - 3) is None
        return hyphened and scan.is_word(i - 2) and scan.low[i - 2] not in _NAMED_BEFORE
    return before == "-" and scan.joined(i - 1) and scan.is_word(i - 2) and scan.low[i - 2] not in _NAMED_BEFORE


def _of_money(scan: EnglishScan, amount: Amount, code: str, number_start: int, why: str) -> Amount | None:
    number, end = amount.number, amount.end
    if amount.in_digits:
        number, end = scaled_money(scan, number, end)
        if scan.is_tight(end):
            return None
    if of_millions(scan.raw[number_start - 1]) and not number.scale:
        number = Number(number.digits, "million")
    named = unit_at(scan, end)
    if named and named.kind == "money" and named.name == code:
        end = named.end
    why = why or pointed(scan, number, number_start)
    amount = amount._replace(number=number, end=end, kind="money", unit=code, why=why)
    return with_hedge_behind(scan, amount)


def _of_unit(scan: EnglishScan, amount: Amount) -> Amount | None:
    end = amount.end
    tight = scan.is_tight(end)
    if amount.in_digits and scan.low[end] in ("'", '"') and scan.joined(end) and scan.is_tight(end + 1):
        return None
    if tight and amount.in_digits and scan.low[end] in en.AFTER_MONEY:
        money = unit_at(scan, end + 1)
        if money and money.kind == "money" and not amount.number.scale:
            number = Number(amount.number.digits, en.AFTER_MONEY[scan.low[end]])
            return with_hedge_behind(scan, amount._replace(number=number, end=money.end, kind="money", unit=money.name))
    if tight and amount.in_digits and not amount.number.scale and scan.low[end] in ("k", "m"):
        if scan.counted(end + 1):
            scaled = Number(amount.number.digits, en.AFTER_MONEY[scan.low[end]])
            return with_hedge_behind(scan, amount._replace(number=scaled, end=end + 1))
        if scan.low[end] == "k":
            return amount._replace(end=end + 1, why=f"{scan.raw[end - 1]}k may be thousands or kilometres")
    amount = with_hedge_behind(scan, amount)
    unit = unit_at(scan, amount.end)
    if unit:
        return with_hedge_behind(scan, _with(scan, amount, unit))
    if amount.in_digits and scan.raw[amount.end] in en.CURRENCY_SIGNS and not scan.joined(amount.end):
        return amount._replace(end=amount.end + 1, why="a sign of money between two numbers")
    if tight:
        return None
    return _attributive(scan, amount)


def _with(scan: EnglishScan, amount: Amount, unit: Unit) -> Amount:
    number, end = amount.number, unit.end
    if unit.kind == "money" and not number.scale and scan.low[end] in en.SCALE_NAMES:
        number, end = Number(number.digits, en.SCALE_NAMES[scan.low[end]]), end + 1
    if unit.kind == "money" and not number.scale and of_millions(scan.raw[end - 1]):
        number = Number(number.digits, "million")
    why = amount.why or unit.why
    if scan.joined(end) and scan.raw[end] in ("^", "²", "³", "·", "⋅", "*"):
        why = why or "a unit that goes on in a way that is not known"
    return amount._replace(number=number, end=end, kind=unit.kind, unit=unit.name, why=why)


def _attributive(scan: EnglishScan, amount: Amount) -> Amount:
    """A number that a hyphen joins to a word: "a 12-member panel" has members, "a three-star general" no stars."""
    k = scan.hyphen(amount.end)
    word = scan.low[k]
    for words in (("and", "a", "half"), ("and", "half")):
        if scan.says(amount.end, *words):
            return amount._replace(end=amount.end + len(words), why="half of something not named")
    after = scan.low[amount.end + 1]
    if scan.low[amount.end] == "-" and not scan.joined(amount.end) and (after in en.FRACTIONS or after in en.ORDINALS):
        return amount._replace(end=amount.end + 2, why="a share, not a count")
    if scan.low[amount.end] == "and" and after in en.WORDS:
        parts = number_at(scan, amount.end + 1)
        if parts and scan.low[scan.hyphen(parts.end)] in en.FRACTIONS:
            return amount._replace(end=scan.hyphen(parts.end) + 1, why="a share, not a count")
    one = amount.number.digits == 1 and not amount.in_digits
    ordinal = one and word in en.ORDINALS and word != "first" and (k > amount.end or word != "second")
    if word in en.FRACTIONS or ordinal:
        return amount._replace(end=k + 1, why="a share, not a count")
    if k == amount.end or not scan.is_word(k):
        return amount
    if scan.is_year(amount.start) and (scan.raw[k][0].isupper() or word in en.MONTHS):
        return amount._replace(end=k + 1, why="a year joined to a word")
    if word in en.ATTRIBUTIVE_IDIOMS:
        return amount._replace(nothing=True)
    return amount._replace(noun=word)


def with_hedge_behind(scan: EnglishScan, amount: Amount) -> Amount:
    """The amount with the hedge that follows it: "30 or so", "50 or more", "24+"."""
    if amount.hedge:
        return amount
    after = amount.end
    if scan.low[after] == "of" and scan.low[after + 1] in ("us", "them", "you", "these", "those"):
        after += 2
    for words, hedge in AFTERWARDS.get(scan.low[after], ()):
        if scan.says(after, *words):
            end = after + len(words)
            if words[0] in ("at", "or", "and", "plus") and words[-1] != "so" and speaks_number(scan, end):
                continue
            if words[0] in ("+", "-", "ish") and not scan.joined(after):
                continue
            if words[0] == "and" and scan.is_content(end):
                is_age = scan.low[amount.start - 1] in en.AGE and words[-1] in ("over", "above")
                if is_age:
                    return amount._replace(end=end, why="an age or more")
                continue
            if scan.low[end] == "than":
                return amount._replace(end=end, why="two bounds of one number")
            return amount._replace(end=end, hedge=hedge, wording=words[0])
    return amount


def merged(first: Amount, last: Amount, *, tight: bool, names_last: bool) -> tuple[Amount, Amount] | None:
    """Both ends of a range in one unit and scale; nothing where they are of different things.

    A hyphen is `tight`; `names_last` where a noun follows the last, which then is a count by itself.
    """
    if first.kind == "count" and last.kind != "count":
        first = first._replace(kind=last.kind, unit=last.unit)
    elif first.kind == "money" and last.kind == "count" and (tight or not names_last):
        last = last._replace(kind="money", unit=first.unit)
    if (first.kind, first.unit) != (last.kind, last.unit):
        return None
    if last.number.scale and not first.number.scale and 0 < first.number.digits < last.number.digits:
        first = first._replace(number=Number(first.number.digits, last.number.scale))
    return first, last


def pointed(scan: EnglishScan, number: Number, i: int) -> str:
    """Why digits such as 1.500 may be one and a half or fifteen hundred, where they are of no unit with decimals."""
    if number.scale or "." not in scan.raw[i] or not _POINTED.fullmatch(scan.raw[i]):
        return ""
    return f"{scan.raw[i]} may have a decimal point or a point between thousands"


def is_age(scan: EnglishScan, start: int) -> bool:
    """Whether a number counts the years of a person's life, as in "aged 34"."""
    return scan.low[start - 1] in en.AGE or scan.says(start - 2, "age", "of")
