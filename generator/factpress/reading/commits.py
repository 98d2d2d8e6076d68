"""Commits, and what each did to files, as git reports them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its id, its parents, the names and addresses of all who wrote it, and the paths that it changed.

    Paths are from the repository's root.
    """

    id: str
    parents: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One file after one commit of a branch: seconds since 1970, its path from the project, the id of its blob.

    The blob's id is empty where the file was deleted. `commit` counts from the newest, which is 0.
    """

    commit: int
    seconds: int
    path: str
    blob: str
