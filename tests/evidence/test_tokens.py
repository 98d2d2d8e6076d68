"""What is one token, what is none, and what is spelt alike."""

import re
import sys
import unicodedata
from itertools import pairwise

import pytest

from factpress.evidence.tokens import BREAK, folded, is_word, placed_tokens, tokens

# A text, and its tokens with a blank between them.
CUTS = [
    ("don't", "don't", "an apostrophe inside a word"),
    ("'tis the soldiers' '90s", "tis the soldiers 90s", "apostrophes at the ends of words"),
    ("mid-March, al-Asad", "mid-March al-Asad", "a hyphen inside a word"),
    ("pre- and -post", "pre and post", "a hyphen at the end of a word"),
    ("U.S. e.g. a.m.", "U.S . e.g . a.m .", "points inside words, and the last one by itself"),
    ("U.S.-led U.S.'s", "U.S.-led U.S.'s", "a point before a hyphen or an apostrophe inside a word"),
    ("16-year-old F-16 COVID-19", "16-year-old F-16 COVID-19", "figures with letters beyond a hyphen"),
    ("1-2 1–2 1 – 2 1 - 2 1—2", "1 - 2 1 - 2 1 - 2 1 - 2 1 - 2", "a dash between figures, however spaced"),
    ("1 -2", "1 -2", "a hyphen that touches only the second figure is its sign"),
    ("1- 2", "1 - 2", "a hyphen that touches only the first figure is a dash"),
    ("word – 2, 1 – word", "word 2 1 word", "a spaced dash beside one figure"),
    ("-2.1, +5, −3, −\u00a04, –5", "-2.1 +5 -3 -4 -5", "the signs of numbers"),
    ("- 5", "5", "a hyphen with a space behind it"),
    ("-5 – -3, −5–−3, –5–-3", "-5 - -3 -5 - -3 -5 - -3", "a range of negative numbers"),
    ("1990--1995", "1990 - 1995", "a double hyphen between figures"),
    ("$3.5, $ 3.5, -$3.5, $-3.5", "$3.5 $3.5 -$3.5 $-3.5", "a currency before its number"),
    ("3.5€ 3.5 € and", "3.5€ 3.5€ and", "a currency behind its number"),
    ("100 $5 bills", "100 $5 bills", "a currency between two numbers is that of the second"),
    ("US$3, US$ 3, A$3", "US $3 US $3 A $3", "letters before a currency"),
    ("$1m £7bn $100,000-a-year", "$1m £7bn $100000-a-year", "letters behind an amount"),
    ("5% 5 % 5\n% 5‰ 5٪", "5% 5% 5% 5‰ 5٪", "percent"),
    ("9°C 9 °C 9° C", "9° C 9° C 9° C", "degrees"),
    ("3,500,000 3 500 000 3500000", "3500000 3500000 3500000", "thousands"),
    ("3\u202f500.25 3 500,25", "3500.25 3500,25", "thousands and decimals"),
    ("3 500 0000 3 50 3  500", "3500 0000 3 50 3 500", "what are no groups of three"),
    ("2020 500 1,23 1,2345 35,00,000 1,234,56", "2020 500 1,23 1,2345 35,00,000 1,234,56", "what are no thousands"),
    ("3.5 .5 0.5 3,5 1.000.000", "3.5 .5 0.5 3,5 1.000.000", "decimals"),
    ("1, 2, 3; 1,2,3", "1 2 3 1,2,3", "a list of figures, and figures with commas between"),
    ("24/7 1/2 and/or 3:1 19:35", "24/7 1/2 and / or 3:1 19:35", "slashes and colons between figures"),
    ("10² 10 2 1½ 1⁄2 m²", "10² 10 2 1½ 1/2 m²", "superscripts and fractions"),
    ("4th 5km 100x Q13", "4th 5km 100x Q13", "figures and letters that touch"),
    ("a... b… c . . . d .... e", "a … b … c … d … e", "dots of omission"),
    ("a.. b. .c", "a . . b . . c", "two points are two"),
    ("What?! So!", "What ? ! So !", "marks"),
    ('a, b; c: (d) [e] {f} "g" «h» „i“', "a b c d e f g h i", "marks that are none"),
    ("¿a? ¡b! c، d؛ e؟", "a ? b ! c d e ؟", "marks of other scripts"),
    ("a—b a — b a--b a -- b a--- b", "a b a b a b a b a b", "dashes between words"),
    ("a* *b a** b*c 5*3 †d • e", "a b a ** b * c 5 * 3 d e", "asterisks, daggers, bullets"),
    (
        "AT&T A & B #5 #x @y ~6 <7 ≤8, 500+ C++",
        "AT & T A & B # 5 # x @ y ~ 6 < 7 ≤ 8 500 + C + +",
        "signs that are no marks",
    ),
    ("a@b.org www.b.org/c", "a@b.org www.b.org / c", "addresses"),
    ("(https://b.org/c-d?e=1, f) http://g/.", "https://b.org/c-d?e=1 f http://g/ .", "addresses on the web"),
    ("l·l 3'2", "l·l 3'2", "a raised point and an apostrophe inside"),
    ("عاد الجيـش ٣٬٥٠٠", "عاد الجيش ٣٬٥٠٠", "Arabic"),
    ("re-\n  elected 1-\n2", "re-elected 1 - 2", "a line broken behind a hyphen"),
    ("x\u0304y e\u0301", "x\u0304y \u00e9", "combining marks"),
    ("snake_case _x_", "snake_case _x_", "underscores are letters of names"),
    ("東京。大阪！", "東 京 。 大 阪 ！", "signs of Chinese are single, and their marks are marks"),
    ("第3回AKB48は300人", "第 3 回 AKB48 は 300 人", "figures and Latin words among them are not"),
    ("気温-5度 5-6度 −3度", "気 温 -5 度 5 - 6 度 -3 度", "a minus sign behind them, and a range"),
    ("เปิด 30% แล้ว", "เ ปิ ด 30% แ ล้ ว", "letters of Thai are single, with their marks"),
    ("북쪽 부두", "북쪽 부두", "Korean has spaces"),
    ("", "", "nothing"),
    (" \n\n \n", "", "blank lines alone"),
]


