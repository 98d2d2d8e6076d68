"""Reading YAML: what is text, where things stand, and one fault for one cause."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factpress.reading.characters import decoded
from factpress.reading.loader import read
from factpress.reading.yaml_events import MOST_BYTES, MOST_CHARACTERS, MOST_DEPTH, MOST_KEYS, MOST_VALUES, parse


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


@pytest.mark.parametrize(
    "value",
    [
        "no", "NO", "yes", "on", "010", "0o14", "0x1F", "0b101", "3.10", "1_000", "1:30", "190:20:30", "1e3", ".5",
        ".nan", "-.inf", "~", "null", "true", "=", "2020-03-11", "2001-12-14t21:59:43.10-05:00", "2024-02-30",
        "12345678901234567890", "+12", "-1", "a-b",
    ],
)  # fmt: skip
def test_every_value_stays_the_text_that_was_written(value: str) -> None:
    text = f"%YAML 1.2\n---\na: {value}\nb: [{value}]\nc:\n  - {value}\nd: {{e: {value}}}\n"
    document = parse(text, "x.yml")
    assert (document.data, document.faults) == ({"a": value, "b": [value], "c": [value], "d": {"e": value}}, ())


@pytest.mark.parametrize(
    "value", ["no", "010", "3.10", "1:30", "~", "2020-03-11", ".nan", "1_000", "=", "-0x1f", "2020-03-11 19:35:00 Z"]
)
def test_plain_values_that_other_tools_turn_into_something_else_are_noted(value: str) -> None:
    assert parse(f"a: {value}\n", "x.yml").plain == (("a",),)
    assert parse(f"a: '{value}'\nb: [{value} x]\n", "x.yml").plain == ()


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a:\n", {}, id="an empty plain value is absent"),
        pytest.param("a: # nothing\nb: c\n", {"b": "c"}, id="a comment alone is absent"),
        pytest.param('a: ""\n', {"a": ""}, id="an empty quoted value is there"),
        pytest.param("a: ''\n", {"a": ""}, id="an empty value in single quotes is there"),
        pytest.param("a: {b: , c: d}\n", {"a": {"c": "d"}}, id="an empty value in braces is absent"),
        pytest.param("a: []\nb: {}\n", {"a": [], "b": {}}, id="an empty list and an empty mapping are there"),
        pytest.param("a:\n  -\n  - b\n", {"a": ["b"]}, id="an empty item of a list is absent"),
        pytest.param("a: |\n  b\n  c\n", {"a": "b\nc\n"}, id="a literal text keeps its lines"),
        pytest.param("a: >-\n  b\n  c\n", {"a": "b c"}, id="a folded text is one line"),
        pytest.param("a: 'it''s'\n", {"a": "it's"}, id="a doubled quotation mark is one"),
        pytest.param('a: "\\u00e9\\x41"\n', {"a": "éA"}, id="escapes are characters"),
    ],
)
def test_what_is_absent_and_what_is_there(text: str, data: object) -> None:
    document = parse(text, "x.yml")
    assert (document.data, document.faults) == (data, ())


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("", ("empty-file", 1, 1), id="nothing at all"),
        pytest.param("# only a comment\n", ("empty-file", 1, 1), id="a comment alone"),
        pytest.param("---\n", ("empty-file", 1, 1), id="an empty document"),
        pytest.param("just words\n", ("not-a-mapping", 1, 1), id="words"),
        pytest.param('""\n', ("not-a-mapping", 1, 1), id="an empty text in quotation marks"),
        pytest.param("# list\n- a\n", ("not-a-mapping", 2, 1), id="a list"),
        pytest.param("a: b\n---\nc: d\n", ("several-documents", 2, 1), id="a second document"),
        pytest.param("a: b\n...\n---\nc: d\n", ("several-documents", 3, 1), id="a second document behind an end"),
        pytest.param("a: &b c\n", ("anchor-or-alias", 1, 4), id="an anchor"),
        pytest.param("a: *b\n", ("anchor-or-alias", 1, 4), id="an alias"),
        pytest.param("*b : c\n", ("anchor-or-alias", 1, 1), id="an alias as a key is one fault"),
        pytest.param("&b a: c\n", ("anchor-or-alias", 1, 1), id="an anchor of a key"),
        pytest.param("a: [b, &c {d: e}]\n", ("anchor-or-alias", 1, 8), id="an anchor in a list"),
        pytest.param("--- &b\na: c\n", ("anchor-or-alias", 1, 5), id="an anchor of the whole"),
        pytest.param("<<: {a: b}\n", ("merge-key", 1, 1), id="a merge key"),
        pytest.param("a: !!python/object/apply:os.system [x]\n", ("tag", 1, 4), id="a tag that would run a command"),
        pytest.param("a: !!binary aGk=\n", ("tag", 1, 4), id="a tag of YAML"),
        pytest.param("a: ! b\n", ("tag", 1, 4), id="a tag without a name"),
        pytest.param("a: !<tag:x,2020:y> b\n", ("tag", 1, 4), id="a tag in full"),
        pytest.param("%TAG ! tag:x,2020:\n---\na: !b c\n", ("tag", 3, 4), id="a tag by its own shorthand"),
        pytest.param("a: b\nc: d\na: e\n", ("duplicate-key", 3, 1), id="a key twice"),
        pytest.param('a: b\n"a": c\n', ("duplicate-key", 2, 1), id="a key twice, once in quotation marks"),
        pytest.param("a: {b: c, b: d}\n", ("duplicate-key", 1, 11), id="a key twice in braces"),
        pytest.param("a:\na: b\n", ("duplicate-key", 2, 1), id="a key twice, once without a value"),
        pytest.param("1: b\n", ("bad-key", 1, 1), id="a number as a key"),
        pytest.param("é: b\n", ("bad-key", 1, 1), id="a key with an accent"),
        pytest.param("\u0430: b\n", ("bad-key", 1, 1), id="a key in Cyrillic"),
        pytest.param('"": b\n', ("bad-key", 1, 1), id="an empty key"),
        pytest.param("_a: b\n", ("bad-key", 1, 1), id="a key that begins with a line"),
        pytest.param("? [a, b]\n: c\n", ("bad-key", 1, 3), id="a list as a key"),
        pytest.param("a: b #c\n", ("glued-comment", 1, 4), id="a comment without its space"),
        pytest.param('a: "\\ud800"\n', ("broken-yaml", 1, 7), id="half a pair"),
        pytest.param("%YAML 3.0\n---\na: b\n", ("broken-yaml", 1, 1), id="a YAML that is still to come"),
    ],
)
def test_what_a_file_may_not_be(text: str, fault: tuple[str, int, int]) -> None:
    assert kinds(text) == [fault]


def test_a_key_twice_knows_where_it_first_stood_and_keeps_the_first() -> None:
    document = parse("a: b\nc: d\na: e\n", "x.yml")
    other = document.faults[0].other
    assert other is not None and (other.line, other.column) == (1, 1)
    assert (document.data, document.spoiled) == ({"a": "b", "c": "d"}, {("a",)})


@pytest.mark.parametrize(
    "text", ["a: &x [*x]\n", "a: &x [1, 2]\nb: &y [*x, *x, *x]\nc: [*y, *y, *y]\n"], ids=["itself", "a bomb"]
)
def test_aliases_are_faults_and_nothing_is_built_of_them(text: str) -> None:
    document = parse(text, "x.yml")
    assert {fault.kind for fault in document.faults} == {"anchor-or-alias"}
    assert len(document.faults) == text.count("&") + text.count("*")
    assert "*" not in str(document.data)


FORMS = """\
# 𝔸 comment
block: plain
quoted: "a \\"b\\""
flow: {𝔫: x, inner: {deep: [one, 'two', {three: 3}]}}
list:
  - first
  - key: value
    other: |
      literal
  -   - nested
