"""F7 of reviews: a review counts for what it signed, and each change has enough reviewers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factpress.book import Book
from factpress.changes.stamp import state
from factpress.findings import Severity, listed
from factpress.records.claim import Claim, Review
from factpress.records.record import Record
from factpress.records.site import Reviewers
from factpress.rules.rule import Problem, Project, rule

if TYPE_CHECKING:
    from factpress.changes.comparison import Pair


@rule("F706", severity=Severity.WARNING, waivable=False)
def stale_review(project: Project) -> Iterator[Problem]:
    """A review that no longer matches the claim, or does not say what was reviewed.

    Why: the reviewers did not sign what the claim is now, nor what the claims that it rests on are now. The stamp
    is a checksum of all that matters: the claim, its figures, evidence and verdict, and that its quotes were read.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier was opened to the public on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-cb983ea4eaa0e53d}

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-cb983ea4eaa0e53d}
    """
    for claim in project.book.claims.values():
        if claim.review is None or claim.withdrawal is not None:
            continue
        by = f"the review by {names(claim.review)} ({claim.review.date.in_words()})"
        message = {
            "changed": f"{by} no longer matches the claim: the claim changed",
            "rests-on-change": f"{by} no longer matches the claim: a claim that it rests on changed",
            "unstamped": f"{by} has no stamp, so it is unknown what was reviewed",
        }.get(state(project.book, claim))
        if message:
            yield Problem(claim.at("review"), message, _sign(claim))


@rule("F707", severity=Severity.WARNING, waivable=False)
def missing_review(project: Project) -> Iterator[Problem]:
    """A new or changed claim with fewer reviewers than the site requires.

    Why: somebody else reads each claim against its sources before readers do. `reviewers` in `facts/site.yml` says
    how many people review a usual change, a changed verdict, and a claim that names a person. If a change sets
    another number, the larger one applies. Authors of the change do not count. This rule needs `--base`.

    Bad:

        # base
        # head
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # base
        # head
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-cb983ea4eaa0e53d}
    """
    if project.base is None:
        return
    for pair, claim in _changed_claims(project):
        review_state = state(project.book, claim)
        if review_state not in {"unreviewed", "fits"}:
            # A review that does not match, or may not, has its own finding.
            continue
        by = {handle.casefold() for handle in claim.review.by} if claim.review else set()
        count = len(by - project.base.authorship_of(claim).authors)
        wanted, why = _wanted(pair, claim, project)
        # If only the authors' own reviews are missing, each of those has its own finding.
        if count < wanted and len(by) < wanted:
            have = f"{count} of {wanted} reviewers" if wanted > 1 else "no reviewer"
            yield Problem(claim.at("review"), f"{why} has {have}", _sign(claim))


@rule("F708", severity=Severity.WARNING, waivable=False)
def rests_on_change(project: Project) -> Iterator[Problem]:
    """A claim without a review that rests on a changed claim, or is compared with it in `must_hold`.

    Why: what it relies on has changed, so somebody must read it again. A claim with a review is reported as
    `stale-review`. This rule needs `--base`.

    Bad:

        # base
        # facts/claims/harbour/pier-first.yml
        claim: "The pier was open in the summer of 2021."
        rests_on: [pier-opened]
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        # head
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 30 May 2021."
        when: 2021-05-30
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # base
        # facts/claims/harbour/pier-first.yml
        claim: "The pier was open in the summer of 2021."
        rests_on: [pier-opened]
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        # head
        # facts/claims/harbour/pier-opened.yml
        claim:   "The north pier opened on 29 May 2021."
        when:   2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    for suspect in project.diff.suspects:
        claim = project.book.claims.get(suspect.id)
        if suspect.kind == "claim" and claim is not None and claim.review is None:
            message = f"this claim rests on {listed(suspect.because, last='and')}, which changed"
            yield Problem(claim.at("rests_on" if claim.rests_on else "must_hold"), message, _sign(claim))


def is_changed(pair: Pair, project: Project) -> bool:
    """Whether a claim is new, changed in words or in standing, or names a person that the published one did not."""
    from factpress.changes.comparison import is_weighty

    if project.base is None or pair.was is None or is_weighty(pair, project.base.book, project.book):
        return project.base is not None
    return bool(_persons(pair.now, project.book) - _persons(pair.was, project.base.book))


def _changed_claims(project: Project) -> Iterator[tuple[Pair, Claim]]:
    """The claims that are new or changed, and not withdrawn."""
    for pair in project.pairs:
        claim = pair.now
        if isinstance(claim, Claim) and claim.withdrawal is None and is_changed(pair, project):
            yield pair, claim


def _wanted(pair: Pair, claim: Claim, project: Project) -> tuple[int, str]:
    """How many reviewers a change needs, and what it is."""
    # A change to the site's settings can't lower what it needs itself.
    books = [project.book, *([project.base.book] if project.base else [])]
    wanted = [book.site.reviewers if book.site else Reviewers() for book in books]
    found = [(max(each.usual for each in wanted), "this new claim" if pair.was is None else "this changed claim")]
    if isinstance(pair.was, Claim) and pair.was.verdict != claim.verdict:
        found.append((max(each.verdict_change for each in wanted), "this changed verdict"))
    if any(_persons(claim, book) for book in books):
        found.append((max(each.named_person for each in wanted), f"{found[0][1]}, which names a person,"))
    return max(found, key=lambda each: each[0])


def _persons(record: Record | None, book: Book) -> set[str]:
    """The ids of the persons that a record names."""
    named = [book.entities.get(ref.id) for ref in record.references() if ref.kind == "entity"] if record else ()
    return {entity.id for entity in named if entity is not None and entity.type == "Person"}


def names(review: Review) -> str:
    """Who reviewed, as a sentence lists them."""
    return listed(review.by, last="and")


def _sign(claim: Claim) -> str:
    return f"read it against its sources, then run `factpress sign {claim.id} --by HANDLE`"
