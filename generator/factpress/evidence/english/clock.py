"""Times of day in English words and digits: 16:00, 4.30 p.m., half past nine, ten in the morning, 0930 GMT, noon.

A time by itself is no quantity; with a day it is a moment (`moments.py`).
"""

from __future__ import annotations

import re

from factpress.evidence.english import words as en
from factpress.evidence.english.clock_value import DAY, HOUR, MINUTE, Clock
from factpress.evidence.english.nouns import EnglishScan, changes_before
from factpress.evidence.word_tables import set_of

_CLOCK = re.compile(r"[0-9]{1,2}(?::[0-9]{2}){1,2}|[0-9]{1,2}\.[0-9]{2}")
_ZONES = {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "est": -300, "edt":
    -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "jst": 540, "kst": 540, "hkt": 480,
    "sgt": 480, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
}  # fmt: skip
"""Minutes ahead of UTC."""
_OPEN_ZONES = set_of("et ct mt pt cst ist ast eastern pacific central mountain")
"""Zones whose offset depends on the season or the place."""
_NAMED = {"noon": 12, "midday": 12, "midnight": 24}
_PARTS = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12}
_LEADS = set_of("at around about by until till before after from shortly just since between near towards nearly and")
_VALUED = set_of(
    "stood stand stands standing put puts putting estimated estimates estimate remained remains remain held holds kept"
    " set sets fixed capped priced valued rated ranked traded trades trading peaked steady unchanged level steadied"
    " closed settled quoted reckoned measured counted calculated pegged limited low high record total toll rate index"
)
"""What is at a number, not at a time."""
_FAR = 5
_GOES_ON = set_of("and or but on sharp today tonight tomorrow yesterday when while for in with instead")
_PAST = {"half": 30, "quarter": 15}
_WORDS = frozenset({"a", *_NAMED, *_PAST, *en.WORDS})
_BEHIND_HOUR = en.set_of("o'clock oclock am pm a p in at local") | _NAMED.keys() | _ZONES.keys() | _OPEN_ZONES
_BEHIND_MINUTES = frozenset({"minutes", "mins", "past", "to"})
_BEHIND_CLOCK = _BEHIND_HOUR | _BEHIND_MINUTES | {"hours", "hrs", "and", "or", "-"}
"""What goes on a number that is a time of day; a zone with "time" does so too."""
_BEFORE_HOURS = frozenset({"from", "the", "at", "of"})


def clock_at(scan: EnglishScan, i: int) -> int:
    """The token after a time of day that begins here, or after two that a range joins; here where there is none."""
    low, raw = scan.low, scan.raw[i]
    if low[i + 1] not in _BEHIND_CLOCK and low[i + 2] != "time" and (raw.isdecimal() or low[i] in en.WORDS):
        return i
    first = one_clock(scan, i)
    if first is not None:
        return first.end
    if not (scan.is_number(i) or scan.low[i] in en.WORDS):
        return i
    last = one_clock(scan, i + 2) if scan.low[i + 1] in ("to", "and", "or", "-") and scan.raw[i].isalnum() else None
    return last.end if last and ":" not in scan.raw[i + 2] else i


def maybe_times(scan: EnglishScan, i: int) -> int:
    """The token after what may be a time of day or a number: "sails at 23.15", "from 10 to 4", "the 9.15 to Leeds"."""
    low = scan.low
    if low[i - 1] not in _BEFORE_HOURS:
        return i
    pointed = _CLOCK.fullmatch(scan.raw[i]) is not None and ":" not in scan.raw[i]
    if not pointed and _hour_number(scan, i, most=24) is None:
        return i
    if low[i - 1] == "from" and low[i + 1] == "to" and not pointed:
        first, last = (_hour_number(scan, n) for n in (i, i + 2))
        if first and last and last < first and _stands_alone(scan, i + 3) and not changes_before(scan, i - 1):
            return i + 3
    if low[i - 1] == "the" and pointed and low[i + 1] in ("to", "from"):
        return i + 1
    at = low[i - 1] == "at" and pointed and _VALUED.isdisjoint(low[max(0, i - _FAR) : i - 1])
    return i + 1 if (at or scan.says(i - 2, "stroke", "of")) and _stands_alone(scan, i + 1) else i


