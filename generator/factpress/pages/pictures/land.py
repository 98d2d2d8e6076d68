"""The land of a map as paths: the countries that it is about, and the borders and coasts around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factpress.pages.pictures import paths
from factpress.pages.pictures.outlines import Area, Point, lines, rings
from factpress.pages.pictures.projection import Projection

_EDGE = 6.0
"""How far beyond the drawing its land goes, so that no cut is seen."""
_CLOSEST = 1.3


@dataclass(frozen=True, slots=True)
class Land:
    """The land of a map: the countries that its places are in, and the borders and coasts of all."""

    home: str
    borders: str


@lru_cache(maxsize=512)
def land(projection: Projection, width: float, height: float, home: frozenset[int]) -> Land:
    """What a drawing of this size shows of the land."""
    (west, north), (east, south) = (
        _degrees(projection, -_EDGE, -_EDGE),
        _degrees(projection, width + _EDGE, height + _EDGE),
    )
    visible = Area(west, south, east, north)
    fills: list[str] = []
    for ring in rings() if home else ():
        for turn in _turns(ring.area, visible) if ring.country in home else ():
            shape = _thinned([projection.xy(point) for point in _clipped(_turned(ring.points, turn), visible)])
            if len(shape) > 2:
                fills.append(_compact(shape) + "z")
    borders: list[str] = []
    for line in lines():
        for turn in _turns(line.area, visible):
            for piece in _pieces(_turned(line.points, turn), visible):
                shape = _thinned([projection.xy(point) for point in piece])
                if len(shape) > 2:
                    borders.append(_compact(shape))
    return Land("".join(fills), "".join(borders))


def _turns(area: Area, visible: Area) -> Iterator[float]:
    """By how much a shape is turned around the world where it is visible."""
    for turn in (-360.0, 0.0, 360.0):
        if Area(area.west + turn, area.south, area.east + turn, area.north).meets(visible):
            yield turn


def _turned(points: Sequence[Point], turn: float) -> Sequence[Point]:
    return [(x + turn, y) for x, y in points] if turn else points


def _degrees(projection: Projection, x: float, y: float) -> Point:
    across = projection.scale * projection.squeeze
    return projection.area.west + (x - projection.left) / across, projection.area.north - (
        y - projection.top
    ) / projection.scale


def _compact(points: Sequence[Point]) -> str:
    """A line by the steps between its points: a third shorter than by their positions."""
    tenths = [(round(10 * x), round(10 * y)) for x, y in points]
    steps = [(x - x0, y - y0) for (x0, y0), (x, y) in pairwise(tenths)]
    first = f"M{paths.number(tenths[0][0] / 10)} {paths.number(tenths[0][1] / 10)}l"
    return first + " ".join(f"{paths.number(x / 10)} {paths.number(y / 10)}" for x, y in steps).replace(" -", "-")


def _thinned(points: Sequence[Point]) -> list[Point]:
    """The points without those so close to the one before that no one sees them."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _CLOSEST:
            kept.append(point)
    return kept


def _pieces(points: Sequence[Point], visible: Area) -> Iterator[Sequence[Point]]:
    """The visible pieces of a line."""
    piece: list[Point] = []
    for start, end in pairwise(points):
        box = Area(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
        if box.meets(visible):
            if not piece:
                piece.append(start)
            piece.append(end)
        elif piece:
            yield piece
            piece = []
    if piece:
        yield piece


def _clipped(points: Sequence[Point], area: Area) -> Sequence[Point]:
    """The part of a shape that is in an area, by Sutherland and Hodgman (1974)."""
    edges: list[tuple[int, float, Callable[[float, float], bool]]] = [
        (0, area.west, float.__ge__),
        (0, area.east, float.__le__),
        (1, area.south, float.__ge__),
        (1, area.north, float.__le__),
    ]
    shape = list(points)
    for axis, limit, is_inside in edges:
        if not shape:
            break
        found: list[Point] = []
        for before, point in zip([shape[-1], *shape[:-1]], shape, strict=True):
            if is_inside(before[axis], limit) != is_inside(point[axis], limit):
                share = (limit - before[axis]) / (point[axis] - before[axis])
                found.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if is_inside(point[axis], limit):
                found.append(point)
        shape = found
    return shape
