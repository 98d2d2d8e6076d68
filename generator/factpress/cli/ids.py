"""Ids for new records, made from words."""

from __future__ import annotations

import re
import unicodedata

from factpress.records.ids import MOST_CHARACTERS

# Words that add little to an id.
_SMALL = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "had", "has", "have", "in", "is", "it", "its", "of", "on", "or",
    "that", "the", "to", "was", "were", "with",
})  # fmt: skip
_MOST_WORDS = 5
# Letters that Unicode does not decompose.
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ı": "i", "’": "'"})


def slug(text: str) -> str:
    """The words of a text in the form of an id; empty if it contains no Latin letter and no digit."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['`]", "", plain))
    while len("-".join(words)) > MOST_CHARACTERS and len(words) > 1:
        words.pop()
    return "-".join(words)[:MOST_CHARACTERS]


def short(id: str) -> str:
    """The first words of an id that say something."""
    words = [word for word in id.split("-") if word not in _SMALL]
    return "-".join(words[:_MOST_WORDS])[:40].strip("-")
