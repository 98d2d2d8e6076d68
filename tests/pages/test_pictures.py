"""Timelines and maps: what is drawn where, what readers of the text get, and a few drawings as they were reviewed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from pages.boats import said
from selectolax.lexbor import LexborHTMLParser
from small_books import record

from factpress.book import resolve
from factpress.pages.environment import environment
from factpress.pages.links import LinkedBook, with_links
from factpress.pages.pictures.axis import axis_of, ticks
from factpress.pages.pictures.map_blocks import map_of_claim, map_of_place, map_of_site
from factpress.pages.pictures.projection import round_length, unrolled
from factpress.pages.pictures.timeline_blocks import timeline_of_claim, timeline_of_site
from factpress.records.date import parse_date

GOLDEN = Path(__file__).parent.parent / "golden"
SHAPES = {"circle": {"label": "flood", "topics": ["topic"]}}
PLACES = {
    "london": ("London", 51.5, -0.12),
    "paris": ("Paris", 48.86, 2.35),
    "suva": ("Suva", -18.14, 178.44),
    "apia": ("Apia", -13.83, -171.76),
    "old-hall": ("Old market hall", 51.5, -0.1),
    "new-hall": ("New market hall", 51.5009, -0.1),
    "nowhere": ("Nowhere", None, None),
}


def book(
    events: Iterable[tuple[str, str]], *, shapes: bool = False, more: dict[str, dict[str, object]] | None = None
) -> LinkedBook:
    """A book of claims with these dates and places; `more` are fields of some of them, by id."""
    source = {"type": "webpage", "title": "t", "issued": "2020-01-01", "root": "root"}
    records = [record("source", "source", source), record("entity", "root", {"name": "R", "type": "Organization"})]
    events = list(events)
    for id in dict.fromkeys(where for _, where in events if where):
        name, latitude, longitude = PLACES[id]
        geo = {"latitude": latitude, "longitude": longitude, "precision": "1 km", "source": "a chart"}
        records.append(record("entity", id, {"name": name, "type": "Place", **({"geo": geo} if latitude else {})}))
    for n, (when, where) in enumerate(events):
        made: dict[str, object] = {"claim": f"Thing {n} happened.", "when": when, "where": [where] if where else []}
        made["evidence"] = [{"source": "source", "quote": "it was said so here and there"}]
        made |= (more or {}).get(f"c{n}", {})
        records.append(record("claim", f"c{n}", {name: value for name, value in made.items() if value}))
    if shapes:
        records.append(record("site", "site", {"format": 1, "name": "Floods", "timeline": SHAPES}))
    return with_links(resolve(records))


def timeline(linked: LinkedBook) -> LexborHTMLParser:
    picture = timeline_of_site(linked)
    return LexborHTMLParser(environment().get_template("timeline_picture.jinja").render(timeline=picture))


def site_map(linked: LinkedBook) -> LexborHTMLParser:
    return LexborHTMLParser(environment().get_template("map_picture.jinja").render(map=map_of_site(linked)))


def marks(tree: LexborHTMLParser, svg: str = "svg") -> list[str]:
    return [link.attributes["aria-label"] or "" for link in tree.css(f"{svg} a[aria-label]")]


def labels(tree: LexborHTMLParser, svg: str = "svg") -> list[str]:
    return [said(text) for text in tree.css(f"{svg} a text")]


def test_events_are_links_in_order_of_time_and_the_same_as_a_list() -> None:
    tree = timeline(book([("2020-03-14", "paris"), ("2020-03-11", "london"), ("2020-03-11", "london")]))
    assert marks(tree) == [
        "11 March 2020: Topic, London. Thing 1 happened.",
        "14 March 2020: Topic, Paris. Thing 0 happened.",
    ]
    assert [said(row.css_first("strong")) for row in tree.css(".fp-rail > li")] == ["11 March 2020", "14 March 2020"]
    assert said(tree.css_first(".fp-rail summary")) == "1 more claim of this time"


def test_a_shape_that_the_site_names_after_a_topic_replaces_its_word() -> None:
    tree = timeline(book([("2020-03-11", "london"), ("2020-03-14", "paris")], shapes=True))
    assert labels(tree) == ["London", "Paris"]
    assert said(tree.css_first(".fp-keys")) == "flood"


def test_what_somebody_said_belongs_to_the_event_of_its_day_or_has_no_shape_of_one() -> None:
    linked = book(
        [("2020-03-11", "london"), ("2020-03-11", ""), ("2020-03-20", "")],
        shapes=True,
        more={"c1": {"said_by": "root"}, "c2": {"said_by": "root"}},
    )
    tree = timeline(linked)
    assert labels(tree) == ["London", "Statement of R"]
    assert len(tree.css(".fp-drawn a .fp-form-ring")) == 1


@pytest.mark.parametrize(
    "date", ["2020-03-16 to 2020-03-17", "2020-03-11~", "2020-03-11?", "2020-03", "2020-XX-XX", "19XX"]
)
def test_an_uncertain_date_is_drawn_with_a_broken_line(date: str) -> None:
    assert len(timeline(book([(date, "london")])).css("svg a .fp-uncertain")) == 1


@pytest.mark.parametrize("date", ["2020-03-11", "2020-03-11T10:00", "2020-03-16/2020-03-17", "2020-03-16/.."])
def test_a_certain_date_is_not(date: str) -> None:
    assert timeline(book([(date, "london")])).css("svg a .fp-uncertain") == []


def test_no_event_of_four_hundred_is_lost_and_no_label_covers_another() -> None:
    days = [f"2020-{1 + n % 12:02}-{1 + n * 7 % 28:02}" for n in range(400)]
    linked = book([(day, "london" if n % 3 else "paris") for n, day in enumerate(days)])
    tree = timeline(linked)
    drawn = len(tree.css("svg a .fp-form"))
    counted = sum(int(said(box)) for box in tree.css("svg .fp-more + text"))
    assert drawn + counted == len(tree.css(".fp-rail > li"))
    rows: dict[str, list[tuple[float, float]]] = {}
    for touch in tree.css("svg a .fp-touch"):
        found = [float(each) for each in re.findall(r"-?[0-9.]+", touch.attributes["d"] or "")]
        rows.setdefault(f"{found[1]}", []).append((found[0] + 4, found[2] - 4))
    for row in rows.values():
        ordered = sorted(row)
        assert all(before[1] <= after[0] + 0.2 for before, after in pairwise(ordered))


def reaches(*dates: str) -> list[tuple[int | None, int | None]]:
    read = [parse_date(date) for date in dates]
    return [(d.earliest.toordinal() if d.earliest else None, d.latest.toordinal() if d.latest else None) for d in read]


AXES = {
    "one day": (("2020-03-11",), 1),
    "days of a month": (("2020-03-11", "2020-03-26"), 1),
    "a long empty time is cut out": (("1969-07-20", "2020-03-11", "2020-03-14"), 2),
    "a year before the days has a part of its own": (("2019", "2020-03-11", "2020-03-12", "2020-03-14"), 2),
    "nothing is cut out in which something may have happened": (("1969-07-20", "1990~", "2020-03-11", "2020-03-14"), 1),
    "years before 1000": (("0476-09-04", "0800-12-25", "0410"), 1),
    "the first and the last year": (("0001", "9999-12-31"), 2),
    "two days far apart": (("1969-07-20", "2020-03-11"), 1),
}


@pytest.mark.parametrize(("dates", "segments"), AXES.values(), ids=AXES)
def test_an_axis_keeps_the_order_of_its_dates(dates: Sequence[str], segments: int) -> None:
    found = reaches(*dates)
    axis = axis_of(found, left=0, right=640)
    assert len(axis.segments) == segments
    firsts = sorted(first for first, _ in found if first)
    places = [axis.x(day) for day in firsts]
    assert places == sorted(places) and len(set(places)) == len(set(firsts))
    shown = [tick.x for tick in ticks(axis, firsts) if tick.label]
    assert shown and all(0 <= x <= 640 for x in shown)


def test_a_claim_has_no_timeline_if_nothing_else_is_near_it() -> None:
    linked = book([("2020-03-11", "london"), ("2020-03-14", "paris")])
    assert timeline_of_claim(linked.book.claims["c0"], linked) is None


def test_a_claim_is_shown_among_those_that_it_rests_on() -> None:
    linked = book([("2020-03-11", "london"), ("2020-03-14", "paris")], more={"c1": {"rests_on": ["c0"]}})
    for id in ("c0", "c1"):
        picture = timeline_of_claim(linked.book.claims[id], linked)
        assert picture is not None and (picture.drawing.height, len(picture.seen)) == (120, 2)


def test_places_too_close_for_one_map_have_a_closer_one() -> None:
    tree = site_map(book([("2020-03-11", "old-hall"), ("2020-03-12", "new-hall")]))
    assert (
        labels(tree, ".fp-sheet-wide") == ["New market hall", "Old market hall", "11 March"]
        or len(tree.css(".fp-sheet-wide .fp-inset")) == 1
    )
    assert marks(tree, ".fp-sheet-wide") == ["New market hall: 12 March", "Old market hall: 11 March"]
    assert "100 m" in [said(text) for text in tree.css(".fp-sheet-wide > text")]


def test_places_on_both_sides_of_the_180th_meridian_are_neighbours() -> None:
    assert unrolled([(178.44, -18.14), (-171.76, -13.83)]) == [(178.44, -18.14), (188.24, -13.83)]
    assert unrolled([(-0.12, 51.5), (2.35, 48.86)]) == [
        pytest.approx((-0.12, 51.5)),
        pytest.approx((2.35, 48.86)),
    ]
    scale = [said(text) for text in site_map(book([("2020-03-11", "suva"), ("2020-03-12", "apia")])).css("svg > text")]
    assert scale == ["200 km", "200 km"]


def test_places_without_coordinates_are_named_and_not_drawn() -> None:
    tree = site_map(book([("2020-03-11", "london"), ("2020-03-12", "nowhere")]))
    assert marks(tree, ".fp-sheet-small") == ["London: 11 March"]
    assert "Without coordinates: Nowhere (12 March)." in said(tree.css_first(".fp-picture-note"))


def test_without_any_coordinates_there_is_no_drawing() -> None:
    linked = book([("2020-03-12", "nowhere")])
    assert site_map(linked).css("svg") == []
    assert map_of_claim(linked.book.claims["c0"], linked) is None
    assert map_of_place(linked.book.entities["nowhere"], linked) is None


def test_a_claims_map_shows_the_other_places_quietly() -> None:
    linked = book([("2020-03-11", "london"), ("2020-03-12", "paris")])
    picture = map_of_claim(linked.book.claims["c0"], linked)
    assert picture is not None
    assert {each.says: "fp-dim" in each.label.css for each in picture.sheets[0].seen} == {
        "London: 11 March": False,
        "Paris: 12 March": True,
    }


@pytest.mark.parametrize(("most", "words"), [(0.13, "100 m"), (1.0, "1 km"), (49.0, "20 km"), (7000.0, "5,000 km")])
def test_a_scale_bar_has_a_round_length(most: float, words: str) -> None:
    assert round_length(most)[1] == words


def test_pictures_have_no_styles_or_scripts_of_their_own_and_escape_what_they_show() -> None:
    linked = book([("2020-03-11", "london")], more={"c0": {"claim": 'A "<script>" & more.'}})
    html = environment().get_template("timeline_picture.jinja").render(timeline=timeline_of_site(linked))
    assert "<script" not in html and "style=" not in html and "&lt;script&gt;" in html


DRAWN = {
    "timeline.svg": [
        ("2019", "paris"),
        ("2020-03-11", "london"),
        ("2020-03-16 to 2020-03-17", "paris"),
        ("2020-03-26", "suva"),
    ],
    "old-timeline.svg": [("0410", "paris"), ("0476-09-04", "london"), ("0999~", "paris")],
}
MAPPED = {
    "map.svg": [
        ("2020-03-11", "london"),
        ("2020-03-12", "old-hall"),
        ("2020-03-14", "paris"),
        ("2020-03-15", "nowhere"),
    ],
    "date-line-map.svg": [("2020-03-11", "suva"), ("2020-03-12", "apia")],
}


@pytest.mark.parametrize("name", [*DRAWN, *MAPPED])
def test_a_drawing_is_as_it_was_reviewed(name: str) -> None:
    tree = timeline(book(DRAWN[name], shapes=True)) if name in DRAWN else site_map(book(MAPPED[name], shapes=True))
    drawing = tree.css_first("svg")
    assert drawing is not None and drawing.html is not None
    path = GOLDEN / name
    if os.environ.get("GOLDEN") == "write":
        path.write_text(drawing.html + "\n", "utf-8")
    assert path.read_text("utf-8") == drawing.html + "\n"
