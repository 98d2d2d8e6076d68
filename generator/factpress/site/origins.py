"""Which setting, plugin, hook or page a fault of a written page comes from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from inspect import getsourcefile
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from factpress.findings import Place, shown
from factpress.reading.written import Key, Written
from factpress.records.host import host
from factpress.site.tag_faults import TagFault
from factpress.site.traces import Traces

_FONTS = frozenset({"fonts.googleapis.com", "fonts.gstatic.com"})
_HIGHLIGHTING = "cdnjs.cloudflare.com"
_SETTINGS = ("theme", "extra", "extra_css", "extra_javascript", "plugins", "markdown_extensions", "repo_url")
_THEME = ("from the theme, or from a plugin that changes it", "turn off the part of the theme that has it")
# What is the same in a page's markup however a template fills it.
_FILLED = re.compile(r"\"[^\"]*\"|'[^']*'|=[^\s>]+")
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a fault comes from: its place, in words, and what to do there."""

    place: Place
    words: str
    help: str


@dataclass(frozen=True)
class Origins:
    """Finds where faults come from, by what `mkdocs.yml` says and what plugins did."""

    config: MkDocsConfig
    written: Written
    traces: Traces

    def of(self, fault: TagFault, *, file: File | None, content: str) -> Origin:
        """The origin of a fault in a page that is made of a file, with the content that the theme puts into it."""
        setting = self._setting(fault)
        if setting:
            return setting
        for change in self.traces.changes(file.src_uri if file else ""):
            if fault.source in change.after and fault.source not in change.before:
                return self.plugin(change.plugin)
        if file is not None and (fault.source in content or not file.is_documentation_page()):
            return self._file(file, fault)
        changed = [change.plugin for change in self.traces.changes(file.src_uri if file else "")]
        return (
            self._template(fault)
            or self._adder(fault.address)
            or (self.plugin(changed[0]) if changed else None)
            or Origin(self.written.at_key("theme"), *_THEME)
        )

    def plugin(self, name: str) -> Origin:
        """A plugin or hook as the origin."""
        hooks = [str(each) for each in self.written.get("hooks") or ()]
        if name in hooks:
            help = "remove the hook, or what it adds"
            return Origin(self.written.at("hooks", hooks.index(name)), f"from the hook {shown(name)}", help)
        words = f"from the plugin {shown(name)}"
        return Origin(self._plugin_place(name), words, "remove the plugin, or turn off the part of it that does this")

    def _setting(self, fault: TagFault) -> Origin | None:
        if fault.address:
            for keys in _keys_of(self.written.values, fault.address):
                if keys[0] in _SETTINGS:
                    help = "put the file under `docs/`, and name it here"
                    return Origin(self.written.at(*keys), f"from {shown(_top(keys))}", help)
        if host(fault.address).name in _FONTS or "--md-text-font" in fault.source:
            return Origin(self.written.at_key("theme", "font"), "from `theme.font`", "write `font: false` in `theme`")
        if host(fault.address).name == _HIGHLIGHTING and self.config.theme.get("highlightjs"):
            help = "write `highlightjs: false` in `theme`"
            return Origin(self.written.at_key("theme", "highlightjs"), "from `theme.highlightjs`", help)
        if "__md_analytics" in fault.source or '"__analytics"' in fault.source:
            return Origin(self.written.at_key("extra", "analytics"), "from `extra.analytics`", "remove it")
        return None

    def _adder(self, address: str) -> Origin | None:
        """The plugin whose program has an address that is in no setting: it adds it to what templates know."""
        for name, plugin in self.config.plugins.items() if address else ():
            source = getsourcefile(type(plugin))
            if source and address in Path(source).read_text("utf-8", errors="replace"):
                return self.plugin(name)
        for name in ("extra_javascript", "extra_css"):
            if address and address in map(str, self.config[name]):
                help = "remove the plugin that does this"
                return Origin(self.written.at_key(name), f"from `{name}`, to which a plugin adds it", help)
        return None

    def _plugin_place(self, name: str) -> Place:
        for entry in self.written.entries("plugins"):
            if isinstance(entry.name, str) and name.rpartition("/")[2] == entry.name.rpartition("/")[2]:
                return self.written.at_key(*entry.keys)
        return self.written.at_key("plugins")

    def _file(self, file: File, fault: TagFault) -> Origin:
        """The file that is published as it is, or that a page is made of."""
        if file.generated_by:
            return self.plugin(file.generated_by)
        path = Path(file.abs_src_path or Path(self.config.docs_dir, file.src_uri)).resolve()
        if not path.is_relative_to(self._root):
            return Origin(self.written.at_key("theme"), *_THEME)
        name = path.relative_to(self._root).as_posix()
        place = _place(name, path.read_text("utf-8", errors="replace"), fault) if path.is_file() else Place(name)
        return Origin(place, "from the file itself", "remove it from the file")

    def _template(self, fault: TagFault) -> Origin | None:
        """A template of the site's own theme folder that has what the fault is about."""
        parts = sorted((part for part in _FILLED.split(fault.source) if len(part) >= _SHORTEST), key=len)
        for path, text in self._templates.items():
            has_markup = fault.source in text or (parts and parts[-1] in text)
            if fault.address in text if fault.address else has_markup:
                return Origin(_place(path, text, fault), "from the template", "remove it from the template")
        return None

    @property
    def _root(self) -> Path:
        return Path(self.config.config_file_path or "mkdocs.yml").resolve().parent

    @cached_property
    def _templates(self) -> Mapping[str, str]:
        folder = self.config.theme.custom_dir
        if not folder:
            return {}
        root = self._root
        paths = sorted(path for path in Path(folder).rglob("*.html") if path.resolve().is_relative_to(root))
        return {path.resolve().relative_to(root).as_posix(): path.read_text("utf-8", "replace") for path in paths}


def _place(path: str, text: str, fault: TagFault) -> Place:
    """Where in a file the fault is; its beginning, if its markup is made of something else."""
    start = max(0, next((text.find(each) for each in (fault.source, fault.address) if each and each in text), 0))
    return Place(path, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))


def _keys_of(values: Any, value: str, keys: tuple[Key, ...] = ()) -> Iterator[tuple[Key, ...]]:
    """Yields the keys that lead to a value in the settings."""
    inner = values.items() if isinstance(values, Mapping) else enumerate(values) if isinstance(values, tuple) else ()
    for key, each in inner:
        if isinstance(each, str) and each.strip() == value.strip():
            yield (*keys, key)
        else:
            yield from _keys_of(each, value, (*keys, key))


def _top(keys: tuple[Key, ...]) -> str:
    """A setting's name as people write it: its keys without the numbers in lists."""
    return ".".join(str(key) for key in keys if not isinstance(key, int)).removesuffix(".path")
