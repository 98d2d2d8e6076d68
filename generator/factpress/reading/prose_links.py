"""The links, images and markup of a page of prose, as Python-Markdown reads it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from factpress.findings import Fault, Place, shown, spelt
from factpress.reading.prose_html import (
    ACTIVE,
    ADDRESSES,
    HANDLER,
    LOADED,
    AfterRawBlocks,
    Leak,
    Link,
    Met,
    RawBlocks,
    RawInline,
    Styles,
    is_anchor,
)  # fmt: skip
from factpress.reading.prose_order import ProseOrder
from factpress.reading.prose_text import VisibleText
from factpress.reading.settings import Settings
from factpress.reading.unable import NoSettings
from factpress.records.page import Target

_OURS = re.compile(r"(claim|source|entity):([^\s/?#]*)")
_OURS_LOOSELY = re.compile(r"\s*(claim|source|entity)\s*:", re.IGNORECASE)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_ALLOWED = frozenset({"https", "http", "mailto"})
_NO_LINK = re.compile(r"(?i)(?<![\w/])(?:claim|source|entity):[a-z0-9][\w-]*")
_NO_REFERENCE = re.compile(r"\[[^\[\]\n]+\]\[[^\[\]\n]*\]|\[\^[^\[\]\s]+\]")
# Browsers read backslashes in addresses as slashes, and pass over blanks and controls.
_ELSEWHERE = re.compile(r"[\x00-\x20]*[/\\][\t\r\n]*[/\\]|[\x00-\x20]*\\")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028\u2029\ufeff]")
# What an extension makes the picture of an emoji of.
_SHORT = re.compile(r":[\w+-]+:")
_STASHED = re.compile("\x02[^\x03]*\x03")
_ESCAPED = re.compile("\x02[0-9]+\x03")
_DEFAULT = Settings()


class ProseLinks(Extension):
    """Collects what a page contains into `met`; a subclass may also change the links."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.met = Met()

    def extendMarkdown(self, md: Markdown) -> None:
        """Installs the collector: before and after the parser stores raw HTML, and after it makes links."""
        md.registerExtension(self)
        styles = Styles(md)
        # Before all others, which take away the lines that they store.
        md.preprocessors.register(styles, "prose-links-styles", 1000)
        before = RawBlocks(md, self, styles)
        # Fenced code is stored at 25 and raw HTML at 20: what is stored between the two is raw HTML.
        md.preprocessors.register(before, "prose-links-before", 20.5)
        md.preprocessors.register(AfterRawBlocks(md, self, before), "prose-links-after", 19.5)
        md.inlinePatterns.register(
            RawInline(self, r"(<(\/?[a-zA-Z][^<>@ ]*( [^<>]*)?|!--(?:(?!<!--|-->).)*--)>)", md), "html", 90
        )
        # Links are made at 20, attributes set at 8, contents listed at 5; the engine makes links relative at 0.
        md.treeprocessors.register(_Collector(md, self), "prose-links", 4)

    def reset(self) -> None:
        """Forgets the last page."""
        self.met = Met()

    def link(self, element: Element, link: Link, md: Markdown) -> None:
        """Called for every link to a record, in order."""
        self.met.links.append(link)

    def refuse(self, element: Element, attribute: str) -> None:
        """Called for every attribute that must not work: a handler, an unsafe address, a picture of another site."""

    def refuse_element(self, element: Element) -> None:
        """Called for every element that an extension made and that must not work, such as a script."""

    def refuse_code(self, code: str) -> str:
        """Called for the HTML of a block of code that has such an element or attribute; gives back the HTML to show."""
        return code

    def whole(self, root: Element, md: Markdown) -> None:
        """Called once for every page, after its links are collected."""


