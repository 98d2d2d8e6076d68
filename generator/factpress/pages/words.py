"""Words that pages share: how sources are called, figures named, dates read, readings and standings said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factpress.book import Book
from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.standing import FIRM
from factpress.records.claim import Claim
from factpress.records.date import Date
from factpress.records.figure import Figure
from factpress.records.site import Verdict
from factpress.records.source import Source
from factpress.records.text import without_links

NOT_JUDGED = "Not yet judged"
BACKGROUND = "Background"
BY_EDITOR = "; read so by the editor"
RIGHTS = {
    "quotation": "Quoted within a budget, as its author's words.",
    "public-domain": "In the public domain.",
    "open-licence": "Under an open licence.",
}
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MOST_NAMES = 4
Name = Callable[[str], str]
"""What a root is called."""
Mark = Literal["full", "half", "slashed", "crossed", "hollow", "unjudged", "background"]
"""The shape that stands beside a verdict."""


@dataclass(frozen=True, slots=True)
class Status:
    """A claim's verdict and standing in words, and the verdict's mark."""

    mark: Mark
    words: str

    def __str__(self) -> str:
        return self.words


def source_names(book: Book) -> Mapping[str, str]:
    """What each source is called in links: who published it and when, so that no two links read alike."""
    short = {id: _publisher(source, book) + ", " + _dated(source) for id, source in book.sources.items()}
    count = Counter(short.values())
    return {id: name if count[name] == 1 else f"{name}: {_titled(book.sources[id])}" for id, name in short.items()}


def figure_words(figure: Figure | str) -> str:
    """A figure as readers see it."""
    if isinstance(figure, Figure) and figure.date is not None:
        return figure.date.in_words()
    return str(figure)


def figure_name(name: str) -> str:
    """A figure's name as readers see it."""
    return name.replace("_", " ")


def topic_name(topic: str) -> str:
    """A topic as readers see it."""
    return topic.replace("-", " ").capitalize()


def verdict_words(claim: Claim, book: Book) -> str:
    """The verdict in words; a claim that no article makes has none."""
    if not claim.appears_in:
        return BACKGROUND
    return NOT_JUDGED if claim.verdict is None else given_name(claim.verdict, book)


def given_name(verdict: str, book: Book) -> str:
    """A verdict that a claim names, as readers see it; one that the site does not know by its own word."""
    rule = book.verdicts.get(verdict)
    return verdict_name(rule) if rule else verdict.replace("-", " ").capitalize()


def verdict_name(verdict: Verdict) -> str:
    """A verdict as readers see it."""
    return verdict.label or verdict.name.replace("-", " ").capitalize()


def mark_of(claim: Claim, book: Book) -> Mark:
    """The shape of a claim's verdict, which follows from the verdict's rating, or else from when it may be given."""
    rule = book.verdicts.get(claim.verdict or "")
    if not claim.appears_in:
        return "background"
    if rule is None:
        return "unjudged"
    if rule.rating is None:
        return "slashed" if "contested" in rule.standing else "hollow"
    return "full" if rule.rating == 5 else "crossed" if rule.rating == 1 else "half"


def standing_name(standing: str) -> str:
    """A standing as readers see it."""
    return standing.capitalize()


def status_words(claim: Claim, book: Book) -> str:
    """The verdict and the standing, as lists show them."""
    return f"{verdict_words(claim, book)} · {standing_name(book.weights[claim.id].standing)}"


def status(claim: Claim, book: Book) -> Status:
    """The verdict and the standing with the verdict's mark."""
    return Status(mark_of(claim, book), status_words(claim, book))


def plain(claim: Claim) -> str:
    """The claim without its links, as titles and lists show it."""
    return without_links(claim.claim)


def date_words(date: Date | None) -> str:
    """A date as readers see it; nothing for none."""
    return date.in_words() if date else ""


def number(count: int) -> str:
    """A small number in words, a larger one in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them; of many, the last are counted."""
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{number(len(names) - _MOST_NAMES + 1)} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def reading_words(piece: Piece, figure: str) -> str:
    """What a piece says of a figure: how that stands to it, and the words that say it or the editor's reading."""
    read, said = piece.read(figure), piece.quoted.says.get(figure)
    value = f"“{read.words}”" if read.words else figure_words(said) if said is not None else ""
    by_editor = BY_EDITOR if read.declared else ""
    match read.verb:
        case "silent":
            return f"silent{by_editor}"
        case verb if piece.stance == "article":
            how = {"compatible": ", which is compatible", "differs": ", which differs"}.get(verb, "")
            return f"says {value}{how}{by_editor}"
        case "agrees" if piece.stance == "disputes":
            return f"agrees, {value}{by_editor}; not counted, as it stands in a dispute"
        case "agrees":
            return f"agrees, {value}{by_editor}"
        case "compatible":
            return f"compatible, {value}{by_editor}; counted neither way"
    return f"differs, says {value}{by_editor}"


