"""The Markdown that a site is written in, as far as its engine's settings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml
from markdown.util import get_installed_extensions


@dataclass(frozen=True, slots=True)
class Dialect:
    """The Markdown that a site is written in: its extensions and their settings."""

    extensions: tuple[str, ...] = ("toc", "tables", "fenced_code")
    configs: Mapping[str, Any] = field(default_factory=dict)


def dialect_of(root: Path) -> Dialect:
    """The dialect that `mkdocs.yml` names, as far as it can be told without the engine: names, without settings.

    Extensions that read other files are left out, since checking reads nothing but the project.
    """
    named = _named(_settings(root).get("markdown_extensions"))
    more = [name for name in named if "snippets" not in name and "b64" not in name and _is_installed(name)]
    return Dialect(tuple(dict.fromkeys([*Dialect().extensions, *more])))


def facts_of(root: Path) -> str:
    """The folder of records: what the plugin's one option says in `mkdocs.yml`, or `facts`."""
    ours = _named(_settings(root).get("plugins")).get("factpress")
    folder = ours.get("facts") if isinstance(ours, Mapping) else None
    return folder if isinstance(folder, str) and folder else "facts"


def _named(listed: Any) -> Mapping[str, Any]:
    """A list of names, some with settings, or a mapping of them, as a mapping."""
    if isinstance(listed, Mapping):
        return listed
    each = listed if isinstance(listed, list) else []
    pairs = [next(iter(one.items()), ("", None)) if isinstance(one, Mapping) else (one, None) for one in each]
    return {name: settings for name, settings in pairs if isinstance(name, str)}


def _is_installed(extension: str) -> bool:
    """Whether Python-Markdown could load an extension; one that it can't is for the engine to tell."""
    if extension in {point.name for point in get_installed_extensions()}:
        return True
    try:
        return find_spec(extension) is not None
    except (ImportError, ValueError):
        return False


def _settings(root: Path) -> Mapping[str, Any]:
    """The engine's settings, whatever keys and tags they have, as mappings, lists and text; it builds nothing."""
    try:
        found = yaml.load((root / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 text alone
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return {}
    return found if isinstance(found, dict) else {}
