"""What other plugins and hooks did to a page, so that a fault in it can name the one that put it there."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.plugins import PluginCollection

# Events that change a page's text, and the one after which files may be written unseen.
_CHANGES = ("page_content", "post_page", "post_template")
_WRITES = "post_build"
# File systems may date a file a little earlier than the clock.
_SLACK = 20_000_000


@dataclass(frozen=True, slots=True)
class Change:
    """One plugin's change of a page's text."""

    plugin: str
    before: str
    after: str


@dataclass
class Traces:
    """The changes of the page that is processed, and of the content of all pages; when plugins wrote files at the end.

    `content` has changes that need a closer look, by the page's file under `docs/`.
    """

    is_clean: Callable[[str], bool]
    content: dict[str, list[Change]] = field(default_factory=dict)
    page: list[Change] = field(default_factory=list)
    writing: list[tuple[str, int, int]] = field(default_factory=list)

    def watch(self, plugins: PluginCollection, own: str) -> None:
        """Follows every plugin and hook but our own, which comes last in each of these events."""
        for event in (*_CHANGES, _WRITES):
            methods = plugins.events[event]
            # Hooks are registered after plugins, so ours with the lowest priority may have some behind it.
            methods.sort(key=lambda method: plugins._event_origins.get(method) == own)
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

    def writer(self, path: Path) -> str:
        """The plugin that wrote a file at the end of the build; empty if none did."""
        written = path.stat().st_mtime_ns
        spans = reversed(self.writing)
        return next((name for name, start, end in spans if start - _SLACK <= written <= end + _SLACK), "")


class _Followed:
    """A plugin's method for an event, whose changes are noted."""

    def __init__(self, method: Callable[..., Any], event: str, plugin: str, traces: Traces) -> None:
        self.method, self.event, self.plugin, self.traces = method, event, plugin, traces

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        start = time.time_ns()
        result = self.method(*arguments, **named)
        if self.event == _WRITES:
            self.traces.writing.append((self.plugin, start, time.time_ns()))
        elif isinstance(result, str) and result != arguments[0]:
            change = Change(self.plugin, arguments[0], result)
            if self.event != "page_content":
                self.traces.page.append(change)
            elif not self.traces.is_clean(result):
                self.traces.content.setdefault(named["page"].file.src_uri, []).append(change)
        return result
