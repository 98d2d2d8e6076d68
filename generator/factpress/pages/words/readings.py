"""What pages say of one quote: its reading of each figure, and what it disputes."""

from __future__ import annotations

from factpress.evidence.claim_weighing import Piece
from factpress.pages.words.counts import listed
from factpress.pages.words.names import figure_name, figure_words

BY_EDITOR = "; the editor’s reading"


def reading_words(piece: Piece, figure: str) -> str:
    """What a piece says of a figure: whether it agrees, and the words that say it or the editor's reading."""
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
            return f"agrees, {value}{by_editor}; not counted, because it is part of a dispute"
        case "agrees":
            return f"agrees, {value}{by_editor}"
        case "compatible":
            return f"compatible, {value}{by_editor}; counted neither for nor against"
    return f"differs, says {value}{by_editor}"


def cell_words(piece: Piece, figure: str) -> str:
    """What a piece says of a figure in the table of figures; empty if it says nothing."""
    verb = piece.read(figure).verb
    if not piece.counts:
        return "unverified, so not counted" if verb != "silent" or piece.stance == "disputes" else ""
    parts = [reading_words(piece, figure)] if verb != "silent" else []
    if piece.disputes(figure):
        parts += ["disputes the claim as a whole"] if verb != "differs" else []
        parts += ["answered"] if piece.evidence is not None and piece.evidence.answered else []
    return "; ".join(parts)


def disputes_whole(piece: Piece) -> bool:
    """Whether a piece disputes the claim as a whole: its stance says so, and it differs from no figure."""
    return piece.stance == "disputes" and all(read.verb != "differs" for read in piece.reading.figures.values())


def dispute_words(piece: Piece) -> str:
    """What a dispute disputes, if its readings do not say it: the whole claim, or what the tool found."""
    if disputes_whole(piece):
        return f"the claim as a whole{BY_EDITOR}"
    differs = [figure for figure, read in piece.reading.figures.items() if read.verb == "differs"]
    if piece.stance == "disputes" or all(piece.read(figure).declared for figure in differs):
        return ""
    return f"{listed([figure_name(figure) for figure in differs])}; found by our tool"
