"""What a check with a base compares with: the book as it was published, and what is known of the change since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factpress.book import Book
from factpress.changes.comparison import NONE, Broken
from factpress.changes.owners import Owners
from factpress.records.claim import Claim

UNKNOWN = ""
"""Stands among hands for somebody whose handle is not known."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who wrote a claim since it was last reviewed as something else, and whose commits signed it as it is.

    Names and handles in lower case.
    """

    authors: frozenset[str] = frozenset()
    signers: frozenset[str] = frozenset()


_NOBODY = Hands()


@dataclass(frozen=True)
class Base:
    """The book at the base, and the change since.

    `touched` are the changed files by their paths from the project's root, each with its path from the
    repository's; `owners` are the base's own. `hands` are those of each touched claim that bears a review, by the
    path of its file; nothing where the history is not here. `revision` is what the base was called.
    """

    book: Book
    broken: Broken = NONE
    touched: Mapping[str, str] = field(default_factory=dict)
    owners: Owners = field(default_factory=Owners)
    hands: Mapping[str, Hands] | None = None
    revision: str = "the base"

    def hands_of(self, claim: Claim) -> Hands:
        """Whose hands a claim went through; of one that was not touched, or whose history is not here, nobody's."""
        return (self.hands or {}).get(claim.path, _NOBODY)
