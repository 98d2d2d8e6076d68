"""F6 of figures: an explainer states no figure without a claim, and a link says what its record says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factpress.book import Book
from factpress.evidence import stated
from factpress.evidence.relative_dates import days_of
from factpress.evidence.stated import Known, Stated
from factpress.evidence.values import of_date
from factpress.findings import listed, shown
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.page import Citation, Page, Run
from factpress.rules.rule import Problem, Project, rule


@rule("F611")
def uncited_figure(project: Project) -> Iterator[Problem]:
    """A figure in an explainer that is not in a link to a claim: a number, an amount, a date, a time.

    Why: an explainer states nothing without a record behind it. That includes the title and the description,
    headings, tables, notes, and the texts that appear over pictures and links. Plain words such as *one*, *first*
    and *once* are not figures, nor are numbers in the name of an entity.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # docs/index.md
        ---
        article: gazette-2021-05-30
        ---

        The pier [opened](claim:pier-opened) on 29 May.

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # docs/index.md
        ---
        article: gazette-2021-05-30
        ---

        The pier [opened on 29 May](claim:pier-opened).
    """
    book = project.book
    names = stated.names_in_prose(book.entities.values())
    for page in book.pages.values():
        if not page.article:
            continue
        issued = _issued(book, page.article)
        published = issued if days_of(issued) else stated.ANY_DAY
        claims: Sequence[Known] | None = None
        for run in page.runs:
            each = stated.stated(run.words, published=published, names=names)
            for one in _undated([one for one in each if not one.is_plain], run, book, names):
                if claims is None:
                    claims = [stated.known(claim, published=issued) for claim in _claims_of(book, page)]
                why = f", {one.why}," if one.why else ""
                message = f"{shown(one.words)}{why} is not in a link to a claim"
                yield Problem(run.at(one.start), message, _help(one, run, claims))


@rule("F612")
def link_disagrees(project: Project) -> Iterator[Problem]:
    """A link to a claim whose text has another figure or date than the claim, or one that the claim does not have.

    Why: readers expect that a link says what the claim says. The text may be less precise, such as *in March* or
    *several*. Dates are read by the date of the article, or otherwise of the claim.

    Bad:

        # docs/index.md
        The pier [opened on 30 May 2021](claim:pier-opened).

    Good:

        # docs/index.md
        The pier [opened on 29 May 2021](claim:pier-opened).
    """
    names = stated.names_in_prose(project.book.entities.values())
    for page, citation in _citations(project, "claim"):
        claim = project.book.claims.get(citation.id)
        if claim is None or claim.withdrawal is not None:
            continue
        published = _issued(project.book, page.article or "") or claim.when
        facts = stated.known(claim, published=published)
        for one in stated.unfit(citation.words, facts, published=published, names=names):
            message = f"the link says {shown(one.words)}, but {_claim_says(facts, one)}"
            if one.why:
                doubt = f"which has no certain meaning: {one.why}"
                message = f"the link says {shown(one.words)}, {doubt}; {_claim_says(facts, one)}"
            yield Problem(citation.place, message, "write what the claim says, or cite a claim that says this")


@rule("F613")
def source_date_disagrees(project: Project) -> Iterator[Problem]:
    """A date in the text of a link to a source that is not the day on which the source was published.

    Why: *Dawn of 27 March* names a document, and another day names another document. The text may be less precise
    than the record.

    Bad:

        # docs/index.md
        So [the Gazette of 31 May 2021](source:gazette-2021-05-30) wrote.

    Good:

        # docs/index.md
        So [the Gazette of 30 May 2021](source:gazette-2021-05-30) wrote.
    """
    names = stated.names_in_prose(project.book.entities.values())
    for _, citation in _citations(project, "source"):
        source = project.book.sources.get(citation.id)
        if source is None or source.withdrawal is not None:
            continue
        for said in stated.dates_of_source(citation.words, source.issued, names=names):
            if source.issued is None:
                message = f"the link says {shown(said.words)}, but the source is undated"
                yield Problem(citation.place, message, "remove the date")
            elif not stated.fits(of_date(source.issued), said.values):
                day = source.issued.in_words()
                message = f"the link says {shown(said.words)}, but the source is dated {shown(day)}"
                yield Problem(citation.place, message, f"write {shown(day)}, or remove the date")


def _citations(project: Project, kind: str) -> Iterator[tuple[Page, Citation]]:
    for page in project.book.pages.values():
        yield from ((page, citation) for citation in page.all_citations if citation.kind == kind)


def _issued(book: Book, source: str) -> Date | None:
    found = book.sources.get(source)
    return found.issued if found else None


def _claims_of(book: Book, page: Page) -> Iterator[Claim]:
    """The claims that judge the page's article, and those that the page cites; none is withdrawn."""
    cited = {citation.id for citation in page.all_citations if citation.kind == "claim"}
    for claim in book.claims.values():
        if claim.withdrawal is None and (
            claim.id in cited or any(piece.source == page.article for piece in claim.appears_in)
        ):
            yield claim


def _undated(each: Sequence[Stated], run: Run, book: Book, names: tuple[str, ...]) -> Iterator[Stated]:
    """All but the dates in the texts of links to sources, which have their own rule."""
    left = list(each)
    for link in run.links:
        if link.kind == "source":
            dates = stated.dates_of_source(run.words[link.start : link.end], _issued(book, link.id), names=names)
            starts = {link.start + said.start for said in dates}
            left = [
                one
                for one in left
                if not (link.start <= one.start and one.end <= link.end and (one.is_date or one.start in starts))
            ]
    yield from left


def _help(one: Stated, run: Run, claims: Sequence[Known]) -> str:
    if run.part not in ("text", "answer"):
        return "write this without the figure: a link is not possible here"
    claim = stated.nearest_claim(one, claims)
    if claim is None:
        return "make it a link to a claim that states it, or remove it"
    return f"make it a link: {shown(f'[{one.words}](claim:{claim.id})')}"


def _claim_says(facts: Known, one: Stated) -> str:
    """What the claim says instead: its figures of this kind, or else all its figures."""
    kinds = {values.kind for values in one.values}
    of_kind = [name for name, sets in facts.figures.items() if any(values.kind in kinds for values in sets)]
    names = of_kind or list(facts.figures)
    if not names:
        return "the claim has no figure, and its sentence does not say this"
    return f"the claim says {listed((facts.written(name) for name in names), last='and')}"
