"""What every record has: an id, a place, waivers, former ids and, where it was withdrawn, why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from factpress.findings import Place
from factpress.records.fields import Day, Id, Text

Kind = Literal["claim", "source", "entity", "site", "page"]
Keys = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a record that names another record by its id."""

    keys: Keys
    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: its id, its file, and what turns its keys into places."""

    id: str = ""
    path: str = ""
    topic: str = ""
    at: Callable[..., Place] = lambda *keys: Place("")
    at_key: Callable[..., Place] = lambda *keys: Place("")


class Part(BaseModel):
    """A mapping within a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of fields of which one is required."""

    @model_validator(mode="after")
    def _has_one_of_each(self) -> Self:
        for group in self.one_of:
            if not any(getattr(self, name) for name in group):
                raise PydanticCustomError("missing", "one of these is required")
        return self


class Waiver(Part):
    """An exception from a rule, with its reason; one that hides nothing, or is past its date, is an error."""

    code: Text = Field(description="The finding's code, such as F804, or its name.")
    because: Text | None = Field(None, description="Why the finding may stand. Required.")
    until: Day | None = Field(None, description="The last day on which the waiver holds.")


class Withdrawn(Part):
    """Says that a record no longer stands; its page keeps its address and says why."""

    date: Day = Field(description="The day on which it was withdrawn.")
    why: Text = Field(description="Why, for readers.")


class Record(Part):
    """A file under `facts/`; keys are turned into places by `at`."""

    allow: tuple[Waiver, ...] = Field((), description="Waivers: rules that this record may break, and why.")
    _origin: Origin = PrivateAttr(default_factory=Origin)

    @property
    def id(self) -> str:
        """The stem of the record's file."""
        return self._origin.id

    @property
    def former_ids(self) -> tuple[str, ...]:
        """Ids that the record had before; none for what has no page of its own."""
        return ()

    @property
    def withdrawal(self) -> Withdrawn | None:
        """Why the record no longer stands; nothing for one that does."""
        return None

    @property
    def path(self) -> str:
        """The record's file, from the project's root."""
        return self._origin.path

    def at(self, *keys: str | int) -> Place:
        """Where the value at these keys stands; a missing one is placed at the mapping that lacks it."""
        return self._origin.at(*keys)

    def at_key(self, *keys: str | int) -> Place:
        """Where the last of these keys is written."""
        return self._origin.at_key(*keys)

    def placed(self, origin: Origin) -> None:
        """Notes where the record was read; the loader does so once, before anybody else sees the record."""
        self._origin = origin

    def references(self) -> Iterator[Reference]:
        """Every place where this record names another one."""
        return iter(())

    @classmethod
    def kind(cls) -> Kind:
        """The kind of record, as ids and folders know it."""
        return cls.__name__.lower()  # type: ignore[return-value] # the four classes are called so


class LastingRecord(Record):
    """A record with a page whose address lasts: it may be renamed or withdrawn, and never goes."""

    formerly: tuple[Id, ...] = Field((), description="Ids that this record had before; the site redirects them.")
    withdrawn: Withdrawn | None = Field(None, description="Set when the record no longer stands.")

    @property
    def former_ids(self) -> tuple[str, ...]:
        """Ids that the record had before."""
        return self.formerly

    @property
    def withdrawal(self) -> Withdrawn | None:
        """Why the record no longer stands; nothing for one that does."""
        return self.withdrawn
