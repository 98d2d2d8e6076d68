"""A receipt: what is kept of a source's text after it was read. It proves quotes without containing them."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError

from factpress.findings import Place
from factpress.records.unreadable import Unreadable

MOST_BYTES = 4 << 20
MANY_TOKENS = 12
"""A sentence has a checksum from this number of tokens on; a shorter one could be guessed from its checksum."""

Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$", description="BLAKE2b under the receipt's key, cut to 8 bytes.")]
Count = Annotated[int, Field(ge=0, strict=True)]
Whole = Literal["sentence", "heading", "caption", "cell", "line", "post"]
Class = Literal["exact", "typography", "case"]
Extent = Literal["full", "excerpt"]
ReadFrom = Literal["url", "file"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


class SentenceEntry(_Entry):
    """Where a sentence starts, counted in tokens, and its checksum if it has one."""

    start: Count
    hash: Hash | None = None


class QuoteEntry(_Entry):
    """A quote that was found: the position of its first token, its sentence counted from 1, class and frequency.

    What follows the checksum is since format 2, and unknown where it is absent: whether the sentence begins before the
    quote and goes on after it, whether it reports and hedges outside the quote, whether the quote's brackets and
    ellipses are the source's, whether it is beside the article, and what it is the whole of.
    """

    position: Count
    sentence: Annotated[int, Field(ge=1)]
    kind: Class = Field(alias="class")
    occurrences: Annotated[int, Field(ge=1)]
    hash: Hash
    cut_before: bool | None = None
    cut_after: bool | None = None
    reported: bool | None = None
    hedged: bool | None = None
    own_marks: bool | None = None
    beside: bool | None = None
    whole: Whole | None = None

    @property
    def order(self) -> tuple[int, str]:
        """The sort key of entries."""
        return (self.position, self.hash)


class ExcuseEntry(_Entry):
    """A sentence without a claim, with a checksum of its first words as the source's record gives them."""

    sentence: Annotated[int, Field(ge=1)]
    hash: Hash


class Share(_Entry):
    """What a text has in common with another source: its sentences and quotes, as checksums under that one's key."""

    source: Annotated[str, Field(max_length=80)]
    sentences: tuple[Hash, ...]
    quotes: tuple[Hash, ...]


class Receipt(_Entry):
    """What is kept of one reading of one source's text. Only the tool writes it, one entry a line."""

    model_config = ConfigDict(ignored_types=(cached_property,))

    format: Literal[1, 2] = 2
    tokeniser: Annotated[int, Field(ge=1)]
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    extent: Extent
    read_from: ReadFrom
    read_at: Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    extractor: Annotated[str, Field(max_length=80)]
    splitter: Annotated[str, Field(max_length=80)]
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    tokens: Count
    words: Count
    article_sentences: Count | None = None
    quoted_sentences: bool | None = None
    sentences: tuple[SentenceEntry, ...]
    quotes: tuple[QuoteEntry, ...]
    no_claim: tuple[ExcuseEntry, ...]
    absent: tuple[Hash, ...] = ()
    shares: tuple[Share, ...] = ()
    _place: tuple[str, str] = PrivateAttr(default=("", ""))

    @property
    def id(self) -> str:
        """The source that was read: the stem of the receipt's file."""
        return self._place[0]

    @property
    def path(self) -> str:
        """The receipt's file, from the project's root."""
        return self._place[1]

    def placed(self, id: str, path: str) -> None:
        """Stores where the receipt was read; the loader calls it once."""
        self._place = (id, path)

    @property
    def of_article(self) -> int:
        """How many sentences the article has; those beside it follow them."""
        return len(self.sentences) if self.article_sentences is None else self.article_sentences

    @cached_property
    def by_hash(self) -> dict[str, QuoteEntry]:
        """The quotes' entries by their checksums."""
        return {entry.hash: entry for entry in self.quotes}

    @cached_property
    def key_bytes(self) -> bytes:
        """The key of all checksums in the receipt."""
        return bytes.fromhex(self.key)

    def length_of(self, number: int) -> int:
        """How many tokens a sentence has, by its number counted from 1."""
        starts = [*(entry.start for entry in self.sentences[number - 1 : number + 1]), self.tokens]
        return starts[1] - starts[0]

    def text(self) -> str:
        """The receipt as its file contains it: JSON, one entry a line, the same for the same values."""
        lines = [f"  {_json(name)}: {_json(getattr(self, name))}" for name in _SCALARS[self.format]]
        for name in _LISTS[self.format]:
            entries = [f"    {_line(entry)}" for entry in getattr(self, name)]
            lines.append(f"  {_json(name)}: [\n" + ",\n".join(entries) + "\n  ]" if entries else f"  {_json(name)}: []")
        return "{\n" + ",\n".join(lines) + "\n}\n"

    def place_of_field(self, name: str) -> Place:
        """The place of a single value, with its name, in the file."""
        return Place(self.path, 2 + _SCALARS[self.format].index(name), 3)

    def place_of(self, entry: QuoteEntry) -> Place:
        """The place of a quote's entry in the file."""
        before = 1 + len(_SCALARS[self.format]) + (len(self.sentences) + 2 if self.sentences else 1)
        return Place(self.path, before + 1 + self.quotes.index(entry) + 1, 5)


