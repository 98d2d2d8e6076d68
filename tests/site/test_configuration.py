"""`mkdocs.yml` is read in one place: what a check reads of it is what the engine makes of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from commands import preview, run, run_mkdocs, start
from mkdocs.exceptions import Abort

import factpress
from factpress.cli.examples import lay
from factpress.reading import loader
from factpress.reading.settings import Dialect, Settings
from factpress.reading.unable import NoSettings
from factpress.site.configuration import MOST_BYTES, configuration, settings, settings_of

BUILT_IN = Dialect().extensions
HERE = str(Path(factpress.__file__).parent.parent)
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


# Where each is wrong, the words, and whether pages of prose can still be read.
WRONG = {
    "a list": ("- a\n", "1:1 F053 this file contains no settings", False),
    "no YAML": ("a: [b\nc: d\n", "1:4 F053 this can't be read: did not find expected ',' or ']'", False),
    "no YAML, up to its end": ("a: [\n", "1:1 F053 this can't be read: did not find expected node content", False),
    "an unknown tag": ("a: !what x\n", "1:4 F053 this can't be read: could not determine a constructor", False),
    "a day that is none": ("a:\n  b: 2021-13-44\n", "2:6 F053 this can't be read: `2021-13-44` is not a value", False),
    "a character that is none": ("a: b\nc: \x07\n", "2:4 F053 this can't be read: control characters are not", False),
    "a value inside itself": ("a: &a [*a]\n", "1:1 F053 this can't be read: ", False),
    "a parent that is not there": ("INHERIT: nowhere.yml\n", "1:10 F053 `INHERIT` names `nowhere.yml`", False),
    "itself as its parent": ("a: 1\nINHERIT: ./mkdocs.yml\n", "2:10 F053 `INHERIT` names `./mkdocs.yml`, so", False),
    "a parent by an absolute path": ("INHERIT: /dev/stdin\n", "1:10 F053 `INHERIT` names `/dev/stdin`", False),
    "extensions as text": (
        "markdown_extensions: footnotes\n",
        "1:22 F054 `markdown_extensions` has to be a list",
        False,
    ),
    "an extension without a name": ("markdown_extensions: [[a]]\n", "1:23 F054 this is not a name", False),
    "two names in one item": (
        "markdown_extensions:\n  - toc:\n    tables:\n",
        "2:5 F054 this item does not have one name",
        False,
    ),
    "options that are no options": (
        "markdown_extensions:\n  - toc: yes\n",
        "2:10 F054 the options of `toc` are not a mapping",
        False,
    ),
    "prose outside the project": ("docs_dir: ../docs\n", "1:11 F054 `docs_dir` is `../docs`, which is not", False),
    "the project as its prose": ("docs_dir: .\n", "1:11 F054 `docs_dir` is `.`, which is not a folder inside", False),
    "records outside the project": (
        "plugins: [{factpress: {facts: /etc}}]\n",
        "1:31 F054 `facts` is `/etc`, which is not a folder",
        False,
    ),
    "a folder that is a list": ("docs_dir: [a]\n", "1:11 F054 `docs_dir` is not the name of a folder", False),
    "a list that is text": ("nav: index.md\n", "1:6 F054 `nav` has to be a list", True),
    "a switch that is text": ("strict: maybe\n", "1:9 F054 `strict` has to be `true` or `false`", True),
    "a theme that is a list": ("theme: [material]\n", "1:8 F054 `theme` has to be text or a mapping", True),
    "an unknown option": (
        "plugins: [{factpress: {fact: a}}]\n",
        "1:24 F054 the plugin `factpress` has no option",
        True,
    ),
    "an extension that is not there": ("markdown_extensions: [footnote]\n", "1:23 F055 the Markdown extension", False),
    "a module that is no extension": ("markdown_extensions: [this]\n", "1:23 F055 `this` is not a Markdown", False),
    "a class that is no extension": ("markdown_extensions: ['os:PathLike']\n", "1:23 F055 `os:PathLike` is not", False),
    "a class that is not there": ("markdown_extensions: ['footnotes:No']\n", "1:23 F055 the Markdown extension", False),
    "an option of no extension": (
        "markdown_extensions: [{toc: {depth: 1}}]\n",
        "1:24 F055 `toc` can't be loaded: it has no option `depth`",
        False,
    ),
    "a plugin that is not there": ("plugins: [serch, factpress]\n", "1:11 F056 the plugin `serch` is not", True),
    "a theme's own plugin, of another theme": ("plugins: [tags, factpress]\n", "1:11 F056 the plugin `tags` is", True),
    "options of another plugin that are no options": (
        "plugins: [search: 1, factpress]\n",
        "1:19 F054 the options of `search` are not a mapping",
        True,
    ),
    "a hidden character in a tag": (
        "a: !%E2%80%AE x\n",
        "1:4 F053 this can't be read: could not determine a cons",
        False,
    ),
    "a key twice": (
        "plugins: [factpress]\nextra: {b: {c: 1, c: 2}}\n",
        "2:19 F024 the key `c` is already in this mapping, at line 2",
        True,
    ),
    "a list of plugins without ours": ("plugins: [search]\n", "1:10 F057 the plugin `factpress` is not in", True),
}


@pytest.mark.parametrize(("text", "words", "has_prose"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_in_the_file_is_one_finding_with_its_place(
    text: str, words: str, has_prose: bool, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    lay("# docs/index.md\n# Pier\n\nIt [opened](claim:pier-open).", tmp_path)
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    first, *more = run("check", "--select", "F0", cwd=tmp_path).stdout.split("\n\n")
    where, _, found = words.partition(" ")
    code, _, message = found.partition(" ")
    head = first.split("\n")[0]
    assert head.startswith(f"mkdocs.yml:{where}: error {code} ") and f": {message}" in head
    assert [line for line in more if line.startswith("mkdocs.yml")] == []
    # The other findings are shown as well, but for those of pages that can't be read as the site's engine reads them.
    done = run("check", cwd=tmp_path)
    assert done.returncode == 1
    assert ("docs/index.md:3:13: error F201 unknown-id" in done.stdout) is has_prose
    assert run("build", cwd=tmp_path).returncode == 1 and not (tmp_path / "site").exists()
    assert capfd.readouterr() == ("", "")


def test_other_commands_say_in_one_line_why_they_can_not_work(tmp_path: Path) -> None:
    lay("", tmp_path)
    for text, words in (
        ("docs_dir: ..\n", "1:11: `docs_dir`"),
        ("markdown_extensions: [{toc: {a: 1}}]", "1:24: `toc`"),
    ):
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
        for command in (("why", "pier-opened"), ("export", "pages", "out"), ("sign", "pier-opened", "--by", "ann")):
            done = run(*command, cwd=tmp_path)
            assert done.returncode == 2 and done.stderr.startswith(f"factpress: mkdocs.yml:{words}")
            assert done.stderr.count("\n") == 1


def test_without_the_folders_that_it_may_name_nothing_is_checked(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("a: [\n", "utf-8")
    done = run("check", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.startswith("factpress: mkdocs.yml:1:1: this can't be read")


@pytest.mark.parametrize("command", ["check", "build", "serve"])
def test_what_is_no_plain_file_is_not_read(command: str, tmp_path: Path) -> None:
    lay("# parent.yml\nsite_name: Pier", tmp_path)
    path = tmp_path / "mkdocs.yml"

    def said() -> str:
        done = run(command, cwd=tmp_path)
        assert done.returncode == (2 if command == "serve" else 1)
        return done.stdout + done.stderr

    os.mkfifo(path)
    assert "this can't be read: not a regular file" in said()
    path.unlink()
    path.symlink_to(tmp_path / "parent.yml")
    assert "this is a symbolic link, and links are never followed" in said()
    path.unlink()
    with path.open("wb") as file:
        file.truncate(1 << 30)
    assert "this has more than 262,144 bytes" in said()


def test_what_it_inherits_from_is_read_with_the_same_limits(root: Path) -> None:
    (root / "mkdocs.yml").write_text("INHERIT: ../parent.yml\n", "utf-8")
    parent = root.parent / "parent.yml"
    os.mkfifo(parent)
    with pytest.raises(NoSettings, match=r"^\.\./parent\.yml:1:1: this can't be read: not a regular file"):
        settings(root)
    parent.unlink()
    parent.write_text("#" * (MOST_BYTES + 1), "utf-8")
    with pytest.raises(NoSettings, match=r"parent\.yml:1:1: this has more than"):
        settings(root)
    parent.write_text("- a\n", "utf-8")
    with pytest.raises(NoSettings, match=r"parent\.yml:1:1: this file contains no settings"):
        settings(root)
    parent.write_text("a: 1\nb: !what 1\n", "utf-8")
    with pytest.raises(NoSettings, match=r"parent\.yml:2:4: this can't be read"):
        settings(root)
    parent.write_text("docs_dir: texts\n", "utf-8")
    assert settings(root).docs == "texts" and configuration(root).inherited == ("../parent.yml",)


LOCAL = "from markdown import Extension\nopen('ran', 'w').close()\ndef makeExtension(**options): return Extension()\n"


@pytest.mark.parametrize("name", ["own_extension", "footnotes"])
def test_a_check_imports_no_module_of_the_project(name: str, tmp_path: Path) -> None:
    """Neither one that the project names, nor one that has the name of an installed package."""
    lay("", tmp_path)
    (tmp_path / "own_extension.py").write_text(LOCAL, "utf-8")
    (tmp_path / "material").mkdir()
    (tmp_path / "material/__init__.py").write_text("open('ran', 'w').close()\n", "utf-8")
    emoji = "pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji ''}"
    listed = f"markdown_extensions: [{name}, {emoji}]"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Pier\nplugins: [factpress]\n{listed}\n", "utf-8")
    for path in ("", str(tmp_path)):
        done = start("factpress", "check", cwd=tmp_path, PYTHONPATH=os.pathsep.join(filter(None, [path, HERE])))
        assert not (tmp_path / "ran").exists()
        # A folder on Python's path is where the engine finds its modules; a build checks again with them.
        missing = name == "own_extension" and not path
        assert (done.returncode, "F055" in done.stdout) == ((1, True) if missing else (0, False)), done


def test_what_is_wrong_with_the_settings_ends_a_build_of_the_engine_too(small: Path) -> None:
    settings = small / "mkdocs.yml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("  - factpress\n", "  - factpress: {active_file: [a.svg]}\n"), "utf-8")
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 1 and "F054 wrong-setting: the plugin `factpress` has no option" in done.stderr
    assert not (small / "site").exists()


@pytest.mark.parametrize("setting", ["docs_dir: ../elsewhere\n", "plugins: [factpress: {facts: ../elsewhere}]\n"])
def test_the_engine_reads_no_folder_outside_the_project(setting: str, small: Path) -> None:
    (small.parent / "elsewhere").mkdir(exist_ok=True)
    (small.parent / "elsewhere/index.md").write_text("# Elsewhere\n", "utf-8")
    settings = small / "mkdocs.yml"
    settings.write_text(f"site_name: Pier\ntheme: {{name: material, font: false}}\n{setting}", "utf-8")
    if "plugins" not in setting:
        settings.write_text(settings.read_text("utf-8") + "plugins: [factpress]\n", "utf-8")
    done = run_mkdocs("build", cwd=small)
    assert done.returncode == 1 and "is not a folder inside the project" in done.stderr, done.stderr
    with pytest.raises(Abort):
        preview(small)


def test_a_tab_in_the_settings_is_called_a_tab(small: Path) -> None:
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "extra_css:\n\t- look.css\n", "utf-8")
    done = run("check", cwd=small)
    lines = len(settings.read_text("utf-8").splitlines())
    assert f"mkdocs.yml:{lines}:1: error F053" in done.stdout and "it begins with a tab" in done.stdout
    assert "help: write spaces instead" in done.stdout
