"""Pages of the engine whose content exists already: a record's page needs no rendering."""

from __future__ import annotations

import html
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from factpress import addresses
from factpress.pages.render import RenderedPage


class RecordPage(Page):
    """A page whose content exists already."""

    def __init__(self, rendered: RenderedPage, file: File, config: MkDocsConfig, *, edit: str | None) -> None:
        super().__init__(html.escape(rendered.title), file, config)
        self.rendered = rendered
        self.update_date = rendered.updated
        self.edit_url = edit

    def read_source(self, config: MkDocsConfig) -> None:
        """Gives the title and description, escaped: the theme's templates do not escape them."""
        self.markdown = ""
        self.meta = {"title": html.escape(self.rendered.title), "description": html.escape(self.rendered.description)}
        self.meta["hide"] = ["navigation", "toc"] if self.rendered.has_columns else ["navigation"]
        if not self.rendered.searched:
            self.meta["search"] = {"exclude": True}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Sets the content, its table of contents and the anchors that others may link to."""
        self.content = self.rendered.html
        headings = self.rendered.headings
        links = [AnchorLink(heading.html, heading.id, heading.level) for heading in headings]
        for link in links[1:]:
            links[0].children.append(link)
        self.toc = TableOfContents(links[:1])
        self.present_anchor_ids = self.rendered.anchors


def file_of(rendered: RenderedPage, config: MkDocsConfig, *, root: Path, facts: str) -> File:
    """The engine's file of a page; its content is the page's own, and its path that of the record.

    Other plugins ask git when the file behind a page was changed: a record's page is as new as its record, and a list
    as new as the folder of records. A page that says it is generated gets the day of the build.
    """
    inclusion = InclusionLevel.INCLUDED if rendered.is_list else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, addresses.source_uri(rendered.address), content="", inclusion=inclusion)
    file.abs_src_path = str(root / (rendered.record or facts))
    file.generated_by, file.edit_uri = None, None
    return file


def made_from(file: File, docs: str) -> str:
    """The path of the file in the project that a page is made from; empty for a list. `docs` is the folder of prose."""
    if isinstance(file.page, RecordPage):
        return file.page.rendered.record or ""
    return f"{docs}/{file.src_uri}"


def url_of(file: File) -> str:
    """The URL of a page from the site's root; empty for the home page, unless folders have no URLs."""
    return file.url.removeprefix("./")
