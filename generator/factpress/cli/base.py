"""What a check with `--base` compares with: the book at a git revision, what was touched since, and by whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from factpress.changes.base import Base
from factpress.changes.owners import PLACES, Owners, parse_owners
from factpress.pipeline import book_of
from factpress.reading.dialect import facts_of
from factpress.reading.repository import Repository
from factpress.reading.yaml_events import parse

# The address that a host gives its members, which says their handle.
_OF_A_MEMBER = re.compile(r"(?:[0-9]+\+)?([A-Za-z0-9-]+)@users\.noreply\.github\.com")
UNKNOWN = ""
"""Stands among a change's authors for one whose handle is not known."""


def base_of(project: Path, revision: str) -> Base:
    """What was published at a revision, where the work in the project's folder left it; raises `NoRevision`."""
    repository = Repository(project)
    commit = repository.left_at(revision)
    with repository.laid_out(commit) as folder:
        reading, book = book_of(folder, facts=facts_of(folder))
    touched = repository.touched(commit, None)
    return Base(book, reading.broken, touched, _owners(repository, commit), _authors(repository, commit, touched))


def _owners(repository: Repository, commit: str) -> Owners:
    texts = repository.texts([(commit, path) for path in PLACES])
    return parse_owners(next((text for text in texts if text is not None), ""))


def _authors(repository: Repository, base: str, touched: Mapping[str, str]) -> Mapping[str, frozenset[str]] | None:
    """Who wrote the change of each claim; nothing where a part of the history is not here."""
    if repository.is_shallow():
        return None
    claims = {from_root: path for path, from_root in touched.items() if "/claims/" in path and path.endswith(".yml")}
    if not claims:
        return {}
    authors: dict[str, set[str]] = {path: set() for path in claims.values()}
    for path in repository.touched("HEAD", None):
        if path in authors:
            authors[path].add(UNKNOWN)
    for commit in repository.commits(base, "HEAD", claims):
        changed = [path for path in commit.paths if path in claims]
        texts = list(repository.texts([(f"{commit.id}{end}", path) for path in changed for end in ("^", "")]))
        for n, path in enumerate(changed):
            # Who only signs a claim is no author of it.
            if _without_review(texts[2 * n]) != _without_review(texts[2 * n + 1]):
                authors[claims[path]] |= _called(commit.author, commit.address)
    return {path: frozenset(names) for path, names in authors.items()}


def _called(name: str, address: str) -> set[str]:
    """The handles that an author may go by, in lower case."""
    member = _OF_A_MEMBER.fullmatch(address)
    return {name.casefold(), member[1].casefold() if member else UNKNOWN}


def _without_review(text: str | None) -> Any:
    """What a claim's file says besides its review; its text where it can't be read."""
    if text is None:
        return None
    document = parse(text, "")
    if not document.whole or not isinstance(document.data, Mapping):
        return text
    return {name: value for name, value in document.data.items() if name != "review"}
