"""What the list of corrections shows: what was corrected, and what was withdrawn, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factpress.page_kinds import PageKind
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
    """The list."""
    yield single(kind, _shown)


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    """Of withdrawn records it repeats nothing but the reason."""
    gone = [(record.withdrawal, record) for record in linked.book.records() if record.withdrawal is not None]
    gone.sort(key=lambda found: found[0].date.canonical, reverse=True)
    withdrawn = [
        ListedWithdrawal(withdrawal.date.in_words(), linked.to(record.kind(), record.id), withdrawal.why)
        for withdrawal, record in gone
    ]
    return {"corrections": corrections(linked), "withdrawn": withdrawn}
