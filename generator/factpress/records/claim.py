"""A claim: one statement that can be checked, the article's words for it, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from factpress.records import text
from factpress.records.fields import (
    Attribution,
    Day,
    Figures,
    Handle,
    Id,
    Language,
    MustHold,
    Quote,
    Sayings,
    Text,
    When,
    Word,
)
from factpress.records.record import Keys, LastingRecord, Part, Reference

LINKED_TEXTS = ("claim", "because", "instead")


class Appearance(Part):
    """The article's own words for a claim: what is judged, never support."""

    source: Id = Field(description="The article, as a source's id.")
    quote: Quote = Field(description="One unbroken run of the article's own words, 5 to 30 of them.")
    gloss: Text | None = Field(None, description="Our words about the quote: a translation, what `it` means.")
    language: Language | None = Field(None, description="The quote's language, where it is not the source's.")
    attributed_to: Attribution | None = Field(None, description="Whose word the article passes on.")
    says: Sayings = Field(
        {}, description="The editor's reading of figures that the tool can't read; `silent` for none."
    )


class Evidence(Appearance):
    """What one source says of a claim, in its own words."""

    source: Id = Field(description="The source's id.")
    quote: Quote = Field(description="One unbroken run of the source's own words, 5 to 30 of them.")
    attributed_to: Attribution | None = Field(
        None,
        description="Whose word the source passes on: an entity's id, or words (with a space) for somebody unnamed.",
    )
    first_hand: Text | None = Field(
        None, description="Why this is first-hand: the body did it, decided it, counted it or published it."
    )
    stance: Literal["supports", "disputes", "context"] = Field(
        "supports",
        description="How the words stand to the claim. Where a figure differs the tool sees the dispute by itself.",
    )
    answered: Text | None = Field(None, description="Why this dispute no longer makes the claim contested.")


class Review(Part):
    """Who read the claim against its sources, and when."""

    by: tuple[Handle, ...] = Field(description="The reviewers' handles.", min_length=1)
    date: Day = Field(description="The day of the review.")
    stamp: Text | None = Field(None, description="What was reviewed, as a stamp on its content; written by `sign`.")


class Correction(Part):
    """A published change, told to readers."""

    date: Day = Field(description="The day of the change.")
    kind: Literal["correction", "update", "clarification"] = Field(
        description="correction: we were wrong; update: more became known; clarification: same meaning."
    )
    was: Text = Field(description="What stood there before.")
    why: Text = Field(description="Why it was changed.")


class Claim(LastingRecord):
    """One statement that can be checked, with the evidence for and against it."""

    one_of = (("evidence", "appears_in"),)
    claim: Text = Field(description="The statement: one sentence of plain text, with links to records where they help.")
    when: When | None = Field(None, description="Where it stands in time, as an EDTF date.")
    where: tuple[Id, ...] = Field((), description="The places it is about, as entities' ids.")
    about: tuple[Id, ...] = Field((), description="The other entities it is about.")
    figures: Figures = Field({}, description="What the claim states and a source can confirm, by name.")
    said_by: Id | None = Field(None, description="Makes the claim one about the saying: this entity said so.")
    appears_in: tuple[Appearance, ...] = Field(
        (), description="The article's words for it. Without them the claim is background."
    )
    evidence: tuple[Evidence, ...] = Field((), description="What sources say of it, for and against.")
    must_hold: tuple[MustHold, ...] = Field((), description="Comparisons with other claims that have to be true.")
    rests_on: tuple[Id, ...] = Field((), description="Claims that this one takes for granted.")
    verdict: Word | None = Field(
        None, description="An editor's judgement of what the article says. Absent: not yet judged."
    )
    because: Text | None = Field(None, description="The verdict's reason, in one sentence.")
    instead: Text | None = Field(None, description="What holds instead. Required when the verdict is inaccurate.")
    review: Review | None = Field(None, description="Who reviewed the claim, and when.")
    corrections: tuple[Correction, ...] = Field((), description="Published changes, newest first.")

    @property
    def topic(self) -> str:
        """The folder that the claim's file lies in."""
        return self._origin.topic

    def references(self) -> Iterator[Reference]:
        """Every source, entity and claim that this claim names, with the keys of the place."""
        for name in ("where", "about"):
            yield from (Reference((name, n), "entity", id) for n, id in enumerate(getattr(self, name)))
        if self.said_by:
            yield Reference(("said_by",), "entity", self.said_by)
        for name in ("appears_in", "evidence"):
            for n, piece in enumerate(getattr(self, name)):
                yield Reference((name, n, "source"), "source", piece.source)
                if piece.attributed_to and " " not in piece.attributed_to:
                    yield Reference((name, n, "attributed_to"), "entity", piece.attributed_to)
        yield from (Reference(("rests_on", n), "claim", id) for n, id in enumerate(self.rests_on))
        for n, relation in enumerate(self.must_hold):
            yield from (Reference(("must_hold", n), "claim", term.claim) for term in relation.terms if term.claim)
        for name in LINKED_TEXTS:
            keys: Keys = (name,)
            yield from (Reference(keys, link.kind, link.id) for link in text.links(getattr(self, name) or ""))
