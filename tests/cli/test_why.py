"""`factpress why CLAIM`: the chain of evidence, for a person and for a machine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from proving import prove

from factpress.cli.examples import lay
from factpress.cli.main import group

HARBOUR = """
# facts/site.yml
format: 1
name: Harbour facts
articles: [herald-2021-06-02]
# facts/entities/harbour-gazette.yml
name: Harbour Gazette
type: Organization
# facts/entities/herald.yml
name: The Herald
type: Organization
# facts/entities/port-authority.yml
name: Port Authority
type: Organization
# facts/entities/port-desk.yml
name: Port Authority's press desk
type: Organization
voice_of: port-authority
# facts/sources/herald-2021-06-02.yml
type: article-newspaper
title: "A full pier"
issued: 2021-06-02
root: herald
# facts/sources/port-2021-05-31.yml
type: webpage
title: "Opening figures"
issued: 2021-05-31
root: port-desk
# facts/sources/radio-2021-05-30.yml
type: broadcast
title: "Evening news"
issued: 2021-05-30
root: radio
# facts/entities/radio.yml
name: Radio
type: Organization
# facts/claims/harbour/guests.yml
claim: "At the [pier](claim:pier-opened)'s opening there were 300 guests and 12 boats."
finding: "The [pier](claim:pier-opened) had 300 guests and eleven boats"
figures:
  guests: 300
  boats: 12
appears_in:
  - source: herald-2021-06-02
    quote: "three hundred guests and a dozen boats were there"
evidence:
  - source: port-2021-05-31
    first_hand: "The port counted them."
    quote: "we counted 300 guests and at least ten boats at the opening"
  - source: gazette-2021-05-30
    attributed_to: port-desk
    quote: "the port gave 300 as the number of guests"
  - source: gazette-2021-05-30
    quote: "eleven boats, by our own count, lay at the new pier"
    says: {guests: silent}
  - source: radio-2021-05-30
    attributed_to: "two officials"
    stance: disputes
    quote: "nobody at all came to the opening of the pier"
    answered: "The port has a photograph."
must_hold:
  - guests > boats
verdict: inaccurate
because: "It has too many boats."
instead: "There were 300 guests and eleven boats."
would_change: "The port's own list of boats."
checked: 2021-06-10
review_by: 2031-06-10
replies:
  - {party: herald, asked: 2021-06-03, how: "by telephone", answer: "We stand by it.", date: 2021-06-04}
  - {party: port-desk, asked: 2021-06-03, how: "by e-mail", answer: none}
challenges: [{by: "a reader", date: 2021-06-07, says: "I saw twelve."}]
allow:
  - {code: F118, because: "The answer is under discussion.", until: 2026-12-31}
"""


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    lay(HARBOUR, tmp_path)
    prove(tmp_path)
    return tmp_path


def why(root: Path, id: str, *options: str) -> Result:
    return CliRunner().invoke(group, ["why", id, "--project", str(root), *options])


def data(root: Path, id: str) -> dict[str, Any]:
    done = why(root, id, "--format", "json")
    assert done.exit_code == 0, done.output
    whole: dict[str, Any] = json.loads(done.output)
    return whole


def test_the_chain_for_a_person(harbour: Path) -> None:
    done = why(harbour, "guests")
    assert done.exit_code == 0, done.output
    assert (
        done.output
        == """\
guests: At the pier's opening there were 300 guests and 12 boats.
finding: The pier had 300 guests and eleven boats
verdict: inaccurate; standing: contradicted, decided by its figure `boats`

guests: 300; contested: `port-authority` for it, `radio` against it, and no answer counts, as the claim is not \
corroborated or primary without the disputes
  herald-2021-06-02 [herald]: the article; agrees, found in `three hundred`
    `three hundred guests and a dozen boats were there` The sentence begins earlier.
  port-2021-05-31 [port-authority]: supports; agrees, found in `300`; first-hand
    `we counted 300 guests and at least ten boats at the opening` The sentence begins earlier.
  gazette-2021-05-30, attributed to Port Authority's press desk [port-authority]: supports; agrees, found in `300`
    `the port gave 300 as the number of guests` The sentence begins earlier.
  gazette-2021-05-30 [harbour-gazette]: supports; silent, declared by the editor
    `eleven boats, by our own count, lay at the new pier` The sentence begins earlier.

