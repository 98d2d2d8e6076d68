"""F1 of verdicts: the claim's standing decides which verdicts and which answers are allowed."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.claim_weighing import Weight
from factpress.evidence.standing import Standings, weakest
from factpress.evidence.voices import unnamed_voices
from factpress.findings import listed, shown
from factpress.rules.rule import Problem, Project, rule


@rule("F117")
def unearned_verdict(project: Project) -> Iterator[Problem]:
    """A verdict that the claim's standing does not allow.

    Why: the evidence decides what editors may say of a claim. A claim has the standing of its weakest figure. If
    its figures differ in standing, it is often two claims. While `unnamed-voice` asks whose words a quote passes on,
    this rule waits for the answer.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: accurate
        because: "The paper says so."

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        appears_in:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        verdict: unproven
        because: "One paper says so, and nobody else was found."
    """
    for weight in _judged(project):
        claim = weight.claim
        verdict = project.book.verdicts.get(claim.verdict or "")
        if verdict is None or weight.standing in verdict.standing or not claim.appears_in:
            # A verdict on what no article says has its own finding.
            continue
        if unnamed_voices(weight):
            # Whose words they are comes first, and is asked there.
            continue
        message = (
            f"{shown(verdict.name)} needs a claim that is {listed(verdict.standing)}, but this one is {_why(weight)}"
        )
        allowed = [each.name for each in project.book.verdicts.values() if weight.standing in each.standing]
        help = f"add evidence, or use the verdict {listed(allowed)}" if allowed else "add evidence"
        yield Problem(claim.at("verdict"), message, help)


@rule("F118")
def vain_answer(project: Project) -> Iterator[Problem]:
    """An answer to a dispute, where the claim is too weak without the dispute.

    Why: an answer sets a dispute aside. It is allowed only where the rest of the evidence makes the claim
    corroborated or primary.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            stance: disputes
            quote: "the north pier was opened to the public on Saturday"
            answered: "It was the south pier."

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        evidence:
          - source: gazette-2021-05-30
            stance: disputes
            quote: "the north pier was opened to the public on Saturday"
    """
    for weight in _judged(project):
        if weight.may_be_answered:
            continue
        for piece in weight.pieces:
            if piece.evidence is not None and piece.evidence.answered and piece.is_dispute:
                message = f"this dispute can't be answered yet: without it the claim is {_without(weight)}"
                help = "add evidence from two independent roots or from the body that did it, or remove the answer"
                yield Problem(weight.claim.at(piece.part, piece.number, "answered"), message, help)


def _judged(project: Project) -> Iterator[Weight]:
    """Claims whose standing is known and that are not withdrawn; an unread source, receipt or quote has its own
    finding."""
    for weight in project.book.weights.values():
        is_read = weight.is_known and all(piece.proof.is_read for piece in weight.pieces)
        if is_read and weight.claim.withdrawal is None:
            yield weight


def _why(weight: Weight) -> str:
    """The claim's standing, the figure that decides it, and the roots for it and against it."""
    figure = weight.weakest
    by = f" because of its figure {shown(figure)}" if figure is not None else ""
    return f"{shown(weight.standing)}{by}: {_voices(weight.figures[figure])}"


def _voices(standings: Standings) -> str:
    held, unanswered = standings.roots_for, standings.unanswered
    parts = [
        f"supported by {listed(held, last='and')}" if held else "no support whose quote was read",
        f"disputed by {listed(unanswered, last='and')}" if unanswered else "",
        "refuted by `must_hold`" if standings.refuted else "",
    ]
    return ", ".join(part for part in parts if part)


def _without(weight: Weight) -> str:
    return shown(weakest(each.set_aside for each in weight.figures.values()))
