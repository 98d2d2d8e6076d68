"""F7: a review is somebody else's, and their own: who wrote a claim, who signed it, as far as git knows."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.changes.base import UNKNOWN
from factpress.changes.stamp import state
from factpress.findings import Severity, listed, shown
from factpress.records.claim import Claim, Review
from factpress.rules.reviews import is_changed, names
from factpress.rules.rule import Found, Project, rule


@rule("F709", waivable=False)
def own_review(project: Project) -> Iterator[Found]:
    """A review by somebody who wrote what was reviewed.

    Why: nobody finds their own mistakes; a second reader may. Where its history is here, git knows who wrote the
    claim, back to its last review: the authors and co-authors of commits that changed what reviewers sign. It is
    checked with `--base`.

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
            if handle.casefold() in project.base.hands_of(claim).authors:
                message = f"{shown(handle)} reviewed this claim, and wrote it or a part of it"
                yield Found(claim.at("review", "by", n), message, "let somebody else read it and sign it")


@rule("F710", severity=Severity.NOTE, waivable=False)
def unknown_author(project: Project) -> Iterator[Found]:
    """A changed claim with a review, where nobody can tell whether a reviewer wrote the change.

    Why: that nobody reviews their own record is known only where the whole history of the change is here, and its
    authors can be told by their handles, which their addresses at the host say. It is checked with `--base`.

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
        authors = project.base.hands_of(claim).authors
        if not authors or UNKNOWN in authors:
            message = f"it can't be told whether {names(review)} wrote what the review is about"
            help = "check in a full clone; an author whose address in git is the one at the host can be told"
            yield Found(claim.at("review"), message, help)


@rule("F712", severity=Severity.WARNING, waivable=False)
def foreign_signature(project: Project) -> Iterator[Found]:
    """A review that was signed by somebody else's commit.

    Why: a stamp is no signature; anybody can write any handle. Where the commits of the one who signs are known, a
    review in somebody else's commit has to be vouched for. It is checked with `--base`.

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
        signers = project.base.hands_of(claim).signers
        for n, handle in enumerate(review.by):
            if signers and UNKNOWN not in signers and handle.casefold() not in signers | before:
                message = f"{shown(handle)} is named as a reviewer by a commit of {_shown(signers)}"
                yield Found(claim.at("review", "by", n), message, f"ask {handle} to run the command, and to commit it")


def _signed_claims(project: Project) -> Iterator[tuple[Claim, Review, frozenset[str]]]:
    """The standing claims whose review fits and is new, or which are new or changed themselves.

    Each comes with its review and the handles that had signed the same words where it was published.
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
    """Whoever signed, by handle where it is known."""
    return listed(sorted(each for each in signers if " " not in each) or sorted(signers), last="and")
