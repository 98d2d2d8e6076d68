"""The same pages for stock MkDocs with Material."""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Sequence
from pathlib import Path

import yaml
from page_markdown import markdown

from factpress import addresses
from factpress.pages.files import asset
from factpress.pages.render import RenderedPage
from factpress.records.site import Site


def write_stock(ours: Path, stock: Path, site: Site, pages: Sequence[RenderedPage]) -> None:
    """Writes a project for MkDocs: our pages as Markdown, our other pages, and our configuration without our plugin."""
    docs = stock / "docs"
    shutil.copytree(ours / "docs", docs)
    for page in pages:
        file = docs / addresses.source_uri(page.address)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(markdown(page, file_of), "utf-8")
    style = docs / addresses.STYLESHEET
    style.parent.mkdir(parents=True, exist_ok=True)
    style.write_text(asset(addresses.STYLESHEET).text, "utf-8")
    config = yaml.safe_load((ours / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = [plugin for plugin in config["plugins"] if "factpress" not in plugin]
    config["extra_css"] = [addresses.STYLESHEET]
    config["not_in_nav"] = "".join(f"/{folder}/*\n!/{folder}/index.md\n" for folder in addresses.FOLDERS.values())
    # Our tables of contents go two headings deep.
    config["markdown_extensions"] = [{"toc": {"toc_depth": 2}}]
    config |= {"site_name": site.name, "site_url": site.url}
    if site.edit:
        config["edit_uri_template"] = site.edit.replace("{path}", "docs/{path}")
    (stock / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")


def file_of(address: str, href: str) -> str:
    """Returns the Markdown file that a link of the page at an address leads to, relative to that page's own file."""
    if "://" in href:
        return href
    path, mark, anchor = href.partition("#")
    if not path:
        return href
    led_to = posixpath.normpath(posixpath.join(address, path)) + "/"
    own = posixpath.dirname(addresses.source_uri(address))
    return posixpath.relpath(addresses.source_uri(led_to), own or ".") + mark + anchor
