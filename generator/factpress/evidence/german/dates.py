"""German dates: "12. März 2020", "12.03.2020", "im März", "vom 12. bis 15. März", "am Mittwoch"; else a doubt."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from factpress.evidence import relative_dates as relative
from factpress.evidence.date_forms import Form, reached, settled, valid, wrong_weekday
from factpress.evidence.german import words as de
from factpress.evidence.german.numbers import ordinal_word
from factpress.evidence.german.scan import GermanScan

_NUMERIC = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})|([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LIKE_DATE = re.compile(r"[0-9]{1,2}[./][0-9]{1,2}[./](?:[0-9]{2}){1,2}")
_BY_SOURCE = "it depends on the source's date, which is not read here"
_AHEAD = 4
"""How many words behind a day may put it into another week or year."""
_MOST_MONTHS = 3
"""How many months before the source's date a day without a year may surely lie."""
_PAPERS = frozenset({"welt", "bild", "tagesspiegel", "nzz"})
"""Papers whose titles end in a weekday: Welt am Sonntag."""
_MONTH_OR_YEAR = "a day, or a part of a name"


def dates_at(scan: GermanScan, i: int) -> int:
    """Reads the date or the two dates that begin here and gives the token after them; here where there is none."""
    first = _form_at(scan, i)
    if first is None:
        return i
    k = first.end
    other = _other(scan, k, first)
    if other is not None:
        scan.doubt(i, other.end, "dates that may share a month or a year")
        return other.end
    last = _last_of_run(scan, k)
    if last is not None:
        return _run(scan, i, first, last)
    if first.day and not first.month and not first.why:
        return i
    first = _in_other_year(scan, first)
    _note(scan, i, first)
    return first.end


def _form_at(scan: GermanScan, i: int) -> Form | None:
    low = scan.low[i]
    if scan.is_number(i):
        return _numeric(scan, i) or _dotted(scan, i)
    if low in de.WEEKDAYS:
        return _weekday(scan, i)
    if low.endswith(tuple(de.WEEKDAYS)) or low.startswith(tuple(de.WEEKDAYS)):
        return Form(i + 1, why=_MONTH_OR_YEAR)
    if low in de.MONTHS:
        return _month(scan, i)
    if low in de.YEAR and scan.is_year(i + 1):
        return Form(i + 2, year=int(scan.raw[i + 1]))
    if low in de.TODAY and (
        scan.low[i - 1] == "von" or _elsewhen(scan, i + 1) or scan.low[i + 1] in de.AFTER_DATE | {"in", "noch"}
    ):
        return Form(i + 1, why=_BY_SOURCE)
    if low in de.TODAY:
        return reached(i + 1, scan.published, lambda days: relative.days_away(de.TODAY[low], days))
    if low in de.OTHER_DAYS and scan.raw[i].islower():
        return Form(i + 1, why=_BY_SOURCE)
    if low.startswith(de.STEPS) and scan.low[i + 1] in de.PERIODS:
        return Form(i + 2, why=_BY_SOURCE)
    day = ordinal_word(low)
    return _of_month(scan, i + 1, day) if day else None


def _numeric(scan: GermanScan, i: int) -> Form | None:
    match = _NUMERIC.fullmatch(scan.raw[i])
    if match is None:
        return Form(i + 1, why="a date that is not read") if _LIKE_DATE.fullmatch(scan.raw[i]) else None
    day, month, year = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    found = valid(Form(i + 1, int(day), int(month), int(year)))
    return found or Form(i + 1, why="there is no such day in the calendar")


def _dotted(scan: GermanScan, i: int) -> Form | None:
    """A day with its point, and with month and year where they follow: "12.", "12. März", "12. März 2020"."""
    raw = scan.raw[i]
    if len(raw) > 2 or not (raw.isdecimal() and raw.isascii()) or scan.low[i + 1] != "." or not scan.joined(i + 1):
        return None
    if not 1 <= int(raw) <= 31:
        return None
    return _of_month(scan, i + 2, int(raw)) or Form(i + 2, int(raw))


def _of_month(scan: GermanScan, k: int, day: int) -> Form | None:
    """The day of a month whose name is at a token."""
    low = scan.low[k]
    month, end = de.MONTHS.get(low), k + 1
    if month is None and low in de.SHORT_MONTHS and scan.low[end] == "." and scan.joined(end):
        month, end = de.SHORT_MONTHS[low], end + 1
    if month is None or not 1 <= day <= 31:
        return None
    if scan.is_year(end):
        return Form(end + 1, day, month, int(scan.raw[end]))
    return Form(end, day, month)


