"""What one quote says of a claim's figures: found, declared, undecided, against its own words, or not to be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from small_books import book_of

from factpress.evidence.quote_weighing import Asked, FigureReading, QuoteReading, weigh
from factpress.records.claim import Evidence
from factpress.records.date import parse_date
from factpress.records.figure import parse_figure

ISSUED = parse_date("2020-03-12")


def weighed(
    figures: Mapping[str, str],
    quote: str,
    *,
    says: Mapping[str, str] | None = None,
    when: str = "",
    language: str = "en",
    names: tuple[str, ...] = (),
) -> QuoteReading:
    piece = Evidence(source="page", quote=quote, says=dict(says or {}))
    asked = Asked.of(
        {name: parse_figure(text, key=name) for name, text in figures.items()}, parse_date(when) if when else None
    )
    return weigh(piece, asked, language=language, published=ISSUED, names=names)


def short(of: FigureReading) -> str:
    return f"{of.verb}{' by ' + of.words if of.words else ''}{', declared' if of.declared else ''}"


# Figures; quote; what it says of each, in the order of the figures; and more: `says`, troubles.
CASES: dict[str, dict[str, tuple[Any, ...]]] = {
    "found": {
        "a moment at another time": (
            {"shut": "2020-03-11T16:00"}, "shut at ten in the morning on 11 March",
            {"shut": "differs by ten in the morning on 11 March"}),
        "a magnitude, by the figure's name": (
            {"magnitude": "6.3", "killed": "60"}, "the magnitude 6.3 quake killed 60",
            {"magnitude": "agrees by magnitude 6.3", "killed": "agrees by 60"}),
        "a number in a figure's set speaks for it": (
            {"killed": "3"}, "three soldiers were killed", {"killed": "agrees by three"}),
        "one inside a range": (
            {"killed": "2 to 5"}, "three soldiers were killed", {"killed": "agrees by three"}),
        "one that overlaps is compatible": (
            {"killed": "3"}, "at least two soldiers were killed", {"killed": "compatible by at least two"}),
        "one that fits none differs from the only figure of its kind": (
            {"killed": "3"}, "five soldiers were killed", {"killed": "differs by five"}),
        "the first of several that fit none is named": (
            {"killed": "3"}, "five soldiers were killed and seven hurt", {"killed": "differs by five"}),
        "one that fits none, beside one that speaks, differs from nothing": (
            {"killed": "3"}, "three soldiers were killed and seven hurt", {"killed": "agrees by three"}),
        "in whatever order": (
            {"killed": "3"}, "seven soldiers were hurt and three killed", {"killed": "agrees by three"}),
        "what agrees comes before what overlaps": (
            {"killed": "3"}, "several were hurt and three killed", {"killed": "agrees by three"}),
        "what overlaps comes before what differs": (
            {"killed": "3"}, "nine were hurt and at least two killed", {"killed": "compatible by at least two"}),
        "no number says nothing": (
            {"killed": "3"}, "soldiers were killed there", {"killed": "silent"}),
        "a number of another kind says nothing": (
            {"killed": "3"}, "soldiers were killed there for three days", {"killed": "silent"}),
        "a measure in a unit that can't be converted says nothing": (
            {"distance": "3 km"}, "the base lies three hours from there", {"distance": "silent"}),
        "a measure in a unit that can": (
            {"distance": "about 5 km"}, "the base lies 3.1 miles from there", {"distance": "agrees by 3.1 miles"}),
        "figures of two kinds, each by its own": (
            {"killed": "3", "length": "30 days"}, "three were killed in 30 days",
            {"killed": "agrees by three", "length": "agrees by 30 days"}),
        "each differs from the only one of its kind": (
            {"killed": "3", "length": "30 days"}, "five were killed in 31 days",
            {"killed": "differs by five", "length": "differs by 31 days"}),
        "a number differs from the one figure that is left": (
            {"killed": "3", "wounded": "12"}, "three were killed and seven wounded",
            {"killed": "agrees by three", "wounded": "differs by seven"}),
        "two numbers for two figures that both fit": (
            {"killed": "3", "wounded": "3"}, "three were killed and three wounded",
            {"killed": "agrees by three", "wounded": "agrees by three"}),
        "one that fits one figure alone leaves the other for the other": (
            {"killed": "3", "hurt": "at least 3"}, "three were killed and seven wounded",
            {"killed": "agrees by three", "hurt": "agrees by seven"}),
        "a name's number is none": (
            {"killed": "3"}, "three soldiers were killed in Camp Nine", {"killed": "agrees by three"},
            {"names": ("Camp Nine",)}),
        "a name's number would differ": (
            {"killed": "3"}, "soldiers were killed in Camp Nine", {"killed": "silent"}, {"names": ("Camp Nine",)}),
    },
    "undecided": {
        "one number that fits two figures": (
            {"killed": "3", "wounded": "3"}, "there were three of them",
            {"killed": "silent", "wounded": "silent"}, {"troubles": ["undecided three: killed, wounded"]}),
        "one number that fits neither of two": (
            {"killed": "3", "wounded": "12"}, "there were seven of them",
            {"killed": "silent", "wounded": "silent"}, {"troubles": ["undecided seven: killed, wounded"]}),
        "one that may mean either of two": (
            {"killed": "3", "wounded": "5"}, "there were several of them",
            {"killed": "silent", "wounded": "silent"}, {"troubles": ["undecided several: killed, wounded"]}),
        "the editor says of one that it is silent": (
            {"killed": "3", "wounded": "12"}, "seven of them were wounded",
            {"killed": "silent, declared", "wounded": "differs by seven"}, {"says": {"killed": "silent"}}),
        "the editor says of both that they are": (
            {"killed": "3", "wounded": "12"}, "seven rockets were fired there",
            {"killed": "silent, declared", "wounded": "silent, declared"},
            {"says": {"killed": "silent", "wounded": "silent"}}),
    },
    "declared": {
        "a reading that the tool can't make": (
            {"killed": "3"}, "two Americans and one Briton were killed", {"killed": "agrees, declared"},
            {"says": {"killed": "3"}}),
        "a reading that it could": (
            {"killed": "3"}, "three soldiers were killed and seven hurt", {"killed": "agrees, declared"},
            {"says": {"killed": "3"}}),
        "another value differs": (
            {"killed": "3"}, "two Americans and two Britons were killed", {"killed": "differs, declared"},
            {"says": {"killed": "4"}}),
        "a vague value is compatible": (
            {"killed": "3"}, "a handful of soldiers were killed", {"killed": "compatible, declared"},
            {"says": {"killed": "several"}}),
        "a declared number speaks for no other figure": (
            {"killed": "3", "wounded": "3"}, "there were three of them",
            {"killed": "agrees, declared", "wounded": "silent"}, {"says": {"killed": "3"}}),
        "nor does the only one that may mean it": (
            {"killed": "3", "hurt": "at least 3"}, "at least three of them were killed",
            {"killed": "agrees, declared", "hurt": "silent"}, {"says": {"killed": "3"}}),
        "where there are more, what may mean it stays": (
            {"killed": "3", "britons": "1"}, "two Americans, four Danes and at least one Briton were killed",
            {"killed": "agrees, declared", "britons": "compatible by at least one"}, {"says": {"killed": "3"}}),
        "what few numbers fit chooses first": (
            {"hurt": "at least 2", "killed": "3"}, "three were killed and five were hurt",
            {"hurt": "agrees, declared", "killed": "agrees, declared"},
            {"says": {"hurt": "at least 2", "killed": "3"}}),
        "of the only number of its kind, which says otherwise": (
            {"killed": "3"}, "five soldiers were killed", {"killed": "agrees, declared"},
            {"says": {"killed": "3"}, "troubles": ["against five: killed"]}),
        "of several numbers": (
            {"killed": "3"}, "five soldiers and seven others were hurt", {"killed": "agrees, declared"},
            {"says": {"killed": "3"}}),
        "where another figure has taken the only number": (
            {"killed": "3", "wounded": "5"}, "five soldiers were wounded, and the others died",
            {"killed": "agrees, declared", "wounded": "agrees by five"}, {"says": {"killed": "3"}}),
        "of several, all but one of which others have taken": (
            {"killed": "3", "wounded": "5"}, "five soldiers were wounded, and two Americans died",
            {"killed": "agrees, declared", "wounded": "agrees by five"},
            {"says": {"killed": "3"}, "troubles": ["against two: killed"]}),
        "of a quote without a number": (
            {"killed": "3"}, "the gunner and both of his loaders were killed", {"killed": "agrees, declared"},
            {"says": {"killed": "3"}}),
        "of a number of another kind": (
            {"killed": "3"}, "soldiers were killed within five days", {"killed": "agrees, declared"},
            {"says": {"killed": "3"}}),
        "of a figure beside a number that another figure counts": (
            {"aftershocks": "3", "strongest": "4.8"}, "three aftershocks of magnitude 4.3 to 4.8",
            {"aftershocks": "agrees by three", "strongest": "agrees, declared"}, {"says": {"strongest": "4.8"}}),
        "of a figure beside a number that is silent by declaration": (
            {"hurt": "4", "strongest": "4.8"}, "three aftershocks of magnitude 4.3 to 4.8",
            {"hurt": "silent, declared", "strongest": "agrees, declared"},
            {"says": {"hurt": "silent", "strongest": "4.8"}}),
        "silent takes the figure out": (
            {"killed": "3"}, "five rockets were fired there", {"killed": "silent, declared"},
            {"says": {"killed": "silent"}}),
        "of a figure that the claim does not have": (
            {"killed": "3"}, "three soldiers were killed", {"killed": "agrees by three"}, {"says": {"kiled": "3"}}),
    },
    "another language": {
        "nothing is read in it": (
            {"killed": "3"}, "tres soldados murieron 3", {"killed": "silent"},
            {"language": "zxx", "troubles": ["language zxx: killed"]}),
        "its primary tag decides": (
            {"killed": "3"}, "three soldiers were killed", {"killed": "agrees by three"}, {"language": "en-GB"}),
        "the editor reads it": (
            {"killed": "3"}, "tres soldados murieron", {"killed": "agrees, declared"},
            {"language": "zxx", "says": {"killed": "3"}}),
        "the rest is asked for": (
            {"killed": "3", "wounded": "12"}, "tres soldados murieron",
            {"killed": "agrees, declared", "wounded": "silent"},
            {"language": "zxx", "says": {"killed": "3"}, "troubles": ["language zxx: wounded"]}),
        "silent is enough": (
            {"killed": "3"}, "soldados murieron", {"killed": "silent, declared"},
            {"language": "zxx", "says": {"killed": "silent"}}),
    },
    "when": {
        "a moment in it": (
            {}, "the base was hit at 7:35 p.m. on 11 March", {},
            {"when": "2020-03-11", "time": "agrees by 7:35 p.m. on 11 March"}),
        "the day of a moment": (
            {}, "the base was hit on 11 March", {},
            {"when": "2020-03-11T19:35", "time": "compatible by 11 March"}),
        "a date inside it": (
            {}, "the base was hit on 11 March", {}, {"when": "2020-03-11", "time": "agrees by 11 March"}),
        "a date that overlaps": (
            {}, "the base was hit in March 2020", {}, {"when": "2020-03-11", "time": "compatible by March 2020"}),
        "another date": (
            {}, "the base was hit on 10 March", {}, {"when": "2020-03-11", "time": "differs by 10 March"}),
        "the nearest of several": (
            {}, "on 10 March it was quiet, on 11 March the base was hit", {},
            {"when": "2020-03-11", "time": "agrees by 11 March"}),
        "no date": (
            {}, "the base was hit by three rockets", {}, {"when": "2020-03-11", "time": "silent"}),
        "a date may say a figure and this as well": (
            {"strike_date": "2020-03-11"}, "the base was hit on 11 March", {"strike_date": "agrees by 11 March"},
            {"when": "2020-03-11", "time": "agrees by 11 March"}),
        "a date that speaks for a figure is no other time": (
            {"until_date": "2020-03-20"}, "the curfew lasts until 20 March 2020",
            {"until_date": "agrees by until 20 March 2020"}, {"when": "2020-03-11", "time": "silent"}),
        "an open time is compatible with its date": (
            {"strike_date": "2020-03-11"}, "the port is shut since 11 March",
            {"strike_date": "compatible by since 11 March"}),
        "an open time in a record": (
            {"strike_date": "2020-03-11/.."}, "the port is shut since 11 March",
            {"strike_date": "agrees by since 11 March"}),
        "the date with which a time begins": (
            {"since_date": "2020-03-11"}, "the port is shut since 11 March",
            {"since_date": "agrees by since 11 March"}),
        "the date with which a time ends is not that of its beginning": (
            {"start_date": "2020-03-20"}, "the port is shut until 20 March 2020",
            {"start_date": "compatible by until 20 March 2020"}),
        "what is open behind a date does not begin with it": (
            {"start_date": "2020-03-12"}, "the port was shut after 11 March",
            {"start_date": "compatible by after 11 March"}),
        "an open time and a closed span": (
            {"shut": "2020-03-11/2020-03-19"}, "the port was shut until 20 March 2020",
            {"shut": "compatible by until 20 March 2020"}),
        "a date outside an open time": (
            {"strike_date": "2020-03-10"}, "the port was hit after 11 March",
            {"strike_date": "differs by after 11 March"}),
        "a date that fits neither differs from both": (
            {"until_date": "2020-03-20"}, "the curfew ended on 10 March", {"until_date": "differs by 10 March"},
            {"when": "2020-03-11", "time": "differs by 10 March"}),
        "declared": (
            {}, "the base was hit on the day after", {},
            {"when": "2020-03-11", "says": {"when": "2020-03-11"}, "time": "agrees, declared"}),
        "declared, it leaves the date to a figure": (
            {"strike_date": "2020-03-11"}, "the base was hit on 11 March", {"strike_date": "agrees by 11 March"},
            {"when": "2020-03-11", "says": {"when": "2020-03-11"}, "time": "agrees, declared"}),
        "a declared year": (
            {}, "the base was hit in that year", {},
            {"when": "2020", "says": {"when": "2020"}, "time": "agrees, declared"}),
        "declared silent": (
            {}, "the base was hit on 10 March", {},
            {"when": "2020-03-11", "says": {"when": "silent"}, "time": "silent, declared"}),
        "declared against the words": (
            {}, "the base was hit on 10 March", {},
            {"when": "2020-03-11", "says": {"when": "2020-03-11"}, "time": "agrees, declared",
             "troubles": ["against 10 March: when"]}),
    },
}  # fmt: skip


def cases() -> Iterator[Any]:
    for group, of in CASES.items():
        for name, (figures, quote, reads, *more) in of.items():
            yield pytest.param(figures, quote, reads, dict(more[0]) if more else {}, id=f"{group}: {name}")


@pytest.mark.parametrize(("figures", "quote", "reads", "more"), list(cases()))
def test_what_a_quote_says_of_figures(
    figures: Mapping[str, str], quote: str, reads: Mapping[str, str], more: dict[str, Any]
) -> None:
    troubles, time = more.pop("troubles", []), more.pop("time", "silent")
    found = weighed(figures, quote, **more)
    assert {name: short(of) for name, of in found.figures.items()} == reads
    assert list(found.figures) == list(figures)
    assert short(found.when) == time
    assert [f"{each.kind} {each.words}: {', '.join(each.figures)}" for each in found.troubles] == troubles


def test_words_that_can_be_read_two_ways_are_told_and_not_guessed() -> None:
    found = weighed({"strike_date": "2020-03-04"}, "the base was hit on 4/3/2020 by rockets")
    assert found.figures["strike_date"] == FigureReading("silent")
    assert [(each.kind, each.words) for each in found.troubles] == [("doubt", "4/3/2020")]
    assert weighed({}, "the base was hit on 4/3/2020", when="2020-03-04").troubles == ()


def test_a_claim_that_asks_nothing_is_told_nothing() -> None:
    assert weighed({}, "three soldiers were killed on 11 March") == QuoteReading()


def test_a_quote_is_read_in_its_own_language_before_its_sources() -> None:
    book = book_of(
        {"it": {"figures": {"killed": 3}, "evidence": [["ap", "tres soldados, three", {"language": "zxx"}]]}}
    )
    assert [each.kind for each in book.weights["it"].pieces[0].reading.troubles] == ["language"]
