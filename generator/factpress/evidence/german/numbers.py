"""German numbers, in digits or in one word: "1.500", "2,5 Millionen", "einundzwanzig", "zweihundertfünfzig"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from factpress.evidence.german import words as de
from factpress.evidence.scan import Scan
from factpress.records.figure import MOST_DIGITS, Number

_PLAIN = re.compile(r"(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
# Three digits behind one comma may be thousands in the English way.
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ENDINGS = ("en", "er", "es", "em", "e")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number and the token after it; `why` where it is not surely understood."""

    number: Number
    end: int
    why: str = ""
    in_digits: bool = False


def number_at(scan: Scan, i: int) -> FoundNumber | None:
    """The number that begins here, with the word that scales it; nothing where none begins."""
    value, j, why = _value_at(scan, i)
    if value is None:
        return None
    in_digits = scan.is_number(i)
    while scan.low[j] == "komma" and _is_number(scan, j + 1):
        why, j = why or "a decimal in words is not read", j + 2
        while _is_number(scan, j):
            j += 1
    k, scale = j, value.scale
    if scan.low[j] in de.SCALES and not scale:
        value, scale, j = Number(value.digits, de.SCALES[scan.low[j]]), "said", j + 1
        j += scan.low[k] in de.SHORT_SCALES and scan.low[j] == "." and scan.joined(j)
    elif scan.low[j] == "dutzend" and value.digits < 100 and not scale:
        value, j = Number(value.digits * 12), j + 1
    elif scan.low[j] in de.OTHER_SCALES:
        why, j = why or f"{scan.raw[j]} is not read", j + 1
    while _goes_on(scan, j):
        why, j = why or "several numbers in a row", j + 1
    if is_fraction(scan.low[j]) or scan.raw[j] in ("1/2", "1/4", "3/4"):
        why, j = why or "a fraction is not read", j + 1
    return FoundNumber(value, j, why, in_digits)


@lru_cache(maxsize=1 << 12)
def number_word(low: str) -> Number | None:
    """The number that one word says, in small letters; nothing for another word, and for the article "ein"."""
    word = low.replace("ß", "ss").replace("fuenf", "fünf").replace("zwoelf", "zwölf")
    head, thousand, tail = word.partition("tausend")
    if not thousand:
        value = _under_thousand(word)
        return None if value is None else Number(Decimal(value))
    thousands = _under_thousand(head) if head and head != "ein" else 1
    if thousands is None:
        return None
    if not tail:
        return Number(Decimal(thousands), "thousand")
    rest = _under_thousand(tail.removeprefix("und"))
    return None if rest is None or rest == 0 else Number(Decimal(1000 * thousands + rest))


@lru_cache(maxsize=1 << 12)
def ordinal_word(low: str) -> int:
    """The number of an ordinal in one word, such as "zwölften"; zero for another word."""
    for ending in _ENDINGS:
        if low.endswith(ending):
            stem = low.removesuffix(ending).replace("ß", "ss")
            if stem in de.ORDINALS:
                return de.ORDINALS[stem]
            found = number_word(stem[:-2]) if stem.endswith("st") else None
            found = found or (number_word(stem[:-1]) if stem.endswith("t") else None)
            if found is not None:
                return int(found.value)
    return 0


@lru_cache(maxsize=1 << 12)
def is_fraction(low: str) -> bool:
    """Whether a word in small letters is a fraction: "halb", "Drittel", "Tausendstel", "Millionstel"."""
    return low in de.FRACTIONS or (low.endswith(("tel", "teln")) and ordinal_word(low.rstrip("n")[:-1]) > 0)


@lru_cache(maxsize=1 << 12)
def is_made_of_number(low: str) -> bool:
    """Whether a word is made of a number and says another thing: zweimal, zwölfköpfig, anderthalb, Viertelmillion."""
    if low.startswith(("anderthalb", "eineinhalb")):
        return True
    for ending in (*de.BY_NUMBER, *de.ONES):
        head = low.removesuffix(ending)
        if head != low and number_word(head.removesuffix("und") if ending in de.ONES else head) is not None:
            return True
    for quality in (*de.QUALITIES, *de.PARTS):
        head, found, _ = low.partition(quality)
        if found and number_word(head.removesuffix("ein")) is not None:
            return True
    if low.startswith(de.PARTS) and low.endswith(de.WHOLES):
        return True
    return low.endswith(de.IN_WORDS) and not any(word in low for word in de.NO_NUMBERS)


def _under_thousand(word: str) -> int | None:
    """A number of up to three digits, or some hundreds up to nineteen: "zweihundertsechs", "zwölfhundert"."""
    head, hundred, tail = word.partition("hundert")
    if not hundred:
        return de.UNDER_HUNDRED.get(word)
    hundreds = 1 if head in ("", "ein") else de.UNDER_HUNDRED.get(head, 0)
    rest = de.UNDER_HUNDRED.get(tail.removeprefix("und"), 0)
    if not 1 <= hundreds <= 19 or hundreds == 10 or (tail and not rest):
        return None
    return 100 * hundreds + rest


def _value_at(scan: Scan, i: int) -> tuple[Number | None, int, str]:
    low = scan.low[i]
    if scan.is_number(i):
        return _digits(scan, i)
    if low in de.ARTICLES:
        scaled = scan.low[i + 1] in de.SCALES or scan.low[i + 1] == "dutzend"
        return (Number(Decimal(1)) if scaled else None), i + 1, ""
    return number_word(low), i + 1, ""


def _digits(scan: Scan, i: int) -> tuple[Number, int, str]:
    raw, j = scan.raw[i], i + 1
    if len(raw) <= 3 and raw[0] != "0":
        while scan.continues_groups(j):
            raw, j = raw + scan.raw[j], j + 1
    parted = False
    while scan.low[j] == "'" and scan.joined(j) and scan.joined(j + 1) and scan.is_number(j + 1):
        parted, j = True, j + 2
    plain = raw.isascii() and _PLAIN.fullmatch(raw) is not None
    digits = raw.replace(".", "").replace(",", ".") if plain else "0"
    if parted:
        why = "an apostrophe between digits is not read"
    elif plain and (_ENGLISH.fullmatch(raw) or len(digits) > MOST_DIGITS):
        why = f"{raw} may have a decimal comma or commas between thousands"
    else:
        why = "" if plain else f"{raw} is not a number as German writes it"
    return Number(Decimal(digits)), j, why


def _goes_on(scan: Scan, j: int) -> bool:
    """Whether another number follows at once, with no word between."""
    return _is_number(scan, j) or scan.low[j] in de.SCALES


def _is_number(scan: Scan, j: int) -> bool:
    return scan.is_number(j) or number_word(scan.low[j]) is not None
