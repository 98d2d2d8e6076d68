"""What a build adds to the files under `docs/`: the book's pages, with their anchors, and the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from factpress import addresses
from factpress.book import Book
from factpress.changes.history import History
from factpress.page_kinds import PAGE_KINDS, PageKind
from factpress.pages.links import with_links
from factpress.pages.render import rendered, views_of
from factpress.pages.rulebook import Rule, Rulebook
from factpress.pages.view import Edition, PageView


class MadeFiles:
    """The files of a book's pages by the paths that they seem to have under `docs/`; none is made until asked for.

    `history` gives the past of the claims; it is asked for the anchors of claims alone.
    """

    def __init__(
        self, book: Book, rules: Iterable[Rule], *, directory_urls: bool, history: Callable[[], History]
    ) -> None:
        self._book = book
        self._rules = tuple(rules)
        self._directory_urls = directory_urls
        self._history = history
        self._views: dict[str, Mapping[str, PageView]] = {}

    def has(self, file: str) -> bool:
        """Whether a build makes a file of that path."""
        return file in self._beside or self._page(file) is not None

    def anchors(self, file: str) -> frozenset[str] | None:
        """The anchors of the page of that path; `None` where there is no such page."""
        found = self._page(file)
        if found is None:
            return None
        kind, view = found
        if kind.name == "claim":
            view = self._claims[file]
        return frozenset(rendered(view, kind, self._edition).anchors)

    def _page(self, file: str) -> tuple[PageKind, PageView] | None:
        for kind in PAGE_KINDS.values():
            if file.startswith(kind.address.partition("*")[0]):
                if kind.name not in self._views:
                    self._views[kind.name] = self._views_of(kind, self._edition)
                if file in self._views[kind.name]:
                    return kind, self._views[kind.name][file]
        return None

    @cached_property
    def _edition(self) -> Edition:
        return Edition(with_links(self._book, directory_urls=self._directory_urls), Rulebook(self._rules))

    @cached_property
    def _claims(self) -> Mapping[str, PageView]:
        """The pages of claims with their past, which git takes a while to give."""
        return self._views_of(PAGE_KINDS["claim"], replace(self._edition, history=self._history()))

    @staticmethod
    def _views_of(kind: PageKind, edition: Edition) -> Mapping[str, PageView]:
        return {addresses.source_uri(view.address): view for view in views_of(kind, edition)}

    @cached_property
    def _beside(self) -> frozenset[str]:
        former = (addresses.of(kind, id) for kind, id in self._book.renamed)
        redirects = (addresses.file(address, directory_urls=self._directory_urls) for address in former)
        return frozenset({*addresses.BESIDE, *redirects})
