"""The site: its publisher, policies, articles under check, verdicts, budgets and required reviewers."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, field_validator

from factpress.findings import shown
from factpress.records.fields import Day, EditUrl, Id, Rating, Share, Text, Url, Validated, Whole, Word, read_by
from factpress.records.ids import DEVICES, MOST_CHARACTERS
from factpress.records.page import MARKDOWN
from factpress.records.record import Part, Record, Reference
from factpress.records.unreadable import Unreadable

FORMAT = 1
PLACEHOLDER = "https://example.org/"
METHOD_PAGE = "method/"
"""The page generated from what is enforced, as a policy names it; also its address."""
NOT_JUDGED, BACKGROUND = "not-judged", "background"
UNJUDGED = frozenset({NOT_JUDGED, BACKGROUND})
"""Names for claims without a verdict in lists of claims; no verdict may use them."""
# A file's name may contain the mark that begins an anchor, as that of `c#.md` does.
_FILE = re.compile(rf".+?(?:{'|'.join(map(re.escape, MARKDOWN))})(?=#|\Z)")
Standing = Literal["contradicted", "contested", "unsupported", "single-source", "primary", "corroborated"]


def _format(value: str) -> int:
    if value != str(FORMAT):
        raise Unreadable(f"format {shown(value)} is not supported", help=f"this version reads format {FORMAT}")
    return FORMAT


class Publisher(Part):
    """Who is responsible for the site."""

    name: Text = Field(description="The publisher's name.")
    url: Url | None = Field(None, description="The publisher's own address.")
    email: Text | None = Field(None, description="Where readers can ask for corrections.")

    @field_validator("url", "email", mode="before")
    @classmethod
    def _none_where_empty(cls, value: object) -> object:
        """Empty text means no value: the contract's own example leaves both empty."""
        return None if value == "" else value


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy's name, and the page that states it, as the site's record names it."""

    name: str
    page: str

    @property
    def path(self) -> str:
        """The page's file, from the project's root."""
        named = _FILE.match(self.page)
        return named[0] if named else self.page.partition("#")[0]

    @property
    def anchor(self) -> str:
        """The anchor of a heading on it; empty for the page itself."""
        return self.page.removeprefix(self.path)[1:]

    def names(self, path: str) -> bool:
        """Whether it names the file with this path, as some systems write it: an accent apart from its letter."""
        return unicodedata.normalize("NFC", path) == self.path

    @property
    def is_method(self) -> bool:
        """Whether the page is the one generated from the rules, which can state only the methodology."""
        return self.name == "methodology" and self.page == METHOD_PAGE


class Policies(Part):
    """The commitments of the IFCN's code of principles, each with the page that states it.

    Name a page by its file, such as `docs/about.md`, or by a heading on it, such as `docs/about.md#funding`.
    """

    corrections: Text | None = Field(None, description="How mistakes are corrected.")
    fairness: Text | None = Field(None, description="How claims are chosen and judged.")
    sources: Text | None = Field(None, description="Which sources are used, and how.")
    funding: Text | None = Field(None, description="Who pays.")
    methodology: Text | None = Field(
        None, description=f"How claims are checked; `{METHOD_PAGE}` is the page generated from the rules."
    )

    @property
    def given(self) -> tuple[Policy, ...]:
        """The policies that the site gives, in the order of the fields."""
        named = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple(Policy(name, page) for name, page in named if page)

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the policies that it does not give."""
        return tuple(name for name in type(self).model_fields if not getattr(self, name))


class Budgets(Part):
    """How much may be quoted."""

    quote_words: Whole = Field(30, description="The maximum number of words in one quote.")
    share: Share = Field(
        Decimal("0.10"), description="The maximum share of one source's text that the whole site may quote."
    )
    article_share: Share = Field(Decimal("0.50"), description="The same for an article under check.")


class Reviewers(Part):
    """How many reviewers a change needs."""

    usual: Whole = Field(1, description="For a usual change.")
    verdict_change: Whole = Field(2, description="For a changed verdict.")
    named_person: Whole = Field(2, description="For a claim that names a person.")


