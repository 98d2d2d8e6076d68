"""Whether a document holds a quote, token by token, and if it does not, what comes nearest."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from factpress.evidence.document import Document
from factpress.evidence.tokens import BREAK, folded, is_word, tokens
from factpress.records.receipt import Class

CLASSES: tuple[Class, ...] = ("exact", "typography", "case")
"""How closely a quote is the source's, closest first: to the character; bar typography; bar its first letter's case."""

# So many tokens of a quote that is not found are compared, and ten times as many characters: more takes long.
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Where a quote is: its first token's position, its sentence's number, how closely, and how often in all."""

    position: int
    length: int
    sentence: int
    kind: Class
    occurrences: int
    places: tuple[int, ...] = field(default=(), compare=False)
    """Every position of the words, in order."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One run of tokens that differs: what the source has, and what the quote has instead."""

    source: tuple[str, ...]
    quote: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of a document that comes nearest to a quote which it does not hold."""

    sentence: int
    passage: tuple[str, ...]
    differences: tuple[Difference, ...]
    why: Literal["words", "cut", "blocks"] = "words"
    """Whether words differ, or the quote cuts a word or number in two, or runs over the end of a block."""


def find(document: Document, quote: str) -> FoundQuote | None:
    """Where the document holds the quote; nothing where it does not."""
    wanted = tokens(quote)
    if not any(map(is_word, wanted)):
        return None
    places, others = (list(_places(document, run)) if run else [] for run in (wanted, _swapped(wanted)))
    if not places and not others:
        return None
    exact = _exact(document, places, quote)
    first = (places or others)[0][0]
    if exact is not None and first < document.article <= exact:
        # What is in the article is said of it, though words beside it are closer in their typography.
        exact = None
    kind: Class = "exact" if exact is not None else "typography" if places else "case"
    position = exact if exact is not None else first
    everywhere = tuple(sorted(place for place, _ in (*places, *others)))
    return FoundQuote(position, len(wanted), document.sentence_at(position), kind, len(everywhere), everywhere)


def nearest(document: Document, quote: str) -> Nearest | None:
    """The passage that comes nearest to a quote, as help only; nothing where nothing is near."""
    from rapidfuzz import fuzz  # only a quote that is not found needs it

    wanted = tokens(quote)
    bare = tuple(token for token in wanted if token != BREAK)[:_LONGEST]
    if not document.tokens or not any(map(is_word, bare)):
        return None
    for run in (bare, _swapped(bare)):
        cut = _ignoring_edges(document, run) if run else None
        if cut is not None:
            return cut
    # No token holds a space, so that spaces count tokens, however long a letter is in the other case.
    text, sought = (" ".join(run).casefold() for run in (document.tokens, bare))
    aligned = fuzz.partial_ratio_alignment(sought[: 10 * _LONGEST], text, score_cutoff=60)
    if aligned is None:
        return None
    first = text.count(" ", 0, aligned.dest_start + 1)
    last = text.count(" ", 0, max(aligned.dest_end - 1, aligned.dest_start)) + 1
    first, last = _refined(document, bare, first, last)
    passage = document.tokens[first:last]
    alike = {token.casefold() for token in passage}
    if 3 * sum(token.casefold() in alike for token in bare) < len(bare):
        return None
    return Nearest(document.sentence_at(first), passage, tuple(_differences(passage, bare)))


def _places(document: Document, wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Every position at which the tokens are within one block, cutting no word in two, with the block's number.

    Only the places of the quote's rarest token are looked at.
    """
    where = document.where
    at = min(range(len(wanted)), key=lambda n: len(where.get(wanted[n], ())))
    size = len(wanted)
    for place in where.get(wanted[at], ()):
        position = place - at
        if position < 0 or document.tokens[position : position + size] != wanted:
            continue
        if position in document.glued or position + size in document.glued:
            continue
        block = document.block_at(position)
        if position + size <= document.blocks[block][1]:
            yield position, block


def _swapped(wanted: tuple[str, ...]) -> tuple[str, ...] | None:
    """The tokens with the first letter in the other case; nothing where it has none."""
    for n, token in enumerate(wanted):
        for at, character in enumerate(token):
            if character.isalpha():
                other = character.swapcase()
                if len(other) != 1 or other == character or other.swapcase() != character:
                    return None
                return (*wanted[:n], token[:at] + other + token[at + 1 :], *wanted[n + 1 :])
            if character.isdigit():
                return None
    return None


def _exact(document: Document, places: Sequence[tuple[int, int]], quote: str) -> int | None:
    """The first place at which the quote is equal to the character; of many in one block, a few are compared."""
    positions = {position for position, _ in places}
    for block in dict.fromkeys(block for _, block in places):
        raw = document.raw[block]
        for match in islice(re.finditer(re.escape(quote), raw), 9):
            position = bisect_left(document.offsets, len(folded(raw[: match.start()])), *document.blocks[block])
            if position in positions:
                return position
    return None


def _ignoring_edges(document: Document, bare: tuple[str, ...]) -> Nearest | None:
    """The very tokens, where only the edges of words or of blocks keep them from being the quote."""
    size = len(bare)
    for first in range(len(document.tokens) - size + 1):
        if document.tokens[first : first + size] == bare:
            last = first + size
            one_block = any(start <= first and last <= end for start, end in document.blocks)
            while first in document.glued:
                first -= 1
            while last in document.glued:
                last += 1
            return Nearest(
                document.sentence_at(first), document.tokens[first:last], (), "cut" if one_block else "blocks"
            )
    return None


def _refined(document: Document, bare: tuple[str, ...], first: int, last: int) -> tuple[int, int]:
    """The passage from and to tokens nearby with which it differs least from the quote, its ends above all."""
    from rapidfuzz.distance import Levenshtein

    held = document.tokens
    slack = min(3 + len(bare) // 3, 9)

    def price(span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        same = (held[start].casefold() == bare[0].casefold()) + (held[end - 1].casefold() == bare[-1].casefold())
        return Levenshtein.distance(held[start:end], bare) - same, abs(end - start - len(bare))

    starts = range(max(0, first - slack), min(len(held), first + slack + 1))
    ends = range(max(0, last - slack), min(len(held), last + slack) + 1)
    return min(((start, end) for start in starts for end in ends if start < end), key=price)


def _differences(passage: tuple[str, ...], bare: tuple[str, ...]) -> Iterator[Difference]:
    """Each run that differs, with the same words on both sides of it."""
    from rapidfuzz.distance import Levenshtein

    source = quote = 0
    for block in (*Levenshtein.editops(passage, bare).as_matching_blocks(), None):
        to_source, to_quote = (block.a, block.b) if block else (len(passage), len(bare))
        if source < to_source or quote < to_quote:
            yield Difference(passage[source:to_source], bare[quote:to_quote])
        if block:
            source, quote = to_source + block.size, to_quote + block.size
