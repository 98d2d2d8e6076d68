"""Shells whose `factpress` is run by the process of the tests: what stands around a command is the shell's own work."""

from __future__ import annotations

import os
import select
import stat
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from commands import run

# Lays down what it was given, says so, waits for the status, and says what the command said.
_STAND_IN = """#!/bin/sh
desk={desk}
env -0 > "$desk/environment"
printf '%s\\0' "$PWD" "$@" > "$desk/words"
echo > "$desk/asked"
read -r status < "$desk/answered"
cat "$desk/stderr" >&2
cat "$desk/stdout"
exit "$status"
"""


def shell(
    command: Sequence[str], folder: Path, environment: Mapping[str, str] = os.environ
) -> subprocess.CompletedProcess[str]:
    """Runs a shell in a folder; each `factpress` on its path is a command in this process."""
    with TemporaryDirectory() as name:
        desk = Path(name)
        program = desk / "bin/factpress"
        program.parent.mkdir()
        program.write_text(_STAND_IN.format(desk=desk), "utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        for pipe in ("asked", "answered"):
            os.mkfifo(desk / pipe)
        asked = os.open(desk / "asked", os.O_RDWR)
        with (desk / "said").open("w") as said, (desk / "told").open("w") as told:
            process = subprocess.Popen(
                command,
                cwd=folder,
                env={**environment, "PATH": f"{program.parent}{os.pathsep}{environment['PATH']}"},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=told,
            )
            while process.poll() is None:
                if select.select([asked], [], [], 0.01)[0]:
                    os.read(asked, 1)
                    _answer(desk)
        os.close(asked)
        words = [(desk / name).read_text("utf-8") for name in ("said", "told")]
        return subprocess.CompletedProcess(command, process.returncode, *words)


def _answer(desk: Path) -> None:
    """Runs the command that a shell has laid down."""
    folder, *words = (desk / "words").read_text("utf-8").split("\0")[:-1]
    given = dict(line.split("=", 1) for line in (desk / "environment").read_text("utf-8").split("\0") if "=" in line)
    changed = {name: value for name, value in given.items() if os.environ.get(name) != value}
    done = run(*words, cwd=Path(folder), **changed)
    (desk / "stdout").write_text(done.stdout, "utf-8")
    (desk / "stderr").write_text(done.stderr, "utf-8")
    (desk / "answered").write_text(f"{done.returncode}\n", "utf-8")
