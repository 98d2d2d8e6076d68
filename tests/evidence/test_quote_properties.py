"""What holds of every text and quote: a change of meaning is missed, a change of typography is not, nothing raises."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factpress.evidence.document import read_document
from factpress.evidence.quotes import find, nearest
from factpress.evidence.tokens import BREAK, folded, tokens


def parted(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WORDS = parted(
    """rockets hit the base killed wounded five soldiers army not no may May us US Iraq's don't won't mid-March al-Asad
    US-led Café Ñandú São office fled official offshore today unarmed armed three and or of they that left right"""
)
often = settings(max_examples=100)
MARKS = (",", ";", ":", "?", "!", "...", " -")
SPACES = (" ", "\u00a0", "\u2009", "\u202f", "\u3000", "\u2007")
MORE_SPACES = (*SPACES, "  ", "\n", "\t", " \u200b", "\r\n")
UNSEEN = ("\u00ad", "\u200b", "\u2060", "\u200e", "\ufeff", "\u200d")
HYPHENS = ("-", "\u2010", "\u2011", "\u2012", "–", "\u2212")
LIGATURES = {"ffi": "\ufb03", "ff": "\ufb00", "fi": "\ufb01", "fl": "\ufb02"}


@dataclass(frozen=True)
class Piece:
    """A word or a number as it is written, and the mark behind it."""

    core: str
    mark: str = ""

    def __str__(self) -> str:
        return self.core + self.mark


@st.composite
def numbers(draw: st.DrawFn) -> str:
    whole = draw(st.integers(0, 9_999_999))
    written = draw(st.sampled_from([str(whole), f"{whole:,}"]))
    if draw(st.booleans()):
        written += f".{draw(st.integers(0, 99))}"
    written = draw(st.sampled_from(["", "", "$", "£", "€"])) + written
    written = draw(st.sampled_from(["", "", "-", "+"])) + written
    return written + draw(st.sampled_from(["", "", "%"]))


@st.composite
def texts(draw: st.DrawFn) -> list[Piece]:
    """Words and numbers, no two numbers side by side, some with marks behind them."""
    pieces: list[Piece] = []
    for _ in range(draw(st.integers(4, 14))):
        is_number = (not pieces or pieces[-1].core[-1].isalpha()) and draw(st.integers(0, 2)) == 0
        core = draw(numbers() if is_number else st.sampled_from(WORDS))
        pieces.append(Piece(core, draw(st.sampled_from(["", "", "", *MARKS]))))
    return pieces


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, list[Piece]]:
    """A text, and a run of its pieces."""
    pieces = draw(texts())
    first = draw(st.integers(0, len(pieces) - 2))
    return written(pieces), pieces[first : draw(st.integers(first + 1, len(pieces)))]


def written(pieces: Sequence[Piece]) -> str:
    return " ".join(map(str, pieces))


def naively(text: str) -> list[str]:
    """Words, numbers and marks by the simplest rule that does for these texts."""
    return re.sub(r"(\.\.\.|[?!])", r" \1", re.sub(r"[,;:]|(?<= )-(?= |$)", "", text)).split()


def naively_held(text: str, quote: str) -> bool:
    held, wanted = naively(text), naively(quote)
    both = [wanted, [wanted[0][0].swapcase() + wanted[0][1:], *wanted[1:]]] if wanted else []
    return any(held[n : n + len(run)] == run for run in both for n in range(len(held)))


def with_piece(run: Sequence[Piece], at: int, core: str) -> str:
    return written([*run[:at], Piece(core, run[at].mark), *run[at + 1 :]])


@often
@given(cuts())
def test_a_run_of_the_texts_own_pieces_is_found_to_the_character(cut: tuple[str, list[Piece]]) -> None:
    text, run = cut
    place = find(read_document(text), written(run))
    assert place is not None
    assert place.kind == "exact"


@often
@given(cuts(), st.data())
def test_a_changed_word_number_or_order_is_missed(cut: tuple[str, list[Piece]], data: st.DataObject) -> None:
    text, run = cut
    at = data.draw(st.integers(0, len(run) - 1))
    core = run[at].core
    if any(map(str.isdigit, core)) and data.draw(st.booleans()):
        place = data.draw(st.sampled_from([n for n, letter in enumerate(core) if letter.isdigit()]))
        quote = with_piece(run, at, core[:place] + data.draw(st.sampled_from("0123456789")) + core[place + 1 :])
    elif at + 1 < len(run) and data.draw(st.booleans()):
        swapped = [*run[:at], Piece(run[at + 1].core, run[at].mark), Piece(core, run[at + 1].mark), *run[at + 2 :]]
        quote = written(swapped)
    else:
        quote = with_piece(run, at, data.draw(st.one_of(st.sampled_from(WORDS), numbers())))
    assume(not naively_held(text, quote))
    # Two numbers that came side by side may make one of thousands, of which these texts know nothing.
    assume(not re.search(r"\d [-+$£€]*\d", quote))
    assert find(read_document(text), quote) is None


@often
@given(cuts(), st.data())
def test_a_lost_or_added_sign_point_currency_or_percent_is_missed(
    cut: tuple[str, list[Piece]], data: st.DataObject
) -> None:
    text, run = cut
    figures = [n for n, piece in enumerate(run) if any(map(str.isdigit, piece.core))]
    assume(figures)
    at = data.draw(st.sampled_from(figures))
    core = run[at].core
    held = [sign for sign in "-+.$£€%" if sign in core]
    changes = [core.replace(sign, "") for sign in held]
    changes += [sign + core for sign in "-+" if core[0] not in "-+"]
    changes += [core.replace("$", "£")] if "$" in core else ["$" + core] if core[0].isdigit() else []
    changes += [core + "%"] if "%" not in core else []
    changes += [core.replace(".", ",")] if "." in core else []
    changes += [core.replace("-", "+")] if "-" in core else []
    quote = with_piece(run, at, data.draw(st.sampled_from(changes)))
    assume(not naively_held(text, quote))
    assert find(read_document(text), quote) is None


@often
@given(cuts(), st.data())
def test_a_word_left_out_or_added_is_missed(cut: tuple[str, list[Piece]], data: st.DataObject) -> None:
    text, run = cut
    at = data.draw(st.integers(0, len(run) - 1))
    kept = [*run[:at], *run[at + 1 :]]
    added = [*run[:at], Piece(data.draw(st.sampled_from(WORDS))), *run[at:]]
    quote = written(data.draw(st.sampled_from([kept, added])))
    assume(not naively_held(text, quote))
    assume(not re.search(r"\d [-+$£€]*\d", quote))
    assert find(read_document(text), quote) is None


@often
@given(cuts(), st.data())
def test_a_mark_lost_added_or_changed_is_missed(cut: tuple[str, list[Piece]], data: st.DataObject) -> None:
    text, run = cut
    at = data.draw(st.integers(0, len(run) - 1))
    marked = Piece(run[at].core, data.draw(st.sampled_from(["", ".", "?", "!", "...", ",", ". ."])))
    quote = written([*run[:at], marked, *run[at + 1 :]])
    assume(marked.mark not in (". .", ".") or not text.endswith("."))
    assume(not naively_held(text, quote) and naively(quote) != naively(written(run)))
    assert find(read_document(text), quote) is None


@st.composite
def set_otherwise(draw: st.DrawFn, piece: Piece) -> str:
    """A piece as other typesetters set it."""
    core = piece.core
    if any(map(str.isdigit, core)):
        signs, figure, percent = re.fullmatch(r"([-+]?[$£€]?)([\d,.]+)(%?)", core).groups()  # type: ignore[union-attr]
        signs = signs.replace("-", draw(st.sampled_from(["-", "–", "\u2212", "\uff0d"])))
        if signs and signs[-1] in "$£€":
            signs += draw(st.sampled_from(["", *SPACES]))
        separator = draw(st.sampled_from(["", ",", *SPACES]))
        figure = re.sub(r"^\d+", lambda whole: f"{int(whole[0]):,}", figure.replace(",", "")).replace(",", separator)
        core = signs + figure + (draw(st.sampled_from(["", *SPACES])) + percent if percent else "")
    else:
        core = core.replace("'", draw(st.sampled_from("'’‘ʼ`´")))
        core = core.replace("-", draw(st.sampled_from(HYPHENS)))
        if draw(st.booleans()):
            core = re.sub("ffi|ff|fi|fl", lambda letters: LIGATURES[letters[0]], core)
        core = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), core)
        if draw(st.integers(0, 3)) == 0:
            place = draw(st.integers(0, len(core)))
            core = core[:place] + draw(st.sampled_from(UNSEEN)) + core[place:]
        opening, closing = draw(
            st.sampled_from([("", ""), ('"', '"'), ("“", "”"), ("«\u00a0", " »"), ("„", "“"), ("(", "]")])
        )
        core = opening + core + closing
    mark = piece.mark
    if mark == "...":
        mark = draw(st.sampled_from(["...", "…", " …", ". . .", " . . .", "...."]))
    elif mark in ("?", "!"):
        mark = draw(st.sampled_from(["", " ", "\u202f"])) + mark
    elif mark == " -":
        mark = draw(st.sampled_from([" –", " —", " --", "—", ",", " -", ""]))
    else:
        mark = draw(st.sampled_from(["", ",", ";", ":", " :", " –", " —", "—", " --"]))
    return core + mark


@often
@given(cuts(), st.data())
def test_other_typography_is_found(cut: tuple[str, list[Piece]], data: st.DataObject) -> None:
    text, run = cut
    quote = ""
    for piece in run:
        quote += data.draw(set_otherwise(piece)) + data.draw(st.sampled_from(MORE_SPACES))
    place = find(read_document(text), quote)
    assert place is not None
    assert place.kind != "case"
    assert tokens(quote) == tokens(written(run))


FRAGMENTS = (
    *parted(
        """a s US Mrs. U.S. don't mid-March 1 5 12 300 000 3.5 $ € % ° ² ½ 1/2 / & # + < @ * ** … ... . , ; : ? ! -"""
    ),
    *parted("""-- — – − ' " “ ” « ( ) [ ] | _ · ` https:// ؟ ٣ 東 😢 ﬁ ﷺ e"""),
    *(" ", " ", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\f", "\0", "\x0b", "\x1c", "\x85", "\u00a0", "\u2028"),
    *("\u2029", "\u00ad", "\u200b", "\u200d", "\u0301", "\u0338", "\u0327", "\u0640", "\u034f", "\ud800", "\udfff"),
    *("\ufb1e", "\ufeff", "\U000e0100", "\u0345", "\u1fef", "\u037e", "\u2001"),
)
ANY = st.one_of(
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.text(st.characters(), max_size=40),
    st.tuples(st.sampled_from(FRAGMENTS), st.integers(0, 3000), st.sampled_from(FRAGMENTS)).map(
        lambda run: run[0] * run[1] + run[2]
    ),
)


