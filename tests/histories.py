"""Projects with a history: real git repositories that tests make, whatever git's settings on the machine."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from commands import run

from factpress.cli.examples import lay

_DATE = "2026-11-24T12:00:00+00:00"


@dataclass(frozen=True)
class History:
    """A small project in a repository of its own; the first commit, on main, is what was published."""

    folder: Path

    def git(self, *words: str, author: str = "Ann Doe", address: str = "1+ann@users.noreply.github.com") -> str:
        names = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": address, "GIT_AUTHOR_DATE": _DATE}
        names |= {"GIT_COMMITTER_NAME": "host", "GIT_COMMITTER_EMAIL": "host@example.org", "GIT_COMMITTER_DATE": _DATE}
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        done = subprocess.run(
            ["git", *words], cwd=self.folder, capture_output=True, text=True, timeout=30, env=kept | names | alone
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message: str = "A change", **author: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message, **author)
        return self.git("rev-parse", "HEAD")

    def edit(self, path: str, was: str, now: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert text.count(was) == 1, (was, text)
        (self.folder / path).write_text(text.replace(was, now), "utf-8", newline="\n")

    def append(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        with (self.folder / path).open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def compared(self, *more: str) -> list[tuple[str, str, str]]:
        """Name, path and message of each finding that a comparison with main makes."""
        done = self.run("check", "--base", "main", "--select", "F7", "--format", "json", *more)
        assert done.stderr == "", done.stderr
        return [(each["name"], each["path"], each["message"]) for each in json.loads(done.stdout)["findings"]]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A factpress command, run in the project, in this process."""
        return run(*arguments, cwd=self.folder)


def published(folder: Path, files: str = "") -> History:
    """The small project that rules' examples stand on, with files laid over it, committed on main."""
    folder.mkdir(parents=True, exist_ok=True)
    lay(files, folder)
    history = History(folder)
    history.git("init", "--quiet", "--initial-branch=main")
    history.commit("Published")
    return history