def cell_words(piece: Piece, figure: str) -> str:
    """What a piece says of a figure in the table of figures; empty where it says nothing."""
    verb = piece.read(figure).verb
    if not piece.counts:
        return "not read, so not counted" if verb != "silent" or piece.stance == "disputes" else ""
    parts = [reading_words(piece, figure)] if verb != "silent" else []
    if piece.disputes(figure):
        parts += ["disputes the claim as a whole"] if verb != "differs" else []
        parts += ["answered"] if piece.evidence is not None and piece.evidence.answered else []
    return "; ".join(parts)


def disputes_whole(piece: Piece) -> bool:
    """Whether a piece disputes the claim as a whole: it is said to, and differs from no figure."""
    return piece.stance == "disputes" and all(read.verb != "differs" for read in piece.reading.figures.values())


def dispute_words(piece: Piece) -> str:
    """What a dispute disputes, where its readings do not say it: the whole claim, or what the tool saw by itself."""
    if disputes_whole(piece):
        return f"the claim as a whole{BY_EDITOR}"
    differs = [figure for figure, read in piece.reading.figures.items() if read.verb == "differs"]
    if piece.stance == "disputes" or all(piece.read(figure).declared for figure in differs):
        return ""
    return f"{listed([figure_name(figure) for figure in differs])}; the tool saw this by itself"


def standing_words(weight: Weight, name: Name) -> str:
    """Why a claim stands as it does: who says so and who does not, and the figure that decides."""
    decides, figures = weight.weakest, weight.figures
    parts = [_why(weight, decides, name)]
    if decides is None:
        parts.append("This is read so by the editor, as the claim states no figure.")
    elif any(each.standing != weight.standing for each in figures.values()):
        parts.append(f"It stands as its weakest figure, {figure_name(decides)}.")
    elif any(_why(weight, other, name) != parts[0] for other in figures):
        parts.append(f"That is so for {figure_name(decides)}; its other figures are {weight.standing} too.")
    elif len(figures) > 1:
        parts.append("That is so for each of its figures.")
    if weight.standing in FIRM:
        answered = dict.fromkeys(root for each in figures.values() for root in each.roots_against)
        parts += [f"{_answered(list(answered), name)}."] if answered else []
    return " ".join(parts)


def disputed_words(weight: Weight, name: Name) -> Sequence[tuple[str, str]]:
    """What is disputed, and who says otherwise; no figures are named where it is all of them."""
    found: dict[str, list[str]] = {}
    for figure, each in weight.figures.items():
        answered = [root for root in each.roots_against if root not in each.unanswered]
        parts = [_say(each.unanswered, "otherwise", name) if each.unanswered else "", _answered(answered, name)]
        found.setdefault("; ".join(filter(None, parts)), []).append(figure_name(figure or ""))
    whole = len(found) == 1
    return [("" if whole else listed(figures), said) for said, figures in found.items() if said]


def unknown_words(weight: Weight, name: Name) -> Sequence[tuple[str, str]]:
    """What is not known for want of voices, figure by figure; no figures are named where it is all of them."""
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
            return f"only {_say(others, 'it', name)}{apart}."
        case "single-source":
            article = "the article is" if len(weight.article) == 1 else "the articles are"
            return f"only {_say(each.roots_for, 'it', name)}, whose reporting {article}."
    if _waits(weight, figure):
        return "the words quoted for it have not been read in their sources yet."
    near = [p for p in weight.pieces if p.stance == "supports" and figure and p.read(figure).verb == "compatible"]
    if near:
        return f"what {_say(_roots(near), 'may be the same', name)}, and may not."
    return "nobody but the article says so." if claim.appears_in else "nobody says so."


def _against_it(weight: Weight, figure: str | None, name: Name) -> str:
    each = weight.figures[figure]
    says = [_say(each.unanswered, "otherwise", name)] if each.unanswered else []
    says += ["a comparison that would have to hold does not"] if each.refuted else []
    if each.standing == "contradicted":
        nobody = "nobody but the article" if weight.claim.appears_in else "nobody"
        nobody = "nobody whose words were read" if _waits(weight, figure) else nobody
        return f"{', '.join(says)}, and {nobody} says so."
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
    """Whether a quote for the figure was not read yet."""
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


def _publisher(source: Source, book: Book) -> str:
    root = book.entities.get(source.root)
    return source.container_title or source.publisher or (root.name if root else source.root)


def _dated(source: Source) -> str:
    return source.issued.in_words() if source.issued else "undated"


def _titled(source: Source) -> str:
    return source.title or source.id
