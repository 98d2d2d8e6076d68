"""The `factpress` command: its subcommands, each imported when it runs, and the message for a bug."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from signal import SIGINT
from typing import Any

import click

from factpress import __version__
from factpress.cli.failure import Failure
from factpress.cli.signals import Ended, end_by, listen
from factpress.reading.unable import Unable

COMMANDS: Mapping[str, str] = {
    "build": "Check the records, build the site, and publish it in one step.",
    "check": "Apply every rule to every record; PATHS limit the report, not the reading.",
    "diff": "Describe what HEAD changes in the published record since it left BASE; without HEAD, the working tree.",
    "export": "Write files that other programs read.",
    "init": "Write a new site into DIR, an empty or a new folder.",
    "new": "Write one new record under facts/.",
    "serve": "Serve the site with live reload; pages show the errors of the check, which never end the preview.",
    "sign": "Sign that you compared each CLAIM with its sources; a claim that changes later is unreviewed again.",
    "snapshot": "Read the text of SOURCE and write the receipt of the quotes that records cite from it.",
    "why": "Print a claim's evidence, or a source's quotes and its numbered sentences with their claims.",
}
"""Every command and what it does, in one line. `NAME` is `factpress.cli.NAME:NAME`, so that help imports none."""


class Commands(click.Group):
    """All commands; a command is imported when it is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The commands' names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command, imported now; `None` for an unknown name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"factpress.cli.{name}"), name)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def invoke(self, context: click.Context) -> Any:
        """Runs a command; an error that we expect is one line."""
        try:
            return super().invoke(context)
        except Unable as error:
            raise Failure(str(error)) from None
        except KeyboardInterrupt:
            raise Ended(SIGINT) from None
        except OSError as error:
            from factpress.reading.disk import reason, refused

            refusal = refused(error)
            if refusal is None:
                raise
            raise Failure(reason(refusal)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factpress")
def group() -> None:
    """Static, fact-checked explainer sites from sourced records.

    Exit status: 0 clean, 1 findings, 2 could not do it.
    """


def main() -> None:
    """Runs the command in a process of its own, which ends with it.

    What a command imports and reads stays until its end. So garbage is not collected meanwhile, and at the end the
    process stops at once instead of freeing everything: together a fifth of a check's time.
    """
    gc.disable()
    # The library of the models looks into every installed package for plugins of its own; none has a part here.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        # A terminal or pipe that knows few characters shows the others escaped, and nothing fails.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    listen()
    status, signal = _run()
    for stream in (sys.stdout, sys.stderr):
        # A stream may be closed, at its other end or before the start.
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.flush()
    os._exit(end_by(signal) if signal else status)


def _run() -> tuple[int, int]:
    """Runs the command and returns its exit status, and the signal that ended it or 0."""
    try:
        return _status(), 0
    except Ended as end:
        with contextlib.suppress(OSError, ValueError):
            click.echo(f"factpress: ended by {end}", err=True)
        return 2, end.number


def _status() -> int:
    """Runs the command and returns its exit status; a bug of ours is one line that names the file, and status 2."""
    try:
        group(prog_name="factpress")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            return end.code or 0
        # Somebody else's code gave up, such as an extension's; Python itself would print the words.
        click.echo(f"factpress: {end.code}", err=True)
        return 2
    except Exception as error:  # noqa: BLE001 the last place to report a bug of ours
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{at.tb_frame.f_code.co_filename.rpartition('/')[2]}:{at.tb_lineno}" if at else "an unknown place"
        click.echo(f"factpress: internal error at {where}: this is our fault; please report it ({error!r})", err=True)
        return 2
    return 0
