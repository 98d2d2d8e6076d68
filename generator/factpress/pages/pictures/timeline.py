"""A timeline as a drawing: marks in lanes above an axis, the days that a claim allows, and what is outside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

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
_LOWEST = 100
_BELOW = 42.0
"""What the labels of ticks need below the axis."""
_MOST_LABELLED = 60
_MANY = 120
"""More events than these are placed with fewer tries."""
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


def drawn(events: Sequence[Event], proofs: Sequence[Proof], frame: Frame) -> Drawing:
    """The drawing of events, at least one of which has a date with a beginning or an end."""
    shown = [event for event in events if not event.is_series]
    proof = proofs[0] if proofs else None
    reaches = [event.reach for event in shown]
    if proof:
        reaches += [(proof.first, proof.first), (proof.last, proof.last), (proof.reach[0], proof.reach[0])]
    axis = axis_of(reaches, left=_LEFT, right=_RIGHT)
    grows = frame.grows and len(shown) <= _MANY
    heights = range(_LOWEST, frame.height + 1, int(_PITCH)) if grows else [frame.height]
    for height in heights:
        layout = _laid(shown, proof, axis, height, frame, is_last=height + _PITCH > frame.height)
        if layout.is_complete:
            break
    return layout.drawing


@dataclass(frozen=True, slots=True)
class _Layout:
    drawing: Drawing
    is_complete: bool


def _laid(
    events: Sequence[Event], proof: Proof | None, axis: Axis, height: int, frame: Frame, *, is_last: bool
) -> _Layout:
    baseline = height - _BELOW
    top, scene = _scene(proof, axis, baseline, is_low=frame.height < 200) if proof else (2.0, _Scene())
    count = max(int((baseline - 4 - top) // _PITCH), 1)
    lanes = Lanes(count, top, _PITCH, _LEFT - 6, _RIGHT + 6, scene.taken)
    spans = [axis.span(*event.reach) for event in events]
    labels = [cut(event.label, SIZE, _MOST_LABEL) for event in events]
    items = [Item(*span, width(label, SIZE)) for span, label in zip(spans, labels, strict=True)]
    first = _most_telling(events, proof)
    places = _places(items, first, lanes, is_all=not is_last)
    if is_last and None in places and count > 1:
        # The boxes that count what has no room of its own take the lowest lane.
        places = _places(items, first, replace(lanes, count=count - 1))
    found = list(zip(events, items, labels, places, strict=True))
    placed = [(event, item, label, place) for event, item, label, place in found if place]
    marks = [_mark(event, item, label, lanes, place) for event, item, label, place in placed]
    stems = [(item.middle, lanes.y(place.lane) + 6) for _, item, _, place in placed]
    days = list(ticks(axis, [day for event in events for day in event.reach if day is not None]))
    tick_marks = [[(tick.x, baseline), (tick.x, baseline + (6 if tick.label else 4))] for tick in days]
    cuts = [[(x + n - 3, baseline + 6), (x + n + 3, baseline - 6)] for x in axis.cuts for n in (-4, 4)]
    drawing = Drawing(
        height,
        axis=_lines([[(each.left, baseline), (each.right, baseline)] for each in axis.segments] + tick_marks + cuts),
        stems=_lines([(x, y), (x, baseline)] for x, y in stems if y < baseline),
        windows=scene.windows,
        brackets=scene.brackets,
        texts=[*scene.texts, *_tick_labels(days, baseline)],
        marks=marks,
        more=list(_more([(event, item.middle) for event, item, _, place in found if place is None], baseline)),
        forms=[event.form for event in events],
        has_spans=any(not event.is_uncertain and _is_wide(item) for event, item, _, _ in found),
        has_uncertain=any(event.is_uncertain for event in events),
    )
    return _Layout(drawing, len(placed) == len(found) and all(mark.label for mark in marks))


def _most_telling(events: Sequence[Event], proof: Proof | None) -> list[int]:
    """The numbers of events, those first that need a label most: of a proof, certain, with many claims."""
    proved = {claim.id for claim in (proof.claim, *proof.outside)} if proof else set()

    def worth(n: int) -> tuple[bool, bool, bool, int, int]:
        event = events[n]
        in_proof = any(claim.id in proved for claim in event.claims)
        return not in_proof, event.is_statement, event.is_uncertain, -len(event.claims), n

    return sorted(range(len(events)), key=worth)


def _places(items: Sequence[Item], first: Sequence[int], lanes: Lanes, *, is_all: bool = False) -> list[Placed | None]:
    """The places of items: as many of the first as possible with labels, the others without, or nowhere.

    With `is_all` it only tries to give a label to each.
    """
    rank = {n: at for at, n in enumerate(first)}
    most = min(len(items), _MOST_LABELLED)
    best: tuple[float, list[Placed | None]] = (-1.0, [])
    for count in [len(items)] if is_all else [*range(most, 0, -max(most // (20 if len(items) <= _MANY else 4), 1)), 0]:
        order = [*sorted(first[:count]), *sorted(first[count:])]
        tried = [items[n] if at < count else replace(items[n], label=0.0) for at, n in enumerate(order)]
        for step in (1, 0):
            found = dict(zip(order, replace(lanes, step=step).place(tried), strict=True))
            worth = sum(_worth(items[n], place, rank[n]) for n, place in found.items())
            if worth > best[0] + 1e-9:
                best = worth, [found[n] for n in range(len(items))]
        if count == len(items) and all(p and p.has_label(i) for p, i in zip(best[1], items, strict=True)):
            break
    return best[1]


def _worth(item: Item, place: Placed | None, rank: int) -> float:
    """What a place is worth: a label most, a mark a third of it; and more the more telling the event is."""
    return 0.0 if place is None else (1.0 if place.has_label(item) else 0.35) / (1 + rank / 6)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a proof draws behind the events."""

    windows: Sequence[str] = ()
    brackets: Sequence[str] = ()
    texts: Sequence[Words] = ()
    taken: Sequence[Box] = ()


