"""F1 of fairness: who is judged is asked, and a verdict says what would change it."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.roots import article_roots, voice
from factpress.findings import Severity, listed, shown
from factpress.records.claim import Claim
from factpress.records.record import Keys, Record
from factpress.records.reply import Reply
from factpress.records.site import Verdict
from factpress.records.source import Source
from factpress.rules.rule import Problem, Project, rule

_AGAINST = frozenset({"contested", "contradicted"})


@rule("F120", severity=Severity.NOTE)
def missing_reply(project: Project) -> Iterator[Problem]:
    """A claim judged inaccurate or disputed, about which nobody was asked who said so.

    Why: a body that is said to be wrong has a right to answer, and often knows what no source says. An entry in
    `replies`, of the claim or of the article, says who was asked, when and how, and the answer: their words,
    `declined`, or `none`. It has to be the body that reported the article, or the one to whom `appears_in` attributes
    the words. As long as nobody was asked, the claim's page says so.

    Bad:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: inaccurate
        because: "The harbour's log has another day."
        instead: "It opened on 30 May."

    Good:

        # facts/site.yml
        format: 1
        name: Harbour facts
        articles: [gazette-2021-05-30]
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: inaccurate
        because: "The harbour's log has another day."
        instead: "It opened on 30 May."
        replies:
          - {party: harbour-gazette, asked: 2021-06-01, how: "by e-mail", answer: none}
    """
    book = project.book
    for claim, verdict in _judged(project):
        if not _is_against(verdict):
            continue
        named = (piece.attributed_to for piece in claim.appears_in if piece.attributed_to)
        parties = {voice(each, book.entities) for each in named if " " not in each}
        parties |= article_roots(claim, book.sources, book.entities)
        articles = [book.sources[piece.source] for piece in claim.appears_in if piece.source in book.sources]
        replies = [*claim.replies, *(reply for article in articles for reply in article.replies)]
        if parties.isdisjoint(voice(reply.party, book.entities) for reply in replies):
            message = f"{shown(verdict.name)}, and nobody asked {listed(sorted(parties), last='or')}"
            yield Problem(claim.at("verdict"), message, "ask, and add `replies` to the claim or to the article")


@rule("F121", severity=Severity.WARNING)
def missing_would_change(project: Project) -> Iterator[Problem]:
    """A verdict without `would_change`: what evidence would change it.

    Why: a judgement that nothing could change is no finding. The sentence says to readers what to look for, and
    editors when to judge anew.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: unproven
        because: "Nobody else was found who says so."

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: unproven
        because: "Nobody else was found who says so."
        would_change: "The harbour's log of that week."
    """
    for claim, verdict in _judged(project):
        if claim.would_change is None:
            message = f"nothing says what would change the verdict {shown(verdict.name)}"
            yield Problem(claim.at("verdict"), message, "add `would_change`, in one sentence")


@rule("F122")
def reply_misfit(project: Project) -> Iterator[Problem]:
    """A reply whose dates do not fit its answer, or one to a source that is not an article under check.

    Why: `replies` is a record of the right to answer. An answer has a day, and comes after the question; without an
    answer there is no such day.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        replies:
          - {party: harbour-gazette, asked: 2021-06-01, how: "by e-mail", answer: declined, date: 2021-05-31}

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        replies:
          - {party: harbour-gazette, asked: 2021-06-01, how: "by e-mail", answer: declined, date: 2021-06-03}
    """
    for record, keys, reply in _replies(project):
        if isinstance(record, Source) and not project.book.is_article(record.id):
            message = f"{shown(record.id)} is not an article under check, so nobody is asked about it here"
            yield Problem(record.at(*keys), message, "move the reply to the claim that it is about")
        elif reply.state != "none" and reply.date is None:
            yield Problem(record.at(*keys), "the answer has no date", "add `date`, the day of the answer")
        elif reply.state == "none" and reply.date is not None:
            message = "the reply has a date, but `answer: none` says that there is no answer"
            yield Problem(record.at(*keys, "date"), message, "remove `date`, or write the answer")
        elif reply.date is not None and _is_before(reply):
            message = f"the answer is dated {reply.date.in_words()}, before the question of {reply.asked.in_words()}"
            yield Problem(record.at(*keys, "date"), message, "correct one of the two dates")


def _judged(project: Project) -> Iterator[tuple[Claim, Verdict]]:
    """The claims with a verdict that has all that it needs; what is missing has its own finding."""
    for claim in project.book.claims.values():
        verdict = project.book.verdicts.get(claim.verdict or "")
        if verdict is None or not claim.appears_in or claim.withdrawal is not None:
            continue
        if all(getattr(claim, name) for name in verdict.needs):
            yield claim, verdict


def _replies(project: Project) -> Iterator[tuple[Record, Keys, Reply]]:
    for record in (*project.book.claims.values(), *project.book.sources.values()):
        for n, reply in enumerate(record.replies if isinstance(record, (Claim, Source)) else ()):
            yield record, ("replies", n), reply


def _is_before(reply: Reply) -> bool:
    answered, asked = reply.date.earliest if reply.date else None, reply.asked.earliest
    return answered is not None and asked is not None and answered < asked


def _is_against(verdict: Verdict) -> bool:
    """Whether a verdict says that something is wrong or in dispute."""
    return "instead" in verdict.needs or _AGAINST.issuperset(verdict.standing)
