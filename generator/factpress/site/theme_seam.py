"""What is added to the theme's pages: escaped words, accessible names, and the policy that fits its scripts."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import get_relative_url

from factpress import addresses
from factpress.site.content_policy import ContentPolicy
from factpress.site.last_look import is_html, is_xhtml
from factpress.site.record_page import RecordPage

_TAG = re.compile(r"<[^<>]*>")
# Elements to which the theme gives no accessible name.
_NAMES = (
    ('data-md-component="search" role="dialog"', 'data-md-component="search" role="dialog" aria-label="Search"'),
    ('class="md-path" aria-label="Navigation"', 'class="md-path" aria-label="Breadcrumbs"'),
)


# The theme's script, with the path to the site's root before it.
_BUNDLE = re.compile(r'(?=<script src="([^"<>]*)assets/javascripts/bundle\.[0-9a-f]{8}\.min\.js"></script>)')

# Nobody needs these in words that plugins and themes may write into HTML or into an attribute.
_SIGNS = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;"})


def disarm_words(page: Page) -> None:
    """Escapes the signs of markup in the front matter of a page, before other plugins make elements of it, as of tags.

    What they compare with their own settings, such as the tags that these allow, stays as it is without such signs.
    """
    page.meta = {name: _changed(value, _disarmed) for name, value in page.meta.items()}


def escape_words(files: Files, nav: Navigation, *, front: Callable[[File], Collection[str]]) -> None:
    """Escapes what themes write into HTML as it is: titles, descriptions and other words of prose pages, and of `nav`.

    Pages of records are made with escaped words. A theme takes the tags out of a title without `title` in its front
    matter, and the signs of escaping with them; so each page gets one, except the home page, whose title is the site's.

    `front` gives the keys of a page's front matter. What other plugins add to it may be HTML: its words are kept.
    """
    for file in files.documentation_pages():
        page = file.page
        if page is None or isinstance(page, RecordPage):
            continue
        written = front(file)
        page.meta = {
            name: value
            if name == "template"
            else _changed(value if name in written else _changed(value, _without_tags), _escaped)
            for name, value in page.meta.items()
        }
        page.title = _changed(page.title, _escaped)
        _escape_post(page)
        if not page.is_homepage:
            page.meta.setdefault("title", page.title)
    _escape_items(nav.items)


def _escape_items(items: Iterable[Any]) -> None:
    """Escapes the titles of links and sections, in a navigation or beside a post of a blog."""
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        if not isinstance(item, Page):
            item.title = _changed(item.title, _escaped)
        waiting += item.children or []


def _escape_post(page: Page) -> None:
    """Escapes what a blog keeps beside front matter: the authors of a post, and the titles of its links."""
    _escape_items(getattr(getattr(getattr(page, "config", None), "links", None), "items", ()))
    for author in getattr(page, "authors", ()):
        for name, value in author.items():
            author[name] = _changed(value, _escaped)


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """A value of front matter with all its words changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {_changed(name, change): _changed(each, change) for name, each in value.items()}
    return [_changed(each, change) for each in value] if isinstance(value, list) else value


def _without_tags(words: str) -> str:
    return _TAG.sub("", words)


def _disarmed(words: str) -> str:
    return words.translate(_SIGNS)


def _escaped(words: str) -> str:
    """Words escaped once: what the engine took from a heading is escaped already."""
    return html.escape(html.unescape(words))


def add_policy(files: Files, policy: ContentPolicy) -> None:
    """Adds the policy to pages that are copied as they are."""
    for file in files:
        if not file.is_documentation_page() and (is_html(file.src_uri) or is_xhtml(file.src_uri)):
            text = file.content_bytes.decode("utf-8", "surrogateescape")
            text = policy.applied(text, xml=is_xhtml(file.src_uri)) or text
            # The setter would also take away the path, which says where a fault comes from.
            file._content = text.encode("utf-8", "surrogateescape")


def policy_of(env: Any, *, config: MkDocsConfig, files: Files, nav: Navigation) -> ContentPolicy:
    """The policy that lets the theme's own inline scripts run, and no others."""
    return ContentPolicy(_empty_pages(env, config, files, nav))


def mended(output: str) -> str:
    """A whole page in which everything that can get the focus has a name, and whose search loads when it is used."""
    for without, with_name in _NAMES:
        output = output.replace(without, with_name)
    return _BUNDLE.sub(rf'<script src="\1{addresses.MATERIAL_SCRIPT}"></script>\n      ', output, count=1)


def _empty_pages(env: Any, config: MkDocsConfig, files: Files, nav: Navigation) -> Iterator[str]:
    """Pages of the theme without content, one for each path to the site's root in its scripts."""
    empty = Page("", File.generated(config, "empty.md", content=""), config)
    empty.content, empty.meta, empty.toc = "", {}, TableOfContents([])
    roots = {get_relative_url(".", file.url) for file in files.documentation_pages()}
    for root in sorted({*roots, urlsplit(config.site_url or "/").path}):
        context = get_context(nav, [], config, page=empty)
        context["base_url"] = root
        rendered = env.get_template("main.html").render(context)
        for words in _with_scripts({"copyright": config.copyright, **config.extra}):
            # What a setting brings is no script of the theme.
            rendered = rendered.replace(words, "")
        yield rendered


def _with_scripts(value: Any) -> Iterator[str]:
    """Yields the words of settings that have a script in them."""
    if isinstance(value, str):
        yield from [value] if "<script" in value.lower() else []
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _with_scripts(each)
