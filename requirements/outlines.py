"""Writes the outlines of countries that maps are drawn with: `make outlines`.

They are Natural Earth's countries at 1:50 million, in the public domain, as the package `world-atlas` has them. Every
border is kept once, simplified to what a map of a few hundred pixels can show, and written as whole hundredths of a
degree, each as the difference from the one before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
ATLAS = HERE.parent / ".node" / "outlines" / "node_modules" / "world-atlas" / "countries-50m.json"
OUTLINES = HERE.parent / "generator" / "factpress" / "pages" / "pictures" / "outlines.json"
ABOUT = "Natural Earth 4.1.0, countries 1:50m, public domain; made by requirements/outlines.py: do not edit."
STEPS = 100
"""How many steps a degree has."""
TOLERANCE = 0.025
"""How far a simplified border may be from the real one, in degrees."""
SMALLEST = 0.02
"""The area of the smallest island that is kept, in square degrees; each country keeps its largest piece."""

Point = tuple[float, float]
Line = Sequence[Point]


def main() -> None:
    """Writes the file."""
    topology = json.loads(ATLAS.read_text("utf-8"))
    arcs = [list(_positions(arc, topology["transform"])) for arc in topology["arcs"]]
    countries = [rings for each in topology["objects"]["countries"]["geometries"] if (rings := _kept(each, arcs))]
    used = sorted({_index(arc) for rings in countries for ring in rings for arc in ring})
    number = {arc: n for n, arc in enumerate(used)}
    renumbered = [
        [[number[arc] if arc >= 0 else ~number[~arc] for arc in ring] for ring in rings] for rings in countries
    ]
    made = {
        "about": ABOUT,
        "steps": STEPS,
        "arcs": [list(_differences(_simplified(arcs[arc]))) for arc in used],
        "countries": renumbered,
    }
    OUTLINES.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")


def _index(arc: int) -> int:
    """The number of an arc; a negative one is run backwards."""
    return arc if arc >= 0 else ~arc


def _positions(arc: Sequence[Sequence[int]], transform: dict[str, Sequence[float]]) -> Iterator[Point]:
    """The positions of an arc in degrees, in one run across the 180th meridian; TopoJSON writes differences."""
    (x_scale, y_scale), (x_start, y_start) = transform["scale"], transform["translate"]
    x = y = turn = 0
    before: float | None = None
    for dx, dy in arc:
        x, y = x + dx, y + dy
        degrees = x * x_scale + x_start
        if before is not None and abs(degrees - before) > 180:
            turn += -360 if degrees > before else 360
        before = degrees
        yield degrees + turn, y * y_scale + y_start


def _kept(geometry: dict[str, list[list[list[int]]]], arcs: Sequence[Line]) -> list[list[int]]:
    """The outer rings of a country's pieces, without those that no map would show."""
    pieces = [geometry["arcs"]] if str(geometry["type"]) == "Polygon" else geometry["arcs"]
    # The outline is the longest ring; the others are lakes or enclaves, and around Antarctica the pole itself.
    rings = [max(piece, key=lambda ring: sum(len(_run(arc, arcs)) for arc in ring)) for piece in pieces]  # type: ignore[misc]
    areas = [abs(sum(_area(_run(arc, arcs)) for arc in ring)) for ring in rings]
    return [ring for ring, area in zip(rings, areas, strict=True) if area >= min(SMALLEST, max(areas))]


def _run(arc: int, arcs: Sequence[Line]) -> Line:
    return arcs[arc] if arc >= 0 else arcs[~arc][::-1]


def _area(line: Line) -> float:
    """What a line adds to the area of a ring, below it."""
    return sum((next_x - x) * (y + next_y) / 2 for (x, y), (next_x, next_y) in pairwise(line))


def _simplified(line: Line) -> Line:
    """The line with the points that matter, by Douglas and Peucker (1973); a closed one is cut where it is farthest."""
    if line[0] == line[-1] and len(line) > 3:
        middle = max(range(len(line)), key=lambda n: _distance(line[n], line[0], line[0]))
        return [*_simplified(line[: middle + 1]), *_simplified(line[middle:])[1:]]
    kept, pairs = {0, len(line) - 1}, [(0, len(line) - 1)]
    while pairs:
        start, end = pairs.pop()
        between = range(start + 1, end)
        farthest = max(between, key=lambda n: _distance(line[n], line[start], line[end]), default=None)
        if farthest is not None and _distance(line[farthest], line[start], line[end]) > TOLERANCE:
            kept.add(farthest)
            pairs += [(start, farthest), (farthest, end)]
    return [line[n] for n in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """How far a point is from the line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = max(0.0, min(1.0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length)) if length else 0.0
    return float(((x - x1 - along * (x2 - x1)) ** 2 + (y - y1 - along * (y2 - y1)) ** 2) ** 0.5)


def _differences(line: Line) -> Iterator[int]:
    """Whole steps, each the difference from the one before; points that fall together are one."""
    x = y = 0
    for n, point in enumerate(line):
        dx, dy = round(point[0] * STEPS) - x, round(point[1] * STEPS) - y
        if dx or dy or n == 0:
            yield from (dx, dy)
        x, y = x + dx, y + dy


if __name__ == "__main__":
    main()
