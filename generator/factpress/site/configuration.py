"""Reads `mkdocs.yml` once, with the engine's own reader, for every command that needs it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from factpress.findings import Fault, Place, shown, spelt
from factpress.reading.settings import Dialect, Settings, inherited, no_mapping, unreadable
from factpress.reading.tree import read_bytes
from factpress.reading.unable import NoSettings
from factpress.reading.written import NAME, Unread, Written, plain
from factpress.site import installed, wrong_settings
from factpress.site.wrong_settings import PLUGIN

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

MOST_BYTES = 256 * 1024
_DEFAULT = Settings()
# Functions in options that a check may call: they make icons, code blocks and ids, and do nothing else.
_FUNCTIONS = frozenset({
    "material.extensions.emoji.to_svg", "material.extensions.emoji.twemoji", "pymdownx.emoji.emojione",
    "pymdownx.emoji.gemoji", "pymdownx.emoji.to_alt", "pymdownx.emoji.to_png", "pymdownx.emoji.to_svg",
    "pymdownx.emoji.twemoji", "pymdownx.slugs.slugify", "pymdownx.superfences.fence_code_format",
    "pymdownx.superfences.fence_div_format",
})  # fmt: skip
# Parts of the names of extensions that read other files, or the network.
_READERS = ("snippets", "b64", "include")


@dataclass(frozen=True)
class Configuration:
    """A project's `mkdocs.yml` as it was read; `data` is `None` if there is no such file.

    `parents` are the files that it inherits from, by their paths from the project's root; `fault` is why one of them
    can't be read.
    """

    root: Path
    data: bytes | None
    parents: tuple[tuple[str, bytes], ...] = ()
    name: str = NAME
    fault: Fault | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self.root / self.name

    @property
    def inherited(self) -> tuple[str, ...]:
        """The files that it inherits from, by their paths from the project's root."""
        return tuple(path for path, _ in self.parents)

    @cached_property
    def settings(self) -> Settings:
        """The settings that reading needs: the same as in the engine's whole configuration, without theme and plugins.

        A check runs no code of the project, and reads nothing but the project. So it leaves out extensions that read
        other files or are modules of the project, and options with functions or folders that only the engine can
        resolve; if a site uses one of these, its build checks once more, with the engine's own settings. Where the
        file can't be used the defaults take its place, and `faults` says why.
        """
        written = self.written
        if self.unusable is not None:
            return Settings(written=written, faults=(self.unusable,), is_known=False, is_prose_known=False)
        plugins, wrong = wrong_settings.entries(written, ("plugins",))
        own = next((entry.inside for entry in plugins if entry.name == PLUGIN), ())
        # Where our plugin is not found, what is wrong in the list may be why.
        facts, no_facts = _DEFAULT.facts, wrong
        if own:
            at = (*own, "facts")
            facts, no_facts = wrong_settings.folder(written, at, default=_DEFAULT.facts, root=self.root)
        docs, no_docs = wrong_settings.folder(written, ("docs_dir",), default=_DEFAULT.docs, root=self.root)
        dialect, no_dialect = self._dialect()
        unsure = (*no_facts, *no_docs)
        others = [*(wrong if own else ()), *wrong_settings.others(written, plugins, own)]
        return Settings(
            facts,
            docs,
            dialect,
            written,
            (*unsure, *no_dialect, *others),
            is_known=not unsure,
            is_prose_known=not (unsure or no_dialect),
        )

    @property
    def written(self) -> Written:
        """What the file says, with the place of each setting; nothing if it can't be used."""
        return self._read[1]

    @property
    def unusable(self) -> Fault | None:
        """Why the file can't be used at all."""
        return self._read[2]

    @cached_property
    def _read(self) -> tuple[Mapping[str, Any], Written, Fault | None]:
        """The file's values, as the engine reads them and as rules do, or why there are none."""
        files = ((self.name, self.data or b""), *self.parents)
        texts = tuple((path, data.decode("utf-8-sig", "replace")) for path, data in files)
        try:
            if self.fault is not None or self.data is None:
                return {}, Written(files=texts if self.data else ()), self.fault
            values = self._values()
            return values, Written(plain(values), texts), None
        except NoSettings as error:
            return {}, Written(files=texts), error.fault
        except (ValueError, RecursionError) as error:
            return {}, Written(files=texts), self._unreadable(error).fault

    def _dialect(self) -> tuple[Dialect, list[Fault]]:
        """The extensions that a check loads, with their options, and what is wrong with the names of all."""
        named, faults = wrong_settings.entries(self.written, ("markdown_extensions",))
        configs = _options(self._read[0].get("markdown_extensions"))
        found: list[str] = []
        for entry in named:
            is_left_out, wrong = wrong_settings.extension(self.written, entry, self.root, reads=_reads(entry.name))
            faults += wrong
            if not is_left_out and not wrong:
                found.append(entry.name)
        options = {name: configs[name] for name in found if configs.get(name) and not _is_unread(configs[name])}
        return Dialect(tuple(dict.fromkeys([*_DEFAULT.dialect.extensions, *found])), options), faults

    def engine(self, *, strict: bool, site_dir: Path) -> MkDocsConfig:
        """The engine's whole configuration, validated, with its theme and plugins.

        Raises the engine's own exceptions.
        """
        from mkdocs.config import load_config

        return load_config(
            self._file(), config_file_path=str(self.path.resolve()), strict=strict or None, site_dir=str(site_dir)
        )

    def _values(self) -> Mapping[str, Any]:
        """The file's values, with those that it inherits, as far as no object has to be made; raises `NoSettings`."""
        import yaml
        from mkdocs.exceptions import ConfigurationError
        from mkdocs.utils.yaml import get_yaml_loader, yaml_load
        from yaml.constructor import ConstructorError

        class Loader(get_yaml_loader(yaml.CSafeLoader)):  # type: ignore[misc] # made by a function of the engine
            """The engine's own loader, which says where a value is that can't be made."""

            def construct_object(self, node: Any, deep: bool = False) -> Any:
                try:
                    return super().construct_object(node, deep)
                except (ValueError, TypeError, AttributeError, LookupError):
                    words = f"{shown(node.value)} is not a value" if isinstance(node, yaml.ScalarNode) else "no value"
                    raise ConstructorError(None, None, words, node.start_mark) from None

        # The engine's own loader makes any object and calls any function that a tag names.
        Loader.add_constructor("!relative", lambda *node: Unread())
        Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda _, name, node: self._function(name))
        Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *node: Unread())
        try:
            said = yaml_load(self._file(), Loader)
        except (ConfigurationError, ValueError, TypeError, AttributeError, RecursionError, OSError) as error:
            raise self._unreadable(error.__context__ or error) from None
        if not isinstance(said, Mapping):
            raise no_mapping(self.name)
        return said

    def _function(self, name: str) -> Any:
        """A function in an option, if a check may call it."""
        if name not in _FUNCTIONS:
            return Unread()
        module, _, function = name.rpartition(".")
        return getattr(installed.module(module, self.root), function)

    def _file(self) -> IO[bytes]:
        file = io.BytesIO(self.data or b"")
        # The engine resolves INHERIT from where the file is.
        file.name = str(self.path)
        return file

    def _unreadable(self, error: BaseException) -> NoSettings:
        """What is wrong with a file's text, at the place that the parser names."""
        words = " ".join(str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).split())
        # A list or a mapping in brackets that is not closed is shown where it begins.
        is_open = "flow" in (getattr(error, "context", None) or "")
        names = ("problem_mark", "context_mark") if is_open else ("context_mark", "problem_mark")
        places = [self._at_byte(getattr(error, "position", None))]
        for mark in (getattr(error, name, None) for name in names):
            place = self._place(mark) if mark is not None else None
            if place is not None:
                places.append(place)
        return unreadable(places[-1], f"this can't be read: {spelt(words)}", help="correct the YAML of the file")

    def _at_byte(self, position: int | None) -> Place:
        """Where a byte of the file is that is no text; the file itself if the parser names none."""
        before = (self.data or b"")[: position or 0].split(b"\n")
        return Place(self.name, len(before), len(before[-1].decode("utf-8", "replace")) + 1)

    def _place(self, mark: Any) -> Place | None:
        """A parser's mark as a place; nothing after the end of the file."""
        path = posixpath.relpath(Path(mark.name).as_posix(), self.root.as_posix())
        text = dict(((self.name, self.data or b""), *self.parents)).get(path, b"")
        return Place(path, mark.line + 1, mark.column + 1) if mark.line < len(text.splitlines()) else None


