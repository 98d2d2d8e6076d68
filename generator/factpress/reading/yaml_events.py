"""YAML read in one pass over the C parser's events: limits, values (always text) and places together."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined] # the C parser or nothing: the pure one takes 13 times as long

from factpress.findings import Fault, Place
from factpress.reading.characters import NEVER, never_allowed, never_in_value, place_at, strays, wrong_in_value
from factpress.reading.document import Document, Mark, Path

MOST_BYTES = 256 * 1024
MOST_CHARACTERS = 16 * 1024
MOST_VALUES = 10_000
MOST_KEYS = 500
MOST_DEPTH = 16
MERGE = "<<"
# Brackets in comments and in quotation marks do not nest, so these are matched as a whole.
# Cyrillic letters that look like Latin ones, for the key that was meant.
_LOOK_ALIKES = str.maketrans("аеорсухіјѕ", "aeopcyxijs")
_BRACKET = re.compile(r"""[\[\]{}]|(?<=\s)\#[^\n]*|(?<=[\s\[{,:])(?:"(?:[^"\\]|\\.)*"|'[^']*')""", re.DOTALL)
_KEY = re.compile(r"[a-z][a-z0-9_]*")
# For YAML these end a line as well, and a tab in the wrong place breaks the rest.
_ODD_BREAK = re.compile(r"[\x85\u2028\u2029]|\t\Z")
_NO_KEY = re.compile(r"[^a-z0-9]+")
_NO_TEXT = re.compile(
    r"~|null|true|false|yes|no|on|off|y|n|=|"
    r"[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9_]+)|"
    r"[-+]?\.inf|\.nan|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"(?:(?:t| +)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)? *(?:z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?)?",
    re.IGNORECASE,
)


def _start(event: Any) -> int:
    return int(event.start_mark.index)


def _end(event: Any) -> int:
    return int(event.end_mark.index)


class _Stop(Exception):
    """Reading this file ends here: the structure of the rest is unknown."""


