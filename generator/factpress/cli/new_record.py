"""How one new record comes about: its answers, its id, its file, and the check of what was written."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import click

from factpress import reports
from factpress.book import Book
from factpress.cli.answers import Answers, Interview, asked
from factpress.cli.drafts import Draft, findings_in, tidied, write, wrong_with
from factpress.cli.failure import Failure
from factpress.cli.fields import FIELDS, stored_value
from factpress.cli.project import checked
from factpress.findings import shown
from factpress.records.ids import RESERVED, checked_id
from factpress.records.unreadable import Unreadable

Kind = Literal["claim", "source", "entity"]


def interviewed(project: Path, book: Book, kind: Kind, ask: bool, given: Mapping[str, Any]) -> Interview:
    """An interview that asks if `ask` says so, or if something is missing and standard input is a terminal."""
    interview = Interview(project, book, kind, asks=False)
    answers = {name: value for name, value in given.items() if value not in (None, ())}
    incomplete = any(interview.need(field, answers) == "required" for field in FIELDS[kind])
    return dataclasses.replace(interview, asks=ask or (incomplete and sys.stdin.isatty()))


def tidied_options(given: Mapping[str, Any]) -> dict[str, Any]:
    """Options in the form in which answers are stored."""
    return {
        name: tidied(value) if isinstance(value, str) else tuple(map(tidied, value or ())) or None
        for name, value in given.items()
    }


def stored(kind: Kind, answers: Answers, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """Answers as the record's fields, in the order of the questions."""
    return {
        field.key: stored_value(field, answers[field.name])
        for field in FIELDS[kind]
        if field.name in answers and field.name not in but
    }


def named(interview: Interview, record: Draft, id: str | None, proposed: str) -> Draft:
    """The record under a new id, proposed or chosen; raises `Failure`."""

    def problem(text: str) -> Unreadable | None:
        try:
            checked_id(text)
        except Unreadable as error:
            return error
        if text in RESERVED:
            return Unreadable(f"the id {shown(text)} is reserved for the site's own pages", help="add a word to it")
        taken = _taken_by(interview, record, text)
        return Unreadable(f"{taken} already exists", help="give another id with --id") if taken else None

    if id is None and interview.asks:
        click.echo("\nid: The file's name without .yml. It never changes.")
        return dataclasses.replace(record, id=asked(problem, default=proposed))
    chosen = proposed if id is None else id
    if not chosen:
        raise Failure("no id can be made from these words; give one with --id")
    wrong = problem(chosen)
    if wrong:
        raise Failure(f"{wrong.message}; {wrong.help}")
    return dataclasses.replace(record, id=chosen)


def _taken_by(interview: Interview, record: Draft, id: str) -> str:
    """The file that already has the id, in any topic."""
    other = interview.book.shelf(record.kind).get(id)
    if other is not None:
        return other.path
    now = interview.book.renamed.get((record.kind, id))
    if now is not None:
        return interview.book.shelf(record.kind)[now].path
    found = sorted((interview.project / record.path).parent.parent.glob(f"*/{id}.yml")) if record.topic else []
    return found[0].relative_to(interview.project).as_posix() if found else ""


def written(interview: Interview, drafts: list[Draft]) -> str:
    """Writes the drafts, checks them, prints both results, and returns the last record's path."""
    project, record = interview.project, drafts[-1]
    wrong = wrong_with(project, record.kind, record.fields, whole=True)
    if wrong and not interview.asks:
        lines = "\n".join(f"  {finding.message}; {finding.help}" for finding in wrong)
        raise Failure(f"nothing was written\n{lines}")
    paths = write(project, drafts)
    for path in paths:
        click.echo(f"wrote {path}")
    found = checked(project)
    own = dataclasses.replace(found, findings=findings_in(found, paths))
    if own.findings:
        click.echo("\n" + reports.text(own), nl=False)
    if own.fails(strict=False):
        raise SystemExit(1)
    return paths[-1]
