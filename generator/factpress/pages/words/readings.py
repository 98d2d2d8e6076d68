"""What pages say of one quote: its reading of each figure, and what it disputes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from factpress.evidence.claim_weighing import Piece
from factpress.evidence.quote_weighing import Verb
from factpress.pages.words.counts import listed
from factpress.pages.words.names import figure_name, figure_words

READING = "our reading"
BY_EDITOR = f"; {READING}"
_SIGNS: Mapping[Verb | Literal["plain"], str] = {
    "agrees": "agrees: ",
    "compatible": "may agree: ",
    "differs": "differs: ",
    "silent": "",
    "plain": "",
}


def reading_words(piece: Piece, figure: str) -> str:
    """What a piece says of a figure: whether it agrees, and the words that say it or the editor's reading."""
    read, said = piece.read(figure), piece.quoted.says.get(figure)
    value = f"“{read.words}”" if read.words else figure_words(said) if said is not None else ""
    by_editor = BY_EDITOR if read.declared else ""
    match read.verb:
        case "silent":
            return f"does not say{by_editor}"
        case verb if piece.stance == "article":
            how = {"compatible": ", which is compatible", "differs": ", which differs"}.get(verb, "")
            return f"says {value}{how}{by_editor}"
        case "agrees" if piece.stance == "disputes":
            return f"agrees, {value}{by_editor}; not counted, because it is part of a dispute"
        case "agrees":
            return f"agrees, {value}{by_editor}"
        case "compatible":
            return f"compatible, {value}{by_editor}; counted neither for nor against"
    return f"differs, says {value}{by_editor}"


@dataclass(frozen=True, slots=True)
class Value:
    """What a quote says of a figure, in a table: the figure's name if there are several, a verb, and words for it."""

    name: str
    verb: Verb | Literal["plain"]
    words: str

    @property
    def sign(self) -> str:
        """What the sign before the words means, for those who do not see it."""
        return _SIGNS[self.verb]


def values(piece: Piece, figures: Collection[str]) -> list[Value]:
    """What a piece says of the claim's figures; one line in words if it says nothing of any of them."""
    if not piece.counts:
        return [Value("", "silent", "unverified, so not counted")]
    found = [_value(piece, figure, len(figures) > 1) for figure in figures if piece.read(figure).verb != "silent"]
    if piece.stance == "disputes" and disputes_whole(piece):
        found.insert(0, Value("", "differs", "says otherwise"))
    if found:
        return found
    match piece.stance:
        case "supports" if figures:
            return [Value("", "silent", f"does not say {listed([figure_name(figure) for figure in figures])}")]
        case "supports":
            return [Value("", "agrees", "says so")]
        case "context":
            return [Value("", "plain", f"“{piece.quoted.quote}”")]
    return [Value("", "silent", "in other words")] if figures else [Value("", "plain", "says so")]


def _value(piece: Piece, figure: str, is_named: bool) -> Value:
    read, said = piece.read(figure), piece.quoted.says.get(figure)
    value = f"“{read.words}”" if read.words else figure_words(said) if said is not None else ""
    value += f" ({READING})" if read.declared else ""
    value += "; not counted, as part of a dispute" if piece.stance == "disputes" and read.verb == "agrees" else ""
    # The article's words are judged, so nothing is said of whether they agree.
    verb: Verb | Literal["plain"] = "plain" if piece.stance == "article" else read.verb
    return Value(figure_name(figure) if is_named else "", verb, value)


def disputes_whole(piece: Piece) -> bool:
    """Whether a piece disputes the claim as a whole: its stance says so, and it differs from no figure."""
    return piece.stance == "disputes" and all(read.verb != "differs" for read in piece.reading.figures.values())


def dispute_words(piece: Piece) -> str:
    """What a dispute disputes, if the tool found that; empty where its readings say it, or for the whole claim."""
    if disputes_whole(piece):
        return ""
    differs = [figure for figure, read in piece.reading.figures.items() if read.verb == "differs"]
    if piece.stance == "disputes" or all(piece.read(figure).declared for figure in differs):
        return ""
    return f"{listed([figure_name(figure) for figure in differs])}; found by our tool"
