"""Statements about the method, each with links to the rules that enforce it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factpress.evidence.budget import BUDGETING, FREE_WORDS
from factpress.pages.links import LinkedBook, To
from factpress.pages.rulebook import Rulebook
from factpress.pages.spans import Spans, spans
from factpress.records.site import Budgets, Reviewers, Site


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or more about the method, and the rules that enforce it; none if the code does it by itself."""

    words: Spans
    rules: Sequence[To] = ()


@dataclass(frozen=True)
class Statements:
    """What a site asks of its records, with links from one of its pages to the rules."""

    linked: LinkedBook
    rulebook: Rulebook

    @property
    def site(self) -> Site | None:
        """The site's settings."""
        return self.linked.book.site

    @property
    def limits(self) -> Budgets:
        """How much the site allows to quote."""
        return self.site.budgets if self.site else Budgets()

    def budgets(self) -> Sequence[Statement]:
        """How much of one source may be quoted, and how that is counted."""
        share, article = _percent(self.limits.share), _percent(self.limits.article_share)
        most = f"At most {share} of the text of a source may be quoted, or {FREE_WORDS} words if that is more"
        return [
            self.enforced(f"{most}; of an article under check, {article}.", "over-budget"),
            *(self.enforced(text, "over-budget") for text in BUDGETING),
        ]

    def beside_verdicts(self) -> Sequence[Statement]:
        """What a page says beside a verdict: the headline, what would change it, and who was asked."""
        return [
            self.enforced(
                "The headline of a claim says what was found; each of its figures is one of the records.",
                "unbacked-finding",
            ),
            self.enforced(
                "A verdict that does not say what evidence would change it gets a warning.", "missing-would-change"
            ),
            self.enforced(
                "If nobody asked the body that is said to be wrong, a note says so. The page has the answers, or says "
                "that nobody was asked.",
                "missing-reply",
                "reply-misfit",
            ),
            self.enforced(
                "Prose that calls a source silent is a warning, unless a claim shows it by words that the source does "
                "not have.",
                "unproved-silence",
                "said-after-all",
            ),
        ]

    def reviewers(self) -> Sequence[Statement]:
        """How many reviewers the site requires, and when a review counts."""
        wanted = self.site.reviewers if self.site else Reviewers()
        return [
            plain(
                f"Reviewers that this site requires: {wanted.usual} for most changes, {wanted.verdict_change} for a "
                f"changed verdict, {wanted.named_person} for a claim that names a person."
            ),
            self.enforced(
                "Fewer reviewers for a new or changed claim are a warning, if the check compares with what was "
                "published.",
                "missing-review",
            ),
            self.enforced(
                "A review has a checksum of what was reviewed; if the claim, or a claim that it rests on, "
                "has changed since, the review no longer counts.",
                "stale-review",
            ),
            self.enforced("The author of a change does not review it, as far as authors are known.", "own-review"),
        ]

    def enforced(self, text: str, *names: str) -> Statement:
        """The statement with the rules that enforce it."""
        return Statement(spans(text), self.links(*names))

    def links(self, *names: str) -> Sequence[To]:
        """Links to the rules of these names."""
        return self.rulebook.links(names, self.linked)


def plain(text: str) -> Statement:
    """A statement without rules."""
    return Statement(spans(text))


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f} %"
