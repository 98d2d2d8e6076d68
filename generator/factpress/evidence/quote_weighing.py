"""What one quote says of a claim's figures: found by the tool, or declared by the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from factpress.evidence.quantities import Said, can_read, quantities
from factpress.evidence.values import Agreement, Values, agreement, converted, of_date, of_figure, of_named
from factpress.records.claim import Appearance
from factpress.records.date import Date
from factpress.records.fields import SILENT
from factpress.records.figure import Figure

Verb = Literal["agrees", "compatible", "differs", "silent"]
WHEN = "when"
Fit = tuple[Said, list[str]]
"""A number, and the figures that it fits."""

_SPEAKING: tuple[Agreement, ...] = ("agrees", "compatible")
_NEAREST_FIRST: tuple[Agreement, ...] = (*_SPEAKING, "differs")


@dataclass(frozen=True, slots=True)
class FigureReading:
    """What a quote says of one figure: whether it agrees, by which words, or because the editor declares so."""

    verb: Verb
    words: str = ""
    declared: bool = False


NOTHING = FigureReading("silent")
"""The reading of a figure of which a quote says nothing."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What an editor has to decide, because the tool can't, or what was declared against the quote's own words.

    `undecided`: these words fit no figure, or several, and `says` has to decide; `against`: a declared value
    that the quote's one number of its kind contradicts; `language`: figures in it can't be read; `doubt`:
    the words are not surely understood, and `why` says so.
    """

    kind: Literal["undecided", "against", "language", "doubt"]
    words: str
    figures: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class QuoteReading:
    """What a quote says of each figure of its claim, and of its `when`."""

    figures: Mapping[str, FigureReading] = field(default_factory=dict)
    when: FigureReading = NOTHING
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim's figures and its `when`, as sets of values."""

    figures: Mapping[str, Values]
    when: Values | None

    @classmethod
    def of(cls, figures: Mapping[str, Figure], when: Date | None) -> Asked:
        """The sets that a claim's figures mean."""
        return cls({name: of_named(name, figure) for name, figure in figures.items()}, of_date(when) if when else None)


@dataclass(frozen=True, slots=True)
class _Matching:
    """How far a quote's numbers are matched with a claim's figures, one number for one figure.

    `left` are numbers that speak for no figure yet, `waiting` figures that no number speaks for.
    """

    left: tuple[Said, ...]
    waiting: Mapping[str, Values]
    readings: Mapping[str, FigureReading] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()

    def reads(self, said: Said, name: str, verb: Verb) -> _Matching:
        """The matching once a number was read as speaking of a figure."""
        readings = {**self.readings, name: FigureReading(verb, said.words)}
        return replace(self, left=_without(self.left, said), readings=readings)

    def undecided(self, said: Said, names: Sequence[str]) -> _Matching:
        """The matching once a number was found to speak of any of several figures."""
        trouble = Trouble("undecided", said.words, tuple(names))
        return replace(self, left=_without(self.left, said), troubles=(*self.troubles, trouble))

    def no_longer_waiting(self, names: Iterable[str]) -> _Matching:
        """The matching without these figures among those that wait."""
        return replace(self, waiting={name: values for name, values in self.waiting.items() if name not in set(names)})


def weigh(
    piece: Appearance, asked: Asked, *, language: str, published: Date | None, names: Iterable[str] = ()
) -> QuoteReading:
    """What a quote says; `names` are entities' names, whose numbers are no figures."""
    if not asked.figures and asked.when is None and not piece.says:
        return QuoteReading()
    declared = {
        name: None if said == SILENT else of_named(name, said)
        for name, said in piece.says.items()
        if name in asked.figures or name == WHEN
    }
    readings = {name: _declared(asked.figures[name], values) for name, values in declared.items() if name != WHEN}
    open_figures = {name: values for name, values in asked.figures.items() if name not in readings}
    when = _declared_when(piece, asked) if WHEN in declared else NOTHING
    troubles: tuple[Trouble, ...] = ()
    if can_read(language):
        reading = quantities(piece.quote, language=language, published=published, names=names)
        left, taken = _taken(reading.said, declared)
        spoken = _spoken(_Matching(left, open_figures))
        if WHEN not in declared and asked.when is not None:
            when = _of_when(reading.said, spoken.left, asked.when)
        matching = _differing(spoken)
        readings |= matching.readings
        if open_figures:
            troubles += tuple(Trouble("doubt", doubt.words, why=doubt.why) for doubt in reading.doubts)
        open_to = {name: values for name, values in declared.items() if name not in taken}
        against = _against(_free(matching.left, declared, asked), open_to)
        troubles += (*matching.troubles, *against)
    elif open_figures:
        troubles = (Trouble("language", language, tuple(open_figures)),)
    return QuoteReading({name: readings.get(name, NOTHING) for name in asked.figures}, when, troubles)


def _without(left: tuple[Said, ...], said: Said) -> tuple[Said, ...]:
    """The numbers without one of them; no two have the same place."""
    return tuple(each for each in left if each != said)


