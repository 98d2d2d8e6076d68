"""The settings that reading a project needs: its folders, and the Markdown dialect of its prose."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factpress.findings import shown
from factpress.reading.unable import NoSettings
from factpress.reading.written import Written


@dataclass(frozen=True, slots=True)
class Dialect:
    """A Markdown dialect: its extensions, as names or objects, and their settings by name."""

    extensions: tuple[Any, ...] = ("toc", "tables", "fenced_code")
    configs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of records and of prose, from the project's root, and the dialect of the prose.

    The defaults are those of a project without `mkdocs.yml`. `written` is all that the file says, for rules about it:
    settings that are read alike are equal, wherever they are written.
    """

    facts: str = "facts"
    docs: str = "docs"
    dialect: Dialect = field(default_factory=Dialect)
    written: Written = field(default_factory=Written, compare=False)


def inherited(path: str, read: Callable[[str], bytes | None]) -> tuple[str, ...]:
    """The files that a settings file inherits from, in order, by the same kind of path as its own.

    `read` returns a file's bytes, or nothing if it is missing; it decides which files may be read. Raises
    `NoSettings` if a file is missing, inherits from itself, or is named by an absolute path.
    """
    found = [path]
    while parent := _parent(found[-1], read(found[-1]) or b""):
        wrong = f"{found[-1]}: INHERIT is {shown(parent)}"
        if posixpath.isabs(parent):
            raise NoSettings(f"{wrong}; write a path from the file's own folder")
        next_path = posixpath.normpath(posixpath.join(posixpath.dirname(found[-1]), parent))
        if next_path in found:
            raise NoSettings(f"{wrong}, so the file inherits from itself")
        if read(next_path) is None:
            raise NoSettings(f"{wrong}, and there is no such file")
        found.append(next_path)
    return tuple(found[1:])


def _parent(path: str, data: bytes) -> str:
    """What the key INHERIT says; empty without one. Every value is read as text, so no tag does anything."""
    import yaml

    try:
        said = yaml.load(data, Loader=yaml.CBaseLoader)  # noqa: S506 text alone
    except (yaml.YAMLError, ValueError, RecursionError):
        # Whoever reads the values says what is wrong with them, and where.
        return ""
    parent = said.get("INHERIT", "") if isinstance(said, Mapping) else ""
    if said is not None and not isinstance(said, Mapping):
        raise NoSettings(f"{path} contains no settings: write `site_name: …` and others")
    return parent if isinstance(parent, str) else ""
