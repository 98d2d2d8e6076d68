"""What pages say of reviews, from real repositories: a review by the author is no second reading."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from histories import History, published
from one_page import render_page

from factpress.pages.links import with_links
from factpress.pipeline import book_of, history
from factpress.rules import RULES

CLAIM = "facts/claims/harbour/pier-opened.yml"
ANN = {"author": "Ann Doe", "address": "1+ann@users.noreply.github.com"}
BEN = {"author": "Ben Roe", "address": "ben@example.org"}
ON = "on 24 November 2026"
AUTHOR = f"Signed by {{}} {ON}; as far as git knows, no second reader has reviewed it yet"
UNKNOWN = f"Reviewed by {{}} {ON}; it is not known here whether a reviewer wrote it"
LIST = "Reviewed by a second reader in their current version: 0 of 1, and 1 "
ALONE = LIST + "signed by their authors alone, as far as git knows."
PERHAPS = LIST + "reviewed by somebody who may have written them."
ALL = "All of them were reviewed by a second reader in their current version."


@pytest.fixture
def project(tmp_path: Path) -> History:
    return published(tmp_path / "project")


def sign(project: History, handle: str, **who: str) -> None:
    assert project.run("sign", "pier-opened", "--by", handle, "--date", "2026-11-24").returncode == 0
    if who:
        project.commit(**who)


def by_another_reader(project: History) -> None:
    sign(project, "ben", **BEN)


def by_the_author(project: History) -> None:
    sign(project, "ann", **ANN)


def by_the_author_under_any_handle(project: History) -> None:
    sign(project, "anybody", **ANN)


def by_the_author_from_another_address(project: History) -> None:
    sign(project, "anybody", author="Ann Doe", address="doe@example.org")


def by_the_author_under_another_name(project: History) -> None:
    sign(project, "anybody", author="A. D.", address="1+ann@users.noreply.github.com")


def by_both(project: History) -> None:
    sign(project, "ann", **ANN)
    sign(project, "ben", **BEN)


def in_the_same_commit(project: History) -> None:
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    sign(project, "ben", **BEN)


def before_another_change(project: History) -> None:
    sign(project, "ben", **BEN)
    project.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    project.commit(**ANN)
    sign(project, "ann", **ANN)


def in_a_commit_by_somebody_else_with_another_handle(project: History) -> None:
    sign(project, "chief", author="Eve", address="eve@users.noreply.github.com")


def before_the_claim_moved(project: History) -> None:
    sign(project, "ben", **BEN)
    (project.folder / "facts/claims/piers").mkdir()
    project.git("mv", CLAIM, "facts/claims/piers/pier-opened.yml")
    project.commit(**BEN)


def not_committed(project: History) -> None:
    sign(project, "ben")


def without_git(project: History) -> None:
    sign(project, "ben", **BEN)
    (project.folder / ".git").rename(project.folder / "not-git")


def in_a_shallow_clone(project: History) -> None:
    sign(project, "ben", **BEN)
    (project.folder / ".git/shallow").write_text(project.git("rev-parse", "HEAD") + "\n", "utf-8")


SIGNED: dict[Callable[[History], None], tuple[str, str]] = {
    by_another_reader: (f"Reviewed by ben {ON}", ALL),
    by_the_author: (AUTHOR.format("ann"), ALONE),
    by_the_author_under_any_handle: (AUTHOR.format("anybody"), ALONE),
    by_the_author_from_another_address: (AUTHOR.format("anybody"), ALONE),
    by_the_author_under_another_name: (AUTHOR.format("anybody"), ALONE),
    by_both: (f"Reviewed by ben {ON}; also signed by ann, as far as git knows not as a second reader", ALL),
    in_the_same_commit: (AUTHOR.format("ben"), ALONE),
    before_another_change: (AUTHOR.format("ann"), ALONE),
    in_a_commit_by_somebody_else_with_another_handle: (AUTHOR.format("chief"), ALONE),
    before_the_claim_moved: (f"Reviewed by ben {ON}", ALL),
    not_committed: (UNKNOWN.format("ben"), PERHAPS),
    without_git: (UNKNOWN.format("ben"), PERHAPS),
    in_a_shallow_clone: (UNKNOWN.format("ben"), PERHAPS),
}


@pytest.mark.parametrize(("signed", "said"), SIGNED.items(), ids=[each.__name__ for each in SIGNED])
def test_a_page_says_whether_a_second_reader_signed(
    signed: Callable[[History], None], said: tuple[str, str], project: History
) -> None:
    signed(project)
    _, book = book_of(project.folder)
    past = history(project.folder, book)

    def page(address: str) -> str:
        found = render_page(address, with_links(book), rules=RULES, history=past)
        return " ".join(re.sub(r"<[^<>]*>", " ", found.html).split())

    of_claim, of_list = said
    assert f"{of_claim}." in page("claims/pier-opened/")
    assert of_list in page("claims/")
    counted = "1 of 1" if of_list == ALL else "0 of 1"
    assert f"Claims that a second reader reviewed in their current version: {counted}." in page("method/")