def _verdict_name(value: str) -> str:
    """A verdict's name, which is also a folder of the site; raises `Unreadable` if it can't be one."""
    if len(value) > MOST_CHARACTERS:
        message = f"the name has {len(value):,} characters, at most {MOST_CHARACTERS} are allowed"
        raise Unreadable(message, help="shorten it; `label`, which readers see, can have any length")
    if value in DEVICES | UNJUDGED:
        raise Unreadable(f"{shown(value)} is reserved", help="use another name for the verdict")
    return value


class Verdict(Part):
    """A verdict that editors of this site can give, and what it requires."""

    name: Word = Field(description="The verdict, as claims write it.")
    standing: tuple[Standing, ...] = Field(description="The standings that allow it.", min_length=1)
    needs: tuple[Literal["because", "instead"], ...] = Field(("because",), description="Fields that it requires.")
    rating: Rating | None = Field(None, description="Its rating from 1 to 5 in ClaimReview, if it has one.")
    label: Text | None = Field(None, description="What readers see, if it differs from the name.")

    _folder = field_validator("name")(read_by(_verdict_name, "bad-word"))


VERDICTS = (
    Verdict(name="accurate", standing=("corroborated", "primary"), rating="5"),
    Verdict(name="missing-context", standing=("contested", "single-source", "primary", "corroborated"), rating="3"),
    Verdict(name="disputed", standing=("contested",)),
    Verdict(name="inaccurate", standing=("contested", "contradicted"), needs=("because", "instead"), rating="1"),
    Verdict(name="unproven", standing=("single-source", "unsupported", "contradicted")),
)


class TwiceRead(Part):
    """The verdicts that two readings gave one claim."""

    claim: Id = Field(description="The claim, by its id.")
    first: Word = Field(description="The verdict that the first reading gave.")
    second: Word = Field(description="The verdict that the second reading gave.")
    settled: Text | None = Field(None, description="If they differ: how the difference was settled.")


class BlindReadings(Part):
    """Two readings that gave verdicts from the sources alone, without the record's verdict and each other's."""

    date: Day = Field(description="The day of the readings.")
    how: Text = Field(description="Who read, and what they saw.")
    claims: tuple[TwiceRead, ...] = Field(description="The claims that were read twice.", min_length=1)


class Shape(Part):
    """A shape on timelines and maps: its meaning, and the topics whose claims have it."""

    label: Text = Field(description="Its meaning, as the legend says it.")
    topics: tuple[Word, ...] = Field(description="The topics whose claims have it, as folders name them.", min_length=1)


class Timeline(Part):
    """The shapes of events on timelines and maps. Other topics have a circle, or a ring if a circle has a meaning."""

    circle: Shape | None = Field(None, description="The meaning of a circle.")
    square: Shape | None = Field(None, description="The meaning of a square.")
    diamond: Shape | None = Field(None, description="The meaning of a diamond.")
    triangle: Shape | None = Field(None, description="The meaning of a triangle.")


class Site(Record):
    """The settings of the site."""

    format: Annotated[int, Validated(read_by(_format, "unknown-format"), {"const": FORMAT})] = Field(
        description="The format of all records of the site."
    )
    name: Text = Field(description="The site's name.")
    url: Url = Field(PLACEHOLDER, description="The address at which it is published.")
    publisher: Publisher | None = Field(None, description="Who is responsible for it.")
    edit: EditUrl | None = Field(None, description="The address behind `edit this record`, with {path} for the file.")
    policies: Policies = Field(default_factory=Policies, description="The pages that state the site's policies.")
    articles: tuple[Id, ...] = Field((), description="The articles under check, as source ids.")
    budgets: Budgets = Field(default_factory=Budgets, description="How much may be quoted.")
    reviewers: Reviewers = Field(default_factory=Reviewers, description="How many reviewers a change needs.")
    verdicts: tuple[Verdict, ...] = Field(
        VERDICTS, description="The site's own verdicts and their conditions, in place of the usual ones."
    )
    timeline: Timeline = Field(default_factory=Timeline, description="The shapes of events on timelines and maps.")
    blind_readings: BlindReadings | None = Field(
        None, description="Verdicts that two readings gave without seeing each other; the method page counts them."
    )

    def references(self) -> Iterator[Reference]:
        """The articles under check, and the claims that were read twice."""
        yield from (Reference(("articles", n), "source", id) for n, id in enumerate(self.articles))
        for n, twice in enumerate(self.blind_readings.claims if self.blind_readings else ()):
            yield Reference(("blind_readings", "claims", n, "claim"), "claim", twice.claim)
