"""The words of a page as readers see them, cut at blocks and at links to claims, and their places in the source."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, product
from typing import Any, Literal
from xml.etree.ElementTree import Element

from factpress.findings import Place
from factpress.reading.characters import place_at
from factpress.records.page import Linked

Part = Literal["text", "attribute", "link"]

# Every other element breaks a run of words.
INLINE = frozenset(
    {
        "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd",
        "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    }
)  # fmt: skip
_ATTRIBUTES = ("alt", "title", "aria-label")
_STASHED = re.compile("\x02([^\x03]*)\x03")
_RAW = re.compile(r"wzxhzdk:([0-9]+)")
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)([^<>]*)>")
_SHOWN = re.compile(rf"""(?:{"|".join(_ATTRIBUTES)})\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_BREAK = "\n\n"

_WORD = re.compile(r"[^\W\d_]+|\d+")
# Readers see neither targets of links, names of references, entities, tags nor lists of attributes.
_UNSEEN = re.compile(
    r"(?<=\]\()\s*(?:<[^<>\n]*>|[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)|(?<=\])\[[^\[\]\n]*\]|\[\^[^\[\]\s]+\]:?"
    r"|^[ ]{0,3}\[[^\[\]\n]+\]:[ ]*\S+|&#?\w+;|</?[a-zA-Z][^<>:\n]*>|\{:?[ ]*[#.][^{}\n]*\}",
    re.MULTILINE,
)
_MARKER = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*([0-9]+)[.)](?=\s)", re.MULTILINE)
_CONTEXT = 8
_MOST_PAIRS = 250_000


@dataclass(frozen=True, slots=True)
class Visible:
    """A run of words that readers see: of text, of an attribute, or of a link to a claim."""

    words: str
    part: Part = "text"
    links: tuple[Linked, ...] = ()


