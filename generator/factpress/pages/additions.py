"""What is added to pages of prose, and where on the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factpress.changes.history import UNTOLD, History
from factpress.pages.closing import closing_of_page
from factpress.pages.coverage import strip_of
from factpress.pages.explainer import explained
from factpress.pages.faults import faults_of
from factpress.pages.home import listed_at_home
from factpress.pages.links import LinkedBook
from factpress.pages.pictures.map_blocks import map_at_home, map_of_explainer
from factpress.pages.pictures.timeline_blocks import timeline_of_explainer
from factpress.pages.tally import kicker_of, top_of
from factpress.records.page import Page

Where = Literal["before-heading", "after-heading", "before-first-section", "at-end"]
"""On a page without a heading of level 1 the addition comes first, without a section at the end."""


@dataclass(frozen=True, slots=True)
class Addition:
    """HTML that is added to a page, and where."""

    where: Where
    html: str


@dataclass(frozen=True, slots=True)
class Added:
    """What is added to a page: blocks in the order of the page, and by a claim's id the button beside links to it.

    A page with `contents` also gets a line that leads to its sections.
    """

    blocks: Sequence[Addition] = ()
    buttons: Mapping[str, str] = field(default_factory=dict)
    contents: bool = False

    @property
    def has_columns(self) -> bool:
        """Whether something is set beside the text, where themes would show a page's contents."""
        return any('<div class="fp-side' in block.html for block in self.blocks)


def additions(page: Page, linked: LinkedBook, history: History = UNTOLD) -> Added:
    """What is added to a page; to most pages nothing. `history` is the past of the records."""
    explainer = explained(page, linked)
    found = [
        Addition("before-heading", kicker_of(page, linked) if explainer else ""),
        Addition("after-heading", explainer.answer if explainer else ""),
        Addition("after-heading", top_of(page, linked) if explainer else ""),
        Addition("before-first-section", faults_of(page, linked)),
        Addition("before-first-section", _beside(map_of_explainer(page, linked))),
        Addition("before-first-section", timeline_of_explainer(page, linked)),
        Addition("before-first-section", listed_at_home(page, linked, history)),
        Addition("before-first-section", _beside(map_at_home(page, linked))),
        Addition("at-end", strip_of(page, linked)),
        Addition("at-end", closing_of_page(page, linked)),
        Addition("at-end", explainer.notes if explainer else ""),
    ]
    buttons = explainer.buttons if explainer else {}
    return Added([each for each in found if each.html], buttons, contents=explainer is not None)


def _beside(block: str) -> str:
    """A block beside the text, where there is room for it."""
    return f'<div class="fp-side">{block}</div>' if block else ""
