"""Who says what of a claim: a table with a row for each voice, and in it a line for each source that has its words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import readings
from factpress.pages.words.counts import number

MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A source that has a voice's words, and what they say of the claim's figures, each thing once."""

    source: To
    values: Sequence[readings.Value]


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent voice, or the article: its name, what else it is called, notes on how it counts, its sources.

    `disputes` says that it speaks against the claim, `is_answered` that the evidence has an answer to that, `is_aside`
    that it counts neither for nor against.
    """

    who: To
    short: str
    notes: Sequence[str]
    lines: Sequence[Line]
    disputes: bool = False
    is_answered: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of a claim that a page shows at once, the article last, and those that it folds away."""

    shown: Sequence[Voice]
    folded: Sequence[Voice]


def voices(weight: Weight, linked: LinkedBook) -> Voices:
    """The voices of a claim in the order of its record; if many speak on it, one that disputes it is not folded."""
    by_root: dict[str, list[Piece]] = {}
    for piece in sorted(weight.pieces, key=lambda piece: piece.stance == "context"):
        if piece.evidence is not None:
            by_root.setdefault(piece.root, []).append(piece)
    found = [_voice(root, pieces, weight, linked) for root, pieces in by_root.items()]
    speaking = [voice for voice in found if not voice.is_aside]
    shown = speaking[:MOST_SHOWN]
    if len(speaking) > MOST_SHOWN and not any(voice.disputes for voice in shown):
        shown[-1:] = [next((voice for voice in speaking if voice.disputes), shown[-1])]
    folded = [voice for voice in found if voice not in shown]
    article = [piece for piece in weight.pieces if piece.evidence is None]
    if article:
        many = len({piece.quoted.source for piece in article}) > 1
        who = To("The articles" if many else "The article", "")
        shown.append(Voice(who, "", ["what is checked"], _lines(article, weight, linked)))
    return Voices(shown, folded)


def _voice(root: str, pieces: Sequence[Piece], weight: Weight, linked: LinkedBook) -> Voice:
    read = [piece for piece in pieces if piece.counts]
    who = linked.to("entity", root) if root else To(linked.root_name(root), "")
    short = linked.short_name(root)
    disputes = [piece for piece in pieces if piece.is_dispute]
    is_aside = all(piece.stance == "context" for piece in pieces)
    return Voice(
        who,
        short if short != who.words else "",
        list(_notes(read, weight)),
        _lines((piece for piece in pieces if is_aside or piece.stance != "context"), weight, linked),
        disputes=bool(disputes),
        is_answered=any(piece.evidence and piece.evidence.answered for piece in disputes),
        is_aside=is_aside,
    )


def _notes(read: Sequence[Piece], weight: Weight) -> Iterable[str]:
    """How the quotes of one root count, if that is not plain from the values beside it."""
    if not read:
        return
    if all(piece.stance == "context" for piece in read):
        yield "counts neither for nor against"
        return
    read = [piece for piece in read if piece.stance != "context"]
    if any(piece.evidence and piece.evidence.first_hand for piece in read):
        yield "first-hand"
    if read[0].root in weight.article and not any(piece.is_dispute for piece in read):
        yield "the article’s own report, so no second voice"
    reports = len({piece.quoted.source for piece in read})
    if reports > 1:
        yield f"{number(reports)} reports, one voice"


def _lines(pieces: Iterable[Piece], weight: Weight, linked: LinkedBook) -> list[Line]:
    figures: Collection[str] = weight.claim.figures
    by_source: dict[str, dict[readings.Value, None]] = {}
    for piece in pieces:
        said = by_source.setdefault(piece.quoted.source, {})
        said |= dict.fromkeys(readings.values(piece, figures))
    return [Line(linked.to("source", id), _without_silence(list(said))) for id, said in by_source.items()]


def _without_silence(said: Sequence[readings.Value]) -> Sequence[readings.Value]:
    """What a source says, without what one of its quotes does not say if another one speaks."""
    speaking = [value for value in said if value.verb != "silent"]
    return speaking or said[:1]
