"""Quantities are read as records.md says: a table of cases, what is masked, places, languages, and any input at all."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import read_table

from factpress.evidence.languages import LANGUAGES
from factpress.evidence.quantities import Reading, Said, can_read, quantities
from factpress.evidence.relative_dates import Days
from factpress.evidence.scan import Scan
from factpress.evidence.values import Values, of_figure
from factpress.records.date import Date, parse_date
from factpress.records.figure import parse_figure

TABLES = {"en": "quantity_cases.yml", "de": "german_cases.yml"}
USUAL = "2020-03-27"
WINDOW = re.compile(r"([0-9-]{10}) ([0-9:]{8})-([0-9:]{8})")
NOUN = re.compile(r"(.*?)(?: \((\w+)\))?")


def table(language: str) -> Mapping[str, list[list[Any]]]:
    tables: Mapping[str, list[list[Any]]] = read_table(Path(__file__).parent / TABLES[language])
    return tables


def cases(language: str = "en") -> Iterator[Any]:
    for group, rows in table(language).items():
        for quote, published, expected, why in rows:
            yield pytest.param(language, quote, published or USUAL, expected, id=f"{language}, {group}: {why}")


def dated(published: str) -> Date | None:
    return None if published == "-" else parse_date(published)


def set_of(values: Values) -> tuple[object, ...]:
    """What is compared: not how it was written."""
    return (values.kind, values.low, values.high, values.low_open, values.high_open, values.unit, values.is_span)


def figure(text: str) -> Values:
    if window := WINDOW.fullmatch(text):
        first, last = (of_figure(parse_figure(f"{window[1]}T{clock}")) for clock in (window[2], window[3]))
        return replace(first, high=last.low)
    return of_figure(parse_figure(text, key="year" if re.fullmatch(r"[0-9]{4}", text) else ""))


def differences(reading: Reading, expected: list[str]) -> list[str]:
    """What was read otherwise than expected, in words."""
    wrong = []
    doubts = [f"?{doubt.words}" for doubt in reading.doubts]
    wanted = [each for each in expected if not each.startswith("?")]
    if doubts != [each for each in expected if each.startswith("?")]:
        wrong.append(f"doubts are {[(each.words, each.why) for each in reading.doubts]}")
    if len(wanted) != len(reading.said):
        wrong.append(f"read {[(each.words, set_of(each.values)) for each in reading.said]}")
    for said, text in zip(reading.said, wanted, strict=False):
        match = NOUN.fullmatch(text)
        assert match
        if not fits(said, match[1]):
            wrong.append(f"{said.words!r} is {set_of(said.values)}, not {text}")
        if match[2] and match[2] != said.noun:
            wrong.append(f"{said.words!r} counts {said.noun!r}, not {match[2]!r}")
    return wrong


def fits(said: Said, text: str) -> bool:
    return set_of(said.values) == set_of(figure(text))


@pytest.mark.parametrize(
    ("language", "quote", "published", "expected"), [each for name in TABLES for each in cases(name)]
)
def test_a_quote_is_read_or_in_doubt_as_its_table_says(
    language: str, quote: str, published: str, expected: list[str]
) -> None:
    assert differences(quantities(quote, language=language, published=dated(published)), expected) == []


@pytest.mark.parametrize(("language", "fewest"), [("en", 220), ("de", 280)])
def test_each_case_has_a_reason_of_its_own(language: str, fewest: int) -> None:
    ids = [case.id for case in cases(language)]
    assert len(ids) >= fewest
    assert len(ids) == len(set(ids))


def test_every_row_of_the_table_has_a_case() -> None:
    quotes = " ".join(str(case.values[1]) for case in cases()).lower()
    for words in (
        "a dozen", "a pair", "once", "twice", "thousand", "million", "billion", "about", "around", "approximately",
        "roughly", "some 8", "or so", "nearly", "almost", "just under", "just over", "more than", "over", "at least",
        "or more", "fewer than", "under", "up to", "at most", "no more than", "a couple", "a few", "several",
        "a handful", "a few hundred", "several hundred", "several thousand", "several dozen", "dozens", "scores",
        "hundreds", "thousands", "17 march", "march 17", "the 17th", "wednesday", "last friday", "next friday",
        "today", "yesterday", "tomorrow", "from 10 to 15", "10–15", "between 10 and 15", "early tuesday",
        "monday night", "this month", "an officer", "no one", "none", "both", "half", "most", "reportedly",
    ):  # fmt: skip
        assert words in quotes, words


NAMES = ("17 July Bridge", "Camp 4", "Room of 10", "1 May Street", "Two  Rivers")
MASKED = [
    pytest.param("three rockets hit the 17 July Bridge", ["3"], id="a date in a name"),
    pytest.param("at Camp 4's gate and in camp 4", [], id="with a genitive, and in small letters"),
    pytest.param("two men of Room of 10.", ["2"], id="at the end of a sentence"),
    pytest.param(
        "Room of 100 men and room of 10.5 tons", ["100 (men)", "10.5 tons"], id="a longer number is no part of the name"
    ),
    pytest.param("at Two Rivers, two died", ["2"], id="a number word in a name"),
    pytest.param("two Camp 4 soldiers", ["2 (soldiers)"], id="a name between a number and its noun"),
    pytest.param("on 1\u00a0May Street", [], id="another kind of space"),
]


@pytest.mark.parametrize(("quote", "expected"), MASKED)
def test_numbers_inside_the_names_of_entities_are_no_quantities(quote: str, expected: list[str]) -> None:
    assert differences(quantities(quote, published=parse_date(USUAL), names=NAMES), expected) == []


PLACES = [
    pytest.param("killed twenty\u2011one of them", ["twenty\u2011one"], id="a hyphen that does not break"),
    pytest.param("a 30\u00ad\u2010day waiver", ["30\u00ad\u2010day"], id="a soft hyphen, which is nothing"),
    pytest.param("“about 18” rockets", ["about 18"], id="curly quotation marks"),
    pytest.param("ﬁve ﬁghters, 3 died", ["ﬁve", "3"], id="ligatures"),
    pytest.param("At Camp 4 some 1\u202f500 men", ["some 1\u202f500"], id="behind a name, with a narrow space"),
    pytest.param("from 16 to 19 March", ["from 16 to 19 March"], id="a run, with its first word"),
    pytest.param("$1 million-worth", ["$1 million"], id="money, without what it is worth"),
    pytest.param("three rockets", ["three"], id="a count, without its noun"),
]


@pytest.mark.parametrize(("quote", "words"), PLACES)
def test_what_was_read_has_its_place_in_the_quote_as_it_stands(quote: str, words: list[str]) -> None:
    reading = quantities(quote, published=parse_date(USUAL), names=NAMES)
    assert [said.words for said in reading.said] == words
    assert all(quote[said.start : said.end] == said.words for said in reading.said)


REGIONS = [
    ("en-GB", "on 11/03/2020", ["2020-03-11"], "the day first"),
    ("en-US", "on 11/03/2020", ["2020-11-03"], "the month first"),
    ("en", "on 11/03/2020", ["?11/03/2020"], "no region"),
    ("en-US", "on 13/03/2020", ["?13/03/2020"], "no date in the order of the region"),
    ("en-AU", "on 11/03/19", ["2019-03-11"], "a short year before the source's date"),
    ("en-US", "on 11/03/19", ["2019-11-03"], "a short year, the month first"),
    ("en-US", "on 11/03/36", ["?11/03/36"], "a short year of either century"),
    ("en-US", "on 11/03/85", ["1985-11-03"], "a short year of the last century"),
    ("en-GB", "on 31/02/2020", [], "no such day"),
    ("en-US", "on 3/19", ["2020-03-19"], "a day without a year"),
    ("en-GB", "on 19/3", ["2020-03-19"], "a day without a year, the day first"),
    ("en-GB", "on 3/19", ["?3/19"], "a day without a year in another order"),
    ("en-CA", "on 3/10", ["?3/10"], "a region that writes both orders"),
    ("en", "on 3/19", ["?3/19"], "a day without a year, and no region"),
    ("en-US", "on 3/19, 3/20 and 3/24", ["2020-03-19", "2020-03-20", "2020-03-24"], "a list of days"),
    ("en-US", "from 9/4 to 10/2", ["2019-09-04/2019-10-02"], "from a day to another"),
    ("en-US", "from 5/1-5/7/2019", ["2019-05-01/2019-05-07"], "days that share a year"),
    ("en-US", "shut since 3/19", ["2020-03-19/.."], "an open time from a day on"),
    ("en-US", "Friday 3/20, Monday 4/6", ["2020-03-20", "2020-04-06"], "weekdays with their days"),
    ("en-US", "Friday 3/19", ["?Friday 3/19"], "a weekday with another day"),
    ("en-US", "on 3/4 of the farms", ["?3/4"], "a share"),
    ("en-US", "on 3/4-inch pipes", ["0.75 inch"], "a share of a unit"),
    ("en-US", "from 1/4 to 1/2", ["?1/4", "?1/2"], "shares, or days"),
    ("en-US", "rose by 1/3", ["?1/3"], "a share by which something rose"),
    ("en-US", "won 4/2", ["?4/2"], "a score"),
    ("en-US", "since 9/11", [], "a day that is a name"),
    ("en-GB", "on 4/5 June", ["?4/5"], "a night between two days"),
    ("en-US", "it shuts on 6/5", ["?6/5"], "the last such day, or the coming one"),
]


@pytest.mark.parametrize(("language", "quote", "expected", "why"), REGIONS, ids=[each[3] for each in REGIONS])
def test_a_date_in_digits_is_read_by_the_region_of_the_source(
    language: str, quote: str, expected: list[str], why: str
) -> None:
    assert differences(quantities(quote, language=language, published=dated(USUAL)), expected) == [], why


@pytest.mark.parametrize("language", ["en", "en-GB", "EN-us", "en-Latn-US"])
def test_english_is_read_in_all_its_tags(language: str) -> None:
    assert can_read(language)
    assert len(quantities("three rockets", language=language).said) == 1


@pytest.mark.parametrize("language", ["de", "de-AT", "DE-ch", "de-Latn-DE"])
def test_german_is_read_in_all_its_tags(language: str) -> None:
    assert can_read(language)
    assert len(quantities("drei Raketen", language=language).said) == 1


def test_each_language_of_the_table_has_cases() -> None:
    assert set(LANGUAGES) == set(TABLES)


def test_no_language_is_loaded_before_a_text_is_read() -> None:
    code = (
        "import sys, factpress.book\n"
        "from factpress.evidence.quantities import quantities\n"
        "def loaded(): return {name.split('.')[2] for name in sys.modules if name.startswith('factpress.evidence.')}\n"
        "assert not {'english', 'german'} & loaded()\n"
        "assert quantities('three rockets').said\n"
        "assert {'english', 'german'} & loaded() == {'english'}\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("language", ["ar", "fr-CH", "eng", "", "e", "x-en", "deu"])
def test_no_other_language_is_read(language: str) -> None:
    assert not can_read(language)
    assert quantities("three rockets", language=language) == Reading()


PIECES = (
    "three 3 1,500 2.5 1.500 -5 4th second first one two hundred thousand million dozen a an and the of or so"
    " more than about over at least under up to from between to - – — ~ + % $ £ € ¥ US A kr USD dollars pounds"
    " km m 5m 107mm miles days week month year ago 30-day 10-15 2-1 half thirds once twice several few couple"
    " handful hundreds scores tens 17 March May Sept . , ; ( ) ' \" 2019 2020-03-11 11/03/2020 9/11 2019-20"
    " Wednesday last next this night today yesterday tomorrow before after until will on in by early late"
    " rockets soldiers Iraq Camp No. page 7 p.m. 19:35 aged old times percent percentage points fall spring"
    " winter 1990s 00 ½ ² ٣ \u00ad \u202f \n\n _ İ"
)
WORDS = st.sampled_from(PIECES.split(" "))
TEXTS = st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join), st.lists(WORDS, max_size=14).map("".join))
DATES = st.sampled_from(
    ["-", USUAL, "2020-03", "2020-02-29", "2020-03-27~", "2020", "0001-01-01", "9999-12-31", "2020-03-26/..", "202X",
     "2020-03-11T19:35:00+03:00", "2020-03-01/2020-03-31"]
)  # fmt: skip


@given(text=TEXTS, published=DATES, names=st.lists(TEXTS, max_size=3))
def test_any_text_is_read_and_no_two_parts_overlap(text: str, published: str, names: list[str]) -> None:
    reading = quantities(text, published=dated(published), names=names)
    parts = sorted([*reading.said, *reading.doubts], key=lambda part: part.start)
    assert all(text[part.start : part.end] == part.words != "" for part in parts)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    assert list(reading.said) == sorted(reading.said, key=lambda said: said.start)
    assert list(reading.doubts) == sorted(reading.doubts, key=lambda doubt: doubt.start)


GERMAN = (
    "drei 3 1.500 2,5 1,500 12. 12.03.2020 zweihundert tausend Millionen Mio. Dutzend ein eine der die und oder von bis"
    " zwischen mindestens mehr als weniger rund etwa fast zu über nicht - – + % € km Tage Jahre Uhr Prozent US-Dollar"
    " März Mai Sept. im am vom zum dem Mittwoch Montagabend letzten nächsten Woche heute gestern morgen wird seit vor"
    " dritten zwölften halbe Viertel mehrere paar zweimal Raketen Soldaten russische Artikel Nr. 5 2019 2020 2019/20"
    " Komma Sechstel EUR Baht statt bzw. des auf den desselben Jahres Vorwoche täglich starben beginnt hundertundein"
    " 14:30 . , ; ( ) ' \" / ½ ² ٣ \u00ad \u202f \n\n _ ß"
)
GERMAN_WORDS = st.sampled_from(GERMAN.split(" "))
GERMAN_TEXTS = st.one_of(
    st.lists(GERMAN_WORDS, max_size=14).map(" ".join), st.lists(GERMAN_WORDS, max_size=14).map("".join), st.text()
)


@given(text=GERMAN_TEXTS, published=DATES, names=st.lists(GERMAN_TEXTS, max_size=2))
def test_any_german_text_is_read_and_no_two_parts_overlap(text: str, published: str, names: list[str]) -> None:
    reading = quantities(text, language="de", published=dated(published), names=names)
    parts = sorted([*reading.said, *reading.doubts], key=lambda part: part.start)
    assert all(text[part.start : part.end] == part.words != "" for part in parts)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    for said in reading.said:
        low, high = said.values.low, said.values.high
        assert low is None or high is None or low <= high, said


@given(text=TEXTS, published=DATES)
def test_every_set_that_was_read_has_its_ends_in_order(text: str, published: str) -> None:
    for said in quantities(text, published=dated(published)).said:
        low, high = said.values.low, said.values.high
        assert low is None or high is None or low <= high, said
        assert said.values.kind != "date" or low is not None or high is not None


@given(text=TEXTS, name=st.sampled_from(["Camp Taji", "17 July Bridge"]))
def test_a_name_that_is_not_there_changes_nothing(text: str, name: str) -> None:
    if name.lower() not in " ".join(text.lower().split()):
        assert quantities(text, names=[name]) == quantities(text)


class Looked(list[Any]):
    """The tokens of a text, that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, at: Any) -> Any:
        found = super().__getitem__(at)
        Looked.looks += len(found) if isinstance(at, slice) else 1
        return found

    def __iter__(self) -> Iterator[Any]:
        Looked.looks += len(self)
        return super().__iter__()


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], int]:
    """How many tokens are looked at while a text is read."""
    cut = Scan.__init__

    def counting(scan: Scan, text: str, told: Days | None) -> None:
        cut(scan, text, told)
        for name in ("raw", "low", "starts", "ends", "numbers"):
            setattr(scan, name, Looked(getattr(scan, name)))

    monkeypatch.setattr(Scan, "__init__", counting)

    def counted(text: str, language: str) -> int:
        Looked.looks = 0
        quantities(text, language=language, published=parse_date(USUAL))
        return Looked.looks

    return counted


