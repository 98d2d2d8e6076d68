"""What a disk refuses, in words: it is full, it can't be written, a name is too long."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the file system is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EFBIG: "the file is larger than the system allows (see `ulimit -f`)",
    errno.EIO: "the disk reports an error",
}
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_UNITS = ("bytes", "kB", "MB", "GB", "TB")
_BLOCK = 4096


def refused(error: BaseException, *, inside: Path | None = None) -> OSError | None:
    """The refusal of the disk that an error is or, for a full disk, comes from; `None` for any other error.

    With `inside`, a file elsewhere that may not be read is another error.
    """
    if isinstance(error, OSError) and error.errno in _REASONS:
        path = _path(error)
        if inside is None or path is None or path.is_relative_to(inside):
            return error
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, OSError) and cause.errno in _FULL:
            return cause
        cause = cause.__cause__ or cause.__context__
    return None


def reason(error: OSError, *, needs: str = "") -> str:
    """Why the disk refused, in one line; `needs` says what a full disk has no room for."""
    words = _REASONS.get(error.errno or 0, error.strerror or str(error))
    if error.errno in _FULL and needs:
        return f"{words}: {needs}"
    path = _path(error)
    return words if path is None else f"{words}: {path}"


def nearest(error: OSError, folder: Path) -> Path:
    """The folder that exists and is nearest to the file that an error names, or to `folder`."""
    path = _path(error) or folder
    return next((each for each in (path, *path.parents) if each.is_dir()), Path())


def free_space(folder: Path) -> str:
    """The free space on a folder's disk, as `120 kB are free`."""
    try:
        is_out_of_names = hasattr(os, "statvfs") and (found := os.statvfs(folder)).f_files > found.f_favail == 0
        free = shutil.disk_usage(folder).free
    except OSError:
        return "it is not known how much is free"
    return "no more files can be added" if is_out_of_names else f"{size(free)} are free"


def size(number: int) -> str:
    """A number of bytes, as `3.4 MB`."""
    count, unit = float(number), 0
    while count >= 999.5 and unit < len(_UNITS) - 1:
        count, unit = count / 1000, unit + 1
    return f"{count:.1f} {_UNITS[unit]}" if unit and count < 9.95 else f"{count:.0f} {_UNITS[unit]}"


def size_of(folder: Path) -> int:
    """The bytes of the files in a folder, each in whole blocks; 0 if there is no such folder."""
    total = 0
    for where, _, names in os.walk(folder):
        for name in names:
            try:
                total += -(-(Path(where) / name).lstat().st_size // _BLOCK) * _BLOCK
            except OSError:
                continue
    return total


def _path(error: OSError) -> Path | None:
    # A copy that fails names the file that is read first.
    named = error.filename2 or error.filename
    return Path(os.fsdecode(named)) if isinstance(named, str | bytes) else None