class _Collector(Treeprocessor):
    def __init__(self, md: Markdown, links: ProseLinks) -> None:
        super().__init__(md)
        self.links = links

    def run(self, root: Element) -> None:
        # What readers see is collected first: a subclass changes the links when it is called.
        visible = VisibleText(self.md.htmlStash.rawHtmlBlocks, self.leads_to)
        self.links.met.runs = visible.collect(root)
        self.links.met.said = ProseOrder(visible, self.target).collect(root)
        for element in root.iter():
            if element.tag == "a":
                self.anchor(element, visible.words(element))
            elif element.tag == "img":
                for name in LOADED:
                    self.image(element, name)
            elif element.tag in ACTIVE:
                self.leak("raw-html", f"<{element.tag}>", str(element.tag))
                self.links.refuse_element(element)
            for name, value in list(element.attrib.items()):
                if is_anchor(element.tag, name):
                    self.links.met.anchors.add(value)
                if self.is_unsafe(element, name):
                    self.leak("unsafe-attribute", f"{name}=")
                    self.links.refuse(element, name)
        for text in _texts(root):
            plain = _STASHED.sub("", text)
            for match in _NO_LINK.finditer(plain):
                self.leak("lost-link", match[0])
            for match in _NO_REFERENCE.finditer(plain):
                self.leak("undefined-reference", match[0])
        self.links.whole(root, self.md)

    def is_unsafe(self, element: Element, name: str) -> bool:
        """Whether an attribute must not work on an element; addresses of links and pictures are looked at before."""
        if name.lower() in ADDRESSES and element.tag not in {"a", "img"}:
            return not _is_safe(self.target(element.get(name)))
        # Cells are aligned by their style.
        return bool(HANDLER.fullmatch(name)) and not (name == "style" and element.tag in {"td", "th"})

    def leak(self, kind: str, found: str, written: str = "") -> None:
        self.links.met.leaks.append(Leak(kind, found, written))

    def leads_to(self, element: Element) -> tuple[str, str] | None:
        """The kind and id of what a link leads to; no id if the link is not quite right."""
        href = self.target(element.get("href"))
        ours = _OURS.fullmatch(href)
        if ours:
            return ours[1], ours[2]
        return ("claim", "") if _OURS_LOOSELY.match(href) else None

    def anchor(self, element: Element, words: str) -> None:
        href = self.target(element.get("href"))
        ours = _OURS.fullmatch(href)
        if ours:
            self.links.link(element, Link(ours[1], ours[2], words), self.md)  # type: ignore[arg-type] # the pattern knows
        elif _OURS_LOOSELY.match(href):
            self.leak("lost-link", href, _written(element.get("href")))
            self.links.refuse(element, "href")
        elif href and not _is_safe(href):
            self.leak("unsafe-link", href, _written(element.get("href")))
            self.links.refuse(element, "href")
        elif href:
            self.leads(element, "href", words)

    def image(self, element: Element, name: str) -> None:
        source = self.target(element.get(name))
        addresses = source.split(",") if name == "srcset" else [source]
        if any(_SCHEME.match(_INVISIBLE.sub("", each)) or _ELSEWHERE.match(each) for each in addresses):
            short = element.get("title", "")
            self.leak("foreign-image", source, short if _SHORT.fullmatch(short) else _written(element.get(name)))
            self.links.refuse(element, name)
        elif source and name == "src":
            self.leads(element, name, element.get("alt", ""))

    def leads(self, element: Element, attribute: str, words: str) -> None:
        url = _ESCAPED.sub(lambda match: _stashed(match[0]), element.get(attribute, ""))
        self.links.met.targets.append(Target(url, words))

    def target(self, value: str | None) -> str:
        """An address as a browser reads it, with entities resolved."""
        return html.unescape(_written(value))


def _written(value: str | None) -> str:
    """An address as it is written in the text."""
    return _STASHED.sub(lambda match: _stashed(match[0]), value or "")


def _stashed(placeholder: str) -> str:
    """What a placeholder inside an address means: an ampersand, or an escaped character by its number."""
    inside = placeholder.strip("\x02\x03")
    return "&" if inside == "amp" else chr(int(inside)) if inside.isdecimal() else ""


def _is_safe(href: str) -> bool:
    visible = _INVISIBLE.sub("", href)
    try:
        urlsplit(href)
    except ValueError:
        # The engine ends over such an address.
        return False
    scheme = _SCHEME.match(visible)
    if scheme is None:
        return not _ELSEWHERE.match(visible)
    return scheme[1].lower() in _ALLOWED and visible == href.strip()


def _texts(element: Element) -> Iterator[str]:
    """The text of a tree outside code."""
    if element.tag in {"code", "pre"}:
        return
    if element.text and not isinstance(element.text, AtomicString):
        yield element.text
    for child in element:
        yield from _texts(child)
        if child.tail:
            yield child.tail


def parser(
    extensions: Sequence[str], configs: Any, links: ProseLinks, *, at: Callable[[str], Place] = _DEFAULT.extension_at
) -> Markdown:
    """Python-Markdown with a site's own extensions and ours; raises `NoSettings` for one that can't be loaded.

    `at` gives the place of an extension's name in the settings.
    """
    markdown = Markdown()
    for extension in extensions:
        try:
            markdown.registerExtensions([extension], dict(configs))
        except Exception as error:  # noqa: BLE001 somebody else's extension may raise anything
            message = f"{shown(str(extension))} can't be loaded: {_why(error)}"
            help = "correct its options, or remove the line"
            raise NoSettings(Fault("unknown-extension", at(str(extension)), found=message, wanted=help)) from None
    markdown.registerExtensions([links], {})
    return markdown


def _why(error: Exception) -> str:
    """Why an extension refuses to be loaded; for an unknown option the parser gives only its name."""
    if isinstance(error, KeyError) and error.args:
        return f"it has no option {shown(str(error.args[0]))}"
    return spelt(" ".join(str(error).split())) or "it does not say why"
