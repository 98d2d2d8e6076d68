"""What search engines and shares say of a page below its title: what was found comes first."""

from __future__ import annotations

from factpress.book import Book
from factpress.findings import counted
from factpress.pages.account import account_of
from factpress.pages.words import names, verdicts
from factpress.records.claim import Claim
from factpress.records.page import Page
from factpress.records.text import without_links

_LONGEST = 300


def of_claim(claim: Claim, book: Book) -> str:
    """The verdict of a claim, its words where the title is a finding, what is true or why, and its sources."""
    if claim.finding and claim.appears_in:
        found = f"{verdicts.verdict_words(claim, book)}: “{names.plain(claim)}”"
    else:
        found = f"{verdicts.status_words(claim, book)}."
    count = len({piece.source for piece in (*claim.appears_in, *claim.evidence)})
    # What is true says more than why the claim is not.
    reason = without_links(claim.instead or claim.because or "")
    return _cut(" ".join(filter(None, [found, reason, f"{counted(count, 'source')} cited."])))


def of_explainer(page: Page, book: Book) -> str:
    """What the check of an explainer's article found: its answer, or its description and its claims by verdict."""
    if page.answer:
        return without_links(page.answer)
    account = account_of(page, book)
    groups = ", ".join(f"{len(group.claims)} {group.verdict.lower()}" for group in account.judged)
    tally = f"{counted(account.count, 'claim')} checked: {groups}." if groups else ""
    return " ".join(filter(None, [page.description, tally]))


def _cut(words: str) -> str:
    """Words without what is too long for a preview, up to a whole word."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0].rstrip(" ,;:") + " …"
