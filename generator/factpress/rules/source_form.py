"""F1 of sources, entities and days: what a record says about a document or a name is consistent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from factpress.findings import Severity, shown
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.record import Keys, Record
from factpress.records.source import Source
from factpress.rules.rule import Problem, Project, rule


@rule("F108")
def unexplained_name(project: Project) -> Iterator[Problem]:
    """A person without `naming`: the public role, or why this person is named.

    Why: every named person needs a reason that others can weigh.

    Bad:

        # facts/entities/ada-quay.yml
        name: Ada Quay
        type: Person

    Good:

        # facts/entities/ada-quay.yml
        name: Ada Quay
        type: Person
        naming: "Harbour master since 2019, speaking for the harbour."
    """
    for entity in project.book.entities.values():
        if entity.type == "Person" and entity.naming is None:
            help = "add `naming` with the public role, or why this person is named"
            yield Problem(entity.at("naming"), f"the person {shown(entity.name)} is named without a reason", help)


@rule("F109")
def untitled_source(project: Project) -> Iterator[Problem]:
    """A source without a title and without a `note` that says why.

    Why: readers look up a document by its title. They should know if it has none.

    Bad:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        issued: 2021-05-30
        root: harbour-gazette

    Good:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        issued: 2021-05-30
        root: harbour-gazette
        note: "A picture's caption on page 1; it has no title."
    """
    for source in project.book.sources.values():
        if not source.title and source.note is None:
            yield Problem(
                source.at("title"), "the source has no title", "add `title`, or say in `note` why it has none"
            )


@rule("F110")
def voiceless(project: Project) -> Iterator[Problem]:
    """A place or an event with `voice_of`.

    Why: roots are counted by voices, and only persons and organizations speak.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        voice_of: harbour-gazette

    Good:

        # facts/entities/harbour-desk.yml
        name: Harbour Gazette, harbour desk
        type: Organization
        voice_of: harbour-gazette
    """
    for entity in project.book.entities.values():
        if entity.voice_of is not None and entity.type not in {"Person", "Organization"}:
            message = (
                f"only a person or an organization has a voice, but {shown(entity.id)} has the type `{entity.type}`"
            )
            yield Problem(entity.at("voice_of"), message, "remove `voice_of`, or correct the `type`")


@rule("F111")
def placeless(project: Project) -> Iterator[Problem]:
    """Coordinates of a person or an organization.

    Why: maps show places and events. The location of a person or an organization is not for this site to publish.

    Bad:

        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        geo: {latitude: 50.1, longitude: -5.2, precision: 1 km, source: "Harbour plan of 2021"}

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        geo: {latitude: 50.1, longitude: -5.2, precision: 1 km, source: "Harbour plan of 2021"}
    """
    for entity in project.book.entities.values():
        if entity.geo is not None and entity.type not in {"Place", "Event"}:
            message = f"only a place or an event has coordinates, but {shown(entity.id)} has the type `{entity.type}`"
            yield Problem(entity.at("geo"), message, "remove `geo`, or correct the `type`")


@rule("F114")
def twice_dated(project: Project) -> Iterator[Problem]:
    """A source with a date, and with a reason why it has none.

    Why: one of the two is wrong, and days in its quotes are read by its date.

    Bad:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        undated: "The page gives no date."
        root: harbour-gazette

    Good:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30~
        note: "The page gives no date; the harbour's log shows the week."
        root: harbour-gazette
    """
    for source in project.book.sources.values():
        if source.issued is not None and source.undated is not None:
            message = f"the source is dated {source.issued.in_words()}, but `undated` says why it has no date"
            yield Problem(
                source.at("undated"), message, "remove one of the two; if the date is inferred, write `~` after it"
            )


@rule("F115", severity=Severity.WARNING)
def future_date(project: Project) -> Iterator[Problem]:
    """A future date for work on this site: reading, checking, review, withdrawal or correction.

    Why: nobody can date work before it is done. It is a slip, often in the year.

    Bad:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        accessed: 9021-06-01
        root: harbour-gazette

    Good:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        accessed: 2021-06-01
        root: harbour-gazette
    """
    if project.today.latest is None:
        return
    # Today is a day in UTC, and east of it the next one has begun up to 14 hours before.
    latest = project.today.latest + timedelta(hours=14)
    for record in project.book.records():
        for keys, day in _days(record):
            if day.earliest is not None and day.earliest > latest:
                message = f"{day.in_words()} is in the future: today is {project.today.in_words()}"
                yield Problem(record.at(*keys), message, "correct the date")


def _days(record: Record) -> Iterator[tuple[Keys, Date]]:
    """The days on which somebody did something to a record, with their places."""
    if record.withdrawal is not None:
        yield ("withdrawn", "date"), record.withdrawal.date
    if isinstance(record, Source) and record.accessed is not None:
        yield ("accessed",), record.accessed
    if isinstance(record, Claim):
        if record.review is not None:
            yield ("review", "date"), record.review.date
        if record.checked is not None:
            yield ("checked",), record.checked
        yield from ((("corrections", n, "date"), each.date) for n, each in enumerate(record.corrections))
        yield from ((("challenges", n, "date"), each.date) for n, each in enumerate(record.challenges))
    if isinstance(record, (Claim, Source)):
        for n, reply in enumerate(record.replies):
            yield ("replies", n, "asked"), reply.asked
            if reply.date is not None:
                yield ("replies", n, "date"), reply.date
