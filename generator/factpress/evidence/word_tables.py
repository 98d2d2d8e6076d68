"""How a language writes its words as tables, and finds in a text those of nearness and bounds, such as "at least"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factpress.evidence.scan import Scan

Wordings = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""By its first word, each wording with the hedge that records write; the longest first."""


def set_of(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


def by_first_word(table: Mapping[str, str]) -> Wordings:
    """The wordings of a table that has, for each hedge of records, a language's own, parted by `|`."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for hedge, wordings in table.items():
        for wording in wordings.split(" | "):
            words = tuple(wording.split())
            found.setdefault(words[0], []).append((words, hedge))
    return {first: sorted(each, key=lambda entry: -len(entry[0])) for first, each in found.items()}


def bound_at(scan: Scan, i: int, wordings: Wordings, between: Sequence[tuple[str, ...]]) -> tuple[str, int]:
    """The hedge that begins at a token, in the word of records, and the token of its number; `between` changes none."""
    for words, hedge in wordings.get(scan.low[i], ()):
        if scan.says(i, *words):
            end = i + len(words)
            for filler in between:
                if scan.says(end, *filler):
                    return hedge, end + len(filler)
            return hedge, end
    return "", i
