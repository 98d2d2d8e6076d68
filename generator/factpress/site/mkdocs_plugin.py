"""The MkDocs plugin: events only. Records become ordinary pages that need no rendering."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from factpress import addresses, pipeline
from factpress.findings import Fault, Finding, counted
from factpress.page_kinds import TOP_PAGES
from factpress.pages import render
from factpress.pages.additions import Added, additions
from factpress.pages.files import asset
from factpress.pages.files import files as site_files
from factpress.pages.links import with_links
from factpress.pages.preview import Preview
from factpress.pipeline import Checked
from factpress.reading.engine_links import EngineLinks
from factpress.reading.prose import front_matter
from factpress.rules import RULES
from factpress.site.active_files import leave_out
from factpress.site.claim_links import ClaimLinks
from factpress.site.clock import today
from factpress.site.configuration import settings_of
from factpress.site.content_policy import ContentPolicy
from factpress.site.crash import name_culprit
from factpress.site.engine_settings import add_edit_links, add_ours, edit_url, escape_settings, missing, take_from_site
from factpress.site.file_places import refuse_places, refuse_replaced, refuse_templates
from factpress.site.findings_log import check_again, log_findings, look_for_policies
from factpress.site.indexing import Indexing
from factpress.site.last_look import is_html
from factpress.site.other_plugins import prose_of, refuse_copies, refuse_taken, rewritten, with_front_matter
from factpress.site.page_days import date_pages
from factpress.site.preview_server import PreviewServer
from factpress.site.record_page import RecordPage, file_of, made_from, url_of
from factpress.site.said_already import SaidAlready
from factpress.site.sharing import with_share
from factpress.site.sieve import Sieve
from factpress.site.theme_seam import add_policy, disarm_words, escape_words, mended, policy_of
from factpress.site.traces import Traces
from factpress.site.written_pages import written_pages

log = get_plugin_logger("factpress")

# Faults of files that would hang or mislead the engine, in a preview too.
_DANGEROUS = frozenset({"linked-file", "nested-repository", "tangled-text", "unreadable-file"})
# Where a preview shows what is found in a page when it is written.
_TOP = "<!-- factpress: findings -->"


class PluginConfig(base.Config):  # type: ignore[no-untyped-call] # the engine's own
    """The plugin's options; everything else is in `facts/site.yml`."""

    facts = c.Type(str, default="facts")
    active_files = c.ListOfItems(c.Type(str), default=[])


