"""F4 of comparisons and dates: each line of `must_hold` holds, and no source reports what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from factpress.evidence.claim_weighing import Line, Weight
from factpress.evidence.quote_weighing import WHEN
from factpress.findings import Severity, shown
from factpress.rules.rule import Problem, Project, rule

# A day begins first where clocks are fourteen hours ahead of UTC, and ends last where they are twelve behind.
_FIRST, _LAST = timedelta(hours=14), timedelta(hours=-12)


@rule("F411")
def broken_comparison(project: Project) -> Iterator[Problem]:
    """A line of `must_hold` that is broken, in a claim that is not judged inaccurate.

    Why: two claims of the site contradict each other. If the line shows that the article is wrong, it is the proof
    of that, and the verdict must say so. Otherwise one of the two claims is wrong.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        must_hold: [when before 2021-05-01]

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        must_hold: [when after 2021-05-01]
    """
    for weight, n, line in _lines(project, "broken"):
        verdict = project.book.verdicts.get(weight.claim.verdict or "")
        if verdict is not None and "instead" in verdict.needs:
            continue
        message = f"{shown(str(line.relation))} does not hold: the sides are {line.held.left} and {line.held.right}"
        help = "correct the figures, or judge the claim inaccurate: the line is then the proof"
        yield Problem(weight.claim.at("must_hold", n), message, help)


@rule("F412", severity=Severity.NOTE)
def open_comparison(project: Project) -> Iterator[Problem]:
    """A line of `must_hold` that may or may not hold, by what is known.

    Why: it proves nothing yet.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened in May 2021."
        when: 2021-05
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        must_hold: [when before 2021-05-15]

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened in May 2021."
        when: 2021-05
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        must_hold: [when before 2021-06-15]
    """
    for weight, n, line in _lines(project, "open"):
        why = line.held.why or f"{line.held.left} and {line.held.right} do not decide it"
        yield Problem(
            weight.claim.at("must_hold", n), f"{shown(str(line.relation))} is open: {why}", "no action needed"
        )


@rule("F413")
def unsaid_time(project: Project) -> Iterator[Problem]:
    """A comparison with the `when` of a claim, where no quote says that time.

    Why: nothing follows from a date that no quote says.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened in 2019."
        when: 2019
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public"
        must_hold: [when before 2020-01-01]

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        must_hold: [when after 2020-01-01]
    """
    for weight in _standing(project):
        for n, relation in enumerate(weight.claim.must_hold):
            for id in dict.fromkeys(term.claim or weight.claim.id for term in relation.terms if term.name == WHEN):
                other = project.book.weights.get(id)
                # A withdrawn claim has its own finding.
                if other is None or other.when_is_said or other.claim.withdrawal is not None:
                    continue
                whose = "this claim" if other is weight else shown(id)
                problem = "no quote says it" if other.claim.when else "it has no `when`"
                help = "quote words that say it, or add a claim that says it to `rests_on`"
                if other.claim.when is None:
                    help = "add `when`, and quote words that say it"
                message = f"this line compares the time of {whose}, but {problem}"
                yield Problem(weight.claim.at("must_hold", n), message, help)


@rule("F414")
def impossible_date(project: Project) -> Iterator[Problem]:
    """Impossible dates: an end before its start, or a source that is older than what it reports as done.

    Why: one of the two dates is wrong, here or in the source's record.

    Bad:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 5 June 2021."
        when: 2021-06-05
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
    """
    for weight in _standing(project):
        claim = weight.claim
        yield from _too_early(weight, project)
        for name, figure in claim.figures.items():
            start = claim.figures.get(_start_of(name))
            if start is None or start.date is None or figure.date is None:
                continue
            if _is_before(figure.date.latest, start.date.earliest):
                message = f"the end, {figure.date.in_words()}, is before the start, {start.date.in_words()}"
                yield Problem(claim.at("figures", name), message, "swap the two, or correct one")


def _too_early(weight: Weight, project: Project) -> Iterator[Problem]:
    """Each source whose date ended everywhere on earth before what it reports as done began anywhere."""
    claim, reported = weight.claim, set()
    for piece in weight.pieces:
        source = project.book.sources.get(piece.quoted.source)
        if piece.stance not in ("supports", "article") or source is None or source.id in reported:
            continue
        if source.issued is None or claim.when is None:
            continue
        latest, earliest = source.issued.latest, claim.when.earliest
        if latest is not None and earliest is not None and _in_utc(latest, _LAST) < _in_utc(earliest, _FIRST):
            reported.add(source.id)
            message = f"this source is dated {source.issued.in_words()}, but what it reports as done is dated later: "
            help = (
                "correct the claim's `when` or the source's `issued`; if it is only announced, make its date a figure"
            )
            yield Problem(claim.at(piece.part, piece.number, "source"), message + claim.when.in_words(), help)


def _start_of(name: str) -> str:
    """The name of the figure with the start that belongs to this end, such as `start_date` for `end_date`."""
    for unit in ("date", "year"):
        if name.endswith(f"end_{unit}"):
            return f"{name.removesuffix(f'end_{unit}')}start_{unit}"
    return ""


def _is_before(end: datetime | None, start: datetime | None) -> bool:
    """Whether a moment is before another; both use one local calendar unless both have a time zone."""
    if end is None or start is None:
        return False
    if end.tzinfo is None or start.tzinfo is None:
        end, start = end.replace(tzinfo=None), start.replace(tzinfo=None)
    return _in_utc(end, timedelta()) < _in_utc(start, timedelta())


def _in_utc(moment: datetime, clock: timedelta) -> timedelta:
    """The time from the start of the year 1 in UTC to a moment; `clock` is its offset where it has no time zone."""
    ahead = moment.utcoffset()
    return moment.replace(tzinfo=None) - datetime.min - (clock if ahead is None else ahead)


def _standing(project: Project) -> Iterator[Weight]:
    return (weight for weight in project.book.weights.values() if weight.claim.withdrawal is None)


def _lines(project: Project, answer: str) -> Iterator[tuple[Weight, int, Line]]:
    for weight in _standing(project):
        for n, line in enumerate(weight.lines):
            if line.held.answer == answer:
                yield weight, n, line
