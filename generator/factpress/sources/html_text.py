"""The text of an HTML page in blocks: the article's, then those beside it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from importlib.metadata import version
from xml.parsers import expat

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from factpress.sources.answer import Answer, Said
from factpress.sources.encodings import Decoded
from factpress.sources.html_article import Article
from factpress.sources.html_blocks import Block, Blocks
from factpress.sources.html_data import body_of, data_of, is_locked
from factpress.sources.html_metadata import addresses_of
from factpress.sources.html_posts import posts
from factpress.sources.html_tree import Noted, leave_out_unseen, ran_out, taken_out, tree_of
from factpress.sources.no_text import NoText

# Elements of the extractor's XML that stand within a line, save directly below one of those that only hold blocks.
_INLINE = frozenset({"code", "del", "graphic", "hi", "lb", "ref"})
_HOLDERS = frozenset({"doc", "main", "comments", "list", "table", "row"})
# The extractor throws these away with the words in them, or breaks the line for them, in the middle of a sentence;
# a figure it throws away with its caption.
_KEPT_AS = {"time": "span", "label": "span", "q": "span", "figure": "div", "figcaption": "p"}
# A longer page takes the library more time than there is; its structure alone then says what the article is.
_LONGEST = 2_000_000
# Fewer words than these are no article; a stub of one has more.
_FEW, _STUB = 60, 150
_HARDLY_ANY = 30
_NEEDS_SCRIPTS = re.compile(
    r"java ?script (?:is |has been |must be |seems to be )?(?:required|disabled|enabled|turned off|not enabled)|"
    r"(?:enable|activate|turn on|requires?|needs?|without|allow) (?:to run )?java ?script",
    re.IGNORECASE,
)
_EMPTY_ROOTS = ("root", "app", "__next", "__nuxt", "react-root", "main-app", "svelte")


def read_html(data: bytes, url: str | None, *, saved_from: str = "") -> Answer:
    """The blocks of a page that a reader sees, and what is to be said of it; raises `NoText`.

    `saved_from` is the address that the file around the page gives.
    """
    noted = Noted()
    logging.getLogger().addHandler(noted)
    tree, page = tree_of(data)
    title = tree.findtext(".//title") or ""
    titles = tuple(_titles(tree))
    addresses = tuple(addresses_of(tree, saved_from)[:10])
    facts = data_of(tree)
    locked = is_locked(tree, facts)
    has_empty_root = _has_empty_root(tree)
    leave_out_unseen(tree)
    unscripted = [block for element in taken_out(tree, "noscript") for block in Blocks().read(element)]
    blocks = Blocks().read(tree)
    chosen = Article(blocks, _of_library(tree, url, noted), title).chosen()
    whole_posts = posts(blocks)
    said = [
        Said(block.text, "post" if n in whole_posts else block.whole, beside=not is_chosen)
        for n, (block, is_chosen) in enumerate(zip(blocks, chosen, strict=True))
    ]
    notes = _notes(page)
    words = _words(each.text for each in said if not each.beside)
    if words < _FEW:
        body = [] if locked else body_of(facts)
        instead = max((body, unscripted), key=lambda each: _words(block.text for block in each))
        if _words(block.text for block in instead) > 2 * words and not _asks_for_scripts(instead):
            notes += [("data", "")] if instead is body else []
            said = [_said(block, beside=False) for block in instead] + [_said(block, beside=True) for block in blocks]
        elif has_empty_root or _asks_for_scripts([*blocks, *unscripted]):
            if words < _HARDLY_ANY:
                raise NoText("scripts")
            notes.append(("scripts", ""))
    if locked and _words(each.text for each in said if not each.beside) < _STUB:
        notes.append(("locked", ""))
    if not any(not each.beside for each in said):
        raise NoText("empty")
    return Answer(tuple(said), version("trafilatura"), tuple(notes), titles, addresses)


def _of_library(tree: HtmlElement, url: str | None, noted: Noted) -> list[str]:
    """The blocks that the library takes for the article; it changes the tree that it gets."""
    if sum(map(len, tree.itertext())) > _LONGEST:
        return []
    tree = deepcopy(tree)
    for element in list(tree.iter(*_KEPT_AS)):
        element.tag = _KEPT_AS[element.tag]
    try:
        xml = trafilatura.extract(
            tree,
            url=url,
            output_format="xml",
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            include_images=False,
            include_links=False,
            include_formatting=False,
            deduplicate=False,
        )
    except etree.LxmlError as error:
        if ran_out(error):
            raise NoText("memory") from None
        raise
    if noted.memory:
        raise NoText("memory")
    return list(blocks_of(xml)) if xml else []


def blocks_of(xml: str) -> Iterator[str]:
    """The blocks of the extractor's XML: one for each element that is none within a line; `<lb/>` breaks the line."""
    found: list[list[str]] = [[]]
    above: list[str] = []

    def is_block(name: str) -> bool:
        return name not in _INLINE or not above or (above[-1] in _HOLDERS and name != "lb")

    def start(name: str, _: Mapping[str, str]) -> None:
        if is_block(name):
            found.append([])
        elif name == "lb":
            found[-1].append("\0")
        above.append(name)

    def end(name: str) -> None:
        above.pop()
        if is_block(name):
            found.append([])

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: found[-1].append(text)
    parser.Parse(xml.encode("utf-8", "replace"), True)
    for parts in found:
        lines = (" ".join(line.split()) for line in "".join(parts).split("\0"))
        if block := "\n".join(filter(None, lines)):
            yield block


def _titles(tree: HtmlElement) -> Iterator[str]:
    """What a page calls itself: its title, the one for sharing it, and its headlines."""
    said = [*tree.xpath("//title"), *tree.xpath("//h1")]
    texts = ["".join(each.itertext()) for each in said] + tree.xpath("//meta[@property='og:title']/@content")
    yield from (" ".join(text.split())[:300] for text in texts[:10] if text.strip())


def _said(block: Block, *, beside: bool) -> Said:
    return Said(block.text, block.whole, beside)


def _words(texts: Iterator[str]) -> int:
    """How many words these texts have; a sign of Chinese or Japanese counts for a third of one."""
    return sum(len(text.split()) + len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff]", text)) // 3 for text in texts)


def _notes(page: Decoded) -> list[tuple[str, str]]:
    return [("bad", f"{page.bad:,} in {page.encoding}")] if page.bad else []


def _asks_for_scripts(blocks: Sequence[Block]) -> bool:
    return any(len(block.text) < 500 and _NEEDS_SCRIPTS.search(block.text) for block in blocks)


def _has_empty_root(tree: HtmlElement) -> bool:
    """Whether the page has the empty element into which scripts of today's frameworks write."""
    return any(
        (element.get("id") or "").lower() in _EMPTY_ROOTS and not "".join(element.itertext()).strip()
        for element in tree.iter("div", "main")
    )
