"""Figures: what is read, in which canonical form, and what is refused with which fix."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.records.date import parse_date
from factpress.records.figure import HEDGES, LONGEST, SCALES, VAGUE, Figure, Number, parse_figure
from factpress.records.unreadable import Unreadable


def numbers(*digits, scale=""):
    return tuple(Number(Decimal(number), scale) for number in digits)


DATES = (
    "2020-03", "2020-03-11", "2020-03-11T19:35:00+03:00", "2020?", "2020~", "201X", "2020-03-XX", "2020-22",
    "2020-03%", "2020-03-16/2020-03-19", "2020/2021", "2020-03-26/..", "../2020", "/2020", "2020/",
    "2020-03-16 to 2020-03-17", "2020 to 2021-03",
)  # fmt: skip

# a sentence: (text, key, the figure, its canonical form)
READ = {
    "a bare number is a count": ("3", "killed", Figure("count", numbers(3)), "3"),
    "decimals stay": ("2.5", "", Figure("count", numbers("2.5")), "2.5"),
    "a trailing zero says how precise the number is": ("2.50", "", Figure("count", numbers("2.50")), "2.50"),
    "nought is a number": ("0", "", Figure("count", numbers(0)), "0"),
    "minus nought is nought": ("-0", "", Figure("count", numbers(0)), "0"),
    "a number may be below nought": ("-2.1 %", "", Figure("measure", numbers("-2.1"), unit="%"), "-2.1 %"),
    "commas part thousands": ("3,500,000", "", Figure("count", numbers(3500000)), "3,500,000"),
    "spaces part thousands": ("3 500 000", "", Figure("count", numbers(3500000)), "3,500,000"),
    "thousands need no mark": ("3500000", "", Figure("count", numbers(3500000)), "3,500,000"),
    "thousands keep decimals": ("1,234.50", "", Figure("count", numbers("1234.50")), "1,234.50"),
    "eighteen digits are the most": ("9" * 18, "", Figure("count", numbers("9" * 18)), ",".join(["999"] * 6)),
    "about": ("about 18", "", Figure("count", numbers(18), "about"), "about 18"),
    "nearly": ("nearly 18", "", Figure("count", numbers(18), "nearly"), "nearly 18"),
    "almost": ("almost 18", "", Figure("count", numbers(18), "almost"), "almost 18"),
    "just under": ("just under 18", "", Figure("count", numbers(18), "just under"), "just under 18"),
    "just over": ("just over 18", "", Figure("count", numbers(18), "just over"), "just over 18"),
    "more than": ("more than 24", "", Figure("count", numbers(24), "more than"), "more than 24"),
    "over": ("over 24", "", Figure("count", numbers(24), "over"), "over 24"),
    "at least": ("at least 15", "", Figure("count", numbers(15), "at least"), "at least 15"),
    "or more is at least": ("15 or more", "", Figure("count", numbers(15), "at least"), "at least 15"),
    "or more may follow a unit": (
        "5 km or more",
        "",
        Figure("measure", numbers(5), "at least", unit="km"),
        "at least 5 km",
    ),
    "fewer than": ("fewer than 5", "", Figure("count", numbers(5), "fewer than"), "fewer than 5"),
    "less than": ("less than 5", "", Figure("count", numbers(5), "less than"), "less than 5"),
    "under": ("under 5", "", Figure("count", numbers(5), "under"), "under 5"),
    "up to": ("up to 30", "", Figure("count", numbers(30), "up to"), "up to 30"),
    "at most": ("at most 30", "", Figure("count", numbers(30), "at most"), "at most 30"),
    "no more than": ("no more than 30", "", Figure("count", numbers(30), "no more than"), "no more than 30"),
    "a range has two numbers": ("200 to 900", "", Figure("count", numbers(200, 900)), "200 to 900"),
    "a range may cross nought": (
        "-5 to 5 °C",
        "",
        Figure("measure", numbers(-5, 5), unit="°C"),
        "-5 to 5 °C",
    ),
    "a range has its unit once": (
        "30 to 60 days",
        "",
        Figure("duration", numbers(30, 60), unit="days"),
        "30 to 60 days",
    ),
    "a scale at the end counts for both": (
        "USD 1 to 2 million",
        "",
        Figure("money", numbers(1, 2, scale="million"), currency="USD"),
        "USD 1 to 2 million",
    ),
    "a shared scale is printed once": (
        "1 million to 2 million",
        "",
        Figure("count", numbers(1, 2, scale="million")),
        "1 to 2 million",
    ),
    "two scales stay two": (
        "900 thousand to 1.2 million",
        "",
        Figure("count", (Number(Decimal(900), "thousand"), Number(Decimal("1.2"), "million"))),
        "900 thousand to 1.2 million",
    ),
    "a scale on the first number only is its own": (
        "1 million to 1,500,000",
        "",
        Figure("count", (Number(Decimal(1), "million"), Number(Decimal(1500000)))),
        "1 million to 1,500,000",
    ),
    "money has its currency first": (
        "USD 1.7 million",
        "",
        Figure("money", numbers("1.7", scale="million"), currency="USD"),
        "USD 1.7 million",
    ),
    "money takes a hedge before its currency": (
        "about IQD 500",
        "",
        Figure("money", numbers(500), "about", currency="IQD"),
        "about IQD 500",
    ),
    "a scale is kept, not counted out": (
        "1,700 million",
        "",
        Figure("count", numbers(1700, scale="million")),
        "1,700 million",
    ),
    "a percentage is a measure": ("12.5 %", "", Figure("measure", numbers("12.5"), unit="%"), "12.5 %"),
    "a percentage needs no space": ("12.5%", "", Figure("measure", numbers("12.5"), unit="%"), "12.5 %"),
    "a unit makes a measure": ("60 km", "", Figure("measure", numbers(60), unit="km"), "60 km"),
    "a unit may be a quotient": ("60 km/h", "", Figure("measure", numbers(60), unit="km/h"), "60 km/h"),
    "a unit may be squared": ("5 m²", "", Figure("measure", numbers(5), unit="m²"), "5 m²"),
    "a unit follows grouped thousands": (
        "4 150 km",
        "",
        Figure("measure", numbers(4150), unit="km"),
        "4,150 km",
    ),
    "a unit follows a scale": (
        "1.7 million barrels",
        "",
        Figure("measure", numbers("1.7", scale="million"), unit="barrels"),
        "1.7 million barrels",
    ),
    "a time unit makes a duration": ("30 days", "", Figure("duration", numbers(30), unit="days"), "30 days"),
    "one of a time unit is a duration too": (
        "1 hour",
        "",
        Figure("duration", numbers(1), unit="hour"),
        "1 hour",
    ),
    "first": ("1st", "", Figure("ordinal", numbers(1)), "1st"),
    "second": ("2nd", "", Figure("ordinal", numbers(2)), "2nd"),
    "third": ("3rd", "", Figure("ordinal", numbers(3)), "3rd"),
    "fourth": ("4th", "", Figure("ordinal", numbers(4)), "4th"),
    "eleventh": ("11th", "", Figure("ordinal", numbers(11)), "11th"),
    "thirteenth": ("13th", "", Figure("ordinal", numbers(13)), "13th"),
    "twenty-first": ("21st", "", Figure("ordinal", numbers(21)), "21st"),
    "hundred and twelfth": ("112th", "", Figure("ordinal", numbers(112)), "112th"),
    "thousand and second": ("1002nd", "", Figure("ordinal", numbers(1002)), "1,002nd"),
    **{f"{words} has no number": (words, "", Figure("count", vague=words), words) for words in VAGUE},
    "vague words take a time unit": (
        "several days",
        "",
        Figure("duration", vague="several", unit="days"),
        "several days",
    ),
    "vague words take of": (
        "dozens of tanks",
        "",
        Figure("measure", vague="dozens", unit="tanks"),
        "dozens of tanks",
    ),
    "a missing of is put in": (
        "a couple hours",
        "",
        Figure("duration", vague="a couple", unit="hours"),
        "a couple of hours",
    ),
    "four digits are a count": ("2020", "killed", Figure("count", numbers(2020)), "2,020"),
    "four digits under year are a date": ("2020", "year", Figure("date", date=parse_date("2020")), "2020"),
    "four digits under date are a date": ("2020", "date", Figure("date", date=parse_date("2020")), "2020"),
    "a key may end in date": ("2020", "start_date", Figure("date", date=parse_date("2020")), "2020"),
    "a key that begins with year is no date": (
        "2020",
        "years_served",
        Figure("count", numbers(2020)),
        "2,020",
    ),
    "two years are a range of counts": (
        "2020 to 2021",
        "",
        Figure("count", numbers(2020, 2021)),
        "2,020 to 2,021",
    ),
    "two years under year are a window": (
        "2020 to 2021",
        "year",
        Figure("date", date=parse_date("2020 to 2021")),
        "2020 to 2021",
    ),
    "four digits and a percent sign are a measure": (
        "2020%",
        "",
        Figure("measure", numbers(2020), unit="%"),
        "2,020 %",
    ),
    "under year the percent sign is the standard's": (
        "2020%",
        "year",
        Figure("date", date=parse_date("2020%")),
        "2020%",
    ),
    **{f"{text} is a date under any key": (text, "", Figure("date", date=parse_date(text)), text) for text in DATES},
}

_FORMS = "write it as `3`, `about 18`, `200 to 900`, `USD 1.7 million`, `30 days`, `4th` or `2020-03-11`"
_SIGN = "has a currency sign, which can mean several currencies"
_IN_WORDS = "has a number in words; figures need digits"
_GROUPS = "is not a number: use commas or spaces between groups of three digits, and a decimal point"
_NUMBERS = "write `1,234`, `1234` or `12.34`"
_UNIT = "a unit is one word, as in `30 days`, `60 km` or `12.5 %`"
_RANGE = "write the smaller number first; one scale at the end applies to both"

# a sentence: (text, key, message, help)
REFUSED = {
    "nothing is no figure": ("", "", "the figure is empty", _FORMS),
    "a word is no figure": ("hello", "", "`hello` is not a figure", _FORMS),
    "other digits are no figure": ("٣", "", "`٣` is not a figure", _FORMS),
    "wide digits are no figure": ("３", "", "`３` is not a figure", _FORMS),
    "a number word is written in digits": ("three", "", f"`three` {_IN_WORDS}", "write `3`"),
    "two number words are written in digits": (
        "twenty-four",
        "",
        f"`twenty-four` {_IN_WORDS}",
        "write `24`",
    ),
    "hundreds are written in digits": ("three hundred", "", f"`three hundred` {_IN_WORDS}", "write `300`"),
    "a number word keeps its unit": (
        "about three days",
        "",
        f"`about three days` {_IN_WORDS}",
        "write `about 3 days`",
    ),
    "a dozen is 12": ("a dozen", "", "`a dozen` is not a figure", "write `12`"),
    "an ordinal word is written in digits": (
        "the fourth",
        "",
        "`the fourth` is not a figure",
        "write `4th`",
    ),
    "a leading zero is left out": ("010", "", "`010` begins with a zero", "write `10`"),
    "a group has three digits": ("12,34", "", f"`12,34` {_GROUPS}", _NUMBERS),
    "groups are parted in one way": ("3,500 000", "", f"`3,500 000` {_GROUPS}", _NUMBERS),
    "points part no groups": ("1.234.567", "", f"`1.234.567` {_GROUPS}", _NUMBERS),
    "a point needs a digit before it": (".5", "", "`.5` is not a figure", "write `0.5`"),
    "a point needs a digit after it": ("5.", "", f"`5.` {_GROUPS}", "write `5`"),
    "a plus is left out": ("+5", "", "`+5` is not a figure", "write `5`"),
    "a typographic minus is a hyphen": ("\u22125 %", "", "`\u22125 %` is not a figure", "write `-5 %`"),
    "nineteen digits are too many": (
        "9" * 19,
        "",
        f"`{'9' * 19}` has more than 18 digits",
        "write a scale, as in `1.7 trillion`",
    ),
    "eighty-one characters are too many": ("9" * 81, "", f"`{'9' * 79}…` is too long for a figure", _FORMS),
    "a range is written with to": ("200-900", "", "`200-900` is not a figure", "write `200 to 900`"),
    "a dash is written with to": (
        "200 – 900 km",
        "",
        "`200 – 900 km` is not a figure",
        "write `200 to 900 km`",
    ),
    "between is written with to": (
        "between 5 and 9",
        "",
        "`between 5 and 9` is not a figure",
        "write `5 to 9`",
    ),
    "a range has no third number": ("1 to 3 to 5", "", "`1 to 3 to 5` is not a figure", _FORMS),
    "a range goes up": ("900 to 200", "", "`900 to 200` does not go from a smaller to a larger number", _RANGE),
    "a range goes somewhere": ("5 to 5", "", "`5 to 5` does not go from a smaller to a larger number", _RANGE),
    "a shared scale may turn a range": (
        "500 to 2 million",
        "",
        "`500 to 2 million` does not go from a smaller to a larger number",
        _RANGE,
    ),
    "a range takes no hedge": (
        "about 200 to 900",
        "",
        "`about 200 to 900` has `about` with a range, which already has bounds",
        "write `200 to 900`",
    ),
    "a range has one unit": ("5 % to 10 %", "", "`5 % to 10 %` is not a figure", "write `5 to 10 %`"),
    "a dollar sign does not say whose": ("$5", "", f"`$5` {_SIGN}", "write `USD 5`"),
    "millions of dollars keep their scale": (
        "about $1.7m",
        "",
        f"`about $1.7m` {_SIGN}",
        "write `about USD 1.7 million`",
    ),
    "a pound sign is GBP": ("£3.5bn", "", f"`£3.5bn` {_SIGN}", "write `GBP 3.5 billion`"),
    "a euro sign is EUR": ("5€", "", f"`5€` {_SIGN}", "write `EUR 5`"),
    "a range of dollars has one currency": (
        "$1-2 million",
        "",
        f"`$1-2 million` {_SIGN}",
        "write `USD 1 to 2 million`",
    ),
    "a currency stands first": (
        "5 USD",
        "",
        "`5 USD` has three capitals after the number",
        "write `USD` before the number if it is a currency; a unit is never three capital letters",
    ),
    "money has no unit": ("USD 5 km", "", "`USD 5 km` has a currency and a unit", "write only one of them"),
    "percent is a sign": ("5 per cent", "", "`5 per cent` is not a figure", "write `5 %`"),
    "a unit stands apart": ("60km", "", "`60km` is not a figure", "write `60 km`"),
    "a unit is one word": ("3 people killed", "", "`3 people killed` is not a figure", _FORMS),
    "a scale is no unit": (
        "hundreds of thousands",
        "",
        "`thousands` is not a unit in `hundreds of thousands`",
        _UNIT,
    ),
    "a dozen is no unit": ("3 dozen", "", "`dozen` is not a unit in `3 dozen`", _UNIT),
    "a mark is no unit": ("3 ½", "", "`½` is not a unit in `3 ½`", _UNIT),
    "a scale is in small letters": (
        "1.7 Million",
        "",
        "`Million` is not a unit in `1.7 Million`",
        "write `1.7 million`",
    ),
    "a hedge is in small letters": ("About 18", "", "`About 18` is not a figure", "write `about 18`"),
    "around is about": ("around 18", "", "`around 18` is not a figure", "write `about 18`"),
    "or so is about": ("18 or so", "", "`18 or so` is not a figure", "write `about 18`"),
    "a plus after it is at least": ("15+", "", "`15+` is not a figure", "write `at least 15`"),
    "vague words take no hedge": ("about several", "", "`about several` is not a figure", _FORMS),
    "nothing is fewer than nought": (
        "fewer than 0",
        "",
        "`fewer than 0` has `fewer than` with a number that is not above zero",
        "write `0`",
    ),
    "an ordinal takes no hedge": (
        "at least 4th",
        "",
        "`at least 4th` has `at least` with an ordinal",
        "write `4th`",
    ),
    "an ordinal has its own ending": ("21th", "", "`21th` is not an ordinal", "write `21st`"),
    "eleven is no 11st": ("11st", "", "`11st` is not an ordinal", "write `11th`"),
    "there is no zeroth": ("0th", "", "`0th` is not an ordinal", "write `1st`"),
    "about a date is a mark": (
        "about 2020-03",
        "",
        "`about 2020-03` has words before a date",
        "write `2020-03~`",
    ),
    "about a year is a mark": (
        "about 2020",
        "year",
        "`about 2020` has words before a date",
        "write `2020~`",
    ),
    "a hedge before an uncertain date is left out": (
        "about 2020-03~",
        "",
        "`about 2020-03~` has words before a date",
        "write `2020-03~`",
    ),
    "a long form is shown whole": (
        "around 123,456,789,012,345,678 trillion kilograms",
        "",
        "`around 123,456,789,012,345,678 trillion kilograms` is not a figure",
        "write `about 123,456,789,012,345,678 trillion kilograms`",
    ),
    "a form that gets too long by its commas is refused": (
        f"{'9' * 18} {'k' * 61}",
        "",
        f"`{'9' * 18} {'k' * 61}` is too long for a figure",
        _FORMS,
    ),
    "a date in words is written as a date": (
        "11 March 2020",
        "",
        "`11 March 2020` is not a date",
        "write `2020-03-11`",
    ),
    "a date's own message is kept": (
        "2020-02-30",
        "",
        "there is no day 30 in `2020-02-30`: February 2020 has 29 days",
        "write a day from 01 to 29, or `2020-02` if the day is not known",
    ),
    "a fraction is no figure": ("1/2", "", "`1/2` is not a figure", _FORMS),
    "a time of day is no figure": ("19:35", "", "`19:35` is not a figure", _FORMS),
}


def refusal(text, key):
    with pytest.raises(Unreadable) as caught:
        parse_figure(text, key=key)
    return caught.value.message, caught.value.help


@pytest.mark.parametrize(("text", "key", "figure", "canonical"), READ.values(), ids=READ)
def test_a_figure_is_read(text, key, figure, canonical):
    read = parse_figure(text, key=key)
    assert read == figure
    assert read.text == text
    assert str(read) == canonical
    assert parse_figure(canonical, key=key) == figure


@pytest.mark.parametrize(("text", "key", "message", "help"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_says_what_is_wrong_and_the_nearest_form(text, key, message, help):
    assert refusal(text, key) == (message, help)
    form = re.fullmatch(r"write `([^`]+)`", help)
    if form:
        assert str(parse_figure(form[1], key=key)) == form[1]


def test_a_number_is_worth_its_scale():
    assert Number(Decimal("1.7"), "million").value == 1_700_000
    assert Number(Decimal("9" * 18), "trillion").value == int("9" * 18) * 10**12


NUMBERS = st.one_of(
    st.integers(-(10**17), 10**17).map(lambda number: f"{number:,}"),
    st.integers(0, 5000).map(str),
    st.decimals(-1000, 1000, places=2).map(str),
)
AMOUNTS = st.builds(
    lambda *words: " ".join(word for word in words if word),
    st.sampled_from(["", *HEDGES]),
    st.sampled_from(["", "USD", "IQD"]),
    NUMBERS,
    st.sampled_from(["", *SCALES]),
    st.builds("to {}".format, NUMBERS) | st.just(""),
    st.sampled_from(["", *SCALES]),
    st.sampled_from(["", "%", "km", "days", "or more", "USD", "million"]),
)
NEARLY = st.lists(
    st.sampled_from([*HEDGES, *VAGUE, *SCALES, *"0123456789,.-%~?X/$£   ", "to", "of", "days", "March", "3rd"]),
    max_size=12,
).map("".join)
KEYS = st.sampled_from(["", "killed", "year", "start_date"])


@given(st.one_of(AMOUNTS, NEARLY, st.text(max_size=LONGEST + 1)), KEYS)
def test_any_text_is_a_figure_or_unreadable(text, key):
    try:
        figure = parse_figure(text, key=key)
    except Unreadable as problem:
        assert problem.message and not problem.message.endswith(".")
        assert problem.help and not problem.help.endswith(".")
        form = re.fullmatch(r"write `([^`]+)`", problem.help)
        if form and form[1] != "Z":
            parse_figure(form[1], key=key)
        return
    assert parse_figure(str(figure), key=key) == figure
    assert str(parse_figure(str(figure), key=key)) == str(figure)
    assert len(figure.numbers) == (0 if figure.vague or figure.date else len(figure.numbers[:2]))
