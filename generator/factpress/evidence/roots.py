"""The root of a piece of evidence, so that ten copies of one report count as one voice."""

from __future__ import annotations

from collections.abc import Mapping

from factpress.records.claim import Appearance, Claim
from factpress.records.entity import Entity
from factpress.records.source import Source

COUNTING = (
    "Each source names its root: the body that did the reporting.",
    "Where the record names the body whose words a quote passes on, the quote counts for that body; otherwise it "
    "counts for the root of its source.",
    "Words of people without a name count together as one voice, whichever newsrooms heard them. So do quotes whose "
    "sentence passes on a word, where nobody says whose.",
    "A source’s title adds no voice by itself.",
    "A body that speaks for another one counts as that other one.",
    "A root counts once for a figure and once against it, however many sources have its words.",
    "The root of the article under check is never a second voice for what the article says.",
    "Where a claim says that someone said something, each root that heard it from that person is a separate witness.",
)
"""How independent voices are counted, for readers."""


def voice(entity: str, entities: Mapping[str, Entity]) -> str:
    """The entity that speaks through another, to the end of the chain of `voice_of`.

    A circle has no end: all entities in it count as one, under the first of their ids.
    """
    chain = [entity]
    while entity in entities and (speaker := entities[entity].voice_of):
        if speaker in chain:
            return min(chain[chain.index(speaker) :])
        chain.append(speaker)
        entity = speaker
    return entity


def root_of(piece: Appearance, claim: Claim, sources: Mapping[str, Source], entities: Mapping[str, Entity]) -> str:
    """The root of a piece of evidence: whom it passes on, else whose reporting its source is.

    Words of an unnamed person have the root of the newsroom that heard them; how they count, `standing.py` says. In
    a claim that somebody said so (`said_by`) each newsroom that heard it is a witness, and counts by its source's
    root. Of a source that is not in the book nothing is known, so that its words have no root.
    """
    source = sources.get(piece.source)
    if source is None:
        return ""
    own = voice(source.root, entities)
    named = piece.attributed_to
    if not named or " " in named:
        return own
    speaker = voice(named, entities)
    if claim.said_by and speaker == voice(claim.said_by, entities):
        return own
    return speaker


def article_roots(claim: Claim, sources: Mapping[str, Source], entities: Mapping[str, Entity]) -> frozenset[str]:
    """The roots of the articles whose words are judged: not a second voice for what they say themselves."""
    held = (sources[piece.source] for piece in claim.appears_in if piece.source in sources)
    return frozenset(voice(source.root, entities) for source in held)