folded: >-
  words
  words
"𝔮 𝔮": x
last: 𝔳𝔳𝔳 {not flow}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize(
    ("keys", "at", "at_key"),
    [
        ((), (2, 1), (1, 1)),
        (("block",), (2, 8), (2, 1)),
        (("quoted",), (3, 9), (3, 1)),
        (("flow",), (4, 7), (4, 1)),
        (("flow", "inner"), (4, 21), (4, 14)),
        (("flow", "inner", "deep"), (4, 28), (4, 22)),
        (("flow", "inner", "deep", 0), (4, 29), (4, 29)),
        (("flow", "inner", "deep", 1), (4, 34), (4, 34)),
        (("flow", "inner", "deep", 2, "three"), (4, 49), (4, 42)),
        (("list", 0), (6, 5), (6, 5)),
        (("list", 1), (7, 5), (7, 5)),
        (("list", 1, "key"), (7, 10), (7, 5)),
        (("list", 1, "other"), (8, 12), (8, 5)),
        (("list", 2, 0), (10, 9), (10, 9)),
        (("folded",), (11, 9), (11, 1)),
        (("last",), (15, 7), (15, 1)),
        (("absent",), (2, 1), (2, 1)),
        (("list", 1, "absent"), (7, 5), (7, 5)),
        (("list", 9, "key"), (6, 3), (6, 3)),
        (("block", "inside"), (2, 8), (2, 8)),
        (("flow", 0), (4, 7), (4, 7)),
    ],
)
def test_places(keys: tuple[str | int, ...], at: tuple[int, int], at_key: tuple[int, int], newline: str) -> None:
    text, _ = decoded(FORMS.replace("\n", newline).encode(), "x.yml")
    document = parse(text, "x.yml")
    assert document.whole
    for place, wanted in ((document.at(*keys), at), (document.at_key(*keys), at_key)):
        assert (place.path, place.line, place.column) == ("x.yml", *wanted)