def _scene(proof: Proof, axis: Axis, baseline: float, *, is_low: bool) -> tuple[float, _Scene]:
    """The days that a claim allows and the bracket above those of the others; first, where the lanes begin."""
    top = 24.0 if is_low else 30.0
    left, right = axis.span(proof.first, proof.last)
    lines = [f"{proof.allows_briefly}: {proof.none}"] if is_low else [proof.allows_briefly, proof.none_of]
    middle = (left + right) / 2
    texts = []
    for n, line in enumerate(lines, start=1):
        css = "fp-middle fp-strong" if n == len(lines) else "fp-middle"
        texts.append(_text(middle, top + 16 * n, cut(line, SIZE, max(right - left - 4, 60.0)), css))
    start, end = axis.span(*proof.reach)
    bracket = paths.polyline([(start, top - 2), (start, top - 9), (end, top - 9), (end, top - 2)])
    half = width(proof.where_they_are, SIZE) / 2
    at = min(max((start + end) / 2, _LEFT + half), _RIGHT - half)
    texts.append(_text(at, top - 13, proof.where_they_are, "fp-middle"))
    taken = [Box(left, top, right, top + 16 * len(lines) + 4)]
    return top, _Scene([paths.rectangle(left, top, right, baseline)], [bracket], texts, taken)


def _lines(lines: Iterable[Sequence[paths.Point]]) -> str:
    return "".join(map(paths.polyline, lines))


def _text(x: float, y: float, text: str, css: str = "") -> Words:
    return Words(paths.number(x), paths.number(y), text, css)


def _is_wide(item: Item) -> bool:
    return item.right - item.left > 3


def _mark(event: Event, item: Item, label: str, lanes: Lanes, place: Placed) -> Mark:
    y = lanes.y(place.lane)
    is_wide = _is_wide(item)
    shape = paths.pill(item.left, item.right, y) if is_wide else paths.mark(event.form, item.middle, y)
    css = f"fp-form fp-form-{event.form}"
    css += " fp-uncertain" if event.is_uncertain else ""
    words = None
    is_inside = not place.side and place.has_label(item)
    left, right = item.left - _TOUCH, item.right + _TOUCH
    if place.side > 0:
        words = _text(item.right + 6 + GAP, y + 4, label)
        right = item.right + 8 + GAP + item.label
    elif is_inside:
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
        shape = paths.rectangle(middle - _MORE / 2 + 1, baseline - 20, middle + _MORE / 2 - 1, baseline - 2)
        says = f"{counted(len(events), 'more event')} from {events[0].when.in_words()} on"
        yield More(events[0], shape, _text(middle, baseline - 7, f"+{len(events)}", "fp-middle"), says)


def _tick_labels(found: Sequence[Tick], baseline: float) -> Iterator[Words]:
    """The labels of ticks; a line below that would leave the drawing on the right ends there."""
    for tick in found:
        half = width(tick.label, SIZE) / 2
        if tick.label:
            yield _text(min(max(tick.x, half), WIDTH - half), baseline + 18, tick.label, "fp-middle fp-quiet")
        if tick.below:
            whole = width(tick.below, SIZE)
            yield _text(min(max(tick.x - 6, 0), WIDTH - whole), baseline + 34, tick.below, "fp-quiet")
