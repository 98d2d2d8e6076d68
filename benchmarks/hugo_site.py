"""The same pages for Hugo, with a layout of our own that frames each page as much as Material does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml
from page_markdown import markdown

from factpress import addresses
from factpress.pages.files import asset
from factpress.pages.render import RenderedPage
from factpress.records.site import Site

LAYOUT = Path(__file__).parent / "hugo_layout"
# A link of Markdown from a page at the root to another page of the site, by its file.
_FILE = re.compile(r"(?<=\]\()((?:[\w-]+/)*)(?:index|([\w-]+))\.md(?=[)#])")


def write_hugo(ours: Path, hugo: Path, site: Site, pages: Sequence[RenderedPage]) -> None:
    """Writes a project for Hugo: our pages as Markdown, our home page, the layout, and a configuration."""
    shutil.copytree(LAYOUT, hugo)
    (hugo / "static" / addresses.STYLESHEET).write_text(asset(addresses.STYLESHEET).text, "utf-8")
    content = hugo / "content"
    for page in pages:
        # Hugo resolves no files, so that links are written as addresses: ours are relative to the page's own already.
        _write(content / content_file(page.address), markdown(page, lambda address, href: href))
    for file in (ours / "docs").glob("*.md"):
        text = _FILE.sub(lambda link: f"{link[1]}{link[2]}/" if link[2] else link[1], file.read_text("utf-8"))
        _write(content / ("_index.md" if file.stem == "index" else file.name), text)
    config = yaml.safe_load((ours / "mkdocs.yml").read_text("utf-8"))
    _write(hugo / "hugo.yaml", yaml.safe_dump(configuration(config, site), sort_keys=False))


def content_file(address: str) -> str:
    """Returns the file under `content/` of the page at an address.

    The list of a folder is `_index.md`: beside an `index.md`, Hugo takes the other files for parts of that page.
    """
    folder, _, name = addresses.source_uri(address).rpartition("/")
    return f"{folder}/{'_index.md' if name == 'index.md' else name}".lstrip("/")


def configuration(mkdocs: dict[str, Any], site: Site) -> dict[str, Any]:
    """Returns Hugo's configuration: the same navigation and the same pages, and no change to any word of them."""
    return {
        "title": site.name,
        "baseURL": site.url,
        "copyright": mkdocs["copyright"],
        "disableKinds": ["taxonomy", "term", "rss"],
        "params": {"edit": site.edit or ""},
        "menus": {"main": list(_menu(mkdocs["nav"]))},
        "markup": {
            "goldmark": {
                "extensions": {
                    "definitionList": False,
                    "footnote": False,
                    "linkify": False,
                    "strikethrough": False,
                    "taskList": False,
                    # Would write other quotation marks and dashes.
                    "typographer": {"disable": True},
                },
                "parser": {"attribute": {"title": False}},
            },
            # As in the stock site, nothing colours code.
            "highlight": {"codeFences": False},
        },
    }


def _menu(nav: Sequence[Any], parent: str = "") -> Iterator[dict[str, Any]]:
    for weight, entry in enumerate(nav, 1):
        ((title, target),) = entry.items()
        item = {"name": title, "identifier": title, "weight": weight} | ({"parent": parent} if parent else {})
        if isinstance(target, list):
            yield item
            yield from _menu(target, title)
        else:
            yield item | {"pageRef": f"/{target.removesuffix('.md').removesuffix('index').rstrip('/')}"}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
