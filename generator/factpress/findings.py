"""What a check reports: places, faults that reading met, and the findings that rules make of them."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

# How alike two words must be, in per cent of rapidfuzz's ratio, for a help to suggest one for the other.
_NEAR = 60


class Severity(StrEnum):
    """The level of a finding: an error fails, a warning fails with `--strict`, a note never fails."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file: its path from the project's root with `/`, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{spelt_path(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong that reading met; the rule of the same name puts it into words.

    `found` is what is there, `wanted` is what was expected or the nearest right thing, `other` is a second
    place. A record with `mild` faults only stays in the book.
    """

    kind: str
    place: Place
    found: str = ""
    wanted: str = ""
    other: Place | None = None
    mild: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong at one place, in a sentence that is clear by itself, with the smallest fix."""

    place: Place
    code: str
    name: str
    severity: Severity
    message: str
    help: str
    url: str

    @property
    def order(self) -> tuple[Place, str, str]:
        """The order of findings, so that a report is the same in every run."""
        return (self.place, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every file under `facts/`, accounted for: seen = records + broken + ignored by a named rule."""

    seen: int = 0
    records: int = 0
    broken: int = 0
    ignored: Mapping[str, int] = field(default_factory=Counter)

    @property
    def unaccounted(self) -> int:
        """How many files were seen and not accounted for: anything but 0 is a bug."""
        return self.seen - self.records - self.broken - sum(self.ignored.values())


def spelt(text: str) -> str:
    """The text with each character that is invisible, or changes the direction of text, spelt as U+XXXX."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character
        if character == " " or (character.isprintable() and unicodedata.category(character)[0] not in "CZ")
        else f"U+{ord(character):04X}"
        for character in text
    )


def spelt_path(path: str) -> str:
    """A path at the start of a report's line: its colons are spelt too, so no file name can look like a finding."""
    return spelt(path).replace(":", "U+003A")


def shown(value: str, *, limit: int = 80) -> str:
    """A value as messages show it: in backticks, cut at `limit` characters, invisible characters spelt."""
    cut = value if len(value) <= limit else value[: limit - 1] + "…"
    return f"`{spelt(cut)}`"


def character_name(character: str) -> str:
    """A character as messages name it, such as `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".strip()


def nearest(word: str, words: Iterable[str]) -> str:
    """The word that was probably meant, for a help; empty where none is near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else ""


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 file`, `2 files`, `1,200 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listed(values: Iterable[str], *, last: str = "or") -> str:
    """Values as a sentence lists them: `a`, `b` or `c`."""
    shown_values = [shown(value) for value in values]
    if len(shown_values) < 2:
        return "".join(shown_values)
    return f"{', '.join(shown_values[:-1])} {last} {shown_values[-1]}"
