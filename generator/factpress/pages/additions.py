"""What pages of prose add by themselves, and where on the page it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from jinja2 import Environment

from factpress.pages.coverage import strip_of
from factpress.pages.explainer import explained
from factpress.pages.home import listed_at_home
from factpress.pages.views import Shelf
from factpress.records.page import Page

Where = Literal["after-first-paragraph", "before-first-section", "at-end"]
"""Where a page has no paragraph or no section, what belongs there stands at its end."""


@dataclass(frozen=True, slots=True)
class Addition:
    """HTML that a page adds to its text, and where."""

    where: Where
    html: str


def additions(page: Page, shelf: Shelf, templates: Environment) -> Sequence[Addition]:
    """What a page adds, in the order of the page; most add nothing."""
    account, notes = explained(page, shelf, templates) or ("", "")
    found = [
        Addition("after-first-paragraph", account),
        Addition("before-first-section", listed_at_home(page, shelf, templates)),
        Addition("at-end", strip_of(page, shelf, templates)),
        Addition("at-end", notes),
    ]
    return [each for each in found if each.html]
