"""`factpress export`: writes files for editors, machines and other engines, with a command for each format."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
from click.core import ParameterSource

from factpress import pipeline, reports
from factpress.changes.history import UNTOLD
from factpress.cli.failure import Failure
from factpress.cli.project import checked, project_option
from factpress.cli.writing import all_or_nothing, replace
from factpress.exports import schemas
from factpress.exports.format import Copied, Format, Project, formats
from factpress.findings import counted
from factpress.pipeline import Checked
from factpress.rules import RULES
from factpress.site.configuration import settings


@click.group()
def export() -> None:
    """Write files that other programs read."""


def _command(name: str, format: Format) -> click.Command:
    """The command that writes a format."""

    @click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
    @project_option
    @click.pass_context
    def write(context: click.Context, folder: Path, project: Path, generic: bool = False) -> None:
        is_named = context.get_parameter_source("project") is not ParameterSource.DEFAULT
        is_any = format.serves_any_project and (generic or not (is_named or _is_project(project)))
        found = None if is_any else checked(project)
        if found and not format.serves_any_project and found.fails(strict=False):
            click.echo(reports.text(found), err=True, nl=False)
            click.echo("factpress: nothing was written", err=True)
            raise SystemExit(1)
        made_of = _project(found, project, with_history=not format.serves_any_project) if found else Project()
        if format.is_own:
            for path in write_own(folder, format, made_of):
                click.echo(f"wrote {path}")
        else:
            written = _write_whole(folder, format, made_of, project)
            click.echo(f"wrote {counted(written, 'file')} into {folder}" + (f"; {format.note}" if format.note else ""))
        if found and format.serves_any_project and found.ledger.broken:
            broken = counted(found.ledger.broken, "broken file")
            click.echo(f"the {name} do not contain the ids of {broken}: see `factpress check`")

    if format.serves_any_project:
        note = "Leave out the project's ids, for example for a shared folder."
        write = click.option("--generic", is_flag=True, help=note)(write)
    return click.command(name, help=format.help)(write)


for _name, _format in formats().items():
    export.add_command(_command(_name, _format))


def write_schemas(folder: Path) -> list[Path]:
    """Writes the schemas for any project, and returns their paths."""
    return write_own(folder, schemas.FORMAT, Project())


def write_own(folder: Path, format: Format, project: Project) -> list[Path]:
    """Writes files among others, and returns their paths; before it writes any, it looks for files in the way."""
    texts = {folder / name: text for name, text in format.files(project) if not isinstance(text, Copied)}
    for path in texts:
        if (path.is_symlink() or path.exists()) and not _is_own(path, format):
            raise Failure(f"{path} already exists and is not a file of this format; nothing was written")
    replace(texts)
    return list(texts)


def _write_whole(folder: Path, format: Format, project: Project, root: Path) -> int:
    """Writes all files of a format into an empty folder, and returns their number."""
    if folder.exists() and any(folder.iterdir()):
        raise Failure(f"{folder} is not empty; name an empty or a new folder")
    written = 0
    with all_or_nothing(folder):
        for path, text in format.files(project):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            if isinstance(text, Copied):
                shutil.copyfile(root / text.path, folder / path, follow_symlinks=False)
            else:
                (folder / path).write_text(text, encoding="utf-8", newline="\n")
            written += 1
    return written


def _is_project(folder: Path) -> bool:
    return (folder / settings(folder).facts).is_dir()


def _project(found: Checked, root: Path, *, with_history: bool) -> Project:
    """What formats are made from; the history is expensive to read."""
    history = pipeline.history(root, found.book, facts=found.settings.facts) if with_history else UNTOLD
    return Project(
        # Editors complete the ids of drafts too; what others read has none.
        found.book.without_drafts() if with_history else found.book,
        found.texts,
        docs=found.settings.docs,
        documents=found.documents,
        dialect=found.settings.dialect,
        rules=RULES,
        history=history,
    )


def _is_own(path: Path, format: Format) -> bool:
    """Whether a file is one of the format's own, which may be replaced."""
    try:
        text = path.read_text("utf-8") if path.is_file() and not path.is_symlink() else None
    except (OSError, UnicodeDecodeError):
        text = None
    return text is not None and format.is_own is not None and format.is_own(text, path.name)
