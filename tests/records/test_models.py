"""The models of records: what `records.md` promises is there, described, frozen, and reads its own examples."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from factpress.book import resolve
from factpress.reading.loader import read
from factpress.records.claim import Appearance, Claim, Correction, Evidence, Review
from factpress.records.date import parse_date
from factpress.records.entity import Entity, Geo
from factpress.records.figure import parse_figure
from factpress.records.must_hold import parse_relation
from factpress.records.page import Page
from factpress.records.record import Part, Record, Waiver, Withdrawn
from factpress.records.reply import Challenge, Reply
from factpress.records.site import Budgets, Policies, Publisher, Reviewers, Site, Verdict
from factpress.records.source import Archive, Excuse, Name, Source

EVERY = "formerly withdrawn allow "
FIELDS: dict[type[Part], str] = {
    Claim: EVERY + "claim finding when where about figures said_by appears_in evidence must_hold rests_on verdict "
    "because instead review corrections replies challenges draft checked review_by would_change not_said",
    Evidence: "source quote gloss language attributed_to first_hand stance says answered own_words",
    Reply: "party asked how answer date",
    Challenge: "by date says outcome",
    Page: "allow title description article answer draft",
    Review: "by date stamp",
    Correction: "date kind was why",
    Waiver: "code because until",
    Withdrawn: "date why",
    Source: EVERY + "type title container_title author issued undated accessed url language root rights archived "
    "no_claim replies note",
    Name: "family given literal",
    Archive: "url date state",
    Excuse: "sentence begins why",
    Entity: EVERY + "name alternate_name type description part_of voice_of naming same_as geo",
    Geo: "latitude longitude precision source",
    Site: "allow " + "format name url publisher edit policies articles budgets reviewers verdicts",
    Publisher: "name url email",
    Policies: "corrections fairness sources funding methodology",
    Budgets: "quote_words share article_share",
    Reviewers: "usual verdict_change named_person",
    Verdict: "name standing needs rating",
}
REQUIRED: dict[type[Part], str] = {
    Claim: "claim",
    Appearance: "source quote",
    Evidence: "source quote",
    Source: "type root",
    Entity: "name type",
    Site: "format name",
    Reply: "party asked how answer",
    Challenge: "by date says",
    Waiver: "code",
    Withdrawn: "date why",
}
ONE_OF = {
    Claim: (("evidence", "appears_in"),),
    Source: (("issued", "undated"),),
    Name: (("literal", "family"),),
}


@pytest.mark.parametrize("model", FIELDS, ids=lambda model: model.__name__)
def test_every_field_of_the_contract_is_there(model: type[Part]) -> None:
    assert set(FIELDS[model].split()) <= set(model.model_fields)


@pytest.mark.parametrize("model", REQUIRED, ids=lambda model: model.__name__)
def test_what_is_required_and_nothing_else(model: type[Part]) -> None:
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    assert required == set(REQUIRED[model].split())


def test_of_which_fields_one_is_required() -> None:
    assert {model: model.one_of for model in FIELDS if model.one_of} == ONE_OF


def objects(schema: Any, name: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping that a JSON Schema describes, with its name."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema.get("title", name), schema
        for key, inside in schema.items():
            yield from objects(inside, key)


@pytest.mark.parametrize("model", [Claim, Source, Entity, Site], ids=lambda model: model.__name__)
def test_editors_are_told_what_each_field_is(model: type[Record]) -> None:
    schema = model.model_json_schema()
    described = [(name, key, field) for name, each in objects(schema) for key, field in each["properties"].items()]
    # A description that is the model's own stands with the model alone.
    own = {f"#/$defs/{name}": each["description"] for name, each in schema["$defs"].items()}
    bare = {(name, key) for name, key, field in described if not field.get("description", own.get(field.get("$ref")))}
    assert bare == set()
    assert {key for name, key, _ in described if name == model.__name__} == set(model.model_fields)
    for name, each in objects(schema):
        assert each["additionalProperties"] is False, name
        assert each["description"], name


CLAIM = """\
claim: "A rocket attack on Camp Taji on 11 March 2020 killed three coalition service members."
when: 2020-03-11                 # where it stands in time
where: [camp-taji]               # places: map
about: [brodie-gillon, cjtf-oir] # other entities
figures:                         # what the claim states and a source can confirm
  killed: 3
