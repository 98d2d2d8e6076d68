"""The policy that published pages carry: which scripts it lets run, and that nothing in content changes it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from commands import run_mkdocs

GOLDEN = Path(__file__).parent.parent / "golden" / "content-policy.txt"
POLICY = re.compile(r'<meta charset="utf-8"(?: /)?>\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def build(project: Path) -> str:
    """What a build says, which has to succeed."""
    done = run_mkdocs("build", cwd=project)
    assert done.returncode == 0, done.stderr
    return done.stderr


def policies(site: Path) -> set[str]:
    """The policies of a site's pages, each of which has one."""
    found = set()
    for page in site.rglob("*.html"):
        (policy,) = POLICY.findall(page.read_text("utf-8"))
        found.add(policy)
    return found


def lines_of(policy: str) -> str:
    return policy.replace("; ", "\n").replace(" 'sha256", "\n  'sha256") + "\n"


def test_the_policy_of_the_first_site_is_the_reviewed_one(first_site: Path) -> None:
    """`GOLDEN=write make test` writes it anew, for a reviewer to read: a new hash is a new script."""
    (policy,) = policies(first_site)
    lines = lines_of(policy)
    if os.environ.get("GOLDEN") == "write":
        GOLDEN.write_text(lines, "utf-8")
    assert lines == GOLDEN.read_text("utf-8")
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy


def test_one_policy_holds_for_all_pages_without_folders_too(site_without_folders: Path) -> None:
    # That it was built in strict mode says that no script or style of it is stopped.
    assert len(policies(site_without_folders)) == 1


def test_one_policy_holds_for_all_pages_of_another_theme(small: Path) -> None:
    config = small / "mkdocs.yml"
    whole = config.read_text("utf-8")
    head, _, tail = whole.partition("theme:\n")
    kept = tail[tail.index("plugins:") :]
    theme = "theme: {name: mkdocs, highlightjs: false}"
    config.write_text(f"{head}{theme}\n{kept}use_directory_urls: false\n", "utf-8")
    build(small)
    (policy,) = policies(small / "site")
    assert lines_of(policy) != GOLDEN.read_text("utf-8")


def test_a_script_in_content_never_becomes_a_script_of_the_theme(small: Path) -> None:
    page = small / "docs/index.md"
    waiver = '---\nallow: [{code: raw-html, until: 2027-02-01, because: "A drawing of our own."}]\n---\n'
    script, style = "<script>counted()</script>", '<p style="color: red" onclick="counted()">x</p>'
    page.write_text(f"{waiver}{page.read_text('utf-8')}\n\n{script}\n\n{style}\n", "utf-8")
    (small / "docs/raw.html").write_text(f"<!doctype html><title>x</title>{script}", "utf-8")
    config = small / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("- factpress", "- factpress: {active_files: [raw.html]}"), "utf-8"
    )
    line = page.read_text("utf-8").split("\n").index(script) + 1
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 1
    for words in (
        f"docs/index.md:{line}:1: F615 blocked-content: `index.html` has an inline script that is not the theme's",
        f"docs/index.md:{line + 2}:1: F615 blocked-content: `index.html` has an inline style",
        f"docs/index.md:{line + 2}:1: F615 blocked-content: `index.html` has the handler `onclick`",
        "docs/raw.html:1:1: F615 blocked-content: `raw.html` has no policy",
        "docs/raw.html:1:32: F615 blocked-content: `raw.html` has an inline script that is not the theme's",
    ):
        assert words in done.stderr
    (small / "site/raw.html").unlink()
    assert {lines_of(policy) for policy in policies(small / "site")} == {GOLDEN.read_text("utf-8")}
