"""What is told of figures, comparisons, dates and verdicts: place, message and help, and one finding for one cause."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from proving import prove

from factpress.cli.examples import lay
from factpress.findings import Finding, Severity
from factpress.pipeline import check
from factpress.records.date import parse_date
from factpress.rules import RULES

TODAY = parse_date("2026-11-24")
CODES = {"F117", "F118", *(f"F40{n}" for n in range(1, 7)), *(f"F41{n}" for n in range(1, 5))}
PATH = "facts/claims/harbour/guests.yml"
# The papers of the small project, the article among them, each its own root; the claim of each row lies beside them.
PROJECT = f"""
# facts/site.yml
format: 1
name: Harbour facts
articles: [herald-2021-06-02]
# facts/entities/herald.yml
name: The Herald
type: Organization
# facts/entities/port-authority.yml
name: Port Authority
type: Organization
# facts/sources/herald-2021-06-02.yml
type: article-newspaper
title: "A full pier"
issued: 2021-06-02
root: herald
# facts/sources/port-2021-05-31.yml
type: webpage
title: "Opening figures"
issued: 2021-05-31
root: port-authority
# facts/claims/harbour/boats.yml
claim: "Eleven boats lay at the pier in May 2021."
when: 2021-05
figures: {{boats: 11}}
evidence:
  - {{source: gazette-2021-05-30, quote: "eleven boats lay at the pier in May 2021"}}
  - {{source: port-2021-05-31, quote: "there were eleven boats"}}
# facts/claims/harbour/rumour.yml
claim: "The pier was closed in June 2021."
when: 2021-06-01
evidence:
  - {{source: port-2021-05-31, quote: "the pier will soon be closed to visitors"}}
