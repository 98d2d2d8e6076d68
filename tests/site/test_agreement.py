"""`check --strict` and `build --strict` agree: what the engine warns of has a finding, and nothing else has one.

Each site has many links, and the engine is asked about them in one build without the rules of this table: the check
can't answer for it. Each line is a link or an entry that has an address of its own, by which its warning is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from commands import run
from mkdocs.config.defaults import MkDocsConfig

from factpress import pipeline
from factpress.cli.examples import lay
from factpress.rules import RULES, engine_settings
from factpress.site.clock import today
from factpress.site.configuration import configuration

CODES = frozenset({"F060", "F061", "F616", "F617", "F618", "F619"})
EVERYWHERE = """
# docs/stories/pier.md
# The pier

It opened.

## How it opened

At noon.
# docs/a_b.md
x
# docs/odd.md
# `</title>` "a" & b

x
# docs/raw.md
---
allow: [{code: F603, because: It is old.}]
---
<p id="old">x</p>

<a name="older">x</a>
# docs/notes/a.md
[x](gone-from-notes.md)
# docs/.hidden/a.md
[x](gone-from-hidden.md)
$ touch docs/pier.png docs/a.pdf docs/stories/more.png && echo x > docs/a.txt
$ mkdir -p 'docs/\u00e9t\u00e9 2020' && echo '# Odd' > 'docs/\u00e9t\u00e9 2020/c# & co?.md'
$ echo 'formerly: [pier-began]' >> facts/claims/harbour/pier-opened.yml
"""


@dataclass(frozen=True)
class Site:
    """Settings, lines of the home page and lines of `mkdocs.yml`; each line with its address where it is a fault."""

    settings: str = ""
    right: tuple[str, ...] = ()
    wrong: Mapping[str, str] = field(default_factory=dict)
    in_settings: Mapping[str, str] = field(default_factory=dict)
    # What a strict build of the engine's own accepts, and readers miss all the same.
    ours: Mapping[str, str] = field(default_factory=dict)
    more: str = ""

    def lay(self, folder: Path) -> None:
        """Writes the site."""
        lines = [*self.right, *self.wrong, *self.ours]
        text = "\n\n".join(["# Home", *lines, "## More"])
        theme = "" if "theme:" in self.settings else "theme: {name: mkdocs, highlightjs: false}\n"
        settings = f"site_name: Pier\n{theme}plugins: [search, factpress]\n{self.settings}"
        # A line of a file that begins with `# ` is text, not the name of a file.
        lay(f"# mkdocs.yml\n{settings}\n# docs/index.md\n{text}\n{EVERYWHERE}{self.more}", folder)


def links(**levels: str) -> str:
    return f"validation: {{links: {{{', '.join(f'{name}: {level}' for name, level in levels.items())}}}}}\n"


def nav(entries: str, **levels: str) -> str:
    inside = ", ".join(f"{name}: {level}" for name, level in levels.items())
    return f"nav:\n{entries}validation: {{nav: {{{inside}}}}}\n"


PAGES = "  - index.md\n  - stories/pier.md\n"
ODD = "\u00e9t\u00e9 2020/c# & co?.md"
PLAIN = (
    "[x](stories/pier.md) [x](stories/pier.md?a=b) [x](?a=b)",
    "[x](index.md) [x](./index.md) [x](#home) [x](#) [x]()",
    "![x](pier.png) [![x](stories/more.png)](a.pdf)",
    "![x](img/favicon.ico)",
    "`[x](gone-in-code.md)`",
    "```\n[x](gone-in-a-block.md)\n```",
    "<desk@example.org> [x](mailto:desk@example.org) [x](https://example.org/gone.md)",
    f"[x](<{ODD.replace('#', '%23').replace('?', '%3F')}>)",
    "[x](odd.md) [x](a\\_b.md) [x](a_b.md)",
    "[x](claims/pier-opened.md) [x](claims/index.md) [x](sources/gazette-2021-05-30.md) [x](claim:pier-opened)",
    "[x](claims/topic/harbour.md) [x](method/index.md) [x](assets/factpress.css) [x](claims/index.json)",
)
UNRECOGNIZED = ("[x](stories/)", "[x](stories/pier)", "[x](.)", f"[x](<{ODD}>)")
ABSOLUTE = ("[x](/stories/pier.md)", "![x](/gone.png)")
GONE = {
    "[x](stories/gone.md)": "stories/gone.md",
    f"[x]({'long' * 80}.png)": f"{'long' * 80}.png",
    "![x](gone.png)": "gone.png",
    "[![x](pier.png)](gone.pdf)": "gone.pdf",
    "![x](img/favicon.png)": "img/favicon.png",
    "*[x][gone]* and [x][gone]\n\n[gone]: stories/gone-too.md": "stories/gone-too.md",
    "[x](../facts/site.yml)": "../facts/site.yml",
    "[x](../../../../etc/hostname.md)": "../../../../etc/hostname.md",
    "[x](desk@example.org)": "desk@example.org",
    "[x](<a b.md>)": "a b.md",
    "[x](a%20c.md)": "a%20c.md",
    "[x](claims/pier-closed.md)": "claims/pier-closed.md",
    "[x](claims/pier-began.md)": "claims/pier-began.md",
    "[x](claims/topic/pier.md)": "claims/topic/pier.md",
    "[x](sitemap.xml)": "sitemap.xml",
    "| a |\n| --- |\n| [x](gone-in-a-table.md) |": "gone-in-a-table.md",
}
ANCHORS = (
    "[x](#more)",
    "[x](stories/pier.md#how-it-opened)",
    "[x](a.pdf#page=2)",
    "[x](raw.md#old) [x](raw.md#older)",
    "[x](claims/pier-opened.md#evidence-supports)",
    "[x](rules/index.md#f201) [x](claims/topic/harbour.md#topic-harbour)",
)
NO_ANCHORS = {
    "[x](#less)": "#less",
    "[x](stories/pier.md#closed)": "stories/pier.md#closed",
    "[x](claims/pier-opened.md#nothing)": "claims/pier-opened.md#nothing",
    "[x](claims/pier-opened.md#history)": "claims/pier-opened.md#history",
    "[x](rules/index.md#f001x)": "rules/index.md#f001x",
}
POLICIES = "$ echo 'policies: {funding: docs/stories/pier.md#how-it-opened}' >> facts/site.yml\n"
LEFT_OUT = {"[x](notes/a.md)": "notes/a.md", "[x](.hidden/a.md)": ".hidden/a.md"}
ALIKE = "exclude_docs: |\n  /notes/\n  README.md\n"
SITES = {
    "as it is by default": Site(
        ALIKE, (*PLAIN, *UNRECOGNIZED, *ABSOLUTE, *NO_ANCHORS), GONE, ours=LEFT_OUT, more="# docs/README.md\nx\n"
    ),
    "without folders as addresses": Site(
        f"use_directory_urls: false\n{ALIKE}", (*PLAIN, "[x](claims/pier-began.html)"), {"[x](gone.md)": "gone.md"}
    ),
    "where anchors count": Site(
        links(anchors="warn") + ALIKE, (*PLAIN, *ANCHORS), NO_ANCHORS, more=POLICIES
    ),
    "where absolute and odd links count": Site(
        links(unrecognized_links="warn", absolute_links="warn") + ALIKE,
        PLAIN,
        {line: line.rpartition("(")[2].strip("<>)") for line in (*UNRECOGNIZED, *ABSOLUTE)},
    ),
    "where levels go for all groups": Site(
        f"validation: {{unrecognized_links: warn, not_found: info}}\n{ALIKE}",
        (*PLAIN, *GONE), {"[x](stories/pier/)": "stories/pier/"},
    ),
    "where absolute links begin at the folder of prose": Site(
        links(absolute_links="relative_to_docs") + ALIKE,
        (*PLAIN, "[x](/stories/pier.md)", "![x](/pier.png)"),
        {"[x](/stories/gone)": "/stories/gone", "![x](/gone.png)": "/gone.png"},
    ),
    "with a navigation": Site(
        nav(f"{PAGES}  - Twice: ./index.md\n  - https://example.org/\n  - mailto:a@b.c\n  - claims/index.md\n"
            "  - /elsewhere/\n  - pier.png\n  - More:\n    - Deeper:\n      - a_b.md\n      - gone-page.md\n"
            "  - Title: no.md\n")
        + ALIKE + "extra_templates: [a.txt, gone.txt]\n",
        in_settings={"- gone-page.md": "gone-page.md", "- Title: no.md": "no.md", "gone.txt": "gone.txt"},
    ),
    "with a navigation whose absolute paths count": Site(
        nav(f"{PAGES}  - /elsewhere/\n", absolute_links="warn") + ALIKE, in_settings={"- /elsewhere/": "/elsewhere/"}
    ),
    "with a navigation from the folder of prose": Site(
        nav("  - /index.md\n  - /claims/index.md\n  - /elsewhere.md\n", absolute_links="relative_to_docs") + ALIKE,
        in_settings={"- /elsewhere.md": "/elsewhere.md"},
    ),
    "with dead entries that do not count": Site(nav(f"{PAGES}  - gone.md\n", not_found="ignore") + ALIKE),
    "with settings that are inherited": Site(
        f"INHERIT: base.yml\n{ALIKE}", more="$ printf 'nav:\\n- index.md\\n- inherited.md\\n' > base.yml\n",
        in_settings={"- inherited.md": "inherited.md"},
    ),
    "with settings that the engine does not know": Site(
        f"colour: red\ngoogle_analytics: [a, b]\nvalidation: {{footers: warn, links: {{anchor: warn}}}}\n{ALIKE}",
        in_settings={"colour": "colour", "google_analytics": "google_analytics", "footers": "footers",
                     "anchor: warn": "anchor"},
    ),
    "with an empty navigation": Site(f"nav: []\nvalidation: {{nav: {{omitted_files: warn}}}}\n{ALIKE}"),
    "without an address": Site(f"site_url: ''\n{ALIKE}"),
}  # fmt: skip


@dataclass(frozen=True)
class Found:
    """A finding's code, and its line of text from its column."""

    code: str
    rest: str


