"""What the engine's configuration takes from `facts/site.yml`, and what our pages need of it."""

from __future__ import annotations

import html
from pathlib import Path

from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from factpress import addresses
from factpress.pages.navigation import navigation
from factpress.records.site import PLACEHOLDER, Site

_THEME = Path(__file__).parent / "theme"


def take_from_site(config: MkDocsConfig, site: Site, *, serving: bool) -> None:
    """Gives the engine the name and the address of the site; a preview keeps its own address."""
    config.site_name = html.escape(site.name)
    if not serving and (site.url != PLACEHOLDER or not config.site_url):
        config.site_url = site.url


def add_edit_links(files: Files, config: MkDocsConfig, site: Site, docs: str) -> None:
    """Gives pages of prose, which are under `docs`, the site's edit links, unless `mkdocs.yml` has its own."""
    if site.edit and not (config.edit_uri or config.edit_uri_template):
        for file in files.documentation_pages():
            if file.page is not None and file.edit_uri:
                file.page.edit_url = edit_url(site, f"{docs}/{file.edit_uri}")


def edit_url(site: Site | None, path: str | None) -> str | None:
    """The address where a file is edited, by its path from the project; nothing if the site has none."""
    return site.edit.replace("{path}", addresses.in_url(path)) if site and site.edit and path else None


def escape_settings(config: MkDocsConfig) -> None:
    """Escapes what themes write into HTML as it is: the name, description and author of the site.

    A copyright line stays as it is: themes document that it is HTML.
    """
    config.site_name = html.escape(html.unescape(config.site_name))
    if config.site_description:
        config.site_description = html.escape(html.unescape(config.site_description))
    if config.site_author:
        config.site_author = html.escape(html.unescape(config.site_author))


def add_ours(config: MkDocsConfig) -> None:
    """Adds our stylesheets, script and templates, and the pages of records to the navigation."""
    config.extra_css[:0] = [addresses.STYLESHEET, addresses.MATERIAL_STYLESHEET]
    # A site's own theme comes before ours, and ours before the engine's.
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
    config.nav = navigation(config.nav, excluded=config.not_in_nav)
    script = c.ExtraScriptValue(addresses.SCRIPT)
    script.load_dict({"path": addresses.SCRIPT, "defer": True})
    config.extra_javascript.append(script)


def missing(config: MkDocsConfig, site: Site | None) -> list[str]:
    """What the site should still get before it is published, each in a sentence."""
    said = []
    if config.site_url == PLACEHOLDER:
        said.append(f"the site has no address yet: {PLACEHOLDER} is used until facts/site.yml names one")
    if site is not None and site.policies.missing:
        said.append(f"policies that {site.path} does not name: {', '.join(site.policies.missing)}")
    return said
