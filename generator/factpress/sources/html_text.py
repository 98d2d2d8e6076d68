"""The main text of an HTML page, in blocks."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import version
from xml.parsers import expat

import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.utils import HTML_PARSER, decode_file

from factpress.sources.no_text import NoText

# Elements of the extractor's XML that stand within a line, save directly below one of those that only hold blocks.
_INLINE = frozenset({"code", "del", "graphic", "hi", "lb", "ref"})
_HOLDERS = frozenset({"doc", "main", "comments", "list", "table", "row"})
# The extractor throws these away with the words in them, or breaks the line for them, in the middle of a sentence;
# a figure it throws away with its caption.
_KEPT_AS = {"time": "span", "label": "span", "q": "span", "figure": "div", "figcaption": "p"}

# What ends the parser's reading early, by its names.
_STOPPED = {"ERR_RESOURCE_LIMIT": "deep", "ERR_NO_MEMORY": "memory"}
_DECLARED = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,200}?encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
# Nothing else is taken at a page's word: Python knows encodings that are no encodings of pages.
_ENCODING = re.compile(
    r"utf-?8|windows-125\d|cp125\d|iso-?8859-\d{1,2}|latin-?1|us-ascii|koi8-[ru]|"
    r"shift_jis|euc-(?:jp|kr)|gb2312|gbk|gb18030|big5"
)
# As browsers read them.
_WIDER = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
_WIDER |= {"iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}


def read_html(data: bytes, url: str | None) -> tuple[str, str]:
    """The main text of a page in blocks, and the extractor's version; raises `NoText`.

    Of two long paragraphs that are the same and follow each other the library keeps one.
    """
    noted = Noted()
    logging.getLogger().addHandler(noted)
    tree = tree_of(data)
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
        if _ran_out(error):
            raise NoText("memory") from None
        raise
    if noted.memory or not xml:
        raise NoText("memory" if noted.memory else "empty")
    return "\n\n".join(blocks_of(xml)), version("trafilatura")


def tree_of(data: bytes) -> HtmlElement:
    """The whole page as the library parses it; raises `NoText`."""
    page = _declared(data) or decode_file(data)
    if not re.search(r"<(?:html|body)\b", page, re.IGNORECASE):
        page = f"<html><body>{page}</body></html>"
    tree = trafilatura.load_html(page)
    # The parser stops at a depth of 256 and keeps what came before, which would pass for the whole page.
    stopped = {entry.type_name for entry in HTML_PARSER.error_log} & _STOPPED.keys()
    if stopped:
        raise NoText(_STOPPED[min(stopped)])
    if tree is None:
        raise NoText("empty")
    return tree


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


def _declared(data: bytes) -> str | None:
    """The page as its mark, UTF-8 or its own declaration says; nothing where none of them helps."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    with suppress(UnicodeDecodeError):
        return data.decode("utf-8")
    declared = _DECLARED.search(data, 0, 4096)
    name = declared[1].decode("ascii", "replace").lower() if declared else ""
    if not _ENCODING.fullmatch(name):
        return None
    with suppress(LookupError):
        return data.decode(_WIDER.get(name, name), "replace")
    return None


def _ran_out(error: object) -> bool:
    """Whether this is an error for want of memory; lxml has such ones of its own."""
    log = getattr(error, "error_log", ())
    return isinstance(error, MemoryError) or any(entry.type_name == "ERR_NO_MEMORY" for entry in log)


class Noted(logging.Handler):
    """Sees errors that the library hides: what was read when memory ran out is not the whole page."""

    memory = False

    def emit(self, record: logging.LogRecord) -> None:
        """Notes whether memory was what failed."""
        if isinstance(record.args, tuple) and any(map(_ran_out, record.args)):
            self.memory = True
