"""Statements about the method that pages make only where the rules that enforce them are given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from factpress import addresses
from factpress.evidence.budget import BUDGETING, FREE_WORDS
from factpress.pages.reference import Spans, spans
from factpress.pages.rule_reference import RuleLike
from factpress.pages.views import Shelf, To
from factpress.records.site import Budgets, Reviewers, Site


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or more about the method, and the rules that enforce it; none where the code does it by itself."""

    words: Spans
    rules: Sequence[To] = ()


@dataclass(frozen=True)
class Enforced:
    """What a site, seen from one of its pages, asks of its records, as far as these rules enforce it."""

    shelf: Shelf
    rules: Sequence[RuleLike]

    @property
    def site(self) -> Site | None:
        """The site's settings."""
        return self.shelf.book.site

    @property
    def limits(self) -> Budgets:
        """How much the site lets be quoted."""
        return self.site.budgets if self.site else Budgets()

    def budgets(self) -> Sequence[Statement]:
        """How much may be quoted of one source, and how that is counted."""
        share, article = _percent(self.limits.share), _percent(self.limits.article_share)
        most = f"{share} of its text may be quoted, or {FREE_WORDS} words, whichever is more"
        return [
            *self.held(f"Of one source {most}; of an article under check {article}.", "over-budget"),
            *(statement for text in BUDGETING for statement in self.held(text, "over-budget")),
        ]

    def reviewers(self) -> Sequence[Statement]:
        """How many reviewers the site wants, and what becomes of a review."""
        wanted = self.site.reviewers if self.site else Reviewers()
        return [
            plain(
                f"Reviewers that this site wants: {wanted.usual} for a usual change, {wanted.verdict_change} for a "
                f"changed verdict, {wanted.named_person} for a claim that names a person."
            ),
            *self.held(
                "Fewer reviewers of a new or changed claim are a warning, where a change is checked against what was "
                "published.",
                "missing-review",
            ),
            *self.held(
                "A review is stamped with a checksum of what was reviewed; where the claim, or one that it rests on, "
                "has changed since, it counts no more.",
                "stale-review",
            ),
            *self.held("Who wrote a change does not review it, as far as its authors are known.", "own-review"),
        ]

    def held(self, text: str, *names: str) -> Sequence[Statement]:
        """The statement, if all the rules that enforce it are given."""
        rules = self.given(*names)
        return [Statement(spans(text), rules)] if len(rules) == len(names) else []

    def given(self, *names: str) -> Sequence[To]:
        """Links to those of the rules that are given."""
        found = [self.named(name) for name in names]
        return [link for link in found if link]

    def named(self, name: str) -> To | None:
        """A link to the rule of that name, if it is given."""
        return next((self.link(rule) for rule in self.rules if rule.name == name), None)

    def link(self, rule: RuleLike) -> To:
        """A link to a rule's section on the page of rules."""
        return To(f"{rule.code} {rule.name}", f"{self.shelf.url(addresses.RULES)}#{rule.code.lower()}")


def plain(text: str) -> Statement:
    """A statement that no rule has to enforce."""
    return Statement(spans(text))


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f} %"
