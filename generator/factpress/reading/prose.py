"""Reads pages of prose under `docs/`: front matter as strictly as records, the text with the site's own Markdown."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from pathlib import Path

from markdown import Markdown

from factpress.findings import Fault, Place
from factpress.reading import characters, tree, yaml_events
from factpress.reading.document import Document
from factpress.reading.prose_html import Leak, Link
from factpress.reading.prose_links import ProseLinks, parser
from factpress.reading.prose_text import Places, Visible
from factpress.reading.settings import Settings
from factpress.reading.validation import validate
from factpress.records.page import MARKDOWN, Citation, Linked, Page, Run
from factpress.records.text import pieces

MOST_BYTES = 64 * 1024
# Python-Markdown's time grows with the square of the brackets in a block, and faster with the depth of lists.
MOST_BRACKETS = 400
_AT_MOST = f"at most {MOST_BRACKETS} are read"
MOST_DEPTH = 12
_FRONT = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SWALLOWED = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:\s*\S")
_BLOCKS = re.compile(r"(?:[^\n]+(?:\n|\Z))+")
_MARKERS = re.compile(r"^[ ]*((?:(?:[0-9]{1,9}[.)]|[-*+]) +|> ?)+)", re.MULTILINE)
_MARKER = re.compile(r">|[-*+.)]")
_FENCE = re.compile(r"^([ ]{0,3})(`{3,}|~{3,})[^\n]*\n.*?(?:^[ ]{0,3}\2[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_PLAIN_ID = re.compile(r"[\w-]+")
# Nothing is consumed, so that a target may begin within another.
_TARGET = re.compile(r"(?<![\w/])(?=(claim|source|entity):([\w-]+))")
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]\n]+)\]:[ \t]*<?$", re.MULTILINE)
_REST_OF_LINK = re.compile(r"[^\s)>]+>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")


def read_pages(
    root: Path, paths: Iterable[str], settings: Settings, *, instead: Mapping[str, str] | None = None
) -> tuple[list[Page], list[Fault], dict[str, str]]:
    """Every page of prose, what is wrong with them, and their texts; `instead` has texts to read in place of files."""
    links = ProseLinks()
    dialect = settings.dialect
    markdown = parser(dialect.extensions, dialect.configs, links, at=settings.extension_at)
    pages: list[Page] = []
    faults: list[Fault] = []
    texts: dict[str, str] = {}
    for path in paths:
        if path.endswith(MARKDOWN):
            given = (instead or {}).get(path)
            page, wrong, texts[path] = _read(root, path, settings.docs, markdown, links, given)
            faults += wrong
            if page is not None:
                pages.append(page)
    return pages, faults, texts


def front_matter(text: str) -> tuple[str, int]:
    """The YAML in front of a page, with its line numbers unchanged, and where the page's text begins."""
    match = _FRONT.match(text)
    return ("\n" + (match[1] or ""), match.end()) if match else ("", 0)


@lru_cache(maxsize=4)
def without_code(text: str) -> str:
    """The text with code replaced by spaces, and every other character at its place."""
    blotted = _FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return _SPAN.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), blotted)


def targets(text: str, kind: str, id: str) -> Iterator[int]:
    """Where a text names a record as a link does, outside code."""
    if _PLAIN_ID.fullmatch(id):
        yield from _plain_targets(text).get((kind, id), ())
        return
    for match in re.finditer(rf"(?<![\w/]){kind}:{re.escape(id)}(?![\w-])", without_code(text)):
        yield match.start()


@lru_cache(maxsize=4)
def _plain_targets(text: str) -> Mapping[tuple[str, str], Sequence[int]]:
    """Where a text names records whose ids are plain words, outside code: found in one pass for all links of a page."""
    found: dict[tuple[str, str], list[int]] = {}
    for match in _TARGET.finditer(without_code(text)):
        found.setdefault((match[1], match[2]), []).append(match.start())
    return found


def link_ends(text: str, start: int) -> Iterator[int]:
    """Where the links end whose target begins at `start`: one in brackets, or each that refers to a definition."""
    definition = _DEFINITION.match(text[text.rfind("\n", 0, start) + 1 : start])
    if definition is None:
        inline = _REST_OF_LINK.match(text, start)
        if inline:
            yield inline.end()
        return
    label = re.escape(definition[1])
    for match in re.finditer(rf"(?i)(?:\]\[{label}\]|(?<![\]!])\[{label}\](?:\[\])?(?![\[(:]))", without_code(text)):
        yield match.end()


