"""No sentence of the English corpus is misread, and of the most what is right is read (`english_corpus.py`)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from functools import cache

import pytest
from english_corpus import FOLDER, SHORT, Judgement, Sentence, judged, sentences

LEAST_RIGHT, LEAST_READ = 0.7, 0.8
MOST_DOUBTED = {
    "agency": 6, "bounds": 4, "changes": 4, "dates": 8, "idioms": 10, "labels": 32, "neighbours": 2, "signs": 4,
    "parts_of_time": 2, "times": 8, "two_units": 4, "units_and_money": 4,
}  # fmt: skip
"""Of each kind, the most sentences of which less may be read than is right."""


@cache
def judgements() -> Mapping[str, list[tuple[Sentence, Judgement]]]:
    """Each kind's sentences with how the engine's reading compares with what is right."""
    found: dict[str, list[tuple[Sentence, Judgement]]] = {}
    for sentence in sentences():
        found.setdefault(sentence.kind, []).append((sentence, judged(sentence, sentence.read())))
    return found


@pytest.mark.parametrize("kind", sorted(MOST_DOUBTED))
def test_no_sentence_is_misread(kind: str) -> None:
    wrong = {each.text: how.why for each, how in judgements()[kind] if how.verdict == "wrong"}
    assert wrong == {}


@pytest.mark.parametrize("kind", sorted(MOST_DOUBTED))
def test_where_less_is_read_than_is_right_the_sentence_says_so(kind: str) -> None:
    if os.environ.get("GOLDEN") == "write":
        write_marks(kind)
        return
    unmarked = {each.text: how.why for each, how in judgements()[kind] if how.verdict == "short" and each.mark != SHORT}
    assert unmarked == {}
    idle = [each.text for each, how in judgements()[kind] if each.mark == SHORT and how.verdict == "right"]
    assert idle == [], "take the mark away"


@pytest.mark.parametrize("kind", sorted(MOST_DOUBTED))
def test_most_of_each_kind_is_read_as_is_right(kind: str) -> None:
    verdicts = Counter(how.verdict for _, how in judgements()[kind])
    assert verdicts["right"] >= LEAST_RIGHT * verdicts.total(), verdicts
    assert verdicts["short"] <= MOST_DOUBTED[kind], verdicts


def test_most_values_that_sentences_say_are_read() -> None:
    every = [how for rows in judgements().values() for _, how in rows]
    read, unread = sum(how.read for how in every), sum(how.unread for how in every)
    assert read >= LEAST_READ * (read + unread)


def test_the_corpus_is_large_and_no_sentence_stands_in_it_twice() -> None:
    every = [(each.text, each.published) for rows in judgements().values() for each, _ in rows]
    assert len(every) >= 900
    assert len(every) == len(set(every))
    assert set(judgements()) == set(MOST_DOUBTED)


def write_marks(kind: str) -> None:
    """Sets the marks of what may be doubted as the engine reads now."""
    path = FOLDER / f"{kind}.yml"
    lines = path.read_text("utf-8").split("\n")
    rows = iter(judgements()[kind])
    for n, line in enumerate(lines):
        if line.startswith("  - ["):
            bare = line.removesuffix("]").removesuffix(f", {SHORT}")
            lines[n] = f"{bare}, {SHORT}]" if next(rows)[1].verdict == "short" else f"{bare}]"
    path.write_text("\n".join(lines), "utf-8")
