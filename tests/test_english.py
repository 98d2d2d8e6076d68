"""Plain English: no banned phrase in messages, pages, guides and docstrings, and keys of records look like keys.

The table and the words are those of the style guide; a phrase is banned here only where no sentence needs it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from factpress.reading.validation import MODELS, inner_type, is_model

ROOT = Path(__file__).parent.parent
CHECKED = (
    "generator/factpress/**/*.py",
    "generator/factpress/**/*.jinja",
    "generator/factpress/**/*.md",
    "generator/factpress/**/*.yml",
    "*.md",
    "docs/guides/**/*.md",
)
# What to write instead is in the style guide's table.
BANNED = (
    "a page of its own",
    "amount(?:s|ed)? to",
    "are dear",
    "as ever",
    "bring more evidence",
    "has to be done",
    "how-manieth",
    "is dear",
    "is none of",
    "is told",
    "nobody is seen",
    "none of the words",
    "so-and-so",
    "so-manieth",
    "so that nothing",
    "to the byte what",
    "whoever",
    "whomever",
    "whose hands",
    "without a word",
)
OVERUSED = ("bears?", "lacks?", "mend(?:ed|s)?", "stands?", "tells?", "told")
# A heading's words are the address of its section, and a quote's words are the source's.
KEPT = {".md": re.compile(r"#+ |title: "), ".yml": re.compile(r"\s*quote: ")}
# Words of a language that the tool reads: one, or a list of them.
VOCABULARY = re.compile(r"\S+|(?:(?:[^\W\d_A-Z]|['-])+ ){20,}(?:[^\W\d_A-Z]|['-])+")
WRONG = re.compile(rf"(?<![\w-])(?:{'|'.join((*BANNED, *OVERUSED))})(?![\w-])", re.IGNORECASE)
CODE = re.compile(r"`[^`]*`")


def files(patterns: tuple[str, ...]) -> list[Path]:
    return sorted({path for pattern in patterns for path in ROOT.glob(pattern)})


def strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string below a node with its line, docstrings among them; in an f-string `…` is in the place of a value."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):
            parts = (part.value if isinstance(part, ast.Constant) else "…" for part in child.values)
            yield child.lineno, "".join(map(str, parts))
            values = (part for part in child.values if not isinstance(part, ast.Constant))
            yield from (found for value in values for found in strings(value))
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.lineno, child.value
        else:
            yield from strings(child)


def words_of(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text("utf-8")
    if path.suffix == ".py":
        found = strings(ast.parse(text))
        yield from ((line, words) for line, words in found if not VOCABULARY.fullmatch(" ".join(words.split())))
    else:
        kept = KEPT.get(path.suffix)
        lines = enumerate(text.split("\n"), start=1)
        yield from ((line, words) for line, words in lines if not (kept and kept.match(words)))


@pytest.mark.parametrize("path", files(CHECKED), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_banned_phrase_is_used(path: Path) -> None:
    found = [(line, match[0]) for line, words in words_of(path) for match in WRONG.finditer(" ".join(words.split()))]
    assert found == []


def test_every_pattern_matches_a_file() -> None:
    assert [pattern for pattern in CHECKED if not any(ROOT.glob(pattern))] == []


@pytest.mark.parametrize("words", ["Nobody is seen to", "the how-manieth", "whoever\nreads it", "it lacks a key"])
def test_a_banned_phrase_is_found_in_any_case_and_over_lines(words: str) -> None:
    assert WRONG.search(" ".join(words.split()))


@pytest.mark.parametrize("words", ["the standing of a claim", "bearing", "withstands", "intelligible"])
def test_a_part_of_a_longer_word_is_not_banned(words: str) -> None:
    assert not WRONG.search(words)


def keys(model: Any, seen: set[Any]) -> Iterator[str]:
    """The keys of a record that are no words of their own, such as `must_hold`, and those of its parts."""
    if not is_model(model) or model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        if "_" in name:
            yield name
        yield from keys(inner_type(field.annotation), seen)


KEYS = sorted({key for model in MODELS.values() for key in keys(model, set())})
BARE_KEY = re.compile(rf"\b(?:{'|'.join(KEYS)})\b")


def test_keys_of_records_and_of_their_parts_are_known() -> None:
    assert {"must_hold", "appears_in", "rests_on", "first_hand", "verdict_change", "voice_of"} <= set(KEYS)


@pytest.mark.parametrize("path", files(("generator/factpress/rules/*.py",)), ids=lambda path: path.name)
def test_keys_of_records_are_in_backticks(path: Path) -> None:
    said = ((line, words) for line, words in words_of(path) if " " in words)
    # The examples of a rule are records, indented, and no sentences.
    sentences = ((line, re.sub(r"^ {8}.*$", "", words, flags=re.MULTILINE)) for line, words in said)
    assert [(line, words) for line, words in sentences if BARE_KEY.search(CODE.sub("", words))] == []
