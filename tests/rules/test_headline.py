"""What a claim's `finding` may say: the figures of its records and the days between their dates, and no others."""

import pytest
from proving import prove

from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.records.date import parse_date

SOUND = (
    "The other attacks were 9 to 15 days earlier",
    "The others were nine to fifteen days earlier",
    "The others were 9, 12 and 15 days earlier",
    "The nearest was 9 days earlier, [12 days](claim:second) lay between two of them",
    "The first was about two weeks earlier",
    "Not the fourth in a week",
    "The others were on 11 and 14 March, and on 17 March 2020",
    "None was within the 7 days before",
    "Three people were killed at Taji, two were hurt",
    "One of them had hit Taji, first of all",
    "A paper counted about 40 rockets",
    "Officials were waiting until 11 April",
    "No attack came before it in that time",
    "An earlier one began at 7:35 p.m.",
    "It was told of at noon",
)
UNSOUND = {
    "The other attacks were 9 to 16 days earlier": "9 to 16 days",
    "The other attacks were 8 to 15 days earlier": "8 to 15 days",
    "The others were 9, 13 and 15 days earlier": "13",
    "The nearest was 10 days earlier": "10 days",
    "The fifth in a week": "fifth",
    "The others were on 11 and 15 March": "15 March",
    "Five people were killed at Taji": "Five",
    "A paper counted 40 rockets": "40",
    "The rockets of [18 March](claim:third) came before": "18 March",
    "It came at 8:15 a.m.": "8:15 a.m",
    "The attack of a month that no record has: 30 days later": "30 days",
}
RECORDS = """
# facts/site.yml
format: 1
name: It
articles: [paper-2020-03-26]
# facts/entities/paper.yml
name: The Paper
type: Organization
# facts/sources/paper-2020-03-26.yml
type: article-newspaper
title: "It"
issued: 2020-03-26
root: paper
# facts/claims/attacks/first.yml
claim: "Taji was attacked."
when: 2020-03-11
figures: {killed: 3}
evidence: [{source: paper-2020-03-26, quote: "killed three people at Taji on 11 March"}]
# facts/claims/attacks/second.yml
claim: "Taji was attacked again."
when: 2020-03-14
figures: {hurt: 2, begin_date: 2020-03-14T19:35}
evidence: [{source: paper-2020-03-26, quote: "hurt two at Taji on 14 March", says: {begin_date: 2020-03-14T19:35}}]
# facts/claims/attacks/third.yml
claim: "Baghdad was attacked."
when: 2020-03-17
evidence: [{source: paper-2020-03-26, quote: "rockets fell in Baghdad on 17 March"}]
# facts/claims/attacks/end.yml
claim: "The curfew was to end."
when: 2020-04-11
evidence: [{source: paper-2020-03-26, quote: "the curfew will last until 11 April"}]
# facts/claims/attacks/far.yml
claim: "The attack of a month that no finding is compared with."
when: 2020-04-25
evidence: [{source: paper-2020-03-26, quote: "in the end they came on 25 April"}]
"""
CLAIM = """
# facts/claims/attacks/{id}.yml
claim: "It was the fourth attack within a week."
finding: "{finding}"
when: 2020-03-26
figures: {{order: 4th}}
appears_in: [{{source: paper-2020-03-26, quote: "the fourth attack on Thursday within a week"}}]
evidence:
  - {{source: paper-2020-03-26, quote: "another paper counted about 40 rockets at noon", says: {{order: silent}}}}
must_hold: ["second.when >= when - 7 days", "third.when >= when - 7 days"]
rests_on: [first]
verdict: inaccurate
because: "They were earlier, and [the curfew](claim:end) came later."
instead: "It was the first for nine days."
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the check says of each finding, all in one project."""
    folder = tmp_path_factory.mktemp("headlines")
    findings = dict(enumerate((*SOUND, *UNSOUND)))
    lay(RECORDS + "".join(CLAIM.format(id=f"claim-{n}", finding=each) for n, each in findings.items()), folder)
    prove(folder)
    told: dict[str, list[str]] = {each: [] for each in findings.values()}
    for finding in check(folder, today=parse_date("2026-11-24")).findings:
        if finding.code == "F119":
            told[findings[int(finding.place.path.rpartition("-")[2].partition(".")[0])]].append(finding.message)
    return told


@pytest.mark.parametrize("finding", SOUND)
def test_a_figure_of_a_record_may_stand_in_a_finding(finding: str, found: dict[str, list[str]]) -> None:
    assert found[finding] == []


@pytest.mark.parametrize("finding", UNSOUND)
def test_a_figure_that_no_record_has_may_not(finding: str, found: dict[str, list[str]]) -> None:
    (message,) = found[finding]
    assert message.startswith(f"the finding says `{UNSOUND[finding]}`")
