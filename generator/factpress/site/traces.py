"""What other plugins and hooks did to a page, so that a fault in it can name the one that put it there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.plugins import PluginCollection
from mkdocs.structure.pages import Page

from factpress.site.last_look import LOOKED_AT

# Events that change a page's text, and the one after which files may be written unseen.
_CHANGES = ("page_content", "page_context", "post_page", "post_template")
_WRITES = "post_build"


@dataclass(frozen=True, slots=True)
class Change:
    """One plugin's change of a page's text."""

    plugin: str
    before: str
    after: str


@dataclass
class Traces:
    """The changes of the page that is processed, and of the content of all pages; who wrote files at the end.

    `content` has changes that need a closer look, by the page's file under `docs/`. `writers` has plugins by the paths
    of the files that they wrote after all pages; `stamps` is how the files were before the plugin that writes now.
    """

    is_clean: Callable[[str], bool]
    content: dict[str, list[Change]] = field(default_factory=dict)
    page: list[Change] = field(default_factory=list)
    stamps: Mapping[str, tuple[int, int]] | None = None
    writers: dict[str, str] = field(default_factory=dict)

    def watch(self, plugins: PluginCollection, own: str) -> None:
        """Follows every plugin and hook but our own, which comes last in each of these events if it is to come late."""

        def is_last(method: Any) -> bool:
            return plugins._event_origins.get(method) == own and getattr(method, "mkdocs_priority", 0) <= 0

        for event in (*_CHANGES, _WRITES):
            methods = plugins.events[event]
            # Hooks are registered after plugins, so ours with the lowest priority may have some behind it.
            methods.sort(key=is_last)
            for n, method in enumerate(methods):
                name = plugins._event_origins.get(method, "")
                if isinstance(method, _Followed):
                    method.traces = self
                elif name != own:
                    methods[n] = _Followed(method, event, name, self)
                    plugins._event_origins[methods[n]] = name

    def ended(self) -> None:
        """Forgets the changes of the page that was processed."""
        self.page.clear()

    def changes(self, file: str) -> Iterator[Change]:
        """Yields the changes of the page that is processed, made of this file, the last first."""
        yield from reversed(self.page)
        yield from reversed(self.content.get(file, ()))

    def followed(self, plugin: str, site: Path, writes: Callable[[], Any]) -> Any:
        """Lets a plugin write its files, and notes which they are."""
        before = self.stamps if self.stamps is not None else stamps(site)
        result = writes()
        self.stamps = stamps(site)
        self.writers.update((path, plugin) for path, stamp in self.stamps.items() if before.get(path) != stamp)
        return result


def stamps(site: Path) -> Mapping[str, tuple[int, int]]:
    """When each file of a site that is looked at was written, and its size, by its path in the site."""
    found: dict[str, tuple[int, int]] = {}
    waiting = [("", str(site))]
    while waiting:
        above, folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{above}{entry.name}/", entry.path))
                elif entry.name.lower().endswith(LOOKED_AT) and entry.is_file():
                    at = entry.stat()
                    found[above + entry.name] = (at.st_mtime_ns, at.st_size)
    return found


class _Followed:
    """A plugin's method for an event, whose changes are noted."""

    def __init__(self, method: Callable[..., Any], event: str, plugin: str, traces: Traces) -> None:
        self.method, self.event, self.plugin, self.traces = method, event, plugin, traces
        self.mkdocs_priority = getattr(method, "mkdocs_priority", 0)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if self.event == _WRITES:
            return self.traces.followed(self.plugin, Path(named["config"].site_dir), lambda: self.method(**named))
        if self.event == "page_context":
            before = _words(named["page"])
            result = self.method(*arguments, **named)
            self.traces.page.append(Change(self.plugin, before, _words(named["page"])))
            return result
        result = self.method(*arguments, **named)
        if isinstance(result, str) and result != arguments[0]:
            change = Change(self.plugin, arguments[0], result)
            if self.event != "page_content":
                self.traces.page.append(change)
            elif not self.traces.is_clean(result):
                self.traces.content.setdefault(named["page"].file.src_uri, []).append(change)
        return result


def _words(page: Page) -> str:
    """What a template is given of a page, in one text."""
    return "\n".join(map(str, (page.content, page.title, *page.meta.values())))
