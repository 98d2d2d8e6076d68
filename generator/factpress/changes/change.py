"""The differences between two books: changed records, and what to read again because of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factpress.records.record import Kind

How = Literal["added", "removed", "renamed", "withdrawn", "restored", "changed"]
HOWS: tuple[How, ...] = ("removed", "withdrawn", "restored", "renamed", "changed", "added")
"""The kinds of change to a record, the most serious first."""
Broken = frozenset[tuple[str, str]]
"""Files that made no record, by kind and id; an empty id stands for all of a kind."""
NONE: Broken = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One change in a record: its keys, and the words before and after; nothing where there were or are none."""

    keys: tuple[str, ...]
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A changed record; `was_id` is its former id if it was renamed."""

    kind: Kind
    id: str
    path: str
    how: How
    changes: tuple[Change, ...] = ()
    was_id: str = ""


@dataclass(frozen=True, slots=True)
class Suspect:
    """An unchanged claim or page of prose that rests on claims that changed."""

    kind: Kind
    id: str
    path: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """All differences between two books; `unread` are the kinds and ids of files that one of them could not read."""

    records: tuple[RecordChange, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    pages: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed in meaning: everything that was read says the same as before."""
        return not (self.records or self.suspects or self.unread)
