"""Quotes are found where the source says them, and nowhere else: a table of cases, places, and what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tables import read_table

from factpress.evidence.document import read_document
from factpress.evidence.quotes import Difference, FoundQuote, Nearest, find, nearest
from factpress.evidence.tokens import tokens

GROUPS: Mapping[str, list[Mapping[str, Any]]] = read_table(Path(__file__).parent / "cases.yml")


def cases() -> Iterator[Any]:
    for group, texts in GROUPS.items():
        for case in texts:
            for quote, kind, why in case["quotes"]:
                language = case.get("language", "en")
                yield pytest.param(case["text"], language, quote, kind, id=f"{group}: {why}")


CASES = tuple(cases())


@pytest.mark.parametrize(("text", "language", "quote", "kind"), CASES)
def test_a_quote_is_found_as_the_page_on_records_says(text: str, language: str, quote: str, kind: str) -> None:
    place = find(read_document(text, language=language), quote)
    assert (place.kind if place else "none") == kind
    amid = find(read_document(f"Zwölf Boxkämpfer\n\n{text}\n\nViktor jagt 99", language=language), quote)
    moved = place and replace(place, position=place.position + 2, sentence=place.sentence + 1)
    assert amid == moved, "other blocks around it change nothing"


def test_each_case_has_a_reason_of_its_own() -> None:
    ids = [case.id for case in CASES]
    assert len(ids) > 800
    assert len(ids) == len(set(ids))


RAIN = "It rained. Then it rained and it rained and it rained!\n\nDid it rain? “It rained,” he said. “Yes. It did.”"
PLACES = [
    pytest.param("Then it rained", 3, 2, "exact", 1, id="once, at the beginning of the second sentence"),
    pytest.param("it rained and it rained", 4, 2, "exact", 2, id="twice, overlapping"),
    pytest.param("it rained", 4, 2, "exact", 5, id="five times, two of them with a capital, the first as it stands"),
    pytest.param("It rained", 0, 1, "exact", 5, id="five times, the first with its capital"),
    pytest.param("it rained!", 10, 2, "exact", 1, id="once, with its mark"),
    pytest.param("It rained.", 0, 1, "exact", 1, id="once, with its point"),
    pytest.param("rained. Then it", 1, 1, "exact", 1, id="over two sentences, the number of the first"),
    pytest.param("did it rain?", 13, 3, "case", 1, id="in the second block, with a small letter"),
    pytest.param('"It rained," he said.', 17, 4, "typography", 1, id="behind a question"),
    pytest.param("Yes. It did", 22, 5, "exact", 1, id="within quotation marks, where the splitter sees one sentence"),
    pytest.param("it did", 24, 5, "case", 1, id="its second part, in the same sentence"),
    pytest.param("It  rained", 0, 1, "typography", 5, id="typography, all five places"),
]


@pytest.mark.parametrize(("quote", "position", "sentence", "kind", "occurrences"), PLACES)
def test_a_quote_has_a_place_and_a_count(quote: str, position: int, sentence: int, kind: Any, occurrences: int) -> None:
    document = read_document(RAIN)
    assert find(document, quote) == FoundQuote(position, len(tokens(quote)), sentence, kind, occurrences)


def test_the_class_is_that_of_the_closest_place_and_so_is_the_position() -> None:
    document = read_document("In 15\u00a0men came. In 15  men went. Of 115 men, 15 men stayed.")
    place = find(document, "15 men")
    assert place is not None
    assert (place.kind, place.position, place.sentence, place.occurrences) == ("exact", 13, 3, 3)


MISSES_TEXT = (
    "The attack in Iraq’s capital killed three coalition service members. However, Iraq’s military said the US-led "
    "strikes killed five security force personnel and one civilian, with the militia vowing revenge.\n\n"
    "Growth was -2.1 in March and $3.5 million in April, 5% up. Did five die? Nobody knew it. Mrs. Smith of the "
    "U.S. Army won 3-4 on 3-4-2020. Straße und Fluß: İzmir"
)
# A quote, the number of the nearest sentence, the passage, and what differs there: the source's words and the quote's.
MISSES = [
    (
        "killed five security forces personnel",
        2,
        "killed five security force personnel",
        "force",
        "forces",
        "a word changed by a letter",
    ),
    (
        "killed five security personnel and one civilian",
        2,
        "killed five security force personnel and one civilian",
        "force",
        "",
        "a word left out",
    ),
    ("killed all five security force personnel", 2, "killed five security force personnel", "", "all", "a word added"),
    (
        "killed four security force personnel",
        2,
        "killed five security force personnel",
        "five",
        "four",
        "another number",
    ),
    ("killed 5 security force personnel", 2, "killed five security force personnel", "five", "5", "a number in digits"),
    (
        "murdered five security force personnel",
        2,
        "killed five security force personnel",
        "killed",
        "murdered",
        "another first word",
    ),
    (
        "five security force personnel and one soldier",
        2,
        "five security force personnel and one civilian",
        "civilian",
        "soldier",
        "another last word",
    ),
    ("with the militias vowing revenge", 2, "with the militia vowing revenge", "militia", "militias", "a plural"),
    ("the US-led Strikes killed five", 2, "the US-led strikes killed five", "strikes", "Strikes", "a capital inside"),
    ("the US led strikes killed five", 2, "the US-led strikes killed five", "US-led", "US led", "a hyphen lost"),
    (
        "strikes did not kill five security force",
        2,
        "strikes killed five security force",
        "killed",
        "did not kill",
        "a negation added",
    ),
    (
        "the militia [Kataib Hezbollah] vowing revenge",
        2,
        "the militia vowing revenge",
        "",
        "Kataib Hezbollah",
        "words of ours in brackets",
    ),
    (
        "killed five ... personnel and one civilian",
        2,
        "killed five security force personnel and one civilian",
        "security force",
        "…",
        "dots of ours",
    ),
    (
        "killed three coalition service members!",
        1,
        "killed three coalition service members .",
        ".",
        "!",
        "another mark",
    ),
    (
        "service members. However Iraqs military said",
        1,
        "service members . However Iraq's military said",
        "Iraq's",
        "Iraqs",
        "an apostrophe lost",
    ),
    (
        "coalition service members however, Iraq's military",
        1,
        "coalition service members . However Iraq's military",
        ". However",
        "however",
        "two sentences made one",
    ),
    ("Growth was 2.1 in March", 3, "Growth was -2.1 in March", "-2.1", "2.1", "a sign lost"),
    ("March and 3.5 million in April", 3, "March and $3.5 million in April", "$3.5", "3.5", "a currency lost"),
    ("in April, 5 up.", 3, "in April 5% up .", "5%", "5", "percent lost"),
    ("Did five die. Nobody knew it", 4, "Did five die ? Nobody knew it", "?", ".", "a question made a statement"),
    ("Did five die Nobody knew it", 4, "Did five die ? Nobody knew it", "?", "", "a question mark left out"),
    ("Mrs Smith of the U.S. Army", 6, "Mrs . Smith of the U.S . Army", ".", "", "the point of a title left out"),
    ("Smith of the US Army", 6, "Smith of the U.S . Army", "U.S .", "US", "points of an acronym left out"),
    ("Mrs. Smyth of the U.S. Army", 6, "Mrs . Smith of the U.S . Army", "Smith", "Smyth", "a name misspelt"),
    ("Smith of the U.S. Army won 3-5", 6, "Smith of the U.S . Army won 3 - 4", "4", "5", "a score changed"),
    ("Strasse und Fluß: Izmir", 7, "Straße und Fluß İzmir", "Straße", "Strasse", "letters that grow in small letters"),
]


@pytest.mark.parametrize(
    ("quote", "sentence", "passage", "source", "instead"),
    [pytest.param(*miss, id=f"{why}") for *miss, why in MISSES],
)
def test_the_nearest_passage_of_a_miss_is_the_one_a_person_would_show(
    quote: str, sentence: int, passage: str, source: str, instead: str
) -> None:
    document = read_document(MISSES_TEXT)
    assert find(document, quote) is None
    near = nearest(document, quote)
    assert near is not None
    assert " ".join(near.passage) == passage
    assert near.differences[0] == Difference(tuple(source.split()), tuple(instead.split()))
    assert (near.why, near.sentence) == ("words", sentence)


# Where the very words stand there, and only the ends of words or blocks keep them from being the quote.
EDGES = [
    ("vowing revenge. Growth was -2.1", "blocks", "vowing revenge . Growth was -2.1", 2, "words of two blocks"),
    ("Nobody knew it. Mrs", "cut", "Nobody knew it . Mrs .", 5, "a title without its point"),
    ("Smith of the U.S", "cut", "Smith of the U.S .", 6, "an acronym without its last point"),
    ("Army won 3", "cut", "Army won 3 - 4", 6, "half a score"),
    ("4-2020", "cut", "3 - 4 - 2020", 6, "a part of a date"),
    ("won 3-4 on 3", "cut", "won 3 - 4 on 3 - 4 - 2020", 6, "a score and a part of a date"),
    ("army won 3", "cut", "Army won 3 - 4", 6, "half a score behind a first letter in the other case"),
]


@pytest.mark.parametrize(
    ("quote", "reason", "passage", "sentence"), [pytest.param(*edge, id=why) for *edge, why in EDGES]
)
def test_a_quote_that_cuts_or_crosses_is_told_so(quote: str, reason: Any, passage: str, sentence: int) -> None:
    document = read_document(MISSES_TEXT)
    assert find(document, quote) is None
    near = nearest(document, quote)
    assert near == Nearest(sentence, tuple(passage.split()), (), reason)


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param("penguins waddle over frozen antarctic shores", id="words of another text"),
        pytest.param("?!", id="marks without words"),
        pytest.param("", id="nothing"),
        pytest.param("القوات العراقية غادرت القاعدة أمس", id="another script"),
    ],
)
def test_nothing_is_near_where_nothing_is_alike(quote: str) -> None:
    assert nearest(read_document(MISSES_TEXT), quote) is None


def test_a_quote_in_capitals_is_near_its_words() -> None:
    near = nearest(read_document(MISSES_TEXT), "KILLED FIVE SECURITY FORCE PERSONNEL")
    assert near is not None
    assert near.passage == ("killed", "five", "security", "force", "personnel")


def test_two_differences_are_told_apart() -> None:
    near = nearest(read_document(MISSES_TEXT), "killed six security force personnel and two civilians")
    assert near is not None
    assert near.differences == (Difference(("five",), ("six",)), Difference(("one", "civilian"), ("two", "civilians")))


def test_an_empty_text_has_no_nearest_passage() -> None:
    assert nearest(read_document(""), "killed five security force personnel") is None
