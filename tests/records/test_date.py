"""Dates: every example of the LoC's EDTF specification (February 2019), then our own forms and refusals."""

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.records.date import LONGEST, parse_date
from factpress.records.unreadable import Unreadable


def day(year, month=1, day=1):
    return datetime(year, month, day)


def night(year, month=12, day=31):
    return datetime(year, month, day, 23, 59, 59)


def offset(hours):
    return timezone(timedelta(hours=hours))


# text: (earliest, latest), in the order of the specification.
LEVEL_0 = {
    "1985-04-12": (day(1985, 4, 12), night(1985, 4, 12)),
    "1985-04": (day(1985, 4), night(1985, 4, 30)),
    "1985": (day(1985), night(1985)),
    "1985-04-12T23:20:30": (datetime(1985, 4, 12, 23, 20, 30), datetime(1985, 4, 12, 23, 20, 30)),
    "1985-04-12T23:20": (datetime(1985, 4, 12, 23, 20), datetime(1985, 4, 12, 23, 20, 59)),
    "1985-04-12T23:20Z": (datetime(1985, 4, 12, 23, 20, tzinfo=UTC), datetime(1985, 4, 12, 23, 20, 59, tzinfo=UTC)),
    "1985-04-12T23:20:30Z": (datetime(1985, 4, 12, 23, 20, 30, tzinfo=UTC),) * 2,
    "1985-04-12T23:20:30-04": (datetime(1985, 4, 12, 23, 20, 30, tzinfo=offset(-4)),) * 2,
    "1985-04-12T23:20:30+04:30": (datetime(1985, 4, 12, 23, 20, 30, tzinfo=offset(4.5)),) * 2,
    "1964/2008": (day(1964), night(2008)),
    "2004-06/2006-08": (day(2004, 6), night(2006, 8, 31)),
    "2004-02-01/2005-02-08": (day(2004, 2), night(2005, 2, 8)),
    "2004-02-01/2005-02": (day(2004, 2), night(2005, 2, 28)),
    "2004-02-01/2005": (day(2004, 2), night(2005)),
    "2005/2006-02": (day(2005), night(2006, 2, 28)),
}

LEVEL_1 = {
    "2001-21": (day(2001, 3), night(2001, 5, 31)),
    "1984?": (day(1984), night(1984)),
    "2004-06~": (day(2004, 5), night(2004, 7, 31)),
    "2004-06-11%": (day(2004, 6, 10), night(2004, 6, 12)),
    "201X": (day(2010), night(2019)),
    "20XX": (day(2000), night(2099)),
    "2004-XX": (day(2004), night(2004)),
    "1985-04-XX": (day(1985, 4), night(1985, 4, 30)),
    "1985-XX-XX": (day(1985), night(1985)),
    "1985-04-12/..": (day(1985, 4, 12), None),
    "1985-04/..": (day(1985, 4), None),
    "1985/..": (day(1985), None),
    "../1985-04-12": (None, night(1985, 4, 12)),
    "../1985-04": (None, night(1985, 4, 30)),
    "../1985": (None, night(1985)),
    "1985-04-12/": (day(1985, 4, 12), None),
    "1985-04/": (day(1985, 4), None),
    "1985/": (day(1985), None),
    "/1985-04-12": (None, night(1985, 4, 12)),
    "/1985-04": (None, night(1985, 4, 30)),
    "/1985": (None, night(1985)),
}

# What levels 0 and 1 have and we do not read, with the reason that the message gives.
LEFT_OUT = {
    "Y170000002": "is a year beyond 9999, with the letter Y, which is not supported",
    "Y-170000002": "is a year beyond 9999, with the letter Y, which is not supported",
    "-1985": "is a year before the year 1, which is not supported",
}

_SET = "lists several dates (EDTF level 2), which is not supported"
_DIGITS = "is a year with significant digits (EDTF level 2), which is not supported"
_PART = "has a mark on a part of the date (EDTF level 2), which is not supported"
_X = "has an X where a digit is needed (EDTF level 2), which is not supported"

