"""The history of records: every change since the first publication, in the words of a diff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factpress.changes.authors import Authorship
from factpress.changes.change import Change, How
from factpress.changes.comparison import Pair
from factpress.changes.fields import changes
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.record import Kind, Record
from factpress.records.version import Version


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a record on one day, in UTC."""

    day: Date
    how: How
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class History:
    """The events of claims by id, newest first, and of `others`, other records, by kind and id.

    `gap` says why the history is missing where it should be here. `authorship` is that of claims with a review, as far
    as git knows.
    """

    events: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    gap: str = ""
    authorship: Mapping[str, Authorship] = field(default_factory=dict)
    others: Mapping[Kind, Mapping[str, Sequence[Event]]] = field(default_factory=dict)

    @property
    def of_kinds(self) -> Mapping[Kind, Mapping[str, Sequence[Event]]]:
        """The events of all records by kind and id."""
        return {"claim": self.events, **self.others}


UNTOLD = History()
"""The history where none was asked for."""


def events_of(versions: Mapping[str, Sequence[Version]]) -> Mapping[str, Sequence[Event]]:
    """The events of records whose versions are known, by id, each newest first."""
    return {id: tuple(_events(found))[::-1] for id, found in versions.items()}


def _events(versions: Sequence[Version]) -> Iterator[Event]:
    """The events of one record, oldest first; a version that can't be read is left out."""
    was: Record | None = None
    was_there = False
    for version in reversed(versions):
        if version.is_there != was_there:
            yield Event(version.day, "added" if version.is_there else "removed")
        elif was is not None and version.record is not None:
            how, changed = Pair(was, version.record).how, tuple(_changes(was, version.record))
            if changed or how != "changed":
                yield Event(version.day, how, changed)
        was_there = version.is_there
        was = version.record or was


def _changes(was: Record, now: Record) -> Iterator[Change]:
    if isinstance(was, Claim) and isinstance(now, Claim) and was.topic != now.topic:
        yield Change(("topic",), was.topic, now.topic)
    yield from changes(was, now)
