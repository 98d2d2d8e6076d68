"""What a view is given, and what it gives back.

The view of a page kind is a function `views(kind, edition)` in the module `pages/views/<name of the kind>.py`. It
yields a `PageView` for each page of the kind, without rendering any.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from factpress import addresses
from factpress.book import Book
from factpress.changes.history import UNTOLD, History
from factpress.page_kinds import PageKind
from factpress.pages.facets import Facets
from factpress.pages.links import LinkedBook
from factpress.pages.rulebook import Rulebook
from factpress.pages.words.hits import Hit, hit
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.record import Record

R = TypeVar("R", bound=Record)
Show = Callable[[LinkedBook], Mapping[str, Any]]
"""Gives what the template of a page shows; its argument is the book with the links of that page."""


@dataclass(frozen=True)
class Edition:
    """What pages are made of: the book with its links, the rules that it was checked by, and the past of its claims."""

    linked: LinkedBook
    rulebook: Rulebook
    history: History = UNTOLD

    @property
    def today(self) -> Date | None:
        """The day of the check."""
        return self.linked.today

    @property
    def book(self) -> Book:
        """The book itself."""
        return self.linked.book

    @cached_property
    def facets(self) -> Facets:
        """What the claims have in common."""
        return Facets(self.linked)


@dataclass(frozen=True, slots=True)
class PageView:
    """One page before it is rendered: address, title and description as plain text, and what its template shows.

    `record` is the path of the record that the page is about. Without `updated`, the page is as new as the newest
    record. Pages that are not `searched` are left out of the site's search. `template` is the kind's own if empty.
    `hit` is what the search shows of the page, and finds it by, instead of its heading alone.
    """

    address: str
    title: str
    about: str
    show: Show
    record: str | None = None
    updated: str | None = None
    searched: bool = True
    template: str = ""
    hit: Hit | None = None


def single(kind: PageKind, show: Show) -> PageView:
    """The only page of a kind."""
    return PageView(kind.address, kind.title, kind.about, show)


def of_record(
    record: R, edition: Edition, *, about: str, show: Callable[[R, LinkedBook], Mapping[str, Any]], title: str = ""
) -> PageView:
    """The page of a record; of a withdrawn one its address, the day and the reason, and nothing of what it said.

    Without a title of its own the page has the name of the record as its title.
    """
    address = addresses.of(record.kind(), record.id)
    name = edition.linked.name(record)
    day = edition.linked.days.of(record)
    withdrawn = record.withdrawal
    if withdrawn is not None:
        when = withdrawn.date.in_words()

        def notice(linked: LinkedBook) -> Mapping[str, Any]:
            return {"why": withdrawn.why, "when": when, "list": linked.to_list(record.kind())}

        return PageView(address, name, f"Withdrawn on {when}.", notice, record.path, day, False, "withdrawn")
    found = hit(record, edition.book) if isinstance(record, Claim) else None
    return PageView(address, title or name, about, lambda linked: show(record, linked), record.path, day, hit=found)