def _month(scan: GermanScan, i: int) -> Form | None:
    """A month with its year, or behind such words as "im"; "August" by itself may be somebody's name."""
    month = de.MONTHS[scan.low[i]]
    if scan.low[i - 1].startswith(de.STEPS):
        return Form(i + 1, why=_BY_SOURCE)
    if scan.is_year(i + 1):
        return Form(i + 2, month=month, year=int(scan.raw[i + 1]))
    if scan.low[i - 1] not in de.BEFORE_MONTH or not scan.raw[i][0].isupper():
        return None
    return Form(i + 1, month=month)


def _weekday(scan: GermanScan, i: int) -> Form | None:
    """A weekday with its date, or behind "am" the latest one; in any other company it is in doubt."""
    number, k = de.WEEKDAYS[scan.low[i]], i + 1
    k += scan.low[k] in (",", "(")
    k += scan.low[k] in de.ARTICLES_OF_DATES
    dated = _numeric(scan, k) or _dotted(scan, k) if scan.is_number(k) else None
    if dated is not None and dated.month:
        return replace(dated, weekday=number)
    before, after = scan.low[i - 1], scan.low[i + 1]
    turned = after in de.AFTER_WEEKDAY or after.startswith(de.STEPS) or after in de.WEEKDAYS or _elsewhen(scan, i + 1)
    turned = turned or _names_month(scan, i + 1) or (before == "am" and not scan.is_past(i)) or scan.names_other_week
    if before == "am" and scan.low[i - 2] in _PAPERS and scan.raw[i - 2][:1].isupper():
        return Form(i + 1, why=_MONTH_OR_YEAR)
    if dated is not None or turned or scan.announces:
        return Form(i + 1, why=_BY_SOURCE)
    if before in ("am", *de.LAST):
        which: relative.Which = "latest" if before == "am" else "last"
        return replace(
            reached(i + 1, scan.published, lambda days: relative.weekday(number, days, which)), weekday=number
        )
    if before in de.NEXT:
        return replace(
            reached(i + 1, scan.published, lambda days: relative.weekday(number, days, "next")),
            weekday=number,
        )
    return Form(i + 1, why=_BY_SOURCE)


def _other(scan: GermanScan, k: int, first: Form) -> Form | None:
    """Another date in a list behind one that leaves its month or year to it: "12. und 13. März", "März oder April"."""
    link = scan.low[k]
    if link not in ("und", "oder", "sowie", "/", ",") or first.why:
        return None
    k += 1
    while scan.low[k] in de.ARTICLES_OF_DATES or scan.low[k] == "im":
        k += 1
    found = Form(k + 1, month=de.MONTHS[scan.low[k]]) if link == "oder" and scan.low[k] in de.MONTHS else None
    found = _form_at(scan, k) or found
    if found is None or not found.month:
        return None
    shares = (first.day and not first.month) or (first.month and not first.year and found.year)
    return found if shares or link == "oder" else None


def _last_of_run(scan: GermanScan, k: int) -> Form | None:
    """The last date of a run whose first one ends before a token."""
    k += scan.low[k] == "," and scan.low[k + 1] == "bis"
    if scan.low[k] not in ("bis", "-", "—"):
        return None
    k += 1
    while scan.low[k] in de.ARTICLES_OF_DATES:
        k += 1
    found = _form_at(scan, k)
    return found if found is not None and (found.day or found.year or found.month) else None


def _run(scan: GermanScan, start: int, first: Form, last: Form) -> int:
    """Notes two dates as what lies from the first to the last, in the month and year that the last one names."""
    if first.day and not first.month:
        first = replace(first, month=last.month, year=last.year)
    elif first.month and not first.year:
        first = replace(first, year=last.year)
    in_part = scan.low[start - 1] in de.PARTS_OF_MONTH and not first.day
    one, two = (settled(form, scan.published, is_announced=lambda: False) for form in (first, last))
    why = one.why or two.why or wrong_weekday(one) or wrong_weekday(two) or _outside(scan, start)
    if not why and not (first.month and last.month):
        why = "a range of days, or of something else"
    if not why and scan.low[start - 1] not in ("von", "zwischen"):
        why = _unsure_before(scan, start)
    if not why and in_part:
        why = "a part of a month, which is not read in a run"
    if not why and not last.year:
        why = _unsure_year(scan, start, one)
    if not why and one.days and two.days and two.days[1] < one.days[0]:
        why = "the second date is before the first"
    if why:
        scan.doubt(start, last.end, why)
    elif one.days and two.days:
        scan.add(relative.values_of((one.days[0], two.days[1]), is_span=True), start, last.end)
    return last.end


