"""Reads many files, as many at a time as there are processors, with a progress bar on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import click

T = TypeVar("T")
R = TypeVar("R")
# Each file is read by a process of its own, on which a thread only waits.
WORKERS = os.cpu_count() or 1


def side_by_side(function: Callable[[T], R], items: Sequence[T], *, label: str) -> Iterator[R]:
    """The results in the order of the items."""
    if WORKERS == 1 or len(items) == 1:
        yield from _shown(map(function, items), len(items), label)
        return
    with ThreadPoolExecutor(WORKERS) as pool:
        yield from _shown(pool.map(function, items), len(items), label)


def _shown(results: Iterator[R], count: int, label: str) -> Iterator[R]:
    if count == 1 or not sys.stderr.isatty():
        yield from results
        return
    with click.progressbar(results, length=count, label=label, file=sys.stderr) as bar:
        yield from bar
