"""How the engine reads links: where they lead, which files it publishes, and which faults it warns of.

This follows MkDocs 1.6: `_RelativePathTreeprocessor` for links of prose, `get_navigation` for `nav`, `set_exclusions`
for files that are left out, and the defaults of `validation`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

from factpress.reading.written import Written

if TYPE_CHECKING:
    from pathspec.gitignore import GitIgnoreSpec

Group = Literal["links", "nav"]
RELATIVE_TO_DOCS = "relative_to_docs"
# What the engine warns of where `mkdocs.yml` says nothing else; it is silent about the rest.
_WARNED = frozenset({("links", "not_found"), ("nav", "not_found")})
# Where these themes keep their files, each below the folder of its package.
_THEMES = {
    "material": ("material", "templates"),
    "mkdocs": ("mkdocs", "themes/mkdocs"),
    "readthedocs": ("mkdocs", "themes/readthedocs"),
}
# Plugins that add neither pages nor files, and change no text.
_PLAIN_PLUGINS = frozenset({
    "exclude-search", "factpress", "git-authors", "git-committers", "git-revision-date",
    "git-revision-date-localized", "glightbox", "info", "meta", "minify", "offline", "optimize", "privacy", "redirects",
    "rss", "search", "tags", "typeset",
})  # fmt: skip
# Parts of the names of extensions that bring text of other files into a page.
_READERS = ("snippets", "b64", "include")
# What the engine leaves out unless a pattern brings it back.
_HIDDEN = ".*\n/templates/\n"
# What Python-Markdown writes in place of `&` in the addresses of mail.
_MAIL = "\x02amp\x03"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a link leads: to another site, by an absolute path, to a part of its own page, or to a file.

    `path` is that of the file as the link says it, `file` the one under the folder of prose, and `anchor` a part of it.
    """

    to: Literal["elsewhere", "absolute", "itself", "file"]
    path: str = ""
    file: str = ""
    anchor: str = ""

    @property
    def from_root(self) -> bool:
        """Whether the link's path begins at the root."""
        return self.path.startswith("/")