def findings(folder: Path) -> list[Found]:
    """What a check finds."""
    checked = pipeline.check(folder, today=today(), settings=configuration(folder).settings)
    found = []
    for each in checked.findings:
        if each.severity != "note":
            line = (folder / each.place.path).read_text("utf-8").split("\n")[each.place.line - 1]
            found.append(Found(each.code, line[each.place.column - 1 :]))
    return found


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_the_check_warns_where_the_engine_does(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.lay(tmp_path)
    found = findings(tmp_path)
    addresses = [*site.wrong.values(), *site.ours.values(), *site.in_settings.values()]
    assert {each.code for each in found} <= CODES
    assert sorted(each.rest.partition(")")[0].rstrip(">|] ").partition(": ")[0] for each in found) == sorted(addresses)
    assert run("check", "--strict", cwd=tmp_path).returncode == bool(addresses)

    monkeypatch.setattr(pipeline, "RULES", tuple(rule for rule in RULES if rule.code not in CODES))
    done = run("build", "--strict", cwd=tmp_path)
    warned = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    refused = [*site.wrong.values(), *site.in_settings.values()]
    assert done.returncode == bool(refused), done.stderr
    assert [address for address in refused if not any(f"'{address}'" in line for line in warned)] == []
    assert len(warned) == len(refused) + sum("and [x][gone]" in line for line in site.wrong), "\n".join(warned)


SETTINGS = {
    "edit_uri: edit/main/\n": "warning F060 unknown-setting: `edit/main/` is only a part of an address",
    "edit_uri_template: 'edit/{path}'\n": "warning F060 unknown-setting: `edit/{path}` is only a part of an address",
    "edit_uri: a\nedit_uri_template: 'https://a.example/{path}'\n": "F060 unknown-setting: `edit_uri_template`",
    "nav: [{Home: {Here: index.md}}]\n": "warning F060 unknown-setting: this section of `nav` is not a list",
    "nav: [{Home: }]\n": "error F061 refused-setting: this entry of `nav` names no page",
    "nav: [{Home: index.md, Again: index.md}]\n": "F061 refused-setting: this entry of `nav` does not have exactly one",
    "nav: [[index.md]]\n": "error F061 refused-setting: this section of `nav` has no title",
    "pages: [index.md]\n": "error F061 refused-setting: the engine has no `pages` any more",
    "site_url: example.org\n": "error F061 refused-setting: the engine refuses `example.org` as `site_url`",
    "dev_addr: '8000'\n": "error F061 refused-setting: the engine refuses `8000` as `dev_addr`",
    "exclude_docs: '!'\n": "error F061 refused-setting: the engine refuses `!` as `exclude_docs`",
    "validation: {links: {anchors: relative_to_docs}}\n": "F061 refused-setting: `anchors` is not set to a level",
    "validation: {anchors: yes}\n": "error F061 refused-setting: `anchors` is not set to a level",
    "validation: {absolute_links: relative_to_docs}\n": "",
    "repo_url: https://git.example/a/b\nedit_uri: edit/main/\ndev_addr: 'localhost:80'\n": "",
}


@pytest.mark.parametrize(("settings", "words"), SETTINGS.items(), ids=list(SETTINGS))
def test_settings_that_the_engine_refuses_are_findings(
    settings: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"site_name: Pier\ntheme: {{name: mkdocs, highlightjs: false}}\nplugins: [factpress]\n{settings}"
    lay(f"# mkdocs.yml\n{text}# docs/index.md\n# Home\n", tmp_path)
    done = run("check", "--strict", cwd=tmp_path)
    assert done.returncode == bool(words) and words in done.stdout, done.stdout
    assert done.stdout.count(" F06") == bool(words)
    monkeypatch.setattr(pipeline, "RULES", tuple(rule for rule in RULES if rule.code not in CODES))
    assert run("build", "--strict", cwd=tmp_path).returncode == bool(words)


def test_the_engines_settings_are_known() -> None:
    schema = dict(MkDocsConfig._schema)
    assert {*schema} - {"config_file_path", "mdx_configs", "pages", "google_analytics"} == engine_settings.SETTINGS
    groups = dict(schema["validation"].config_class._schema)
    assert {name: {key for key, _ in group.config_class._schema} for name, group in groups.items()} == {
        name: {*kinds} for name, kinds in engine_settings.LEVELS.items()
    }


HOOK = """
from mkdocs.structure.files import File

def on_files(files, config):
    for name in {names}:
        files.append(File.generated(config, name, content="# Made"))
    return files
"""


@pytest.mark.parametrize(("names", "status"), [(["made.md", "made.png"], 0), (["made.md"], 1), ([], 1)])
def test_what_a_hook_may_add_is_decided_by_the_build(names: list[str], status: int, tmp_path: Path) -> None:
    Site("hooks: [hook.py]\nexclude_docs: /notes/\nnav: [index.md, made.md]\n", ("[x](made.md)", "![x](made.png)")).lay(
        tmp_path
    )
    (tmp_path / "hook.py").write_text(HOOK.format(names=names), "utf-8")
    assert run("check", "--strict", cwd=tmp_path).returncode == 0
    done = run("build", "--strict", cwd=tmp_path)
    assert done.returncode == status and (status == 0 or "made.png" in done.stderr), done.stderr
    # Nothing can be added outside the folder of prose.
    page = tmp_path / "docs/index.md"
    page.write_text(page.read_text("utf-8") + "\n[x](../made.md)\n", "utf-8")
    assert run("check", "--strict", cwd=tmp_path).returncode == 1


def test_a_folder_of_the_theme_may_bring_a_picture_and_no_page(tmp_path: Path) -> None:
    Site(
        "theme: {name: mkdocs, custom_dir: own, highlightjs: false}\nexclude_docs: /notes/\n",
        ("![x](own.png)",),
        {"[x](own.md)": "own.md"},
    ).lay(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "own/own.png").write_text("x", "utf-8")
    assert [(each.code, each.rest) for each in findings(tmp_path)] == [("F616", "own.md)")]
    page = tmp_path / "docs/index.md"
    page.write_text(page.read_text("utf-8").replace("[x](own.md)", ""), "utf-8")
    assert run("build", "--strict", cwd=tmp_path).returncode == 0


HELPS = {
    "[x](storys/pier.md)": "did you mean `stories/pier.md`?",
    "[x](stories/pier.html#how-it-opened)": "did you mean `stories/pier.md#how-it-opened`?",
    "![x](peir.png)": "did you mean `pier.png`?",
    "[x](claims/pier-open.md)": "did you mean `claims/pier-opened.md`?",
    "[x](wholly/unlike/anything/there/is)": "name the Markdown file of a page, or remove the link",
    "[x](wholly/unlike/anything/there/is.md)": "remove the link, or add the file",
    "[x](notes/a.md)": "remove the link, or publish the file: see `exclude_docs` and `draft_docs`",
    "[x](#moore)": "did you mean `#more`?",
    "[x](stories/pier.md#zzz)": "link to the page itself, or to one of its headings",
}


def test_the_help_names_what_was_probably_meant(tmp_path: Path) -> None:
    settings = links(anchors="warn", unrecognized_links="warn") + ALIKE
    Site(settings, (), dict.fromkeys(HELPS, "")).lay(tmp_path)
    done = run("check", cwd=tmp_path)
    found = [line.removeprefix("  help: ") for line in done.stdout.splitlines() if line.startswith("  help: ")]
    assert found == list(HELPS.values()), done.stdout
    assert "docs/index.md:3:5: warning F616 dead-link: `storys/pier.md` leads to no file of the site" in done.stdout


def test_a_link_that_the_engine_can_not_read_is_an_error_and_crashes_nothing(tmp_path: Path) -> None:
    Site(ALIKE, ("[x](https://[abc)",)).lay(tmp_path)
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1 and "docs/index.md:3:5: error F604 unsafe-link" in done.stdout
    assert run("build", cwd=tmp_path).returncode == 1


def test_settings_that_can_not_be_read_are_one_finding(tmp_path: Path) -> None:
    Site("docs_dir: /etc\nnav: [gone.md]\n", ("[x](gone.md)",)).lay(tmp_path)
    assert [each.code for each in findings(tmp_path)] == ["F054"]


def test_no_page_leads_to_prose_that_is_left_out(tmp_path: Path) -> None:
    story = "---\narticle: gazette-2021-05-30\n---\n# {}\n\nThe pier [opened](claim:pier-opened).\n"
    files = f"# docs/drafts/pier.md\n{story}# docs/ferry.md\n{story}".format("Unfinished", "A story")
    Site("exclude_docs: /notes/\ndraft_docs: /drafts/\n", ("[x](claim:pier-opened)",), more=files).lay(tmp_path)
    site = tmp_path / "facts/site.yml"
    site.write_text(site.read_text("utf-8") + "articles: [gazette-2021-05-30]\n", "utf-8")
    done = run("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    shown = {path: path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html")}
    assert [path for path, text in shown.items() if "Unfinished" in text or "drafts/" in text] == []
    claim = tmp_path / "site/claims/pier-opened/index.html"
    assert "A story" in shown[claim] and "ferry/" in shown[tmp_path / "site/index.html"]
