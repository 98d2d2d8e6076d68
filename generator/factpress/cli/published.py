"""What a check with `--base` compares with: the book at a git revision, what changed since, and who changed it."""

from __future__ import annotations

from factpress.changes.base import Base
from factpress.changes.owners import PLACES, Owners, parse_owners
from factpress.pipeline import authorship_in, book_of
from factpress.reading.repository import Repository
from factpress.site.configuration import Configuration, configuration, settings


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
    authorship = None if repository.is_shallow() else authorship_in(repository, own.settings.facts, touched)
    owners = _owners(repository, commit)
    return Base(book, reading.broken, touched, owners, authorship, revision, frozenset(inherited))


def _owners(repository: Repository, commit: str) -> Owners:
    texts = repository.texts([(commit, path) for path in PLACES])
    return parse_owners(next((text for text in texts if text is not None), ""))
