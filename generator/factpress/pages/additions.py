"""What pages of prose add by themselves, and where on the page it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factpress.pages.coverage import strip_of
from factpress.pages.explainer import explained
from factpress.pages.home import listed_at_home
from factpress.pages.links import LinkedBook
from factpress.records.page import Page

Where = Literal["after-first-paragraph", "before-first-section", "at-end"]
"""Where a page has no paragraph or no section, what belongs there stands at its end."""


@dataclass(frozen=True, slots=True)
class Addition:
    """HTML that a page adds to its text, and where."""

    where: Where
    html: str


@dataclass(frozen=True, slots=True)
class Added:
    """What a page adds: blocks in the order of the page, and by a claim's id the button beside links to it."""

    blocks: Sequence[Addition] = ()
    buttons: Mapping[str, str] = field(default_factory=dict)


def additions(page: Page, linked: LinkedBook) -> Added:
    """What a page adds to its text; most add nothing."""
    told = explained(page, linked)
    found = [
        Addition("after-first-paragraph", told.account if told else ""),
        Addition("before-first-section", listed_at_home(page, linked)),
        Addition("at-end", strip_of(page, linked)),
        Addition("at-end", told.notes if told else ""),
    ]
    return Added([each for each in found if each.html], told.buttons if told else {})
