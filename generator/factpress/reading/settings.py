"""The settings that reading a project needs: its folders, and the Markdown dialect of its prose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Dialect:
    """A Markdown dialect: its extensions, as names or objects, and their settings by name."""

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