class _Reader:
    def __init__(self, path: str, text: str, ours: Container[str] | None) -> None:
        self.path, self.text, self.ours = path, text, ours
        self.faults: list[Fault] = list(never_allowed(text, path))
        self.spoiled: set[Path] = set()
        self.plain: list[Path] = []
        self.empty: list[tuple[Path, Place]] = []
        self.values = 0
        # Where the last event ended that was not a bracket, and its depth.
        self.last = (0, 0)
        # Where the last value began, if it is quoted.
        self.quoted: int | None = None
        # Values with characters beyond ASCII are checked at the end: the language of a quote decides.
        self.unusual: list[tuple[Path, str, int, bool]] = []
        self.doubtful = not text.isascii()
        self.spans: list[tuple[int, int]] = []

    def place(self, offset: int) -> Place:
        return place_at(self.text, offset, self.path)

    def fault(self, kind: str, offset: int, *, found: str = "", wanted: str = "", mild: bool = False) -> None:
        self.faults.append(Fault(kind, self.place(offset), found=found, wanted=wanted, mild=mild))

    def stop(self, kind: str, offset: int, *, found: str = "", wanted: str = "") -> _Stop:
        self.fault(kind, offset, found=found, wanted=wanted)
        return _Stop()

    def document(self) -> tuple[Mapping[str, Any], Mark]:
        parser = CParser(self.text)
        try:
            self.events: Iterator[Any] = iter(parser.get_event, None)
            next(self.events)
            if isinstance(next(self.events), yaml.StreamEndEvent):
                raise self.stop("empty-file", 0)
            event = next(self.events)
            if isinstance(event, yaml.ScalarEvent) and not event.value and not event.style:
                raise self.stop("empty-file", 0)
            if not isinstance(event, yaml.MappingStartEvent):
                raise self.stop("not-a-mapping", _start(event))
            self.last = (_start(event), 0 if event.flow_style else 1)
            self.refuse_properties(event, ())
            data, mark = self.mapping(event, ())
            next(self.events)
            after = next(self.events)
            if isinstance(after, yaml.DocumentStartEvent):
                raise self.stop("several-documents", _start(after))
        except yaml.YAMLError as error:
            raise self.broken(error) from None
        finally:
            parser.dispose()
        return data, mark

    def broken(self, error: yaml.YAMLError) -> _Stop:
        problem, context = (getattr(error, name, None) or "" for name in ("problem", "context"))
        if "nesting depth" in problem:
            return self.stop("too-deep", self.first_too_deep(), wanted=str(MOST_DEPTH))
        there, begun = (self.offset(getattr(error, name, None)) for name in ("problem_mark", "context_mark"))
        # A quoted value that ends too late is shown where it begins; a list or mapping where the error is.
        offset = begun if "scanning" in context and begun is not None else there
        if offset is None or "tab" in problem or _ODD_BREAK.search(self.text, 0, offset + 1):
            # A character is the cause, and has its own fault.
            if all(fault.mild for fault in self.faults):
                self.fault("broken-yaml", offset or 0, found=problem)
            return _Stop()
        value = self.quoted
        if "expected key" in problem and value is not None and "\n" in self.text[value:offset]:
            # A quoted value that was not closed ends where the next one begins.
            self.faults.append(Fault("broken-yaml", self.place(value), found="closed later", other=self.place(offset)))
            return _Stop()
        other = None if begun in {None, offset} else self.place(begun or 0)
        character = self.text[offset : offset + 1].strip()
        said = f"{problem} {context}".strip()
        self.faults.append(Fault("broken-yaml", self.place(offset), found=said, wanted=character, other=other))
        return _Stop()

    def offset(self, mark: Any) -> int | None:
        return None if mark is None else min(mark.index, len(self.text))

    def first_too_deep(self) -> int:
        """The first bracket that is nested too deep: the parser itself stops much later."""
        start, depth = self.last
        for match in _BRACKET.finditer(self.text, start):
            depth += (match[0] in {"[", "{"}) - (match[0] in {"]", "}"})
            if depth > MOST_DEPTH:
                return match.start()
        return start

    def value(self, event: Any, path: Path) -> tuple[Any, Mark]:
        self.values += 1
        offset = _start(event)
        self.last = (offset, len(path))
        if self.values > MOST_VALUES:
            raise self.stop("too-many-values", offset, wanted=f"{MOST_VALUES:,}")
        if isinstance(event, yaml.AliasEvent):
            self.spoiled.add(path)
            self.fault("anchor-or-alias", offset, found=f"*{event.anchor}")
            return "", offset
        self.refuse_properties(event, path)
        if isinstance(event, yaml.ScalarEvent):
            self.last = (_end(event), len(path))
            self.quoted = offset if event.style in {'"', "'"} else None
            return self.scalar(event, path), offset
        if len(path) >= MOST_DEPTH:
            raise self.stop("too-deep", offset, wanted=str(MOST_DEPTH))
        return self.mapping(event, path) if isinstance(event, yaml.MappingStartEvent) else self.sequence(event, path)

    def refuse_properties(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            self.spoiled.add(path)
            self.fault("anchor-or-alias", _start(event), found=f"&{event.anchor}")
        if event.tag is not None:
            self.spoiled.add(path)
            self.fault("tag", _start(event), found=event.tag)

    def mapping(self, event: Any, path: Path) -> tuple[dict[str, Any], Mark]:
        data: dict[str, Any] = {}
        marks: dict[str, tuple[int, Mark]] = {}
        first: dict[str, int] = {}
        for key_event in self.events:
            if isinstance(key_event, yaml.MappingEndEvent):
                break
            offset = _start(key_event)
            key = self.key(key_event, path)
            value, mark = self.value(next(self.events), (*path, key or "?"))
            if key is None:
                if (
                    event.flow_style
                    and value is None
                    and self.faults[-1].kind == "bad-key"
                    and ":" not in key_event.value
                ):
                    self.faults[-1] = replace(self.faults[-1], kind="lost-words")
                continue
            if key in first:
                self.spoiled.add((*path, key))
                second = self.place(first[key])
                self.faults.append(Fault("duplicate-key", self.place(offset), found=key, other=second))
                continue
            first[key] = offset
            if len(first) > MOST_KEYS:
                raise self.stop("too-many-keys", offset, wanted=str(MOST_KEYS))
            if value is not None:
                data[key] = value
                marks[key] = (offset, mark)
            elif event.flow_style and ":" not in self.text[_end(key_event) : mark + 1]:
                self.lost(offset, (*path, key), found=key)
            else:
                self.empty.append(((*path, key), self.place(offset)))
        return data, (_start(event), marks)

    def lost(self, offset: int, path: Path, *, found: str) -> None:
        """Words that YAML reads as a key without a value, or as nothing."""
        self.spoiled.add(path)
        self.fault("lost-words", offset, found=found)

    def key(self, event: Any, path: Path) -> str | None:
        """A mapping's key, or nothing where it is not a valid key."""
        offset = _start(event)
        if not isinstance(event, yaml.ScalarEvent):
            if not isinstance(event, yaml.AliasEvent):
                self.fault("bad-key", offset, found="a list or a mapping")
            self.value(event, (*path, "?"))
            return None
        self.values += 1
        self.last = (_end(event), len(path) + 1)
        self.refuse_properties(event, (*path, event.value))
        if self.doubtful:
            self.spans.append((offset, _end(event)))
        if self.text[offset - 1 : offset] == "?" or self.text[max(0, offset - 2) : offset] == "? ":
            self.lost(offset, (*path, str(event.value)), found=f"?{event.value}")
        is_ours = self.ours is None or not path or path[0] in self.ours
        if _KEY.fullmatch(event.value) or not (is_ours or event.value == MERGE or NEVER.search(event.value)):
            return str(event.value)
        # The key that was meant does not count as missing.
        meant = NEVER.sub("", event.value).lower().translate(_LOOK_ALIKES).partition(":")[0]
        self.spoiled.add((*path, MERGE if event.value == MERGE else _NO_KEY.sub("_", meant).strip("_")))
        if not NEVER.search(self.text[offset : _end(event)]):
            self.fault("merge-key" if event.value == MERGE else "bad-key", offset, found=event.value)
        return None

    def sequence(self, event: Any, path: Path) -> tuple[list[Any], Mark]:
        data: list[Any] = []
        marks: list[Mark] = []
        for item in self.events:
            if isinstance(item, yaml.SequenceEndEvent):
                break
            value, mark = self.value(item, (*path, len(data)))
            if value is not None:
                data.append(value)
                marks.append(mark)
        return data, (_start(event), marks)

    def scalar(self, event: Any, path: Path) -> str | None:
        """A value's text; nothing where it is plain and empty."""
        value: str = event.value
        if event.style != "|":
            # Folding keeps one line feed of an empty line, which separates two paragraphs.
            value = value.replace("\n", "\n\n")
        offset, end = _start(event), _end(event)
        if len(value) > MOST_CHARACTERS:
            raise self.stop("too-long", offset, found=f"{len(value):,}", wanted=f"{MOST_CHARACTERS:,}")
        if not event.style:
            if not value:
                return None
            if _NO_TEXT.fullmatch(value):
                self.plain.append(path)
            # One space before # is a number or a heading as often as a comment; two begin a comment.
            glued = self.text[end + 2 : end + 3].strip()
            if self.text.startswith(" #", end) and (glued or " " in value):
                lost = self.text[end : end + 40].partition("\n")[0]
                self.fault("glued-comment", offset, found=value + lost, wanted=value, mild=True)
        if not (value.isascii() and value.isprintable()):
            self.unusual.append((path, value, offset, event.style == '"' and "\\" in self.text[offset:end]))
            if self.doubtful:
                self.spans.append((offset, end))
        return value

    def check_characters(self, data: Any) -> None:
        """Faults of characters that need the whole document, and of marks outside every value."""
        for path, value, offset, escaped in self.unusual:
            place = self.place(offset)
            wrong = list(never_in_value(value, place)) if escaped else []
            wrong += wrong_in_value(value, place, language=_language(data, path))
            self.faults += wrong
            if NEVER.search(value) or not all(fault.mild for fault in wrong):
                self.spoiled.add(path)
        if self.doubtful:
            self.faults += strays(self.text, self.spans, self.path)


def _language(data: Any, path: Path) -> str:
    """The language of the mapping around a quote or a gloss; other values allow no direction marks."""
    if not path or path[-1] not in {"quote", "gloss"}:
        return ""
    try:
        for step in path[:-1]:
            data = data[step]
        found = data["language"]
    except (KeyError, IndexError, TypeError):
        return ""
    return found if isinstance(found, str) else ""


def parse(text: str, path: str, *, ours: Container[str] | None = None) -> Document:
    """The document in a file's text, with the faults of everything that is refused; it never raises.

    Keys inside values of others than `ours` are words of other tools, such as titles, and may be any.
    """
    reader = _Reader(path, text, ours)
    try:
        data, marks = reader.document()
        reader.check_characters(data)
    except _Stop:
        return Document(path, text, faults=tuple(reader.faults), whole=False)
    spoiled = frozenset(reader.spoiled)
    plain = tuple(keys for keys in reader.plain if spoiled.isdisjoint(keys[:n] for n in range(len(keys) + 1)))
    return Document(path, text, data, marks, tuple(reader.faults), spoiled, plain=plain, empty=tuple(reader.empty))
