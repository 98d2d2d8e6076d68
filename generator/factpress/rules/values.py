"""F0 of values: every id, date, figure, relation, address, number and word can be read."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.rules.rule import Found, Project, rule


@rule("F044")
def bad_id(project: Project) -> Iterator[Found]:
    """A reference that can't be any record's id.

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
    yield from _told(project, "bad-id")


@rule("F045")
def unreadable_date(project: Project) -> Iterator[Found]:
    """A date that is not written in the form of dates here.

    Why: `03/04/2021` is two days. Dates are EDTF: `2021-04-03`, `2021-04`, `2021`, a span with `/`.

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
    yield from _told(project, "unreadable-date")


@rule("F046")
def unreadable_figure(project: Project) -> Iterator[Found]:
    """A figure that is not written in the form of figures.

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
    yield from _told(project, "unreadable-figure")


@rule("F047")
def unreadable_relation(project: Project) -> Iterator[Found]:
    """A line of `must_hold` that is no comparison of two sides.

    Why: what can't be read can't be computed, and would hold for ever.

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
    yield from _told(project, "unreadable-relation")


@rule("F048")
def unsafe_url(project: Project) -> Iterator[Found]:
    """An address that a page must not link to: another scheme than https or http, a password, a strange host.

    Why: a link is followed by readers, and one such as `javascript:` runs on their side.

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
    yield from _told(project, "unsafe-url")


@rule("F049")
def unknown_format(project: Project) -> Iterator[Found]:
    """A format of records that this version does not read.

    Why: records of another format may mean other things by the same words.

    Bad:

        # facts/site.yml
        format: 2
        name: Harbour facts

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
    """
    yield from _told(project, "unknown-format")


@rule("F050")
def empty_text(project: Project) -> Iterator[Found]:
    """A text that holds nothing.

    Why: the page would show an empty place, and nobody could tell whether something was forgotten.

    Bad:

        # facts/entities/north-pier.yml
        name: ""
        type: Place

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    yield from _told(project, "empty-text")


@rule("F051")
def bad_number(project: Project) -> Iterator[Found]:
    """A whole number, a share or a coordinate in another form than its field asks for.

    Why: a limit or a point on a map that is read in two ways is none.

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
    yield from _told(project, "bad-number")


@rule("F052")
def bad_word(project: Project) -> Iterator[Found]:
    """A verdict or a handle that is no plain word.

    Why: these words stand in addresses and files for machines; how readers see a verdict is its `label`.

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
    yield from _told(project, "bad-word")


def _told(project: Project, kind: str) -> Iterator[Found]:
    """Faults that say by themselves what stood there and what is wanted."""
    for fault in project.faults(kind):
        yield Found(fault.place, fault.found, fault.wanted)
