"""The maps of pages: of an explainer, a claim, a place, the home page and the whole site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factpress import addresses
from factpress.findings import counted
from factpress.pages.cited import cited_claims
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.pictures import paths
from factpress.pages.pictures.labels import Label
from factpress.pages.pictures.map import MapDrawing, MapFrame, drawn
from factpress.pages.pictures.places import Place, places_of
from factpress.pages.pictures.shapes import Shapes, shapes_of
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.page import Page

SMALL, LARGE = MapFrame(340, 330, 2), MapFrame(640, 480, 4)
MOST_OTHERS = 12
"""A claim's map shows the other places of the site only where they are no more than these."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A mark in the drawing: where it leads, and what is read out for it."""

    label: Label
    url: str
    says: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A drawing of the map with its marks as links; a whole site has one for wide pages and one for narrow ones."""

    id: str
    drawing: MapDrawing
    seen: Sequence[Seen]
    above: Sequence[Seen]


@dataclass(frozen=True, slots=True)
class Row:
    """A place in the list below the map."""

    link: To
    dates: str
    claims: str
    where: str


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map as its template writes it: the drawings, what they say in words, and the same places as a list."""

    title: str
    name: str
    about: str
    sheets: Sequence[Sheet]
    legend: Sequence[tuple[str, str, str]]
    year: str
    rows: Sequence[Row]
    missing: Sequence[Row]
    is_whole: bool


def map_of_explainer(page: Page, linked: LinkedBook) -> str:
    """Where it happened, as HTML: the places of the claims that an explainer cites; empty for another page."""
    if page.article is None:
        return ""
    return _html(_picture(_places(cited_claims(page, linked.book), linked), linked.at_page(page), title="Where"))


def map_at_home(page: Page, linked: LinkedBook) -> str:
    """The places of all claims, as HTML, on the home page; empty for another page."""
    if addresses.of_page(page.id):
        return ""
    return _html(_picture(_places(_all(linked), linked), linked.at_page(page), title="Where"))


def map_of_claim(claim: Claim, linked: LinkedBook) -> MapPicture | None:
    """The places of a claim among the others of the site; nothing where none of them has coordinates."""
    entities = linked.book.entities
    own = {id for id in claim.where if id in entities and entities[id].withdrawal is None}
    if claim.withdrawal is not None or not any(entities[id].geo for id in own):
        return None
    shared = linked.known.pictures
    if len(linked.known.claims_at) > MOST_OTHERS:
        return _picture(_places([claim], linked), linked)
    # Claims of the same places have the same map.
    key = ("map", linked.up, frozenset(own))
    if key not in shared:
        if ("places",) not in shared:
            shared["places",] = _places(_all(linked), linked)
        places = [replace(place, is_own=place.entity.id in own) for place in shared["places",]]
        shared[key] = _picture(places, linked)
    found: MapPicture | None = shared[key]
    return found


def map_of_place(place: Entity, linked: LinkedBook) -> MapPicture | None:
    """A place by itself; nothing where it has no coordinates."""
    if place.geo is None or place.withdrawal is not None:
        return None
    places = _places(linked.known.claims_at.get(place.id, ()), linked, ids=[place.id])
    return _picture([each for each in places if each.entity.id == place.id], linked)


def map_of_site(linked: LinkedBook) -> MapPicture | None:
    """Every place of the site; nothing without any."""
    ids = [entity.id for entity in linked.book.entities.values() if entity.type == "Place" and entity.geo]
    return _picture(_places(_all(linked), linked, ids=ids), linked, is_whole=True)


def _all(linked: LinkedBook) -> Sequence[Claim]:
    return [claim for claim in linked.book.claims.values() if claim.where]


def _html(picture: MapPicture | None) -> str:
    if picture is None:
        return ""
    return environment().get_template("map_picture.jinja").render(map=picture).strip()


def _places(claims: Iterable[Claim], linked: LinkedBook, *, ids: Iterable[str] = ()) -> list[Place]:
    return places_of(claims, linked.known, shapes_of(linked.book.site), ids=ids)


def _picture(
    places: Sequence[Place], linked: LinkedBook, *, title: str = "", is_whole: bool = False
) -> MapPicture | None:
    """The picture of places; without any coordinates only a whole site has one, which names them."""
    shapes = shapes_of(linked.book.site)
    located = [place for place in places if place.point]
    missing = [place for place in places if not place.point and place.is_own]
    if not any(place.is_own for place in located) and not (is_whole and missing):
        return None
    frames = [SMALL, LARGE] if is_whole else [SMALL]
    sheets = [_sheet(drawn(located, frame), frame, linked) for frame in frames if located]
    return MapPicture(
        title,
        f"Map of {counted(len(located), 'place')}",
        f"{_named(located)}. Each mark is a link to its place.",
        sheets,
        _legend(located, shapes),
        places[0].year if any(place.dates for place in places) else "",
        [_row(place, linked) for place in located if place.is_own],
        [_row(place, linked) for place in missing],
        is_whole,
    )


def _legend(places: Sequence[Place], shapes: Shapes) -> list[tuple[str, str, str]]:
    """What the shapes mean: the shape, its class and the words."""
    keys = shapes.legend(place.form for place in places)
    return [(paths.mark(key.form, 8, 8), f"fp-form-{key.form}", key.label) for key in keys]


def _named(places: Sequence[Place]) -> str:
    names = [place.entity.name for place in places]
    return ", ".join(names[:12]) + (f" and {len(names) - 12} more" if len(names) > 12 else "")


def _sheet(drawing: MapDrawing, frame: MapFrame, linked: LinkedBook) -> Sheet:
    seen = [[_seen(label, linked) for label in labels] for labels in (drawing.labels, drawing.above)]
    return Sheet("wide" if frame is LARGE else "small", drawing, seen[0], seen[1])


def _seen(label: Label, linked: LinkedBook) -> Seen:
    says = "; ".join(f"{place.entity.name}{': ' if place.dates else ''}{place.dates}" for place in label.places)
    return Seen(label, linked.to("entity", label.places[0].entity.id).url, says)


def _row(place: Place, linked: LinkedBook) -> Row:
    geo = place.entity.geo
    where = f"{geo.latitude}, {geo.longitude}, to {geo.precision}" if geo else ""
    return Row(linked.to("entity", place.entity.id), place.dates, counted(place.count, "claim"), where)
