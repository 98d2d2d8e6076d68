"""How findings show values: cut, spelt out, and as a sentence lists them."""

from __future__ import annotations

import pytest

from factpress.findings import counted, listed, nearest, shown, spelt_path


def test_a_value_is_cut_at_its_limit_and_not_before() -> None:
    assert shown("a" * 80) == f"`{'a' * 80}`"
    assert shown("a" * 81) == f"`{'a' * 79}…`"
    assert shown("abcd", limit=3) == "`ab…`"


@pytest.mark.parametrize(
    ("values", "words"), [([], ""), (["a"], "`a`"), (["a", "b"], "`a` or `b`"), (["a", "b", "c"], "`a`, `b` or `c`")]
)
def test_values_are_listed_as_a_sentence_does(values: list[str], words: str) -> None:
    assert listed(values) == words


def test_a_number_goes_with_its_noun() -> None:
    assert [counted(number, "file") for number in (0, 1, 2, 1200)] == ["0 files", "1 file", "2 files", "1,200 files"]


def test_a_path_can_not_look_like_another_place() -> None:
    assert spelt_path("facts/a:1:1.yml") == "facts/aU+003A1U+003A1.yml"


def test_only_what_is_near_is_meant() -> None:
    assert nearest("afpp", ["afp", "reuters"]) == "afp"
    assert nearest("zzz", ["afp", "reuters"]) == ""
