"""What a claim's page shows: the verdict, the standing and its reasons, who says what, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from factpress import addresses
from factpress.changes.history import History
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.findings import counted
from factpress.page_kinds import PageKind
from factpress.pages.cards import TITLES, Card, cards_of, role_of
from factpress.pages.closing import closing_of_claim
from factpress.pages.comparisons import compared
from factpress.pages.history import past_of
from factpress.pages.links import LinkedBook, To, ids
from factpress.pages.pictures.map_blocks import map_of_claim
from factpress.pages.pictures.timeline_blocks import timeline_of_claim
from factpress.pages.related import related
from factpress.pages.rulebook import Rulebook
from factpress.pages.view import Edition, PageView, of_record
from factpress.pages.words import checks, counts, names, readings, receipts, replies, sentences, standings, verdicts
from factpress.pages.words.reviews import review_words
from factpress.records.claim import Claim
from factpress.records.date import Date

# The order of evidence on the page, after the article's words.
_ORDER = ("article", *TITLES)
_MOST_COLUMNS = 5
# These are not about claims: prose, and sources that are read again.
_OTHER_RULES = frozenset({"F6", "F8"})


@dataclass(frozen=True, slots=True)
class Voice:
    """The evidence of one root, which counts once, with a note on how it counts."""

    root: To
    note: str
    cards: Sequence[Card]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure of the claim with its standing, and what the article and each root say of it, as a few phrases each."""

    name: str
    value: str
    standing: str
    cells: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """The figures of a claim by root; `is_wide` if there are more roots than a page has room for."""

    heads: Sequence[tuple[str, str]]
    rows: Sequence[Row]
    is_wide: bool


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """A page for each claim."""
    show = partial(_shown, edition.rulebook, edition.history, edition.today)
    for claim in edition.book.claims.values():
        count = len({piece.source for piece in (*claim.appears_in, *claim.evidence)})
        about = f"{verdicts.status_words(claim, edition.book)}. {counted(count, 'source')} cited."
        yield of_record(claim, edition, about=about, show=show)


def _shown(
    rulebook: Rulebook, history: History, today: Date | None, claim: Claim, linked: LinkedBook
) -> Mapping[str, Any]:
    book = linked.book
    weight = book.weights[claim.id]
    pieces = sorted(weight.pieces, key=lambda piece: _ORDER.index(role_of(piece)))
    shown = list(zip(pieces, cards_of(pieces, linked), strict=True))
    by_role = {role: [(piece, card) for piece, card in shown if card.role == role] for role in _ORDER}
    return {
        "claim": claim,
        "words": linked.text(claim.claim),
        "finding": linked.text(claim.finding),
        "replies": replies.replies_to(claim, linked),
        "nobody_asked": replies.NOBODY_ASKED,
        "challenges": replies.objections(claim.challenges, linked),
        "last_checked": checks.check_words(claim, today),
        "verdict": verdicts.verdict_words(claim, book),
        "shape": verdicts.mark_of(claim, book),
        "review": review_words(claim, book, history),
        "read_last": receipts.last_read(piece.proof for piece in pieces),
        "standing": verdicts.standing_name(weight.standing),
        "reasons": standings.standing_words(weight, linked.root_name),
        "because": linked.text(claim.because),
        "instead": linked.text(claim.instead),
        "appearances": [card for _, card in by_role["article"]],
        "evidence": [(title, role, _voices(by_role[role], weight)) for role, title in TITLES.items() if by_role[role]],
        "figures": _figures(weight, linked) if claim.figures else None,
        "must_hold": compared(weight, linked),
        "disputed": standings.disputed_words(weight, linked.root_name),
        "unknown": standings.unknown_words(weight, linked.root_name),
        "silent": sentences.silent_words(claim, book, linked),
        "is_open": any(line.held.answer == "open" for line in weight.lines),
        "unread": _unread(pieces),
        "is_refuted": any(each.refuted for each in weight.figures.values()),
        "timeline": timeline_of_claim(claim, linked),
        "map": map_of_claim(claim, linked),
        "when": names.date_words(claim.when),
        "where": [linked.to("entity", id) for id in claim.where],
        "about": [linked.to("entity", id) for id in claim.about],
        "said_by": linked.to("entity", claim.said_by) if claim.said_by else None,
        "rests_on": [linked.to("claim", id) for id in claim.rests_on],
        "rested_on": _claims_resting_on(claim, linked),
        "cited_on": linked.pages_citing(claim),
        "related": [(linked.beside_verdict(other), verdicts.status(other, book)) for other in related(claim, linked)],
        "rules": _rules(rulebook, linked),
        "history": past_of(claim, history),
        "waivers": [(rulebook.link(waiver.code, linked), waiver) for waiver in claim.allow],
        "topic": names.topic_name(claim.topic),
        "list": linked.to_list("claim"),
        **closing_of_claim(claim, linked),
    }


