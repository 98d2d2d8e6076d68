"""What of an article the claims cover: a strip with a cell for each sentence, and a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from factpress import addresses
from factpress.evidence.coverage import Sentence
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import receipts
from factpress.records.page import Page
from factpress.records.source import Source

State = Literal["covered", "excused", "open"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence as the strip shows it: its number, and what is so of it, in words that need no colour."""

    number: int
    state: State
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as the table shows it: its number, its length in tokens, its claims, or why there is none."""

    number: int
    length: int
    claims: Sequence[To]
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """An article sentence by sentence, by numbers and lengths: its text is shown nowhere but in quotes."""

    article: To
    link: To
    account: str
    cells: Sequence[Cell]
    rows: Sequence[Row]

    @property
    def states(self) -> set[State]:
        """What there is to explain in a legend."""
        return {cell.state for cell in self.cells}


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
        [_cell(sentence) for sentence in sentences],
        [
            Row(
                each.number, each.length, [linked.to("claim", id) for id in each.claims], receipts.uncovered_words(each)
            )
            for each in sentences
        ],
    )


def strip_of(page: Page, linked: LinkedBook) -> str:
    """The coverage of an explainer's article as HTML; nothing for another page."""
    article = linked.book.sources.get(page.article) if page.article else None
    found = coverage_of(article, linked.at_page(page)) if article else None
    return environment().get_template("strip.html.jinja").render(coverage=found).strip() if found else ""


def _cell(sentence: Sentence) -> Cell:
    number = sentence.number
    if sentence.is_covered:
        count = len(sentence.claims)
        return Cell(number, "covered", "1 claim" if count == 1 else f"{count} claims")
    return Cell(number, "open", "not covered") if sentence.is_open else Cell(number, "excused", "no claim in it")
