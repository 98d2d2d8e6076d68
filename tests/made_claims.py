"""True pairs of a figure and a quote, made from a seed, and claims made from them by altering one figure.

A pair is written from its value: the figure as records write it, and a sentence that says it in one of the forms of
British, American and agency English. What the engine reads in the sentence plays no part in it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from english_corpus import MOMENT, sentences

from factpress.evidence.quote_weighing import Asked, weigh
from factpress.records.claim import Evidence
from factpress.records.date import parse_date
from factpress.records.figure import parse_figure


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _words("January February March April May June July August September October November December")
DAYS = _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
SMALL = _words(
    "nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
THINGS = _words("boats homes councillors cranes bridges ballots lorries schools wells passengers workers ferries")
BOUNDS = {
    "at least": ("at least {}", "no fewer than {}", "not fewer than {}"),
    "more than": ("more than {}", "over {}", "upwards of {}", "in excess of {}"),
    "under": ("fewer than {}", "under {}", "less than {}"),
    "up to": ("up to {}", "no more than {}", "at most {}", "a maximum of {}"),
    "about": ("about {}", "around {}", "roughly {}", "approximately {}"),
    "nearly": ("nearly {}", "almost {}"),
}
UNITS = {
    "km": ("km", "kilometres", "kilometers"),
    "m": ("metres", "meters"),
    "miles": ("miles",),
    "feet": ("feet", "ft"),
    "t": ("tonnes", "metric tons"),
    "kg": ("kg", "kilograms", "kilos"),
    "hectares": ("hectares",),
    "acres": ("acres",),
    "litres": ("litres", "liters"),
    "km/h": ("km/h", "kilometres per hour", "kph"),
    "mph": ("mph", "miles per hour", "miles an hour"),
    "MW": ("MW", "megawatts"),
    "%": ("%", "per cent", "percent"),
    "percentage-points": ("percentage points",),
    "°C": ("degrees Celsius", "°C"),
}
MONEY = {
    "USD": ("${}", "US${}", "USD {}", "{} dollars", "{} US dollars"),
    "GBP": ("£{}", "GBP {}"),
    "EUR": ("€{}", "EUR {}", "{} euros"),
    "AUD": ("A${}", "{} Australian dollars"),
    "CAD": ("C${}", "{} Canadian dollars"),
    "JPY": ("{} yen", "JPY {}"),
    "INR": ("₹{}", "{} Indian rupees"),
    "CHF": ("CHF {}", "{} Swiss francs"),
    "SEK": ("SEK {}", "{} Swedish kronor"),
}
TIMES = ("minutes", "hours", "days", "weeks", "months", "years")
LED = (
    "",
    "",
    "",
    "In ward 6, ",
    "Under section 14, ",
    "According to the clerk, ",
    "The port authority says ",
    "At pier 3, ",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure, a quote that says it, its source's date, and what else the quote says."""

    name: str
    figure: str
    quote: str
    published: str
    others: tuple[str, ...] = ()


def agrees(pair: Pair, figure: str) -> bool:
    """Whether the quote of a pair is read as agreeing with a figure."""
    asked = Asked.of({pair.name: parse_figure(figure, key=pair.name)}, None)
    piece = Evidence(source="page", quote=pair.quote)
    published = None if pair.published == "-" else parse_date(pair.published)
    return weigh(piece, asked, language="en", published=published).figures[pair.name].verb == "agrees"


