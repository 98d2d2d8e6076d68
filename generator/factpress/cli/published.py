"""What a check with `--base` compares with: the book at a git revision, what changed since, and who changed it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from factpress.changes.base import UNKNOWN, Authorship, Base
from factpress.changes.owners import PLACES, Owners, parse_owners
from factpress.changes.stamp import FIELDS
from factpress.evidence.lookup import PARTS
from factpress.pipeline import book_of
from factpress.reading.repository import Commit, Repository
from factpress.reading.yaml_events import parse
from factpress.site.configuration import Configuration, configuration, settings

# The address that a host gives its members; it contains their handle.
_OF_A_MEMBER = re.compile(r"(?:[0-9]+\+)?([A-Za-z0-9-]+)@users\.noreply\.github\.com")


@dataclass(frozen=True, slots=True)
class _Form:
    """A claim's file at some time: the part that reviewers sign, and who signed, each with a stamp."""

    content: Mapping[str, Any] | str | None = None
    signed: frozenset[tuple[str, str]] = frozenset()
    former_ids: tuple[str, ...] = ()


def base_of(own: Configuration, revision: str) -> Base:
    """What was published at the revision from which the work in the project's folder started; raises `NoRevision`.

    `own` is the project's `mkdocs.yml` as it is now.
    """
    repository = Repository(own.root)
    commit = repository.left_at(revision)
    with repository.laid_out(commit, settings) as (folder, its):
        reading, book = book_of(folder, its)
        inherited = {*own.inherited, *configuration(folder).inherited}
    touched = repository.touched(commit)
    claims = f"{own.settings.facts}/claims"
    authorship = None if repository.is_shallow() else dict(_authorship(repository, claims, touched))
    owners = _owners(repository, commit)
    return Base(book, reading.broken, touched, owners, authorship, revision, frozenset(inherited))


def _owners(repository: Repository, commit: str) -> Owners:
    texts = repository.texts([(commit, path) for path in PLACES])
    return parse_owners(next((text for text in texts if text is not None), ""))


def _authorship(repository: Repository, folder: str, touched: Iterable[str]) -> Iterator[tuple[str, Authorship]]:
    """Who wrote and who signed each changed claim with a review, by its file."""
    now: dict[str, _Form] = {}
    for path in touched:
        file = repository.project / path
        if path.startswith(f"{folder}/") and path.endswith(".yml") and file.is_file() and not file.is_symlink():
            form = _form(file.read_text("utf-8", errors="replace"))
            if form.signed:
                now[path] = form
    if not now:
        return
    names = {path: {PurePosixPath(path).stem, *form.former_ids} for path, form in now.items()}
    by_name: dict[str, list[Commit]] = {}
    for commit in repository.commits(folder, [f"{name}.yml" for each in names.values() for name in each]):
        for name in {PurePosixPath(path).stem for path in commit.paths}:
            by_name.setdefault(name, []).append(commit)
    for path, form in now.items():
        commits = {commit.id: commit for name in names[path] for commit in by_name.get(name, ())}
        yield path, _authorship_of(repository, form, names[path], commits.values())


def _authorship_of(repository: Repository, now: _Form, names: set[str], commits: Iterable[Commit]) -> Authorship:
    """Who wrote a claim since its last signature on another text, and who signed the present text."""
    authors: set[str] = set()
    signers: set[str] = set()
    newest: _Form | None = None
    for commit in commits:
        after, *before = _forms(repository, commit, names)
        if newest is None:
            newest = after
        came = after.signed.difference(*(form.signed for form in before))
        if came - now.signed:
            break
        called = {name for person in commit.people for name in _called(*person)}
        signers |= called if came else set()
        authors |= called if all(form.content != after.content for form in before) else set()
    # What is not committed yet may be anyone's.
    committed = newest or _Form()
    authors |= {UNKNOWN} if now.content != committed.content else set()
    signers |= {UNKNOWN} if not now.signed <= committed.signed else set()
    return Authorship(frozenset(authors), frozenset(signers))


def _forms(repository: Repository, commit: Commit, names: set[str]) -> list[_Form]:
    """A claim after a commit, and in each parent of the commit, under any of its names."""
    paths = [path for path in commit.paths if PurePosixPath(path).stem in names]
    revisions = [commit.id, *(commit.parents or [f"{commit.id}^"])]
    texts = list(repository.texts([(revision, path) for revision in revisions for path in paths]))
    found = [texts[n * len(paths) : (n + 1) * len(paths)] for n in range(len(revisions))]
    return [_form(next((text for text in each if text is not None), None)) for each in found]


def _called(name: str, address: str) -> set[str]:
    """The handles that a person may have, in lower case."""
    member = _OF_A_MEMBER.fullmatch(address)
    return {name.casefold(), member[1].casefold() if member else UNKNOWN}


def _form(text: str | None) -> _Form:
    """The part of a claim's file that reviews cover; all of its text if it can't be read."""
    if text is None:
        return _Form()
    document = parse(text, "")
    if not document.whole or not isinstance(document.data, Mapping):
        return _Form(text)
    data = document.data
    review = data.get("review")
    review = review if isinstance(review, Mapping) else {}
    content = {name: data[name] for name in (*FIELDS, *PARTS) if name in data}
    signed = frozenset((each.casefold(), str(review.get("stamp", ""))) for each in _words(review.get("by")))
    return _Form(content, signed, tuple(_words(data.get("formerly"))))


def _words(value: Any) -> Iterator[str]:
    """The words of a field that contains one or several."""
    yield from (each for each in (value if isinstance(value, list | tuple) else [value]) if isinstance(each, str))
