"""Standing: how strong the evidence for a figure is, counted by independent roots."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from factpress.records.site import Standing

Name = TypeVar("Name")

WEAKEST_FIRST: tuple[Standing, ...] = (
    "contradicted",
    "contested",
    "unsupported",
    "single-source",
    "primary",
    "corroborated",
)
FIRM = frozenset({"corroborated", "primary"})
"""Standings that rest on enough for others to rest on them."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The evidence on a figure: who says it, whether any of them first-hand, and whether a dispute contradicts it.

    `independent` is how many voices say it, the article's own not counted.
    """

    roots: frozenset[str]
    first_hand: bool
    disputed: bool
    independent: int


@dataclass(frozen=True, slots=True)
class Row:
    """A standing, when it is a figure's, as code and in words; the first row that holds counts."""

    standing: Standing
    holds: Callable[[Amount], bool]
    words: str


ROWS = (
    Row(
        "contradicted",
        lambda there: there.disputed and not there.roots,
        "it is disputed, and no quote that was read says it",
    ),
    Row("contested", lambda there: there.disputed, "it is disputed, and some root says it"),
    Row(
        "corroborated",
        lambda there: there.independent >= 2,
        "two roots or more say it, the article's own not counted",
    ),
    Row(
        "primary",
        lambda there: there.first_hand,
        "a quote that says it is first-hand: an editor gives the reason why who is quoted did it, decided it, counted "
        "it or published it",
    ),
    Row(
        "single-source",
        lambda there: bool(there.roots),
        "some root says it, but no more than one beside the article's own",
    ),
    Row("unsupported", lambda there: True, "no quote that was read says it"),
)
DISPUTES = (
    "A quote that was read disputes a figure where it says something else, unless it is context only. A quote that an "
    "editor marks as a dispute, and that contradicts no figure by itself, disputes all figures.",
    "A dispute that an editor answers stays on the page. Answers set disputes aside only where the claim is "
    "corroborated or primary without the disputes that they answer.",
    "A comparison of figures or dates that has to hold, and does not, is a dispute that no answer sets aside, provided "
    "that the other claims in it are corroborated or primary by their own evidence.",
)
"""What disputes are and how answers change them, for readers."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One piece of evidence as it counts for or against a figure: whose word, first-hand or not, answered or not.

    `unnamed` passes on the word of somebody without a name, `title` is no more than the title of its source.
    """

    root: str
    first_hand: bool = False
    answered: bool = False
    unnamed: bool = False
    title: bool = False


@dataclass(frozen=True, slots=True)
class Standings:
    """The standing of one figure, with the voices for and against it.

    `set_aside` is its standing once the disputes that were answered are set aside; `answers_hold` says whether
    they are, and `refuted` whether a broken line of `must_hold` disputes it. `undisputed` is what its
    standing would be if every dispute were answered.
    """

    standing: Standing
    supports: tuple[Voice, ...] = ()
    disputes: tuple[Voice, ...] = ()
    set_aside: Standing = "unsupported"
    answers_hold: bool = True
    refuted: bool = False
    undisputed: Standing = "unsupported"

    @property
    def roots_for(self) -> tuple[str, ...]:
        """The roots that say it, each once."""
        return tuple(dict.fromkeys(voice.root for voice in self.supports))

    @property
    def roots_against(self) -> tuple[str, ...]:
        """The roots that say otherwise, each once, answered or not."""
        return tuple(dict.fromkeys(voice.root for voice in self.disputes))

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The roots that say otherwise and have no answer that holds, each once."""
        return tuple(dict.fromkeys(voice.root for voice in self.disputes if not (voice.answered and self.answers_hold)))


def standings(
    voices: Mapping[Name, tuple[Iterable[Voice], Iterable[Voice]]],
    article: frozenset[str],
    *,
    refuted: Container[Name] = (),
) -> dict[Name, Standings]:
    """The standing of each figure of a claim, by the first row that holds (records.md, Roots, standing, verdict).

    `voices` are those for and against each figure. `article` are the roots of the article itself, which never
    make a second voice. `refuted` are the figures that a broken line of `must_hold` disputes: no answer
    removes such a dispute. Answers hold only where the whole claim is firm without what they answer;
    elsewhere they count for nothing.
    """
    both = {name: (tuple(held), tuple(against)) for name, (held, against) in voices.items()}
    aside: dict[Name, Standing] = {}
    for name, (held, against) in both.items():
        disputed = name in refuted or not all(voice.answered for voice in against)
        aside[name] = _standing(held, disputed, article)
    answers_hold = FIRM.issuperset(aside.values())
    found = {}
    for name, (held, against) in both.items():
        is_refuted = name in refuted
        final = aside[name] if answers_hold else _standing(held, is_refuted or bool(against), article)
        undisputed = _standing(held, is_refuted, article)
        found[name] = Standings(final, held, against, aside[name], answers_hold, is_refuted, undisputed)
    return found


def _standing(supports: tuple[Voice, ...], disputed: bool, article: frozenset[str]) -> Standing:
    first_hand = any(voice.first_hand for voice in supports)
    there = Amount(frozenset(voice.root for voice in supports), first_hand, disputed, independent(supports, article))
    return next(row.standing for row in ROWS if row.holds(there))


def independent(voices: Iterable[Voice], article: frozenset[str] = frozenset()) -> int:
    """How many independent voices there are: roots other than the article's, all unnamed people as one.

    Nobody knows whether two newsrooms' unnamed people are two; but one newsroom's own word and an unnamed person's
    in the same paper are no more than that newsroom. A title adds no voice by itself.
    """
    counted = [voice for voice in voices if not voice.title and voice.root not in article]
    own = {voice.root for voice in counted}
    return min(len(own), len({_UNNAMED if voice.unnamed else voice.root for voice in counted}))


# No root is empty.
_UNNAMED = ""


def weakest(standings: Iterable[Standing]) -> Standing:
    """The weakest of several standings; of none, unsupported."""
    return min(standings, key=WEAKEST_FIRST.index, default="unsupported")
