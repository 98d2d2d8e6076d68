"""Earlier versions of records, read from git: each with the day of its publication."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from factpress.reading import characters, yaml_events
from factpress.reading.commits import Step
from factpress.reading.repository import Repository
from factpress.reading.tree import KINDS, RecordFile
from factpress.reading.unable import NoRevision
from factpress.reading.validation import validate
from factpress.records.date import Date, parse_date
from factpress.records.record import Kind, Record
from factpress.records.version import Version

_FOLDERS = {kind: folder for folder, kind in KINDS.items()}
_LAST_SECOND = 253_402_300_799  # of the year 9999, the last year of dates


def versions(
    root: Path, kind: Kind, ids: Mapping[str, Sequence[str]], *, facts: str = "facts"
) -> Mapping[str, Sequence[Version]]:
    """The versions of each record of a kind by its id, newest first; `ids` gives all the ids that each has had.

    Raises `NoRevision` where git can't answer.
    """
    repository = Repository(root)
    repository.inside()
    if repository.is_shallow():
        raise NoRevision("the clone is shallow")
    by_name: dict[str, list[Step]] = {}
    for step in repository.steps(f"{facts}/{_FOLDERS[kind]}"):
        path = PurePosixPath(step.path)
        if path.suffix == ".yml":
            by_name.setdefault(path.stem, []).append(step)
    steps = {id: list(_steps([step for name in names for step in by_name.get(name, ())])) for id, names in ids.items()}
    # A record that never changed is already in the book.
    wanted = [step for found in steps.values() if len(found) > 1 for step in found if step.blob]
    records = dict(_records(repository, kind, wanted))
    return {
        id: [Version(_day(step.seconds), bool(step.blob), records.get((step.path, step.blob))) for step in found]
        for id, found in steps.items()
    }


def _steps(found: Sequence[Step]) -> Iterator[Step]:
    """One step for each commit: a file that moved or got a new id has a removal and an addition in one commit."""
    by_commit: dict[int, Step] = {}
    for step in found:
        if step.blob or step.commit not in by_commit:
            by_commit[step.commit] = step
    yield from (by_commit[commit] for commit in sorted(by_commit))


def _records(repository: Repository, kind: Kind, steps: Sequence[Step]) -> Iterator[tuple[tuple[str, str], Record]]:
    """The records in files, by path and blob, where this version can read them."""
    sizes = repository.sizes([step.blob for step in steps])
    small = [step for step, size in zip(steps, sizes, strict=True) if size and size <= yaml_events.MOST_BYTES]
    for step, data in zip(small, repository.blobs([step.blob for step in small]), strict=True):
        record = _record(kind, step.path, data) if data is not None else None
        if record is not None:
            yield (step.path, step.blob), record


def _record(kind: Kind, path: str, data: bytes) -> Record | None:
    text, faults = characters.decoded(data, path)
    document = yaml_events.parse(text, path)
    if faults or not document.whole or any(not fault.mild for fault in document.faults):
        return None
    where = PurePosixPath(path)
    topic = where.parent.name if kind == "claim" else ""
    record, faults = validate(document, RecordFile(path, kind, where.stem, topic, len(data)))
    return record if record is not None and all(fault.mild for fault in faults) else None


def _day(seconds: int) -> Date:
    moment = datetime.datetime.fromtimestamp(min(max(seconds, 0), _LAST_SECOND), datetime.UTC)
    return parse_date(moment.date().isoformat())
