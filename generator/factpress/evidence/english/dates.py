"""Reads English dates, alone or in runs: "16 and 17 March", "from 16 to 19 March 2020", "between Monday and Friday"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, explicit, wrong_weekday
from factpress.evidence.english import words as en
from factpress.evidence.english.any_date import form_at, settled
from factpress.evidence.english.calendar_days import is_bounded, week_of
from factpress.evidence.english.nouns import EnglishScan, changes_before
from factpress.evidence.english.one_date import after_month, day_number, is_month, month_first, year_after
from factpress.evidence.english.unit_words import unit_at
from factpress.evidence.relative_dates import Days

_LINKS = frozenset({"to", "until", "till", "through", "-", "—"})
_MOST_DAYS = 6
_FARTHEST = 6
_IN_RANGES = frozenset({"the", "end", "beginning", "middle", "start", "of", "early", "late", "mid"})
_LATER = frozenset({"later", "after", "greater", "earlier", "before", "beyond", "onwards", "prior"})
_OPEN_ENDS = frozenset({"now", "today", "yesterday", "tomorrow", "present", "date", "current"})
_NUMERIC = re.compile(r"[0-9]{1,4}([-/.])[0-9]{1,2}\1[0-9]{1,4}")
_TWO_YEARS = re.compile(r"((?:19|20)[0-9]{2})/([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Part:
    """One date of a run: its form, its first token, and the word that links it to the one before."""

    form: Form
    start: int
    link: str = ""


def dates_at(scan: EnglishScan, i: int) -> int:
    """Reads the date or dates that begin here and gives the token after them; here where there is none."""
    opener = scan.low[i] if scan.low[i] in ("from", "between") else ""
    near = scan.low[i] in en.NEAR
    j = i + 1 if opener or near else i
    if opener and scan.low[j] in ("early", "late", "mid"):
        j += 1
    parts = _parts(scan, j, opener)
    if not parts or (near and parts[0].form.year and not parts[0].form.month):
        return i
    end = parts[-1].form.end
    if scan.is_year(end - 1):
        scan.years_end = end
    if len(parts) == 2 and parts[1].link != "," and (parts[1].link != "and" or opener == "between"):
        changes = opener == "from" and changes_before(scan, i)
        if not changes:
            return _run(scan, i if opener else parts[0].start, parts[0], parts[1])
    if opener and len(parts) == 1 and not parts[0].form.why:
        return i
    if len(parts) == 1 and not parts[0].form.year:
        parts = [_in_later_year(scan, parts[0])]
    for part in parts:
        _single(scan, i if near else part.start, part, near=near, alone=len(parts) == 1)
    return end


def _parts(scan: EnglishScan, j: int, opener: str) -> list[Part]:
    parts = _years(scan, j) if scan.is_number(j) else []
    if not parts and scan.has_month:
        parts = _days_before_month(scan, j)
    if not parts:
        form = form_at(scan, j)
        if form is None:
            return []
        parts = [Part(form, j)]
        if form.day and form.month and is_month(scan, j):
            parts = _days_after_month(scan, parts[0])
    last = parts[-1].form
    link = scan.low[last.end]
    if len(parts) == 1 and (link in _LINKS or link == "or" or (link == "and" and opener == "between")):
        spaced = link in ("-", "—") and not (scan.joined(last.end) and scan.joined(last.end + 1))
        if spaced and not (last.month and (last.day or last.year)):
            return parts
        k = last.end + 1
        k += scan.low[k] in ("early", "late", "mid")
        if last.year and not last.month and scan.is_year(k):
            following: Form | None = Form(k + 1, year=int(scan.raw[k]))
        elif _kind(last) == "month" and is_month(scan, k):
            following = month_first(scan, k) or Form(after_month(scan, k), month=en.MONTHS[scan.low[k]])
        else:
            following = form_at(scan, k)
        if spaced and not (following and following.month and (following.day or following.year)):
            return parts
        if following and (opener or _kind(last) == _kind(following) != "relative"):
            parts.append(Part(following, k, link))
    year = parts[-1].form.year
    return [_in_year(part, parts[-1].form, year) for part in parts] if year else parts


def _kind(form: Form) -> str:
    """The precision of a date; one that depends on the source's date is not the end of a range by itself."""
    if form.weekday >= 0 and not form.month:
        return "weekday"
    return "day" if form.day else "month" if form.month else "year" if form.year else "relative"


def _in_year(part: Part, last: Form, year: int) -> Part:
    """A date that has no year is in the year that the last one of its run names, or in the one before."""
    form = part.form
    if form.year or form.days or not form.month:
        return part
    return replace(part, form=replace(form, year=year - ((form.month, form.day) > (last.month, last.day))))


