"""F2 of drafts: what is published rests on nothing that is not."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.findings import shown
from factpress.rules.rule import Problem, Project, rule


@rule("F211", waivable=False)
def cited_draft(project: Project) -> Iterator[Problem]:
    """A published record that cites a draft.

    Why: a draft has no page, so readers could not see what the record rests on. A draft may cite another draft.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        draft: true
        # docs/index.md
        The pier [opened](claim:pier-opened).

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        # docs/index.md
        The pier [opened](claim:pier-opened).
    """
    for claim in project.book.claims.values():
        for mention in project.book.mentioning(claim) if claim.is_draft else ():
            if not mention.record.is_draft:
                message = f"the claim {shown(claim.id)} is a draft, and this {mention.record.kind()} is published"
                help = f"remove `draft` from {claim.path}, or the reference to it"
                yield Problem(mention.record.at(*mention.keys), message, help)
