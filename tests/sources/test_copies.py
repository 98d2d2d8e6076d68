"""Copies of one agency's report are found though no text is kept, and independent reports are not taken for copies."""

from __future__ import annotations

import pytest

from factpress.evidence.document import TextBlock, read_document
from factpress.evidence.receipts import How
from factpress.records.receipt import Receipt
from factpress.records.source import Source
from factpress.sources.copies import Other
from factpress.sources.snapshot import take

HOW = How("full", "file", "2021-06-02", "text")
SPEECH = '"We shall not rest until every crane on this coast has been looked at by two engineers," said the mayor, Doe.'
AGENCY = f"""LUNDEY, 3 May (Wire) - Two cranes fell into the harbour basin at dawn on Monday, before a ferry was due.

Nobody was hurt when the cranes came down, but the quay is closed and the ferry to the islands sails from the old mole.

{SPEECH}

The cranes, which were built in 1961, had been looked at in March and were found to be in order by the port office."""
QUOTE = "the quay is closed and the ferry to the islands sails from the old mole"
COPIES = {
    "the same without its first line": AGENCY.partition("\n\n")[2],
    "a byline, another order and a new beginning": "By our reporter\n\nThe harbour woke to a loud noise.\n\n"
    + "\n\n".join(reversed(AGENCY.split("\n\n")[1:])),
    "one sentence kept among new ones": "It was a bad morning here. The cranes, which were built in 1961, had been "
    "looked at in March and were found to be in order by the port office. Questions will be asked.",
    "a sentence broken in two, around what was quoted": "Everybody on the site is well, Wire says; still, the quay is "
    "closed and the ferry to the islands sails from the old mole, which has no crane at all. More tomorrow.",
}
OTHERS = {
    "another reporter's own words": "A loud noise woke me at five. From the mole I saw that both cranes had gone. The "
    "harbour master told me that no one had been near, and that ferries would leave from the west side for now.",
    "the same speech, heard by somebody else": f"At the town hall the mayor was pale. {SPEECH} He took no questions.",
    "the same facts in brief": "Two cranes fell into the basin at Lundey at dawn on Monday. Nobody was hurt. The quay "
    "is closed. The ferry leaves from the old mole until the wreck has been cleared away.",
}


def source(id: str) -> Source:
    return Source.model_validate({"type": "report", "title": "x", "issued": "2021-05-03", "root": id})


@pytest.fixture(scope="module")
def agency() -> Other:
    receipt = take(source("wire"), [QUOTE, SPEECH], read_document(AGENCY), how=HOW, key=bytes(16)).receipt
    return Other("wire", receipt, (QUOTE, SPEECH))


def read(text: str, agency: Other) -> Receipt:
    taken = take(source("paper"), [], read_document(text), how=HOW, key=bytes(range(16)), others=[agency])
    return taken.receipt


@pytest.mark.parametrize("text", COPIES.values(), ids=COPIES)
def test_a_copy_shares_text_with_the_agency(text: str, agency: Other) -> None:
    (share,) = read(text, agency).shares
    assert share.source == "wire"
    assert set(share.sentences) <= {entry.hash for entry in agency.receipt.sentences}
    assert share.sentences or share.quotes


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_an_independent_report_shares_nothing(text: str, agency: Other) -> None:
    assert not read(text, agency).shares


def test_what_is_beside_an_article_makes_no_copy(agency: Other) -> None:
    blocks = [TextBlock("A new bakery has opened in the old town."), TextBlock(COPIES[next(iter(COPIES))], beside=True)]
    taken = take(source("paper"), [], read_document(blocks), how=HOW, key=bytes(16), others=[agency])
    assert not taken.receipt.shares
