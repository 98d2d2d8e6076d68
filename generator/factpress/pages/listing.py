"""A list of claims as pages: by topic, at most a hundred claims a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress import addresses
from factpress.findings import counted
from factpress.pages.links import LinkedBook, To
from factpress.pages.words import names, verdicts
from factpress.records.claim import Claim

A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Pages:
    """The links between the pages of one list: numbers without a URL are this page, and none is a gap."""

    previous: To | None
    following: To | None
    numbers: Sequence[To | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a list of claims: its address, title and description, and which of all the claims it has."""

    address: str
    title: str
    about: str
    list: str
    number: int
    last: int
    claims: Sequence[Claim]

    @property
    def is_first(self) -> bool:
        """Whether it is the first page of the list."""
        return self.number == 1

    @property
    def is_last(self) -> bool:
        """Whether it is the last page of the list."""
        return self.number == self.last

    def shown(self, linked: LinkedBook) -> Mapping[str, Any]:
        """What every page of a list shows."""
        start = (self.number - 1) * A_PAGE
        return {
            "count": _count(len(self.claims), start),
            "groups": _groups(self.claims[start : start + A_PAGE], linked),
            "pages": _pages(self.list, self.number, self.last, linked) if self.last > 1 else None,
        }


def parts(address: str, title: str, about: str, claims: Sequence[Claim]) -> Iterator[Part]:
    """The pages of a list, by the address, title and description of the first one."""
    last = max(1, -(-len(claims) // A_PAGE))
    yield Part(address, title, about, address, 1, last, claims)
    for number in range(2, last + 1):
        here = addresses.of_part(address, number)
        yield Part(here, f"{title}, page {number}", f"{about} Page {number} of {last}.", address, number, last, claims)


def _count(count: int, start: int) -> str:
    if count > A_PAGE:
        return f"{count:,} claims, by topic; here {start + 1:,} to {min(count, start + A_PAGE):,}."
    return f"{counted(count, 'claim')}, by topic."


def _groups(
    claims: Sequence[Claim], linked: LinkedBook
) -> list[tuple[str, str, list[tuple[To, verdicts.Status, str]]]]:
    by_topic: dict[str, list[tuple[To, verdicts.Status, str]]] = {}
    for claim in claims:
        row = (
            linked.beside_verdict(claim),
            verdicts.status(claim, linked.book, linked.today),
            names.date_words(claim.when),
        )
        by_topic.setdefault(claim.topic, []).append(row)
    return [(topic, names.topic_name(topic), rows) for topic, rows in by_topic.items()]


def _pages(address: str, number: int, last: int, linked: LinkedBook) -> Pages:
    def to(part: int, said: str) -> To:
        return To(said, linked.url(addresses.of_part(address, part)))

    numbers: list[To | None] = []
    before = 0
    for part in sorted({1, *range(max(1, number - 2), min(last, number + 2) + 1), last}):
        numbers += [None] if part > before + 1 else []
        numbers.append(To(str(part), "") if part == number else to(part, str(part)))
        before = part
    return Pages(
        to(number - 1, "Previous page") if number > 1 else None,
        to(number + 1, "Next page") if number < last else None,
        numbers,
    )
