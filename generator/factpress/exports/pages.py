"""The site as files for any engine: records' pages and prose as Markdown that needs no plugin of ours."""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from factpress import addresses
from factpress.book import Book
from factpress.changes.history import UNTOLD, History
from factpress.pages import render
from factpress.pages.additions import Added, Where, additions
from factpress.pages.claim_index import claim_index
from factpress.pages.views import Shelf
from factpress.reading.prose import front_matter, link_ends, targets, without_code
from factpress.records.page import Page
from factpress.records.site import PLACEHOLDER

# The first block that is no heading, list, quote, table, code, image or definition.
_PARAGRAPH = re.compile(r"(?![ ]{4}|[ ]{0,3}(?:[#>|`~!]|[-*+] |[0-9]+[.)] |\[[^\]\n]+\]:|:::))\S")
# A heading of level 2, as Python-Markdown knows it: with marks, or as a block's first line with a line below it.
_SECTION = re.compile(r"^##(?!#)|(?<![^\n]\n)^[^\n]*\S[^\n]*\n-+[ ]*$", re.MULTILINE)
_UNDERLINED = re.compile(r"[^\n]*\n[ ]{0,3}(?:=+|-+)[ ]*(?:\n|\Z)")


def pages(
    book: Book,
    texts: Mapping[str, str],
    *,
    docs: str,
    rules: Iterable[Any],
    extensions: Sequence[str],
    history: History = UNTOLD,
) -> Iterator[tuple[str, str]]:
    """Every file of a site that plain MkDocs builds, by its path in the folder: configuration, pages, index of claims,
    stylesheet, script.

    `texts` are the texts of the prose under `docs`, `extensions` the Markdown that it is written in, `history` what
    became of the claims before.
    """
    yield "mkdocs.yml", _configuration(book, extensions)
    yield f"docs/{addresses.STYLESHEET}", render.STYLESHEET.read_text("utf-8")
    yield f"docs/{addresses.SCRIPT}", render.SCRIPT.read_text("utf-8")
    yield f"docs/{addresses.CLAIM_INDEX}", claim_index(book)
    for page in render.render(book, rules=rules, history=history):
        yield f"docs/{addresses.source_uri(page.address)}", _record_page(page)
    for redirect in render.redirects(book):
        yield f"docs/{redirect.address}index.html", redirect.html
    shelf, templates = Shelf(book), render.environment()
    for prose in book.pages.values():
        added = additions(prose, shelf, templates)
        yield f"docs/{prose.path.removeprefix(docs + '/')}", _prose(prose, texts[prose.path], book, added)


def _record_page(page: render.RenderedPage) -> str:
    """A page's fragment as raw HTML below its front matter, its title escaped since engines escape none."""
    front = {"title": html.escape(page.title), "description": html.escape(page.description)}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in front.items()]
    if not page.searched:
        lines.append("search: {exclude: true}")
    # One element around all, so that Markdown leaves everything inside it alone.
    return "---\n" + "\n".join(lines) + f'\n---\n\n<div class="fp-page">\n{page.html.strip()}\n</div>\n'


def _prose(page: Page, text: str, book: Book, added: Added) -> str:
    """A page of prose whose links lead to records' files, with what it adds to its text."""
    uri = f"{page.id}.md"
    edits: list[tuple[int, int, str]] = []
    for kind, id in {(citation.kind, citation.id) for citation in page.citations}:
        now = book.renamed.get((kind, id), id)
        target = posixpath.relpath(addresses.source_uri(addresses.of(kind, now)), posixpath.dirname(uri))
        starts = list(targets(text, kind, id))
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
    """Where in a page's text what belongs there is to stand."""
    _, start = front_matter(text)
    if where == "after-first-paragraph":
        return _after_first_paragraph(text, start)
    section = _SECTION.search(without_code(text)[start:]) if where == "before-first-section" else None
    return start + section.start() if section else len(text)


def _after_first_paragraph(text: str, start: int) -> int:
    """Where the first paragraph of a page ends, or the page where it has none."""
    for block in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", text[start:]):
        if _PARAGRAPH.match(block[0]) and not _UNDERLINED.match(block[0]):
            return start + block.end() - (1 if block[0].endswith("\n") else 0)
    return len(text)


def _configuration(book: Book, extensions: Sequence[str]) -> str:
    """The configuration of a site on MkDocs' own theme, without a request to anywhere else."""
    name = html.escape(book.site.name if book.site else "Facts")
    prose = [page for page in book.pages.values() if page.id not in {"index", "README"}]
    home = [{"Home": "index.md"}] if {"index", "README"} & book.pages.keys() else []
    nav: list[Mapping[str, str]] = [
        *home,
        *({page.title or page.id: f"{page.id}.md"} for page in prose),
        *({title: addresses.source_uri(addresses.of_list(kind))} for kind, title, _ in render.LISTS),
        {"Open questions": addresses.source_uri(addresses.OPEN_QUESTIONS)},
        {"Corrections": addresses.source_uri(addresses.CORRECTIONS)},
        {"Coverage": addresses.source_uri(addresses.COVERAGE)},
        {"Method": addresses.source_uri(addresses.METHOD)},
        {"How to contribute": addresses.source_uri(addresses.CONTRIBUTE)},
        {"Records": addresses.source_uri(addresses.RECORDS)},
        {"Rules": addresses.source_uri(addresses.RULES)},
    ]
    settings: dict[str, Any] = {
        "site_name": name,
        "site_url": book.site.url if book.site else PLACEHOLDER,
        "theme": {"name": "mkdocs", "highlightjs": False},
        "extra_css": [addresses.STYLESHEET],
        "extra_javascript": [{"path": addresses.SCRIPT, "defer": True}],
        "markdown_extensions": list(extensions),
        "plugins": ["search"],
        "nav": nav,
        "not_in_nav": "".join(
            f"/{folder}*\n" for folder in (*map(addresses.of_list, addresses.FOLDERS), addresses.COVERAGE)
        ),
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}},
    }
    # JSON is YAML, and says the same to every reader of it.
    return json.dumps(settings, indent=2, ensure_ascii=False) + "\n"
