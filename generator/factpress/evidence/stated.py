"""What prose states: the figures in its words, and how those in the words of a link stand to the claim it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from factpress.evidence.agreement import WHEN, Asked
from factpress.evidence.quantities import Said, quantities
from factpress.evidence.units import is_known
from factpress.evidence.values import Values, agreement, converted
from factpress.records.claim import Claim
from factpress.records.date import Date, parse_date
from factpress.records.date_words import MONTHS
from factpress.records.entity import Entity
from factpress.records.text import without_links

ANY_DAY = parse_date("2000-06-15")
"""What dates are read against where only that they are dates matters."""

# Words that say a number and are mostly none: "no one", "first of all", "once they had left", "around one could see".
_PLAIN = frozenset({"one", "first", "once", "more than once"})
_PLAIN |= {f"{before} one" for before in ("more than", "about", "around", "over", "above", "under", "below")}
# Times of day, ratios, powers and short forms are no quantities of the grammar, and facts all the same.
_BESIDES = re.compile(
    r"(?<![\w.,:])(?:[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[ap]\.?m\b)?|[0-9]{1,2}(?:\.[0-9]{2})?\s?[ap]\.?\s?m\b"
    r"|[0-9]{4}\s(?:GMT|UTC|hours|hrs|local time)\b|[\w-]+ o['’]clock|[0-9]+:[0-9]+|[0-9]+(?:\.[0-9]+)?[kx]"
    r"|[0-9]+[⁰¹²³⁴-⁹]+)(?![\w:])",
    re.IGNORECASE,
)
_NO_HEDGES = frozenset({"about", "over", "close"})
_MONTH = re.compile("|".join(MONTHS))
_AHEAD = timedelta(days=184)
"""How far after a source's date a day may lie that it announces: six months (records.md, Figures)."""
_WORD = re.compile(r"[a-z]{4,}")
_AROUND = 160


@dataclass(frozen=True, slots=True)
class Stated:
    """Words that state a figure, or that may (`why` names the ways), and every value that they can be read as.

    `is_besides` where they state what the grammar of figures does not know, such as a time of day.
    """

    words: str
    start: int
    end: int
    values: tuple[Values, ...] = ()
    why: str = ""
    is_besides: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is a word that is mostly no number."""
        return self.words.lower() in _PLAIN

    @property
    def is_date(self) -> bool:
        """Whether it can be read as a date."""
        return any(values.kind == "date" for values in self.values)


@dataclass(frozen=True, slots=True)
class Known:
    """What a claim knows: the sets of each figure and of `when` by their names; without any, what its sentence says."""

    claim: Claim
    figures: Mapping[str, tuple[Values, ...]]
    sentence: tuple[Values, ...] = ()

    def written(self, name: str) -> str:
        """A figure or `when` as the record writes it."""
        return f"{name}: {self.claim.when if name == WHEN else self.claim.figures[name]}"


@dataclass(slots=True)
class _Match:
    """Which figure each number speaks for: one for one, as many as there can be."""

    fitting: Sequence[Sequence[str]]
    taken: dict[str, int] = field(default_factory=dict)

    def place(self, n: int, tried: set[str]) -> bool:
        """Finds a figure for a number, moving others to figures that fit them as well."""
        for name in self.fitting[n]:
            if name not in tried:
                tried.add(name)
                if name not in self.taken or self.place(self.taken[name], tried):
                    self.taken[name] = n
                    return True
        return False


def names_in_prose(entities: Iterable[Entity]) -> tuple[str, ...]:
    """The names of entities that hold what could be read as a figure, which is none there."""
    names = (name for entity in entities for name in (entity.name, *entity.alternate_name))
    return tuple(sorted({name for name in names if _may_state(name)}))


@lru_cache(maxsize=1 << 14)
def _may_state(name: str) -> bool:
    reading = quantities(name, published=ANY_DAY)
    return bool(reading.said or reading.doubts) or any(character.isdecimal() for character in name)


def stated(text: str, *, published: Date | None, names: tuple[str, ...] = ()) -> Sequence[Stated]:
    """Every figure in a text, what may be one and what the grammar does not know among them, in order."""
    reading = quantities(text, published=published, names=names)
    found = [Stated(_spaced(said.words), said.start, said.end, (said.values,)) for said in reading.said]
    for doubt in reading.doubts:
        values = tuple(_ways(doubt.words, published))
        found.append(Stated(_spaced(doubt.words), doubt.start, doubt.end, values, doubt.why))
    for match in _BESIDES.finditer(text):
        if all(match.end() <= each.start or each.end <= match.start() for each in found):
            found.append(Stated(_spaced(match[0]), match.start(), match.end(), is_besides=True))
    return sorted(found, key=lambda each: each.start)


def _spaced(words: str) -> str:
    """The words with single spaces, wherever a line was broken."""
    return " ".join(words.split())


def _ways(words: str, published: Date | None) -> Iterator[Values]:
    """What doubtful words say by themselves, as a date, or where "over" in "handed over five" belongs to the verb."""
    first, _, rest = words.partition(" ")
    for wording in (words, f"in {words}", rest if first.lower() in _NO_HEDGES else ""):
        yield from (said.values for said in quantities(wording, published=last_day(published)).said)


def last_day(published: Date | None) -> Date | None:
    """The last day on which something may have been published."""
    if published is None or published.latest is None:
        return None
    return parse_date(published.latest.date().isoformat())


def known(claim: Claim, *, published: Date | None) -> Known:
    """What a claim knows; `published` is what dates in its sentence are read against."""
    asked = Asked.of(claim.figures, claim.when)
    figures = {name: _counted(values) for name, values in asked.figures.items()}
    if asked.when is not None:
        figures[WHEN] = (asked.when,)
    if figures:
        return Known(claim, figures)
    sentence = stated(without_links(claim.claim), published=published)
    return Known(claim, {}, tuple(values for one in sentence for values in one.values))


def _counted(values: Values) -> tuple[Values, ...]:
    """A figure's set; of one such as "3 rockets" that of the bare number too, which is how prose is read."""
    if values.kind == "measure" and not is_known(values.unit):
        return values, replace(values, kind="count", unit="")
    return (values,)


