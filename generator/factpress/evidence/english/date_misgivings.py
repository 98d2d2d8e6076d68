"""English dates that are a piece of something else: of an open time, a range, a week, a date in another form."""

from __future__ import annotations

from datetime import datetime, timedelta

from factpress.evidence import relative_dates as relative
from factpress.evidence.english import words as en
from factpress.evidence.english.feasts import feast_name
from factpress.evidence.english.neighbours import Neighbours, Place
from factpress.evidence.english.nouns import EnglishScan

_OPEN = frozenset({"since", "until", "till", "by"})
_LATE = frozenset({"late", "early"})
_ENDS = frozenset({"end", "beginning", "start"})
_NEAR = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_IN_OPEN = en.set_of("the end beginning start middle of early late mid - a about around at least on")
_WEEKS = frozenset({"week", "weekend", "fortnight"})
_PARTS_OF_TIME = _WEEKS | {"w", "half", "days", "weekends"}
_NOW = frozenset({"today", "tomorrow", "now", "yesterday"})
_BETWEEN = frozenset((",", "(", "-", "—", "on", "a", "the", "between", "and", "or", "to"))
_FAR_BACK = 8
_PARTS_OFTEN = frozenset({"mornings", "afternoons", "evenings", "nights"})
_PAST = en.set_of(
    "was were had did fell rose won lost met went came began broke cost cut ran shot sank saw sent set struck"
    " took hit left made put gave found held fled died grew kept stood spent spoke paid got built bought brought read"
    " led became drew fought flew sold sat felt hid drove blew swept threw wrote killed dead injured last ago"
)
_REPORTING = en.set_of("said announced reported added stated confirmed warned")
"""What was said is past; what it is about may lie ahead."""
_NO_PAST = en.set_of("hundred need speed feed seed bed red shed united indeed breed weed deed led exceed proceed")
_FUTURE_LEADS = en.set_of("is are be to being 's")
_FAR = 30
_SMALL_WORDS = en.set_of("on the of in at a an and from to by since until till for before after about around or")
_OF_DAYS = frozenset({"the", "st", "nd", "rd", "th", "-", "twenty", "thirty", "by", "until", "till", "before", "after"})
_BEING = frozenset({"was", "were", "had", "stayed", "remained", "lasted", "ran", "lived", "stood"})
_LISTED = frozenset({"and", "or", ",", "-", "to", "&"})
_SIX_MONTHS = 6
_STOPS = frozenset((".", "!", "?", ";", "\n", ""))
_SECOND_YEAR = 366
_DAY = 86_400
_LONGEST_RUN = 62 * _DAY


def why_no_date(around: Neighbours, place: Place) -> str:
    """Why a date that was read may be another one; nothing where it is right."""
    for way in _WAYS:
        if why := way(around, place):
            return why
    return ""


def _open(around: Neighbours, place: Place) -> str:
    """Since March, since yesterday, by the end of this month, as late as yesterday; "until 17 March" names its day."""
    low, start = around.scan.low, place.start
    n = start - 1
    while start - n < 7 and low[n] in _IN_OPEN and not (low[n] == "late" and low[n - 1] == "as"):
        n -= 1
    late = low[n] == "as" and low[n - 1] in _LATE and low[n - 2] == "as"
    if not late and low[n] not in _OPEN:
        return ""
    month = low[start] in en.MONTHS or low[start + 1] in en.MONTHS
    ends = not _ENDS.isdisjoint(low[n + 1 : start]) or (month and not _LATE.isdisjoint(low[n + 1 : start]))
    near = low[start] in _NEAR or low[start] == "this"
    alone = low[n] == "since" and (place.end == start + 1 or low[start] in en.STEP_WORDS) and month
    return "that date, or a time before or after it" if late or (ends and low[n] == "since") or near or alone else ""


def _in_week(around: Neighbours, place: Place) -> str:
    """Next week on Thursday, two months from today, on a Tuesday."""
    scan, start = around.scan, place.start
    low = scan.low
    if low[start] not in en.WEEKDAYS and not (low[start] == "between" and low[start + 1] in en.WEEKDAYS):
        return ""
    n = start - 1
    while start - n < _FAR_BACK and (low[n] in _BETWEEN or low[n] in en.WEEKDAYS):
        n -= 1
    before = around.ends.get(n + 1)
    week = (low[n] in _WEEKS and low[n - 1] in en.STEP_WORDS) or (before and "week" in low[before.start : before.end])
    if week or (low[n] in _NOW and low[n - 1] in ("from", "after")):
        return "a weekday of a week that is named before it"
    led = before is not None and scan.low[before.start - 1] in ("in", "within")
    counted = before is not None and ((before.kind == "duration" and led) or "counted" in before.why)
    return "a weekday counted from another day" if counted else ""


