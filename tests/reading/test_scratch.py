"""Temporary folders on systems without locks: the process that a folder names decides whether it is in use."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from factpress.reading import scratch as module
from factpress.reading.scratch import MARK, leftovers, scratch


def unlocked(*_: object) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


@pytest.mark.parametrize(
    "locks", [None, SimpleNamespace(flock=unlocked, LOCK_EX=2, LOCK_NB=4)], ids=["none", "refused"]
)
def test_without_locks_the_process_in_the_mark_decides(
    locks: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "fcntl", locks)
    with scratch(tmp_path) as folder:
        assert list(leftovers(tmp_path)) == [] and folder.is_dir()
        inode, host, number, start = (folder / MARK).read_text("utf-8").split()
        (folder / MARK).write_text(f"{inode} elsewhere {number} {start}\n", "utf-8")
        assert list(leftovers(tmp_path)) == [] and folder.is_dir()
        # A later process with the same number.
        (folder / MARK).write_text(f"{inode} {host} {number} 1\n", "utf-8")
        assert list(leftovers(tmp_path)) == [folder] and not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_needed_at_the_end_stays_until_a_later_run_has_seen_it(tmp_path: Path) -> None:
    with scratch(tmp_path, needed=lambda folder: (folder / "old").exists()) as folder:
        (folder / "old").mkdir()
    assert folder.is_dir()
    for found in leftovers(tmp_path):
        assert found == folder and folder.is_dir()
    assert not folder.exists()


def test_a_leftover_that_could_not_be_used_is_kept(tmp_path: Path) -> None:
    with scratch(tmp_path, needed=lambda _: True) as folder:
        pass
    with pytest.raises(PermissionError):
        for _ in leftovers(tmp_path):
            raise PermissionError
    assert folder.is_dir()


def test_what_a_run_left_that_was_killed_before_it_marked_its_folder_goes(tmp_path: Path) -> None:
    (tmp_path / "factpress-0123456789abcdef").mkdir()
    (tmp_path / "factpress-1123456789abcdef").mkdir()
    (tmp_path / "factpress-1123456789abcdef" / MARK).touch()
    (tmp_path / "factpress-another").mkdir()
    for _ in leftovers(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["factpress-another"]
