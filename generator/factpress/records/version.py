"""A claim as it was from a given day."""

from __future__ import annotations

from dataclasses import dataclass

from factpress.records.claim import Claim
from factpress.records.date import Date


@dataclass(frozen=True, slots=True)
class Version:
    """The state of a claim's file from a given day, in UTC: whether it exists, and the claim in it.

    A file that exists has no claim here if it could not be read, or was not read because it never changed.
    """

    day: Date
    is_there: bool
    claim: Claim | None = None
