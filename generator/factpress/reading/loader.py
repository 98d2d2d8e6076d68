"""Reads everything under `facts/`: records, and the faults of files that are not valid records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from factpress.findings import Fault, Ledger, Place
from factpress.reading import characters, prose, tree, yaml_events
from factpress.reading.active_files import MOST_BYTES as HEAD
from factpress.reading.active_files import is_active
from factpress.reading.settings import Settings
from factpress.reading.validation import validate
from factpress.records.ids import DEVICES, RESERVED, checked_id
from factpress.records.page import Page
from factpress.records.receipt import MOST_BYTES, Receipt, parse_receipt
from factpress.records.record import Record
from factpress.records.unreadable import Unreadable


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read: records, faults, which files are broken, and the texts from which excerpts are taken."""

    records: tuple[Record, ...]
    faults: tuple[Fault, ...]
    broken: frozenset[tuple[str, str]]
    texts: Mapping[str, str]
    docs: tuple[str, ...]
    ledger: Ledger
    pages: tuple[Page, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    indexed: int = 0
    active: tuple[str, ...] = ()
    """Those of `docs` that browsers run when they are opened."""


def read(root: Path, settings: Settings | None = None, *, instead: Mapping[str, str] | None = None) -> Reading:
    """Every record and page of prose of a project, from the folders and in the dialect of its settings.

    Raises `NoSettings` for an extension of the dialect that can't be loaded.
    """
    settings = settings or Settings()
    facts, docs = settings.facts, settings.docs
    found = tree.walk(root, facts=facts, docs=docs)
    records: list[Record] = []
    receipts: list[Receipt] = []
    faults = [*settings.faults, *found.faults]
    texts: dict[str, str] = {}
    broken = {identity for path in found.refused for identity in _identities(path, facts)}
    if any(fault.kind == "too-much-data" for fault in found.faults):
        broken |= {(kind, "") for kind in tree.KINDS.values()}
    for file in found.files:
        read_one = load_receipt if file.kind == "receipt" else load
        record, wrong, text = read_one(root, file)
        faults += wrong
        texts[file.path] = text
        if record is None:
            broken.add((file.kind, file.id))
        elif isinstance(record, Receipt):
            receipts.append(record)
        else:
            records.append(record)
    sound = len(records) + len(receipts)
    ledger = Ledger(found.seen, sound, len(found.refused) + len(found.files) - sound, found.ignored)
    active, unread = _active(root, found.docs)
    faults += unread
    pages: list[Page] = []
    if settings.is_prose_known:
        # A text may also be given for a page that has no file: plugins add such pages to a site.
        paths = dict.fromkeys([*found.docs, *(instead or {})])
        pages, wrong, written = prose.read_pages(root, paths, settings, instead=instead)
        texts |= written
        faults += wrong
    return Reading(
        tuple(records),
        tuple(faults),
        frozenset(broken),
        texts,
        found.docs,
        ledger,
        tuple(pages),
        tuple(receipts),
        found.indexed,
        active,
    )


def _active(root: Path, documents: Iterable[str]) -> tuple[tuple[str, ...], list[Fault]]:
    """Those documents that browsers run, and the faults of those whose first bytes can't be read."""
    found: list[str] = []
    faults: list[Fault] = []
    for path in documents:
        try:
            if is_active(path, lambda path=path: tree.read_bytes(root / path, limit=HEAD)):  # type: ignore[misc] # bound now
                found.append(path)
        except OSError as error:
            faults.append(Fault("unreadable-file", Place(path), found=error.strerror or str(error)))
    return tuple(found), faults


def load(root: Path, file: tree.RecordFile) -> tuple[Record | None, list[Fault], str]:
    """One file's record, what is wrong with it, and its text; without a record there is at least one fault."""
    text, faults, is_text = _text(root, file, yaml_events.MOST_BYTES)
    if not is_text:
        return None, faults, text
    document = yaml_events.parse(text, file.path)
    faults += document.faults
    if not document.whole:
        return None, faults, text
    record, wrong = validate(document, file)
    faults += wrong
    if record is not None:
        kept = [(n, id) for n, id in enumerate(record.former_ids) if id in RESERVED]
        faults += [Fault("reserved-id", record.at("formerly", n), found=id) for n, id in kept]
    return (None if any(not fault.mild for fault in faults) else record), faults, text


def load_receipt(root: Path, file: tree.RecordFile) -> tuple[Receipt | None, list[Fault], str]:
    """One file's receipt, what is wrong with it, and its text."""
    text, faults, is_text = _text(root, file, MOST_BYTES)
    if not is_text:
        return None, faults, text
    try:
        receipt = parse_receipt(text)
    except Unreadable as error:
        return None, [*faults, Fault("damaged-receipt", Place(file.path), found=error.message)], text
    receipt.placed(file.id, file.path)
    return (None if any(not fault.mild for fault in faults) else receipt), faults, text


def _text(root: Path, file: tree.RecordFile, most: int) -> tuple[str, list[Fault], bool]:
    """A file's text of at most so many bytes, what is wrong with its name and characters, and whether it is text."""
    named = _misnamed(file)
    try:
        data = tree.read_bytes(root / file.path, limit=most + 1)
    except OSError as error:
        return "", [*named, Fault("unreadable-file", Place(file.path), found=error.strerror or str(error))], False
    if len(data) > most:
        size = max(file.size, len(data))
        return "", [*named, Fault("too-large", Place(file.path), found=f"{size:,}", wanted=f"{most:,}")], False
    text, faults = characters.decoded(data, file.path)
    return text, named + faults, not any(fault.kind == "not-utf-8" for fault in faults)


def _misnamed(file: tree.RecordFile) -> list[Fault]:
    """What is wrong with a file's own name or its topic's."""
    faults = []
    for name in [file.topic, file.id] if file.kind == "claim" else [file.id]:
        try:
            checked_id(name)
        except Unreadable as error:
            faults.append(Fault("bad-file-name", Place(file.path), found=error.message, wanted=error.help))
    kept = [*({file.topic} & DEVICES), *({file.id} & RESERVED)]
    return faults + [Fault("reserved-id", Place(file.path), found=name) for name in kept]


def _identities(path: str, facts: str) -> Iterator[tuple[str, str]]:
    """Kinds and ids of what a refused entry may contain; an empty id means everything of a kind."""
    folder, *inside = path.removeprefix(facts).removeprefix("/").split("/")
    kinds = [tree.KINDS[folder]] if folder in tree.KINDS else [*tree.KINDS.values(), "site"]
    is_folder = not inside or (folder == "claims" and len(inside) == 1 and "." not in inside[0])
    whole = not folder or (folder in tree.KINDS and is_folder)
    yield from ((kind, "" if whole else path.rpartition("/")[2].partition(".")[0]) for kind in kinds)
