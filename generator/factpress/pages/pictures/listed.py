"""The events of a timeline as a list: below the drawing, and in its place where a page is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress.pages.links import LinkedBook, To
from factpress.pages.pictures import paths
from factpress.pages.pictures.events import Event
from factpress.pages.pictures.proofs import Proof, days
from factpress.pages.words import verdicts
from factpress.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Row:
    """A claim behind its verdict: the link, the verdict's mark, and the verdict in words."""

    claim: To
    mark: verdicts.Mark
    verdict: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An event, or the days that a claim allows: when, what, and the claims of it, the first of them by itself."""

    id: str
    when: str
    label: str
    css: str
    glyph: str
    first: Row | None
    others: Sequence[Row]
    says: str = ""


def listed(events: Sequence[Event], proofs: Sequence[Proof], linked: LinkedBook, *, whole: bool = True) -> list[Listed]:
    """Events and windows in order of time; `whole` with all claims of each."""
    rows = [(_starts(event), 1, _event(event, linked, whole=whole)) for event in events]
    rows += [(proof.first, 0, _window(proof, linked)) for proof in proofs]
    return [row for *_, row in sorted(rows, key=lambda each: each[:2])]


def _starts(event: Event) -> int:
    first, last = event.reach
    return first if first is not None else last or 0


def _event(event: Event, linked: LinkedBook, *, whole: bool) -> Listed:
    first, *others = _rows(event.claims if whole else event.claims[:1], linked)
    css = f"fp-form fp-form-{event.form}" + (" fp-uncertain" if event.is_uncertain else "")
    glyph = "" if event.is_series else paths.mark(event.form, 8, 8)
    return Listed(f"event-{event.id}", _capital(event.when.in_words()), event.label, css, glyph, first, others)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _window(proof: Proof, linked: LinkedBook) -> Listed:
    says = f"{_capital(proof.allows)}: {proof.none_of}; {proof.where_they_are}."
    first = next(_rows([proof.claim], linked))
    return Listed(f"allowed-{proof.claim.id}", days(proof.first, proof.last), "", "", "", first, (), says)


def _rows(claims: Sequence[Claim], linked: LinkedBook) -> Iterator[Row]:
    for claim in claims:
        mark, verdict = verdicts.mark_of(claim, linked.book), verdicts.verdict_words(claim, linked.book)
        yield Row(linked.beside_verdict(claim), mark, verdict)
