"""F6 of links: what prose links to is on the site."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from factpress.findings import Place, Severity, nearest, shown
from factpress.reading.engine_links import Way
from factpress.reading.prose_targets import places
from factpress.records.page import Page
from factpress.rules.rule import Problem, Project, rule
from factpress.rules.targets import Targets


@rule("F616", severity=Severity.WARNING, waivable=False)
def dead_link(project: Project) -> Iterator[Problem]:
    """A link or a picture that leads to no file of the site.

    Why: readers find nothing there. A link to a page names its Markdown file, by a path from the page's own folder.
    `validation.links` in `mkdocs.yml` says which faults count: `not_found` (unless it says otherwise, counted) also
    goes for files that `exclude_docs` or `draft_docs` leave out; `absolute_links` and `unrecognized_links` count with
    `warn`. Pages of records and lists are known. What a hook, another plugin or a theme of your own may add is not:
    where one of these is in use, the build decides.

    Bad:

        # docs/index.md
        The pier opened in May, as the [log](log.md) says.

    Good:

        # docs/index.md
        The pier opened in May, as the [log](log.md) says.
        # docs/log.md
        The north pier was opened to the public on Saturday.
    """
    targets = Targets(project)
    for file, page in targets.pages:
        yield from _at_places(project, page, [_dead(targets, each.url, file) for each in page.targets])


@rule("F617", severity=Severity.WARNING, waivable=False)
def missing_anchor(project: Project) -> Iterator[Problem]:
    """A link to a part of a page that the page does not have, or a policy that names such a part.

    Why: readers arrive at the top of the page and have to look for what was meant. Policies in `facts/site.yml` always
    count; links in prose count with `validation: {links: {anchors: warn}}` in `mkdocs.yml`.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        validation: {links: {anchors: warn}}
        # docs/index.md
        # The pier

        [When it opened](#opened)

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        validation: {links: {anchors: warn}}
        # docs/index.md
        # The pier

        [When it opened](#opening)

        ## Opening
    """
    targets = Targets(project)
    site = project.book.site
    for policy in site.policies.given if site else ():
        file = policy.path.removeprefix(f"{project.settings.docs}/")
        missed = _missed(targets, file, policy.anchor) if file in targets.files else None
        if site and missed:
            message = f"{shown(policy.page)} names a heading that the page does not have"
            yield Problem(site.at("policies", policy.name), message, missed)
    if not targets.engine.warns("links", "anchors"):
        return
    for file, page in targets.pages:
        yield from _at_places(project, page, [_without_anchor(targets, each.url, file) for each in page.targets])


def _at_places(project: Project, page: Page, said: list[tuple[str, str] | None]) -> Iterator[Problem]:
    """A problem for each message and help, at the place of the link that has them; one for each place."""
    if not any(said):
        return
    met: set[Place] = set()
    for place, words in zip(places(project.reading.texts[page.path], page.path, page.targets), said, strict=True):
        if words and place not in met:
            met.add(place)
            yield Problem(place, *words)


def _dead(targets: Targets, url: str, page: str) -> tuple[str, str] | None:
    """What is wrong with where a link leads, and the help; nothing where it is right or undecided."""
    engine = targets.engine
    way = engine.way(url, page)
    counts = engine.warns("links", "not_found")
    if way.to == "absolute" and engine.warns("links", "absolute_links"):
        return f"{shown(url)} is an absolute link, which is not checked", _help(targets, way, page)
    if way.to != "file":
        return None
    if targets.is_left_out(way.file):
        message = f"{shown(url)} leads to a file that the site leaves out"
        return (
            (message, "remove the link, or publish the file: see `exclude_docs` and `draft_docs`") if counts else None
        )
    is_path = bool(posixpath.splitext(way.path)[1]) or url.startswith("/")
    if not (counts if is_path else engine.warns("links", "unrecognized_links")) or not targets.lacks(way.file):
        return None
    return f"{shown(url)} leads to no file of the site", _help(targets, way, page)


def _help(targets: Targets, way: Way, page: str) -> str:
    """The file that was probably meant, as the page would link to it."""
    known = frozenset(targets.likely())
    found = next((each for each in targets.engine.guesses(way, page) if posixpath.normpath(each) in known), "")
    file = posixpath.normpath(found) if found else nearest(way.file, sorted(known - {page}))
    if not file:
        return "remove the link, or add the file"
    path = f"/{file}" if targets.engine.is_checked_from_root("links") and way.from_root else ""
    path = path or posixpath.relpath(file, posixpath.dirname(page))
    return f"did you mean {shown(path + (f'#{way.anchor}' if way.anchor else ''))}?"


def _without_anchor(targets: Targets, url: str, page: str) -> tuple[str, str] | None:
    """What is wrong with the part of a page that a link leads to, and the help."""
    way = targets.engine.way(url, page)
    if not way.anchor or way.to not in {"itself", "file"}:
        return None
    help = _missed(targets, page if way.to == "itself" else way.file, way.anchor)
    return (f"{shown(url)} leads to a part that the page does not have", help) if help else None


def _missed(targets: Targets, file: str, anchor: str) -> str | None:
    """The help for an anchor that a page does not have; nothing where it has it, or where its anchors are unknown."""
    anchors = targets.anchors(file) if anchor else None
    if anchors is None or anchor in anchors:
        return None
    near = nearest(anchor, sorted(anchors))
    return f"did you mean {shown(f'#{near}')}?" if near else "link to the page itself, or to one of its headings"
