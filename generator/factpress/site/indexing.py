"""What plugins that index pages for a search are given: of a claim's page more than the page shows."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from factpress import addresses
from factpress.pages.words.hits import Hit
from factpress.site.record_page import RecordPage

_TITLE = re.compile(r"(<h1\b[^<>]*>)(.*?)(</h1>)", re.DOTALL)
_NEXT = re.compile(r"<h2\b[^<>]*>")
# By a page's folder; its lists count as usual. A word in a title counts a thousandfold: what a claim says comes before
# the names of rules and fields, and behind the title of a guide.
_BOOSTS: dict[str, float] = {"claims": 10, "contribute": 10, "entities": 8, "explainers": 8, "sources": 3}
_BOOSTS |= {"guides": 0.05, "method": 0.05, "records": 0.005, "rules": 0.005}


class Indexing:
    """Events of the plugin: the content of a page is another one while other plugins index it."""

    _hit: Sequence[tuple[str, str]] = ()
    _title: object = None

    @event_priority(100)  # before plugins that index pages
    def _on_indexing(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Puts what is checked before what explains the site, and what finds a claim into its page."""
        _boost(page)
        hit = page.rendered.hit if isinstance(page, RecordPage) else None
        self._hit = _changes(page.content or "", hit) if hit else ()
        for now, then in self._hit:
            page.content = (page.content or "").replace(now, then, 1)
        if hit:
            # A heading without an anchor begins no entry: the entry of the page has the page's title.
            self._title, page.meta["title"] = page.meta.get("title"), html.escape(hit.title)

    @event_priority(-100)  # after plugins that index pages
    def _on_indexed(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> None:
        """Makes the content what it was; what others changed elsewhere in it stays."""
        for now, then in self._hit:
            page.content = (page.content or "").replace(then, now, 1)
        if self._title is not None:
            page.meta["title"], self._title = self._title, None

    on_page_context = CombinedEvent(_on_indexing, _on_indexed)


def _boost(page: Page) -> None:
    """Sets how much a page counts; what its front matter says, or a plugin, stays."""
    folder = page.file.src_uri.partition("/")[0]
    is_list = isinstance(page, RecordPage) and page.rendered.is_list and folder in addresses.FOLDERS.values()
    boost = None if is_list else _BOOSTS.get(folder)
    if boost and isinstance(search := page.meta.setdefault("search", {}), dict):
        search.setdefault("boost", boost)


def _changes(content: str, hit: Hit) -> list[tuple[str, str]]:
    """What is replaced: the heading by the title of the hit; the words that find it come before the next heading."""
    found = _TITLE.search(content)
    if found is None:
        return []
    opened, _, closed = found.groups()
    title = f"{opened}{html.escape(hit.title, quote=False)}{closed}"
    words = f"<p>{html.escape(hit.words, quote=False)}</p>"
    after = _NEXT.search(content, found.end())
    return [(found[0], title), (after[0], words + after[0])] if after else [(found[0], title + words)]
