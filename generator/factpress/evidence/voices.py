"""Which quotes of a claim count as voices that they may not be: somebody's word, a copy, a title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.standing import Standings
from factpress.records.receipt import Receipt

Pair = frozenset[str]
"""Two sources, by id."""


def unnamed_voices(weight: Weight) -> Sequence[Piece]:
    """The quotes that pass on a word nobody is named for, where that weakens a figure's standing."""
    asked = [piece for piece in weight.pieces if piece.is_voiceless]
    if not asked:
        return ()
    named = weight.with_pieces([replace(piece, passes_on=False) for piece in weight.pieces])
    changed = _changed(weight.figures, named.figures)
    return [piece for piece in asked if any(piece.side(figure) is not None for figure in changed)]


def sharing(receipts: Mapping[str, Receipt]) -> Mapping[Pair, tuple[int, int]]:
    """The sources whose texts have sentences or quotes in common, with how many, whichever of them was read later."""
    found: dict[Pair, tuple[int, int]] = {}
    for id, receipt in receipts.items():
        for share in receipt.shares:
            other = receipts.get(share.source)
            if other is None or other.id == id:
                continue
            # Since then the other one may have been read again, without what was alike.
            sentences = len({entry.hash for entry in other.sentences}.intersection(share.sentences))
            quotes = len(other.by_hash.keys() & set(share.quotes))
            before = found.get(frozenset({id, other.id}), (0, 0))
            if sentences or quotes:
                found[frozenset({id, other.id})] = (max(sentences, before[0]), max(quotes, before[1]))
    return found


def copies(weight: Weight, shared: Mapping[Pair, tuple[int, int]]) -> Iterator[tuple[Piece, Piece]]:
    """Two quotes of different roots whose sources share text, where one root for both would change a standing."""
    counted = [piece for piece in weight.pieces if any(map(piece.side, weight.figures)) and not piece.quoted.own_words]
    met: set[frozenset[str]] = set()
    for first, second in combinations(counted, 2):
        roots = frozenset({first.root, second.root})
        pair = frozenset({first.quoted.source, second.quoted.source})
        if len(roots) < 2 or pair not in shared or roots in met:
            continue
        same = [replace(each, root=first.root) if each.root == second.root else each for each in weight.pieces]
        if _changed(weight.figures, weight.with_pieces(same).figures):
            met.add(roots)
            yield first, second


def titles_only(weight: Weight) -> Iterator[Piece]:
    """The first quote of each source of which a claim quotes nothing but the title in its support."""
    by_source: dict[str, list[Piece]] = {}
    for piece in weight.pieces:
        if piece.stance == "supports" and piece.proof.is_read:
            by_source.setdefault(piece.quoted.source, []).append(piece)
    for pieces in by_source.values():
        if all(piece.voice.title for piece in pieces):
            yield pieces[0]


def _changed(was: Mapping[str | None, Standings], now: Mapping[str | None, Standings]) -> Sequence[str | None]:
    return [name for name, each in was.items() if each.standing != now[name].standing]
