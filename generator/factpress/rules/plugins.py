"""F6 of plugins: those that are known not to work beside factpress are refused before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factpress.findings import shown
from factpress.rules.rule import Problem, Project, rule


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why a plugin can't be used, as what it does, and what to do instead."""

    why: str
    help: str


_REFUSED = {
    "i18n": _Refused(
        "copies every page for each language from a file, and records' pages have none",
        "remove it, and write pages in another language in another folder under `docs/`",
    ),
    "glightbox": _Refused(
        "starts with a script inside each page, which the site's policy does not allow",
        "remove it, and link a picture to its larger version",
    ),
    "print-site": _Refused(
        "writes a page after all checks, with a script inside and without the site's policy",
        "remove it: each page has a style for print",
    ),
    "redirects": _Refused(
        "writes pages with a script inside and without the site's policy",
        "remove it: records redirect by `formerly`, and for prose use the redirects of your host",
    ),
}


@rule("F620", waivable=False)
def unfit_plugin(project: Project) -> Iterator[Problem]:
    """A plugin that is known not to work beside factpress.

    Why: it would lose pages of records, or add to pages what their policy stops. The message says which and why. The
    guide *A site of your own* lists popular plugins and what they need.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        theme: {name: material, font: false}
        plugins: [search, factpress, print-site]

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        theme: {name: material, font: false}
        plugins: [search, factpress]
    """
    written = project.settings.written
    for entry in written.entries("plugins"):
        refused = _REFUSED.get(entry.name) if isinstance(entry.name, str) else None
        if refused:
            yield Problem(written.at_key(*entry.inside), f"{shown(entry.name)} {refused.why}", refused.help)
