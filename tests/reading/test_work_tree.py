"""Which files differ from a commit, without git's own comparison, which would run filters."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from histories import History

from factpress.reading.repository import Repository

LARGE = b"large\r\n" * 2_500_000
POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:{}\nsize {}\n"
FILES = {
    "kept.yml": b"name: Kept\n",
    "ends.yml": b"name: Ends\r\n",
    "folder/inner/deep.yml": b"name: Deep\n",
    "site/facts/pier.yml": b"name: Pier\n",
    "zo\xeb#?.yml": b"name: Zo\n",
    "clip.bin": LARGE,
    "keyword.py": b"# $Id$\n",
    "wide.txt": "Breite\r\n".encode("utf-16"),
    ".gitattributes": b"*.py ident\nwide.txt working-tree-encoding=UTF-16 text\n*.whl filter=lfs\n",
}


def published(folder: Path, form: str) -> Path:
    """A repository whose one commit has `FILES`, a link and a file in Git LFS, laid out unchanged."""
    history = History(folder)
    history.git("init", "--quiet", "--initial-branch=main", f"--object-format={form}")
    for path, data in FILES.items():
        whole = history.folder / path
        whole.parent.mkdir(parents=True, exist_ok=True)
        whole.write_bytes(data)
    (history.folder / "link").symlink_to("kept.yml")
    (history.folder / "tool.whl").write_text(POINTER.format(hashlib.sha256(b"tool").hexdigest(), 4), "utf-8")
    history.commit()
    for path in ("keyword.py", "wide.txt"):
        (history.folder / path).unlink()
    history.git("checkout", "--", "keyword.py", "wide.txt")
    assert b"$Id: " in (history.folder / "keyword.py").read_bytes()
    (history.folder / "tool.whl").write_bytes(b"tool")
    return history.folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(tmp_path_factory.mktemp("published"), "sha1")


def changes() -> dict[str, tuple[Callable[[History], object], set[str]]]:
    """What somebody does to the files, and which of them differ then, by their paths from the project `site`."""

    def written(path: str, data: bytes) -> Callable[[History], object]:
        return lambda history: (history.folder / path).write_bytes(data)

    def gone(history: History) -> None:
        (history.folder / "kept.yml").unlink()

    def relinked(history: History) -> None:
        (history.folder / "link").unlink()
        (history.folder / "link").symlink_to("ends.yml")

    def linked_away(history: History) -> None:
        shutil.move(history.folder / "folder/inner", history.folder.parent / f"{history.folder.name}-inner")
        (history.folder / "folder/inner").symlink_to(history.folder.parent / f"{history.folder.name}-inner")

    def fifo(history: History) -> None:
        gone(history)
        os.mkfifo(history.folder / "kept.yml")

    def staged(history: History) -> None:
        written("kept.yml", b"name: Staged\n")(history)
        history.git("add", "kept.yml")
        written("kept.yml", FILES["kept.yml"])(history)

    def sparse(history: History) -> None:
        history.git("update-index", "--skip-worktree", "kept.yml")
        gone(history)

    def added(history: History) -> None:
        written("site/new\n.yml", b"x\n")(history)
        written("site/.gitignore", b"*.log\n")(history)
        written("site/left.log", b"x\n")(history)
        written("outside.yml", b"x\n")(history)

    return {
        "nothing": (lambda _: None, set()),
        "an edit": (written("kept.yml", b"name: New\n"), {"../kept.yml"}),
        "an edit in the project": (written("site/facts/pier.yml", b"name: New\n"), {"facts/pier.yml"}),
        "a strange name": (written("zo\xeb#?.yml", b"x\n"), {"../zo\xeb#?.yml"}),
        "a removal": (gone, {"../kept.yml"}),
        "a link": (relinked, {"../link"}),
        "a folder behind a link": (linked_away, {"../folder/inner/deep.yml"}),
        "a pipe": (fifo, {"../kept.yml"}),
        "an edit that is staged and taken back": (staged, set()),
        "a file that a sparse checkout leaves out": (sparse, set()),
        "a new file": (added, {"new\n.yml", ".gitignore"}),
        "a large file": (written("clip.bin", LARGE[:-2] + b"!\n"), {"../clip.bin"}),
        "a file with a keyword": (written("keyword.py", b"# $Id: x$\nimport os\n"), {"../keyword.py"}),
        "a file in another encoding": (written("wide.txt", "Weite\r\n".encode("utf-16")), {"../wide.txt"}),
        "a file in Git LFS": (written("tool.whl", b"fool"), {"../tool.whl"}),
        "other line ends": (written("kept.yml", b"name: Kept\r\n"), set()),
    }


CHANGES = changes()


def touched(history: History) -> Mapping[str, str]:
    return Repository(history.folder / "site").touched(history.git("rev-parse", "main"))


@pytest.mark.parametrize("what", CHANGES)
def test_which_files_differ(what: str, whole: Path, tmp_path: Path) -> None:
    history = History(tmp_path / "copy")
    shutil.copytree(whole, history.folder, symlinks=True)
    change, differing = CHANGES[what]
    change(history)
    assert touched(history) == {path: os.path.normpath(f"site/{path}") for path in differing}


def test_a_repository_with_longer_ids(tmp_path: Path) -> None:
    history = History(published(tmp_path, "sha256"))
    assert touched(history) == {}
    history.append("kept.yml", "x\n")
    assert touched(history) == {"../kept.yml": "kept.yml"}


def test_a_merge_that_has_not_ended_and_a_submodule(tmp_path: Path) -> None:
    history = History(published(tmp_path, "sha1"))
    part = History(tmp_path / "part")
    part.folder.mkdir()
    part.git("init", "--quiet")
    part.commit()
    history.commit()
    history.git("switch", "--quiet", "--create", "theirs")
    history.append("kept.yml", "theirs\n")
    history.commit()
    history.git("switch", "--quiet", "main")
    assert touched(history) == {}
    part.commit()
    history.git("add", "part")
    assert touched(history) == {"../part": "part"}
    history.append("kept.yml", "ours\n")
    history.commit()
    assert touched(history) == {}
    with pytest.raises(AssertionError):
        history.git("merge", "--quiet", "theirs")
    assert touched(history) == {"../kept.yml": "kept.yml"}
