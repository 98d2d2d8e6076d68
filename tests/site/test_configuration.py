"""`mkdocs.yml` is read in one place: what a check reads of it is what the engine makes of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factpress.reading import loader
from factpress.reading.settings import Dialect, Settings
from factpress.reading.unable import NoSettings
from factpress.site.configuration import MOST_BYTES, configuration, settings, settings_of

BUILT_IN = Dialect().extensions
PARENT = "docs_dir: texts\nmarkdown_extensions:\n  - admonition\n"
ALIKE = {
    "nothing but a name": "",
    "extensions by name": "markdown_extensions: [footnotes, attr_list]\n",
    "an extension that is built in, with settings": "markdown_extensions:\n  - toc: {permalink: true}\n",
    "extensions in a mapping": "markdown_extensions: {footnotes: {BACKLINK_TEXT: up}, attr_list: }\n",
    "an extension's function by its name": "markdown_extensions:\n  - pymdownx.emoji:\n"
    "      emoji_index: !!python/name:material.extensions.emoji.twemoji ''\n",
    "another folder of prose": "docs_dir: texts\n",
    "a folder of prose in a folder": "docs_dir: ./texts/more/\n",
    "records in another folder": "plugins:\n  - search\n  - factpress: {facts: records}\n",
    "plugins in a mapping": "plugins: {search: , factpress: {facts: records}}\n",
    "what the environment says": "docs_dir: !ENV [NO_SUCH_VARIABLE, texts]\n",
    "what another file says": "INHERIT: parent.yml\n",
    "what another file says, but for one thing": "INHERIT: parent.yml\ndocs_dir: docs\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("docs", "texts/more", "facts", "records"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "parent.yml").write_text(PARENT, "utf-8")
    return tmp_path


def write(root: Path, more: str) -> None:
    plugins = "" if "plugins:" in more else "plugins: [factpress]\n"
    (root / "mkdocs.yml").write_text(f"site_name: Pier\n{plugins}{more}", "utf-8")


@pytest.mark.parametrize("more", ALIKE.values(), ids=ALIKE)
def test_a_check_reads_what_the_engine_reads(more: str, root: Path) -> None:
    write(root, more)
    read = configuration(root)
    engine = read.engine(strict=False, site_dir=root / "site")
    facts = engine.plugins["factpress"].config["facts"]
    assert read.settings == settings_of(engine, facts=facts)
    assert settings(root) == read.settings


def test_the_cases_differ_from_the_defaults(root: Path) -> None:
    found = []
    for more in ALIKE.values():
        write(root, more)
        found.append(settings(root))
    assert sum(each != Settings() for each in found) == len(ALIKE) - 1
    assert {each.docs for each in found} == {"docs", "texts", "texts/more"}
    assert {each.facts for each in found} == {"facts", "records"}


def test_without_the_file_the_defaults_hold(root: Path) -> None:
    assert settings(root) == Settings("facts", "docs", Dialect(BUILT_IN))
    assert configuration(root).data is None


# What only the engine makes or reads: a check leaves it out, and the build checks again with it.
LEFT_OUT = {
    "an extension that reads files": "markdown_extensions: [{pymdownx.snippets: {base_path: [texts]}}]\n",
    "a function from elsewhere": "markdown_extensions: [{toc: {slugify: !!python/name:os.popen }}]\n",
    "an object": "markdown_extensions: [{toc: {slugify: !!python/object/apply:os.system [touch ran]}}]\n",
    "a module of the project": "extra: {a: !!python/name:local.x }\n",
    "a folder that the engine resolves": "markdown_extensions: [{toc: {title: !relative $config_dir}}]\n",
}


@pytest.mark.parametrize("more", LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_check_runs_nothing_and_reads_nothing_else(
    more: str, root: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.syspath_prepend(str(root))
    (root / "local.py").write_text("open('ran', 'w')\nx = 1\n", "utf-8")
    write(root, more)
    (root / "docs/index.md").write_text('# id > ran\n\n--8<-- "secret.txt"\n', "utf-8")
    (root / "secret.txt").write_text("## A secret\n", "utf-8")
    reading = loader.read(root, settings(root))
    assert settings(root).dialect == Dialect(BUILT_IN)
    assert [page.name for page in reading.pages] == ["id > ran"]
    assert "secret" not in "".join(run.words for page in reading.pages for run in page.runs).replace("secret.txt", "")
    assert not (root / "ran").exists() and capfd.readouterr() == ("", "")


REFUSED = {
    "a list": ("- a\n", "contains no settings"),
    "no YAML": ("a: [\n", "line 2, column 1"),
    "an unknown tag": ("a: !what x\n", "line 1, column 4"),
    "a parent that is not there": ("INHERIT: nowhere.yml\n", "there is no such file"),
    "itself as its parent": ("INHERIT: ./mkdocs.yml\n", "inherits from itself"),
    "a parent by an absolute path": ("INHERIT: /dev/stdin\n", "write a path from the file's own folder"),
    "extensions that are no list": ("markdown_extensions: footnotes\n", "a list of names"),
    "an extension without a name": ("markdown_extensions: [[a]]\n", "a list of names"),
    "prose outside of the project": ("docs_dir: ../docs\n", "not a folder inside the project"),
    "the project as its prose": ("docs_dir: .\n", "not a folder inside the project"),
    "records outside of the project": ("plugins: [{factpress: {facts: /etc}}]\n", "not a folder inside the project"),
    "a folder that is a list": ("docs_dir: [a]\n", "is not the name of a folder"),
}


@pytest.mark.parametrize(("text", "why"), REFUSED.values(), ids=REFUSED)
def test_what_can_not_be_used_is_one_line_that_names_the_file(text: str, why: str, root: Path) -> None:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    with pytest.raises(NoSettings) as raised:
        settings(root)
    assert str(root / "mkdocs.yml") in str(raised.value) and why in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_is_no_plain_file_is_not_read(root: Path) -> None:
    path = root / "mkdocs.yml"
    os.mkfifo(path)
    with pytest.raises(NoSettings, match="can't be read"):
        settings(root)
    path.unlink()
    path.symlink_to(root / "parent.yml")
    with pytest.raises(NoSettings, match="can't be read"):
        settings(root)
    path.unlink()
    path.write_text("#" * (MOST_BYTES + 1), "utf-8")
    with pytest.raises(NoSettings, match="larger than"):
        settings(root)


def test_what_it_inherits_from_is_read_with_the_same_limits(root: Path) -> None:
    (root / "mkdocs.yml").write_text("INHERIT: ../parent.yml\n", "utf-8")
    parent = root.parent / "parent.yml"
    os.mkfifo(parent)
    with pytest.raises(NoSettings, match=r"parent\.yml can't be read"):
        settings(root)
    parent.unlink()
    parent.write_text("#" * (MOST_BYTES + 1), "utf-8")
    with pytest.raises(NoSettings, match=r"parent\.yml is larger than"):
        settings(root)
    parent.write_text("- a\n", "utf-8")
    with pytest.raises(NoSettings, match=r"parent\.yml contains no settings"):
        settings(root)
    parent.write_text("docs_dir: texts\n", "utf-8")
    assert settings(root).docs == "texts" and configuration(root).inherited == ("../parent.yml",)
