"""What other plugins and hooks do to a site: pages that they add, change or lose."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from factpress.book import Book
from factpress.findings import listed, shown
from factpress.pipeline import Checked
from factpress.reading.prose import front_matter
from factpress.records.page import Page as Prose
from factpress.site.record_page import RecordPage, made_from
from factpress.site.rewritten import added, as_markdown, targets

_NO_TEXT = (AssertionError, OSError, UnicodeDecodeError)


def prose_of(file: File, book: Book) -> Prose | None:
    """The page of prose that was checked and whose file this is."""
    return book.pages.get(file.src_uri.rpartition(".")[0])


def refuse_taken(file: File, found: Checked) -> None:
    """Raises `PluginError` if a plugin, and no file of prose, has the address of a record's page."""
    if made_from(file, found.settings.docs) not in found.documents:
        raise PluginError(
            f"factpress: a plugin made {shown(file.src_uri)}, which is the address of a page made from records"
        )


def refuse_copies(pages: Iterable[RecordPage], files: Files, config: MkDocsConfig) -> None:
    """Raises `PluginError` if a plugin replaced the files of records' pages: the others have no content."""
    there = {id(file.page) for file in files}
    lost = [page for page in pages if id(page) not in there]
    if lost:
        names = listed(_with_event(config, "on_files"), last="or")
        raise PluginError(
            f"factpress: a plugin replaced {shown(lost[0].file.src_uri)}, a page made from records, with a file; "
            f"it can't be used beside factpress: remove {names or 'it'}"
        )


def _with_event(config: MkDocsConfig, event: str) -> Iterator[str]:
    """The names of plugins and hooks, other than ours, that have a method for an event."""
    for name, plugin in config.plugins.items():
        own = getattr(type(plugin) if isinstance(plugin, BasePlugin) else plugin, event, None)
        is_ours = type(plugin).__module__.startswith("factpress.")
        if own is not None and own is not getattr(BasePlugin, event, None) and not is_ours:
            yield name


def with_front_matter(file: File, markdown: str) -> str:
    """The text of a page that a plugin added, with the front matter of its file, if it has one."""
    try:
        text = file.content_string
    except _NO_TEXT:
        return markdown
    return text[: front_matter(text)[1]] + markdown


def rewritten(
    files: Files, converted: Mapping[str, str], changed: Mapping[str, str], found: Checked
) -> Mapping[str, str]:
    """The texts of pages to whose titles or HTML a plugin or hook added words, with these words, by their paths.

    `converted` has the HTML that the engine made of each page, by its file, and `changed` the texts that differ
    from those that were checked.
    """
    texts = {}
    for file in files.documentation_pages():
        page, before = file.page, converted.get(file.src_uri)
        if page is None or before is None:
            continue
        path = made_from(file, found.settings.docs)
        more = [as_markdown(words) for words in _retitled(page, prose_of(file, found.book))]
        if page.content != before:
            target = targets(found.book, file.url, directory_urls=file.use_directory_urls)
            more += added(before, page.content or "", target)
        if more:
            texts[path] = "\n\n".join([changed.get(path, found.texts.get(path, "")), *more])
    return texts


def _retitled(page: Page, prose: Prose | None) -> list[str]:
    """The title and the description of a page, where they are not those in the front matter that was checked."""
    if prose is None:
        return []
    given = [(page.meta.get(name), getattr(prose, name)) for name in ("title", "description")]
    return [words for words, checked in given if isinstance(words, str) and _plain(words) != _plain(checked or "")]


def _plain(words: str) -> list[str]:
    """The words, whether they are escaped already or not."""
    return html.unescape(words).split()