# Level 2 is not read; each of its forms is recognised. (Its 2004-06-11% is level 1 too, and is read.)
LEVEL_2 = {
    "Y-17E7": "is a year with an exponent (EDTF level 2), which is not supported",
    "1950S2": _DIGITS,
    "Y171010000S3": _DIGITS,
    "Y3388E2S3": _DIGITS,
    "2001-34": "uses a number for a part of a year (EDTF level 2), which is not supported",
    "2001-25": "uses a number for a part of a year (EDTF level 2), which is not supported",
    "2001-41": "uses a number for a part of a year (EDTF level 2), which is not supported",
    "[1667,1668,1670..1672]": _SET,
    "[..1760-12-03]": _SET,
    "[1760-12..]": _SET,
    "[1760-01,1760-02,1760-12..]": _SET,
    "[1667,1760-12]": _SET,
    "[..1984]": _SET,
    "{1667,1668,1670..1672}": _SET,
    "{1960,1961-12}": _SET,
    "{..1984}": _SET,
    "2004-06~-11": _PART,
    "2004?-06-11": _PART,
    "?2004-06-~11": _PART,
    "2004-%06-11": _PART,
    "156X-12-25": _X,
    "15XX-12-25": _X,
    "XXXX-12-XX": _X,
    "1XXX-XX": _X,
    "1XXX-12": _X,
    "1984-1X": _X,
}

OURS = {
    "2020-22": (day(2020, 6), night(2020, 8, 31)),
    "2020-23": (day(2020, 9), night(2020, 11, 30)),
    "2020-24": (day(2020, 12), night(2021, 2, 28)),
    "2019-24": (day(2019, 12), night(2020, 2, 29)),
    "2020-22~": (day(2020, 3), night(2020, 11, 30)),
    "2020~": (day(2019), night(2021)),
    "2020-01~": (day(2019, 12), night(2020, 2, 29)),
    "2020-03-01~": (day(2020, 2, 29), night(2020, 3, 2)),
    "2020-03-01?": (day(2020, 3, 1), night(2020, 3, 1)),
    "201X~": (day(2000), night(2029)),
    "20XX%": (day(1900), night(2199)),
    "2020-XX~": (day(2019, 12), night(2021, 1, 31)),
    "2020-02-XX~": (day(2020, 1, 31), night(2020, 3, 1)),
    "2020-XX-XX%": (day(2019, 12, 31), night(2021, 1, 1)),
    "0001~": (day(1), night(2)),
    "0001-01-01~": (day(1), night(1, 1, 2)),
    "9999-12-31~": (day(9999, 12, 30), night(9999)),
    "9999-24": (day(9999, 12), night(9999)),
    "000X": (day(1), night(9)),
    "2020-02-29": (day(2020, 2, 29), night(2020, 2, 29)),
    "2000-02-29": (day(2000, 2, 29), night(2000, 2, 29)),
    "2020-03-16/2020-03-16": (day(2020, 3, 16), night(2020, 3, 16)),
    "2020-03-11/2020-03": (day(2020, 3, 11), night(2020, 3, 31)),
    "1984~/2004-06": (day(1983), night(2004, 6, 30)),
    "1984-06-02?/2004-08-08~": (day(1984, 6, 2), night(2004, 8, 9)),
    "2001-21/2001-22": (day(2001, 3), night(2001, 8, 31)),
    "2020-03-16 to 2020-03-17": (day(2020, 3, 16), night(2020, 3, 17)),
    "2020-03 to 2020-05-02": (day(2020, 3), night(2020, 5, 2)),
}

READ = LEVEL_0 | LEVEL_1 | OURS

