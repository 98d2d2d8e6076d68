"""The past of a claim on its page, from real repositories: what became of its record, in the words of a diff."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from histories import History, published
from one_page import render_page

from factpress.pages.history import MOST_CHANGES, MOST_EVENTS
from factpress.pages.links import with_links
from factpress.pipeline import book_of, history
from factpress.rules import RULES

CLAIM = "facts/claims/harbour/pier-opened.yml"
DAY = "24 November 2026"
NEW = [DAY, "The record is new."]


@pytest.fixture
def project(tmp_path: Path) -> History:
    return published(tmp_path / "project")


def page(folder: Path, id: str = "pier-opened") -> str:
    """The page of a claim, as the site shows it."""
    _, book = book_of(folder)
    return render_page(f"claims/{id}/", with_links(book), rules=RULES, history=history(folder, book)).html


def past(folder: Path, id: str = "pier-opened") -> list[str]:
    """The words of the page's history, line by line."""
    section = page(folder, id).partition('<h2 id="history">History</h2>')[2].partition("</dl>")[0]
    lines = (re.sub(r"<[^<>]*>", "", line).strip() for line in section.splitlines())
    return [line for line in lines if line]


def test_a_record_that_never_changed_tells_when_it_was_published(project: History) -> None:
    assert past(project.folder) == NEW


def test_a_change_is_told_with_its_day_in_the_words_of_a_diff(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    told = project.run("diff", "main").stdout.splitlines()[3].strip()
    project.commit()
    assert told == "when: was “2021-05-29”, now “2021-05”"
    assert past(project.folder) == [DAY, "The record changed: when", told, *NEW]


def test_another_layout_of_a_record_is_nothing_to_tell(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when:   2021-05-29  # a Saturday")
    project.commit()
    assert past(project.folder) == NEW


def test_what_is_not_committed_is_no_history(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    assert past(project.folder) == NEW
    (project.folder / "facts/claims/harbour/pier-first.yml").write_bytes((project.folder / CLAIM).read_bytes())
    assert past(project.folder, "pier-first") == []


def test_a_claim_keeps_its_past_under_another_id_and_topic(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    project.commit()
    (project.folder / "facts/claims/piers").mkdir()
    project.git("mv", CLAIM, "facts/claims/piers/north-pier-opened.yml")
    project.edit(
        "facts/claims/piers/north-pier-opened.yml", "when: 2021-05\n", "when: 2021-05\nformerly: [pier-opened]\n"
    )
    project.commit()
    assert past(project.folder, "north-pier-opened") == [
        DAY, "The record has a new id: topic, formerly",
        "topic: was “harbour”, now “piers”", "formerly: new: “pier-opened”",
        DAY, "The record changed: when", "when: was “2021-05-29”, now “2021-05”", *NEW,
    ]  # fmt: skip


def test_a_merge_is_one_change_whatever_was_tried_on_the_way(project: History) -> None:
    project.git("switch", "--quiet", "--create", "mine")
    for was, now in (("2021-05-29", "2021"), ("2021", "2021-06"), ("2021-06", "2021-05")):
        project.edit(CLAIM, f"when: {was}\n", f"when: {now}\n")
        project.commit()
    project.git("switch", "--quiet", "main")
    project.git("merge", "--quiet", "--no-ff", "--message", "Merged", "mine")
    assert past(project.folder) == [DAY, "The record changed: when", "when: was “2021-05-29”, now “2021-05”", *NEW]


def test_a_claim_that_was_gone_and_came_again_says_so(project: History) -> None:
    project.git("rm", "--quiet", CLAIM)
    project.commit()
    project.git("checkout", "--quiet", "HEAD~1", "--", CLAIM)
    project.commit()
    assert past(project.folder) == [*NEW, DAY, "The record was removed.", *NEW]


def test_a_version_that_could_not_be_read_is_passed_over(project: History) -> None:
    text = (project.folder / CLAIM).read_text("utf-8")
    for broken in ("claim: [", "claim: It is so.\nno_field: 1\n", "\0", "# " + "x" * 300_000 + "\nclaim: It is so."):
        (project.folder / CLAIM).write_text(broken, "utf-8")
        project.commit()
    (project.folder / CLAIM).write_text(text.replace("when: 2021-05-29", "when: 2021-05"), "utf-8")
    project.commit()
    assert past(project.folder) == [DAY, "The record changed: when", "when: was “2021-05-29”, now “2021-05”", *NEW]


def test_words_that_were_quoted_before_are_not_shown_again(project: History) -> None:
    project.edit(
        CLAIM, "the north pier was opened to the public on Saturday", "the north pier was opened to the public"
    )
    project.commit()
    assert past(project.folder) == [
        DAY,
        "The record changed: evidence",
        "evidence gazette-2021-05-30 quote: changed",
        *NEW,
    ]


def test_a_name_of_a_file_passes_for_nothing_else(project: History) -> None:
    odd = project.folder / "facts/claims/harbour/:100644 100644 0 0 M\n1700000000.yml"
    odd.write_text("claim: It is so.", "utf-8")
    project.commit()
    odd.unlink()
    project.commit()
    assert past(project.folder) == NEW


def test_hostile_words_are_shown_as_words(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "because: '<script>alert(1)</script>'\nwhen: 2021-05-29")
    project.commit()
    project.edit(CLAIM, "because: '<script>alert(1)</script>'\n", "")
    project.commit()
    assert "because: removed: “&lt;script&gt;alert(1)&lt;/script&gt;”" in page(project.folder)
    assert "<script" not in page(project.folder)


def test_a_long_past_is_cut_and_counted(project: History) -> None:
    figures = "".join(f"  figure_{n}: {n}\n" for n in range(MOST_CHANGES + 2))
    for n in range(MOST_EVENTS):
        project.edit(CLAIM, "when: 2021-05-29" if n == 0 else f"when: {2021 + n - 1}", f"when: {2021 + n}")
        project.commit()
    project.edit(CLAIM, "evidence:\n", f"figures:\n{figures}evidence:\n")
    project.commit()
    told = past(project.folder)
    assert told.count(DAY) == MOST_EVENTS and told[2 + MOST_CHANGES] == "Two further changes."
    assert "Two earlier changes are in the record’s own history." in page(project.folder)


def test_a_shallow_clone_says_that_it_can_not_tell(tmp_path: Path) -> None:
    whole = published(tmp_path / "whole")
    whole.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    whole.commit()
    whole.git("clone", "--quiet", "--depth", "1", f"file://{whole.folder}", str(tmp_path / "shallow"))
    assert past(tmp_path / "shallow")[0].startswith("The history of this record is not shown")
    assert "The record" not in page(tmp_path / "shallow").partition('id="history"')[2]


def test_a_project_in_a_folder_of_a_repository_has_its_own_past(tmp_path: Path) -> None:
    project = published(tmp_path / "repository/a project")
    (tmp_path / "repository/a project/.git").rename(tmp_path / "repository/.git")
    project.commit("Moved into a folder")
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    project.commit()
    assert past(project.folder) == [DAY, "The record changed: when", "when: was “2021-05-29”, now “2021-05”", *NEW]


@pytest.mark.parametrize("begun", [False, True], ids=["no repository", "nothing committed yet"])
def test_without_commits_there_is_no_past_and_nothing_to_say(tmp_path: Path, begun: bool) -> None:
    project = published(tmp_path / "project")
    for part in sorted((project.folder / ".git").rglob("*"), reverse=True):
        part.unlink() if not part.is_dir() else part.rmdir()
    (project.folder / ".git").rmdir()
    if begun:
        project.git("init", "--quiet")
    assert 'id="history"' not in page(project.folder)
