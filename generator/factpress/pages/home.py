"""What the home page adds by itself: the explainers with their accounts, and the newest changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factpress import addresses
from factpress.changes.history import UNTOLD, History
from factpress.pages.account import Account, account_of
from factpress.pages.changes import changes_of
from factpress.pages.corrections import corrections
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, To
from factpress.records.page import Page

MOST_CORRECTIONS = 5


@dataclass(frozen=True, slots=True)
class ListedExplainer:
    """An explainer as the home page lists it."""

    link: To
    description: str
    account: Account


def listed_at_home(page: Page, linked: LinkedBook, history: History = UNTOLD) -> str:
    """The explainers and the newest changes as HTML; nothing for another page, or where there are none."""
    if addresses.of_page(page.id):
        return ""
    here = linked.at_page(page)
    explainers, newest = list(_explainers(page, here)), corrections(here)[:MOST_CORRECTIONS]
    changes = changes_of(here, history, most_days=1).days
    template = environment().get_template("home.html.jinja")
    everything = here.to_all("corrections")
    return template.render(
        explainers=explainers, corrections=newest, changes=changes, all_corrections=everything
    ).strip()


def _explainers(home: Page, linked: LinkedBook) -> Iterator[ListedExplainer]:
    for page in linked.book.pages.values():
        if page.article is not None and page is not home:
            link = linked.to_page(page)
            yield ListedExplainer(link, page.description or "", account_of(page, linked.book, url=link.url))
