"""An entity: one person, organization, place or event that claims and sources mention."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from factpress.records.fields import Id, Latitude, Longitude, Text, Url
from factpress.records.record import LastingRecord, Part, Reference


class Geo(Part):
    """The location of a place, its precision, and where it was read."""

    latitude: Latitude = Field(description="Decimal degrees, WGS 84, north positive.")
    longitude: Longitude = Field(description="Decimal degrees, WGS 84, east positive.")
    precision: Text = Field(description="The precision of the point, such as `1 km`.")
    source: Text = Field(description="Where the coordinates come from.")


class Entity(LastingRecord):
    """One person, organization, place or event. It is not a biography."""

    name: Text = Field(description="The name that readers see.")
    short_name: Text | None = Field(
        None, description="What a page calls it after its full name, such as `the coalition`; small letters stay small."
    )
    alternate_name: tuple[Text, ...] = Field(
        (), description="Other spellings and names. Numbers in names do not count as figures."
    )
    type: Literal["Person", "Organization", "Place", "Event"] = Field(description="What it is, as schema.org names it.")
    description: Text | None = Field(None, description="What it is, in one factual sentence.")
    part_of: Id | None = Field(None, description="The larger entity it belongs to.")
    voice_of: Id | None = Field(
        None, description="The entity it speaks for, as a spokesman or press desk does. Both are one root."
    )
    naming: Text | None = Field(
        None, description="The public role, or why this person is named. Required for every person."
    )
    same_as: tuple[Url, ...] = Field(
        (), description="Identifiers on other sites. List only those that you have checked."
    )
    geo: Geo | None = Field(None, description="The location of a place.")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it has: the one that readers see, the short one, and other spellings."""
        return (self.name, *([self.short_name] if self.short_name else []), *self.alternate_name)

    def references(self) -> Iterator[Reference]:
        """The entities that it is part of and speaks for."""
        for name in ("part_of", "voice_of"):
            if getattr(self, name):
                yield Reference((name,), "entity", getattr(self, name))
