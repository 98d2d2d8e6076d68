"""An explainer's answer is held like its prose: figures in links to claims, and those as their claims say."""

from pathlib import Path

import pytest

from factpress.cli.examples import lay
from factpress.pipeline import check
from factpress.records.date import parse_date

SITE = "# facts/site.yml\nformat: 1\nname: Harbour facts\narticles: [gazette-2021-05-30]\n"
PAGE = '# docs/pier.md\n---\narticle: gazette-2021-05-30\nanswer: "{}"\n---\n\nThe pier [opened](claim:pier-opened).\n'
CLAIM = """claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
FAULTS = {
    "a figure outside a link": ("It opened to 40 guests.", "F611", "`40` is not in a link to a claim"),
    "a figure beside a link to a source": (
        "[The Gazette](source:gazette-2021-05-30) saw 40.",
        "F611",
        "`40` is not in a link to a claim",
    ),
    "another day than the claim's": (
        "It opened [on 30 May](claim:pier-opened).",
        "F612",
        "the link says `30 May`, but the claim says `when: 2021-05-29`",
    ),
    "another day than the source's": (
        "[The Gazette of 31 May](source:gazette-2021-05-30) has it.",
        "F613",
        "the link says `31 May`, but the source is dated `30 May 2021`",
    ),
    "a claim that is not there": ("It [opened](claim:pier-opend).", "F201", "there is no claim `pier-opend`"),
    "too many words": ("It opened " * 30 + "early.", "F621", "the answer has 61 words; at most 60 are allowed"),
    "another site": (
        "It [opened](https://piers.example/).",
        "F621",
        "a link of the answer leads to `https://piers.example/`, which is not a record",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_an_answer_is_held_like_prose(what: str, tmp_path: Path) -> None:
    answer, code, message = FAULTS[what]
    lay(f"{SITE}# facts/claims/harbour/pier-opened.yml\n{CLAIM}{PAGE.format(answer)}", tmp_path)
    found = [each for each in check(tmp_path, today=parse_date("2026-11-24")).findings if each.code != "F501"]
    assert [(each.code, each.message) for each in found] == [(code, message)]
    assert (found[0].place.path, found[0].place.line, found[0].place.column) == ("docs/pier.md", 3, 9)


SOUND = (
    "It opened [on 29 May](claim:pier-opened), [the Gazette of 30 May](source:gazette-2021-05-30) wrote.",
    "One pier, [opened](claim:pier-opened) [on Saturday](claim:pier-opened).",
)


@pytest.mark.parametrize("answer", SOUND)
def test_a_sound_answer_is_none(answer: str, tmp_path: Path) -> None:
    lay(f"{SITE}# facts/claims/harbour/pier-opened.yml\n{CLAIM}{PAGE.format(answer)}", tmp_path)
    found = check(tmp_path, today=parse_date("2026-11-24")).findings
    assert [each for each in found if each.code != "F501"] == []


def test_an_answer_elsewhere_is_the_engines(tmp_path: Path) -> None:
    lay(PAGE.format("It opened to 40 guests.").replace("article: gazette-2021-05-30\n", ""), tmp_path)
    assert check(tmp_path, today=parse_date("2026-11-24")).findings == ()
