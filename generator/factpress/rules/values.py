"""F0 of values: every id, date, figure, relation, address, number and word can be read."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.rules.rule import Problem, Project, rule


@rule("F044")
def bad_id(project: Project) -> Iterator[Problem]:
    """A reference that can't be the id of a record.

    Why: ids are file names without their ending: lower-case words of a-z and 0-9 joined by `-`.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        part_of: Old Harbour

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    yield from _as_found(project, "bad-id")


@rule("F045")
def unreadable_date(project: Project) -> Iterator[Problem]:
    """A date that is not in the form of dates.

    Why: `03/04/2021` can be two days. Dates are EDTF: `2021-04-03`, `2021-04`, `2021`, a span with `/`.

    Bad:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 30 May 2021
        root: harbour-gazette

    Good:

        # facts/sources/gazette-2021-05-30.yml
        type: article-newspaper
        title: "Pier opens"
        issued: 2021-05-30
        root: harbour-gazette
    """
    yield from _as_found(project, "unreadable-date")


@rule("F046")
def unreadable_figure(project: Project) -> Iterator[Problem]:
    """A figure that is not in the form of figures.

    Why: a figure that can't be read can't be compared with what a quote says.

    Bad:

        # facts/claims/harbour/pier-length.yml
        claim: "The north pier is 90 metres long."
        figures: {length: 90 metres or thereabouts}
        evidence:
          - source: gazette-2021-05-30
            quote: "the pier, some 90 metres long, was opened"

    Good:

        # facts/claims/harbour/pier-length.yml
        claim: "The north pier is 90 metres long."
        figures: {length: about 90 metres}
        evidence:
          - source: gazette-2021-05-30
            quote: "the pier, some 90 metres long, was opened"
    """
    yield from _as_found(project, "unreadable-figure")


@rule("F047")
def unreadable_relation(project: Project) -> Iterator[Problem]:
    """A line of `must_hold` that is not a comparison of two sides.

    Why: a line that can't be read can't be computed, and would never fail.

    Bad:

        # facts/claims/harbour/ferry-returned.yml
        claim: "The ferry returned on 30 May 2021."
        when: 2021-05-30
        evidence:
          - source: gazette-2021-05-30
            quote: "the ferry is back in the harbour today"
        must_hold: [when follows pier-opened.when]

    Good:

        # facts/claims/harbour/ferry-returned.yml
        claim: "The ferry returned on 30 May 2021."
        when: 2021-05-30
        evidence:
          - source: gazette-2021-05-30
            quote: "the ferry is back in the harbour today"
        must_hold: [when after pier-opened.when]
    """
    yield from _as_found(project, "unreadable-relation")


@rule("F048")
def unsafe_url(project: Project) -> Iterator[Problem]:
    """An address that a page must not link to: not https or http, with a password, or with a strange host.

    Why: readers follow links, and a link such as `javascript:` runs in their browser.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        same_as: ["javascript:alert(1)"]

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        same_as: ["https://piers.example/north"]
    """
    yield from _as_found(project, "unsafe-url")


@rule("F049")
def unknown_format(project: Project) -> Iterator[Problem]:
    """A format of records that this version does not read.

    Why: in another format the same words may mean other things.

    Bad:

        # facts/site.yml
        format: 2
        name: Harbour facts

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
    """
    yield from _as_found(project, "unknown-format")


@rule("F050")
def empty_text(project: Project) -> Iterator[Problem]:
    """A text that is empty.

    Why: the page would show an empty place, and nobody could know whether something is missing.

    Bad:

        # facts/entities/north-pier.yml
        name: ""
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    yield from _as_found(project, "empty-text")


@rule("F051")
def bad_number(project: Project) -> Iterator[Problem]:
    """A whole number, a share or a coordinate that is not in the form of its field.

    Why: a limit or a point on a map must have only one reading.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        budgets: {quote_words: thirty}

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        budgets: {quote_words: 30}
    """
    yield from _as_found(project, "bad-number")


@rule("F052")
def bad_word(project: Project) -> Iterator[Problem]:
    """A verdict or a handle that is not a plain word.

    Why: these words are part of addresses and of files for machines. Readers see the `label` of a verdict.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: Mostly right

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: accurate
    """
    yield from _as_found(project, "bad-word")


def _as_found(project: Project, kind: str) -> Iterator[Problem]:
    """Faults that already have their message and their help."""
    for fault in project.faults(kind):
        yield Problem(fault.place, fault.found, fault.wanted)
