"""The MkDocs plugin: events only. Records become ordinary pages that need no rendering."""

from __future__ import annotations

import html
import logging
import posixpath
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from mkdocs.utils.templates import TemplateContext

from factpress import addresses, pipeline
from factpress.findings import Severity, shown
from factpress.page_kinds import TOP_PAGES
from factpress.pages import render
from factpress.pages.additions import Added, additions
from factpress.pages.files import asset, files as site_files
from factpress.pages.links import LinkedBook, with_links
from factpress.pages.navigation import navigation
from factpress.pages.render import RenderedPage
from factpress.reading.dialect import Dialect
from factpress.records.site import PLACEHOLDER
from factpress.rules import RULES
from factpress.site.claim_links import ClaimLinks
from factpress.site.content_policy import ContentPolicy, stopped_markup
from factpress.site.machine import today

log = get_plugin_logger("factpress")
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.DEBUG}

# The engine dates its archive of the sitemap by the newest page; records without any date leave it this one.
UNDATED = "1970-01-01"
_THEME = Path(__file__).parent / "theme"
# What the theme leaves without a name of its own, for those who hear a page.
_NAMES = (
    ('data-md-component="search" role="dialog"', 'data-md-component="search" role="dialog" aria-label="Search"'),
    ('class="md-path" aria-label="Navigation"', 'class="md-path" aria-label="Breadcrumbs"'),
)


class PluginConfig(base.Config):  # type: ignore[no-untyped-call] # the engine's own
    """The plugin's one option; everything else is in `facts/site.yml`."""

    facts = c.Type(str, default="facts")


class RecordPage(Page):
    """A page whose content is there already."""

    def __init__(self, rendered: RenderedPage, file: File, config: MkDocsConfig, *, edit: str | None) -> None:
        super().__init__(html.escape(rendered.title), file, config)
        self.rendered = rendered
        self.update_date = rendered.updated
        self.edit_url = edit

    def read_source(self, config: MkDocsConfig) -> None:
        """Gives the title and description, escaped: the theme's templates escape nothing, and nobody else does."""
        self.markdown = ""
        self.meta = {"title": html.escape(self.rendered.title), "description": html.escape(self.rendered.description)}
        self.meta["hide"] = ["navigation"]
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


