"""The timelines of pages as HTML: of an explainer, of a claim, and of the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factpress.findings import counted
from factpress.pages.cited import cited_claims
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.pictures import paths
from factpress.pages.pictures.events import Event, compared_with, events_of
from factpress.pages.pictures.listed import Listed, listed
from factpress.pages.pictures.proofs import Proof, proofs_of
from factpress.pages.pictures.shapes import Shapes, shapes_of
from factpress.pages.pictures.timeline import Drawing, Frame, Mark, drawn
from factpress.pages.words import names
from factpress.records.claim import Claim
from factpress.records.page import Page

EXPLAINER = Frame(268)
CLAIM = Frame(120)
SITE = Frame(628, grows=True)
MOST_LISTED = 400
"""More events than these are listed with their first claims only, so that the page stays a page."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An event in the drawing: where it leads, and what is read out for it."""

    mark: Mark
    url: str
    says: str


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """A timeline as its template writes it: the drawing, what it says in words, and the same events as a list."""

    title: str
    drawing: Drawing
    name: str
    about: str
    proved: Sequence[To]
    seen: Sequence[Seen]
    legend: Sequence[tuple[str, str, str]]
    events: Sequence[Listed]
    is_whole: bool


def timeline_of_explainer(page: Page, linked: LinkedBook) -> str:
    """What happened, in order, as HTML: the dated claims of an explainer; empty for another page or without dates."""
    if page.article is None:
        return ""
    claims = cited_claims(page, linked.book)
    picture = _picture(claims, linked.at_page(page), EXPLAINER, title="Timeline")
    if picture is None:
        return ""
    return environment().get_template("timeline_picture.jinja").render(timeline=picture).strip()


def timeline_of_claim(claim: Claim, linked: LinkedBook) -> TimelinePicture | None:
    """A claim among the claims that it rests on and is compared with; empty where it is the only one with a date."""
    if claim.when is None or claim.withdrawal is not None:
        return None
    book = linked.book
    near = dict.fromkeys([claim.id, *claim.rests_on, *compared_with(claim)])
    near |= dict.fromkeys(
        mention.record.id for mention in book.mentioning(claim) if mention.keys[0] in ("rests_on", "must_hold")
    )
    claims = [book.claims[id] for id in near if id in book.claims]
    if sum(each.when is not None for each in claims) < 2:
        return None
    return _picture(claims, linked, CLAIM, least=2, proofs=list(proofs_of([claim], book)))


def timeline_of_site(linked: LinkedBook) -> TimelinePicture | None:
    """Every dated claim of the site."""
    return _picture(linked.book.claims.values(), linked, SITE, is_whole=True)


def _picture(
    claims: Iterable[Claim],
    linked: LinkedBook,
    frame: Frame,
    *,
    title: str = "",
    least: int = 1,
    is_whole: bool = False,
    proofs: Sequence[Proof] | None = None,
) -> TimelinePicture | None:
    held = list(claims)
    shapes = shapes_of(linked.book.site)
    events = events_of(held, linked.known, shapes)
    shown = [event for event in events if event.reach != (None, None) and not event.is_series]
    if len(shown) < least or not shown:
        return None
    found = list(proofs_of(held, linked.book)) if proofs is None else proofs
    drawing = drawn(shown, found, frame)
    return TimelinePicture(
        title,
        drawing,
        f"Timeline: {counted(len(shown), 'event')}, {_range(shown)}",
        _described(shown, found),
        [linked.beside_verdict(proof.claim) for proof in found[:1]],
        [Seen(mark, linked.to("claim", mark.event.id).url, _said(mark.event)) for mark in drawing.marks],
        _legend(drawing, shapes),
        listed(events, found, linked, whole=len(events) <= MOST_LISTED),
        is_whole,
    )


def _said(event: Event) -> str:
    return f"{event.when.in_words()}: {event.label}. {names.headline(event.claims[0])}"


def _legend(drawing: Drawing, shapes: Shapes) -> list[tuple[str, str, str]]:
    """What shapes and lines mean: the shape, its class and the words."""
    found = [(paths.mark(key.form, 8, 8), f"fp-form-{key.form}", key.label) for key in shapes.legend(drawing.forms)]
    bar = paths.pill(6, 18, 8)
    if drawing.has_uncertain:
        found.append((bar, "fp-uncertain", "some time in these days"))
    if drawing.has_spans:
        found.append((bar, "", "all of these days"))
    return found


def _range(events: Sequence[Event]) -> str:
    first = events[0].when.in_words()
    last = max(events, key=lambda event: event.reach[1] or 10**7).when.in_words()
    return first if first == last else f"first {first}, last {last}"


def _described(events: Sequence[Event], proofs: Sequence[Proof]) -> str:
    """What a reader who can't see the drawing takes from it."""
    uncertain = sum(event.is_uncertain for event in events)
    words = [f"{proof.allows}: {proof.none_of}; {proof.where_they_are}." for proof in proofs]
    if uncertain:
        words.append(f"{uncertain} of the events have no certain day and are drawn with broken lines.")
    return " ".join(words) or "Each event is a link to its claim."