def nested(depth: int, *, flow: bool) -> str:
    """A mapping with lists in it, so that `depth` of them stand in each other."""
    if flow:
        return "a: " + "[" * (depth - 1) + "x" + "]" * (depth - 1) + "\n"
    return "a:\n  " + "- " * (depth - 1) + "x\n"


@pytest.mark.parametrize("flow", [True, False], ids=["in brackets", "in a block"])
def test_sixteen_levels_are_read_and_seventeen_are_not(flow: bool) -> None:
    assert MOST_DEPTH == 16
    assert kinds(nested(16, flow=flow)) == []
    assert kinds(nested(17, flow=flow)) == [("too-deep", 1, 19) if flow else ("too-deep", 2, 33)]


def test_sixteen_mappings_are_read_and_seventeen_are_not() -> None:
    assert kinds("a: {" * 15 + "a: x" + "}" * 15) == ([])
    assert kinds("a: {" * 16 + "a: x" + "}" * 16) == [("too-deep", 1, 64)]


@pytest.mark.parametrize(
    ("before", "column"),
    [
        pytest.param("a: ", 19, id="at once"),
        pytest.param("a: {b: ", 22, id="in a mapping in braces"),
        pytest.param('a: ["[[[[[[[[[[[[[[[[[[[[", ', 43, id="behind brackets in quotation marks"),
        pytest.param("a: ['[[[[[[[[[[[[[[[[[[[[', ", 43, id="behind brackets in single quotation marks"),
        pytest.param('a: [[ "]]]]", ', 28, id="behind closing brackets in quotation marks"),
        pytest.param("a: [[b], [c], ", 29, id="behind brackets that were closed"),
    ],
)
def test_ten_thousand_brackets_are_one_fault_at_the_first_that_is_too_deep(before: str, column: int) -> None:
    assert kinds(before + "[" * 10_000 + "\n") == [("too-deep", 1, column)]


def test_brackets_in_a_comment_are_not_counted() -> None:
    assert kinds("a: [x, # " + "[" * 20 + "\n" + "[" * 10_000) == [("too-deep", 2, 15)]