# text: the message and the help, whole.
_FORMS = "write a date as `2020-03-11`, `2020-03` or `2020`"
_MONTHS = "months go from 01 to 12; 21 is spring, 22 summer, 23 autumn, 24 winter"
_YEARS = "dates go from year 0001 to 9999; put an earlier or later date in the claim's text"
_ONE_MARK = "put one mark at the end, for the whole date: `2020-03-11?`, `2020-03~` or `2020%`"
REFUSED = {
    "": ("the date is empty", _FORMS),
    "yesterday": ("`yesterday` is not a date", _FORMS),
    "2020-02-30": (
        "there is no day 30 in `2020-02-30`: February 2020 has 29 days",
        "write a day from 01 to 29, or `2020-02` if the day is not known",
    ),
    "1900-02-29": (
        "there is no day 29 in `1900-02-29`: February 1900 has 28 days",
        "write a day from 01 to 28, or `1900-02` if the day is not known",
    ),
    "2020-04-00": (
        "there is no day 00 in `2020-04-00`: April 2020 has 30 days",
        "write a day from 01 to 30, or `2020-04` if the day is not known",
    ),
    "2020-13": ("there is no month 13 in `2020-13`", _MONTHS),
    "2020-00-01": ("there is no month 00 in `2020-00-01`", _MONTHS),
    "2020-21-05": ("`2020-21-05` has a day after a season", "write `2020-21`"),
    "0000": ("`0000` is the year 0, which is not supported", _YEARS),
    "0000-01": ("`0000-01` is the year 0, which is not supported", _YEARS),
    "10000": ("`10000` is not a date", _FORMS),
    "20": ("`20` is not a date", _FORMS),
    "٢٠٢٠": ("`٢٠٢٠` is not a date", _FORMS),
    "２０２０-03": ("`２０２０-03` is not a date", _FORMS),
    "2020-03-11\n": ("`2020-03-11U+000A` is not a date", "write `2020-03-11`"),
    " 2020": ("` 2020` is not a date", "write `2020`"),
    "2020-03-16 / 2020-03-19": ("`2020-03-16 ` is not a date", "write `2020-03-16/2020-03-19`"),
    "2020-03-16 - 2020-03-19": ("`2020-03-16 - 2020-03-19` is not a date", "write `2020-03-16/2020-03-19`"),
    "2020-03-16–2020-03-19": ("`2020-03-16–2020-03-19` is not a date", "write `2020-03-16/2020-03-19`"),
    "11 March 2020": ("`11 March 2020` is not a date", "write `2020-03-11`"),
    "march 11th, 2020": ("`march 11th, 2020` is not a date", "write `2020-03-11`"),
    "March 2020": ("`March 2020` is not a date", "write `2020-03`"),
    "2020/03/11": ("`2020/03/11` has more than two dates", "write `2020-03-11`"),
    "2020-3-1": ("`2020-3-1` is not a date", "write `2020-03-01`"),
    "20200311": ("`20200311` is not a date", "write `2020-03-11`"),
    "2020-03-xx": ("`2020-03-xx` is not a date", "write `2020-03-XX`"),
    "199u": ("`199u` is not a date", "write `199X`"),
    "circa 1950": ("`circa 1950` is not a date", "write `1950~`"),
    "since 2020-03-26": ("`since 2020-03-26` is not a date", "write `2020-03-26/..`"),
    "until 2020-03-26": ("`until 2020-03-26` is not a date", "write `../2020-03-26`"),
    "1984?~": ("`1984?~` has two marks in one place", "write `1984%`"),
    "1984??": ("`1984??` has two marks in one place", _ONE_MARK),
    "2020-03-19/2020-03-16": (
        "`2020-03-19/2020-03-16` ends before it starts",
        "write `2020-03-16/2020-03-19` if you mean that",
    ),
    "2020-03-19 to 2020-03-16": (
        "`2020-03-19 to 2020-03-16` ends before it starts",
        "write `2020-03-16 to 2020-03-19` if you mean that",
    ),
    "2020-03-16 to 2020-03-16": (
        "`2020-03-16 to 2020-03-16` names the same date twice",
        "write `2020-03-16`",
    ),
    "2020 to 2021 to 2022": ("`2020 to 2021 to 2022` has more than two dates", _FORMS),
    "2020-03-16 to ..": ("`..` is not a date", _FORMS),
    "../..": ("`../..` has no date at either end", "write one, as in `2020-03-26/..`"),
    "/": ("`/` has no date at either end", "write one, as in `2020-03-26/..`"),
    "../": ("`../` has no date at either end", "write one, as in `2020-03-26/..`"),
    "2004-06-XX/2004-07-03": (
        "`2004-06-XX` has an X at an end of a span or of a time between two dates (EDTF level 2), "
        "which is not supported",
        "leave the X out: a month at an end means some day in it",
    ),
    "2004-06-~01/2004-06-~20": (
        "`2004-06-~01` has a mark on a part of the date (EDTF level 2), which is not supported",
        _ONE_MARK,
    ),
    "2020-03-11T19:35:00/2020-03-12": (
        "`2020-03-11T19:35:00` is a time of day; a span or a time between two dates needs dates at its ends",
        "write `2020-03-11`",
    ),
    "2020-03-11T19": ("`2020-03-11T19` is not a time", "write `2020-03-11T19:35+03:00`"),
    "2020-03-11 19:35:00": ("`2020-03-11 19:35:00` is not a date", "write `2020-03-11T19:35:00`"),
    "2020-03-11T24:00:00": (
        "`24:00:00` is not a valid time",
        "hours go from 00 to 23, minutes and seconds from 00 to 59",
    ),
    "2020-03-11T23:59:60Z": (
        "`23:59:60` is not a valid time",
        "hours go from 00 to 23, minutes and seconds from 00 to 59",
    ),
    "2020-02-30T10:00:00Z": (
        "there is no day 30 in `2020-02-30`: February 2020 has 29 days",
        "write a day from 01 to 29, or `2020-02` if the day is not known",
    ),
    "2020-03-11T10:00:00Z~": (
        "`2020-03-11T10:00:00Z~` has a mark on a time of day",
        "write `2020-03-11T10:00:00Z`",
    ),
    "2020-03T10:00:00": ("`2020-03T10:00:00` is not a time", "write `2020-03-11T19:35+03:00`"),
    "2020-03-11T10:00:00+14:01": ("`+14:01` is not a valid offset", "offsets go up to 14:00"),
    "2020-03-11T10:00:00+03:60": ("`+03:60` is not a valid offset", "offsets go up to 14:00"),
    "2020-03-11T10:00:00-00:00": ("`-00:00` has a minus before an offset of zero", "write `Z`"),
    "9" * 61: (f"`{'9' * 61}` is too long for a date", _FORMS),
}