class FactpressPlugin(BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call] # the engine's own
    """Checks the records at each build and adds their pages."""

    serving = False
    policy: ContentPolicy | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether this is a preview, which findings never end."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks the records; in strict mode findings end the build before anything is touched."""
        self.root = root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        docs = posixpath.relpath(Path(config.docs_dir).resolve().as_posix(), root.as_posix())
        self.facts = root / self.config.facts
        if not self.facts.is_dir():
            raise PluginError(f"factpress: there is no folder {self.config.facts}/ beside the configuration")
        self.docs = docs
        dialect = Dialect(tuple(config.markdown_extensions), config.mdx_configs or {})
        self.checked = pipeline.check(root, today=today(), facts=self.config.facts, docs=docs, dialect=dialect)
        self.links = ClaimLinks()
        config.markdown_extensions.append(self.links)  # type: ignore[arg-type] # an extension, where names stand too
        for finding in self.checked.findings:
            words = f"{finding.place}: {finding.code} {finding.name}: {finding.message} (help: {finding.help})"
            log.log(_LEVELS[finding.severity], words)
        dangerous = {"linked-file", "nested-repository", "tangled-text"}
        if any(finding.name in dangerous and finding.place.path.startswith(docs) for finding in self.checked.findings):
            raise PluginError(f"factpress: nothing is built while {docs}/ holds what would hang or mislead the engine")
        if config.strict and not self.serving and self.checked.fails(strict=True):
            raise PluginError("factpress: findings in strict mode; nothing was built")
        self._settings(config)
        return config

    def _settings(self, config: MkDocsConfig) -> None:
        """What `facts/site.yml` says of the site holds for the engine too."""
        site = self.checked.book.site
        if site is not None:
            config.site_name = html.escape(site.name)
            if not self.serving and (site.url != PLACEHOLDER or not config.site_url):
                config.site_url = site.url
            if site.edit and not (config.edit_uri or config.edit_uri_template):
                config.edit_uri_template = site.edit.replace("{path}", f"{posixpath.basename(config.docs_dir)}/{{path}}")
        if not self.serving and config.site_url == PLACEHOLDER:
            log.info(f"the site has no address yet: {PLACEHOLDER} stands for it until facts/site.yml names one")
        if not self.serving and site is not None and site.policies.missing:
            log.info(f"policies that {site.path} does not name: {', '.join(site.policies.missing)}")
        config.extra_css[:0] = [addresses.STYLESHEET, addresses.MATERIAL_STYLESHEET]
        # A site's own theme goes before ours, and ours before the engine's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_THEME))
        config.nav = navigation(config.nav, excluded=config.not_in_nav)
        script = c.ExtraScriptValue(addresses.SCRIPT)
        script.load_dict({"path": addresses.SCRIPT, "defer": True})
        config.extra_javascript.append(script)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds a page for every record, the lists, redirects from former ids, the index of claims, and our own assets."""
        site = self.checked.book.site
        self.linked: LinkedBook = with_links(self.checked.book, directory_urls=config.use_directory_urls)
        self.pages: list[RecordPage] = []
        history = pipeline.history(self.root, self.checked.book, facts=self.config.facts)
        if history.gap:
            log.info(f"pages do not tell what became of their claims before: {history.gap}")
        for rendered in render.render(self.linked, rules=RULES, history=history):
            uri = addresses.source_uri(rendered.address)
            if files.get_file_from_path(uri) is None:
                inclusion = InclusionLevel.INCLUDED if rendered.is_list else InclusionLevel.NOT_IN_NAV
                file = File.generated(config, uri, content="", inclusion=inclusion)
                edit = site.edit.replace("{path}", rendered.record) if site and site.edit and rendered.record else None
                self.pages.append(RecordPage(rendered, file, config, edit=edit))
                files.append(file)
        for beside in (asset(addresses.MATERIAL_STYLESHEET), *site_files(self.linked)):
            files.append(File.generated(config, beside.path, content=beside.text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Puts each record's page below its list, so that tabs and breadcrumbs hold, and dates the pages by records."""
        lists = {page.rendered.address: page for page in self.pages if page.rendered.is_list}
        newest = max((page.update_date for page in self.pages), default="") or UNDATED
        for page in self.pages:
            above = lists.get(page.rendered.address.partition("/")[0] + "/")
            if above is not None and above is not page:
                # Not a section, but it is active and an ancestor alike, which is all that themes ask of a parent.
                page.parent = above  # type: ignore[assignment]
        for file in files.documentation_pages():
            if file.page is not None and not (isinstance(file.page, RecordPage) and file.page.update_date):
                file.page.update_date = newest
        self.nav = nav
        return nav

    @event_priority(-100)  # after plugins that add to what templates know
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Makes the policy of published pages, and puts it into documents that are copied as they are."""
        if self.serving:
            # The preview puts a script of its own into every page.
            return env
        self.policy = ContentPolicy(self._empty_pages(env, config, files))
        for file in files:
            if _is_html(file.src_uri) and not file.is_documentation_page():
                html = file.content_bytes.decode("utf-8", "surrogateescape")
                file.content_bytes = self._published(html, file.src_uri).encode("utf-8", "surrogateescape")
        return env

    def _empty_pages(self, env: Any, config: MkDocsConfig, files: Files) -> Iterator[str]:
        """Pages of the theme without content, one for each way to the site's root that its scripts may name."""
        empty = Page("", File.generated(config, "empty.md", content=""), config)
        empty.content, empty.meta, empty.toc = "", {}, TableOfContents([])
        roots = {get_relative_url(".", file.url) for file in files.documentation_pages()}
        for root in sorted({*roots, urlsplit(config.site_url or "/").path}):
            context = get_context(self.nav, [], config, page=empty)
            context["base_url"] = root
            yield env.get_template("main.html").render(context)

    def _published(self, output: str, name: str) -> str:
        """A page with the policy in it."""
        if self.policy is None:
            return output
        for script in self.policy.stopped_scripts(output):
            log.warning(f"{name}: an inline script that is not the theme's will not run: {shown(script)}")
        applied = self.policy.applied(output)
        if applied is None:
            log.warning(f'{name}: there is no <meta charset="utf-8">, so the page is published without the policy')
        return applied or output

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Says whose text is rendered next, and what the page adds to it."""
        book = self.checked.book
        prose = book.pages.get(page.file.src_uri.rpartition(".")[0])
        added = additions(prose, self.linked) if prose else Added()
        if page.parent is None and "navigation.tabs" in config.theme.get("features", ()):
            # Beside a page that has no siblings the theme would show its own name alone.
            page.meta.setdefault("hide", ["navigation"])
        self.links.begin(book, page.file.src_uri, added)
        return markdown

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Compares what the engine met with what the check met: they read the same text."""
        prose = self.checked.book.pages.get(page.file.src_uri.rpartition(".")[0])
        if prose is not None and not isinstance(page, RecordPage):
            met = [(link.kind, link.id) for link in self.links.met.links]
            if met != [(citation.kind, citation.id) for citation in prose.citations]:
                log.warning(f"{prose.path}: the engine met {len(met)} links to records, the check {len(prose.citations)}")
            self._look_for_policies(prose.path, content)
            for tag in stopped_markup(content):
                log.warning(f"{prose.path}: inline styles and handlers do nothing on published pages: {shown(tag)}")
        return content

    def _look_for_policies(self, path: str, content: str) -> None:
        """Says which headings that policies name are not on the page: only the engine knows what anchors it gives."""
        site = self.checked.book.site
        for policy in site.policies.given if site else ():
            if site and policy.path == path and policy.anchor and f'id="{html.escape(policy.anchor)}"' not in content:
                log.warning(f"{site.path}: `{policy.name}` names #{policy.anchor}, and {path} has no such heading")

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        """Says where the page for addresses that lead nowhere may lead."""
        ways = [("Home", ""), *((kind.title, kind.address) for kind in TOP_PAGES)]
        address = partial(addresses.url, directory_urls=config.use_directory_urls)
        context["fp_ways"] = [(title, address(to) or ".") for title, to in ways]  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Names what the theme leaves without a name of its own, and adds the policy."""
        return self._published(_named(output), page.file.src_uri)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Does the same on the page for addresses that lead nowhere."""
        return self._published(_named(output_content), template_name) if _is_html(template_name) else output_content

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Has the preview follow the records."""
        server.watch(str(self.facts))
        return server


def _is_html(path: str) -> bool:
    return path.lower().endswith((".html", ".htm"))


def _named(output: str) -> str:
    for without, named in _NAMES:
        output = output.replace(without, named)
    return output
