"""Numbers and lists in sentences."""

from __future__ import annotations

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MOST_NAMES = 4


def number(count: int) -> str:
    """A small number in words, a larger one in digits."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """A number of things, such as `1 word` or `2,000 words`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def listed(names: Sequence[str]) -> str:
    """Names in a sentence; if there are many, the last are counted."""
    if len(names) > _MOST_NAMES:
        names = [*names[: _MOST_NAMES - 1], f"{number(len(names) - _MOST_NAMES + 1)} others"]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