WORDS = {
    "2020": "2020",
    "0007": "the year 7",
    "2020?": "2020, uncertain",
    "2020-03": "March 2020",
    "2020-03~": "about March 2020",
    "2020-03%": "about March 2020, uncertain",
    "2020-03-11": "11 March 2020",
    "2020-03-01": "1 March 2020",
    "2020-03-11T19:35:00+03:00": "11 March 2020, 19:35 (UTC+3)",
    "2020-03-11T19:35": "11 March 2020, 19:35",
    "2020-03-11T16:00+03:00": "11 March 2020, 16:00 (UTC+3)",
    "2020-03-11T19:35:10": "11 March 2020, 19:35:10",
    "2020-03-11T00:00:00Z": "11 March 2020, 00:00 (UTC)",
    "2020-03-11T19:35:00-04:30": "11 March 2020, 19:35 (UTC-4:30)",
    "2020-22": "summer 2020",
    "2020-24": "winter 2020/21",
    "1999-24": "winter 1999/2000",
    "2020-03-XX": "a day in March 2020",
    "2020-XX-XX": "a day in 2020",
    "2020-XX": "a month in 2020",
    "201X": "a year from 2010 to 2019",
    "00XX": "a year from 1 to 99",
    "2020-03-16/2020-03-19": "16 to 19 March 2020",
    "2020-03-16/2020-03-16": "16 March 2020",
    "2020-03-28/2020-04-02": "28 March to 2 April 2020",
    "2019-12-28/2020-01-02": "28 December 2019 to 2 January 2020",
    "2020-03/2020-05": "March to May 2020",
    "2019/2020": "2019 to 2020",
    "2004-02-01/2005-02": "1 February 2004 to February 2005",
    "1984?/2004~": "1984, uncertain, to about 2004",
    "2020-03-16/2020-03-19~": "16 March 2020 to about 19 March 2020",
    "2020-03-26/..": "from 26 March 2020",
    "../2020-03-26": "until 26 March 2020",
    "2020-03-26/": "from 26 March 2020 to an unknown date",
    "/2020-03-26": "from an unknown date to 26 March 2020",
    "2020-03-16 to 2020-03-17": "some time from 16 to 17 March 2020",
}

KINDS = {
    "2020": "year",
    "201X": "year",
    "2020-03": "month",
    "2020-21": "season",
    "2020-03-XX": "day",
    "2020-03-11T10:00:00": "time",
    "2020/2021": "span",
    "2020 to 2021": "window",
}


SUGGESTED = r"write `([^`]+)`(?: if you mean that)?"


def refusal(text):
    with pytest.raises(Unreadable) as caught:
        parse_date(text)
    return caught.value.message, caught.value.help


@pytest.mark.parametrize(("text", "reach"), READ.items(), ids=READ)
def test_a_date_reaches_from_its_first_second_to_its_last(text, reach):
    date = parse_date(text)
    assert (date.earliest, date.latest) == reach
    # Aware moments are equal across offsets, so the offset itself is looked at too.
    assert [moment and moment.utcoffset() for moment in (date.earliest, date.latest)] == [
        moment and moment.utcoffset() for moment in reach
    ]


@pytest.mark.parametrize(("text", "reason"), (LEFT_OUT | LEVEL_2).items(), ids=LEFT_OUT | LEVEL_2)
def test_a_form_that_is_left_out_is_named(text, reason):
    assert refusal(text)[0] == f"`{text}` {reason}"


