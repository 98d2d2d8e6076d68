"""Times of day in English words and digits, which are no quantities."""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan

_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}|[0-9]{1,2}\.[0-9]{2}")


def clock_at(scan: EnglishScan, i: int) -> int:
    """The token after a time of day that begins here, or after two that a range joins; here where there is none."""
    end = _one_clock(scan, i)
    if end > i or not (scan.is_number(i) or scan.low[i] in en.WORDS):
        return end
    link = scan.low[i + 1] in ("to", "and", "or", "-")
    last = _one_clock(scan, i + 2) if link and scan.raw[i].isalnum() else i
    return last if last > i + 2 and ":" not in scan.raw[i + 2] else i


def _one_clock(scan: EnglishScan, i: int) -> int:
    low, raw, k = scan.low, scan.raw[i], i + 1
    if _CLOCK.fullmatch(raw):
        sure = ":" in raw
    elif (len(raw) <= 4 and raw.isdecimal()) or low[i] in en.WORDS:
        sure = False
    else:
        return i
    if low[k] in ("am", "pm", "o'clock"):
        k, sure = k + 1, True
    elif low[k] in ("a", "p") and low[k + 1] == "." and low[k + 2] == "m":
        k, sure = k + 3 + (low[k + 3] == "." and scan.joined(k + 3)), True
    elif low[k] in ("hours", "hrs") and len(raw) >= 4 and (low[i - 1] == "at" or raw[0] == "0"):
        k, sure = k + 1, True
    if low[k] in ("gmt", "utc", "bst", "est", "edt", "cet") and (sure or len(raw) >= 3):
        k, sure = k + 1, True
    if low[k] == "local" and low[k + 1] == "time" and (sure or len(raw) >= 3):
        k, sure = k + 2, True
    return k if sure else i
