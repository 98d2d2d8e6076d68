"""`factpress new`: writes one record from options or by asking; it never overwrites."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from factpress.cli import csl
from factpress.cli.answers import Interview
from factpress.cli.drafts import Draft
from factpress.cli.fields import EVIDENCE, FIELDS
from factpress.cli.ids import short, slug
from factpress.cli.new_record import Kind, interviewed, named, stored, tidied_options, written
from factpress.cli.new_source import write_one
from factpress.cli.new_sources import write_each
from factpress.cli.project import checked, project_option

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
    interview = interviewed(project, book, "claim", ask, given)
    answers = interview.gather(tidied_options(given))
    fields: dict[str, Any] = stored("claim", answers, but=("topic", "article", "article_quote", *EVIDENCE))
    if "article" in answers:
        fields["appears_in"] = [{"source": answers["article"], "quote": answers["article_quote"]}]
    if "source" in answers:
        fields["evidence"] = [{name: answers[name] for name in EVIDENCE if name in answers}]
    record = Draft("claim", "", fields, answers["topic"])
    path = written(interview, [named(interview, record, id, short(slug(answers["claim"])))])
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
    given = tidied_options(given)
    unasked = not ask and not sys.stdin.isatty() and not with_root and bool(pages) != bool(items)
    if unasked or len(pages) > 1 or len(items) > 1:
        if with_root or (pages and items):
            raise click.UsageError("several sources take --root or --root-by-publication, and pages or references")
        write_each(
            Interview(project, book, "source", asks=False), given, pages, items, publications=publications, id=id
        )
    else:
        write_one(project, book, ask, given, pages, items, root=(with_root, root_type), id=id)


@new.command()
@_options("entity")
def entity(project: Path, ask: bool, id: str | None, **given: Any) -> None:
    """Write an entity: a person, organization, place or event that claims and sources name."""
    book = checked(project).book
    interview = interviewed(project, book, "entity", ask, given)
    answers = interview.gather(tidied_options(given))
    record = named(interview, Draft("entity", "", stored("entity", answers)), id, slug(answers["name"]))
    path = written(interview, [record])
    click.echo(f"next: name `{Path(path).stem}` in a claim or a source, then `factpress check`")