# {PATH}
"""
CLAIM = 'claim: "At the opening there were many guests."\n'
GUESTS = CLAIM + "figures: {guests: 300}\n"
BOTH = CLAIM + "figures: {guests: 300, boats: 12}\n"
THREE_HUNDRED = "there were three hundred guests at the opening"
SILENT = "there were guests at the opening of the pier"


def evidence(*pieces: str) -> str:
    return "evidence:\n" + "".join(f"  - {piece}\n" for piece in pieces)


def article(quote: str) -> str:
    return f'appears_in:\n  - {{source: herald-2021-06-02, quote: "{quote}"}}\n'


def gazette(quote: str, more: str = "") -> str:
    return f'{{source: gazette-2021-05-30, quote: "{quote}"{more}}}'


def port(quote: str, more: str = "") -> str:
    return f'{{source: port-2021-05-31, quote: "{quote}"{more}}}'


def verdict(name: str, more: str = "") -> str:
    return f'verdict: {name}\nbecause: "It is so."\n{more}'


class Row(NamedTuple):
    """A claim, and all that the rules of these codes say of it."""

    sentence: str
    text: str
    told: list[tuple[str, int, int, str, str]]


CORRECT = "correct the value, or declare `silent`"
DECLARE = "quote words that say it, or declare it in the `says` of the quote that means it"
SPLIT = "add evidence from two independent roots or from the body that did it, or remove the answer"
PROOF = "correct the figures, or judge the claim inaccurate: the line is then the proof"
DATES = "correct the claim's `when` or the source's `issued`; if it is only announced, make its date a figure"
# fmt: off
ROWS = [Row(*row) for row in (
    ("a figure that nobody says", GUESTS + evidence(gazette(SILENT)),
     [("F401", 2, 19, "no quote says `300`", DECLARE)]),
    ("a figure that a quote may mean", GUESTS + evidence(gazette("there were hundreds of guests there")),
     [("F401", 2, 19, "no quote says `300`: `hundreds` may mean it, but also other values", DECLARE)]),
    ("a figure that a declared value may mean", GUESTS + evidence(gazette(SILENT, ", says: {guests: hundreds}")),
     [("F401", 2, 19, "no quote says `300`: `hundreds` may mean it, but also other values", DECLARE)]),
    ("a figure that only differs", GUESTS + evidence(gazette("there were two hundred guests there")),
     [("F401", 2, 19, "no quote says `300`", DECLARE)]),
    ("a figure that only context says", GUESTS + evidence(gazette(THREE_HUNDRED, ", stance: context")),
     [("F401", 2, 19, "no quote says `300`", DECLARE)]),
    ("figures of which context says one or the other", CLAIM + "figures: {guests: 3, boats: 3}\n"
     + evidence(gazette("three of them were there", ", stance: context")),
     [("F401", 2, 19, "no quote says `3`", DECLARE), ("F401", 2, 29, "no quote says `3`", DECLARE)]),
    ("a figure that the article alone says is told by its standing", GUESTS + article(THREE_HUNDRED), []),
    ("a figure that an unread quote says is told by that", GUESTS
     + evidence(gazette(THREE_HUNDRED), '{source: lost, quote: "a quote of a source that is not there"}'), []),
    ("nothing is invented where a source is not in the book", GUESTS
     + evidence('{source: lost, quote: "a quote of a source that is not there"}'), []),
    ("a withdrawn claim states nothing", GUESTS + evidence(gazette(SILENT, ", says: {guests: 200}"))
     + "must_hold: [guests = 1]\nwithdrawn: {date: 2021-07-01, why: We erred.}\n", []),
    ("a declared value against the words", GUESTS
     + evidence(gazette("there were two hundred guests there", ", says: {guests: 300}")),
     [("F402", 4, 95, "`300` is declared, but the quote says `two hundred`", CORRECT)]),
    ("a declared value in the article's words", GUESTS
     + 'appears_in:\n  - source: herald-2021-06-02\n    quote: "there were two hundred guests there"\n'
       "    says: {guests: 300}\n",
     [("F402", 6, 20, "`300` is declared, but the quote says `two hundred`", CORRECT)]),
    ("a declared value of a figure that is not there is told by that", GUESTS
     + evidence(gazette(THREE_HUNDRED, ", says: {guest: 200}")), []),
    ("one number that fits two figures", CLAIM + "figures: {guests: 3, boats: 3}\n"
     + evidence(gazette("three of them were there")),
     [("F403", 4, 41, "`three` could be `guests` or `boats`",
       "declare which it is in `says`, for example `says: {guests: silent}`")]),
    ("one number that fits neither", BOTH
     + evidence(port("300 guests and 12 boats"), gazette("seven flags were hoisted")),
     [("F403", 5, 41, "`seven` could be `guests` or `boats`",
       "declare which it is in `says`, for example `says: {guests: silent}`")]),
    ("another language", BOTH
     + evidence(port("300 guests and 12 boats"), gazette("trois cents personnes", ", language: fr")),
     [("F404", 5, 41, "the tool can't read figures in `fr`, and the claim has `guests` and `boats`",
       "declare what the quote says: `says: {guests: …}`, or `silent`")]),
    ("another language, and nobody else who says it", GUESTS
     + evidence(gazette("trois cents personnes", ", language: fr")),
     [("F404", 4, 41, "the tool can't read figures in `fr`, and the claim has `guests`",
       "declare what the quote says: `says: {guests: …}`, or `silent`")]),
    ("another language, declared", GUESTS
     + evidence(gazette("trois cents personnes", ", language: fr, says: {guests: 300}")), []),
    ("a support that says another number", GUESTS
     + evidence(port(THREE_HUNDRED), gazette("there were two hundred guests there", ", stance: supports")),
     [("F406", 5, 88, "the stance is `supports`, but what the quote says of `guests` differs",
       "correct the stance, or leave it out: the figures decide")]),
    ("a dispute that says the same", GUESTS
     + evidence(port(THREE_HUNDRED), gazette(THREE_HUNDRED, ", stance: disputes")),
     [("F406", 5, 99, "the stance is `disputes`, but what the quote says of `guests` agrees with it",
       "correct the stance, or leave it out: the figures decide")]),
    ("a stance that nobody wrote", GUESTS
     + evidence(port(THREE_HUNDRED), gazette("there were two hundred guests there")), []),
    ("words without a certain meaning", CLAIM + "figures: {opening_date: 2021-04-05}\n"
     + evidence(port("it was opened on 5 April 2021"), gazette("it was opened on 4/5/2021")),
     [("F405", 5, 41, "`4/5/2021` has no certain meaning: …",
       "declare what it says, for example `says: {opening_date: …}`, or `silent`")]),
    ("a line that another claim breaks", CLAIM + "figures: {boats: 12}\n" + evidence(gazette("a dozen boats lay there"))
     + "must_hold: [boats = boats.boats]\n",
     [("F411", 5, 13, "`boats = boats.boats` does not hold: the sides are 12 and 11", PROOF)]),
    ("a line that dates break", CLAIM + "when: 2021-05-29\n"
     + evidence(gazette("on Saturday there were many guests")) + "must_hold: [when - 2021-05-01 < 7 days]\n",
     [("F411", 5, 13, "`when - 2021-05-01 < 7 days` does not hold: the sides are 28 days and 7 days", PROOF)]),
    ("a line that is the proof", CLAIM + "figures: {boats: 12}\n" + article("a dozen boats lay there")
     + evidence(gazette("a dozen boats lay there")) + "must_hold: [boats = boats.boats]\n"
     + verdict("inaccurate", 'instead: "There were eleven."\n'), []),
    ("a line that is open", CLAIM + "figures: {boats: several}\n" + evidence(gazette("several boats lay there"))
     + "must_hold: [boats < 5]\n",
     [("F412", 5, 13, "`boats < 5` is open: 3 to 9 and 5 do not decide it", "no action needed")]),
    ("a line that compares a date and a number", CLAIM + "figures: {boats: 12}\nwhen: 2021-05-29\n"
     + evidence(gazette("a dozen boats lay there on Saturday")) + "must_hold: [boats < when]\n",
     [("F412", 6, 13, "`boats < when` is open: a count can't be compared with a date", "no action needed")]),
    ("the time of this claim, which nobody says", CLAIM + "when: 2021-05-29\n" + evidence(gazette(SILENT))
     + "must_hold: [when after 2021-05-01]\n",
     [("F412", 5, 13, "`when after 2021-05-01` is open: `when` is not known", "no action needed"),
      ("F413", 5, 13, "this line compares the time of this claim, but no quote says it",
       "quote words that say it, or add a claim that says it to `rests_on`")]),
    ("the time of another claim, which nobody says", CLAIM + "when: 2021-05-29\n"
     + evidence(gazette("on Saturday there were many guests")) + "must_hold: [rumour.when after when]\n",
     [("F412", 5, 13, "`rumour.when after when` is open: `rumour.when` is not known", "no action needed"),
      ("F413", 5, 13, "this line compares the time of `rumour`, but no quote says it",
       "quote words that say it, or add a claim that says it to `rests_on`")]),
    ("the time of a claim that has none", CLAIM + evidence(gazette(SILENT)) + "must_hold: [when after 2021-05-01]\n",
     [("F412", 4, 13, "`when after 2021-05-01` is open: `when` is not known", "no action needed"),
      ("F413", 4, 13, "this line compares the time of this claim, but it has no `when`",
       "add `when`, and quote words that say it")]),
    ("a time that is said by a claim on which this one rests", CLAIM + "when: 2021-05\n" + evidence(gazette(SILENT))
     + "must_hold: [when after 2021-04-01]\nrests_on: [boats]\n", []),
    ("a source that is older than what it reports", CLAIM + "when: 2021-06-05\n" + evidence(gazette(SILENT)),
     [("F414", 4, 14, "this source is dated 30 May 2021, but what it reports as done is dated later: 5 June 2021",
       DATES)]),
    ("an article that is older than what it reports", CLAIM + "when: 2021-06-05\n" + article(SILENT),
     [("F414", 4, 14, "this source is dated 2 June 2021, but what it reports as done is dated later: 5 June 2021",
       DATES)]),
    ("two quotes of one such source", CLAIM + "when: 2021-06-05\n"
     + evidence(gazette(SILENT), gazette("many guests were there when it opened")),
     [("F414", 4, 14, "this source is dated 30 May 2021, but what it reports as done is dated later: 5 June 2021",
       DATES)]),
    ("one that disputes, and one that is context", CLAIM + "when: 2021-06-05\n"
     + evidence(gazette(SILENT, ", stance: disputes"), port(SILENT, ", stance: context")), []),
    ("an end before its start", CLAIM + "figures: {start_date: 2021-05-29, end_date: 2021-05-28}\n"
     + evidence(gazette("from 29 May 2021 on"), port("until 28 May 2021")),
     [("F414", 2, 45, "the end, 28 May 2021, is before the start, 29 May 2021",
       "swap the two, or correct one")]),
    ("a year that ends before it starts", CLAIM + "figures: {works_start_year: 2021, works_end_year: 2020}\n"
     + evidence(gazette("works began in 2021"), port("works ended in 2020")),
     [("F414", 2, 51, "the end, 2020, is before the start, 2021", "swap the two, or correct one")]),
    ("a verdict that one source does not earn", GUESTS + article(THREE_HUNDRED) + evidence(gazette(THREE_HUNDRED))
     + verdict("accurate"),
     [("F117", 7, 10, "`accurate` needs a claim that is `corroborated` or `primary`, but this one is `single-source` "
       "because of its figure `guests`: supported by `harbour-gazette`",
       "add evidence, or use the verdict `missing-context` or `unproven`")]),
    ("a verdict that no source earns", GUESTS + article(THREE_HUNDRED) + verdict("accurate"),
     [("F117", 5, 10, "`accurate` needs a claim that is `corroborated` or `primary`, but this one is `unsupported` "
       "because of its figure `guests`: no support whose quote was read",
       "add evidence, or use the verdict `unproven`")]),
    ("a verdict that a dispute forbids", GUESTS + article(THREE_HUNDRED) + evidence(gazette(THREE_HUNDRED),
     port("there were two hundred guests there")) + verdict("unproven"),
     [("F117", 8, 10, "`unproven` needs a claim that is `single-source`, `unsupported` or `contradicted`, but "
       "this one is `contested` because of its figure `guests`: supported by `harbour-gazette`, disputed by "
       "`port-authority`",
       "add evidence, or use the verdict `missing-context`, `disputed` or `inaccurate`")]),
    ("a verdict that a refutation forbids", CLAIM + "figures: {boats: 12}\n" + article("a dozen boats lay there")
     + evidence(gazette("a dozen boats lay there"), port("a dozen boats lay there"))
     + "must_hold: [boats = boats.boats]\n" + verdict("accurate"),
     [("F117", 9, 10, "`accurate` needs a claim that is `corroborated` or `primary`, but this one is `contested` "
       "because of its figure `boats`: supported by `harbour-gazette` and `port-authority`, refuted by `must_hold`",
       "add evidence, or use the verdict `missing-context`, `disputed` or `inaccurate`"),
      ("F411", 8, 13, "`boats = boats.boats` does not hold: the sides are 12 and 11", PROOF)]),
    ("a verdict on a claim without figures", CLAIM + article(SILENT) + evidence(gazette(SILENT)) + verdict("accurate"),
     [("F117", 6, 10, "`accurate` needs a claim that is `corroborated` or `primary`, but this one is `single-source`: "
       "supported by `harbour-gazette`", "add evidence, or use the verdict `missing-context` or `unproven`")]),
    ("a verdict on a withdrawn claim", CLAIM + article(SILENT) + verdict("accurate")
     + "withdrawn: {date: 2021-07-01, why: We erred.}\n", []),
    ("a verdict that a missing source would earn", CLAIM + article(SILENT)
     + evidence(gazette(SILENT), '{source: lost, quote: "a quote of a source that is not there"}')
     + verdict("accurate"), []),
    ("an answer where one source says so", GUESTS + evidence(port(THREE_HUNDRED),
     gazette("two hundred guests were there", ", answered: It was early.")),
     [("F118", 5, 84, "this dispute can't be answered yet: without it the claim is `single-source`", SPLIT)]),
    ("an answer beside a dispute without one", GUESTS + evidence(port(THREE_HUNDRED, ", first_hand: It counted."),
     gazette("two hundred guests were there", ", answered: It was early."),
     gazette("a hundred guests were there by nine")),
     [("F118", 5, 84, "this dispute can't be answered yet: without it the claim is `contested`", SPLIT)]),
    ("an answer beside a line that is broken", CLAIM + "figures: {boats: 12}\n"
     + evidence(port("a dozen boats lay there", ", first_hand: It counted."),
                gazette("nine boats lay there by noon", ", answered: It was early."))
     + "must_hold: [boats = boats.boats]\n",
     [("F118", 5, 83, "this dispute can't be answered yet: without it the claim is `contested`", SPLIT),
      ("F411", 6, 13, "`boats = boats.boats` does not hold: the sides are 12 and 11", PROOF)]),
    ("an answer where the body itself says so", GUESTS + evidence(port(THREE_HUNDRED, ", first_hand: It counted."),
     gazette("two hundred guests were there", ", answered: It was early.")), []),
)]
# fmt: on


def told(folder: Path) -> list[Finding]:
    return [finding for finding in check(folder, today=TODAY).findings if finding.code in CODES]


def assert_is_well_said(finding: Finding) -> None:
    for words in (finding.message, finding.help):
        assert words and not words.endswith(".") and not words[0].isupper(), words
        assert "!" not in re.sub("`[^`]*`", "", words) and words.isprintable(), words
        assert words.count("`") % 2 == 0 and "``" not in words, words


@pytest.mark.parametrize("row", ROWS, ids=[row.sentence for row in ROWS])
def test_one_cause_is_told_once_in_these_words(row: Row, tmp_path: Path) -> None:
    lay(PROJECT + row.text, tmp_path)
    prove(tmp_path)
    found = told(tmp_path)
    assert {finding.place.path for finding in found} <= {PATH}
    said = sorted((f.code, f.place.line, f.place.column, f.message, f.help) for f in found)
    # The reason for an ambiguity comes from what reads the words.
    assert [(*rest, re.sub("(meaning: ).*", r"\1…", message), help) for *rest, message, help in said] == row.told
    for finding in found:
        assert_is_well_said(finding)


def test_every_one_of_these_rules_has_a_row() -> None:
    assert {told[0] for row in ROWS for told in row.told} == CODES


def test_what_is_open_is_a_note_and_a_doubt_a_warning_and_all_else_an_error() -> None:
    levels = {rule.code: rule.severity for rule in RULES if rule.code in CODES}
    mild = {"F412": Severity.NOTE, "F405": Severity.WARNING, "F406": Severity.WARNING}
    assert levels == dict.fromkeys(sorted(CODES), Severity.ERROR) | mild


# A source's date, what it reports as done, and whether that can be.
MOMENTS = [
    ("2021-05-30", "2021-05-30", True, "the same day"),
    ("2021-05-30", "2021-05-31", True, "the day ends last in the far west, where the next one has begun in the east"),
    ("2021-05-30", "2021-06-01", True, "by two hours, the last moment of a day is in the day after the next"),
    ("2021-05-30", "2021-06-02", False, "nowhere on earth are two calendars three days apart"),
    ("2021-05", "2021-06-01", True, "the last moment of the month"),
    ("2021-05", "2021-06-03", False, "is long over"),
    ("2021-05-30~", "2021-06-01", True, "a day that is only near reaches one further"),
    ("2021-05-30~", "2021-06-03", False, "and no more"),
    ("2021-05-30T12:00:00Z", "2021-05-31", True, "the east has had its first two hours by then"),
    ("2021-05-30T09:00:00Z", "2021-05-31", False, "an hour before the day begins anywhere"),
    (
        "2021-05-30T23:00:00-12:00",
        "2021-06-01",
        True,
        "eleven in the morning of the 31st by UTC, where the east has it",
    ),
    ("2021-05-30T12:00:00", "2021-05-31", True, "noon by nobody's clock may be in the far west"),
    ("2021-05-30T12:00:00Z", "2021-05-30T13:00:00+02:00", True, "an hour after it by UTC"),
    ("2021-05-30T12:00:00Z", "2021-05-30T15:00:00+02:00", False, "an hour before it by UTC"),
    ("2021-05-30T12:00:00Z", "2021-05-31T02:00:00", True, "two at night by nobody's clock is noon at the earliest"),
    ("2021-05-30T12:00:00Z", "2021-05-31T02:00:01", False, "a second later it is past it"),
    ("2021-05-30/..", "2021-06-09", True, "an open end ends nowhere"),
    ("2021-05-30", "../2021-06-09", True, "an open beginning begins nowhere"),
    ("2021-05-30", "2021-05-01/2021-06-09", True, "it had begun"),
    ("2021-05-30", "2021-06-02/2021-06-09", False, "it had not"),
    ("9999-12-31", "9999-12-31", True, "there is no day after the last"),
    ("0001-01-01", "0001-01-01", True, "nor one before the first"),
    ("0001-01-01", "9999-12-31", False, "however far apart"),
    ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00", True, "at both ends of all time"),
]


@pytest.mark.parametrize(("issued", "when", "can_be", "why"), MOMENTS, ids=[row[3] for row in MOMENTS])
def test_a_source_is_as_late_as_it_may_be_anywhere_on_earth(
    issued: str, when: str, can_be: bool, why: str, tmp_path: Path
) -> None:
    source = f'type: webpage\ntitle: "A page"\nissued: {issued}\nroot: herald\n'
    quote = '{source: notice, quote: "there were guests at the opening of the pier"}'
    claim = f"{CLAIM}when: {when}\n{evidence(quote)}"
    lay(f"{PROJECT}{claim}\n# facts/sources/notice.yml\n{source}", tmp_path)
    assert [finding.code for finding in told(tmp_path)] == ([] if can_be else ["F414"])


ENDS = [
    ("2021-05-29", "2021-05-28", True),
    ("2021-05-29", "2021-05", False),
    ("2021-06-01", "2021-05", True),
    ("2021-05-29T10:00:00", "2021-05-29T09:00:00", True),
    ("2021-05-29T10:00:00+02:00", "2021-05-29T09:00:00Z", False),
    ("2021-05-29T10:00:00Z", "2021-05-29T11:00:00+02:00", True),
    ("2021-05-29T10:00:00Z", "2021-05-29", False),
    ("2021-05-29", "2021-05-01/..", False),
]


@pytest.mark.parametrize(("start", "end", "is_told"), ENDS)
def test_an_end_comes_after_its_start(start: str, end: str, is_told: bool, tmp_path: Path) -> None:
    figures = f"figures: {{start_date: {start}, end_date: {end}}}\n"
    declared = f", says: {{start_date: {start}, end_date: {end}}}"
    lay(PROJECT + CLAIM + figures + evidence(gazette(SILENT, declared)), tmp_path)
    assert [finding.code for finding in told(tmp_path)] == (["F414"] if is_told else [])
