"""Ids: words that last, and names that are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.records.ids import MOST_CHARACTERS, RESERVED, attribution, checked_id
from factpress.records.unreadable import Unreadable


@pytest.mark.parametrize(
    "text", ["a", "0", "afp", "taji-deaths", "forces-news-2020-03-26", "4th", "a" * MOST_CHARACTERS, "con"]
)
def test_an_id(text: str) -> None:
    assert checked_id(text) == text
    assert attribution(text) == text


@pytest.mark.parametrize(
    ("text", "message", "suggested"),
    [
        pytest.param("Taji Deaths", "`Taji Deaths` is not an id", "taji-deaths", id="words of a title"),
        pytest.param("taji_deaths", "`taji_deaths` is not an id", "taji-deaths", id="a low line"),
        pytest.param("../../etc/passwd", "`../../etc/passwd` is not an id", "etc-passwd", id="a path upwards"),
        pytest.param("/etc", "`/etc` is not an id", "etc", id="a path from the root"),
        pytest.param("a\\b", "`a\\b` is not an id", "a-b", id="a backslash"),
        pytest.param("%2e%2e", "`%2e%2e` is not an id", "2e-2e", id="encoded points"),
        pytest.param("a\x00b", "`aU+0000b` is not an id", "a-b", id="NUL"),
        pytest.param("a\n", "`aU+000A` is not an id", "a", id="a line break at the end"),
        pytest.param("-a", "`-a` is not an id", "a", id="a hyphen in front"),
        pytest.param("a-", "`a-` is not an id", "a", id="a hyphen behind"),
        pytest.param("a--b", "`a--b` is not an id", "a-b", id="two hyphens"),
        pytest.param(".a", "`.a` is not an id", "a", id="a point in front"),
        pytest.param("a.", "`a.` is not an id", "a", id="a point behind"),
        pytest.param("con.txt", "`con.txt` is not an id", "con-txt", id="an ending"),
        pytest.param(
            "t\u0430ji", "`t\u0430ji` is not an id: it contains U+0430 CYRILLIC SMALL LETTER A", "t-ji", id="Cyrillic"
        ),
        pytest.param("ﬁ", "`ﬁ` is not an id: it contains U+FB01 LATIN SMALL LIGATURE FI", None, id="a ligature"),
        pytest.param("١", "`١` is not an id: it contains U+0661 ARABIC-INDIC DIGIT ONE", None, id="an Arabic digit"),
        pytest.param(
            "\u202ea", "`U+202Ea` is not an id: it contains U+202E RIGHT-TO-LEFT OVERRIDE", "a", id="an override"
        ),
        pytest.param("", "`` is not an id", None, id="nothing"),
    ],
)
def test_what_is_no_id(text: str, message: str, suggested: str | None) -> None:
    with pytest.raises(Unreadable) as refused:
        checked_id(text)
    assert refused.value.message == message
    form = "an id is lower-case words of a-z and 0-9 joined by `-`, without a path or file extension"
    assert refused.value.help == (f"{form}, such as `{suggested}`" if suggested else form)


def test_an_id_has_eighty_characters_at_most() -> None:
    with pytest.raises(Unreadable) as refused:
        checked_id("a" * (MOST_CHARACTERS + 1))
    assert refused.value.message.endswith("has 81 characters, at most 80 are allowed")


@pytest.mark.parametrize("text", ["a-" * 50_000, "é" * 100_000, "a" * 100_000, "-" * 100_000])
def test_the_cap_comes_before_all_else(text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        checked_id(text)
    assert "100,000 characters" in refused.value.message
    assert len(refused.value.message) < 200


def test_words_with_a_space_are_somebody_without_a_record() -> None:
    assert attribution("an Iraqi officer") == "an Iraqi officer"


@pytest.mark.parametrize("text", ["Officer", "officer.", "café", ""])
def test_one_word_is_an_id_or_nothing(text: str) -> None:
    with pytest.raises(Unreadable):
        attribution(text)


@pytest.mark.parametrize(
    "name",
    [
        "verdict", "standing", "topic", "source", "entity", "year", "page", "index", "404", "assets", "search", "feed",
        "sitemap", "robots", "con", "prn", "aux", "nul", "com1", "lpt9",
    ],
)  # fmt: skip
def test_names_that_the_site_or_windows_needs_are_kept(name: str) -> None:
    assert name in RESERVED


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_a_suggestion_is_an_id(text: str) -> None:
    try:
        assert checked_id(text) == text
    except Unreadable as refused:
        if ", such as `" in refused.help:
            assert checked_id(refused.help.rpartition(", such as `")[2][:-1])