def configuration(root: Path, name: str = NAME) -> Configuration:
    """A project's `mkdocs.yml`, read; it never raises."""
    # Each file is read once, whoever asks.
    read = cache(lambda path: _bytes(root, path))
    data = None
    try:
        data = read(name)
        parents = tuple((path, read(path) or b"") for path in inherited(name, read))
    except NoSettings as error:
        return Configuration(root, data or b"", (), name, error.fault)
    return Configuration(root, data, parents, name)


def settings(root: Path) -> Settings:
    """The settings that reading needs, from a project's `mkdocs.yml`; raises `NoSettings` if they can't be used."""
    found = configuration(root).settings
    if not found.is_prose_known:
        raise NoSettings(found.faults[0])
    return found


def settings_of(config: MkDocsConfig, *, facts: str, checked: Settings | None = None) -> Settings:
    """The same settings, from the engine's whole configuration after plugins changed it.

    What the file says is in `checked`, if a check of this process has read it.
    """
    file = Path(config.config_file_path or NAME).resolve()
    docs = posixpath.relpath(Path(config.docs_dir).resolve().as_posix(), file.parent.as_posix())
    dialect = Dialect(
        tuple(config.markdown_extensions),
        {name: config for name, config in (config.mdx_configs or {}).items() if config},
    )
    if checked is not None:
        return Settings(facts, docs, dialect, checked.written)
    own = configuration(file.parent, file.name)
    # The engine has loaded everything else.
    faults = () if own.unusable is None else (own.unusable,)
    return Settings(facts, docs, dialect, own.written, faults, is_known=not faults)


