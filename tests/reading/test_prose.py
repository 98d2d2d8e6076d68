"""Prose is read as Markdown itself reads it: links to records with their places, and every silent leak."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.reading.prose import link_ends, read_pages, targets, without_code
from factpress.reading.settings import Dialect, Settings
from factpress.reading.unable import NoSettings

BRACKETS = "this paragraph has 401 opening brackets, and at most 400 are read"
DEEP = "this line is inside more than 12 lists or quotes deep"

DIALECT = Dialect(("toc", "tables", "fenced_code", "footnotes", "attr_list", "admonition"))
# Text of a page, and the links to records in it as (kind, id, words, line, column).
LINKS = {
    "a plain link": ("The [north *pier*](claim:pier) opened.", [("claim", "pier", "north pier", 1, 20)]),
    "each of the three kinds": (
        "[a](claim:x), [b](source:y)\nand [c](entity:z)",
        [("claim", "x", "a", 1, 5), ("source", "y", "b", 1, 19), ("entity", "z", "c", 2, 9)],
    ),
    "a title": ('[a](claim:x "why")', [("claim", "x", "a", 1, 5)]),
    "angle brackets": ("[a](<claim:x>)", [("claim", "x", "a", 1, 6)]),
    "emphasis inside and around": ("*[a **b**](claim:x)*", [("claim", "x", "a b", 1, 12)]),
    "a heading": ("# The [pier](claim:x) opened", [("claim", "x", "pier", 1, 14)]),
    "a table": (
        "| a | b |\n|---|---|\n| [x](claim:y) | [z](claim:w) |",
        [("claim", "y", "x", 3, 7), ("claim", "w", "z", 3, 22)],
    ),
    "a list": ("- [x](claim:y)\n- [z](claim:w)", [("claim", "y", "x", 1, 7), ("claim", "w", "z", 2, 7)]),
    "a quote": ("> [x](claim:y)", [("claim", "y", "x", 1, 7)]),
    "an admonition": ('!!! note "T"\n    [x](claim:y)', [("claim", "y", "x", 2, 9)]),
    "a footnote": ("a[^1]\n\n[^1]: see [x](claim:y)", [("claim", "y", "x", 3, 15)]),
    "a reference link": ("[x][r]\n\n[r]: claim:y", [("claim", "y", "x", 3, 6)]),
    "a short reference link": ("[the pier][]\n\n[the pier]: claim:y", [("claim", "y", "the pier", 3, 13)]),
    "a reference used twice": (
        "[x][r] and [z][r]\n\n[r]: claim:y",
        [("claim", "y", "x", 3, 6), ("claim", "y", "z", 3, 6)],
    ),
    "the same claim twice": ("[x](claim:y)\n\n[z](claim:y)", [("claim", "y", "x", 1, 5), ("claim", "y", "z", 3, 5)]),
    "an id that begins another": (
        "[x](claim:y-z) [w](claim:y)",
        [("claim", "y-z", "x", 1, 5), ("claim", "y", "w", 1, 20)],
    ),
    "an image as words": ("[![a](pier.png)](claim:y)", [("claim", "y", "a", 1, 18)]),
    "an escape and an entity in the words": ("[1\\.7&nbsp;m & b](claim:y)", [("claim", "y", "1.7 m & b", 1, 19)]),
    "code before the link": ("`[x](claim:y)` and [x](claim:y)", [("claim", "y", "x", 1, 24)]),
    "code alone": ("`[x](claim:y)`", []),
    "double backticks": ("`` `[x](claim:y)` ``", []),
    "a fence": ("```\n[x](claim:y)\n```\n\n[x](claim:y)", [("claim", "y", "x", 5, 5)]),
    "an indented block": ("a\n\n    [x](claim:y)", []),
    "after front matter": ("---\ntitle: T\n---\n\n[x](claim:y)", [("claim", "y", "x", 5, 5)]),
}
# Text of a page, and what it says outside links to claims: the words of each run, and of what part they are.
RUNS = {
    "a paragraph": ("The *pier* **opened**.", ["The pier opened."]),
    "lines of one": ("The pier\nopened.", ["The pier opened."]),
    "blocks": ("# The pier\n\nIt opened.\n\n- a\n- b\n\n> c", ["The pier", "It opened.", "a", "b", "c"]),
    "a table": ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
    "a link to a claim cuts": ("The [north](claim:x) pier", ["The", "pier"]),
    "words on its two sides are not joined": ("2[0](claim:x)20", ["2", "20"]),
    "a link to a claim inside emphasis": ("a *b [c](claim:x) d* e", ["a b", "d e"]),
    "links to sources and entities do not cut": ("a [b](source:x) c [d](entity:y) e", ["a b c d e"]),
    "a link elsewhere does not cut": ("a [b](https://e.example/) c", ["a b c"]),
    "a lost link to a claim cuts": ("a [b](CLAIM:x) c", ["a", "c"]),
    "inline code": ("a `b c` d", ["a b c d"]),
    "a block of code": ("```\na <b>\n```", ["a <b>"]),
    "an indented block": ("a\n\n    b & c", ["a", "b & c"]),
    "an admonition": ('!!! note "T"\n    a', ["T", "a"]),
    "a footnote": ("a[^1] b\n\n[^1]: c", ["a b", "c"]),
    "a table of contents is told once": ("[TOC]\n\n# a\n\nb", ["a", "b"]),
    "a picture": ("a ![b](p.png) c", ["b (attribute)", "a c"]),
    "titles": ('[a](https://e.example/ "b") ![c](p.png "d")', ["b (attribute)", "c (attribute)", "d (attribute)", "a"]),
    "a title over a link to a claim": ('[a](claim:x "b")', ["b (attribute)"]),
    "a picture in a link to a claim": ("[![a](p.png)](claim:x)", []),
    "an attribute that is set": ("*a*{: title='b' aria-label='c' }", ["b (attribute)", "c (attribute)", "a"]),
    "entities and escapes": ("a&nbsp;&amp;&#51;\\*b &lt;", ["a &3*b <"]),
    "a hard line break": ("a  \nb", ["a b"]),
    "raw HTML": ("a <b>c</b> <!-- d --> e", ["a c e"]),
    "a block of raw HTML": ('<div title="a"><p>b</p><p>c</p><!-- d --></div>', ["a b c"]),
    "front matter": ("---\ntitle: a\ndescription: b\n---\n\nc", ["a (front)", "b (front)", "c"]),
}
# Text of a page with ⟦ before each word that is looked for in turn, and the words.
PLACES = {
    "the same word again": ("⟦a ⟦a\n⟦a", ["a", "a", "a"]),
    "behind an address that has it": ("[x](https://e.example/a) ⟦a", ["a"]),
    "behind a link that has it": ("[a](claim:x) ⟦a", ["a"]),
    "in a footnote before the text": ("[^1]: b ⟦a c\n\nd[^1] ⟦a e", ["d a", "b a"]),
    "behind a marker": ("1. ⟦1 a\n2. ⟦2 b", ["1", "2"]),
    "a sign before it": ("a ⟦$3 b ⟦-3", ["$3", "-3"]),
    "emphasis before it": ("**⟦a** *⟦a*", ["a", "a"]),
    "a reference and its address": ("[⟦b][a]\n\n[a]: https://e.example/b 'c ⟦b'", ["b"]),
}
# Text of a page, and the faults in it as (kind, line, column, found).
LEAKS = {
    "inline HTML": ("a <b>b</b>", [("raw-html", 1, 3, "<b>"), ("raw-html", 1, 7, "</b>")]),
    "a block of HTML": ("a\n\n<div>\n[x](claim:y)\n</div>", [("raw-html", 3, 1, "<div>")]),
    "a script": ("<script>alert(1)</script>", [("raw-html", 1, 1, "<script>alert(1)</script>")]),
    "a comment": ("a\n\n<!-- hidden -->", [("raw-html", 3, 1, "<!-- hidden -->")]),
    "an inline comment": ("a <!-- b --> c", [("raw-html", 1, 3, "<!-- b -->")]),
    "an autolink to a claim": ("see <claim:x>", [("raw-html", 1, 5, "<claim:x>")]),
    "capitals": ("[x](CLAIM:y)", [("lost-link", 1, 5, "CLAIM:y")]),
    "a capital": ("[x](Claim:y)", [("lost-link", 1, 5, "Claim:y")]),
    "a space inside": ("[x](claim:y z)", [("lost-link", 1, 5, "claim:y z")]),
    "a space before": ("[x] (claim:y)", [("lost-link", 1, 6, "claim:y")]),
    "a bare address": ("see claim:y here", [("lost-link", 1, 5, "claim:y")]),
    "an escaped link": ("\\[x](claim:y)", [("lost-link", 1, 6, "claim:y")]),
    "a path behind the id": ("[x](claim:y/z)", [("lost-link", 1, 5, "claim:y/z")]),
    "a script's address": ("[x](javascript:alert(1))", [("unsafe-link", 1, 5, "javascript:alert(1)")]),
    "a script's address in capitals": ("[x](JaVaScRiPt:alert(1))", [("unsafe-link", 1, 5, "JaVaScRiPt:alert(1)")]),
    "data": ("[x](data:text/html,a)", [("unsafe-link", 1, 5, "data:text/html,a")]),
    "another scheme": ("[x](ftp://a/b)", [("unsafe-link", 1, 5, "ftp://a/b")]),
    "an address with what nobody sees": (
        "[x](https://e\u200b.example/)",
        [
            ("invisible-character", 1, 14, "U+200B ZERO WIDTH SPACE"),
            ("unsafe-link", 1, 5, "https://e\u200b.example/"),
        ],
    ),
    "no scheme": ("[x](//evil.example/)", [("unsafe-link", 1, 5, "//evil.example/")]),
    "a reference without definition": ("[a][b]", [("undefined-reference", 1, 1, "[a][b]")]),
    "a footnote without definition": ("a[^9]", [("undefined-reference", 1, 2, "[^9]")]),
    "an image from elsewhere": ("![a](https://e.example/p.png)", [("foreign-image", 1, 6, "https://e.example/p.png")]),
    "an image of a claim": ("![a](claim:x)", [("foreign-image", 1, 6, "claim:x")]),
    "an image without scheme": ("![a](//e.example/p.png)", [("foreign-image", 1, 6, "//e.example/p.png")]),
    "a handler": ("[x](https://e.example/){: onclick=a }", [("unsafe-attribute", 1, 27, "onclick=")]),
    "a style": ("# T {: style=color:red }", [("unsafe-attribute", 1, 8, "style=")]),
    "a swallowed line": ("Note: this is lost\n\nText.", [("swallowed-line", 1, 1, "Note: this is lost")]),
    "brackets without end": (
        "a\n\n" + "[" * 401,
        [("tangled-text", 3, 1, BRACKETS)],
    ),
    "lists without end": (
        "- " * 13 + "a",
        [("tangled-text", 1, 1, DEEP)],
    ),
    "quotes without end": (
        ">" * 13 + "a",
        [("tangled-text", 1, 1, DEEP)],
    ),
    "an invisible character": ("a\u202eb", [("invisible-character", 1, 2, "U+202E RIGHT-TO-LEFT OVERRIDE")]),
    "a duplicate key in front": ("---\ntitle: a\ntitle: b\n---\n\nx", [("duplicate-key", 3, 1, "title")]),
    "an alias in front": ("---\ntitle: &a b\n---\n\nx", [("anchor-or-alias", 2, 8, "&a")]),
    "an article that is no id": ("---\narticle: A B\n---\n\nx", [("bad-id", 2, 10, "`A B` is not an id")]),
}
# Text that is sound, however odd it looks.
SOUND = {
    "Source: with a space": "# T\n\nSource: AP. Claim: denied.",
    "safe links": "[a](https://e.example/) [b](http://e.example/) [c](mailto:a@e.example) [d](#x) [e](../p.md)",
    "an address by itself": "<https://e.example/>",
    "an image of the site": "![a](pictures/pier.png)",
    "brackets in words": "He said [sic] so, and array[0] too.",
    "entities": "a &lt;b&gt; &amp; c &nbsp; d",
    "a smaller sign": "1 < 2 and 3 > 2",
    "a tab in code": "```\n\tx\n```",
    "front matter of the engine": "---\ntitle: T\nhide: [toc]\nsearch: {exclude: true}\ntags:\n  - a\n---\n\nx",
    "an address with a port and a path": "see https://claim.example/source:x",
    "an aligned table": "| a |\n|:-:|\n| b |",
}  # fmt: skip


def read(text: str, folder: Path) -> tuple:  # type: ignore[type-arg]
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs/page.md").write_bytes(text.encode("utf-8"))
    pages, faults, _ = read_pages(folder, ["docs/page.md"], Settings(dialect=DIALECT))
    return pages, faults


@pytest.mark.parametrize("what", LINKS)
def test_links_are_met_with_their_words_and_places(what: str, tmp_path: Path) -> None:
    text, links = LINKS[what]
    pages, faults = read(text, tmp_path)
    assert faults == []
    found = [(c.kind, c.id, c.words, c.place.line, c.place.column) for c in pages[0].citations]
    assert found == links


@pytest.mark.parametrize("what", LEAKS)
def test_leaks_are_faults_at_their_place(what: str, tmp_path: Path) -> None:
    text, leaks = LEAKS[what]
    _, faults = read(text, tmp_path)
    assert [(f.kind, f.place.line, f.place.column, f.found) for f in faults] == leaks


@pytest.mark.parametrize("what", SOUND)
def test_what_is_sound_is_left_alone(what: str, tmp_path: Path) -> None:
    pages, faults = read(SOUND[what], tmp_path)
    assert faults == [] and len(pages) == 1 and pages[0].citations == ()


def test_the_most_brackets_are_allowed(tmp_path: Path) -> None:
    assert read("[" * 400, tmp_path)[1] == []


def test_a_page_that_is_no_utf8_or_too_large_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/latin.md").write_bytes("é".encode("latin-1"))
    (tmp_path / "docs/large.md").write_bytes(b"a" * (64 * 1024 + 1))
    pages, faults, _ = read_pages(tmp_path, ["docs/large.md", "docs/latin.md"], Settings(dialect=DIALECT))
    assert pages == [] and [(fault.kind, fault.place.path) for fault in faults] == [
        ("too-large", "docs/large.md"),
        ("not-utf-8", "docs/latin.md"),
    ]


def spaced(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("what", RUNS)
def test_a_page_knows_what_it_says_outside_links_to_claims(what: str, tmp_path: Path) -> None:
    text, expected = RUNS[what]
    pages, _ = read(text, tmp_path)
    runs = [spaced(run.words) + (f" ({run.part})" if run.part != "text" else "") for run in pages[0].runs]
    assert runs == expected


def test_links_to_sources_and_entities_are_stretches_of_their_run(tmp_path: Path) -> None:
    pages, _ = read("a [b *c*](source:x) d [e](entity:y) [f](claim:z) [g](source:x)", tmp_path)
    told = [(each.kind, each.id, run.words[each.start : each.end]) for run in pages[0].runs for each in run.links]
    assert told == [("source", "x", "b c"), ("entity", "y", "e"), ("source", "x", "g")]


@pytest.mark.parametrize("what", PLACES)
def test_words_are_placed_where_the_source_has_them(what: str, tmp_path: Path) -> None:
    marked, wanted = PLACES[what]
    text = marked.replace("⟦", "")
    pages, _ = read(text, tmp_path)
    found = set()
    for run in pages[0].runs:
        for words in wanted:
            spaced_out = re.escape(words).replace("\\ ", "\\s+")
            matches = re.finditer(rf"(?<![\w$-]){spaced_out}", run.words)
            found |= {run.at(match.end() - len(words.split()[-1])) for match in matches}
    pieces = marked.split("⟦")
    offsets = [len("".join(pieces[: n + 1])) for n in range(len(pieces) - 1)]
    lines = [(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)) for at in offsets]
    assert sorted((place.line, place.column) for place in found) == lines


@given(st.lists(st.sampled_from(["a", "b", "cd", "1", "22", "a1"]), min_size=1, max_size=30))
def test_every_word_of_plain_text_is_placed_exactly(tmp_path_factory: pytest.TempPathFactory, words: list[str]) -> None:
    pages, _ = read("x " + " ".join(words), tmp_path_factory.getbasetemp())
    (run,) = pages[0].runs
    for match in re.finditer(r"\S+", run.words):
        assert run.at(match.start()).column == match.start() + 1


def calls_to_place(text: str, folder: Path) -> int:
    """How many functions are called while a text is read and its runs are placed."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    folder.mkdir()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        pages, _ = read(text, folder)
        for run in [run for page in pages for run in page.runs][:3]:
            run.at(0)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    ("text", "times"),
    [("1 ", 32_000), ("a <!-- ", 9_000), ("<a ", 800), ("[a]: b\n", 9_000), ("&a", 30_000)],
    ids=["numbers", "comments", "tags", "definitions", "entities"],
)
def test_a_text_four_times_as_long_takes_at_most_four_times_as_many_calls(
    text: str, times: int, tmp_path: Path
) -> None:
    short, long = (
        calls_to_place(text * (times // 4), tmp_path / "short"),
        calls_to_place(text * times, tmp_path / "long"),
    )
    assert long <= 4.5 * short


@given(st.text(alphabet=st.sampled_from("[]()<>!*_`~#|:-^ \nclaimx\\&;{}=\"'1."), max_size=120))
def test_nothing_raises_and_every_place_is_in_the_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    pages, faults = read(text, tmp_path_factory.getbasetemp())
    lines = text.split("\n")
    ends = [
        run.at(offset) for page in pages for run in page.runs for offset in (0, len(run.words) // 2, len(run.words))
    ]
    for place in [*(fault.place for fault in faults), *(c.place for page in pages for c in page.citations), *ends]:
        assert 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


@pytest.mark.parametrize("name", ["no_such_one", "no.such.one", "this", "json", "footnotes:Nothing"])
def test_an_extension_that_can_not_be_loaded_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/page.md").write_text("# Pier\n", "utf-8")
    with pytest.raises(NoSettings, match=f"`{name}` can't be loaded: "):
        read_pages(tmp_path, ["docs/page.md"], Settings(dialect=Dialect((*DIALECT.extensions, name))))


def test_an_option_that_an_extension_does_not_know_is_told(tmp_path: Path) -> None:
    dialect = Dialect(DIALECT.extensions, {"toc": {"no_such_option": True}})
    with pytest.raises(NoSettings, match=r"`toc` can't be loaded: it has no option `no_such_option`"):
        read_pages(tmp_path, [], Settings(dialect=dialect))


def test_code_is_blotted_out_without_moving_anything() -> None:
    text = "a `b` c\n~~~\nclaim:x\n~~~\nd ``e ` f`` g"
    blotted = without_code(text)
    assert len(blotted) == len(text) and blotted.count("\n") == text.count("\n")
    assert "claim" not in blotted and blotted.startswith("a     c")
    assert list(targets("claim:x claim:x-y `claim:x` a/claim:x", "claim", "x")) == [0]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("A [pier](claim:pier) b", ["A [pier](claim:pier)"]),
        ('[a](claim:pier "the day"), b', ['[a](claim:pier "the day")']),
        ("[a](<claim:pier>) b", ["[a](<claim:pier>)"]),
        ("[a][R] [b] [r] x\n\n[r]: claim:pier\n", ["[a][R]", "[a][R] [b] [r]"]),
        ("[r][] x `[r]`\n\n[r]: <claim:pier>\n", ["[r][]"]),
        ("[pier](claim:piers)", []),
    ],
)
def test_where_a_link_to_a_record_ends(text: str, ends: list[str]) -> None:
    found = [end for start in targets(text, "claim", "pier") for end in link_ends(text, start)]
    assert [text[:end] for end in found] == ends
