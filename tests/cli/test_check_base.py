"""`factpress check --base` as its users meet it: what was published does not change in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from histories import History, published

CLAIM = "facts/claims/harbour/pier-opened.yml"
PIER = "# facts/entities/north-pier.yml\nname: North Pier\ntype: Place\n"
CORRECTION = 'corrections:\n  - {date: 2021-06-03, kind: correction, was: "29 May.", why: "We misread it."}\n'


@pytest.fixture
def history(tmp_path: Path) -> History:
    return published(tmp_path, PIER)


def names(history: History) -> list[str]:
    return [name for name, _, _ in history.compared()]


def test_without_a_base_nothing_is_compared_and_the_report_says_so(history: History) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    whole = json.loads(history.run("check", "--format", "json").stdout)
    assert whole["performed"]["compared"] == 0 and whole["findings"] != []
    assert not any(each["code"].startswith("F7") for each in whole["findings"])
    whole = json.loads(history.run("check", "--base", "main", "--format", "json").stdout)
    assert whole["performed"]["compared"] == 5


def test_nothing_changed(history: History) -> None:
    assert history.compared() == []


def test_a_silent_change_fails_and_one_with_a_correction_passes(history: History) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    assert history.run("check", "--base", "main").returncode == 1
    assert history.compared() == [
        ("missing-review", CLAIM, "this changed claim has no reviewer"),
        (
            "silent-change",
            CLAIM,
            "the published `when` changed without a correction: it was `2021-05-29` and is now `2021-05`",
        ),
    ]
    history.append(CLAIM, CORRECTION)
    assert names(history) == ["missing-review"]
    assert history.run("check", "--base", "main").returncode == 0
    assert history.run("check", "--base", "main", "--strict").returncode == 1
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    assert names(history) == ["unknown-author"]
    assert history.run("check", "--base", "main", "--strict", "--ignore", "F204").returncode == 1
    review = (history.folder / CLAIM).read_text("utf-8").splitlines()[-1] + "\n"
    history.edit(CLAIM, review, "")
    history.git("switch", "--quiet", "--create", "change")
    history.commit()
    history.append(CLAIM, review)
    history.commit(author="Ben Roe", address="ben@users.noreply.github.com")
    assert names(history) == []
    assert history.run("check", "--base", "main", "--strict", "--ignore", "F204").returncode == 0


SILENT = {
    "typography": (("The north pier opened", "The  north pier opened"), []),
    "a comma": (('2021."', '2021,"'), ["claim"]),
    "a link in the words": (("north pier opened", "[north pier](entity:north-pier) opened"), []),
    "a figure besides": (("when:", "figures: {day_date: 2021-05-29}\nwhen:"), []),
    "a first verdict": (("when:", 'verdict: unproven\nbecause: "So."\nwhen:'), []),
    "a date that is gone": (("when: 2021-05-29\n", ""), ["when"]),
    "a withdrawal": (("when:", 'withdrawn: {date: 2021-06-03, why: "No."}\nwhen:'), []),
}


@pytest.mark.parametrize("what", SILENT)
def test_what_is_a_published_change(what: str, history: History) -> None:
    (was, now), keys = SILENT[what]
    history.edit(CLAIM, was, now)
    told = [message.split("`")[1] for name, _, message in history.compared() if name == "silent-change"]
    assert told == keys


def test_a_deleted_claim_fails_at_the_place_where_it_was(history: History) -> None:
    (history.folder / CLAIM).unlink()
    done = history.run("check", "--base", "main")
    assert done.returncode == 1
    assert f"{CLAIM}:1:1: error F702 deleted-record: the published claim `pier-opened` was deleted\n" in done.stdout


def test_a_claim_that_cannot_be_read_is_one_finding(history: History) -> None:
    history.append(CLAIM, "claim: twice\n")
    assert history.compared() == []
    assert history.run("check", "--base", "main").returncode == 1


def test_a_renamed_claim_says_what_it_was_called(history: History) -> None:
    new = CLAIM.replace("pier-opened", "opening")
    (history.folder / CLAIM).rename(history.folder / new)
    message = "the published claim `pier-opened` is now called `opening`, without its old id in `formerly`"
    assert ("lost-id", new, message) in history.compared()
    history.append(new, "formerly: [pier-opened]\n")
    assert history.compared() == []
    history.commit()
    history.edit(new, "formerly: [pier-opened]\n", "")
    message = "the former id `pier-opened` is not in `formerly` any more"
    assert [each for each in history.compared("--base", "HEAD") if each[0] == "lost-id"] == [("lost-id", new, message)]


def test_a_review_by_the_author_is_none(history: History) -> None:
    history.git("switch", "--quiet", "--create", "change")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    history.commit(author="Ann Doe")
    assert history.run("sign", "pier-opened", "--by", "Ann").returncode == 0
    history.commit(author="Ann Doe")
    assert history.compared() == [
        ("missing-review", CLAIM, "this changed claim has no reviewer"),
        ("own-review", CLAIM, "`Ann` reviewed this claim, but wrote it or a part of it"),
    ]


def test_who_signs_is_no_author(history: History) -> None:
    history.git("switch", "--quiet", "--create", "change")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    history.commit(author="Ann Doe")
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    history.commit(author="Ben Roe", address="ben@users.noreply.github.com")
    assert history.compared() == []


def test_an_author_whose_handle_is_not_known_is_a_warning(history: History) -> None:
    history.git("switch", "--quiet", "--create", "change")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    history.commit(author="Ann Doe", address="ann@example.org")
    message = "as far as git knows, the author of this claim signed the review by `ben`"
    assert history.compared() == [("unknown-author", CLAIM, message)]
    done = history.run("check", "--base", "main", "--strict", "--ignore", "F204")
    assert done.returncode == 1 and "warning F710" in done.stdout
    assert "`…@users.noreply.github.com`: it shows the handle to git" in done.stdout
    assert history.run("check", "--base", "main").returncode == 0


def test_whether_a_reader_signed_is_unknown_while_the_authors_handle_is(history: History) -> None:
    history.git("switch", "--quiet", "--create", "change")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    history.commit(author="Ann Doe", address="ann@example.org")
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    told = [("unknown-author", CLAIM, "it is unknown whether `ben` wrote what the review covers")]
    assert history.compared() == told
    history.commit(author="Ben Roe", address="ben@example.org")
    assert history.compared() == told


def test_a_shallow_clone_says_that_authors_are_not_known(history: History, tmp_path: Path) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    history.commit()
    clone = tmp_path / "clone"
    history.git("clone", "--quiet", "--depth", "2", f"file://{history.folder}", str(clone))
    done = History(clone).run("check", "--base", "HEAD~1", "--format", "json")
    assert [each["name"] for each in json.loads(done.stdout)["findings"]] == ["unknown-author", "unused-entity"]
    done = History(clone).run("check", "--base", "HEAD~2")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "factpress: there is no revision `HEAD~2` here; a shallow clone may not have it\n"


def test_more_reviewers_for_a_verdict_and_for_a_person(tmp_path: Path) -> None:
    person = "# facts/entities/ann-doe.yml\nname: Ann Doe\ntype: Person\nnaming: The harbour master.\n"
    history = published(tmp_path, person)
    history.append(CLAIM, 'verdict: unproven\nbecause: "So."\nappears_in:\n')
    history.edit(CLAIM, "appears_in:\n", "about: [ann-doe]\n")
    message = "this changed verdict has 0 of 2 reviewers"
    assert ("missing-review", CLAIM, message) in history.compared()
    history.git("checkout", "--quiet", "--", ".")
    history.edit(CLAIM, "when: 2021-05-29", "about: [ann-doe]\nwhen: 2021-05")
    message = "this changed claim, which names a person, has 0 of 2 reviewers"
    assert ("missing-review", CLAIM, message) in history.compared()


def test_guarded_files_name_the_owners_that_the_base_knows(history: History) -> None:
    (history.folder / ".github").mkdir()
    owners = "* @everyone\n/mkdocs.yml @engineers @ann # who builds\n*.html\n"
    (history.folder / ".github/CODEOWNERS").write_text(owners, "utf-8")
    history.commit()
    (history.folder / ".github/CODEOWNERS").write_text("* @stranger\n", "utf-8")
    (history.folder / "mkdocs.yml").write_text("site_name: x\nexclude_docs: overrides/\n", "utf-8")
    (history.folder / "docs/overrides").mkdir(parents=True)
    (history.folder / "docs/overrides/main.html").write_text("x\n", "utf-8")
    (history.folder / "docs/.gitattributes").write_text("* -diff\n", "utf-8")
    (history.folder / "docs/index.md").write_text("# Harbour\n", "utf-8")
    (history.folder / "tests").mkdir()
    (history.folder / "tests/test_all.py").write_text("x\n", "utf-8")
    for n in range(8):
        (history.folder / f"hook{n}.py").write_text("x\n", "utf-8")
    done = history.run("check", "--base", "main", "--format", "json")
    guarded = [each for each in json.loads(done.stdout)["findings"] if each["name"] == "guarded-file"]
    assert {each["path"]: each["help"].removesuffix(" to review this before it is merged") for each in guarded} == {
        ".github/CODEOWNERS": "ask `@everyone`",
        "mkdocs.yml": "ask `@engineers` and `@ann`",
        "docs/overrides/main.html": "ask a maintainer",
        "docs/.gitattributes": "ask `@everyone`",
        "hook0.py": "ask `@everyone`",
    }
    more = next(each["message"] for each in guarded if each["path"] == "hook0.py")
    assert more.endswith(
        "so did 7 more files of this kind: `hook1.py`, `hook2.py`, `hook3.py`, `hook4.py`, `hook5.py`, …"
    )
    assert done.returncode == 0 and {each["severity"] for each in guarded} == {"warning"}


def diverged(history: History, tmp_path: Path, *how: str) -> History:
    """A clone, made in a way, of a change whose base got another claim since."""
    history.git("switch", "--quiet", "--create", "mine")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.commit()
    history.git("switch", "--quiet", "main")
    history.append(CLAIM.replace("opened", "closed"), (history.folder / CLAIM).read_text("utf-8"))
    history.commit()
    history.git("config", "uploadpack.allowFilter", "true")
    history.git("clone", "--quiet", "--branch", "mine", *how, f"file://{history.folder}", str(tmp_path / "clone"))
    return History(tmp_path / "clone")


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (
            ("--depth", "1", "--no-single-branch"),
            "the commit where `HEAD` left `origin/main` is not in this shallow clone; fetch more history with "
            "`git fetch --unshallow`",
        ),
        (
            ("--filter", "blob:none"),
            "the history is incomplete: the clone has only a part of it, and factpress fetches nothing",
        ),
    ],
    ids=["a shallow clone", "a clone without what files held"],
)
@pytest.mark.parametrize("command", [("check", "--base"), ("diff",)], ids=["check", "diff"])
def test_a_clone_that_lacks_what_is_compared_with_says_so(
    command: tuple[str, ...], how: tuple[str, ...], words: str, history: History, tmp_path: Path
) -> None:
    done = diverged(history, tmp_path, *how).run(*command, "origin/main")
    assert (done.returncode, done.stdout, done.stderr.splitlines()[-1]) == (2, "", f"factpress: {words}")


def test_a_whole_clone_tells_nothing_of_what_the_base_got_since(history: History, tmp_path: Path) -> None:
    done = diverged(history, tmp_path).run("check", "--base", "origin/main")
    assert "F701" in done.stdout and "F702" not in done.stdout


def test_a_clone_with_the_line_ends_of_windows_has_changed_nothing(history: History, tmp_path: Path) -> None:
    (history.folder / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    history.commit()
    history.git("clone", "--quiet", "--config", "core.autocrlf=true", f"file://{history.folder}", str(tmp_path / "win"))
    clone = History(tmp_path / "win")
    assert b"\r\n" in (clone.folder / "mkdocs.yml").read_bytes()
    assert clone.compared() == []
    clone.append("mkdocs.yml", "theme: material\r\n")
    assert [name for name, _, _ in clone.compared()] == ["guarded-file"]
