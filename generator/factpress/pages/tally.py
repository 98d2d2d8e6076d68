"""The top of an explainer: which article it checks, when it was checked, and its claims counted, a shape for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factpress.changes.stamp import state
from factpress.pages.account import Account, account_of
from factpress.pages.cited import cited_claims
from factpress.pages.closing import explainer_report
from factpress.pages.coverage import coverage_of
from factpress.pages.environment import environment
from factpress.pages.fragments import in_address
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import names, verdicts
from factpress.records.page import Page

MOST_SHAPES = 60


@dataclass(frozen=True, slots=True)
class TallyRow:
    """A row of the tally: a number, a word, a shape for each claim up to a limit, and how many more there are."""

    count: int
    link: To
    mark: verdicts.Mark
    shapes: range
    more: int


@dataclass(frozen=True, slots=True)
class Checked:
    """What is checked: the article's publisher, with a link to the original, when it appeared, and the record of it."""

    publisher: To
    dated: str
    record: To


def checked_article(page: Page, linked: LinkedBook) -> Checked | None:
    """The article that an explainer checks; nothing if it is not on record."""
    source = linked.book.sources.get(page.article or "")
    if source is None or source.withdrawal is not None:
        return None
    url = in_address(source.url) if source.url else ""
    name = names.publisher(source, linked.book)
    return Checked(To(name, url), names.dated(source), linked.to("source", source.id))


def kicker_of(page: Page, linked: LinkedBook) -> str:
    """The line above an explainer's heading, as HTML: what is checked, with a link to the original."""
    found = checked_article(page, linked.at_page(page))
    return environment().get_template("kicker.html.jinja").render(checked=found).strip() if found else ""


def tally_rows(account: Account, book_of: LinkedBook) -> Sequence[TallyRow]:
    """A row for each verdict of an account, the claims that are not in the article last."""
    rows = []
    for group in (*account.judged, *account.background):
        count = len(group.claims)
        mark = verdicts.mark_of(group.claims[0], book_of.book)
        link = To(group.verdict.lower(), group.url)
        rows.append(TallyRow(count, link, mark, range(min(count, MOST_SHAPES)), max(0, count - MOST_SHAPES)))
    return rows


def top_of(page: Page, linked: LinkedBook) -> str:
    """What comes between an explainer's answer and its text, as HTML: one line on the check, and the tally."""
    here, account = linked.at_page(page), account_of(page, linked.book)
    article = linked.book.sources.get(page.article or "")
    shown = {
        "checked": checked_article(page, here),
        "last_checked": last_checked(page, here),
        "reviewed": _reviewed(page, here),
        "report": explainer_report(page, here),
        "account": account,
        "rows": tally_rows(account, here),
        "title": "",
        "coverage": coverage_of(article, here) if article else None,
    }
    return environment().get_template("top.html.jinja").render(shown).strip()


def last_checked(page: Page, linked: LinkedBook) -> str:
    """The last day on which one of the page's claims was compared with its sources, in words; empty if unknown."""
    days = [claim.checked for claim in cited_claims(page, linked.book) if claim.checked]
    return max(days, key=lambda day: day.canonical).in_words() if days else ""


def _reviewed(page: Page, linked: LinkedBook) -> str:
    """How many of the page's claims somebody reviewed as they are now."""
    claims = cited_claims(page, linked.book)
    count = sum(state(linked.book, claim) == "fits" for claim in claims)
    if not count:
        return "not yet reviewed by a second person"
    return "every claim reviewed" if count == len(claims) else f"{count} of {len(claims)} claims reviewed"
