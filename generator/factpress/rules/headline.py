"""F1 of findings: the headline of a claim says what its records say, and is short enough to be one."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence import headline, stated
from factpress.findings import shown
from factpress.records import text
from factpress.rules.rule import Problem, Project, rule

MOST_CHARACTERS = 90


@rule("F119")
def unbacked_finding(project: Project) -> Iterator[Problem]:
    """A claim's `finding` that is too long, or with a figure that no record has.

    Why: `finding` is the headline of the claim's page, of lists and of search, and often all that is read. Each of
    its figures is one of the claim, or of a claim that it links to, rests on or is compared with in `must_hold`; or
    one of its quotes says it; or it is the whole days between two such dates.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        finding: "The pier opened on 30 May"
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        finding: "The pier opened on 29 May"
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    book = project.book
    names = stated.names_in_prose(book.entities.values())
    for claim in book.claims.values():
        if claim.finding is None or claim.withdrawal is not None:
            continue
        length = len(text.without_links(claim.finding))
        if length > MOST_CHARACTERS:
            message = f"the finding has {length:,} characters; at most {MOST_CHARACTERS} are allowed"
            yield Problem(claim.at("finding"), message, "write a headline; `because` has room for the reason")
        for one in headline.unbacked(claim, book.weights, book.sources, names=names):
            why = f", which has no certain meaning: {one.why}" if one.why else ""
            message = f"the finding says {shown(one.words)}{why}"
            message += "; " if why else ", but "
            message += "neither this claim, nor a claim beside it, nor a quote says so"
            help = "write what the records say, or link to the claim that says it, as `[words](claim:id)`"
            yield Problem(claim.at("finding"), message, help)
