"""F2: every id leads to a record, and every record is there for something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from factpress.findings import Severity, shown
from factpress.records.ids import checked_id
from factpress.records.record import Keys, Record
from factpress.records.unreadable import Unreadable
from factpress.rules.rule import Found, Project, rule

_AN = {"claim": "a claim", "source": "a source", "entity": "an entity"}


@rule("F201", waivable=False)
def unknown_id(project: Project) -> Iterator[Found]:
    """An id that leads to no record.

    Why: the words that rest on it rest on nothing. A reference to a record that could not be read is not
    reported a second time: mend that record.

    Bad:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazete

    Good:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
    """
    for lost in project.book.unresolved:
        if lost.why == "unknown":
            kind, id = lost.reference.kind, lost.reference.id
            place = lost.record.at(*lost.reference.keys)
            try:
                checked_id(id)
            except Unreadable as error:
                yield Found(place, error.message, error.help)
                continue
            help = (
                f"did you mean {shown(lost.nearest)}?"
                if lost.nearest
                else f"write {_AN[kind]} with that id, or correct it"
            )
            yield Found(place, f"there is no {kind} {shown(id)}", help)


@rule("F202", waivable=False)
def renamed_id(project: Project) -> Iterator[Found]:
    """A reference by an id that its record had before.

    Why: former ids redirect readers; records use the id of today, so that one id means one record.

    Bad:

        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        formerly: [gazette]
        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: gazette

    Good:

        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        formerly: [gazette]
        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
    """
    for lost in project.book.unresolved:
        if lost.why == "renamed":
            place = lost.record.at(*lost.reference.keys)
            message = f"the {lost.reference.kind} {shown(lost.reference.id)} is now called {shown(lost.nearest)}"
            yield Found(place, message, f"write {shown(lost.nearest)}")


@rule("F203", severity=Severity.WARNING)
def unused_source(project: Project) -> Iterator[Found]:
    """A source that no claim cites and that is no article under check.

    Why: a list of sources says what the site rests on.

    Bad:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette

    Good:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
        withdrawn: {date: 2021-07-01, why: "The page turned out to be another paper's."}
    """
    yield from _unused(project, project.book.sources.values(), "cite it in a claim's `evidence`, or remove the file")


@rule("F204", severity=Severity.WARNING)
def unused_entity(project: Project) -> Iterator[Found]:
    """An entity that no claim, source or other entity names.

    Why: a page about nothing that the site says helps nobody, and every named person needs a reason.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        part_of: north-pier
    """
    yield from _unused(project, project.book.entities.values(), "name it where it belongs, or remove the file")


@rule("F205", waivable=False)
def circle(project: Project) -> Iterator[Found]:
    """Records that rest on each other in a circle.

    Why: a claim that takes itself for granted by way of others is proved by nothing; a whole can't be a
    part of its part, nor a voice speak for itself.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        part_of: old-harbour
        # facts/entities/old-harbour.yml
        name: Old Harbour
        type: Place
        part_of: north-pier

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        part_of: old-harbour
        # facts/entities/old-harbour.yml
        name: Old Harbour
        type: Place
    """
    book = project.book
    yield from _circles(book.claims, "rests_on")
    yield from _circles(book.entities, "part_of")
    yield from _circles(book.entities, "voice_of")


@rule("F206", severity=Severity.WARNING)
def withdrawn_record(project: Project) -> Iterator[Found]:
    """A reference to a record that was withdrawn.

    Why: what a site took back can't carry what it still says.

    Bad:

        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        withdrawn: {date: 2021-07-01, why: "Two papers were one record."}
        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette

    Good:

        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
    """
    for target in project.book.records():
        if target.withdrawal is None:
            continue
        for mention in project.book.mentioning(target):
            if mention.record.withdrawal is None:
                message = f"the {target.kind()} {shown(target.id)} was withdrawn on {target.withdrawal.date.in_words()}"
                yield Found(mention.record.at(*mention.keys), message, "rest this on something that stands")


def _circles(shelf: Mapping[str, Record], field: str) -> Iterator[Found]:
    """One finding for each circle that the ids in a field make, at the record of the circle whose id is first."""
    steps: dict[str, list[str]] = {}
    for id, record in shelf.items():
        named = getattr(record, field) or ()
        steps[id] = [step for step in ((named,) if isinstance(named, str) else named) if step in shelf]
    while True:
        try:
            return TopologicalSorter(steps).prepare()
        except CycleError as error:
            # Each id in the way is a step of the one after it; the first stands again at the end.
            way: list[str] = error.args[1][:0:-1]
        first = way.index(min(way))
        way = way[first:] + way[:first]
        step = way[1 % len(way)]
        record = shelf[way[0]]
        named = getattr(record, field)
        keys: Keys = (field,) if isinstance(named, str) else (field, named.index(step))
        around = " → ".join([*way, way[0]])
        yield Found(record.at(*keys), f"`{field}` leads in a circle: {around}", "take one of the steps out")
        steps[way[0]].remove(step)


def _unused(project: Project, records: Iterable[Record], help: str) -> Iterator[Found]:
    if project.reading.broken:
        # What a broken record names can't be told, and its own finding comes first.
        return
    for record in records:
        if record.withdrawal is None and not project.book.mentioning(record):
            yield Found(record.at(), f"nothing names the {record.kind()} {shown(record.id)}", help)
