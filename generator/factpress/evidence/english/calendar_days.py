"""English days named by their place in a month or week, and days counted from others: read where sure, else a doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form
from factpress.evidence.date_forms import settled as with_days
from factpress.evidence.english import words as en
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import STEPS, after_month, is_month, year_after
from factpress.evidence.english.ordinals import ordinal_at
from factpress.evidence.english.year_words import year_in_words
from factpress.evidence.relative_dates import Days
from factpress.evidence.word_tables import set_of

_UNITS = set_of("week weeks weekend weekends quarter half month months day days fortnight")
_TOGETHER = set_of("of in next last this")
_COUNTED_FROM = set_of("from after before since following past until till to")
_NOW = set_of("now today tomorrow yesterday tonight christmas easter")
_PERIODS = set_of("month year week quarter")
_SKIPPED = set_of(
    "year the end ends beginning start middle close turn eve of early late around about on mid morning afternoon"
    " evening night day days week weekend first last next - and just shortly long well soon immediately"
)
_BEFORE_AFTER = frozenset({"before", "after", "prior", "following", "preceding", "ahead", "than"})
_FARTHEST = 6
_MONTHS_AHEAD = 3
"""How many months ahead a weekday with its number may be, where it is announced."""
_WEEK_OF = set_of("week fortnight weekend")
_COUNTED = set_of("eve vigil days weeks months hours")
_WEEK_LINKS = set_of("of beginning commencing starting ending from on the")


def nth_day(scan: EnglishScan, i: int) -> Form | None:
    """The first Tuesday in November, the last Friday of May; the third week of March is a doubt."""
    number, k = (-1, i + 1) if scan.low[i] == "last" else ordinal_at(scan, i)
    if k == i:
        return None
    low = scan.low[k]
    if low == "century" and 0 < number <= 21:
        return _century(number, k + 1, scan.low[k + 1] in ("bc", "bce", "b"))
    if low == "day" and scan.low[k + 1] == "of" and number > 0:
        return _day_of(scan, number, k + 2)
    if number > 12:
        return None
    if low in en.WEEKDAYS and scan.raw[k][0].isupper():
        return _weekday_of_month(scan, number, k)
    if (
        low in _UNITS
        and scan.low[k + 1] in _TOGETHER
        and (low not in ("day", "days", "half") or _is_period(scan, k + 2))
    ):
        end = _period_end(scan, k + 2 if scan.low[k + 1] in ("of", "in") else k + 1)
        return Form(end, why=f"a part of a longer time, counted in {low}") if end else None
    return None


def _century(number: int, end: int, before_christ: bool) -> Form:
    """A century, which begins with its year 00 or 01."""
    if before_christ:
        return Form(end + 1, why="a century before the year 1")
    return Form(end, days=(date(max(1, 100 * (number - 1)), 1, 1), date(100 * number, 12, 31)))


def _day_of(scan: EnglishScan, number: int, k: int) -> Form | None:
    """The 15th day of June."""
    if is_month(scan, k) and number <= 31:
        year, end = year_after(scan, after_month(scan, k))
        return Form(end, number, en.MONTHS[scan.low[k]], year)
    end = _period_end(scan, k)
    return Form(end, why="a day counted in a time that is not known") if end else None


def _is_period(scan: EnglishScan, k: int) -> bool:
    return bool(_period_end(scan, k))


def _period_end(scan: EnglishScan, k: int) -> int:
    """The token after a month, a year, or this, last or next month or year; zero where none is."""
    k += scan.low[k] == "the"
    if is_month(scan, k):
        return year_after(scan, after_month(scan, k))[1]
    if scan.is_year(k):
        return k + 1
    if scan.low[k] in en.YEAR_WORDS and (words := year_in_words(scan, k))[0]:
        return words[1]
    if scan.low[k] in (*STEPS, "coming", "following", "same") and scan.low[k + 1] in _PERIODS:
        return k + 2
    return k + 1 if scan.low[k] in ("month", "year") else 0


def _weekday_of_month(scan: EnglishScan, number: int, k: int) -> Form | None:
    weekday, end = en.WEEKDAYS[scan.low[k]], k + 1
    if scan.low[end] not in ("of", "in"):
        if number == -1:
            return None
        return Form(end, why="a weekday counted from a day that is not named")
    month = end + 1
    if is_month(scan, month):
        year, after = year_after(scan, after_month(scan, month))
        whole = with_days(
            Form(after, month=en.MONTHS[scan.low[month]], year=year), scan.published, is_announced=lambda: False
        )
        if year == 0 or whole.days is None:
            return Form(after, why="a weekday of a month whose year is not named")
        return replace(whole, days=_nth(whole.days, weekday, number), why=_why_none(whole.days, weekday, number))
    after = _period_end(scan, month)
    if not after or scan.published is None:
        return Form(after or end, why="a weekday counted in a month that is not known")
    if scan.low[month] in ("this", "last", "next") and scan.low[month + 1] == "month":
        days = relative.month(scan.published, STEPS[scan.low[month]])
        if days[0].month == days[1].month:
            return Form(after, days=_nth(days, weekday, number), why=_why_none(days, weekday, number))
    return Form(after, why="a weekday counted in a month that is not known")


def _nth(month: Days, weekday: int, number: int) -> Days | None:
    first, last = month
    if number == -1:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return (day, day) if first <= day <= last else None


def _why_none(month: Days, weekday: int, number: int) -> str:
    return "" if _nth(month, weekday, number) else "the month has no such weekday"


def counted_from(scan: EnglishScan, end: int) -> int:
    """The token after the day that an amount of time is counted from, as in "two weeks after 11 March"; else `end`."""
    k = end + (scan.low[end] in ("on", "to"))
    if scan.low[k] not in _COUNTED_FROM:
        return end
    k += 1
    k += scan.low[k] == "the" and (scan.low[k + 1] in _COUNTED_FROM or scan.is_number(k + 1))
    if scan.low[k] in _NOW:
        return k + 1
    k += scan.low[k] in STEPS
    if is_month(scan, k):
        day = ordinal_at(scan, k + 1)[1]
        return day if day > k + 1 else k + 2 if scan.is_number(k + 1) and len(scan.raw[k + 1]) <= 2 else k + 1
    if scan.low[k] in en.WEEKDAYS and scan.raw[k][0].isupper():
        return k + 1
    day = ordinal_at(scan, k)[1]
    day = day if day > k else k + 1 if scan.is_number(k) and len(scan.raw[k]) <= 2 else k
    if day > k and is_month(scan, day + (scan.low[day] == "of")):
        return day + 1 + (scan.low[day] == "of")
    return k + 1 if scan.is_number(k) and ("/" in scan.raw[k] or scan.raw[k].count("-") == 2) else end


def is_bounded(scan: EnglishScan, start: int) -> bool:
    """Whether "before" or "after" comes before a date, with words such as "the end of" between."""
    for n in range(start - 1, max(-1, start - _FARTHEST), -1):
        if scan.low[n] in _BEFORE_AFTER:
            if scan.low[n] == "than":
                return not scan.says(n - 2, "no", "later")
            return not (scan.low[n] in ("following", "ahead") and n < start - 1)
        if scan.low[n] not in _SKIPPED:
            return False
    return False


def week_of(scan: EnglishScan, start: int, day: date | None) -> str:
    """Why a date is only a part of the time that is meant: the week of 4 May, w/c 4 May, the year to March."""
    n = start - 1
    while start - n < 4 and scan.low[n] in _WEEK_LINKS:
        n -= 1
    if n < start - 1 and scan.low[n] in _WEEK_OF and scan.low[n - 1] in ("the", "a", "one", "that", ""):
        return "a week, not this day"
    if scan.low[start - 1] == "of" and scan.low[start - 2] in _COUNTED and scan.low[start - 3] in ("within", "the"):
        return "" if scan.low[start - 2] == "hours" else "a time counted from this day"
    if scan.says(start - 3, "no", "later", "than") and scan.published and day and day <= scan.published[0]:
        return "that date, or a time before it"
    if scan.low[start - 1] in ("c", "b", "e") and scan.low[start - 2] == "/" and scan.low[start - 3] == "w":
        return "a week, not this day"
    return ""


def weekday_with_day(weekday: int, day: int, published: Days, *, announced: bool) -> Form | None:
    """Tuesday 10th: the day of that number that is such a weekday, next to the source's date; nothing if none is."""
    found = {
        days
        for ahead in (announced, not announced)
        for days in relative.day_alone(day, published, announced=ahead)
        if _is(days[0], weekday)
    }
    if not found and announced:
        coming = (relative.months_after(published[1].replace(day=1), n) for n in range(1, _MONTHS_AHEAD + 1))
        fitting = [month.replace(day=day) for month in coming if day <= relative.month_of(month)[1].day]
        found = {(each, each) for each in fitting if _is(each, weekday) and published[0] == published[1]}
    return Form(0, days=found.pop(), weekday=weekday) if len(found) == 1 else None


def in_its_year(form: Form, published: Days | None) -> Form:
    """Tuesday 7 March: the year in which that is a Tuesday, from twelve months before the source to six after."""
    if form.why or form.days or form.year or published is None or not (form.day and form.month and form.weekday >= 0):
        return form
    found = set()
    for end in published:
        for year in range(end.year - 1, end.year + 2):
            try:
                day = date(year, form.month, form.day)
            except ValueError:
                continue
            near = relative.months_after(end, -12) < day <= relative.months_after(end, 6)
            if near and day.weekday() == form.weekday:
                found.add(day)
    return replace(form, days=(min(found), min(found))) if len(found) == 1 else form


def _is(day: date, weekday: int) -> bool:
    return day.weekday() == weekday