def _in_later_year(scan: EnglishScan, part: Part) -> Part:
    """ "May 3 and June 9, 2023", "March, April and May 2022": the year behind the last one is that of all."""
    form = part.form
    if not form.month or form.days or form.why:
        return part
    k = form.end
    for _ in range(_MOST_DAYS):
        k += scan.low[k] == "," and scan.low[k + 1] in ("and", "or")
        if scan.low[k] not in (",", "and", "or", "&"):
            return part
        following = form_at(scan, k + 1)
        if following is None and is_month(scan, k + 1):
            following = month_first(scan, k + 1) or Form(after_month(scan, k + 1), month=en.MONTHS[scan.low[k + 1]])
        if following is None or following.why or bool(following.day) != bool(form.day):
            return part
        if following.month and following.year:
            return _in_year(part, following, following.year)
        k = following.end
    return part


def _years(scan: EnglishScan, j: int) -> list[Part]:
    """2014-2017, 2019-20 and 2019/20."""
    slashed = _TWO_YEARS.fullmatch(scan.raw[j])
    if slashed and (int(slashed[1]) + 1) % 100 == int(slashed[2]):
        form = Form(j + 1, year=int(slashed[1]))
        return [Part(form, j), Part(replace(form, year=form.year + 1), j, "-")]
    if not (scan.is_year(j) and scan.low[j + 1] == "-" and scan.joined(j + 1) and scan.joined(j + 2)):
        return []
    first, raw = int(scan.raw[j]), scan.raw[j + 2]
    if not raw.isdecimal() or len(raw) not in (2, 4) or scan.is_tight(j + 3) or (len(raw) == 2 and int(raw) <= 12):
        return []
    last = int(raw) if len(raw) == 4 else first - first % 100 + int(raw)
    if not first < last < 2100:
        return []
    why = "years, or a range of numbers" if scan.counted(j + 3) else ""
    return [Part(Form(j + 1, year=first, why=why), j), Part(Form(j + 3, year=last), j + 2, "-")]


def _days_before_month(scan: EnglishScan, j: int) -> list[Part]:
    """ "16-19 March", "16 and 17 March", "the 16th, 17th and 18th of March": days that share a month behind them."""
    days: list[tuple[int, int, str]] = []
    k, link = j + (scan.low[j] == "the"), ""
    while len(days) < _MOST_DAYS:
        k += len(days) > 0 and scan.low[k] == "the"
        day, end = day_number(scan, k)
        if not day:
            return []
        days.append((day, k, link))
        of = end + 1 if scan.low[end] == "of" else end
        if is_month(scan, of):
            break
        link = scan.low[end]
        if link == "," and scan.low[end + 1] == "and":
            link, end = "and", end + 1
        if link not in ("and", "or", ",") and link not in _LINKS:
            return []
        k = end + 1
    if len(days) < 2 or days[-1][2] == "," or not is_month(scan, of):
        return []
    year, after = year_after(scan, after_month(scan, of))
    month = en.MONTHS[scan.low[of]]
    ends = [day_number(scan, token)[1] for _, token, _ in days[:-1]] + [after]
    return [Part(Form(end, day, month, year), token, link) for (day, token, link), end in zip(days, ends, strict=True)]


def _days_after_month(scan: EnglishScan, first: Part) -> list[Part]:
    """ "March 16-19", "March 16 and 17", "March 16, 17 and 18, 2020": days that share the month before them."""
    parts, form = [first], first.form
    if form.year:
        return parts
    k = form.end
    while len(parts) < _MOST_DAYS:
        link = scan.low[k]
        if link == "," and scan.low[k + 1] == "and":
            link, k = "and", k + 1
        day, end = day_number(scan, k + 1) if link in ("and", "or", ",") or link in _LINKS else (0, k)
        counts = link in ("and", "or", ",") and (scan.counted(end) or unit_at(scan, end))
        if not day or is_month(scan, end) or scan.low[end] == "of" or counts or unit_at(scan, end):
            break
        parts.append(Part(Form(end, day, form.month), k + 1, link))
        k = end
    while len(parts) > 1 and parts[-1].link == ",":
        parts.pop()
    year, end = year_after(scan, parts[-1].form.end)
    if year:
        parts = [replace(part, form=replace(part.form, year=year)) for part in parts]
        parts[-1] = replace(parts[-1], form=replace(parts[-1].form, end=end))
    return parts


def _single(scan: EnglishScan, start: int, part: Part, *, near: bool, alone: bool) -> None:
    form = settled(scan, part.start, part.form)
    why = form.why or wrong_weekday(form)
    bound = is_bounded(scan, start) or scan.says(start - 2, "prior", "to")
    bound = bound and not (form.is_around and scan.low[start - 2] == "day")
    why = why or (week_of(scan, start, form.days and form.days[1]) if form.day or form.days else "")
    why = why or (_why_open(scan, start, part.form) if alone else "") or _why_goes_on(scan, start, form)
    if not why and bound and form.days:
        why = "that date, or a time before or after it"
    if why:
        scan.doubt(start, form.end, why)
    elif form.days:
        days = _widened(form) if near else form.days
        if scan.says(start - 2, "night", "of") and days[1] < date.max:
            days = days[0], days[1] + timedelta(days=1)
        scan.add(relative.values_of(days), start, form.end)


