"""The places of claims: where each is, what happened there, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from factpress.pages.links import Known
from factpress.pages.pictures.events import is_series
from factpress.pages.pictures.outlines import Point
from factpress.pages.pictures.shapes import NAMED, Form, Shapes
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.date_value import MONTHS
from factpress.records.entity import Entity

_MOST_CHARACTERS = 28


@dataclass(frozen=True, slots=True)
class Place:
    """A place with what claims say happened there; `point` is its longitude and latitude, if they are recorded.

    Its shape is the first of the site's shapes of which something happened there.
    """

    entity: Entity
    form: Form
    dates: str
    count: int
    point: Point | None
    is_own: bool = True
    """Whether the page is about it; other places are only shown around it."""
    year: str = ""
    """The year of all dates of all places, where it is one: labels leave it out."""


def places_of(claims: Iterable[Claim], known: Known, shapes: Shapes, *, ids: Iterable[str] = ()) -> list[Place]:
    """The places of claims and those with these ids, by name.

    What only contains other places, such as a country, is no point: it is left out, unless it has coordinates.
    """
    book, at = known.book, dict[str, list[Claim]]()
    for id in ids:
        at.setdefault(id, [])
    for claim in claims:
        for id in dict.fromkeys(claim.where if claim.withdrawal is None else ()):
            at.setdefault(id, []).append(claim)
    entities = {id: book.entities[id] for id in at if id in book.entities}
    shown = [
        id
        for id, entity in entities.items()
        if entity.withdrawal is None and (entity.geo is not None or id not in known.broad_places)
    ]
    year = _common_year([claim for id in shown for claim in at[id]])
    found = [_place(entities[id], at[id], known, shapes, year) for id in shown]
    return sorted(found, key=lambda place: (place.entity.name.casefold(), place.entity.id))


def _place(entity: Entity, claims: Sequence[Claim], known: Known, shapes: Shapes, year: str) -> Place:
    # A claim happened at the first place that it names; the others only have a part in it.
    happened = [each for each in claims if not each.said_by and each.where[0] == entity.id]
    forms = {shapes.of(each.topic) for each in happened}
    form = next((each for each in NAMED if each in forms), shapes.other)
    named = [each for each in happened if shapes.of(each.topic) == form and not is_series(each, known.book)]
    dates = {str(each.when): each.when for each in named if each.when and not _is_vague(each.when)}
    ordered = sorted(dates.values(), key=lambda date: (str(date.earliest), str(date)))
    point = (float(entity.geo.longitude), float(entity.geo.latitude)) if entity.geo else None
    return Place(entity, form, dates_in_words(ordered, without_year=year), len(claims), point, year=year)


def _is_vague(date: Date) -> bool:
    """Whether a date says too little for a label: a month, a year, or a time without an end."""
    if date.earliest is None or date.latest is None:
        return True
    return (date.latest - date.earliest).days > 10


def _common_year(claims: Iterable[Claim]) -> str:
    years = {claim.when.canonical[:4] for claim in claims if claim.when and not _is_vague(claim.when)}
    return str(int(years.pop())) if len(years) == 1 else ""


def dates_in_words(dates: Sequence[Date], *, without_year: str = "") -> str:
    """Dates in a few words: "11, 14 March 2020"; of many the first and the last."""
    words = ", ".join(_month(list(run), key) for key, run in groupby(dates, key=_month_of))
    if len(words) > _MOST_CHARACTERS and len(dates) > 1:
        words = f"{len(dates)} dates, {_one(dates[0])} to {_one(dates[-1])}"
    return words.replace(f" {without_year}", "") if without_year else words


def _month_of(date: Date) -> str:
    return date.canonical[:7] if date.is_day else str(date)


def _month(dates: Sequence[Date], key: str) -> str:
    """The days of one month, or another date by itself."""
    if not dates[0].is_day:
        return _one(dates[0])
    days = ", ".join(str(int(date.canonical[8:])) for date in dates)
    return f"{days} {MONTHS[int(key[5:]) - 1]} {int(key[:4])}"


def _one(date: Date) -> str:
    return date.in_words().removeprefix("some time from ")