def fits(claimed: Values, said: Values) -> bool:
    """Whether prose may say so: what the claim knows, more of it, or the same less precisely."""
    if agreement(claimed, said) == "agrees":
        return True
    comparable = converted(said, claimed)
    return comparable is not None and claimed.lies_in(comparable)


def unfit(words: str, claim: Known, *, published: Date | None, names: tuple[str, ...]) -> Sequence[Stated]:
    """What a link's words state otherwise than the claim, or besides it; what the grammar does not know is left alone.

    One number speaks for one figure; a day may be named again, and a date speaks for `when` too. A word such as
    "one" counts only where a figure of its kind is left that it contradicts.
    """
    each = [one for one in stated(words, published=published, names=names) if not one.is_besides]
    each = _announced(each, words, claim.claim, published)
    if not claim.figures:
        return [one for one in each if not one.is_plain and not _is_among(one, claim.sentence)]
    whole = [values for sets in claim.figures.values() for values in sets]
    wrong = [one for one in each if one.is_date and not _is_among(one, whole)]
    numbers = sorted((one for one in each if not one.is_date), key=lambda one: one.is_plain)
    match = _Match([[name for name, sets in claim.figures.items() if _is_among(one, sets)] for one in numbers])
    for n, one in enumerate(numbers):
        if not match.place(n, set()) and (not one.is_plain or _contradicts(one, claim, match.taken)):
            wrong.append(one)
    return sorted(wrong, key=lambda one: one.start)


def _is_among(one: Stated, sets: Iterable[Values]) -> bool:
    return any(fits(claimed, said) for claimed in sets for said in one.values)


def _contradicts(one: Stated, claim: Known, taken: Mapping[str, int]) -> bool:
    """Whether a figure of this kind is left for which no number has spoken."""
    kinds = {values.kind for values in one.values}
    left = (sets for name, sets in claim.figures.items() if name not in taken)
    return not one.why and any(values.kind in kinds for sets in left for values in sets)


def _announced(each: Sequence[Stated], words: str, claim: Claim, published: Date | None) -> list[Stated]:
    """Dates without a year with their readings as days to come, where the claim's own lie in the next six months."""
    told = published.latest.date() if published is not None and published.latest is not None else None
    if told is None or not any(one.is_date and _MONTH.search(one.words) for one in each):
        return list(each)
    ahead: dict[int, list[Values]] = {}
    for day in sorted({day for day in _days(claim) if told < day <= told + _AHEAD}):
        for said in quantities(words, published=parse_date(day.isoformat())).said:
            ahead.setdefault(said.start, []).append(said.values)
    return [
        replace(one, values=(*one.values, *ahead.get(one.start, ())))
        if one.is_date and _MONTH.search(one.words)
        else one
        for one in each
    ]


def _days(claim: Claim) -> Iterator[date]:
    """The last days of a claim's dates."""
    dates = [figure.date for figure in claim.figures.values()]
    yield from (each.latest.date() for each in (claim.when, *dates) if each is not None and each.latest is not None)


def nearest_claim(one: Stated, text: str, claims: Iterable[Known]) -> Claim | None:
    """The claim whose figure or date is stated: the one that says just this before those that allow it.

    Of several it is the one that shares most words with what stands around.
    """
    around = set(_WORD.findall(text[max(0, one.start - _AROUND) : one.end + _AROUND].lower()))
    ranked = [
        (-rank, -len(around & set(_WORD.findall(claim.claim.claim.lower()))), claim.claim.id, claim.claim)
        for claim in claims
        if (rank := _rank(one, claim))
    ]
    return min(ranked, key=lambda each: each[:3])[3] if ranked else None


def _rank(one: Stated, claim: Known) -> int:
    """How well a claim says it: 4 as a figure, 3 as its time, 2 as a figure that allows it, 1 as such a time."""
    best = 0
    for name, sets in claim.figures.items():
        for claimed in sets:
            for said in one.values:
                same = (claimed.low, claimed.high, claimed.kind) == (said.low, said.high, said.kind)
                if fits(claimed, said):
                    best = max(best, 2 * same + (1 if name == WHEN else 2))
    return best


def dates_of_source(words: str, issued: Date | None, *, names: tuple[str, ...]) -> Sequence[Said]:
    """The dates in the words of a link to a source, read against the source's own."""
    reading = quantities(words, published=last_day(issued) or ANY_DAY, names=names)
    return [said for said in reading.said if said.values.kind == "date"]