def _is_unread(value: object) -> bool:
    """Whether a value, or a part of it, is one that only the engine makes."""
    if isinstance(value, Mapping):
        return any(map(_is_unread, value.values()))
    return any(map(_is_unread, value)) if isinstance(value, list) else isinstance(value, Unread)


def _reads(extension: str) -> bool:
    """Whether an extension reads other files, or the network."""
    return any(part in extension for part in _READERS)


def _bytes(root: Path, path: str) -> bytes | None:
    """A plain file's bytes, up to the limit; nothing if there is no such file. Raises `NoSettings`."""
    file = Path(posixpath.normpath((root / path).as_posix()))
    try:
        data = read_bytes(file, limit=MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        if file.is_symlink():
            found, help = "this is a symbolic link, and links are never followed", "commit the file itself"
        else:
            words = error.strerror or str(error)
            found, help = f"this can't be read: {words[:1].lower()}{words[1:]}", "replace it with a plain file"
        raise unreadable(Place(path), found, help=help) from None
    if len(data) > MOST_BYTES:
        found, help = f"this has more than {MOST_BYTES:,} bytes", "remove what is not a setting"
        raise unreadable(Place(path), found, help=help)
    return data


def _options(listed: object) -> dict[Any, Any]:
    """A list of names, some with options, or a mapping of them, as a mapping: the engine accepts both."""
    if isinstance(listed, Mapping):
        return dict(listed)
    items = listed if isinstance(listed, list) else []
    return {name: options for item in items if isinstance(item, Mapping) for name, options in item.items()}
