"""How commands write files: whole or not at all, and in one line what the disk refuses."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from factpress.cli.failure import Failure
from factpress.reading.disk import free_space, nearest, reason, refused, size


def replace(texts: Mapping[Path, str]) -> None:
    """Writes files, each in the place of the one that may be there; none of them if a disk has no room for one."""
    with ExitStack() as drafts:
        for path, draft in [(path, drafts.enter_context(_draft(path, text))) for path, text in texts.items()]:
            with _told(path):
                if path.exists():
                    draft.chmod(path.stat().st_mode & 0o7777)
                draft.replace(path)


def add(texts: Mapping[Path, str]) -> None:
    """Writes files that are not there yet, all or none; raises `FileExistsError` with the path of one that is there."""
    written: list[Path] = []
    try:
        with ExitStack() as drafts:
            for path, draft in [(path, drafts.enter_context(_draft(path, text))) for path, text in texts.items()]:
                with _told(path):
                    _place(draft, path)
                    written.append(path)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


@contextmanager
def all_or_nothing(folder: Path) -> Iterator[None]:
    """Removes what was written into a folder, and the folder if it is new, where that does not end well.

    What the disk refuses is raised as a `Failure`.
    """
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    before = set(folder.iterdir()) if folder.exists() else set()
    try:
        yield
    except BaseException as error:
        refusal = refused(error) if isinstance(error, Exception) else None
        free = free_space(nearest(refusal, folder)) if refusal else ""
        with suppress(OSError):
            for path in set(folder.iterdir()) - before:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)
            for each in made:
                each.rmdir()
        if refusal is None:
            raise
        why = reason(refusal, needs=f"{folder} needs more, and {free}")
        raise Failure(f"{why}; nothing was written") from None


@contextmanager
def _told(path: Path, *, needs: str = "") -> Iterator[None]:
    """Raises a `Failure` that says why a file could not be written."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        # It names a draft, or a folder.
        error.filename = error.filename2 = None
        why = reason(error, needs=f"{needs}{free_space(nearest(error, path))}")
        raise Failure(f"{path} could not be written: {why}") from None


@contextmanager
def _draft(path: Path, text: str) -> Iterator[Path]:
    """A file beside `path`, flushed to the disk; it is removed if it is still there at the end."""
    draft = path.with_name(f".{os.urandom(8).hex()}~")
    try:
        with _told(path, needs=f"{size(len(text.encode()))} are needed, and "):
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with draft.open("x", encoding="utf-8", newline="") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
            except OSError:
                # What it takes counts as free.
                draft.unlink(missing_ok=True)
                raise
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _place(draft: Path, path: Path) -> None:
    """Gives a draft its name; raises `FileExistsError` if the name is taken, also if that happens just now."""
    taken = FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise taken from None
    except OSError:
        # A file system without hard links.
        if os.path.lexists(path):
            raise taken from None
        draft.rename(path)
