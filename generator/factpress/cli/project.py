"""What commands share: where the project is, and what becomes of one that can't be checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from factpress.changes.base import Base
from factpress.pipeline import Checked, check
from factpress.reading.dialect import facts_of
from factpress.site.machine import today


class Failure(click.ClickException):
    """Something that could not be done, said in one line; exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Says it on standard error."""
        click.echo(f"factpress: {self.message}", err=True)


def project_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--project DIR`."""
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        show_default="here",
        help="The project's folder.",
    )(command)


def checked(project: Path, *, base: Base | None = None) -> Checked:
    """The project, read and checked; with a base also against what was published there.

    Raises `Failure` where there is nothing to check.
    """
    facts = facts_of(project)
    if not (project / facts).is_dir():
        raise no_facts(project, facts)
    found = check(project, today=today(), facts=facts, base=base)
    if not found.ledger.records and not found.ledger.broken:
        raise no_records(project, facts)
    if found.missed:
        raise Failure(f"{found.missed}: this is our fault, please report it")
    if found.ledger.unaccounted:
        raise Failure(f"{found.ledger.unaccounted} files were lost on the way: this is our fault, please report it")
    return found


def no_facts(project: Path, facts: str) -> Failure:
    """That a project has no folder of records."""
    return Failure(f"there is no folder {facts}/ in {_named(project)}")


def no_records(project: Path, facts: str) -> Failure:
    """That a project's folder of records holds none."""
    return Failure(f"there are no records under {_named(project / facts)}")


def _named(path: Path) -> str:
    return "the current folder" if path == Path() else str(path)
