"""What the home page adds by itself: each explainer with its finding, tally and errors, and the newest changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factpress import addresses
from factpress.changes.history import UNTOLD, History
from factpress.pages.account import account_of
from factpress.pages.changes import changes_of
from factpress.pages.corrections import corrections
from factpress.pages.environment import environment
from factpress.pages.faults import Fault, faults
from factpress.pages.links import LinkedBook, To
from factpress.pages.tally import Checked, TallyRow, checked_article, last_checked, tally_rows
from factpress.pages.words import verdicts
from factpress.records.page import Page
from factpress.records.text import without_links

MOST_CORRECTIONS = 5
MOST_FAULTS = 5


@dataclass(frozen=True, slots=True)
class ListedExplainer:
    """An explainer as the home page lists it: what it checks, what it found, its tally, and what is wrong."""

    link: To
    checked: Checked | None
    answer: str
    rows: Sequence[TallyRow]
    last_checked: str
    faults: Sequence[Fault]


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
        explainers=explainers,
        corrections=newest,
        changes=changes,
        all_corrections=everything,
        reading=_reading(here),
        method=To("Method: how this site checks claims", here.to_kind("method").url),
    ).strip()


def _reading(linked: LinkedBook) -> Sequence[tuple[verdicts.Mark, str]]:
    """The shape of each verdict that claims of the site have, with the verdict in words."""
    met = {verdicts.verdict_words(claim, linked.book): claim for claim in linked.book.claims.values()}
    order = [verdicts.verdict_name(verdict) for verdict in linked.book.verdicts.values()]
    return [(verdicts.mark_of(met[name], linked.book), name) for name in order if name in met]


def _explainers(home: Page, linked: LinkedBook) -> Iterator[ListedExplainer]:
    for page in linked.book.pages.values():
        if page.article is not None and page is not home:
            link = linked.to_page(page)
            yield ListedExplainer(
                link,
                checked_article(page, linked),
                without_links(page.answer) if page.answer else page.description or "",
                tally_rows(account_of(page, linked.book, url=link.url), linked),
                last_checked(page, linked),
                faults(page, linked)[:MOST_FAULTS],
            )
