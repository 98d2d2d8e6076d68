"""The files of a project, no link followed: each entry is a file to read, a fault or ignored by a named rule."""

from __future__ import annotations

import os
import stat
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from factpress.findings import Fault, Place
from factpress.reading.git import git

KINDS = {"claims": "claim", "sources": "source", "entities": "entity", "receipts": "receipt"}
IGNORED = {
    "readme": ("README.md",),
    "git-files": (".gitkeep", ".gitignore", ".gitattributes"),
    "system-files": (".DS_Store", "Thumbs.db", "desktop.ini"),
    "editor-files": ("*~", ".#*", "#*#", ".*.swp", ".*.swo"),
}
# Folders of a later command.
UNREAD = {"observations": "observations"}
MOST_FILES = 200_000
MOST_BYTES = 1 << 30
# A built site has the same folders again, below others, and longer names; some systems allow less than this.
MOST_FOLDERS = 32
MOST_BYTES_OF_A_NAME = 240
MOST_BYTES_OF_A_PATH = 1_000
# The entry of a file whose own entry could not be read.
_UNREADABLE = os.stat_result((stat.S_IFDIR, 0, 0, 1, 0, 0, 0, 0, 0, 0))
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class RecordFile:
    """A file that should hold one record: its kind, its id, its topic (claims only) and its size in bytes."""

    path: str
    kind: str
    id: str
    topic: str
    size: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What is under `facts/` and `docs/`: files to read, faults, and what a named rule ignores."""

    files: tuple[RecordFile, ...] = ()
    docs: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    seen: int = 0
    refused: tuple[str, ...] = ()
    ignored: Mapping[str, int] = field(default_factory=dict)
    indexed: int = 0


def walk(root: Path, *, facts: str, docs: str) -> Tree:
    """The tree of a project at `root`, whose records are under `facts` and whose prose is under `docs`."""
    modes = _modes_in_git(root, facts, docs)
    files: list[RecordFile] = []
    pages: list[str] = []
    faults: list[Fault] = []
    refused: list[str] = []
    ignored: Counter[str] = Counter()
    seen = size = 0
    for path, entry in _entries(root, facts, modes):
        seen += 1
        rule = _ignored_by(path.removeprefix(facts + "/"))
        refusal = None if _is_lock(path) else _refusal(path, entry, modes)
        if rule is not None and refusal is None:
            ignored[rule] += 1
            continue
        size += entry.st_size
        found = refusal or _too_many(path, seen, size) or _placed(path, entry, facts)
        if isinstance(found, RecordFile):
            files.append(found)
            continue
        faults.append(found)
        refused.append(path)
        if found.kind == "too-much-data":
            break
    for path, entry in _entries(root, docs, modes):
        # MkDocs leaves out names that begin with a dot, such as an editor's lock, and copies everything else.
        fault = None if _is_lock(path) else _refusal(path, entry, modes)
        if fault is not None:
            faults.append(fault)
        elif not _is_lock(path):
            pages.append(path)
    files.sort(key=lambda file: file.path)
    return Tree(
        tuple(files),
        tuple(sorted(pages)),
        tuple(faults),
        seen,
        tuple(refused),
        dict(sorted(ignored.items())),
        len(modes),
    )


def read_bytes(path: Path, *, limit: int) -> bytes:
    """At most `limit` bytes of a regular file; raises `OSError` where a link or a device has replaced it."""
    descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("not a regular file")
        return file.read(limit)


def _entries(root: Path, folder: str, modes: Mapping[str, str]) -> Iterator[tuple[str, os.stat_result]]:
    """Every entry below a folder that is not a plain folder, sorted, with its result of `lstat`."""
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        whole = root / inside
        try:
            own = os.lstat(whole)
            if not stat.S_ISDIR(own.st_mode):
                yield inside, own
                continue
            names = sorted(entry.name for entry in whole.iterdir())
        except FileNotFoundError:
            continue
        except OSError:
            yield inside, _UNREADABLE
            continue
        if (".git" in names and whole != root) or modes.get(inside) == "160000":
            yield inside, os.lstat(whole)
            continue
        for name in names:
            path = f"{inside}/{name}"
            try:
                entry = os.lstat(root / path)
            except FileNotFoundError:
                continue
            except OSError:
                yield path, _UNREADABLE
                continue
            if stat.S_ISDIR(entry.st_mode) and unfit_path(path) is None:
                waiting.append(path)
            else:
                yield path, entry


def _modes_in_git(root: Path, *folders: str) -> dict[str, str]:
    """The modes of files in git's index, since a checkout may show a link as text; empty outside a repository."""
    try:
        # Only the index is read, and it can only refuse a file, so a folder of another owner is safe to read.
        run = git(root, "ls-files", "--stage", "-z", "--", *folders, settings=("safe.directory=*",))
    except (OSError, subprocess.TimeoutExpired):
        return {}
    modes = {}
    for line in run.stdout.decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = line.partition("\t")
        if path:
            modes[path] = about.split(" ", 1)[0]
    return modes


