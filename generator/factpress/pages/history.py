"""The history of a claim on its page: each day on which its record changed, in the words of a diff."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factpress.changes.change import Change
from factpress.changes.history import Event, History
from factpress.changes.wording import BECOME, change_words, part_name
from factpress.evidence.lookup import PARTS
from factpress.pages.words.counts import number
from factpress.records.claim import Claim

MOST_EVENTS = 12
MOST_CHANGES = 12


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """What changed in the record on a day, and in which parts; `more` counts the changes that are not shown."""

    day: str
    how: str
    parts: str
    changes: Sequence[str]
    more: str


@dataclass(frozen=True, slots=True)
class Past:
    """What a claim's page shows of its history, newest first; `earlier` counts in words what is not shown."""

    events: Sequence[ShownEvent]
    earlier: str
    is_unknown: bool


def past_of(claim: Claim, history: History) -> Past:
    """The history of a claim; empty if nothing is known of it, or its file was never committed."""
    events = history.events.get(claim.id, ())
    shown = []
    for event in events[:MOST_EVENTS]:
        changes, more = told(event, MOST_CHANGES)
        parts = ", ".join(dict.fromkeys(map(part_name, event.changes)))
        shown.append(ShownEvent(event.day.in_words(), f"The record {BECOME[event.how]}", parts, changes, more))
    return Past(shown, more_words(len(events) - MOST_EVENTS, "earlier change"), bool(history.gap))


def told(event: Event, most: int) -> tuple[Sequence[str], str]:
    """The first changes of an event in words, and how many more there are."""
    changes = [change_words(each, values=not _quotes(each)) for each in event.changes[:most]]
    return changes, more_words(len(event.changes) - most, "further change")


def more_words(count: int, noun: str) -> str:
    """How many more there are of something, in words; empty for none."""
    return f"{number(count).capitalize()} {noun}{'' if count == 1 else 's'}" if count > 0 else ""


def _quotes(change: Change) -> bool:
    """Whether a change would show words of a source: earlier quotes have no receipt, and count in no budget."""
    if change.keys[0] == "no_claim":
        return True
    return change.keys[0] in PARTS and (len(change.keys) == 2 or change.keys[-1] in {"quote", "gloss"})
