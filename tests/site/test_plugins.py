"""Other plugins beside factpress: what the guide's table says is so, and what they do to pages is checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import preview, run, run_mkdocs
from plugin_table import Row, lay, rows

ROWS = tuple(rows())
# `make audit` installs the others, and tries them all.
HERE = [row for row in ROWS if row.package == "Material's own"]
REFUSED = [row for row in ROWS if not row.works]
EXPLAINER = "explainers/use-of-factpress"


def named(row: Row) -> str:
    return row.name


def with_hook(site: Path, code: str) -> None:
    (site / "hook.py").write_text(code, "utf-8")
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "hooks: [hook.py]\n", "utf-8")


def page(site: Path, url: str) -> str:
    return (site / "site" / url / "index.html").read_text("utf-8")


def test_the_table_has_twelve_plugins_and_the_audit_installs_those_that_are_not_material_s(repository: Path) -> None:
    assert len(ROWS) == len({row.name for row in ROWS}) == 12
    packages = re.findall(r"^mkdocs-[\w-]+", (repository / "requirements/plugins.in").read_text("utf-8"), re.MULTILINE)
    assert sorted(packages) == sorted(row.package for row in ROWS if row not in HERE)
    lock = (repository / "requirements/plugins.txt").read_text("utf-8")
    assert all(f"\n{package}==" in lock for package in packages)


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("row", HERE, ids=named)
def test_a_plugin_of_the_theme_works(row: Row, before: bool, small: Path) -> None:
    lay(row, small, before=before)
    done = run("build", "--strict", cwd=small)
    assert done.returncode == 0, done.stderr
    if row.name == "tags":
        assert f'href="../{EXPLAINER}/"' in page(small, "tags")
    else:
        # The excerpt's link is that of the list, and the mark between it and the rest is not shown.
        news = page(small, "blog")
        assert '<a class="fp-claim" href="../claims/three-layers/">three layers</a>' in news
        assert "&lt;!--" not in news + page(small, "blog/2026/11/01/a-post") and "rest of the post" not in news
    if not before:
        assert run_mkdocs("build", "--strict", cwd=small).returncode == 0


@pytest.mark.parametrize("row", REFUSED, ids=named)
def test_a_plugin_that_does_not_work_is_refused_with_its_reason(row: Row, small: Path) -> None:
    lay(row, small, before=False)
    for command in ("check", "build"):
        done = run(command, cwd=small)
        assert done.returncode == 1 and not (small / "site").exists()
        assert re.search(rf"mkdocs\.yml:\d+:\d+: error F620 unfit-plugin: `{row.name}` ", done.stdout + done.stderr)


ASKS_FOR_FILES = """
from pathlib import Path

def on_page_markdown(markdown, page, **more):
    path = Path(page.file.abs_src_path)
    page.meta["made"] = f"<span>{path.name}, {page.file.generated_by}</span>"
    assert path.exists()

def on_page_context(context, page, **more):
    page.content += f"<p>made from {page.meta['made']}</p>"
"""


def test_other_plugins_find_the_record_behind_a_page_and_the_folder_behind_a_list(small: Path) -> None:
    with_hook(small, ASKS_FOR_FILES)
    done = run("build", cwd=small)
    assert done.returncode == 0, done.stderr
    assert "made from <span>three-layers.yml, None</span>" in page(small, "claims/three-layers")
    assert "made from <span>facts, None</span>" in page(small, "claims")
    # Of a page of prose the words are kept, without elements.
    assert "made from use-of-factpress.md, None</p>" in page(small, EXPLAINER)


ADDS_A_PAGE = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "added.md", content={text!r}))
"""
IN_FRONT = "---\narticle: factpress-readme\n---\n\n"
ADDED = {
    "an uncited figure": (f"{IN_FRONT}# A\n\nIt has [three layers](claim:three-layers), and 4,242 died.\n", "F611"),
    "a link that disagrees": ("# A\n\nIt has [17 layers](claim:three-layers).\n", "F612"),
    "raw HTML": ("# A\n\n<script>alert(1)</script>\n", "F603"),
}


@pytest.mark.parametrize(("text", "code"), ADDED.values(), ids=ADDED)
def test_a_page_that_a_plugin_adds_is_checked_by_the_same_rules(text: str, code: str, small: Path) -> None:
    with_hook(small, ADDS_A_PAGE.format(text=text))
    assert run("check", cwd=small).returncode == 0
    done = run("build", cwd=small)
    assert done.returncode == 1 and not (small / "site").exists()
    assert "docs/added.md:" in done.stderr and code in done.stderr and "changed or added docs/added.md" in done.stderr


def test_a_page_that_a_plugin_adds_is_published_if_the_check_accepts_it(small: Path) -> None:
    with_hook(small, ADDS_A_PAGE.format(text=f"{IN_FRONT}# A\n\nIt has [three layers](claim:three-layers).\n"))
    done = run("build", cwd=small)
    assert done.returncode == 0, done.stderr
    assert '<a class="fp-claim" href="../claims/three-layers/">three layers</a>' in page(small, "added")


REWRITES = """
def on_page_content(html, page, **more):
    return html + {more!r} if page.file.src_uri == "explainers/use-of-factpress.md" else html
"""
REWRITTEN = {
    "an uncited figure": ("<p>In all 4,242 people <b>died</b>.</p>", "F611 uncited-figure"),
    "an uncited figure over a picture": ('<img src="../a.png" alt="4,242 dead">', "F611 uncited-figure"),
    "a link that disagrees": ('<p>It has <a href="../../claims/three-layers/">17 layers</a>.</p>', "F612"),
}


