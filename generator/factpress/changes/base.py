"""What a check with a base compares with: the book as it was published, and what is known of the change since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factpress.book import Book
from factpress.changes.comparison import NONE, Broken
from factpress.changes.owners import Owners


@dataclass(frozen=True)
class Base:
    """The book at the base, and the change since.

    `touched` are the changed files by their paths from the project's root, each with its path from the
    repository's; `owners` are the base's own. `authors` are the names and handles of those who wrote the change,
    by the path of each claim's file, in lower case; nothing where the history is not here.
    """

    book: Book
    broken: Broken = NONE
    touched: Mapping[str, str] = field(default_factory=dict)
    owners: Owners = field(default_factory=Owners)
    authors: Mapping[str, frozenset[str]] | None = None
