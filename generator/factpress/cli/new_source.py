"""Writes one source, of options, a page, a reference and answers, and the entity of its root where that is new."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from factpress.book import Book
from factpress.cli import csl, saved_page
from factpress.cli.answers import Interview, asked, confirmed, say
from factpress.cli.drafts import Draft, tidied, wrong_with
from factpress.cli.failure import Failure
from factpress.cli.fields import FIELDS
from factpress.cli.ids import short, slug
from factpress.cli.new_record import interviewed, named, stored, written
from factpress.findings import shown, spelt
from factpress.records.source import Source
from factpress.records.unreadable import Unreadable


def write_one(
    project: Path,
    book: Book,
    ask: bool,
    given: dict[str, Any],
    pages: Sequence[Path],
    items: Sequence[csl.Item],
    *,
    root: tuple[str | None, str],
    id: str | None,
) -> None:
    """Writes one source, of options and at most one page and one reference, and asks for what is missing."""
    _, held, left = items[0] if items else ("", {}, [])
    more, taken, refused = _held(project, book, given, held, pages)
    interview = dataclasses.replace(interviewed(project, book, "source", ask, given), held=frozenset(more))
    with_root, root_type = root
    if with_root and given.get("root") is None:
        given["root"] = slug(with_root)
    entity = _root(interview, given, with_root, root_type)
    if entity:
        interview = dataclasses.replace(interview, brought=frozenset({entity.id}))
    kept = {**more, **stored("source", interview.gather(given))}
    fields = {name: kept[name] for name in Source.model_fields if name in kept}
    date = re.match(r"[0-9]{4}(-[0-9]{2}){0,2}", fields.get("issued", ""))
    where = slug(fields.get("container_title", "")) or fields["root"]
    proposed = f"{where}-{date[0]}" if date else f"{fields['root']}-{short(slug(fields['title']))}"
    record = named(interview, Draft("source", "", fields, remarks=saved_page.remark(taken)), id, proposed)
    path = written(interview, [entity, record] if entity else [record])
    for problem in [*map(spelt, left), *refused]:
        click.echo(f"left out: {problem}")
    click.echo(f"next: cite it with `factpress new claim --source {Path(path).stem}`, then `factpress check`")


def _held(
    project: Path, book: Book, given: dict[str, Any], held: Mapping[str, Any], pages: Sequence[Path]
) -> tuple[Mapping[str, Any], Mapping[str, Any], Sequence[str]]:
    """Adds to the answers what a reference and a page say; gives back what has no option, and what the page says."""
    options = {field.name for field in FIELDS["source"] if not field.many}
    given |= {name: value for name, value in held.items() if name in options and given.get(name) is None}
    more = {name: value for name, value in held.items() if name not in options and not given.get(name)}
    said, doubts = saved_page.read(pages[0]) if pages else ({}, ())
    for doubt in doubts:
        click.echo(spelt(f"{pages[0]}: {doubt}"))
    said = {name: value for name, value in said.items() if given.get(name) is None and name not in held}
    if given.get("undated"):
        said.pop("issued", None)
    taken, refused = saved_page.usable(Interview(project, book, "source", asks=False), said)
    given |= taken
    return more, taken, refused


def _root(interview: Interview, given: dict[str, Any], name: str | None, type: str) -> Draft | None:
    """Completes the root's id among the answers, and returns its entity if that must be written too."""
    field = next(field for field in FIELDS["source"] if field.name == "root")
    while interview.asks:
        if given.get("root") is None:
            click.echo(f"\nroot: {field.description}")
            given["root"] = asked(lambda value: interview.misread(field, value))
        lost = interview.misread(field, given["root"]) or interview.lost(field, given["root"])
        if lost is None or name:
            break
        say(lost)
        if confirmed(f"also write the entity {shown(given['root'])}?"):
            click.echo("\nname: The name that readers see.")
            name = asked(lambda value: _wrong_entity(interview, {"name": value}))
            break
        given["root"] = None
    id = given.get("root")
    if not name or not id or interview.misread(field, id) or interview.lost(field, id) is None:
        return None
    fields = {"name": tidied(name), "type": type}
    wrong = _wrong_entity(interview, fields)
    if wrong:
        raise Failure(f"--with-root: {wrong.message}; {wrong.help}")
    return Draft("entity", id, fields)


def _wrong_entity(interview: Interview, fields: Mapping[str, Any]) -> Unreadable | None:
    whole = "type" in fields
    found = wrong_with(interview.project, "entity", fields, whole=whole)
    return Unreadable(found[0].message, help=found[0].help) if found else None
