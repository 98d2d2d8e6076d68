"""What prose states: the figures in its words, and how those in a link's words compare with the claim it cites.

Prose is read in one language, English unless `language` (a BCP 47 tag) says otherwise; in one that can't be read it
states nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import lru_cache

from factpress.evidence.language import Language, Said
from factpress.evidence.languages import language_of
from factpress.evidence.quantities import quantities
from factpress.evidence.quote_weighing import WHEN, Asked
from factpress.evidence.units import is_known
from factpress.evidence.values import Values, agreement, converted
from factpress.records.claim import Claim
from factpress.records.date import Date, parse_date
from factpress.records.entity import Entity
from factpress.records.text import without_links

ANY_DAY = parse_date("2000-06-15")
"""What dates are read against where only that they are dates matters."""

_AHEAD = timedelta(days=184)
"""How far after a source's date a day may lie that it announces: six months (records.md, Figures)."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Words that state a figure, or that may (`why` names the ways), and every value that they can be read as.

    `is_beside` where they state what the grammar of figures does not know, such as a time of day; `is_plain` where
    they are a word that is mostly no number.
    """

    words: str
    start: int
    end: int
    values: tuple[Values, ...] = ()
    why: str = ""
    is_beside: bool = False
    is_plain: bool = False

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
    """Which figure each number speaks for: one for one, as many as there can be.

    Prose passes where any such matching exists; of a quote (`quote_weighing`) a number that fits several figures is
    undecided even then, so that the two match differently.
    """

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
    """The names of entities in which a figure could be read, and is none."""
    names = (name for entity in entities for name in entity.names)
    return tuple(sorted({name for name in names if _may_state(name)}))


@lru_cache(maxsize=1 << 14)
def _may_state(name: str) -> bool:
    reading = quantities(name, published=ANY_DAY)
    return bool(reading.said or reading.doubts) or any(character.isdecimal() for character in name)


def stated(text: str, *, published: Date | None, names: tuple[str, ...] = (), language: str = "en") -> Sequence[Stated]:
    """Every figure in a text, what may be one and what the grammar does not know among them, in order."""
    own = language_of(language)
    if own is None:
        return ()

    def words_of(words: str) -> tuple[str, bool]:
        """The words with single spaces, wherever a line was broken, and whether they are mostly no number."""
        spaced = " ".join(words.split())
        return spaced, spaced.lower() in own.plain_words

    found = []
    reading = quantities(text, published=published, names=names, language=language)
    for said in reading.said:
        words, is_plain = words_of(said.words)
        found.append(Stated(words, said.start, said.end, (said.values,), is_plain=is_plain))
    for doubt in reading.doubts:
        words, is_plain = words_of(doubt.words)
        values = tuple(_meanings(doubt.words, published, own, language))
        found.append(Stated(words, doubt.start, doubt.end, values, doubt.why, is_plain=is_plain))
    for match in own.beside(text):
        if all(match.end() <= each.start or each.end <= match.start() for each in found):
            words, is_plain = words_of(match[0])
            found.append(Stated(words, match.start(), match.end(), is_beside=True, is_plain=is_plain))
    return sorted(found, key=lambda each: each.start)


def _meanings(words: str, published: Date | None, own: Language, language: str) -> Iterator[Values]:
    """What doubtful words say by themselves, as a date, or where "over" in "handed over five" belongs to the verb."""
    first, _, rest = words.partition(" ")
    for wording in (words, f"{own.before_a_date} {words}", rest if first.lower() in own.unsure_hedges else ""):
        yield from (said.values for said in quantities(wording, published=last_day(published), language=language).said)


def last_day(published: Date | None) -> Date | None:
    """The last day on which something may have been published."""
    if published is None or published.latest is None:
        return None
    return parse_date(published.latest.date().isoformat())


def known(claim: Claim, *, published: Date | None, language: str = "en") -> Known:
    """What a claim knows; `published` is what dates in its sentence are read against."""
    asked = Asked.of(claim.figures, claim.when)
    figures = {name: _counted(values) for name, values in asked.figures.items()}
    if asked.when is not None:
        figures[WHEN] = (asked.when,)
    if figures:
        return Known(claim, figures)
    sentence = stated(without_links(claim.claim), published=published, language=language)
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


def unfit(
    words: str, claim: Known, *, published: Date | None, names: tuple[str, ...], language: str = "en"
) -> Sequence[Stated]:
    """What a link's words state otherwise than the claim, or besides it; what the grammar does not know is left alone.

    One number speaks for one figure; a day may be named again, and a date speaks for `when` too. A word such as
    "one" counts only where a figure of its kind is left that it contradicts.
    """
    everything = stated(words, published=published, names=names, language=language)
    each = [one for one in everything if not one.is_beside]
    each = announced(each, words, claim.claim, published, language=language)
    times = [one for one in everything if one.is_beside and not may_be_time_of(one, claim, language=language)]
    if not claim.figures:
        return [one for one in each if not one.is_plain and not _is_among(one, claim.sentence)] + times
    whole = [values for sets in claim.figures.values() for values in sets]
    wrong = [one for one in each if one.is_date and not _is_among(one, whole)] + times
    numbers = sorted((one for one in each if not one.is_date), key=lambda one: one.is_plain)
    match = _Match([[name for name, sets in claim.figures.items() if _is_among(one, sets)] for one in numbers])
    for n, one in enumerate(numbers):
        if not match.place(n, set()) and (not one.is_plain or _contradicts(one, claim, match.taken)):
            wrong.append(one)
    return sorted(wrong, key=lambda one: one.start)


def may_be_time_of(one: Stated, claim: Known, *, language: str = "en") -> bool:
    """Whether a time of day is that of a moment that the claim knows; of a claim that knows none anything may be."""
    moments = [v for sets in claim.figures.values() for v in sets if v.kind == "date" and v.nominal is not None]
    days = {str(datetime.min + timedelta(seconds=int(v.low)))[:10] for v in moments if v.low is not None}
    said = [said.values for day in days for said in quantities(f"{one.words} {day}", language=language).said]
    said = [values for values in said if values.kind == "date"]
    return not said or any(
        agreement(moment, values) in ("agrees", "compatible") for moment in moments for values in said
    )


def _is_among(one: Stated, sets: Iterable[Values]) -> bool:
    return any(fits(claimed, said) for claimed in sets for said in one.values)


def _contradicts(one: Stated, claim: Known, taken: Mapping[str, int]) -> bool:
    """Whether a figure of this kind is left for which no number has spoken."""
    kinds = {values.kind for values in one.values}
    left = (sets for name, sets in claim.figures.items() if name not in taken)
    return not one.why and any(values.kind in kinds for sets in left for values in sets)


def announced(
    each: Sequence[Stated], words: str, claim: Claim, published: Date | None, *, language: str = "en"
) -> list[Stated]:
    """Dates without a year with their readings as days to come, where the claim's own lie in the next six months."""
    own = language_of(language)
    told = published.latest.date() if published is not None and published.latest is not None else None
    months = [one for one in each if one.is_date and own is not None and own.names_month(one.words)]
    if told is None or not months:
        return list(each)
    ahead: dict[int, list[Values]] = {}
    for day in sorted({day for day in _days(claim) if told < day <= told + _AHEAD}):
        for said in quantities(words, published=parse_date(day.isoformat()), language=language).said:
            ahead.setdefault(said.start, []).append(said.values)
    return [replace(one, values=(*one.values, *ahead.get(one.start, ()))) if one in months else one for one in each]


def _days(claim: Claim) -> Iterator[date]:
    """The last days of a claim's dates."""
    dates = [figure.date for figure in claim.figures.values()]
    yield from (each.latest.date() for each in (claim.when, *dates) if each is not None and each.latest is not None)


def nearest_claim(one: Stated, claims: Iterable[Known]) -> Claim | None:
    """The one claim with a figure or a time that agrees with what is stated; nothing where several agree, or none."""
    agreeing = [claim.claim for claim in claims if _agrees(one, claim)]
    return agreeing[0] if len(agreeing) == 1 else None


def _agrees(one: Stated, claim: Known) -> bool:
    claimed = [values for sets in claim.figures.values() for values in sets]
    return any(agreement(values, said) == "agrees" for values in claimed for said in one.values)


def dates_of_source(words: str, issued: Date | None, *, names: tuple[str, ...], language: str = "en") -> Sequence[Said]:
    """The dates in the words of a link to a source, read against the source's own."""
    reading = quantities(words, published=last_day(issued) or ANY_DAY, names=names, language=language)
    return [said for said in reading.said if said.values.kind == "date"]
