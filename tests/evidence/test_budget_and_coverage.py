"""How much of a source is quoted, overlapping words once, and which sentences of an article claims cover."""

from __future__ import annotations

from pathlib import Path

import pytest
from proving import KEY

from factpress.book import Book
from factpress.cli.examples import lay
from factpress.evidence.budget import Budget
from factpress.evidence.document import read_document
from factpress.evidence.receipts import How
from factpress.pipeline import check
from factpress.records.date import parse_date
from factpress.sources.snapshot import take

TODAY = parse_date("2026-11-24")
ID = "gazette-2021-05-30"
TEXT = "The old pier was opened to the public on Saturday in bright weather.\n\nIt cost 3 million. Nobody paid."


def book_of(root: Path, quotes: list[str], *, text: str = TEXT, site: str = "", source: str = "") -> Book:
    pieces = "".join(f'  - source: {ID}\n    quote: "{quote}"\n' for quote in quotes)
    lay(
        f"# facts/claims/harbour/pier-opened.yml\nclaim: The pier opened.\nevidence:\n{pieces}"
        f"# facts/site.yml\nformat: 1\nname: x\n{site}\n"
        f"# facts/sources/{ID}.yml\ntype: book\ntitle: x\nissued: 2021-05-30\nroot: harbour-gazette\n{source}",
        root,
    )
    book = check(root, today=TODAY).book
    how = How("full", "file", "2026-11-24", "text")
    taken = take(book.sources[ID], quotes, read_document(text), how=how, key=KEY)
    (root / f"facts/receipts/{ID}.json").write_text(taken.receipt.text(), "utf-8")
    return check(root, today=TODAY).book


@pytest.mark.parametrize(
    ("quotes", "used"),
    [
        pytest.param(["was opened to the public"], 5, id="one quote"),
        pytest.param(["was opened to the public", "to the public on Saturday"], 7, id="overlapping words count once"),
        pytest.param(["was opened to the public", "It cost 3 million."], 9, id="marks are no words"),
        pytest.param(["was opened to the public", "Was opened to the public"], 5, id="the same words in another case"),
        pytest.param(["was opened to the people"], 5, id="unread words count whole"),
    ],
)
def test_words_are_counted_over_the_whole_site(quotes: list[str], used: int, tmp_path: Path) -> None:
    book = book_of(tmp_path, quotes)
    assert (book.budget(book.sources[ID]).used, book.budget(book.sources[ID]).allowed) == (used, 60)


@pytest.mark.parametrize(
    ("words", "site", "source", "allowed"),
    [
        pytest.param(100, "", "", 60, id="sixty of a short one"),
        pytest.param(1000, "", "", 101, id="a tenth of a long one"),
        pytest.param(1000, f"articles: [{ID}]", "", 505, id="half of an article"),
        pytest.param(1000, "budgets: {share: 7 %}", "", 70, id="less where the site says so"),
        pytest.param(100, "", "rights: public-domain\n", None, id="no limit in the public domain"),
        pytest.param(100, "", "rights: open-licence\n", None, id="none under an open licence"),
    ],
)
def test_what_may_be_quoted(words: int, site: str, source: str, allowed: int | None, tmp_path: Path) -> None:
    quote = "was opened to the public"
    book = book_of(tmp_path, [quote], text=f"{'word ' * (words + 5)}{quote}", site=site, source=source)
    assert book.budget(book.sources[ID]).allowed == allowed


def test_a_quote_covers_each_sentence_that_it_reaches_into(tmp_path: Path) -> None:
    book = book_of(tmp_path, ["cost 3 million. Nobody"], site=f"articles: [{ID}]")
    told = [(s.number, s.length, s.claims, s.is_open) for s in book.coverage(book.sources[ID])]
    assert told == [(1, 14, (), True), (2, 5, ("pier-opened",), False), (3, 3, ("pier-opened",), False)]


def test_a_withdrawn_claim_covers_nothing(tmp_path: Path) -> None:
    book_of(tmp_path, ["It cost 3 million."])
    claim = tmp_path / "facts/claims/harbour/pier-opened.yml"
    claim.write_text(claim.read_text("utf-8") + 'withdrawn: {date: 2022-01-01, why: "We erred."}\n', "utf-8")
    book = check(tmp_path, today=TODAY).book
    assert not any(s.claims for s in book.coverage(book.sources[ID]))


def test_an_unread_quote_covers_nothing(tmp_path: Path) -> None:
    book = book_of(tmp_path, ["It cost 4 million."])
    assert not any(s.claims for s in book.coverage(book.sources[ID]))


def test_a_budget_may_be_used_up_and_no_more() -> None:
    assert not Budget(60, 60).is_over and Budget(61, 60).is_over
    assert not Budget(1_000_000, None).is_over
