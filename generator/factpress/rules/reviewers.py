"""F7 of reviewers: nobody reviews their own claim or signs for others, as far as git knows."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.changes.authors import UNKNOWN
from factpress.changes.stamp import state
from factpress.findings import Severity, listed, shown
from factpress.records.claim import Claim, Review
from factpress.rules.reviews import is_changed, names
from factpress.rules.rule import Problem, Project, rule

_ADDRESS = (
    "commit with the address that the host gives its members, `…@users.noreply.github.com`: it shows the handle to git"
)


@rule("F709", waivable=False)
def own_review(project: Project) -> Iterator[Problem]:
    """A review by an author of what was reviewed.

    Why: authors overlook their own mistakes; a second reader may find them. In a clone with the history, git knows
    who wrote the claim since its last review: the authors and co-authors of commits that changed what reviewers
    sign. This rule needs `--base`.

    Bad:

        # base
        # head by ann
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-cb983ea4eaa0e53d}

    Good:

        # base
        # head by ben
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
    for claim, review, _ in _signed_claims(project):
        for n, handle in enumerate(review.by):
            if handle.casefold() in project.base.authorship_of(claim).authors:
                message = f"{shown(handle)} reviewed this claim, but wrote it or a part of it"
                yield Problem(claim.at("review", "by", n), message, "ask somebody else to read it and sign it")


@rule("F710", severity=Severity.WARNING, waivable=False)
def unknown_author(project: Project) -> Iterator[Problem]:
    """A changed claim with a review, where it is unknown whether a reviewer wrote the change.

    Why: a review by the author is no second reading, and no page of the site counts it as one. It is known only if
    the whole history of the change is here, and if the address of each author in git shows the handle: the address
    that the host gives its members, such as `1234567+ann@users.noreply.github.com`. This rule needs `--base`.

    Bad:

        # base
        # head
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-cb983ea4eaa0e53d}

    Good:

        # base
        # head by ben
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
    for claim, review, _ in _signed_claims(project):
        known = project.base.authorship_of(claim)
        if not known.authors:
            message = f"it is unknown whether {names(review)} wrote what the review covers"
            yield Problem(claim.at("review"), message, "run the check in a full clone with git")
        elif UNKNOWN in known.authors and known.signers <= known.authors and not known.is_open:
            message = f"as far as git knows, the author of this claim signed the review by {names(review)}"
            yield Problem(claim.at("review"), message, f"ask somebody else to read it and sign it; {_ADDRESS}")
        elif UNKNOWN in known.authors:
            message = f"it is unknown whether {names(review)} wrote what the review covers"
            yield Problem(claim.at("review"), message, f"commit everything; {_ADDRESS}" if known.is_open else _ADDRESS)


@rule("F712", severity=Severity.WARNING, waivable=False)
def foreign_signature(project: Project) -> Iterator[Problem]:
    """A review that was signed by somebody else's commit.

    Why: a stamp is not a signature: anybody can write any handle. Where git knows who committed a review, a review
    in somebody else's commit needs a confirmation. This rule needs `--base`.

    Bad:

        # base
        # head by eve
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-cb983ea4eaa0e53d}

    Good:

        # base
        # head by ann
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
    for claim, review, before in _signed_claims(project):
        signers = project.base.authorship_of(claim).signers
        for n, handle in enumerate(review.by):
            if signers and UNKNOWN not in signers and handle.casefold() not in signers | before:
                message = f"a commit by {_shown(signers)} names {shown(handle)} as a reviewer"
                yield Problem(
                    claim.at("review", "by", n),
                    message,
                    f"ask {handle} to run `factpress sign` and to commit the result",
                )


def _signed_claims(project: Project) -> Iterator[tuple[Claim, Review, frozenset[str]]]:
    """Claims that are not withdrawn and whose review matches, where the review or the claim is new or changed.

    Each comes with its review and the handles that had already signed the same words at the base.
    """
    for pair in project.pairs:
        claim, was = pair.now, pair.was
        if not isinstance(claim, Claim) or claim.withdrawal is not None or state(project.book, claim) != "fits":
            continue
        review, old = claim.review, was.review if isinstance(was, Claim) else None
        if review is not None and (old != review or is_changed(pair, project)):
            signed = old.by if old is not None and old.stamp == review.stamp else ()
            yield claim, review, frozenset(handle.casefold() for handle in signed)


def _shown(signers: frozenset[str]) -> str:
    """The people who signed, by handle where it is known."""
    return listed(sorted(each for each in signers if " " not in each) or sorted(signers), last="and")
