"""`factpress export`: writes files for editors, machines and other engines."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
from click.core import ParameterSource

from factpress import pipeline, reports
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.exports import schemas as exported
from factpress.exports.pages import pages as site_pages
from factpress.records.page import MARKDOWN
from factpress.rules import RULES
from factpress.site.configuration import settings


@click.group()
def export() -> None:
    """Write files that other programs read."""


@export.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--generic", is_flag=True, help="Leave out the project's ids, for example for a shared folder.")
@project_option
@click.pass_context
def schemas(context: click.Context, folder: Path, generic: bool, project: Path) -> None:
    """Write the JSON Schemas of records into DIR, for editors.

    With them an editor completes the ids of the project's records and underlines unknown ids. Outside a project,
    and with --generic, every id is allowed.
    """
    is_named = context.get_parameter_source("project") is not ParameterSource.DEFAULT
    found = None
    if not generic and (is_named or (project / settings(project).facts).is_dir()):
        found = checked(project)
    for path in write_schemas(folder, exported.ids_of(found.book) if found else None):
        click.echo(f"wrote {path}")
    if found and found.ledger.broken:
        click.echo(
            f"{found.ledger.broken} files are broken, and their ids are missing from the schemas: see `factpress check`"
        )


@export.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@project_option
def pages(folder: Path, project: Path) -> None:
    """Write the site into DIR as files that plain MkDocs builds, without factpress."""
    found = checked(project)
    if found.fails(strict=False):
        click.echo(reports.text(found), err=True, nl=False)
        click.echo("factpress: nothing was written", err=True)
        raise SystemExit(1)
    if folder.exists() and any(folder.iterdir()):
        raise Failure(f"{folder} is not empty; name an empty or a new folder")
    written = 0
    extensions = found.settings.dialect.extensions
    history = pipeline.history(project, found.book, facts=found.settings.facts)
    for path, text in site_pages(
        found.book, found.texts, docs=found.settings.docs, rules=RULES, extensions=extensions, history=history
    ):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
        written += 1
    for path in found.documents:
        if not path.endswith(MARKDOWN):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(project / path, folder / path, follow_symlinks=False)
            written += 1
    click.echo(f"wrote {written:,} files into {folder}; `mkdocs build` works there without the plugin")


def write_schemas(folder: Path, ids: exported.Ids | None = None) -> list[Path]:
    """Writes the four schemas, with ids or for any project, and returns their paths.

    Checks for files in the way before it writes anything.
    """
    texts = {folder / name: text for name, text in exported.schemas(ids).items()}
    for path in texts:
        if path.is_symlink() or path.exists():
            _refuse_another(path)
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return list(texts)


def _refuse_another(path: Path) -> None:
    try:
        ours = path.is_file() and not path.is_symlink() and exported.is_schema(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError):
        ours = False
    if not ours:
        raise Failure(f"{path} already exists and is not a factpress schema; nothing was written")
