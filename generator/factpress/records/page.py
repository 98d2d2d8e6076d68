"""A page of prose under `docs/`: what its front matter says, and where its text cites records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict, Field, PrivateAttr

from factpress.findings import Place
from factpress.records.fields import Id, Text
from factpress.records.record import Kind, Record, Reference

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""Endings of the files under `docs/` that are pages of prose."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A link in prose to a record: the kind and id of what it leads to, its words, and where it stands."""

    kind: Kind
    id: str
    words: str
    place: Place


class Page(Record):
    """A page of prose. With `article` it is an explainer; what else its front matter says is the engine's."""

    model_config = ConfigDict(extra="allow")
    title: Text | None = Field(None, description="The page's title.")
    description: Text | None = Field(None, description="One sentence about the page.")
    article: Id | None = Field(None, description="Makes the page an explainer of this article, a source's id.")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    _citations: tuple[Citation, ...] = PrivateAttr(default=())

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The links to records in the page's text, in order."""
        return self._citations

    def cites(self, citations: tuple[Citation, ...]) -> None:
        """Notes what the page's text cites; the reader of prose does so once."""
        self._citations = citations

    def at(self, *keys: str | int) -> Place:
        """Where a key of the front matter, or the n-th citation, stands."""
        if len(keys) == 2 and keys[0] == "citation" and isinstance(keys[1], int):
            return self._citations[keys[1]].place
        return super().at(*keys)

    def references(self) -> Iterator[Reference]:
        """The article that the page explains, and every record that its text cites."""
        if self.article:
            yield Reference(("article",), "source", self.article)
        yield from (Reference(("citation", n), link.kind, link.id) for n, link in enumerate(self._citations))
