"""F0 of the engine's settings: what it warns of in `mkdocs.yml`, and what it refuses, before it builds anything."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from factpress.findings import Severity, listed, nearest, shown
from factpress.reading.engine_links import RELATIVE_TO_DOCS, are_patterns
from factpress.reading.written import Key, Written
from factpress.rules.rule import Problem, Project, rule

SETTINGS = frozenset({
    "copyright", "dev_addr", "docs_dir", "draft_docs", "edit_uri", "edit_uri_template", "exclude_docs", "extra",
    "extra_css", "extra_javascript", "extra_templates", "hooks", "markdown_extensions", "nav", "not_in_nav", "plugins",
    "remote_branch", "remote_name", "repo_name", "repo_url", "site_author", "site_description", "site_dir", "site_name",
    "site_url", "strict", "theme", "use_directory_urls", "validation", "watch",
})  # fmt: skip
"""The settings of MkDocs 1.6."""
LEVELS: Mapping[str, frozenset[str]] = {
    "nav": frozenset({"absolute_links", "not_found", "omitted_files"}),
    "links": frozenset({"absolute_links", "anchors", "not_found", "unrecognized_links"}),
}
"""The kinds of faults whose level `validation` sets, by their groups."""
_ABOVE = {"INHERIT"}
# Plugins that can't be in use more than once; whether others can, only they know.
_ONCE = frozenset({"search", "factpress"})
_DEPRECATED = "google_analytics"
_REMOVED = "pages"


@rule("F060", severity=Severity.WARNING, waivable=False)
def unknown_setting(project: Project) -> Iterator[Problem]:
    """A setting in `mkdocs.yml` that the engine does not know, or that has no effect there.

    Why: a misspelt setting changes nothing, and a strict build refuses it.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        site_descripton: "What is known of the piers."

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        site_description: "What is known of the piers."
    """
    written = project.settings.written
    for name in written.values:
        if name == _DEPRECATED:
            yield Problem(written.at_key(name), f"the engine will remove {shown(name)}", "remove it")
        elif name not in SETTINGS | _ABOVE | {_REMOVED}:
            yield Problem(written.at_key(name), *_unknown(name, SETTINGS))
    names = {*LEVELS, *(name for group in LEVELS.values() for name in group)}
    for name in _keys(written, "validation"):
        if name not in names:
            yield Problem(written.at_key("validation", name), *_unknown(name, names))
        elif name in LEVELS:
            inside = (each for each in _keys(written, "validation", name) if each not in LEVELS[name])
            yield from (Problem(written.at_key("validation", name, e), *_unknown(e, LEVELS[name])) for e in inside)
    for keys, value in _nav(written.get("nav"), ("nav",)):
        if isinstance(value, Mapping) and value and isinstance(keys[-1], str):
            yield Problem(written.at(*keys), "this section of `nav` is not a list", "begin each of its lines with `- `")
    met: set[Any] = set()
    for entry in written.entries("plugins"):
        if entry.name in met & _ONCE:
            yield Problem(
                written.at_key(*entry.inside), f"the plugin {shown(entry.name)} is listed twice", "remove one"
            )
        met.add(entry.name)
    if written.get("edit_uri") and written.get("edit_uri_template"):
        yield Problem(written.at_key("edit_uri"), "`edit_uri_template` replaces `edit_uri`", "remove one of the two")
    name = "edit_uri_template" if written.get("edit_uri_template") else "edit_uri"
    if written.get(name) and not written.get("repo_url") and not _is_url(written.get(name)):
        help = "write a whole address, or name the repository in `repo_url`"
        yield Problem(written.at(name), f"{shown(str(written.get(name)))} is only a part of an address", help)


@rule("F061", waivable=False)
def refused_setting(project: Project) -> Iterator[Problem]:
    """A setting in `mkdocs.yml` with a value that the engine refuses.

    Why: nothing can be built.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        validation: {links: {anchors: warning}}

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        validation: {links: {anchors: warn}}
    """
    written = project.settings.written
    if written.get(_REMOVED) is not None:
        yield Problem(written.at_key(_REMOVED), f"the engine has no {shown(_REMOVED)} any more", "write `nav`")
    for keys in _levels():
        value = written.get(*keys)
        levels = ("warn", "info", "ignore", *([RELATIVE_TO_DOCS] if keys[-1] == "absolute_links" else []))
        if value is not None and value not in levels:
            yield Problem(written.at_key(*keys), f"{shown(keys[-1])} is not set to a level", f"write {listed(levels)}")
    for where, value in _nav(written.get("nav"), ("nav",)):
        if not isinstance(value, str | tuple | Mapping) or (isinstance(where[-1], str) and value == {}):
            yield Problem(written.at(*where), "this entry of `nav` names no page", "write `Title: path.md`")
        elif isinstance(value, Mapping) and isinstance(where[-1], int) and len(value) != 1:
            help = "begin each of its lines with `- `"
            yield Problem(written.at(*where), "this entry of `nav` does not have exactly one title", help)
        elif isinstance(value, tuple) and isinstance(where[-1], int):
            yield Problem(written.at(*where), "this section of `nav` has no title", "write `Title:` above the list")
    for name, (is_right, wanted) in _FORMS.items():
        value = written.get(name)
        if isinstance(value, str) and value and not is_right(value):
            yield Problem(written.at(name), f"the engine refuses {shown(value)} as {shown(name)}", f"write {wanted}")


def _unknown(name: Any, known: frozenset[str] | set[str]) -> tuple[str, str]:
    near = nearest(str(name), sorted(known))
    return f"the engine has no setting {shown(str(name))}", f"did you mean {shown(near)}?" if near else "remove it"


def _levels() -> Iterator[tuple[str, ...]]:
    """Where `validation` may have a level: for a group, or above the groups for all of them."""
    for group, kinds in LEVELS.items():
        yield from (("validation", group, name) for name in sorted(kinds))
    yield from (("validation", name) for name in sorted(frozenset().union(*LEVELS.values())))


def _keys(written: Written, *keys: Key) -> tuple[Any, ...]:
    found = written.get(*keys)
    return tuple(found) if isinstance(found, Mapping) else ()


def _nav(value: Any, keys: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], Any]]:
    """Every part of a navigation with its keys: entries by their numbers, and what their titles lead to."""
    inside: Iterator[tuple[Key, Any]] = iter(())
    if isinstance(value, Mapping):
        inside = iter(value.items())
    elif isinstance(value, tuple):
        inside = iter(enumerate(value))
    for key, each in inside:
        yield (*keys, key), each
        yield from _nav(each, (*keys, key))


def _is_url(value: object) -> bool:
    try:
        parts = urlsplit(str(value))
    except ValueError:
        return False
    return bool(parts.scheme and parts.netloc)


def _is_address(value: str) -> bool:
    host, colon, port = value.rpartition(":")
    try:
        return bool(colon) and int(port) >= 0 and bool(host == "localhost" or ipaddress.ip_address(host.strip("[]")))
    except ValueError:
        return False


_FORMS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    **dict.fromkeys(("site_url", "repo_url"), (_is_url, "a whole address, such as `https://example.org/`")),
    "dev_addr": (_is_address, "an address and a port, such as `127.0.0.1:8000`"),
    **dict.fromkeys(("exclude_docs", "draft_docs", "not_in_nav"), (are_patterns, "patterns as in `.gitignore`")),
}
