"""Words of nearness and bounds before a number, such as "about" or "at least", in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factpress.evidence.scan import Scan

Wordings = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""By its first word, each wording with the hedge that records write; the longest first."""


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
