"""Pages made from the skeletons in `tests/sources/pages`: structures of real pages, filled with invented sentences.

In a skeleton, `{a2}` makes two sentences of the page's own text, `{h}` a heading of it, `{c}` a caption, `{l}` a short
line, `{n}` a number with its unit; `{b2}` two sentences and `{t}` a title that are boilerplate; `{s2}` two sentences
that a reader sees and that may be beside the article; `{x1}` one that no reader sees. `<<nav>>` and the like are parts
that pages share. Everything else in a skeleton is boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from tables import read_table

from factpress.evidence.document import Document, read_document
from factpress.evidence.quotes import find
from factpress.evidence.tokens import is_word, tokens

KINDS = ("article", "forum", "listing", "documentation", "product")
_FOLDER = Path(__file__).parent / "sources" / "pages"
_TAG = re.compile(r"<[^>]*>")
_PART = re.compile(r"<<(\w+)>>")
_SAID = re.compile(r"\{([ahclnbtsx])(\d?)\}|<x-(article|absent)>(.*?)</x-\3>")


@dataclass(frozen=True)
class Page:
    """A page, and the sentences that are its own text, that a reader sees beside it, boilerplate, or not to be seen."""

    id: str
    kind: str
    html: bytes
    article: tuple[str, ...]
    seen: tuple[str, ...]
    boilerplate: tuple[str, ...]
    absent: tuple[str, ...]


@dataclass
class Measured:
    """How a page was read: what was not found, or found beside its article; the article's words, and foreign ones."""

    missing: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    wanted: int = 0
    unseen: list[str] = field(default_factory=list)
    words: int = 0
    taken_along: list[str] = field(default_factory=list)


@cache
def pages(*, length: int = 1) -> tuple[Page, ...]:
    """Every page, by kind and then as the files have them; with so many times their sentences."""
    return tuple(page for kind in KINDS for page in _of_kind(kind, length))


def measured(page: Page, article: str, beside: str) -> Measured:
    """What of a page was read as its article, and beside it."""
    inside, around = read_document(article), read_document(beside)
    found = Measured(wanted=len(page.article))
    for sentence in page.article:
        if find(inside, sentence) is None:
            (found.missing if find(around, sentence) is None else found.outside).append(sentence)
    found.missing += [s for s in page.seen if find(inside, s) is None and find(around, s) is None]
    found.wanted += len(page.seen)
    found.unseen = [s for s in page.absent if find(inside, s) or find(around, s)]
    found.words = inside.words
    found.taken_along = [word for start, end in inside.blocks for word in _strange(page, inside, start, end)]
    return found


def _strange(page: Page, inside: Document, start: int, end: int) -> Iterator[str]:
    """The words of a block that are of no sentence which may be in the article."""
    own = [tokens(sentence) for sentence in (*page.article, *page.seen)]
    run = inside.tokens[start:end]
    at = 0
    while at < len(run):
        size = max((len(each) for each in own if run[at : at + len(each)] == each), default=0)
        if not size and is_word(run[at]):
            yield run[at]
        at += size or 1


@cache
def _shared() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The parts that pages share, and the words of their sentences."""
    found: Mapping[str, Mapping[str, Sequence[str]]] = read_table(_FOLDER / "shared.yml")
    return found


def _of_kind(kind: str, length: int) -> Iterator[Page]:
    skeletons = read_table(_FOLDER / f"{kind}.yml")
    for id, skeleton in skeletons.items():
        yield _page(id, kind, skeleton, length)


def _page(id: str, kind: str, skeleton: str, length: int) -> Page:
    chance = Random(id)  # noqa: S311 the same pages every time
    said: dict[str, list[str]] = {"article": [], "seen": [], "boilerplate": [], "absent": []}
    used: set[str] = set()

    def part(match: re.Match[str]) -> str:
        return chance.choice(_shared()["parts"][match[1]])

    def words(match: re.Match[str]) -> str:
        if match[3]:
            # Markup may be part of a sentence.
            said["absent" if match[3] == "absent" else "article"].append(_TAG.sub("", match[4]))
            return "" if match[3] == "absent" else match[4]
        where = {"b": "boilerplate", "t": "boilerplate", "s": "seen", "x": "absent"}.get(match[1], "article")
        made = [_made(match[1], chance, used) for _ in range(int(match[2] or 1) * (length if match[1] == "a" else 1))]
        said[where] += made
        return " ".join(made)

    body = skeleton
    while _PART.search(body):
        body = _PART.sub(part, body)
    body = _SAID.sub(words, body)
    head = f"<meta charset=utf-8><title>{id}</title>"
    html = f"<!doctype html><html lang=en><head>{head}</head><body>{body.strip()}</body></html>"
    return Page(id, kind, html.encode(), *(tuple(said[name]) for name in ("article", "seen", "boilerplate", "absent")))


def _made(sort: str, chance: Random, used: set[str]) -> str:
    """A text of that sort which the page does not have yet."""
    while True:
        who, did, what, when = (chance.choice(_shared()["words"][name]) for name in ("who", "did", "what", "when"))
        if sort == "h":
            text = f"{who} and {what}"
        elif sort == "t":
            text = f"{what[0].upper()}{what[1:]} {when}"
        elif sort == "l":
            text = f"{what[0].upper()}{what[1:]}"
        elif sort == "n":
            text = f"{chance.randrange(2, 990)} {chance.choice(('metres', 'guests', 'boats', 'years'))}"
        elif sort == "c":
            text = f"{who} beside {what} {when}."
        else:
            text = f"{who} {did} {what} {when}."
        if text not in used:
            used.add(text)
            return text
