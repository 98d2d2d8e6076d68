"""Files under `docs/` that run in readers' browsers when they are opened, and which of them `mkdocs.yml` names."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factpress.reading.written import Key, Written
from factpress.records.page import MARKDOWN

# What browsers run or show as a document that can run scripts, what plug-ins of theirs ran, and what servers run.
ACTIVE = frozenset(
    {
        "html", "htm", "htmls", "xhtml", "xhtm", "xht", "shtml", "shtm", "stm", "mht", "mhtml", "hta", "htc",
        "svg", "svgz", "xml", "xsl", "xslt", "xsd", "rdf", "rss", "atom", "mathml", "mml", "xul", "xbl", "kml", "gpx",
        "js", "mjs", "cjs", "jsm", "es", "wasm", "swf", "jar", "class", "xap",
        "php", "phtml", "phar", "asp", "aspx", "jsp", "cgi",
    }
)  # fmt: skip
# What browsers show or download as what it is, whatever is in it.
INERT = frozenset(
    {
        "png", "apng", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "ico", "tif", "tiff", "heic",
        "mp3", "mp4", "m4a", "m4v", "mov", "ogg", "oga", "ogv", "opus", "wav", "flac", "webm", "vtt", "srt",
        "woff", "woff2", "ttf", "otf", "eot", "css", "map", "txt", "csv", "tsv", "json", "jsonl", "geojson",
        "pdf", "ps", "epub", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf",
        "zip", "tar", "7z", "rar", "parquet", "sqlite", "db", "yml", "yaml", "toml", "ini", "bib", "tex", "py", "ipynb",
        "webmanifest", "ics", "vcf", "sha256", "asc", "sig",
    }
)  # fmt: skip
# The WHATWG's rules for a document without a type look at this many bytes.
MOST_BYTES = 1445
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?[\t\n\f\r ]*<[a-zA-Z!?/]")
# What the engine never copies, whatever the settings say.
_NEVER_COPIED = (".*", "/templates/")


def is_active(path: str, head: Callable[[], bytes]) -> bool:
    """Whether browsers run a file, by its name; by its first bytes, which `head` returns, if the name gives no type.

    Servers may read the type from any ending of a name, such as that of `page.html.old`; the last known one counts.
    """
    name = posixpath.basename(path).lower()
    if name.endswith(MARKDOWN):
        return False
    for ending in reversed(name.split(".")[1:]):
        if ending in ACTIVE or ending in INERT:
            return ending in ACTIVE
    return _MARKUP.match(head()) is not None


@dataclass(frozen=True, slots=True)
class Named:
    """A setting that names a file or, in our own option, a pattern of files, and its keys."""

    keys: tuple[Key, ...]
    path: str
    is_pattern: bool = False

    def matches(self, path: str) -> bool:
        """Whether the setting names a file, by its path from the folder of prose."""
        return bool(_pattern(self.path).fullmatch(path)) if self.is_pattern else self.path == path


def option(written: Written) -> tuple[Key, ...]:
    """The keys of our plugin's options in the settings; empty if the plugin is not there."""
    return next((entry.inside for entry in written.entries("plugins") if entry.name == "factpress"), ())


def named(written: Written) -> Iterator[Named]:
    """Every setting that names a file which may run: scripts, templates, the theme's pictures, and our own option."""
    for key in ("extra_javascript", "extra_templates"):
        for n, one in enumerate(_items(written.get(key))):
            path = one.get("path") if isinstance(one, Mapping) else one
            if isinstance(path, str):
                yield Named((key, n), _clean(path))
    for key in ("logo", "favicon"):
        path = written.get("theme", key)
        if isinstance(path, str):
            yield Named(("theme", key), _clean(path))
    own = option(written)
    for n, path in enumerate(_items(written.get(*own, "active_files"))) if own else ():
        if isinstance(path, str):
            yield Named((*own, "active_files", n), _clean(path), is_pattern=True)


def unnamed(paths: Iterable[str], written: Written) -> list[str]:
    """Those of these active files that the engine copies and no setting names, by their paths from the prose."""
    settings = list(named(written))
    left = [path for path in paths if not any(each.matches(path) for each in settings)]
    if not left:
        return []
    # The library is imported where it is used: most sites have no such file.
    from pathspec import GitIgnoreSpec

    excluded = written.get("exclude_docs")
    lines = [*_NEVER_COPIED, *(excluded.splitlines() if isinstance(excluded, str) else ())]
    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError:
        # The engine refuses such a pattern.
        spec = GitIgnoreSpec.from_lines(_NEVER_COPIED)
    return [path for path in left if not spec.match_file(path)]


def _items(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _clean(path: str) -> str:
    return posixpath.normpath(re.split(r"[?#]", path, maxsplit=1)[0]) if path else path


def _pattern(words: str) -> re.Pattern[str]:
    """A pattern of paths: `*` is a part of a name, `**` also folders; nothing else is special."""
    parts = re.split(r"(\*\*/|\*\*|\*)", words)
    meant = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    return re.compile("".join(meant.get(part) or re.escape(part) for part in parts))
