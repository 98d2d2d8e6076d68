"""What the home page adds by itself: the explainers with their accounts, and the newest corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from factpress import addresses
from factpress.pages.account import Account, account_of
from factpress.pages.views import Shelf, To
from factpress.records.page import Page

MOST_CORRECTIONS = 5


@dataclass(frozen=True, slots=True)
class ListedExplainer:
    """An explainer as the home page lists it."""

    link: To
    description: str
    account: Account


@dataclass(frozen=True, slots=True)
class ListedCorrection:
    """A correction as the home page lists it: the day and the kind of it, the claim, what stood there, and why not."""

    date: str
    kind: str
    claim: To
    was: str
    why: str


def listed_at_home(page: Page, shelf: Shelf, templates: Environment) -> str:
    """The explainers and the newest corrections as HTML; nothing for another page, or where there are none."""
    if addresses.of_page(page.id):
        return ""
    here = shelf.seen_from(addresses.page_url(page.id, directory_urls=shelf.directory_urls))
    explainers, corrections = list(_explainers(page, here)), _newest_corrections(here)
    template = templates.get_template("home.html.jinja")
    return template.render(explainers=explainers, corrections=corrections).strip()


def _explainers(home: Page, shelf: Shelf) -> Iterator[ListedExplainer]:
    for page in shelf.book.pages.values():
        if page.article is not None and page is not home:
            link = shelf.to_page(page)
            yield ListedExplainer(link, page.description or "", account_of(page, shelf.book, url=link.url))


def _newest_corrections(shelf: Shelf) -> Sequence[ListedCorrection]:
    standing = (claim for claim in shelf.book.claims.values() if claim.withdrawal is None)
    changes = [(change, claim) for claim in standing for change in claim.corrections]
    changes.sort(key=lambda found: found[0].date.canonical, reverse=True)
    return [
        ListedCorrection(change.date.in_words(), change.kind, shelf.to("claim", claim.id), change.was, change.why)
        for change, claim in changes[:MOST_CORRECTIONS]
    ]
