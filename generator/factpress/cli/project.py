"""What commands share: the option for the project's folder, and the check of the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factpress.cli.failure import Failure
from factpress.pipeline import Checked, check
from factpress.reading.settings import Settings
from factpress.reading.unable import NoSettings
from factpress.site.clock import today
from factpress.site.configuration import settings as settings_in

if TYPE_CHECKING:
    from factpress.changes.base import Base


def project_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--project DIR`."""
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        show_default="here",
        help="The project's folder.",
    )(command)


def checked(project: Path, *, settings: Settings | None = None, base: Base | None = None) -> Checked:
    """The project, read and checked; with a base also against what was published there.

    With `settings`, those of its `mkdocs.yml`, what is wrong with that file is among the findings; without, and where
    nothing can be checked, it raises `Failure` or `NoSettings`.
    """
    given, settings = settings, settings or settings_in(project)
    for folder in (settings.facts, *({settings.docs} - {Settings().docs})):
        if not (project / folder).is_dir():
            raise no_folder(project, folder) if settings.is_known else NoSettings(settings.faults[0])
    found = check(project, today=today(), settings=settings, base=base)
    if given is None and not found.settings.is_prose_known:
        raise NoSettings(found.settings.faults[-1])
    if not found.ledger.records and not found.ledger.broken:
        raise no_records(project, settings.facts)
    if found.missed:
        raise Failure(f"{found.missed}: this is our fault, please report it")
    if found.ledger.unaccounted:
        raise Failure(f"{found.ledger.unaccounted} files are unaccounted for: this is our fault, please report it")
    return found


def no_folder(project: Path, folder: str) -> Failure:
    """Says that a folder that the settings name is missing from the project."""
    return Failure(f"there is no folder {folder}/ in {_named(project)}")


def no_records(project: Path, facts: str) -> Failure:
    """Says that a project's folder of records is empty."""
    return Failure(f"there are no records under {_named(project / facts)}")


def _named(path: Path) -> str:
    return "the current folder" if path == Path() else str(path)
