"""Links to the exact words: text fragments by the specification's grammar, and nothing else than ASCII."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from factpress.pages.fragments import MOST_CHARACTERS, exact_words, is_pdf

PAGE = "https://example.com/news"
LONG = " ".join(f"word{n}" for n in range(1, 60))
# The grammar of TextDirective, with no context terms: ours have none.
DIRECTIVE = re.compile(
    r"text=(?:[A-Za-z0-9!$'()*+./:;=?@_~]|%[0-9A-F]{2})+(?:,(?:[A-Za-z0-9!$'()*+./:;=?@_~]|%[0-9A-F]{2})+)?"
)

CASES = {
    "words with spaces between them": ("three were killed", "three%20were%20killed"),
    "what the syntax uses is encoded": ("Al-Qaim, east & west", "Al%2DQaim%2C%20east%20%26%20west"),
    "a percent sign is encoded": ("5% of 10% went", "5%25%20of%2010%25%20went"),
    "a plus sign is a plus sign": ("2 + 1 men", "2%20+%201%20men"),
    "a number sign is encoded": ("base #4 fell", "base%20%234%20fell"),
    "quotation marks around it go": ("“three were killed”", "three%20were%20killed"),
    "quotation marks within it stay": ('he said "no" twice', "he%20said%20%22no%22%20twice"),
    "a curly apostrophe stays": ("the men’s camp", "the%20men%E2%80%99s%20camp"),
    "points at the ends go, points within stay": ("… the U.S. left.", "the%20U.S.%20left"),
    "an opening sign goes": ("-2.1 percent", "2.1%20percent"),
    "white space is one space": ("  three \n\n were\tkilled\u00a0there ", "three%20were%20killed%20there"),
    "Arabic": ("«قُتل ثلاثة»", "%D9%82%D9%8F%D8%AA%D9%84%20%D8%AB%D9%84%D8%A7%D8%AB%D8%A9"),
    "a vowel sign at the end belongs to its letter": ("قُتلَ.", "%D9%82%D9%8F%D8%AA%D9%84%D9%8E"),
    "markup is text": ("<b>three</b>", "b%3Ethree%3C/b"),
    "a quote of the usual longest is whole": (" ".join(["word"] * 30), "%20".join(["word"] * 30)),
    "a longer one is a range of its first and last words": (
        LONG,
        "word1%20word2%20word3%20word4%20word5,word55%20word56%20word57%20word58%20word59",
    ),
    "a range begins and ends at words on both sides": (
        LONG.replace("word5 ", "word5, ").replace("word55", "“word55"),
        "word1%20word2%20word3%20word4%20word5,word55%20word56%20word57%20word58%20word59",
    ),
    "a long run without spaces is whole": ("火" * 301, "%E7%81%AB" * 301),
}


@pytest.mark.parametrize(("quote", "text"), CASES.values(), ids=CASES)
def test_the_directive_holds_the_words(quote: str, text: str) -> None:
    address = exact_words(PAGE, quote)
    assert address == f"{PAGE}#:~:text={text}"
    assert address.isascii() and DIRECTIVE.fullmatch(address.partition(":~:")[2])
    assert exact_words(address, quote) == address


ADDRESSES = {
    "a fragment stays": ("https://example.com/a#part", "https://example.com/a#part:~:text=three%20men"),
    "an empty fragment stays empty": ("https://example.com/a#", "https://example.com/a#:~:text=three%20men"),
    "a directive is replaced": (
        "https://example.com/a#part:~:text=four",
        "https://example.com/a#part:~:text=three%20men",
    ),
    "a query stays": ("https://example.com/a?b=1&c=%20", "https://example.com/a?b=1&c=%20#:~:text=three%20men"),
    "characters beyond ASCII are encoded as browsers do": (
        "https://example.com/القيارة?q=é",
        "https://example.com/%D8%A7%D9%84%D9%82%D9%8A%D8%A7%D8%B1%D8%A9?q=%C3%A9#:~:text=three%20men",
    ),
    "a PDF's is left alone": ("https://example.com/a.pdf", "https://example.com/a.pdf"),
    "and a page of a PDF": ("https://example.com/A.PDF?x=1#page=3", "https://example.com/A.PDF?x=1#page=3"),
    "and a PDF that a query names": ("https://example.com/get?f=a.pdf", "https://example.com/get?f=a.pdf"),
    "a page about PDFs is a page": (
        "https://example.com/pdf/a.pdf.html",
        "https://example.com/pdf/a.pdf.html#:~:text=three%20men",
    ),
}


@pytest.mark.parametrize(("url", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_stays_what_it_was(url: str, expected: str) -> None:
    assert exact_words(url, "three men") == expected
    assert exact_words(expected, "three men") == expected


def test_without_a_word_there_is_nothing_to_point_at() -> None:
    assert exact_words(PAGE, "“…”") == exact_words(PAGE, "") == PAGE


def test_the_words_are_those_of_the_quote() -> None:
    quote = "said: “it’s 5%—no, 6%, of A-B & C” (twice"
    assert unquote(exact_words(PAGE, quote).partition("text=")[2]) == quote


def test_up_to_300_characters_all_are_given() -> None:
    just = ("word " * 60).strip() + "."
    assert len(just) == MOST_CHARACTERS and "," not in exact_words(PAGE, just)
    assert "," in exact_words(PAGE, f"one {just}")


def test_only_an_ending_makes_a_pdf() -> None:
    assert is_pdf("https://example.com/a.pdf#page=2") and not is_pdf("https://example.com/a#b.pdf")
