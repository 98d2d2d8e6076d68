"""English amounts that the words directly beside them change: 40 people or more, 4 below zero, $40 a day, 5'."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.count_edges import why_at_edge_of_count
from factpress.evidence.english.neighbours import PLAIN_ENDS, Neighbours, Place
from factpress.evidence.english.nouns import EnglishScan, changes_before

_FAR = 4
_LIMITS = frozenset({"minimum", "maximum", "min", "max", "tops"})
_HARDLY = frozenset({"hardly", "scarcely"})
_POINTED_LIMITS = frozenset({"min", "max", "est"})
_COMPARED = en.set_of("more fewer less over above older under younger upward upwards higher lower greater")
_NOT_QUITE = en.set_of("even all until only just exactly precisely necessarily")
_VAGUELY = (("if", "not"), ("if", "that"), ("give", "or", "take"), ("and", "a", "bit"))
_MULTIPLES = frozenset({"times", "twice", "thrice", "half", "double"})
_LEVELS = en.set_of("zero freezing par")
_UNDER = frozenset({"under", "over", "below", "above"})
_EACH = frozenset({"per", "a", "an", "each", "every", "/"})
_OF_EACH = frozenset({*en.TIME_UNITS, "night", "season"})
_NOT_EACH = en.set_of("ago later earlier after before and on or")
_OFTEN = en.set_of("hourly daily nightly weekly fortnightly monthly annually yearly pa pcm")
_TO_THE = en.set_of("gallon litre liter dollar pound euro inch mile minute hour acre")
_DOLLARS = en.set_of(
    "canadian australian singapore singaporean jamaican namibian fijian bahamian barbadian liberian bermudian"
    " taiwanese cad aud nzd hkd sgd"
)
_POINTED_MONEY = frozenset({"rs", "re", "fr", "kr", "sfr", "dh", "dm"})
_OLD_MONEY = en.set_of(
    "guineas shillings deutschmarks deutschemarks reichsmarks drachmas drachmae florins farthings thalers ducats"
)
_PARTS = frozenset({"most", "part", "half", "much"})
_SHARES = frozenset({"half", "quarter"})
_COMPASS = en.set_of("n s e w")


def why_at_edge(around: Neighbours, place: Place) -> str:
    """Why the words beside an amount make it another one; nothing where they leave it as it is."""
    for way in _WAYS.get(place.kind, ()):
        if why := way(around, place):
            return why
    return ""


def _after_noun(scan: EnglishScan, end: int) -> int:
    """The token behind the words that a number counts."""
    n = end
    while n - end < _FAR and scan.is_content(n) and scan.low[n] not in _LIMITS:
        n += 1
    return n


def _bounded(around: Neighbours, place: Place) -> str:
    """60 people or more, at a minimum, 60; hardly 12; sixty, if not seventy; twice as many as 60; sub-$5."""
    scan, start, end = around.scan, place.start, place.end
    low, before = scan.low, scan.low[start - 1]
    if before in _HARDLY or before in ("minimum", "maximum") or (before == "like" and low[start - 2] == "more"):
        return "a bound that is not read"
    if (low[start - 2] == "not" and before in _NOT_QUITE) or (before == "bar" and low[start - 2] == "all"):
        return "a bound that is not read"
    if before in ("most", "least") and low[start - 2] == "at":
        return "a bound that is not read"
    if before in (",", ".") and low[start - 2] in (_POINTED_LIMITS if before == "." else ("minimum", "maximum")):
        return "a bound that is not read"
    if before == "including" and low[start - 2] == "and" and low[start - 3] == "to":
        return "a bound that is not read"
    if before == "-" and low[start - 2] == "sub" and scan.joined(start):
        return "a bound that is not read"
    if low[start] == "as" and (before in _MULTIPLES or low[start - 2] in _MULTIPLES):
        return "a multiple of this number"
    n = _after_noun(scan, end)
    if low[n] in _LIMITS and not scan.is_content(n + 1):
        return "a bound that is not read"
    compared = low[n] in ("or", "and") and low[n + 1] in _COMPARED and low[n + 2] not in en.WORDS
    if compared and not (scan.is_content(n + 2) or scan.is_number(n + 2) or low[n + 2] == "than"):
        return "a bound that is not read"
    goes_up = scan.says(n, "and", "up") and low[n + 2] != "to"
    if goes_up or _vaguely(scan, n + (low[n] == ",")) or (before == "good" and low[start - 2] == "a"):
        return "a bound that is not read"
    if scan.says(end, "up", "to") and before == "from":
        return "a range that is not read"
    opened = around.ends.get(start) if low[start] == "up" else None
    if opened and low[opened.start - 1] == "from":
        return "a range that is not read"
    return ""


def _vaguely(scan: EnglishScan, n: int) -> bool:
    """Whether words behind an amount say that it is more or less: if not, give or take, and a bit, at best."""
    if scan.says(n, "at") and scan.low[n + 1] in ("best", "worst"):
        return True
    return any(scan.says(n, *words) for words in _VAGUELY)


def _level(around: Neighbours, place: Place) -> str:
    """4 below zero, 4 degrees below freezing, four under par, negative 4."""
    scan, end = around.scan, place.end
    low = scan.low
    if low[place.start - 1] == "negative" and not place.noun:
        return "a negative number, or one behind that word"
    degrees = place.kind == "count" or (place.values is not None and "deg" in place.values.unit)
    degrees = degrees or (place.values is not None and place.values.unit.startswith("°"))
    if not degrees or low[end] not in _UNDER:
        return ""
    ends = place.kind == "count" and not place.noun and low[end + 1] in PLAIN_ENDS
    return "so much above or below another number" if ends or low[end + 1] in _LEVELS else ""


def _rate(around: Neighbours, place: Place) -> str:
    """$40 a day, 40 words a minute, 5 deaths per 100,000, 40 hours a week, 40 miles to the gallon."""
    scan, end = around.scan, place.end
    low = scan.low
    if low[place.start] in en.TIMES or place.noun == "times":
        return ""
    if place.kind == "money" and _paid_often(scan, place):
        return "a rate"
    k = _after_noun(scan, end) if place.kind == "count" else end
    k += low[k] == "-" and scan.joined(k) and low[k + 1] in ("a", "an", "per")
    if scan.says(k, "to", "the") and low[k + 2] in _TO_THE and place.kind != "money":
        return "a rate"
    if low[k] not in _EACH or (low[k] == "/" and not scan.joined(k)):
        return ""
    if low[k] == "per" and scan.is_number(k + 1):
        return "a rate"
    each = scan.hyphen(k + 1)
    named = low[each] in _OF_EACH or (low[k] == "/" and low[each] in ("hr", "mo", "yr", "wk"))
    once = low[k] in ("a", "an", "each", "every") and low[each + 1] in _NOT_EACH
    return "a rate" if named and not once else ""


def _paid_often(scan: EnglishScan, place: Place) -> bool:
    """$40 weekly, $40 per annum, $40 p.a.; a weekly $40."""
    low, end = scan.low, place.end
    yearly = low[end] == "p" and low[end + 1] == "." and low[end + 2] == "a"
    return yearly or low[end] in _OFTEN or scan.says(end, "per", "annum") or low[place.start - 1] in _OFTEN


def _signed(around: Neighbours, place: Place) -> str:
    """A number with a sign of feet or inches behind it: 5', 5' 6"; with one of money, 50¢; 10^6, 3(b)."""
    scan, end = around.scan, place.end
    raw = scan.raw[end]
    if scan.low[place.start - 1] == "'" and scan.is_number(place.start - 2) and scan.joined(place.start - 1):
        return "a number, or inches behind feet"
    if scan.low[place.start - 1] == "^":
        return "a power of a number"
    if not scan.joined(end) or not scan.is_number(end - 1):
        return ""
    if raw == '"' and (scan.opens_quotation or scan.raw.index('"') == end):
        return "a number, or inches"
    if raw == "'" and scan.raw.index("'") == end and scan.low[end + 1] not in ("s", "ll"):
        return "a number, or feet"
    if raw and not raw.isalnum() and en.is_money_sign(raw):
        return "money, whose sign is behind its number"
    lettered = raw == "(" and len(scan.raw[end + 1]) == 1 and scan.raw[end + 1].isalpha() and scan.raw[end + 2] == ")"
    return "a place in a list" if lettered else ""


