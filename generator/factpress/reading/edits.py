"""Who changed the claims that have a review, read from git: each commit with the claim before and after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from factpress.reading.commits import Commit
from factpress.reading.repository import Repository
from factpress.reading.yaml_events import parse
from factpress.records.version import Edit, Form

# Git looks for so many names faster than it lists the history of a whole folder.
_FEW = 100


def edits(
    repository: Repository, folder: str, paths: Iterable[str], *, signed: Sequence[str]
) -> Iterator[tuple[str, Form, Sequence[Edit]]]:
    """Each of the files that has a review: its path, its form now, and the commits that changed it, newest first.

    `folder` is that of all claims, since a claim keeps its history when it moves; `signed` are the fields that
    reviewers sign.
    """
    now: dict[str, Form] = {}
    for path in paths:
        file = repository.project / path
        if path.startswith(f"{folder}/") and path.endswith(".yml") and file.is_file() and not file.is_symlink():
            form = _form(file.read_text("utf-8", errors="replace"), signed)
            if form.signed:
                now[path] = form
    if not now:
        return
    names = {path: {PurePosixPath(path).stem, *form.former_ids} for path, form in now.items()}
    wanted = {f"{name}.yml" for each in names.values() for name in each}
    by_name: dict[str, list[Commit]] = {}
    for commit in repository.commits(folder, sorted(wanted) if len(wanted) <= _FEW else None):
        for name in {PurePosixPath(path).stem for path in commit.paths}:
            by_name.setdefault(name, []).append(commit)
    of_claim = {
        path: list({commit.id: commit for name in names[path] for commit in by_name.get(name, ())}.values())
        for path in now
    }
    places = [place for path, found in of_claim.items() for commit in found for place in _places(commit, names[path])]
    texts = dict(zip(places, repository.texts(places), strict=True))
    forms = {place: _form(text, signed) for place, text in texts.items() if text is not None}
    for path, found in of_claim.items():
        yield path, now[path], [_edit(commit, names[path], forms) for commit in found]


def _revisions(commit: Commit) -> Sequence[str]:
    """A commit and its parents; the first commit has none, and nothing is there before it."""
    return [commit.id, *(commit.parents or [f"{commit.id}^"])]


def _places(commit: Commit, names: set[str]) -> Iterator[tuple[str, str]]:
    """Where a claim may be after a commit and before it, under any of its names."""
    paths = [path for path in commit.paths if PurePosixPath(path).stem in names]
    yield from ((revision, path) for revision in _revisions(commit) for path in paths)


def _edit(commit: Commit, names: set[str], forms: Mapping[tuple[str, str], Form]) -> Edit:
    places = list(_places(commit, names))
    found = [
        next((forms[place] for place in places if place[0] == revision and place in forms), Form())
        for revision in _revisions(commit)
    ]
    return Edit(commit.people, found[0], tuple(found[1:]))


def _form(text: str, signed: Sequence[str]) -> Form:
    """The part of a claim's file that reviews cover; all of its text if it can't be read."""
    document = parse(text, "")
    if not document.whole or not isinstance(document.data, Mapping):
        return Form(text)
    data = document.data
    review = data.get("review")
    review = review if isinstance(review, Mapping) else {}
    content = {name: data[name] for name in signed if name in data}
    by = frozenset((each.casefold(), str(review.get("stamp", ""))) for each in _words(review.get("by")))
    return Form(content, by, tuple(_words(data.get("formerly"))))


def _words(value: Any) -> Iterator[str]:
    """The words of a field that contains one or several."""
    yield from (each for each in (value if isinstance(value, list | tuple) else [value]) if isinstance(each, str))
