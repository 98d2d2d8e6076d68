"""The addresses of pages on the site; no two pages have the same address."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from factpress.findings import Place
from factpress.page_kinds import LIST_OF, PAGE_KINDS, Facet
from factpress.records.page import MARKDOWN
from factpress.records.record import Kind, Record

FOLDERS: dict[Kind, str] = {kind: PAGE_KINDS[name].address.rstrip("/") for kind, name in LIST_OF.items()}
STYLESHEET = "assets/factpress.css"
# The stylesheet that uses the theme's names; pages for other engines don't need it.
MATERIAL_STYLESHEET = "assets/material.css"
SCRIPT = "assets/factpress.js"
# The script that uses the theme's names: it stands before the theme's own.
MATERIAL_SCRIPT = "assets/material.js"
CLAIM_INDEX = "claims/index.json"
# What the engine and the theme write, and our files beside the pages.
_ENGINE = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
# Names of the theme's own files, which every page loads; the middle changes with each version of the theme.
_THEME = re.compile(r"assets/(?:stylesheets|javascripts)/(?:[\w-]+/)*[\w-]+\.[0-9a-f]{8}\.min\.(?:css|js)(?:\.map)?")
BESIDE = (STYLESHEET, MATERIAL_STYLESHEET, SCRIPT, MATERIAL_SCRIPT, CLAIM_INDEX)
_FILES = (*_ENGINE, *BESIDE)
SINGLE = {kind.address: frozenset(kind.anchors) for kind in PAGE_KINDS.values() if kind.has_one_page}
_FOLDERS = tuple(f"{folder}/" for kind in PAGE_KINDS.values() for folder in kind.folders)


@dataclass(frozen=True, slots=True)
class Clash:
    """An address of two pages: the place of the second one, and of the one that has it."""

    address: str
    place: Place
    owner: Place | None


def of_kind(name: str) -> str:
    """The address of the only page of a kind, or of the first page of a list, from the site's root."""
    return PAGE_KINDS[name].address


def of(kind: Kind, id: str) -> str:
    """The address of a record's page, from the site's root."""
    return f"{FOLDERS[kind]}/{id}/"


def of_coverage(article: str) -> str:
    """The address of an article's coverage, by the article's id."""
    return PAGE_KINDS["coverage"].address.replace("*", article)


def of_facet(facet: Facet, id: str) -> str:
    """The address of the list of the claims that have something in common, by a facet and an id in it."""
    return f"{FOLDERS['claim']}/{facet}/{id}/"


def of_rules(site: str) -> str:
    """The whole address of the page that has a section for each rule, by the site's address."""
    return f"{site.rstrip('/')}/{of_kind('rules')}"


def of_part(address: str, number: int) -> str:
    """The address of a part of a list that is too long for one page; the first has the list's own."""
    return address if number == 1 else f"{address}page/{number}/"


def source_uri(address: str) -> str:
    """The Markdown file under `docs/` whose page has that address: the engine treats it as the page's source."""
    if not address or address in SINGLE:
        return f"{address}index.md"
    return f"{address.rstrip('/')}.md"


def url(address: str, *, directory_urls: bool = True) -> str:
    """The address as browsers ask for it, from the site's root: a folder, or a file without directory URLs."""
    return address if directory_urls else source_uri(address).removesuffix(".md") + ".html"


def file(address: str, *, directory_urls: bool = True) -> str:
    """The file on the built site that has the address."""
    if directory_urls:
        return f"{address}index.html"
    return url(address, directory_urls=False)


def of_page(id: str) -> str:
    """The address of a page of prose, by its id: its path under `docs/` without an ending. Only `page_url` is a URL."""
    folder, _, name = id.rpartition("/")
    if name in {"index", "README"}:
        return f"{folder}/" if folder else ""
    return f"{id}/"


def page_url(id: str, *, directory_urls: bool = True) -> str:
    """The URL of a page of prose, from the site's root; unlike ids of records, its id may have any characters."""
    if directory_urls:
        return in_url(of_page(id))
    folder, slash, name = id.rpartition("/")
    return in_url(f"{folder}{slash}{'index' if name == 'README' else name}.html")


def in_url(path: str) -> str:
    """A path as a part of a URL, in which names like `c#` and `why?` would otherwise end it."""
    return quote(path, errors="surrogateescape")


def of_document(path: str, docs: str) -> str:
    """The address of a file under `docs/`: a page for Markdown, the file itself for other files."""
    inside = path.removeprefix(docs + "/")
    stem, ending = posixpath.splitext(inside)
    return of_page(stem) if ending in MARKDOWN else inside


def clashes(records: Iterable[Record], documents: Iterable[str], *, docs: str) -> Iterator[Clash]:
    """Every second page with the same address, ignoring case and Unicode forms as some file systems do."""
    taken: dict[str, Place | None] = {}
    for address in (*_FILES, *SINGLE):
        taken[_folded(address)] = None
    for address, place in _wanted(records, documents, docs):
        key = _folded(address)
        if key in taken or f"{key}/".startswith(_FOLDERS) or _THEME.fullmatch(key):
            yield Clash(address, place, taken.get(key))
        else:
            taken[key] = place


def _wanted(records: Iterable[Record], documents: Iterable[str], docs: str) -> Iterator[tuple[str, Place]]:
    paged = [record for record in records if record.kind() in FOLDERS]
    yield from ((of(record.kind(), record.id), Place(record.path)) for record in paged)
    for record in paged:
        for n, id in enumerate(record.former_ids):
            yield of(record.kind(), id), record.at("formerly", n)
    yield from ((of_document(path, docs), Place(path)) for path in documents)


def _folded(address: str) -> str:
    folded = unicodedata.normalize("NFKC", address).casefold()
    # A page is this file in its folder.
    return f"/{folded}".removesuffix("/index.html").strip("/")
