"""The interface of all formats that a site is exported in: a new format is one module of this room with a `FORMAT`."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module

from factpress import exports
from factpress.book import Book
from factpress.changes.history import UNTOLD, History
from factpress.pages.rulebook import Rule
from factpress.reading.settings import Dialect
from factpress.records.date import Date


@dataclass(frozen=True, slots=True)
class Project:
    """What files are made from: a checked project, or an empty one for files that serve any project.

    `texts` are the texts of its files by their paths, `documents` the paths of the files under `docs`, `dialect`
    the Markdown that its prose is written in, `rules` those that it was checked by on the day `today`, and `history`
    the past of its claims.
    """

    book: Book = field(default_factory=Book)
    texts: Mapping[str, str] = field(default_factory=dict)
    docs: str = "docs"
    documents: Sequence[str] = ()
    dialect: Dialect = field(default_factory=Dialect)
    rules: Sequence[Rule] = ()
    history: History = UNTOLD
    today: Date | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """A file of the project that is copied as it is, by its path in the project."""

    path: str


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the help of its command, and the files that it makes, each a path in the folder and a text.

    In place of a text, a file of the project may be copied. The folder has to be empty, unless `is_own`
    knows from its text and name whether a file there is one that may be replaced. A format that `serves_any_project`
    can be made without records, and of records that have errors. `note` is printed after the number of files.
    """

    help: str
    files: Callable[[Project], Iterator[tuple[str, str | Copied]]]
    is_own: Callable[[str, str], bool] | None = None
    serves_any_project: bool = False
    note: str = ""


def formats() -> Mapping[str, Format]:
    """Every format by the name of its module, in the order of names."""
    found = {
        module.name: import_module(f"{exports.__name__}.{module.name}")
        for module in pkgutil.iter_modules(exports.__path__)
    }
    return {name: module.FORMAT for name, module in sorted(found.items()) if hasattr(module, "FORMAT")}
