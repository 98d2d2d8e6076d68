"""A stamp changes with what a reviewer signs, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from changes.harbour import CLAIM, RESTING

from factpress.book import Book
from factpress.changes.stamp import stamp, state
from factpress.cli.examples import lay
from factpress.pipeline import book_of

PIER = "# facts/entities/north-pier.yml\nname: North Pier\ntype: Place\n"
READ_ANEW = 's/"read_at": "2021-06-01"/"read_at": "2022-01-01"/; s/"read_from": "url"/"read_from": "file"/'
# What is done to the claim, and whether its stamp stays.
CASES = {
    "another way of writing": (CLAIM.replace('"The north', "'The north").replace('2021."', "2021.'"), True),
    "another order of fields": (CLAIM.replace("when: 2021-05-29\n", "") + "when: 2021-05-29\n", True),
    "a correction": (
        CLAIM + 'corrections:\n  - {date: 2021-06-02, kind: update, was: "A.", why: "B."}\n', True,
    ),
    "an entity besides": (CLAIM + "about: [north-pier]\n" + PIER, True),
    "a day on which the source was read": (f"$ sed -i '{READ_ANEW}' facts/receipts/gazette-2021-05-30.json", True),
    "another topic": ("$ mkdir facts/claims/x\n$ mv facts/claims/harbour/pier-opened.yml facts/claims/x/", True),
    "the statement": (CLAIM.replace("north pier opened", "pier opened"), False),
    "the date": (CLAIM.replace("when: 2021-05-29", "when: 2021-05"), False),
    "a place": (CLAIM + "where: [north-pier]\n" + PIER, False),
    "a figure": (CLAIM + "figures: {piers: 1}\n", False),
    "a quote": (CLAIM.replace("on Saturday", "on Sunday"), False),
    "a gloss": (CLAIM + '    gloss: "29 May."\n', False),
    "a reading": (CLAIM + "    says: {piers: 1}\nfigures: {piers: 1}\n", False),
    "a stance": (CLAIM + "    stance: context\n", False),
    "whose word it is": (CLAIM + '    attributed_to: "an officer"\n', False),
    "a first hand": (CLAIM + '    first_hand: "It runs the pier."\n', False),
    "a verdict": (CLAIM + "verdict: accurate\n", False),
    "a reason": (CLAIM + 'because: "So."\n', False),
    "what holds instead": (CLAIM + 'instead: "So."\n', False),
    "who said it": (CLAIM + "said_by: harbour-gazette\n", False),
    "what it rests on": (CLAIM + "rests_on: [pier-summer]\n" + RESTING.replace("rests_on: [pier-opened]\n", ""), False),
    "a comparison": (CLAIM + "must_hold: ['when before 2022']\n", False),
    "a quote that nobody is seen to have read": ("$ rm facts/receipts/gazette-2021-05-30.json", False),
}  # fmt: skip


def book(folder: Path, files: str) -> Book:
    folder.mkdir(exist_ok=True)
    lay(files, folder)
    reading, found = book_of(folder)
    assert not reading.broken, reading.faults
    return found


@pytest.mark.parametrize("what", CASES)
def test_what_a_stamp_is_of(what: str, tmp_path: Path) -> None:
    after, stays = CASES[what]
    before, now = book(tmp_path / "before", CLAIM), book(tmp_path / "after", after)
    was, given = (stamp(each, each.claims["pier-opened"]) for each in (before, now))
    assert (was == given) == stays


def states(folder: Path, *edits: tuple[str, str, str]) -> dict[str, str]:
    """What becomes of reviews of a claim and of one that rests on it, once words of a claim are others."""
    old = book(folder, CLAIM + RESTING)
    for claim in old.claims.values():
        path = folder / claim.path
        text = path.read_text("utf-8") + f"review: {{by: [ann], date: 2021-07-01, stamp: {stamp(old, claim)}}}\n"
        for id, was, now in edits:
            assert id != claim.id or was in text
            text = text.replace(was, now) if id == claim.id else text
        path.write_text(text, "utf-8", newline="\n")
    _, found = book_of(folder)
    return {id: state(found, claim) for id, claim in found.claims.items()}


def test_a_review_lasts_as_long_as_what_it_signed(tmp_path: Path) -> None:
    assert states(tmp_path / "a") == {"pier-opened": "fits", "pier-summer": "fits"}
    assert states(tmp_path / "b", ("pier-opened", "north pier opened", "pier opened")) == {
        "pier-opened": "changed",
        "pier-summer": "rests-on-change",
    }
    assert states(tmp_path / "c", ("pier-summer", "The pier was", "It was")) == {
        "pier-opened": "fits",
        "pier-summer": "changed",
    }


def test_a_withdrawn_foundation_carries_no_review(tmp_path: Path) -> None:
    withdrawn = ("pier-opened", "when:", 'withdrawn: {date: 2021-07-02, why: "No."}\nwhen:')
    assert states(tmp_path, withdrawn)["pier-summer"] == "rests-on-change"


def test_nothing_is_said_of_a_review_where_a_record_or_receipt_cannot_be_read(tmp_path: Path) -> None:
    broken = ("pier-opened", "when:", "when: 2021-05-30\nwhen:")
    assert states(tmp_path / "a", broken) == {"pier-summer": "unknown"}
    assert set(states(tmp_path / "b").values()) == {"fits"}
    receipt = tmp_path / "b/facts/receipts/gazette-2021-05-30.json"
    receipt.write_text(receipt.read_text("utf-8").replace('"words"', '"wards"'), "utf-8")
    _, found = book_of(tmp_path / "b")
    assert {state(found, claim) for claim in found.claims.values()} == {"unknown"}


def test_a_review_without_a_stamp_is_none_yet(tmp_path: Path) -> None:
    stamped = ("pier-opened", ", stamp: ", "} # ")
    assert states(tmp_path, stamped)["pier-opened"] == "unstamped"
