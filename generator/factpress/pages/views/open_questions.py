"""Questions that the evidence leaves open, and what would settle them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress.evidence.claim_weighing import Weight
from factpress.evidence.standing import FIRM, Standings
from factpress.page_kinds import PageKind
from factpress.pages.links import LinkedBook, To
from factpress.pages.view import Edition, PageView, single
from factpress.pages.words import counts, standings, verdicts
from factpress.records.claim import Claim
from factpress.records.site import Verdict


@dataclass(frozen=True, slots=True)
class Question:
    """A claim that is neither shown nor refuted: the verdict's reason, the standing, and what would settle it."""

    claim: To
    because: Sequence[To]
    standing: str
    why: str
    settles: Sequence[str]


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions with one verdict."""

    id: str
    verdict: str
    questions: Sequence[Question]


def views(kind: PageKind, edition: Edition) -> Iterator[PageView]:
    """The list."""
    yield single(kind, _shown)


def leaves_open(verdict: Verdict) -> bool:
    """Whether a verdict leaves its claim open: it is for no firm standing, and does not say that something is wrong."""
    return not FIRM & set(verdict.standing) and "instead" not in verdict.needs


def _shown(linked: LinkedBook) -> Mapping[str, Any]:
    """By verdict, and last the claims that are not yet judged."""
    book = linked.book
    claims = [claim for claim in book.claims.values() if claim.withdrawal is None and claim.appears_in]
    groups = [
        Questions(name, verdicts.verdict_name(verdict), _questions([c for c in claims if c.verdict == name], linked))
        for name, verdict in book.verdicts.items()
        if leaves_open(verdict)
    ]
    groups.append(
        Questions("not-judged", verdicts.NOT_JUDGED, _questions([c for c in claims if not c.verdict], linked))
    )
    groups = [group for group in groups if group.questions]
    return {"groups": groups, "count": sum(len(group.questions) for group in groups)}


def settling(weight: Weight, name: standings.Name) -> Sequence[str]:
    """What would make each figure of a claim firm, by the conditions of the higher standings; each once."""
    found: dict[str, None] = {}
    for each in weight.figures.values():
        if each.standing in FIRM:
            continue
        if each.refuted:
            found["Figures with which the comparison that must hold does hold."] = None
        if each.unanswered:
            found[_answering(each, name)] = None
        elif each.roots_for:
            others = [root for root in each.roots_for if root not in weight.article] or each.roots_for
            apart = counts.listed([name(root) for root in others])
            found[f"One more voice for it that is independent of {apart}, or a first-hand one."] = None
        elif not each.refuted:
            found["A source that says it."] = None
    return list(found)


def _answering(figure: Standings, name: standings.Name) -> str:
    roots = figure.unanswered
    says = f"what {counts.listed([name(root) for root in roots])} {'says' if len(roots) == 1 else 'say'}"
    if figure.undisputed in FIRM:
        return f"An answer to {says}: a quote that shows which side is wrong."
    return f"Independent or first-hand voices for it; only then may {says} be answered."


def _questions(claims: Sequence[Claim], linked: LinkedBook) -> Sequence[Question]:
    return [_question(claim, linked.book.weights[claim.id], linked) for claim in claims]


def _question(claim: Claim, weight: Weight, linked: LinkedBook) -> Question:
    return Question(
        linked.to("claim", claim.id),
        linked.text(claim.because),
        verdicts.standing_name(weight.standing),
        standings.standing_words(weight, linked.root_name),
        [*([claim.would_change] if claim.would_change else []), *settling(weight, linked.root_name)],
    )
