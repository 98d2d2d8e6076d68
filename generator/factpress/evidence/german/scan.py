"""A German text cut into tokens, with what its clauses and sentences say of every number and date in them."""

from __future__ import annotations

import re

from factpress.evidence.german import words as de
from factpress.evidence.relative_dates import Days
from factpress.evidence.scan import Scan

_YEAR_IN = re.compile(r"(?:.*[./-])?([12][0-9]{3})(?:[./-].*)?")
_PARTICIPLE = re.compile(r"\w*ge\w+(?:t|en)|(?:ver|be|er|zer|ent|miss|über|unter)\w+(?:t|en)|\w+iert")
_CLAUSE_ENDS = frozenset({",", ";", ":", "!", "?", "—", "(", ")", "\n", "und", "oder", "aber"})
_SHORTEST = 4
"""Of how many letters a word is at least whose point ends a sentence."""


class GermanScan(Scan):
    """A German text cut into tokens.

    `announces` where it says that something is to come: a date without a year may then lie ahead of the source.
    `names_other_year` where it names a year that is not the source's: a date without a year may be of that year. So
    may a weekday be of another week, where it `names_other_week`.
    """

    __slots__ = ("_clauses", "_past", "_rated", "_sentences", "announces", "names_other_week", "names_other_year")

    def __init__(self, text: str, published: Days | None) -> None:
        super().__init__(text, published)
        self.announces = not de.ANNOUNCING.isdisjoint(self.low)
        own = {f"{day.year}" for day in published or ()}
        years = {match[1] for raw in self.raw if raw[:1].isdecimal() and (match := _YEAR_IN.fullmatch(raw))}
        steps = {low for n, low in enumerate(self.low) if low in de.PERIODS and self._is_step(n)}
        self.names_other_year = bool(years - own) or not steps.isdisjoint(de.YEAR)
        self.names_other_year |= not de.OTHER_TIMES.isdisjoint(self.low)
        self.names_other_week = self.names_other_year or bool(steps)
        self._clauses, self._sentences = self._parted()
        self._rated = {self._sentences[n] for n, low in enumerate(self.low) if self._is_rate(n, low)}
        self._past = self._told()

    def is_rated(self, i: int) -> bool:
        """Whether the sentence of a token says how often: "täglich", "pro Woche"."""
        return self._sentences[i] in self._rated

    def is_past(self, i: int) -> bool:
        """Whether the clause of a token is surely about the past; a text that is a date alone is no clause."""
        return (self.low[0] == "am" and self.size <= 3 and not self.is_word(2)) or self._clauses[i] in self._past

    def _is_step(self, n: int) -> bool:
        """Whether a span leads from one time to another: "letztes Jahr", "vor zwei Wochen", "ein Jahr später"."""
        before = self.low[max(0, n - 3) : n]
        return self.low[n - 1].startswith(de.STEPS) or self.low[n + 1] in de.OTHER_PERIODS or "vor" in before

    def _is_rate(self, n: int, low: str) -> bool:
        after = self.low[n + 1] if low in de.EACH else ""
        return low in de.RATE_WORDS or after in de.PERIODS or after in de.WEEKDAYS

    def _parted(self) -> tuple[list[int], list[int]]:
        """The number of its clause and of its sentence for each token."""
        clauses, sentences, clause, sentence = [], [], 0, 0
        for n, low in enumerate(self.low):
            clauses.append(clause)
            sentences.append(sentence)
            full = low == "." and self.is_word(n - 1) and len(self.low[n - 1]) >= _SHORTEST
            full = full and self.low[n - 1] not in de.SHORT_MONTHS
            clause += full or low in _CLAUSE_ENDS or low[:1] == "\n"
            sentence += full or low[:1] in ("!", "?", "\n")
        return clauses, sentences

    def _told(self) -> set[int]:
        """The clauses with a verb in the past: "starben", "wurde", "hat … getötet"."""
        past, have, done = set(), set(), set()
        for n, low in enumerate(self.low):
            if low in de.PAST:
                past.add(self._clauses[n])
            elif low in ("hat", "haben"):
                have.add(self._clauses[n])
            elif self.raw[n].islower() and _PARTICIPLE.fullmatch(low):
                done.add(self._clauses[n])
        return past | (have & done)