def _stands_alone(scan: EnglishScan, i: int) -> bool:
    """Whether nothing follows a number that it may count or measure."""
    if scan.is_word(i):
        return scan.low[i] in _GOES_ON or scan.low[i] in en.WEEKDAYS
    return not scan.is_number(i) and not (scan.joined(i) and scan.low[i] in ("%", "-", "/"))


def one_clock(scan: EnglishScan, i: int) -> Clock | None:
    """The time of day that begins here; nothing where none does."""
    low, raw = scan.low[i], scan.raw[i]
    if raw.isalpha():
        return _in_words(scan, i) if low in _WORDS else None
    if not raw.isdecimal():
        return _in_digits(scan, i, *re.split("[:.]", raw)) if _CLOCK.fullmatch(raw) else None
    if len(raw) == 4 and raw.isascii():
        return _four_digits(scan, i)
    return _hour(scan, i) or _minutes(scan, i) if len(raw) <= 2 else None


def _in_words(scan: EnglishScan, i: int) -> Clock | None:
    """The time of day in words: noon, half past nine, ten in the morning."""
    low = scan.low[i]
    if low in _NAMED:
        return _with_zone(scan, Clock(i, i + 1, _NAMED[low] % 24 * HOUR, HOUR, is_certain=low != "midnight"))
    if low in _PAST or (low == "a" and scan.low[i + 1] in _PAST):
        return _past(scan, i, i + (low == "a"))
    return _hour(scan, i) or _minutes(scan, i) if low in en.WORDS else None


def _past(scan: EnglishScan, start: int, i: int) -> Clock | None:
    """Half past nine, a quarter to seven."""
    minutes, link = _PAST[scan.low[i]], scan.low[i + 1]
    hour = _hour_number(scan, i + 2)
    if link not in ("past", "to", "after") or hour is None or (link == "to" and scan.low[i] == "half"):
        return None
    after = hour * 60 + (minutes if link != "to" else -minutes)
    return _halved(scan, start, i + 3, after % (24 * 60) * MINUTE, MINUTE)


def _minutes(scan: EnglishScan, i: int) -> Clock | None:
    """Twenty past five, ten minutes to six."""
    if scan.low[i + 1] not in _BEHIND_MINUTES:
        return None
    minutes = en.WORDS.get(scan.low[i]) if not scan.is_number(i) else int(scan.raw[i])
    k = i + 1 + (scan.low[i + 1] in ("minutes", "mins"))
    link = scan.low[k]
    hour = _hour_number(scan, k + 1) if link in ("past", "to") else None
    if hour is None or not minutes or minutes >= 60:
        return None
    clock = _halved(scan, i, k + 2, (hour * 60 + (minutes if link == "past" else -minutes)) % 1440 * MINUTE, MINUTE)
    sure = clock.end > k + 2 or (link == "past" and not scan.counted(k + 2))
    return clock if sure else None


def _in_digits(scan: EnglishScan, i: int, hour: str, minute: str, second: str = "") -> Clock | None:
    """7:35, 19:35:10, 7.35 p.m.: with a point only where other words say that it is a time."""
    pointed = "." in scan.raw[i]
    if int(hour) > 24 or int(minute) > 59 or int(second or 0) > 59:
        return None if pointed else Clock(i, i + 1, 0, is_certain=False)
    seconds = int(hour) % 24 * HOUR + int(minute) * MINUTE + int(second or 0)
    to_the = 1 if second else HOUR if minute == "00" else MINUTE
    clock = _halved(scan, i, i + 1, seconds, to_the, in_24=len(hour) == 2 and (hour[0] == "0" or int(hour) > 12))
    return None if pointed and clock.end == i + 1 else clock


