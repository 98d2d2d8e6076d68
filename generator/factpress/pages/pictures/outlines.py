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


@cache
def rings() -> Sequence[Ring]:
    """Every piece of every country."""
    held = json.loads(_FILE.read_text("utf-8"))
    steps = held["steps"]
    lines = [list(_positions(arc, steps)) for arc in held["arcs"]]
    found = []
    for number, country in enumerate(held["countries"]):
        for arcs in country:
            # Each arc begins where the one before ends.
            points = [point for arc in arcs for point in (lines[arc] if arc >= 0 else lines[~arc][::-1])[:-1]]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            found.append(Ring(number, points, Area(min(xs), min(ys), max(xs), max(ys))))
    return found


def _positions(arc: Sequence[int], steps: int) -> Iterator[Point]:
    xs, ys = accumulate(arc[::2]), accumulate(arc[1::2])
    return ((x / steps, y / steps) for x, y in zip(xs, ys, strict=True))
