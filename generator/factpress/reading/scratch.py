"""Temporary folders: removed at the end or, if the process is killed, by a later run; never while one is in use."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment] # the name of a module that is missing here

PREFIX = "factpress-"
# The file that shows that a folder is ours, and whose lock shows that it is in use. It contains its own inode, so that
# a copy of it, such as one in a clone, shows nothing.
MARK = ".factpress-scratch"
_RANDOM = 8
_UNKNOWN = "-"
_OWN_FILE = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


@contextmanager
def scratch(
    parent: Path | None = None, *, prefix: str = PREFIX, needed: Callable[[Path], bool] = lambda _: False
) -> Iterator[Path]:
    """A new folder in the system's folder for such things, or in `parent`, which is removed at the end.

    Where it is `needed` even then, it stays, for `leftovers` to find.
    """
    where = (parent or Path(tempfile.gettempdir())).absolute()
    lock, folder = None, where
    try:
        while lock is None:
            folder = where / f"{prefix}{os.urandom(_RANDOM).hex()}"
            folder.mkdir(mode=0o700)
            lock = _new_lock(folder)
        yield folder
    finally:
        try:
            if lock is not None and not needed(folder):
                _remove(folder)
        finally:
            if lock is not None:
                os.close(lock)
            # A signal may have ended the first try, and Windows keeps the mark while it is open.
            if folder != where and not needed(folder):
                _remove(folder)


def leftovers(parent: Path, *, prefix: str = PREFIX) -> Iterator[Path]:
    """The folders that killed runs left in `parent`, the newest first; each is removed when the next one is asked for.

    A folder is known by its name, its owner and the mark in it. It is held meanwhile, so that two runs do not take the
    same one, and no run takes one in use. A run that is killed before it marks its folder leaves an empty one.
    """
    name = re.compile(rf"{re.escape(prefix)}[0-9a-f]{{{2 * _RANDOM}}}")
    try:
        with os.scandir(parent) as entries:
            found = [entry for entry in entries if name.fullmatch(entry.name) and _is_own_folder(entry)]
        found.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime_ns, reverse=True)
    except OSError:
        return
    for entry in found:
        folder = Path(entry.path)
        lock = _lock_of(folder)
        if lock is None:
            with suppress(OSError):
                # This removes an empty folder only.
                folder.rmdir()
            continue
        try:
            yield folder
            _remove(folder)
        finally:
            os.close(lock)


def remove_leftovers() -> None:
    """Removes what killed runs left in the system's folder for temporary files."""
    for _ in leftovers(Path(tempfile.gettempdir())):
        pass


def _new_lock(folder: Path) -> int | None:
    """Marks a new folder and locks the mark; `None` if another run took the empty folder for a leftover."""
    try:
        lock = os.open(folder / MARK, os.O_RDWR | os.O_CREAT | os.O_EXCL | _OWN_FILE, 0o600)
    except FileNotFoundError:
        return None
    try:
        if not _is_free(lock) or not _is_file(lock, folder / MARK):
            os.close(lock)
            return None
        label = f"{os.fstat(lock).st_ino} {_process(str(os.getpid()))}\n".encode()
        while label:
            label = label[os.write(lock, label) :]
    except BaseException:
        os.close(lock)
        raise
    return lock


def _lock_of(folder: Path) -> int | None:
    """The lock of a folder of ours that nobody uses, now ours; `None` for any other folder."""
    try:
        lock = os.open(folder / MARK, os.O_RDWR | _OWN_FILE)
    except OSError:
        return None
    label = os.read(lock, 1000).decode("utf-8", "replace")
    inode, _, process = label.strip().partition(" ")
    # A run that is killed before it fills its mark in leaves the mark alone.
    is_ours = inode == str(os.fstat(lock).st_ino) if label else _names(folder) == [MARK]
    if is_ours and _is_free(lock, process) and _is_file(lock, folder / MARK):
        return lock
    os.close(lock)
    return None


def _is_free(lock: int, process: str = "") -> bool:
    """Whether nobody holds a lock; it is held now. Without locks, the process that a mark names decides."""
    try:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
    except BlockingIOError:
        return False
    except OSError:
        # A file system without locks.
        pass
    if not process:
        return True
    host, number, start = process.split(" ")
    return host == _host() and start != _UNKNOWN and _process(number) != process


def _process(number: str) -> str:
    """A process by its host, its number and its start, as far as the system knows them."""
    try:
        start = Path(f"/proc/{number}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        start = _UNKNOWN
    return f"{_host()} {number} {start}"


def _host() -> str:
    return os.uname().nodename.replace(" ", "_") if hasattr(os, "uname") else _UNKNOWN


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _is_file(descriptor: int, path: Path) -> bool:
    """Whether a path still leads to an open file."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    except OSError:
        return False


def _is_own_folder(entry: os.DirEntry[str]) -> bool:
    is_own = not hasattr(os, "getuid") or entry.stat(follow_symlinks=False).st_uid == os.getuid()
    return is_own and entry.is_dir(follow_symlinks=False)


def _remove(folder: Path) -> None:
    """Removes a folder of ours, its mark last: what can't be removed stays known as ours."""
    with suppress(OSError):
        for name in _names(folder):
            path = folder / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            elif name != MARK:
                path.unlink()
        if _names(folder) in ([MARK], []):
            (folder / MARK).unlink(missing_ok=True)
            folder.rmdir()
