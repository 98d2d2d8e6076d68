"""What of an article the claims cover, and what was found: a strip with a cell for each sentence, and a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from factpress import addresses
from factpress.evidence.coverage import Sentence
from factpress.findings import counted
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import receipts, verdicts
from factpress.records.page import Page
from factpress.records.source import Source

State = Literal["covered", "excused", "open"]
_UNCOVERED: Mapping[State, str] = {"open": "Not covered", "excused": "No claim in it"}
_STATES: tuple[State, ...] = ("covered", *_UNCOVERED)


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim of a sentence as the table shows it: the shape and the words of its verdict, and a link to it."""

    mark: verdicts.Mark
    verdict: str
    link: To


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence: its number and its length in tokens, its claims with the worst first, or why there is none.

    `found` says in words the verdict of the worst of its claims, or that there is none; `mark` is the verdict's shape.
    """

    number: int
    length: int
    state: State
    found: str
    mark: verdicts.Mark | None
    severity: tuple[int, int]
    claims: Sequence[JudgedClaim]
    why: str

    @property
    def words(self) -> str:
        """What its cell says: also how many claims the sentence has, if these are several."""
        return f"{self.found}, the worst of {len(self.claims)} claims" if len(self.claims) > 1 else self.found


@dataclass(frozen=True, slots=True)
class Meaning:
    """A line of the legend: what a kind of cell means, and its sentences; `is_listed` if it gives their numbers."""

    state: State
    mark: verdicts.Mark | None
    words: str
    numbers: Sequence[int]
    is_listed: bool

    @property
    def count(self) -> str:
        """How many sentences there are."""
        return counted(len(self.numbers), "sentence")


@dataclass(frozen=True)
class Coverage:
    """An article sentence by sentence, by numbers and lengths: its text is shown nowhere but in quotes."""

    article: To
    link: To
    account: str
    rows: Sequence[Row]

    @cached_property
    def legend(self) -> Sequence[Meaning]:
        """What each kind of cell means, the worst verdict first.

        The numbers of sentences are given where readers look for them: not of what is right, and not where an excuse
        says that there is nothing to check.
        """
        kinds: dict[tuple[State, verdicts.Mark | None, str], list[int]] = {}
        for row in self.rows:
            kinds.setdefault((row.state, row.mark, row.found), []).append(row.number)
        found = [
            Meaning(state, mark, words, numbers, state != "excused" and mark not in ("full", "background"))
            for (state, mark, words), numbers in kinds.items()
        ]
        severity = {row.number: row.severity for row in self.rows}
        return sorted(found, key=lambda each: (_STATES.index(each.state), severity[each.numbers[0]]))

    @property
    def tally(self) -> str:
        """How many sentences have which verdict, in a sentence; empty where no claim covers any."""
        judged = [f"{each.words.lower()} {len(each.numbers)}" for each in self.legend if each.state == "covered"]
        return f"Sentences by their worst verdict: {', '.join(judged)}." if judged else ""


def coverage_of(article: Source, linked: LinkedBook) -> Coverage | None:
    """The coverage of an article under check; nothing for another source, or where the article was not read."""
    book = linked.book
    receipt = book.receipts.get(article.id)
    sentences = book.coverage(article) if book.is_article(article.id) and article.withdrawal is None else ()
    if receipt is None or not sentences:
        return None
    return Coverage(
        linked.to("source", article.id),
        To(f"{linked.sources[article.id]}, sentence by sentence", linked.url(addresses.of_coverage(article.id))),
        receipts.coverage_words(sentences, receipt),
        [_row(sentence, linked) for sentence in sentences],
    )


def strip_of(page: Page, linked: LinkedBook) -> str:
    """The coverage of an explainer's article as HTML; nothing for another page."""
    article = linked.book.sources.get(page.article) if page.article else None
    found = coverage_of(article, linked.at_page(page)) if article else None
    return environment().get_template("strip.html.jinja").render(coverage=found).strip() if found else ""


def _row(sentence: Sentence, linked: LinkedBook) -> Row:
    book = linked.book
    if not sentence.is_covered:
        state: State = "open" if sentence.is_open else "excused"
        why = receipts.uncovered_words(sentence)
        return Row(sentence.number, sentence.length, state, _UNCOVERED[state], None, (0, 0), (), why)
    claims = sorted((book.claims[id] for id in sentence.claims), key=lambda claim: verdicts.severity(claim, book))
    judged = [
        JudgedClaim(verdicts.mark_of(claim, book), verdicts.verdict_words(claim, book), linked.beside_verdict(claim))
        for claim in claims
    ]
    worst, severity = judged[0], verdicts.severity(claims[0], book)
    return Row(sentence.number, sentence.length, "covered", worst.verdict, worst.mark, severity, judged, "")