class FactpressPlugin(Indexing, BasePlugin[PluginConfig]):  # type: ignore[no-untyped-call] # the engine's own
    """Checks the records at each build and adds their pages."""

    serving = False
    policy: ContentPolicy | None = None
    checked: Checked | None = None
    """What the command found that runs the engine in its own process; without it the plugin checks."""

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Notes whether this is a preview: findings never end it."""
        self.serving = command == "serve"
        self.said = SaidAlready(lambda: self.found.findings, lambda: self.found.settings.docs)
        self.said.begin()

    def on_shutdown(self) -> None:
        """Lets the engine log everything again."""
        self.said.end()

    @event_priority(-100)  # after plugins and hooks that change the settings
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Checks the records, unless the command has done that; an error ends a build before anything is written."""
        self.root = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self.facts = self.root / self.config.facts
        if not self.facts.is_dir():
            raise PluginError(f"factpress: there is no folder {self.config.facts}/ beside the configuration")
        self.found = self._found(config)
        refuse_templates(config)
        self.links = ClaimLinks()
        self.changed: dict[str, str] = {}
        self.converted: dict[str, str] = {}
        self.traces = Traces(Sieve(()).passes)
        self.traces.watch(config.plugins, own=next(name for name, each in config.plugins.items() if each is self))
        config.markdown_extensions.append(self.links)  # type: ignore[arg-type] # an extension, where names stand too
        site = self.found.book.site
        if site is not None:
            take_from_site(config, site, serving=self.serving)
        escape_settings(config)
        for words in [] if self.serving else missing(config, site):
            log.info(words)
        add_ours(config)
        return config

    def _found(self, config: MkDocsConfig) -> Checked:
        """Returns what a check finds, and logs the findings; raises `PluginError` if nothing may be built."""
        found, self.checked = self.checked, None
        settings = settings_of(config, facts=self.config.facts, checked=found.settings if found else None)
        if found is None or found.settings != settings:
            found = pipeline.check(self.root, today=today(), settings=settings)
            log_findings(found.findings)
        if not settings.is_known:
            raise PluginError("factpress: nothing is built: a folder in the settings is not inside the project")
        inside = f"{settings.docs}/"
        if any(each.name in _DANGEROUS and each.place.path.startswith(inside) for each in found.findings):
            raise PluginError(f"factpress: nothing is built: files in {inside} would hang or mislead the engine")
        if not self.serving and found.fails(strict=bool(config.strict)):
            raise PluginError("factpress: the check failed; nothing was built")
        return found

    @event_priority(50)  # before plugins that lead to records' pages, wherever they are in the list
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds a page for every record, the lists, redirects from former ids, the index of claims, our assets."""
        refuse_replaced(files, config)
        leave_out(files, docs_dir=config.docs_dir, written=self.found.settings.written, log=log)
        book, site = self.found.book, self.found.book.site
        published = pipeline.published(book, self.found.settings)
        self.linked = with_links(published, directory_urls=config.use_directory_urls, today=today())
        self.pages: list[RecordPage] = []
        self.history = pipeline.history(self.root, book, facts=self.config.facts)
        if self.history.gap:
            log.info(f"pages do not show the earlier changes of their claims: {self.history.gap}")
        for file in files.documentation_pages():
            prose = book.pages.get(file.src_uri.rpartition(".")[0])
            if prose is not None and prose.is_draft:
                files.remove(file)
            elif prose is not None:
                # The text that was checked is the text that is built, even if the file changes meanwhile. (The
                # setter would also take away the path, which edit links and other plugins need.)
                file._content = self.found.texts[prose.path]
        for rendered in render.render(self.linked, rules=RULES, history=self.history):
            file = file_of(rendered, config, root=self.root, facts=self.config.facts)
            there = files.get_file_from_path(file.src_uri)
            if there is not None:
                refuse_taken(there, self.found)
            else:
                self.pages.append(RecordPage(rendered, file, config, edit=edit_url(site, rendered.record)))
                files.append(file)
        themed = (asset(addresses.MATERIAL_STYLESHEET), asset(addresses.MATERIAL_SCRIPT))
        for beside in (*themed, *site_files(self.linked)):
            files.append(File.generated(config, beside.path, content=beside.text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Puts each record's page below its list, for tabs and breadcrumbs, and dates the pages by records."""
        refuse_copies(self.pages, files, config)
        lists = {page.rendered.address: page for page in self.pages if page.rendered.is_list}
        if site := self.found.book.site:
            add_edit_links(files, config, site, self.found.settings.docs)
        for page in self.pages:
            above = lists.get(page.rendered.address.partition("/")[0] + "/")
            if above is not None and above is not page:
                # Not a section, but it is active and an ancestor alike, which is all that themes ask of a parent.
                page.parent = above  # type: ignore[assignment]
        date_pages(files, self.linked)
        urls = {made_from(file, self.found.settings.docs): url_of(file) for file in files.documentation_pages()}
        self.preview = Preview(self.found.findings if self.serving else (), self.linked, urls)
        self.nav = nav
        return nav

    @event_priority(150)  # before plugins that make elements of titles, as of a list of tags
    def _on_titles(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Escapes titles."""
        escape_words(files, self.nav, front=self._front_matter)
        return env

    @event_priority(-100)  # after plugins that change titles or add to what templates know
    def _on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Escapes titles again; makes the policy, and adds it to documents that are copied unchanged."""
        refuse_places(files, config, serving=self.serving)
        self._check_rewritten(files, config)
        self.settled = [(file, file.page.content) for file in files.documentation_pages() if file.page is not None]
        escape_words(files, self.nav, front=self._front_matter)
        self.policy = policy_of(env, config=config, files=files, nav=self.nav)
        add_policy(files, self.policy)
        settings, site = self.found.settings, self.found.book.site
        self.written = written_pages(
            config, files, policy=self.policy, settings=settings, site=site, traces=self.traces
        )
        for file in files.documentation_pages() if self.serving else ():
            if file.page is not None:
                top = self.preview.top(url_of(file), made_from(file, settings.docs))
                file.page.content = _TOP + top + (file.page.content or "")
        return env

    on_env = CombinedEvent(_on_titles, _on_env)

    def _check_rewritten(self, files: Files, config: MkDocsConfig) -> None:
        """Checks pages again that plugins or hooks changed; raises `PluginError` if that fails."""
        self.changed |= rewritten(files, self.converted, self.changed, self.found)
        if self.changed:
            again = check_again(
                self.changed, self.found, root=self.root, serving=self.serving, strict=bool(config.strict)
            )
            self.preview = Preview(again.findings if self.serving else (), self.linked, self.preview.pages)

    def _front_matter(self, file: File) -> Collection[str]:
        """The keys of a page's front matter; of a page that a plugin added, all that it has."""
        prose = prose_of(file, self.found.book)
        return prose.model_fields_set if prose else file.page.meta if file.page else ()

    def _with_policy(self, output: str) -> str:
        return (self.policy.applied(output) if self.policy else None) or output

    @event_priority(100)  # before plugins that make elements of front matter
    def _on_front_matter(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Escapes the signs of markup in the front matter."""
        disarm_words(page)
        return markdown

    @event_priority(-100)  # after plugins and hooks that change the text
    def _on_text(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Prepares the links of the page that is rendered next, and what is added to it."""
        prose, path = prose_of(page.file, self.found.book), made_from(page.file, self.found.settings.docs)
        if prose:
            checked = self.found.texts[prose.path]
            start = front_matter(checked)[1]
            if markdown.strip() != checked[start:].strip():
                self.changed[prose.path] = checked[:start] + markdown
        elif not isinstance(page, RecordPage) and path not in self.found.texts:
            self.changed[path] = with_front_matter(page.file, markdown)
        if page.parent is None and "navigation.tabs" in config.theme.get("features", ()):
            # Beside a page that has no siblings the theme would show its own name alone.
            page.meta.setdefault("hide", ["navigation"])
        more = additions(prose, self.linked, self.history) if prose else Added()
        if more.has_columns:  # where the theme's list of contents would be
            page.meta["hide"] = [*page.meta.get("hide", []), "toc"]
        self.links.begin(self.found.book, page.file.src_uri, more)
        return markdown

    on_page_markdown = CombinedEvent(_on_front_matter, _on_text)

    def on_page_content(self, content: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Compares what the engine met with what the check met: they read the same text."""
        self.links.end()
        prose = prose_of(page.file, self.found.book)
        if prose is not None and not isinstance(page, RecordPage):
            met = [(link.kind, link.id) for link in self.links.met.links]
            if prose.path not in self.changed and met != [(citation.kind, citation.id) for citation in prose.citations]:
                log.warning(
                    f"{prose.path}: the engine met {len(met)} links to records, the check {len(prose.citations)}"
                )
            if not EngineLinks(self.found.settings.written).has_whole_texts:
                look_for_policies(self.found.book, prose.path, content)
        if not isinstance(page, RecordPage):
            # What plugins return in this event is not on the page before the event ends.
            self.converted[page.file.src_uri] = page.content or ""
        return content

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Gives the 404 page its links."""
        ways = [("Home", ""), *((kind.title, kind.address) for kind in TOP_PAGES)]
        address = partial(addresses.url, directory_urls=config.use_directory_urls)
        context["fp_ways"] = [(title, address(to) or ".") for title, to in ways]  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(-100)  # after plugins and hooks that change the page
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Adds what the theme leaves out, what is shared, and the policy; then looks at what is written."""
        prose = prose_of(page.file, self.found.book)
        output = self._with_policy(mended(with_share(output, page, prose, self.linked, config)))
        found = self._findings(self.written.page(output, page))
        if self.serving:
            output = output.replace(_TOP, self.preview.written(url_of(page.file), found) if found else "", 1)
            self.written.saw(page.file.dest_uri, output)
        return output

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Does the same on the 404 page and other pages that are made of a template alone."""
        if is_html(template_name):
            output_content = self._with_policy(mended(output_content))
            self.written.template(output_content, template_name)
        return output_content

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Looks at all other files, and again at pages that plugins changed; an error ends the build."""
        late = [file for file, content in self.settled if file.page is not None and file.page.content != content]
        if late and not self.serving:
            self._check_rewritten(Files(late), config)
        self.written.again(Path(config.site_dir))
        found = self._findings(self.written.faults())
        log_findings(found)
        if found and not self.serving:
            raise PluginError(f"factpress: {counted(len(found), 'error')} in what was written; do not publish it")

    def _findings(self, faults: Iterable[Fault]) -> tuple[Finding, ...]:
        met = list(faults)
        return pipeline.findings_of(met, self.found.book, today=today()) if met else ()

    def on_build_error(self, *, error: Exception) -> None:
        """Adds the name of the plugin, the hook or the template that ended the build to what the engine shows."""
        name_culprit(error, log)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Makes the preview watch the records, and its server send the policy."""
        server.watch(str(self.facts))
        PreviewServer(server, lambda: self.policy)
        return server
