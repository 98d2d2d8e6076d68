"""Texts with code in them: models, rules and settings write it between backticks."""

from __future__ import annotations

from collections.abc import Sequence

Spans = Sequence[tuple[bool, str]]
"""Words and code by turns: whether a piece is code, and the piece."""


def spans(text: str) -> Spans:
    """The pieces of a text, each with whether it is between backticks."""
    return [(n % 2 == 1, piece) for n, piece in enumerate(text.split("`")) if piece]
