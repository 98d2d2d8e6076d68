"""What is added to pages of prose, and where on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factpress.pages.closing import closing_of_page
from factpress.pages.coverage import strip_of
from factpress.pages.explainer import explained
from factpress.pages.faults import faults_of
from factpress.pages.home import listed_at_home
from factpress.pages.links import LinkedBook
from factpress.pages.pictures.map_blocks import map_at_home, map_of_explainer
from factpress.pages.pictures.timeline_blocks import timeline_of_explainer
from factpress.records.page import Page

Where = Literal["after-heading", "after-first-paragraph", "before-first-section", "at-end"]
"""On a page without a heading of level 1 the addition comes first, without a paragraph or section at the end."""


@dataclass(frozen=True, slots=True)
class Addition:
    """HTML that is added to a page, and where."""

    where: Where
    html: str


@dataclass(frozen=True, slots=True)
class Added:
    """What is added to a page: blocks in the order of the page, and by a claim's id the button beside links to it."""

    blocks: Sequence[Addition] = ()
    buttons: Mapping[str, str] = field(default_factory=dict)


def additions(page: Page, linked: LinkedBook) -> Added:
    """What is added to a page; to most pages nothing."""
    explainer = explained(page, linked)
    found = [
        Addition("after-heading", explainer.answer if explainer else ""),
        Addition("after-first-paragraph", explainer.account if explainer else ""),
        Addition("before-first-section", faults_of(page, linked)),
        Addition("before-first-section", timeline_of_explainer(page, linked)),
        Addition("before-first-section", map_of_explainer(page, linked)),
        Addition("before-first-section", listed_at_home(page, linked)),
        Addition("before-first-section", map_at_home(page, linked)),
        Addition("at-end", strip_of(page, linked)),
        Addition("at-end", closing_of_page(page, linked)),
        Addition("at-end", explainer.notes if explainer else ""),
    ]
    return Added([each for each in found if each.html], explainer.buttons if explainer else {})
