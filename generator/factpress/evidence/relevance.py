"""Whether a quote is about what its claim says: a true quote about something else proves nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from factpress.evidence.claim_weighing import Piece, Weight
from factpress.evidence.languages import language_of
from factpress.evidence.tokens import folded
from factpress.records import text
from factpress.records.claim import Claim
from factpress.records.entity import Entity

_OUR_LANGUAGE = "en"
_MANY = 8
"""A site with fewer claims has no commonest words of its own."""
_SHARE = 6
"""What one claim in so many says is what the site is about, and sets no claim apart from another."""


class Relevance:
    """What each claim of a site is about, without the words that half of the site is about."""

    def __init__(self, claims: Mapping[str, Claim], entities: Mapping[str, Entity]) -> None:
        self._claims, self._entities = claims, entities

    @cached_property
    def _common(self) -> frozenset[str]:
        counted = Counter(stem for claim in self._claims.values() for stem in _topics(claim.claim, _OUR_LANGUAGE) or ())
        if len(self._claims) < _MANY:
            return frozenset()
        return frozenset(stem for stem, count in counted.items() if count * _SHARE > len(self._claims))

    def is_beside_the_point(self, weight: Weight, piece: Piece) -> bool:
        """Whether a quote that was read and its gloss hold no figure, no name and no word of a claim.

        What is context only may be about something else, and in a language without lists nobody knows.
        """
        claim, quoted = weight.claim, piece.quoted
        if not piece.proof.is_read or piece.stance == "context":
            return False
        if any(id not in self._entities for id in (*claim.about, *claim.where)):
            # A name that could not be read may be the one that the quote has.
            return False
        reads = [*piece.reading.figures.values(), piece.reading.when]
        if any(read.verb in ("agrees", "compatible") or (read.declared and read.verb != "silent") for read in reads):
            return False
        said = _topics(quoted.quote, piece.language)
        if said is None and quoted.gloss is None:
            return False
        ours = _topics(quoted.gloss or "", _OUR_LANGUAGE) or frozenset()
        there = (said or frozenset()) | ours
        about = _topics(claim.claim, _OUR_LANGUAGE) or frozenset()
        rare = about - self._common
        if not rare:
            return False
        # A gloss says on purpose what its words are about, and a name is a name, however often the site has them.
        return (
            ours.isdisjoint(about) and there.isdisjoint(rare) and not any(name <= there for name in self._names(claim))
        )

    def _names(self, claim: Claim) -> Iterator[frozenset[str]]:
        """The stems of each name of what a claim is about and where it is, and of a person's last name."""
        for entity in (self._entities[id] for id in (*claim.about, *claim.where)):
            names = [*entity.names]
            if entity.type == "Person":
                names.append(entity.name.split()[-1])
            yield from filter(None, (_topics(name, _OUR_LANGUAGE) for name in names))


def _topics(words: str, language: str) -> frozenset[str] | None:
    """What a text is about; nothing where its language has no list of the commonest words."""
    read = language_of(language)
    return None if read is None or read.topics is None else read.topics(folded(text.without_links(words)))
