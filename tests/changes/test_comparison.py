"""What a change does to the record is told field by field, and nothing is told of how a file is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from changes.harbour import CLAIM, PROSE, RESTING, changed, told

REFORMATTED = """# facts/claims/harbour/pier-opened.yml
# A remark.
evidence:
- quote: >-
    the north pier was opened
    to the public on Saturday
  source: "gazette-2021-05-30"
when: "2021-05-29"
claim: 'The north pier opened on 29 May 2021.'
"""
PIER = '# facts/entities/north-pier.yml\nname: "North Pier"\ntype: Place\n'
OLD = "“The north pier opened on 29 May 2021.”"
# What stood there, what is laid over it, and every change that has to be told.
CASES: dict[str, tuple[str, str, list[str]]] = {
    "nothing": (CLAIM, CLAIM, []),
    "another way of writing the same": (CLAIM, REFORMATTED, []),
    "the statement": (
        CLAIM, CLAIM.replace("north pier opened", "pier opened"),
        [f"pier-opened: claim: was {OLD}, is “The pier opened on 29 May 2021.”"],
    ),
    "a figure that is new": (
        CLAIM, CLAIM + "figures: {piers: 2}\n",
        ["pier-opened: figure piers: new: “2”", "pier-opened: standing: was “single-source”, is “unsupported”"],
    ),
    "a figure that is another": (
        CLAIM + "figures: {piers: 2}\n", CLAIM + "figures: {piers: about 3}\n",
        ["pier-opened: figure piers: was “2”, is “about 3”"],
    ),
    "a figure written otherwise": (CLAIM + "figures:\n  piers: 1,200\n", CLAIM + 'figures: {piers: "1200"}\n', []),
    "a verdict and its reason": (
        CLAIM, CLAIM + 'verdict: unproven\nbecause: "No more was found."\n',
        ["pier-opened: verdict: new: “unproven”", "pier-opened: because: new: “No more was found.”"],
    ),
    "a date": (
        CLAIM, CLAIM.replace("when: 2021-05-29", "when: 2021-05"),
        ["pier-opened: when: was “2021-05-29”, is “2021-05”"],
    ),
    "words of a quote": (
        CLAIM, CLAIM.replace("on Saturday", "on Sunday"),
        [
            "pier-opened: evidence gazette-2021-05-30 quote: was “the north pier was opened to the public on "
            "Saturday”, is “the north pier was opened to the public on Sunday”",
            "pier-opened: standing: was “single-source”, is “unsupported”",
        ],
    ),
    "a stance": (
        CLAIM, CLAIM + "    stance: disputes\n",
        [
            "pier-opened: evidence gazette-2021-05-30 stance: was “supports”, is “disputes”",
            "pier-opened: standing: was “single-source”, is “contradicted”",
        ],
    ),
    "a place": (CLAIM + PIER, CLAIM + "where: [north-pier]\n", ["pier-opened: where: new: “north-pier”"]),
    "a correction": (
        CLAIM, CLAIM + 'corrections:\n  - {date: 2021-06-02, kind: update, was: "A.", why: "B."}\n',
        ["pier-opened: correction told: “date: 2021-06-02; kind: update; was: A.; why: B.”"],
    ),
    "a topic": (
        CLAIM, "$ mkdir facts/claims/piers\n$ mv facts/claims/harbour/pier-opened.yml facts/claims/piers/",
        ["pier-opened: topic: was “harbour”, is “piers”"],
    ),
    "a withdrawal": (
        CLAIM, CLAIM + 'withdrawn: {date: 2021-07-01, why: "It never opened."}\n',
        [
            "claim pier-opened withdrawn",
            "pier-opened: withdrawn: new: “date: 2021-07-01; why: It never opened.”",
        ],
    ),
    "a new id": (
        PIER, "$ rm facts/entities/north-pier.yml\n"
        + PIER.replace("north-pier.yml", "old-north-pier.yml") + "formerly: [north-pier]\n",
        ["entity old-north-pier renamed", "old-north-pier: formerly: new: “north-pier”"],
    ),
    "a record that is gone": (
        PIER, "$ rm facts/entities/north-pier.yml",
        ["entity north-pier removed", "north-pier: name: gone: “North Pier”", "north-pier: type: gone: “Place”"],
    ),
    "a source's root": (
        PIER, "# facts/sources/gazette-2021-05-30.yml\ntype: article-newspaper\ntitle: Pier opens\n"
        "issued: 2021-05-30\nroot: north-pier\n",
        ["gazette-2021-05-30: root: was “harbour-gazette”, is “north-pier”"],
    ),
    "a receipt that is gone": (
        CLAIM, "$ rm facts/receipts/gazette-2021-05-30.json",
        [
            "pier-opened: standing: was “single-source”, is “unsupported”",
            "pier-opened: quote gazette-2021-05-30: “the north pier was opened to the public on Saturday”: "
            "was “read in the source”, is “not read in the source”",
            "gazette-2021-05-30: receipt extent: gone: “full”",
            "gazette-2021-05-30: receipt read from: gone: “its address”",
        ],
    ),
    "words and links of a page": (
        PROSE, PROSE.replace("[It opened on 29 May 2021]", "Yes. [It opened]"),
        [
            "index: words on the page: new: “Yes.”",
            "index: citation: gone: “‘It opened on 29 May 2021’ (claim:pier-opened)”",
            "index: citation: new: “‘It opened’ (claim:pier-opened)”",
        ],
    ),
    "a setting of the site": (
        "", "# facts/site.yml\nformat: 1\nname: Harbour facts\nreviewers: {usual: 3}\n",
        ["site: reviewers usual: was “1”, is “3”"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CASES)
def test_every_change_is_told(what: str, tmp_path: Path) -> None:
    before, after, expected = CASES[what]
    diff = changed(tmp_path, before, after)
    lines = [line for line in told(diff) if "checksum of the text" not in line]
    assert lines == expected
    assert diff.is_empty == (not expected)


def test_what_rests_on_a_changed_claim_is_to_be_seen_again(tmp_path: Path) -> None:
    third = RESTING.replace("pier-summer.yml", "pier-year.yml").replace("[pier-opened]", "[pier-summer]")
    diff = changed(tmp_path, CLAIM + RESTING + third + PROSE, CLAIM.replace("north pier opened", "pier opened"))
    assert [(each.kind, each.id, each.because) for each in diff.suspects] == [
        ("claim", "pier-summer", ("pier-opened",)),
        ("claim", "pier-year", ("pier-opened",)),
        ("page", "index", ("pier-opened",)),
    ]
    assert diff.pages == ("", "claims/pier-opened/", "claims/pier-summer/", "sources/gazette-2021-05-30/")


def test_a_review_or_a_correction_alone_makes_nothing_suspect(tmp_path: Path) -> None:
    more = 'corrections:\n  - {date: 2021-06-02, kind: update, was: "A.", why: "B."}\n'
    more += "review: {by: [ann], date: 2021-06-03}\n"
    assert changed(tmp_path, CLAIM + RESTING, CLAIM + more).suspects == ()


def test_a_file_that_cannot_be_read_is_neither_gone_nor_changed(tmp_path: Path) -> None:
    diff = changed(tmp_path, CLAIM, CLAIM + "claim: twice\n")
    assert (diff.records, diff.unread, diff.is_empty) == ((), (("claim", "pier-opened"),), False)


def test_the_order_of_evidence_says_nothing(tmp_path: Path) -> None:
    second = '  - source: gazette-2021-05-30\n    quote: "the public on Saturday"\n'
    head, evidence, first = CLAIM.partition("evidence:\n")
    assert changed(tmp_path, CLAIM + second, head + evidence + second + first).is_empty
