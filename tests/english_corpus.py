"""The English corpus: sentences with what a careful reader reads in each, and how a reading compares with that.

A row of `english/*.yml` is `[sentence, right answer]`, and where needed the source's date and a mark:

- The right answer is what the sentence says, from left to right, parted by ` | `: a figure as records write it, or `?`
  and words that have to be in doubt, or nothing. ` or ` parts answers that are right alike; an empty one is silence.
  Four digits alone are a year; a count of as many has its comma. `2024-06-03T11:00/12:00` is any time between the two.
- The date is that of the source, 2024-06-14 (a Friday) where none is given; `-` is a source without a date.
- `may be doubted` marks a row of which less is read today than is right; `GOLDEN=write` sets the marks again.

The answers were written from the language and the contract, not from what the engine reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tables import read_table

from factpress.evidence.language import Doubt, Reading, Said
from factpress.evidence.quantities import quantities
from factpress.evidence.values import Values, agreement, of_figure
from factpress.records.date import parse_date
from factpress.records.figure import parse_figure

FOLDER = Path(__file__).parent / "evidence" / "english"
USUAL = "2024-06-14"
SHORT = "may be doubted"
DATE = re.compile(r"-|[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = re.compile(r"[0-9-]+T[0-9]{2}:[0-9]{2}")

Verdict = Literal["right", "short", "wrong"]


@dataclass(frozen=True)
class Sentence:
    """One row of the corpus: `answers` are the parts of the right answer, each with those that are right alike."""

    kind: str
    group: str
    text: str
    answers: tuple[tuple[str, ...], ...]
    published: str
    mark: str

    def read(self) -> Reading:
        """What the engine reads."""
        return quantities(self.text, published=None if self.published == "-" else parse_date(self.published))


@dataclass(frozen=True)
class Judgement:
    """How a reading compares with the right answer, in words what is missing or wrong, and how many values were read.

    `unread` are the values that the sentence says and that are in doubt or passed over, even where that is right too.
    """

    verdict: Verdict
    why: tuple[str, ...]
    read: int
    unread: int


def sentences() -> Iterator[Sentence]:
    """All rows, file by file."""
    for path in sorted(FOLDER.glob("*.yml")):
        groups: Mapping[str, list[list[str]]] = read_table(path)
        for group, rows in groups.items():
            for text, answer, *more in rows:
                days = [each for each in more if DATE.fullmatch(each)]
                marks = [each for each in more if each == SHORT]
                assert len(more) == len(days) + len(marks), f"{path.name}: {text}: {more}"
                answers = tuple(tuple(part.strip() for part in each.split(" or ")) for each in answer.split(" | "))
                yield Sentence(path.stem, group, text, answers, "".join(days) or USUAL, "".join(marks))


def judged(sentence: Sentence, reading: Reading) -> Judgement:
    """Whether all was read that is right, or less, or something that is not right."""
    open_parts = list(sentence.answers)
    wrong: list[str] = []
    coarse: list[str] = []
    for said in reading.said:
        meant = next((part for part in open_parts if any(_is_value(each) and _says(said, each) for each in part)), None)
        if meant is None:
            wrong.append(f"{said.words!r} is read as {_shown(said.values)}")
        else:
            open_parts.remove(meant)
            if any(MOMENT.match(each) and "/" not in each for each in meant) and said.values.high != said.values.low:
                day = next(each for each in meant if MOMENT.match(each))
                coarse += [f"{day} is read as its day"] if _is_day_of(said.values, of_figure(parse_figure(day))) else []
    unread = sum(any(_is_value(each) for each in part) for part in open_parts)
    read = len(sentence.answers) - len(open_parts)
    if wrong:
        return Judgement("wrong", tuple(wrong), read, unread)
    doubts = list(reading.doubts)
    missing: list[str] = []
    for part in open_parts:
        found = next((each for each in doubts if any(_doubted(sentence.text, each, words) for words in part)), None)
        if found is not None:
            doubts.remove(found)
        elif "" not in part:
            missing.append(" or ".join(part))
    short = coarse + [f"{each} is not read" for each in missing] + [f"{each.words!r} is doubted" for each in doubts]
    return Judgement("short" if short else "right", tuple(short), read, unread)


def _is_value(answer: str) -> bool:
    return bool(answer) and not answer.startswith("?")


def _says(said: Said, answer: str) -> bool:
    """Whether what was read is the set of the answer; of a moment, whether the quote is not against it."""
    if MOMENT.match(answer):
        first, _, last = answer.partition("/")
        low, high = (of_figure(parse_figure(each)) for each in (first, f"{first[:11]}{last}" if last else first))
        if last:
            return said.values.lies_in(replace(low, high=high.high)) or _is_day_of(said.values, low)
        return agreement(low, said.values) == "agrees" or _is_day_of(said.values, low)
    is_year = re.fullmatch(r"[0-9]{4}", answer)
    return _set_of(said.values) == _set_of(of_figure(parse_figure(answer, key="year" if is_year else "")))


def _is_day_of(values: Values, moment: Values) -> bool:
    """Whether a set is the whole day of a moment: less than is said, and not wrong."""
    if values.kind != "date" or values.low is None or values.high is None:
        return False
    return values.high - values.low == 86_399 and moment.lies_in(values)


def _doubted(text: str, doubt: Doubt, answer: str) -> bool:
    """Whether a doubt covers any of the words that the answer names."""
    if not answer.startswith("?"):
        return False
    words = answer.removeprefix("?")
    places = [(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]
    assert places, f"{words!r} is not in {text!r}"
    return any(doubt.start < end and start < doubt.end for start, end in places)


def _set_of(values: Values) -> tuple[object, ...]:
    return (values.kind, values.low, values.high, values.low_open, values.high_open, values.unit, values.is_span)


def _shown(values: Values) -> str:
    if values.kind != "date":
        ends = (f"{values.low}", f"{values.high}")
        return (
            f"{values.kind} {ends[0]}" + (f" to {ends[1]}" if ends[0] != ends[1] else "") + f" {values.unit}".rstrip()
        )
    return f"date from {values.low} to {values.high}"
