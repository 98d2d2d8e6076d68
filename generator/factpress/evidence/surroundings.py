"""How a quote sits in its source: where its sentence was cut, what it is the whole of, and whose its brackets are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from factpress.evidence.document import Document
from factpress.evidence.quotes import FoundQuote
from factpress.evidence.telling import Outside, outside
from factpress.evidence.tokens import folded, placed_tokens
from factpress.records.receipt import Whole

_ENDS = frozenset(".?!…。？！؟।۔")
_BRACKETS = "[]"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Whether a quote's sentence begins before it and goes on after it, and whether it is beside the article.

    `whole` is what the quote is the whole of, anywhere in the text; `own_marks` is none where the quote has no
    brackets and no ellipsis. `reported` and `hedged` are what the sentence says outside the quote, as far as is known.
    """

    cut_before: bool
    cut_after: bool
    own_marks: bool | None
    beside: bool
    whole: Whole | None
    reported: bool | None
    hedged: bool | None


def surroundings(document: Document, quote: str, found: FoundQuote, language: str) -> Surroundings:
    """How a quote that was found sits in its source, which is in this language (BCP 47)."""
    first, last = found.position, found.position + found.length
    wholes = (_whole(document, place, place + found.length) for place in found.places)
    told = _outside(document, first, last, language)
    return Surroundings(
        cut_before=document.sentences[document.sentence_at(first) - 1].start != first,
        cut_after=not _ends_at(document, last, _end_of_sentence(document, last)),
        own_marks=_own_marks(document, quote, found),
        beside=first >= document.article,
        whole=next(filter(None, wholes), None),
        reported=told.reports,
        hedged=told.hedges,
    )


def _outside(document: Document, first: int, last: int, language: str) -> Outside:
    """What the sentences of the tokens from one position up to another say outside these tokens."""
    block = document.block_at(first)
    _, block_end = document.blocks[block]
    text = folded(document.raw[block])
    begins = document.sentences[document.sentence_at(first) - 1].start
    ends = _end_of_sentence(document, last)
    start = document.offsets[begins]
    end = document.offsets[ends] if ends < block_end else len(text)
    # The quote's last word ends where its own letters do, before marks and spaces.
    quote_end = document.offsets[last - 1] + len(document.tokens[last - 1])
    return outside(text[start:end], document.offsets[first] - start, quote_end - start, language)


def _whole(document: Document, first: int, last: int) -> Whole | None:
    """What the tokens from one position up to another are the whole of."""
    block = document.block_at(first)
    start, end = document.blocks[block]
    kind = document.wholes[block]
    if first == start and _ends_at(document, last, end):
        if kind is not None:
            return kind
        # A printer's lines say nothing; a block of one line is a line to its reader too.
        if "\n" not in document.raw[block]:
            return "line"
    if first in document.starts_set and _ends_at(document, last, _end_of_sentence(document, last)):
        return "sentence"
    begins = first == start or first in document.lines
    if kind is not None and begins and any(_ends_at(document, last, e) for e in (end, _next_line(document, last))):
        return "line"
    return None


def _ends_at(document: Document, last: int, end: int) -> bool:
    """Whether a quote up to one position ends at another, but for the mark at the end of a sentence."""
    return last == end or (last == end - 1 and document.tokens[last] in _ENDS)


def _end_of_sentence(document: Document, last: int) -> int:
    """Where the sentence of a quote's last token ends."""
    sentence = document.sentences[document.sentence_at(last - 1) - 1]
    return sentence.start + sentence.length


def _next_line(document: Document, last: int) -> int:
    """The nearest position from there on at which a line begins; none is before the text's beginning."""
    return next((n for n in (last, last + 1) if n in document.lines), -1)


def _own_marks(document: Document, quote: str, found: FoundQuote) -> bool | None:
    """Whether the source has the quote's brackets at the same places; an ellipsis that was found is the source's."""
    if "…" not in quote and "..." not in quote and not any(mark in quote for mark in _BRACKETS):
        return None
    wanted = _gaps(quote)
    return any(_has(document, place, wanted) for place in found.places)


def _gaps(text: str) -> list[str]:
    """The brackets before each token of a text, and behind the last."""
    whole = folded(text)
    placed = list(placed_tokens(whole))
    edges = [0, *chain.from_iterable((start, end) for _, start, end in placed), len(whole)]
    return ["".join(c for c in whole[a:b] if c in _BRACKETS) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _has(document: Document, place: int, wanted: list[str]) -> bool:
    """Whether the brackets of the source's own text are those, at a place where the tokens are."""
    block = document.block_at(place)
    start, _ = document.blocks[block]
    gaps = _gaps(document.raw[block])
    own = gaps[place - start : place - start + len(wanted)]
    if len(own) != len(wanted):
        return False
    inside = own[1:-1] == wanted[1:-1]
    return inside and own[0].endswith(wanted[0]) and own[-1].startswith(wanted[-1])
