"""The Markdown that a site is written in, as far as its engine's settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Dialect:
    """The Markdown that a site is written in: its extensions and their settings."""

    extensions: tuple[str, ...] = ("toc", "tables", "fenced_code")
    configs: Mapping[str, Any] = field(default_factory=dict)


def dialect_of(root: Path) -> Dialect:
    """The dialect that `mkdocs.yml` names, as far as it can be told without the engine: names, without settings.

    Extensions that read other files are left out, since checking reads nothing but the project.
    """
    try:
        text = (root / "mkdocs.yml").read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return Dialect()
    named = _settings(text).get("markdown_extensions") or []
    names = [next(iter(each), "") if isinstance(each, Mapping) else each for each in named]
    more = [name for name in names if isinstance(name, str) and "snippets" not in name and "b64" not in name]
    return Dialect(tuple(dict.fromkeys([*Dialect().extensions, *more])))


def _settings(text: str) -> Mapping[str, Any]:
    """The settings of an engine, whatever keys and tags they have, as mappings, lists and text; it builds nothing."""
    try:
        found = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 the base loader knows text alone
    except yaml.YAMLError:
        return {}
    return found if isinstance(found, dict) else {}