appears_in:                      # the article's words: what is judged, never support
  - source: forces-news-2020-03-26
    quote: "killed three coalition service members"
evidence:
  - source: centcom-2020-03-12
    attributed_to: cjtf-oir      # whose word it passes on
    first_hand: "The command counted its own casualties."
    quote: "three coalition personnel were killed on 11 March"
  - source: fcdo-2020-03-12
    attributed_to: uk-government
    quote: "the rocket attack which took the lives of two Americans and one Briton yesterday"
    says: {killed: 3}            # a reading that the tool can't make by itself (2 + 1)
  - source: some-paper-2020-03-11
    stance: disputes             # supports (default) | disputes | context
    quote: "killed two service members and wounded a dozen others"
    answered: "A first-night report; the command gave three the next morning."
must_hold:
  - strikes-on-kataib-hezbollah.when after when
rests_on: [taji-attack]
verdict: accurate
because: "The command's own count, and the British government's."
# instead: required when the verdict is inaccurate: what holds
corrections:                     # newest first
  - date: 2026-12-01
    kind: correction             # correction: we were wrong · update · clarification
    was: "Four were killed."
    why: "We misread the first statement."
review: {by: [a-handle], date: 2026-12-02, stamp: s-3f9a12c4}
allow:                           # waivers, on any record
  - code: F804
    because: "The publisher closed in 2021."
    until: 2027-11-24
"""
SOURCE = """\
type: article-newspaper                    # a CSL type
title: "US-led forces leave Iraqi military base"   # or empty, with `note` saying why
container_title: Dawn
author: [{literal: AFP}]
issued: 2020-03-27                         # or `undated: why`; inferred dates end in ~
accessed: 2026-11-24
url: https://dawn.com/news/1544087
language: en
root: afp                                  # whose reporting this is: an entity
rights: quotation                          # quotation | public-domain | open-licence
archived: []                               # {url, date, state}; one kind of proof, never the gate
no_claim:                                  # only for an article under check
  - {sentence: 1, begins: "US fire mission at", why: "picture caption"}
