"""A page of prose under `docs/`: its front matter, and where its text cites records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from pydantic import ConfigDict, Field, PrivateAttr

from factpress.findings import Place
from factpress.records import text
from factpress.records.fields import Flag, Id, Text
from factpress.records.record import Kind, Record, Reference

MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""File extensions of pages of prose under `docs/`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A link in prose to a record: the record's kind and id, the link text, and the place of the link."""

    kind: Kind
    id: str
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Linked:
    """The part of a run that links to a source or an entity: the record, and where the link begins and ends."""

    kind: Kind
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """An unbroken run of a page's words outside links to claims, as readers see them.

    It never crosses a block or a link to a claim. `part` says whether it is text, the text of an attribute (of a
    picture, or shown over a link), front matter, or an explainer's answer; `at` gives a character's place in the file.
    """

    words: str
    part: Literal["text", "attribute", "front", "answer"] = "text"
    links: tuple[Linked, ...] = ()
    at: Callable[[int], Place] = field(default=lambda offset: Place(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link or a picture of a page leads to, unless it is a record: the address as the engine reads it.

    `words` are those of the link.
    """

    url: str
    words: str = ""


Part = Literal["words", "citation", "link", "picture"]


@dataclass(frozen=True, slots=True)
class Said:
    """A part of a page: words up to the next block, link or picture, or one of these with its target."""

    part: Part
    words: str
    target: str = ""


class Page(Record):
    """A page of prose. With `article` it is an explainer; other keys of its front matter belong to the engine."""

    model_config = ConfigDict(extra="allow")
    title: Text | None = Field(None, description="The page's title.")
    description: Text | None = Field(None, description="One sentence about the page.")
    article: Id | None = Field(None, description="Makes the page an explainer of this article, given as a source id.")
    answer: Text | None = Field(
        None, description="What the check of the article found, in at most 60 words with links to claims."
    )
    draft: Flag = Field(False, description="`true` keeps an explainer out of what is published and counted.")
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    _citations: tuple[Citation, ...] = PrivateAttr(default=())
    _runs: tuple[Run, ...] = PrivateAttr(default=())
    _heading: str = PrivateAttr(default="")
    _said: tuple[Said, ...] = PrivateAttr(default=())
    _targets: tuple[Target, ...] = PrivateAttr(default=())
    _anchors: frozenset[str] = PrivateAttr(default=frozenset())

    @property
    def is_draft(self) -> bool:
        """Whether the page is an explainer that is not published yet; what other pages are, the engine decides."""
        return self.draft and self.article is not None

    @property
    def name(self) -> str:
        """The page's name in links: its title, or else its first heading of level 1, or its id."""
        return self.title or self._heading or self.id

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The links to records in the page's text, in order."""
        return self._citations

    @property
    def answered(self) -> tuple[Citation, ...]:
        """The links to records in an explainer's answer, in order."""
        place = self.at("answer")
        links = text.links(self.answer or "") if self.article else ()
        return tuple(Citation(link.kind, link.id, link.words, place) for link in links)

    @property
    def all_citations(self) -> tuple[Citation, ...]:
        """The links to records in the answer and in the text, in order."""
        return (*self.answered, *self.citations)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The page's words outside links to claims: front matter, then its text, in order."""
        return self._runs

    @property
    def said(self) -> tuple[Said, ...]:
        """The page's words, links and pictures, in reading order."""
        return self._said

    @property
    def targets(self) -> tuple[Target, ...]:
        """What the page's other links and its pictures lead to, in order."""
        return self._targets

    @property
    def anchors(self) -> frozenset[str]:
        """The parts of the page that links may lead to."""
        return self._anchors

    def cites(
        self,
        citations: tuple[Citation, ...],
        runs: tuple[Run, ...] = (),
        *,
        heading: str = "",
        said: tuple[Said, ...] = (),
    ) -> None:
        """Stores what the page's text cites and says, and its heading; the reader of prose calls it once."""
        self._citations, self._runs, self._heading, self._said = citations, runs, heading, said

    def leads_to(self, targets: tuple[Target, ...], anchors: frozenset[str]) -> None:
        """Stores what the page's other links lead to, and its anchors; the reader of prose calls it once."""
        self._targets, self._anchors = targets, anchors

    def at(self, *keys: str | int) -> Place:
        """The place of a key of the front matter, or of the n-th citation."""
        if len(keys) == 2 and keys[0] == "citation" and isinstance(keys[1], int):
            return self._citations[keys[1]].place
        return super().at(*keys)

    def references(self) -> Iterator[Reference]:
        """The article that the page explains, and every record that its answer and its text cite."""
        if self.article:
            yield Reference(("article",), "source", self.article)
        yield from (Reference(("answer",), link.kind, link.id) for link in self.answered)
        yield from (Reference(("citation", n), link.kind, link.id) for n, link in enumerate(self._citations))
