"""What the page of an article under check shows: which of its sentences the claims cover."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from factpress import addresses
from factpress.page_kinds import PageKind
from factpress.pages.coverage import Coverage, coverage_of
from factpress.pages.links import LinkedBook, To
from factpress.pages.view import Edition, PageView


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """A page for each article under check that was read."""
    for article in edition.book.sources.values():
        address = addresses.of_coverage(article.id)
        found = coverage_of(article, edition.linked.at(address))
        if found is not None:
            claims = edition.book.claims_naming(article)
            day, about = edition.linked.days.of_all([article, *claims]), f"{found.account} {found.tally}".strip()
            show = partial(_shown, found)
            yield PageView(address, found.link.words, about, show, record=article.path, updated=day)


def _shown(coverage: Coverage, linked: LinkedBook) -> Mapping[str, Any]:
    return {"coverage": coverage, "list": To("All articles under check", linked.url(addresses.of_kind("coverages")))}