def _read(
    root: Path, path: str, docs: str, markdown: Markdown, links: ProseLinks, given: str | None
) -> tuple[Page | None, list[Fault], str]:
    try:
        data = tree.read_bytes(root / path, limit=MOST_BYTES + 1) if given is None else given.encode()
    except OSError as error:
        return None, [Fault("unreadable-file", Place(path), found=error.strerror or str(error))], ""
    if len(data) > MOST_BYTES:
        return None, [Fault("too-large", Place(path), found=f"over {MOST_BYTES:,}", wanted=f"{MOST_BYTES:,}")], ""
    text, faults = characters.decoded(data, path)
    if any(fault.kind == "not-utf-8" for fault in faults):
        return None, faults, text
    front, start = front_matter(text)
    document = yaml_events.parse(front, path, ours=Page.model_fields) if front.strip() else Document(path, front)
    faults += [*document.faults, *characters.never_allowed(text, path, start=start, tabs=True)]
    page, wrong = validate(document, tree.RecordFile(path, "page", _id(path, docs), "", len(data)))
    faults += wrong
    tangled = list(_tangled(text, start, path))
    if page is None or tangled or not isinstance(page, Page):
        return None, [*faults, *tangled], text
    if not front and _SWALLOWED.match(text):
        faults.append(Fault("swallowed-line", Place(path), found=text.partition("\n")[0]))
    try:
        converted = markdown.reset().convert(text[start:])
    except RecursionError:
        return (
            None,
            [*faults, Fault("tangled-text", Place(path), found="its lists or quotes are nested too deep")],
            text,
        )
    runs = (*_in_front(page, text, start), *_in_answer(page), *_in_text(links.met.runs, text, start, path))
    cited = tuple(_placed(links.met.links, text, start, path))
    page.cites(cited, runs, heading=_heading(converted), said=links.met.said)
    page.leads_to(tuple(links.met.targets), frozenset(links.met.anchors))
    return page, [*faults, *_leaked(links.met.leaks, text, path)], text


def _heading(converted: str) -> str:
    """The words of the first heading of level 1 of a page's HTML; empty if it has none."""
    found = _HEADING.search(converted)
    return " ".join(html.unescape(_TAG.sub("", _PERMALINK.sub("", found[1]))).split()) if found else ""


def _id(path: str, docs: str) -> str:
    return path.removeprefix(docs + "/").rpartition(".")[0]


def _tangled(text: str, start: int, path: str) -> Iterator[Fault]:
    """What would slow down the parser, found before parsing."""
    plain = without_code(text)
    for block in _BLOCKS.finditer(plain, start):
        count = block[0].count("[")
        if count > MOST_BRACKETS:
            place = characters.place_at(text, block.start(), path)
            yield Fault("tangled-text", place, found=f"this paragraph has {count:,} opening brackets, and {_AT_MOST}")
    for line in _MARKERS.finditer(plain, start):
        count = len(_MARKER.findall(line[1]))
        if count > MOST_DEPTH or len(line[0]) - len(line[0].lstrip(" ")) > 8 * MOST_DEPTH:
            place = characters.place_at(text, line.start(), path)
            yield Fault("tangled-text", place, found=f"this line is inside more than {MOST_DEPTH} lists or quotes deep")
            return


def _placed(met: Iterable[Link], text: str, start: int, path: str) -> Iterator[Citation]:
    """Each link with its place: the next one that names its record, or the last if a reference is used again.

    The text begins at `start`, behind its front matter.
    """
    waiting: dict[tuple[str, str], list[int]] = {}
    for link in met:
        target = (link.kind, link.id)
        if target not in waiting:
            waiting[target] = [place for place in targets(text, *target) if place >= start] or [0]
        places = waiting[target]
        offset = places.pop(0) if len(places) > 1 else places[0]
        yield Citation(link.kind, link.id, link.words, characters.place_at(text, offset, path))


def _in_front(page: Page, text: str, start: int) -> Iterator[Run]:
    """The title and the description in a page's front matter."""
    for name in ("title", "description"):
        words = getattr(page, name)
        if words:
            place = page.at(name)
            before = text.split("\n")[: place.line - 1]
            offset = sum(len(line) + 1 for line in before) + place.column - 1
            places = Places((words,), text[:start], page.path, start=offset)
            yield Run(words, "front", at=partial(places.at, 0))


def _in_answer(page: Page) -> Iterator[Run]:
    """The words of an explainer's answer outside links to claims."""
    place = page.at("answer")
    words, links = "", list[Linked]()
    for piece in (*(pieces(page.answer) if page.article and page.answer else ()), None):
        if piece is not None and (isinstance(piece, str) or piece.kind != "claim"):
            if not isinstance(piece, str):
                links.append(Linked(piece.kind, piece.id, len(words), len(words) + len(piece.words)))
            words += piece if isinstance(piece, str) else piece.words
            continue
        if words:
            yield Run(words, "answer", tuple(links), at=lambda offset: place)
        words, links = "", []


def _in_text(met: Sequence[Visible], text: str, start: int, path: str) -> Iterator[Run]:
    """Each run of the text outside links to claims; the places of its words are computed on demand."""
    places = Places([run.words for run in met], text, path, start=start, plain=without_code(text))
    for n, run in enumerate(met):
        if run.part != "link":
            yield Run(run.words, run.part, run.links, partial(places.at, n))


def _leaked(leaks: Iterable[Leak], text: str, path: str) -> Iterator[Fault]:
    """Each leak as a fault at its place: the first occurrence that no other leak has."""
    left = without_code(text)
    for leak in leaks:
        words = leak.written or leak.found
        offset = (text if leak.in_code else left).find(words)
        if offset >= 0:
            left = left[:offset] + " " * len(words) + left[offset + len(words) :]
        yield Fault(leak.kind, characters.place_at(text, max(offset, 0), path), found=leak.found)
