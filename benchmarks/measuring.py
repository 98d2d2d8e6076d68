"""Whole processes measured from outside, and the words and rows in which benchmarks report."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version

PACKAGES = ("factpress", "mkdocs", "mkdocs-material", "Markdown", "pydantic")
# Linux counts in kibibytes what macOS counts in bytes.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: wall and processor seconds, and its peak memory in bytes."""

    wall: float
    cpu: float
    peak: int


def measure(*command: str, environment: Mapping[str, str] | None = None) -> Run:
    """Runs a command to its end and measures it; ends the benchmark if the command fails."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **_QUIET, **(environment or {})}
        )
        # Waits for the process; the usage includes that of the processes for which it waited itself.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            words = output.read().decode("utf-8", "replace")
            raise SystemExit(f"{words}\n{' '.join(command)} ended with {process.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT)


def machine(*others: str) -> str:
    """Returns the machine, the versions of our packages and of other programs, and the load."""
    packages = ", ".join([*(f"{name} {version(name)}" for name in PACKAGES), *others])
    load = f"; load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    return (
        f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}, "
        f"{packages}{load}"
    )


def row(cells: Sequence[str]) -> str:
    """Returns a row of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def tell(words: str) -> None:
    """Prints progress to standard error, so that it stays out of the report."""
    print(words, file=sys.stderr, flush=True)
