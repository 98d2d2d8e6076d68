"""Claims that are made from true pairs of a figure and a quote by altering the figure, so that they are no longer true.

An alteration that the quote still says, such as `at least 3` of what says 3, is none, and is left out.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from made_claims import MONEY, TIMES, UNITS, Pair, true_pairs

from factpress.evidence.values import Values, agreement, of_named
from factpress.records.figure import parse_figure
from factpress.records.unreadable import Unreadable

HEDGES = ("", "at least", "more than", "under", "up to", "about", "nearly", "just over", "just under")


def altered_claims(seed: int, number: int) -> Iterator[tuple[Pair, str, str]]:
    """That many pairs, each with how its figure was altered, and the altered figure."""
    chance = random.Random(seed)  # noqa: S311 a fixed seed is the point
    found = 0
    for pair in true_pairs(seed, 2 * number):
        change = altered(pair, chance)
        if change and found < number:
            found += 1
            yield pair, *change


def altered(pair: Pair, chance: random.Random) -> tuple[str, str] | None:
    """How one figure of a pair was altered, and the altered one; nothing where no alteration is one."""
    # Few figures have a time of day, so that it is tried first.
    ways = [*ALTERATIONS.items(), *[("time", _time)] * len(ALTERATIONS)]
    chance.shuffle(ways)
    true = [_set_of(pair.name, each) for each in (pair.figure, *pair.others)]
    for way, alter in ways:
        for _ in range(5):
            figure = alter(pair.figure, chance)
            if figure is None or figure == pair.figure:
                continue
            try:
                claimed = _set_of(pair.name, figure)
            except (Unreadable, ValueError):
                continue
            if all(agreement(claimed, each) != "agrees" for each in true):
                return way, figure
    return None


def _set_of(name: str, figure: str) -> Values:
    return of_named(name, parse_figure(figure, key=name))


def _digit(figure: str, chance: random.Random) -> str | None:
    places = [n for n, each in enumerate(figure) if each.isdigit()]
    if not places:
        return None
    place = chance.choice(places)
    return figure[:place] + str(chance.randrange(10)) + figure[place + 1 :]


def _unit(figure: str, chance: random.Random) -> str | None:
    if re.match(r"(?:[a-z ]+)?[A-Z]{3} ", figure):
        return re.sub(r"[A-Z]{3}", chance.choice(list(MONEY)), figure, count=1)
    scaled = re.search(r"thousand|million|billion", figure)
    if scaled and chance.random() < 0.5:
        return figure.replace(scaled[0], chance.choice(("thousand", "million", "billion")))
    unit = re.fullmatch(r"(.*[0-9](?: (?:thousand|million|billion))?) ?([^0-9 ]+)", figure)
    if unit is None or unit[2] in ("st", "nd", "rd", "th") or "-XX" in figure:
        return None
    others = TIMES if unit[2].rstrip("s") in {each.rstrip("s") for each in TIMES} else tuple(UNITS)
    return f"{unit[1]} {chance.choice(others)}"


def _sign(figure: str, chance: random.Random) -> str | None:
    if re.search(r"[0-9]-[0-9]|[a-z]{2,} [0-9]| to |th|st|nd|rd", figure):
        return None
    return figure.replace("-", "", 1) if "-" in figure else re.sub(r"([0-9])", r"-\1", figure, count=1)


def _month_of(figure: str, chance: random.Random) -> str | None:
    dated = re.match(r"([0-9]{4})-([0-9]{2})", figure)
    return f"{dated[1]}-{chance.randint(1, 12):02}{figure[7:]}" if dated else None


def _day_of(figure: str, chance: random.Random) -> str | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.*)?", figure):
        return None
    try:
        day = date.fromisoformat(figure[:10]) + timedelta(days=chance.choice((-7, -3, -2, -1, 1, 2, 3, 7)))
    except (ValueError, OverflowError):
        return None
    return f"{day}{figure[10:]}"


def _bound_of(figure: str, chance: random.Random) -> str | None:
    if re.search(r"[0-9]-[0-9]|[0-9]T[0-9]| to |[0-9](?:th|st|nd|rd)$|^year", figure) or figure.startswith("-"):
        return None
    bare = re.sub(r"^(?:[a-z]+ )+(?=[A-Z0-9-])", "", figure)
    return f"{chance.choice(HEDGES)} {bare}".strip()


def _time(figure: str, chance: random.Random) -> str | None:
    if "T" not in figure:
        return None
    hour, minute = chance.randrange(24), chance.choice((0, 5, 12, 15, 30, 47))
    changed = f"T{hour:02}:" if chance.random() < 0.6 else f"{figure[10:14]}"
    return f"{figure[:10]}{changed}{minute:02}{figure[16:]}"


ALTERATIONS: dict[str, Callable[[str, random.Random], str | None]] = {
    "digit": _digit, "unit": _unit, "sign": _sign, "month": _month_of, "day": _day_of, "bound": _bound_of,
    "time": _time,
}  # fmt: skip
"""The ways to alter a figure, by name."""
