"""F1 of verdicts: one may be given only where the claim's standing allows it, and so may an answer."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.evidence.claim_weighing import Weight
from factpress.evidence.standing import Standings, weakest
from factpress.findings import listed, shown
from factpress.rules.rule import Found, Project, rule


@rule("F117")
def unearned_verdict(project: Project) -> Iterator[Found]:
    """A verdict that the claim's standing does not allow.

    Why: what editors may say of a claim depends on what the evidence amounts to. A claim stands as its weakest
    figure: where figures differ in standing, it is often two claims.

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
            # A verdict on what no article says is a finding of its own.
            continue
        message = (
            f"{shown(verdict.name)} needs a claim that is {listed(verdict.standing)}, and this one is {_why(weight)}"
        )
        allowed = [each.name for each in project.book.verdicts.values() if weight.standing in each.standing]
        help = f"bring more evidence, or give {listed(allowed)}" if allowed else "bring more evidence"
        yield Found(claim.at("verdict"), message, help)


@rule("F118")
def vain_answer(project: Project) -> Iterator[Found]:
    """A dispute that is answered, in a claim that is not firm without it.

    Why: an answer sets a dispute aside. That may be done only where the rest of the evidence carries the claim
    by itself: where it is corroborated or primary.

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
                message = f"this dispute may not be answered yet: without it the claim is {_without(weight)}"
                help = "bring evidence of two independent roots, or of the body that did it, or remove the answer"
                yield Found(weight.claim.at(piece.part, piece.number, "answered"), message, help)


def _judged(project: Project) -> Iterator[Weight]:
    """Claims that stand, but for those of which nobody knows yet how: that a source, a receipt or a quote of theirs
    was not read is a finding of its own."""
    for weight in project.book.weights.values():
        is_read = weight.is_known and all(piece.proof.is_read for piece in weight.pieces)
        if is_read and weight.claim.withdrawal is None:
            yield weight


def _why(weight: Weight) -> str:
    """The claim's standing, the figure that decides it, and whose words it rests on."""
    figure = weight.weakest
    by = f" by its figure {shown(figure)}" if figure is not None else ""
    return f"{shown(weight.standing)}{by}: {_voices(weight.figures[figure])}"


def _voices(standings: Standings) -> str:
    held, unanswered = standings.roots_for, standings.unanswered
    parts = [
        f"{listed(held, last='and')} for it" if held else "nobody for it whose words were read",
        f"{listed(unanswered, last='and')} against it" if unanswered else "",
        "`must_hold` against it" if standings.refuted else "",
    ]
    return ", ".join(part for part in parts if part)


def _without(weight: Weight) -> str:
    return shown(weakest(each.set_aside for each in weight.figures.values()))
