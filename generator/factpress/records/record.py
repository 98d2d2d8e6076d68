"""What every record has: an id, a place, waivers, former ids and, if it was withdrawn, the reason."""

# Modules with models do without `from __future__ import annotations`: it keeps annotations as text, which pydantic
# would have to compile, one by one, whenever a command starts.

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
    """Where a record was read: its id, its file, and functions that turn its keys into places."""

    id: str = ""
    path: str = ""
    topic: str = ""
    at: Callable[..., Place] = lambda *keys: Place("")
    at_key: Callable[..., Place] = lambda *keys: Place("")


class Part(BaseModel):
    """A mapping within a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """Groups of fields of which one is required."""

    @model_validator(mode="after")
    def _has_one_of_each(self) -> Self:
        for group in self.one_of:
            if not any(getattr(self, name) for name in group):
                raise PydanticCustomError("missing", "one of these is required")
        return self


class Waiver(Part):
    """An exception to a rule, with a reason. A waiver that hides nothing, or is past its date, is an error."""

    code: Text = Field(description="The finding's code, such as F804, or its name.")
    because: Text | None = Field(None, description="Why the finding is acceptable here. Required.")
    until: Day | None = Field(None, description="The last day on which the waiver applies.")


class Withdrawn(Part):
    """Marks a record as withdrawn. Its page keeps its address and gives the reason."""

    date: Day = Field(description="The day on which it was withdrawn.")
    why: Text = Field(description="The reason, for readers.")


class Record(Part):
    """A file under `facts/`; `at` turns keys into places."""

    allow: tuple[Waiver, ...] = Field((), description="Waivers: rules that this record may break, and why.")
    _origin: Origin = PrivateAttr(default_factory=Origin)

    @property
    def id(self) -> str:
        """The stem of the record's file."""
        return self._origin.id

    @property
    def former_ids(self) -> tuple[str, ...]:
        """Ids that the record had before; empty for a record without a page."""
        return ()

    @property
    def withdrawal(self) -> Withdrawn | None:
        """When and why the record was withdrawn; nothing if it was not."""
        return None

    @property
    def is_draft(self) -> bool:
        """Whether the record is kept out of what is published, counted and exported."""
        return False

    @property
    def path(self) -> str:
        """The record's file, from the project's root."""
        return self._origin.path

    def at(self, *keys: str | int) -> Place:
        """The place of the value at these keys; a missing key points at the mapping that should contain it."""
        return self._origin.at(*keys)

    def at_key(self, *keys: str | int) -> Place:
        """The place where the last of these keys is written."""
        return self._origin.at_key(*keys)

    def placed(self, origin: Origin) -> None:
        """Stores where the record was read; the loader calls it once, before anything else sees the record."""
        self._origin = origin

    def references(self) -> Iterator[Reference]:
        """Every place where this record names another one."""
        return iter(())

    @classmethod
    def kind(cls) -> Kind:
        """The kind of record, as ids and folders know it."""
        return cls.__name__.lower()  # type: ignore[return-value] # the classes have these names


class LastingRecord(Record):
    """A record whose page keeps its address: it can be renamed or withdrawn, but not deleted."""

    formerly: tuple[Id, ...] = Field((), description="Ids that this record had before; the site redirects them.")
    withdrawn: Withdrawn | None = Field(None, description="Set when the record is withdrawn.")

    @property
    def former_ids(self) -> tuple[str, ...]:
        """Ids that the record had before."""
        return self.formerly

    @property
    def withdrawal(self) -> Withdrawn | None:
        """When and why the record was withdrawn; nothing if it was not."""
        return self.withdrawn
