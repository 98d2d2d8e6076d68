"""Which plugins and Markdown extensions are installed: looked up by their names, and no code of the project runs."""

from __future__ import annotations

import re
import site
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from functools import cache
from importlib import import_module, metadata
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType

from markdown.util import get_installed_extensions

from factpress.findings import spelt

_NAME = re.compile(r"(\w+(?:\.\w+)*)(?::(\w+))?")
# Those of the engine and our own, which are always there.
_ALWAYS = frozenset({"search", "factpress"})


class Answer(Enum):
    """Whether the name of an extension leads to one."""

    INSTALLED = "an extension of an installed package"
    LOCAL = "a module of the project, which the engine alone imports"
    OTHER = "an installed module without a Markdown extension"
    MISSING = "nothing that is installed"


def missing_plugins(names: frozenset[str], theme: str) -> frozenset[str]:
    """Those of these names that no installed plugin has, by itself or behind the theme's name."""
    if names <= _ALWAYS:
        return frozenset()
    known = metadata.entry_points(group="mkdocs.plugins").names
    return frozenset(name for name in names if not {name, f"{theme}/{name}"} & known)


def all_plugins() -> list[str]:
    """The names of all installed plugins."""
    return sorted(metadata.entry_points(group="mkdocs.plugins").names)


def all_extensions() -> list[str]:
    """The names of all installed extensions that have one beside their module's."""
    return sorted(get_installed_extensions().names)


def extension(name: str, root: Path) -> Answer:
    """What a name in `markdown_extensions` leads to, found without an import."""
    points = [point for point in get_installed_extensions() if point.name == name]
    named = _NAME.fullmatch(points[0].value if points else name)
    if named is None:
        return Answer.MISSING
    file = _file_of(named[1], _installed_path(root))
    if file is None:
        return Answer.LOCAL if _file_of(named[1], sys.path) else Answer.MISSING
    return Answer.INSTALLED if points or _is_one(Path(file), named[2]) else Answer.OTHER


def _is_one(file: Path, of_class: str | None) -> bool:
    """Whether a module seems to be an extension: importing any other may do anything, such as open a browser."""
    try:
        code = file.read_bytes()
    except OSError:
        return False
    # Without the name of a class the parser calls this function.
    return b"arkdown" in code and (of_class or "makeExtension").encode() in code


def load(name: str, root: Path) -> str:
    """Imports an installed extension's module; returns why that fails."""
    points = [point for point in get_installed_extensions() if point.name == name]
    try:
        module((points[0].value if points else name).partition(":")[0], root)
    except Exception as error:  # noqa: BLE001 somebody else's module may raise anything
        return spelt(" ".join(str(error).split())) or "it does not say why"
    return ""


def module(name: str, root: Path) -> ModuleType:
    """Imports a module from no folder of the project."""
    with _only_installed(root):
        return import_module(name)


@contextmanager
def _only_installed(root: Path) -> Iterator[None]:
    before = sys.path[:]
    sys.path[:] = _installed_path(root)
    try:
        yield
    finally:
        sys.path[:] = before


def _installed_path(root: Path) -> list[str]:
    """Python's search path without folders of the project; an environment of Python inside it stays."""
    own, here = root.resolve(), Path.cwd()
    folders = ((entry, Path(entry).resolve()) for entry in sys.path)
    return [entry for entry, path in folders if _is_library(path) or not (path == here or _touches(path, own))]


def _touches(path: Path, own: Path) -> bool:
    """Whether one of two folders is inside the other."""
    return path.is_relative_to(own) or own.is_relative_to(path)


def _is_library(path: Path) -> bool:
    return any(path.is_relative_to(library) for library in _libraries())


@cache
def _libraries() -> frozenset[Path]:
    """The folders into which Python and its packages are installed."""
    known = [sysconfig.get_paths()[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    return frozenset(Path(each).resolve() for each in (*known, *site.getsitepackages(), site.getusersitepackages()))


def _file_of(module: str, path: list[str]) -> str | None:
    """A module's file, found without importing the packages that it is in."""
    where: list[str] | None = path
    file = None
    parts = module.split(".")
    for n in range(len(parts)):
        spec = PathFinder.find_spec(".".join(parts[: n + 1]), where) if where is not None else None
        if spec is None:
            return None
        file = spec.origin if spec.has_location else None
        where = None if spec.submodule_search_locations is None else list(spec.submodule_search_locations)
    return file
