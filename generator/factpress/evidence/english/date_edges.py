"""English dates that the words directly beside them change: Tuesday last, a year ago today, the 2019 tax year."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.neighbours import Neighbours, Place

_NEAR = frozenset({"today", "this", "yesterday", "tomorrow"})
_WEEKS = frozenset({"week", "fortnight"})
_EDGES = frozenset({"beginning", "commencing", "starting", "ending"})
_YEARS = en.set_of("financial tax fiscal academic school accounting budget")
_BEFORE_WEEKEND = {"st", "nd", "rd", "th", *en.MONTHS}
_OTHER_YEARS = en.set_of("that previous following preceding same every each next")
_OFTEN = en.set_of("every each annually yearly")
_OF_YEARS = en.set_of("from between and to -")
_MONTH = 31 * 86_400


def why_at_edge(around: Neighbours, place: Place) -> str:
    """Why the words beside a date make it another one; nothing where they leave it as it is."""
    for way in _WAYS:
        if why := way(around, place):
            return why
    return ""


def _weekday(around: Neighbours, place: Place) -> str:
    """Tuesday last, Tuesday fortnight, a year ago today, on the Monday, the nearest Monday to it."""
    scan, start, end = around.scan, place.start, place.end
    low, before, after = scan.low, scan.low[start - 1], scan.low[end]
    if low[end - 1] in en.WEEKDAYS and (after == "fortnight" or (after == "last" and not scan.is_content(end + 1))):
        return "a weekday of another week"
    is_weekday = low[start] in en.WEEKDAYS
    ago = before == "ago" or (before in ("on", ",") and low[start - 2] == "ago")
    if (ago and (low[start] in _NEAR or is_weekday)) or (is_weekday and before in ("closest", "nearest")):
        return "a day counted from another"
    named = before == "one" or (before in ("the", "that") and low[start - 2] == "on")
    if is_weekday and end == start + 1 and named and low[start - 2] != "that":
        return "a weekday of a week that is not named"
    if low[end - 1] == "night" and scan.raw[end - 1][0].isupper() and scan.raw[end][:1].isupper():
        return "a night, or part of a name"
    return ""


def _longer(around: Neighbours, place: Place) -> str:
    """Week commencing 3 June, the 2019 tax year, the 4 May weekend, late March/early April, eve of 4 May."""
    scan, start, end = around.scan, place.start, place.end
    low, before, after = scan.low, scan.low[start - 1], scan.low[end]
    if before in _EDGES and low[start - 2] in _WEEKS and low[start] not in en.STEP_WORDS:
        return "a week that is named by one of its days"
    if after in _YEARS and low[end + 1] in ("year", "years"):
        return "a year that is not the calendar's"
    if after == "weekend" and (scan.is_number(end - 1) or low[end - 1] in _BEFORE_WEEKEND):
        return "a weekend that is named by one of its days"
    if before == "of" and low[start - 2] == "eve":
        return "the day before this one"
    month = low[start] in en.MONTHS or low[end - 1] in en.MONTHS
    slashed = (after == "/" and scan.joined(end)) or "/" in low[max(0, start - 2) : start]
    return "one month or another" if month and slashed and end == start + 1 else ""


def _of_another_year(around: Neighbours, place: Place) -> str:
    """On 4 May that year, every 4 May, on 4 May two years ago; 2019, 4 May; between 1900 and 2000 men."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if not en.MONTHS.keys().isdisjoint(low[start:end]) and not any(scan.is_year(n) for n in range(start, end)):
        k = end + (low[end] in ("of", "in"))
        k += low[k] == "the"
        yearly = (low[k] in _OTHER_YEARS and low[k + 1] == "year") or low[end] in ("annually", "yearly")
        led = low[start - 1] in _OFTEN or (low[start - 1] == "on" and low[start - 2] in _OFTEN)
        ago = low[end + 1] in ("year", "years") and low[end + 2] == "ago"
        if yearly or led or ago or (low[start - 1] == "," and scan.is_year(start - 2) and end > start + 1):
            return "a day of another year, or of every year"
    years = all(scan.is_year(n) or low[n] in _OF_YEARS for n in range(start, end))
    return "years, or a range of numbers" if years and end > start + 2 and low[end] in en.PLURALS else ""


def _beside_ago(around: Neighbours, place: Place) -> str:
    """In February 13 years ago, four score and 7 years ago."""
    scan, start, end = around.scan, place.start, place.end
    low = scan.low
    if low[start - 1] == "and" and low[start - 2] == "score":
        return "a piece of a number"
    following = around.starts.get(end)
    if following and low[following.end - 1] == "ago" and low[end - 1] in en.MONTHS and scan.is_number(end):
        return "a month, or a day of it"
    behind = low[end - 1] == "ago" and low[start - 1] in en.MONTHS and scan.is_number(start)
    return "a time before the source's date, or a day of a month" if behind and around.ends.get(start) else ""


def _bare_days(around: Neighbours, place: Place) -> str:
    """From the 3rd to the 9th, where no month is named."""
    scan, start, values = around.scan, place.start, place.values
    low = scan.low
    if values is None or not values.is_span or low[start] != "from" or low[start + 1] != "the":
        return ""
    if values.low is None or values.high is None or not en.MONTHS.keys().isdisjoint(low[start : place.end]):
        return ""
    long = values.high - values.low >= _MONTH and scan.is_number(start + 2)
    return "days of a month that is not named" if long else ""


_WAYS = (_weekday, _longer, _of_another_year, _beside_ago, _bare_days)
