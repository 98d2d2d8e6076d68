"""Whether the figures of a claim's `finding` are those of records: of claims, of quotes, or days between dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from factpress.evidence import stated
from factpress.evidence.claim_weighing import Weight
from factpress.evidence.quantities import quantities
from factpress.evidence.stated import Known, Stated
from factpress.evidence.units import factor
from factpress.evidence.values import Values, agreement, of_date, of_figure, of_named
from factpress.records import text
from factpress.records.claim import LINKED_TEXTS, Claim
from factpress.records.date import Date
from factpress.records.fields import SILENT
from factpress.records.source import Source

_DAY = 86_400
_BETWEEN_WORDS = re.compile(r"[\s–—-]+")
_LISTED = re.compile(r"\s*,?\s*(?:and|or)?\s*")


def unbacked(
    claim: Claim, weights: Mapping[str, Weight], sources: Mapping[str, Source], *, names: tuple[str, ...] = ()
) -> Sequence[Stated]:
    """The figures in a claim's `finding` that no record has (records.md, `finding`).

    A record has a figure where it is one of the claim, or of claims that it links, rests on or compares itself with;
    where a quote that was read says it; or where it is the whole days between two dates of these claims.
    """
    published = _published(claim, sources)
    words = text.without_links(claim.finding or "")
    each = [one for one in stated.stated(words, published=published, names=names) if not one.is_plain]
    each = _with_units(each, words)
    if not each:
        return ()
    near = [weights[id].claim for id in _near(claim) if id in weights and weights[id].claim.withdrawal is None]
    days = [replace(one, values=(*one.values, *_to_come(one, words, near, published))) for one in each]
    facts = [stated.known(other, published=published) for other in near]
    sets = [values for fact in facts for known in (*fact.figures.values(), fact.sentence) for values in known]
    sets += _compared(claim)
    quoted = list(_quoted(weights[claim.id], sources, names))
    apart = list(_days_apart([weights[other.id] for other in near]))
    return [
        one
        for one in days
        if not any(stated.fits(known, said) for known in sets for said in one.values)
        and not any(agreement(said, read) == "agrees" for read in quoted for said in one.values)
        and not _are_days_apart(one, apart)
        and not (one.is_beside and _is_time_said(one, facts, weights[claim.id]))
    ]


def _near(claim: Claim) -> Sequence[str]:
    """The ids of the claim itself and of those that it links, rests on or compares itself with."""
    linked = (
        link.id for name in LINKED_TEXTS for link in text.links(getattr(claim, name) or "") if link.kind == "claim"
    )
    compared = (term.claim for line in claim.must_hold for term in line.terms if term.claim)
    return list(dict.fromkeys((claim.id, *linked, *claim.rests_on, *compared)))


def _published(claim: Claim, sources: Mapping[str, Source]) -> Date | None:
    """The date by which days in the finding are read: that of the article, or of the claim."""
    articles = (sources[piece.source].issued for piece in claim.appears_in if piece.source in sources)
    return next((date for date in articles if date is not None), claim.when)


def _with_units(each: Sequence[Stated], words: str) -> list[Stated]:
    """The figures, each number of a list such as "9, 12 and 15 days" also with the unit that the last one has."""
    found = list(each)
    for n, (one, after) in reversed(list(enumerate(pairwise(each)))):
        if _LISTED.fullmatch(words[one.end : after.start]) and not one.is_date:
            units = [values for values in found[n + 1].values if values.kind == "duration"]
            counts = [values for values in one.values if values.kind == "count"]
            more = [replace(values, kind="duration", unit=unit.unit) for values in counts for unit in units[:1]]
            found[n] = replace(one, values=(*one.values, *more))
    return found


def _to_come(one: Stated, words: str, near: Sequence[Claim], published: Date | None) -> Iterator[Values]:
    """What a date without a year says as a day to come, where a claim has such a day."""
    for claim in near:
        for read in stated.announced([one], words, claim, published):
            yield from read.values[len(one.values) :]


def _compared(claim: Claim) -> Iterator[Values]:
    """The values that lines of `must_hold` write themselves."""
    for line in claim.must_hold:
        for term in line.terms:
            if term.literal is not None:
                yield of_date(term.literal) if isinstance(term.literal, Date) else of_figure(term.literal)


def _quoted(weight: Weight, sources: Mapping[str, Source], names: tuple[str, ...]) -> Iterator[Values]:
    """What the claim's quotes say that were read, as the tool or the editor reads them."""
    for piece in weight.pieces:
        if piece.counts:
            issued = sources[piece.quoted.source].issued if piece.quoted.source in sources else None
            reading = quantities(piece.quoted.quote, language=piece.language, published=issued, names=names)
            yield from (said.values for said in reading.said)
            yield from (of_named(name, said) for name, said in piece.quoted.says.items() if said != SILENT)


def _is_time_said(one: Stated, facts: Sequence[Known], weight: Weight) -> bool:
    """Whether a time of day is that of a moment of these claims, or is in a quote that was read."""
    quotes = [piece.quoted.quote.lower() for piece in weight.pieces if piece.counts]
    return any(one.words.lower() in quote for quote in quotes) or any(
        stated.may_be_time_of(one, fact)
        for fact in facts
        if any(values.nominal is not None for sets in fact.figures.values() for values in sets if values.kind == "date")
    )


def _days_apart(near: Sequence[Weight]) -> Iterator[Values]:
    """The whole days between the dates of each two claims whose dates somebody says."""
    dated = [weight.asked.when for weight in near if weight.when_is_said]
    days = [
        (int(when.low) // _DAY, int(when.high) // _DAY)
        for when in dated
        if when is not None and when.low is not None and when.high is not None
    ]
    for (first, last), (begins, ends) in combinations(days, 2):
        least, most = max(0, begins - last, first - ends), max(ends - first, last - begins)
        yield Values("duration", Decimal(least), Decimal(most), unit="day")


def _are_days_apart(one: Stated, apart: Sequence[Values]) -> bool:
    """Whether so many days lie between two dates; of "9 to 15 days" both ends do."""
    return any(
        all(any(stated.fits(days, said) for days in apart) for said in _ends(one, values))
        for values in one.values
        if values.kind == "duration" and factor(values.unit, "day")
    )


def _ends(one: Stated, values: Values) -> Sequence[Values]:
    """Both ends of a range that is written with two numbers; anything else as it is."""
    numbers = [said.values.low for word in _BETWEEN_WORDS.split(one.words) for said in quantities(word).said]
    if values.low is None or values.high is None or numbers[:2] != [values.low, values.high]:
        return [values]
    return [replace(values, low=end, high=end) for end in (values.low, values.high)]
