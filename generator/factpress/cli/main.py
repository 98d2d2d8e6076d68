"""The `factpress` command: its subcommands, and what a bug looks like to the person who meets it."""

from __future__ import annotations

import io
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from factpress import __version__
from factpress.cli.build import build
from factpress.cli.check import check
from factpress.cli.diff import diff
from factpress.cli.export import export
from factpress.cli.init import init
from factpress.cli.new import new
from factpress.cli.project import Failure
from factpress.cli.serve import serve
from factpress.cli.sign import sign
from factpress.cli.snapshot import snapshot
from factpress.cli.why import why
from factpress.reading.repository import NoRevision


class _Commands(click.Group):
    """All commands; what git can't tell ends any of them in one line."""

    def invoke(self, context: click.Context) -> Any:
        """Runs a command."""
        try:
            return super().invoke(context)
        except NoRevision as error:
            raise Failure(str(error)) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factpress")
def group() -> None:
    """Static, fact-checked explainer sites from sourced records.

    Exit status: 0 clean, 1 findings, 2 could not do it.
    """


group.add_command(build)
group.add_command(check)
group.add_command(diff)
group.add_command(export)
group.add_command(init)
group.add_command(new)
group.add_command(serve)
group.add_command(sign)
group.add_command(snapshot)
group.add_command(why)


def main() -> None:
    """Runs the command; a bug of ours is one line that names the file, and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe that knows few characters shows the others escaped, and nothing fails.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        group(prog_name="factpress")
    except Exception as error:  # noqa: BLE001 the rim: whatever went wrong here is our fault, and is said so
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(at.filename).name}:{at.lineno}"
        click.echo(f"factpress: internal error at {where}: this is our fault; please report it ({error!r})", err=True)
        sys.exit(2)