LONG = [
    ("en", "10 to "),
    ("en", "from 1 "),
    ("en", "1 000 "),
    ("en", "March 16 and "),
    ("en", "two hundred and "),
    ("en", "at least about "),
    ("en", "on the 17th "),
    ("en", "since March "),
    ("en", "before the end of 2019 "),
    ("en", "not until 3 May 2019 "),
    ("en", "on 3/19, "),
    ("en", "from June 2019 to "),
    ("en", "Mar-"),
    ("en", "1-"),
    ("en", "@"),
    ("en", "three rockets hit two bases on Wednesday, "),
    ("de", "10 bis "),
    ("de", "von 1 "),
    ("de", "1 000 "),
    ("de", "16. März und "),
    ("de", "zwischen dem dem "),
    ("de", "mindestens etwa "),
    ("de", "zweihundert "),
    ("de", "drei Komma "),
    ("de", "12 statt "),
    ("de", "am Mittwoch vor "),
    ("de", "hundert und "),
    ("de", "März-"),
    ("de", "drei Raketen trafen am Mittwoch zwei Stützpunkte, "),
]


@pytest.mark.parametrize(("language", "text"), LONG)
def test_a_text_ten_times_as_long_takes_ten_times_as_many_looks(
    language: str, text: str, looks: Callable[[str, str], int]
) -> None:
    few, many = (looks(text * times, language) for times in (30, 300))
    assert 0 < many <= 11 * few


@pytest.mark.parametrize("text", ["@", "1 ", "1-", "+1 (", "a'", "_", "www.", "1.", "-" * 9 + "1"])
def test_tokens_of_a_long_text_are_cut_in_one_pass(text: str) -> None:
    # A pattern that looked through the rest of the text at each token would take hours over this.
    assert Scan(text * (100_000 // len(text)), None).size > 0