@pytest.mark.parametrize(("text", "words"), REFUSED.items(), ids=[f"refuses {text!r}"[:50] for text in REFUSED])
def test_a_refusal_says_what_is_wrong_and_the_smallest_fix(text, words):
    assert refusal(text) == words


@pytest.mark.parametrize(("text", "kind"), KINDS.items(), ids=KINDS)
def test_the_kind_is_that_of_the_precision(text, kind):
    assert parse_date(text).kind == kind


@pytest.mark.parametrize(("text", "words"), WORDS.items(), ids=WORDS)
def test_words_are_british_english(text, words):
    assert parse_date(text).in_words() == words


def test_every_suggested_form_can_be_read():
    for text in REFUSED:
        form = re.fullmatch(SUGGESTED, refusal(text)[1])
        if form and form[1] != "Z":
            assert str(parse_date(form[1])) == form[1]


def test_an_offset_is_written_in_one_way():
    assert str(parse_date("2020-03-11T19:35:00+03")) == "2020-03-11T19:35:00+03:00"
    assert str(parse_date("2020-03-11T19:35:00+00:00")) == "2020-03-11T19:35:00Z"
    assert parse_date("2020-03-11T19:35:00+03").text == "2020-03-11T19:35:00+03"


def test_ends_tell_open_from_unknown():
    assert [end.kind for end in parse_date("2020/..").ends] == ["year", "open"]
    assert [end.kind for end in parse_date("/2020").ends] == ["unknown", "year"]
    assert parse_date("2019~/2020").start.approximate
    assert parse_date("2019~/2020").end == parse_date("2020")
    assert parse_date("2020").start == parse_date("2020")


@pytest.mark.parametrize(
    ("text", "is_day"),
    [
        ("2020-03-11", True),
        ("2020-03-11?", False),
        ("2020-03-11~", False),
        ("2020-03-XX", False),
        ("2020", False),
    ],
)
def test_a_day_is_one_known_day(text, is_day):
    assert parse_date(text).is_day is is_day


SINGLES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda date: str(date)[:7]),
    st.dates().map(lambda date: str(date)[:4]),
    st.dates().map(lambda date: f"{str(date)[:7]}-XX"),
    st.dates().map(lambda date: f"{str(date)[:4]}-XX"),
    st.dates().map(lambda date: f"{str(date)[:4]}-XX-XX"),
    st.dates().map(lambda date: f"{str(date)[:3]}X"),
    st.dates().map(lambda date: f"{str(date)[:2]}XX"),
    st.builds(lambda date, season: f"{str(date)[:4]}-{season}", st.dates(), st.integers(21, 24)),
)
TIMES = st.builds(
    lambda moment, zone: moment.replace(microsecond=0).isoformat() + zone,
    st.datetimes(),
    st.sampled_from(["", "Z", "+03:00", "-04:30", "+14:00", "-04", "+00"]),
)
PAIRS = st.builds(
    lambda left, between, right: left + between + right,
    st.builds(str.__add__, SINGLES, st.sampled_from(["", "?", "~", "%"])) | st.sampled_from(["", ".."]),
    st.sampled_from(["/", " to "]),
    st.builds(str.__add__, SINGLES, st.sampled_from(["", "?", "~", "%"])) | st.sampled_from(["", ".."]),
)
NEARLY = st.text("0123456789-/.:TZXYESto ?~%+[]{},uzaMrch", max_size=LONGEST + 1)


@given(st.one_of(SINGLES, TIMES, PAIRS, NEARLY, st.text(max_size=LONGEST + 1)))
def test_any_text_is_a_date_or_unreadable(text):
    try:
        date = parse_date(text)
    except Unreadable as problem:
        assert problem.message and not problem.message.endswith(".")
        assert problem.help and not problem.help.endswith(".")
        form = re.fullmatch(SUGGESTED, problem.help)
        if form and form[1] != "Z":
            parse_date(form[1])
        return
    assert parse_date(str(date)) == date
    assert date.text == text
    assert date.in_words()
    if date.earliest and date.latest:
        assert date.earliest <= date.latest


@given(SINGLES)
def test_about_never_narrows(text):
    exact = parse_date(text)
    for mark in "~%":
        about = parse_date(text + mark)
        assert about.earliest <= exact.earliest
        assert about.latest >= exact.latest
    doubted = parse_date(text + "?")
    assert (doubted.earliest, doubted.latest) == (exact.earliest, exact.latest)
