"""A source's text as it is compared: tokens in sentences and blocks. It is never kept, only receipts of it are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from itertools import pairwise
from unicodedata import category

from factpress.evidence.tokens import BLANK_LINE, folded, is_one_word, is_single, is_word, placed_tokens
from factpress.records.receipt import Whole

_BLOCKS = re.compile(r"\n[^\S\n]*\n\s*|[\f\u2029]")
_BLANK_LINE = re.compile(BLANK_LINE)
# What the splitter takes for pairs: within them it sees no end of a sentence.
_PAIRED = re.compile(r"[\"'()\[\]{}]")
# Its time grows with the square of some texts' length, such as a row of apostrophes.
_LONGEST = 1 << 15
# Signs that belong to a number or a word which they touch; so do those of mathematics and currencies.
_SIGNS = "&#@/\\%‰٪°^*"
# What may stand between a number and a fraction of its own, or between the parts of `soldier(s)` and `[t]he`.
_FRACTION = re.compile(r"[¼-¾⅐-⅞]|[1-9]/\d{1,2}")
_OPENING = "\"'([{¿¡"
_BRACKET = re.compile(r"[()\[\]]")


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of a source's text; `whole` is what it is to a reader, which is unknown for plain text and PDFs.

    Where it is known, the block's lines are the source's own, not a printer's. `beside` is what a reader sees beside
    the article: a box, a comment, another story's teaser.
    """

    text: str
    whole: Whole | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence by its tokens: the first one's position, and their number."""

    start: int
    length: int


@dataclass(frozen=True)
class Document:
    """A text in tokens, sentences and blocks.

    `glued` holds the positions that no quote may begin at, nor end before: a point that belongs to the word
    before it, the halves of `1-2`, a sign beside its number. `raw` is each block's text as it was read, and
    `offsets` are where each token begins in its block once folded. `wholes` is what each block is, and `lines` are
    the tokens that begin a line of a block whose lines are the source's own. The blocks beside the article come last;
    `article` is how many tokens come before them.
    """

    tokens: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    blocks: tuple[tuple[int, int], ...]
    raw: tuple[str, ...] = field(repr=False)
    offsets: tuple[int, ...] = field(repr=False)
    glued: frozenset[int] = field(repr=False)
    wholes: tuple[Whole | None, ...] = field(repr=False)
    lines: frozenset[int] = field(repr=False)
    article: int

    @cached_property
    def sha256(self) -> str:
        """The checksum of the normalised text: tokens with a space between them, blocks with a line break."""
        return sha256("\n".join(self._lines()).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def words(self) -> int:
        """How many of the article's tokens are words or numbers."""
        return sum(map(is_word, self.tokens[: self.article]))

    @cached_property
    def article_sentences(self) -> int:
        """How many sentences the article has."""
        return bisect_left(self.starts, self.article)

    @cached_property
    def tokeniser(self) -> int:
        """The first version of the tokeniser that cuts this text so."""
        return 2 if any(map(is_single, self.tokens)) else 1

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Each sentence's first token."""
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def starts_set(self) -> frozenset[int]:
        """The same, to ask for one."""
        return frozenset(self.starts)

    @cached_property
    def where(self) -> Mapping[str, Sequence[int]]:
        """Each token's positions, in order."""
        found: dict[str, list[int]] = {}
        for position, token in enumerate(self.tokens):
            found.setdefault(token, []).append(position)
        return found

    @cached_property
    def _block_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.blocks)

    def block_at(self, position: int) -> int:
        """The number of the block of a token, counted from 0."""
        return bisect_right(self._block_starts, position) - 1

    def sentence_at(self, position: int) -> int:
        """The number of the sentence of a token, counted from 1."""
        return bisect_right(self.starts, position)

    def sentence_tokens(self, number: int) -> tuple[str, ...]:
        """The tokens of a sentence by its number, counted from 1."""
        sentence = self.sentences[number - 1]
        return self.tokens[sentence.start : sentence.start + sentence.length]

    def sentence_text(self, number: int) -> str:
        """A sentence as it was read, in one line, by its number counted from 1."""
        sentence = self.sentences[number - 1]
        block = self.block_at(sentence.start)
        end = sentence.start + sentence.length
        whole = folded(self.raw[block])
        first, last = self.blocks[block]
        start = 0 if sentence.start == first else _before_marks(whole, self.offsets[sentence.start])
        text = whole[start : _before_marks(whole, self.offsets[end]) if end < last else len(whole)]
        return " ".join(text.split())

    def _lines(self) -> Iterator[str]:
        return (" ".join(self.tokens[start:end]) for start, end in self.blocks)


def _before_marks(text: str, at: int) -> int:
    """Where the quotation marks and brackets begin that open right before a word."""
    while at and text[at - 1] in _OPENING:
        at -= 1
    return at


