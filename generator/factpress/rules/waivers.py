"""F9: a waiver states its reason, hides a finding, and ends after its last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factpress.findings import Finding, shown
from factpress.records.record import Record, Waiver
from factpress.rules.rule import Problem, Project, Rule, rule

FAMILY = "F9"


def apply(project: Project, findings: Iterable[Finding], rules: Iterable[Rule]) -> tuple[list[Finding], Project]:
    """The findings that no waiver hides, and the project with its unknown, idle and used waivers."""
    known = {word for each in rules if each.waivable for word in (each.code, each.name)}
    hiding: dict[tuple[str, str], tuple[str, int]] = {}
    for record, n, waiver in waivers(project):
        if waiver.code in known:
            hiding.setdefault((record.path, waiver.code), (record.path, n))
    shown_findings: list[Finding] = []
    used: set[tuple[str, int]] = set()
    for finding in findings:
        path = finding.place.path
        waived = hiding.get((path, finding.code)) or hiding.get((path, finding.name))
        if waived is None:
            shown_findings.append(finding)
        else:
            used.add(waived)
    unknown = tuple((record, n) for record, n, waiver in waivers(project) if waiver.code not in known)
    idle = tuple(
        (record, n)
        for record, n, waiver in waivers(project)
        if waiver.code in known and (record.path, n) not in used and not _is_past(waiver, project)
    )
    return shown_findings, replace(project, unknown_waivers=unknown, idle_waivers=idle, used_waivers=len(used))


def waivers(project: Project) -> Iterator[tuple[Record, int, Waiver]]:
    """Every waiver of the book, with its record and its number there."""
    for record in project.book.records():
        yield from ((record, n, waiver) for n, waiver in enumerate(record.allow))


def _is_past(waiver: Waiver, project: Project) -> bool:
    last = waiver.until.latest if waiver.until else None
    return last is not None and project.today.earliest is not None and last < project.today.earliest


@rule("F901")
def idle_waiver(project: Project) -> Iterator[Problem]:
    """A waiver that hides no finding.

    Why: a waiver that nobody needs hides the next mistake.

    Bad:

        # facts/entities/harbour-gazette.yml
        name: Harbour Gazette
        type: Organization
        allow: [{code: F204, because: "Its first claim is on its way."}]

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: F204, because: "Its first claim is on its way."}]
    """
    for record, n in project.idle_waivers:
        yield Problem(record.at("allow", n), "this waiver hides nothing", "remove it")


@rule("F902")
def past_waiver(project: Project) -> Iterator[Problem]:
    """A waiver past its last day.

    Why: a waiver ends on a day, and after it somebody looks again.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: F204, because: "Its first claim is on its way.", until: 2020-01-01}]

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: F204, because: "Its first claim is on its way.", until: 9999-01-01}]
    """
    for record, n, waiver in waivers(project):
        if waiver.until is not None and _is_past(waiver, project):
            message = f"this waiver was valid until {waiver.until.in_words()}"
            yield Problem(
                record.at("allow", n, "until"), message, "fix what it hides, or give it a new last day with a reason"
            )


@rule("F903")
def unreasoned_waiver(project: Project) -> Iterator[Problem]:
    """A waiver without a reason.

    Why: the next reader of the record needs to know why the rule does not apply here.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: F204}]

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: F204, because: "Its first claim is on its way."}]
    """
    for record, n, waiver in waivers(project):
        if waiver.because is None:
            yield Problem(
                record.at("allow", n), f"the waiver of {shown(waiver.code)} gives no reason", "add `because: …`"
            )


@rule("F904")
def unknown_rule(project: Project) -> Iterator[Problem]:
    """A waiver of a rule that does not exist or can't be waived.

    Why: a misspelt code waives nothing. Rules about waivers, and about files that can't be read at all, have no
    exceptions.

    Bad:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: F20, because: "Its first claim is on its way."}]

    Good:

        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        allow: [{code: unused-entity, because: "Its first claim is on its way."}]
    """
    for record, n in project.unknown_waivers:
        place, code = record.at("allow", n, "code"), record.allow[n].code
        yield Problem(
            place,
            f"there is no rule {shown(code)} that can be waived",
            "run `factpress check --explain all` for a list of the rules",
        )
