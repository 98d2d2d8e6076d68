"""F7 of what can't be compared: files that are not records, and records that could not be read at the base."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.addresses import FOLDERS
from factpress.changes.owners import why_guarded
from factpress.findings import Place, Severity, counted, shown
from factpress.rules.rule import Problem, Project, rule

_MOST_NAMED = 5


@rule("F711", severity=Severity.WARNING, waivable=False)
def guarded_file(project: Project) -> Iterator[Problem]:
    """A change to a file that decides how the site is built, shown or checked.

    Why: such a file runs code, or changes what the checks require. Its owner reviews it apart from the records.
    Owners are those that `CODEOWNERS` names at the base. Files of one kind with the same owners are one finding.
    This rule needs `--base`.

    Bad:

        # base
        # head
        # mkdocs.yml
        hooks: [hook.py]

    Good:

        # base
        # head
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
    """
    if project.base is None:
        return
    found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for path, from_root in project.base.touched.items():
        why = why_guarded(from_root)
        if path in project.base.inherited:
            why = "`mkdocs.yml` inherits from it, so it decides which code builds the site"
        if why:
            found.setdefault((why, tuple(project.base.owners.of(from_root))), []).append(path)
    for (why, owners), (first, *more) in found.items():
        others = ", ".join([*map(shown, more[:_MOST_NAMED]), *(["…"] if len(more) > _MOST_NAMED else [])])
        also = f"; so did {counted(len(more), 'more file')} of this kind: {others}" if more else ""
        names = " and ".join(map(shown, owners)) or "a maintainer"
        help = f"ask {names} to review this before it is merged"
        yield Problem(Place(first), f"this file changed, and {why}{also}", help)


@rule("F713", severity=Severity.WARNING, waivable=False)
def uncompared_record(project: Project) -> Iterator[Problem]:
    """A record that could not be read at the base, so changes to it can't be detected.

    Why: a comparison with nothing finds nothing. Somebody must compare manually: the file may have an older form,
    or the whole project may have been in another place. This rule needs `--base`.

    Bad:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        kind: Place
        # head
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place

    Good:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # head
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        description: "A pier."
    """
    if project.base is None:
        return
    site, at = project.book.site, shown(project.base.revision)
    whole = Place(site.path if site else "facts/site.yml")
    if not any(project.base.book.records()) and not project.base.broken:
        help = "compare with a revision that has the published records, or review the change manually"
        yield Problem(whole, f"there are no published records at {at}, so changes can't be detected", help)
    # A record that still can't be read has its own finding.
    broken = project.base.broken - project.reading.broken
    for kind, id in [(kind, id) for kind in FOLDERS for other, id in sorted(broken) if other == kind]:
        now = project.book.shelf(kind).get(id)
        name = f"the {kind} {shown(id)}" if id else f"a part of the {FOLDERS[kind]}"
        gone = "" if now or not id else ", and was removed since"
        message = f"{name} could not be read at {at}{gone}, so changes can't be detected"
        yield Problem(Place(now.path) if now else whole, message, "compare it manually with what was published")
