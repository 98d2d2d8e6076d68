"""The account of an explainer: the claims that it cites, counted by verdict, with links to their notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factpress.book import Book
from factpress.pages.cited import cited_claims
from factpress.pages.words import verdicts
from factpress.records.claim import Claim
from factpress.records.page import Page


@dataclass(frozen=True, slots=True)
class Group:
    """The claims that have one verdict, what the account calls them, and the URL of their notes."""

    id: str
    verdict: str
    claims: Sequence[Claim]
    url: str


@dataclass(frozen=True, slots=True)
class Account:
    """The groups in the order of the site's verdicts. Background is not checked, so it is counted apart."""

    groups: Sequence[Group]

    @property
    def judged(self) -> Sequence[Group]:
        """The groups of claims that an article makes."""
        return [group for group in self.groups if group.verdict != verdicts.BACKGROUND]

    @property
    def background(self) -> Sequence[Group]:
        """The group of claims that no article makes, where there are any."""
        return [group for group in self.groups if group.verdict == verdicts.BACKGROUND]

    @property
    def count(self) -> int:
        """How many claims were checked."""
        return sum(len(group.claims) for group in self.judged)


def account_of(page: Page, book: Book, *, url: str = "") -> Account:
    """The account of an explainer; `url` leads to it from the page that shows the account, empty on the explainer."""
    by_verdict: dict[str, list[Claim]] = {}
    for claim in cited_claims(page, book):
        by_verdict.setdefault(verdicts.verdict_words(claim, book), []).append(claim)
    order = [*(verdicts.verdict_name(verdict) for verdict in book.verdicts.values()), verdicts.NOT_JUDGED]
    order += [name for name in sorted(by_verdict) if name not in order and name != verdicts.BACKGROUND]
    found = [
        (f"notes-{name.lower().replace(' ', '-')}", name)
        for name in dict.fromkeys([*order, verdicts.BACKGROUND])
        if name in by_verdict
    ]
    return Account([Group(id, name, by_verdict[name], f"{url}#{id}") for id, name in found])
