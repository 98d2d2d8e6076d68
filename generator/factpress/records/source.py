"""A source: one published document, described by CSL-JSON's fields in snake case."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from factpress.records.fields import Day, Id, Language, Text, Title, Url, When, Whole
from factpress.records.record import LastingRecord, Part, Reference
from factpress.records.reply import Reply

# The item types of CSL 1.0.2, appendix III.
Type = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
]  # fmt: skip


class Name(Part):
    """An author or editor: family and given name, or one literal name for a body."""

    one_of = (("literal", "family"),)
    family: Text | None = Field(None, description="The family name.")
    given: Text | None = Field(None, description="The given names.")
    literal: Text | None = Field(
        None, description="The whole name, of an organization or of a person with a single name."
    )

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Archive(Part):
    """A copy of the document in a web archive: one kind of proof, never required."""

    url: Url = Field(description="The copy's address.")
    date: When = Field(description="When the copy was taken.")
    state: Text | None = Field(None, description="What the copy shows.")


class Excuse(Part):
    """A sentence of an article under check that contains no claim, and why."""

    sentence: Whole = Field(description="The sentence's number in the receipt.")
    begins: Text = Field(description="The sentence's first words.")
    why: Text = Field(description="Why it contains no claim.")


class Source(LastingRecord):
    """One published document, and whose reporting it is."""

    one_of = (("issued", "undated"),)
    type: Type = Field(description="The kind of document, as CSL names it.")
    title: Title = Field("", description="The title; empty only with a `note` that says why.")
    container_title: Text | None = Field(None, description="What it was published in: a newspaper, site or journal.")
    author: tuple[Name, ...] = Field((), description="Who wrote it.")
    editor: tuple[Name, ...] = Field((), description="Who edited it.")
    publisher: Text | None = Field(None, description="Who published it, if the container does not say so.")
    genre: Text | None = Field(None, description="What it is, such as `press release`.")
    number: Text | None = Field(None, description="Its number, for a report or a bill.")
    volume: Text | None = Field(None, description="The volume.")
    issue: Text | None = Field(None, description="The issue.")
    page: Text | None = Field(None, description="The page or pages.")
    doi: Text | None = Field(None, description="Its DOI.")
    isbn: Text | None = Field(None, description="Its ISBN.")
    issued: When | None = Field(None, description="When it was published, as an EDTF date. An inferred date ends in ~.")
    undated: Text | None = Field(None, description="Why it has no date; use this instead of `issued`.")
    accessed: Day | None = Field(None, description="The day on which it was last read for this site.")
    url: Url | None = Field(None, description="Its address.")
    language: Language | None = Field(None, description="Its language, as a BCP 47 tag.")
    root: Id = Field(
        description="Whose reporting it is, as an entity id: `ap` for a copy of an AP story in a local paper."
    )
    rights: Literal["quotation", "public-domain", "open-licence"] = Field(
        "quotation", description="How much may be quoted: within a budget, or without limit."
    )
    archived: tuple[Archive, ...] = Field((), description="Copies in web archives.")
    no_claim: tuple[Excuse, ...] = Field((), description="Sentences without a claim; only for an article under check.")
    replies: tuple[Reply, ...] = Field(
        (), description="Who was asked about it, and the answers; only for an article under check."
    )
    note: Text | None = Field(None, description="What a reader should know: a reproduction, a mirror, a partisan host.")

    def references(self) -> Iterator[Reference]:
        """The entity whose reporting it is, and those who were asked about it."""
        yield Reference(("root",), "entity", self.root)
        yield from (Reference(("replies", n, "party"), "entity", reply.party) for n, reply in enumerate(self.replies))
