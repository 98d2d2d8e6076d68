"""F6 of navigation: `nav` names the pages of the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any

from factpress.findings import Place, Severity, shown
from factpress.reading.engine_links import named_in_nav
from factpress.records.page import MARKDOWN
from factpress.rules.rule import Problem, Project, rule
from factpress.rules.targets import Targets

Keys = tuple[str | int, ...]


@rule("F618", severity=Severity.WARNING, waivable=False)
def dead_nav_entry(project: Project) -> Iterator[Problem]:
    """An entry of `nav` in `mkdocs.yml`, or of `extra_templates`, that names no file of the site.

    Why: the navigation of every page has a link that leads nowhere. `validation.nav` says which faults count:
    `not_found` (unless it says otherwise, counted) also goes for files that `exclude_docs` or `draft_docs` leave out;
    `absolute_links` counts with `warn`. Where a hook or another plugin may add pages, the build decides.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        nav:
          - The pier: pier.md

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        nav:
          - The pier: pier.md
        # docs/pier.md
        The north pier was opened to the public on Saturday.
    """
    targets = Targets(project)
    engine = targets.engine
    written = project.settings.written
    from_root = engine.is_checked_from_root("nav")
    for keys, path in _entries(written.get("nav"), ("nav",)):
        place = written.at(*keys)
        file = named_in_nav(path, from_root=from_root)
        if file is None:
            continue
        if path.startswith("/") and not from_root:
            if file.lstrip("/") not in targets.files and engine.warns("nav", "absolute_links"):
                yield Problem(place, f"{shown(path)} is an absolute path, which is not checked", _help(targets, file))
        elif not engine.warns("nav", "not_found"):
            continue
        elif targets.is_left_out(file):
            help = "remove the entry, or publish the file: see `exclude_docs` and `draft_docs`"
            yield Problem(place, f"{shown(path)} is a file that the site leaves out", help)
        elif targets.lacks(file):
            yield Problem(place, f"there is no page {shown(path)} on the site", _help(targets, file))
    for n, name in enumerate(_listed(written.get("extra_templates"))):
        if isinstance(name, str) and targets.lacks(posixpath.normpath(name)):
            place = written.at("extra_templates", n)
            yield Problem(place, f"there is no file {shown(name)} on the site", _help(targets, name))


@rule("F619", severity=Severity.WARNING, waivable=False)
def page_outside_nav(project: Project) -> Iterator[Problem]:
    """A page of prose that `nav` does not name, where `mkdocs.yml` asks for that.

    Why: readers do not find the page. It counts with `validation: {nav: {omitted_files: warn}}` alone; name pages that
    need no entry in `not_in_nav`.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        nav: [index.md]
        validation: {nav: {omitted_files: warn}}
        # docs/index.md
        The north pier was opened to the public on Saturday.
        # docs/pier.md
        The north pier was opened to the public on Saturday.

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        nav: [index.md, pier.md]
        validation: {nav: {omitted_files: warn}}
        # docs/index.md
        The north pier was opened to the public on Saturday.
        # docs/pier.md
        The north pier was opened to the public on Saturday.
    """
    targets = Targets(project)
    engine = targets.engine
    nav = project.settings.written.get("nav")
    if not nav or not engine.warns("nav", "omitted_files") or not engine.is_plain:
        return
    from_root = engine.is_checked_from_root("nav")
    named = {named_in_nav(path, from_root=from_root) for _, path in _entries(nav, ("nav",))}
    for file in sorted(targets.files - named):
        if file.endswith(MARKDOWN) and targets.is_published(file) and not engine.may_miss_nav(file):
            help = "add it to `nav` in mkdocs.yml, or to `not_in_nav`"
            yield Problem(Place(f"{project.settings.docs}/{file}"), "`nav` does not name this page", help)


def _entries(nav: Any, keys: Keys) -> Iterator[tuple[Keys, str]]:
    """Every path that a navigation names, in sections too, with the keys that lead to it."""
    if isinstance(nav, str):
        yield keys, nav
    elif isinstance(nav, Mapping):
        for name, inside in nav.items():
            yield from _entries(inside, (*keys, name))
    else:
        for n, inside in enumerate(_listed(nav)):
            yield from _entries(inside, (*keys, n))


def _listed(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _help(targets: Targets, file: str) -> str:
    near = targets.meant(file, file.lstrip("/"))
    return f"did you mean {shown(near)}?" if near else "remove the entry, or add the file"
