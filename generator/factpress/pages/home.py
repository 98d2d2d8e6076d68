"""What the home page adds by itself: the explainers with their accounts, and the newest corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment

from factpress import addresses
from factpress.pages.account import Account, account_of
from factpress.pages.corrections import corrections
from factpress.pages.views import Shelf, To
from factpress.records.page import Page

MOST_CORRECTIONS = 5


@dataclass(frozen=True, slots=True)
class ListedExplainer:
    """An explainer as the home page lists it."""

    link: To
    description: str
    account: Account


def listed_at_home(page: Page, shelf: Shelf, templates: Environment) -> str:
    """The explainers and the newest corrections as HTML; nothing for another page, or where there are none."""
    if addresses.of_page(page.id):
        return ""
    here = shelf.seen_from(addresses.page_url(page.id, directory_urls=shelf.directory_urls))
    explainers, newest = list(_explainers(page, here)), corrections(here)[:MOST_CORRECTIONS]
    all_of_them = To("All corrections", here.url(addresses.CORRECTIONS))
    template = templates.get_template("home.html.jinja")
    return template.render(explainers=explainers, corrections=newest, all_corrections=all_of_them).strip()


def _explainers(home: Page, shelf: Shelf) -> Iterator[ListedExplainer]:
    for page in shelf.book.pages.values():
        if page.article is not None and page is not home:
            link = shelf.to_page(page)
            yield ListedExplainer(link, page.description or "", account_of(page, shelf.book, url=link.url))
