"""What receipts hold, how quotes are looked up in them, and what no hand may change."""

from __future__ import annotations

import hashlib

import pytest
from proving import KEY

from factpress.evidence.document import TextBlock, read_document
from factpress.evidence.quotes import find
from factpress.evidence.receipts import How, checksum, excuse_fits, look_up, receipt_of
from factpress.evidence.tokens import tokens
from factpress.records.receipt import QuoteEntry, Receipt, parse_receipt
from factpress.records.unreadable import Unreadable

TEXT = (
    "Pier opens\n\nThe north pier was opened to the public on Saturday, 29 May, at last. “It’s open.” It cost "
    "$3.5 million.\n\nThe harbour master, who had waited for three years, said that he was glad of it."
)
QUOTES = ["It's open.", "was opened to the public on Saturday", "it cost $ 3.5 million"]


def receipt(text: str = TEXT, key: bytes = KEY) -> Receipt:
    document = read_document(text)
    found = {quote: place for quote in QUOTES if (place := find(document, quote))}
    how = How("full", "file", "2026-11-24", "text")
    return receipt_of(document, found, excuses=[(1, "Pier opens"), (2, "A pier")], how=how, key=key)


def test_quotes_are_found_again_without_the_text() -> None:
    held = receipt()
    entries = [look_up(held, quote) for quote in QUOTES]
    assert [(e.kind, e.sentence, e.occurrences) for e in entries if e] == [
        ("typography", 3, 1),
        ("exact", 2, 1),
        ("case", 4, 1),
    ]


@pytest.mark.parametrize(
    "quote",
    ["It's shut.", "It's open", "was opened to the public on saturday", "It cost $ 3.5 million", "3.5 million", ""],
)
def test_other_words_are_not_in_it(quote: str) -> None:
    assert look_up(receipt(), quote) is None


def test_typography_alone_makes_no_other_quote() -> None:
    assert look_up(receipt(), "It’s open.") == look_up(receipt(), "It's open.")


def test_a_checksum_is_blake2b_under_the_key_cut_to_8_bytes() -> None:
    expected = hashlib.blake2b(b"it\x1fcost\x1f$3.5\x1fmillion", key=KEY).hexdigest()[:16]
    assert checksum(KEY, tokens("it cost $ 3.5 million")) == expected
    assert receipt().quotes[-1].hash == expected


def test_another_key_gives_other_checksums_and_the_same_one_the_same_bytes() -> None:
    assert receipt().text() == receipt().text()
    other = receipt(key=b"other key, 16 by")
    assert {q.hash for q in other.quotes}.isdisjoint(q.hash for q in receipt().quotes)
    assert other.sha256 == receipt().sha256


def test_only_sentences_of_twelve_tokens_or_more_have_a_checksum() -> None:
    held = receipt()
    assert [(held.length_of(n), entry.hash is not None) for n, entry in enumerate(held.sentences, 1)] == [
        (2, False),
        (15, True),
        (3, False),
        (5, False),
        (17, True),
    ]


def test_an_excuse_fits_where_its_words_begin_the_sentence() -> None:
    held = receipt()
    assert excuse_fits(held, 1, "Pier opens") and excuse_fits(held, 1, "“Pier  opens”")
    assert (
        not excuse_fits(held, 1, "Pier")
        and not excuse_fits(held, 2, "A pier")
        and not excuse_fits(held, 2, "Pier opens")
    )


def test_no_word_of_the_text_is_in_it() -> None:
    held = receipt().text()
    assert not [word for word in tokens(TEXT) if len(word) > 3 and word in held]


