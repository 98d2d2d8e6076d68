"""A claim as it stood from a day on."""

from __future__ import annotations

from dataclasses import dataclass

from factpress.records.claim import Claim
from factpress.records.date import Date


@dataclass(frozen=True, slots=True)
class Version:
    """What a claim's file was from a day on, in UTC: there or not, and the claim that it held.

    Without a claim, a file that is there could not be read, or nobody asked what it said, since it never changed.
    """

    day: Date
    is_there: bool
    claim: Claim | None = None