def read_document(text: str | Iterable[TextBlock], *, language: str = "en") -> Document:
    """A text in its blocks, or with a blank line between them; sentences end where sentencex says, and with a block.

    `language` is a BCP 47 tag; the splitter knows its first part.
    """
    tokens: list[str] = []
    sentences: list[Sentence] = []
    blocks: list[tuple[int, int]] = []
    raw: list[str] = []
    offsets: list[int] = []
    glued: set[int] = set()
    wholes: list[Whole | None] = []
    lines: set[int] = set()
    article = 0
    for block in [TextBlock(part) for part in _BLOCKS.split(text)] if isinstance(text, str) else text:
        # Folding may make blank lines of its own, from invisible characters; the block is split at those again.
        for part in _BLANK_LINE.split(folded(block.text)):
            placed = list(placed_tokens(part))
            if not placed:
                continue
            first = len(tokens)
            ends = _ends(part, placed, language)
            tokens += [token for token, _, _ in placed]
            offsets += [start for _, start, _ in placed]
            starts = [0, *(n + 1 for n in sorted(ends.splitter) if n + 1 < len(placed)), len(placed)]
            sentences += [Sentence(first + start, end - start) for start, end in pairwise(starts)]
            glued |= {first + n for n in _glued(part, placed, ends.any)}
            blocks.append((first, len(tokens)))
            raw.append(block.text)
            wholes.append(block.whole)
            if block.whole is not None and "\n" in part:
                lines |= {first + n for n in range(1, len(placed)) if "\n" in part[placed[n - 1][2] : placed[n][1]]}
            if not block.beside:
                article = len(tokens)
    return Document(
        tuple(tokens),
        tuple(sentences),
        tuple(blocks),
        tuple(raw),
        tuple(offsets),
        frozenset(glued),
        tuple(wholes),
        frozenset(lines),
        article,
    )


def splitter() -> str:
    """The name and version of what splits sentences, as receipts hold it."""
    from importlib.metadata import version

    return f"sentencex {version('sentencex')}"


@dataclass(frozen=True, slots=True)
class _Ends:
    """The tokens that end a sentence: as the splitter says of the text, and of it without quotation marks, too."""

    splitter: frozenset[int]
    any: frozenset[int]


def _ends(text: str, placed: Sequence[tuple[str, int, int]], language: str) -> _Ends:
    code = language.partition("-")[0].lower() or "en"
    flat = text.replace("\n", " ")
    own = _last_tokens(flat, placed, code)
    # Within quotation marks the splitter sees no ends; a point may end a sentence there all the same.
    within = _last_tokens(_PAIRED.sub(" ", flat), placed, code) if _PAIRED.search(flat) else own
    return _Ends(own, own | within)


def _last_tokens(text: str, placed: Sequence[tuple[str, int, int]], language: str) -> frozenset[int]:
    """The last token before each boundary that the splitter sees, and the text's last."""
    begins = [start for _, start, _ in placed]
    found = {bisect_right(begins, start - 1) - 1 for start in _starts(text, language)}
    return frozenset({n for n in found if n >= 0} | {len(placed) - 1})


def _starts(text: str, language: str) -> Iterator[int]:
    """Where the splitter sees a sentence begin behind another; a long block is split in parts (see `_LONGEST`)."""
    import sentencex  # only who reads a source needs it, and it takes long to load

    at = 0
    while at < len(text):
        part = text[at : at + _LONGEST]
        starts = [bound["start_index"] for bound in sentencex.get_sentence_boundaries(language, part)]
        inside = [start for start in starts if start > 0]
        yield from (at + start for start in inside)
        at += inside[-1] if inside and at + _LONGEST < len(text) else _LONGEST


def _glued(text: str, placed: Sequence[tuple[str, int, int]], ends: frozenset[int]) -> Iterator[int]:
    """The tokens that belong to the one before them."""
    last = len(placed) - 1
    for n in range(1, len(placed)):
        this, start, end = placed[n]
        before, before_start, before_end = placed[n - 1]
        if start != before_end:
            # A spaced hyphen or en dash between figures makes a range; an em dash or two hyphens may part sentences.
            dash = text[start:end] if this == "-" else text[before_start:before_end] if before == "-" else ""
            belongs = dash in ("-", "−") or _belongs_across(text[before_end:start], before, this)
        elif this == ".":
            belongs = n not in ends
        elif is_word(this) and is_word(before) and (is_single(this) or is_single(before)):
            belongs = is_one_word(before, this)
        elif is_word(before) and not is_word(this):
            figure = any(map(str.isdigit, before))
            word_follows = n < last and placed[n + 1][1] == end and is_word(placed[n + 1][0])
            belongs = _is_sign(this) and (figure or word_follows or this in "+#")
        elif is_word(this) and not is_word(before):
            word_before = n > 1 and placed[n - 2][2] == before_start and is_word(placed[n - 2][0])
            belongs = _is_sign(before) and (this[0].isdigit() or word_before or before in "#@")
        else:
            belongs = is_word(this) or (_is_sign(before) and _is_sign(this))
        if belongs:
            yield n


def _belongs_across(gap: str, before: str, this: str) -> bool:
    """Whether a token belongs to the one before it over what is between them: `2 ½`, `soldier(s)`."""
    if gap.isspace():
        return before.isdecimal() and len(before) <= 3 and bool(_FRACTION.fullmatch(this))
    return bool(_BRACKET.fullmatch(gap)) and before.isalpha() and this.isalpha() and min(len(before), len(this)) <= 2


def _is_sign(this: str) -> bool:
    """Whether a token is a sign that belongs to a number or a word which it touches; a drawing is none, nor a bar."""
    return this in _SIGNS or this == "-" or (this != "|" and len(this) == 1 and category(this) in ("Sm", "Sc"))
