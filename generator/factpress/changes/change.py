"""What differs between two books: changes of records, and what has to be looked at again because of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factpress.records.record import Kind

How = Literal["added", "removed", "renamed", "withdrawn", "restored", "changed"]
HOWS: tuple[How, ...] = ("removed", "withdrawn", "restored", "renamed", "changed", "added")
"""What may become of a record, the gravest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing in a record that is not as it was: its keys, and the words before and after; nothing where absent."""

    keys: tuple[str, ...]
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that is not as it was; `was_id` is its id before, where it was renamed."""

    kind: Kind
    id: str
    path: str
    how: How
    changes: tuple[Change, ...] = ()
    was_id: str = ""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A claim or a page of prose that stayed as it was while claims that it rests on changed."""

    kind: Kind
    id: str
    path: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """All that differs between two books; `unread` are the kinds and ids of files that could not be read in either."""

    records: tuple[RecordChange, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    pages: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed in meaning: what was read says the same as before."""
        return not (self.records or self.suspects or self.unread)
