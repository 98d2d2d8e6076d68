"""Where labels go: each beside its mark, in lanes, so that none covers another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_NARROW, _WIDE = frozenset("iljtfrI.,:;'’|!()[] -"), frozenset("mwMW%@—")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have any point in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def width(text: str, size: float) -> float:
    """About how wide a text is in a sans-serif typeface; rather too wide than too narrow."""
    return sum(
        size * (0.36 if each in _NARROW else 0.92 if each in _WIDE else 0.72 if each.isupper() else 0.62)
        for each in text
    )


def cut(text: str, size: float, room: float) -> str:
    """A text that has at most so much room; a longer one ends with an ellipsis after a whole word."""
    if width(text, size) <= room:
        return text
    words = text.split(" ")
    while len(words) > 1 and width(" ".join(words) + "…", size) > room:
        words.pop()
    kept = " ".join(words).rstrip(",;:")
    while kept and width(kept + "…", size) > room:
        kept = kept[:-1]
    return kept + "…"


@dataclass(frozen=True, slots=True)
class Item:
    """What needs a place in a lane: from where to where its mark is drawn, and how wide its label is."""

    left: float
    right: float
    label: float

    @property
    def middle(self) -> float:
        """Where its stem is."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """The lane of an item, and on which side its label is: right of its mark, left of it, or nowhere."""

    lane: int
    side: int

    def has_label(self, item: Item) -> bool:
        """Whether the label has a place: beside the mark, or inside one that is wide enough."""
        return bool(self.side) or 0 < item.label < item.right - item.left - 16


GAP = 5.0
"""Between a mark and its label."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes from top to bottom, the highest first; `taken` is what is already drawn there."""

    count: int
    top: float
    pitch: float
    left: float
    right: float
    taken: Sequence[Box] = ()
    step: int = 1
    """From which lane below the last one's an item looks for its place; 0: always from the highest."""

    def y(self, lane: int) -> float:
        """The middle of a lane."""
        return self.top + lane * self.pitch + self.pitch / 2

    def place(self, items: Iterable[Item]) -> Iterator[Placed | None]:
        """The place of each item in order; nothing where there is no room for its mark even without a label.

        An item takes the lane below the last one's first: then its stem, which goes down to the axis, passes
        below the labels of those before it.
        """
        rows: list[list[Box]] = [[each for each in self.taken if self._meets(each, n)] for n in range(self.count)]
        stems: list[tuple[float, int]] = []
        last = -1
        for item in items:
            order = [((last + self.step) * self.step + n) % self.count for n in range(self.count)]
            free = [lane for lane in order if self._is_free(item, Placed(lane, 0), rows)]
            sides = (1, -1) if item.label else ()
            labelled = [each for n in free for side in sides if self._is_free(item, each := Placed(n, side), rows)]
            clear = [each for each in labelled if not self._crosses(item, each, rows, stems)]
            found = next(iter([*clear, *labelled, *(Placed(lane, 0) for lane in free)]), None)
            if found is not None:
                rows[found.lane].append(self._box(item, found))
                stems.append((item.middle, found.lane))
                last = found.lane
            yield found

    def _meets(self, box: Box, lane: int) -> bool:
        return box.top < self.y(lane) + self.pitch / 2 and self.y(lane) - self.pitch / 2 < box.bottom

    def _box(self, item: Item, placed: Placed) -> Box:
        left = item.left - 8 - (item.label + GAP if placed.side < 0 else 0)
        right = item.right + 8 + (item.label + GAP if placed.side > 0 else 0)
        y = self.y(placed.lane)
        return Box(left, y - self.pitch / 2, right, y + self.pitch / 2)

    def _is_free(self, item: Item, placed: Placed, rows: Sequence[Sequence[Box]]) -> bool:
        box = self._box(item, placed)
        if placed.side and (box.left < self.left or box.right > self.right):
            return False
        return not any(box.left < other.right and other.left < box.right for other in rows[placed.lane])

    def _crosses(
        self, item: Item, placed: Placed, rows: Sequence[Sequence[Box]], stems: Sequence[tuple[float, int]]
    ) -> bool:
        """Whether a stem would pass through a label: another's through this one, or this one's through another."""
        box = self._box(item, placed)
        if any(box.left < x < box.right and lane < placed.lane for x, lane in stems):
            return True
        below = rows[placed.lane + 1 :]
        return any(other.left < item.middle < other.right for row in below for other in row)
