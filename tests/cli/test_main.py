"""The command itself: what it lists, and what it imports for that."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commands import run

from factpress.cli.main import COMMANDS, group

ROOMS = ("records", "evidence", "book", "rules", "pages", "pipeline", "site")
LIBRARIES = ("pydantic", "markdown", "mkdocs", "jinja2", "yaml")
LOADED = """
import json, sys
from factpress.cli.main import group
try:
    group({arguments}, prog_name="factpress")
except SystemExit:
    print("LOADED", json.dumps(sorted(sys.modules)))
"""


def loaded(*arguments: str, cwd: Path) -> set[str]:
    """The modules that a command has imported when it ends."""
    program = LOADED.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", program], cwd=cwd, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.partition("LOADED ")[2]))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_by_what_it_says_of_itself(name: str) -> None:
    command = group.get_command(click.Context(group), name)
    assert command is not None and command.name == name
    assert inspect.cleandoc(command.help or "").partition("\n")[0] == COMMANDS[name]


def test_every_command_is_listed() -> None:
    folder = Path(inspect.getfile(type(group))).parent
    command = re.compile(r"^@click\.(?:command|group)\(\)$", re.MULTILINE)
    with_command = {path.stem for path in folder.glob("*.py") if command.search(path.read_text("utf-8"))}
    assert with_command == set(COMMANDS)


def test_help_names_each_command_with_what_it_does(tmp_path: Path) -> None:
    said = " ".join(run("--help", cwd=tmp_path).stdout.split())
    assert all(f"{name} {' '.join(about.split())}" in said for name, about in COMMANDS.items())
    assert run("chekc", cwd=tmp_path).returncode == 2


def test_code_of_others_that_gives_up_with_words_fails(tmp_path: Path, repository: Path) -> None:
    program = "import sys\nfrom factpress.cli import main\nmain.group = lambda **more: sys.exit('no more')\nmain.main()"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "factpress: no more\n")


def test_a_closed_stream_changes_no_status(repository: Path) -> None:
    command = ["sh", "-c", '"$0" -m factpress --version >&-', sys.executable]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_no_room_and_no_library(argument: str, tmp_path: Path) -> None:
    found = loaded(argument, cwd=tmp_path)
    assert "factpress.cli.main" in found
    assert not found & {*LIBRARIES, *(f"factpress.{room}" for room in ROOMS)}


def test_a_check_imports_nothing_that_only_a_build_needs(small: Path) -> None:
    # Unlike this one, the site has no links to parts of pages that only a build makes.
    found = loaded("check", cwd=small)
    assert "factpress.pipeline" in found
    assert not {name for name in found if name.split(".")[:2] in (["factpress", "pages"], ["factpress", "exports"])}
    assert not found & {
        "jinja2",
        "mkdocs.config.defaults",
        "mkdocs.theme",
        "trafilatura",
        "pypdfium2",
        "concurrent.futures",
    }
