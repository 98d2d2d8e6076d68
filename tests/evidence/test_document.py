"""Where sentences and blocks of a source end, and which tokens belong to the one before them."""

import hashlib
from importlib.metadata import version

import pytest

from factpress.evidence.document import Document, Sentence, read_document, splitter


def sentences(document: Document) -> list[str]:
    return [" ".join(document.sentence_tokens(n + 1)) for n in range(len(document.sentences))]


def glued(document: Document) -> list[str]:
    """Each run of tokens that no quote may part."""
    runs: list[str] = []
    for position, token in enumerate(document.tokens):
        if position in document.glued:
            runs[-1] += f" {token}"
        else:
            runs.append(token)
    return [run for run in runs if " " in run]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left. She came.", ["He left .", "She came ."], id="at a point"),
        pytest.param("Did he? Yes! So it was.", ["Did he ?", "Yes !", "So it was ."], id="at other marks"),
        pytest.param("Mrs. Smith left.", ["Mrs . Smith left ."], id="not behind a title"),
        pytest.param("Gen. McKenzie left.", ["Gen . McKenzie left ."], id="not behind a rank"),
        pytest.param("The U.S. Army left.", ["The U.S . Army left ."], id="not behind an acronym"),
        pytest.param("It rose 3.5. It fell.", ["It rose 3.5 .", "It fell ."], id="not inside a number"),
        pytest.param(
            "It’s Iraq’s. The soldiers’ pay. It ended.",
            ["It's Iraq's .", "The soldiers pay .", "It ended ."],
            id="apostrophes are no quotation marks to it",
        ),
        pytest.param(
            'He said: "We left. They came." So.',
            ["He said We left . They came .", "So ."],
            id="not inside quotation marks",
        ),
        pytest.param("He left.\nShe came\nlate.", ["He left .", "She came late ."], id="not at a plain line break"),
        pytest.param("He left\n\nShe came", ["He left", "She came"], id="at a blank line, with no mark"),
        pytest.param("A title\n \t\nHe left.", ["A title", "He left ."], id="at a line of blanks"),
        pytest.param("A title\r\n\r\nHe left.", ["A title", "He left ."], id="at a blank line with carriage returns"),
        pytest.param("Page one\fPage two\u2029Next", ["Page one", "Page two", "Next"], id="at a page's end"),
        pytest.param("One\n\u200b\nTwo\x85\x85Three", ["One", "Two", "Three"], id="at lines of what is not seen"),
        pytest.param("", [], id="there is none in nothing"),
        pytest.param("\n\n“”\n\n—\n\n", [], id="nor in marks that are no tokens"),
        pytest.param("* * *\n\nHe left.", ["He left ."], id="nor in a row of asterisks"),
        pytest.param("[...]", ["…"], id="but in dots there is one"),
    ],
)
def test_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(read_document(text)) == expected


def test_the_splitter_knows_the_language() -> None:
    text = "Am 11. März ging es ca. 5 Soldaten gut. Ende."
    assert sentences(read_document(text, language="de-AT")) == ["Am 11 . März ging es ca . 5 Soldaten gut .", "Ende ."]