@dataclass(frozen=True)
class EngineLinks:
    """What `mkdocs.yml` says of links, and of the files that they may lead to."""

    written: Written

    def warns(self, group: Group, name: str) -> bool:
        """Whether the engine warns of a kind of fault."""
        level = self._level(group, name)
        return (group, name) in _WARNED if level is None else level == "warn"

    def is_checked_from_root(self, group: Group) -> bool:
        """Whether a path that begins with `/` begins at the folder of prose, and is checked like others."""
        return self._level(group, "absolute_links") == RELATIVE_TO_DOCS

    def _level(self, group: Group, name: str) -> object:
        own = self.written.get("validation", group, name)
        # What stands above the groups goes for all of them.
        return own if own is not None else self.written.get("validation", name)

    @property
    def directory_urls(self) -> bool:
        """Whether the address of a page is a folder."""
        return self.written.get("use_directory_urls") is not False

    @cached_property
    def is_plain(self) -> bool:
        """Whether no hook and no plugin adds pages or files, changes texts or the navigation, as far as is known."""
        names = [str(entry.name).rpartition("/")[2] for entry in self.written.entries("plugins")]
        return not self.written.get("hooks") and _PLAIN_PLUGINS.issuperset(names)

    @cached_property
    def has_whole_texts(self) -> bool:
        """Whether pages have no text but that of their own files."""
        names = [str(entry.name) for entry in self.written.entries("markdown_extensions")]
        return self.is_plain and not any(part in name for name in names for part in _READERS)

    def is_published(self, file: str) -> bool:
        """Whether a file under the folder of prose is on the published site."""
        if not self._has_patterns:
            return not (file.startswith("templates/") or any(part.startswith(".") for part in file.split("/")))
        return not any(patterns.match_file(file) for patterns in self._left_out)

    def may_miss_nav(self, file: str) -> bool:
        """Whether a page need not be in `nav`."""
        patterns = self.written.get("not_in_nav")
        return bool(patterns) and _patterns(patterns).match_file(file)

    @cached_property
    def _has_patterns(self) -> bool:
        return any(self.written.get(name) for name in ("exclude_docs", "draft_docs"))

    @cached_property
    def _left_out(self) -> tuple[GitIgnoreSpec, ...]:
        named = [self.written.get(name) for name in ("exclude_docs", "draft_docs")]
        return _patterns(_HIDDEN, named[0]), *((_patterns(named[1]),) if named[1] else ())

    def has_theme_file(self, file: str) -> bool | None:
        """Whether the theme brings a file of that path; `None` where that can't be known without running its code."""
        theme = self.written.get("theme")
        name = theme.get("name") if isinstance(theme, Mapping) else theme
        if file.endswith((".html", ".md", ".py", "mkdocs_theme.yml")) or "readme" in file.lower():
            return False
        if file.startswith("locales/") or any(part.startswith(".") for part in file.split("/")):
            return False
        if (isinstance(theme, Mapping) and theme.get("custom_dir")) or (name or "mkdocs") not in _THEMES:
            return None
        package, folder = _THEMES[str(name or "mkdocs")]
        spec = find_spec(package)
        places = (spec.submodule_search_locations if spec else None) or ()
        return any((Path(place) / folder / file).is_file() for place in places)

    def way(self, url: str, page: str) -> Way:
        """Where a link on a page leads; `page` is the page's path under the folder of prose."""
        scheme, host, path, _, anchor = urlsplit(url)
        if scheme or host:
            return Way("elsewhere")
        if url.startswith(("/", "\\")):
            if not self.is_checked_from_root("links"):
                return Way("absolute", unquote(path), _from(page, unquote(path)), anchor)
        elif _MAIL in url:
            return Way("elsewhere")
        elif not path:
            return Way("itself", anchor=anchor)
        return Way("file", unquote(path), _from(page, unquote(path)), anchor)

    def guesses(self, way: Way, page: str) -> Iterator[str]:
        """The files that a link may mean which leads to none, the likeliest first."""
        stem = posixpath.splitext(page)[0]
        is_index = posixpath.basename(stem) in {"index", "README"}
        url = stem if self.directory_urls and not is_index else posixpath.dirname(page)
        for start in dict.fromkeys([way.file, _from(f"{url}/x", way.path)]):
            if self.directory_urls:
                yield start
            if not posixpath.splitext(way.file)[1]:
                yield from (posixpath.join(start, "index.md"), posixpath.join(start, "README.md"))
            if not way.path.endswith(".md") and (self.directory_urls or not way.path.endswith("/")):
                yield start.removesuffix(".html") + ".md"


def named_in_nav(path: str, *, from_root: bool) -> str | None:
    """The file that an entry of `nav` names, or nothing where it leads to another site."""
    try:
        scheme, host, *_ = urlsplit(path)
    except ValueError:
        # The engine ends over such an address.
        scheme = host = ""
    if scheme or host:
        return None
    return PurePosixPath(path.lstrip("/") if from_root else path).as_posix()


def _from(page: str, path: str) -> str:
    """The file that a path on a page names, as the engine counts: a path from the root has no part of the page's."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path).lstrip("/"))


def are_patterns(text: str) -> bool:
    """Whether a text can be read as patterns of files, a line each."""
    from pathspec.gitignore import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines(text.splitlines())
    except ValueError:
        return False
    return True


def _patterns(*values: object) -> GitIgnoreSpec:
    # Most settings have no patterns.
    from pathspec.gitignore import GitIgnoreSpec

    lines = [line for value in values if isinstance(value, str) for line in value.splitlines()]
    try:
        return GitIgnoreSpec.from_lines(lines)
    except ValueError:
        # The engine refuses such patterns.
        return GitIgnoreSpec.from_lines(_HIDDEN.splitlines())
