"""Words before a date that make another time of it: before it, the week that begins with it, its eve."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from factpress.evidence.date_forms import Form
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.word_tables import set_of

_BOUND = "that date, or a time before or after it"
_BEGINS = set_of("beginning commencing starting")
_ENDS = set_of("ending ended to")
_PERIODS = set_of("week weeks month months quarter quarters year years day days half season fortnight")
_FROM_IT = set_of("eve days weeks months hours day week fortnight vigil anniversary")
_PARTS = set_of("end beginning start middle")
_SIX = timedelta(days=6)


def told_from(scan: EnglishScan, start: int, form: Form) -> tuple[Form, str]:
    """The form of a date that begins at `start` as the words before it make it, and why it is in doubt."""
    low, days = scan.low, form.days
    if days is None:
        return form, ""
    before = start - 1
    if low[before] == "of" and low[before - 1] in _PARTS:
        before -= 2 + (low[before - 2] == "the")
    elif low[before] in ("early", "late", "mid", "-") and low[before - 1] not in ("in", "the"):
        before -= 1 + (low[before] == "-")
    is_bound = low[before] in ("before", "after") or scan.says(before - 1, "prior", "to")
    if is_bound and not (form.is_around and low[before - 1] == "day"):
        return form, _BOUND
    if scan.says(start - 3, "no", "later", "than") and scan.published and days[1] <= scan.published[0]:
        return form, _BOUND
    before = start - 1 - (low[start - 1] == "on")
    if not form.day or low[before - 1] not in _PERIODS and not (low[before] == "of" and low[before - 1] in _FROM_IT):
        is_end = low[before] in _ENDS and low[before - 1] in _PERIODS and not form.is_around
        return form, "the end of a period" if is_end else ""
    word, period = low[before], low[before - 1]
    if period == "week" and word in _BEGINS:
        return replace(form, days=(days[0], days[0] + _SIX)), ""
    if period == "week" and word in _ENDS:
        return replace(form, days=(days[0] - _SIX, days[0])), ""
    if word in _BEGINS or word in _ENDS:
        return form, "the beginning or the end of a period"
    return form, "a time that is counted from that date" if word == "of" and period in _FROM_IT else ""