note:                                      # what a reader should know: a reproduction, a mirror
"""
ENTITY = """\
name: Camp Taji
alternate_name: [Taji air base]            # spellings; numbers inside names are no figures
type: Place                                # Person | Organization | Place | Event
description: "Iraqi army base north of Baghdad."
part_of: baghdad-governorate               # for pages
voice_of:                                  # for roots; persons and organizations only
naming:                                    # every Person: the public role, or why this person is named
same_as: []                                # only identifiers that were checked
geo: {latitude: 33.52, longitude: 44.26, precision: 1 km, source: "The plan of the base."}
"""
SITE = """\
format: 1                                  # of all records
name: "Leaving Qayyarah, checked"
url: https://example.org/                  # until there is an address
publisher: {name: "The publisher", url: "", email: ""}
edit:                                      # where "edit this record" leads: a URL with {path}
policies: {corrections: docs/corrections-policy.md}
articles: [forces-news-2020-03-26]         # under check
budgets: {quote_words: 30, share: 10 %, article_share: 50 %}
reviewers: {usual: 1, verdict_change: 2, named_person: 2}
verdicts:                                  # other verdicts with other entry conditions; absent: the table
"""
NAMED = {
    "claims/attacks": ("taji-attack", "strikes-on-kataib-hezbollah"),
    "sources": ("forces-news-2020-03-26", "centcom-2020-03-12", "fcdo-2020-03-12", "some-paper-2020-03-11"),
    "entities": ("brodie-gillon", "cjtf-oir", "uk-government", "afp", "baghdad-governorate"),
}
STAND_INS = {
    "claims/attacks": "claim: The attack was in March.\nevidence: [{source: centcom-2020-03-12, quote: in March}]\n",
    "sources": "type: webpage\ntitle: A page\nissued: 2020-03-12\nroot: cjtf-oir\n",
    "entities": "name: Somebody\ntype: Organization\n",
}


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    files = {f"{at}/{id}.yml": STAND_INS[at] for at, ids in NAMED.items() for id in ids} | {
        "claims/casualties/taji-deaths.yml": CLAIM,
        "sources/dawn-2020-03-27.yml": SOURCE,
        "entities/camp-taji.yml": ENTITY,
        "site.yml": SITE,
    }
    for path, text in files.items():
        (tmp_path / "facts" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "facts" / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_contracts_examples_are_read_without_faults(examples: Path) -> None:
    reading = read(examples)
    assert reading.faults == ()
    assert (reading.ledger.seen, reading.ledger.records, reading.ledger.unaccounted) == (15, 15, 0)
    book = resolve(reading.records)
    assert (book.unresolved, book.clashes) == ((), ())

    claim = book.claims["taji-deaths"]
    assert (claim.topic, claim.when, claim.verdict) == ("casualties", parse_date("2020-03-11"), "accurate")
    assert claim.figures == {"killed": parse_figure("3")}
    assert claim.must_hold == (parse_relation("strikes-on-kataib-hezbollah.when after when"),)
    assert [piece.stance for piece in claim.evidence] == ["supports", "supports", "disputes"]
    assert claim.evidence[1].says == {"killed": parse_figure("3")}
    assert claim.instead is None
    assert claim.review is not None and claim.review.stamp == "s-3f9a12c4"
    assert [(waiver.code, waiver.until) for waiver in claim.allow] == [("F804", parse_date("2027-11-24"))]

    source = book.sources["dawn-2020-03-27"]
    assert (str(source.author[0]), source.archived, source.note) == ("AFP", (), None)
    assert source.no_claim[0].sentence == 1

    entity = book.entities["camp-taji"]
    assert entity.geo is not None and (entity.geo.latitude, entity.geo.longitude) == (
        Decimal("33.52"),
        Decimal("44.26"),
    )
    assert (entity.voice_of, entity.naming, entity.same_as) == (None, None, ())

    site = book.site
    assert site is not None
    assert (site.format, site.budgets.quote_words, site.budgets.share) == (1, 30, Decimal("0.1"))
    assert (site.edit, site.policies.corrections) == (None, "docs/corrections-policy.md")


def test_a_site_that_names_no_verdicts_has_those_of_the_table() -> None:
    site = Site.model_validate({"format": "1", "name": "x"})
    table = {v.name: (set(v.standing), v.needs, v.rating) for v in site.verdicts}
    assert table == {
        "accurate": ({"corroborated", "primary"}, ("because",), 5),
        "missing-context": ({"contested", "single-source", "primary", "corroborated"}, ("because",), 3),
        "disputed": ({"contested"}, ("because",), None),
        "inaccurate": ({"contested", "contradicted"}, ("because", "instead"), 1),
        "unproven": ({"contradicted", "single-source", "unsupported"}, ("because",), None),
    }


MADE: tuple[Part, ...] = (
    Claim.model_validate({"claim": "x.", "evidence": [{"source": "a", "quote": "b"}]}),
    Evidence.model_validate({"source": "a", "quote": "b"}),
    Source.model_validate({"type": "webpage", "issued": "2020", "root": "a"}),
    Entity.model_validate({"name": "x", "type": "Place"}),
    Site.model_validate({"format": "1", "name": "x"}),
    Withdrawn.model_validate({"date": "2020-03-11", "why": "x"}),
)


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_records_are_frozen(made: Part) -> None:
    for name in type(made).model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(made, name, None)
    lists = [name for name in type(made).model_fields if isinstance(getattr(made, name), list)]
    assert lists == []


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_a_record_takes_no_key_that_it_does_not_know(made: Part) -> None:
    with pytest.raises(ValidationError) as refused:
        type(made).model_validate({"unknown": "x"})
    assert ("extra_forbidden", ("unknown",)) in [(each["type"], each["loc"]) for each in refused.value.errors()]


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        pytest.param("because", " a\n b \n", "a b", id="a text's lines are joined"),
        pytest.param("because", "a\n\n\nb", "a b", id="empty lines of a text leave one space"),
        pytest.param("because", "a  b", "a  b", id="two spaces are what was written"),
        pytest.param("claim", "a\u00a0b.", "a\u00a0b.", id="an unbroken space stays"),
    ],
)
def test_texts_are_one_line(name: str, text: str, value: str) -> None:
    claim = Claim.model_validate({"claim": "x.", "evidence": [{"source": "a", "quote": "b"}], name: text})
    assert getattr(claim, name) == value


@pytest.mark.parametrize(
    ("answer", "state"), [("We stand by it.", "answered"), ("declined", "declined"), ("none", "none")]
)
def test_a_reply_says_whether_there_is_an_answer(answer: str, state: str) -> None:
    reply = Reply.model_validate(
        {"party": "harbour-gazette", "asked": "2021-06-01", "how": "by letter", "answer": answer}
    )
    assert reply.state == state


@pytest.mark.parametrize("model", [Claim, Page], ids=lambda model: model.__name__)
def test_a_draft_is_marked_with_true(model: type[Claim] | type[Page]) -> None:
    fields = {"claim": "x.", "evidence": [{"source": "a", "quote": "b"}]} if model is Claim else {}
    drafts = [model.model_validate({**fields, **more}) for more in ({}, {"draft": "false"}, {"draft": "true"})]
    assert [each.draft for each in drafts] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("one\n  two", "one two"),
        ("one \n two\n", "one two"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\n \n\n two\nthree", "one\n\ntwo three"),
        ("a" + " " * 50_000 + "b", "a" + " " * 50_000 + "b"),
    ],
    ids=["a line break", "a line break among spaces", "an empty line", "empty lines", "a long row of spaces"],
)
def test_an_empty_line_stays_in_a_quote_for_the_rule_that_refuses_it(text: str, quote: str) -> None:
    assert Evidence.model_validate({"source": "a", "quote": text}).quote == quote


@pytest.mark.parametrize(
    ("model", "name", "text", "kind"),
    [
        (Claim, "draft", "yes", "bad-word"),
        (Review, "date", "2020-03", "unreadable-date"),
        (Review, "date", "2020-03-11?", "unreadable-date"),
        (Budgets, "quote_words", "0", "bad-number"),
        (Budgets, "quote_words", "-1", "bad-number"),
        (Budgets, "quote_words", "1e3", "bad-number"),
        (Budgets, "quote_words", "٣", "bad-number"),
        (Budgets, "share", "101 %", "bad-number"),
        (Budgets, "share", "10", "bad-number"),
        (Geo, "latitude", "90.1", "bad-number"),
        (Geo, "longitude", "-180.5", "bad-number"),
        (Geo, "longitude", "nan", "bad-number"),
        (Publisher, "url", "javascript:x", "unsafe-url"),
        (Site, "edit", "https://example.org/", "unsafe-url"),
        (Site, "edit", "https://example.org/{path}/{path}", "unsafe-url"),
        (Site, "edit", "javascript:{path}", "unsafe-url"),
        (Site, "format", "2", "unknown-format"),
        (Site, "format", "1.0", "unknown-format"),
        (Verdict, "name", "Mostly Right", "bad-word"),
        (Verdict, "name", "background", "bad-word"),
        (Verdict, "name", "not-judged", "bad-word"),
        (Verdict, "name", "con", "bad-word"),
        (Verdict, "name", "x" * 81, "bad-word"),
        (Claim, "said_by", "an officer", "bad-id"),
        (Evidence, "attributed_to", "Officer", "bad-id"),
        (Claim, "figures", {"killed": "a lot"}, "unreadable-figure"),
        (Claim, "figures", {"killed": "silent"}, "unreadable-figure"),
        (Claim, "must_hold", ["killed"], "unreadable-relation"),
        (Excuse, "begins", "", "empty-text"),
        (Evidence, "quote", "\n", "empty-text"),
    ],
)
def test_what_a_field_refuses(model: type[Part], name: str, text: object, kind: str) -> None:
    with pytest.raises(ValidationError) as refused:
        model.model_validate({name: text})
    (error,) = [each for each in refused.value.errors() if each["loc"][0] == name]
    assert error["type"] == f"factpress-{kind}"
    assert error["ctx"]["message"] and error["ctx"]["help"]


@pytest.mark.parametrize(
    ("model", "name", "text", "value"),
    [
        (Budgets, "share", "12.5%", Decimal("0.125")),
        (Geo, "latitude", "-90", Decimal(-90)),
        (Site, "edit", "https://example.org/edit/{path}?x", "https://example.org/edit/{path}?x"),
        (Evidence, "attributed_to", "an Iraqi officer", "an Iraqi officer"),
        (Evidence, "says", {"killed": "silent"}, {"killed": "silent"}),
        (Claim, "figures", {"start_date": "2020", "killed": "2020"}, None),
        (Source, "title", "", ""),
    ],
)
def test_what_a_field_takes(model: type[Part], name: str, text: object, value: object) -> None:
    rest: dict[type[Part], dict[str, object]] = {
        Budgets: {},
        Geo: {"longitude": "0", "precision": "1 km", "source": "x"},
        Site: {"format": "1", "name": "x"},
        Evidence: {"source": "a", "quote": "b"},
        Claim: {"claim": "x.", "evidence": [{"source": "a", "quote": "b"}]},
        Source: {"type": "webpage", "issued": "2020", "root": "a"},
    }
    found = getattr(model.model_validate({**rest[model], name: text}), name)
    if value is None:
        assert {key: figure.kind for key, figure in found.items()} == {"start_date": "date", "killed": "count"}
    else:
        assert found == value


def test_a_claim_names_records_with_the_keys_of_their_places() -> None:
    claim = Claim.model_validate(
        {
            "claim": "[It](claim:a) fell in [Taji](entity:b).",
            "where": ["c"],
            "about": ["d", "e"],
            "said_by": "f",
            "appears_in": [{"source": "g", "quote": "x", "attributed_to": "an officer"}],
            "evidence": [{"source": "h", "quote": "x", "attributed_to": "i"}],
            "must_hold": ["k.when - l.when < 3 days", "killed = 3"],
            "rests_on": ["m"],
            "because": "See [Dawn](source:n) and [a page](https://example.org/).",
            "instead": "[That](claim:o).",
        }
    )
    assert [(*reference.keys, reference.kind, reference.id) for reference in claim.references()] == [
        ("where", 0, "entity", "c"),
        ("about", 0, "entity", "d"),
        ("about", 1, "entity", "e"),
        ("said_by", "entity", "f"),
        ("appears_in", 0, "source", "source", "g"),
        ("evidence", 0, "source", "source", "h"),
        ("evidence", 0, "attributed_to", "entity", "i"),
        ("rests_on", 0, "claim", "m"),
        ("must_hold", 0, "claim", "k"),
        ("must_hold", 0, "claim", "l"),
        ("claim", "claim", "a"),
        ("claim", "entity", "b"),
        ("because", "source", "n"),
        ("instead", "claim", "o"),
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [({"literal": "AFP"}, "AFP"), ({"family": "Quay"}, "Quay"), ({"family": "Quay", "given": "Ada"}, "Ada Quay")],
)
def test_a_name_is_written_as_readers_read_it(name: dict[str, str], words: str) -> None:
    assert str(Name.model_validate(name)) == words
