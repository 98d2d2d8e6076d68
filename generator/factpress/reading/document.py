"""A file's values and the place of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from factpress.findings import Fault, Place
from factpress.reading.characters import place_at

Key = str | int
Path = tuple[Key, ...]
# A mark is where a value starts: an offset for text, an offset and the marks inside for a mapping or a list.
Mark = Any


@dataclass(frozen=True, slots=True)
class Document:
    """A file's values, all of them text, and the place of each."""

    path: str
    text: str
    data: Mapping[str, Any] = field(default_factory=dict)
    marks: Mark = None
    faults: tuple[Fault, ...] = ()
    spoiled: frozenset[Path] = frozenset()
    whole: bool = True
    plain: tuple[Path, ...] = ()
    empty: tuple[tuple[Path, Place], ...] = ()

    def at(self, *keys: Key) -> Place:
        """The place of the value at these keys; where a key is missing, that of the mapping that should have it."""
        offset, inside = _opened(self.marks)
        for key in keys:
            try:
                mark = inside[key]
            except (KeyError, IndexError, TypeError):
                break
            offset, inside = _opened(mark[1] if isinstance(key, str) else mark)
        return place_at(self.text, offset, self.path)

    def at_key(self, *keys: Key) -> Place:
        """The place of the last of these keys itself."""
        _, inside = _opened(self.marks)
        offset = 0
        for key in keys:
            try:
                mark = inside[key]
            except (KeyError, IndexError, TypeError):
                return self.at(*keys)
            offset = mark[0] if isinstance(key, str) else _opened(mark)[0]
            _, inside = _opened(mark[1] if isinstance(key, str) else mark)
        return place_at(self.text, offset, self.path)


def _opened(mark: Mark) -> tuple[int, Any]:
    return mark if isinstance(mark, tuple) else (mark or 0, None)