def test_a_receipt_comes_back_from_its_file() -> None:
    text = receipt().text()
    assert parse_receipt(text).text() == text
    assert [text.split("\n")[receipt().place_of(q).line - 1].strip(" ,") for q in receipt().quotes] == [
        q.model_dump_json(by_alias=True, exclude_none=True) for q in receipt().quotes
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('"sentence":2', '"sentence":1', id="another sentence"),
        pytest.param('"position":5,', '"position":400,', id="beyond the end"),
        pytest.param('"tokens": 42', '"tokens": 4', id="fewer tokens"),
        pytest.param('"occurrences":1', '"occurrences":0', id="never"),
        pytest.param('"class":"exact"', '"class":"near"', id="a class of their own"),
        pytest.param('{"start":17}', '{"start":12}', id="a sentence that got short"),
        pytest.param('"read_at": "2026-11-24"', '"read_at": "2026-11-31"', id="no day"),
        pytest.param('"read_from": "file"', '"read_from": "hearsay"', id="from elsewhere"),
        pytest.param('"format": 2', '"format": 1', id="another format"),
        pytest.param('"format": 2', '"format": 3', id="a format of the future"),
        pytest.param('"format": 2', '"format": 2,\n  "format": 2', id="a key twice"),
        pytest.param('"article_sentences": 5', '"article_sentences": 6', id="an article beyond the end"),
        pytest.param('"article_sentences": 5', '"article_sentences": 2', id="quotes that are not beside it"),
        pytest.param('"article_sentences": 5', '"article_sentences": null', id="no end of the article"),
        pytest.param('"words"', '"wörds"', id="a key that nobody knows"),
        pytest.param('"splitter"', ' "splitter"', id="a space more"),
        pytest.param("}\n", "}", id="no end of the last line"),
        pytest.param("{\n  ", "[" * 100_000, id="a hundred thousand brackets"),
        pytest.param('"tokens": 42', '"tokens": NaN', id="not a number"),
    ],
)
def test_a_receipt_that_a_hand_was_in_is_damaged(before: str, after: str) -> None:
    text = receipt().text()
    changed = text[: text.rindex(before)] + after + text[text.rindex(before) + len(before) :]
    assert changed != text
    with pytest.raises(Unreadable):
        parse_receipt(changed)


def test_quotes_out_of_order_or_twice_are_damage() -> None:
    lines = receipt().text().split("\n")
    first = next(n for n, line in enumerate(lines) if '"position"' in line)
    swapped = [*lines[:first], lines[first + 1], lines[first], *lines[first + 2 :]]
    twice = [*lines[: first + 1], *lines[first:]]
    for changed in (swapped, twice):
        with pytest.raises(Unreadable, match="sorted"):
            parse_receipt("\n".join(changed))


OLDER = """\
{
  "format": 1,
  "tokeniser": 1,
  "key": "000102030405060708090a0b0c0d0e0f",
  "extent": "full",
  "read_from": "file",
  "read_at": "2026-11-24",
  "extractor": "text",
  "splitter": "sentencex 1.0.32",
  "sha256": "SUM",
  "tokens": 4,
  "words": 3,
  "sentences": [
    {"start":0}
  ],
  "quotes": [
    {"position":0,"sentence":1,"class":"exact","occurrences":1,"hash":"HASH"}
  ],
  "no_claim": []
}
"""


def test_a_receipt_of_format_1_is_read_and_written_as_before() -> None:
    hash = checksum(KEY, tokens("It is open."))
    text = OLDER.replace("HASH", hash).replace("SUM", hashlib.sha256(b"It is open .").hexdigest())
    older = parse_receipt(text)
    entry = look_up(older, "It is open.")
    assert older.text() == text and older.of_article == 1
    assert entry is not None and (entry.whole, entry.beside, entry.cut_after) == (None, None, None)
    with pytest.raises(Unreadable, match="later format"):
        parse_receipt(text.replace(f'"{hash}"', f'"{hash}","beside":false'))


def entries(blocks: list[TextBlock], *quotes: str) -> list[QuoteEntry]:
    document = read_document(blocks)
    found = {quote: place for quote in quotes if (place := find(document, quote))}
    assert len(found) == len(quotes)
    held = receipt_of(document, found, excuses=[], how=How("full", "file", "2026-11-24", "text"), key=KEY)
    assert parse_receipt(held.text()) == held
    return [entry for quote in quotes if (entry := look_up(held, quote))]


