"""F0 of settings: `mkdocs.yml` can be read, and names what exists."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.rules.rule import Problem, Project, rule


@rule("F053")
def unreadable_settings(project: Project) -> Iterator[Problem]:
    """A `mkdocs.yml` that can't be read: no YAML, no plain file, or a file that it inherits from is missing.

    Why: it says where the records and the pages are, and how pages are read. Until it can be read, the check takes
    the records from `facts/` and reads no page.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        plugins: [search, factpress

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        plugins: [search, factpress]
    """
    yield from _as_found(project, "unreadable-settings")


@rule("F054")
def wrong_setting(project: Project) -> Iterator[Problem]:
    """A setting in `mkdocs.yml` with a value of the wrong type, or a folder outside the project.

    Why: the engine refuses it, and a folder outside the project is not part of what is reviewed. If the folder of
    the pages can't be used, the check reads no page.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        docs_dir: ../docs

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        docs_dir: docs
    """
    yield from _as_found(project, "wrong-setting")


@rule("F055")
def unknown_extension(project: Project) -> Iterator[Problem]:
    """A Markdown extension in `mkdocs.yml` that is not installed, is none, or refuses its options.

    Why: extensions decide what a page says, so the check reads no page without them. It imports extensions of
    installed packages only, never a module of the project.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        markdown_extensions:
          - footnote

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        markdown_extensions:
          - footnotes
    """
    yield from _as_found(project, "unknown-extension")


@rule("F056")
def unknown_plugin(project: Project) -> Iterator[Problem]:
    """A plugin in `mkdocs.yml` that is not installed.

    Why: the site can't be built without it.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - serch
          - factpress

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - search
          - factpress
    """
    yield from _as_found(project, "unknown-plugin")


@rule("F057")
def missing_plugin(project: Project) -> Iterator[Problem]:
    """A list of plugins in `mkdocs.yml` without `factpress`.

    Why: the engine would build a site without its records, and without a check.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - search

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - search
          - factpress
    """
    written = project.settings.written
    names = [entry.name for entry in written.entries("plugins")]
    if names and "factpress" not in names and project.settings.is_known:
        yield Problem(
            written.at("plugins"), "the plugin `factpress` is not in the list of plugins", "add `- factpress`"
        )


def _as_found(project: Project, kind: str) -> Iterator[Problem]:
    for fault in project.faults(kind):
        yield Problem(fault.place, fault.found, fault.wanted)
