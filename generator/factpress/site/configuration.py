"""Reads `mkdocs.yml` once, with the engine's own reader, for every command that needs it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from factpress.reading.settings import Dialect, Settings, inherited
from factpress.reading.tree import read_bytes
from factpress.reading.unable import NoSettings
from factpress.reading.written import NAME, Unread, Written, plain

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

    `parents` are the files that it inherits from, by their paths from the project's root.
    """

    root: Path
    data: bytes | None
    parents: tuple[tuple[str, bytes], ...] = ()
    name: str = NAME

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

        A check runs no code of the project, and reads nothing but the project. So it leaves out extensions
        that read other files, and options with functions or folders that only the engine can resolve; if a site uses
        one of these, its build checks once more, with the engine's own settings. Raises `NoSettings` if the file
        can't be read or has an unusable value.
        """
        if self.data is None:
            return Settings()
        written, said = self.written, self._loaded
        facts = _options(said.get("plugins"), self.path).get("factpress") or {}
        folder = facts.get("facts", _DEFAULT.facts) if isinstance(facts, Mapping) else _DEFAULT.facts
        docs = said.get("docs_dir") or _DEFAULT.docs
        named = _options(said.get("markdown_extensions"), self.path)
        configs = {name: config for name, config in named.items() if not any(part in name for part in _READERS)}
        extensions = tuple(dict.fromkeys([*_DEFAULT.dialect.extensions, *configs]))
        dialect = Dialect(
            extensions, {name: config for name, config in configs.items() if config and not _is_unread(config)}
        )
        return Settings(self._folder("facts", folder), self._folder("docs_dir", docs), dialect, written)

    @cached_property
    def written(self) -> Written:
        """What the file says, with the place of each setting; raises `NoSettings` if it can't be read."""
        if self.data is None:
            return Written()
        files = ((self.name, self.data), *self.parents)
        texts = tuple((path, data.decode("utf-8-sig", "replace")) for path, data in files)
        try:
            return Written(plain(self._loaded), texts)
        except (ValueError, RecursionError) as error:
            raise NoSettings(f"{self.path}: {_one_line(error)}") from None

    def engine(self, *, strict: bool, site_dir: Path) -> MkDocsConfig:
        """The engine's whole configuration, validated, with its theme and plugins.

        Raises the engine's own exceptions.
        """
        from mkdocs.config import load_config

        return load_config(
            self._file(), config_file_path=str(self.path.resolve()), strict=strict or None, site_dir=str(site_dir)
        )

    @cached_property
    def _loaded(self) -> Mapping[str, Any]:
        """The file's values, with those that it inherits."""
        import yaml
        from mkdocs.exceptions import ConfigurationError
        from mkdocs.utils.yaml import get_yaml_loader, yaml_load

        # The engine's own loader makes any object and calls any function that a tag names.
        loader = get_yaml_loader(yaml.CSafeLoader)
        loader.add_constructor("!relative", lambda *node: Unread())
        loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda _, name, node: _function(name))
        loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *node: Unread())
        try:
            said = yaml_load(self._file(), loader)
        except ConfigurationError as error:
            raise NoSettings(f"{self.path}: {_one_line(error.__context__ or error)}") from None
        except (ValueError, TypeError, AttributeError, RecursionError, OSError) as error:
            raise NoSettings(f"{self.path}: {_one_line(error)}") from None
        if not isinstance(said, Mapping):
            raise NoSettings(f"{self.path} contains no settings: write `site_name: …` and others")
        return said

    def _file(self) -> IO[bytes]:
        file = io.BytesIO(self.data or b"")
        # The engine resolves INHERIT from where the file is.
        file.name = str(self.path)
        return file

    def _folder(self, name: str, value: object) -> str:
        """A folder of the project, from its root."""
        if not isinstance(value, str) or not value.strip():
            raise NoSettings(f"{self.path}: `{name}` is not the name of a folder")
        root = self.root.resolve()
        folder = posixpath.relpath((root / value).as_posix(), root.as_posix())
        if folder == "." or folder.startswith(".."):
            raise NoSettings(f"{self.path}: `{name}` is not a folder inside the project")
        return folder


def configuration(root: Path, name: str = NAME) -> Configuration:
    """A project's `mkdocs.yml`, read; raises `NoSettings` if it exists and can't be read."""
    # Each file is read once, whoever asks.
    reader = cache(lambda path: _bytes(Path(path)))
    path = str(root / name)
    parents = tuple((posixpath.relpath(parent, root), reader(parent) or b"") for parent in inherited(path, reader))
    return Configuration(root, reader(path), parents, name)


def settings(root: Path) -> Settings:
    """The settings that reading needs, from a project's `mkdocs.yml`; raises `NoSettings`."""
    return configuration(root).settings


def settings_of(config: MkDocsConfig, *, facts: str) -> Settings:
    """The same settings, from the engine's whole configuration after plugins changed it."""
    file = Path(config.config_file_path or NAME).resolve()
    root = file.parent
    docs = posixpath.relpath(Path(config.docs_dir).resolve().as_posix(), root.as_posix())
    configs = {name: config for name, config in (config.mdx_configs or {}).items() if config}
    written = configuration(root, file.name).written
    return Settings(facts, docs, Dialect(tuple(config.markdown_extensions), configs), written)


def _is_unread(value: object) -> bool:
    """Whether a value, or a part of it, is one that only the engine makes."""
    if isinstance(value, Mapping):
        return any(map(_is_unread, value.values()))
    return any(map(_is_unread, value)) if isinstance(value, list) else isinstance(value, Unread)


def _function(name: str) -> Any:
    module, _, function = name.rpartition(".")
    return getattr(import_module(module), function) if name in _FUNCTIONS else Unread()


def _bytes(path: Path) -> bytes | None:
    """A plain file's bytes, up to the limit; nothing if there is no such file. Raises `NoSettings`."""
    try:
        data = read_bytes(path, limit=MOST_BYTES + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NoSettings(f"{path} can't be read: {error.strerror or error}") from None
    if len(data) > MOST_BYTES:
        raise NoSettings(f"{path} is larger than {MOST_BYTES:,} bytes")
    return data


def _options(listed: object, path: Path) -> dict[str, Any]:
    """A list of names, some with options, or a mapping of them, as a mapping: the engine accepts both."""
    if listed is None:
        return {}
    pairs: list[tuple[Any, Any]] = []
    if isinstance(listed, Mapping):
        pairs = list(listed.items())
    elif isinstance(listed, list):
        for one in listed:
            pairs += list(one.items()) if isinstance(one, Mapping) else [(one, None)]
    if (not pairs and listed) or not all(isinstance(name, str) for name, _ in pairs):
        raise NoSettings(f"{path}: plugins and extensions are a list of names, some with options")
    return dict(pairs)


def _one_line(error: BaseException) -> str:
    """What went wrong, and where, in one line."""
    mark = getattr(error, "problem_mark", None)
    words = " ".join(str(getattr(error, "problem", None) or getattr(error, "message", None) or error).split())
    return f"line {mark.line + 1}, column {mark.column + 1}: {words}" if mark else words
