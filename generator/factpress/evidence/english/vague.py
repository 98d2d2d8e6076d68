"""Vague English words of the table (records.md, Figures), such as "several hundred", "dozens" or "a few days"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from factpress.evidence.english import words as en
from factpress.evidence.english.bounds import why_no_bound
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.unit_words import unit_at
from factpress.evidence.values import VAGUE, of_vague
from factpress.records.figure import Kind


def vague_from(scan: EnglishScan, start: int, i: int, hedge: str, wording: str) -> int:
    """Reads vague words that begin at `i`, and the hedge before them; gives the token after them, or `i`."""
    words, scale, end, why = _vague_words(scan, i)
    if end == i:
        return i
    unit = unit_at(scan, end) or (unit_at(scan, end + 1) if scan.low[end] == "of" else None)
    kind: Kind = unit.kind if unit else "count"
    noun = "" if unit else scan.counted(end)
    last = unit.end if unit else end
    if unit and unit.kind == "duration" and scan.low[last] == "ago":
        last, why = last + 1, why or "not an exact time before the source's date"
        if scan.published is None:
            return last
    why = why or (unit.why if unit else "")
    if hedge not in ("", "more than", "at least", "up to"):
        why = why or "two bounds and no number"
    if hedge:
        why = why or why_no_bound(scan, start, hedge=hedge, wording=wording, kind=kind, small=False, low=False)
    if why:
        scan.doubt(start, last, why)
        return last
    values = of_vague(kind, words, scale=scale, unit=unit.name if unit else "")
    if hedge:
        values = replace(values, low=Decimal(0)) if hedge == "up to" else replace(values, high=None)
    scan.add(values, start, last, noun)
    return last


def _vague_words(scan: EnglishScan, i: int) -> tuple[str, int, int, str]:
    """The vague words of the table that begin here, the power of ten after them, their end, and why in doubt."""
    low, words, end = scan.low, scan.low[i], i + 1
    if words == "a":
        words, end = f"a {low[i + 1]}", i + 2
        if words not in ("a couple", "a few", "a handful"):
            return "", 0, i, ""
    if words in ("hundreds", "thousands") and (low[i - 1] in en.WORDS or low[i - 1].isdecimal()):
        return words, 0, end, "a number of hundreds or thousands"
    if words in en.TOO_VAGUE or (low[end] == "of" and low[end + 1] in ("thousands", "millions", "billions")):
        end = end + 2 if low[end] == "of" and low[end + 1] in ("thousands", "millions", "billions") else end
        if low[i] == "tens" and end == i + 1:
            return "", 0, i, ""
        return words, 0, end, "these words have no fixed values"
    if words == "scores" and low[end] not in ("of", "more", "dead", "killed", "injured", "wounded"):
        return "", 0, i, ""
    if words == "a few" and low[i - 1] in ("quite", "good"):
        return words, 0, end, "a few, or many"
    k = end + 1 if low[end] == "of" and words == "a couple" else end
    scale = low[k].removesuffix("s") if words in ("several", "a few", "a couple") else ""
    if words == "a couple" and scale == "dozen":
        return words, 0, k + 1, "these words have no fixed values"
    if f"{words} {scale}" in VAGUE:
        power = en.BIG.get(low[k + 1], 0)
        return f"{words} {scale}", power, k + 1 + bool(power), ""
    if scale in en.BIG or scale == "hundred":
        return words, en.BIG.get(scale, 2), k + 1, ""
    is_thing = low[end] in ("of", "more") or scan.is_plural(end) or unit_at(scan, end)
    if words == "a couple" and not is_thing:
        return words, 0, end, "two people, or two or three things"
    return words, 0, end, ""
