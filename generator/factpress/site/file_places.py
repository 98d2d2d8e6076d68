"""Which files may be where: nothing outside the site, no two at one place, and no page among templates."""

from __future__ import annotations

import posixpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from factpress.findings import shown

# What every page of a theme loads.
_IN_USE = (".css", ".js", ".mjs")


def refuse_places(files: Files, config: MkDocsConfig, *, serving: bool) -> None:
    """Raises `PluginError` for a file that would be written outside the site, or over another one.

    A blog takes the addresses of its posts from their front matter, with whatever folders these lead to. A
    preview goes on with two files at one place, as it does with other findings.
    """
    site = Path(config.site_dir)
    taken: dict[Path, File] = {}
    for file in files:
        if file.inclusion.is_excluded():  # type: ignore[no-untyped-call] # the engine's own
            continue
        place = Path(posixpath.normpath(Path(file.abs_dest_path).as_posix()))
        if not place.is_relative_to(site):
            raise PluginError(
                f"factpress: {shown(file.src_uri)} would be written outside the site: correct its address"
            )
        other = taken.setdefault(place, file)
        if other is not file and not serving:
            names = f"{shown(other.src_uri)} and {shown(file.src_uri)}"
            raise PluginError(f"factpress: {names} have the same address: give one of the two another address")


def refuse_replaced(files: Files, config: MkDocsConfig) -> None:
    """Raises `PluginError` for a style sheet or script under the folder of prose that replaces one of the theme.

    It would be in use on every page without being named in the settings.
    """
    for file in files:
        inside = file.src_dir == config.docs_dir and file.src_uri.lower().endswith(_IN_USE)
        if inside and any(Path(folder, file.src_uri).is_file() for folder in config.theme.dirs):
            raise PluginError(f"factpress: {shown(file.src_uri)} replaces a file of the theme: give it another name")


def refuse_templates(config: MkDocsConfig) -> None:
    """Raises `PluginError` if the folders of templates and of prose overlap: a page could name any file as a template.

    Templates are programs, and a preview runs none that is among pages.
    """
    docs, own = Path(config.docs_dir).resolve(), config.theme.custom_dir
    templates = Path(own).resolve() if own else None
    if templates is not None and (templates.is_relative_to(docs) or docs.is_relative_to(templates)):
        raise PluginError("factpress: the folders of `theme.custom_dir` and of pages must be beside each other")
