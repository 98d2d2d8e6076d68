"""What the claims of a synthetic project state, and the quotes in which sources agree or differ."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vocabulary import ACCIDENTS, MEASURES, OPENINGS, UNNAMED, WORKS, tail


@dataclass(frozen=True, slots=True)
class Entity:
    """A made-up entity: its id, name and type."""

    id: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What a claim states, what a source says that agrees, and what one says that differs."""

    word: str
    claim: str
    agrees: str
    differs: str
    figures: tuple[tuple[str, str], ...] = ()
    must_hold: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: the source, its quote and what else its record says; empty where it says nothing."""

    source: str
    quote: str
    stance: str = ""
    attributed_to: str = ""
    first_hand: str = ""
    gloss: str = ""


def statement(place: Entity, voice: Entity, day: date, dice: random.Random) -> Statement:
    """Returns something that happened at a place on a day."""
    many, few = dice.randrange(12, 900), dice.randrange(2, 11)
    named = f"[{place.name}](entity:{place.id})" if dice.random() < 0.25 else place.name
    on, last = _words(day), day + timedelta(days=many)
    thing, measure, accident = dice.choice(WORKS), dice.choice(MEASURES), dice.choice(ACCIDENTS)
    return dice.choice(
        (
            Statement(
                "hurt",
                f"{many} people were hurt, {few} of them dock workers, when {accident} at {named} on {on}.",
                f"{many} people were hurt and {few} of them were dock workers",
                f"{many + 1} people were hurt and {few} of them were dock workers",
                (("hurt", str(many)), ("dock_workers", str(few))),
                "hurt > dock_workers",
            ),
            Statement(
                "until",
                f"On {on} {voice.name} extended the {measure} at {named} until {_words(last)}.",
                f"the {measure} was extended until {_words(last)}",
                f"the {measure} would end on {_words(last - timedelta(days=1))}",
                (("until_date", str(last)),),
            ),
            Statement(
                "cost",
                f"The {thing} at {named} had cost about USD {few} million by the end of {day.year}, twice the plan.",
                f"the {thing} had cost about USD {few} million",
                f"the {thing} had cost USD {few + 2} million",
                (("cost", f"about USD {few} million"),),
            ),
            Statement(
                "boats",
                f"On {on} {few} boats brought {many} passengers to {named}.",
                f"{few} boats brought {many} passengers across the bay",
                f"{few + 1} boats brought {many} passengers",
                (("boats", str(few)), ("passengers", str(many))),
                "passengers > boats",
            ),
            Statement(
                "opened",
                f"The {thing} at {named} opened to the public on {on}.",
                f"the {thing} opened to the public on {on}",
                f"the {thing} opened to the public on {_words(day + timedelta(days=1))}",
            ),
        )
    )


def evidence(said: Statement, sources: Sequence[str], voices: Sequence[Entity], dice: random.Random) -> list[Piece]:
    """Returns one piece of evidence from each source. The first agrees, since some source must say the figures."""
    return [_piece(said, source, voices, dice, agrees=n == 0) for n, source in enumerate(sources)]


def _piece(said: Statement, source: str, voices: Sequence[Entity], dice: random.Random, *, agrees: bool) -> Piece:
    stance = "" if agrees else dice.choices(("", "disputes", "context"), (75, 15, 10))[0]
    words = {"": said.agrees, "disputes": said.differs, "context": "the port had been busy all year"}[stance]
    return Piece(
        source,
        quote(words, dice),
        stance,
        attributed_to=(dice.choice(UNNAMED) if dice.random() < 0.5 else dice.choice(voices).id)
        if dice.random() < 0.3
        else "",
        first_hand="The port counted its own boats." if not stance and dice.random() < 0.1 else "",
        gloss=f"Written the morning after, {tail(dice)}." if dice.random() < 0.4 else "",
    )


def quote(words: str, dice: random.Random) -> str:
    """Returns about 15 words around what is said, as a source would print them; always within the budget of 30."""
    run = f"{dice.choice(OPENINGS)} {words}"
    end = tail(dice) if dice.random() < 0.1 else "that day"
    return f"{run} {end}" if len(f"{run} {end}".split()) <= 28 else run


def new_quote(words: str, printed: set[str], dice: random.Random) -> str:
    """Returns a quote that an article has not printed yet, and adds it to what it has.

    A sentence that stands in an article twice would have a second place that no claim covers.
    """
    said = quote(words, dice)
    while said in printed:
        said = quote(words, dice)
    printed.add(said)
    return said


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