def _unread(pieces: Sequence[Piece]) -> str:
    """How many of the quotes are unverified."""
    count = sum(not piece.proof.is_read for piece in pieces)
    of = f"{counts.number(count).capitalize()} of the {len(pieces)} quotes on this page"
    return f"{of} {'is' if count == 1 else 'are'} unverified." if count else ""


def _rules(rulebook: Rulebook, linked: LinkedBook) -> Sequence[To]:
    """The families of rules that apply to records of claims, each with its number of rules."""
    page = linked.url(addresses.of_kind("rules"))
    return [
        To(f"{family.title} ({len(family.rules)})", f"{page}#{family.anchor}")
        for family in rulebook.families
        if family.code not in _OTHER_RULES
    ]


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
    """How the evidence of one root counts, if that is more than one quote or the article's own root."""
    read = [piece for piece in pieces if piece.counts]
    if not read or pieces[0].stance == "context":
        return ""
    sources = len({piece.quoted.source for piece in read})
    notes = []
    if sources > 1:
        notes.append(f"{counts.number(sources).capitalize()} sources, counted once as {name}.")
    elif len(read) > 1:
        notes.append(f"{counts.number(len(read)).capitalize()} quotes from one source, counted once as {name}.")
    if read[0].root in weight.article and not read[0].is_dispute:
        notes.append("The article carries the same reporting, so this is not a second voice.")
    return " ".join(notes)


def _figures(weight: Weight, linked: LinkedBook) -> FigureTable:
    """Each figure of the claim with what the article and each root says of it."""
    evidence: dict[str, list[Piece]] = {}
    for piece in weight.pieces:
        if piece.stance in ("supports", "disputes"):
            evidence.setdefault(piece.root, []).append(piece)
    article = [piece for piece in weight.pieces if piece.stance == "article"]
    columns = [("The article", "judged, no support", article)] if article else []
    for root, pieces in evidence.items():
        note = "the article's own reporting" if root in weight.article else ""
        columns.append((linked.root_name(root), note, pieces))
    rows = [
        Row(
            names.figure_name(name),
            names.figure_words(figure),
            verdicts.standing_name(weight.figures[name].standing),
            [(f"{head} ({note})" if note else head, _phrases(pieces, name)) for head, note, pieces in columns],
        )
        for name, figure in weight.claim.figures.items()
    ]
    return FigureTable([(head, note) for head, note, _ in columns], rows, len(columns) > _MOST_COLUMNS)


def _phrases(pieces: Iterable[Piece], figure: str) -> Sequence[str]:
    """What the pieces of one root say of a figure, each phrase once."""
    return list(dict.fromkeys(filter(None, (readings.cell_words(piece, figure) for piece in pieces)))) or ["silent"]


def _claims_resting_on(claim: Claim, linked: LinkedBook) -> list[To]:
    resting = [m.record for m in linked.book.mentioning(claim) if m.keys[0] in {"rests_on", "must_hold"}]
    return [linked.to("claim", id) for id in ids(resting, Claim)]
