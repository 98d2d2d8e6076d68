"""Owners are read as GitHub reads them, and files that run or show something are guarded."""

from __future__ import annotations

import pytest

from factpress.changes.owners import parse_owners, why_guarded

OWNERS = """
# A remark.
*            @all
/docs/       @writers   # the prose
*.jinja      @designers @writers
apps/        @apps
/facts/receipts/
!/facts/     @nobody
[a-z].yml    @nobody
/docs/my\\ folder/ @ann
/docs/css/*  @painters
*.css/**/*   @deep
\\           @nobody
/odd\\       @nobody
"""


@pytest.mark.parametrize(
    ("path", "owners"),
    [
        ("README.md", ("@all",)),
        ("docs/guides/prose.md", ("@writers",)),
        ("site/docs/x.md", ("@all",)),
        ("generator/pages/claim.html.jinja", ("@designers", "@writers")),
        ("deep/apps/x", ("@apps",)),
        ("facts/receipts/x.json", ()),
        ("facts/site.yml", ("@all",)),
        ("a.yml", ("@all",)),
        ("docs/my folder/x.md", ("@ann",)),
        ("docs/my", ("@writers",)),
        ("docs/css/x.css", ("@painters",)),
        ("docs/css/deep/x.css", ("@writers",)),
        ("x.css/a/b", ("@deep",)),
        ("odd", ("@all",)),
    ],
)
def test_the_last_line_that_fits_counts(path: str, owners: tuple[str, ...]) -> None:
    assert tuple(parse_owners(OWNERS).of(path)) == owners


def test_no_list_names_nobody() -> None:
    assert tuple(parse_owners("").of("mkdocs.yml")) == ()


GUARDED = [
    ".github/workflows/check.yml", ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitattributes",
    "facts/.gitattributes", ".gitmodules", "mkdocs.yml", "site/mkdocs.yml", "Makefile", "pyproject.toml",
    "requirements/dev.txt", "hooks/hook.py", "generator/factpress/pages/templates/claim.html.jinja",
    "overrides/main.html", "docs/x.js", "docs/x.css", "facts/site.yml", "wheels/factpress-1.0-py3-none-any.whl",
    "site/wheels/x.tar.gz", ".ci/run", "tools/build.sh", "package.json", "site/package-lock.json", "setup.cfg",
    "docs/pictures/map.svg", "docs/x.mjs", "docs/x.htm", "GNUmakefile", "site/requirements.txt",
    "site/requirements/dev.txt", "site/overrides/partials/x", "site/theme/x.yml", "sources/mkdocs.yml",
    "facts/claims/theme/hook.py", "requirements-dev.txt", "docs/x.xhtml", "docs/feeds/x.xml", "docs/x.wasm",
]  # fmt: skip
FREE = [
    "facts/claims/harbour/pier.yml", "facts/sources/a.yml", "facts/receipts/a.json", "docs/index.md", "README.md",
    "docs/a.png", "tests/test_all.py", "tests/golden/claim.html", "facts/claims/theme/pier.yml",
    "site/facts/claims/overrides/pier.yml", "facts/claims/wheels/pier.yml", "facts/receipts/package-tour.json",
    "facts/claims/requirements/visa.yml", "pier.html", "facts/entities/requirements.yml", "docs/requirements.md",
    "config/x.xml",
]  # fmt: skip


@pytest.mark.parametrize("path", [*GUARDED, *FREE])
def test_what_is_guarded(path: str) -> None:
    assert bool(why_guarded(path)) == (path in GUARDED)
