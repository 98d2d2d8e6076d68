"""F6 of files beside pages: what runs in readers' browsers is named by `mkdocs.yml`, and nothing else is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from factpress.findings import Place, counted, shown
from factpress.reading.active_files import named, option, unnamed
from factpress.reading.written import Written
from factpress.rules.rule import Problem, Project, rule

_MOST_NAMED = 5
_PLAIN = re.compile(r"[\w][\w./*-]*")
_SCRIPTS = (".js", ".mjs", ".cjs")


@rule("F614")
def active_file(project: Project) -> Iterator[Problem]:
    """A file under `docs/` that browsers run, such as HTML, SVG, XML or a script, and that `mkdocs.yml` does not name.

    Why: the engine copies every file to the site, where it runs as a part of it, for everyone who opens it. The owner
    names the files that may: under `extra_javascript`, `extra_templates`, `theme.logo` or `theme.favicon`, and all
    others under `active_files`, an option of the plugin `factpress`, where `*` is any part of a name and `**` any
    folders. A file without a known ending counts if it begins with markup. Files of one kind in one folder are one
    finding. A preview leaves such files out.

    Bad:

        # docs/pictures/plan.svg
        <svg xmlns="http://www.w3.org/2000/svg"><script href="https://example.com/x.js"/></svg>

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - search
          - factpress:
              active_files: [pictures/*.svg]
        # docs/pictures/plan.svg
        <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>
    """
    if not project.settings.is_known:
        return
    docs, written = project.settings.docs, project.settings.written
    alike: dict[tuple[str, str], list[str]] = {}
    for path in unnamed([path.removeprefix(f"{docs}/") for path in project.reading.active], written):
        folder, name = posixpath.split(path)
        alike.setdefault((folder, posixpath.splitext(name)[1]), []).append(path)
    for (folder, ending), (first, *more) in alike.items():
        others = ", ".join([*map(shown, more[:_MOST_NAMED]), *(["…"] if len(more) > _MOST_NAMED else [])])
        also = f"; {counted(len(more), 'more file')} of this kind: {others}" if more else ""
        what = (
            f"a `{ending}` file runs in browsers" if ending else "this file begins with markup, so browsers may run it"
        )
        message = f"{what}, and {shown(first)} is not named in `mkdocs.yml`{also}"
        pattern = posixpath.join(folder, f"*{ending}") if more and ending else first
        yield Problem(Place(f"{docs}/{first}"), message, _help(first, pattern, written, many=bool(more)))


@rule("F058")
def idle_active_file(project: Project) -> Iterator[Problem]:
    """An entry of `active_files` in `mkdocs.yml` that names no file which browsers run.

    Why: what is allowed is what was looked at. An entry without a file would allow one that comes later.

    Bad:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - search
          - factpress:
              active_files: [plan.html]

    Good:

        # mkdocs.yml
        site_name: Harbour facts
        plugins:
          - search
          - factpress:
              active_files: [plan.html]
        # docs/plan.html
        <!doctype html>
        <title>The plan of the pier</title>
    """
    if not project.settings.is_known:
        return
    docs, written = project.settings.docs, project.settings.written
    paths = [path.removeprefix(f"{docs}/") for path in project.reading.active]
    for entry in named(written):
        if entry.is_pattern and not any(map(entry.matches, paths)):
            message = f"{shown(str(written.get(*entry.keys)))} names no file under `{docs}/` that browsers run"
            yield Problem(
                written.at(*entry.keys), message, "correct the path, which begins below that folder, or remove it"
            )


def _help(first: str, pattern: str, written: Written, *, many: bool) -> str:
    """The line to add, by what the file of settings has already."""
    kind = "these files belong" if many else "it belongs"
    if first.lower().endswith(_SCRIPTS) and not many:
        return (
            f"if pages need it, add `- {_yaml(first)}` to `extra_javascript` in mkdocs.yml; otherwise remove the file"
        )
    own = option(written)
    options = written.get(*own) if own else None
    entry = _yaml(pattern)
    if isinstance(options, Mapping) and options.get("active_files"):
        line = f"add {entry} to `active_files` in mkdocs.yml"
    elif isinstance(options, Mapping) and options:
        line = f"add `active_files: [{entry}]` to the options of `factpress` in mkdocs.yml"
    else:
        line = f"write `- factpress: {{active_files: [{entry}]}}` in the list of plugins in mkdocs.yml"
    return f"if {kind} to the site, {line}; otherwise remove {'them' if many else 'it'}"


def _yaml(path: str) -> str:
    """A path as a value in a list of YAML."""
    return path if _PLAIN.fullmatch(path) else f"'{path.replace(chr(39), chr(39) * 2)}'"
