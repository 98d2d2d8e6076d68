"""Walking the files: what can't even be looked at is a fault, not the end."""

import os
from pathlib import Path

import pytest

from factpress.reading import tree


def test_a_path_too_long_for_the_system_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "facts" / "entities").mkdir(parents=True)
    opened = os.open(tmp_path / "facts" / "entities", os.O_RDONLY)
    for _ in range(20):
        os.mkdir("a" * 250, dir_fd=opened)
        inner = os.open("a" * 250, os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = inner
    os.close(opened)
    found = tree.walk(tmp_path, facts="facts", docs="docs")
    assert [fault.kind for fault in found.faults] == ["unreadable-file"]
    assert (found.seen, len(found.refused)) == (1, 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_may_be_listed_and_not_entered_is_unreadable(tmp_path: Path) -> None:
    closed = tmp_path / "facts" / "entities"
    closed.mkdir(parents=True)
    (closed / "x.yml").write_text("name: x\n")
    closed.chmod(0o444)
    try:
        found = tree.walk(tmp_path, facts="facts", docs="docs")
    finally:
        closed.chmod(0o755)
    assert [fault.kind for fault in found.faults] == ["unreadable-file"]
