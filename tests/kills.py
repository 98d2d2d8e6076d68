"""Kills the process of a build at one of its changes of files; and publishes small sites again and again.

Run with a folder, it prints what is left after kills at every change that a publication makes, and what readers see
while two builds publish at once. It forks, so it is a process of its own without threads.
"""

from __future__ import annotations

import itertools
import json
import os
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from factpress.cli import publishing

FILES = ("index.html", "assets/factpress.css", "claims/one/index.html")
_CHANGES = frozenset({
    "fcntl.flock", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.symlink", "os.truncate",
})  # fmt: skip
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
RACES = 25


def kill_at(number: int) -> None:
    """Has this process be killed just before its change of files of this number."""
    left = number

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in _CHANGES or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def fork(act: Callable[[], object]) -> int:
    """The number of a child process that does it, and ends with status 0 if it does it to the end."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        act()
        status = 0
    finally:
        if status:
            traceback.print_exc()
        os._exit(status)


def forked(act: Callable[[], object]) -> bool:
    """Whether a child process does it to the end."""
    return os.waitpid(fork(act), 0)[1] == 0


def write(folder: Path, word: str) -> None:
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(word, "utf-8")


def built(target: Path, word: str) -> None:
    """Publishes a small site as a build does."""
    publishing.recover(target)
    with publishing.workplace(target) as folder:
        write(folder / "site", word)
        publishing.publish(folder / "site", target)


def state(target: Path) -> str:
    """The word that all files of a site have; `missing` or `broken`."""
    if not target.exists():
        return "missing"
    words = {(target / name).read_text("utf-8") if (target / name).is_file() else "" for name in FILES}
    return words.pop() if len(words) == 1 else "broken"


def killed_everywhere(root: Path, *, before: bool) -> dict[str, object]:
    """What is there after a kill at each change, after the next recovery, and after the next build."""
    then: Counter[str] = Counter()
    recovered: Counter[str] = Counter()
    failed = litter = 0
    for number in itertools.count(1):
        target = root / str(number) / "site"
        target.parent.mkdir(parents=True)
        if before:
            write(target, "old")
        if forked(lambda number=number, target=target: (kill_at(number), built(target, "new"))):  # type: ignore[misc]
            break
        then[state(target)] += 1
        forked(lambda target=target: publishing.recover(target))  # type: ignore[misc]
        recovered[state(target)] += 1
        litter += [path.name for path in target.parent.iterdir()] not in ([], ["site"])
        ended = forked(lambda target=target: built(target, "next"))  # type: ignore[misc]
        failed += not ended or state(target) != "next"
        litter += [path.name for path in target.parent.iterdir()] != ["site"]
    return {"kills": number - 1, "then": then, "recovered": recovered, "failed": failed, "litter": litter}


def raced(root: Path) -> dict[str, object]:
    """What a reader sees while two builds publish at once, and what is left."""
    target = root / "race" / "site"
    target.parent.mkdir(parents=True)
    built(target, "old")
    builders = [fork(lambda word=word: [built(target, word) for _ in range(RACES)]) for word in ("one", "two")]  # type: ignore[misc]
    seen: Counter[str] = Counter()
    failed = 0
    while builders:
        child, status = os.waitpid(-1, os.WNOHANG)
        if child:
            builders.remove(child)
            failed += status != 0
        seen[read_at_once(target)] += 1
    left = sorted(path.name for path in target.parent.iterdir())
    return {"seen": sorted(seen), "failed": failed, "left": left, "last": state(target)}


def read_at_once(target: Path) -> str:
    """The word of a site as a reader finds it who opens its folder once; `gone` if that folder is removed meanwhile."""
    try:
        folder = os.open(target, os.O_RDONLY)
    except FileNotFoundError:
        return "missing"
    try:
        words = set()
        for name in FILES:
            file = os.open(name, os.O_RDONLY, dir_fd=folder)
            words.add(os.read(file, 100).decode())
            os.close(file)
    except FileNotFoundError:
        return "gone"
    finally:
        os.close(folder)
    return "whole" if len(words) == 1 else "broken"


def main(root: Path) -> None:
    """Prints, as JSON, what happens with and without an exchange of folders."""
    said = {}
    # A disk is waited for against a power failure, which this is not about.
    os.fsync = lambda file: None  # type: ignore[assignment]
    for way in ("exchange", "two renames"):
        if way == "two renames":
            publishing.exchange = lambda one, two: False  # type: ignore[assignment]
        said[way] = {
            "replaced": killed_everywhere(root / way / "replaced", before=True),
            "first": killed_everywhere(root / way / "first", before=False),
            "raced": raced(root / way),
        }
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
