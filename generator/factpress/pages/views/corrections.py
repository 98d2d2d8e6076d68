"""What the page of corrections shows: what was corrected or withdrawn, and every change, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from factpress.changes.history import History
from factpress.page_kinds import PageKind
from factpress.pages.changes import changes_of
from factpress.pages.corrections import corrections
from factpress.pages.links import LinkedBook, To
from factpress.pages.view import Edition, PageView, single


@dataclass(frozen=True, slots=True)
class ListedWithdrawal:
    """A withdrawn record as lists show it: the day, the record, and the reason."""

    date: str
    record: To
    why: str


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The page."""
    yield single(kind, partial(_shown, edition.history))


def _shown(history: History, linked: LinkedBook) -> Mapping[str, Any]:
    """Of withdrawn records it repeats nothing but the reason."""
    gone = [(record.withdrawal, record) for record in linked.book.records() if record.withdrawal is not None]
    gone.sort(key=lambda found: found[0].date.canonical, reverse=True)
    withdrawn = [
        ListedWithdrawal(withdrawal.date.in_words(), linked.to(record.kind(), record.id), withdrawal.why)
        for withdrawal, record in gone
    ]
    return {"corrections": corrections(linked), "withdrawn": withdrawn, "history": changes_of(linked, history)}
