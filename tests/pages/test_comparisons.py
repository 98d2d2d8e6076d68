"""Lines of `must_hold` are sentences with their answers."""

from __future__ import annotations

import pytest
from pages.boats import OTHERS, Weighed, page, piece, said
from selectolax.lexbor import LexborHTMLParser

STORM, RUMOUR = "“A storm of 12 May 2021 sank one boat”", "“Nine boats sank”"
LINES = {
    "numbers that do": ("boats > 2", "Holds", "boats is more than 2: 3 and 2."),
    "sums that do": ("boats = 2 + storm.boats", "Holds", f"boats equals 2 plus boats of {STORM}: 3 and 3."),
    "dates that do": (
        "when after storm.when",
        "Holds",
        f"the time of this claim is after the time of {STORM}: 29 May 2021 and 12 May 2021.",
    ),
    "dates compared as numbers are": (
        "when >= 2021-05-01",
        "Holds",
        "the time of this claim is not before 1 May 2021: 29 May 2021 and 1 May 2021.",
    ),
    "the time between dates": (
        "when - storm.when <= 30 days",
        "Holds",
        f"the time of this claim minus the time of {STORM} is at most 30 days: 17 days and 30 days.",
    ),
    "numbers that do not by a weak claim": (
        "boats > rumour.boats",
        "Does not hold",
        f"boats is more than boats of {RUMOUR}: 3 and 9. This proves nothing as long as a claim that it names is "
        "neither corroborated nor primary.",
    ),
    "numbers that may": ("boats = about 3", "Open", "boats equals about 3: 3 and 2 to 4."),
    "a time that nobody says": (
        "when after rumour.when",
        "Open",
        f"the time of this claim is after the time of {RUMOUR}: the time of {RUMOUR} is not known.",
    ),
}
DATED = piece("post", "there were three boats that sank there on 29 May")


@pytest.mark.parametrize(("line", "answer", "told"), LINES.values(), ids=LINES)
def test_what_must_hold_is_said_in_words_with_its_answer(line: str, answer: str, told: str, weighed: Weighed) -> None:
    tree = page(weighed(DATED, piece("echo"), more=f'when: 2021-05-29\nmust_hold: ["{line}"]\n{OTHERS}'))
    found = tree.css_first("#compared + dl")
    assert found is not None
    assert [said(node) for node in found.css("dt, dd")] == [answer, told]


def proof(tree: LexborHTMLParser) -> list[str]:
    """The section that says why a claim can't be right: its heading, its sentences and the lines of its list."""
    heading = tree.css_first("#must-hold")
    assert heading is not None
    sentences, listed = tree.css("#must-hold ~ p:not(.fp-would-change)"), tree.css("#must-hold ~ ul.fp-ruled-out li")
    return [said(heading), said(sentences[0]), *map(said, listed), *map(said, sentences[1:])]


JUDGED = 'verdict: inaccurate\nbecause: "It was one."\ninstead: "One boat sank."\n'
LATER = """
# facts/claims/harbour/flood.yml
claim: "A flood of 20 May 2021 sank two boats."
when: 2021-05-20
evidence:
  - {source: port, first_hand: "The office saw it.", quote: "on 20 May 2021 two boats sank"}
"""


def test_dates_that_rule_a_claim_out_are_said_once_with_a_list_of_days(weighed: Weighed) -> None:
    lines = 'when: 2021-05-29\nmust_hold: ["storm.when >= when - 7 days", "flood.when >= when - 7 days"]\n'
    more = f"{lines}{JUDGED}{OTHERS}{LATER}"
    dated = [DATED, piece("port", "on 20 May 2021 two boats sank", stance="context"), piece("echo")]
    assert proof(page(weighed(*dated, more=more))) == [
        "Why the dates rule it out",
        "For this to be right, each of these would have to be on 22 May 2021 or later, within 7 days of 29 May 2021. "
        "None is:",
        "12 May 2021, 17 days before: A storm of 12 May 2021 sank one boat.",
        "20 May 2021, 9 days before: A flood of 20 May 2021 sank two boats.",
    ]


def test_the_other_side_of_a_comparison_is_read_from_the_same_side(weighed: Weighed) -> None:
    lines = 'when: 2021-05-29\nmust_hold: ["2021-05-15 before storm.when"]\n'
    assert proof(page(weighed(DATED, piece("echo"), more=f"{lines}{JUDGED}{OTHERS}")))[1:] == [
        "For this to be right, this would have to be after 15 May 2021. It is not:",
        "12 May 2021: A storm of 12 May 2021 sank one boat.",
    ]


def test_numbers_that_rule_a_claim_out_are_said_with_their_values(weighed: Weighed) -> None:
    more = f'must_hold: ["boats < storm.boats"]\n{OTHERS}'
    assert proof(page(weighed(DATED, piece("echo"), more=more))) == [
        "Why it can’t be right",
        "This would have to be so, and is not:",
        f"3 and 1: boats is less than boats of {STORM}",
        "This counts against the claim, like a dispute without an answer.",
    ]
