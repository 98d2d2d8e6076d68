"""Reading YAML: what is text, where things stand, and one fault for one cause."""

import pytest

from factpress.reading.yaml_events import parse


def kinds(text: str) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.place.line, fault.place.column) for fault in parse(text, "x.yml").faults]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param('quote: "one\n\n  two"\n', "one\n\ntwo", id="an empty line in a quoted value stays"),
        pytest.param("quote: one\n\n  two\n", "one\n\ntwo", id="an empty line in a plain value stays"),
        pytest.param("quote: >-\n  one\n\n  two\n", "one\n\ntwo", id="an empty line in a folded value stays"),
        pytest.param("quote: |-\n  one\n\n  two\n", "one\n\ntwo", id="an empty line in a literal value stays"),
        pytest.param("quote: |-\n  one\n  two\n", "one\ntwo", id="a line break in a literal value is no empty line"),
        pytest.param('quote: "one\n  two"\n', "one two", id="a line break in a quoted value is a space"),
    ],
)
def test_an_empty_line_parts_paragraphs_in_every_style(text: str, value: str) -> None:
    assert parse(text, "x.yml").data == {"quote": value}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("name: x\n\ttype: y\n", ("tab", 2, 1), id="a tab that breaks the indentation"),
        pytest.param("name:\n\ttype: y\n", ("tab", 2, 1), id="a tab that can't begin anything"),
        pytest.param("name: |\n\ttype\n", ("tab", 2, 1), id="a tab in front of a literal text"),
        pytest.param("name: a\x01b\n", ("control-character", 1, 8), id="a control that the parser refuses"),
        pytest.param("name: a\u2028b\n", ("control-character", 1, 8), id="a line separator that ends a line"),
        pytest.param("na\u200bme: a\n", ("invisible-character", 1, 3), id="an invisible character in a key"),
        pytest.param('name: "abc\ntype: y\n', ("broken-yaml", 1, 7), id="an open quotation mark, where it opens"),
        pytest.param("name: abc\ntype\n", ("broken-yaml", 2, 1), id="a line without a colon, where it begins"),
    ],
)
def test_one_cause_is_one_fault(text: str, fault: tuple[str, int, int]) -> None:
    assert kinds(text) == [fault]


def test_a_broken_bracket_knows_where_it_opened() -> None:
    (fault,) = parse("a: 1\nwhere: [b\nc: 2\n", "x.yml").faults
    assert fault.other is not None
    assert (fault.place.line, fault.other.line, fault.other.column) == (3, 2, 8)


@pytest.mark.parametrize("key", ["Claim", "CLAIM", "claim ", "cla\u200bim", "claim:x"])
def test_what_a_bad_key_meant_is_spoiled(key: str) -> None:
    assert ("claim",) in parse(f'"{key}": x\n', "x.yml").spoiled


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "e\u0301"])
def test_a_value_with_a_refused_character_is_spoiled(character: str) -> None:
    document = parse(f"part_of: a{character}\n", "x.yml")
    assert len(document.faults) == 1
    assert document.spoiled == {("part_of",)}


def test_a_repeated_list_is_read_to_its_end() -> None:
    text = 'evidence: x\nevidence:\n  - {quote: "é", language: no}\nalternate_name: []\nalternate_name: [no]\n'
    document = parse(text, "x.yml")
    assert [fault.kind for fault in document.faults] == ["duplicate-key", "duplicate-key"]
    assert document.plain == ()
