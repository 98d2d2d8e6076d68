"""`factpress new`: writes one record from options or by asking; it never overwrites."""

from __future__ import annotations

import dataclasses
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import click

from factpress import reports
from factpress.book import Book
from factpress.cli import csl, new_sources, saved_page
from factpress.cli.answers import Answers, Interview, asked, confirmed, say
from factpress.cli.drafts import Draft, findings_in, tidied, write, wrong_with
from factpress.cli.failure import Failure
from factpress.cli.fields import EVIDENCE, FIELDS, stored_value
from factpress.cli.ids import short, slug
from factpress.cli.project import checked, project_option
from factpress.findings import shown, spelt
from factpress.records.ids import RESERVED, checked_id
from factpress.records.source import Source
from factpress.records.unreadable import Unreadable

Kind = Literal["claim", "source", "entity"]
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def new() -> None:
    """Write one new record under facts/."""


def _options(kind: Kind) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """An option for every field of the kind, and those that all kinds have."""

    def added(command: Callable[..., Any]) -> Callable[..., Any]:
        for field in reversed(FIELDS[kind]):
            words = field.description + (" Can be given several times." if field.many else "")
            command = click.option(field.option, field.name, multiple=field.many, help=words)(command)
        command = click.option("--id", help="The file's name without .yml; left out: made from the other options.")(
            command
        )
        command = click.option(
            "--ask", is_flag=True, help="Ask for what is missing, even if standard input is not a terminal."
        )(command)
        return project_option(command)

    return added


@new.command()
@_options("claim")
def claim(project: Path, ask: bool, id: str | None, **given: Any) -> None:
    """Write a claim: one sentence that can be checked, and what a source says about it in its own words."""
    book = checked(project).book
    interview = _interview(project, book, "claim", ask, given)
    answers = interview.gather(_tidied(given))
    fields: dict[str, Any] = _stored("claim", answers, but=("topic", "article", "article_quote", *EVIDENCE))
    if "article" in answers:
        fields["appears_in"] = [{"source": answers["article"], "quote": answers["article_quote"]}]
    if "source" in answers:
        fields["evidence"] = [{name: answers[name] for name in EVIDENCE if name in answers}]
    record = Draft("claim", "", fields, answers["topic"])
    path = _written(interview, [_named(interview, record, id, short(slug(answers["claim"])))])
    read = next(answers[name] for name in ("source", "article") if name in answers)
    click.echo(
        f"next: `factpress snapshot {read} --file FILE` with the source's saved text, then `factpress check`; "
        f"add more evidence below the first in {path}"
    )


