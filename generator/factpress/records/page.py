"""A page of prose under `docs/`: what its front matter says, and where its text cites records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

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


@dataclass(frozen=True, slots=True)
class Linked:
    """A stretch of a run that links to a source or an entity: what it leads to, where it begins and ends."""

    kind: Kind
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken run of a page's words outside links to claims, as readers see them.

    It never crosses a block or a link to a claim. `part` says whether it is text, the text of an attribute (of a
    picture, or shown over a link), or front matter; `at` gives the place in the file of a character of it.
    """

    words: str
    part: Literal["text", "attribute", "front"] = "text"
    links: tuple[Linked, ...] = ()
    at: Callable[[int], Place] = field(default=lambda offset: Place(""), compare=False, repr=False)


Part = Literal["words", "citation", "link", "picture"]


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a page: words up to the next block, link or picture, or one of these with what it leads to."""

    part: Part
    words: str
    target: str = ""


class Page(Record):
    """A page of prose. With `article` it is an explainer; what else its front matter says is the engine's."""

    model_config = ConfigDict(extra="allow")
    title: Text | None = Field(None, description="The page's title.")
    description: Text | None = Field(None, description="One sentence about the page.")
    article: Id | None = Field(None, description="Makes the page an explainer of this article, a source's id.")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    _citations: tuple[Citation, ...] = PrivateAttr(default=())
    _runs: tuple[Run, ...] = PrivateAttr(default=())
    _heading: str = PrivateAttr(default="")
    _said: tuple[Said, ...] = PrivateAttr(default=())

    @property
    def name(self) -> str:
        """What links call the page: its title, or else its first heading of level 1, or its id."""
        return self.title or self._heading or self.id

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The links to records in the page's text, in order."""
        return self._citations

    @property
    def runs(self) -> tuple[Run, ...]:
        """What the page says outside links to claims: title and description, then its text, in order."""
        return self._runs

    @property
    def said(self) -> tuple[Said, ...]:
        """All that the page's text says and leads to, in the order in which it is read."""
        return self._said

    def cites(
        self,
        citations: tuple[Citation, ...],
        runs: tuple[Run, ...] = (),
        *,
        heading: str = "",
        said: tuple[Said, ...] = (),
    ) -> None:
        """Notes what the page's text cites and says, and its heading; the reader of prose does so once."""
        self._citations, self._runs, self._heading, self._said = citations, runs, heading, said

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
