"""English as the rest of `evidence` knows it: reads quantities, and says what prose may state besides."""

from __future__ import annotations

from factpress.evidence.english import prose
from factpress.evidence.english import words as en
from factpress.evidence.english.any_date import STARTS as DATE_STARTS
from factpress.evidence.english.bounds import HEDGES_BY_FIRST, SECOND_WORDS, hedge_at
from factpress.evidence.english.clock import clock_at, maybe_times
from factpress.evidence.english.codes import code_at, is_footnote
from factpress.evidence.english.dates import dates_at
from factpress.evidence.english.decades import WORDS as DECADES
from factpress.evidence.english.digits import odd
from factpress.evidence.english.feasts import SPEAKING as FEASTS
from factpress.evidence.english.labels import CALLS
from factpress.evidence.english.magnitudes import magnitude_from
from factpress.evidence.english.misgivings import reconsidered
from factpress.evidence.english.moments import note_clock, with_times
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import day_first
from factpress.evidence.english.quantity import ordinal_from, quantity_at
from factpress.evidence.english.reporting import marks
from factpress.evidence.english.topics import topics
from factpress.evidence.language import Language, Reading
from factpress.evidence.relative_dates import Days
from factpress.evidence.scan import read_through

# Words without which nothing is said, besides digits; and how many words before one of them something may begin.
_SPEAKING = en.set_of("today tonight yesterday tomorrow week month year morning afternoon evening night few couple")
_SPEAKING |= (
    en.set_of("noon midday midnight weekend half quarter handful pair nought naught oh ½ ¼ ¾")
    | en.MULTIPLIERS
    | en.VAGUE_START
    | en.TOO_VAGUE
)
_SPEAKING |= {*DECADES, *FEASTS, *en.WORDS, *en.TIMES, *en.ORDINALS, *en.MONTHS, *en.WEEKDAYS, *en.SEASONS}
_SIGNS = frozenset({"-", "−"})
_REACH = 8

# What may begin something that can be read; at all other words nothing is tried.
_OF_DATES = DATE_STARTS | en.NEAR | {"from", "between"}
_OF_ORDINALS = frozenset({*en.ORDINALS, *en.WORDS, "a", "hundred"})
_OF_QUANTITIES = en.set_of(
    "a an half quarter three nought naught oh from between minus negative - − kr ¥ ₩ ₨ ₦ ₱ ½ ¼ ¾"
)
_OF_QUANTITIES |= {*en.WORDS, *en.TIMES, *en.VAGUE_START, *en.TOO_VAGUE}
_OF_QUANTITIES |= en.set_of("rmb sfr rs fr dm rm")
_OF_QUANTITIES |= {*en.CURRENCY_SIGNS, *(f"{scale}{code.lower()}" for code in en.CURRENCIES for scale in ("", "m"))}
_DATE_ENDS = frozenset({"st", "nd", "rd", "th", "q", "h", "s", "'"})
_BEHIND_THE = {"'", "early", "late", "mid", *DECADES, *en.ORDINALS, *en.LAST_ORDINALS, *en.WORDS}
_OF_CLOCKS = frozenset({"half", "quarter", "a", "noon", "midday", "midnight"})
_STARTS = _OF_DATES | _OF_QUANTITIES | HEDGES_BY_FIRST.keys() | _OF_CLOCKS | {"magnitude", "magnitudes"}


def read(text: str, published: Days | None, region: str = "") -> Reading:
    """What a folded text says; `published` are the days on which its source may have been published.

    `region` decides whether dates in digits have the day or the month first.
    """
    scan = EnglishScan(text, published, region)
    reading = read_through(scan, _SPEAKING.__contains__, _read_at, reach=_REACH, begins=_STARTS.__contains__)
    return reconsidered(scan, with_times(scan), reading.doubts)


def _read_at(scan: EnglishScan, i: int) -> int:
    if scan.is_number(i):
        return _read_number(scan, i)
    if scan.low[i] in _STARTS or scan.low[i + 1] == "$":
        return _read_word(scan, i)
    return i + 1