_RETAKE = "write the receipt again with `factpress snapshot`; do not edit it by hand"
_LISTS = {1: ("sentences", "quotes", "no_claim"), 2: ("sentences", "quotes", "no_claim", "absent", "shares")}
_SINCE_2 = ("article_sentences", "quoted_sentences")
_ALL = tuple(name for name in Receipt.model_fields if name not in _LISTS[2])
_SCALARS = {1: tuple(name for name in _ALL if name not in _SINCE_2), 2: _ALL}
_FLAGS = ("cut_before", "cut_after", "reported", "hedged", "own_marks", "beside", "whole")


def parse_receipt(text: str) -> Receipt:
    """The receipt in a file; raises `Unreadable` if the file is not, to the byte, what the tool would write."""
    try:
        receipt = Receipt.model_validate_json(text)
    except ValidationError as error:
        where = ".".join(
            map(str, error.errors(include_url=False, include_input=False, include_context=False)[0]["loc"])
        )
        message = f"{where} is not what the tool writes" if where else "it is not JSON that the tool wrote"
        raise Unreadable(message, help=_RETAKE) from None
    for fault in _faults(receipt):
        raise Unreadable(fault, help=_RETAKE)
    if receipt.text() != text:
        raise Unreadable("its lines differ from what the tool writes", help=_RETAKE)
    return receipt


def _faults(receipt: Receipt) -> Iterator[str]:
    """Values that no reading of any text can produce."""
    try:
        date.fromisoformat(receipt.read_at)
    except ValueError:
        yield "read_at is not a calendar day"
    starts = [entry.start for entry in receipt.sentences]
    if receipt.words > receipt.tokens or not receipt.tokens:
        yield "its numbers of words and tokens contradict each other"
    if starts[:1] != [0] or any(a >= b for a, b in pairwise([*starts, receipt.tokens])):
        yield "its sentences are not in order"
    for number, entry in enumerate(receipt.sentences, 1):
        if (receipt.length_of(number) >= MANY_TOKENS) != (entry.hash is not None):
            yield f"sentence {number} has a checksum that it should not have, or none where it needs one"
    for quote in receipt.quotes:
        if quote.sentence > len(starts) or quote.position >= receipt.tokens:
            yield "a quote is beyond the end of the text"
        elif not 0 <= quote.position - starts[quote.sentence - 1] < receipt.length_of(quote.sentence):
            yield "a quote is not in the sentence that it names"
    if any(a.order >= b.order for a, b in pairwise(receipt.quotes)) or len(receipt.by_hash) < len(receipt.quotes):
        yield "its quotes are not sorted, or one occurs twice"
    excuses = [(entry.sentence, entry.hash) for entry in receipt.no_claim]
    if excuses != sorted(set(excuses)) or any(sentence > len(starts) for sentence, _ in excuses):
        yield "its no_claim is not sorted, or names a sentence that does not exist"
    if list(receipt.absent) != sorted(set(receipt.absent)):
        yield "its absent words are not sorted"
    if [share.source for share in receipt.shares] != sorted({share.source for share in receipt.shares}):
        yield "its shares are not sorted"
    yield from _faults_of_format(receipt)


def _faults_of_format(receipt: Receipt) -> Iterator[str]:
    """Values that a format does not have, or that contradict where the article ends."""
    if receipt.format == 1:
        if any(getattr(quote, name) is not None for quote in receipt.quotes for name in _FLAGS):
            yield "a quote has an entry of a later format"
        return
    if receipt.article_sentences is None or receipt.quoted_sentences is None:
        yield "it does not say where the article ends"
    elif not 0 < receipt.article_sentences <= len(receipt.sentences):
        yield "its article ends beyond the end of the text"
    elif any(quote.beside != (quote.sentence > receipt.article_sentences) for quote in receipt.quotes):
        yield "a quote is not where its entry says, in the article or beside it"


def _line(entry: BaseModel | str) -> str:
    if isinstance(entry, str):
        return _json(entry)
    return entry.model_dump_json(by_alias=True, exclude_none=True)


def _json(value: str | int | None) -> str:
    return json.dumps(value, ensure_ascii=True)
