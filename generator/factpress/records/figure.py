"""Figures: numbers, amounts, durations, ordinals and dates, read by the grammar of records.

A figure keeps its words, numbers and units as written. One later place decides which values "about 18" or
"1.7 million" can mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from factpress.findings import shown
from factpress.records.date import Date, parse_date
from factpress.records.date_value import MONTHS
from factpress.records.unreadable import Unreadable

Kind = Literal["count", "money", "measure", "duration", "ordinal", "date"]

LONGEST = 80
MOST_DIGITS = 18

SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
HEDGES = (
    "about", "nearly", "almost", "just under", "just over", "more than", "over", "at least",
    "fewer than", "less than", "under", "up to", "at most", "no more than",
)  # fmt: skip
VAGUE = (
    "a couple", "a few", "several", "a handful", "a few hundred", "several hundred", "a few thousand",
    "several thousand", "a few dozen", "several dozen", "dozens", "scores", "hundreds", "thousands",
)  # fmt: skip
DURATIONS = frozenset({"century", "centuries", "s", "min", "h"}).union(
    *({word, f"{word}s"} for word in ("second", "minute", "hour", "day", "week", "month", "year", "decade"))
)

_IN_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_IN_ORDER = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th"}

# The range that these describe starts at 0 or is a share of the number, so they mean nothing with -5 or 0.
_ABOVE_NOUGHT = frozenset(HEDGES) - {"about", "more than", "over", "at least"}
_OF = frozenset({"a couple", "a handful", "dozens", "scores", "hundreds", "thousands"})
_NO_UNITS = frozenset(" ".join((*SCALES, *HEDGES, *VAGUE, *_IN_WORDS, "of to or score percent")).split())
_NO_UNITS |= {f"{scale}s" for scale in SCALES}

_FORMS = "write it as `3`, `about 18`, `200 to 900`, `USD 1.7 million`, `30 days`, `4th` or `2020-03-11`"

_NUMBER = r"-?[0-9][0-9.,]*(?: [0-9]{3}(?![0-9])[0-9.,]*)*"
_SCALED = rf"({_NUMBER})(?: ({'|'.join(SCALES)}))?"
_AMOUNT = re.compile(rf"(?:([A-Z]{{3}}) )?{_SCALED}(?: to {_SCALED})?(?: ?(%)| (\S+))?")
_GROUPED = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?:\.[0-9]+)?")
_ORDINAL = re.compile(r"([0-9][0-9,]*)(st|nd|rd|th)")
_HEDGED = re.compile(rf"({'|'.join(sorted(HEDGES, key=len, reverse=True))}) (.+)")
_VAGUE = re.compile(rf"({'|'.join(sorted(VAGUE, key=len, reverse=True))})(?: (?:of )?(\S+))?")

_DATE_KEY = re.compile(r".*(?:date|year)|when")
_YEARS = re.compile(r"-?[0-9]{4}%?(?: to [0-9]{4}%?)?")
# A year alone and a year with % are dates only under a key that says so: 2020% may be 2,020 per cent.
_DATE_END = r"(?:[0-9X]{4}-[0-9X]{2}(?![0-9])\S*|[0-9]{4}[?~]|[0-9]{2}[0-9X]X[?~%]?)"
_LEFT_OUT = r"[\[{]|Y-?[0-9]|[0-9]{4}S[0-9]"
_DATED = re.compile(rf"{_DATE_END}(?!\S)|(?:[0-9]{{4}}|{_DATE_END}|\.\.)?/|.* to {_DATE_END}$|{_LEFT_OUT}")
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written, with the word that scales it; 1.7 million is not yet 1,700,000."""

    digits: Decimal
    scale: str = ""

    @property
    def value(self) -> Decimal:
        """Its nominal value, scaled."""
        return self.digits.scaleb(SCALES.get(self.scale, 0)) if self.scale else self.digits

    def __str__(self) -> str:
        return f"{self.digits:,f}" + (f" {self.scale}" if self.scale else "")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure says: one number, two for a range, or none if it has vague words or a date instead.

    A percentage is a measure in `%`.
    """

    kind: Kind
    numbers: tuple[Number, ...] = ()
    hedge: str = ""
    vague: str = ""
    unit: str = ""
    currency: str = ""
    date: Date | None = None
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        if self.date:
            return str(self.date)
        if self.kind == "ordinal":
            return f"{self.numbers[0]}{_suffix(int(self.numbers[0].digits))}"
        of = "of" if self.unit and self.vague in _OF else ""
        words = (self.hedge, self.currency, self.vague, of, self._amount(), self.unit)
        return " ".join(word for word in words if word)

    def _amount(self) -> str:
        """Gives the numbers; a scale that both share appears once."""
        if len(self.numbers) < 2:
            return "".join(map(str, self.numbers))
        low, high = self.numbers
        return f"{Number(low.digits) if low.scale == high.scale else low} to {high}"


def parse_figure(text: str, *, key: str = "") -> Figure:
    """Gives the figure that the text says; `key` is its name in the record, which can make a bare year a date.

    Raises Unreadable, with the nearest readable form if there is one.
    """
    try:
        figure = _read(text, key) if len(text) <= LONGEST else None
    except Unreadable as problem:
        nearest = _nearest(text, key)
        if nearest:
            raise Unreadable(problem.message, help=f"write {shown(nearest, limit=LONGEST)}") from None
        raise
    # The canonical form has commas, so it can be longer; it must be readable too.
    if figure is None or len(str(figure)) > LONGEST:
        raise Unreadable(f"{shown(text)} is too long for a figure", help=_FORMS)
    return replace(figure, text=text)


def _read(text: str, key: str) -> Figure:
    if not text:
        raise Unreadable("the figure is empty", help=_FORMS)
    if _is_dated(text, key):
        return Figure("date", date=parse_date(text))
    vague = _VAGUE.fullmatch(text)
    if vague:
        unit = _unit(text, vague[2] or "")
        return Figure(_kind_of(unit), vague=vague[1], unit=unit)
    hedged = _HEDGED.fullmatch(text)
    if hedged:
        return _hedged(text, hedged[1], hedged[2], key)
    if text.endswith(" or more"):
        return _hedged(text, "at least", text.removesuffix(" or more"), key)
    return _amount(text, text)


def _is_dated(text: str, key: str) -> bool:
    is_year = _DATE_KEY.fullmatch(key) and _YEARS.fullmatch(text)
    return bool(is_year or _DATED.match(text) or _MONTH.search(text))


def _hedged(text: str, hedge: str, rest: str, key: str) -> Figure:
    """Gives the amount with its hedge, if the two make sense together."""
    if _is_dated(rest, key):
        date = parse_date(rest)
        may_be_near = date.kind in ("year", "month", "season", "day") and not date.qualification
        fix = shown(f"{date}~" if hedge == "about" and may_be_near else str(date), limit=LONGEST)
        raise Unreadable(f"{shown(text)} has words before a date", help=f"write {fix}")
    figure = _amount(text, rest)
    if figure.kind == "ordinal" or len(figure.numbers) == 2:
        what = "an ordinal" if figure.kind == "ordinal" else "a range, which already has bounds"
    elif hedge in _ABOVE_NOUGHT and figure.numbers[0].digits <= 0:
        what = "a number that is not above zero"
    else:
        return replace(figure, hedge=hedge)
    says = f"{shown(text)} has {shown(hedge)} with {what}"
    raise Unreadable(says, help=f"write {shown(str(figure), limit=LONGEST)}")


def _amount(text: str, amount: str) -> Figure:
    ordinal = _ORDINAL.fullmatch(amount)
    if ordinal:
        return _ordinal(*ordinal.groups())
    match = _AMOUNT.fullmatch(amount)
    if match is None:
        raise _no_figure(text)
    currency, low, low_scale, high, high_scale, percent, word = match.groups("")
    unit = _unit(text, percent or word)
    if currency and unit:
        raise Unreadable(f"{shown(text)} has a currency and a unit", help="write only one of them")
    numbers = [Number(_decimal(low), low_scale or high_scale)]
    if high:
        numbers.append(Number(_decimal(high), high_scale))
        if numbers[0].value >= numbers[1].value:
            fix = "write the smaller number first; one scale at the end applies to both"
            raise Unreadable(f"{shown(text)} does not go from a smaller to a larger number", help=fix)
    return Figure("money" if currency else _kind_of(unit), tuple(numbers), unit=unit, currency=currency)


def _ordinal(digits: str, suffix: str) -> Figure:
    number = Number(_decimal(digits))
    right = _suffix(int(number.digits))
    if number.digits == 0 or suffix != right:
        fix = shown(digits + right if number.digits else "1st")
        raise Unreadable(f"{shown(digits + suffix)} is not an ordinal", help=f"write {fix}")
    return Figure("ordinal", (number,))


def _suffix(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _decimal(text: str) -> Decimal:
    if not _GROUPED.fullmatch(text):
        raise Unreadable(
            f"{shown(text)} is not a number: use commas or spaces between groups of three digits, and a decimal point",
            help="write `1,234`, `1234` or `12.34`",
        )
    if re.match(r"-?0[0-9]", text):
        raise Unreadable(f"{shown(text)} begins with a zero", help="leave the zero out")
    digits = re.sub("[, ]", "", text)
    if len(re.sub("[-.]", "", digits)) > MOST_DIGITS:
        says = f"{shown(text)} has more than {MOST_DIGITS} digits"
        raise Unreadable(says, help="write a scale, as in `1.7 trillion`")
    number = Decimal(digits)
    return number if number else number.copy_abs()


def _unit(text: str, word: str) -> str:
    """Gives the unit: any single word that is not part of the number."""
    if re.fullmatch("[A-Z]{3}", word):
        fix = f"write {shown(word)} before the number if it is a currency; a unit is never three capital letters"
        raise Unreadable(f"{shown(text)} has three capitals after the number", help=fix)
    letters = word.removeprefix("°").replace("/", "").replace("-", "")
    named = letters[:1].isalpha() and letters.isalnum()
    if word in ("", "%") or (named and word.lower() not in _NO_UNITS):
        return word
    fix = "a unit is one word, as in `30 days`, `60 km` or `12.5 %`"
    raise Unreadable(f"{shown(word)} is not a unit in {shown(text)}", help=fix)


def _kind_of(unit: str) -> Kind:
    return "duration" if unit.lower() in DURATIONS else "measure" if unit else "count"


def _no_figure(text: str) -> Unreadable:
    if re.search(r"[$£€¥]", text):
        says = f"{shown(text)} has a currency sign, which can mean several currencies"
        return Unreadable(says, help="write the three-letter code before the number, as in `USD 1.7 million`")
    if not _IN_WORDS.keys().isdisjoint(re.split("[ -]", text.lower())):
        return Unreadable(f"{shown(text)} has a number in words; figures need digits", help=_FORMS)
    return Unreadable(f"{shown(text)} is not a figure", help=_FORMS)


# What people write instead. Each is only a suggestion, shown only if the result can be read.
_INSTEAD: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\s+", " "),
    (r"\u2212", "-"),
    (r"^[A-Z](?=[a-z])|(?<=[0-9] )(?:T(?=hou|ril)|M(?=ill)|B(?=ill))", lambda match: match[0].lower()),
    (r"^(?:around|approximately|roughly|circa|ca?\.|some|[~\u2248]) ?|^(?=.* or so$)", "about "),
    (r" or so$", ""),
    (r"^(?:>=|\u2265|no fewer than|no less than|not less than) ?", "at least "),
    (r"^(.*[0-9])\+$", r"at least \1"),
    (r"^(?:<=|\u2264|not more than) ?", "at most "),
    (r"^(.+) or (?:fewer|less)$", r"at most \1"),
    (r"^(?:>|above) ?", "more than "),
    (r"^(?:<|below) ?", "under "),
    (r"^(?:between|from) (\S+) (?:and|to) ", r"\1 to "),
    (r"\bper ?cent\b", "%"),
    (rf"\b({'|'.join(_IN_WORDS)})\b", lambda match: str(_IN_WORDS[match[1]])),
    (r"\b([2-9])0-([1-9])\b", r"\1\2"),
    (rf"^(?:the )?({'|'.join(_IN_ORDER)})$", lambda match: _IN_ORDER[match[1]]),
    (r"\b(?:a|1) dozen\b", "12"),
    (r"\ba hundred\b|\b([1-9]) hundred\b", lambda match: f"{match[1] or 1}00"),
    (r"([0-9][0-9.,]*) ?([$£€])$", r"\2\1"),
    (r"(?:US)?\$ ?", "USD "),
    (r"£ ?", "GBP "),
    (r"€ ?", "EUR "),
    (r"([A-Z]{3} [0-9.,]+) ?mn?\b", r"\1 million"),
    (r"(?<=[0-9]) ?bn\b", " billion"),
    (r"(?<=[0-9%]) ?[-\u2013\u2014] ?(?=[0-9])", " to "),
    (r"([A-Z]{3}) (.+) to \1 ", r"\1 \2 to "),
    (r"([0-9]) ?([^\W\d]+|%) to (.+?) ?\2$", r"\1 to \3 \2"),
    (r"(?<=[0-9])-?(?!(?:st|nd|rd|th)\b)(?=[^\W\d_])", " "),
    (r"(?<![0-9.,])(?<![0-9] )0+(?=[0-9])", ""),
    (r"(?<![0-9])\.(?=[0-9])", "0."),
    (r"(?<=[0-9])\.(?![0-9])|^\+", ""),
)


def _nearest(text: str, key: str) -> str:
    """Gives the nearest text that can be read, in its canonical form, or nothing."""
    nearest = text.strip()
    for pattern, instead in _INSTEAD:
        nearest = re.sub(pattern, instead, nearest)
    try:
        form = str(_read(nearest, key)) if nearest != text else ""
    except Unreadable:
        return ""
    return form if len(form) <= LONGEST else ""
