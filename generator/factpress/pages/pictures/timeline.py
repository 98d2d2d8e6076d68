"""A timeline as a drawing: marks in lanes above an axis, the days that a claim allows, and what is outside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factpress.findings import counted
from factpress.pages.pictures import paths
from factpress.pages.pictures.axis import Axis, Tick, axis_of, ticks
from factpress.pages.pictures.events import Event
from factpress.pages.pictures.lanes import GAP, Box, Item, Lanes, Placed, cut, width
from factpress.pages.pictures.proofs import Proof
from factpress.pages.pictures.shapes import Form

SIZE = 12.0
"""The size of its text, at which it is still above 11 pixels where the drawing is a little narrower."""
WIDTH = 640
_PITCH = 24.0
_LEFT, _RIGHT = 6.0, 634.0
_MOST_LABEL = 230.0
_MORE = 30.0
_TOUCH = 12.0


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the drawing, with the class of what it is."""

    x: str
    y: str
    text: str
    css: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """An event as it is drawn: its shape, what a finger touches, and its label."""

    event: Event
    shape: str
    touch: str
    css: str
    label: Words | None


@dataclass(frozen=True, slots=True)
class More:
    """Events that have no room of their own, by the first of them."""

    event: Event
    shape: str
    words: Words
    says: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, as paths and texts; the template only writes it out."""

    height: int
    axis: str = ""
    tick_marks: str = ""
    cuts: str = ""
    stems: str = ""
    windows: Sequence[str] = ()
    brackets: Sequence[str] = ()
    texts: Sequence[Words] = ()
    marks: Sequence[Mark] = ()
    more: Sequence[More] = ()
    forms: Sequence[Form] = field(default=())
    has_spans: bool = False
    has_uncertain: bool = False
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Frame:
    """How high a timeline is: so high, or as high as its events need up to that height."""

    height: int
    grows: bool = False
    legend: bool = True


def drawn(events: Sequence[Event], proofs: Sequence[Proof], frame: Frame) -> Drawing:
    """The drawing of events, at least one of which has a date with a beginning or an end."""
    shown = [event for event in events if not event.is_series]
    proof = proofs[0] if proofs else None
    reaches = [event.reach for event in shown]
    if proof:
        reaches += [(proof.first, proof.first), (proof.last, proof.last), (proof.reach[0], proof.reach[0])]
    axis = axis_of(reaches, left=_LEFT, right=_RIGHT)
    if not frame.grows:
        return _in(frame.height, frame, shown, proof, axis)
    best = None
    for height in range(124 if len(shown) == 1 else 172, frame.height + 1, int(_PITCH)):
        best = _in(height, frame, shown, proof, axis)
        if not best.more and all(mark.label for mark in best.marks):
            break
    assert best is not None
    return best


def _in(height: int, frame: Frame, events: Sequence[Event], proof: Proof | None, axis: Axis) -> Drawing:
    baseline = height - (76.0 if frame.legend else 42.0)
    texts: list[Words] = []
    windows: list[str] = []
    brackets: list[str] = []
    taken: list[Box] = []
    top = 4.0
    if proof:
        top = 30.0
        left, right = axis.span(proof.first, proof.last)
        room = max(right - left - 8, 60.0)
        windows.append(paths.rectangle(left, top, right, baseline))
        lines = [proof.allows.rpartition(" ")[0] if proof.allows[-4:].isdigit() else proof.allows, proof.none_of]
        for n, line in enumerate(lines):
            y = top + 16 + 16 * n
            css = "fp-middle fp-strong" if n else "fp-middle"
            texts.append(_text((left + right) / 2, y, cut(line, SIZE, room), css))
        taken.append(Box(left, top, right, top + 16 * len(lines) + 4))
        start, end = axis.span(*proof.reach)
        brackets.append(paths.polyline([(start, top - 2), (start, top - 9), (end, top - 9), (end, top - 2)]))
        words = proof.where_they_are
        half = width(words, SIZE) / 2
        middle = min(max((start + end) / 2, _LEFT + half), _RIGHT - half)
        texts.append(_text(middle, top - 14, words, "fp-middle"))
    lanes = Lanes(max(int((baseline - 6 - top) // _PITCH), 1), top, _PITCH, _LEFT - 6, _RIGHT + 6, taken)
    spans = [axis.span(*event.reach) for event in events]
    labels = [cut(event.label, SIZE, _MOST_LABEL) for event in events]
    items = [Item(*span, width(label, SIZE)) for span, label in zip(spans, labels, strict=True)]
    places = list(lanes.place(items))
    found = list(zip(events, items, labels, places, strict=True))
    marks = [_mark(event, item, label, lanes, place) for event, item, label, place in found if place]
    stems = [(item.middle, lanes.y(place.lane) + 6) for _, item, _, place in found if place]
    unplaced = [(event, item.middle) for event, item, _, place in found if place is None]
    texts += _tick_labels(found_ticks := list(ticks(axis, [each for event in events for each in _ends(event)])), baseline)
    return Drawing(
        height,
        axis="".join(paths.polyline([(each.left, baseline), (each.right, baseline)]) for each in axis.segments),
        tick_marks="".join(
            paths.polyline([(tick.x, baseline), (tick.x, baseline + (6 if tick.label else 4))]) for tick in found_ticks
        ),
        cuts="".join(
            paths.polyline([(x + shift - 3, baseline + 6), (x + shift + 3, baseline - 6)])
            for x in axis.cuts
            for shift in (-4, 4)
        ),
        stems="".join(paths.polyline([(x, y), (x, baseline)]) for x, y in stems if y < baseline),
        windows=windows,
        brackets=brackets,
        texts=texts,
        marks=marks,
        more=list(_more(unplaced, baseline)),
        forms=[event.form for event in events],
        has_spans=any(not event.is_uncertain and _is_wide(item) for event, item, _, _ in found),
        has_uncertain=any(event.is_uncertain for event in events),
    )


def _text(x: float, y: float, text: str, css: str = "") -> Words:
    return Words(paths.number(x), paths.number(y), text, css)


def _ends(event: Event) -> Iterator[int]:
    yield from (day for day in event.reach if day is not None)


def _is_wide(item: Item) -> bool:
    return item.right - item.left > 3


def _mark(event: Event, item: Item, label: str, lanes: Lanes, place: Placed) -> Mark:
    y = lanes.y(place.lane)
    is_wide = _is_wide(item)
    shape = paths.pill(item.left, item.right, y) if is_wide else paths.mark(event.form, item.middle, y)
    css = f"fp-form fp-form-{event.form}"
    css += " fp-uncertain" if event.is_uncertain else ""
    words = None
    left, right = item.left - _TOUCH, item.right + _TOUCH
    if place.side > 0:
        words = _text(item.right + 6 + GAP, y + 4, label)
        right = item.right + 8 + GAP + item.label
    elif item.right - item.left > item.label + 16:
        words = _text(item.middle, y + 4, label, "fp-middle")
    elif place.side < 0:
        words = _text(item.left - 6 - GAP, y + 4, label, "fp-end")
        left = item.left - 8 - GAP - item.label
    return Mark(event, shape, paths.rectangle(left, y - _TOUCH, right, y + _TOUCH), css, words)


def _more(unplaced: Sequence[tuple[Event, float]], baseline: float) -> Iterator[More]:
    """The events without room, counted in boxes on the axis, each of which leads to the first in the list."""
    boxes: dict[int, list[Event]] = {}
    for event, x in unplaced:
        boxes.setdefault(int(x // _MORE), []).append(event)
    for n, events in boxes.items():
        middle = min(max(n * _MORE + _MORE / 2, _LEFT + _MORE / 2), _RIGHT - _MORE / 2)
        shape = paths.rectangle(middle - _MORE / 2 + 1, baseline - 9, middle + _MORE / 2 - 1, baseline + 9)
        says = f"{counted(len(events), 'more event')} from {events[0].when.in_words()} on"
        yield More(events[0], shape, _text(middle, baseline + 4, f"+{len(events)}", "fp-middle"), says)


def _tick_labels(found: Sequence[Tick], baseline: float) -> Iterator[Words]:
    """The labels of ticks; a line below that would leave the drawing on the right ends there."""
    for tick in found:
        half = width(tick.label, SIZE) / 2
        if tick.label:
            yield _text(min(max(tick.x, half), WIDTH - half), baseline + 18, tick.label, "fp-middle fp-quiet")
        if tick.below:
            whole = width(tick.below, SIZE)
            yield _text(min(max(tick.x - 6, 0), WIDTH - whole), baseline + 34, tick.below, "fp-quiet")
