"""The shape of records: each cause is one fault at its place, and all of a record's are told at once."""

import pytest

from factpress.findings import Fault
from factpress.reading.tree import RecordFile
from factpress.reading.validation import validate
from factpress.reading.yaml_events import parse
from factpress.records.record import Record

CLAIM = "claim: The pier opened.\n"
EVIDENCE = "evidence:\n  - source: gazette\n    quote: the pier was opened\n"
SOURCE = "type: webpage\nissued: 2021-06-01\nroot: gazette\n"
ENTITY = "name: North Pier\ntype: Place\n"
SITE = "format: 1\nname: Harbour facts\n"


def shaped(kind: str, text: str) -> tuple[Record | None, list[Fault]]:
    """What a file makes, with the faults of parsing it before those of its shape."""
    document = parse(text, "x.yml")
    record, faults = validate(document, RecordFile("x.yml", kind, "x", "", len(text)))
    return record, [*document.faults, *faults]


def told(kind: str, text: str) -> list[tuple[str, str, int, int]]:
    return [(fault.kind, fault.found, fault.place.line, fault.place.column) for fault in shaped(kind, text)[1]]


@pytest.mark.parametrize(
    ("kind", "text", "fault", "wanted"),
    [
        pytest.param("entity", ENTITY + "partof: x\n", ("unknown-key", "partof", 3, 1), "part_of", id="a near key"),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "verdct: accurate\n",
            ("unknown-key", "verdct", 5, 1),
            "verdict",
            id="a near key of a claim",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "    answerd: x\n",
            ("unknown-key", "answerd", 5, 5),
            "answered",
            id="a near key of evidence",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "review: {by: [ada], date: 2021-06-02, stmp: s}\n",
            ("unknown-key", "stmp", 5, 39),
            "stamp",
            id="a near key in braces",
        ),
        pytest.param(
            "site",
            SITE + "budgets: {share: 5 %, zzz: 1}\n",
            ("unknown-key", "zzz", 3, 23),
            "article_share, quote_words, share",
            id="a far key lists the keys of its mapping",
        ),
        pytest.param(
            "site",
            SITE + "verdicts:\n  - {name: fair, standing: [primary], lable: Fair}\n",
            ("unknown-key", "lable", 4, 39),
            "label",
            id="a near key of a verdict",
        ),
        pytest.param(
            "source",
            SOURCE + "author: [{famly: Quay, given: Ada}]\n",
            ("unknown-key", "famly", 4, 11),
            "family",
            id="a misspelt name is not missing as well",
        ),
        pytest.param(
            "entity",
            "nmae: North Pier\ntype: Place\n",
            ("unknown-key", "nmae", 1, 1),
            "name",
            id="a misspelt required key is not missing as well",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE.replace("evidence", "evidnce"),
            ("unknown-key", "evidnce", 2, 1),
            "evidence",
            id="misspelt evidence is not missing as well",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE.replace("evidence", "apears_in"),
            ("unknown-key", "apears_in", 2, 1),
            "appears_in",
            id="nor is the article's quote, which would do too",
        ),
        pytest.param(
            "source",
            "type: webpage\nundatd: it says none\nroot: gazette\n",
            ("unknown-key", "undatd", 2, 1),
            "undated",
            id="nor is the reason for no date",
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence:\n  - source: gazette\n    qoute: the pier\n",
            ("unknown-key", "qoute", 4, 5),
            "quote",
            id="nor is a misspelt quote",
        ),
        pytest.param(
            "entity",
            "# pier\n\nname: North Pier\n",
            ("missing-key", "`type`", 3, 1),
            "entity",
            id="a missing key, at the first key there is",
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence:\n  - quote: the pier\n",
            ("missing-key", "`source`", 3, 5),
            "evidence",
            id="a missing key of evidence, at the evidence",
        ),
        pytest.param(
            "claim",
            CLAIM + "appears_in: [{source: gazette}]\n",
            ("missing-key", "`quote`", 2, 14),
            "appearance",
            id="a missing key in braces, at the brace",
        ),
        pytest.param(
            "claim", CLAIM, ("missing-key", "`evidence` or `appears_in`", 1, 1), "claim", id="one of two keys"
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence: []\n",
            ("missing-key", "`evidence` or `appears_in`", 1, 1),
            "claim",
            id="an empty list is no evidence",
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence:\n",
            ("missing-key", "`evidence` or `appears_in`", 1, 1),
            "claim",
            id="an empty value is no evidence",
        ),
        pytest.param(
            "source",
            "type: webpage\nroot: gazette\n",
            ("missing-key", "`issued` or `undated`", 1, 1),
            "source",
            id="no date and no reason for none",
        ),
        pytest.param(
            "source",
            SOURCE + "author: [{given: Ada}]\n",
            ("missing-key", "`literal` or `family`", 4, 10),
            "name",
            id="a name without a family",
        ),
        pytest.param(
            "entity",
            ENTITY + "geo: {latitude: 50.1, longitude: -5.2, precision: 1 km}\n",
            ("missing-key", "`source`", 3, 6),
            "geo",
            id="a point that nobody gave",
        ),
        pytest.param(
            "site",
            SITE + "verdicts: [{standing: [primary]}]\n",
            ("missing-key", "`name`", 3, 12),
            "verdict",
            id="a verdict without a name",
        ),
        pytest.param(
            "entity",
            ENTITY + "alternate_name: Pier\n",
            ("wrong-shape", "a list is expected here, not `Pier`", 3, 17),
            "write `[Pier]` here",
            id="text in a list's place",
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence: gazette\n",
            ("wrong-shape", "a list is expected here, not `gazette`", 2, 11),
            "write `[gazette]` here",
            id="text in the place of evidence is not missing as well",
        ),
        pytest.param(
            "claim",
            CLAIM + 'evidence: ""\n',
            ("wrong-shape", "a list is expected here, not ``", 2, 11),
            "write `[]` here",
            id="empty text in the place of evidence is not missing as well",
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence: [gazette]\n",
            ("wrong-shape", "a mapping is expected here, not `gazette`", 2, 12),
            "write a mapping here",
            id="text in a mapping's place",
        ),
        pytest.param(
            "claim",
            CLAIM + "evidence: {source: a, quote: b}\n",
            ("wrong-shape", "a list is expected here, not a mapping", 2, 11),
            "write a list here",
            id="a mapping in a list's place",
        ),
        pytest.param(
            "entity",
            "name: {en: Pier}\ntype: Place\n",
            ("wrong-shape", "expected text, found a mapping", 1, 7),
            "write one value here",
            id="a mapping in a text's place",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "figures: [3]\n",
            ("wrong-shape", "expected a mapping of figures", 5, 10),
            "write it as `{killed: 3}`",
            id="a list of figures",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "figures: {killed: [3]}\n",
            ("wrong-shape", "expected text, found a list", 5, 19),
            "write one value here",
            id="a list in a figure's place",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "review: {by: [], date: 2021-06-02}\n",
            ("wrong-shape", "the list is empty", 5, 14),
            "write at least one value",
            id="nobody who reviewed",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "    stance: suports\n",
            ("not-a-choice", "`suports`", 5, 13),
            "`supports`, `disputes` or `context`",
            id="a word that is no choice",
        ),
        pytest.param(
            "claim",
            CLAIM + EVIDENCE + "    stance: [supports]\n",
            ("not-a-choice", "a list", 5, 13),
            "`supports`, `disputes` or `context`",
            id="a list that is no choice",
        ),
        pytest.param(
            "source",
            'type: webpage\nroot: gazette\nissued: ""\n',
            ("unreadable-date", "the date is empty", 3, 9),
            "write a date as `2020-03-11`, `2020-03` or `2020`",
            id="an empty date is not missing as well",
        ),
    ],
)
def test_one_cause_is_one_fault(kind: str, text: str, fault: tuple[str, str, int, int], wanted: str) -> None:
    record, faults = shaped(kind, text)
    assert record is None
    assert told(kind, text) == [fault]
    assert faults[0].wanted == wanted