def _of_other_money(around: Neighbours, place: Place) -> str:
    """$5 Canadian, E£500, £5 10s, $5 and change, three dollars and a half, $1 thousand million, Rs. 500."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if low[start - 1] == "." and low[start - 2] in _POINTED_MONEY and scan.is_number(start):
        return "money, whose name comes before its number"
    if place.noun in _OLD_MONEY:
        return "money that records have no code for"
    if place.kind != "money":
        return "a number, or money" if low[end] == "won" and low[end + 1] in PLAIN_ENDS and not place.noun else ""
    sign = scan.raw[start]
    if sign and not sign.isalnum() and en.is_money_sign(sign) and scan.joined(start) and scan.is_word(start - 1):
        return "money of another country"
    if scan.raw[start] == "$" and low[end] in _DOLLARS:
        return "money of another country"
    if scan.is_number(end) and scan.joined(end + 1) and low[end + 1] in ("s", "d", "p"):
        return "an amount in two units of money"
    goes_on = low[end] == "and" and (low[end + 1] == "change" or (low[end + 1] == "a" and low[end + 2] in _SHARES))
    return "an amount that goes on in a way that is not read" if goes_on or low[end] in en.BIG else ""


def _joined(around: Neighbours, place: Place) -> str:
    """18 months to two years, two years plus six months, 3 kg 200, 3 gallons 2 pints, 12 to life; most of 3 days."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if low[start - 1] == "and" and low[start - 2] == "score":
        return "a piece of a number"
    if scan.says(end, "to", "life"):
        return "a range that is not read"
    if place.kind == "count":
        behind = low[start - 1] in en.UNIT_STARTS and scan.is_number(start - 2) and low[end] in PLAIN_ENDS
        return "a number, or a smaller unit" if behind and scan.is_number(start) else ""
    if low[start - 1] == "of" and low[start - 2] in _PARTS and place.kind == "duration":
        return "a part of this amount"
    if low[end] in ("short", "shy") and low[end + 1] == "of" and place.kind == "duration":
        return "so much less than another amount"
    if place.values is None or place.values.unit == "%":
        return ""
    for k, other in ((end, around.starts.get), (start, around.ends.get)):
        linked = _linked(scan, k, -1 if k == start else 1)
        beside = other(linked) if linked != k else None
        if beside and beside.kind == place.kind and not changes_before(scan, min(start, beside.start)):
            return "one amount of two that belong together"
        beside = other(k) if place.kind != "money" else None
        alike = beside and beside.kind == place.kind and beside.values and beside.values.unit != "%"
        if alike and (scan.is_number(end) or k == start):
            return "one amount of two that belong together"
    doubted = around.starts.get(end) if place.kind != "money" and scan.is_number(end) else None
    if doubted and doubted.why and (low[end + 1] in en.AMBIGUOUS_UNITS or len(low[end + 1]) == 1):
        return "an amount in two units"
    if low[start - 1] in ("d", "w", "y") and scan.joined(start - 1) and scan.is_number(start - 2):
        return "an amount in two units"
    alone = (
        scan.is_number(end)
        and place.kind != "money"
        and (low[end + 1] in PLAIN_ENDS or (scan.joined(end + 1) and scan.is_word(end + 1)))
    )
    return "an amount in two units" if alone and not scan.is_year(end) else ""


