"""Outlines of countries: Natural Earth's, in the public domain, as `requirements/outlines.py` writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

Point = tuple[float, float]
_FILE = Path(__file__).parent / "outlines.json"


@dataclass(frozen=True, slots=True)
class Area:
    """From west to east and from south to north, in degrees; the east may be beyond 180."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, point: Point) -> bool:
        """Whether a point is in the area."""
        return self.west <= point[0] <= self.east and self.south <= point[1] <= self.north

    def meets(self, other: Area) -> bool:
        """Whether two areas have anything in common."""
        across = self.west <= other.east and other.west <= self.east
        return across and self.south <= other.north and other.south <= self.north

    def with_area(self, other: Area) -> Area:
        """The smallest area that holds both."""
        return Area(
            min(self.west, other.west),
            min(self.south, other.south),
            max(self.east, other.east),
            max(self.north, other.north),
        )


@dataclass(frozen=True, slots=True)
class Ring:
    """A piece of a country: its outline, and the area that it is in."""

    country: int
    points: Sequence[Point]
    area: Area

    def holds(self, point: Point) -> bool:
        """Whether a point is in the piece: whether a line to the east crosses its outline an odd number of times."""
        if not self.area.holds(point):
            return False
        x, y = point
        inside = False
        for (x1, y1), (x2, y2) in zip(self.points, [*self.points[1:], self.points[0]], strict=True):
            if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
                inside = not inside
        return inside


@dataclass(frozen=True, slots=True)
class Line:
    """A border between two countries, or a coast, and the area that it is in."""

    points: Sequence[Point]
    area: Area


@cache
def lines() -> Sequence[Line]:
    """Every border and coast, once."""
    return [Line(points, _around(points)) for points in _held()[0]]


@cache
def rings() -> Sequence[Ring]:
    """Every piece of every country, in one run across the 180th meridian."""
    arcs, countries = _held()
    found = []
    for number, country in enumerate(countries):
        for ring in country:
            points: list[Point] = []
            for arc in ring:
                line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
                turn = 360 * round((points[-1][0] - line[0][0]) / 360) if points else 0
                # Each arc begins where the one before ends.
                points = [*points[:-1], *((x + turn, y) for x, y in line)]
            if abs(points[-1][0] - points[0][0]) > 180:
                # Antarctica goes once around: it is closed below.
                points += [(points[-1][0], -90.0), (points[0][0], -90.0)]
            found.append(Ring(number, points, _around(points)))
    return found


@cache
def _held() -> tuple[Sequence[Sequence[Point]], Sequence[Sequence[Sequence[int]]]]:
    """The arcs, and the rings of each country by the numbers of their arcs; a negative one is run backwards."""
    held = json.loads(_FILE.read_text("utf-8"))
    return [list(_positions(arc, held["steps"])) for arc in held["arcs"]], held["countries"]


def _around(points: Sequence[Point]) -> Area:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Area(min(xs), min(ys), max(xs), max(ys))


def _positions(arc: Sequence[int], steps: int) -> Iterator[Point]:
    xs, ys = accumulate(arc[::2]), accumulate(arc[1::2])
    return ((x / steps, y / steps) for x, y in zip(xs, ys, strict=True))
