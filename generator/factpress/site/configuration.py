"""Reads `mkdocs.yml` once, with the engine's own reader, for every command that needs it."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from factpress.findings import shown
from factpress.reading.settings import Dialect, Settings
from factpress.reading.tree import read_bytes
from factpress.reading.unable import NoSettings

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NAME = "mkdocs.yml"
MOST_BYTES = 256 * 1024
_DEFAULT = Settings()


@dataclass(frozen=True)
class Configuration:
    """A project's `mkdocs.yml` as it was read; `data` is `None` if there is no such file."""

    root: Path
    data: bytes | None

    @property
    def path(self) -> Path:
        """The file."""
        return self.root / NAME

    @cached_property
    def settings(self) -> Settings:
        """The settings that reading needs: the same as in the engine's whole configuration, without theme and plugins.

        Raises `NoSettings` if the file can't be read or has an unusable value.
        """
        if self.data is None:
            return Settings()
        said = self._loaded()
        facts = _options(said.get("plugins"), self.path).get("factpress") or {}
        folder = facts.get("facts", _DEFAULT.facts) if isinstance(facts, Mapping) else _DEFAULT.facts
        docs = said.get("docs_dir") or _DEFAULT.docs
        configs = _options(said.get("markdown_extensions"), self.path)
        extensions = tuple(dict.fromkeys([*_DEFAULT.dialect.extensions, *configs]))
        dialect = Dialect(extensions, {name: config for name, config in configs.items() if config})
        return Settings(self._folder("facts", folder), self._folder("docs_dir", docs), dialect)

    def engine(self, *, strict: bool, site_dir: Path) -> MkDocsConfig:
        """The engine's whole configuration, validated, with its theme and plugins.

        Raises the engine's own exceptions.
        """
        from mkdocs.config import load_config

        return load_config(
            self._file(), config_file_path=str(self.path.resolve()), strict=strict or None, site_dir=str(site_dir)
        )

    def _loaded(self) -> Mapping[str, Any]:
        """The file's values, with those that it inherits."""
        import yaml
        from mkdocs.exceptions import ConfigurationError
        from mkdocs.utils.yaml import get_yaml_loader, yaml_load

        class Loader(get_yaml_loader(yaml.CFullLoader)):  # type: ignore[misc] # the engine makes the class
            """The engine's loader, without the tags that run code: a check runs no code of the project."""

            def find_python_name(self, name: str, mark: Any, unsafe: bool = False) -> Any:
                """What a name in an installed module refers to, such as an extension's function."""
                return super().find_python_name(name, mark, unsafe=True)

        try:
            said = yaml_load(self._file(), Loader)
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
            raise NoSettings(f"{self.path}: `{name}` is {shown(value)}, which is not a folder inside the project")
        return folder


def configuration(root: Path) -> Configuration:
    """A project's `mkdocs.yml`, read; raises `NoSettings` if it exists and can't be read."""
    try:
        data = read_bytes(root / NAME, limit=MOST_BYTES + 1)
    except FileNotFoundError:
        return Configuration(root, None)
    except OSError as error:
        raise NoSettings(f"{root / NAME} can't be read: {error.strerror or error}") from None
    if len(data) > MOST_BYTES:
        raise NoSettings(f"{root / NAME} is larger than {MOST_BYTES:,} bytes")
    return Configuration(root, data)


def settings(root: Path) -> Settings:
    """The settings that reading needs, from a project's `mkdocs.yml`; raises `NoSettings`."""
    return configuration(root).settings


def settings_of(config: MkDocsConfig, *, facts: str) -> Settings:
    """The same settings, from the engine's whole configuration after plugins changed it."""
    root = Path(config.config_file_path or NAME).resolve().parent
    docs = posixpath.relpath(Path(config.docs_dir).resolve().as_posix(), root.as_posix())
    configs = {name: config for name, config in (config.mdx_configs or {}).items() if config}
    return Settings(facts, docs, Dialect(tuple(config.markdown_extensions), configs))


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
