"""The list of claims as data: the site's script filters and sorts by it."""

from __future__ import annotations

import json
from typing import Any

from factpress.page_kinds import FACETS
from factpress.pages.facets import Facets, facets_of
from factpress.pages.links import LinkedBook
from factpress.pages.words import names
from factpress.records.claim import Claim

_OF_MANY = ("year", "source", "entity")


def claim_index(linked: LinkedBook) -> str:
    """Every claim that is not withdrawn as JSON, column by column, in the order of the list.

    `tables` has the `[id, name]` of all that claims have in common, by facet; the columns of facets have positions in
    these tables: one each, or a list of them for years, sources and entities. `claim` is what a claim says where
    `words` are what was found. `day` is its first day as the number YYYYMMDD, 0 for none; `ending` is what follows an
    id in a page's address, seen from the list.
    """
    facets = Facets(linked)
    tables = {facet: [[value.id, value.name] for value in facets.of(facet)] for facet in FACETS}
    places = {(facet, id): n for facet, table in tables.items() for n, (id, _) in enumerate(table)}
    columns: dict[str, list[Any]] = {name: [] for name in ("id", "words", "claim", "when", "day", *FACETS)}
    for claim in facets.claims:
        columns["id"].append(claim.id)
        columns["words"].append(names.headline(claim))
        columns["claim"].append(names.plain(claim) if claim.finding else "")
        columns["when"].append(names.date_words(claim.when))
        columns["day"].append(_day(claim))
        row: dict[str, list[int]] = {facet: [] for facet in FACETS}
        for facet, id in facets_of(claim, facets.linked):
            row[facet].append(places[facet, id])
        for name, found in row.items():
            columns[name].append(found if name in _OF_MANY else found[0])
    index = {"ending": "/" if linked.directory_urls else ".html", "tables": tables, "claims": columns}
    return json.dumps(index, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def _day(claim: Claim) -> int:
    """A claim's first known day as a number; if only the last day is known, that one."""
    first = (claim.when.earliest or claim.when.latest) if claim.when else None
    return first.year * 10_000 + first.month * 100 + first.day if first else 0