boats: 12; contradicted: no root for it, `harbour-gazette` and `radio` against it, and no answer counts, as the claim \
is not corroborated or primary without the disputes
  herald-2021-06-02 [herald]: the article; agrees, found in `a dozen`
    `three hundred guests and a dozen boats were there` The sentence begins earlier.
  port-2021-05-31 [port-authority]: supports; compatible, found in `at least ten`; first-hand
    `we counted 300 guests and at least ten boats at the opening` The sentence begins earlier.
  gazette-2021-05-30 [harbour-gazette]: supports; differs, found in `eleven`
    `eleven boats, by our own count, lay at the new pier` The sentence begins earlier.

about no figure:
  radio-2021-05-30, attributed to two officials [radio]: disputes; counts against all; answered
    `nobody at all came to the opening of the pier` The sentence begins earlier.

must hold: guests > boats (holds: 300 and 12)

what would change the verdict: The port's own list of boats.
asked on 3 June 2021, by telephone: herald: `We stand by it.` on 4 June 2021
asked on 3 June 2021, by e-mail: port-desk: no answer
challenged on 7 June 2021 by a reader: I saw twelve. Outcome: open
last checked: 10 June 2021
to be checked again by: 10 June 2031

waived, until 31 December 2026: F118, because: The answer is under discussion.
"""
    )


def test_the_chain_for_a_machine(harbour: Path) -> None:
    whole = data(harbour, "guests")
    port = "we counted 300 guests and at least ten boats at the opening"
    passed_on = "the port gave 300 as the number of guests"
    count = "eleven boats, by our own count, lay at the new pier"
    nobody = "nobody at all came to the opening of the pier"

    def piece(source: str, root: str, quote: str, reading: str, *marks: str) -> dict[str, Any]:
        marked = {mark: mark in marks for mark in ("declared", "answered")}
        return {"source": source, "root": root, "quote": quote, "reading": reading, **marked}

    assert whole == {
        "claim": "guests",
        "verdict": "inaccurate",
        "standing": "contradicted",
        "weakest": "boats",
        "figures": {
            "guests": {
                "value": "300",
                "standing": "contested",
                "evidence": [
                    piece("port-2021-05-31", "port-authority", port, "agrees"),
                    piece("gazette-2021-05-30", "port-authority", passed_on, "agrees"),
                    piece("gazette-2021-05-30", "harbour-gazette", count, "silent", "declared"),
                    piece("radio-2021-05-30", "radio", nobody, "silent", "answered"),
                ],
            },
            "boats": {
                "value": "12",
                "standing": "contradicted",
                "evidence": [
                    piece("port-2021-05-31", "port-authority", port, "compatible"),
                    piece("gazette-2021-05-30", "port-authority", passed_on, "silent"),
                    piece("gazette-2021-05-30", "harbour-gazette", count, "differs"),
                    piece("radio-2021-05-30", "radio", nobody, "silent", "answered"),
                ],
            },
        },
        "without_figure": [piece("radio-2021-05-30", "radio", nobody, "differs", "declared", "answered")],
        "finding": "The pier had 300 guests and eleven boats",
        "would_change": "The port's own list of boats.",
        "replies": [
            {
                "party": "herald",
                "asked": "2021-06-03",
                "how": "by telephone",
                "answer": "We stand by it.",
                "date": "2021-06-04",
            },
            {"party": "port-desk", "asked": "2021-06-03", "how": "by e-mail", "answer": "none", "date": None},
        ],
        "challenges": [{"by": "a reader", "date": "2021-06-07", "says": "I saw twelve.", "outcome": None}],
        "checked": "2021-06-10",
        "review_by": "2031-06-10",
    }


def test_a_claim_without_figures_is_read_so_by_its_editor(harbour: Path) -> None:
    assert (
        why(harbour, "pier-opened").output
        == """\
