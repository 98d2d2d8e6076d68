"""F2: every id leads to a record, and every record is there for something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from factpress.findings import Severity, shown
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.record import Keys, Record
from factpress.rules.rule import Found, Project, rule

_AN = {"claim": "a claim", "source": "a source", "entity": "an entity", "site": "the site"}


@rule("F201")
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
            help = (
                f"did you mean {shown(lost.nearest)}?"
                if lost.nearest
                else f"write {_AN[kind]} with that id, or correct it"
            )
            yield Found(place, f"there is no {kind} {shown(id)}", help)


@rule("F202")
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


@rule("F205")
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
        if target.withdrawn is None:
            continue
        for mention in project.book.mentioning(target):
            if mention.record.withdrawn is None:
                message = f"the {target.kind()} {shown(target.id)} was withdrawn on {target.withdrawn.date.in_words()}"
                yield Found(mention.record.at(*mention.keys), message, "rest this on something that stands")


@rule("F207")
def wrong_type(project: Project) -> Iterator[Found]:
    """An entity named where one of another type belongs.

    Why: `where` draws maps, `root` and `attributed_to` count voices: a base has no voice, and a person is
    no place.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: north-pier

    Good:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
    """
    for entity in project.book.entities.values():
        for mention in project.book.mentioning(entity):
            wanted = _wanted_types(mention.record, mention.keys)
            if wanted and entity.type not in wanted:
                message = (
                    f"{shown(entity.id)} is {_article(entity.type)}, and {_article(' or '.join(wanted))} belongs here"
                )
                yield Found(
                    mention.record.at(*mention.keys), message, "name another entity, or correct that entity's `type`"
                )


@rule("F208")
def article_unchecked(project: Project) -> Iterator[Found]:
    """Words quoted as an article's, or excused in it, that is not under check.

    Why: `appears_in` is what a verdict judges, so the site says in one place which articles it judges.

    Bad:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
        # facts/claims/harbour/ferry-returned.yml
        claim: "The ferry returned to North Pier in June 2021."
        appears_in:
          - source: gazette-2021-06-01
            quote: "the ferry is back at North Pier"

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-06-01]
        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
        # facts/claims/harbour/ferry-returned.yml
        claim: "The ferry returned to North Pier in June 2021."
        appears_in:
          - source: gazette-2021-06-01
            quote: "the ferry is back at North Pier"
    """
    if project.book.site is None:
        return
    articles = project.book.site.articles
    help = "add it to `articles` in facts/site.yml, or quote it as `evidence`"
    for claim in project.book.claims.values():
        for n, piece in enumerate(claim.appears_in):
            if piece.source in project.book.sources and piece.source not in articles:
                yield Found(
                    claim.at("appears_in", n, "source"),
                    f"the source {shown(piece.source)} is no article under check",
                    help,
                )
    for source in project.book.sources.values():
        if source.no_claim and source.id not in articles:
            yield Found(
                source.at("no_claim"),
                f"the source {shown(source.id)} is no article under check",
                "leave `no_claim` out, or add it to `articles`",
            )


@rule("F209")
def unknown_name(project: Project) -> Iterator[Found]:
    """A name of a figure, a verdict or a rule that nothing bears.

    Why: `says: {kiled: 3}` would speak for a figure that the claim does not have.

    Bad:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
        # facts/claims/harbour/ferry-trips.yml
        claim: "The ferry made nine trips on its first day."
        figures: {trips: 9}
        evidence:
          - source: gazette-2021-06-01
            quote: "after five crossings in the morning and four later"
            says: {tripps: 9}

    Good:

        # facts/sources/gazette-2021-06-01.yml
        type: article-newspaper
        title: "Ferry returns"
        issued: 2021-06-01
        root: harbour-gazette
        # facts/claims/harbour/ferry-trips.yml
        claim: "The ferry made nine trips on its first day."
        figures: {trips: 9}
        evidence:
          - source: gazette-2021-06-01
            quote: "after five crossings in the morning and four later"
            says: {trips: 9}
    """
    verdicts = project.book.site.judgements if project.book.site else {}
    for claim in project.book.claims.values():
        if claim.verdict is not None and verdicts and claim.verdict not in verdicts:
            yield Found(
                claim.at("verdict"),
                f"this site gives no verdict {shown(claim.verdict)}",
                f"write one of {', '.join(verdicts)}",
            )
        yield from _unknown_figures(claim, project)


def _unknown_figures(claim: Claim, project: Project) -> Iterator[Found]:
    names = ", ".join(claim.figures) or "none"
    for group in ("appears_in", "evidence"):
        for n, piece in enumerate(getattr(claim, group)):
            for name in piece.says:
                if name not in claim.figures:
                    place = claim.at_key(group, n, "says", name)
                    yield Found(place, f"the claim has no figure {shown(name)}", f"its figures are: {names}")
    for n, relation in enumerate(claim.must_hold):
        for term in relation.terms:
            owner = claim if term.claim is None else project.book.claims.get(term.claim)
            if term.name not in {None, "when"} and owner is not None and term.name not in owner.figures:
                message = f"the claim {shown(owner.id)} has no figure {shown(term.name or '')}"
                yield Found(claim.at("must_hold", n), message, f"its figures are: {', '.join(owner.figures) or 'none'}")


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
    for record in records:
        if record.withdrawn is None and not project.book.mentioning(record):
            yield Found(record.at(), f"nothing names the {record.kind()} {shown(record.id)}", help)


def _wanted_types(record: Record, keys: Keys) -> tuple[str, ...]:
    """The types of entity that may stand at these keys of a record; none where any may."""
    voices = ("Person", "Organization")
    if isinstance(record, Entity):
        return voices if keys == ("voice_of",) else ()
    if keys[0] == "where":
        return ("Place",)
    return voices if keys[-1] in {"root", "attributed_to", "said_by"} else ()


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'EO' else 'a'} {words}"
