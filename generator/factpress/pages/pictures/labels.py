"""Labels of places on a map: beside their marks, on the first side where they cover nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress.pages.pictures import paths
from factpress.pages.pictures.lanes import Box, cut, width
from factpress.pages.pictures.places import Place
from factpress.pages.words import names

SIZE = 13.0
"""The size of its text: 11 pixels where a map is as narrow as the narrowest phone."""
_LINE = 15.0
_MOST = 180.0
_LEAST = 60.0
_MARK = 5.5
_TOUCH = 12.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Places at one point of the drawing."""

    places: tuple[Place, ...]
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a label."""

    x: str
    y: str
    text: str
    css: str


@dataclass(frozen=True, slots=True)
class Label:
    """A mark with the lines of its label; without any where there is no room."""

    places: tuple[Place, ...]
    shape: str
    touch: str
    css: str
    lines: Sequence[Line]


def placed(spots: Sequence[Spot], inside: Box, taken: Sequence[Box]) -> list[Label]:
    """The marks and labels of spots in an area where some boxes are taken; own places get their labels first."""
    marks = [Box(spot.x - 7, spot.y - 7, spot.x + 7, spot.y + 7) for spot in spots]
    boxes = list(taken)
    found: dict[int, Label] = {}
    for n in sorted(range(len(spots)), key=lambda n: (not spots[n].places[0].is_own, n)):
        others = [*boxes, *marks[:n], *marks[n + 1 :]]
        texts = _texts(spots[n])
        free = (
            each
            for may_cut in (False, True)
            for count in range(len(texts), 0, -1)
            for each in _sides(spots[n], texts[:count], inside, may_cut=may_cut)
            if _is_in(each[0], inside) and not any(each[0].meets(other) for other in others)
        )
        box, lines = next(free, (marks[n], []))
        if lines:
            boxes.append(box)
        found[n] = _label(spots[n], lines)
    return [found[n] for n in range(len(spots))]


def _texts(spot: Spot) -> list[tuple[str, str]]:
    """The lines of a label, each with its class."""
    first, *others = spot.places
    name = names.short_name(first.entity) + (f" and {len(others)} more" if others else "")
    texts = [(name, "fp-strong" if first.is_own else "fp-quiet")]
    return [*texts, (first.dates, "fp-quiet")] if first.dates and not others else texts


def _sides(
    spot: Spot, texts: Sequence[tuple[str, str]], inside: Box, *, may_cut: bool
) -> Iterator[tuple[Box, list[Line]]]:
    """A label to the right of its mark, to the left, below and above, as wide as there is room."""
    high = _LINE * len(texts)
    aside, top = _MARK + 5, spot.y - high / 2
    around = 2 * min(spot.x - inside.left, inside.right - spot.x)
    starts = [
        ("", spot.x + aside, 0.0, top, inside.right - spot.x - aside),
        ("fp-end", spot.x - aside, 1.0, top, spot.x - aside - inside.left),
        ("fp-middle", spot.x, 0.5, spot.y + _MARK + 3, around),
        ("fp-middle", spot.x, 0.5, spot.y - _MARK - 3 - high, around),
    ]
    for anchor, x, share, upper, room in starts:
        # A name may be cut; a date may not.
        whole = texts[1:] if may_cut else texts
        if room < _LEAST or any(width(text, SIZE) * _wider(css) > min(room, _MOST) for text, css in whole):
            continue
        fitting = [(cut(text, SIZE, min(room, _MOST) / _wider(css)), css) for text, css in texts]
        across = max(width(text, SIZE) * _wider(css) for text, css in fitting)
        lines = [
            Line(paths.number(x), paths.number(upper + 12 + _LINE * n), text, " ".join(filter(None, (anchor, css))))
            for n, (text, css) in enumerate(fitting)
        ]
        left = x - across * share
        yield Box(left, upper, left + across, upper + high), lines


def _wider(css: str) -> float:
    return 1.04 if css == "fp-strong" else 1.0


def _is_in(box: Box, inside: Box) -> bool:
    across = inside.left <= box.left and box.right <= inside.right
    return across and inside.top <= box.top and box.bottom <= inside.bottom


def _label(spot: Spot, lines: Sequence[Line]) -> Label:
    first = spot.places[0]
    css = f"fp-form fp-form-{first.form}" + ("" if first.is_own else " fp-dim")
    touch = paths.rectangle(spot.x - _TOUCH, spot.y - _TOUCH, spot.x + _TOUCH, spot.y + _TOUCH)
    return Label(spot.places, paths.mark(first.form, spot.x, spot.y, size=_MARK), touch, css, lines)