def _twice(around: Neighbours, place: Place) -> str:
    """This Friday (14 June), next Monday 4/11, Friday 10.6: a weekday, and another form of its day."""
    scan, start, end = around.scan, place.start, place.end
    if scan.low[start] in en.WEEKDAYS and scan.low[end] in ("later", "from") and scan.low[start - 1] in en.WORDS:
        return "a weekday counted from another day"
    if scan.low[end - 1] in en.WEEKDAYS:
        k = end
        while k - end < 2 and scan.low[k] in (",", "(", "-", "the"):
            k += 1
        after = around.starts.get(k)
        if after is not None and _is_form(scan, after) and not _same(place, after):
            return "a weekday, and another form of its day"
        dated = scan.raw[k].replace(".", "/").count("/") == 1 and scan.raw[k][0].isdecimal()
        measured = scan.counted(k + 1) or scan.low[k + 1] in en.BIG or scan.low[k + 1] in en.UNIT_STARTS
        if dated and not measured and scan.raw[k + 1] != "%":
            return "a weekday, and another form of its day"
        if scan.low[k] in en.SHORT_WEEKDAYS or scan.low[k] in en.WORDS:
            day = after is not None and not after.noun and after.kind == "count" and scan.low[k - 1] == "the"
            return "a weekday, and another form of its day" if day else ""
    n = start
    while start - n < 2 and scan.low[n - 1] in (",", "(", "-"):
        n -= 1
    before = around.ends.get(n)
    named = before is not None and before.kind == "date" and scan.low[n - 1] in en.WEEKDAYS
    if named and before is not None and _is_form(scan, place) and not _same(before, place):
        return "a weekday, and another form of its day"
    return ""


def _is_form(scan: EnglishScan, place: Place) -> bool:
    """Whether it is a day of a month, or a doubt about one, without a year of its own."""
    if place.why:
        return scan.low[place.start] in en.MONTHS or "/" in scan.raw[place.start] or "day of a month" in place.why
    if place.kind == "date" and feast_name(scan, place.start):
        return True
    return place.kind == "date" and not en.MONTHS.keys().isdisjoint(scan.low[place.start : place.end])


def _same(one: Place, two: Place) -> bool:
    first, last = one.values, two.values
    return bool(first and last and (first.low, first.high) == (last.low, last.high))


def _ago(around: Neighbours, place: Place) -> str:
    """12 days ago behind "2 months 3 years"."""
    low, start = around.scan.low, place.start
    before = around.ends.get(start - (low[start - 1] in ("and", ",")))
    counted = low[place.end - 1] == "ago" and before is not None and "two units" in before.why
    return "a piece of an amount in several units" if counted else ""


def _range_piece(around: Neighbours, place: Place) -> str:
    """2012-Q3, 6/2-6/9/2021, 9. Aug. 2012, the twenty-eighth to the second of May."""
    scan, start, end = around.scan, place.start, place.end
    low, values = scan.low, place.values
    if end == start + 1 and scan.is_year(start) and low[end] in en.MONTHS:
        return "a piece of a range of dates"
    if low[start - 1] == "-" and scan.joined(start) and scan.is_number(start - 2) and "/" in scan.raw[start - 2]:
        return "a piece of a range of dates"
    if low[end] == "-" and scan.joined(end) and scan.joined(end + 1) and low[end + 1] in ("q", "h"):
        return "a piece of a range of dates"
    if low[start - 1] == "." and scan.joined(start - 1) and scan.is_number(start - 2) and low[start] in en.MONTHS:
        return "a month, or a day of it"
    if values is None or not values.is_span or values.low is None or values.high is None:
        return ""
    words = low[start:end]
    k = start + (low[start] in ("from", "between"))
    k += low[k] == "the"
    bare = (scan.is_number(k) and len(low[k]) <= 2) or low[k] in en.ORDINALS or low[k] in en.WORDS
    # The month is behind the second day: "28th to the second of May", not "22/Jan/2019 and yesterday".
    one_month = bare and sum(word in en.MONTHS for word in words) == 1 and en.MONTHS.keys().isdisjoint(low[k : k + 3])
    if one_month and _day(values.low).year < _day(values.high).year:
        return "days of one month that is not named"
    closed = end - start == 3 and scan.is_year(start) and len(low[end - 1]) == 2
    long = values.high - values.low > 10 * _SECOND_YEAR * _DAY
    ahead = scan.published is not None and _day(values.high).year > scan.published[1].year
    return "years, or a code" if closed and long and ahead else ""


def _often(around: Neighbours, place: Place) -> str:
    """Monday evenings, every Monday and Friday."""
    scan, start, end = around.scan, place.start, place.end
    if scan.low[start] not in en.WEEKDAYS:
        return ""
    if scan.low[end] in _PARTS_OFTEN:
        return "days that come again"
    n = start - 1
    while start - n < 6 and (scan.low[n] in en.WEEKDAYS or scan.low[n] in ("and", ",", "or")):
        n -= 1
    return "days that come again" if scan.low[n] in ("every", "each") else ""


