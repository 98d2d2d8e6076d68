"""Plants faults in the engine, one at a time, and runs the tests of its room: each has to be seen; prints a table.

Run by `make audit`. `mutants.yml` lists the faults. Ends with status 1 where tests let one pass, where the code that
a fault takes the place of is not there exactly once, or where the tests fail without any.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

import yaml

ROOT = Path(__file__).parent.parent
PACKAGE = "generator/factpress"
WORKERS = 2
# A fault may make a loop that never ends.
PATIENCE = 600


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: the room that it is planted in, the code there, what that becomes, and the tests that are run."""

    room: str
    was: str
    now: str
    by: str


def faults() -> list[Fault]:
    """All faults of the list."""
    listed = yaml.safe_load((ROOT / "tests/mutants.yml").read_text("utf-8"))
    return [Fault(room, **fault) for room, rows in listed.items() for fault in rows]


def place(fault: Fault, root: Path) -> Path | None:
    """The module whose code a fault takes the place of; nothing where that stands nowhere, or more than once."""
    room = root / PACKAGE / fault.room
    texts = {path: path.read_text("utf-8") for path in (sorted(room.rglob("*.py")) if room.is_dir() else [room])}
    found = [path for path, text in texts.items() for _ in range(text.count(fault.was))]
    return found[0] if len(found) == 1 else None


@contextmanager
def planted(fault: Fault, root: Path) -> Iterator[None]:
    """The tree with a fault in it while the block runs."""
    path = place(fault, root)
    assert path is not None
    sound = path.read_text("utf-8")
    path.write_text(sound.replace(fault.was, fault.now), "utf-8")
    try:
        yield
    finally:
        path.write_text(sound, "utf-8")


def failure(tests: str, root: Path) -> str:
    """How tests fail in a tree, in one line; nothing where they pass."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", f"--basetemp={root}/.tmp"]
    environment = {**os.environ, "PYTHONPATH": str(root / "generator"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *tests.split()], cwd=root, env=environment, capture_output=True, text=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return f"they take more than {PATIENCE} seconds"
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    failed = [line for line in lines if line.startswith("FAILED")]
    return [*failed, *lines[-1:], "they do not run"][0] if done.returncode else ""


def copied(root: Path) -> Path:
    """A copy of the repository without its history and what was made in it."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name, follow_symlinks=False)
    return root


def main(chosen: str = "") -> int:
    """Plants every fault, or those of one room, and prints what came of each."""
    listed = [fault for fault in faults() if chosen in {"", fault.room}]
    wrong = [f"{fault.room}: not there exactly once: {fault.was}" for fault in listed if place(fault, ROOT) is None]
    with TemporaryDirectory() as folder, ThreadPoolExecutor(WORKERS) as pool:
        trees: SimpleQueue[Path] = SimpleQueue()
        for number in range(WORKERS):
            trees.put(copied(Path(folder) / str(number)))

        def without_any(tests: str) -> str:
            tree = trees.get()
            try:
                why = failure(tests, tree)
                return f"{tests} fail without any fault: {why}" if why else ""
            finally:
                trees.put(tree)

        def seen(fault: Fault) -> tuple[bool, float]:
            tree = trees.get()
            begun = time.monotonic()
            try:
                with planted(fault, tree):
                    return bool(failure(fault.by, tree)), time.monotonic() - begun
            finally:
                trees.put(tree)

        print(f"{'room':12} {'seen':5} {'seconds':>7}  fault", flush=True)
        wrong += filter(None, pool.map(without_any, sorted({fault.by for fault in listed})))
        there = [fault for fault in listed if place(fault, ROOT) is not None]
        for fault, (caught, seconds) in zip(there, pool.map(seen, there), strict=True):
            print(
                f"{fault.room:12} {'yes' if caught else 'NO':5} {seconds:7.1f}  {fault.was} → {fault.now}", flush=True
            )
            if not caught:
                wrong.append(f"{fault.room}: nothing saw {fault.was} → {fault.now}")
    print("\n".join(wrong) or f"each of {len(there)} planted faults is seen")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
