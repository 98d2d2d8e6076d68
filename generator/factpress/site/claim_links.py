"""The Python-Markdown extension that leads links in prose to records, and inserts what is added to pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor

from factpress import addresses
from factpress.book import Book
from factpress.pages.additions import Added, Where
from factpress.reading.prose_html import MARK, Link
from factpress.reading.prose_links import ProseLinks

_ALIGNED = re.compile(r"text-align:\s*(left|center|right)")
_RAW_HTML = frozenset({"F603", "raw-html"})
_TAGS = re.compile(r"<[^<>]*>?")
# The engine looks for anchors in raw HTML at 21, whether the HTML is in code or not.
_ENGINE_LOOKS = 21
# The beginning of a marked section: Python's parser of HTML, with which the engine looks, ends over an unknown one.
_MARKED = "<!["


class ClaimLinks(ProseLinks):
    """Leads `claim:`, `source:` and `entity:` links to the Markdown files that records' pages seem to come from.

    The engine makes such links relative and checks them as it does its own. A link that leads to no record
    becomes plain words: the check has reported it, and a dead link would be reported again.
    """

    def __init__(self) -> None:
        super().__init__()
        self.book = Book()
        self.uri = ""
        self.added = Added()
        self.raw = False

    def begin(self, book: Book, uri: str, added: Added) -> None:
        """Prepares for the next page: its file under `docs/`, and what is added to its text."""
        self.book, self.uri, self.added = book, uri, added
        page = book.pages.get(uri.rpartition(".")[0])
        self.raw = page is not None and any(waiver.code in _RAW_HTML for waiver in page.allow)

    def end(self) -> None:
        """Ends a page: what other plugins convert, such as excerpts of a blog, gets nothing added and no raw HTML."""
        self.added, self.raw = Added(), False

    def extendMarkdown(self, md: Markdown) -> None:
        """Installs the links; raw HTML is shown as text unless the page has a waiver for it."""
        super().extendMarkdown(md)
        self.markdown = md
        aside = _Aside(md)
        md.preprocessors.register(aside, "claim-links-aside", _ENGINE_LOOKS + 0.01)
        md.preprocessors.register(_Back(md, aside), "claim-links-back", _ENGINE_LOOKS - 0.01)
        if not self.raw:
            md.preprocessors.deregister("html_block", strict=False)
            md.inlinePatterns.register(HtmlInlineProcessor(f"({MARK})", md), "html", 90)

    def refuse(self, element: Element, attribute: str) -> None:
        """Removes the attribute: a preview of a stranger's page runs no code and sends no request."""
        element.attrib.pop(attribute, None)
        if attribute in {"href", "src"}:
            # The engine insists on an address in links and pictures.
            element.tag, element.text = "span", element.text or element.get("alt")

    def refuse_element(self, element: Element) -> None:
        """Shows the words of an element that must not work, unless the page has a waiver for raw HTML."""
        if not self.raw:
            element.tag = "span"

    def refuse_code(self, code: str) -> str:
        """The words of a block of code, without what must not work."""
        return f"<pre><code>{_TAGS.sub('', code)}</code></pre>"

    def link(self, element: Element, link: Link, md: Markdown) -> None:
        """Leads one link to its record."""
        super().link(element, link, md)
        id = self.book.renamed.get((link.kind, link.id), link.id)
        if id in self.book.shelf(link.kind):
            target = addresses.source_uri(addresses.of(link.kind, id))
            element.set("href", posixpath.relpath(target, posixpath.dirname(self._uri(md))))
            element.set("class", f"fp-{link.kind}")
            if link.kind == "claim" and id in self.added.buttons:
                element.tail = md.htmlStash.store(self.added.buttons[id]) + (element.tail or "")
        else:
            element.tag = "span"
            del element.attrib["href"]

    def _uri(self, md: Markdown) -> str:
        """The file under `docs/` whose text a parser converts: other plugins may convert it after its own page."""
        if "relpath" not in md.treeprocessors:
            return self.uri
        file = getattr(md.treeprocessors["relpath"], "file", None)
        return file.src_uri if file else self.uri

    def whole(self, root: Element, md: Markdown) -> None:
        """Aligns cells with classes, and inserts what is added to the page."""
        for cell in root.iter():
            # Markdown's tables are aligned by inline styles, which the policy of published pages forbids.
            aligned = _ALIGNED.search(cell.attrib.pop("style", "")) if cell.tag in {"td", "th"} else None
            if aligned:
                cell.set("class", " ".join(filter(None, [cell.get("class"), f"fp-{aligned[1]}"])))
        # An addition is no part of the text in which the next one finds its place.
        places = sorted(((_index(root, each.where), each) for each in self.added.blocks), key=lambda place: place[0])
        for index, each in reversed(places):
            root.insert(index, _put_aside(each.html, md))


class _Aside(Preprocessor):
    """Shows the engine a text without marked sections, and keeps the text as it is."""

    lines: Sequence[str] = ()

    def run(self, lines: list[str]) -> list[str]:
        self.lines = lines
        return [line.replace(_MARKED, "") for line in lines]


class _Back(Preprocessor):
    """Goes on with the text as it is."""

    def __init__(self, md: Markdown, aside: _Aside) -> None:
        super().__init__(md)
        self.aside = aside

    def run(self, lines: list[str]) -> list[str]:
        return [*self.aside.lines]


def _index(root: Element, where: Where) -> int:
    """The index in a page's tree at which an addition is inserted."""
    # Footnotes stay last, as if the addition were part of the text.
    end = next((n for n, child in enumerate(root) if child.get("class") == "footnote"), len(root))
    if where == "after-heading":
        return next((n for n, child in enumerate(root, start=1) if child.tag == "h1"), 0)
    if where == "after-first-paragraph":
        return next((n for n, child in enumerate(root, start=1) if child.tag == "p"), end)
    if where == "before-first-section":
        return next((n for n, child in enumerate(root) if child.tag == "h2"), end)
    return end


def _put_aside(html: str, md: Markdown) -> Element:
    """A placeholder that the parser replaces with our HTML at the end."""
    element = Element("p")
    element.text = md.htmlStash.store(html)
    element.tail = "\n"
    return element