def _either_year(around: Neighbours, place: Place) -> str:
    """The road shuts on 17 June: the coming one, or the last, where no verb says which."""
    scan, values = around.scan, place.values
    if scan.published is None or values is None:
        return ""
    end = values.high if values.low is None else values.low
    if end is None:
        return ""
    words = range(place.start, place.end)
    slashed = any(scan.raw[n].count("/") == 1 for n in words)
    bare = _is_bare_day(scan, place)
    dated = slashed or bare or any(scan.low[n] in en.MONTHS for n in words)
    if not dated or any(scan.low[n] in en.STEP_WORDS or scan.low[n] in en.ANY_WEEKDAY for n in words):
        return ""
    if any(scan.is_year(n) or scan.low[n] in en.YEAR_WORDS or scan.raw[n].count("/") > 1 for n in words):
        return ""
    is_open = values.low is None or values.high is None
    if is_open and not scan.announces and _day(end).date() > scan.published[1] and _was(scan, place):
        return "the last such day, or the coming one"
    day, last = _day(end).date(), scan.published[1]
    is_part = not _PARTS_OF_TIME.isdisjoint(scan.low[place.start : place.end])
    most = _LONGEST_RUN if values.is_span or is_part else _DAY
    if not (day < last and (is_open or (values.high or end) - end < most)):
        return ""
    again = relative.months_after(day, 1 if bare else 12)
    latest = relative.months_after(last, _SIX_MONTHS)
    if not last < again <= latest or not _has_words(scan, place) or _is_past(scan, place):
        return ""
    return "the last such day, or the coming one"


def _was(scan: EnglishScan, place: Place) -> bool:
    """Whether the clause before a date says how something was: "it was shut until 9 July"."""
    n = place.start - 1
    while place.start - n < _FAR and scan.low[n] not in _STOPS and scan.low[n] != ",":
        if scan.low[n] in _BEING:
            return True
        n -= 1
    return False


def _is_bare_day(scan: EnglishScan, place: Place) -> bool:
    """Whether a date is nothing but the number of a day: the 27th, the twenty-first."""
    if place.start == 0 or not {"the", "on"}.intersection(scan.low[place.start - 1 : place.end]):
        return False
    return scan.low[place.end] not in _LISTED and all(
        scan.low[n] in _OF_DAYS or scan.low[n] in en.ORDINALS or (scan.is_number(n) and len(scan.raw[n]) <= 2)
        for n in range(place.start, place.end)
    )


def _feast(around: Neighbours, place: Place) -> str:
    """On Good Friday: the last one where a verb says that it is over."""
    scan = around.scan
    if not feast_name(scan, place.start - (scan.low[place.start] in _OPEN)):
        return ""
    if any(scan.is_year(n) or scan.low[n] in en.STEP_WORDS for n in range(place.start, place.end)):
        return ""
    return "" if _is_past(scan, place) else "the last such day, or the coming one"


def _is_past(scan: EnglishScan, place: Place) -> bool:
    """Whether a verb of the sentence says that it is over."""
    if "since" in scan.low[max(0, place.start - 1) : place.start + 2]:
        return True
    low = scan.low
    # "On 4 July, it burned": the clause goes on behind the comma.
    k = place.end + (low[place.end] == ",")
    for step, first in ((-1, place.start - 1), (1, k)):
        n = first
        while abs(n - first) < _FAR and low[n] not in _STOPS and low[n] != ",":
            if _is_past_verb(scan, n) and (low[n] not in _REPORTING or place.start - n in (1, 2)):
                return True
            n += step
    return False


def _has_words(scan: EnglishScan, place: Place) -> bool:
    """Whether the clause has a word that may be its verb; not "on 30 May", "the Courier of 31 May"."""
    low, start = scan.low, place.start
    if low[start - 1] == "of":
        return False
    return (scan.is_word(start - 1) and _has_verb(scan, start - 1, -1)) or _has_verb(scan, place.end, 1)


def _has_verb(scan: EnglishScan, first: int, step: int) -> bool:
    """Whether a word that is no preposition or article comes before the end of the clause."""
    n = first
    while abs(n - first) < _FAR and scan.low[n] not in _STOPS:
        if scan.is_word(n) and scan.low[n] not in _SMALL_WORDS:
            return True
        n += step
    return False


def _is_past_verb(scan: EnglishScan, n: int) -> bool:
    """Whether a word is a verb in the past; not "is set", nor "to be closed"."""
    low, led = scan.low[n], scan.low[n - 1] in _FUTURE_LEADS
    if low in _PAST or low == "said":
        return not (led and low in ("set", "cut", "put", "read", "hit"))
    return low.endswith("ed") and low not in _NO_PAST and not led


def _day(second: object) -> datetime:
    return datetime(1, 1, 1) + timedelta(seconds=int(str(second).split(".")[0]))


_WAYS = (_open, _in_week, _twice, _ago, _range_piece, _often, _either_year, _feast)
