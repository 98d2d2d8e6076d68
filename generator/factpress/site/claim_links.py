"""The Python-Markdown extension that leads links in prose to records, and inserts what is added to pages."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import HtmlInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from factpress import addresses
from factpress.book import Book
from factpress.pages.additions import Added, Addition, Where
from factpress.pages.environment import environment
from factpress.pages.explainer import split_last
from factpress.pages.links import To
from factpress.reading.prose_html import MARK, Link
from factpress.reading.prose_links import ProseLinks

_ALIGNED = re.compile(r"text-align:\s*(left|center|right)")
_RAW_HTML = frozenset({"F603", "raw-html"})
_SECTION = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
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
        self.noted: dict[Element, str] = {}

    def begin(self, book: Book, uri: str, added: Added) -> None:
        """Prepares for the next page: its file under `docs/`, and what is added to its text."""
        self.book, self.uri, self.added, self.noted = book, uri, added, {}
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
                self.noted[element] = self.added.buttons[id]
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
        for parent in list(root.iter()):
            for n, child in enumerate(list(parent)):
                if child in self.noted:
                    parent[n] = _beside(child, md.htmlStash.store(self.noted[child]))
        # An addition is no part of the text in which the next one finds its place.
        places = sorted(((_index(root, each.where), each) for each in self.added.blocks), key=lambda place: place[0])
        contents = _contents(root, [each for _, each in places]) if self.added.contents else ""
        if contents:
            first = _index(root, "before-first-section")
            places.insert(
                sum(index < first for index, _ in places), (first, Addition("before-first-section", contents))
            )
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
    if where in ("before-heading", "after-heading"):
        heading = next((n for n, child in enumerate(root) if child.tag == "h1"), None)
        return 0 if heading is None else heading + (where == "after-heading")
    if where == "before-first-section":
        return next((n for n, child in enumerate(root) if child.tag == "h2"), end)
    return end


def _beside(link: Element, button: str) -> Element:
    """A link with the button of its note, which is never alone on a line: it stays beside the link's last word."""
    kept = Element("span", {"class": "fp-keep"})
    link.tail, kept.tail = button, link.tail
    if len(link) == 0 and link.text:
        words, last = split_last(link.text)
        flow = SubElement(link, "span", {"class": "fp-flow"})
        # What the parser would change no further stays so.
        kind = AtomicString if isinstance(link.text, AtomicString) else str
        link.text, flow.text, flow.tail = None, kind(words), kind(last)
    else:
        kept.set("class", "fp-kept")
    kept.append(link)
    return kept


def _contents(root: Element, added: Sequence[Addition]) -> str:
    """A line of links to the sections of a page: those of its text, and those that are added, in the page's order."""
    own = [(n, f"#{child.get('id')}", "".join(child.itertext())) for n, child in enumerate(root) if child.tag == "h2"]
    theirs = [
        (_index(root, each.where) - 0.5, f"#{found[1]}", html.unescape(_TAGS.sub("", found[2])))
        for each in added
        for found in _SECTION.finditer(each.html)
    ]
    sections = sorted([each for each in own if each[1] != "#None"] + theirs, key=lambda each: each[0])
    links = [To(" ".join(words.split()), url) for _, url, words in sections]
    return environment().get_template("contents.html.jinja").render(links=links).strip() if links else ""


def _put_aside(block: str, md: Markdown) -> Element:
    """A placeholder that the parser replaces with our HTML at the end."""
    element = Element("p")
    element.text = md.htmlStash.store(block)
    element.tail = "\n"
    return element
