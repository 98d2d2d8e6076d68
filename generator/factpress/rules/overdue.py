"""F7 of later checks: a claim that was to be compared with its sources again is."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import Severity
from factpress.rules.rule import Problem, Project, rule


@rule("F714", severity=Severity.WARNING)
def overdue_check(project: Project) -> Iterator[Problem]:
    """A claim that is past the day by which it needs to be compared with its sources again.

    Why: what was true when it was written may not be true any more; `review_by` says when to look again. Compare the
    claim with its sources, then set `checked` to that day and `review_by` to a later one, or remove it.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        checked: 2021-06-01
        review_by: 2022-06-01

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        checked: 2021-06-01
        review_by: 2091-06-01
    """
    for claim in project.book.claims.values():
        if claim.is_overdue(project.today) and claim.withdrawal is None and claim.review_by is not None:
            message = f"this claim was to be compared with its sources again by {claim.review_by.in_words()}"
            help = "compare it, then set `checked` to that day, and `review_by` to a later one"
            yield Problem(claim.at("review_by"), message, help)
