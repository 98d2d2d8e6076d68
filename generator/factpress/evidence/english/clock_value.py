"""A time of day as a value."""

from __future__ import annotations

from dataclasses import dataclass

HOUR, DAY, MINUTE = 3600, 86_400, 60


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day from token `start` to before `end`, in seconds of the day; `zone` is ahead of UTC, in minutes.

    Not `is_certain` where it may be before or after noon, and not `is_local` where its zone has no certain offset.
    """

    start: int
    end: int
    second: int
    to_the: int = MINUTE
    zone: int | None = None
    is_certain: bool = True
    is_local: bool = True
