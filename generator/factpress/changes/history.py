"""The history of claims: every change since the first publication, in the words of a diff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factpress.changes.authors import Authorship
from factpress.changes.change import Change, How
from factpress.changes.comparison import Pair
from factpress.changes.fields import changes
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.version import Version


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to a claim on one day, in UTC."""

    day: Date
    how: How
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class History:
    """The events of claims by id, newest first; `gap` says why the history is missing where it should be here.

    `authorship` is that of claims with a review, as far as git knows.
    """

    events: Mapping[str, Sequence[Event]] = field(default_factory=dict)
    gap: str = ""
    authorship: Mapping[str, Authorship] = field(default_factory=dict)


UNTOLD = History()
"""The history where none was asked for."""


def history_of(versions: Mapping[str, Sequence[Version]]) -> History:
    """The history of claims whose versions are known, each newest first."""
    return History({id: tuple(_events(found))[::-1] for id, found in versions.items()})


def _events(versions: Sequence[Version]) -> Iterator[Event]:
    """The events of one claim, oldest first; a version that can't be read is left out."""
    was: Claim | None = None
    was_there = False
    for version in reversed(versions):
        if version.is_there != was_there:
            yield Event(version.day, "added" if version.is_there else "removed")
        elif was is not None and version.claim is not None:
            how, changed = Pair(was, version.claim).how, tuple(_changes(was, version.claim))
            if changed or how != "changed":
                yield Event(version.day, how, changed)
        was_there = version.is_there
        was = version.claim or was


def _changes(was: Claim, now: Claim) -> Iterator[Change]:
    if was.topic != now.topic:
        yield Change(("topic",), was.topic, now.topic)
    yield from changes(was, now)
