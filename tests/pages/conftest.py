"""Books of small projects whose sources were read: in part, from a file, by other rules, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from pages.boats import ARTICLE, HOW, PAPERS, PROJECT, Laid, Weighed, read_book

from factpress.book import Book
from factpress.cli.examples import lay
from factpress.evidence.receipts import How
from factpress.pipeline import book_of

Proven = Callable[[str, Mapping[str, tuple[How, str]]], Book]


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str], Laid]:
    """Lays files over the small project and reads it, with the receipts that are there."""

    def made(files: str) -> Laid:
        lay(files, tmp_path)
        return Laid(book_of(tmp_path)[1])

    return made


@pytest.fixture
def proven(tmp_path: Path) -> Proven:
    """Lays files over the small project; its book with receipts of these texts, by their sources, and no others."""

    def made(files: str, read: Mapping[str, tuple[How, str]]) -> Book:
        return read_book(tmp_path, files, read)

    return made


@pytest.fixture
def weighed(proven: Proven) -> Weighed:
    """The book of one claim by its evidence; `unread` are the sources that nobody has read."""

    def made(
        *evidence: str,
        figures: str = "{boats: 3}",
        article: str | None = ARTICLE,
        more: str = "",
        unread: tuple[str, ...] = (),
    ) -> Book:
        said = f'appears_in:\n  - {{source: article, quote: "{article}"}}\n' if article else ""
        stated = f"figures: {figures}\n" if figures else ""
        claim = f'# facts/claims/harbour/boats.yml\nclaim: "Three boats sank."\n{stated}'
        lines = ("".join(evidence) + more).splitlines()
        text = ". ".join(line.partition('quote: "')[2].rstrip('"') for line in lines)
        read = {id: (HOW, text + f". {ARTICLE}.") for id in [*PAPERS, "article"] if id not in unread}
        shown = f"evidence:\n{''.join(evidence)}" if evidence else ""
        return proven(f"{PROJECT}{claim}{said}{shown}{more}", read)

    return made
