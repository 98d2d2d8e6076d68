"""What a command can't do, said in one line; exit status 2. Every command has it at hand before it imports more."""

from __future__ import annotations

from typing import Any

import click


class Failure(click.ClickException):
    """Something that could not be done, said in one line; exit status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Says it on standard error."""
        click.echo(f"factpress: {self.message}", err=True)
