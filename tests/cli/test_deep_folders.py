"""Folders inside thousands of others: one finding, and every command ends by itself."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from commands import preview, run, run_mkdocs
from first_site import lay_copy
from histories import History
from mkdocs.exceptions import Abort

MEMORY = Path("/dev/shm")  # noqa: S108 a folder of our own is made in it
WHERE = ("docs", "docs/.hidden", "facts", "facts/entities", "facts/claims/licence")


@pytest.fixture
def site(new_site: Path) -> Iterator[Path]:
    """A copy of a new site in memory, where the system has that: a disk takes seconds to remove all these folders."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield lay_copy(new_site, Path(folder))


@contextmanager
def nested(site: Path, where: str, *, levels: int) -> Iterator[None]:
    """Makes folders, each in the one before, with a file in the last, and removes them again, level by level.

    No call has a path as long as that of the last; Python's own way to remove folders calls itself.
    """
    (site / where).mkdir(exist_ok=True)
    opened = os.open(site / where, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("a", dir_fd=opened)
        opened = moved(opened, "a")
    os.close(os.open("x.md", os.O_WRONLY | os.O_CREAT, dir_fd=opened))
    try:
        yield
    finally:
        os.unlink("x.md", dir_fd=opened)
        for _ in range(levels):
            opened = moved(opened, "..")
            os.rmdir("a", dir_fd=opened)
        os.close(opened)


def moved(opened: int, path: str) -> int:
    """A folder beside an open one, which is closed."""
    there = os.open(path, os.O_RDONLY, dir_fd=opened)
    os.close(opened)
    return there


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("levels", [1_000, 3_000])
def test_a_deep_folder_is_one_finding(levels: int, where: str, site: Path) -> None:
    with nested(site, where, levels=levels):
        done = run("check", "--format", "json", cwd=site)
        others = [run(*words, cwd=site) for words in (["build"], ["export", "pages", "out"])]
    whole = json.loads(done.stdout)
    found = [each for each in whole["findings"] if each["severity"] != "note"]
    assert (done.returncode, [each["code"] for each in found]) == (1, ["F005"])
    assert found[0]["message"].endswith("it is inside 33 folders; at most 32 are allowed")
    assert found[0]["path"] == where + "/a" * (33 - where.count("/"))
    ledger = whole["ledger"]
    assert ledger["seen"] == ledger["records"] + ledger["broken"] + ledger["ignored"]
    assert all(done.returncode == 1 and "error F005" in done.stderr + done.stdout for done in others)


def test_the_engine_never_enters_it(site: Path) -> None:
    with nested(site, "docs", levels=1_000):
        done = run_mkdocs("build", cwd=site)
        assert done.returncode == 1 and "F005" in done.stderr and "nothing is built" in done.stderr
        with pytest.raises(Abort):
            preview(site)


def test_the_self_test_leaves_it_out(site: Path) -> None:
    with nested(site, "docs", levels=1_000):
        done = run("check", "--selftest", "--select", "F040", cwd=site)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_a_comparison_leaves_it_out(site: Path) -> None:
    history = History(site)
    history.git("init", "--quiet", "--initial-branch=main")
    history.commit()
    blob = history.git("rev-parse", "HEAD:docs/index.md")
    for where in ("docs", "facts/claims/licence"):
        history.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{where}/{'a/' * 1_000}x.md")
    history.git("commit", "--quiet", "--message", "Nested")
    history.git("reset", "--quiet", "--hard", "HEAD~1")
    deep = history.git("rev-parse", "ORIG_HEAD")
    assert history.run("diff", deep).stdout == "No change in meaning.\n"
    assert history.run("diff", "HEAD", deep).stdout == "No change in meaning.\n"
    assert history.run("check", "--base", deep, "--strict").returncode == 0
