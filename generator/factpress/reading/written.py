"""What `mkdocs.yml` says: its plain values, and the place of each setting by its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import yaml

from factpress.findings import Place

NAME = "mkdocs.yml"
MOST_VALUES = 20_000
Key = str | int
_MERGE = "tag:yaml.org,2002:merge"


class Unread:
    """Replaces a value that only the engine makes: a function, an object, a folder."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name in a list of plugins or extensions, with its options, and the keys that lead to it.

    `keys` lead to the entry, and `inside` to its options where it has some.
    """

    name: Any
    options: Any
    keys: tuple[Key, ...]
    inside: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """The values of `mkdocs.yml` together with those that it inherits; empty without the file.

    Values are text, numbers, true and false, nothing, dates, tuples and mappings, or an `Unread`. `files` are the
    file and those that it inherits from, each with its path from the project's root and its text.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    files: tuple[tuple[str, str], ...] = ()

    def get(self, *keys: Key) -> Any:
        """The value at these keys; `None` where there is none."""
        found: Any = self.values
        for key in keys:
            if isinstance(found, Mapping):
                found = found.get(key)
            else:
                is_there = isinstance(found, tuple) and isinstance(key, int) and key < len(found)
                found = found[key] if is_there else None
        return found

    def entries(self, *keys: Key) -> Iterator[Entry]:
        """The names of plugins or extensions at these keys: the engine takes a list of them, or a mapping."""
        listed = self.get(*keys)
        if isinstance(listed, Mapping):
            yield from (Entry(name, options, (*keys, name), (*keys, name)) for name, options in listed.items())
        for n, one in enumerate(listed if isinstance(listed, tuple) else ()):
            here = (*keys, n)
            if isinstance(one, Mapping):
                yield from (Entry(name, options, here, (*here, name)) for name, options in one.items())
            else:
                yield Entry(one, None, here, here)

    def at(self, *keys: Key) -> Place:
        """The place of the value at these keys; of what should have it, where it is missing."""
        return self._place(keys, of_key=False)

    def at_key(self, *keys: Key) -> Place:
        """The place of the last of these keys itself; of what should have it, where it is missing."""
        return self._place(keys, of_key=True)

    def twice(self) -> Iterator[tuple[Place, str, int]]:
        """Each key that a mapping of one file has already: its place, the key, and the line of the first."""
        for path, text in self.files:
            waiting, seen = [_composed(text)], set[int]()
            while waiting:
                node = waiting.pop()
                if id(node) in seen:
                    continue
                # An alias is the very node that its anchor names.
                seen.add(id(node))
                if isinstance(node, yaml.SequenceNode):
                    waiting += reversed(node.value)
                if not isinstance(node, yaml.MappingNode):
                    continue
                lines: dict[str, int] = {}
                for key, value in node.value:
                    waiting.append(value)
                    if isinstance(key, yaml.ScalarNode) and key.tag != _MERGE:
                        line, column = key.start_mark.line + 1, key.start_mark.column + 1
                        if key.value in lines:
                            yield Place(path, line, column), key.value, lines[key.value]
                        lines.setdefault(key.value, line)

    def _place(self, keys: Sequence[Key], *, of_key: bool) -> Place:
        found, most = Place(self.files[0][0] if self.files else NAME), -1
        for path, text in self.files:
            whole = _composed(text)
            if whole is None:
                continue
            depth, key, node = _followed(whole, keys)
            if depth > most:
                mark = (key if of_key and depth == len(keys) else node).start_mark
                found, most = Place(path, mark.line + 1, mark.column + 1), depth
            # Only mappings are merged with what they inherit.
            if depth == len(keys) or not isinstance(node, yaml.MappingNode):
                break
        return found


def _followed(node: Any, keys: Sequence[Key]) -> tuple[int, Any, Any]:
    """How many of the keys lead on from a node, and where: the last key's own node, and its value's."""
    key_node = node
    for depth, key in enumerate(keys):
        found = _inside(node, key)
        if found is None:
            return depth, key_node, node
        key_node, node = found
    return len(keys), key_node, node


def _inside(node: Any, key: Key) -> tuple[Any, Any] | None:
    """The nodes of a key and its value in a mapping or a list."""
    if isinstance(node, yaml.SequenceNode):
        fits = isinstance(key, int) and 0 <= key < len(node.value)
        return (node.value[key], node.value[key]) if fits else None
    if not isinstance(node, yaml.MappingNode):
        return None
    # The last of two equal keys counts; what is merged into a mapping counts least.
    for of_key, of_value in reversed(node.value):
        if isinstance(of_key, yaml.ScalarNode) and of_key.tag != _MERGE and of_key.value == str(key):
            return of_key, of_value
    for of_key, of_value in node.value:
        if of_key.tag == _MERGE:
            merged = of_value.value if isinstance(of_value, yaml.SequenceNode) else [of_value]
            return next(filter(None, (_inside(each, key) for each in merged if each is not node)), None)
    return None


@lru_cache(maxsize=8)
def _composed(text: str) -> Any:
    """A file's nodes, which know their places; no value is made. Nothing for what is no YAML."""
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def plain(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Values that nothing can change; raises `ValueError` for more than `MOST_VALUES`, as aliases can make of few."""
    left = MOST_VALUES

    def made(value: Any) -> Any:
        nonlocal left
        left -= 1
        if left < 0:
            raise ValueError(f"it has more than {MOST_VALUES:,} values")
        if isinstance(value, Mapping):
            return {key: made(each) for key, each in value.items()}
        if isinstance(value, list | tuple | set):
            return tuple(map(made, value))
        return Unread() if callable(value) else value

    return {key: made(value) for key, value in values.items()}
