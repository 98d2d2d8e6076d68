"""English dates that the words directly beside them change: Tuesday last, a year ago today, the 2019 tax year."""

from __future__ import annotations

from factpress.evidence.english import words as en
from factpress.evidence.english.neighbours import Neighbours, Place

_NEAR = frozenset({"today", "this", "yesterday", "tomorrow"})
_WEEKS = frozenset({"week", "fortnight"})
_EDGES = frozenset({"beginning", "commencing", "starting", "ending"})
_YEARS = en.set_of("financial tax fiscal academic school accounting budget")
_BEFORE_WEEKEND = {"st", "nd", "rd", "th", *en.MONTHS}
_MONTH = 31 * 86_400


def why_at_edge(around: Neighbours, place: Place) -> str:
    """Why the words beside a date make it another one; nothing where they leave it as it is."""
    scan, start, end = around.scan, place.start, place.end
    low, before, after = scan.low, scan.low[start - 1], scan.low[end]
    weekday = low[end - 1] in en.WEEKDAYS
    if weekday and (after == "fortnight" or (after == "last" and not scan.is_content(end + 1))):
        return "a weekday of another week"
    ago = before == "ago" or (before in ("on", ",") and low[start - 2] == "ago")
    if ago and (low[start] in _NEAR or low[start] in en.WEEKDAYS):
        return "a day counted from another"
    if low[start] in en.WEEKDAYS and before in ("closest", "nearest"):
        return "a weekday counted from another day"
    if before == "and" and low[start - 2] == "score":
        return "a piece of a number"
    named = before == "one" or (before in ("the", "that") and low[start - 2] == "on")
    if low[start] in en.WEEKDAYS and end == start + 1 and named and low[start - 2] != "that":
        return "a weekday of a week that is not named"
    if before in _EDGES and low[start - 2] in _WEEKS and low[start] not in en.STEP_WORDS:
        return "a week that is named by one of its days"
    if after in _YEARS and low[end + 1] in ("year", "years"):
        return "a year that is not the calendar's"
    if (after == "weekend" and scan.is_number(end - 1)) or (after == "weekend" and low[end - 1] in _BEFORE_WEEKEND):
        return "a weekend that is named by one of its days"
    if low[end - 1] == "night" and scan.raw[end - 1][0].isupper() and scan.raw[end][:1].isupper():
        return "a night, or part of a name"
    following = around.starts.get(end)
    if following and low[following.end - 1] == "ago" and low[end - 1] in en.MONTHS and scan.is_number(end):
        return "a month, or a day of it"
    preceding = around.ends.get(start)
    if preceding and low[end - 1] == "ago" and low[start - 1] in en.MONTHS and scan.is_number(start):
        return "a time before the source's date, or a day of a month"
    values = place.values
    bare = values is not None and values.is_span and low[start] == "from" and low[start + 1] == "the"
    if bare and values and values.low is not None and values.high is not None:
        named = not en.MONTHS.keys().isdisjoint(low[start:end])
        long = values.high - values.low >= _MONTH
        return "days of a month that is not named" if long and not named and scan.is_number(start + 2) else ""
    return ""
