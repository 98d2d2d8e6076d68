"""How a site is published: beside the old one, then in its place, in one step or with a way back."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from factpress import addresses
from factpress.cli.exchange import exchange
from factpress.cli.failure import Failure
from factpress.reading.scratch import leftovers, scratch

_ELSEWHERE = "choose another folder with --site-dir"
# Where the old site is while the new one is moved into its place in two steps.
_OLD = "old"
# Another build can publish between two steps of this one, but hardly so often.
_TRIES = 100
_THERE = frozenset({errno.ENOTEMPTY, errno.EEXIST})
_FIXED = frozenset({errno.EBUSY, errno.EXDEV})


def recover(target: Path) -> None:
    """Puts a site back that a killed build had moved away, and removes what killed builds left beside it.

    The old site comes back, not the new one beside it: the old one was published, and the build that follows makes
    the new one again.
    """
    for folder in leftovers(target.parent, prefix=_prefix(target)):
        _put_back(folder, target)


@contextmanager
def workplace(target: Path) -> Iterator[Path]:
    """A temporary folder beside a site, on the same file system, to build the next site in."""
    made = [folder for folder in target.parents if not folder.exists()]
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with scratch(target.parent, prefix=_prefix(target), needed=partial(_is_needed, target)) as folder:
            try:
                yield folder
            finally:
                # An error or a signal may come between two steps.
                _put_back(folder, target)
    finally:
        for folder in made:
            # This removes empty folders only.
            with suppress(OSError):
                folder.rmdir()


def publish(fresh: Path, target: Path) -> None:
    """Puts a new site, which is in the `workplace`, in the place of the published one, which is left there.

    Whenever the process is killed, the whole old or the whole new site is at `target`; only where the system can't
    exchange two folders may there be none, and then `recover` puts the old one back. When this function returns, the
    change of names is on the disk. The files' contents are left to the system, which writes them soon after: waiting
    for thousands of them takes longer than the build. So after a power failure, build again.
    """
    fresh.chmod(0o755)
    old = fresh.with_name(_OLD)
    for number in range(_TRIES):
        _refuse_what_is_not_ours(target, fresh)
        try:
            if target.exists():
                if exchange(fresh, target):
                    break
                if old.exists():
                    old.rename(fresh.with_name(f"older-{number}"))
                target.rename(old)
            fresh.rename(target)
            break
        except OSError as error:
            if error.errno in _FIXED:
                raise _fixed(target, "it is a mount point, or its files are on another file system") from None
            if error.errno not in {*_THERE, errno.ENOENT} or not fresh.exists():
                raise
    else:
        raise Failure(f"{target} could not be replaced, because other builds publish there all the time")
    _flush(target.parent)


def refuse_mount_point(target: Path) -> None:
    """Raises `Failure` for a folder that can't be replaced, before a build takes its time."""
    if target.is_mount():
        raise _fixed(target, "it is a mount point")


def _fixed(target: Path, why: str) -> Failure:
    inside = f"build into a folder inside it, such as --site-dir {target / 'html'}"
    return Failure(f"{target} can't be replaced in one step: {why}; {inside}")


def _prefix(target: Path) -> str:
    return f"{target.name}.new-"


def _is_needed(target: Path, folder: Path) -> bool:
    return (folder / _OLD).is_dir() and not os.path.lexists(target)


def _put_back(folder: Path, target: Path) -> None:
    """Moves the old site from a workplace back into its place, if nothing is there."""
    if _is_needed(target, folder):
        try:
            (folder / _OLD).rename(target)
        except OSError as error:
            # Another build has published meanwhile.
            if error.errno not in _THERE:
                raise


def _refuse_what_is_not_ours(target: Path, fresh: Path) -> None:
    """Raises `Failure` where the new site would replace anything but an earlier one."""
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise Failure(f"{target} is not a folder")
    with suppress(FileNotFoundError):
        which = target.stat().st_ino
        there = {path.name for path in target.iterdir()}
        lost = sorted(there - {path.name for path in fresh.iterdir()})
        why = None
        if there and not (target / addresses.STYLESHEET).is_file():
            why = f"{target} contains something that factpress did not build"
        elif any(name.startswith(".") or name == "CNAME" for name in lost):
            why = f"{target} contains {lost[0]}, which a build would remove"
        # If it is another folder now, another build has published there meanwhile.
        if why and target.stat().st_ino == which:
            raise Failure(f"{why}; {_ELSEWHERE}")


def _flush(folder: Path) -> None:
    """Has the names in a folder written to the disk; some systems can't, and write them later."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
