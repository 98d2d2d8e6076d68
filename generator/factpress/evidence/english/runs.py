"""The dates of a run in English, each with the word before it: "16 and 17 March", "March 16-19", "2014-17"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factpress.evidence.date_forms import Form, reached
from factpress.evidence.english import words as en
from factpress.evidence.english.any_date import form_at, form_behind_the
from factpress.evidence.english.joined_dates import month_joined
from factpress.evidence.english.nouns import EnglishScan
from factpress.evidence.english.one_date import after_month, day_number, is_month, month_first, year_after
from factpress.evidence.english.region_days import month_and_day
from factpress.evidence.english.unit_words import unit_at

_MOST_DAYS = 6
_PARTS = frozenset({"end", "beginning", "start", "middle", "close"})
_TWO_YEARS = re.compile(r"((?:19|20)[0-9]{2})/([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Part:
    """One date of a run: its form, its first token, and the word that links it to the one before."""

    form: Form
    start: int
    link: str = ""


def parts_of(scan: EnglishScan, j: int, opener: str) -> list[Part]:
    """The date that begins here and those that follow it with "and", "to" and the like; nothing where none begins."""
    parts = _years(scan, j) if scan.is_number(j) else []
    if not parts and scan.has_month:
        parts = _days_before_month(scan, j) or (_day_to_month(scan, j) if opener else []) or _months(scan, j)
    if not parts:
        now = opener == "between" and scan.low[j] == "now"
        read = form_behind_the if opener else form_at
        form = reached(j + 1, scan.published, lambda days: days) if now else read(scan, j)
        if form is None:
            return []
        parts = [Part(form, j)]
        if form.day and form.month and is_month(scan, j):
            parts = _days_after_month(scan, parts[0])
    last = parts[-1].form
    link = scan.low[last.end]
    if len(parts) == 1 and (link in en.LINKS or link == "or" or (link == "and" and opener == "between")):
        parts += _following(scan, last, link, opener)
    year = parts[-1].form.year
    return [_in_year(part, parts[-1].form, year) for part in parts] if year else parts


def _following(scan: EnglishScan, last: Form, link: str, opener: str) -> list[Part]:
    """The date behind a link that makes a run of it and the one before; nothing where it makes none."""
    spaced = link in ("-", "—") and not (scan.joined(last.end) and scan.joined(last.end + 1))
    if spaced and not (last.month and (last.day or last.year)):
        return []
    k = after_part(scan, last.end + 1)
    if scan.is_year(k) and last.year and (not last.month or (opener and not scan.is_plural(k + 1))):
        following: Form | None = Form(k + 1, year=int(scan.raw[k]))
        following = following if not last.month or not is_month(scan, k + 1) else form_at(scan, k)
    elif kind_of(last) == "month" and is_month(scan, k):
        following = _month(scan, k)
    elif "/" in scan.raw[last.end - 1] and (day := month_and_day(scan, k)):
        following = day
    else:
        following = form_behind_the(scan, k)
    if following is None or (spaced and not (following.month and (following.day or following.year))):
        return []
    alike = kind_of(last) == kind_of(following) != "relative"
    named = link in ("through", "until", "till") and last.year and following.year
    return [Part(following, k, link)] if opener or alike or named else []


def after_part(scan: EnglishScan, k: int) -> int:
    """The token behind words for a part of a date, "the end of", "late", "mid-"; here where there are none."""
    if scan.low[k] in ("early", "late", "mid"):
        return scan.hyphen(k + 1)
    n = k + (scan.low[k] == "the")
    if scan.low[n] not in _PARTS or scan.low[n + 1] != "of":
        return k
    return n + 2 + 2 * scan.says(n + 2, "the", "year")


def _month(scan: EnglishScan, k: int) -> Form:
    """A month with what is written behind it, or by itself."""
    return (
        month_joined(scan, k, behind=True)
        or month_first(scan, k)
        or Form(after_month(scan, k), month=en.MONTHS[scan.low[k]])
    )


def _months(scan: EnglishScan, j: int) -> list[Part]:
    """ "Mar-Apr 2012", "June to Sept 2018": months without such a word as "in" before them, but with a year behind."""
    k = after_month(scan, j)
    link = scan.low[k]
    if link not in en.LINKS or not (is_month(scan, j) and is_month(scan, k + 1)):
        return []
    if link in ("-", "—") and not (scan.joined(k) and scan.joined(k + 1)):
        return []
    last = _month(scan, k + 1)
    return [Part(Form(k, month=en.MONTHS[scan.low[j]]), j), Part(last, k + 1, link)] if last.year else []


def kind_of(form: Form) -> str:
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


def in_later_year(scan: EnglishScan, part: Part) -> Part:
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
        if link not in ("and", "or", ",") and link not in en.LINKS:
            return []
        k = end + 1
    if len(days) < 2 or days[-1][2] == "," or not is_month(scan, of):
        return []
    year, after = year_after(scan, after_month(scan, of))
    month = en.MONTHS[scan.low[of]]
    ends = [day_number(scan, token)[1] for _, token, _ in days[:-1]] + [after]
    return [Part(Form(end, day, month, year), token, link) for (day, token, link), end in zip(days, ends, strict=True)]


def _day_to_month(scan: EnglishScan, j: int) -> list[Part]:
    """From 4 to January 22, 1995: a day of the month that comes before the last one."""
    k = j + (scan.low[j] == "the")
    day, end = day_number(scan, k)
    if not day or scan.low[end] not in (*en.LINKS, "and") or not is_month(scan, end + 1):
        return []
    last = month_first(scan, end + 1)
    if last is None or not day < last.day:
        return []
    return [Part(Form(end, day, last.month, last.year), k), Part(last, end + 1, scan.low[end])]


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
        the = scan.low[k + 1] == "the" and link in en.LINKS
        day, end = day_number(scan, k + 1 + the) if link in ("and", "or", ",") or link in en.LINKS else (0, k)
        counts = link in ("and", "or", ",") and (scan.counted(end) or unit_at(scan, end))
        if not day or is_month(scan, end) or scan.low[end] == "of" or counts or unit_at(scan, end):
            break
        parts.append(Part(Form(end, day, form.month), k + 1 + the, link))
        k = end
    while len(parts) > 1 and parts[-1].link == ",":
        parts.pop()
    year, end = year_after(scan, parts[-1].form.end)
    if year:
        parts = [replace(part, form=replace(part.form, year=year)) for part in parts]
        parts[-1] = replace(parts[-1], form=replace(parts[-1].form, end=end))
    return parts
