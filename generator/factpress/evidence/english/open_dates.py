"""English dates that are one end of an open time: "since March", "before 2019", "by 3 May", "2012 or later"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.clock import clock_at
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import is_month
from factpress.evidence.relative_dates import Days
from factpress.evidence.values import Values

Side = Literal["from", "after", "to", "before", "at"]
"""From the date on, after it, up to it, before it; or the date itself, where the words name what happened on it."""

UNSURE = "that date, or a time before or after it"
_LEADS: dict[str, Side] = {
    "since": "from",
    "until": "to",
    "till": "to",
    "by": "to",
    "before": "before",
    "after": "after",
}
_THAN: dict[str, Side] = {"later": "after", "earlier": "before"}
_NO_MORE: dict[Side, Side] = {"after": "to", "before": "from"}
_AND_ON_IT: dict[Side, Side] = {"after": "from", "before": "to"}
_TAILS: dict[str, Side] = {"later": "from", "beyond": "from", "greater": "from", "onwards": "from", "earlier": "to"}
_LAST_TAILS: dict[str, Side] = {"after": "from", "before": "to"}
_EXTREMES: dict[str, Side] = {"latest": "to", "earliest": "from"}
_PARTS = en.set_of("end ending close beginning start middle early late mid")
_LINKS = frozenset({"the", "of", "-", "'"})
_ENDS, _BEGINNINGS = frozenset({"end", "close"}), frozenset({"beginning", "start"})
_LASTS = frozenset(("", ".", ",", ";", ":", ")", "!", "?", "—", "\n", "and", "or", "but"))
_GOING_ON = en.STEP_WORDS | frozenset({"in", "on", "at", "that"})
_ON = frozenset({"on", "in", "during", "at"})
_COUNTED = en.set_of("eve night morning evening afternoon weekend decade decades century nights fortnight vigil")
_NO_LEADS = en.set_of("named called look looks looked looking")
_TO_NOW, _NOW = frozenset({"to", "until", "till", "and", "-"}), frozenset({"now", "present", "date", "day"})
_OWNERS = en.set_of("the their his her its our my your a this that")
_NOT = en.set_of("not never no none nobody nothing neither nor cannot hardly barely without")
_STOPS = frozenset(("", ".", ",", ";", "!", "?", "(", ")", "—", "\n"))
_FARTHEST, _CLAUSE = 7, 12


@dataclass(frozen=True, slots=True)
class Opened:
    """A date with the words that open it: their first token, the one after the last, and on which side it is open.

    `part` is the part of the date that is named, such as its end; `why` is what is in doubt.
    """

    start: int
    end: int
    side: Side = "at"
    part: str = ""
    why: str = ""

    def values(self, days: Days) -> Values | None:
        """The open time; nothing where the calendar ends before it begins."""
        first, last = days
        try:
            if self.side == "after" and (not self.part or self.part in _ENDS):
                day = last + timedelta(days=1)
                return relative.open_values((day, day), "from", is_named=False)
            if self.side == "before" and (not self.part or self.part in _BEGINNINGS):
                day = first - timedelta(days=1)
                return relative.open_values((day, day), "to", is_named=False)
        except OverflowError:
            return None
        if self.side == "at":
            return relative.values_of(days)
        is_named = self.side in ("from", "to")
        return relative.open_values(days, "from" if self.side in ("from", "after") else "to", is_named=is_named)


def opened(scan: EnglishScan, start: int, form: Form) -> Opened | None:
    """The open time that a date from token `start` on is one end of; nothing where it is the date itself."""
    if form.is_around and scan.low[start - 2] == "day":
        return None
    n, part = _before(scan, start)
    lead, tail = _lead(scan, n), _tail(scan, start, form.end)
    if form.is_around or form.is_part or _has_time(scan, form.end):
        part = part or "middle"
    if tail is not None:
        first, side = lead or (start, tail[1])
        return Opened(first, tail[0], tail[1], part, UNSURE if side != tail[1] else "")
    if lead is None:
        at_least = scan.low[n] in ("least", "most") and scan.low[n - 1] == "at" and scan.low[n - 2] in _LEADS
        return Opened(n - 2, form.end, why=UNSURE) if at_least else None
    first, side = lead
    bare = form.weekday >= 0 and not form.day
    if bare and side != "from":
        return None
    if first == n and side != "from" and _is_negated(scan, n):
        return None if side == "to" and scan.low[n] != "by" else Opened(first, form.end, why=UNSURE)
    if not bare and not form.is_part and _is_named(scan, start, form.end):
        return Opened(start, form.end)
    return Opened(first, form.end, side, part, _why_unsure(scan, first, start, form))


def why_open_run(scan: EnglishScan, start: int, end: int) -> str:
    """Why the days of a run are not when it was: "before 16-19 March"."""
    lead = _lead(scan, _before(scan, start)[0])
    return UNSURE if lead and not _is_named(scan, start, end) else ""


def _before(scan: EnglishScan, start: int) -> tuple[int, str]:
    """The token before the words that name a part of a date, and the part: "the end of", "late", "the year"."""
    low, n, part = scan.low, start - 1, ""
    while start - n < _FARTHEST:
        if low[n] in _PARTS:
            part = low[n]
        elif low[n] not in _LINKS and not (low[n] in ("year", "month") and low[n - 1] == "the"):
            break
        n -= 1
    return n, part


def _lead(scan: EnglishScan, n: int) -> tuple[int, Side] | None:
    """The first of the words up to token `n` that open the date behind them, and the side; nothing where none do."""
    low = scan.low
    if low[n] == "than" and low[n - 1] in _THAN:
        side = _THAN[low[n - 1]]
        return (n - 2, _NO_MORE[side]) if low[n - 2] in ("no", "not") else (n - 1, side)
    if low[n] == "to" and low[n - 1] in ("prior", "up"):
        return n - 1, "to" if low[n - 1] == "up" else "before"
    if low[n] not in _LEADS:
        return None
    side = _LEADS[low[n]]
    if side in _AND_ON_IT and low[n - 1] == "or" and low[n - 2] in _ON:
        return n - 2, _AND_ON_IT[side]
    return n - ((low[n - 1], low[n]) in (("ever", "since"), ("up", "until"), ("up", "till"))), side


def _tail(scan: EnglishScan, start: int, end: int) -> tuple[int, Side] | None:
    """The token after the words behind a date that open it, "or later", "onwards", "at the latest", and the side."""
    low, word = scan.low, scan.low[end + 1]
    last = low[end + 2] in _LASTS
    if low[end] == "or" and word in _TAILS and low[end + 2] not in _GOING_ON:
        return end + 2, _TAILS[word]
    if low[end] == "and" and last and word in _TAILS:
        return end + 2, _TAILS[word]
    if low[end] in ("or", "and") and last and word in _LAST_TAILS:
        return end + 2, _LAST_TAILS[word]
    if low[end] in ("onwards", "onward") or (low[end] == "on" and low[start - 1] == "from" and word in _LASTS):
        return end + 1, "from"
    if now := after_now(scan, start, end):
        return now, "from"
    k = end + 1 + (word == "the")
    return (k + 1, _EXTREMES[low[k]]) if low[end] == "at" and low[k] in _EXTREMES else None


def after_now(scan: EnglishScan, start: int, end: int) -> int:
    """The token after words behind a date that say up to now: "from 2012 to the present", "since May to date"."""
    if scan.low[_before(scan, start)[0]] not in ("from", "since", "between") or scan.low[end] not in _TO_NOW:
        return 0
    k = end + 1 + (scan.low[end + 1] in ("the", "this"))
    if scan.low[k] not in _NOW or (scan.low[end] == "and" and scan.low[k] == "date"):
        return 0
    return k + 1 + (scan.low[k] == "present" and scan.low[k + 1] == "day")


def _has_time(scan: EnglishScan, k: int) -> bool:
    """Whether a time of day follows a day, so that a part of the day is after it too."""
    k += scan.low[k] == ","
    k += scan.low[k] in ("at", "around", "about")
    return clock_at(scan, k) > k


def _is_negated(scan: EnglishScan, n: int) -> bool:
    """Whether the clause denies something: what did not happen until a day happened on it."""
    for k in range(n - 1, max(-1, n - _CLAUSE), -1):
        if scan.low[k] in _NOT or scan.low[k].endswith("n't"):
            return True
        if scan.low[k] in _STOPS:
            return False
    return False


def _is_named(scan: EnglishScan, start: int, end: int) -> bool:
    """Whether the date is that of something that has a name or follows: the 2019 flood, 17 March, when it rained."""
    if scan.raw[end - 1].endswith("'s") or scan.low[end + (scan.low[end] == ",")] == "when":
        return True
    number = scan.low[start] == "the" and scan.is_number(start + 1) and is_month(scan, start + 2)
    return (number or scan.low[start - 1] in _OWNERS) and scan.is_content(end)


def _why_unsure(scan: EnglishScan, first: int, start: int, form: Form) -> str:
    """Why the words may not open the date: "two weeks before 3 May", "since 2012 elections"."""
    low, before, end = scan.low, scan.low[first - 1], form.end
    if before in en.TIME_UNITS or before in en.WEEKDAYS or before in _COUNTED or before in _NO_LEADS:
        return UNSURE
    if before in ("and", "or") and low[first - 2] in _LEADS:
        return UNSURE
    if low[first] == "by" and before in en.CHANGE and form.year and not form.month:
        return UNSURE
    follows = scan.is_content(end) and not (form.day and low[first] in ("since", "until", "till", "by"))
    return UNSURE if follows or (low[start] == "the" and scan.is_content(end)) else ""
