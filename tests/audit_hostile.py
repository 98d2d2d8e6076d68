"""Hostile words, files and revisions, from public corpora and our own grammar, in every place; prints a table.

Run by `make audit`, which installs the corpora. Ends with status 1 where anything is bad, or where fewer inputs were
tried than there should be. Each part runs in a process of its own.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import replace
from functools import partial

import pytest
from browsing import ARGUMENTS, chromium
from commands import prepare_once
from hostile import corpora, outputs, paths, prose_fields, record_fields, saved_pages, suites
from hostile.payloads import SEED, payloads
from hostile.row import Row
from playwright.sync_api import Browser, sync_playwright

OURS = 600
# How many of the corpora's payloads go into each field of records, and of prose, which takes longer to build.
IN_RECORDS = 2000
IN_PROSE = 700
SHARES = 3
SHOWN = 20


def words(most: int) -> Sequence[str]:
    """Our payloads and so many of the corpora's, mixed, the same at each run."""
    listed = [*corpora.payloads()]
    chance = random.Random(SEED)  # noqa: S311 a fixed seed is the point
    mixed = [*payloads(OURS), *chance.sample(listed, min(most, len(listed)))]
    chance.shuffle(mixed)
    return mixed


def with_browser(rows: Callable[[Browser], Iterable[Row]]) -> list[Row]:
    """The rows of a part that needs a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        made = [*rows(browser)]
        browser.close()
    return made


def in_records(share: int) -> list[Row]:
    """The rows of a share of the payloads in fields of records."""
    mine = words(IN_RECORDS)[share::SHARES]
    return with_browser(lambda browser: record_fields.rows(browser.new_page(), mine))


def in_prose(share: int) -> list[Row]:
    """The rows of a share of the payloads in fields of prose."""
    mine = words(IN_PROSE)[share::SHARES]
    return with_browser(lambda browser: prose_fields.rows(browser, mine))


def in_outputs() -> list[Row]:
    """The rows of what commands print."""
    return [*outputs.rows(words(IN_PROSE))]


def in_suites() -> list[Row]:
    """The rows of the YAML and JSON test suites."""
    return [*suites.rows()]


def in_paths() -> list[Row]:
    """The rows of files and names."""
    return [*paths.rows()]


PARTS: tuple[Callable[[], list[Row]], ...] = (
    *(partial(in_prose, share) for share in range(SHARES)),
    *(partial(in_records, share) for share in range(SHARES)),
    saved_pages.rows,
    in_paths,
    in_suites,
    in_outputs,
)


def timed(part: Callable[[], list[Row]]) -> list[Row]:
    """A part's rows; the first has the seconds that all took."""
    start = time.monotonic()
    with pytest.MonkeyPatch.context() as patch:
        prepare_once(patch)
        first, *more = part()
    return [replace(first, seconds=time.monotonic() - start), *more]


def together(rows: Iterable[Row]) -> list[Row]:
    """One row for each thing that was tried, of all its shares."""
    made: dict[str, Row] = {}
    for row in rows:
        one = made.get(row.what, Row(row.what, 0, 0))
        least = one.least + row.least
        made[row.what] = Row(row.what, one.inputs + row.inputs, least, [*one.bad, *row.bad], one.seconds + row.seconds)
    return [*made.values()]


def main() -> int:
    """Tries everything with as many processes as there are processors, and prints the table and what is bad."""
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    context = multiprocessing.get_context("spawn")
    found: list[Row] = []
    with ProcessPoolExecutor(os.cpu_count() or 1, mp_context=context) as pool:
        waiting = [pool.submit(timed, part) for part in PARTS]
        for done in as_completed(waiting):
            error = done.exception()
            # The other parts still have their rows.
            found += [Row("a part that ended early", 1, 1, [repr(error)])] if error else done.result()
    rows = sorted(together(found), key=lambda row: row.what)
    print(f"{'what':72} {'inputs':>7} {'bad':>5} {'seconds':>8}")
    for row in rows:
        few = "" if row.inputs >= row.least else f"  fewer than {row.least:,}"
        print(f"{row.what:72} {row.inputs:7,} {len(row.bad):5,} {row.seconds:8.0f}{few}")
    for row in rows:
        for line in row.bad[:SHOWN]:
            print(f"{row.what}: {line[:300]!r}")
    return any(row.is_bad for row in rows)


if __name__ == "__main__":
    sys.exit(main())
