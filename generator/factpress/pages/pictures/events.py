"""What happened at one time: the dated claims of a topic and day are one event, named after their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factpress.book import Book
from factpress.pages.links import Known
from factpress.pages.pictures.shapes import Form, Shapes
from factpress.pages.words import names
from factpress.records.claim import Claim
from factpress.records.date import Date

_EXACT = ("day", "time")


@dataclass(frozen=True, slots=True)
class Event:
    """The claims of one event, the one that most others rest on first."""

    when: Date
    form: Form
    label: str
    claims: Sequence[Claim]
    is_series: bool = False
    """Whether it only sums up other events, which are shown by themselves."""

    @property
    def id(self) -> str:
        """The id of its first claim."""
        return self.claims[0].id

    @property
    def is_statement(self) -> bool:
        """Whether it is that somebody said something."""
        return self.claims[0].said_by is not None

    @property
    def is_uncertain(self) -> bool:
        """Whether the day is not known: some time in these days, about this day, or this day perhaps."""
        if self.when.kind == "span":
            ends = (self.when.start, self.when.end)
            return any(end.kind not in (*_EXACT, "open") or end.qualification for end in ends)
        return self.when.kind not in _EXACT or bool(self.when.qualification) or self.when.unspecified

    @property
    def reach(self) -> tuple[int | None, int | None]:
        """Its first and last possible day, as ordinals; nothing at an open end."""
        first, last = self.when.earliest, self.when.latest
        return first.toordinal() if first else None, last.toordinal() if last else None


def events_of(claims: Iterable[Claim], known: Known, shapes: Shapes) -> list[Event]:
    """The events of dated claims, in order of time.

    What somebody said belongs to the event of its day and topic, if there is one. So do claims of another topic with
    the same shape, day and place, if the shape is named after the event's topic: casualties belong to an attack.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    days: dict[str, Date] = {}
    for claim in claims:
        if claim.when is not None and claim.withdrawal is None:
            apart = claim.id if is_series(claim, known.book) else claim.said_by or ""
            days[claim.when.canonical] = claim.when
            groups.setdefault((claim.when.canonical, claim.topic, apart), []).append(claim)
    events: list[Event] = []
    at: dict[tuple[str, ...], int] = {}
    for (day, topic, apart), found in sorted(groups.items(), key=lambda each: _rank(each[0], shapes)):
        found.sort(key=lambda claim: (-_rests_on(claim, known.book), not claim.appears_in, claim.id))
        place = "" if apart else _place(found, known)
        event = _event(days[day], found, place, known, shapes)
        n = at.get((day, topic) if event.is_statement else (day, event.form, place))
        if n is not None and (event.is_statement or events[n].claims[0].topic in shapes.first_topics):
            events[n] = replace(events[n], claims=[*events[n].claims, *found])
            continue
        if not apart:
            at.setdefault((day, topic), len(events))
        if place:
            at.setdefault((day, event.form, place), len(events))
        events.append(event)
    return sorted(events, key=_order)


def _rank(group: tuple[str, str, str], shapes: Shapes) -> tuple[bool, bool, tuple[str, str, str]]:
    """What is formed first: events, of these the ones after whose topics shapes are named."""
    return bool(group[2]), group[1] not in shapes.first_topics, group


def _event(when: Date, claims: Sequence[Claim], place: str, known: Known, shapes: Shapes) -> Event:
    first = claims[0]
    if first.said_by:
        # That somebody said something is no event of the kind that it is about.
        speaker = known.book.entities.get(first.said_by)
        name = names.short_name(speaker) if speaker else first.said_by
        return Event(when, shapes.other, f"Statement of {name}", claims)
    is_named = place and first.topic in shapes.first_topics
    label = place if is_named else _named(names.topic_name(first.topic), place)
    return Event(when, shapes.of(first.topic), label, claims, is_series=is_series(first, known.book))


def _named(topic: str, place: str) -> str:
    return f"{topic}, {place}" if place else topic


def _order(event: Event) -> tuple[int, int, str]:
    first, last = event.reach
    return first if first is not None else last or 0, last if last is not None else 10**7, event.id


def _place(claims: Sequence[Claim], known: Known) -> str:
    """The name of the place that most of the claims are about; empty without one."""
    entities = known.book.entities
    count = Counter(id for each in claims for id in each.where if id in entities and id not in known.broad_places)
    return names.short_name(entities[count.most_common(1)[0][0]]) if count else ""


def _rests_on(claim: Claim, book: Book) -> int:
    """How many claims rest on a claim or compare themselves with it."""
    return len({m.record.id for m in book.mentioning(claim) if m.keys[0] in ("rests_on", "must_hold")})


def compared_with(claim: Claim) -> list[str]:
    """The claims that a claim compares itself with in `must_hold`."""
    return [term.claim for line in claim.must_hold for term in line.terms if term.claim]


def is_series(claim: Claim, book: Book) -> bool:
    """Whether the claim sums up others that happened in the time that it names."""
    when = claim.when
    if when is None or when.kind not in ("span", "window") or when.earliest is None or when.latest is None:
        return False
    parts = [book.claims[id].when for id in {*claim.rests_on, *compared_with(claim)} if id in book.claims]
    days = (when.earliest.date(), when.latest.date())
    inside = [
        part
        for part in parts
        if part and part.earliest and part.latest and days[0] <= part.earliest.date() and part.latest.date() <= days[1]
    ]
    return len(inside) > 1
