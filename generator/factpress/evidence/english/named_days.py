"""Weekdays that are no date by themselves: parts of names, and days that are counted from another one."""

from __future__ import annotations

from datetime import date, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.word_tables import set_of

_OWN_NAMES = set_of(
    "good black ash bloody holy palm super cyber red easter shrove maundy whit remembrance holiday giving pancake"
    " mothering advent trinity spy plough fat blue clean orange rosary rogation laetare gaudete ruby sheffield"
)
_TOLD = set_of(
    "last next previous following preceding same subsequent one other second-last final penultimate that ordinary"
)
_PAPERS = set_of("mail scotland wales independent")
_OF_PLACE = set_of("in to from near at outside across around")
_NUMBERED = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1, "final": -1}
_PARTS_OF = {"quarter": 3, "half": 6, "week": 0, "weekend": 0, "fortnight": 0, "day": 0, "month": 0, "days": 0}
_PARTS_OF |= {"weeks": 0, "months": 0}
_DAY = timedelta(days=1)


def name_around(scan: EnglishScan, i: int, end: int) -> str:
    """Why the weekday at a token, which ends before `end`, is no date by itself; nothing where it is one."""
    before, after = scan.low[i - 1], scan.low[i + 1]
    if before in _OWN_NAMES and (before != "holiday" or scan.low[i - 2] == "bank"):
        return "a day with a name of its own"
    if before in _TOLD or before in en.ORDINALS:
        return "a weekday that is counted from another day"
    if after == "week" and scan.low[i + 2] not in ("of", "long"):
        return "a week after that weekday"
    if before in ("on", "from") and scan.low[i - 2] in ("week", "weeks", "fortnight") and _is_amount(scan, i - 3):
        return "a time counted from that weekday"
    told = after in ("before", "after") and (before == "the" or scan.low[i + 2] in ("last", "next"))
    if told and not scan.raw[i].endswith("s"):
        return "a weekday that is counted from another day"
    return "a weekday, or part of a name" if end == i + 1 and _is_in_name(scan, i) else ""


def words_before(scan: EnglishScan, i: int) -> int:
    """How many words before a weekday belong to what `name_around` found."""
    before = scan.low[i - 1]
    if before == "holiday" and scan.low[i - 2] == "bank":
        return 2
    return int(before in _OWN_NAMES or before in _TOLD)


def counted_day(scan: EnglishScan, i: int) -> Form | None:
    """ "First Tuesday in May 2023", "last day of 2021", "second quarter of 2022"; a doubt where it can't be reckoned."""
    n, of = _NUMBERED.get(scan.low[i], 0), i + 2
    weekday = en.WEEKDAYS.get(scan.low[i + 1], -1) if scan.raw[i + 1][:1].isupper() else -1
    kind = scan.low[i + 1]
    if not n or (weekday < 0 and kind not in _PARTS_OF) or (n < 0 and scan.low[i - 1] != "the"):
        return None
    month, k = 0, of + 1
    if scan.low[of] in ("of", "in") and scan.low[k] in en.MONTHS and scan.raw[k][:1].isupper():
        month, k = en.MONTHS[scan.low[k]], k + 1
        k += scan.low[k] in (",", "of") and scan.is_year(k + 1)
    if not month and not (scan.low[of] in ("of", "in") and scan.is_year(k)):
        if weekday < 0:
            return None
        return Form(of, why="a weekday that is counted from another day")
    if not scan.is_year(k):
        return Form(k, why="a part of a month whose year is not named")
    year = int(scan.raw[k])
    days = relative.month_of(date(year, month, 1)) if month else (date(year, 1, 1), date(year, 12, 31))
    if weekday >= 0 or kind == "day":
        found = [days[0] + _DAY * number for number in range((days[1] - days[0]).days + 1)]
        found = [day for day in found if weekday in (-1, day.weekday())]
        place = n - 1 if n > 0 else -1
        if place < len(found):
            return Form(k + 1, days=(found[place], found[place]))
    if kind in ("quarter", "half") and not month:
        months = _PARTS_OF[kind]
        place = n if n > 0 else 12 // months
        if place * months <= 12:
            first = date(year, (place - 1) * months + 1, 1)
            return Form(k + 1, days=(first, relative.month_of(date(year, place * months, 1))[1]))
    return Form(k + 1, why="a part of a month or a year")


def _is_amount(scan: EnglishScan, i: int) -> bool:
    return scan.is_number(i) or scan.low[i] in en.WORDS or scan.low[i] in ("a", "few", "several", "couple", "of")


def _is_in_name(scan: EnglishScan, i: int) -> bool:
    """The Sunday Times, Friday Harbour, Joe Friday, the Mail on Sunday; not "in Leeds Wednesday", "on Monday Iran"."""
    if scan.low[i - 1] == "on" and scan.low[i - 2] in _PAPERS and scan.raw[i - 2][:1].isupper():
        return True
    begins = scan.starts_sentence(i) or scan.low[i - 1] == ""
    follows = scan.raw[i + 1][:1].isupper() and scan.raw[i][-2:] not in ("'s", "s'")
    if follows and (begins or scan.low[i - 1] == "the") and scan.low[i + 1] not in en.MONTHS:
        return True
    n = i - 1
    while _is_name_word(scan, n) and i - n <= _MOST_WORDS:
        n -= 1
    return n < i - 1 and scan.low[n] not in _OF_PLACE


_MOST_WORDS = 4


def _is_name_word(scan: EnglishScan, i: int) -> bool:
    """Whether a word has a capital letter, and is no month and no word that begins sentences such as "On"."""
    low, raw = scan.low[i], scan.raw[i]
    if not raw[:1].isupper() or low in en.MONTHS or low in en.WEEKDAYS or low in en.NO_NOUNS:
        return False
    return not low.endswith("ly")
