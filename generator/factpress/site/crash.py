"""Says whose code an exception comes from, a plugin's, a hook's or a template's, and shows its last lines."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib.metadata import entry_points
from pathlib import PurePath

OURS = "the plugin `factpress`"
_GROUP = "mkdocs.plugins"
# How many lines of the code that crashed are shown.
_LAST_LINES = 3
_TEMPLATES = frozenset({".html", ".j2", ".jinja", ".tpl", ".xml"})


def last_lines(error: BaseException) -> Sequence[str]:
    """Whose code raised an exception, where in that code, and what it says."""
    owned = _owned(error)
    owner = next((owner for owner, _ in reversed(owned) if owner), "")
    places = [place for its, place in owned if its == owner]
    return [
        f"factpress: {owner or 'the engine, its theme or a plugin'} crashed:",
        *(f"  {place}" for place in places[-_LAST_LINES:]),
        f"  {type(error).__name__}: {error}",
    ]


def culprit(error: BaseException) -> str:
    """The plugin, the hook or the template whose code raised an exception; empty for any other code."""
    return next((owner for owner, _ in reversed(_owned(error)) if owner), "")


def _owned(error: BaseException) -> Sequence[tuple[str, str]]:
    """The calls that led to an exception: whose code it is, in words, and its place."""
    plugins = _plugins()
    modules = [str(frame.f_globals.get("__name__", "")) for frame, _ in traceback.walk_tb(error.__traceback__)]
    calls = zip(modules, traceback.extract_tb(error.__traceback__), strict=True)
    return [
        (_owner(module, call.filename, plugins), f"{call.filename}:{call.lineno} in {call.name}")
        for module, call in calls
    ]


def _owner(module: str, path: str, plugins: Mapping[str, str]) -> str:
    """Whose code a module is; empty for the engine, for libraries and for our own commands."""
    if PurePath(path).suffix in _TEMPLATES:
        return f"the template `{PurePath(path).name}`"
    if module.endswith(".py"):
        # The engine gives a hook's module the path that the configuration has.
        return f"the hook `{module}`"
    parts = module.split(".")
    inside = (".".join(parts[:n]) for n in range(len(parts), 0, -1))
    name = next((plugins[package] for package in inside if package in plugins), "")
    return f"the plugin `{name}`" if name else ""


def _plugins() -> Mapping[str, str]:
    """The names of the plugins that were loaded, by the package, or the module, that each is in."""
    found = {}
    for plugin in entry_points(group=_GROUP):
        module = sys.modules.get(plugin.module)
        if module is not None:
            is_ours = plugin.module.startswith("factpress.")
            found[plugin.module if is_ours else module.__package__ or plugin.module] = plugin.name
    return found