@pytest.mark.parametrize(
    ("kind", "text", "faults"),
    [
        pytest.param("claim", CLAIM + "evidence: *all\n", [("anchor-or-alias", 2, 11)], id="an alias"),
        pytest.param("claim", CLAIM + "evidence: !!set {a: b}\n", [("tag", 2, 11)], id="a tag"),
        pytest.param(
            "claim", CLAIM + "appears_in: *all\n", [("anchor-or-alias", 2, 13)], id="an alias of what would do too"
        ),
        pytest.param(
            "entity",
            "name: a\u200bb\ntype: Place\u200b\n",
            [("invisible-character", 1, 8), ("invisible-character", 2, 12)],
            id="an invisible character in a choice",
        ),
        pytest.param(
            "entity",
            ENTITY + "part_of: \u202eno id\n",
            [("invisible-character", 3, 10)],
            id="an invisible character in an id",
        ),
        pytest.param(
            "source",
            "type: webpage\nroot: gazette\nissued: 2021\u0661\n",
            [("mixed-digits", 3, 9)],
            id="digits of two scripts in a date",
        ),
        pytest.param("entity", "Name: North Pier\ntype: Place\n", [("bad-key", 1, 1)], id="a required key in capitals"),
        pytest.param(
            "claim",
            CLAIM + "Appears_In:\n  - {source: a, quote: b}\n",
            [("bad-key", 2, 1)],
            id="a key in capitals that would do too",
        ),
        pytest.param(
            "entity", ENTITY + "geo: {<<: x}\n", [("merge-key", 3, 7)], id="a merge key in the place of all others"
        ),
        pytest.param(
            "entity",
            "&a name: x\ntype: Nowhere\n",
            [("anchor-or-alias", 1, 1), ("not-a-choice", 2, 7)],
            id="an anchor hides no other fault",
        ),
        pytest.param(
            "entity",
            "--- &a\nname: x\ntype: Nowhere\n",
            [("anchor-or-alias", 1, 5)],
            id="an anchor of the whole record",
        ),
        pytest.param(
            "entity",
            "name: [x]\nname: y\ntype: Place\n",
            [("duplicate-key", 2, 1)],
            id="a key twice, the first of a wrong shape",
        ),
    ],
)
def test_what_was_spoilt_before_is_not_told_again(kind: str, text: str, faults: list[tuple[str, int, int]]) -> None:
    record, _ = shaped(kind, text)
    assert [(fault, line, column) for fault, _, line, column in told(kind, text)] == faults
    assert record is None or faults[0][0] in {"anchor-or-alias", "bad-key", "invisible-character", "duplicate-key"}


