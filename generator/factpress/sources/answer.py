"""What the process that reads HTML and PDF answers: blocks of text, and remarks in words that the parent knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the process that reads has no use for records
    from factpress.records.receipt import Whole


@dataclass(frozen=True, slots=True)
class Said:
    """A block of text; `whole` is what it is, and `beside` whether it is beside the article."""

    text: str
    whole: Whole | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The blocks in order, the version of the library that read them, and remarks: a word and what was found."""

    blocks: tuple[Said, ...]
    version: str
    notes: tuple[tuple[str, str], ...] = ()
    titles: tuple[str, ...] = ()
    """What a page calls itself."""
    addresses: tuple[str, ...] = ()
    """The addresses that it gives as its own."""

    def plain(self) -> dict[str, Any]:
        """The same as JSON has it."""
        blocks = [[each.text, each.whole, each.beside] for each in self.blocks]
        return {
            "blocks": blocks,
            "version": self.version,
            "notes": [list(note) for note in self.notes],
            "titles": list(self.titles),
            "addresses": list(self.addresses),
        }
