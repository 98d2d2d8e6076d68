"""Shapes as the data of SVG paths; numbers have at most one digit after the point."""

from __future__ import annotations

from collections.abc import Iterable

from factpress.pages.pictures.shapes import Form

Point = tuple[float, float]


def number(value: float) -> str:
    """A number as SVG reads it, the same on every machine."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def polygon(points: Iterable[Point]) -> str:
    """A closed shape."""
    return polyline(points) + "Z"


def polyline(points: Iterable[Point]) -> str:
    """A line through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def rectangle(left: float, top: float, right: float, bottom: float) -> str:
    """A rectangle."""
    return polygon([(left, top), (right, top), (right, bottom), (left, bottom)])


def mark(form: Form, x: float, y: float, *, size: float = 6) -> str:
    """The mark of an event; all forms look about as large as a circle with this radius."""
    if form == "square":
        side = size * 0.88
        return rectangle(x - side, y - side, x + side, y + side)
    if form == "triangle":
        return polygon([(x, y - size * 1.15), (x + size * 1.15, y + size * 0.9), (x - size * 1.15, y + size * 0.9)])
    if form == "diamond":
        return polygon([(x, y - size * 1.2), (x + size * 1.2, y), (x, y + size * 1.2), (x - size * 1.2, y)])
    radius, across = number(size), number(2 * size)
    return f"M{number(x - size)} {number(y)}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 -{across} 0Z"


def pill(left: float, right: float, y: float, *, size: float = 5) -> str:
    """A bar with round ends, for a time between two days."""
    radius, across = number(size), number(right - left)
    return (
        f"M{number(left)} {number(y - size)}h{across}a{radius} {radius} 0 0 1 0 {number(2 * size)}"
        f"h-{across}a{radius} {radius} 0 0 1 0 -{number(2 * size)}Z"
    )
