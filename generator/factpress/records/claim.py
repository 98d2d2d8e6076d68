"""A claim: one statement that can be checked, the article's words for it, and the evidence."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from factpress.records import text
from factpress.records.date import Date
from factpress.records.fields import (
    Attribution,
    Day,
    Figures,
    Flag,
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
from factpress.records.reply import Challenge, Reply

LINKED_TEXTS = ("claim", "finding", "because", "instead")


class Appearance(Part):
    """The article's own words for a claim. The verdict judges them; they never support the claim."""

    source: Id = Field(description="The article, as a source id.")
    quote: Quote = Field(description="One unbroken run of the article's own words, 5 to 30 of them.")
    gloss: Text | None = Field(None, description="A note in our words: a translation, or what `it` refers to.")
    language: Language | None = Field(None, description="The quote's language, if it differs from the source's.")
    attributed_to: Attribution | None = Field(None, description="Who the article attributes the words to.")
    says: Sayings = Field(
        {},
        description="The editor's reading of figures that the tool can't read; "
        "`silent` if the quote does not state the figure.",
    )
    own_words: Text | None = Field(
        None, description="Why this quote is right as it is: the answer to a warning about whose word it reports."
    )


class Evidence(Appearance):
    """What one source says about a claim, in its own words."""

    source: Id = Field(description="The source, by its id.")
    quote: Quote = Field(description="One unbroken run of the source's own words, 5 to 30 of them.")
    attributed_to: Attribution | None = Field(
        None,
        description="Who the source attributes the words to: an entity id, or words (with a space) if unnamed.",
    )
    first_hand: Text | None = Field(
        None, description="Why this is first-hand: the body did it, decided it, counted it or published it."
    )
    stance: Literal["supports", "disputes", "context"] = Field(
        "supports",
        description="How the quote relates to the claim. If a figure differs, the tool detects the dispute itself.",
    )
    answered: Text | None = Field(None, description="Why this dispute no longer makes the claim contested.")


class Unsaid(Part):
    """Words that a source does not have anywhere; `factpress snapshot` confirms it on a text read whole."""

    source: Id = Field(description="The source, by its id.")
    words: Quote = Field(description="The words that it does not have, as it would write them.")


class Review(Part):
    """Who compared the claim with its sources, and when."""

    by: tuple[Handle, ...] = Field(description="The reviewers' handles.", min_length=1)
    date: Day = Field(description="The day of the review.")
    stamp: Text | None = Field(None, description="A checksum of what was reviewed; `factpress sign` writes it.")


class Correction(Part):
    """A change to a published claim, explained to readers."""

    date: Day = Field(description="The day of the change.")
    kind: Literal["correction", "update", "clarification"] = Field(
        description="correction: we were wrong; update: more became known; clarification: same meaning."
    )
    was: Text = Field(description="What the claim said before.")
    why: Text = Field(description="Why it changed.")


class Claim(LastingRecord):
    """One statement that can be checked, with the evidence for and against it."""

    one_of = (("evidence", "appears_in"),)
    claim: Text = Field(description="The statement: one sentence of plain text, with links to records where useful.")
    finding: Text | None = Field(
        None,
        description="What the check found, as a headline: at most 90 characters, with links to records where useful.",
    )
    when: When | None = Field(None, description="When it happened or applies, as an EDTF date.")
    where: tuple[Id, ...] = Field((), description="The places it is about, as entity ids.")
    about: tuple[Id, ...] = Field((), description="Other entities it is about, as entity ids.")
    figures: Figures = Field({}, description="Named values that the claim states and a source can confirm.")
    said_by: Id | None = Field(None, description="Makes this a claim about a statement: that this entity said it.")
    appears_in: tuple[Appearance, ...] = Field(
        (), description="The article's words for it. Without them the claim is background."
    )
    evidence: tuple[Evidence, ...] = Field((), description="What sources say about it, for and against.")
    not_said: tuple[Unsaid, ...] = Field((), description="Words that sources do not have, where their silence matters.")
    must_hold: tuple[MustHold, ...] = Field((), description="Comparisons with other claims that must be true.")
    rests_on: tuple[Id, ...] = Field((), description="Claims that this one assumes to be true.")
    verdict: Word | None = Field(
        None, description="An editor's judgement of what the article says. Without one, the claim is not yet judged."
    )
    because: Text | None = Field(None, description="The verdict's reason, in one sentence.")
    instead: Text | None = Field(None, description="What is true instead. Required when the verdict is inaccurate.")
    would_change: Text | None = Field(None, description="What evidence would change the verdict.")
    checked: Day | None = Field(None, description="The day on which somebody last compared it with its sources.")
    review_by: Day | None = Field(None, description="The day by which it needs to be compared again.")
    replies: tuple[Reply, ...] = Field((), description="Who was asked about it, and the answers.")
    challenges: tuple[Challenge, ...] = Field((), description="Objections to it, and what came of them.")
    review: Review | None = Field(None, description="Who reviewed the claim, and when.")
    corrections: tuple[Correction, ...] = Field((), description="Published changes, newest first.")
    draft: Flag = Field(False, description="`true` keeps it out of what is published, counted and exported.")

    @property
    def topic(self) -> str:
        """The folder that contains the claim's file."""
        return self._origin.topic

    @property
    def is_draft(self) -> bool:
        """Whether the claim is kept out of what is published, counted and exported."""
        return self.draft

    def is_overdue(self, today: Date) -> bool:
        """Whether the day by which the claim needs to be compared with its sources again has passed."""
        last, now = self.review_by.latest if self.review_by else None, today.earliest
        return last is not None and now is not None and last < now

    def references(self) -> Iterator[Reference]:
        """Every source, entity and claim that this claim names, with the keys that name it."""
        for name in ("where", "about"):
            yield from (Reference((name, n), "entity", id) for n, id in enumerate(getattr(self, name)))
        if self.said_by:
            yield Reference(("said_by",), "entity", self.said_by)
        for name in ("appears_in", "evidence"):
            for n, piece in enumerate(getattr(self, name)):
                yield Reference((name, n, "source"), "source", piece.source)
                if piece.attributed_to and " " not in piece.attributed_to:
                    yield Reference((name, n, "attributed_to"), "entity", piece.attributed_to)
        for n, unsaid in enumerate(self.not_said):
            yield Reference(("not_said", n, "source"), "source", unsaid.source)
        yield from (Reference(("rests_on", n), "claim", id) for n, id in enumerate(self.rests_on))
        yield from (Reference(("replies", n, "party"), "entity", reply.party) for n, reply in enumerate(self.replies))
        for n, challenge in enumerate(self.challenges):
            if " " not in challenge.by:
                yield Reference(("challenges", n, "by"), "entity", challenge.by)
        for n, relation in enumerate(self.must_hold):
            yield from (Reference(("must_hold", n), "claim", term.claim) for term in relation.terms if term.claim)
        for name in LINKED_TEXTS:
            keys: Keys = (name,)
            yield from (Reference(keys, link.kind, link.id) for link in text.links(getattr(self, name) or ""))
