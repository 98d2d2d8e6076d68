"""What was published does not change in silence: ways around the rules that compare, each told by one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from histories import History, published

FACTS = "facts/claims/harbour"
CLAIM = f"{FACTS}/pier-opened.yml"
OLD = '  - {date: 2021-06-03, kind: correction, was: "It opened on Sunday.", why: "We misread it."}\n'
CORRECTED = f"corrections:\n{OLD}"
TRIBUNE = """# facts/entities/tribune.yml
name: Coast Tribune
type: Organization
# facts/sources/tribune-2021-05-31.yml
type: article-newspaper
title: "A new pier"
issued: 2021-05-31
root: tribune
"""
DISSENT = """  - source: gazette-2021-05-30
    stance: disputes
    quote: "the north pier was opened to the public on Saturday"
"""
SECOND = """# facts/claims/harbour/pier-second.yml
claim: "The south pier opened in 2021."
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
PERSON = "# facts/entities/ann-doe.yml\nname: Ann Doe\ntype: Person\nnaming: The harbour master.\n"


@pytest.fixture
def history(tmp_path: Path) -> History:
    """What was published: two claims, a second paper, a person."""
    return published(tmp_path, TRIBUNE + SECOND + PERSON)


def told(history: History, name: str) -> list[tuple[str, str]]:
    """The path and message of each finding of one rule."""
    return [(path, message) for found, path, message in history.compared() if found == name]


@pytest.mark.parametrize(
    ("gone", "heir", "more"),
    [
        (f"{FACTS}/pier-second.yml", CLAIM, CORRECTED),
        (f"{FACTS}/pier-second.yml", CLAIM, 'withdrawn: {date: 2021-06-03, why: "No."}\n'),
        ("facts/sources/tribune-2021-05-31.yml", "facts/sources/gazette-2021-05-30.yml", ""),
    ],
    ids=["a claim with a correction", "a claim that is withdrawn", "a source"],
)
def test_what_was_published_takes_no_other_records_place(gone: str, heir: str, more: str, history: History) -> None:
    history.append(heir, more)
    history.commit("Published")
    id = Path(gone).stem
    (history.folder / gone).unlink()
    history.append(heir, f"formerly: [{id}]\n")
    kind = "source" if "sources" in gone else "claim"
    words = (
        f"the published {kind} `{id}` was deleted: `{Path(heir).stem}` names it in `formerly`, but is another record"
    )
    assert told(history, "deleted-record") == [(gone, words)]


def test_a_new_record_is_the_new_name_of_one_alone(history: History) -> None:
    for name in ("pier-opened", "pier-second"):
        (history.folder / f"{FACTS}/{name}.yml").unlink()
    text = SECOND.partition("\n")[2]
    history.append(f"{FACTS}/piers.yml", f"{text}formerly: [pier-opened, pier-second]\n{CORRECTED}")
    assert len(told(history, "deleted-record")) == 1


SILENT = {
    "a copy of an old entry": (OLD + OLD, "when"),
    "an entry below the old ones": (OLD + OLD.replace("2021-06-03", "2021-06-04"), "when"),
    "an entry older than the last": (OLD.replace("2021-06-03", "2021-06-02") + OLD, "when"),
    "a clarification of a date": (
        OLD.replace("kind: correction", "kind: clarification").replace("03", "04") + OLD,
        "when",
    ),
    "an update": (OLD.replace("kind: correction", "kind: update").replace("03", "04") + OLD, ""),
    "a correction of the same day": (OLD.replace("Sunday", "Monday") + OLD, ""),
}


@pytest.mark.parametrize("what", SILENT)
def test_only_a_new_entry_above_tells_of_a_change(what: str, history: History) -> None:
    history.append(CLAIM, CORRECTED)
    history.commit("Published")
    entries, key = SILENT[what]
    history.edit(CLAIM, OLD, entries)
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    changes = [message.split("`")[1] for _, message in told(history, "silent-change")]
    assert changes == ([key] if key else [])


