"""Whole builds, killed at their changes of files and at random moments, and ended by SIGTERM; prints a table.

Run by `make audit`. After each kill a build that fails puts right what the killed one left: then a whole site is in its
place, the old or the new one, and nothing else is left. After SIGTERM that is so at once. Anything else ends with
status 1. Each build runs in a fork of this process, which has built a site before: so hundreds take minutes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import commands
import pytest
from kills import fork, kill_at

from factpress.cli import main, publishing

EVERY = 8
# With and without an exchange of folders: together 200 kills.
MOMENTS = {signal.SIGKILL: 100, signal.SIGTERM: 50}
Files = Mapping[str, bytes]


def files(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def command(project: Path, *arguments: str, before: Callable[[], object] = lambda: None) -> None:
    """Runs a command in this process, a fork, which ends with it."""
    os.chdir(project)
    tempfile.tempdir = str(project.parent / "temporary")
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    sys.argv = ["factpress", *arguments]
    before()
    main.main()


def run(project: Path, *arguments: str, **more: Callable[[], object]) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(fork(partial(command, project, *arguments, **more)), 0)[1])


class Ground:
    """A project with an old site, in which builds of a new one are killed."""

    def __init__(self, folder: Path) -> None:
        self.project, self.temporary = folder / "project", folder / "temporary"
        self.temporary.mkdir()
        self.project.mkdir()
        for arguments in (("init", ".", "--name", "Harbour facts"), ("build",)):
            done = commands.run(*arguments, cwd=self.project)
            assert done.returncode == 0, done.stderr
        self.page = self.project / "docs/index.md"
        shutil.copytree(self.project / "site", folder / "old")
        self.old = files(folder / "old")
        self.text = self.page.read_text("utf-8") + "\nIt has a pier.\n"
        self.page.write_text(self.text, "utf-8")
        start = time.monotonic()
        assert run(self.project, "build") == 0
        self.seconds = time.monotonic() - start
        self.new = files(self.project / "site")
        assert self.new != self.old
        self.names = sorted(path.name for path in self.project.iterdir())

    def renew(self) -> None:
        shutil.rmtree(self.project / "site", ignore_errors=True)
        shutil.copytree(self.temporary.parent / "old", self.project / "site")
        self.page.write_text(self.text, "utf-8")

    def found(self) -> Counter[str]:
        """What is wrong now."""
        wrong: Counter[str] = Counter()
        site = self.project / "site"
        if not site.is_dir():
            wrong["missing"] += 1
        elif files(site) not in (self.old, self.new):
            wrong["broken"] += 1
        left = [path.name for path in self.project.iterdir() if path.name not in (*self.names, "site")]
        wrong["litter"] += bool(left) or any(self.temporary.iterdir())
        return wrong

    def recovered(self) -> Counter[str]:
        """What is wrong after a build that fails at once."""
        self.page.write_text(self.text + "\n[x](claim:no-such-claim)\n", "utf-8")
        assert run(self.project, "build") == 1
        return self.found()


def at_changes(ground: Ground) -> tuple[int, Counter[str]]:
    """What kills at every few changes of files leave."""
    wrong: Counter[str] = Counter()
    kills = 0
    while True:
        ground.renew()
        if run(ground.project, "build", before=partial(kill_at, 1 + EVERY * kills)) == 0:
            return kills, wrong
        kills += 1
        wrong += ground.recovered()


def at_moments(ground: Ground, number: signal.Signals) -> tuple[int, Counter[str]]:
    """What is left by builds that get a signal at random moments."""
    wrong: Counter[str] = Counter()
    chance = random.Random(number)  # noqa: S311 a fixed seed is the point
    for _ in range(MOMENTS[number]):
        ground.renew()
        child = fork(partial(command, ground.project, "build"))
        time.sleep(chance.uniform(0, 1.1 * ground.seconds))
        os.kill(child, number)
        os.waitpid(child, 0)
        wrong += ground.recovered() if number == signal.SIGKILL else ground.found()
    return MOMENTS[number], wrong


def audit() -> int:
    """Prints the table; 1 if anything is wrong."""
    print(f"{'':46}{'kills':>8}{'broken':>8}{'missing':>8}{'litter':>8}")
    failed = False
    commands.prepare_once(pytest.MonkeyPatch())
    for way in ("exchange", "two renames"):
        if way == "two renames":
            publishing.exchange = lambda one, two: False  # type: ignore[assignment]
        with tempfile.TemporaryDirectory() as folder:
            ground = Ground(Path(folder))
            for name, (kills, wrong) in (
                (f"at each {EVERY}th change of a file", at_changes(ground)),
                ("at random moments", at_moments(ground, signal.SIGKILL)),
                ("SIGTERM at random moments", at_moments(ground, signal.SIGTERM)),
            ):
                counts = "".join(f"{wrong[each]:>8}" for each in ("broken", "missing", "litter"))
                print(f"{way + ', ' + name:46}{kills:>8}{counts}", flush=True)
                failed |= bool(wrong.total())
    return int(failed)


if __name__ == "__main__":
    sys.exit(audit())
