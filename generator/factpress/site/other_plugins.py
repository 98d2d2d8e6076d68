"""What other plugins and hooks do to a site: pages that they add, change or lose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from factpress.findings import listed, shown
from factpress.reading.prose import front_matter
from factpress.records.page import Page as Prose
from factpress.site.record_page import RecordPage

_NO_TEXT = (AssertionError, OSError, UnicodeDecodeError)


def refuse_copies(pages: Iterable[RecordPage], files: Files, config: MkDocsConfig) -> None:
    """Raises `PluginError` if a plugin replaced the files of records' pages: the copies have no content."""
    there = {id(file.page) for file in files}
    lost = [page for page in pages if id(page) not in there]
    if lost:
        names = listed(_with_event(config, "on_files"), last="or")
        raise PluginError(
            f"factpress: a plugin replaced {shown(lost[0].file.src_uri)}, made from a record, with a file that has no "
            f"content; it can't be used beside factpress: remove {names or 'it'}"
        )


def _with_event(config: MkDocsConfig, event: str) -> Iterator[str]:
    """The names of plugins and hooks, other than ours and the search, that have a method for an event."""
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


def retitled(page: Page, prose: Prose | None) -> list[str]:
    """The title and the description of a page, where they are not those in the front matter that was checked."""
    if prose is None:
        return []
    given = [(page.meta.get(name), getattr(prose, name)) for name in ("title", "description")]
    return [words for words, checked in given if isinstance(words, str) and words.split() != (checked or "").split()]