@often
@given(ANY, ANY)
def test_nothing_raises(text: str, quote: str) -> None:
    document = read_document(text)
    place = find(document, quote)
    near = nearest(document, quote)
    assert place is None or place.length == len(tokens(quote))
    assert near is None or near.passage
    assert document.words <= len(document.tokens)
    assert len(document.sha256) == 64


@often
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=3, max_size=30), st.data())
def test_a_found_quote_stands_where_it_is_said_to(fragments: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(fragments) - 1))
    last = data.draw(st.integers(first + 1, len(fragments)))
    quote = "".join(fragments[first:last])
    document = read_document("".join(fragments))
    place = find(document, quote)
    if place is None:
        return
    end = place.position + place.length
    there, wanted = document.tokens[place.position : end], tokens(quote)
    assert [token.casefold() for token in there] == [token.casefold() for token in wanted]
    changed = [n for n in range(len(there)) if there[n] != wanted[n]]
    assert len(changed) == (place.kind == "case")
    assert any(start <= place.position and end <= stop for start, stop in document.blocks)
    sentence = document.sentences[place.sentence - 1]
    assert sentence.start <= place.position < sentence.start + sentence.length
    assert not {place.position, end} & document.glued
    assert place.occurrences >= 1


@often
@given(ANY)
def test_one_block_has_the_tokens_of_its_text(text: str) -> None:
    assume(BREAK not in tokens(text) and not re.search(r"[\f\u2029]", text))
    document = read_document(text)
    assume(len(document.blocks) == 1)
    assert document.tokens == tokens(text)


@often
@given(ANY)
def test_sentences_and_blocks_part_the_tokens(text: str) -> None:
    document = read_document(text)
    parts = [token for n in range(len(document.sentences)) for token in document.sentence_tokens(n + 1)]
    assert tuple(parts) == document.tokens
    assert [start for start, _ in document.blocks[1:]] == [end for _, end in document.blocks[:-1]]
    assert not {start for start, _ in document.blocks} & document.glued
    assert {start for start, _ in document.blocks} <= set(document.starts)
    assert len(document.offsets) == len(document.tokens)


@often
@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert tokens(once) == tokens(text)
