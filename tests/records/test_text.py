"""Texts of records: links to records are found, and everything else stays plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factpress.records.text import Link, foreign_links, links, pieces, without_links

BASE = Link("the base", "claim", "taji-attack")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("It fell.", ["It fell."], id="plain words"),
        pytest.param("[the base](claim:taji-attack)", [BASE], id="a link alone"),
        pytest.param("At [the base](claim:taji-attack).", ["At ", BASE, "."], id="a link among words"),
        pytest.param(
            "[the base](claim:taji-attack)[AP](entity:ap)[a](source:b)",
            [BASE, Link("AP", "entity", "ap"), Link("a", "source", "b")],
            id="all kinds, side by side",
        ),
        pytest.param("[a](https://example.org)", ["[a](https://example.org)"], id="a link elsewhere stays as written"),
        pytest.param("[a](Claim:b)", ["[a](Claim:b)"], id="a kind in capitals is none"),
        pytest.param("[a](site:b)", ["[a](site:b)"], id="the site is not linked to"),
        pytest.param("[a] (claim:b)", ["[a] (claim:b)"], id="a space between"),
        pytest.param("[a](claim:b c)", ["[a](claim:b c)"], id="a space inside"),
        pytest.param('[a](claim:b "c")', ['[a](claim:b "c")'], id="a title"),
        pytest.param("[](claim:b)", ["[](claim:b)"], id="no words"),
        pytest.param("[a][claim:b]", ["[a][claim:b]"], id="a reference"),
        pytest.param("<b>[a](claim:b)</b>", ["<b>", Link("a", "claim", "b"), "</b>"], id="HTML stays words"),
        pytest.param("*[a](claim:b)* `c`", ["*", Link("a", "claim", "b"), "* `c`"], id="Markdown stays words"),
        pytest.param("[[a](claim:b)](claim:c)", ["[", Link("a", "claim", "b"), "](claim:c)"], id="a link in a link"),
        pytest.param("[a](claim:)", [Link("a", "claim", "")], id="an empty id, for the rule that refuses it"),
        pytest.param("[a](claim:../b)", [Link("a", "claim", "../b")], id="a path, for the rule that refuses it"),
    ],
)
def test_pieces(text: str, found: list[object]) -> None:
    assert list(pieces(text)) == found
    assert list(links(text)) == [piece for piece in found if isinstance(piece, Link)]


def test_words_remain_where_links_are_taken_out() -> None:
    assert without_links("At [the base](claim:x), [AP](entity:ap) [says](https://a.example).") == (
        "At the base, AP [says](https://a.example)."
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](https://a.example/) [b](claim:c)", ["https://a.example/"]),
        ("[a](javascript:x) [b](b.md)", ["javascript:x", "b.md"]),
        ("![a](https://a.example/p.png)", ["https://a.example/p.png"]),
        ("a (b) [c]", []),
    ],
)
def test_links_that_lead_elsewhere(text: str, found: list[str]) -> None:
    assert foreign_links(text) == found


@pytest.mark.parametrize("text", ["[" * 100_000, "[a](" * 25_000, "](" * 50_000, ("[" + "a" * 400) * 250])
def test_brackets_without_end_are_words(text: str) -> None:
    assert list(pieces(text)) == [text]


@given(st.text(st.sampled_from("ab[]():! claimsourentiy"), max_size=200))
def test_pieces_lose_nothing(text: str) -> None:
    again = "".join(
        piece if isinstance(piece, str) else f"[{piece.words}]({piece.kind}:{piece.id})" for piece in pieces(text)
    )
    assert again == text
