"""What the reference of records shows: every field of every kind of record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from factpress.page_kinds import PageKind
from factpress.pages import reference
from factpress.pages.links import LinkedBook
from factpress.pages.view import Edition, PageView, single


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The page."""
    yield single(kind, _shown)


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    return {"sections": reference.sections(linked), "values": reference.values()}
