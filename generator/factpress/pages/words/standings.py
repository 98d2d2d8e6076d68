"""Why a claim has its standing, what is disputed in it and what is not known, as sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.standing import FIRM
from factpress.pages.words.counts import listed
from factpress.pages.words.names import figure_name

Name = Callable[[str], str]
"""Gives what a root is called."""


def standing_words(weight: Weight, name: Name) -> str:
    """Why a claim has its standing: who says so, who says otherwise, and which figure decides."""
    decides, figures = weight.weakest, weight.figures
    parts = [_why(weight, decides, name)]
    if decides is None:
        parts.append("The claim states no figure, so this is the editor’s reading.")
    elif any(each.standing != weight.standing for each in figures.values()):
        parts.append(f"Its standing is that of its weakest figure, {figure_name(decides)}.")
    elif any(_why(weight, other, name) != parts[0] for other in figures):
        parts.append(f"That is so for {figure_name(decides)}; its other figures are {weight.standing} too.")
    elif len(figures) > 1:
        parts.append("The same is true of each of its figures.")
    if weight.standing in FIRM:
        answered = dict.fromkeys(root for each in figures.values() for root in each.roots_against)
        parts += [f"{_answered(list(answered), name)}."] if answered else []
    return " ".join(parts)


def disputed_words(weight: Weight, name: Name) -> Sequence[tuple[str, str]]:
    """What is disputed, and who says otherwise; no figures are named if it is all of them."""
    found: dict[str, list[str]] = {}
    for figure, each in weight.figures.items():
        answered = [root for root in each.roots_against if root not in each.unanswered]
        parts = [_say(each.unanswered, "otherwise", name) if each.unanswered else "", _answered(answered, name)]
        found.setdefault("; ".join(filter(None, parts)), []).append(figure_name(figure or ""))
    whole = len(found) == 1
    return [("" if whole else listed(figures), said) for said, figures in found.items() if said]


def unknown_words(weight: Weight, name: Name) -> Sequence[tuple[str, str]]:
    """What too few roots say, figure by figure; no figures are named if it is all of them."""
    found: dict[str, list[str]] = {}
    for figure, each in weight.figures.items():
        if each.standing in ("unsupported", "single-source"):
            found.setdefault(_why(weight, figure, name), []).append(figure_name(figure or ""))
    whole = len(found) == 1 and len(next(iter(found.values()))) == len(weight.figures)
    return [("", said[:1].upper() + said[1:]) if whole else (listed(each), said) for said, each in found.items()]


def _why(weight: Weight, figure: str | None, name: Name) -> str:
    """One figure's standing as a sentence."""
    each, claim = weight.figures[figure], weight.claim
    others = [root for root in each.roots_for if root not in weight.article]
    match each.standing:
        case "contradicted" | "contested":
            return _against_it(weight, figure, name)
        case "corroborated":
            of = "the article" if claim.appears_in else "each other"
            return f"{_say(others, 'so', name)} independently of {of}."
        case "primary":
            return _first_hand(weight, figure, name)
        case "single-source" if others:
            apart = " independently of the article" if claim.appears_in else ""
            if len(others) > 1:
                return f"{_say(others, 'it', name)}, but people without a name count as one voice, and titles as none."
            return f"only {_say(others, 'it', name)}{apart}."
        case "single-source":
            article = "the article carries" if len(weight.article) == 1 else "the articles carry"
            whose = "its" if len(each.roots_for) == 1 else "their"
            return f"only {_say(each.roots_for, 'it', name)}, and {article} {whose} reporting."
    if _waits(weight, figure):
        return "the quotes for it are unverified."
    near = [p for p in weight.pieces if p.stance == "supports" and figure and p.read(figure).verb == "compatible"]
    if near:
        return f"what {_say(_roots(near), 'may or may not agree', name)}."
    return "only the article says so." if claim.appears_in else "no source says so."


def _against_it(weight: Weight, figure: str | None, name: Name) -> str:
    each = weight.figures[figure]
    says = [_say(each.unanswered, "otherwise", name)] if each.unanswered else []
    says += ["a comparison that must hold does not"] if each.refuted else []
    if each.standing == "contradicted":
        so = "only the article" if weight.claim.appears_in else "no source"
        so = "no verified quote" if _waits(weight, figure) else so
        return f"{', '.join(says)}, and {so} says so."
    if each.roots_for == each.unanswered and not each.refuted:
        roots = each.roots_for
        return f"{_names(roots, name)} {'is' if len(roots) == 1 else 'are'} quoted both for it and against it."
    return f"{_say(each.roots_for, 'so', name)}{'; ' if len(says) > 1 else ', and '}{', and '.join(says)}."


def _first_hand(weight: Weight, figure: str | None, name: Name) -> str:
    for piece in weight.pieces:
        if piece.evidence is not None and piece.evidence.first_hand and piece.supports(figure):
            reason = piece.evidence.first_hand
            return f"{name(piece.root)} says so first-hand. {reason}{'' if reason.endswith(('.', '!', '?')) else '.'}"
    return ""


def _waits(weight: Weight, figure: str | None) -> bool:
    """Whether a quote for the figure is unverified."""
    waiting = (piece for piece in weight.pieces if piece.stance == "supports" and not piece.counts)
    return any(figure is None or piece.read(figure).verb == "agrees" for piece in waiting)


def _answered(roots: Sequence[str], name: Name) -> str:
    return f"{_say(roots, 'otherwise', name)}, and {'is' if len(roots) == 1 else 'are'} answered" if roots else ""


def _say(roots: Sequence[str], what: str, name: Name) -> str:
    return f"{_names(roots, name)} {'says' if len(roots) == 1 else 'say'} {what}"


def _names(roots: Sequence[str], name: Name) -> str:
    return listed([name(root) for root in roots])


def _roots(pieces: Sequence[Piece]) -> list[str]:
    return list(dict.fromkeys(piece.root for piece in pieces))
