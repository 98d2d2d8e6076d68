"""Whose word a piece of evidence is: attributed, passed on by a voice, heard by a newsroom, or the article's own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_books import record

from factpress.evidence.roots import article_roots, root_of, voice
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.record import Record
from factpress.records.source import Source

WORDS = "the north pier was opened"


def entities(voices: Mapping[str, str]) -> dict[str, Entity]:
    """Entities by their ids, each with whose voice it is; nothing says that those are there, too."""
    made: dict[str, Entity] = {}
    for id, of in voices.items():
        entity = record("entity", id, {"name": id, "type": "Organization"} | ({"voice_of": of} if of else {}))
        assert isinstance(entity, Entity)
        made[id] = entity
    return made


def source(root: str) -> Source:
    made: Record = record("source", "page", {"type": "webpage", "title": "A page", "issued": "2020", "root": root})
    assert isinstance(made, Source)
    return made


def claim(said_by: str = "", by: str = "", article: str = "") -> Claim:
    piece = {"source": "page", "quote": WORDS}
    of = {"claim": "It opened.", "evidence": [piece | ({"attributed_to": by} if by else {})]}
    of |= {"said_by": said_by} if said_by else {}
    of |= {"appears_in": [{"source": article, "quote": WORDS}]} if article else {}
    made = record("claim", "it", of)
    assert isinstance(made, Claim)
    return made


@pytest.mark.parametrize(
    ("voices", "entity", "speaks"),
    [
        pytest.param({}, "mayor", "mayor", id="an entity that is not in the book speaks for itself"),
        pytest.param({"mayor": ""}, "mayor", "mayor", id="nobody's voice"),
        pytest.param({"desk": "mayor", "mayor": ""}, "desk", "mayor", id="a voice"),
        pytest.param({"desk": "mayor", "mayor": "town", "town": ""}, "desk", "town", id="to the end of the chain"),
        pytest.param({"desk": "mayor"}, "desk", "mayor", id="a voice of somebody who is not in the book"),
        pytest.param({"mayor": "mayor"}, "mayor", "mayor", id="its own voice"),
        pytest.param({"b": "a", "a": "b"}, "a", "a", id="a circle from its first"),
        pytest.param({"b": "a", "a": "b"}, "b", "a", id="a circle from its second"),
        pytest.param({"z": "c", "c": "b", "b": "c"}, "z", "b", id="a way into a circle"),
        pytest.param({"a": "c", "c": "b", "b": "c"}, "a", "b", id="what leads into a circle does not stand for it"),
    ],
)
def test_an_entity_speaks_through_its_voices(voices: Mapping[str, str], entity: str, speaks: str) -> None:
    assert voice(entity, entities(voices)) == speaks


@pytest.mark.parametrize(
    ("voices", "root", "said_by", "by", "counts_as"),
    [
        pytest.param({}, "gazette", "", "", "gazette", id="the source's own word"),
        pytest.param({}, "gazette", "", "mayor", "mayor", id="somebody named"),
        pytest.param({}, "gazette", "", "a dock worker", "gazette", id="somebody unnamed"),
        pytest.param({"desk": "mayor"}, "gazette", "", "desk", "mayor", id="somebody's voice"),
        pytest.param({"desk": "mayor"}, "desk", "", "", "mayor", id="a source that is somebody's voice"),
        pytest.param({"desk": "mayor"}, "desk", "", "a clerk there", "mayor", id="somebody unnamed in such a source"),
        pytest.param({}, "gazette", "mayor", "mayor", "gazette", id="a newsroom that heard the saying"),
        pytest.param({"desk": "mayor"}, "gazette", "mayor", "desk", "gazette", id="heard from a voice"),
        pytest.param({"desk": "mayor"}, "gazette", "desk", "mayor", "gazette", id="said by a voice"),
        pytest.param({"desk": "mayor"}, "desk", "mayor", "mayor", "mayor", id="heard by nobody but its own voice"),
        pytest.param({}, "gazette", "mayor", "rival", "rival", id="somebody else says that it was said"),
        pytest.param({}, "mayor", "mayor", "", "mayor", id="the sayer's own page"),
    ],
)
def test_the_root_of_a_piece_of_evidence(
    voices: Mapping[str, str], root: str, said_by: str, by: str, counts_as: str
) -> None:
    of = claim(said_by, by)
    assert root_of(of.evidence[0], of, {"page": source(root)}, entities(voices)) == counts_as


def test_of_a_source_that_is_not_in_the_book_nothing_is_known() -> None:
    of = claim(by="mayor")
    assert root_of(of.evidence[0], of, {}, {}) == ""


def test_the_articles_roots_are_those_of_its_sources() -> None:
    book = {"page": source("desk")}
    assert article_roots(claim(article="page"), book, entities({"desk": "gazette"})) == {"gazette"}
    assert article_roots(claim(article="lost"), book, {}) == frozenset()
    assert article_roots(claim(), book, {}) == frozenset()


LETTERS = st.sampled_from("abcdef")


@given(st.dictionaries(LETTERS, LETTERS))
def test_whoever_leads_to_another_counts_as_that_one(voices: dict[str, str]) -> None:
    """Chains and circles of every form: nobody is two voices together with whom it speaks for."""
    book = entities(voices)
    for speaker, of in voices.items():
        assert voice(speaker, book) == voice(of, book)
        assert voice(voice(speaker, book), book) == voice(speaker, book)
