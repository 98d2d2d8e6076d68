"""The small project that rules' examples are laid over, so that each rule's page is its first test."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from proving import prove, write

from factpress.changes.base import Base
from factpress.pipeline import book_of
from factpress.records.receipt import Receipt, parse_receipt

BASE = """
# facts/site.yml
format: 1
name: Harbour facts
# facts/entities/harbour-gazette.yml
name: Harbour Gazette
type: Organization
# facts/sources/gazette-2021-05-30.yml
type: article-newspaper
title: "Pier opens"
issued: 2021-05-30
root: harbour-gazette
# facts/claims/harbour/pier-opened.yml
claim: "The north pier opened on 29 May 2021."
when: 2021-05-29
evidence:
  - source: gazette-2021-05-30
    quote: "the north pier was opened to the public on Saturday"
"""
_FILE = re.compile(r"# ((?:(?:facts|docs)/|mkdocs)\S+)")


_HEAD = re.compile(r"^# head(?: by (\S+))?$", re.MULTILINE)


def lay(example: str, folder: Path) -> Base | None:
    """Writes the base project with its receipts, and an example over it, into a folder.

    A line `# facts/…` begins a file, which lasts until the next such line; a line `$ …` is a command, run in
    the folder, for what YAML alone can't show. What stands before a line `# head` was published: it is given
    back, for the rules that compare with a base. `# head by ann` says whose change the rest is.
    """
    _write(BASE, folder)
    write(_receipt(), folder / "facts" / "receipts" / "gazette-2021-05-30.json")
    head = _HEAD.search(example)
    if head is None:
        _write(example, folder)
        return None
    _write(example[: head.start()], folder)
    reading, book = book_of(folder)
    before = _files(folder)
    _write(example[head.end() :], folder)
    after = _files(folder)
    touched = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    authors = {path: frozenset({head[1]}) for path in touched} if head[1] else None
    return Base(book, reading.broken, {path: path for path in touched}, authors=authors)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@cache
def _receipt() -> Receipt:
    """The receipt of the base project's one source."""
    with TemporaryDirectory() as folder:
        _write(BASE, Path(folder))
        prove(Path(folder), read_at="2021-06-01")
        return parse_receipt((Path(folder) / "facts/receipts/gazette-2021-05-30.json").read_text("utf-8"))


def _write(text: str, folder: Path) -> None:
    path: Path | None = None
    for line in text.strip("\n").split("\n"):
        begun = _FILE.fullmatch(line)
        if begun:
            path = folder / begun[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
        elif line.startswith("$ "):
            subprocess.run(["sh", "-c", line[2:]], cwd=folder, check=True, timeout=30)
        elif path is not None:
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line + "\n")
