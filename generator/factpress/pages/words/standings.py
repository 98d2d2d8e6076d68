"""Why a claim has its standing, as a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.pages.words.counts import listed
from factpress.pages.words.names import figure_name
from factpress.pages.words.verdicts import standing_told
from factpress.records.must_hold import WHEN

Name = Callable[[str], str]
"""Gives what a root is called."""


def standing_words(weight: Weight, name: Name) -> tuple[str, str]:
    """What a claim's standing means, with the figure that decides it if others are firmer, and who makes it so."""
    decides = weight.weakest
    label = standing_told(weight.standing)
    if decides is not None and any(each.standing != weight.standing for each in weight.figures.values()):
        label = f"{label}, for {figure_name(decides)}"
    why = _why(weight, decides, name)
    return label, why if decides is not None else f"{why} The claim states no figure, so this is our reading."


def _why(weight: Weight, figure: str | None, name: Name) -> str:
    """Who gives a figure its standing, as the end of a sentence that begins with what the standing means."""
    each, claim = weight.figures[figure], weight.claim
    others = [root for root in each.roots_for if root not in weight.article]
    match each.standing:
        case "contradicted" | "contested":
            return _against_it(weight, figure, name)
        case "corroborated":
            return f"{_names(others, name)}."
        case "primary":
            return _first_hand(weight, figure, name)
        case "single-source" if len(others) > 1:
            return f"{_say(others, 'it', name)}, but people without a name count as one voice, and titles as none."
        case "single-source" if others:
            apart = ", independently of the article" if claim.appears_in else ""
            return f"{_names(others, name)}{apart}."
        case "single-source":
            article = "the article carries" if len(weight.article) == 1 else "the articles carry"
            return f"{_names(each.roots_for, name)}, whose report {article}."
    if _waits(weight, figure):
        return "the quotes for it are unverified."
    near = [p for p in weight.pieces if p.stance == "supports" and figure and p.read(figure).verb == "compatible"]
    if near:
        return f"what {_say(_roots(near), 'may or may not agree', name)}."
    return "only the article does." if claim.appears_in else "none was found."


def _against_it(weight: Weight, figure: str | None, name: Name) -> str:
    """Who speaks for a figure and who or what against it; who is quoted on both sides is named once."""
    each = weight.figures[figure]
    both = [root for root in each.roots_for if root in each.unanswered]
    says = [root for root in each.roots_for if root not in both]
    denies = [root for root in each.unanswered if root not in both]
    ruled_out = _ruled_out(weight) if each.refuted else ""
    if each.standing == "contested":
        among = f"sources that quote {_names(both, name)} differ among themselves" if both else ""
        return (
            "; ".join(filter(None, [_say(says, "it", name), among, _say(denies, "otherwise", name), ruled_out])) + "."
        )
    told = "; ".join(filter(None, [_names(denies, name) if denies else "", ruled_out])) + "."
    if _waits(weight, figure):
        return f"{told} The quotes for it are unverified."
    return f"{told} No other source seen says what the article says." if weight.claim.appears_in else told


def _ruled_out(weight: Weight) -> str:
    """What rules a figure out: dates, if nothing else is compared."""
    refuting = [line for line in weight.lines if line.refutes]
    dated = all(any(term.name == WHEN for term in line.relation.terms) for line in refuting)
    return "the dates rule it out" if dated else "a comparison with other claims rules it out"


def _first_hand(weight: Weight, figure: str | None, name: Name) -> str:
    for piece in weight.pieces:
        if piece.evidence is not None and piece.evidence.first_hand and piece.supports(figure):
            reason = piece.evidence.first_hand
            return f"{name(piece.root)}. {reason}{'' if reason.endswith(('.', '!', '?')) else '.'}"
    return ""


def _waits(weight: Weight, figure: str | None) -> bool:
    """Whether a quote for the figure is unverified."""
    waiting = (piece for piece in weight.pieces if piece.stance == "supports" and not piece.counts)
    return any(figure is None or piece.read(figure).verb == "agrees" for piece in waiting)


def _say(roots: Sequence[str], what: str, name: Name) -> str:
    return f"{_names(roots, name)} {'says' if len(roots) == 1 else 'say'} {what}" if roots else ""


def _names(roots: Sequence[str], name: Name) -> str:
    return listed([name(root) for root in roots])


def _roots(pieces: Sequence[Piece]) -> list[str]:
    return list(dict.fromkeys(piece.root for piece in pieces))