pier-opened: The north pier opened on 29 May 2021.
verdict: none, because no article makes this claim; standing: single-source

without figures, as declared by the editor; single-source: `harbour-gazette` for it
  gazette-2021-05-30 [harbour-gazette]: supports; agrees, declared by the editor
    `the north pier was opened to the public on Saturday` The sentence begins earlier.
"""
    )
    whole = data(harbour, "pier-opened")
    assert (whole["verdict"], whole["weakest"], whole["figures"]) == (None, None, {})
    assert [(piece["reading"], piece["declared"]) for piece in whole["without_figure"]] == [("agrees", True)]


def test_what_nobody_read_is_unread(harbour: Path) -> None:
    (harbour / "facts/receipts/gazette-2021-05-30.json").unlink()
    lines = why(harbour, "guests").output.splitlines()
    assert "  gazette-2021-05-30 [harbour-gazette]: supports; unread; would be: differs, found in `eleven`" in lines
    boats = data(harbour, "guests")["figures"]["boats"]
    assert [piece["reading"] for piece in boats["evidence"]] == ["compatible", "unread", "unread", "silent"]
    assert data(harbour, "pier-opened")["standing"] == "unsupported"


def test_a_refutation_and_a_withdrawal_are_told(harbour: Path) -> None:
    lay(
        """
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
must_hold: [when before 2021-05-01]
withdrawn: {date: 2021-07-01, why: "It was the south pier."}
""",
        harbour,
    )
    assert why(harbour, "pier-opened").output.splitlines()[1:] == [
        "withdrawn on 1 July 2021: It was the south pier.",
        "verdict: none, because no article makes this claim; standing: contested",
        "",
        "without figures, as declared by the editor; contested: `harbour-gazette` for it, `must_hold` against it",
        "  gazette-2021-05-30 [harbour-gazette]: supports; agrees, declared by the editor",
        "    `the north pier was opened to the public on Saturday` The sentence begins earlier.",
        "",
        "must hold: when before 2021-05-01 (broken: 29 May 2021 and 1 May 2021), which refutes the claim",
    ]


def test_an_id_that_is_neither_is_told_with_the_nearest(harbour: Path) -> None:
    done = why(harbour, "guest")
    assert done.exit_code == 2
    assert "there is no valid claim or source `guest`; did you mean `guests`?" in done.output


def test_a_claim_of_the_first_site(repository: Path) -> None:
    whole = data(repository, "taji-deaths")
    first = ["claim", "verdict", "standing", "weakest", "figures", "without_figure"]
    later = ["finding", "would_change", "replies", "challenges", "checked", "review_by"]
    assert list(whole) == [*first, *later]
    assert whole["claim"] == "taji-deaths"
    assert whole["standing"] == "corroborated"
    assert list(whole["figures"]) == ["killed", "americans", "britons"]
    assert whole["weakest"] in whole["figures"]
    pieces = [piece for figure in whole["figures"].values() for piece in figure["evidence"]]
    for piece in (*pieces, *whole["without_figure"]):
        assert list(piece) == ["source", "root", "quote", "reading", "declared", "answered"]
        assert piece["reading"] in ("agrees", "compatible", "differs", "silent", "unread")
    killed = {(piece["root"], piece["reading"]) for piece in whole["figures"]["killed"]["evidence"]}
    assert ("cjtf-oir", "agrees") in killed
    assert [piece["answered"] for piece in whole["without_figure"]] == [True] * len(whole["without_figure"])
    text = why(repository, "taji-deaths").output
    assert text.startswith("taji-deaths: Three service members of the US-led coalition")
    assert "centcom-2020-03-12 [cjtf-oir]: supports; agrees, found in `Three`; first-hand\n" in text
    assert "must hold: killed = americans + britons (holds: 3 and 3)\n" in text
