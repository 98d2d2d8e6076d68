"""What a claim's page shows: the verdict, how the claim stands and why, who says what, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress import addresses
from factpress.changes.history import UNTOLD, History
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.pages import receipts, words
from factpress.pages.cards import TITLES, Card, cards_of, role_of
from factpress.pages.comparisons import compared
from factpress.pages.history import told
from factpress.pages.related import related
from factpress.pages.reviews import review_words
from factpress.pages.rule_reference import Family
from factpress.pages.views import Shelf, To, ids
from factpress.records.claim import Claim

# Evidence as it stands on the page, after the article's words.
_ORDER = ("article", *TITLES)
_MOST_COLUMNS = 5
# Prose is no claim, and sources are read again apart from any build.
_OTHER_RULES = frozenset({"f6", "f8"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The evidence of one root, which counts once, and what there is to say of that."""

    root: To
    note: str
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the claim with its standing, and what the article and each root say of it, each a few phrases."""

    name: str
    value: str
    standing: str
    cells: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of a claim by the roots that speak of it; `is_wide` where these are more than a page has room for."""

    heads: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    is_wide: bool


def claim_page(
    claim: Claim, shelf: Shelf, families: Sequence[Family] = (), history: History = UNTOLD
) -> Mapping[str, Any]:
    """What the page of a claim shows; `families` are the rules that it was checked by, `history` the past of claims."""
    book = shelf.book
    weight = book.weights[claim.id]
    pieces = sorted(weight.pieces, key=lambda piece: _ORDER.index(role_of(piece)))
    shown = list(zip(pieces, cards_of(pieces, shelf), strict=True))
    by_role = {role: [(piece, card) for piece, card in shown if card.role == role] for role in _ORDER}
    return {
        "claim": claim,
        "words": shelf.text(claim.claim),
        "verdict": words.verdict_words(claim, book),
        "shape": words.mark_of(claim, book),
        "review": review_words(claim, book),
        "read_last": receipts.last_read(piece.proof for piece in pieces),
        "standing": words.standing_name(weight.standing),
        "stands": words.standing_words(weight, shelf.root_name),
        "because": shelf.text(claim.because),
        "instead": shelf.text(claim.instead),
        "appearances": [card for _, card in by_role["article"]],
        "evidence": [(title, role, _voices(by_role[role], weight)) for role, title in TITLES.items() if by_role[role]],
        "figures": _figures(weight, shelf) if claim.figures else None,
        "must_hold": compared(weight, shelf),
        "disputed": words.disputed_words(weight, shelf.root_name),
        "unknown": words.unknown_words(weight, shelf.root_name),
        "is_open": any(line.held.answer == "open" for line in weight.lines),
        "unread": _unread(pieces),
        "is_refuted": any(each.refuted for each in weight.figures.values()),
        "when": words.date_words(claim.when),
        "where": [shelf.to("entity", id) for id in claim.where],
        "about": [shelf.to("entity", id) for id in claim.about],
        "said_by": shelf.to("entity", claim.said_by) if claim.said_by else None,
        "rests_on": [shelf.to("claim", id) for id in claim.rests_on],
        "rested_on": _claims_resting_on(claim, shelf),
        "cited_on": shelf.pages_citing(claim),
        "related": [(shelf.to("claim", other.id), words.status(other, book)) for other in related(claim, shelf)],
        "rules": _rules(families, shelf),
        "history": told(claim, history),
        "waivers": [(_waived(waiver.code, families, shelf), waiver) for waiver in claim.allow],
        "topic": words.topic_name(claim.topic),
        "list": To("All claims", shelf.url(addresses.of_list("claim"))),
    }


def _unread(pieces: Sequence[Piece]) -> str:
    """How many of the quotes nobody is seen to have read."""
    count = sum(not piece.proof.is_read for piece in pieces)
    of = f"{words.number(count).capitalize()} of the {len(pieces)} quotes on this page"
    return f"{of} {'has' if count == 1 else 'have'} not been read in the source yet." if count else ""


def _rules(families: Sequence[Family], shelf: Shelf) -> Sequence[To]:
    """The families of rules that records of claims are held to, each with its number of rules."""
    page = shelf.url(addresses.RULES)
    return [
        To(f"{family.title} ({len(family.rules)})", f"{page}#{family.anchor}")
        for family in families
        if family.anchor not in _OTHER_RULES
    ]


def _waived(code: str, families: Sequence[Family], shelf: Shelf) -> To:
    """A waived rule, which may be named by its code or its name."""
    for rule in (rule for family in families for rule in family.rules):
        if code in (rule.code, rule.name):
            return To(f"{rule.code} {rule.name}", f"{shelf.url(addresses.RULES)}#{rule.anchor}")
    return To(code, "")


def _voices(shown: Iterable[tuple[Piece, Card]], weight: Weight) -> list[Voice]:
    """The pieces of one role by their roots, in the order of the record."""
    by_root: dict[str, list[tuple[Piece, Card]]] = {}
    for piece, card in shown:
        by_root.setdefault(piece.root, []).append((piece, card))
    return [
        Voice(root, _note([piece for piece, _ in found], weight, root.words), [card for _, card in found])
        for found in by_root.values()
        for root in [found[0][1].root]
    ]


def _note(pieces: Sequence[Piece], weight: Weight, name: str) -> str:
    """How the evidence of one root counts, where that is more than one quote or the article's own root."""
    read = [piece for piece in pieces if piece.counts]
    if not read or pieces[0].stance == "context":
        return ""
    sources = len({piece.quoted.source for piece in read})
    notes = []
    if sources > 1:
        notes.append(f"{words.number(sources).capitalize()} sources, counted once as {name}.")
    elif len(read) > 1:
        notes.append(f"{words.number(len(read)).capitalize()} quotes from one source, counted once as {name}.")
    if read[0].root in weight.article and not read[0].is_dispute:
        notes.append("The article passes on the same reporting, so this makes no second voice.")
    return " ".join(notes)


def _figures(weight: Weight, shelf: Shelf) -> FigureTable:
    """Each figure of the claim with what the article and each root says of it."""
    evidence: dict[str, list[Piece]] = {}
    for piece in weight.pieces:
        if piece.stance in ("supports", "disputes"):
            evidence.setdefault(piece.root, []).append(piece)
    article = [piece for piece in weight.pieces if piece.stance == "article"]
    columns = [("The article", "what is judged, no support", article)] if article else []
    for root, pieces in evidence.items():
        note = "the article's own reporting" if root in weight.article else ""
        columns.append((shelf.root_name(root), note, pieces))
    rows = [
        Row(
            words.figure_name(name),
            words.figure_words(figure),
            words.standing_name(weight.figures[name].standing),
            [(f"{head} ({note})" if note else head, _phrases(pieces, name)) for head, note, pieces in columns],
        )
        for name, figure in weight.claim.figures.items()
    ]
    return FigureTable([(head, note) for head, note, _ in columns], rows, len(columns) > _MOST_COLUMNS)


def _phrases(pieces: Iterable[Piece], figure: str) -> Sequence[str]:
    """What the pieces of one root say of a figure, each phrase once."""
    return list(dict.fromkeys(filter(None, (words.cell_words(piece, figure) for piece in pieces)))) or ["silent"]


def _claims_resting_on(claim: Claim, shelf: Shelf) -> list[To]:
    resting = [m.record for m in shelf.book.mentioning(claim) if m.keys[0] in {"rests_on", "must_hold"}]
    return [shelf.to("claim", id) for id in ids(resting, Claim)]
