"""The small project to which all rules' examples are added: each rule's page is its first test."""

from __future__ import annotations

import re
import subprocess
from functools import cache
from pathlib import Path

from factpress.changes.authors import Authorship
from factpress.changes.base import Base
from factpress.evidence.document import read_document
from factpress.evidence.quotes import find
from factpress.evidence.receipts import How, receipt_of
from factpress.pipeline import book_of
from factpress.site.configuration import settings

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
_RECEIPT = "facts/receipts/gazette-2021-05-30.json"
_QUOTE = "the north pier was opened to the public on Saturday"


def lay(example: str, folder: Path, *, over: bool = True) -> Base | None:
    """Writes the base project with its receipt, and then an example, into a folder.

    A line `# facts/…` begins a file, which ends at the next such line. A line `$ …` is a command that runs in the
    folder, for what YAML alone can't show. With `over` the base replaces existing files; without, they stay. The
    lines before a line `# head` were published; the function returns them, for the rules that compare with a base.
    `# head by ann` names the author of the rest.
    """
    _write(BASE, folder, over=over)
    _write(f"# {_RECEIPT}\n{_receipt()}", folder, over=over)
    head = _HEAD.search(example)
    if head is None:
        _write(example, folder)
        return None
    _write(example[: head.start()], folder)
    reading, book = book_of(folder, settings(folder))
    before = _files(folder)
    _write(example[head.end() :], folder)
    after = _files(folder)
    touched = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
    whose = frozenset({head[1]})
    authorship = {path: Authorship(whose, whose) for path in touched} if head[1] else None
    return Base(book, reading.broken, {path: path for path in touched}, authorship=authorship)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files_of(example: str) -> frozenset[str] | None:
    """The files that an example writes; `None` if its commands may change any file."""
    if re.search(r"^\$ ", example, re.MULTILINE):
        return None
    lines = [*BASE.split("\n"), f"# {_RECEIPT}", *example.split("\n")]
    return frozenset(begun[1] for line in lines if (begun := _FILE.fullmatch(line)))


@cache
def _receipt() -> str:
    """The text of the receipt of the base project's only source; the quote is a small part of the source."""
    document = read_document("and so on and so forth " * 40 + _QUOTE)
    found = find(document, _QUOTE)
    assert found is not None  # noqa: S101 the text ends with the quote
    how = How("full", "url", "2021-06-01", "text")
    return receipt_of(document, {_QUOTE: found}, excuses=(), how=how, key=bytes(range(16))).text()


def _write(text: str, folder: Path, *, over: bool = True) -> None:
    path: Path | None = None
    for line in text.strip("\n").split("\n"):
        begun = _FILE.fullmatch(line)
        if begun:
            path = folder / begun[1]
            if not over and path.exists():
                path = None
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
        elif line.startswith("$ "):
            subprocess.run(["sh", "-c", line[2:]], cwd=folder, check=True, timeout=30, capture_output=True)  # noqa: S603, S607 commands from the rules' own examples
        elif path is not None:
            with path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(line + "\n")
