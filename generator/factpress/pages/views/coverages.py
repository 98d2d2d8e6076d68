"""What the list of the articles under check shows: each with its strip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages.coverage import coverage_of
from factpress.pages.links import LinkedBook
from factpress.pages.view import Edition, PageView, single


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The list."""
    yield single(kind, _shown)


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    found = (coverage_of(article, linked) for article in linked.book.sources.values())
    return {"coverages": [each for each in found if each is not None]}