def unfit_path(path: str) -> Fault | None:
    """Why a path, and everything below it, is not read; nothing for one that every system and program can handle."""
    try:
        name, whole = (len(words.encode()) for words in (path.rpartition("/")[2], path))
    except UnicodeEncodeError:
        return Fault("unreadable-file", Place(path), found="its name is not in UTF-8", wanted="rename it")
    folders = path.count("/")
    limits = (
        (folders, MOST_FOLDERS, "it is inside {:,} folders"),
        (name, MOST_BYTES_OF_A_NAME, "its name has {:,} bytes"),
        (whole, MOST_BYTES_OF_A_PATH, "its path has {:,} bytes"),
    )
    for size, most, words in limits:
        if size > most:
            found = f"{words.format(size)}; at most {most:,} are allowed"
            return Fault("unreadable-file", Place(path), found=found, wanted="shorten its path")
    return None


def _ignored_by(inside: str) -> str | None:
    name = inside.rpartition("/")[2]
    for rule, patterns in IGNORED.items():
        if any(fnmatchcase(name, pattern) for pattern in patterns):
            return rule
    folder, _, rest = inside.partition("/")
    if folder in UNREAD and rest and rest.endswith(".json"):
        return UNREAD[folder]
    return None


def _is_lock(path: str) -> bool:
    """Whether this is the link by which Emacs marks an open file; it leads nowhere."""
    return path.rpartition("/")[2].startswith(".#")


def _refusal(path: str, entry: os.stat_result, modes: Mapping[str, str]) -> Fault | None:
    """Why a file is not read at all, whatever its content."""
    mode = modes.get(path, "")
    place = Place(path)
    if (fault := unfit_path(path)) is not None:
        return fault
    if stat.S_ISLNK(entry.st_mode) or mode == "120000":
        return Fault("linked-file", place, found="a symbolic link")
    if (stat.S_ISDIR(entry.st_mode) and entry.st_ino) or mode == "160000":
        return Fault("nested-repository", place)
    if stat.S_ISDIR(entry.st_mode):
        return Fault("unreadable-file", place, found="this user has no permission, or the path is too long")
    if not stat.S_ISREG(entry.st_mode):
        return Fault("special-file", place)
    if entry.st_nlink > 1:
        return Fault("linked-file", place, found="a hard link")
    if mode == "100755" or (entry.st_mode & 0o111 and os.name == "posix" and not mode):
        return Fault("executable-file", place)
    return None


def _too_many(path: str, seen: int, size: int) -> Fault | None:
    """Why the walk ends here: later entries are neither read nor counted."""
    if seen > MOST_FILES:
        return Fault("too-much-data", Place(path), found=f"file number {seen:,}", wanted=f"{MOST_FILES:,} files")
    if size > MOST_BYTES:
        return Fault("too-much-data", Place(path), found=f"{size:,} bytes so far", wanted=f"{MOST_BYTES:,} bytes")
    return None


def _placed(path: str, entry: os.stat_result, facts: str) -> RecordFile | Fault:
    """The record that a file should have by its path, or why the path is wrong."""
    parts = path.removeprefix(facts + "/").split("/")
    stem, dot, ending = parts[-1].rpartition(".")
    if parts == ["site.yml"]:
        return RecordFile(path, "site", "site", "", entry.st_size)
    kind = KINDS.get(parts[0])
    depth = 3 if kind == "claim" else 2
    wanted = "json" if kind == "receipt" else "yml"
    if kind is None or len(parts) != depth or not dot or ending != wanted:
        return Fault("misplaced-file", Place(path), wanted=_right_place(parts, kind, stem if dot else parts[-1], facts))
    return RecordFile(path, kind, stem, parts[1] if kind == "claim" else "", entry.st_size)


def _right_place(parts: list[str], kind: str | None, stem: str, facts: str) -> str:
    """Where a misplaced record probably belongs; empty where the file is probably not a record."""
    name = parts[-1].casefold()
    if name in {"readme.md", "site.yml", "site.yaml"} and len(parts) == 1:
        return f"{facts}/{'README.md' if name == 'readme.md' else 'site.yml'}"
    endings = (".json",) if kind == "receipt" else (".yml", ".yaml")
    if not name.endswith(endings) and "." in name.strip("."):
        return ""
    if kind == "claim":
        topic = parts[1] if len(parts) > 2 else "<topic>"
        return f"{facts}/claims/{topic}/{stem}.yml"
    if kind is not None:
        return f"{facts}/{parts[0]}/{stem}.{'json' if kind == 'receipt' else 'yml'}"
    return f"{facts}/claims/<topic>/, {facts}/sources/ or {facts}/entities/, as <id>.yml"