def _read_word(scan: EnglishScan, i: int) -> int:
    low = scan.low[i]
    if (low in en.WORDS or low in _OF_CLOCKS) and (end := clock_at(scan, i)) > i:
        note_clock(scan, i, end)
        return end
    if low == "from" and (end := maybe_times(scan, i + 1)) > i + 2:
        scan.doubt(i, end, "numbers, or times of day")
        return end
    if low in ("from", "between") and (end := clock_at(scan, i + 1)) > i + 1:
        note_clock(scan, i + 1, end)
        return end
    if _may_be_hedge(scan, i) and (end := _bounded_day(scan, i)) > i:
        return end
    if low == "the" and not _may_follow_the(scan, i + 1):
        return i + 1
    may_be_year = low in en.TENS or (low in en.YEAR_WORDS and scan.low[i - 1] in en.BEFORE_YEAR)
    if low in _OF_DATES and (scan.has_month or low not in en.WORDS or may_be_year) and (end := dates_at(scan, i)) > i:
        return end
    if low in _OF_ORDINALS and scan.has_ordinal and (end := ordinal_from(scan, i)) > i:
        return end
    if (
        low in _SIGNS
        and scan.is_number(i + 1)
        and not scan.is_number(i - 1)
        and (code := code_at(scan, i + 1))[0] > i + 1
    ):
        scan.doubt(i, *code)
        return code[0]
    may_be_quantity = low in _OF_QUANTITIES or scan.low[i + 1] == "$" or _may_be_hedge(scan, i)
    if may_be_quantity and (end := quantity_at(scan, i)) > i:
        return end
    if low in ("magnitude", "magnitudes") and (end := magnitude_from(scan, i)) > i:
        return end
    return i + 1


def _may_follow_the(scan: EnglishScan, i: int) -> bool:
    """Whether something that can be read may go on here behind "the"; nothing else begins with that word."""
    return scan.is_number(i) or scan.low[i] in _BEHIND_THE


def _may_be_hedge(scan: EnglishScan, i: int) -> bool:
    """Whether a hedge may begin at a word: at "on" only in "on the order of"."""
    low = scan.low[i]
    return low in HEDGES_BY_FIRST and (low not in SECOND_WORDS or scan.low[i + 1] in SECOND_WORDS[low])


def _read_number(scan: EnglishScan, i: int) -> int:
    if (end := clock_at(scan, i)) > i:
        note_clock(scan, i, end)
        return end
    if (end := maybe_times(scan, i)) > i:
        scan.doubt(i, end, "a number, or a time of day")
        return end
    if _may_be_dated(scan, i) and (end := dates_at(scan, i)) > i:
        return end
    if is_footnote(scan, i):
        return i + 1
    end, why = code_at(scan, i)
    if end > i:
        if scan.low[i - 1] not in CALLS:
            scan.doubt(i, end, why)
        return end
    if scan.joined(i + 1) and (end := ordinal_from(scan, i)) > i:
        return end
    if (end := quantity_at(scan, i)) > i:
        return end
    why = odd(scan.raw[i])
    if why:
        scan.doubt(i, i + 1, why)
    return i + 1


def _bounded_day(scan: EnglishScan, i: int) -> int:
    """The token after a date whose bound could be that of a number, "up to 4 May", "at least 4 May"; here elsewhere."""
    if scan.low[i] == "up" and scan.low[i + 1] == "to" and (scan.has_month or scan.is_year(i + 2)):
        end = dates_at(scan, i + 2)
        return end if end > i + 2 else i
    k = hedge_at(scan, i)[1] if scan.has_month and scan.low[i] not in en.NEAR else i
    day = day_first(scan, k) if k > i else None
    if day is None:
        return i
    scan.doubt(i, day.end, "a bound of a date")
    return day.end


def _may_be_dated(scan: EnglishScan, i: int) -> bool:
    """Whether a number may begin a date."""
    if scan.has_month or len(scan.raw[i]) > 3 or scan.low[i - 1] == "in" or scan.low[i + 1] in _DATE_ENDS:
        return True
    return "/" in scan.raw[i] or (scan.low[i + 1] == "-" and scan.is_year(i + 2))


ENGLISH = Language(
    read=read,
    plain_words=prose.PLAIN_WORDS,
    unsure_hedges=prose.UNSURE_HEDGES,
    before_a_date="in",
    beside=prose.beside,
    names_month=prose.names_month,
    marks=marks,
    topics=topics,
)
"""English, by the table of languages (`evidence/languages.py`)."""
