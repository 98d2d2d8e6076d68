"""Hostile prose: every form is a finding with its place, nothing hangs, and nothing is active on the built page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import preview, run, run_mkdocs
from playwright.sync_api import BrowserContext, Page

from factpress.cli.examples import lay

# One line of a page each; every one is a finding on that line.
LINES = {
    "a script": "<script>hacked('script')</script>",
    "a script in a sentence": "a <script>hacked('inline')</script> b",
    "an image's handler": '<img src=x onerror="hacked(1)">',
    "a drawing's handler": '<svg onload="hacked(2)"></svg>',
    "a frame": '<iframe src="javascript:hacked(3)"></iframe>',
    "a refresh": '<meta http-equiv="refresh" content="0; url=https://example.com/">',
    "a base": '<base href="https://example.com/">',
    "a style": "<style>body{display:none}</style>",
    "a details handler": '<details open ontoggle="hacked(4)">x</details>',
    "a form": '<form action="https://example.com/"><input autofocus onfocus="hacked(5)"></form>',
    "a link to a script": "[x](javascript:hacked(6))",
    "capitals": "[x](JaVaScRiPt:hacked(7))",
    "an escaped colon": "[x](javascript&colon;hacked(8))",
    "an escaped break": "[x](java&#x0A;script:hacked(9))",
    "a script behind a blank": "[x](<  javascript:hacked(10)>)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD5oYWNrZWQoKTwvc2NyaXB0Pg==)",
    "vbscript": "[x](vbscript:hacked(11))",
    "an image of a script": "![x](javascript:hacked(12))",
    "an image of data": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "an image from elsewhere": "![x](https://example.com/p.png)",
    "an autolink to a script": "<javascript:hacked(13)>",
    "a reference to a script": "[x][evil]",
    "a comment": "<!-- hidden -->",
    "an attribute": "[x](https://example.com/){: onclick=hacked(14) }",
    "an attribute of a paragraph": "## text {: onmouseover=hacked(15) }",
    "a link to a claim in capitals": "[x](CLAIM:pier-opened)",
    "an autolink to a claim": "<claim:pier-opened>",
    "an unknown claim": "[x](claim:no-such-claim)",
    "a path for an id": "[x](claim:../../etc)",
}
PLAIN = [
    "{{ 7*7 }}",
    "{% raw %}",
    "${7*7}",
    "<%= 7*7 %>".replace("<%=", "&lt;%="),
    '--8<-- "mkdocs.yml"',
    "{!mkdocs.yml!}",
]
CONFIG = (
    "site_name: canary-4711\ntheme: {name: material, font: false}\nplugins: [search, factpress]\n"
    "markdown_extensions: [attr_list, tables, footnotes]\n"
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    lay("", tmp_path)
    (tmp_path / "docs").mkdir()
    page = "\n\n".join(["# Home", *LINES.values(), *PLAIN, "[evil]: javascript:hacked(16)"])
    (tmp_path / "docs/index.md").write_text(page + "\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return tmp_path


def test_every_form_is_a_finding_on_its_line(hostile: Path) -> None:
    done = run("check", "--format", "json", cwd=hostile)
    assert done.returncode == 1 and done.stderr == ""
    found = json.loads(done.stdout)["findings"]
    lines = {finding["line"] for finding in found if finding["path"] == "docs/index.md"}
    text = (hostile / "docs/index.md").read_text("utf-8").split("\n")
    missed = {what for what, line in LINES.items() if text.index(line) + 1 not in lines}
    # A reference is told where it is defined: the words of its use are its own.
    assert missed <= {"a reference to a script"}
    assert all(finding["help"] for finding in found)


def test_nothing_is_published(hostile: Path) -> None:
    assert run("build", cwd=hostile).returncode == 1
    assert run_mkdocs("build", "--strict", cwd=hostile).returncode == 1
    assert not (hostile / "site").exists()


def test_nothing_is_active_where_a_preview_shows_it_all_the_same(
    hostile: Path, unguarded: BrowserContext, serve_folder: Callable[[Path], str]
) -> None:
    preview(hostile)
    said: list[str] = []
    asked: list[str] = []
    tab = unguarded.new_page()
    tab.expose_function("hacked", lambda words: said.append(str(words)))
    tab.on("dialog", lambda dialog: said.append(dialog.message))
    tab.on("request", lambda request: asked.append(request.url))
    address = serve_folder(hostile / "site")
    tab.goto(address, wait_until="networkidle")
    main = tab.locator("article")
    assert main.locator("script, iframe, svg[onload], base, meta, form, details, style").count() == 0
    for link in main.locator("a").all():
        href = link.get_attribute("href") or ""
        assert not href.strip().lower().startswith(("javascript", "data", "vbscript", "java")), href
    for handler in ("onclick", "onmouseover", "onerror", "onload", "ontoggle", "onfocus"):
        assert main.locator(f"[{handler}]").count() == 0
    tab.mouse.move(300, 300)
    tab.wait_for_timeout(300)
    assert [url for url in asked if not url.startswith(address)] == []
    assert "<script>hacked('script')</script>" in main.inner_text()
    assert said == []


def test_words_that_look_like_templates_are_words(hostile: Path, scripted_page: Page) -> None:
    page = "\n\n".join(["# Home", *PLAIN])
    (hostile / "docs/index.md").write_text(page + "\n", "utf-8")
    done = run("build", "--strict", cwd=hostile)
    assert done.returncode == 0, done.stderr
    tab = scripted_page
    tab.goto((hostile / "site/index.html").as_uri())
    text = tab.get_by_role("main").inner_text()
    assert "{{ 7*7 }}" in text and "${7*7}" in text and "49" not in text
    assert "mkdocs.yml" in text and "markdown_extensions" not in text
