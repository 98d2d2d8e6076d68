"""F2: every id leads to a record, and every record is in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from factpress.findings import Severity, shown
from factpress.records.ids import checked_id
from factpress.records.record import Keys, Record
from factpress.records.unreadable import Unreadable
from factpress.rules.rule import Problem, Project, rule

_AN = {"claim": "a claim", "source": "a source", "entity": "an entity"}


@rule("F201", waivable=False)
def unknown_id(project: Project) -> Iterator[Problem]:
    """An id that does not lead to a record.

    Why: words that rest on such an id have no record behind them. A reference to a record that could not be read is
    not reported again: fix that record.

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
                yield Problem(place, error.message, error.help)
                continue
            help = (
                f"did you mean {shown(lost.nearest)}?"
                if lost.nearest
                else f"write {_AN[kind]} with that id, or correct the id"
            )
            yield Problem(place, f"there is no {kind} {shown(id)}", help)


@rule("F202", waivable=False)
def renamed_id(project: Project) -> Iterator[Problem]:
    """A reference that uses a former id of a record.

    Why: former ids redirect readers. Records use the current id, so one id means one record.

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
            yield Problem(place, message, f"write {shown(lost.nearest)}")


@rule("F203", severity=Severity.WARNING)
def unused_source(project: Project) -> Iterator[Problem]:
    """A source that no claim cites and that is not an article under check.

    Why: the list of sources says what the site rests on.

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
def unused_entity(project: Project) -> Iterator[Problem]:
    """An entity that no claim, source or other entity names.

    Why: a page about something that the site never mentions helps nobody, and every named person needs a reason.

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
def circle(project: Project) -> Iterator[Problem]:
    """Records that refer to each other in a circle, by `rests_on`, `part_of` or `voice_of`.

    Why: a claim that rests on itself by way of others has no proof. Nothing is a part of its own part, and nobody
    is their own voice.

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
def withdrawn_record(project: Project) -> Iterator[Problem]:
    """A reference to a record that was withdrawn.

    Why: a withdrawn record can't support what the site still says.

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
                yield Problem(mention.record.at(*mention.keys), message, "refer to a record that is not withdrawn")


def _circles(shelf: Mapping[str, Record], field: str) -> Iterator[Problem]:
    """One finding for each circle that the ids in a field form, at the record of the circle whose id is first."""
    steps: dict[str, list[str]] = {}
    for id, record in shelf.items():
        named = getattr(record, field) or ()
        steps[id] = [step for step in ((named,) if isinstance(named, str) else named) if step in shelf]
    while True:
        try:
            return TopologicalSorter(steps).prepare()
        except CycleError as error:
            # Each id in the list is a step of the one after it; the first is also the last.
            way: list[str] = error.args[1][:0:-1]
        first = way.index(min(way))
        way = way[first:] + way[:first]
        step = way[1 % len(way)]
        record = shelf[way[0]]
        named = getattr(record, field)
        keys: Keys = (field,) if isinstance(named, str) else (field, named.index(step))
        around = " → ".join([*way, way[0]])
        yield Problem(record.at(*keys), f"`{field}` forms a circle: {around}", "remove one of these references")
        steps[way[0]].remove(step)


def _unused(project: Project, records: Iterable[Record], help: str) -> Iterator[Problem]:
    if project.reading.broken:
        # A broken record may name any of them, and has its own finding.
        return
    for record in records:
        if record.withdrawal is None and not project.book.mentioning(record):
            yield Problem(record.at(), f"no record uses the {record.kind()} {shown(record.id)}", help)
