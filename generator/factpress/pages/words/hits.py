"""What the site's search shows of a record, and the words that readers search for but its page does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from factpress.book import Book
from factpress.evidence.english.words import CURRENCY_SIGNS
from factpress.pages.words import verdicts
from factpress.records.claim import Claim
from factpress.records.text import without_links

_SIGNS = {code: sign for sign, code in CURRENCY_SIGNS.items() if code}
_AMOUNT = re.compile(r"\b([A-Z]{3}) (\d[\d.,]*(?: to \d[\d.,]*)?(?: (?:thousand|million|billion|trillion))?)\b")
_ASKED: Mapping[verdicts.Mark, str] = {
    "full": "true, right, correct",
    "half": "partly true, partly right, misleading",
    "slashed": "disputed, contested, in dispute",
    "crossed": "false, wrong, incorrect, untrue, an error",
    "hollow": "unproven, unconfirmed, no proof",
    "unjudged": "unjudged, open",
    "background": "background",
}
"""What readers call a verdict, by its mark: a site names its verdicts as it likes."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page as the site's search has it: the title of the hit, and more words that find it."""

    title: str
    words: str


def hit(claim: Claim, book: Book) -> Hit:
    """The hit of a claim: its verdict before what was found, and all that readers may call it."""
    verdict = verdicts.verdict_words(claim, book)
    title = verdicts.told(claim, book)
    named = title if title.startswith(f"{verdict}: ") else f"{verdict}: {title}"
    return Hit(named, " ".join(_sentences(claim, book)))


def _sentences(claim: Claim, book: Book) -> Iterator[str]:
    yield f"Verdict: {_ASKED[verdicts.mark_of(claim, book)]}."
    quotes = [each.quote for each in claim.appears_in]
    yield from (f"“{quote}”" for quote in quotes)
    figures = [str(figure) for figure in claim.figures.values()]
    said = [without_links(words) for words in (claim.claim, claim.finding, claim.instead) if words]
    if amounts := _amounts(" ".join([*said, *figures])):
        yield f"Amounts: {', '.join(amounts)}."
    ids = dict.fromkeys([*claim.where, *claim.about, *([claim.said_by] if claim.said_by else [])])
    entities = [entity for id in ids if (entity := book.entities.get(id)) and entity.withdrawal is None]
    if others := [name for entity in entities for name in entity.alternate_name]:
        yield f"Also written: {'; '.join(others)}."
    yield claim.id


def _amounts(words: str) -> list[str]:
    """Amounts of money as they are often typed: with the sign of the currency."""
    return list(dict.fromkeys(f"{_SIGNS[m[1]]}{m[2]}" for m in _AMOUNT.finditer(words) if m[1] in _SIGNS))
