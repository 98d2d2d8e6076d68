"""The error of a command that can't do its work: one line, exit status 2. It imports nothing else of ours."""

from __future__ import annotations

from typing import Any

import click


class Failure(click.ClickException):
    """Something that can't be done: one line, exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Prints the line to standard error."""
        click.echo(f"factpress: {self.message}", err=True)
