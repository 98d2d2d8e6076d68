"""Nobody reviews what they wrote, and nobody signs for another: who it was is read from git."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from histories import History, published

CLAIM = "facts/claims/harbour/pier-opened.yml"
MOVED = "facts/claims/piers/pier-opened.yml"
CORRECTION = 'corrections:\n  - {date: 2021-06-03, kind: correction, was: "29 May.", why: "We misread it."}\n'
ANN = {"author": "Ann Doe", "address": "1+ann@users.noreply.github.com"}
BEN = {"author": "Ben Roe", "address": "ben@users.noreply.github.com"}
EVE = {"author": "Eve", "address": "eve@users.noreply.github.com"}


@pytest.fixture
def history(tmp_path: Path) -> History:
    history = published(tmp_path, "# facts/entities/north-pier.yml\nname: North Pier\ntype: Place\n")
    history.git("switch", "--quiet", "--create", "change")
    return history


def change(history: History, **who: str) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    history.commit(**who)


def sign(history: History, handle: str, **who: str) -> None:
    done = history.run("sign", "pier-opened", "--by", handle)
    assert done.returncode == 0, done.stderr
    if who:
        history.commit(**who)


def publish(history: History) -> None:
    history.git("branch", "--force", "main", "HEAD")


def move(history: History) -> None:
    (history.folder / MOVED).parent.mkdir()
    history.git("mv", CLAIM, MOVED)


def written_in_an_earlier_change(history: History) -> None:
    change(history, **BEN)
    publish(history)
    sign(history, "ben", **BEN)


def moved_by_somebody_else_since(history: History) -> None:
    change(history, **BEN)
    move(history)
    history.commit(**ANN)
    sign(history, "ben", **BEN)


def changed_while_merging(history: History) -> None:
    change(history, **ANN)
    history.git("switch", "--quiet", "--create", "merged", "main")
    history.git("merge", "--quiet", "--no-ff", "--no-commit", "change")
    history.edit(CLAIM, "when: 2021-05\n", "when: 2021\n")
    history.commit(**BEN)
    sign(history, "ben", **BEN)


def written_together(history: History) -> None:
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    history.append(CLAIM, CORRECTION)
    history.commit("A change\n\nCo-authored-by: Ben Roe <ben@users.noreply.github.com>", **ANN)
    sign(history, "ben", **BEN)


def written_before_and_after_others(history: History) -> None:
    change(history, **BEN)
    history.edit(CLAIM, "when: 2021-05\n", "when: 2021-05-29/2021-05-30\n")
    history.commit(**ANN)
    sign(history, "ben", **BEN)


@pytest.mark.parametrize(
    "happened",
    [written_in_an_earlier_change, moved_by_somebody_else_since, changed_while_merging, written_together,
     written_before_and_after_others],
)  # fmt: skip
def test_nobody_reviews_what_they_wrote(happened: Callable[[History], None], history: History) -> None:
    happened(history)
    assert [message for name, _, message in history.compared() if name == "own-review"] == [
        "`ben` reviewed this claim, but wrote it or a part of it"
    ]


def withdrawn_by_a_reviewer(history: History) -> None:
    sign(history, "ann", **ANN)
    publish(history)
    history.append(CLAIM, 'withdrawn: {date: 2021-06-03, why: "It was another pier."}\n')
    history.commit(**ANN)


def moved_by_a_reviewer(history: History) -> None:
    sign(history, "ann", **ANN)
    publish(history)
    move(history)
    history.commit(**ANN)


def told_of_more_by_a_reviewer(history: History) -> None:
    sign(history, "ann", **ANN)
    publish(history)
    history.append(CLAIM, "about: [north-pier]\n")
    history.commit(**ANN)


def changed_by_somebody_who_reviewed_it_before(history: History) -> None:
    sign(history, "ann", **ANN)
    publish(history)
    change(history, **BEN)
    sign(history, "ann", **ANN)


def written_by_somebody_who_reviews_a_later_change(history: History) -> None:
    change(history, **ANN)
    sign(history, "ben", **BEN)
    publish(history)
    history.edit(CLAIM, "when: 2021-05\n", "when: 2021\n")
    history.edit(CLAIM, "corrections:\n", CORRECTION.replace("29 May.", "May 2021."))
    history.commit(**BEN)
    sign(history, "ann", **ANN)


def signed_by_two(history: History) -> None:
    change(history, **ANN)
    sign(history, "eve", **EVE)
    sign(history, "ben", **BEN)


@pytest.mark.parametrize(
    "happened",
    [withdrawn_by_a_reviewer, moved_by_a_reviewer, told_of_more_by_a_reviewer,
     changed_by_somebody_who_reviewed_it_before, written_by_somebody_who_reviews_a_later_change, signed_by_two],
)  # fmt: skip
def test_who_did_not_write_what_is_signed_may_review_it(happened: Callable[[History], None], history: History) -> None:
    happened(history)
    assert history.compared() == []


def test_a_signature_in_somebody_elses_commit_is_told(history: History) -> None:
    change(history, **EVE)
    sign(history, "chief", **EVE)
    message = "a commit by `eve` names `chief` as a reviewer"
    assert history.compared() == [("foreign-signature", CLAIM, message)]


def test_a_foreign_signature_is_not_called_the_authors(history: History) -> None:
    change(history, author="Ann Doe", address="ann@example.org")
    sign(history, "chief", **EVE)
    assert sorted(history.compared()) == [
        ("foreign-signature", CLAIM, "a commit by `eve` names `chief` as a reviewer"),
        ("unknown-author", CLAIM, "it is unknown whether `chief` wrote what the review covers"),
    ]


def test_a_signature_that_is_not_committed_yet_is_nobodys(history: History) -> None:
    change(history, **EVE)
    sign(history, "chief")
    assert history.compared() == []


def test_an_authors_name_passes_for_nothing_else(history: History) -> None:
    change(history, author="Ann\x01\x02Doe", address="ann@example.org")
    sign(history, "ben", **BEN)
    assert [name for name, _, _ in history.compared()] == ["unknown-author"]
