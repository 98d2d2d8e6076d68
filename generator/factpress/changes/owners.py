"""Who has to look at files that decide how a site is built and checked: the owners that the base's CODEOWNERS name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pathspec

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where the list of owners is looked for, from the repository's root; the first that is there counts."""
GUARDED: tuple[tuple[str, str], ...] = (
    ("it decides what runs when the repository changes, or who owns what", "/.github/"),
    ("it says who owns what", "CODEOWNERS"),
    ("it decides what reviewers are shown", ".gitattributes"),
    ("it decides what is part of the repository", ".gitmodules"),
    ("it decides which code builds the site", "mkdocs*.yml"),
    ("it decides which code builds the site", "mkdocs*.yaml"),
    ("it decides which code builds the site", "Makefile"),
    ("it decides which code builds the site", "pyproject.toml"),
    ("it decides which code builds the site", "/requirements*"),
    ("it is code that builds or checks the site", "*.py"),
    ("it is a template, which writes pages as they are", "*.jinja"),
    ("it is a template, which writes pages as they are", "*.html"),
    ("it is part of the site's theme", "/overrides/"),
    ("it is part of the site's theme", "/theme/"),
    ("it runs or shows on readers' pages", "*.js"),
    ("it runs or shows on readers' pages", "*.css"),
    ("it decides what the site asks of its records", "site.yml"),
)
"""Why an owner has to look at a change of a file, and which files these are, by git's patterns."""
_MATCHERS = tuple((why, pathspec.GitIgnoreSpec.from_lines([pattern])) for why, pattern in GUARDED)


@dataclass(frozen=True)
class Owners:
    """Lines of a CODEOWNERS file: patterns as git ignores by them, each with its owners; the last that fits counts."""

    lines: tuple[tuple[pathspec.GitIgnoreSpec, tuple[str, ...]], ...] = ()

    def of(self, path: str) -> Sequence[str]:
        """The owners of a file, by its path from the repository's root; none where no line fits."""
        return next((owners for spec, owners in reversed(self.lines) if spec.match_file(path)), ())


def parse_owners(text: str) -> Owners:
    """The owners that a CODEOWNERS file names; a line that nobody could read names none."""
    lines = []
    for line in text.splitlines():
        pattern, *owners = line.partition("#")[0].split() or [""]
        # GitHub knows neither negation nor ranges of characters there.
        if pattern and pattern[0] != "!" and "[" not in pattern:
            lines.append((pathspec.GitIgnoreSpec.from_lines([pattern]), tuple(owners)))
    return Owners(tuple(lines))


def why_guarded(path: str) -> str:
    """Why an owner has to look at a change of a file, by its path from the repository's root; nothing otherwise."""
    return next((why for why, spec in _MATCHERS if spec.match_file(path) and not path.startswith("tests/")), "")
