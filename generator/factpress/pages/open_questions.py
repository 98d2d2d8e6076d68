"""Questions that the evidence leaves open, and what would settle them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factpress import addresses
from factpress.evidence.claim_weighing import Weight
from factpress.evidence.standing import FIRM, Standings
from factpress.pages import words
from factpress.pages.views import Shelf, To
from factpress.records.claim import Claim
from factpress.records.site import Verdict


@dataclass(frozen=True, slots=True)
class Question:
    """A claim that is neither shown nor refuted: the verdict's reason, how it stands, and what would settle it."""

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


def leaves_open(verdict: Verdict) -> bool:
    """Whether a verdict leaves its claim open: it may be given where nothing firm is known, and only there."""
    return not FIRM & set(verdict.standing) and "contradicted" not in verdict.standing


def open_questions(shelf: Shelf) -> Mapping[str, Any]:
    """What the list of open questions shows: by verdict, and last the claims that nobody judged yet."""
    there = shelf.seen_from(addresses.url(addresses.OPEN_QUESTIONS, directory_urls=shelf.directory_urls))
    book = shelf.book
    claims = [claim for claim in book.claims.values() if claim.withdrawal is None and claim.appears_in]
    groups = [
        Questions(name, words.verdict_name(verdict), _questions([c for c in claims if c.verdict == name], there))
        for name, verdict in book.verdicts.items()
        if leaves_open(verdict)
    ]
    groups.append(Questions("not-judged", words.NOT_JUDGED, _questions([c for c in claims if not c.verdict], there)))
    groups = [group for group in groups if group.questions]
    return {"groups": groups, "count": sum(len(group.questions) for group in groups)}


def settling(weight: Weight, name: words.Name) -> Sequence[str]:
    """What would make each figure of a claim firm, by the conditions of the standings above its own; each once."""
    found: dict[str, None] = {}
    for each in weight.figures.values():
        if each.standing in FIRM:
            continue
        if each.refuted:
            found["A comparison that would have to hold, and does not, would have to."] = None
        if each.unanswered:
            found[_answering(each, name)] = None
        elif each.roots_for:
            others = [root for root in each.roots_for if root not in weight.article] or each.roots_for
            apart = words.listed([name(root) for root in others])
            found[f"One more voice for it that is independent of {apart}, or the word of who did or counted it."] = None
        elif not each.refuted:
            found["A source whose words say it."] = None
    return list(found)


def _answering(figure: Standings, name: words.Name) -> str:
    roots = figure.unanswered
    says = f"what {words.listed([name(root) for root in roots])} {'says' if len(roots) == 1 else 'say'}"
    if figure.undisputed in FIRM:
        return f"An answer to {says}: words that show which side is mistaken."
    return f"Independent or first-hand voices for it; only then may {says} be answered."


def _questions(claims: Sequence[Claim], shelf: Shelf) -> Sequence[Question]:
    return [_question(claim, shelf.book.weights[claim.id], shelf) for claim in claims]


def _question(claim: Claim, weight: Weight, shelf: Shelf) -> Question:
    return Question(
        shelf.to("claim", claim.id),
        shelf.text(claim.because),
        words.standing_name(weight.standing),
        words.standing_words(weight, shelf.root_name),
        settling(weight, shelf.root_name),
    )
