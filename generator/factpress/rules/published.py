"""F7: every change to something published is announced; these rules compare with a base."""

from __future__ import annotations

from collections.abc import Iterator

from factpress.changes.corrections import (
    PublishedChange,
    announces,
    lost_corrections,
    new_corrections,
    published_changes,
)
from factpress.evidence.tokens import tokens
from factpress.findings import Place, shown
from factpress.records.claim import Claim
from factpress.records.entity import Entity
from factpress.records.page import Page
from factpress.records.record import Record
from factpress.records.source import Source
from factpress.rules.rule import Problem, Project, rule

_NO_ENTRY = "add an entry to `corrections` with `date`, `kind`, `was` and `why`, newest first, or undo the change"
_NO_CLARIFICATION = (
    "give the new entry the `kind` `correction` or `update`, since the meaning changed, or undo the change"
)


@rule("F701", waivable=False)
def silent_change(project: Project) -> Iterator[Problem]:
    """A published claim, figure, date, verdict or dissent that changed without a new correction.

    Why: people who read the page before have a right to know that it changed, what it said and why. A new entry is
    above the published ones, and not older than they are. A `clarification` covers a change of words, not of a
    figure, a date, a verdict or dissent. Typography, further evidence and a first verdict need no entry. This rule
    needs `--base`.

    Bad:

        # base
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        # head
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier was opened to the public on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # base
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        # head
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier was opened to the public on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        corrections:
          - date: 2021-06-03
            kind: clarification
            was: "The north pier opened on 29 May 2021."
            why: "Boats had used it before; it was the public that was let in."
    """
    for was, now in _claims(project):
        if project.base is None or was.withdrawal is not None or now.withdrawal is not None:
            continue
        entries = new_corrections(was, now)
        for change in published_changes(was, project.base.book, now, project.book):
            if not announces(entries, change):
                help = _NO_CLARIFICATION if entries else _NO_ENTRY
                yield Problem(now.at(*change.keys), _silently(change), help)


@rule("F702", waivable=False)
def deleted_record(project: Project) -> Iterator[Problem]:
    """A published record whose file was deleted.

    Why: others cite its address, so the address must always work. Withdraw a wrong record and say why. A record
    that was published itself can't replace it by `formerly`. This rule needs `--base`.

    Bad:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # head
        $ rm facts/entities/north-pier.yml

    Good:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # head
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        withdrawn: {date: 2021-07-01, why: "It is the same place as the old harbour."}
    """
    for was in _gone(project):
        if _renamed(was, project) is None:
            if was.id in project.book.shelf(was.kind()):
                message = f"the published {was.kind()} {shown(was.id)} is now a draft, and has no page any more"
                yield Problem(
                    Place(was.path), message, "remove `draft`, or withdraw it with `withdrawn: {date: …, why: …}`"
                )
                continue
            message = f"the published {was.kind()} {shown(was.id)} was deleted"
            heir = project.book.renamed.get((was.kind(), was.id))
            if heir is not None:
                message += f": {shown(heir)} names it in `formerly`, but is another record"
            help = "restore the file; if it is no longer valid, add `withdrawn: {date: …, why: …}`"
            yield Problem(Place(was.path), message, help)


@rule("F703", waivable=False)
def lost_id(project: Project) -> Iterator[Problem]:
    """A published record that has a new id and does not name the old one in `formerly`.

    Why: links to the old address lead nowhere unless the site knows the new one. This rule needs `--base`.

    Bad:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # head
        $ rm facts/entities/north-pier.yml
        # facts/entities/old-north-pier.yml
        name: North Pier
        type: Place

    Good:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        # head
        $ rm facts/entities/north-pier.yml
        # facts/entities/old-north-pier.yml
        name: North Pier
        type: Place
        formerly: [north-pier]
    """
    for was in _gone(project):
        now = _renamed(was, project)
        if now is not None:
            message = f"the published {was.kind()} {shown(was.id)} is now called {shown(now.id)}"
            yield Problem(
                now.at("formerly"), f"{message}, without its old id in `formerly`", f"add `formerly: [{was.id}]`"
            )
    for pair in project.pairs:
        if pair.was is not None and pair.now is not None:
            kept = {*pair.now.former_ids, pair.now.id}
            for id in pair.was.former_ids:
                if id not in kept:
                    message = f"the former id {shown(id)} is not in `formerly` any more"
                    yield Problem(pair.now.at("formerly"), message, f"put {shown(id)} back into `formerly`")


