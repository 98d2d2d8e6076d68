"""What claims have in common: verdict, standing, topic, year, source, entity, and which claims have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factpress import addresses
from factpress.page_kinds import FACETS, Facet
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import names, verdicts
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.entity import Entity
from factpress.records.site import BACKGROUND, NOT_JUDGED
from factpress.records.source import Source

STANDINGS = ("corroborated", "primary", "single-source", "unsupported", "contested", "contradicted")
"""All standings, the firmest first."""
MOST_YEARS = 10
MANY_CLAIMS = 12
_TITLES = {
    "standing": "Claims whose standing is {}",
    "topic": "Claims under “{}”",
    "year": "Claims dated {}",
    "source": "Claims that cite {}",
    "entity": "Claims that mention {}",
}
_UNJUDGED = {
    NOT_JUDGED: (verdicts.NOT_JUDGED, "Claims not yet judged"),
    BACKGROUND: (verdicts.BACKGROUND, "Claims that are not in the article"),
}


@dataclass(frozen=True, slots=True)
class Value:
    """Something that claims have in common: its facet, its id and name, the title of its list, and its claims."""

    facet: Facet
    id: str
    name: str
    title: str
    claims: Sequence[Claim]


@dataclass(frozen=True)
class Facets:
    """The claims of a book that are not withdrawn, by topic and id, and what they have in common."""

    linked: LinkedBook

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims in the order of every list: by topic, then by id."""
        standing = (claim for claim in self.linked.book.claims.values() if claim.withdrawal is None)
        return sorted(standing, key=lambda claim: (claim.topic, claim.id))

    def of(self, facet: Facet) -> Sequence[Value]:
        """The values of a facet that claims have, in the order of lists."""
        return self._values[facet]

    def has_list(self, value: Value) -> bool:
        """Whether the claims that have it are listed at an address of their own.

        Every verdict, standing, topic and year has a list. The page of a source or an entity already lists its claims,
        so only those with a dozen claims or more have a list too: the number of such lists is at most a twelfth of
        the number of times that claims name sources and entities, and a list does not go away when claims are added.
        A verdict that the site does not know is a finding, and has no list.
        """
        match value.facet:
            case "source" | "entity":
                return len(value.claims) >= MANY_CLAIMS
            case "verdict":
                return value.id in self.linked.book.verdicts or value.id in _UNJUDGED
        return True

    @cached_property
    def _values(self) -> Mapping[Facet, Sequence[Value]]:
        found: dict[Facet, dict[str, list[Claim]]] = {facet: {} for facet in FACETS}
        for claim in self.claims:
            for facet, id in facets_of(claim, self.linked):
                found[facet].setdefault(id, []).append(claim)
        return {facet: self._ordered(facet, claims) for facet, claims in found.items()}

    def _ordered(self, facet: Facet, found: Mapping[str, Sequence[Claim]]) -> Sequence[Value]:
        """A facet's values in order: verdicts and standings by rank, years newest first, others by use."""
        match facet:
            case "verdict":
                known = [*self.linked.book.verdicts]
                ids = [*known, *sorted(found.keys() - {*known, *_UNJUDGED}), *_UNJUDGED]
            case "standing":
                ids = list(STANDINGS)
            case "topic":
                ids = sorted(found)
            case "year":
                ids = sorted(found, key=int, reverse=True)
            case _:
                ids = sorted(found, key=lambda id: (-len(found[id]), id))
        return self._named(facet, [(id, found[id]) for id in ids if id in found])

    def _named(self, facet: Facet, found: Sequence[tuple[str, Sequence[Claim]]]) -> Sequence[Value]:
        called = [self._name(facet, id) for id, _ in found]
        count = Counter(called)
        unique = [name if count[name] == 1 else f"{name} ({id})" for name, (id, _) in zip(called, found, strict=True)]
        return [
            Value(facet, id, name, _title(facet, id, name), claims)
            for name, (id, claims) in zip(unique, found, strict=True)
        ]

    def _name(self, facet: Facet, id: str) -> str:
        match facet:
            case "verdict":
                return _UNJUDGED[id][0] if id in _UNJUDGED else verdicts.given_name(id, self.linked.book)
            case "standing":
                return verdicts.standing_name(id)
            case "topic":
                return names.topic_name(id)
            case "source":
                return self.linked.sources[id]
            case "entity":
                return self.linked.book.entities[id].name
        return id


def facets_of(claim: Claim, linked: LinkedBook) -> Iterator[tuple[Facet, str]]:
    """What a claim has of each facet, each once: the facet, and the id of what it has there."""
    book = linked.book
    judged = (claim.verdict or NOT_JUDGED) if claim.appears_in else BACKGROUND
    yield "verdict", judged
    yield "standing", book.weights[claim.id].standing
    yield "topic", claim.topic
    yield from (("year", str(year)) for year in years_of(claim.when))
    for kind, id in dict.fromkeys((reference.kind, reference.id) for reference in claim.references()):
        if kind == "source" or kind == "entity":
            record = book.shelf(kind).get(id)
            if record is not None and record.withdrawal is None:
                yield kind, id


def years_of(date: Date | None) -> Sequence[int]:
    """The years of a date; of a time longer than ten years, the first and the last, if these are known."""
    ends = [end.year for end in (date.earliest, date.latest) if end] if date else []
    if date is None or not ends:
        return ()
    if ends[-1] - ends[0] < MOST_YEARS:
        return range(ends[0], ends[-1] + 1)
    return ends if date.kind == "span" else ()


def list_of_own(record: Source | Entity, linked: LinkedBook) -> To | None:
    """A link from the page of a source or an entity to the list of its claims, if there is one."""
    count = len(linked.book.claims_naming(record))
    if count < MANY_CLAIMS:
        return None
    facet: Facet = "source" if isinstance(record, Source) else "entity"
    return To(f"Its {count} claims by topic", linked.url(addresses.of_facet(facet, record.id)))


def _title(facet: Facet, id: str, name: str) -> str:
    if facet == "verdict":
        # A label begins with a capital, but here it is inside a title.
        return _UNJUDGED[id][1] if id in _UNJUDGED else f"Claims judged {name[:1].lower()}{name[1:]}"
    return _TITLES[facet].format(name.lower() if facet == "standing" else name)


def own_page(value: Value, linked: LinkedBook) -> To | None:
    """A link to the page of the source or entity that the claims have in common; nothing for other facets."""
    if value.facet == "source" or value.facet == "entity":
        return linked.to(value.facet, value.id)
    return None
