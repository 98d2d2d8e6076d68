"""Related claims: those that rest on the same claim, then others on the same topic."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factpress.pages.links import LinkedBook
from factpress.records.claim import Claim

MOST = 6


def related(claim: Claim, linked: LinkedBook) -> list[Claim]:
    """At most six claims, without the claim itself and those that its page names already."""
    shown = {claim.id, *claim.rests_on}
    shown |= {m.record.id for m in linked.book.mentioning(claim) if m.keys[0] in {"rests_on", "must_hold"}}
    found = {other.id: other for other in _near(claim, linked) if other.id not in shown}
    return list(found.values())[:MOST]


def _near(claim: Claim, linked: LinkedBook) -> Iterator[Claim]:
    for id in claim.rests_on:
        ground = linked.book.claims.get(id)
        mentions = linked.book.mentioning(ground) if ground else ()
        siblings = (m.record for m in mentions if m.keys[0] == "rests_on" and isinstance(m.record, Claim))
        yield from islice((other for other in siblings if other.withdrawal is None), 2 * MOST)
    topic, place = linked.known.topics.get(claim.topic, ()), linked.known.place_in_topic.get(claim.id, 0)
    # Its neighbours in the order of the topic: otherwise every claim of a long topic would show the same ones.
    yield from (topic[(place + step) % len(topic)] for step in range(1, min(len(topic), 4 * MOST)))