@new.command()
@_options("source")
@click.option("--with-root", metavar="NAME", help="Also write the root's entity with this name, if it does not exist.")
@click.option("--root-type", default="Organization", show_default=True, help="The type of that entity.")
@click.option(
    "--root-by-publication",
    "publications",
    is_flag=True,
    help="Take the publication as the root of pages or references without one; also write its entity.",
)
@click.option(
    "--csl",
    "csl_file",
    type=_FILE,
    help="Take the fields of every item from a CSL-JSON file, such as Zotero exports, or a .bib or .ris file.",
)
@click.option("--item", metavar="ID", help="Take only this item of that file.")
@click.option(
    "--page",
    "pages",
    type=_FILE,
    multiple=True,
    help="Take the fields from a saved page's metadata. More pages can follow: --page *.html",
)
@click.argument("more_pages", nargs=-1, type=_FILE, metavar="[PAGE]...")
def source(
    project: Path,
    ask: bool,
    id: str | None,
    with_root: str | None,
    root_type: str,
    publications: bool,
    csl_file: Path | None,
    item: str | None,
    pages: tuple[Path, ...],
    more_pages: tuple[Path, ...],
    **given: Any,
) -> None:
    """Write a source: one published document, and whose reporting it is.

    With several pages or references, one for each. A source of a page or reference is also written where
    something is missing: the output says what, and the exit status is 1.
    """
    if more_pages and not pages:
        raise click.UsageError(f"{more_pages[0]}: to read saved pages, write --page before them")
    pages += more_pages
    book = checked(project).book
    items = csl.read(csl_file, item=item) if csl_file else []
    given = _tidied(given)
    if (pages and not ask and not sys.stdin.isatty() and not (items or with_root)) or len(pages) > 1 or len(items) > 1:
        if with_root or (pages and items):
            raise click.UsageError("several sources take --root or --root-by-publication, and pages or references")
        answers = Interview(project, book, "source", asks=False).checked(given)
        fields = _stored("source", answers)
        found = new_sources.from_pages(pages, fields) if pages else new_sources.from_items(items, fields)
        whole = new_sources.write_sources(project, book, found, publications=publications, id=id)
        click.echo("next: `factpress snapshot --all DIR` with the folder of the saved pages, then `factpress check`")
        if not whole or len(found) < len(pages or items):
            raise SystemExit(1)
        return
    _, held, left = items[0] if items else ("", {}, [])
    options = {field.name for field in FIELDS["source"] if not field.many}
    given |= {name: value for name, value in held.items() if name in options and given.get(name) is None}
    more = {name: value for name, value in held.items() if name not in options and not given.get(name)}
    said, doubts = saved_page.read(pages[0]) if pages else ({}, ())
    said = {name: value for name, value in said.items() if given.get(name) is None and name not in held}
    if given.get("undated"):
        said.pop("issued", None)
    taken, refused = saved_page.usable(Interview(project, book, "source", asks=False), said)
    given |= taken
    interview = dataclasses.replace(_interview(project, book, "source", ask, given), held=frozenset(more))
    for doubt in doubts:
        click.echo(spelt(f"{pages[0]}: {doubt}"))
    if with_root and given.get("root") is None:
        given["root"] = slug(with_root)
    entity = _root(interview, given, with_root, root_type)
    if entity:
        interview = dataclasses.replace(interview, brought=frozenset({entity.id}))
    answers = interview.gather(given)
    stored = {**more, **_stored("source", answers)}
    fields = {name: stored[name] for name in Source.model_fields if name in stored}
    date = re.match(r"[0-9]{4}(-[0-9]{2}){0,2}", fields.get("issued", ""))
    where = slug(fields.get("container_title", "")) or fields["root"]
    proposed = f"{where}-{date[0]}" if date else f"{fields['root']}-{short(slug(fields['title']))}"
    record = _named(interview, Draft("source", "", fields, remarks=saved_page.remark(taken)), id, proposed)
    path = _written(interview, [entity, record] if entity else [record])
    if left:
        click.echo(f"left out of {csl_file}: {', '.join(map(spelt, left))}")
    for problem in refused:
        click.echo(f"left out of {pages[0]}: {problem}")
    click.echo(f"next: cite it with `factpress new claim --source {Path(path).stem}`, then `factpress check`")


@new.command()
@_options("entity")
def entity(project: Path, ask: bool, id: str | None, **given: Any) -> None:
    """Write an entity: a person, organization, place or event that claims and sources name."""
    book = checked(project).book
    interview = _interview(project, book, "entity", ask, given)
    answers = interview.gather(_tidied(given))
    record = _named(interview, Draft("entity", "", _stored("entity", answers)), id, slug(answers["name"]))
    path = _written(interview, [record])
    click.echo(f"next: name `{Path(path).stem}` in a claim or a source, then `factpress check`")


def _interview(project: Path, book: Book, kind: Kind, ask: bool, given: Mapping[str, Any]) -> Interview:
    """An interview that asks if `ask` says so, or if something is missing and standard input is a terminal."""
    interview = Interview(project, book, kind, asks=False)
    answers = {name: value for name, value in given.items() if value not in (None, ())}
    incomplete = any(interview.need(field, answers) == "required" for field in FIELDS[kind])
    return dataclasses.replace(interview, asks=ask or (incomplete and sys.stdin.isatty()))


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


def _tidied(given: Mapping[str, Any]) -> dict[str, Any]:
    """Options in the form in which answers are stored."""
    return {
        name: tidied(value) if isinstance(value, str) else tuple(map(tidied, value or ())) or None
        for name, value in given.items()
    }


def _stored(kind: Kind, answers: Answers, *, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """Answers as the record's fields, in the order of the questions."""
    return {
        field.key: stored_value(field, answers[field.name])
        for field in FIELDS[kind]
        if field.name in answers and field.name not in but
    }


def _named(interview: Interview, record: Draft, id: str | None, proposed: str) -> Draft:
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


def _written(interview: Interview, drafts: list[Draft]) -> str:
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
