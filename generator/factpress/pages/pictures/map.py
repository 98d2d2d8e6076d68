"""A map as a drawing: land, marks with labels, closer maps of places that would cover each other, and a scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factpress.pages.pictures import paths
from factpress.pages.pictures.labels import Label, Spot, placed
from factpress.pages.pictures.land import Land, land
from factpress.pages.pictures.lanes import Box
from factpress.pages.pictures.outlines import Point
from factpress.pages.pictures.places import Place
from factpress.pages.pictures.projection import (
    Projection,
    area_of,
    area_with_countries,
    fitted,
    round_length,
    unrolled,
)

_INSET = (164.0, 124.0)
_BELOW = 26.0
_TOO_CLOSE, _TOUCHING = 15.0, 8.0
_ROOM = 6.0
_LARGEST = 64.0


@dataclass(frozen=True, slots=True)
class Scale:
    """A scale bar: its path, and the length that it shows with the place of its words."""

    path: str
    x: str
    y: str
    words: str


@dataclass(frozen=True, slots=True)
class Inset:
    """A closer map of a small area: its frame, the area on the large map, and a line between the two."""

    frame: str
    area: str
    line: str
    scale: Scale


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """Everything that is drawn, as paths and texts; the template only writes it out."""

    width: int
    height: int
    land: Land
    labels: Sequence[Label]
    insets: Sequence[Inset]
    scale: Scale
    above: Sequence[Label] = ()
    """The labels in insets, which are drawn over the land and the frames."""


@dataclass(frozen=True, slots=True)
class MapFrame:
    """How large a map is, and how many closer maps it may have."""

    width: int
    height: int
    insets: int


def drawn(places: Sequence[Place], frame: MapFrame) -> MapDrawing:
    """The map of places, each of which has a point."""
    points = unrolled([place.point for place in places if place.point])
    area, home = area_with_countries(points)
    shape = fitted(area, left=0, top=0, width=frame.width, height=1e6)
    height = min(max(shape.scale * (area.north - area.south), frame.height * 0.55), frame.height)
    projection = fitted(area, left=0, top=0, width=frame.width, height=height)
    spots = [Spot((place,), *projection.xy(point)) for place, point in zip(places, points, strict=True)]
    at = [(spot.x, spot.y) for spot in spots]
    crowded = sorted(
        (group for group in _groups(at, _TOO_CLOSE) if len(group) > 1), key=lambda each: (-len(each), each)
    )
    # A closer map of a large part of the map would be no closer.
    worth = [group for group in crowded if _differ([points[n] for n in group]) and _is_small(_box(at, group))]
    in_insets = worth[: frame.insets]
    others = [n for n in range(len(spots)) if not any(n in group for group in in_insets)]
    alone = [[others[n] for n in group] for group in _groups([at[n] for n in others], _TOUCHING)]
    main = [_merged([spots[n] for n in group]) for group in alone]
    taken = [_around(spot.x, spot.y, 10) for spot in main]
    areas = [_box(at, group) for group in in_insets]
    frames, height = _frames(areas, taken, frame, height)
    insets, above = [], []
    for group, box, window in zip(in_insets, areas, frames, strict=True):
        inset, labels = _inset([places[n] for n in group], [points[n] for n in group], box, window)
        insets.append(inset)
        above += labels
    labels = placed(main, Box(0, 0, frame.width, height), [*frames, *areas])
    scale = _scale(projection, 8, height + 14, frame.width * 0.3)
    return MapDrawing(
        frame.width, int(height + _BELOW), land(projection, frame.width, height, home), labels, insets, scale, above
    )


def _differ(points: Sequence[Point]) -> bool:
    return len(set(points)) > 1


def _around(x: float, y: float, size: float) -> Box:
    return Box(x - size, y - size, x + size, y + size)


def _box(at: Sequence[Point], group: Sequence[int]) -> Box:
    xs, ys = [at[n][0] for n in group], [at[n][1] for n in group]
    return Box(min(xs) - 9, min(ys) - 9, max(xs) + 9, max(ys) + 9)


def _is_small(box: Box) -> bool:
    return max(box.right - box.left, box.bottom - box.top) <= _LARGEST


def _groups(points: Sequence[Point], closest: float) -> list[list[int]]:
    """Numbers of points, together where one is too close to the next."""
    groups: list[list[int]] = []
    for n, (x, y) in enumerate(points):
        near = [group for group in groups if any(_is_close(points[m], (x, y), closest) for m in group)]
        joined = sorted([n, *(m for group in near for m in group)])
        groups = [*(group for group in groups if group not in near), joined]
    return sorted(groups)


def _is_close(one: Point, other: Point, closest: float) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < closest**2


def _merged(spots: Sequence[Spot]) -> Spot:
    """One mark for places that are in one spot, as far as the map can show."""
    ordered = sorted(spots, key=lambda spot: not spot.places[0].is_own)
    return replace(ordered[0], places=tuple(place for spot in ordered for place in spot.places))


def _frames(areas: Sequence[Box], taken: Sequence[Box], frame: MapFrame, height: float) -> tuple[list[Box], float]:
    """Where the closer maps are: in corners where nothing is, or else in rows below; and how high the map then is."""
    across, down = _INSET
    corners = [(0, height - down), (frame.width - across, height - down), (frame.width - across, 0), (0, 0)]
    free = [Box(x, y, x + across, y + down) for x, y in corners if height >= 2 * down]
    found: list[Box] = []
    at_left, below = 0.0, 0.0
    for _ in areas:
        others = [*taken, *areas, *found]
        corner = next((box for box in free if not any(box.meets(other) for other in others)), None)
        if corner is None:
            if not below or at_left + across > frame.width:
                at_left, below = 0.0, (below or height) + (down if below else 0.0) + _ROOM
            corner = Box(at_left, below, at_left + across, below + down)
            at_left += across + _ROOM
        found.append(corner)
    return found, below + down if below else height


def _inset(places: Sequence[Place], points: Sequence[Point], area: Box, window: Box) -> tuple[Inset, list[Label]]:
    # Most labels are to the right of their marks.
    left, top, right, bottom = window.left + 14, window.top + 16, window.right - 70, window.bottom - 42
    projection = fitted(area_of(points, least=1e-4), left=left, top=top, width=right - left, height=bottom - top)
    spots = [Spot((place,), *projection.xy(point)) for place, point in zip(places, points, strict=True)]
    groups = _groups([(spot.x, spot.y) for spot in spots], _TOUCHING)
    merged = [_merged([spots[n] for n in group]) for group in groups]
    inside = Box(window.left, window.top, window.right, window.bottom - 18)
    line = [_nearest(area, window), _nearest(window, area)]
    inset = Inset(
        paths.rectangle(window.left + 0.5, window.top + 0.5, window.right - 0.5, window.bottom - 0.5),
        paths.rectangle(area.left, area.top, area.right, area.bottom),
        paths.polyline(line),
        _scale(projection, window.left + 8, window.bottom - 10, (window.right - window.left) * 0.4),
    )
    return inset, placed(merged, inside, [])


def _nearest(one: Box, other: Box) -> Point:
    """The corner of a box that is nearest to the middle of another."""
    x, y = (other.left + other.right) / 2, (other.top + other.bottom) / 2
    corners: Iterator[Point] = ((a, b) for a in (one.left, one.right) for b in (one.top, one.bottom))
    return min(corners, key=lambda corner: (corner[0] - x) ** 2 + (corner[1] - y) ** 2)


def _scale(projection: Projection, x: float, y: float, most: float) -> Scale:
    km, words = round_length(most / projection.km)
    length = km * projection.km
    bar = [
        [(x, y), (x + length, y)],
        [(x, y - 4), (x, y + 4)],
        [(x + length, y - 4), (x + length, y + 4)],
    ]
    path = "".join(paths.polyline(line) for line in bar)
    return Scale(path, paths.number(x + length + 6), paths.number(y + 4), words)
