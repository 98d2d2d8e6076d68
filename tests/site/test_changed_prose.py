"""What is published is what was checked: prose that a plugin or hook changes afterwards is checked again."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import run, run_mkdocs

EXPLAINER = "explainers/use-of-factpress"
HOOK = """
def on_page_markdown(markdown, page, **more):
    return markdown + {more!r} if page.file.src_uri == {page!r} else markdown
"""
REFUSED = {
    "an uncited figure": ("\n\nIn all 4,242 people died.\n", "F611 uncited-figure"),
    "a link that disagrees": ("\n\nIt has [17 layers](claim:three-layers).\n", "F612 link-disagrees"),
    "a link to no claim": ("\n\nIt has [layers](claim:no-such-claim).\n", "F201 unknown-id"),
    "raw HTML": ("\n\n<script>alert(1)</script>\n", "F603 raw-html"),
}
ALLOWED = {
    "a sentence": "\n\nThis sentence comes from a hook.\n",
    "a table": "\n\n| a | b |\n| --- | --- |\n| c | d |\n",
    "a link to a claim": "\n\nIt has [three layers](claim:three-layers).\n",
    "blank lines alone": "\n\n\n",
}


def changed_by_a_hook(site: Path, more: str) -> None:
    (site / "hook.py").write_text(HOOK.format(more=more, page=f"{EXPLAINER}.md"), "utf-8")
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")


@pytest.mark.parametrize(("more", "finding"), REFUSED.values(), ids=REFUSED)
def test_what_the_check_refuses_is_not_published(more: str, finding: str, small: Path) -> None:
    changed_by_a_hook(small, more)
    assert run("check", "--strict", cwd=small).returncode == 0
    done = run("build", cwd=small)
    assert done.returncode == 1 and not (small / "site").exists()
    assert f"docs/{EXPLAINER}.md:" in done.stderr and finding in done.stderr
    assert "a plugin or hook changed" in done.stderr
    assert run_mkdocs("build", cwd=small).returncode == 1


@pytest.mark.parametrize("more", ALLOWED.values(), ids=ALLOWED)
def test_what_the_check_accepts_is_published(more: str, small: Path) -> None:
    changed_by_a_hook(small, more)
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    text = (small / f"site/{EXPLAINER}/index.html").read_text("utf-8")
    assert ("comes from a hook" in text) == ("hook" in more) and ("<td>c</td>" in text) == ("| c |" in more)


def test_an_untitled_page_is_not_taken_for_a_changed_one(small: Path) -> None:
    (small / "docs/some_page.md").write_text("It has no title. [Gone](gone.md)\n", "utf-8")
    (small / "docs/more").mkdir()
    (small / "docs/more/a-page.md").write_text("# A heading & *more*\n\n[Gone](gone.md)\n", "utf-8")
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 0 and done.stderr.count("gone.md` leads to no file") == 2, done.stderr
