"""A row of the table that the audit prints: what was tried, how often, and what was bad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Row:
    """What was tried, how many inputs there were and how many there must be, and what was bad, each in a line."""

    what: str
    inputs: int
    least: int
    bad: Sequence[str] = field(default=())
    seconds: float = 0.0

    @property
    def is_bad(self) -> bool:
        """Whether something was bad, or too little was tried to say that nothing was."""
        return bool(self.bad) or self.inputs < self.least