def _taken(left: tuple[Said, ...], declared: Mapping[str, Values | None]) -> tuple[tuple[Said, ...], frozenset[str]]:
    """The numbers that the editor has not read, and the figures for which one speaks as the editor declares.

    It is a number that agrees with what is declared, or the only one of its kind where that may mean it. A date
    may say a figure and `when` as well, so that it stays.
    """
    said_so = [(name, values) for name, values in declared.items() if values is not None]
    taken = set()
    # What few numbers fit chooses first.
    for name, values in sorted(said_so, key=lambda each: len(_meant(left, each[1]))):
        own = _meant(left, values)
        if own:
            taken.add(name)
            if name != WHEN:
                left = _without(left, own[0])
    return left, frozenset(taken)


def _meant(left: Sequence[Said], values: Values) -> list[Said]:
    """The numbers that a declared value may mean."""
    agreeing = [said for said in left if agreement(values, said.values) == "agrees"]
    of_kind = [said for said in left if converted(said.values, values) is not None]
    may_mean = len(of_kind) == 1 and agreement(values, of_kind[0].values) == "compatible"
    return agreeing or (of_kind if may_mean else [])


def _spoken(matching: _Matching) -> _Matching:
    """The matching once each number speaks for the one figure that it fits.

    Which figure is never guessed: a number that fits several is undecided, even where a matching of all exists.
    """
    for verb in _SPEAKING:
        # First those that fit one figure alone, then those that share theirs with as many others as there are figures.
        fits = _fits(matching, verb)
        while sure := next((each for each in fits if len(each[1]) == 1), None) or _shared(fits):
            said, names = sure
            matching = matching.reads(said, names[0], verb).no_longer_waiting(names[:1])
            fits = _fits(matching, verb)
        for said, names in fits:
            matching = matching.undecided(said, names).no_longer_waiting(names)
    return matching


def _fits(matching: _Matching, verb: Agreement) -> list[Fit]:
    """The numbers that fit any of the figures, each with those that it fits."""
    fits = [
        (said, [name for name, values in matching.waiting.items() if agreement(values, said.values) == verb])
        for said in matching.left
    ]
    return [each for each in fits if each[1]]


def _differing(matching: _Matching) -> _Matching:
    """The matching once each number that fits none differs from the only figure of its kind that none speaks for."""
    for said in matching.left:
        of_kind = [name for name, values in matching.waiting.items() if converted(said.values, values) is not None]
        if not matching.readings.keys().isdisjoint(of_kind):
            continue
        if len(of_kind) == 1:
            matching = matching.reads(said, of_kind[0], "differs")
        elif len(of_kind) > 1:
            matching = matching.undecided(said, of_kind)
    return matching


def _shared(fits: Sequence[Fit]) -> Fit | None:
    """A number that fits several figures, where as many fit just these: it is the same which speaks for which."""
    for said, names in fits:
        if sum(others == names for _, others in fits) >= len(names):
            return said, names
    return None


def _free(left: Sequence[Said], declared: Mapping[str, Values | None], asked: Asked) -> list[Said]:
    """The numbers that no declaration of silence is about.

    A figure that is silent by declaration has a number in the quote that means something else: the one that it fits,
    or any of its kind.
    """
    free = list(left)
    for name, values in declared.items():
        own = asked.figures.get(name)
        if values is not None or own is None:
            continue
        fitting = [said for said in free if agreement(own, said.values) in _SPEAKING]
        of_kind = [said for said in free if converted(said.values, own) is not None]
        free = [said for said in free if said not in (fitting or of_kind)]
    return free


def _against(left: Sequence[Said], declared: Mapping[str, Values | None]) -> list[Trouble]:
    """Declared values that the only number of their kind contradicts which no figure has taken."""
    troubles = []
    for name, values in declared.items():
        of_kind = [said for said in left if values is not None and converted(said.values, values) is not None]
        if values is not None and len(of_kind) == 1 and agreement(values, of_kind[0].values) == "differs":
            troubles.append(Trouble("against", of_kind[0].words, (name,)))
    return troubles


def _declared(claimed: Values, values: Values | None) -> FigureReading:
    """How a figure relates to what the editor declares that the quote says of it."""
    verb: Verb = "silent" if values is None else agreement(claimed, values) or "silent"
    return FigureReading(verb, declared=True)


def _declared_when(piece: Appearance, asked: Asked) -> FigureReading:
    said = piece.says.get(WHEN)
    if asked.when is None or said is None or said == SILENT:
        return FigureReading("silent", declared=said is not None)
    return FigureReading(agreement(asked.when, of_figure(said)) or "silent", declared=True)


def _of_when(said: Sequence[Said], left: Sequence[Said], when: Values) -> FigureReading:
    """The date of the quote that comes nearest to the claim's `when`.

    A date may say a figure and this as well; but one that speaks for a figure (is not `left`) is not another time, nor
    is the beginning or end of an open one.
    """
    verbs: dict[str, Said] = {}
    for each in said:
        verb = agreement(when, each.values)
        if verb is not None and (each in left or (verb != "differs" and not each.values.side)):
            verbs.setdefault(verb, each)
    for nearest in _NEAREST_FIRST:
        if nearest in verbs:
            return FigureReading(nearest, verbs[nearest].words)
    return NOTHING
