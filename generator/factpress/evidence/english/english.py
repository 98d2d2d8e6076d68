"""English as the rest of `evidence` knows it: reads quantities, and says what prose may state besides."""

from __future__ import annotations

from factpress.evidence.english import prose
from factpress.evidence.english import words as en
from factpress.evidence.english.bounds import HEDGES_BY_FIRST
from factpress.evidence.english.clock import clock_at, maybe_times
from factpress.evidence.english.codes import code_at, is_footnote
from factpress.evidence.english.dates import dates_at
from factpress.evidence.english.digits import odd
from factpress.evidence.english.labels import CALLS
from factpress.evidence.english.magnitudes import magnitude_from
from factpress.evidence.english.misgivings import reconsidered
from factpress.evidence.english.moments import note_clock, with_times
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.quantity import ordinal_from, quantity_at
from factpress.evidence.english.reporting import marks
from factpress.evidence.english.topics import topics
from factpress.evidence.language import Language, Reading
from factpress.evidence.relative_dates import Days
from factpress.evidence.scan import read_through

# Words without which nothing is said, besides digits; and how many words before one of them something may begin.
_SPEAKING = en.set_of("today tonight yesterday tomorrow week month year morning afternoon evening night few couple")
_SPEAKING |= (
    en.set_of("noon midday midnight handful pair nought naught oh ½ ¼ ¾")
    | en.MULTIPLIERS
    | en.VAGUE_START
    | en.TOO_VAGUE
)
_SPEAKING |= {*en.WORDS, *en.TIMES, *en.ORDINALS, *en.MONTHS, *en.WEEKDAYS, *en.SEASONS}
_SIGNS = frozenset({"-", "−"})
_REACH = 8

# What may begin something that can be read; at all other words nothing is tried.
_OF_DATES = en.set_of("today tonight yesterday tomorrow last this next previous the from between") | en.NEAR
_OF_DATES |= {*en.MONTHS, *en.WEEKDAYS, *en.SHORT_WEEKDAYS, *en.SEASONS, *en.ORDINALS, *en.WORDS}
_OF_ORDINALS = frozenset({*en.ORDINALS, *en.WORDS, "a", "hundred"})
_OF_QUANTITIES = en.set_of(
    "a an half quarter three nought naught oh from between minus negative - − kr ¥ ₩ ₨ ₦ ₱ ½ ¼ ¾"
)
_OF_QUANTITIES |= {*en.WORDS, *en.TIMES, *HEDGES_BY_FIRST, *en.VAGUE_START, *en.TOO_VAGUE}
_OF_QUANTITIES |= en.set_of("rmb sfr rs fr dm rm")
_OF_QUANTITIES |= {*en.CURRENCY_SIGNS, *(code.lower() for code in en.CURRENCIES)}
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_OF_CLOCKS = frozenset({"half", "quarter", "a", "noon", "midday", "midnight"})
_STARTS = _OF_DATES | _OF_QUANTITIES | _OF_CLOCKS | {"magnitude", "magnitudes"}


def read(text: str, published: Days | None, region: str = "") -> Reading:
    """What a folded text says; `published` are the days on which its source may have been published.

    `region` decides whether dates in digits have the day or the month first.
    """
    scan = EnglishScan(text, published, region)
    reading = read_through(scan, _SPEAKING.__contains__, _read_at, reach=_REACH)
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
    if (low in _OF_QUANTITIES or scan.low[i + 1] == "$") and (end := quantity_at(scan, i)) > i:
        return end
    if low in ("magnitude", "magnitudes") and (end := magnitude_from(scan, i)) > i:
        return end
    return i + 1


def _read_number(scan: EnglishScan, i: int) -> int:
    if (end := clock_at(scan, i)) > i:
        note_clock(scan, i, end)
        return end
    if (end := maybe_times(scan, i)) > i:
        scan.doubt(i, end, "a number, or a time of day")
        return end
    may_be_dated = scan.has_month or len(scan.raw[i]) > 3 or scan.low[i - 1] == "in" or scan.low[i + 1] in _ORDINAL_ENDS
    if may_be_dated and (end := dates_at(scan, i)) > i:
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
