"""Who has to be asked about a claim that is judged wrong: the article's body, or the one whose word it passes on."""

from pathlib import Path

import pytest
from proving import prove

from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.records.date import parse_date

PROJECT = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/entities/port.yml
name: Port
type: Organization
# facts/entities/press-desk.yml
name: Press Desk
type: Organization
voice_of: port
# facts/entities/herald.yml
name: Herald
type: Organization
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "Pier opens"
issued: 2021-05-30
root: harbour-gazette
{source}
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
appears_in:
  - source: gazette-2021-05-30
    attributed_to: port
    quote: "the north pier was opened to the public on Saturday"
verdict: {verdict}
because: "The log has another day."
instead: "It opened a day later."
{claim}
"""
REPLY = "replies: [{{party: {}, asked: 2021-06-01, how: by letter, answer: none}}]"
ASKED = {
    "the article's body": {"claim": REPLY.format("harbour-gazette")},
    "the one whose word it is": {"claim": REPLY.format("port")},
    "who speaks for it": {"claim": REPLY.format("press-desk")},
    "about the article": {"source": REPLY.format("harbour-gazette")},
    "a verdict that says nothing is wrong": {"verdict": "missing-context"},
}
NOT_ASKED = {
    "nobody": {},
    "nobody about a dispute": {"verdict": "disputed"},
    "somebody else": {"claim": REPLY.format("herald")},
}


def missing(folder: Path, fields: dict[str, str]) -> list[str]:
    lay(PROJECT.format(**{"claim": "", "source": "", "verdict": "inaccurate", **fields}), folder)
    found = check(folder, today=parse_date("2026-11-24")).findings
    return [each.message for each in found if each.code == "F120"]


@pytest.mark.parametrize("who", ASKED)
def test_it_is_enough_to_ask(who: str, tmp_path: Path) -> None:
    assert missing(tmp_path, ASKED[who]) == []


@pytest.mark.parametrize("who", NOT_ASKED)
def test_it_is_not_enough_to_ask(who: str, tmp_path: Path) -> None:
    verdict = NOT_ASKED[who].get("verdict", "inaccurate")
    assert missing(tmp_path, NOT_ASKED[who]) == [f"`{verdict}`, and nobody asked `harbour-gazette` or `port`"]


def test_what_the_standing_of_a_contradicted_claim_allows(tmp_path: Path) -> None:
    dispute = 'evidence: [{source: gazette-2021-05-30, stance: disputes, quote: "it was not opened on Saturday"}]'
    for verdict, codes in {"unproven": [], "inaccurate": [], "missing-context": ["F117"], "disputed": ["F117"]}.items():
        lay(PROJECT.format(claim=dispute, source="", verdict=verdict), tmp_path)
        prove(tmp_path)
        found = check(tmp_path, today=parse_date("2026-11-24")).findings
        assert [each.code for each in found if each.code in {"F117", "F411"}] == codes, verdict
