"""Commands, run in this process: what they print and their exit status, without another start of Python."""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import CodeType
from typing import Any

import click
import pytest
from click.testing import CliRunner
from jinja2 import Environment, FileSystemLoader

from factpress.cli.main import group

# The theme's and the engine's notices about MkDocs 2.
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def environment() -> dict[str, str]:
    """This process's environment, with the theme's and the engine's notices about MkDocs 2 off."""
    return {**os.environ, **_QUIET}


def run(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A factpress command, run in a folder; a bug of ours is raised here as it is."""
    return _invoked(group, "factpress", arguments, cwd, variables)


def run_mkdocs(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command of MkDocs, run in a folder."""
    from mkdocs.__main__ import cli

    with _logging_restored():
        return _invoked(cli, "mkdocs", arguments, cwd, variables)


def preview(project: Path) -> None:
    """Builds what a preview shows, whatever the check finds, into `site/`."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with _logging_restored(), contextlib.chdir(project), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.getLogger("mkdocs").addHandler(logging.NullHandler())
        config = load_config("mkdocs.yml")
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)


def start(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A module's command, run in a process of its own, as a user runs it."""
    done = [sys.executable, "-m", *command]
    named = {**environment(), **variables}
    return subprocess.run(done, cwd=cwd, capture_output=True, text=True, timeout=120, env=named)


def _invoked(
    program: click.Command, name: str, arguments: tuple[str, ...], cwd: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    with contextlib.chdir(cwd), warnings.catch_warnings():
        # What a process of its own would not end over.
        warnings.simplefilter("ignore")
        done = CliRunner().invoke(program, arguments, prog_name=name, env={**_QUIET, **variables})
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return subprocess.CompletedProcess(arguments, done.exit_code, done.stdout, done.stderr)


@contextlib.contextmanager
def _logging_restored() -> Iterator[None]:
    """MkDocs sets its logger up for one command in the life of its process."""
    engine, builder = logging.getLogger("mkdocs"), logging.getLogger("mkdocs.commands.build")
    handlers, level, propagate, filters = [*engine.handlers], engine.level, engine.propagate, [*builder.filters]
    try:
        yield
    finally:
        engine.handlers, engine.propagate, builder.filters = handlers, propagate, filters
        engine.setLevel(level)


def prepare_once(patch: pytest.MonkeyPatch) -> None:
    """Has this process do once what is the same in every build, and is more than half the time of a small one.

    Each template is compiled once, and the files of an installed theme are listed once, without the folders whose
    names begin with a dot: the engine copies none of these, and they hold ten thousand icons.
    """
    _compile_once(patch)
    _list_once(patch)


def _list_once(patch: pytest.MonkeyPatch) -> None:
    listed: dict[str, list[str]] = {}
    list_templates = FileSystemLoader.list_templates

    def remembered(self: FileSystemLoader) -> list[str]:
        found: set[str] = set()
        for path in self.searchpath:
            if "site-packages" not in path:
                found.update(list_templates(FileSystemLoader(path)))
                continue
            if path not in listed:
                names = list_templates(FileSystemLoader(path))
                listed[path] = [name for name in names if not name.startswith(".")]
            found.update(listed[path])
        return sorted(found)

    patch.setattr(FileSystemLoader, "list_templates", remembered)


def _compile_once(patch: pytest.MonkeyPatch) -> None:
    compiled: dict[Any, CodeType] = {}
    compile = Environment.compile

    def remembered(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        how = (self.autoescape, self.trim_blocks, self.lstrip_blocks, self.keep_trailing_newline, *self.extensions)
        key = (source, name, filename, how)
        if key not in compiled:
            compiled[key] = compile(self, source, name, filename)
        return compiled[key]

    patch.setattr(Environment, "compile", remembered)
