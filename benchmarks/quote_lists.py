"""The quotes that `quotes.py` looks for: the cases of the tests, and those of a made-up report."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vocabulary import KINDS_OF_WORDS, OPENINGS, TAILS, THINGS, WORKS

CASES = Path(__file__).parent.parent / "tests/evidence/cases.yml"
SENTENCES = 200
A_PARAGRAPH = 5
# What a sentence of the report states; each has a number with thousands and one with a sign, a currency or a percent.
STATED = (
    "the harbour's gauge stood at -{few}.{tenth} degrees, and {many:,} people left within {few}-{more} hours",
    "the well-known {work} had cost ${few}.{tenth} million, although {many:,} seats weren't yet paid for",
    'tolls rose by {few}.{tenth}%, and {many:,} "temporary" permits - the council\'s own - were not renewed',
)
SIGNED = re.compile(r"-\d[\d.]*|\$\d[\d.]*|\d[\d.]*%")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote, the group that it is counted in, and whether its text holds it."""

    words: str
    group: str
    held: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its language, and the quotes that are looked for in it."""

    text: str
    language: str
    quotes: tuple[Quote, ...]


def cases() -> Iterator[Text]:
    """The texts and quotes of the tests."""
    import yaml  # which the peer's interpreter need not have

    groups: Mapping[str, Sequence[Mapping[str, Any]]] = yaml.safe_load(CASES.read_text("utf-8"))
    for group, texts in groups.items():
        for case in texts:
            quotes = tuple(Quote(words, group, kind != "none") for words, kind, _ in case["quotes"])
            yield Text(case["text"], case.get("language", "en"), quotes)


def report(seed: int = 1) -> Text:
    """A made-up report with a quote from each sentence: one as it stands there, then one that is altered, and so on.

    Every other paragraph is typeset: curly quotation marks, dashes, minus signs, spaces that don't break, and
    lines that do.
    """
    dice = random.Random(seed)  # noqa: S311 nothing here is secret
    paragraphs: list[str] = []
    quotes: list[Quote] = []
    for first in range(0, SENTENCES, A_PARAGRAPH):
        sentences = []
        for n in range(first, first + A_PARAGRAPH):
            kind = dice.choice(KINDS_OF_WORDS)
            few = dice.randrange(2, 10)
            stated = dice.choice(STATED).format(
                few=few,
                more=few + dice.randrange(1, 9),
                tenth=dice.randrange(1, 10),
                many=dice.randrange(1_000, 100_000),
                work=dice.choice(WORKS),
            )
            tail = dice.choice(TAILS).format(kind, dice.choice(THINGS))
            sentences.append(f"{dice.choice(OPENINGS)} {stated} {tail}.")
            other = dice.choice([word for word in KINDS_OF_WORDS if word != kind])
            quotes.append(_quote(n, sentences[-1].split(), (kind, other), dice))
        plain = " ".join(sentences)
        paragraphs.append(_typeset(plain) if first // A_PARAGRAPH % 2 else plain)
    return Text("\n\n".join(paragraphs), "en", tuple(quotes))


def _quote(n: int, words: list[str], kinds: tuple[str, str], dice: random.Random) -> Quote:
    """The n-th sentence's quote: words from about its middle, with all in them that is ever altered."""
    places = {
        "one word": next(n for n, word in enumerate(words) if word.strip(".,") == kinds[0]),
        "one digit": next(n for n, word in enumerate(words) if re.fullmatch(r"\d+,\d+", word)),
        "one sign": next(n for n, word in enumerate(words) if SIGNED.fullmatch(word.strip(","))),
    }
    start = max(0, min(places.values()) - dice.randrange(4))
    end = max(places.values()) + 1 + dice.randrange(4)
    if n % 2 == 0:
        return Quote(" ".join(words[start:end]), "as it stands", True)
    group = list(places)[n // 2 % len(places)]
    place = places[group]
    word = words[place]
    if group == "one word":
        word = word.replace(*kinds)
    elif group == "one digit":
        at = dice.choice([at for at, character in enumerate(word) if character.isdigit()])
        word = word[:at] + str((int(word[at]) + dice.randrange(1, 9)) % 10) + word[at + 1 :]
    else:
        word = word.replace("-", "").replace("%", "").replace("$", "€")
    return Quote(" ".join([*words[start:place], word, *words[place + 1 : end]]), group, False)


def _typeset(plain: str) -> str:
    text = re.sub(r'"([^"]*)"', r"“\1”", plain).replace("'", "’").replace(" - ", " – ")
    text = re.sub(r"(?<=\d)-(?=\d)", "–", text)
    text = re.sub(r"(?<= )-(?=\d)", "−", text).replace(" hours", "\u00a0hours")
    return textwrap.fill(text, 90, break_on_hyphens=False)
