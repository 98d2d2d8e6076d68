"""English money: signs and codes before a number, names and codes behind one, and letters that scale it."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.money_table import LAST_WORDS, NAMES
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.word_tables import by_first_word, set_of
from factpress.records.figure import Number

_NAMED: dict[str, str] = {}
for _words, _code in NAMES.items():
    _NAMED[_code] = f"{_NAMED[_code]} | {_words}" if _code in _NAMED else _words
_NAMES = by_first_word(_NAMED)
_SPACED_DOLLARS = frozenset({"hk", "nz", "nt", "au", "sg", "mx"})
_OPEN_DOLLARS = frozenset({"c", "ca"})
"""Letters that may be the country of the dollars behind them, or circa."""
_NAMED_C = set_of("vitamin hepatitis plan class grade group type category section part block ward zone level")
_LOWER_CODES = frozenset({"usd", "eur", "gbp", "jpy", "aud", "cad", "chf", "cny", "inr", "hkd", "nzd", "rmb", "sgd"})
_ALIASES = {"rmb": "CNY", "renminbi": "CNY", "quid": "GBP", "fr": "", "sfr": "CHF", "dm": "DEM", "rs": "", "kr": ""}

Money = tuple[str, int, str]
"""A code, the token after what says it, and why it may be other money."""


def currency_at(scan: EnglishScan, i: int) -> Money | None:
    """A currency before its number: its code, the token after it, and why it may be another one."""
    raw, low = scan.raw[i], scan.low[i]
    if raw in en.CURRENCY_SIGNS:
        code = en.CURRENCY_SIGNS[raw]
        return code, i + 1, _why_not_own(scan, i) or ("" if code else f"{raw} may be one of several currencies")
    if len(raw) == 1 and not raw.isalnum() and en.is_money_sign(raw):
        return "", i + 1, f"{raw} is a sign of money that is not known"
    if scan.raw[i + 1] == "$" and raw.isalpha():
        if scan.joined(i + 1) and len(raw) <= 4:
            code = en.DOLLARS.get(low, raw.upper() if raw.upper() in en.CURRENCIES else "")
            own_code = low in _LOWER_CODES or raw.upper() in en.DOLLAR_CODES
            sure = raw.isupper() or own_code or raw in en.MIXED_DOLLARS
            return (code, i + 2, "") if sure and code else ("", i + 2, f"{raw}$ is money that is not known")
        return _spaced_dollars(scan, i)
    before_number = scan.is_number(i + 1) or (scan.low[i + 1] in ("-", "−") and scan.is_number(i + 2))
    if not before_number:
        return None
    if raw in en.CURRENCIES or (low in _LOWER_CODES and low != "rmb"):
        return raw.upper(), i + 1, ""
    if code := of_millions(raw):
        return code, i + 1, ""
    if low in ("rmb", "sfr") or raw in ("Rs", "Fr", "DM", "RM") or low == "kr":
        code = {"rmb": "CNY", "sfr": "CHF", "rm": "MYR", "dm": "DEM"}.get(low, "")
        return code, i + 1, "" if code else f"{raw} may be one of several currencies"
    return None


def of_millions(raw: str) -> str:
    """The currency of an M and a code, as accounts write millions: MEUR, MUSD; nothing for other words."""
    return raw[1:] if len(raw) == 4 and raw[0] == "M" and raw[1:] in en.CURRENCIES else ""


def _spaced_dollars(scan: EnglishScan, i: int) -> Money | None:
    """The dollars of a country whose letters a space parts from the sign: "hk $ 10 billion", "c $ 16 million"."""
    low = scan.low[i]
    if scan.raw[i] == "US":
        return "USD", i + 2, ""
    if low in _SPACED_DOLLARS and scan.is_number(i + 2):
        return en.DOLLARS[low], i + 2, ""
    # Where spaces part every mark, c is the country of the dollars, and not circa.
    parted = low == "c" and scan.is_number(i + 2) and not scan.joined(i + 2) and scan.low[i - 1] not in _NAMED_C
    return ("CAD", i + 2, "") if parted else None


def _why_not_own(scan: EnglishScan, i: int) -> str:
    """Why a dollar sign may be of another country: letters come before it, with a space, as in "C $5"."""
    if scan.raw[i] != "$" or scan.joined(i) or scan.low[i - 1] not in _OPEN_DOLLARS:
        return ""
    return f"{scan.raw[i - 1]} may belong to the dollars"


def money_at(scan: EnglishScan, k: int) -> Money | None:
    """Money behind its number: its code, the token after it, and why it may be another one."""
    low, raw = scan.low[k], scan.raw[k]
    if raw in en.CURRENCY_SIGNS:
        if scan.is_number(k + 1) and (scan.joined(k + 1) or not scan.joined(k)):
            return None
        code = en.CURRENCY_SIGNS[raw]
        return code, k + 1, "" if code else f"{raw} may be one of several currencies"
    if raw in en.CURRENCIES or (low in _LOWER_CODES and low != "rmb"):
        return raw.upper(), k + 1, ""
    if code := of_millions(raw):
        return code, k + 1, ""
    country, end = low, k + 1
    if low == "u" and scan.raw[k + 1] == "." and scan.raw[k + 2] == "S" and scan.raw[k + 3] == ".":
        country, end = "us", k + 4
    code = en.COUNTRY_MONEY.get((country, scan.low[end].removesuffix("s")), "")
    if code:
        return code, end + 1, ""
    for words, named in _NAMES.get(low, ()):
        if scan.says(k, *words):
            return named, k + len(words), ""
    if low in en.OTHER_MONEY:
        return "", k + 1, f"{low} is money that records have no code for"
    if low in _ALIASES:
        return _ALIASES[low], k + 1, "" if _ALIASES[low] else f"{low} is money of several countries"
    singular = low if low in en.OWN_MONEY else low.removesuffix("s")
    if singular in en.OWN_MONEY:
        return en.OWN_MONEY[singular], k + 1, ""
    if low in en.SHARED_MONEY or low.removesuffix("s") in en.SHARED_MONEY:
        return "", k + 1, f"{low} is money of several countries"
    if low in LAST_WORDS:
        return LAST_WORDS[low], k + 1, "" if LAST_WORDS[low] else f"{low} is money of several countries"
    return None


def scaled_money(scan: EnglishScan, number: Number, j: int) -> tuple[Number, int]:
    """The number with the letter after it that scales money, as in $1.5m."""
    scale = en.AFTER_MONEY.get(scan.low[j]) if not number.scale else None
    if scale and (scan.joined(j) or scan.low[j] in ("m", "mm", "b", "k", "tn")):
        return Number(number.digits, scale), j + 1
    return number, j
