"""Who reviews files that decide how a site is built and checked: the owners that CODEOWNERS names at the base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pathspec

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""The paths of the list of owners, from the repository's root; the first that exists counts."""
# A topic may have the name of a theme's folder, and a source that of a package: their records are neither.
_NO_CLAIM, _NO_RECEIPT = "!**/claims/*/*.yml", "!**/receipts/*.json"
GUARDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("it decides what runs when the repository changes, or who owns what", ("/.github/", ".ci/")),
    ("it says who owns what", ("CODEOWNERS",)),
    ("it decides what reviewers are shown", (".gitattributes",)),
    ("it decides what is part of the repository", (".gitmodules",)),
    ("it is the code that builds and checks the site", ("*.whl", "**/wheels/**", _NO_CLAIM)),
    (
        "it decides which code builds the site",
        (
            "mkdocs*.yml", "mkdocs*.yaml", "Makefile", "makefile", "GNUmakefile", "pyproject.toml", "setup.cfg",
            "/requirements*", "requirements*.txt", "requirements*.in", "**/requirements*/*.txt",
            "**/requirements*/*.in", "package*.json", _NO_RECEIPT,
        ),
    ),
    ("it is code that builds or checks the site", ("*.py", "*.sh")),
    (
        "it is a template, or a page that is copied as it is",
        ("*.jinja", "**/docs/**/*.html", "**/docs/**/*.htm", "**/templates/**/*.html"),
    ),
    ("it is part of the site's theme", ("**/overrides/**", "**/theme/**", _NO_CLAIM)),
    (
        "it runs or shows on readers' pages",
        (
            "*.js", "*.mjs", "*.cjs", "*.wasm", "*.css", "*.svg", "*.svgz", "*.xhtml", "*.xht", "*.shtml", "*.mht",
            "*.mhtml", "*.hta", "*.htc", "*.swf", "*.xsl", "*.xslt", "**/docs/**/*.xml",
        ),
    ),
    ("it decides what the site asks of its records", ("site.yml",)),
)  # fmt: skip
"""Why an owner reviews a change to a file, and which files these are, by git's patterns."""
_FIELD = re.compile(r"(?:\\.|\S)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of CODEOWNERS: a pattern like those of `.gitignore`, and the owners. A `flat` one owns no subfolders."""

    spec: pathspec.GitIgnoreSpec
    flat: bool
    owners: tuple[str, ...]

    def matches(self, path: str) -> bool:
        """Whether the line covers a file, by its path from the repository's root."""
        folder = path.rpartition("/")[0]
        return self.spec.match_file(path) and not (self.flat and folder and self.spec.match_file(folder))


@dataclass(frozen=True)
class Owners:
    """The lines of a CODEOWNERS file; the last that matches counts."""

    lines: tuple[Line, ...] = ()

    def of(self, path: str) -> Sequence[str]:
        """The owners of a file, by its path from the repository's root; none where no line matches."""
        return next((line.owners for line in reversed(self.lines) if line.matches(path)), ())


def parse_owners(text: str) -> Owners:
    """The owners that a CODEOWNERS file names; a line that can't be read names none."""
    found = (_FIELD.findall(line.partition("#")[0]) for line in text.splitlines())
    return Owners(tuple(line for pattern, *owners in filter(None, found) for line in _line(pattern, owners)))


def _line(pattern: str, owners: Sequence[str]) -> Iterator[Line]:
    # GitHub supports neither negation nor ranges of characters there, and skips lines that it can't read.
    if pattern[0] == "!" or "[" in pattern:
        return
    try:
        spec = _spec([pattern])
    except ValueError:
        return
    # There `docs/*` covers only the files in docs; in `.gitignore` it also covers its subfolders.
    yield Line(spec, pattern.endswith("/*") and not pattern.endswith("**/*"), tuple(owners))


def why_guarded(path: str) -> str:
    """Why an owner reviews a change to a file, by its path from the repository's root; empty for other files."""
    return next((why for why, spec in _guarded() if spec.match_file(path) and not path.startswith("tests/")), "")


@cache
def _guarded() -> Sequence[tuple[str, pathspec.GitIgnoreSpec]]:
    """`GUARDED` with its patterns read."""
    return [(why, _spec(patterns)) for why, patterns in GUARDED]


def _spec(patterns: Sequence[str]) -> pathspec.GitIgnoreSpec:
    """What matches any of these patterns; raises `ValueError` for one that git does not know."""
    # The library is imported where it is used: most checks compare with nothing.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)