@dataclass(slots=True)
class _Open:
    """The run that is open, to which words are added."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Linked] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)


class VisibleText:
    """Walks a page's tree after its links are made and before any is changed, and collects its runs.

    `target` gives the kind and id that a link leads to; `stash` is what the parser put aside.
    """

    def __init__(self, stash: Sequence[Any], target: Callable[[Element], tuple[str, str] | None]) -> None:
        self.stash = stash
        self.target = target
        self.runs: list[Visible] = []
        self._open = _Open()

    def collect(self, root: Element) -> list[Visible]:
        """All runs of the page, in reading order."""
        self._walk(root)
        self._close("text")
        return self.runs

    def words(self, element: Element) -> str:
        """The words of a link as readers see them, those of pictures included."""
        return " ".join("".join(self._inside(element)).split())

    def resolved(self, text: str) -> str:
        """A text as readers see it, with what the parser put aside back in its place."""
        if "\x02" in text:
            text = _STASHED.sub(self._stashed, text)
        return html.unescape(text) if "&" in text else text

    def _stashed(self, match: re.Match[str]) -> str:
        raw = _RAW.fullmatch(match[1])
        if raw:
            number = int(raw[1])
            return _without_tags(self.stash[number]) if number < len(self.stash) else ""
        return _character(match[1])

    def _inside(self, element: Element) -> Iterator[str]:
        if not isinstance(element.tag, str):
            return
        if element.tag == "img":
            yield self.resolved(element.get("alt", ""))
        yield self.resolved(element.text or "")
        for child in element:
            yield from self._inside(child)
            yield self.resolved(child.tail or "")

    def _walk(self, element: Element) -> None:
        if not isinstance(element.tag, str) or is_the_parsers(element):
            return
        target = self.target(element) if element.tag == "a" else None
        cuts = element.tag not in INLINE
        if cuts:
            self._close("text")
        if target and target[0] not in ("source", "entity"):
            self._close("text")
            self._open.add("".join(self._inside(element)))
            self._close("link")
            self._attributes(element, inside=True)
        else:
            start, run = self._open.length, self._open
            self._open.add(" " if element.tag == "br" else self.resolved(element.text or ""))
            for child in element:
                self._walk(child)
                self._open.add(self.resolved(child.tail or ""))
            if target and run is self._open:
                run.links.append(Linked(target[0], target[1], start, run.length))  # type: ignore[arg-type] # one of two
            self._attributes(element)
        if cuts:
            self._close("text")

    def _attributes(self, element: Element, *, inside: bool = False) -> None:
        """Texts that appear over an element or instead of it; a picture in a link to a claim is part of its words."""
        for each in element.iter() if inside else (element,):
            for name in _ATTRIBUTES:
                value = each.get(name)
                if value and not (inside and name == "alt"):
                    self.runs.append(Visible(self.resolved(value), "attribute"))

    def _close(self, part: Part) -> None:
        words = "".join(self._open.pieces)
        if words.strip():
            self.runs.append(Visible(words, part, tuple(self._open.links)))
        self._open = _Open()


def is_the_parsers(element: Element) -> bool:
    """Whether the parser added an element: the marks of footnotes, a table of contents."""
    name = element.get("class", "")
    if element.tag == "sup":
        return (
            element.get("id", "").startswith("fnref")
            and len(element) == 1
            and element[0].get("class") == "footnote-ref"
        )
    if element.tag == "a":
        return name == "footnote-backref" and element.get("href", "").startswith("#fnref")
    return element.tag == "div" and name == "toc"


def _character(inside: str) -> str:
    """The character of a placeholder that is not raw HTML: an ampersand, or an escaped character by its number."""
    if inside == "amp":
        return "&"
    return chr(int(inside)) if inside.isdecimal() and int(inside) < 0x110000 else ""


def _without_tags(raw: Any) -> str:
    """The visible words of HTML that the parser put aside: its text and its attributes."""
    if isinstance(raw, Element):
        return "".join(raw.itertext())
    text, at = str(raw), 0
    kept = []
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    kept.append(text[at:])
    return _TAG.sub(_tag, "".join(kept))


def _tag(match: re.Match[str]) -> str:
    said = [double or single for double, single in _SHOWN.findall(match[2])]
    between = "" if match[1].lower() in INLINE and not said else _BREAK
    return between + _BREAK.join(said) + between


class Places:
    """The places in the source of the words that readers see: each word is found by the words around it.

    `runs` are all words of a page in reading order; `start` is where the source begins in the text; `plain` is the
    text with code blanked out, since code that looks like a link is not one.
    """

    def __init__(self, runs: Sequence[str], text: str, path: str, *, start: int = 0, plain: str = "") -> None:
        self._runs, self._text, self._path, self._start = runs, text, path, start
        self._plain = plain or text
        self._found: dict[str, dict[int, int]] = {}

    def at(self, run: int, offset: int) -> Place:
        """The place of the character at `offset` in run number `run`; where the source differs, of a word near it."""
        words = self._runs[run]
        first, end = self._firsts[run], self._firsts[run + 1]
        number = first + bisect_right(self._ends[run], offset)
        near = [number, *(each for far in range(1, _CONTEXT + 1) for each in (number + far, number - far))]
        for each in near:
            found = self._find(each) if first <= each < end else None
            if found is not None:
                lead = self._lead(words, offset) if each == number else ""
                is_there = bool(lead) and self._text.endswith(lead, self._start, found)
                return place_at(self._text, found - len(lead) if is_there else found, self._path)
        return place_at(self._text, self._start, self._path)

    @staticmethod
    def _lead(words: str, offset: int) -> str:
        """The marks before the next word, such as a sign or a currency symbol."""
        word = _WORD.search(words, offset)
        return words[offset : word.start()] if word else ""

    @cached_property
    def _ends(self) -> Sequence[Sequence[int]]:
        """Where the words of each run end."""
        return [[match.end() for match in _WORD.finditer(run)] for run in self._runs]

    @cached_property
    def _said(self) -> Sequence[str]:
        return [word for run in self._runs for word in _WORD.findall(run)]

    @cached_property
    def _firsts(self) -> Sequence[int]:
        """The number of each run's first word among all words; last, the count of all words."""
        return [0, *accumulate(map(len, self._ends))]

    @cached_property
    def _written(self) -> Sequence[tuple[str, int]]:
        """The words of the source that readers may see, with their offsets."""
        seen = list(self._text)
        for match in _UNSEEN.finditer(self._plain, self._start):
            seen[match.start() : match.end()] = " " * len(match[0])
        return [(match[0], match.start()) for match in _WORD.finditer("".join(seen), self._start)]

    @cached_property
    def _markers(self) -> frozenset[int]:
        """The offsets of numbers that may only number the items of a list."""
        return frozenset(match.start(1) for match in _MARKER.finditer(self._text, self._start))

    @cached_property
    def _numbers(self) -> tuple[Mapping[str, Sequence[int]], Mapping[str, Sequence[int]]]:
        """The positions of each word among the visible words and among the words of the source."""
        said: dict[str, list[int]] = {}
        written: dict[str, list[int]] = {}
        for n, word in enumerate(self._said):
            said.setdefault(word, []).append(n)
        for n, (word, _) in enumerate(self._written):
            written.setdefault(word, []).append(n)
        return said, written

    def _find(self, number: int) -> int | None:
        """The offset of word number `number`; words with one spelling get different offsets while there are any."""
        word = self._said[number]
        if word not in self._found:
            self._found[word] = dict(self._paired(*(numbers.get(word, ()) for numbers in self._numbers)))
        return self._found[word].get(number)

    def _paired(self, said: Sequence[int], written: Sequence[int]) -> Iterator[tuple[int, int]]:
        if len(said) * len(written) > _MOST_PAIRS:
            pairs: Iterable[tuple[int, int]] = zip(said, written, strict=False)
        else:
            pairs = sorted(product(said, written), key=lambda pair: (-self._likeness(*pair), pair))
        taken: set[int] = set()
        done: set[int] = set()
        for one, other in pairs:
            if one not in done and other not in taken:
                done.add(one)
                taken.add(other)
                yield one, self._written[other][1]

    def _likeness(self, said: int, written: int) -> int:
        """How many words before and after are the same; those after count double, since markers come before a word."""
        alike = 2 * self._same(said, written, 1) + self._same(said, written, -1)
        return alike - _CONTEXT * (self._written[written][1] in self._markers)

    def _same(self, said: int, written: int, step: int) -> int:
        count = 0
        for n in range(step, step * (_CONTEXT + 1), step):
            one, other = said + n, written + n
            if not (0 <= one < len(self._said) and 0 <= other < len(self._written)):
                break
            if self._said[one] != self._written[other][0]:
                break
            count += 1
        return count
