"""Standing: what the evidence for a figure amounts to, counted by independent roots."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
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
class Voice:
    """One piece of evidence as it counts for or against a figure: whose word, first-hand or not, answered or not."""

    root: str
    first_hand: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Standings:
    """The standing of one figure, with the voices for and against it.

    `set_aside` is its standing once the disputes that were answered are set aside; `answers_hold` says whether
    they are, and `refuted` whether a broken line of `must_hold` stands against it.
    """

    standing: Standing
    supports: tuple[Voice, ...] = ()
    disputes: tuple[Voice, ...] = ()
    set_aside: Standing = "unsupported"
    answers_hold: bool = True
    refuted: bool = False

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
    """How each figure of a claim stands, by the first row that holds (records.md, Roots, standing, verdict).

    `voices` are those for and against each figure. `article` are the roots of the article itself, which never
    make a second voice. `refuted` are the figures that a broken line of `must_hold` stands against, which is a
    dispute that nobody answers. Answers hold only where the whole claim is firm without what they answer;
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
        found[name] = Standings(final, held, against, aside[name], answers_hold, is_refuted)
    return found


def _standing(supports: tuple[Voice, ...], disputed: bool, article: frozenset[str]) -> Standing:
    if disputed:
        return "contested" if supports else "contradicted"
    roots = {voice.root for voice in supports}
    if len(roots - article) >= 2:
        return "corroborated"
    if any(voice.first_hand for voice in supports):
        return "primary"
    return "single-source" if roots else "unsupported"


def weakest(standings: Iterable[Standing]) -> Standing:
    """The weakest of several standings; of none, unsupported."""
    return min(standings, key=WEAKEST_FIRST.index, default="unsupported")
