"""The settings that reading a project needs: its folders, and the Markdown dialect of its prose."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from factpress.findings import Fault, Place, shown
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
    settings that are read alike are equal, wherever they are written. `faults` is what is wrong with the file.
    """

    facts: str = "facts"
    docs: str = "docs"
    dialect: Dialect = field(default_factory=Dialect)
    written: Written = field(default_factory=Written, compare=False)
    faults: tuple[Fault, ...] = field(default=(), compare=False)
    is_known: bool = field(default=True, compare=False)
    """Whether the folders are what the file says: false if it can't be read, or names folders that can't be used."""
    is_prose_known: bool = field(default=True, compare=False)
    """Whether pages of prose can be read as the engine reads them: false if folders or extensions are unknown."""

    def extension_at(self, name: str) -> Place:
        """The place of the name of a Markdown extension in the file."""
        key = "markdown_extensions"
        found = (entry.inside for entry in self.written.entries(key) if entry.name == name)
        return self.written.at_key(*next(found, (key,)))


def unreadable(place: Place, found: str, *, help: str) -> NoSettings:
    """The error of a settings file of which nothing can be used."""
    return NoSettings(Fault("unreadable-settings", place, found=found, wanted=help))


def no_mapping(path: str) -> NoSettings:
    """The error of a settings file that has other content."""
    help = "write `site_name: …` and others, each on its own line"
    return unreadable(Place(path), "this file contains no settings", help=help)


def inherited(path: str, read: Callable[[str], bytes | None]) -> tuple[str, ...]:
    """The files that a settings file inherits from, in order, by the same kind of path as its own.

    `read` returns a file's bytes, or nothing if it is missing; it decides which files may be read. Raises
    `NoSettings` if a file is missing, inherits from itself, or is named by an absolute path.
    """
    found = [path]
    while parent := _parent(found[-1], read(found[-1]) or b""):
        if posixpath.isabs(parent):
            raise _lost(found[-1], read, parent, "which is an absolute path", "write a path from the file's own folder")
        next_path = posixpath.normpath(posixpath.join(posixpath.dirname(found[-1]), parent))
        if next_path in found:
            raise _lost(found[-1], read, parent, "so the file inherits from itself", "name another file")
        if read(next_path) is None:
            raise _lost(found[-1], read, parent, "and there is no such file", "write a path from the file's own folder")
        found.append(next_path)
    return tuple(found[1:])


def _lost(path: str, read: Callable[[str], bytes | None], parent: str, why: str, help: str) -> NoSettings:
    text = (read(path) or b"").decode("utf-8", "replace")
    place = Written(files=((path, text),)).at("INHERIT")
    return unreadable(place, f"`INHERIT` names {shown(parent)}, {why}", help=help)


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
        raise no_mapping(path)
    return parent if isinstance(parent, str) else ""
