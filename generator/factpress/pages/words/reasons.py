"""A reason in two parts: its first sentence, which pages show wherever there is room for one, and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factpress.pages.links import To

# A sentence ends after a word of small letters or a number, before a capital: not after initials.
_END = re.compile(r"(?<=[a-z0-9)”\"’]{2})[.!?][”\"’)]?\s+(?=[“\"‘(]?[A-Z0-9])")
_SHORTENED = re.compile(
    r"(?i)\b(?:mr|mrs|ms|dr|prof|st|gen|lt|col|sgt|capt|maj|cpl|no|nos|vs|approx|jan|feb|mar|apr|aug|sept?|oct|nov|dec)$"
)


def in_two(text: Sequence[To]) -> tuple[Sequence[To], Sequence[To]]:
    """The first sentence of a text with links, and what follows; nothing follows where it has only one.

    A sentence that ends inside a link is not divided there.
    """
    for n, piece in enumerate(text):
        for end in () if piece.url else _END.finditer(piece.words):
            if not _SHORTENED.search(piece.words[: end.start()]):
                first, rest = piece.words[: end.end()].rstrip(), piece.words[end.end() :]
                return [*text[:n], To(first, "")], [*([To(rest, "")] if rest else []), *text[n + 1 :]]
        # A link may be the beginning of the next sentence.
        following = text[n + 1] if n + 1 < len(text) else None
        if not piece.url and following and following.url and _ends_before(piece.words, following.words):
            return [*text[:n], To(piece.words.rstrip(), "")], text[n + 1 :]
    return text, []


def _ends_before(words: str, following: str) -> bool:
    end = _END.search(words + following[:1], max(0, len(words.rstrip()) - 2))
    return end is not None and not _SHORTENED.search(words[: end.start()])
