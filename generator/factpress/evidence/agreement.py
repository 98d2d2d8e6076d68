"""What one quote says of a claim's figures: found by the tool, or declared by the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from factpress.evidence.quantities import Said, can_read, quantities
from factpress.evidence.values import Agreement, Values, agreement, converted, of_date, of_figure
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
class Read:
    """How a quote stands to one figure: the words that say it, or that the editor declared it."""

    verb: Verb
    words: str = ""
    declared: bool = False


NOTHING = Read("silent")
"""How a quote stands to a figure of which it says nothing."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the tool could not read by itself, or what was declared against the quote's own words.

    `undecided`: these words fit no figure, or several, and `says` has to decide; `against`: a declared value
    that the quote's one number of its kind contradicts; `language`: figures in it can't be read; `doubt`:
    the words can be read two ways.
    """

    kind: Literal["undecided", "against", "language", "doubt"]
    words: str
    figures: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a quote says of each figure of its claim, and of its `when`."""

    figures: Mapping[str, Read] = field(default_factory=dict)
    when: Read = NOTHING
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim's figures and its `when`, as sets of values."""

    figures: Mapping[str, Values]
    when: Values | None

    @classmethod
    def of(cls, figures: Mapping[str, Figure], when: Date | None) -> Asked:
        """The sets that a claim's figures mean."""
        return cls({name: of_figure(figure) for name, figure in figures.items()}, of_date(when) if when else None)


def weigh(
    piece: Appearance, asked: Asked, *, language: str, published: Date | None, names: Iterable[str] = ()
) -> Weighed:
    """What a quote says; `names` are entities' names, whose numbers are no figures."""
    if not asked.figures and asked.when is None and not piece.says:
        return Weighed()
    declared = {
        name: None if said == SILENT else of_figure(said)
        for name, said in piece.says.items()
        if name in asked.figures or name == WHEN
    }
    reads: dict[str, Read] = {}
    for name, values in declared.items():
        if name in asked.figures:
            verb = "silent" if values is None else agreement(asked.figures[name], values) or "silent"
            reads[name] = Read(verb, declared=True)
    open_figures = {name: values for name, values in asked.figures.items() if name not in reads}
    troubles: list[Trouble] = []
    when = _declared_when(piece, asked) if WHEN in declared else NOTHING
    if not can_read(language):
        troubles += [Trouble("language", language, tuple(open_figures))] if open_figures else []
    else:
        reading = quantities(piece.quote, language=language, published=published, names=names)
        troubles += [Trouble("doubt", doubt.words, why=doubt.why) for doubt in reading.doubts] if open_figures else []
        left = list(reading.said)
        taken = _take(left, declared) if declared else frozenset()
        waiting = _speak(left, open_figures, reads, troubles)
        if WHEN not in declared and asked.when is not None:
            when = _of_when(reading.said, left, asked.when)
        if left and waiting:
            _differ(left, waiting, reads, troubles)
        if left and declared:
            troubles += _against(left, {name: values for name, values in declared.items() if name not in taken})
    return Weighed({name: reads.get(name, NOTHING) for name in asked.figures}, when, tuple(troubles))


def _take(left: list[Said], declared: Mapping[str, Values | None]) -> frozenset[str]:
    """Takes out the numbers that the editor has read, each of which speaks for one figure; gives those figures.

    It is a number that agrees with what is declared, or the only one of its kind where that may mean it. A date
    may say a figure and `when` as well, so that it stays.
    """

    def fits(values: Values) -> list[Said]:
        agreeing = [said for said in left if agreement(values, said.values) == "agrees"]
        of_kind = [said for said in left if converted(said.values, values) is not None]
        may_mean = len(of_kind) == 1 and agreement(values, of_kind[0].values) == "compatible"
        return agreeing or (of_kind if may_mean else [])

    taken = set()
    said_so = [(name, values) for name, values in declared.items() if values is not None]
    # What few numbers fit chooses first.
    for name, values in sorted(said_so, key=lambda each: len(fits(each[1]))):
        own = fits(values)
        if own:
            taken.add(name)
            if name != WHEN:
                left.remove(own[0])
    return frozenset(taken)


def _speak(
    left: list[Said], figures: Mapping[str, Values], reads: dict[str, Read], troubles: list[Trouble]
) -> Mapping[str, Values]:
    """Lets each number speak for the one figure that it fits; gives the figures that none may speak for."""
    waiting = dict(figures)
    for verb in _SPEAKING:
        if not left or not waiting:
            break
        # First those that fit one figure alone, then those that share theirs with as many others as there are figures.
        fits = _fits(left, waiting, verb)
        while sure := next((each for each in fits if len(each[1]) == 1), None) or _shared(fits):
            said, names = sure
            reads[names[0]] = Read(verb, said.words)
            left.remove(said)
            del waiting[names[0]]
            fits = _fits(left, waiting, verb)
        for said, names in fits:
            troubles.append(Trouble("undecided", said.words, tuple(names)))
            left.remove(said)
            for name in names:
                waiting.pop(name, None)
    return waiting


def _fits(left: Sequence[Said], waiting: Mapping[str, Values], verb: Agreement) -> list[Fit]:
    """The numbers that fit any of the figures, each with those that it fits."""
    fits = [
        (said, [name for name, values in waiting.items() if agreement(values, said.values) == verb]) for said in left
    ]
    return [each for each in fits if each[1]]


def _differ(left: list[Said], waiting: Mapping[str, Values], reads: dict[str, Read], troubles: list[Trouble]) -> None:
    """Lets each number that fits none differ from the only figure of its kind that the quote has not spoken for."""
    for said in list(left):
        of_kind = [name for name, values in waiting.items() if converted(said.values, values) is not None]
        spoken = [name for name in of_kind if name in reads]
        if len(of_kind) == 1 and not spoken:
            reads[of_kind[0]] = Read("differs", said.words)
            left.remove(said)
        elif len(of_kind) > 1 and not spoken:
            troubles.append(Trouble("undecided", said.words, tuple(of_kind)))
            left.remove(said)


def _shared(fits: Sequence[Fit]) -> Fit | None:
    """A number that fits several figures, where as many fit just these: it is the same which speaks for which."""
    for said, names in fits:
        if sum(others == names for _, others in fits) >= len(names):
            return said, names
    return None


def _against(left: Sequence[Said], declared: Mapping[str, Values | None]) -> list[Trouble]:
    """Declared values that the only number of their kind contradicts which no figure has taken."""
    troubles = []
    for name, values in declared.items():
        of_kind = [said for said in left if values is not None and converted(said.values, values) is not None]
        if values is not None and len(of_kind) == 1 and agreement(values, of_kind[0].values) == "differs":
            troubles.append(Trouble("against", of_kind[0].words, (name,)))
    return troubles


def _declared_when(piece: Appearance, asked: Asked) -> Read:
    said = piece.says.get(WHEN)
    if asked.when is None or said is None or said == SILENT:
        return Read("silent", declared=said is not None)
    return Read(agreement(asked.when, of_figure(said)) or "silent", declared=True)


def _of_when(said: Sequence[Said], left: Sequence[Said], when: Values) -> Read:
    """The date of the quote that comes nearest to the claim's `when`.

    A date may say a figure and this as well; but one that speaks for a figure (is not `left`) is no other time.
    """
    verbs: dict[str, Said] = {}
    for each in said:
        verb = agreement(when, each.values)
        if verb is not None and (verb != "differs" or each in left):
            verbs.setdefault(verb, each)
    for nearest in _NEAREST_FIRST:
        if nearest in verbs:
            return Read(nearest, verbs[nearest].words)
    return NOTHING
