"""`factpress sign` as its users meet it: a review is stamped, and nothing else of the record is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import History

from factpress.cli.examples import lay

CLAIM = "facts/claims/harbour/pier-opened.yml"
STAMP = "s-cb983ea4eaa0e53d"
DAY = ("--date", "2026-12-02")


@pytest.fixture
def project(tmp_path: Path) -> History:
    lay("", tmp_path)
    return History(tmp_path)


def text(project: History) -> str:
    return (project.folder / CLAIM).read_text("utf-8")


def test_a_review_goes_to_the_end_and_the_rest_stays(project: History) -> None:
    before = text(project)
    done = project.run("sign", "pier-opened", "--by", "ann", *DAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"signed {CLAIM}\n", "")
    assert text(project) == before + f"review: {{by: [ann], date: 2026-12-02, stamp: {STAMP}}}\n"
    assert project.run("check").returncode == 0


def test_a_review_in_the_middle_is_replaced_where_it_stands(project: History) -> None:
    head, evidence, rest = text(project).partition("evidence:\n")
    old = "review: # first reading\n  by:\n    - carl\n  date: 2021-07-01\n\n# The evidence.\n"
    (project.folder / CLAIM).write_text(f"# A remark\n{head}{old}{evidence}{rest}", "utf-8", newline="\n")
    assert project.run("sign", "pier-opened", "--by", "ann", *DAY).returncode == 0
    new = f"review: {{by: [ann], date: 2026-12-02, stamp: {STAMP}}}\n\n# The evidence.\n"
    assert text(project) == f"# A remark\n{head}{new}{evidence}{rest}"


def test_who_signed_the_same_words_stays_and_who_signed_others_goes(project: History) -> None:
    project.run("sign", "pier-opened", "--by", "ann", *DAY)
    project.run("sign", "pier-opened", "--by", "ben", *DAY)
    assert f"by: [ann, ben], date: 2026-12-02, stamp: {STAMP}" in text(project)
    once = text(project)
    done = project.run("sign", "pier-opened", "--by", "Ann")
    assert (done.returncode, text(project)) == (0, once)
    assert done.stdout == f"{CLAIM}: Ann has already signed this version; nothing to write\n"
    project.edit(CLAIM, "north pier opened", "pier opened")
    stale = project.run("check", "--select", "F706").stdout
    assert "the review by `ann` and `ben` (2 December 2026) no longer matches the claim: the claim changed" in stale
    project.run("sign", "pier-opened", "--by", "ben", *DAY)
    assert "by: [ben]" in text(project) and STAMP not in text(project)
    assert "F706" not in project.run("check").stdout


REFUSED = {
    "an unknown claim": (
        ("pier-opend", "--by", "ann"),
        "",
        "there is no valid claim `pier-opend`; did you mean `pier-opened`?",
    ),
    "no handle": (("pier-opened", "--by", "Ann Doe"), "", "`Ann Doe` is not a handle"),
    "more than a handle": (("pier-opened", "--by", "ann]\nverdict: [x"), "", "is not a handle"),
    "no day": (("pier-opened", "--by", "ann", "--date", "2026-12"), "", "`2026-12` is not one day"),
    "more than a day": (
        ("pier-opened", "--by", "ann", "--date", "2026-12-02}\nwhen: {a"),
        "",
        "factpress: `2026-12-02}U+000Awhen: {a`",
    ),
    "a withdrawn claim": (
        ("pier-opened", "--by", "ann"),
        'withdrawn: {date: 2021-07-01, why: "No."}\n',
        "pier-opened was withdrawn; there is nothing to review",
    ),
    "a claim with errors": (
        ("pier-opened", "--by", "ann"),
        "verdict: accurate\n",
        "pier-opened has 2 errors: see `factpress check`",
    ),
    "a claim whose receipt is damaged": (
        ("pier-opened", "--by", "ann"),
        "",
        "pier-opened can't be signed: a record or receipt can't be read; see `factpress check`",
    ),
    "a claim that rests on what is not known": (
        ("pier-opened", "--by", "ann"),
        "rests_on: [pier-broken]\n",
        "pier-opened can't be signed: a record or receipt for `pier-broken` can't be read; see `factpress check`",
    ),
    "one of two": (("pier-opened", "pier-closed", "--by", "ann"), "", "there is no valid claim `pier-closed`"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_signed_is_said_in_one_line(what: str, project: History) -> None:
    arguments, more, words = REFUSED[what]
    before = text(project) + more
    (project.folder / CLAIM).write_text(before, "utf-8", newline="\n")
    if "damaged" in what:
        receipt = project.folder / "facts/receipts/gazette-2021-05-30.json"
        receipt.write_text(receipt.read_text("utf-8")[:-9], "utf-8")
    if "pier-broken" in before:
        (project.folder / "facts/claims/piers").mkdir()
        (project.folder / "facts/claims/piers/pier-broken.yml").write_text("claim: twice\nclaim: twice\n", "utf-8")
    done = project.run("sign", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert text(project) == before
    assert [path.name for path in (project.folder / CLAIM).parent.iterdir()] == ["pier-opened.yml"]


def test_a_record_that_cannot_be_edited_line_by_line_is_left_alone(project: History) -> None:
    flow = '{claim: "The north pier opened on 29 May 2021.", when: 2021-05-29, evidence: [{source: gazette-2021-05-30, '
    flow += 'quote: "the north pier was opened to the public on Saturday"}]}\n'
    (project.folder / CLAIM).write_text(flow, "utf-8", newline="\n")
    done = project.run("sign", "pier-opened", "--by", "ann", *DAY)
    assert (done.returncode, text(project)) == (2, flow)
    assert f"add this line yourself: review: {{by: [ann], date: 2026-12-02, stamp: {STAMP}}}" in done.stderr


@pytest.mark.parametrize("old", ["", "review: {by: [carl], date: 2021-07-01}\n"], ids=["new", "replaced"])
@pytest.mark.parametrize("mixed", [False, True], ids=["all", "some"])
def test_lines_end_as_they_did(mixed: bool, old: str, project: History) -> None:
    head, evidence, rest = text(project).partition("evidence:\n")
    before = (head + old + evidence + rest).replace("\n", "\r\n")
    if mixed:
        before = before.replace("evidence:\r\n", "evidence:\n")
    (project.folder / CLAIM).write_bytes(before.encode())
    assert project.run("sign", "pier-opened", "--by", "ann", *DAY).returncode == 0
    review = f"review: {{by: [ann], date: 2026-12-02, stamp: {STAMP}}}\r\n"
    after = before.replace(old.replace("\n", "\r\n"), review) if old else before + review
    assert (project.folder / CLAIM).read_bytes() == after.encode()


def test_a_file_without_a_last_line_break_gets_one(project: History) -> None:
    before = text(project).rstrip("\n")
    (project.folder / CLAIM).write_text(before, "utf-8", newline="\n")
    assert project.run("sign", "pier-opened", "--by", "ann", *DAY).returncode == 0
    assert text(project).startswith(before + "\nreview: ")
