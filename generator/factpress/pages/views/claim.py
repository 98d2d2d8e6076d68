"""What a claim's page shows: the finding, both sides, the reason, who says what, and folded away how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from factpress import addresses
from factpress.changes.history import History
from factpress.evidence.claim_weighing import Piece
from factpress.page_kinds import PageKind
from factpress.pages import descriptions
from factpress.pages.cards import TITLES, Card, cards_of, role_of
from factpress.pages.closing import closing_of_claim
from factpress.pages.comparisons import compared, ruled_out
from factpress.pages.history import past_of
from factpress.pages.links import LinkedBook, To, ids
from factpress.pages.pictures.map_blocks import map_of_claim
from factpress.pages.pictures.timeline_blocks import timeline_of_claim
from factpress.pages.related import related
from factpress.pages.rulebook import Rulebook
from factpress.pages.sides import places_of, sentences_of, source_says
from factpress.pages.view import Edition, PageView, of_record
from factpress.pages.voices import voices
from factpress.pages.words import checks, counts, names, reasons, receipts, replies, standings, verdicts
from factpress.pages.words import sentences as sentence_words
from factpress.pages.words.reviews import review_words
from factpress.records.claim import Claim
from factpress.records.date import Date

# The order of evidence on the page, after the article's words.
_ORDER = ("article", *TITLES)
# These are not about claims: prose, and sources that are read again.
_OTHER_RULES = frozenset({"F6", "F8"})


@dataclass(frozen=True, slots=True)
class Root:
    """The evidence of one root, which counts once."""

    root: To
    cards: Sequence[Card]


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """A page for each claim."""
    show = partial(_shown, edition.rulebook, edition.history, edition.today)
    for claim in edition.book.claims.values():
        about = descriptions.of_claim(claim, edition.book)
        yield of_record(claim, edition, about=about, show=show)


def _shown(
    rulebook: Rulebook, history: History, today: Date | None, claim: Claim, linked: LinkedBook
) -> Mapping[str, Any]:
    book = linked.book
    weight = book.weights[claim.id]
    pieces = sorted(weight.pieces, key=lambda piece: _ORDER.index(role_of(piece)))
    shown = list(zip(pieces, cards_of(pieces, linked), strict=True))
    by_role = {role: [(piece, card) for piece, card in shown if card.role == role] for role in _ORDER}
    told = voices(weight, linked)
    standing, why = standings.standing_words(weight, linked.short_name)
    reason, more = reasons.in_two(linked.text(claim.because))
    sentences = sentences_of((piece for piece in pieces if piece.evidence is None), linked)
    return {
        "claim": claim,
        "words": linked.text(claim.claim),
        "finding": linked.text(claim.finding),
        "verdict": verdicts.verdict_words(claim, book),
        "shape": verdicts.mark_of(claim, book),
        "place": places_of(sentences, linked, claim.appears_in[0].source) if claim.appears_in else None,
        "sentences": sentences,
        "opposite": source_says(weight, linked),
        "reason": reason,
        "more": more,
        "instead": linked.text(claim.instead),
        "last_checked": checks.check_words(claim, today),
        "review": review_words(claim, book, history),
        "read_last": "" if claim.checked else receipts.last_read(piece.proof for piece in pieces),
        "replies": replies.replies_to(claim, linked),
        "nobody_asked": replies.NOBODY_ASKED,
        "challenges": replies.objections(claim.challenges, linked),
        "standing": standing,
        "why": why,
        "voices": told.shown,
        "more_voices": told.folded,
        "more_count": counts.number(len(told.folded)).capitalize(),
        "proof": ruled_out(weight, linked),
        "quotes": counts.number(len(pieces)),
        "appearances": [card for _, card in by_role["article"]],
        "evidence": [(title, role, _by_root(by_role[role])) for role, title in TITLES.items() if by_role[role]],
        "must_hold": compared(weight, linked),
        "silent": sentence_words.silent_words(claim, book, linked),
        "is_open": any(line.held.answer == "open" for line in weight.lines),
        "unread": _unread(pieces),
        "timeline": timeline_of_claim(claim, linked),
        "map": map_of_claim(claim, linked),
        "when": names.date_words(claim.when),
        "where": [linked.to("entity", id) for id in claim.where],
        "about": [linked.to("entity", id) for id in claim.about],
        "said_by": linked.to("entity", claim.said_by) if claim.said_by else None,
        "rests_on": [linked.to("claim", id) for id in claim.rests_on],
        "rested_on": _claims_resting_on(claim, linked),
        "cited_on": linked.pages_citing(claim),
        "related": [
            (linked.beside_verdict(other), verdicts.status(other, book, linked.today))
            for other in related(claim, linked)
        ],
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


def _by_root(shown: Iterable[tuple[Piece, Card]]) -> list[Root]:
    """The pieces of one role by their roots, in the order of the record."""
    by_root: dict[str, list[tuple[Piece, Card]]] = {}
    for piece, card in shown:
        by_root.setdefault(piece.root, []).append((piece, card))
    return [Root(root, [card for _, card in found]) for found in by_root.values() for root in [found[0][1].root]]


def _claims_resting_on(claim: Claim, linked: LinkedBook) -> list[To]:
    resting = [m.record for m in linked.book.mentioning(claim) if m.keys[0] in {"rests_on", "must_hold"}]
    return [linked.to("claim", id) for id in ids(resting, Claim)]
