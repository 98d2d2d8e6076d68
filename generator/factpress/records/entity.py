"""An entity: one person, organization, place or event that claims and sources mention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from factpress.records.fields import Id, Latitude, Longitude, Text, Url
from factpress.records.record import LastingRecord, Part, Reference


class Geo(Part):
    """Where a place lies, how exactly that is known, and who says so."""

    latitude: Latitude = Field(description="Decimal degrees, WGS 84, north positive.")
    longitude: Longitude = Field(description="Decimal degrees, WGS 84, east positive.")
    precision: Text = Field(description="How exact the point is, such as `1 km`.")
    source: Text = Field(description="Where the coordinates were read.")


class Entity(LastingRecord):
    """One person, organization, place or event; never a biography of its own."""

    name: Text = Field(description="The name that readers see.")
    alternate_name: tuple[Text, ...] = Field(
        (), description="Other spellings and names; numbers inside names are no figures."
    )
    type: Literal["Person", "Organization", "Place", "Event"] = Field(description="What it is, as schema.org names it.")
    description: Text | None = Field(None, description="What it is, in one sober sentence.")
    part_of: Id | None = Field(None, description="The larger entity it belongs to.")
    voice_of: Id | None = Field(None, description="Whose voice it is: a spokesman, a command's press desk. For roots.")
    naming: Text | None = Field(
        None, description="The public role, or why this person is named. Required of every person."
    )
    same_as: tuple[Url, ...] = Field((), description="Identifiers elsewhere; only those that were checked.")
    geo: Geo | None = Field(None, description="Where a place lies.")

    def references(self) -> Iterator[Reference]:
        """The entities it is part of and speaks for."""
        for name in ("part_of", "voice_of"):
            if getattr(self, name):
                yield Reference((name,), "entity", getattr(self, name))
