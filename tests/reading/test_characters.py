"""Characters: strict UTF-8, nothing that a reader can't see, and each fault at its line and column."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.reading.characters import RIGHT_TO_LEFT, decoded, never_allowed, place_at, wrong_in_value
from factpress.reading.yaml_events import parse


def faults_of(data: bytes | str) -> list[tuple[str, int, int, str]]:
    """What decoding and parsing say of a file together."""
    text, faults = decoded(data if isinstance(data, bytes) else data.encode(), "x.yml")
    if not any(fault.kind == "not-utf-8" for fault in faults):
        faults += parse(text, "x.yml").faults
    return [(fault.kind, fault.place.line, fault.place.column, fault.found) for fault in faults]


@pytest.mark.parametrize(
    ("data", "line", "column", "byte"),
    [
        pytest.param(b"name: Caf\xe9\n", 1, 10, "byte 0xE9 (number 10)", id="Latin-1"),
        pytest.param(b"\xff\xfen\x00a\x00", 1, 1, "byte 0xFF (number 1)", id="UTF-16 with its mark"),
        pytest.param("naïve: ä\r\nb: ".encode() + b"\x80", 2, 4, "byte 0x80 (number 16)", id="a lone continuation"),
        pytest.param(b"a: \xc0\xaf", 1, 4, "byte 0xC0 (number 4)", id="an overlong slash"),
        pytest.param(b"a: \xed\xa0\x80", 1, 4, "byte 0xED (number 4)", id="a surrogate, as CESU-8 has it"),
        pytest.param(b"a: \xf4\x90\x80\x80", 1, 4, "byte 0xF4 (number 4)", id="beyond Unicode"),
        pytest.param(b"a: \xe2\x82", 1, 4, "byte 0xE2 (number 4)", id="a character cut short"),
        pytest.param("𝔞: 𝔟\n".encode() + b"\xfe", 2, 1, "byte 0xFE (number 12)", id="behind characters of four bytes"),
    ],
)
def test_what_is_no_utf_8_is_told_by_byte_and_place(data: bytes, line: int, column: int, byte: str) -> None:
    assert faults_of(data) == [("not-utf-8", line, column, byte)]
    assert f"\\x{byte[7:9].lower()}" in decoded(data, "x.yml")[0]


def test_bytes_are_counted_from_the_files_start_behind_a_byte_order_mark() -> None:
    mark = ("byte-order-mark", 1, 1, "")
    assert faults_of(b"\xef\xbb\xbfa: \xff") == [mark, ("not-utf-8", 1, 4, "byte 0xFF (number 7)")]


def test_utf_16_without_a_mark_is_full_of_controls() -> None:
    assert ("control-character", 1, 2, "U+0000") in faults_of(b"n\x00a\x00:\x00")


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        pytest.param("\ufeffa: b\n", [("byte-order-mark", 1, 1, "")], id="a byte order mark"),
        pytest.param("a: b\r\nc: d\r\n", [("carriage-return", 1, 5, "2")], id="CRLF is told once, with its number"),
        pytest.param("a: b\n\nc: d\re: f\n", [("carriage-return", 3, 5, "1")], id="a lone CR in the third line"),
        pytest.param("a: b\tc\nd: e\tf\n", [("tab", 1, 5, "")], id="tabs are told once"),
        pytest.param("a: b # c\td\n", [("tab", 1, 9, "")], id="a tab in a comment"),
        pytest.param("a: x\x00\n", [("control-character", 1, 5, "U+0000")], id="NUL"),
        pytest.param("a: x\x1b[31m\n", [("control-character", 1, 5, "U+001B")], id="an escape for terminals"),
        pytest.param("a: x\x7f\n", [("control-character", 1, 5, "U+007F")], id="DEL"),
        pytest.param("a: x\x0b\n", [("control-character", 1, 5, "U+000B")], id="a vertical tab"),
        pytest.param("a: x\x0c\n", [("control-character", 1, 5, "U+000C")], id="a form feed"),
        pytest.param("a: x\x85b: y\n", [("control-character", 1, 5, "U+0085")], id="NEL, which makes two keys of one"),
        pytest.param("a: x\u2028\n", [("control-character", 1, 5, "U+2028 LINE SEPARATOR")], id="LS"),
        pytest.param("a: x\u2029\n", [("control-character", 1, 5, "U+2029 PARAGRAPH SEPARATOR")], id="PS"),
        pytest.param("a: x\uffff\n", [("control-character", 1, 5, "U+FFFF")], id="no character"),
        pytest.param('a: "x\\0"\n', [("control-character", 1, 4, "U+0000")], id="NUL, escaped"),
        pytest.param('a: "x\\ty"\n', [("control-character", 1, 4, "U+0009")], id="a tab, escaped"),
        pytest.param('a: "x\\Ny"\n', [("control-character", 1, 4, "U+0085")], id="NEL, by its own escape"),
        pytest.param('a: "x\\Ly"\n', [("control-character", 1, 4, "U+2028 LINE SEPARATOR")], id="LS, escaped"),
        pytest.param(
            'a: "x\\u202E"\n',
            [("invisible-character", 1, 4, "U+202E RIGHT-TO-LEFT OVERRIDE")],
            id="an override that a search for bytes would miss",
        ),
        pytest.param(
            "a: b # \u202e\n",
            [("invisible-character", 1, 8, "U+202E RIGHT-TO-LEFT OVERRIDE")],
            id="an override in a comment",
        ),
        pytest.param(
            "a\u200b: b\n", [("invisible-character", 1, 2, "U+200B ZERO WIDTH SPACE")], id="a key that looks like a"
        ),
        pytest.param(
            "a: \u200b\u200b\u2060b\n",
            [("invisible-character", 1, 4, "U+200B ZERO WIDTH SPACE")],
            id="a run of invisible characters is one fault",
        ),
        pytest.param(
            "# \u200e\u200e\u200f\na: b\n",
            [("invisible-character", 1, 3, "U+200E LEFT-TO-RIGHT MARK")],
            id="a run of marks in a comment is one fault",
        ),
        pytest.param("a: Cafe\u0301\n", [("not-nfc", 1, 4, "")], id="an accent apart from its letter"),
        pytest.param('a: "Cafe\\u0301"\n', [("not-nfc", 1, 4, "")], id="an escaped accent apart from its letter"),
        pytest.param("a: \u212b\n", [("not-nfc", 1, 4, "")], id="the sign for Ångström"),
        pytest.param("a: P\u0430ris\n", [("mixed-scripts", 1, 4, "P\u0430ris")], id="a Cyrillic a in Paris"),
        pytest.param("a: \u03bfne\n", [("mixed-scripts", 1, 4, "\u03bfne")], id="a Greek o in one"),
        pytest.param("a: 1\u0660\n", [("mixed-digits", 1, 4, "1\u0660")], id="an Arabic nought in ten"),
        pytest.param("a: \U0001f680 1\u0660\n", [("mixed-digits", 1, 4, "1\u0660")], id="behind a rocket"),
    ],
)
def test_what_may_not_stand_in_a_file(data: str, faults: list[tuple[str, int, int, str]]) -> None:
    assert faults_of(data) == faults


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("Zażółć gęślą jaźń", id="accents in composed form"),
        pytest.param("Москва and Berlin", id="two scripts in two words"),
        pytest.param("١٢٣", id="a number in digits of one script"),
        pytest.param("fi — “quoted” … 10² ½ №", id="typography"),
        pytest.param("a\u00a0b\u202fc", id="unbroken spaces"),
        pytest.param("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", id="a non-joiner in Persian"),
        pytest.param("\u0915\u094d\u200d\u0937", id="a joiner in Hindi"),
        pytest.param("\U0001f468\u200d\U0001f469\u200d\U0001f467", id="a family"),
        pytest.param("\U0001f3f4\u200d\u2620\ufe0f", id="a pirates' flag"),
        pytest.param("\U0001f44d\U0001f3fd\u200d\u2642\ufe0f", id="a joiner behind a tone of skin"),
        pytest.param("\u2764\ufe0f \u2194\ufe0f \u203c\ufe0f 1\ufe0f\u20e3", id="signs shown as pictures"),
    ],
)
def test_what_may_stand_in_a_value(value: str) -> None:
    assert faults_of(f"a: {value}\n") == []
    assert faults_of(f"a: b # {value}\n") == []


@pytest.mark.parametrize("mark", ["\u061c", "\u200e", "\u200f"], ids=unicodedata.name)
@pytest.mark.parametrize(
    ("record", "allowed"),
    [
        pytest.param('quote: "{}"\nlanguage: ar\n', True, id="an Arabic quote"),
        pytest.param('language: he-IL\nquote: "{}"\n', True, id="a Hebrew quote whose language stands first"),
        pytest.param('evidence:\n  - {{quote: "{}", language: FA}}\n', True, id="a Persian quote in a list"),
        pytest.param('gloss: "{}"\nlanguage: ar\n', True, id="an Arabic gloss"),
        pytest.param('quote: "{}"\n', False, id="a quote without a language"),
        pytest.param('quote: "{}"\nlanguage: en\n', False, id="an English quote"),
        pytest.param('quote: "{}"\nlanguage: [ar]\n', False, id="a quote whose language is a list"),
        pytest.param('language: ar\nevidence:\n  - {{quote: "{}"}}\n', False, id="a quote whose neighbour is Arabic"),
        pytest.param('claim: "{}"\nlanguage: ar\n', False, id="a claim"),
        pytest.param('quote: [["{}"]]\nlanguage: ar\n', False, id="a list in the place of a quote"),
    ],
)
def test_direction_marks_stand_in_quotes_from_right_to_left_alone(mark: str, record: str, allowed: bool) -> None:
    found = faults_of(record.format(f"قال 5{mark}-3"))
    assert [kind for kind, *_ in found] == ([] if allowed else ["invisible-character"])
    assert allowed or found[0][3] == f"U+{ord(mark):04X} {unicodedata.name(mark)}"


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))
def test_an_override_is_refused_in_every_language(language: str) -> None:
    found = faults_of(f'quote: "\u202e"\nlanguage: {language}\n')
    assert found == [("invisible-character", 1, 9, "U+202E RIGHT-TO-LEFT OVERRIDE")]


# Default_Ignorable_Code_Point of Unicode 15 (DerivedCoreProperties.txt): what is drawn as nothing at all.
IGNORABLE = (
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip


@pytest.mark.parametrize("span", IGNORABLE, ids=lambda span: f"U+{span[0]:04X} to U+{span[1]:04X}")
def test_what_is_drawn_as_nothing_hides_in_no_latin_word(span: tuple[int, int]) -> None:
    for code in range(span[0], span[1] + 1):
        (fault,) = faults_of(f"a: North{chr(code)}Pier\n")
        assert fault[:3] == (
            "invisible-character",
            1,
            9 if chr(code) not in "\u061c\u200c\u200d\u200e\u200f\ufe0f" else 4,
        )


@given(st.text())
def test_a_fault_of_a_character_names_one_that_stands_there(text: str) -> None:
    lines = text.split("\n")
    for fault in never_allowed(text, "x.yml"):
        character = lines[fault.place.line - 1][fault.place.column - 1]
        assert fault.kind == "tab" or fault.found.startswith(f"U+{ord(character):04X}")


@given(st.binary())
def test_decoding_gives_text_with_line_feeds_alone_or_says_why_not(data: bytes) -> None:
    text, faults = decoded(data, "x.yml")
    kinds = {fault.kind for fault in faults}
    assert "\r" not in text
    if "not-utf-8" not in kinds:
        assert text == data.decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(st.characters(max_codepoint=0x7E, min_codepoint=0x20)))
def test_plain_ascii_has_no_faults_of_characters(value: str) -> None:
    assert list(wrong_in_value(value, place_at("", 0, "x.yml"))) == []


@pytest.mark.parametrize(
    ("offset", "line", "column"), [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 3, 1), (5, 3, 2)]
)
def test_places_are_counted_from_one(offset: int, line: int, column: int) -> None:
    place = place_at("a𝔟\n\nc", offset, "x.yml")
    assert (place.line, place.column) == (line, column)