@pytest.mark.parametrize(("text", "cut"), [pytest.param(text, cut, id=why) for text, cut, why in CUTS])
def test_text_is_cut(text: str, cut: str) -> None:
    assert list(tokens(text)) == cut.split()


@pytest.mark.parametrize(("text", "cut"), [pytest.param(text, cut, id=why) for text, cut, why in CUTS])
def test_each_token_stands_where_it_is_said_to(text: str, cut: str) -> None:
    whole = folded(text).strip()
    placed = list(placed_tokens(whole))
    assert [token for token, _, _ in placed] == cut.split()
    assert all(first[2] <= second[1] for first, second in pairwise(placed))
    for token, start, end in placed:
        written = whole[start:end]
        assert written == written.strip()
        assert tokens(written) == (token,) or token in {"-", "*"}


def test_a_blank_line_is_a_token_inside_a_text_only() -> None:
    assert tokens("\n\na\n\n \t\nb\nc\n\n") == ("a", BREAK, "b", "c")
    assert tokens("a\u2029b") == ("a", BREAK, "b")


@pytest.mark.parametrize(
    "token", [pytest.param(token, id=token) for token in ("a", "5", "-2.1", "$3", "½", "10²", "é", "ش", "東京", "_1")]
)
def test_words_and_numbers_count(token: str) -> None:
    assert is_word(token)


@pytest.mark.parametrize("token", [".", "…", "-", "&", "?", "$", "°", "😢", "\u0301", BREAK])
def test_marks_and_signs_do_not(token: str) -> None:
    assert not is_word(token)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("\u2018a\u2019 \u201cb\u201d", "'a' \"b\"", id="quotation marks are straight"),
        pytest.param("a\u2010b\u2011c\u2013d\u05bee", "a-b-c-d-e", id="hyphens are one kind"),
        pytest.param("a\u2014b\u2015c", "a—b—c", id="dashes are one kind"),
        pytest.param("a\u00a0b\u3000c\u2028d\x0be", "a b c\nd e", id="spaces and line breaks are one kind each"),
        pytest.param("a\r\nb\rc", "a\nb c", id="a carriage return before a line feed is part of it"),
        pytest.param("a\u00adb\u200bc\u2060d\ufeffe\u202ef", "abcdef", id="what has no width goes"),
        pytest.param("\ufb01\ufb02 \u0133 \u01c6 \ufefb", "fifl ij dž لا", id="ligatures are spelt"),
        pytest.param("10² ½ Ⅳ ５ ™", "10² ½ Ⅳ ５ ™", id="compatibility forms stay"),
        pytest.param("e\u0301 \u212a \u212b", "é K Å", id="canonical forms are composed"),
        pytest.param("e\u200d\u0301", "é", id="also over what has no width"),
        pytest.param("a\ud800b", "a\ufffdb", id="half a character is the sign for none"),
        pytest.param("plain ASCII, -5 'a'", "plain ASCII, -5 'a'", id="plain text stays"),
        pytest.param("`a`", "'a'", id="grave accents are quotation marks in ASCII, too"),
    ],
)
def test_typography_is_folded(text: str, same: str) -> None:
    assert folded(text) == same


def test_folding_a_character_twice_changes_nothing() -> None:
    every = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) not in ("Cn", "Co")]
    text = "\0".join(every).replace("\0", " | ")
    assert folded(folded(text)) == folded(text)


def test_digits_of_every_script_are_words_and_stay_apart() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Nd"]
    assert len({tokens(digit) for digit in digits}) == len(digits)
    assert all(re.fullmatch(r"\d", digit) and is_word(digit) for digit in digits)