@pytest.mark.parametrize("language", ["", "xx", "zh-Hant-TW", "EN", "-"])
def test_any_language_will_do(language: str) -> None:
    assert len(read_document("He left. She came.", language=language).sentences) >= 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Then Mrs. Smith of the U.S. Army left.", ["Mrs .", "U.S ."], id="points of abbreviations"),
        pytest.param("He saw Mrs. Smith.", ["Mrs ."], id="not the point of a sentence"),
        pytest.param("At 5 p.m. he left", ["p.m ."], id="a point within a block that ends without one"),
        pytest.param("Is it? Yes! So… then", [], id="no other mark of sentences"),
        pytest.param('He said "We left. They came." So.', [], id="no point inside quotation marks"),
        pytest.param("Won 1-2, 3 – 4, 5—6", ["1 - 2", "3 - 4", "5 - 6"], id="dashes between figures"),
        pytest.param("In 2003 — 17 later", [], id="not a spaced em dash, which parts sentences"),
        pytest.param("2020-03-11", ["2020 - 03 - 11"], id="all of a date"),
        pytest.param("US$4 A$ 5", ["US $4", "A $5"], id="letters and a currency"),
        pytest.param("US $4", [], id="not what a space parts"),
        pytest.param("AT&T and/or km/h x=5", ["AT & T", "and / or", "km / h", "x = 5"], id="signs between words"),
        pytest.param(
            "500+ <5 ~6 #7 ±8 A+ C# @me #tag",
            ["500 +", "< 5", "~ 6", "# 7", "± 8", "A +", "C #", "@ me", "# tag"],
            id="signs that touch on one side",
        ),
        pytest.param("A & B > 5 + 6", [], id="not signs that stand alone"),
        pytest.param("won😢 5😢 Brand™ now", [], id="nor drawings"),
        pytest.param("one|two|3", [], id="nor the bars of a table"),
        pytest.param("9°C 10 °C", ["9° C", "10° C"], id="degrees"),
        pytest.param("3× 5÷ so", ["3 ×", "5 ÷"], id="signs of mathematics behind figures"),
        pytest.param("2 ½ 3 1/2 2020 1/2", ["2 ½", "3 1/2"], id="a number and its fraction"),
        pytest.param("soldier(s) [t]he NATO(Nord) a[1]", ["soldier s", "t he"], id="brackets within a word"),
        pytest.param("500* men† b**", [], id="no footnotes"),
    ],
)
def test_tokens_belong_together(text: str, expected: list[str]) -> None:
    assert glued(read_document(text)) == expected


def test_a_token_never_belongs_to_one_of_another_block() -> None:
    document = read_document("won 3\n\n- 4\n\n+ 5\n\n. And")
    assert document.tokens == ("won", "3", "4", "+", "5", ".", "And")
    assert not document.glued


def test_sentences_have_a_start_and_a_length_and_numbers() -> None:
    document = read_document("A title\n\nHe left. She came, at 5.")
    assert document.sentences == (Sentence(0, 2), Sentence(2, 3), Sentence(5, 5))
    assert document.blocks == ((0, 2), (2, 10))
    assert document.starts == (0, 2, 5)
    assert [document.sentence_at(position) for position in range(10)] == [1, 1, 2, 2, 2, 3, 3, 3, 3, 3]
    assert document.words == 8


def test_the_checksum_is_that_of_the_tokens_and_of_nothing_else() -> None:
    document = read_document("A title\n\nHe “left”, for $ 3.5 … then.")
    expected = hashlib.sha256("A title\nHe left for $3.5 … then .".encode()).hexdigest()
    assert document.sha256 == expected
    assert read_document("A\u00a0title\r\n\r\n\r\nHe left — for $3.5... then.").sha256 == expected
    assert read_document("A title He left for $3.5 … then.").sha256 != expected


def test_each_block_keeps_its_text_and_where_its_tokens_begin() -> None:
    document = read_document("A “title”\n\nHe left.")
    assert document.raw == ("A “title”", "He left.")
    assert document.offsets == (0, 3, 0, 3, 7)


def test_the_splitter_has_a_name_and_a_version() -> None:
    assert splitter() == f"sentencex {version('sentencex')}"


def test_a_block_longer_than_the_splitter_is_given_at_once_has_all_its_sentences() -> None:
    long = "He left the base at noon, as Mrs. Smith said. " * 3000 + "unending " * 9000 + "end. He came. She left."
    found = sentences(read_document(long))
    assert len(found) == 3003
    assert set(found[:3000]) == {"He left the base at noon as Mrs . Smith said ."}
    assert found[3001:] == ["He came .", "She left ."]