@pytest.mark.parametrize(("more", "finding"), REWRITTEN.values(), ids=REWRITTEN)
def test_what_a_plugin_adds_to_the_html_of_a_page_is_checked(more: str, finding: str, small: Path) -> None:
    with_hook(small, REWRITES.format(more=more))
    done = run("build", cwd=small)
    assert done.returncode == 1 and finding in done.stderr and f"changed or added docs/{EXPLAINER}.md" in done.stderr


def test_what_a_plugin_adds_before_us_is_checked_too(small: Path) -> None:
    early = "from mkdocs.plugins import event_priority\n\n@event_priority(90)" + REWRITES
    with_hook(small, early.format(more="<p>In all 4,242 died.</p>"))
    assert "F611 uncited-figure" in run("build", cwd=small).stderr


HARMLESS = {
    "an element around words": "return html.replace(' the ', ' <abbr title=\"that\">the</abbr> ')",
    "a table without figures": "return html + '<table><tr><td>a</td><td>*b* [c](d) - {e}</td></tr></table>'",
    "a link to a claim": "return html + '<p>It has <a href=\"../../claims/three-layers/\">three layers</a>.</p>'",
    "a record's name in code": "return html + '<p>Write <code>claim:x</code> <i>so</i>: a &lt;b&gt; &amp;c.</p>'",
    "a class on every paragraph": "return html.replace('<p>', '<p class=\"x\">')",
}


@pytest.mark.parametrize("code", HARMLESS.values(), ids=HARMLESS)
def test_what_a_plugin_does_to_the_html_of_a_page_without_a_figure_is_published(code: str, small: Path) -> None:
    with_hook(small, f"def on_page_content(html, page, **more):\n    {code}\n")
    done = run("build", cwd=small)
    assert done.returncode == 0, done.stderr


def test_a_title_that_a_plugin_changes_is_checked(small: Path) -> None:
    with_hook(small, "def on_page_markdown(markdown, page, **more):\n    page.meta['title'] = '4,242 dead'\n")
    done = run("build", cwd=small)
    assert done.returncode == 1 and "F611 uncited-figure" in done.stderr


COPIES = """
from mkdocs.structure.files import File, Files

def on_files(files, config):
    return Files([File(f.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls) for f in files])
"""


def test_a_plugin_that_loses_the_pages_of_records_is_refused(small: Path) -> None:
    with_hook(small, COPIES)
    done = run("build", cwd=small)
    assert done.returncode == 1 and not (small / "site").exists()
    assert "can't be used beside factpress: remove `hook.py`" in done.stderr


def test_a_plugin_that_makes_a_page_at_the_address_of_a_record_is_refused(small: Path) -> None:
    code = ADDS_A_PAGE.format(text="# A\n").replace("added.md", "claims/three-layers.md")
    early = code.replace(
        "def on_files", "from mkdocs.plugins import event_priority\n\n@event_priority(90)\ndef on_files"
    )
    with_hook(small, early)
    done = run("build", cwd=small)
    assert done.returncode == 1 and "a plugin made `claims/three-layers.md`, which is the address of" in done.stderr


CRASHES = {
    "a hook": ("def on_nav(nav, **more):\n    return nav.nothing\n", "the hook `hook.py`", "hook.py:2 in on_nav"),
    "a hook that calls a library": (
        "from pathlib import Path\n\ndef on_nav(nav, **more):\n    return Path(None)\n",
        "the hook `hook.py`",
        "hook.py:4 in on_nav",
    ),
    "a hook on a page": (
        "def on_page_markdown(markdown, **more):\n    return markdown[None]\n",
        "the hook `hook.py`",
        "hook.py:2 in on_page_markdown",
    ),
}


@pytest.mark.parametrize(("code", "who", "where"), CRASHES.values(), ids=CRASHES)
def test_a_crash_names_whose_code_it_is_and_shows_its_last_lines(code: str, who: str, where: str, small: Path) -> None:
    with_hook(small, code)
    done = run("build", cwd=small)
    assert done.returncode == 2
    lines = done.stderr.splitlines()
    at = lines.index(f"factpress: {who} crashed:")
    assert lines[at + 1].endswith(where) and re.match(r"  (AttributeError|TypeError): ", lines[at + 2])
    with pytest.raises((AttributeError, TypeError)) as raised:
        run_mkdocs("build", cwd=small)
    assert raised.value.__notes__ == [f"factpress: {who} crashed"]
    with pytest.raises((AttributeError, TypeError)) as raised:
        preview(small)
    assert raised.value.__notes__ == [f"factpress: {who} crashed"]


@pytest.mark.parametrize("code", ["{{ page.nothing.more }}", "{% if %}"], ids=["at run time", "in its syntax"])
def test_a_crash_in_a_template_names_it_with_its_line(code: str, small: Path) -> None:
    (small / "own").mkdir()
    (small / "own/main.html").write_text(
        f'{{% extends "base.html" %}}\n{{% block footer %}}{code}{{% endblock %}}', "utf-8"
    )
    settings = small / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("  name: material\n", "  name: material\n  custom_dir: own\n"), "utf-8")
    done = run("build", cwd=small)
    assert done.returncode == 2, done.stderr
    assert "factpress: the template `main.html` crashed:" in done.stderr and "own/main.html:2 in " in done.stderr


def test_a_plugin_s_own_refusal_is_said_with_its_name(small: Path) -> None:
    code = "from mkdocs.exceptions import PluginError\n\ndef on_nav(nav, **more):\n    raise PluginError('no nav')\n"
    with_hook(small, code)
    done = run("build", cwd=small)
    assert done.returncode == 1 and "factpress: the hook `hook.py` ended the build\nERROR   -  no nav\n" in done.stderr
