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
SWAPPED = "# docs/index.md\nAnn said [it opened](claim:{}); Ben said [it stayed shut](claim:{}).\n" + RESTING + CLAIM
LISTS = "# docs/index.md\nNot true:\n\n- {}\n\nTrue:\n\n- {}\n"
FOOTNOTES = "# docs/index.md\nAnn said so{}. Ben said so{}.\n\n[^a]: In a letter.\n# mkdocs.yml\nsite_name: x\n"
FOOTNOTES += "markdown_extensions: [footnotes]\n"
AUTHORS = "# facts/sources/gazette-2021-05-30.yml\ntype: article-newspaper\ntitle: Pier opens\nissued: 2021-05-30\n"
AUTHORS += "root: harbour-gazette\nauthor: [{}]\neditor: [{}]\n"
VERDICTS = "# facts/site.yml\nformat: 1\nname: Harbour facts\nverdicts:\n"
VERDICTS += "  - {{name: {}, standing: [primary]}}\n  - {{name: {}, standing: [primary]}}\n"
# What stood there, what is laid over it, and every change that has to be told.
CASES: dict[str, tuple[str, str, list[str]]] = {
    "nothing": (CLAIM, CLAIM, []),
    "another way of writing the same": (CLAIM, REFORMATTED, []),
    "the statement": (
        CLAIM, CLAIM.replace("north pier opened", "pier opened"),
        [f"pier-opened: claim: was {OLD}, now “The pier opened on 29 May 2021.”"],
    ),
    "a figure that is new": (
        CLAIM, CLAIM + "figures: {piers: 2}\n",
        ["pier-opened: figure piers: new: “2”", "pier-opened: standing: was “single-source”, now “unsupported”"],
    ),
    "a figure that is another": (
        CLAIM + "figures: {piers: 2}\n", CLAIM + "figures: {piers: about 3}\n",
        ["pier-opened: figure piers: was “2”, now “about 3”"],
    ),
    "a figure written otherwise": (CLAIM + "figures:\n  piers: 1,200\n", CLAIM + 'figures: {piers: "1200"}\n', []),
    "a verdict and its reason": (
        CLAIM, CLAIM + 'verdict: unproven\nbecause: "No more was found."\n',
        ["pier-opened: verdict: new: “unproven”", "pier-opened: reason: new: “No more was found.”"],
    ),
    "a date": (
        CLAIM, CLAIM.replace("when: 2021-05-29", "when: 2021-05"),
        ["pier-opened: when: was “2021-05-29”, now “2021-05”"],
    ),
    "words of a quote": (
        CLAIM, CLAIM.replace("on Saturday", "on Sunday"),
        [
            "pier-opened: evidence gazette-2021-05-30 quote: was “the north pier was opened to the public on "
            "Saturday”, now “the north pier was opened to the public on Sunday”",
            "pier-opened: standing: was “single-source”, now “unsupported”",
        ],
    ),
    "a stance": (
        CLAIM, CLAIM + "    stance: disputes\n",
        [
            "pier-opened: evidence gazette-2021-05-30 stance: was “supports”, now “disputes”",
            "pier-opened: standing: was “single-source”, now “contradicted”",
        ],
    ),
    "a place": (CLAIM + PIER, CLAIM + "where: [north-pier]\n", ["pier-opened: where: new: “north-pier”"]),
    "a correction": (
        CLAIM, CLAIM + 'corrections:\n  - {date: 2021-06-02, kind: update, was: "A.", why: "B."}\n',
        ["pier-opened: correction: “date: 2021-06-02; kind: update; was: A.; why: B.”"],
    ),
    "a topic": (
        CLAIM, "$ mkdir facts/claims/piers\n$ mv facts/claims/harbour/pier-opened.yml facts/claims/piers/",
        ["pier-opened: topic: was “harbour”, now “piers”"],
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
        ["entity north-pier removed", "north-pier: name: removed: “North Pier”", "north-pier: type: removed: “Place”"],
    ),
    "a source's root": (
        PIER, "# facts/sources/gazette-2021-05-30.yml\ntype: article-newspaper\ntitle: Pier opens\n"
        "issued: 2021-05-30\nroot: north-pier\n",
        ["gazette-2021-05-30: root: was “harbour-gazette”, now “north-pier”"],
    ),
    "a receipt that is gone": (
        CLAIM, "$ rm facts/receipts/gazette-2021-05-30.json",
        [
            "pier-opened: standing: was “single-source”, now “unsupported”",
            "pier-opened: quote gazette-2021-05-30: “the north pier was opened to the public on Saturday”: "
            "was “read in the source”, now “not read in the source”",
            "gazette-2021-05-30: receipt extent: removed: “full”",
            "gazette-2021-05-30: receipt read from: removed: “its address”",
        ],
    ),
    "words and links of a page": (
        PROSE, PROSE.replace("[It opened on 29 May 2021]", "Yes. [It opened]"),
        [
            "index: citation: was “‘It opened on 29 May 2021’ (claim:pier-opened)”, now “‘It opened’ "
            "(claim:pier-opened)”",
            "index: words on the page: new: “Yes.”",
        ],
    ),
    "links to claims that are swapped": (
        SWAPPED.format("pier-opened", "pier-summer"), SWAPPED.format("pier-summer", "pier-opened"),
        [
            "index: citation: was “‘it opened’ (claim:pier-opened)”, now “‘it opened’ (claim:pier-summer)”",
            "index: citation: was “‘it stayed shut’ (claim:pier-summer)”, now “‘it stayed shut’ (claim:pier-opened)”",
        ],
    ),
    "items of lists that are swapped": (
        LISTS.format("It opened.", "It sank."), LISTS.format("It sank.", "It opened."),
        [
            "index: order on the page: was “It opened. … True: … It sank.”, now “It sank. … True: … It opened.”",
            "index: order on the page: was “True: … It sank.”, now “Not true: … It sank. … True:”",
        ],
    ),
    "a link that leads elsewhere": (
        "# docs/index.md\n[The pier](https://example.org/a) & [more](b.md).\n# docs/b.md\nB\n# docs/c.md\nB\n",
        "# docs/index.md\n[The pier](https://evil.example/b) & [more](c.md).\n",
        [
            "index: link: was “‘The pier’ (https://example.org/a)”, now “‘The pier’ (https://evil.example/b)”",
            "index: link: was “‘more’ (b.md)”, now “‘more’ (c.md)”",
        ],
    ),
    "another picture": (
        "# docs/index.md\n![The pier](a.png)\n", "# docs/index.md\n![The pier](b.png)\n",
        ["index: picture: was “‘The pier’ (a.png)”, now “‘The pier’ (b.png)”"],
    ),
    "a footnote at other words": (
        FOOTNOTES.format("[^a]", ""), FOOTNOTES.format("", "[^a]"),
        [
            "index: words on the page: was “Ann said so”, now “Ann said so. Ben said so”",
            "index: words on the page: was “. Ben said so.”, now “.”",
        ],
    ),
    "a page laid out otherwise": (
        "# docs/index.md\n# Pier\n\nIt *opened*\non [a day](b.md).\n\n* a\n* b\n# docs/b.md\nB\n",
        "# docs/index.md\nPier\n====\n\nIt _opened_ on [a\nday][b].\n\n[b]: b.md\n\n- a\n\n- b\n", [],
    ),
    "the order of authors": (
        AUTHORS.format("{literal: AFP}, {family: Doe, given: Ann}", "{literal: B}, {literal: A}"),
        AUTHORS.format("{family: Doe, given: Ann}, {literal: AFP}", "{literal: A}, {literal: C}, {literal: B}"),
        [
            "gazette-2021-05-30: author order: was “AFP, Ann Doe”, now “Ann Doe, AFP”",
            "gazette-2021-05-30: editor: new: “literal: C”",
            "gazette-2021-05-30: editor order: was “B, A”, now “A, B”",
        ],
    ),
    "the order of verdicts": (
        VERDICTS.format("true", "false"), VERDICTS.format("false", "true"),
        ["site: verdicts order: was “true, false”, now “false, true”"],
    ),
    "a setting of the site": (
        "", "# facts/site.yml\nformat: 1\nname: Harbour facts\nreviewers: {usual: 3}\n",
        ["site: reviewers usual: was “1”, now “3”"],
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
