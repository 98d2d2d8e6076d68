"""What reading a project needs of its settings: its folders, and the Markdown that its prose is written in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Dialect:
    """The Markdown that a site is written in: its extensions, by name or as they are, and their settings by name."""

    extensions: tuple[Any, ...] = ("toc", "tables", "fenced_code")
    configs: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of records and of prose, from the project's root, and the dialect of the prose.

    The defaults are those of a project without `mkdocs.yml`.
    """

    facts: str = "facts"
    docs: str = "docs"
    dialect: Dialect = field(default_factory=Dialect)
