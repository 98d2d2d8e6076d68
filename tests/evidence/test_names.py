"""Names that hold numbers are found in a text by their words, and hide in it all that asking for every name would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from small_books import record

from factpress.evidence.names import Names
from factpress.evidence.quantities import quantities
from factpress.records.date import parse_date
from factpress.records.entity import Entity

PUBLISHED = parse_date("2020-03-12")
NAMES = [
    "Five Rivers",
    "11 March Square",
    "The 4 Piers",
    "The Nine Towns’ News",
    "Café 27",
    "One-Eyed Jack",
    "the 1st Division",
]


def entity(name: str, *others: str) -> Entity:
    made = record("entity", "it", {"name": name, "type": "Organization", "alternate_name": list(others)})
    assert isinstance(made, Entity)
    return made


ALL = Names([entity(NAMES[0], *NAMES[1:4]), *map(entity, NAMES[4:]), entity("Camp Taji")])


def test_names_are_found_by_all_their_words() -> None:
    assert ALL.within("at Five  Rivers, near the 4 piers") == ("Five Rivers", "The 4 Piers")
    assert ALL.within("five soldiers by rivers") == ("Five Rivers",)
    assert ALL.within("five soldiers by a river") == ()
    assert ALL.within("the nine towns' news of the CAFE\u0301 27") == ("Café 27", "The Nine Towns’ News")
    assert ALL.within("") == ()


def test_a_name_without_a_number_is_none_of_them() -> None:
    assert ALL.within("three soldiers at Camp Taji") == ()
    assert Names([]).within("five") == ()


TEXT = (
    "five Five rivers RIVERS Rivers, 11 March Square. square piers 4 4. (4,5 the nine towns' news café CAFÉ 27 "
    "one-eyed Jack 1st division – 3 on three said"
)


@given(st.lists(st.sampled_from(TEXT.split()), max_size=12).map(" ".join))
def test_as_much_is_hidden_as_by_asking_for_every_name(text: str) -> None:
    every = quantities(text, published=PUBLISHED, names=tuple(NAMES))
    assert quantities(text, published=PUBLISHED, names=ALL.within(text)) == every
