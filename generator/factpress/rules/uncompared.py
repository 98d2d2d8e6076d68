"""F7: what a comparison of records can't judge: files that are none, and records that could not be read before."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.addresses import FOLDERS
from factpress.changes.owners import why_guarded
from factpress.findings import Place, Severity, shown
from factpress.rules.rule import Found, Project, rule

_MOST_NAMED = 5


@rule("F711", severity=Severity.WARNING, waivable=False)
def guarded_file(project: Project) -> Iterator[Found]:
    """A change of a file that decides how the site is built, shown or checked.

    Why: such a file runs code, or changes what the checks ask; its owner looks at it apart from the records.
    Owners are those that `CODEOWNERS` names at the base. Files of one kind with the same owners are one finding. It
    is checked with `--base`.

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
        if why:
            found.setdefault((why, tuple(project.base.owners.of(from_root))), []).append(path)
    for (why, owners), (first, *more) in found.items():
        others = ", ".join([*map(shown, more[:_MOST_NAMED]), *(["…"] if len(more) > _MOST_NAMED else [])])
        also = f"; so did {len(more):,} more of the kind: {others}" if more else ""
        names = " and ".join(map(shown, owners)) or "a maintainer"
        help = f"{names} {'have' if len(owners) > 1 else 'has'} to look at this before it is merged"
        yield Found(Place(first), f"this file changed, and {why}{also}", help)


@rule("F713", severity=Severity.WARNING, waivable=False)
def uncompared_record(project: Project) -> Iterator[Found]:
    """A record that could not be read where it was published, so that nothing tells whether it changed.

    Why: a comparison with nothing finds nothing. Somebody has to compare by hand: the file may be of an older form,
    or the whole project may have stood elsewhere. It is checked with `--base`.

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
        help = "compare with a revision that holds what was published, or by hand"
        yield Found(whole, f"no records were published at {at}, so that nothing is compared", help)
    # What can't be read now either is a finding of its own.
    broken = project.base.broken - project.reading.broken
    for kind, id in [(kind, id) for kind in FOLDERS for other, id in sorted(broken) if other == kind]:
        now = project.book.shelf(kind).get(id)
        name = f"the {kind} {shown(id)}" if id else f"a part of the {FOLDERS[kind]}"
        gone = "" if now or not id else ", and is gone now"
        message = f"{name} could not be read at {at}{gone}, so that nothing is compared"
        yield Found(Place(now.path) if now else whole, message, "compare it by hand with what was published")