def true_pairs(seed: int, number: int) -> Iterator[Pair]:
    """That many pairs: those of the corpus, then made ones."""
    chance = random.Random(seed)  # noqa: S311 a fixed seed is the point
    found = list(_of_corpus())
    chance.shuffle(found)
    yield from found[: number // 3]
    for n in range(number - min(len(found), number // 3)):
        yield MAKERS[n % len(MAKERS)](chance)


def _of_corpus() -> Iterator[Pair]:
    """Each value that a sentence of the corpus surely says, as a figure; years under a name that says so."""
    for sentence in sentences():
        sure = [part[0] for part in sentence.answers if len(part) == 1 and part[0] and part[0][0] != "?"]
        sure = [each for each in sure if not (MOMENT.match(each) and "/" in each)]
        every = [each for part in sentence.answers for each in part if each and each[0] != "?" and each not in sure]
        for n, figure in enumerate(sure):
            name = "year" if re.fullmatch(r"[0-9]{4}", figure) else "magnitude" if "magnitude" in figure else "figure"
            if name == "figure" and any(re.fullmatch(r"[0-9]{4}", each) for each in (*sure, *every)):
                continue
            others = (*sure[:n], *sure[n + 1 :], *(each for each in every if "/" not in each or "T" not in each))
            yield Pair(name, figure, sentence.text, sentence.published, others)


def in_words(number: int) -> str:
    """A whole number below a million in words, as British or American English has it."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        return f"{SMALL[number // 100]} hundred" + (f" and {in_words(number % 100)}" if number % 100 else "")
    rest = number % 1000
    return f"{in_words(number // 1000)} thousand" + (f" {'and ' if rest < 100 else ''}{in_words(rest)}" if rest else "")


def _number(chance: random.Random) -> tuple[int, str]:
    """A number and one way to write it."""
    number = chance.choice(
        (chance.randint(2, 19), chance.randint(20, 99), chance.randint(100, 999), chance.randint(1001, 98_765))
    )
    in_digits = f"{number:,}" if number > 999 else str(number)
    return number, in_words(number) if number < 1000 and chance.random() < 0.4 and number % 1000 else in_digits


def _published(chance: random.Random) -> date:
    return date(2019, 1, 1) + timedelta(days=chance.randrange(2200))


def _count(chance: random.Random) -> Pair:
    number, written = _number(chance)
    thing = chance.choice(THINGS)
    quote = chance.choice(
        (
            "The storm damaged {} {}.",
            "Inspectors counted {} {} on the quay.",
            "Crews lost {} {} overnight.",
            "It has {} {}.",
            "The council sold {} {}.",
            "There were {} {} in the bay.",
        )
    )
    led = chance.choice(LED)
    quote = quote.format(written, thing)
    said = f"{led}{quote[0].lower()}{quote[1:]}" if led else quote
    return Pair("counted", str(number), said, _published(chance).isoformat())


def _bound(chance: random.Random) -> Pair:
    number, written = _number(chance)
    hedge = chance.choice(list(BOUNDS))
    said = chance.choice(BOUNDS[hedge]).format(written)
    thing = chance.choice(THINGS)
    quote = chance.choice(("The flood hit {} {}.", "The council closed {} {}.", "Surveyors found {} {}."))
    return Pair("counted", f"{hedge} {number}", quote.format(said, thing), _published(chance).isoformat())


def _money(chance: random.Random) -> Pair:
    code = chance.choice(list(MONEY))
    scale = chance.choice(("", "", "million", "billion"))
    amount = f"{chance.randint(2, 99)}" + (f".{chance.randint(1, 9)}" if scale and chance.random() < 0.5 else "")
    form = chance.choice(MONEY[code])
    short = {"million": "m", "billion": "bn"}.get(scale, "")
    signed = form.endswith("{}") and not form[0].isalpha() and chance.random() < 0.4
    written = form.format(f"{amount}{short}" if signed else f"{amount} {scale}".strip())
    quote = chance.choice(
        ("The repairs cost {}.", "It was sold for {}.", "The fund lost {} last spring.", "A grant of {} was paid.")
    )
    return Pair("cost", f"{code} {amount} {scale}".strip(), quote.format(written), _published(chance).isoformat())


def _measure(chance: random.Random) -> Pair:
    unit = chance.choice(list(UNITS))
    amount = f"{chance.randint(2, 980)}" + (f".{chance.randint(1, 9)}" if chance.random() < 0.4 else "")
    written = chance.choice(UNITS[unit])
    apart = "" if written in ("%", "°C", "km", "kg", "MW", "mph") and chance.random() < 0.5 else " "
    sign = chance.choice(("", "", "", "-")) if unit in ("%", "°C") else ""
    quote = chance.choice(
        ("The figure was {}.", "Engineers measured {} at the lock.", "The report gives {} for the site.")
    )
    return Pair(
        "measured",
        f"{sign}{amount} {unit}",
        quote.format(f"{sign}{amount}{apart}{written}"),
        _published(chance).isoformat(),
    )


def _duration(chance: random.Random) -> Pair:
    unit = chance.choice(TIMES)
    number = chance.randint(2, 60)
    written = in_words(number) if chance.random() < 0.5 else str(number)
    quote = chance.choice(
        ("The bridge was shut for {}.", "The works took {}.", "Talks went on for {}.", "He was held for {}.")
    )
    return Pair("took", f"{number} {unit}", quote.format(f"{written} {unit}"), _published(chance).isoformat())


def _two_units(chance: random.Random) -> Pair:
    large, small, factor = chance.choice(
        (("years", "months", 12), ("hours", "minutes", 60), ("feet", "inches", 12), ("weeks", "days", 7))
    )
    first, second = chance.randint(2, 9), chance.randint(2, factor - 1)
    written = chance.choice(("{} {} and {} {}", "{} {} {} {}")).format(first, large, second, small)
    return Pair("took", f"{first * factor + second} {small}", f"It came to {written}.", _published(chance).isoformat())


def _ordinal(chance: random.Random) -> Pair:
    number = chance.randint(4, 120)
    end = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return Pair(
        "place", f"{number}{end}", f"It was the {number}{end} vote on the bridge.", _published(chance).isoformat()
    )


def _range(chance: random.Random) -> Pair:
    low = chance.randint(2, 400)
    high = low + chance.randint(2, 300)
    written = chance.choice(("{} to {}", "between {} and {}", "{}-{}", "from {} to {}")).format(low, high)
    thing = chance.choice(THINGS)
    return Pair("counted", f"{low} to {high}", f"The plan needs {written} {thing}.", _published(chance).isoformat())


def _change(chance: random.Random) -> Pair:
    by, to = chance.randint(2, 40), chance.randint(50, 900)
    verb = chance.choice(("rose", "climbed", "grew", "went up"))
    return Pair(
        "toll", str(to), f"The number of wrecks {verb} by {by} to {to}.", _published(chance).isoformat(), (str(by),)
    )


def _full_date(chance: random.Random) -> Pair:
    day = date(1850, 1, 1) + timedelta(days=chance.randrange(63_000))
    month = MONTHS[day.month - 1]
    short = month if month == "May" else f"{month[:3]}."
    forms = (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{short} {day.day}, {day.year}",
        f"{DAYS[day.weekday()]}, {day.day} {month} {day.year}",
        f"the {day.day} of {month} {day.year}",
        day.isoformat(),
    )
    written = chance.choice(forms)
    quote = chance.choice(("The pier was opened on {}.", "On {} the dam was sealed.", "It was dated {}."))
    return Pair("opened_date", day.isoformat(), quote.format(written), "-")


def _near_date(chance: random.Random) -> Pair:
    published = _published(chance)
    day = published - timedelta(days=chance.randint(1, 330))
    month = MONTHS[day.month - 1]
    written = chance.choice((f"{day.day} {month}", f"{month} {day.day}"))
    quote = chance.choice(("The lock failed on {}.", "On {} the ferry sank.", "The vote of {} was void."))
    return Pair("failed_date", day.isoformat(), quote.format(written), published.isoformat())


def _weekday(chance: random.Random) -> Pair:
    published = _published(chance)
    day = published - timedelta(days=chance.randint(0, 6))
    quote = chance.choice(
        ("The lock failed on {}.", "On {} the ferry sank.", "The council agreed {}.", "Early on {} the wall fell.")
    )
    return Pair("failed_date", day.isoformat(), quote.format(DAYS[day.weekday()]), published.isoformat())


def _month(chance: random.Random) -> Pair:
    day = date(1850, 1, 1) + timedelta(days=chance.randrange(63_000))
    quote = chance.choice(("The pier was built in {}.", "In {} the ferry sank.", "In late {} the yard was shut."))
    return Pair("built_date", f"{day:%Y-%m}", quote.format(f"{MONTHS[day.month - 1]} {day.year}"), "-")


def _span(chance: random.Random) -> Pair:
    day = date(1990, 1, 1) + timedelta(days=chance.randrange(12_000))
    last = day.replace(day=min(28, day.day + chance.randint(1, 9)))
    if last <= day:
        day, last = day.replace(day=3), day.replace(day=9)
    month = MONTHS[day.month - 1]
    written = chance.choice(
        (f"from {day.day} to {last.day} {month} {day.year}", f"from {month} {day.day} to {last.day}, {day.year}")
    )
    return Pair("shut_date", f"{day}/{last}", f"The lock was shut {written}.", "-")


def _open(chance: random.Random) -> Pair:
    day = date(1990, 1, 1) + timedelta(days=chance.randrange(12_000))
    before, after = day - timedelta(days=1), day + timedelta(days=1)
    name, figure, words = chance.choice(
        (
            ("since_date", f"{day}", "since {}"),
            ("until_date", f"{day}", "until {}"),
            ("shut_date", f"{day}/..", "since {}"),
            ("shut_date", f"../{day}", "until {}"),
            ("shut_date", f"../{day}", "no later than {}"),
            ("shut_date", f"../{day}", "on or before {}"),
            ("shut_date", f"../{before}", "before {}"),
            ("shut_date", f"{after}/..", "after {}"),
            ("shut_date", f"{day}/..", "on {} or later"),
        )
    )
    written = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return Pair(name, figure, f"The lock was shut {words.format(written)}.", "-")


def _moment(chance: random.Random) -> Pair:
    day = date(2001, 1, 1) + timedelta(days=chance.randrange(8000))
    hour, minute = chance.randint(1, 23), chance.choice((0, 5, 15, 30, 47))
    half, twelve = ("am", "pm")[hour > 11], (hour - 1) % 12 + 1
    clock = chance.choice(
        (f"{hour:02}:{minute:02}", f"{twelve}.{minute:02}{half}", f"{twelve}:{minute:02} {half[0]}.m.")
    )
    written = f"at {clock} on {day.day} {MONTHS[day.month - 1]} {day.year}"
    return Pair("shut_date", f"{day}T{hour:02}:{minute:02}", f"The gates were shut {written}.", "-")


MAKERS: tuple[Callable[[random.Random], Pair], ...] = (
    _count, _bound, _money, _measure, _duration, _two_units, _ordinal, _range, _change, _full_date, _near_date,
    _weekday, _month, _span, _open, _moment,
)  # fmt: skip
