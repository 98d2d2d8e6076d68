"""The table of page kinds: a new kind of page is one row here, one view and one template.

From it come the addresses that no other page may take, the pages themselves, the navigation, the exports and the
tests. A row's name leads to its view, `pages/views/<name>.py`, and to its template,
`pages/templates/<name>.html.jinja`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factpress.records.record import Kind
from factpress.records.site import METHOD_PAGE

Facet = Literal["verdict", "standing", "topic", "year", "source", "entity"]
FACETS: tuple[Facet, ...] = ("verdict", "standing", "topic", "year", "source", "entity")
"""What claims have in common, as folders of the lists of those that have it."""
TOP, CHECK, CONTRIBUTE = "", "The check", "Contribute"
"""The sections of the navigation; the first is its top level."""


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its address, and for a kind with one page its title, a sentence about it and its section.

    `*` in an address is an id: such kinds have a page for each record or group, and none of them is in the
    navigation. `folders` are those that belong to the kind as a whole, because its pages come and go. `anchors` are
    some that the page has whatever it shows, so that a link to one is known to lead somewhere.
    """

    name: str
    address: str
    title: str = ""
    about: str = ""
    section: str = TOP
    folders: Sequence[str] = ()
    anchors: Sequence[str] = ()

    @property
    def has_one_page(self) -> bool:
        """Whether the kind is a single page, or a list with a first page."""
        return "*" not in self.address


_ROWS = (
    PageKind("claim", "claims/*/"),
    PageKind("source", "sources/*/"),
    PageKind("entity", "entities/*/"),
    PageKind("claims", "claims/", "Claims", "Every claim on this site, by topic.", folders=["claims/page"]),
    PageKind("facet", "claims/*/*/", folders=[f"claims/{facet}" for facet in FACETS]),
    PageKind("sources", "sources/", "Sources", "Every source of this site, by whose reporting it is."),
    PageKind("entities", "entities/", "People and places", "Everyone and everything that this site names."),
    PageKind("timeline", "timeline/", "Timeline", "Every claim of this site that has a date, in order of time."),
    PageKind("map", "map/", "Map", "Every place of this site that has coordinates."),
    PageKind(
        "coverages",
        "coverage/",
        "Coverage",
        "Which sentences of the articles under check the claims cover.",
        CHECK,
    ),
    PageKind("coverage", "coverage/*/", folders=["coverage"]),
    PageKind(
        "open_questions",
        "open-questions/",
        "Open questions",
        "What the evidence leaves open, and what would settle it.",
        CHECK,
    ),
    PageKind(
        "corrections",
        "corrections/",
        "Corrections and changes",
        "What was corrected, withdrawn or changed on this site, newest first.",
        CHECK,
    ),
    PageKind(
        "method",
        METHOD_PAGE,
        "Method",
        "How this site checks claims: its verdicts, how evidence is counted, its waivers, and every rule.",
        CHECK,
    ),
    PageKind(
        "contribute",
        "contribute/",
        "How to contribute",
        "How to correct a claim in the browser, add one on your own machine, and read what the check says.",
        CONTRIBUTE,
        anchors=["correct", "add", "templates", "quotes", "findings", "changes", "reviews", "guarded"],
    ),
    PageKind(
        "records",
        "records/",
        "Records",
        "Every field that a record may have, and which values it takes.",
        CONTRIBUTE,
        anchors=["claim", "source", "entity", "site"],
    ),
    PageKind("rules", "rules/", "Rules", "Every rule that records are checked by.", CONTRIBUTE),
)
PAGE_KINDS: Mapping[str, PageKind] = {kind.name: kind for kind in _ROWS}
"""Every kind of page by its name, in the order of the navigation."""
TOP_PAGES = [kind for kind in _ROWS if kind.has_one_page and kind.section == TOP]
"""The kinds at the top level of the navigation."""
LIST_OF: Mapping[Kind, str] = {"claim": "claims", "source": "sources", "entity": "entities"}
"""The kinds of record that have pages, each with the kind of page that lists them."""
