"""HTML in a page of prose: what its author wrote as HTML, and what extensions make of blocks of code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Literal, Protocol

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor

from factpress.reading.prose_text import Visible
from factpress.records.page import Said, Target

Kind = Literal["claim", "source", "entity"]
HANDLER = re.compile(r"on\S+|style|srcdoc|(form)?action|ping|background|data|poster|xlink:href", re.IGNORECASE)
# Attributes by which a picture is loaded.
LOADED = ("src", "srcset")
ADDRESSES = frozenset({"href", *LOADED})
# Elements that run, load or send something. Tabs and lists of tasks are made of inputs, which do none of that.
ACTIVE = frozenset({
    "applet", "base", "embed", "form", "frame", "frameset", "iframe", "link", "meta", "object", "script", "style",
})  # fmt: skip
_START_TAG = re.compile(r"<([a-zA-Z][^\s/<>]*)([^<>]*)>?")
_ATTRIBUTE = re.compile(r"""([^\s"'/<>=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")
_STYLE = re.compile(r"\bstyle\s*=", re.IGNORECASE)
_NAMED_TAG = re.compile(r"<[a-zA-Z][^>]*\s(?:id|name)\s*=")
MARK = r"<!-- (?:more|material/[a-z]+) -->"
"""A comment by which the theme's own plugins find a place in a page: the end of an excerpt, a list of tags."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a record, with its words as readers see them."""

    kind: Kind
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Leak:
    """Something that engines accept without a warning and prose must not contain, and how it is written in the text.

    What the first line of a block of code contains is not found in a text without code.
    """

    kind: str
    found: str
    written: str = ""
    in_code: bool = False


@dataclass(slots=True)
class Met:
    """What a page's text contains, in the order of the document."""

    links: list[Link] = field(default_factory=list)
    leaks: list[Leak] = field(default_factory=list)
    runs: list[Visible] = field(default_factory=list)
    said: tuple[Said, ...] = ()
    targets: list[Target] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class Collects(Protocol):
    """Collects what a page contains, and decides what becomes of code that must not work."""

    met: Met

    def refuse_code(self, code: str) -> str:
        """The HTML to show in place of a block of code with an active element or attribute."""


class Styles(Preprocessor):
    """Notes whether an author set a style; highlighting without classes sets styles of its own, which look the same."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.are_written = False

    def run(self, lines: list[str]) -> list[str]:
        """Looks, and changes no line."""
        self.are_written = any(map(_STYLE.search, lines))
        return lines


class RawBlocks(Preprocessor):
    """Looks at the HTML of blocks of code before raw HTML is stored, and collects the anchors of raw HTML."""

    def __init__(self, md: Markdown, links: Collects, styles: Styles) -> None:
        super().__init__(md)
        self.links, self.styles, self.count = links, styles, 0

    def run(self, lines: list[str]) -> list[str]:
        """Collects, and changes no line."""
        blocks = self.md.htmlStash.rawHtmlBlocks
        self.count = len(blocks)
        for n, block in enumerate(blocks):
            code = block if isinstance(block, str) else ""
            unsafe = list(_unsafe_in_code(code, styles=self.styles.are_written))
            self.links.met.leaks += unsafe
            if unsafe:
                blocks[n] = self.links.refuse_code(code)
        text = "\n".join(lines)
        if _NAMED_TAG.search(text):
            tags = _NamedTags(self.links.met.anchors)
            tags.feed(text)
            tags.close()
        return lines


class _NamedTags(HTMLParser):
    """Collects the anchors of raw HTML, which the engine counts whether it shows the HTML or not."""

    def __init__(self, anchors: set[str]) -> None:
        super().__init__()
        self.anchors = anchors

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.anchors.update(value for name, value in attrs if value and is_anchor(tag, name))


def _unsafe_in_code(code: str, *, styles: bool) -> Iterator[Leak]:
    """What is unsafe in the HTML that an extension made of a block of code: its attributes are the author's.

    `styles` is whether its styles may be the author's too.
    """
    for tag in _START_TAG.finditer(code):
        if tag[1].lower() in ACTIVE:
            yield Leak("raw-html", tag[0], f"<{tag[1]}", in_code=True)
        for name in _ATTRIBUTE.findall(tag[2]):
            # Highlighting has links to lines.
            if (HANDLER.fullmatch(name) and (styles or name.lower() != "style")) or (
                name.lower() in ADDRESSES and tag[1].lower() != "a"
            ):
                yield Leak("unsafe-attribute", f"{name}=", in_code=True)


class AfterRawBlocks(Preprocessor):
    """Collects the raw HTML that the parser has stored since `RawBlocks` ran."""

    def __init__(self, md: Markdown, links: Collects, before: RawBlocks) -> None:
        super().__init__(md)
        self.links, self.before = links, before

    def run(self, lines: list[str]) -> list[str]:
        """Collects, and changes no line."""
        for raw in self.md.htmlStash.rawHtmlBlocks[self.before.count :]:
            words = (raw if isinstance(raw, str) else str(raw.get("class", raw.tag))).strip()
            if not re.fullmatch(MARK, words):
                self.links.met.leaks.append(Leak("raw-html", words.split("\n")[0]))
        return lines


class RawInline(HtmlInlineProcessor):
    """Collects raw HTML inside lines."""

    def __init__(self, links: Collects, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.links = links

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override] # the stubs know one form only
        """Collects one tag or comment, and converts it as the parser does."""
        words = self.backslash_unescape(self.unescape(m.group(1)))
        if not re.fullmatch(MARK, words):
            self.links.met.leaks.append(Leak("raw-html", words))
        return super().handleMatch(m, data)


def is_anchor(tag: object, attribute: str) -> bool:
    """Whether an attribute of an element is a name that links may lead to."""
    return attribute == "id" or (attribute == "name" and tag == "a")
