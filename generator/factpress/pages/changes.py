"""Every change of the site's records that git knows, by day, newest first, in the words of a diff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factpress.changes.change import HOWS, How
from factpress.changes.history import Event, History
from factpress.changes.wording import BECOME, part_name
from factpress.pages.history import more_words, told
from factpress.pages.links import LinkedBook, To
from factpress.pages.words.counts import listed
from factpress.records.record import Kind, Record

MOST_DAYS = 30
MOST_A_DAY = 20
MOST_RECORDS = 100
MOST_CHANGES = 4
# What became of several records; of one, it is in the words of a diff.
_BECAME: Mapping[How, str] = {
    "added": "are new",
    "removed": "were removed",
    "renamed": "have a new id",
    "withdrawn": "were withdrawn",
    "restored": "were restored",
    "changed": "changed",
}
_ONE: Mapping[Kind, str] = {"claim": "claim", "source": "source", "entity": "person or place"}
_MANY: Mapping[Kind, str] = {"claim": "claims", "source": "sources", "entity": "people and places"}
_ORDER = tuple(_ONE)


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """A record that changed on a day: what became of it, in which parts, and how; `more` counts what is not shown."""

    record: To
    how: str
    parts: str
    changes: Sequence[str]
    more: str


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A day with its changes: how many records of each kind, and each of them; `more` counts what is not shown."""

    day: str
    summary: str
    records: Sequence[ChangedRecord]
    more: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The days on which records changed; `earlier` counts in words the days that are not shown."""

    days: Sequence[ChangedDay]
    earlier: str
    is_unknown: bool


def changes_of(linked: LinkedBook, history: History, *, most_days: int = MOST_DAYS) -> Changes:
    """The changes of records that are published. Of a withdrawn record it says what became of it, and nothing else."""
    by_day: dict[str, list[tuple[Record, Event]]] = {}
    for record, event in _events(linked, history):
        by_day.setdefault(event.day.canonical, []).append((record, event))
    days, room = [], MOST_RECORDS
    for day in sorted(by_day, reverse=True)[:most_days]:
        found = by_day[day]
        shown = found[: min(MOST_A_DAY, room)]
        room -= len(shown)
        records = [_record(record, event, linked) for record, event in shown]
        more = more_words(len(found) - len(shown), "further change")
        days.append(ChangedDay(found[0][1].day.in_words(), _summary(found), records, more))
    return Changes(days, more_words(len(by_day) - len(days), "earlier day"), bool(history.gap))


def _events(linked: LinkedBook, history: History) -> Iterator[tuple[Record, Event]]:
    for kind, events in history.of_kinds.items():
        shelf = linked.book.shelf(kind)
        yield from ((shelf[id], event) for id, found in events.items() if id in shelf for event in found)


def _record(record: Record, event: Event, linked: LinkedBook) -> ChangedRecord:
    link, how = linked.to(record.kind(), record.id), BECOME[event.how]
    if record.withdrawal is not None:
        return ChangedRecord(link, how, "", (), "")
    changes, more = told(event, MOST_CHANGES)
    return ChangedRecord(link, how, _parts([event]), changes, more)


_MOST_WITH_PARTS = 5


def _summary(found: Sequence[tuple[Record, Event]]) -> str:
    """How many records of each kind changed, and how: `34 claims changed: finding and quote; 2 sources are new`."""
    groups: dict[tuple[How, Kind], dict[str, list[Event]]] = {}
    for record, event in found:
        groups.setdefault((event.how, record.kind()), {}).setdefault(record.id, []).append(event)
    said = []
    for how, kind in sorted(groups, key=lambda group: (_ORDER.index(group[1]), HOWS.index(group[0]))):
        records = groups[how, kind]
        one = len(records) == 1
        what = f"1 {_ONE[kind]} {BECOME[how]}" if one else f"{len(records):,} {_MANY[kind]} {_BECAME[how]}"
        # Of many records the parts are the fields of all kinds: they say nothing.
        is_told = how == "changed" and len(records) <= _MOST_WITH_PARTS
        parts = _parts([event for events in records.values() for event in events]) if is_told else ""
        said.append(f"{what} ({parts})" if parts else what)
    return "; ".join(said)


def _parts(events: Sequence[Event]) -> str:
    """The parts of records that changed, the most frequent first."""
    count = Counter(name for event in events for name in {part_name(change): None for change in event.changes})
    return listed([name for name, _ in count.most_common()])
