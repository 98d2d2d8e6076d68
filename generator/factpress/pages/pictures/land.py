"""The land of a map as paths: the countries that it is about, those around them, and their borders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from factpress.pages.pictures import paths
from factpress.pages.pictures.outlines import Area, Point, rings
from factpress.pages.pictures.projection import Projection

_EDGE = 6.0
"""How far beyond the drawing its land goes, so that no cut is seen."""
_CLOSEST = 0.7
_SEAM = 179.985


@dataclass(frozen=True, slots=True)
class Land:
    """The land of a map: the countries that its places are in, others, and the borders of all."""

    home: str
    abroad: str
    borders: str


@lru_cache(maxsize=512)
def land(projection: Projection, width: float, height: float, home: frozenset[int]) -> Land:
    """What a drawing of this size shows of the land."""
    (west, north), (east, south) = _degrees(projection, -_EDGE, -_EDGE), _degrees(
        projection, width + _EDGE, height + _EDGE
    )
    visible = Area(west, south, east, north)
    fills: dict[bool, list[str]] = {True: [], False: []}
    borders: list[str] = []
    for ring in rings():
        for turn in (-360.0, 0.0, 360.0):
            area = Area(ring.area.west + turn, ring.area.south, ring.area.east + turn, ring.area.north)
            if not area.meets(visible):
                continue
            points = [(x + turn, y) for x, y in ring.points]
            shape = _thinned([projection.xy(point) for point in _clipped(points, visible)])
            if len(shape) > 2:
                fills[ring.country in home].append(paths.polygon(shape))
            for line in _borders(points, visible):
                thin = _thinned([projection.xy(point) for point in line])
                if len(thin) > 2:
                    borders.append(paths.polyline(thin))
    return Land("".join(fills[True]), "".join(fills[False]), "".join(borders))


def _degrees(projection: Projection, x: float, y: float) -> Point:
    across = projection.scale * projection.squeeze
    return projection.area.west + (x - projection.left) / across, projection.area.north - (
        y - projection.top
    ) / projection.scale


def _thinned(points: Sequence[Point]) -> list[Point]:
    """The points without those so close to the one before that no one sees them."""
    kept: list[Point] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= _CLOSEST:
            kept.append(point)
    return kept


def _borders(points: Sequence[Point], visible: Area) -> Iterator[Sequence[Point]]:
    """The visible lines of an outline, without the seam along the 180th meridian, which is no border."""
    line: list[Point] = []
    for start, end in pairwise([*points, points[0]]):
        is_seam = abs(start[0] % 360 - 180) < 180 - _SEAM and abs(end[0] % 360 - 180) < 180 - _SEAM
        box = Area(min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1]))
        if is_seam or not box.meets(visible):
            if line:
                yield line
            line = []
        else:
            line = [*(line or [start]), end]
    if line:
        yield line


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
