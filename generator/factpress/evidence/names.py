"""Names of entities in which a quantity could be read, and is none ("17 July Bridge"); found by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factpress.evidence.quantities import quantities
from factpress.evidence.tokens import folded
from factpress.records.date import parse_date
from factpress.records.entity import Entity

_WORD = re.compile(r"\w+")
# On which "11 March Square" is read, like every name with a day in it.
_SOME_DAY = parse_date("2020-07-01")


class Names:
    """The names of all entities that may say a number; of thousands of them, a text is asked for those in it."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
        names = (name for entity in entities for name in entity.names)
        for name in dict.fromkeys(names):
            reading = quantities(name, published=_SOME_DAY)
            words = frozenset(_words(name))
            if words and (reading.said or reading.doubts):
                self._by_word.setdefault(max(words, key=len), []).append((name, words))

    def within(self, text: str) -> tuple[str, ...]:
        """The names all of whose words are in a text, in any order; no other name can be there."""
        words = _words(text)
        if self._by_word.keys().isdisjoint(words):
            return ()
        there = frozenset(words)
        named = (self._by_word[word] for word in there if word in self._by_word)
        return tuple(sorted(name for each in named for name, own in each if own <= there))


def _words(text: str) -> list[str]:
    """The words of a text as it is compared, in small letters."""
    return _WORD.findall((text if text.isascii() else folded(text)).lower())
