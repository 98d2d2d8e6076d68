"""F7: a review counts for what it signed; a change has its reviewers, and guarded files their owners."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.changes.comparison import Pair, is_weighty
from factpress.changes.owners import why_guarded
from factpress.changes.stamp import state
from factpress.findings import Place, Severity, listed, shown
from factpress.records.claim import Claim, Review
from factpress.records.site import Reviewers
from factpress.rules.rule import Found, Project, rule

_MOST_NAMED = 5


@rule("F706", severity=Severity.WARNING, waivable=False)
def stale_review(project: Project) -> Iterator[Found]:
    """A review that does not fit the claim any more, or does not say what was reviewed.

    Why: who signed a claim did not sign what it became, nor what the claims that it rests on became. The stamp
    is a checksum of all that matters: the claim, its figures, evidence and verdict, and that its quotes were read.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier was opened to the public on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}
    """
    for claim in project.book.claims.values():
        if claim.review is None or claim.withdrawal is not None:
            continue
        by = f"the review by {_names(claim.review)} of {claim.review.date.in_words()}"
        message = {
            "changed": f"{by} does not fit any more: the claim changed",
            "rests-on-change": f"{by} does not fit any more: a claim that this one rests on changed",
            "unstamped": f"{by} bears no stamp, so that nobody knows what was reviewed",
        }.get(state(project.book, claim))
        if message:
            yield Found(claim.at("review"), message, _sign(claim))


@rule("F707", severity=Severity.WARNING, waivable=False)
def missing_review(project: Project) -> Iterator[Found]:
    """A claim that is new or changed, and was reviewed by fewer people than the site wants.

    Why: somebody else reads each claim against its sources before readers do; `reviewers` in `facts/site.yml` says
    how many for a usual change, for a changed verdict and for a claim that names a person. Who wrote the change
    does not count. It is checked with `--base`.

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
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}
    """
    if project.base is None:
        return
    for pair, claim in _changed_claims(project):
        review_state = state(project.book, claim)
        if review_state not in {"unreviewed", "fits"}:
            # A review that does not fit, or may not, has its own finding.
            continue
        by = {handle.casefold() for handle in claim.review.by} if claim.review else set()
        count = len(by - (project.base.authors or {}).get(claim.path, frozenset()))
        wanted, why = _wanted(pair, claim, project)
        if count < wanted:
            have = f"{count} of {wanted} reviewers" if wanted > 1 else "no reviewer"
            yield Found(claim.at("review"), f"{why} has {have}", _sign(claim))


@rule("F708", severity=Severity.WARNING, waivable=False)
def rests_on_change(project: Project) -> Iterator[Found]:
    """A claim without a review that rests on a claim that changed, or is compared with it in `must_hold`.

    Why: what it takes for granted is not what it was, so that somebody has to read it again. It is checked with
    `--base`; a claim with a review is reported as `stale-review`.

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
            yield Found(claim.at("rests_on" if claim.rests_on else "must_hold"), message, _sign(claim))


@rule("F709", waivable=False)
def own_review(project: Project) -> Iterator[Found]:
    """A review by somebody who wrote the change.

    Why: nobody finds their own mistakes; a second reader may. Who wrote a change is known from git, where its
    history is here. It is checked with `--base`.

    Bad:

        # base
        # head by ann
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}

    Good:

        # base
        # head by ben
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}
    """
    if project.base is None or project.base.authors is None:
        return
    for claim in project.book.claims.values():
        if state(project.book, claim) != "fits":
            continue
        authors = project.base.authors.get(claim.path, frozenset())
        for n, handle in enumerate(claim.review.by if claim.review else ()):
            if handle.casefold() in authors:
                message = f"{shown(handle)} reviewed this claim and wrote the change"
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
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}

    Good:

        # base
        # head by ben
        # facts/claims/harbour/pier-public.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        review: {by: [ann], date: 2021-06-02, stamp: s-8e13487de178153f}
    """
    if project.base is None:
        return
    for _, claim in _changed_claims(project):
        authors = (project.base.authors or {}).get(claim.path)
        if claim.review is not None and (not authors or "" in authors):
            message = f"it can't be told whether {_names(claim.review)} wrote what the review is about"
            help = "check in a full clone; an author whose address in git is the one at the host can be told"
            yield Found(claim.at("review"), message, help)


@rule("F711", severity=Severity.WARNING, waivable=False)
def guarded_file(project: Project) -> Iterator[Found]:
    """A change of a file that decides how the site is built, shown or checked.

    Why: such a file runs code, or changes what the checks ask; its owner looks at it apart from the records.
    Owners are those that `CODEOWNERS` names at the base. Files of one kind with the same owners are one finding. It
    is checked with `--base`.

    Bad:

        # base
        # head
        # mkdocs.yml
        hooks: [hook.py]

    Good:

        # base
        # head
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    if project.base is None:
        return
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for path, from_root in project.base.touched.items():
        why = why_guarded(from_root)
        if why:
            found.setdefault((why, tuple(project.base.owners.of(from_root))), []).append(path)
    for (why, owners), (first, *more) in found.items():
        others = ", ".join([*map(shown, more[:_MOST_NAMED]), *(["…"] if len(more) > _MOST_NAMED else [])])
        also = f"; so did {len(more):,} more of the kind: {others}" if more else ""
        names = " and ".join(map(shown, owners)) or "a maintainer"
        help = f"{names} {'have' if len(owners) > 1 else 'has'} to look at this before it is merged"
        yield Found(Place(first), f"this file changed, and {why}{also}", help)


def _changed_claims(project: Project) -> Iterator[tuple[Pair, Claim]]:
    """The standing claims that are new, or say something else than was published."""
    if project.base is None:
        return
    for pair in project.pairs:
        claim = pair.now
        if not isinstance(claim, Claim) or claim.withdrawal is not None:
            continue
        if pair.was is None or is_weighty(pair, project.base.book, project.book):
            yield pair, claim


def _wanted(pair: Pair, claim: Claim, project: Project) -> tuple[int, str]:
    """How many reviewers a change needs, and what it is."""
    site, book = project.book.site, project.book
    wanted = site.reviewers if site else Reviewers()
    named = [book.entities.get(ref.id) for ref in claim.references() if ref.kind == "entity"]
    found = [(wanted.usual, "this new claim" if pair.was is None else "this changed claim")]
    if isinstance(pair.was, Claim) and pair.was.verdict != claim.verdict:
        found.append((wanted.verdict_change, "this changed verdict"))
    if any(entity is not None and entity.type == "Person" for entity in named):
        found.append((wanted.named_person, f"{found[0][1]}, which names a person,"))
    return max(found, key=lambda each: each[0])


def _names(review: Review) -> str:
    return listed(review.by, last="and")


def _sign(claim: Claim) -> str:
    return f"read it against its sources, then `factpress sign {claim.id} --by HANDLE`"
