"""What a check with a base compares with: the book as it was published, and what is known about the change since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from factpress.book import Book
from factpress.changes.authors import Authorship
from factpress.changes.change import NONE, Broken
from factpress.changes.owners import Owners
from factpress.records.claim import Claim

_UNKNOWN = Authorship()


@dataclass(frozen=True)
class Base:
    """The book at the base, and the change since.

    `touched` are the changed files by their paths from the project's root, each with its path from the
    repository's; `owners` are those of the base. `authorship` is that of each touched claim with a review, by the
    path of its file; nothing where the history is not here. `revision` is the name that was given for the base,
    `inherited` are the files that `mkdocs.yml` inherits from, at the base or now, by their paths from the project.
    """

    book: Book
    broken: Broken = NONE
    touched: Mapping[str, str] = field(default_factory=dict)
    owners: Owners = field(default_factory=Owners)
    authorship: Mapping[str, Authorship] | None = None
    revision: str = "the base"
    inherited: frozenset[str] = frozenset()

    def authorship_of(self, claim: Claim) -> Authorship:
        """Who wrote and who signed a claim; nobody where it was not touched, or where its history is not here."""
        return (self.authorship or {}).get(claim.path, _UNKNOWN)
