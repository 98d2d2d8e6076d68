"""The only markup allowed in the texts of records: links to other records, in Markdown's form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

# No brackets inside brackets, so that one pass finds every link in any text.
_LINK = re.compile(r"\[([^\[\]]{1,400})\]\(([^()\s]{1,2100})\)")
_OURS = re.compile(r"(claim|source|entity):(.*)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record: the words that readers see, and the kind and id of the record."""

    words: str
    kind: Literal["claim", "source", "entity"]
    id: str


def pieces(text: str) -> Iterator[str | Link]:
    """The parts of a text: plain words and links to records, in order."""
    end = 0
    for match in _LINK.finditer(text):
        ours = _OURS.fullmatch(match[2])
        if ours:
            if match.start() > end:
                yield text[end : match.start()]
            yield Link(match[1], ours[1], ours[2])  # type: ignore[arg-type] # the pattern knows the three kinds
            end = match.end()
    if end < len(text):
        yield text[end:]


def links(text: str) -> Iterator[Link]:
    """The links to records in a text."""
    return (piece for piece in pieces(text) if isinstance(piece, Link))


def foreign_links(text: str) -> list[str]:
    """The targets of links in Markdown's form that do not lead to records, in order."""
    return [match[2] for match in _LINK.finditer(text) if not _OURS.fullmatch(match[2])]


def without_links(text: str) -> str:
    """The text with links replaced by their words."""
    return "".join(piece if isinstance(piece, str) else piece.words for piece in pieces(text))
