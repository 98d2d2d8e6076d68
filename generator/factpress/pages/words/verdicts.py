"""What pages call verdicts and standings, and the mark beside a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factpress.book import Book
from factpress.pages.words.names import headline, plain
from factpress.records.claim import Claim
from factpress.records.site import Verdict

NOT_JUDGED = "Not yet judged"
BACKGROUND = "Background"
Mark = Literal["full", "half", "slashed", "crossed", "hollow", "unjudged", "background"]
"""The shape beside a verdict."""


@dataclass(frozen=True, slots=True)
class Status:
    """A claim's verdict and standing in words, and the verdict's mark."""

    mark: Mark
    words: str

    def __str__(self) -> str:
        return self.words


def verdict_words(claim: Claim, book: Book) -> str:
    """The verdict in words; background claims have none."""
    if not claim.appears_in:
        return BACKGROUND
    return NOT_JUDGED if claim.verdict is None else given_name(claim.verdict, book)


def told(claim: Claim, book: Book) -> str:
    """What was found, or else the claim behind its verdict: its words are never alone, as if they were true."""
    return headline(claim) if claim.finding else with_verdict(claim, book)


def with_verdict(claim: Claim, book: Book) -> str:
    """The claim behind its verdict; one that no article makes has none."""
    return f"{verdict_words(claim, book)}: {plain(claim)}" if claim.appears_in else plain(claim)


def given_name(verdict: str, book: Book) -> str:
    """A verdict that a claim names, as readers see it; an unknown one by its id."""
    rule = book.verdicts.get(verdict)
    return verdict_name(rule) if rule else verdict.replace("-", " ").capitalize()


def verdict_name(verdict: Verdict) -> str:
    """A verdict as readers see it."""
    return verdict.label or verdict.name.replace("-", " ").capitalize()


def mark_of(claim: Claim, book: Book) -> Mark:
    """The shape of a claim's verdict: by its rating, or without one by the standings that it is for."""
    rule = book.verdicts.get(claim.verdict or "")
    if not claim.appears_in:
        return "background"
    if rule is None:
        return "unjudged"
    if rule.rating is None:
        return "slashed" if "contested" in rule.standing else "hollow"
    return "full" if rule.rating == 5 else "crossed" if rule.rating == 1 else "half"


def standing_name(standing: str) -> str:
    """A standing as readers see it."""
    return standing.capitalize()


def status_words(claim: Claim, book: Book) -> str:
    """The verdict and the standing, for lists."""
    return f"{verdict_words(claim, book)} · {standing_name(book.weights[claim.id].standing)}"


def status(claim: Claim, book: Book) -> Status:
    """The verdict and the standing with the verdict's mark."""
    return Status(mark_of(claim, book), status_words(claim, book))
