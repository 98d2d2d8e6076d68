"""From degrees to pixels, and how large a map's area is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, log10, radians

from factpress.pages.pictures.outlines import Area, Point, rings

_KM = 111.195
"""A degree of a great circle, in kilometres."""
_LEAST, _PAD = 4.0, 0.14
_WIDEST_COUNTRY = 14.0
"""A country wider than so many degrees is not shown whole."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Equirectangular, true to scale along the middle of its area: a map of a region needs no other."""

    area: Area
    left: float
    top: float
    scale: float
    """Pixels a degree from south to north."""

    @property
    def squeeze(self) -> float:
        """How much shorter a degree from west to east is in the middle of the area."""
        return _squeeze(self.area)

    def xy(self, point: Point) -> Point:
        """Where a point is, in pixels."""
        x = self.left + (point[0] - self.area.west) * self.scale * self.squeeze
        return x, self.top + (self.area.north - point[1]) * self.scale

    @property
    def km(self) -> float:
        """Pixels a kilometre."""
        return self.scale / _KM


def fitted(area: Area, *, left: float, top: float, width: float, height: float) -> Projection:
    """The projection with which an area fills as much as it can of a rectangle, in whose middle it is."""
    squeeze = _squeeze(area)
    across, down = (area.east - area.west) * squeeze, area.north - area.south
    scale = min(width / across, height / down)
    return Projection(area, left + (width - across * scale) / 2, top + (height - down * scale) / 2, scale)


def _squeeze(area: Area) -> float:
    return max(cos(radians((area.south + area.north) / 2)), 0.05)


def unrolled(points: Sequence[Point]) -> list[Point]:
    """Points with their longitudes in one run, across the 180th meridian where that is shorter; within 0 to 540."""
    around = sorted({x % 360 for x, _ in points})
    widest = max(range(len(around)), key=lambda n: (around[n] - (around[n - 1] if n else around[-1] - 360), -n))
    first = around[widest]
    turn = 360 if first >= 180 else 0
    return [(x % 360 + (0 if x % 360 >= first else 360) - turn, y) for x, y in points]


def area_of(points: Iterable[Point], *, least: float) -> Area:
    """The area of points, at least so many degrees high, with room at its edges for marks."""
    held = list(points)
    west, east = min(x for x, _ in held), max(x for x, _ in held)
    south, north = min(y for _, y in held), max(y for _, y in held)
    middle = (south + north) / 2
    squeeze = max(cos(radians(middle)), 0.05)
    across = max((east - west) * (1 + 2 * _PAD), least / squeeze)
    down = max((north - south) * (1 + 2 * _PAD), least)
    x = (west + east) / 2
    return Area(x - min(across, 360) / 2, middle - down / 2, x + min(across, 360) / 2, middle + down / 2)


def area_with_countries(points: Sequence[Point]) -> tuple[Area, frozenset[int]]:
    """The area of a map of points, and the countries that they are in; a country that is not too wide is whole."""
    area, home, is_cut = area_of(points, least=_LEAST), set(), False
    for country, found in dict.fromkeys(piece for point in points for piece in _pieces_at(point)):
        home.add(country)
        across, down = found.east - found.west, found.north - found.south
        if max(across * _squeeze(found), down) > _WIDEST_COUNTRY:
            is_cut = True
            continue
        edge = 0.03 * max(across, down)
        around = Area(found.west - edge, found.south - edge, found.east + edge, found.north + edge)
        area = area.with_area(around)
    # The inside of a large country has no outline that would say where one is.
    return area.with_area(area_of(points, least=_WIDEST_COUNTRY)) if is_cut else area, frozenset(home)


@lru_cache(maxsize=4096)
def _pieces_at(point: Point) -> tuple[tuple[int, Area], ...]:
    """The pieces of countries that a point is in, by the country's number and the area of the piece."""
    x, y = point
    return tuple(
        (ring.country, Area(ring.area.west + turn, ring.area.south, ring.area.east + turn, ring.area.north))
        for ring in rings()
        for turn in (-360.0, 0.0, 360.0)
        if ring.holds((x - turn, y))
    )


def round_length(most: float) -> tuple[float, str]:
    """The longest round length of at most so many kilometres, and its words."""
    power = 10.0 ** int(log10(most) // 1)
    km = max(step * power for step in (1, 2, 5) if step * power <= most * 1.0000001)
    return km, f"{km:,.0f} km" if km >= 1 else f"{km * 1000:,.0f} m"
