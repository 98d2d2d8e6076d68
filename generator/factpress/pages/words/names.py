"""What pages call sources, figures, topics, claims and dates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from factpress.book import Book
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.entity import Entity
from factpress.records.figure import Figure
from factpress.records.source import Source
from factpress.records.text import without_links

_SHORT = 24


def source_names(book: Book) -> Mapping[str, str]:
    """What each source is called in links: who published it and when; no two are called the same."""
    short = {id: publisher(source, book) + ", " + dated(source) for id, source in book.sources.items()}
    count = Counter(short.values())
    return {id: name if count[name] == 1 else f"{name}: {_titled(book.sources[id])}" for id, name in short.items()}


def figure_words(figure: Figure | str) -> str:
    """A figure as readers see it."""
    if isinstance(figure, Figure) and figure.date is not None:
        return figure.date.in_words()
    return str(figure)


def figure_name(name: str) -> str:
    """A figure's name as readers see it."""
    return name.replace("_", " ")


def topic_name(topic: str) -> str:
    """A topic as readers see it."""
    return topic.replace("-", " ").capitalize()


def plain(claim: Claim) -> str:
    """The claim without its links."""
    return without_links(claim.claim)


def headline(claim: Claim) -> str:
    """What was found, or else the claim: for places that show its verdict beside these words."""
    return without_links(claim.finding) if claim.finding else plain(claim)


def short_name(entity: Entity) -> str:
    """What an entity is called where there is little room: another of its names where its own is long."""
    shorter = [name for name in entity.alternate_name if len(name) <= _SHORT]
    return shorter[0] if len(entity.name) > _SHORT and shorter else entity.name


def date_words(date: Date | None) -> str:
    """A date as readers see it; empty without one."""
    return date.in_words() if date else ""


def publisher(source: Source, book: Book) -> str:
    """Who published a source."""
    root = book.entities.get(source.root)
    return source.container_title or source.publisher or (root.name if root else source.root)


def dated(source: Source) -> str:
    """When a source was published."""
    return source.issued.in_words() if source.issued else "undated"


def _titled(source: Source) -> str:
    return source.title or source.id
