"""F6 of what browsers load: a site asks no other site for anything, and its policy stops what would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from factpress.findings import shown
from factpress.reading.written import Key, Written
from factpress.records.host import host, is_foreign
from factpress.rules.rule import Problem, Project, rule

_MATERIAL = "material"
_LISTS = ("extra_javascript", "extra_css")
_PICTURES = ("logo", "favicon")
_INSTANT = "navigation.instant"
# Hosts whose repositories the theme's script counts stars of.
_COUNTED = frozenset({"github.com", "gitlab.com"})
_COPY = "put a copy of the file under `docs/`, and name that"


@rule("F615", waivable=False)
def blocked_content(project: Project) -> Iterator[Problem]:
    """Something on a written page that is loaded from another site, or that the site's policy does not allow.

    Why: readers are seen only by the site that they read, and every page has a Content-Security-Policy that lets
    browsers load the site's own files and run the theme's own scripts, and nothing else. What it stops does not work,
    and nobody says why. The check looks at the settings; a build looks at every file that it writes, after all plugins,
    and names the plugin, hook, template, setting or page at fault.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        theme: {name: material, font: false}
        extra_javascript: [https://cdn.example/charts.js]

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        theme: {name: material, font: false}
        extra_javascript: [charts.js]
    """
    yield from _settings(project)
    for fault in project.faults("blocked-content"):
        yield Problem(fault.place, fault.found, fault.wanted)


def _settings(project: Project) -> Iterator[Problem]:
    """What settings alone show, without a build."""
    written, site = project.settings.written, project.book.site
    own = frozenset({urlsplit(site.url).netloc.lower()} if site else ())
    for keys, address in _addresses(written):
        if is_foreign(address, own):
            yield Problem(written.at(*keys), f"{shown(address)} is on another site", _COPY)
    theme = written.get("theme")
    name, font = (theme.get("name"), theme.get("font")) if isinstance(theme, Mapping) else (theme, None)
    if name == _MATERIAL and font is not False:
        message = "the theme loads its fonts from another site"
        yield Problem(written.at("theme", "font"), message, "write `font: false` in `theme`")
    features = theme.get("features") if isinstance(theme, Mapping) else None
    for n, feature in enumerate(features if isinstance(features, tuple) else ()):
        if str(feature).startswith(_INSTANT):
            message = f"{shown(str(feature))} replaces pages by a script, under the policy of the page before"
            yield Problem(written.at("theme", "features", n), message, "remove it")
    repository = written.get("repo_url")
    if name == _MATERIAL and isinstance(repository, str) and host(repository).name in _COUNTED:
        message = "the theme asks another site how popular the repository is"
        yield Problem(written.at("repo_url"), message, "remove `repo_url`; `edit` in `facts/site.yml` gives edit links")
    if name == _MATERIAL and isinstance(written.get("extra", "analytics"), Mapping):
        message = "analytics reports to another site what readers read"
        yield Problem(written.at_key("extra", "analytics"), message, "remove `analytics`")


def _addresses(written: Written) -> Iterator[tuple[tuple[Key, ...], str]]:
    """The addresses of files that every page loads, with the keys that lead to them."""
    for name in _LISTS:
        listed = written.get(name)
        for n, one in enumerate(listed if isinstance(listed, tuple) else ()):
            keys: tuple[Key, ...] = (name, n, "path") if isinstance(one, Mapping) else (name, n)
            address = written.get(*keys)
            if isinstance(address, str):
                yield keys, address
    for name in _PICTURES:
        address = written.get("theme", name)
        if isinstance(address, str):
            yield ("theme", name), address
