"""What rules about published records say of each change, at its place, once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from changes.harbour import CLAIM, RESTING

from factpress.pipeline import Checked

PATH = "facts/claims/harbour/pier-opened.yml"
ENTRY = '  - {date: 2021-06-02, kind: update, was: "A.", why: "B."}\n'
NEW = '  - {date: 2021-06-04, kind: correction, was: "C.", why: "D."}\n'
PIERS = "the published `figures.piers` changed without a correction"
DRAFT = "draft: true\n"
WITHDRAWN = 'withdrawn: {date: 2021-07-01, why: "It never opened."}\n'
# What was published, what it became, and every finding of an error: line, name and a part of the message.
CASES: dict[str, tuple[str, str, list[tuple[int, str, str]]]] = {
    "two changes are two findings": (
        CLAIM + "figures: {piers: 1}\n",
        CLAIM.replace("pier opened on", "pier was opened on") + "figures: {piers: 2}\n",
        [
            (1, "silent-change", "the published `claim` changed without a correction"),
            (6, "silent-change", f"{PIERS}: it was `1` and is now `2`"),
        ],
    ),
    "a figure that is gone": (
        CLAIM + "figures: {piers: 1}\n", CLAIM,
        [(1, "silent-change", f"{PIERS}: it was `1` and was removed")],
    ),
    "an old correction does not tell of a new change": (
        CLAIM + "corrections:\n" + ENTRY, CLAIM.replace("when: 2021-05-29", "when: 2021-05") + "corrections:\n" + ENTRY,
        [(2, "silent-change", "the published `when` changed")],
    ),
    "a new correction does": (
        CLAIM + "corrections:\n" + ENTRY,
        CLAIM.replace("when: 2021-05-29", "when: 2021-05") + "corrections:\n" + NEW + ENTRY,
        [],
    ),
    "a correction that takes another's place": (
        CLAIM + "corrections:\n" + ENTRY, CLAIM + "corrections:\n" + NEW,
        [(7, "changed-correction", "the published correction of 2 June 2021 (`A.`) was removed or changed")],
    ),
    "a withdrawal taken back": (
        CLAIM + WITHDRAWN, CLAIM,
        [(1, "changed-withdrawal", "the withdrawal of 1 July 2021 (`It never opened.`) was removed without notice")],
    ),
    "a withdrawal with another reason": (
        CLAIM + WITHDRAWN, CLAIM + WITHDRAWN.replace("never opened", "was closed"),
        [(6, "changed-withdrawal", "was changed without notice")],
    ),
    "a withdrawal taken back with a word": (CLAIM + WITHDRAWN, CLAIM + "corrections:\n" + NEW, []),
    "words of a withdrawn claim": (CLAIM + WITHDRAWN, CLAIM.replace("north pier", "pier") + WITHDRAWN, []),
    "a claim that moves to another topic": (
        CLAIM, "$ mkdir facts/claims/piers\n$ mv facts/claims/harbour/pier-opened.yml facts/claims/piers/", [],
    ),
    "a headline that says something else": (
        CLAIM + 'finding: "It opened"\n', CLAIM + 'finding: "It never opened"\n',
        [(6, "silent-change", "the published `finding` changed without a correction")],
    ),
    "a first headline": (CLAIM, CLAIM + 'finding: "It opened"\n', []),
    "words of a draft": (CLAIM + DRAFT, CLAIM.replace("pier opened on", "pier was opened on") + DRAFT, []),
    "a draft that is published otherwise": (CLAIM + DRAFT, CLAIM.replace("when: 2021-05-29", "when: 2021-05"), []),
    "a draft that is deleted": (CLAIM + DRAFT, "$ rm facts/claims/harbour/pier-opened.yml", []),
    "a published claim that becomes a draft": (
        CLAIM, CLAIM + DRAFT,
        [(1, "deleted-record", "the published claim `pier-opened` is now a draft, and has no page any more")],
    ),
    "a deleted claim that another rests on is no silent change": (
        CLAIM + RESTING, "$ rm facts/claims/harbour/pier-opened.yml",
        [(1, "deleted-record", "the published claim `pier-opened` was deleted")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_what_is_said_of_a_change(what: str, project: Callable[[str], Checked]) -> None:
    before, after, expected = CASES[what]
    checked = project(f"{before}\n# head\n{after}")
    found = [each for each in checked.findings if each.code.startswith("F70") and each.severity == "error"]
    assert [(each.place.path, each.place.line, each.name) for each in found] == [
        (PATH, line, name) for line, name, _ in expected
    ]
    assert all(words in each.message for each, (_, _, words) in zip(found, expected, strict=True)), found


def test_no_rule_about_change_can_be_waived(project: Callable[[str], Checked]) -> None:
    allow = 'allow: [{code: silent-change, because: "I may."}]\n'
    changed = CLAIM.replace("when: 2021-05-29", "when: 2021-05") + allow
    names = [each.name for each in project(f"{CLAIM}\n# head\n{changed}").findings]
    assert {"silent-change", "unknown-rule"} <= set(names)


def test_what_rests_on_a_change_is_named_once(project: Callable[[str], Checked]) -> None:
    changed = CLAIM.replace("when: 2021-05-29", "when: 2021-05")
    found = [
        each for each in project(f"{CLAIM}{RESTING}\n# head\n{changed}").findings if each.name == "rests-on-change"
    ]
    assert [(each.place.path, each.place.line, each.message) for each in found] == [
        ("facts/claims/harbour/pier-summer.yml", 2, "this claim rests on `pier-opened`, which changed")
    ]