@rule("F704", waivable=False)
def changed_correction(project: Project) -> Iterator[Problem]:
    """A published entry of `corrections` that was removed or changed.

    Why: a correction is part of the record. If one was wrong, add another entry above it. This rule needs `--base`.

    Bad:

        # base
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        corrections:
          - {date: 2021-06-02, kind: correction, was: "It opened on Sunday.", why: "We misread the paper."}
        # head
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"

    Good:

        # base
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        corrections:
          - {date: 2021-06-02, kind: correction, was: "It opened on Sunday.", why: "We misread the paper."}
        # head
        # facts/claims/harbour/pier-opened.yml
        claim: "The north pier opened on 29 May 2021."
        when: 2021-05-29
        evidence:
          - source: gazette-2021-05-30
            quote: "the north pier was opened to the public on Saturday"
        corrections:
          - {date: 2021-06-04, kind: clarification, was: "We misread the paper.", why: "We read its first edition."}
          - {date: 2021-06-02, kind: correction, was: "It opened on Sunday.", why: "We misread the paper."}
    """
    for was, now in _claims(project):
        for entry in lost_corrections(was, now):
            message = f"the published correction of {entry.date.in_words()} ({shown(entry.was)}) was removed or changed"
            yield Problem(now.at("corrections"), message, "restore it; if it was wrong, add a new entry above it")


@rule("F705", waivable=False)
def changed_withdrawal(project: Project) -> Iterator[Problem]:
    """A published withdrawal that was removed or changed, without a new entry in `corrections`.

    Why: the page said that the record is withdrawn, and why. A source or an entity has no `corrections`, so its
    withdrawal stays; if it is valid after all, write a new record. This rule needs `--base`.

    Bad:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        withdrawn: {date: 2021-07-01, why: "It is the same place as the old harbour."}
        # head
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place

    Good:

        # base
        # facts/entities/north-pier.yml
        name: North Pier
        type: Place
        withdrawn: {date: 2021-07-01, why: "It is the same place as the old harbour."}
        # head
        # facts/entities/north-pier.yml
        name: "North Pier, Old Harbour"
        type: Place
        withdrawn: {date: 2021-07-01, why: "It is the same place as the old harbour."}
    """
    for pair in project.pairs:
        was, now = pair.was, pair.now
        if was is None or now is None or was.withdrawal is None or was.withdrawal == now.withdrawal:
            continue
        if isinstance(was, Claim) and isinstance(now, Claim):
            if new_corrections(was, now):
                continue
            help = "add an entry to `corrections` that says so, or restore the withdrawal"
        else:
            help = "restore the withdrawal; if the record is valid after all, write a new record"
        change = "removed" if now.withdrawal is None else "changed"
        message = f"the withdrawal of {was.withdrawal.date.in_words()} ({shown(was.withdrawal.why)}) was {change}"
        yield Problem(now.at("withdrawn"), f"{message} without notice", help)


def _silently(found: PublishedChange) -> str:
    name, was, now = ".".join(map(str, found.keys)), found.was, found.now
    if name == "evidence":
        return f"published words against the claim were removed without a correction: {shown(was)}"
    if not was:
        return f"the published claim now has {shown(name)}, without a correction: {shown(now)}"
    change = f"it was {shown(was)} and is now {shown(now)}" if now else f"it was {shown(was)} and was removed"
    return f"the published {shown(name)} changed without a correction: {change}"


def _claims(project: Project) -> Iterator[tuple[Claim, Claim]]:
    """Every claim that was published and is still there, as it was and as it is."""
    for pair in project.pairs:
        if isinstance(pair.was, Claim) and isinstance(pair.now, Claim):
            yield pair.was, pair.now


def _gone(project: Project) -> Iterator[Record]:
    for pair in project.pairs:
        if pair.was is not None and pair.now is None and not isinstance(pair.was, Page):
            yield pair.was


def _renamed(was: Record, project: Project) -> Record | None:
    """The new record that says what a deleted one said: most likely the same record under another id."""
    new = (pair.now for pair in project.pairs if pair.was is None and pair.now is not None)
    return next((now for now in new if now.kind() == was.kind() and _says_the_same(was, now)), None)


def _says_the_same(was: Record, now: Record) -> bool:
    if isinstance(was, Claim) and isinstance(now, Claim):
        return tokens(was.claim) == tokens(now.claim)
    if isinstance(was, Source) and isinstance(now, Source):
        return was.url == now.url if was.url else was.title == now.title and was.issued == now.issued
    return isinstance(was, Entity) and isinstance(now, Entity) and was.name == now.name