def test_all_faults_of_a_record_are_told_at_once() -> None:
    text = """\
clam: The pier opened.
when: 30 May 2021
where: Old Pier
figures: {killed: many, hurt: 3, lost: a lot}
evidence:
  - source: Gazette
    quote: the pier was opened
    stance: maybe
    says: {killed: silence, hurt: silent}
  - quote: opened on Saturday
    first_hand: ""
must_hold: [when follows other.when]
review: {by: [ada quay], date: 2021-06}
corrections:
  - {date: 2021-06-01, kind: fix, was: x}
formerly: [-x]
withdrawn: {date: never}
"""
    assert sorted((line, column, kind) for kind, _, line, column in told("claim", text)) == [
        (1, 1, "unknown-key"),
        (2, 7, "unreadable-date"),
        (3, 8, "wrong-shape"),
        (4, 19, "unreadable-figure"),
        (4, 40, "unreadable-figure"),
        (6, 13, "bad-id"),
        (8, 13, "not-a-choice"),
        (9, 20, "unreadable-figure"),
        (10, 5, "missing-key"),
        (11, 17, "empty-text"),
        (12, 13, "unreadable-relation"),
        (13, 15, "bad-word"),
        (13, 32, "unreadable-date"),
        (15, 5, "missing-key"),
        (15, 30, "not-a-choice"),
        (16, 12, "bad-id"),
        (17, 12, "missing-key"),
        (17, 19, "unreadable-date"),
    ]


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("entity", "name: no\ntype: Place\n", (1, 7)),
        ("entity", ENTITY + "alternate_name: [North, 010]\n", (3, 25)),
        ("claim", CLAIM + EVIDENCE.replace("the pier was opened", "3.10"), (4, 12)),
        ("source", SOURCE + "title: 1984\n", (4, 8)),
        ("source", SOURCE + "author: [{family: null}]\n", (4, 19)),
        ("site", "format: 1\nname: 1:30\n", (2, 7)),
    ],
)
def test_words_that_other_tools_turn_into_something_else_are_noted(
    kind: str, text: str, place: tuple[int, int]
) -> None:
    record, (fault,) = shaped(kind, text)
    assert record is not None
    assert (fault.kind, fault.mild, fault.place.line, fault.place.column) == ("unquoted-value", True, *place)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("claim", CLAIM + EVIDENCE + "when: 2021-05-30\nfigures: {killed: 3, share: 10 %, year: 2020}\n"),
        ("source", SOURCE + "accessed: 2021-06-02\nno_claim: [{sentence: 12, begins: On Saturday, why: a caption}]\n"),
        ("entity", ENTITY + "geo: {latitude: 50.1, longitude: -5, precision: 1 km, source: the plan}\n"),
        ("site", SITE + "budgets: {quote_words: 30}\n"),
    ],
)
def test_values_that_are_no_words_need_no_quotation_marks(kind: str, text: str) -> None:
    record, faults = shaped(kind, text)
    assert record is not None
    assert faults == []


def test_a_record_knows_where_its_values_stand() -> None:
    record, faults = shaped("claim", CLAIM + EVIDENCE)
    assert record is not None and faults == []
    assert (record.id, record.path) == ("x", "x.yml")
    assert str(record.at("evidence", 0, "quote")) == "x.yml:4:12"
    assert str(record.at_key("evidence", 0, "quote")) == "x.yml:4:5"
    assert str(record.at("verdict")) == "x.yml:1:1"
