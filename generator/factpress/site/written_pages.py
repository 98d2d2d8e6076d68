"""The findings of the last look: every page is looked at as it is written, and again where a plugin changed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from factpress.findings import Fault, shown
from factpress.reading.settings import Settings
from factpress.site.content_policy import ContentPolicy
from factpress.site.last_look import NO_POLICY, LastLook
from factpress.site.origins import Origin, Origins
from factpress.site.tag_faults import TagFault, TagJudge
from factpress.site.traces import Traces, stamps

KIND = "blocked-content"
_STYLED = re.compile(r"<[a-z][^<>{}]*\sstyle=\"[^\"<>{}]*\"[^<>{}]*>")


@dataclass
class WrittenPages:
    """What the last look found in the files of a site, and what it has seen of them.

    `seen` has the hash of each text that was looked at, by the path of its file in the site.
    """

    look: LastLook
    origins: Origins
    files: Mapping[str, File]
    seen: dict[str, int] = field(default_factory=dict)
    found: dict[tuple[Origin, TagFault], list[str]] = field(default_factory=dict)

    def page(self, output: str, page: Page) -> list[Fault]:
        """Looks at a page of prose or records before it is written."""
        return self._look(page.file.dest_uri, output, file=page.file, content=page.content or "")

    def template(self, output: str, name: str) -> list[Fault]:
        """Looks at a page that is made of a template alone."""
        return self._look(name, output, file=self.files.get(name), content="")

    def saw(self, name: str, text: str) -> None:
        """Notes the text with which a file is written, if it needs no other look."""
        self.seen[name] = hash(text)

    def again(self, site: Path) -> None:
        """Looks at all files of the site that are new or not as they were seen."""
        for name in sorted(stamps(site)):
            text = (site / name).read_bytes().decode("utf-8", "replace")
            if self.seen.get(name) == hash(text):
                continue
            known = {fault: origin for (origin, fault), names in self.found.items() if name in names}
            for key, names in self.found.items():
                # What was there before may be gone.
                self.found[key] = [each for each in names if each != name]
            writer = self.origins.traces.writers.get(name, "")
            self._look(name, text, file=self.files.get(name), content=text, writer=writer, known=known)

    def faults(self) -> Iterator[Fault]:
        """Yields each cause once, with the pages that have it."""
        for (origin, fault), names in self.found.items():
            if names:
                yield _fault(origin, fault, names)

    def _look(
        self,
        name: str,
        text: str,
        *,
        file: File | None,
        content: str,
        writer: str = "",
        known: Mapping[TagFault, Origin] | None = None,
    ) -> list[Fault]:
        """Looks at a file; with a `writer`, that plugin wrote it last, and what is not `known` comes from there."""
        self.saw(name, text)
        told = []
        for fault in self.look.faults(name, text):
            origin = (known or {}).get(fault)
            if origin is None and writer:
                origin = self.origins.plugin(writer)
            origin = origin or self.origins.of(fault, file=file, content=content)
            self.found.setdefault((origin, fault), []).append(name)
            told.append(_fault(origin, fault, [name]))
        self.origins.traces.ended()
        return told


def written_pages(
    config: MkDocsConfig,
    files: Files,
    *,
    policy: ContentPolicy,
    settings: Settings,
    hosts: Set[str],
    traces: Traces,
) -> WrittenPages:
    """The last look at a site with this policy, on these hosts; `traces` has what plugins did so far."""

    @cache
    def styled_by_theme() -> frozenset[str]:
        return frozenset(_styled_tags(config))

    look = LastLook(policy, TagJudge(frozenset(hosts)), lambda tag: tag in styled_by_theme())
    return WrittenPages(look, Origins(config, settings.written, traces), {file.dest_uri: file for file in files})


def _styled_tags(config: MkDocsConfig) -> Iterator[str]:
    """Yields the tags with an inline style in the engine's own theme, as they are in its templates."""
    for folder in config.theme.dirs:
        if folder != config.theme.custom_dir:
            for path in Path(folder).rglob("*.html"):
                yield from _STYLED.findall(path.read_text("utf-8", "replace"))


def _fault(origin: Origin, fault: TagFault, names: list[str]) -> Fault:
    first, others = shown(names[0]), len(set(names)) - 1
    where = f"{first} and {others:,} more have" if others else f"{first} has"
    help = origin.help
    if fault.why == NO_POLICY:
        help = f'begin its head with `<meta charset="utf-8">`; or {help}'
    what = f": {shown(fault.source)}" if fault.source else ""
    return Fault(KIND, origin.place, f"{where} {fault.why}, {origin.words}{what}", help)
