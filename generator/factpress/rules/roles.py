"""F2 of roles: an entity is of a type that belongs in its place, and names within a record exist."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import Place, shown
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.record import Keys, Record
from factpress.rules.rule import Problem, Project, rule


@rule("F207")
def wrong_type(project: Project) -> Iterator[Problem]:
    """An entity of the wrong type for this place.

    Why: `where` draws maps, and `root` and `attributed_to` count voices. A base has no voice, and a person is not a
    place.

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
                    f"{shown(entity.id)} is {_article(entity.type)}, but {_article(' or '.join(wanted))} belongs here"
                )
                yield Problem(
                    mention.record.at(*mention.keys), message, "name another entity, or correct that entity's `type`"
                )


@rule("F208")
def article_unchecked(project: Project) -> Iterator[Problem]:
    """Words in `appears_in`, or an explainer, of an article that is not under check.

    Why: verdicts judge what `appears_in` quotes, so the site says in one place which articles it judges.

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
                yield Problem(
                    claim.at("appears_in", n, "source"),
                    f"the source {shown(piece.source)} is not an article under check",
                    help,
                )
    for page in project.book.pages.values():
        if page.article in project.book.sources and page.article not in articles:
            message = f"the source {shown(page.article or '')} is not an article under check"
            yield Problem(page.at("article"), message, "add it to `articles` in facts/site.yml")


@rule("F209")
def unknown_name(project: Project) -> Iterator[Problem]:
    """The name of a figure or a verdict that does not exist.

    Why: `says: {kiled: 3}` would give a value to a figure that the claim does not have.

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
    verdicts = project.book.verdicts
    for verdict, place in _named_verdicts(project):
        if verdict not in verdicts:
            yield Problem(place, f"this site has no verdict {shown(verdict)}", f"write one of {', '.join(verdicts)}")
    for claim in project.book.claims.values():
        yield from _unknown_figures(claim, project)


def _named_verdicts(project: Project) -> Iterator[tuple[str, Place]]:
    """Every verdict that a claim or a blind reading gives, and where."""
    for claim in project.book.claims.values():
        if claim.verdict is not None:
            yield claim.verdict, claim.at("verdict")
    site = project.book.site
    if site is not None and site.blind_readings is not None:
        for n, twice in enumerate(site.blind_readings.claims):
            yield twice.first, site.at("blind_readings", "claims", n, "first")
            yield twice.second, site.at("blind_readings", "claims", n, "second")


def _unknown_figures(claim: Claim, project: Project) -> Iterator[Problem]:
    names = ", ".join(claim.figures) or "none"
    for group in ("appears_in", "evidence"):
        for n, piece in enumerate(getattr(claim, group)):
            for name in piece.says:
                if name not in claim.figures:
                    place = claim.at_key(group, n, "says", name)
                    yield Problem(place, f"the claim has no figure {shown(name)}", f"its figures are: {names}")
    for n, relation in enumerate(claim.must_hold):
        for term in relation.terms:
            owner = claim if term.claim is None else project.book.claims.get(term.claim)
            if term.name not in {None, "when"} and owner is not None and term.name not in owner.figures:
                message = f"the claim {shown(owner.id)} has no figure {shown(term.name or '')}"
                yield Problem(
                    claim.at("must_hold", n), message, f"its figures are: {', '.join(owner.figures) or 'none'}"
                )


def _wanted_types(record: Record, keys: Keys) -> tuple[str, ...]:
    """The types of entity that are allowed at these keys of a record; none where every type is."""
    voices = ("Person", "Organization")
    if isinstance(record, Entity):
        return voices if keys == ("voice_of",) else ()
    if keys[0] == "where":
        return ("Place",)
    return voices if keys[-1] in {"root", "attributed_to", "said_by"} else ()


def _article(words: str) -> str:
    return f"{'an' if words[0] in 'EO' else 'a'} {words}"
