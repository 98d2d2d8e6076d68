"""The book becomes pages: fragments of HTML with a title, a description and what the engine needs to place them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module

from factpress.changes.history import UNTOLD, History
from factpress.page_kinds import PAGE_KINDS, PageKind
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook
from factpress.pages.rulebook import Rule, Rulebook
from factpress.pages.view import Edition, PageView
from factpress.pages.words.hits import Hit

_HEADING = re.compile(r'<h([12]) id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ANCHOR = re.compile(r'\sid="([^"]+)"')
_TAGS = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page: its level, its anchor and its words, escaped as in the fragment."""

    level: int
    id: str
    html: str


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page: its address, title and description as plain text, and its content as a fragment of HTML."""

    address: str
    title: str
    description: str
    html: str
    record: str | None = None
    updated: str = ""
    is_list: bool = False
    searched: bool = True
    hit: Hit | None = None

    @property
    def anchors(self) -> set[str]:
        """Everything on the page that a link may lead to."""
        return set(_ANCHOR.findall(self.html))

    @property
    def has_columns(self) -> bool:
        """Whether the page sets something beside its text, where themes would show its contents."""
        return '<div class="fp-side' in self.html

    @property
    def headings(self) -> list[Heading]:
        """The headings of levels 1 and 2, in order."""
        return [Heading(int(m[1]), m[2], _TAGS.sub("", m[3])) for m in _HEADING.finditer(self.html)]


def render(
    linked: LinkedBook,
    *,
    rules: Iterable[Rule],
    history: History = UNTOLD,
    kinds: Iterable[PageKind] = PAGE_KINDS.values(),
) -> Iterator[RenderedPage]:
    """Every page of the book; `rules` are those that it was checked by, and `history` is the past of its claims."""
    edition = Edition(linked, Rulebook(tuple(rules)), history)
    for kind in kinds:
        for view in views_of(kind, edition):
            yield rendered(view, kind, edition)


def views_of(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The pages of a kind before they are rendered; its view is in the module of the same name."""
    views: Iterator[PageView] = import_module(f"factpress.pages.views.{kind.name}").views(kind, edition)
    return views


def rendered(view: PageView, kind: PageKind, edition: Edition) -> RenderedPage:
    """A page of an edition, rendered."""
    template = environment().get_template(f"{view.template or kind.name}.html.jinja")
    return RenderedPage(
        view.address,
        view.title,
        view.about,
        template.render(view.show(edition.linked.at(view.address)), title=view.title),
        record=view.record,
        updated=edition.linked.days.newest if view.updated is None else view.updated,
        is_list=view.address == kind.address,
        searched=view.searched,
        hit=view.hit,
    )
