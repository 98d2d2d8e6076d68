"""The site as files for any engine: records' pages and prose as Markdown that needs no plugin of ours."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterator
from typing import Any

from factpress import addresses
from factpress.book import Book
from factpress.exports.format import Copied, Format, Project
from factpress.page_kinds import PAGE_KINDS
from factpress.pages.additions import Added, Where, additions
from factpress.pages.files import files as beside_pages
from factpress.pages.links import with_links
from factpress.pages.navigation import navigation
from factpress.pages.render import RenderedPage, render
from factpress.reading.prose import front_matter, link_ends, targets, without_code
from factpress.reading.settings import Dialect
from factpress.records.page import MARKDOWN, Page
from factpress.records.site import PLACEHOLDER

# A heading of level 2, as Python-Markdown knows it: with marks, or as a block's first line with a line below it.
_SECTION = re.compile(r"^##(?!#)|(?<![^\n]\n)^[^\n]*\S[^\n]*\n-+[ ]*$", re.MULTILINE)
_HEADING = re.compile(r"^#(?!#)[^\n]*(?:\n|\Z)|^[^\n]*\S[^\n]*\n=+[ ]*(?:\n|\Z)", re.MULTILINE)
# Where the pages are that are not in the navigation.
_FOLDERS = sorted({kind.address.partition("*")[0] for kind in PAGE_KINDS.values() if not kind.has_one_page})


def files(project: Project) -> Iterator[tuple[str, str | Copied]]:
    """Every file of a site that plain MkDocs builds: configuration, pages, files beside them, and other documents."""
    book, linked = project.book, with_links(project.book, today=project.today)
    yield "mkdocs.yml", _configuration(book, project.dialect)
    for beside in beside_pages(linked):
        yield f"docs/{beside.path}", beside.text
    for page in render(linked, rules=project.rules, history=project.history):
        yield f"docs/{addresses.source_uri(page.address)}", _record_page(page)
    for prose in book.pages.values():
        added = additions(prose, linked, project.history)
        yield (
            f"docs/{prose.path.removeprefix(project.docs + '/')}",
            _prose(prose, project.texts[prose.path], book, added),
        )
    for path in project.documents:
        if not path.endswith(MARKDOWN):
            yield f"docs/{path.removeprefix(project.docs + '/')}", Copied(path)


FORMAT = Format(
    "Write the site into DIR as files that plain MkDocs builds, without factpress.",
    files,
    note="`mkdocs build` works there without the plugin",
)


def _record_page(page: RenderedPage) -> str:
    """A page's fragment as raw HTML below its front matter; its title is escaped, because engines do not escape it."""
    front = {"title": html.escape(page.title), "description": html.escape(page.description)}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    if not page.searched:
        lines.append("search: {exclude: true}")
    # One element around everything, because Markdown does not change what is inside it.
    return "---\n" + "\n".join(lines) + f'\n---\n\n<div class="fp-page">\n{page.html.strip()}\n</div>\n'


def _prose(page: Page, text: str, book: Book, added: Added) -> str:
    """A page of prose whose links lead to records' files, with what is added to it."""
    uri = f"{page.id}.md"
    edits: list[tuple[int, int, str]] = []
    for kind, id in {(citation.kind, citation.id) for citation in page.citations}:
        now = book.renamed.get((kind, id), id)
        target = posixpath.relpath(addresses.source_uri(addresses.of(kind, now)), posixpath.dirname(uri))
        # A link in the answer stays as it is: the answer is added to the page as HTML.
        starts = [place for place in targets(text, kind, id) if place >= front_matter(text)[1]]
        edits += [(start, start + len(f"{kind}:{id}"), target) for start in starts]
        button = added.buttons.get(now) if kind == "claim" else None
        if button is not None:
            edits += [(end, end, button) for start in starts for end in link_ends(text, start)]
    for each in added.blocks:
        at = _offset(text, each.where)
        edits.append((at, at, f"\n\n{each.html}\n\n"))
    # Sorting keeps the order of what is added at one place.
    edits.sort(key=lambda edit: edit[:2])
    for start, end, new in reversed(edits):
        text = text[:start] + new + text[end:]
    return text


def _offset(text: str, where: Where) -> int:
    """The position in a page's text of an addition."""
    _, start = front_matter(text)
    if where in ("before-heading", "after-heading"):
        heading = _HEADING.search(without_code(text)[start:])
        place = 0 if heading is None else heading.start() if where == "before-heading" else heading.end()
        return start + place
    section = _SECTION.search(without_code(text)[start:]) if where == "before-first-section" else None
    return start + section.start() if section else len(text)


def _configuration(book: Book, dialect: Dialect) -> str:
    """The configuration of a site on MkDocs' own theme, without a request to anywhere else."""
    name = html.escape(book.site.name if book.site else "Facts")
    prose = [page for page in book.pages.values() if page.id not in {"index", "README"}]
    home = [{"Home": "index.md"}] if {"index", "README"} & book.pages.keys() else []
    nav = navigation([*home, *({page.title or page.id: f"{page.id}.md"} for page in prose)])
    settings: dict[str, Any] = {
        "site_name": name,
        "site_url": book.site.url if book.site else PLACEHOLDER,
        "theme": {"name": "mkdocs", "highlightjs": False},
        "extra_css": [addresses.STYLESHEET],
        "extra_javascript": [{"path": addresses.SCRIPT, "defer": True}],
        "markdown_extensions": [_extension(str(name), dialect.configs.get(name)) for name in dialect.extensions],
        "plugins": ["search"],
        "nav": nav,
        "not_in_nav": "".join(f"/{folder}*\n" for folder in _FOLDERS),
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}},
    }
    # JSON is YAML that every parser reads in the same way.
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"


def _extension(name: str, options: Any) -> str | dict[str, Any]:
    """An extension with its options, unless these are more than JSON can say, such as a function."""
    try:
        return {name: json.loads(json.dumps(options))} if options else name
    except TypeError:
        return name
