"""Prose states no figure without a claim, and links say what their records say: corpora, messages, any text at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import read_table

from factpress.cli.examples import lay
from factpress.findings import Finding
from factpress.pipeline import check
from factpress.records.date import parse_date
from factpress.site.configuration import settings

TODAY = parse_date("2026-11-24")
CASES: Mapping[str, list[Any]] = read_table(Path(__file__).parent / "prose_cases.yml")
FIGURES = {"F611", "F612", "F613"}
EXPLAINER = "---\narticle: gazette-2021-05-30\n---\n\n"
PROJECT = """
# mkdocs.yml
site_name: Harbour facts
markdown_extensions: [footnotes, attr_list, admonition]
# facts/site.yml
format: 1
name: Harbour facts
articles: [gazette-2021-05-30]
# facts/entities/north-pier.yml
name: North Pier
type: Place
alternate_name: [Pier 14, "Berth 3 and 4", "17 March Pier"]
# facts/entities/f-16.yml
name: F-16
type: Organization
alternate_name: [the Fighting Three]
# facts/claims/harbour/pier-guests.yml
claim: "The north pier was opened by 300 guests, 40 of them children."
when: 2021-05-29
figures: {guests: 300, children: 40, cost: USD 1.7 million, lamps: about 18, order: 4th, gates: 3 gates}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/ferry-returns.yml
claim: "The ferry was to return on 30 June 2021, after 45 days."
figures: {return_date: 2021-06-30, days: 45 days}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/ferry-strike.yml
claim: "The ferry's crew was on strike from 3 to 7 May 2021."
when: 2021-05-03/2021-05-07
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/pier-plan.yml
claim: "The plan for the [north pier](entity:north-pier) had two parts and went back to 2019."
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/pier-lamps.yml
claim: "The pier has 9 lamps."
figures: {lamps: 9}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/ferry-lamps.yml
claim: "The ferry has 9 lamps."
figures: {lamps: 9}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/ferry-boats.yml
claim: "The line gave up 8 boats."
figures: {boats: 8}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/ferry-shut.yml
claim: "The ferry's office was shut at four in the afternoon on 2 June 2021."
figures: {shut: 2021-06-02T16:00}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/claims/harbour/pier-gone.yml
claim: "The pier has 9 lamps."
figures: {lamps: 9}
withdrawn: {date: 2026-11-01, why: "It was a misprint."}
appears_in: [{source: gazette-2021-05-30, quote: "300 guests"}]
# facts/sources/leaflet.yml
type: pamphlet
title: "Pier"
undated: "It bears no date."
root: harbour-gazette
# facts/sources/gazette-2021-06.yml
type: article-newspaper
title: "Pier"
issued: 2021-06
root: harbour-gazette
"""


def found(text: str, folder: Path, codes: set[str] = FIGURES) -> list[Finding]:
    """What these rules find in one page of prose; a folder that has the project already is used again."""
    if not (folder / "docs").exists():
        lay(PROJECT, folder)
        (folder / "docs").mkdir()
    (folder / "docs/page.md").write_text(text, encoding="utf-8", newline="\n")
    found = check(folder, today=TODAY, settings=settings(folder)).findings
    return [finding for finding in found if finding.code in codes]


def words_of(finding: Finding) -> str:
    match = re.match(r"`([^`]*)`", finding.message)
    assert match, finding
    return match[1]


class Planted(NamedTuple):
    """A figure in a page: its place, its words, and why it is in the corpus."""

    line: int
    column: int
    words: str
    why: str


def planted(cases: Sequence[Any]) -> tuple[str, list[Planted]]:
    """One page of all blocks, and where its figures stand."""
    text, figures = EXPLAINER, []
    for block, words, why in cases:
        pieces = block.split("⟦")
        assert len(pieces) == len(words) + 1, block
        text += pieces[0]
        for piece, word in zip(pieces[1:], words, strict=True):
            line = text.count("\n") + 1
            figures.append(Planted(line, len(text) - text.rfind("\n"), word, why))
            text += piece
        text += "\n\n"
    return text, figures


def test_planted_figures_are_found_at_their_places(tmp_path: Path) -> None:
    text, figures = planted(CASES["planted"])
    assert len(figures) >= 120
    told = {(each.place.line, each.place.column, words_of(each)) for each in found(text, tmp_path, {"F611"})}
    wanted = {(each.line, each.column, each.words): each.why for each in figures}
    missed = [(place, why) for place, why in wanted.items() if place not in told]
    assert (missed, sorted(told - wanted.keys())) == ([], [])


def test_a_figure_that_the_source_writes_otherwise_is_told_near_its_place(tmp_path: Path) -> None:
    text, figures = planted(CASES["places"])
    told = [(each.place.line, words_of(each)) for each in found(text, tmp_path, {"F611"})]
    assert told == [(each.line, each.words) for each in figures]


def test_ordinary_prose_gives_at_most_one_false_alarm_in_a_thousand_words(tmp_path: Path) -> None:
    text = "\n".join(CASES["ordinary"])
    words = len(re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", text))
    false = [words_of(each) for each in found(EXPLAINER + text, tmp_path, {"F611"})]
    assert words >= 3_000
    assert len(false) <= words // 1_000, false


# A claim, the words of a link to it on a page that is no explainer, and what in them disagrees.
LINKS = {
    "the figure itself": ("pier-guests", "opened by 300 guests", []),
    "the figure in words": ("pier-guests", "three hundred guests", []),
    "less precisely": ("pier-guests", "several hundred guests", []),
    "a bound that holds": ("pier-guests", "at least 200 guests", []),
    "more precisely": ("pier-guests", "18 lamps", []),
    "a scaled number": ("pier-guests", "it cost $1.7 million", []),
    "a bound on money": ("pier-guests", "it cost more than a million dollars", []),
    "an ordinal": ("pier-guests", "the fourth of its kind", []),
    "a count of a figure with a word for its unit": ("pier-guests", "three gates", []),
    "its own day": ("pier-guests", "opened on 29 May", []),
    "its own day and year, twice": ("pier-guests", "opened on 29 May 2021, a Saturday", []),
    "its month": ("pier-guests", "opened in May", []),
    "its year": ("pier-guests", "opened in 2021", []),
    "two figures": ("pier-guests", "300 guests and 40 children", []),
    "two figures, one vague": ("pier-guests", "dozens of children and 300 guests", []),
    "no figure": ("pier-guests", "how many came", []),
    "a day to come": ("ferry-returns", "back on 30 June 2021", []),
    "a duration": ("ferry-returns", "for 45 days", []),
    "a duration in another unit": ("ferry-returns", "for six weeks or so", []),
    "a span": ("ferry-strike", "from 3 to 7 May 2021", []),
    "around a span": ("ferry-strike", "in May 2021", []),
    "what the sentence says": ("pier-plan", "two parts, from 2019", []),
    "what the sentence says, twice": ("pier-plan", "two and two", []),
    "first and one": ("pier-guests", "at first no one knew", []),
    "a time of day": ("pier-guests", "opened at 9:30", []),
    "the moment": ("ferry-shut", "shut at 4 p.m. on 2 June 2021", []),
    "its time alone": ("ferry-shut", "shut at 16:00", []),
    "its time in words": ("ferry-shut", "shut at four o'clock", []),
    "another time": ("ferry-shut", "shut at 10 a.m.", ["10 a.m"]),
    "another time of the day": (
        "ferry-shut",
        "shut at ten in the morning on 2 June 2021",
        ["ten in the morning on 2 June 2021"],
    ),
    "a withdrawn claim": ("pier-gone", "twelve lamps", []),
    "no claim": ("pier-lost", "twelve lamps", []),
    "another number": ("pier-guests", "opened by 400 guests", ["400"]),
    "a bound that does not hold": ("pier-guests", "more than 300 guests", ["more than 300"]),
    "fewer lamps": ("pier-guests", "12 lamps", ["12"]),
    "other money": ("pier-guests", "it cost €1.7 million", ["€1.7 million"]),
    "a length": ("pier-guests", "60 km long", ["60 km"]),
    "another day": ("pier-guests", "opened on 30 May", ["30 May"]),
    "another month": ("pier-guests", "opened in June 2021", ["June 2021"]),
    "another ordinal": ("pier-guests", "the fifth of its kind", ["fifth"]),
    "one where there were more": ("ferry-returns", "one day", []),
    "one guest": ("pier-lamps", "one lamp", ["one"]),
    "one number twice": ("pier-guests", "300 guests and 300 more", ["300"]),
    "two wrong ones": ("pier-guests", "6 gates, on 3 May 2021", ["6", "3 May 2021"]),
    "a day inside a span": ("ferry-strike", "on 4 May 2021", ["4 May 2021"]),
    "what the sentence does not say": ("pier-plan", "three parts", ["three"]),
    "a doubt that can be read as the figure": ("ferry-boats", "they handed over eight boats", []),
    "a doubt that can't": ("ferry-boats", "they handed over nine boats", ["over nine"]),
    "a doubt": ("pier-guests", "half a dozen lamps", ["half a dozen"]),
}


@pytest.mark.parametrize("what", LINKS)
def test_a_link_says_what_its_claim_says(what: str, tmp_path: Path) -> None:
    claim, words, wrong = LINKS[what]
    told = found(f"The pier: [{words}](claim:{claim}).\n", tmp_path)
    assert [re.findall(r"`([^`]*)`", each.message)[0] for each in told] == sorted(wrong)
    assert {each.code for each in told} <= {"F612"}


# Words of a link to a source of 30 May 2021, of June 2021, or undated, and the dates in them that are wrong.
SOURCES = {
    "its day": ("gazette-2021-05-30", "the Gazette of 30 May 2021", []),
    "its day without the year": ("gazette-2021-05-30", "the Gazette, 30 May", []),
    "its weekday": ("gazette-2021-05-30", "Sunday's Gazette", []),
    "its month": ("gazette-2021-05-30", "the Gazette of May 2021", []),
    "its year": ("gazette-2021-05-30", "the Gazette in 2021", []),
    "no date": ("gazette-2021-05-30", "the Gazette, which counted 300 guests", []),
    "an entity's name": ("gazette-2021-05-30", "on the 17 March Pier", []),
    "another day": ("gazette-2021-05-30", "the Gazette of 31 May 2021", ["31 May 2021"]),
    "another day without the year": ("gazette-2021-05-30", "the Gazette of 31 May", ["31 May"]),
    "another weekday": ("gazette-2021-05-30", "Monday's Gazette", ["Monday's"]),
    "another year": ("gazette-2021-05-30", "the Gazette of 30 May 2020", ["30 May 2020"]),
    "two dates": ("gazette-2021-05-30", "30 May 2021, on 1 May 2021", ["1 May 2021"]),
    "a month": ("gazette-2021-06", "the Gazette of June 2021", []),
    "a day of its month": ("gazette-2021-06", "the Gazette of 20 June", []),
    "another month": ("gazette-2021-06", "the Gazette of July 2021", ["July 2021"]),
    "a date for an undated source": ("leaflet", "the leaflet of 20 June", ["20 June"]),
    "an undated source": ("leaflet", "the leaflet", []),
    "no source": ("letter", "the letter of 20 June", []),
}


@pytest.mark.parametrize("page", ["", EXPLAINER], ids=["page", "explainer"])
@pytest.mark.parametrize("what", SOURCES)
def test_a_date_in_a_link_to_a_source_is_the_sources_own(what: str, page: str, tmp_path: Path) -> None:
    source, words, wrong = SOURCES[what]
    text = f"{page}The pier [opened](claim:pier-opened): [{words}](source:{source}).\n"
    told = found(text, tmp_path, {"F613"})
    assert [re.findall(r"`([^`]*)`", each.message)[0] for each in told] == wrong
    uncited = [words_of(each) for each in found(text, tmp_path, {"F611"})]
    assert uncited == (["300"] if page and "300" in words else [])


LINK = "make it a link: "
NO_LINK = "write this without the figure: a link is not possible here"
SAY = "write what the claim says, or cite a claim that says this"
# A page, and the one finding that it gives: code, line, column, message and help.
MESSAGES = {
    "a number is offered the claim that has it": (
        EXPLAINER + "There were\n300 guests.", "F611", 6, 1, "`300` is not in a link to a claim",
        LINK + "`[300](claim:pier-guests)`"),
    "a date is offered the claim whose point it is before those that only fall on it": (
        EXPLAINER + "They will be back on 30 June 2021.", "F611", 5, 22,
        "`30 June 2021` is not in a link to a claim", LINK + "`[30 June 2021](claim:ferry-returns)`"),
    "a date without a year is read against the article's": (
        EXPLAINER + "The pier opened on 29 May.", "F611", 5, 20, "`29 May` is not in a link to a claim",
        LINK + "`[29 May](claim:pier-guests)`"),
    "vague words agree with no claim": (
        EXPLAINER + "Several hundred came.", "F611", 5, 1, "`Several hundred` is not in a link to a claim",
        "make it a link to a claim that states it, or remove it"),
    "of two claims that agree none is offered": (
        EXPLAINER + "It had 9 lamps.", "F611", 5, 8,
        "`9` is not in a link to a claim",
        "make it a link to a claim that states it, or remove it"),
    "a number that no claim has": (
        EXPLAINER + "It had 77 windows.", "F611", 5, 8, "`77` is not in a link to a claim",
        "make it a link to a claim that states it, or remove it"),
    "a time of day": (
        EXPLAINER + "It opened at 9:30 in fact.", "F611", 5, 14, "`9:30` is not in a link to a claim",
        "make it a link to a claim that states it, or remove it"),
    "words without a certain meaning": (
        EXPLAINER + "Hundreds of thousands came.", "F611", 5, 1,
        "`Hundreds of thousands`, these words have no fixed values, is not in a link to a claim",
        "make it a link to a claim that states it, or remove it"),
    "a title": (
        "---\ntitle: The pier of 300 guests\narticle: gazette-2021-05-30\n---\n\nText.", "F611", 2, 20,
        "`300` is not in a link to a claim", NO_LINK),
    "a description in quotation marks": (
        "---\narticle: gazette-2021-05-30\ndescription: \"Opened on 29 May 2021.\"\n---\n\nText.", "F611", 3, 25,
        "`29 May 2021` is not in a link to a claim", NO_LINK),
    "a description on the next line": (
        "---\narticle: gazette-2021-05-30\ndescription: >\n  Of the pier and\n  its 300 guests.\n---\n\nText.",
        "F611", 5, 7, "`300` is not in a link to a claim", NO_LINK),
    "a picture": (
        EXPLAINER + "![300 guests](pier.png)", "F611", 5, 3, "`300` is not in a link to a claim", NO_LINK),
    "a link says another number": (
        "It had [400 guests](claim:pier-guests).", "F612", 1, 21,
        "the link says `400`, but the claim says `guests: 300`, `children: 40`, `lamps: about 18` and `gates: 3 gates`",
        SAY),
    "a link says another day": (
        "It opened [on 30 May](claim:pier-opened).", "F612", 1, 23,
        "the link says `30 May`, but the claim says `when: 2021-05-29`", SAY),
    "a link says what the claim has no figure for": (
        "It was [60 km](claim:pier-opened) away.", "F612", 1, 16,
        "the link says `60 km`, but the claim says `when: 2021-05-29`", SAY),
    "a link says what the claim's sentence does not": (
        "The plan had [three parts](claim:pier-plan).", "F612", 1, 28,
        "the link says `three`, but the claim has no figure, and its sentence does not say this", SAY),
    "a link without a certain meaning": (
        "It had [tens of thousands of lamps](claim:pier-lamps).", "F612", 1, 37,
        "the link says `tens of thousands`, which has no certain meaning: these words have no fixed values; the claim "
        "says `lamps: 9`",
        SAY),
    "a source is dated otherwise": (
        "So [the Gazette of 31 May](source:gazette-2021-05-30).", "F613", 1, 28,
        "the link says `31 May`, but the source is dated `30 May 2021`",
        "write `30 May 2021`, or remove the date"),
    "an undated source is dated": (
        "So [the leaflet of 31 May](source:leaflet).", "F613", 1, 28,
        "the link says `31 May`, but the source is undated", "remove the date"),
}  # fmt: skip


@pytest.mark.parametrize("what", MESSAGES)
def test_one_cause_is_one_finding_in_these_words(what: str, tmp_path: Path) -> None:
    text, *expected = MESSAGES[what]
    told = [(e.code, e.place.line, e.place.column, e.message, e.help) for e in found(text, tmp_path)]
    assert told == [tuple(expected)]


def test_dates_in_an_explainer_are_read_against_its_article(tmp_path: Path) -> None:
    text = "[back on 30 June](claim:ferry-returns), [opened on 29 May](claim:pier-opened)"
    assert found(EXPLAINER + text, tmp_path) == []
    assert [each.code for each in found(EXPLAINER + text.replace("29", "28"), tmp_path)] == ["F612"]


def test_an_explainer_of_an_unknown_or_undated_article_is_held_all_the_same(tmp_path: Path) -> None:
    for article in ("leaflet", "gazette-2021-06", "nowhere"):
        told = found(f"---\narticle: {article}\n---\n\nIt opened on 29 May, on Saturday.", tmp_path)
        assert [words_of(each) for each in told] == ["29 May", "Saturday"]


def test_pages_that_are_no_explainers_may_state_figures(tmp_path: Path) -> None:
    text, _ = planted(CASES["planted"])
    assert found(text.removeprefix(EXPLAINER), tmp_path) == []


def test_a_waiver_in_the_front_matter_hides_figures(tmp_path: Path) -> None:
    front = "---\narticle: gazette-2021-05-30\nallow: [{code: uncited-figure, because: A list of pages.}]\n---\n\n"
    assert found(front + "There are 7 pages.", tmp_path) == []


@given(st.text(alphabet=st.sampled_from("[]()<>!*_`~#|:-^ \nclaim317May2\\&;{}=\"'."), max_size=160))
def test_nothing_raises_and_every_place_is_in_the_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    page = EXPLAINER + text
    lines = page.split("\n")
    for each in found(page, tmp_path_factory.getbasetemp() / "any"):
        assert 1 <= each.place.line <= len(lines)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1