@pytest.mark.parametrize("text", ["[" * 10_000, "{" * 10_000, "- " * 10_000, "? " * 10_000, "a: " + "{a: " * 10_000])
def test_no_depth_of_anything_ends_the_check(text: str) -> None:
    found = parse(text, "x.yml")
    assert found.faults and not found.whole


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        pytest.param("a: " + "x" * MOST_CHARACTERS, None, id="the longest value"),
        pytest.param("a: " + "x" * (MOST_CHARACTERS + 1), ("too-long", 1, 4), id="a value too long by one"),
        pytest.param("a: '" + "x" * (MOST_CHARACTERS + 1) + "'", ("too-long", 1, 4), id="a quoted value too long"),
        pytest.param("".join(f"k{n}: x\n" for n in range(MOST_KEYS)), None, id="the most keys"),
        pytest.param("".join(f"k{n}: x\n" for n in range(MOST_KEYS + 1)), ("too-many-keys", 501, 1), id="a key more"),
        pytest.param("a:\n" + "- x\n" * (MOST_VALUES - 2), None, id="the most values"),
        pytest.param("a:\n" + "- x\n" * (MOST_VALUES - 1), ("too-many-values", 10_000, 3), id="a value more"),
        pytest.param("a:\n" + "-\n" * (MOST_VALUES - 1), ("too-many-values", 10_000, 2), id="an empty value more"),
    ],
)
def test_limits_are_exact(text: str, fault: tuple[str, int, int] | None) -> None:
    assert kinds(text) == ([] if fault is None else [fault])


@pytest.mark.parametrize(("size", "kind"), [(MOST_BYTES, None), (MOST_BYTES + 1, "too-large")])
def test_the_limit_of_a_files_size_is_exact(size: int, kind: str | None, tmp_path: Path) -> None:
    record = b"name: North Pier\ntype: Place\n#"
    (tmp_path / "facts/entities").mkdir(parents=True)
    (tmp_path / "facts/entities/x.yml").write_bytes(record + b" " * (size - len(record)))
    reading = read(tmp_path)
    assert [fault.kind for fault in reading.faults] == ([] if kind is None else [kind])
    assert len(reading.records) == (kind is None)


def test_a_comment_full_of_joiners_is_one_fault() -> None:
    text = "# " + "\u200c" * 60_000 + "\na:\n" + "- é\n" * (MOST_VALUES - 2)
    assert kinds(text) == [("invisible-character", 1, 3)]


YAMLISH = st.text(
    st.sampled_from("ab:-?#&*!|>'\"%@`{}[],~ \n\t\\x0\u00e9\u0301\u200d\u202e\u2028\U0001f680\ufeff\x00<=")
)
LINES = st.sampled_from((
    "a: b", "  c: d", "- e", "  - f: g", "h: [i, {j: k}]", 'l: "m', "n: |", "  o", "p: &q r", "s: *q", "t: !u v",
    "---", "...", "<<: w", "a: z", "? x", ": y", "\ta: b", "# c", "'", "%YAML 1.2", "aa: >+", "é: ü", "- - -",
))  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(), YAMLISH, st.lists(LINES, max_size=12).map("\n".join), st.binary()))
def test_no_text_is_too_strange_and_every_place_is_in_it(given_text: str | bytes) -> None:
    data = given_text if isinstance(given_text, bytes) else given_text.encode("utf-8", "surrogatepass")
    text, _ = decoded(data, "x.yml")
    document = parse(text, "x.yml")
    assert document.whole or document.faults
    lines = text.split("\n")
    places = [fault.place for fault in document.faults]
    places += [document.at(*keys) for keys in paths(document.data)] + [
        document.at_key(*k) for k in paths(document.data)
    ]
    for place in places:
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1
    for keys in paths(document.data):
        place = document.at(*keys)
        assert place.column <= len(lines[place.line - 1])


def paths(data: object, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*keys, key)
        yield from paths(value, (*keys, key))


KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
VALUES = st.text(st.characters(blacklist_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn"]), max_size=200)
DATA = st.recursive(VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


@given(st.dictionaries(KEYS, DATA, min_size=1, max_size=5), st.sampled_from(["'", '"']), st.booleans(), st.booleans())
def test_a_document_without_faults_is_what_other_readers_make_of_it(
    data: dict[str, object], quotes: str, flow: bool, unicode: bool
) -> None:
    text = yaml.safe_dump(data, default_style=quotes, default_flow_style=flow, allow_unicode=unicode)
    document = parse(text, "x.yml")
    assert document.whole
    assert {fault.kind for fault in document.faults} <= CHARACTERS | {"too-deep"}
    assert document.data == yaml.load(text, yaml.BaseLoader) == data  # noqa: S506 it builds texts alone
    for keys in paths(data):
        place = document.at(*keys)
        assert text.split("\n")[place.line - 1][place.column - 1] in "\"'[{-"


CHARACTERS = {"invisible-character", "not-nfc", "mixed-scripts", "mixed-digits"}
