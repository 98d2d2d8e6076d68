"""Lines of `must_hold`: comparisons of the figures and dates of claims, as intervals."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factpress.findings import shown
from factpress.records.date import Date, parse_date
from factpress.records.figure import Figure, parse_figure
from factpress.records.unreadable import Unreadable

WHEN = "when"
MOST_CHARACTERS = 400
_OPERATOR = re.compile(r" (=|<=|<|>=|>|before|after|during) ")
_SIGN = re.compile(r" ([+-]) ")
_NAMED = re.compile(r"(?:([a-z0-9]+(?:-[a-z0-9]+)*)\.)?([a-z][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Term:
    """A part of a side: a figure or `when` of this claim or of another, or a literal; added or subtracted."""

    claim: str | None = None
    name: str | None = None
    literal: Figure | Date | None = None
    minus: bool = False

    def __str__(self) -> str:
        if self.name is None:
            return str(self.literal)
        return self.name if self.claim is None else f"{self.claim}.{self.name}"


@dataclass(frozen=True, slots=True)
class Relation:
    """`SIDE op SIDE`, each side a sum of terms."""

    left: tuple[Term, ...]
    operator: str
    right: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of both sides, in order."""
        return self.left + self.right

    def __str__(self) -> str:
        return f"{_side_text(self.left)} {self.operator} {_side_text(self.right)}"


def parse_relation(text: str) -> Relation:
    """The relation that a line states; raises `Unreadable`."""
    if len(text) > MOST_CHARACTERS:
        raise Unreadable(
            f"the line has {len(text):,} characters, at most {MOST_CHARACTERS} are allowed", help="shorten it"
        )
    parts = _OPERATOR.split(text)
    if len(parts) != 3:
        raise Unreadable(
            f"{shown(text)} is not one comparison",
            help="write `SIDE op SIDE` with spaces around one of = < <= > >= before after during",
        )
    return Relation(_side(parts[0]), parts[1], _side(parts[2]))


def _side(text: str) -> tuple[Term, ...]:
    pieces = _SIGN.split(text.strip())
    signs = ["+", *pieces[1::2]]
    return tuple(_term(piece.strip(), minus=sign == "-") for sign, piece in zip(signs, pieces[::2], strict=True))


def _term(text: str, *, minus: bool) -> Term:
    named = _NAMED.fullmatch(text)
    if named and not (named[1] is None and _is_figure(text)):
        return Term(claim=named[1], name=named[2], minus=minus)
    if not text:
        raise Unreadable(
            "a side of the comparison is empty", help="write a figure's name, `when`, `claim-id.figure` or a value"
        )
    try:
        return Term(literal=parse_date(text) if re.match(r"\d{4}-", text) else parse_figure(text), minus=minus)
    except Unreadable as error:
        raise Unreadable(
            f"{shown(text)} is neither a figure's name nor a value: {error.message}",
            help="write a figure's name, `when`, `claim-id.figure`, `claim-id.when` or a value such as 30 days",
        ) from None


def _is_figure(word: str) -> bool:
    """Whether a word such as `dozens` is a value by itself."""
    try:
        parse_figure(word)
    except Unreadable:
        return False
    return True


def _side_text(side: tuple[Term, ...]) -> str:
    words = [str(side[0])]
    for term in side[1:]:
        words += ["-" if term.minus else "+", str(term)]
    return " ".join(words)
