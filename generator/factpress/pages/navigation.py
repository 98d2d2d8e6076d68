"""The navigation of a site: what its configuration names, and every kind of page that it does not."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from factpress import addresses
from factpress.page_kinds import PAGE_KINDS, TOP, PageKind

Nav = Sequence[Any]
"""The `nav` of `mkdocs.yml`: paths, or mappings of one title to a path or to a section, which is a `Nav` again."""


class Patterns(Protocol):
    """The `not_in_nav` of `mkdocs.yml`, as the engine reads it."""

    def match_file(self, file: str) -> bool:
        """Whether the patterns match the path of a file under `docs/`."""


def navigation(nav: Nav | None, *, excluded: Patterns | None = None) -> list[Any] | None:
    """The navigation with every kind of page in it; a site without `nav` keeps what the engine makes by itself.

    A kind that `nav` does not name, and that `excluded` does not match, gets a place in its section: after the kinds
    that come before it in the table, or else before those that come after it, or else at the end. A section that is
    missing is made.
    """
    if nav is None:
        return None
    whole = list(nav)
    named = set(_paths(whole))
    for kind in PAGE_KINDS.values():
        path = addresses.source_uri(kind.address)
        if kind.has_one_page and path not in named and not (excluded and excluded.match_file(path)):
            whole = _with(whole, kind)
    return whole


def entry(kind: PageKind) -> Mapping[str, str]:
    """The entry of a kind in the navigation."""
    return {kind.title: addresses.source_uri(kind.address)}


def _with(nav: Sequence[Any], kind: PageKind) -> list[Any]:
    if kind.section == TOP:
        sections = [n for n, each in enumerate(nav) if _section(each) is not None]
        return _placed(nav, kind, end=sections[0] if sections else len(nav))
    for n, each in enumerate(nav):
        if isinstance(each, Mapping) and kind.section in each and (section := _section(each)) is not None:
            return [*nav[:n], {kind.section: _placed(section, kind, end=len(section))}, *nav[n + 1 :]]
    return [*nav, {kind.section: [entry(kind)]}]


def _placed(nav: Sequence[Any], kind: PageKind, *, end: int) -> list[Any]:
    """A list of entries with a kind beside the nearest kind of its section; without any, at the end."""
    siblings = [other for other in PAGE_KINDS.values() if other.has_one_page and other.section == kind.section]
    at = siblings.index(kind)
    places = {path: n for n, each in enumerate(nav) if isinstance(path := _path(each), str)}
    before = [places[path] + 1 for each in siblings[:at] if (path := addresses.source_uri(each.address)) in places]
    after = [places[path] for each in siblings[at + 1 :] if (path := addresses.source_uri(each.address)) in places]
    place = before[-1] if before else after[0] if after else end
    return [*nav[:place], entry(kind), *nav[place:]]


def _paths(nav: Nav) -> Iterator[str]:
    """Every path that a navigation names, in sections too."""
    for each in nav:
        section, path = _section(each), _path(each)
        if section is not None:
            yield from _paths(section)
        elif path is not None:
            yield path


def _target(entry: Any) -> Any:
    return next(iter(entry.values()), None) if isinstance(entry, Mapping) else entry


def _section(entry: Any) -> Sequence[Any] | None:
    target = _target(entry)
    return target if isinstance(target, list) else None


def _path(entry: Any) -> str | None:
    target = _target(entry)
    return posixpath.normpath(target).lstrip("/") if isinstance(target, str) else None
