"""Lines of `must_hold` are sentences with their answers."""

from __future__ import annotations

import pytest
from pages.boats import OTHERS, Weighed, page, piece, said

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
    "numbers that do not": (
        "boats < storm.boats",
        "Does not hold",
        f"boats is less than boats of {STORM}: 3 and 1. This counts against the claim, like a dispute without an "
        f"answer.",
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
    found = tree.css_first("#must-hold + dl")
    assert found is not None
    assert [said(node) for node in found.css("dt, dd")] == [answer, told]


def test_a_line_that_refutes_is_the_proof_of_the_verdict(weighed: Weighed) -> None:
    judged = 'must_hold: [boats < 2]\nverdict: inaccurate\nbecause: "It was one."\ninstead: "One boat sank."\n'
    tree = page(weighed(piece("post"), piece("echo"), more=judged))
    assert said(tree.css_first("#must-hold + dl dd")).endswith("This is the proof that the article is wrong.")
    link = tree.css_first("#disputed + ul a")
    assert link is not None and link.attributes["href"] == "#must-hold"
