"""factpress commands, run in this process: what they print and their exit status, without another start of Python."""

from __future__ import annotations

import contextlib
import os
import subprocess
from pathlib import Path

from click.testing import CliRunner

from factpress.cli.main import group


def environment() -> dict[str, str]:
    """This process's environment, with the theme's and the engine's notices about MkDocs 2 off."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """A command, run in a folder; a bug of ours is raised here as it is."""
    with contextlib.chdir(cwd):
        done = CliRunner().invoke(group, arguments, prog_name="factpress")
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)
