"""What an HTML page says about itself: title, authors, publication, date, language, address and type.

Only what the page declares is taken: JSON-LD and microdata of its own article, Open Graph, Highwire, Dublin Core, and
the common names of `meta`. trafilatura's reader also searches the text, where it takes dates of founding or of updates
and labels for authors; extruct needs rdflib and five more packages, and does not say which item is the page's.
"""

from __future__ import annotations

import json
import re
from importlib.metadata import version
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from factpress.sources.addresses import without_tracking
from factpress.sources.bylines import names_in
from factpress.sources.headlines import site_name, without_site
from factpress.sources.html_tree import tree_of
from factpress.sources.linked_data import LinkedData, microdata
from factpress.sources.published import Said, publication_date

# Names of `meta` by which the day of publication is given, and those that are used where there are none of these.
_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
    *("citation_publication_date", "dcterms.issued", "dc.date.issued", "dcterms.date.issued", "prism.publicationdate"),
    *("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date"),
    *("publication_date", "publication-date", "datepublished", "date.published", "cxenseparse:recs:publishtime"),
)
_LESS_SURE = ("citation_date", "citation_online_date", "dc.date", "dcterms.date", "dc.date.created", "date")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)|(?:^|\s)url:\s*(https?://\S+)")


def read_metadata(data: bytes, saved_from: str = "") -> tuple[str, str]:
    """A JSON object of what a page says about itself, each a list of texts, and the reader's version; raises `NoText`.

    `saved_from` is the address that the file around the page gives. `doubts` are sentences on what the page says in two
    ways.
    """
    tree, _ = tree_of(data)
    return json.dumps(declared(tree, saved_from)), version("trafilatura")


def declared(tree: HtmlElement, saved_from: str = "") -> dict[str, list[str]]:
    """What the page declares, by the names of a source's fields."""
    meta = _Meta(tree)
    data, addresses = _addressed(tree, meta, saved_from)
    address = without_tracking(_deepest(addresses))
    headings = [" ".join(str(h1.text_content()).split()) for h1 in tree.iter("h1")]
    tag = [str(text) for text in tree.xpath("//title[not(ancestor::svg)][1]/text()")]
    journal = meta.texts("citation_journal_title", "prism.publicationname")
    sites = [*journal, *meta.texts("og:site_name"), *data.texts("publisher"), *meta.texts("application-name")]
    titles = [
        *meta.texts("citation_title", "og:title"),
        *data.texts("headline"),
        *microdata(tree, "headline"),
        *meta.texts("dc.title", "dcterms.title", "twitter:title"),
        *tag,
        *(headings if len(headings) == 1 else []),
    ]
    first = next((title for title in titles if title.strip()), "")
    container = site_name(sites, title=first, address=address)
    title = without_site(first, site=container, address=address, headings=headings)
    language = _language(tree, meta, data)
    issued, doubt = _issued(tree, meta, data, language)
    said = {
        "title": [title],
        "container_title": [container],
        "author": _authors(tree, meta, data, container),
        "issued": [issued],
        "language": [language],
        "url": [address],
        "type": ["article-journal" if journal else data.type],
        "doubts": [doubt],
    }
    return {name: [text for text in texts if text] for name, texts in said.items()}


def addresses_of(tree: HtmlElement, saved_from: str = "") -> list[str]:
    """The addresses that the page, or else the file around it, gives as its own."""
    return _addressed(tree, _Meta(tree), saved_from)[1]


def _addressed(tree: HtmlElement, meta: _Meta, saved_from: str) -> tuple[LinkedData, list[str]]:
    links = _addresses([str(href) for href in tree.xpath("//link[contains(@rel, 'canonical')]/@href")])
    addresses = _addresses([*links, *meta.texts("og:url", "citation_public_url", "citation_abstract_html_url")])
    data = LinkedData(tree, addresses=set(addresses))
    return data, addresses or _addresses(data.addresses()) or _addresses([saved_from, *_saved_from(tree)])


class _Meta:
    """The page's `meta` elements, wherever they are: a stray element ends the head early."""

    def __init__(self, tree: HtmlElement) -> None:
        self._texts: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            text = (element.get("content") or "").strip()
            for key in ("property", "name", "http-equiv"):
                if text and (name := (element.get(key) or "").strip().lower()):
                    self._texts.setdefault(name, []).append(text)

    def texts(self, *names: str) -> list[str]:
        """The contents by the order of the names."""
        return [text for name in names for text in self._texts.get(name, ())]

    def said(self, *names: str) -> list[Said]:
        """The contents with their names."""
        return [Said(text, name) for name in names for text in self._texts.get(name, ())]


def _issued(tree: HtmlElement, meta: _Meta, data: LinkedData, language: str) -> tuple[str, str]:
    """The date of publication, and what is not clear about it; dates of changes are never taken."""
    said = [Said(text, "datePublished in JSON-LD") for text in data.texts("datePublished")]
    said += meta.said(*_PUBLISHED)
    said += [Said(text, "datePublished in microdata") for text in microdata(tree, "datePublished")]
    said += [Said(str(text), "time element") for text in tree.xpath("//time[@pubdate]/@datetime")]
    if not said:
        said = next((found for name in _LESS_SURE if (found := meta.said(name))), [])
    return publication_date(said, language)


def _authors(tree: HtmlElement, meta: _Meta, data: LinkedData, container: str) -> list[str]:
    """The names that the first of these places gives; more places give the same people in other spellings."""
    scholarly = meta.texts("citation_author") or meta.texts("dc.creator", "dcterms.creator")
    if found := names_in(scholarly, inverted=True):
        return found
    people = data.people()
    inverted = [name for name in people if "," in name and len(name.split(",")) == 2]
    if found := names_in(people, publication=container, inverted=bool(inverted) and len(inverted) == len(people)):
        return found
    for texts in (
        meta.texts("author"),
        meta.texts("article:author", "og:article:author"),
        meta.texts("parsely-author", "sailthru.author", "byl", "byline"),
        microdata(tree, "author"),
    ):
        if found := names_in(texts, publication=container):
            return found
    return []


def _language(tree: HtmlElement, meta: _Meta, data: LinkedData) -> str:
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    said = [language, *data.texts("inLanguage"), *meta.texts("og:locale", "dc.language", "content-language")]
    return next((text.strip().replace("_", "-") for text in said if text.strip()), "")


def _addresses(texts: list[str]) -> list[str]:
    whole = (text.strip() for text in texts)
    return list(dict.fromkeys(text for text in whole if re.match(r"https?://[^\s/]", text)))


def _deepest(addresses: list[str]) -> str:
    """The first address that is not only a site's front page."""
    inner = (each for each in addresses if urlsplit(each).path.strip("/") or urlsplit(each).query)
    return next(inner, addresses[0] if addresses else "")


def _saved_from(tree: HtmlElement) -> list[str]:
    """The address that a browser wrote into the file when it saved the page."""
    comments = tree.getroottree().xpath("//comment()")
    return [found[1] or found[2] for each in comments[:5] if (found := _SAVED_FROM.search(each.text or ""))]