def test_a_clarification_tells_of_words(history: History) -> None:
    history.edit(CLAIM, "north pier opened", "north pier was opened")
    history.append(CLAIM, CORRECTED.replace("kind: correction", "kind: clarification"))
    assert told(history, "silent-change") == []


def test_a_claim_that_becomes_one_about_a_saying_says_so(history: History) -> None:
    history.append(CLAIM, "said_by: tribune\n")
    assert told(history, "silent-change") == [
        (CLAIM, "the published claim now has `said_by`, without a correction: `tribune`")
    ]


@pytest.mark.parametrize(
    ("was", "now", "is_told"),
    [
        (DISSENT, "", True),
        ("stance: disputes", "stance: context", True),
        ("public on Saturday", "public on Sunday", False),
    ],
    ids=["gone", "called context", "quoted otherwise"],
)
def test_dissent_does_not_go_in_silence(was: str, now: str, is_told: bool, history: History) -> None:
    text = (history.folder / CLAIM).read_text("utf-8").replace("gazette-2021-05-30", "tribune-2021-05-31")
    (history.folder / CLAIM).write_text(text + DISSENT, "utf-8")
    history.commit("Published")
    text = (history.folder / CLAIM).read_text("utf-8")
    head, found, tail = text.rpartition(was)
    assert found
    (history.folder / CLAIM).write_text(head + now + tail, "utf-8")
    words = "published words against the claim were removed without a correction: "
    assert [message.startswith(words) for _, message in told(history, "silent-change")] == [True] * is_told


def test_another_root_makes_a_review_stale(history: History) -> None:
    assert history.run("sign", "pier-opened", "--by", "ben").returncode == 0
    history.commit("Published")
    history.edit("facts/sources/gazette-2021-05-30.yml", "root: harbour-gazette", "root: tribune")
    words = "the review by `ben` (24 November 2026) no longer matches the claim: the claim changed"
    assert [(path, message.replace(message.partition("(")[2].partition(")")[0], "24 November 2026"))
            for path, message in told(history, "stale-review")] == [(CLAIM, words)]  # fmt: skip
    assert (f"{FACTS}/pier-second.yml", "this changed claim has no reviewer") in told(history, "missing-review")


def test_a_change_does_not_ask_fewer_reviewers_of_itself(history: History) -> None:
    history.append("facts/site.yml", "reviewers: {usual: 3}\n")
    history.commit("Published")
    history.edit("facts/site.yml", "usual: 3", "usual: 1")
    history.edit(CLAIM, "when: 2021-05-29", "when: 2021-05")
    assert told(history, "missing-review") == [(CLAIM, "this changed claim has 0 of 3 reviewers")]


def test_a_person_who_is_named_anew_is_a_change_that_wants_reviewers(history: History) -> None:
    history.append(CLAIM, "about: [ann-doe]\n")
    message = "this changed claim, which names a person, has 0 of 2 reviewers"
    assert told(history, "missing-review") == [(CLAIM, message)]


def test_what_could_not_be_read_before_is_said_to_be_uncompared(history: History) -> None:
    sound = (history.folder / CLAIM).read_text("utf-8")
    history.append(CLAIM, "of_another_time: 1\n")
    history.append(f"{FACTS}/pier-third.yml", "claim: [\n")
    history.commit("Published")
    (history.folder / CLAIM).write_text(sound.replace("29 May", "30 May"), "utf-8")
    (history.folder / f"{FACTS}/pier-third.yml").unlink()
    assert told(history, "uncompared-record") == [
        (CLAIM, "the claim `pier-opened` could not be read at `main`, so changes can't be detected"),
        ("facts/site.yml",
         "the claim `pier-third` could not be read at `main`, and was removed since, so changes can't be detected"),
    ]  # fmt: skip


def test_a_project_that_stood_elsewhere_is_said_to_be_uncompared(history: History) -> None:
    (history.folder / "site").mkdir()
    history.git("mv", "facts", "site/facts")
    done = History(history.folder / "site").compared()
    words = "there are no published records at `main`, so changes can't be detected"
    assert ("uncompared-record", "facts/site.yml", words) in done
