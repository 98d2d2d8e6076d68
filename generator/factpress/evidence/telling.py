"""What marks a sentence as somebody's word, or as unsure; a language's own lists say where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factpress.evidence.language import Mark
from factpress.evidence.languages import language_of
from factpress.evidence.tokens import folded
from factpress.records import text


def marks(words: str, language: str) -> Sequence[Mark] | None:
    """The marks of a text in its order; nothing where the language has no lists, so that nobody knows."""
    read = language_of(language)
    return None if read is None or read.marks is None else read.marks(folded(words))


def words_of(words: str, language: str, kind: Literal["reports", "hedges"]) -> frozenset[str]:
    """The words of a text that report, or that hedge; none where nobody knows."""
    return frozenset(mark.word for mark in marks(text.without_links(words), language) or () if mark.kind == kind)


@dataclass(frozen=True, slots=True)
class Outside:
    """Whether a sentence reports, and whether it hedges, outside a quote of it; nothing where nobody knows."""

    reports: bool | None = None
    hedges: bool | None = None


def outside(sentence: str, start: int, end: int, language: str) -> Outside:
    """What a folded sentence says outside a quote that begins and ends at these characters."""
    found = marks(sentence, language)
    if found is None:
        return Outside()
    kinds = {mark.kind for mark in found if mark.start < start or mark.end > end}
    return Outside("reports" in kinds, "hedges" in kinds)
