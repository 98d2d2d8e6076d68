"""The policy that published pages carry: which scripts it lets run, and what a build says of what it stops."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import environment

GOLDEN = Path(__file__).parent.parent / "golden" / "content-policy.txt"
POLICY = re.compile(r'<meta charset="utf-8"(?: /)?>\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def build(*command: str, cwd: Path) -> str:
    """What a build says, which has to succeed."""
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, timeout=120, env=environment()
    )
    assert run.returncode == 0, run.stderr
    return run.stderr


def policies(site: Path) -> set[str]:
    """The policies of a site's pages, each of which has one."""
    found = set()
    for page in site.rglob("*.html"):
        (policy,) = POLICY.findall(page.read_text("utf-8"))
        found.add(policy)
    return found


def test_the_policy_of_the_first_site_is_the_reviewed_one(first_site: Path) -> None:
    """`GOLDEN=write make test` writes it anew, for a reviewer to read: a new hash is a new script."""
    (policy,) = policies(first_site)
    lines = policy.replace("; ", "\n").replace(" 'sha256", "\n  'sha256") + "\n"
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(lines, "utf-8")
    assert lines == GOLDEN.read_text("utf-8")
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_one_policy_holds_for_all_pages_without_folders_too(theme: str, copy: Path) -> None:
    config = copy / "mkdocs.yml"
    whole = config.read_text("utf-8")
    head, _, tail = whole.partition("theme:\n")
    kept = tail[tail.index("plugins:") :]
    config.write_text(f"{head}theme: {{name: {theme}, font: false}}\n{kept}use_directory_urls: false\n", "utf-8")
    said = build("mkdocs", "build", cwd=copy)
    assert len(policies(copy / "site")) == 1
    assert "inline" not in said


def test_a_script_in_content_never_becomes_a_script_of_the_theme(copy: Path) -> None:
    page = copy / "docs/index.md"
    waiver = '\nallow: [{code: raw-html, until: 2027-02-01, because: "A drawing of our own."}]\n---\n'
    head, rest = page.read_text("utf-8").split("\n---\n", 1)
    script, style = "<script>counted()</script>", '<p style="color: red" onclick="counted()">x</p>'
    page.write_text(f"{head}{waiver}{rest}\n\n{script}\n\n{style}\n", "utf-8")
    (copy / "docs/raw.html").write_text(f"<!doctype html><title>x</title>{script}", "utf-8")
    said = build("mkdocs", "build", cwd=copy)
    assert "index.md: an inline script that is not the theme's will not run: `counted()`" in said
    assert "inline styles and handlers do nothing on published pages" in said and "color: red" in said
    assert 'raw.html: there is no <meta charset="utf-8">' in said
    (copy / "site/raw.html").unlink()
    assert {
        policy.replace("; ", "\n").replace(" 'sha256", "\n  'sha256") + "\n" for policy in policies(copy / "site")
    } == {GOLDEN.read_text("utf-8")}