def _why_open(scan: EnglishScan, start: int, form: Form) -> str:
    """Why a date is only one end of a longer time whose other end could not be read."""
    n, end = start - 1, form.end
    while start - n < _FARTHEST and scan.low[n] in _IN_RANGES:
        n -= 1
    before = low_link = scan.low[n]
    link, k = scan.low[end], end + 1
    while k - end < _FARTHEST and scan.low[k] in _IN_RANGES:
        k += 1
    dated = scan.is_number(k) or is_month(scan, k) or scan.low[k] in _OPEN_ENDS or scan.low[k] in en.STEP_WORDS
    dated = dated or scan.low[k] in en.ORDINALS or (scan.low[k] in en.WEEKDAYS and scan.raw[k][:1].isupper())
    # "Extended last week to 11 April" is no range.
    dated = dated and (before in ("from", "between") or _kind(form) not in ("relative", "weekday"))
    changed = before == "from" and changes_before(scan, n)
    links = _LINKS | {"and"} if before == "between" else _LINKS
    starts = link in links and dated and not (link == "to" and scan.is_number(k) and scan.counted(k + 1))
    if (
        starts
        and not changed
        and (
            link not in ("-", "—")
            or scan.joined(end)
            or before in ("from", "between")
            or _NUMERIC.fullmatch(scan.raw[k])
        )
    ):
        scan.open_range = end
        return "the beginning of a longer time whose end is not read"
    if low_link in _LINKS and n == start - 1 and scan.low[n - 1] in en.MONTHS and (scan.joined(n) or low_link != "-"):
        return "the end of a longer time whose beginning is not read"
    if low_link == "and" and scan.low[n - 1] in _OPEN_ENDS and scan.low[n - 2] == "between":
        return "the end of a longer time whose beginning is not read"
    if form.day and low_link in ("to", "until", "till", "through") and n == start - 1 and scan.is_number(n - 1):
        return "the end of a longer time whose beginning is not read"
    if form.is_around and low_link in ("to", "till", "through") and scan.is_number(n - 1):
        return "the end of a longer time whose beginning is not read"
    if before in _LINKS | {"and"} and scan.open_range == n and n > 0:
        return "the end of a longer time whose beginning is not read"
    return ""


def _why_goes_on(scan: EnglishScan, start: int, form: Form) -> str:
    """Why a date is not the one that it looks like: "15 April of 87", "2012 or later"."""
    k, after = form.end, scan.low[form.end + 1]
    if (scan.low[k] in ("or", "and") and after in _LATER) or scan.low[k] in ("onwards", "onward"):
        return "that date, or a time before or after it"
    ends = scan.low[start - 1] in ("to", "ended", "ending") and scan.low[start - 2] in en.TIME_UNITS
    if ends and scan.low[start - 3] not in en.STEP_WORDS:
        return "the end of a longer time"
    if form.day and form.month and scan.low[start - 1] in en.STEP_WORDS:
        return "a day of another year or month"
    if scan.low[k] in ("bc", "bce") or (scan.low[k] == "b" and scan.low[k + 2] == "c"):
        return "a date before the year 1"
    short = len(scan.raw[k]) == 2 and scan.raw[k].isdecimal() and form.day and form.month and not form.year
    if short and not (scan.counted(k + 1) or unit_at(scan, k + 1) or scan.is_tight(k + 1)):
        return "a date of a short year"
    if form.month and not form.year and scan.low[k] == "of" and (scan.is_number(k + 1) or after == "'"):
        return "a date of a year that is not read"
    return ""


def _run(scan: EnglishScan, start: int, first: Part, last: Part) -> int:
    """Notes two dates as what lies from the first to the last: a span, or the days between them."""
    one = settled(scan, first.start, first.form)
    two = settled(scan, last.start, last.form)
    end = two.end
    if one.days and two.days and not last.form.year and last.form.month and first.form.month:
        two = _in_same_year(last, two, one.days)
    why = one.why or two.why or wrong_weekday(one) or wrong_weekday(two)
    if not why and one.days and two.days and two.days[1] < one.days[0]:
        why = "the second date is before the first"
    if why:
        scan.doubt(start, end, why)
    elif one.days and two.days:
        days = one.days[0], two.days[1]
        scan.add(relative.values_of(days, is_span=last.link != "or"), start, end)
    return end


def _in_same_year(last: Part, two: Form, after: Days) -> Form:
    """The end of a run whose dates have no year: within a year of its beginning, however far the source's date is."""
    form = last.form
    year = after[0].year + ((form.month, form.day or 31) < (after[0].month, after[0].day))
    try:
        return replace(two, days=explicit(year, form.month, form.day), why="")
    except ValueError:
        return replace(two, why="there is no such day in the calendar")


def _widened(form: Form) -> Days:
    """One unit of its precision either way, as `~` in records."""
    days = form.days or (date.min, date.max)
    try:
        if form.month and not form.day:
            return relative.months_after(days[0], -1), relative.month_of(relative.months_after(days[0], 1))[1]
        return days[0] - timedelta(days=1), days[1] + timedelta(days=1)
    except (ValueError, OverflowError):
        return days
