"""`factpress diff`: describes what a change does to the published record; it never writes."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import click

from factpress.changes.comparison import compare
from factpress.cli.project import no_folder, no_records, project_option
from factpress.pipeline import book_of
from factpress.reading.repository import Repository
from factpress.reports.diffs import FORMATS
from factpress.site.configuration import settings


@click.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="How to print it."
)
@project_option
def diff(base: str, head: str | None, form: str, project: Path) -> None:
    """Describe what HEAD changes in the published record since it left BASE; without HEAD, the working tree.

    BASE and HEAD are git revisions, such as main.
    """
    repository = Repository(project)
    left = repository.left_at(base, head or "HEAD")
    if left != repository.commit(base):
        click.echo(f"factpress: compared with {left[:12]}, where {head or 'HEAD'} left {base}", err=True)
    with ExitStack() as folders:
        places = [folders.enter_context(repository.laid_out(left, settings))]
        if head:
            places.append(folders.enter_context(repository.laid_out(repository.commit(head), settings)))
        else:
            places.append((project, settings(project)))
        facts = places[-1][1].facts
        if not any((folder / its.facts).is_dir() for folder, its in places):
            raise no_folder(project, facts)
        (old, was), (new, now) = (book_of(folder, its) for folder, its in places)
    if not any(each.ledger.records or each.ledger.broken for each in (old, new)):
        raise no_records(project, facts)
    click.echo(
        FORMATS[form](compare(was.without_drafts(), now.without_drafts(), broken=old.broken | new.broken)), nl=False
    )
