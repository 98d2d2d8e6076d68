"""`factpress diff` as its users meet it: in a repository with a history."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from histories import History, published

CLAIM = "facts/claims/harbour/pier-opened.yml"
WHEN = "  when: was “2021-05-29”, now “2021-05”\n"


@pytest.fixture
def history(tmp_path: Path) -> History:
    return published(tmp_path / "project")


def test_a_change_of_the_working_tree_is_told(history: History) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    done = history.run("diff", "main")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 record changed.\n\nclaim pier-opened changed (" + CLAIM + ")\n" + WHEN)


def test_findings_replies_and_drafts_are_told_in_words(history: History) -> None:
    added = "finding: It opened\nchecked: 2021-06-01\nreplies: [{party: harbour-gazette, asked: 2021-06-01, "
    history.append(CLAIM, added + "how: by letter, answer: none}]\n")
    told = history.run("diff", "main").stdout
    assert "  finding: new: “It opened”\n" in told and "  last checked: new: “2021-06-01”\n" in told
    assert "  reply: new: “party: harbour-gazette; asked: 2021-06-01; how: by letter; answer: none”\n" in told
    history.append(CLAIM, "draft: true\n")
    assert "claim pier-opened was removed" in history.run("diff", "main").stdout
    history.commit()
    history.edit(CLAIM, "draft: true\n", "")
    assert "claim pier-opened is new" in history.run("diff", "HEAD").stdout


def test_reformatting_is_no_change_in_meaning(history: History) -> None:
    text = (history.folder / CLAIM).read_text("utf-8")
    head, when, rest = text.partition("when: 2021-05-29\n")
    (history.folder / CLAIM).write_text(f"# A remark\n{head}{rest}{when.replace('2021', ' 2021')}", "utf-8")
    history.commit()
    assert history.run("diff", "main~1").stdout == "No change in meaning.\n"
    assert history.run("diff", "HEAD~1", "HEAD").stdout == "No change in meaning.\n"
    shown = history.run("diff", "HEAD~1", "--format", "markdown").stdout
    assert shown == "## What this changes in the published record\n\nNo change in meaning.\n"


def test_two_revisions_are_compared_whatever_lies_in_the_folder(history: History) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.commit()
    history.edit(CLAIM, "when: 2021-05", "when: 2021")
    assert WHEN in history.run("diff", "main~1", "main").stdout
    whole = json.loads(history.run("diff", "main", "--format", "json").stdout)
    assert [each["words"] for each in whole["records"][0]["changes"]] == ["when: was “2021-05”, now “2021”"]


def test_what_the_base_got_since_is_not_the_changes(history: History) -> None:
    history.git("switch", "--quiet", "--create", "mine")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.commit()
    history.git("switch", "--quiet", "main")
    (history.folder / "facts/entities/north-pier.yml").write_text("name: North Pier\ntype: Place\n", "utf-8")
    history.commit()
    history.git("switch", "--quiet", "mine")
    done = history.run("diff", "main")
    assert "north-pier" not in done.stdout and WHEN in done.stdout
    assert done.stderr.startswith("factpress: compared with ") and done.stderr.count("\n") == 1


def test_each_side_is_read_with_its_own_settings(history: History) -> None:
    history.append("config/parent.yml", "docs_dir: content\nmarkdown_extensions: [footnotes]\n")
    history.append(
        "mkdocs.yml", "INHERIT: config/parent.yml\nsite_name: Pier\nplugins: [{factpress: {facts: records}}]\n"
    )
    history.append("content/index.md", "# Pier\n\n[It opened](claim:pier-opened).[^a]\n\n[^a]: A note.\n")
    history.git("mv", "facts", "records")
    history.commit()
    assert "1 record added.\n\npage index is new (content/index.md)\n" in history.run("diff", "HEAD~1", "HEAD").stdout
    history.edit("content/index.md", "It opened", "It was opened")
    changed = history.run("diff", "HEAD").stdout
    assert "was “‘It opened’ (claim:pier-opened)”, now “‘It was opened’ (claim:pier-opened)”" in changed
    assert "footnote" not in changed and "[^a]" not in changed
    assert history.run("check", "--base", "HEAD").returncode == 0
    history.append("config/parent.yml", "hooks: [hook.py]\n")
    guarded = history.run("check", "--base", "HEAD", "--select", "F711").stdout
    assert (
        "config/parent.yml:1:1: warning F711 guarded-file: " in guarded and "`mkdocs.yml` inherits from it" in guarded
    )


def test_settings_may_be_anywhere_in_the_repository_and_nowhere_else(history: History) -> None:
    site = History(history.folder / "site")
    history.append("base.yml", "docs_dir: content\n")
    history.append("site/mkdocs.yml", "INHERIT: ../base.yml\nsite_name: Pier\nplugins: [factpress]\n")
    history.append("site/content/index.md", "# Pier\n")
    history.git("mv", "facts", "site/facts")
    history.commit()
    site.append("content/index.md", "\n[It opened](claim:pier-opened).\n")
    assert "claim:pier-opened" in site.run("diff", "HEAD").stdout
    history.edit("site/mkdocs.yml", "../base.yml", "../../base.yml")
    commit = history.commit()[:12]
    history.edit("site/mkdocs.yml", "../../base.yml", "../base.yml")
    done = site.run("diff", "HEAD")
    assert done.returncode == 2
    message = "site/mkdocs.yml:1:10: `INHERIT` names `../../base.yml`, and there is no such file"
    assert done.stderr == f"factpress: {commit}:{message}\n"


def test_what_the_settings_of_a_revision_name_is_not_run(history: History) -> None:
    history.append("mkdocs.yml", "site_name: Pier\nplugins: [factpress]\n")
    history.append("docs/index.md", "# id > ran\n")
    history.commit()
    history.append("mkdocs.yml", "markdown_extensions: [{toc: {separator: r, slugify: !!python/name:os.popen }}]\n")
    history.edit("docs/index.md", "# id", "# id >&2")
    history.commit()
    assert history.run("diff", "HEAD~1", "HEAD").stdout.startswith("1 record changed.")
    assert history.run("check", "--base", "HEAD~1").returncode == 0
    assert not (history.folder / "ran").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nowhere",), "there is no revision `nowhere` here"),
        (("main", "nowhere"), "there is no revision `nowhere` here"),
        (("--", "--output=x"), "`--output=x` is not a revision"),
        (("main", "--", "-x"), "`-x` is not a revision"),
        (("main\n--all",), "is not a revision"),
        (("",), "is not a revision"),
        (("main:facts",), "there is no revision `main:facts` here"),
    ],
)
def test_what_is_no_revision_is_said_in_one_line(arguments: tuple[str, ...], words: str, history: History) -> None:
    done = history.run("diff", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert words in done.stderr
    assert not (history.folder / "x").exists()


def test_a_folder_without_a_repository_is_said_in_one_line(tmp_path: Path) -> None:
    done = History(tmp_path).run("diff", "main")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "factpress: this is not a git repository, so there are no revisions to compare with\n"


def test_where_there_are_no_facts_nothing_is_said_to_be_as_it_was(history: History) -> None:
    (history.folder / "facts/README.md").write_text("Records.\n", "utf-8")
    (history.folder / "docs").mkdir(exist_ok=True)
    (history.folder / "docs/index.md").write_text("# Harbour\n", "utf-8")
    for command in (("diff", "main"), ("diff", "HEAD", "HEAD"), ("check",)):
        done = history.run(*command, "--project", "docs")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "factpress: there is no folder facts/ in docs\n"
    # What was there on one side is a change.
    history.git("rm", "-r", "--quiet", "facts")
    assert "removed" in history.run("diff", "main").stdout
    (history.folder / "facts").mkdir(exist_ok=True)
    history.commit()
    done = history.run("diff", "HEAD")
    assert (done.returncode, done.stderr) == (2, "factpress: there are no records under facts\n")


def test_the_repositorys_settings_run_nothing(history: History) -> None:
    told = history.folder.parent / "told"
    program = history.folder.parent / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {told}\ncat\n", "utf-8")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "core.pager", "diff.x.textconv", "diff.x.command"):
        history.git("config", name, str(program))
    history.git("config", "core.hooksPath", str(history.folder.parent))
    (history.folder / ".gitattributes").write_text("*.yml diff=x\n", "utf-8")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    assert WHEN in history.run("diff", "main").stdout
    assert history.run("check", "--base", "main").returncode == 1
    assert not told.exists()


def test_links_and_attributes_of_a_revision_hide_nothing(history: History) -> None:
    (history.folder / ".gitattributes").write_text("facts/** export-ignore\n*.yml filter=x ident\n", "utf-8")
    secret = history.folder.parent / "secret.yml"
    secret.write_text("name: A secret\ntype: Place\n", "utf-8")
    (history.folder / "facts/entities/secret.yml").symlink_to(secret)
    history.commit()
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    done = history.run("diff", "main")
    assert WHEN in done.stdout and "A secret" not in done.stdout
    assert "Could not be read, so their changes are unknown:\n  entity secret\n" in done.stdout


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path) -> None:
    history = published(tmp_path / "whole/site")
    (history.folder / ".git").rename(tmp_path / "whole/.git")
    whole = History(tmp_path / "whole")
    whole.commit("Moved")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    (tmp_path / "whole/.github/workflows").mkdir(parents=True)
    (tmp_path / "whole/.github/workflows/check.yml").write_text("on: push\n", "utf-8")
    assert WHEN in whole.run("diff", "main", "--project", "site").stdout
    found = json.loads(whole.run("check", "--base", "main", "--project", "site", "--format", "json").stdout)["findings"]
    assert {(each["name"], each["path"]) for each in found if each["severity"] != "note"} == {
        ("silent-change", CLAIM),
        ("missing-review", CLAIM),
    }
    whole.commit()
    found = json.loads(whole.run("check", "--base", "HEAD~1", "--project", "site", "--format", "json").stdout)
    assert ("guarded-file", "../.github/workflows/check.yml") in {(e["name"], e["path"]) for e in found["findings"]}
    # GitHub knows paths from the repository's root alone.
    report = whole.run("check", "--base", "HEAD~1", "--project", "site", "--format", "github").stdout
    assert "file=.github/workflows/check.yml," in report and f"file=site/{CLAIM}," in report
    log = json.loads(whole.run("check", "--base", "HEAD~1", "--project", "site", "--format", "sarif").stdout)
    places = {e["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for e in log["runs"][0]["results"]}
    assert places == {".github/workflows/check.yml", f"site/{CLAIM}"}
    assert f"\n{CLAIM}:" in whole.run("check", "--base", "HEAD~1", "--project", "site").stdout


def test_nothing_is_written_and_nothing_left_behind(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    before = {path: path.stat().st_mtime_ns for path in history.folder.rglob("*")}
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(spare))
    assert WHEN in history.run("diff", "main").stdout
    assert {path: path.stat().st_mtime_ns for path in history.folder.rglob("*")} == before
    assert list(spare.iterdir()) == []