PARTS = [
    TextBlock("Pier opens", "heading"),
    TextBlock("The pier [in the north] was opened … on Saturday. It is open. Price: £3", "line"),
    TextBlock("Berth:\n12 metres", "line"),
    TextBlock("The lamp", "cell"),
    TextBlock("A seal at dawn", "caption"),
    TextBlock("He said no to it all."),
    TextBlock("Ferry strike ends", "heading", beside=True),
]


@pytest.mark.parametrize(
    ("quote", "whole", "beside", "cut"),
    [
        ("Pier opens", "heading", False, (False, False)),
        ("Pier", None, False, (False, True)),
        ("It is open.", "sentence", False, (False, False)),
        ("It is open", "sentence", False, (False, False)),
        ("is open.", None, False, (True, False)),
        ("12 metres", "line", False, (True, False)),
        ("Berth: 12 metres", "line", False, (False, False)),
        ("The lamp", "cell", False, (False, False)),
        ("A seal at dawn", "caption", False, (False, False)),
        ("Ferry strike ends", "heading", True, (False, False)),
        ("said no to", None, False, (True, True)),
    ],
)
def test_an_entry_says_what_a_quote_is_the_whole_of(
    quote: str, whole: str | None, beside: bool, cut: tuple[bool, bool]
) -> None:
    (entry,) = entries(PARTS, quote)
    assert (entry.whole, entry.beside, (entry.cut_before, entry.cut_after)) == (whole, beside, cut)


@pytest.mark.parametrize(
    ("quote", "own"),
    [
        ("The pier [in the north] was opened", True),
        ("pier [in the north]", True),
        ("The pier in [the] north", False),
        ("[The pier] in the north", False),
        ("was opened … on Saturday", True),
        ("was opened ... on Saturday.", True),
        ("The pier in the north", None),
    ],
)
def test_brackets_and_an_ellipsis_are_the_sources_own_or_ours(quote: str, own: bool | None) -> None:
    assert entries(PARTS[:2], quote)[0].own_marks == own


def test_what_stands_in_the_article_too_is_of_the_article() -> None:
    blocks = [TextBlock("It’s open at last."), TextBlock("It's open at last.", "line", beside=True)]
    (entry,) = entries(blocks, "It's open at last.")
    assert (entry.beside, entry.sentence, entry.kind, entry.occurrences) == (False, 1, "typography", 2)


def test_a_text_of_nothing_but_quoted_sentences_says_so() -> None:
    for text, only in (("It is open. It cost a lot.", False), ("It is open.", True)):
        document = read_document(text)
        place = find(document, "It is open.")
        assert place is not None
        how = How("excerpt", "file", "2026-11-24", "text")
        assert receipt_of(document, {"It is open.": place}, excuses=[], how=how, key=KEY).quoted_sentences is only


JAPANESE = "北埠頭は土曜日、300人の来賓の前で一般公開された。三百万円かかった。"


def test_a_text_without_spaces_is_compared_sign_by_sign() -> None:
    document = read_document(JAPANESE, language="ja")
    quotes = {
        quote: find(document, quote) for quote in ("人の来賓の前で一般公開", "百万円かかった", "00人の来賓の前で")
    }
    assert [quote for quote, place in quotes.items() if place] == ["人の来賓の前で一般公開"]
    found = {quote: place for quote, place in quotes.items() if place}
    held = receipt_of(document, found, excuses=[], how=How("full", "file", "2026-11-24", "text"), key=KEY)
    assert held.tokeniser == 2 and look_up(held, "人の来賓の前で一般公開") is not None
    assert receipt().tokeniser == 1


def test_a_receipt_of_an_earlier_tokeniser_is_asked_as_it_was_written() -> None:
    hash = checksum(KEY, ["北埠頭は土曜日"])
    text = OLDER.replace("HASH", hash).replace("SUM", "0" * 64).replace('"tokens": 4', '"tokens": 5')
    assert look_up(parse_receipt(text), "北埠頭は土曜日") is not None