def _four_digits(scan: EnglishScan, i: int) -> Clock | None:
    """0735 GMT and 1600 hours."""
    hour, minute = int(scan.raw[i][:2]), int(scan.raw[i][2:])
    k = i + 1
    led = scan.low[i - 1] == "at" or (scan.low[i - 1] in _LEADS and not changes_before(scan, i))
    hours = scan.low[k] in ("hours", "hrs") and (led or scan.raw[i][0] == "0")
    clock = _with_zone(scan, Clock(i, k + hours, hour % 24 * HOUR + minute * MINUTE, MINUTE if minute else HOUR))
    return clock if hour < 25 and minute < 60 and clock.end > k else None


def _hour(scan: EnglishScan, i: int) -> Clock | None:
    """4 p.m., ten o'clock, ten in the morning."""
    hour = _hour_number(scan, i, most=24) if scan.low[i + 1] in _BEHIND_HOUR or scan.low[i + 2] == "time" else None
    if hour is None:
        return None
    clock = _halved(scan, i, i + 1, hour % 24 * HOUR, HOUR)
    if clock.end == i + 1 or (scan.low[i + 1] in ("in", "at", "on") and scan.low[i - 1] not in _LEADS):
        return None
    return clock


def _hour_number(scan: EnglishScan, i: int, most: int = 12) -> int | None:
    raw = scan.raw[i]
    number = int(raw) if raw.isdecimal() and raw.isascii() and len(raw) <= 2 else en.WORDS.get(scan.low[i], -1)
    return number if 0 < number <= most or (number == 0 and raw == "00") else None


def _halved(scan: EnglishScan, start: int, k: int, second: int, to_the: int, *, in_24: bool = False) -> Clock:
    """The time with what says whether it is before or after noon, and with its zone."""
    low, half = scan.low, -1
    if low[k] in ("o'clock", "oclock"):
        k += 1
    if low[k] in ("am", "pm"):
        half, k = 12 * (low[k] == "pm"), k + 1
    elif low[k] in ("a", "p") and low[k + 1] == "." and low[k + 2] == "m":
        half, k = 12 * (low[k] == "p"), k + 3 + (low[k + 3] == "." and scan.joined(k + 3))
    elif low[k] in _NAMED and second // HOUR in (12, 24) and low[k] != "midnight":
        half, k = 12, k + 1
    elif scan.says(k, "in", "the") and low[k + 2] in _PARTS:
        half, k = _PARTS[low[k + 2]], k + 3
    elif scan.says(k, "at", "night"):
        half, k = 12, k + 2
    at_night = half == 12 and low[k - 1] == "night"
    hour = second // HOUR
    if half >= 0 and hour <= 12:
        second += (half - 12 * (hour == 12)) * HOUR if half != 12 or hour != 12 else 0
    clock = _with_zone(scan, Clock(start, k, second % DAY, to_the))
    certain = in_24 or half >= 0 or hour > 12 or (clock.end > k and low[k - 1] != "o'clock")
    # Three at night is before dawn, nine at night is not.
    certain = certain and not (at_night and hour < 6) and not (at_night and hour == 12)
    return clock if certain else Clock(start, clock.end, clock.second, to_the, clock.zone, False, clock.is_local)


def _with_zone(scan: EnglishScan, clock: Clock) -> Clock:
    """The time with its zone: GMT, local time, London time."""
    k, low = clock.end, scan.low
    if low[k] in _ZONES:
        return _at(clock, k + 1, zone=_ZONES[low[k]])
    if low[k] == "local" and low[k + 1] == "time":
        return _at(clock, k + 2)
    if low[k] == "local" and not scan.is_content(k + 1):
        return _at(clock, k + 1)
    if low[k] in _OPEN_ZONES and (scan.raw[k].isupper() or low[k + 1] in ("time", "standard", "daylight")):
        return _at(clock, k + 1 + (low[k + 1] == "time"), is_local=False)
    if scan.is_capital(k) and low[k + 1] == "time":
        return _at(clock, k + 2, is_local=False)
    return clock


def _at(clock: Clock, end: int, *, zone: int | None = None, is_local: bool = True) -> Clock:
    return Clock(clock.start, end, clock.second, clock.to_the, zone, clock.is_certain, is_local)