def _in_other_year(scan: GermanScan, form: Form) -> Form:
    """The form, in doubt where what follows may be its year or a number: "12. März vergangenen Jahres", "Mai 68"."""
    k, after = form.end, scan.low[form.end]
    if after == "-" and scan.joined(k):
        return replace(form, why="a day, or a part of a word")
    if after in ("bis", "-") and not form.why:
        return replace(form, why="the beginning of a run whose end is not read")
    if form.year:
        counts = scan.raw[k][:1].isupper() and not scan.is_number(k) and scan.is_year(k - 1)
        goes_on = after in de.LINKS and scan.is_year(k + 1)
        why = "a year, or a number" if counts else "one of several years" if goes_on else ""
        return replace(form, why=why or (_BY_SOURCE if after in de.AFTER_YEAR else ""))
    if not form.month or form.why:
        return form
    if after.startswith(de.STEPS) and scan.low[k + 1] in de.PERIODS:
        return replace(form, end=k + 2, why=_BY_SOURCE)
    if after in de.AFTER_DATE or after == "'" or scan.is_number(k) or _elsewhen(scan, k):
        return replace(form, why=_BY_SOURCE)
    return form


def _elsewhen(scan: GermanScan, k: int) -> bool:
    """Whether the next words put a day into another week or year: "der Vorwoche", "vor einem Jahr", "darauf"."""
    for n in range(k, k + _AHEAD):
        if not scan.is_word(n) and not scan.is_number(n):
            return False
        if scan.low[n] in de.PERIODS or scan.low[n] in de.OTHER_PERIODS:
            return True
    return False


def _names_month(scan: GermanScan, k: int) -> bool:
    """Whether a month follows a weekday, which then is one of that month: "am letzten Mittwoch im Februar"."""
    return any(scan.low[n] in de.MONTHS for n in range(k, k + 2))


def _note(scan: GermanScan, start: int, form: Form) -> None:
    form = settled(form, scan.published, is_announced=lambda: False)
    why = form.why or wrong_weekday(form) or _outside(scan, start)
    if not why and form.month and not form.year:
        why = _unsure_year(scan, start, form)
    if not why and (form.day or form.month or form.year):
        why = _unsure_before(scan, start)
    if why:
        scan.doubt(start, form.end, why)
    elif form.days and form.days[1] <= date.max:
        scan.add(relative.values_of(form.days), start, form.end)


def _unsure_year(scan: GermanScan, start: int, form: Form) -> str:
    """Why the year of a date that names none is not sure: German uses the present for the future, too."""
    if scan.announces or scan.names_other_year:
        return _BY_SOURCE
    if form.days is None or scan.published is None:
        return ""
    is_far = form.days[1] < relative.months_after(scan.published[1], -_MOST_MONTHS)
    if is_far or (form.days[1].year < scan.published[1].year and not scan.is_past(start)):
        return "a day of the months before the source, or one to come"
    return ""


def _unsure_before(scan: GermanScan, start: int) -> str:
    """Why a date may be a time around it, or a part of a name, by the words directly before it: "des", "auf den"."""
    before, n = scan.low[start - 1], start - 1
    if before == "des" and scan.low[start - 2] in de.PARTS_OF_DAY and scan.low[start - 3] == "am":
        return ""
    if before == "den" and not scan.is_word(start - 2) and not scan.is_number(start - 2):
        return ""
    if scan.is_number(n) or (scan.is_word(n) and before not in de.AT_DATE):
        return "that date, or a time around it, or a part of a name"
    if before and not scan.is_word(n) and (before in "-/+_#&@" or scan.low[n - 1] in de.MONTHS):
        return "one of several dates, or the end of a run"
    return ""


def _outside(scan: GermanScan, start: int) -> str:
    """Why a date may be the time before, after or around it, or the end of a run: "vor dem 12. März", "bis Mai"."""
    n = start - 1
    while scan.low[n] in de.ARTICLES_OF_DATES or scan.low[n] in de.BEFORE_MONTH:
        n -= 1
    if scan.low[n] in de.BEFORE_DATE or scan.low[n] in de.NEAR:
        return "that date, or a time before, after or around it"
    if scan.low[n] in ("woche", "wochen", "wochenende"):
        return "a week, not this day"
    if scan.low[n] in ("und", "oder") and (scan.low[n - 1] in de.MONTHS or scan.low[n - 1] in de.WEEKDAYS):
        return "one of several dates, or the end of a run"
    return ""
