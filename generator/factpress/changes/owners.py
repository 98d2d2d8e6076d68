"""Who has to look at files that decide how a site is built and checked: the owners that the base's CODEOWNERS name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pathspec

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where the list of owners is looked for, from the repository's root; the first that is there counts."""
# A topic may be called as a theme's folder is, and a source as a package: their records are no such thing.
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
        "it is a template, or a page as it is",
        ("*.jinja", "**/docs/**/*.html", "**/docs/**/*.htm", "**/templates/**/*.html"),
    ),
    ("it is part of the site's theme", ("**/overrides/**", "**/theme/**", _NO_CLAIM)),
    ("it runs or shows on readers' pages", ("*.js", "*.mjs", "*.css", "*.svg")),
    ("it decides what the site asks of its records", ("site.yml",)),
)  # fmt: skip
"""Why an owner has to look at a change of a file, and which files these are, by git's patterns."""
_MATCHERS = tuple((why, pathspec.GitIgnoreSpec.from_lines(patterns)) for why, patterns in GUARDED)
_FIELD = re.compile(r"(?:\\.|\S)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of CODEOWNERS: a pattern as git ignores by it, and the owners. A `flat` one owns no folder's inside."""

    spec: pathspec.GitIgnoreSpec
    flat: bool
    owners: tuple[str, ...]

    def fits(self, path: str) -> bool:
        """Whether the line is about a file, by its path from the repository's root."""
        folder = path.rpartition("/")[0]
        return self.spec.match_file(path) and not (self.flat and folder and self.spec.match_file(folder))


@dataclass(frozen=True)
class Owners:
    """The lines of a CODEOWNERS file; the last that fits counts."""

    lines: tuple[Line, ...] = ()

    def of(self, path: str) -> Sequence[str]:
        """The owners of a file, by its path from the repository's root; none where no line fits."""
        return next((line.owners for line in reversed(self.lines) if line.fits(path)), ())


def parse_owners(text: str) -> Owners:
    """The owners that a CODEOWNERS file names; a line that nobody could read names none."""
    found = (_FIELD.findall(line.partition("#")[0]) for line in text.splitlines())
    return Owners(tuple(line for pattern, *owners in filter(None, found) for line in _line(pattern, owners)))


def _line(pattern: str, owners: Sequence[str]) -> Iterator[Line]:
    # GitHub knows neither negation nor ranges of characters there, and passes over what it can't read.
    if pattern[0] == "!" or "[" in pattern:
        return
    try:
        spec = pathspec.GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return
    # There `docs/*` is about the files in docs alone, where git would ignore folders in it with all that they hold.
    yield Line(spec, pattern.endswith("/*") and not pattern.endswith("**/*"), tuple(owners))


def why_guarded(path: str) -> str:
    """Why an owner has to look at a change of a file, by its path from the repository's root; nothing otherwise."""
    return next((why for why, spec in _MATCHERS if spec.match_file(path) and not path.startswith("tests/")), "")