def _linked(scan: EnglishScan, k: int, step: int) -> int:
    """The edge of what "to" or "plus" links to an edge; the same edge where neither word does."""
    at = k if step > 0 else k - 1
    return k + step if scan.low[at] in ("to", "plus") else k


def _hours(around: Neighbours, place: Place) -> str:
    """1530 hours: a time of day as the police and the army say it, or as many hours."""
    scan, raw = around.scan, around.scan.raw[place.start]
    hours = scan.low[place.end - 1] in ("hours", "hrs") and place.end == place.start + 2
    timed = hours and raw.isdecimal() and len(raw) == 4 and int(raw) < 2400 and int(raw) % 100 < 60
    return "a time of day, or an amount of time" if timed else ""


def _unit(around: Neighbours, place: Place) -> str:
    """5 foot-pounds, 500 DM, 5 mw, 51°30'."""
    scan, end = around.scan, place.end
    unit, low = place.values.unit if place.values else "", scan.low
    if low[end] == "-" and scan.joined(end) and scan.joined(end + 1) and low[end + 1] in ("pounds", "pound", "lbs"):
        return "a unit that is not known"
    if unit == "inch" and low[place.start - 1] == "'" and scan.is_number(place.start - 2):
        return "inches behind feet"
    if low[end] == "square":
        return "a length, or an area"
    if unit in ("decimeter", "MW", "mm") and scan.raw[end - 1] in ("DM", "Dm", "mw", "MM"):
        return "a unit, or another one"
    if unit == "degree" and (low[end] in _COMPASS or (scan.joined(end) and scan.is_number(end))):
        return "an angle"
    return ""


def _often(around: Neighbours, place: Place) -> str:
    """Every third day."""
    return "how often, not which" if around.scan.low[place.start - 1] == "every" else ""


_WAYS = {
    "count": (_bounded, _level, _rate, _signed, _of_other_money, _joined, why_at_edge_of_count),
    "duration": (_bounded, _rate, _hours, _joined),
    "measure": (_bounded, _level, _rate, _joined, _unit),
    "money": (_bounded, _rate, _of_other_money, _joined),
    "ordinal": (_often,),
}
