"""What browsers run is copied from `docs/` only where `mkdocs.yml` names it: by a check, a build and a preview."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from commands import preview, run, run_mkdocs

from factpress.cli.examples import lay

HTML = "<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title></head><script src=x.js></script></html>"
SETTINGS = "site_name: Harbour facts\ntheme: {name: material, font: false}\nplugins: [search, factpress]\n"
OPTION = "plugins: [search, factpress: {{active_files: [{}]}}]\n"
ACTIVE = {
    "a page": ("plan.html", HTML),
    "a page in capitals": ("PLAN.HTM", HTML),
    "a page in a folder": ("pictures/old/plan.xhtml", HTML),
    "a page behind another ending": ("plan.html.old", HTML),
    "a page that was packed": ("plan.html.gz", "\x1f"),
    "a drawing": ("plan.svg", "<svg/>"),
    "a packed drawing": ("plan.svgz", "\x1f"),
    "a script": ("plan.js", "alert(1)"),
    "a module": ("plan.mjs", "alert(1)"),
    "a feed": ("plan.atom", "<feed/>"),
    "a style of XML": ("plan.xsl", "<x/>"),
    "a saved page": ("plan.mhtml", "MIME-Version: 1.0"),
    "a program": ("plan.wasm", "\0asm"),
    "what a server runs": ("plan.php", "<?php"),
    "markup without an ending": ("plan", f"\ufeff \n{HTML}"),
    "markup with an unknown ending": ("plan.v2", HTML),
    "markup in a hidden folder's like": ("a.b/plan", "<!-- x --><script>alert(1)</script>"),
}
QUIET = {
    "a picture": ("plan.png", "<script>"),
    "a text": ("plan.txt", HTML),
    "a table": ("plan.csv", HTML),
    "packed data": ("plan.tar.gz", "\x1f"),
    "a page of prose": ("plan.md", "# Plan\n"),
    "a word without an ending": ("CNAME", "pier.example\n"),
    "a number without an ending": ("plan", "1 < 2\n"),
    "a hidden file": (".plan.html", HTML),
    "a file in a hidden folder": (".old/plan.html", HTML),
    "a template": ("templates/plan.html", HTML),
}
NAMES = {
    "a script": ("plan.js", "extra_javascript: [plan.js]\n"),
    "a script with options": ("js/plan.mjs", "extra_javascript: [{path: js/plan.mjs, type: module}]\n"),
    "a script with a version": ("plan.js", "extra_javascript: ['./plan.js?v=2']\n"),
    "a template": ("plan.xml", "extra_templates: [plan.xml]\n"),
    "a logo": ("pictures/plan.svg", "theme: {name: material, logo: pictures/plan.svg}\n"),
    "an icon": ("plan.svg", "theme: {name: material, favicon: plan.svg}\n"),
    "an excluded file": ("old/plan.html", "exclude_docs: |\n  old/\n"),
    "the option": ("plan.html", OPTION.format("plan.html")),
    "the option, with a pattern": ("pictures/plan.svg", OPTION.format("pictures/*.svg")),
    "the option, with any folders": ("a/b/plan.svg", OPTION.format("'**/*.svg'")),
    "the option, for a name with signs": ("plan [1] (a).html", OPTION.format("'plan [1] (a).html'")),
    "the option in another file": ("plan.html", "INHERIT: parent.yml\n"),
}
UNNAMED = {
    "a file in a folder below": ("pictures/old/plan.svg", OPTION.format("pictures/*.svg, pictures/x.svg")),
    "a file of the same name": ("old/plan.html", OPTION.format("plan.html")),
    "a sign that is none": ("planxhtml.html", OPTION.format("plan.html")),
    "a script that is named elsewhere": ("plan.js", "extra_css: [plan.js]\n"),
    "another letter case": ("Plan.js", "extra_javascript: [plan.js]\n"),
}


def put(root: Path, path: str, text: str, settings: str = SETTINGS) -> None:
    lay("# docs/index.md\n# Pier", root)
    file = root / "docs" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    (root / "parent.yml").write_text(OPTION.format("plan.html"), "utf-8")
    (root / "mkdocs.yml").write_text(settings, "utf-8")


def found(root: Path) -> list[str]:
    """The places and codes of what a check says of files that browsers run."""
    done = run("check", "--select", "F614,F058,F0", cwd=root)
    return re.findall(r"^(\S.*?):1:1: error (F614)|^mkdocs\.yml:(\S+): error (F\d+)", done.stdout, re.MULTILINE)


@pytest.mark.parametrize(("path", "text"), ACTIVE.values(), ids=ACTIVE)
def test_what_browsers_run_is_found(path: str, text: str, tmp_path: Path) -> None:
    put(tmp_path, path, text)
    assert found(tmp_path) == [(f"docs/{path}", "F614", "", "")]


@pytest.mark.parametrize(("path", "text"), QUIET.values(), ids=QUIET)
def test_other_files_and_what_is_not_copied_are_not_found(path: str, text: str, tmp_path: Path) -> None:
    put(tmp_path, path, text)
    assert found(tmp_path) == []


@pytest.mark.parametrize(("path", "settings"), NAMES.values(), ids=NAMES)
def test_a_file_that_the_settings_name_is_not_found(path: str, settings: str, tmp_path: Path) -> None:
    put(tmp_path, path, HTML, settings)
    assert found(tmp_path) == []


@pytest.mark.parametrize(("path", "settings"), UNNAMED.values(), ids=UNNAMED)
def test_a_setting_names_what_it_says_and_nothing_else(path: str, settings: str, tmp_path: Path) -> None:
    put(tmp_path, path, HTML, settings)
    assert (f"docs/{path}", "F614", "", "") in found(tmp_path)


@pytest.mark.parametrize(
    ("before", "help", "after"),
    [
        (SETTINGS, "write `- factpress: {active_files: [plan.html]}`", OPTION.format("plan.html")),
        (
            "plugins: [factpress: {facts: facts}]\n",
            "add `active_files: [plan.html]` to the options of `factpress`",
            "plugins: [factpress: {facts: facts, active_files: [plan.html]}]\n",
        ),
        (OPTION.format("a.svg"), "add plan.html to `active_files`", OPTION.format("a.svg, plan.html")),
    ],
)
def test_the_help_is_the_line_to_write(before: str, help: str, after: str, tmp_path: Path) -> None:
    put(tmp_path, "plan.html", HTML, before)
    (tmp_path / "docs/a.svg").write_text("<svg/>", "utf-8")
    assert help in " ".join(run("check", cwd=tmp_path).stdout.split())
    (tmp_path / "mkdocs.yml").write_text(after, "utf-8")
    assert ("docs/plan.html", "F614", "", "") not in found(tmp_path)


def test_the_help_for_a_name_with_signs_can_be_written_as_it_is(tmp_path: Path) -> None:
    put(tmp_path, "it's a plan, [1].html", HTML)
    (line,) = re.findall(r"`- factpress: (\{.*\})`", run("check", cwd=tmp_path).stdout)
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Pier\nplugins:\n  - factpress: {line}\n", "utf-8")
    assert found(tmp_path) == []


def test_files_of_one_kind_in_one_folder_are_one_finding_with_one_pattern(tmp_path: Path) -> None:
    put(tmp_path, "pictures/a.svg", "<svg/>")
    for name in "bcdefgh":
        (tmp_path / f"docs/pictures/{name}.svg").write_text("<svg/>", "utf-8")
    for name in ("a.xml", "i.SVG"):
        (tmp_path / "docs/pictures" / name).write_text("<a/>", "utf-8")
    report = run("check", cwd=tmp_path).stdout
    places = [place for place, *_ in found(tmp_path)]
    assert places == ["docs/pictures/a.svg", "docs/pictures/a.xml", "docs/pictures/i.SVG"]
    assert "; 7 more files of this kind: `pictures/b.svg`" in report and "`pictures/g.svg`" not in report
    assert "active_files: [pictures/*.svg]" in report


def test_an_entry_that_names_no_such_file_is_idle(tmp_path: Path) -> None:
    put(
        tmp_path,
        "plan.png",
        "x",
        "plugins:\n  - factpress:\n      active_files:\n        - plan.png\n        - '*.svg'\n",
    )
    assert found(tmp_path) == [("", "", "4:11", "F058"), ("", "", "5:11", "F058")]


@pytest.mark.parametrize("command", [("build",), ("mkdocs", "build")])
def test_nothing_is_built_with_it(command: tuple[str, ...], tmp_path: Path) -> None:
    put(tmp_path, "plan.svg", "<svg/>")
    done = run_mkdocs("build", cwd=tmp_path) if command[0] == "mkdocs" else run(*command, cwd=tmp_path)
    assert done.returncode == 1 and "F614 active-file" in done.stderr and not (tmp_path / "site/index.html").exists()


def test_a_preview_leaves_out_what_is_not_named(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    put(tmp_path, "plan.html", HTML, SETTINGS.replace("factpress]", "factpress: {active_files: [plan.html]}]"))
    docs = tmp_path / "docs"
    for name in ("x.js", "plan.svg", "welcome", "run.js", "plan.png", "draft.html"):
        (docs / name).write_text(HTML, "utf-8")
    (docs / "run.js").chmod(0o755)
    with (tmp_path / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("draft_docs: draft.html\n")
    preview(tmp_path)
    site = tmp_path / "site"
    assert (site / "plan.html").is_file() and (site / "plan.png").is_file() and (site / "index.html").is_file()
    assert not any((site / name).exists() for name in ("x.js", "plan.svg", "welcome", "run.js", "draft.html"))
    said = "left out, because mkdocs.yml does not name them: `draft.html`, `plan.svg`, `run.js`, `welcome` and `x.js`"
    assert said in caplog.text
