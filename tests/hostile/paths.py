"""Files that are none, are too much, or have hostile names, in each place where a project keeps files."""

from __future__ import annotations

import os
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hostile.row import Row
from hostile.tried import tried

from factpress.cli.examples import lay

# Where a project keeps a file of each kind.
PLACES = (
    "mkdocs.yml",
    "facts/site.yml",
    "facts/claims/harbour/new.yml",
    "facts/sources/new.yml",
    "facts/entities/new.yml",
    "facts/receipts/gazette-2021-05-30.json",
    "docs/new.md",
    "docs/new.png",
    "facts/claims/harbour/pier-opened.yml",
)
NAMES = (
    "a\nb", "a\x1b[2Jb", "\u202egnp", "-rf", "--help", " ", "a b", "CON", "nul", "index", "é", "e\u0301",
    "a" * 200, "a.b", "..x", "%2e%2e", "a?b", "a#b", "a&b", "<script>", '"', "'", "\\", "$(touch canary)", "*",
    "~", ".hidden", "a\tb", "a\x7fb", "x.yml.yml",
)  # fmt: skip
BYTES_NAME = b"a\xff\xfeb"
MANY = 5_000
DEEP = 3_000
GIGABYTE = 1 << 30


def _linked(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _linked_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def _linked_to_a_folder(path: Path) -> None:
    path.symlink_to("/etc")


def _linked_to_nothing(path: Path) -> None:
    path.symlink_to("/nowhere/at/all")


def _hard_linked(path: Path) -> None:
    path.write_text("x: y\n", "utf-8")
    os.link(path, path.with_name(f"{path.name}.other"))


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        # The address of a socket is short, so it is made where the path is.
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            bound.bind(path.name)
        finally:
            os.chdir(before)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _folder(path: Path) -> None:
    path.mkdir()
    (path / "inside.yml").write_text("x: y\n", "utf-8")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(GIGABYTE)


def _unreadable(path: Path) -> None:
    path.write_text("x: y\n", "utf-8")
    path.chmod(0)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _zeros(path: Path) -> None:
    path.write_bytes(b"\0" * 100_000)


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 400)


def _utf_16(path: Path) -> None:
    path.write_bytes("x: y\n".encode("utf-16"))


def _bomb(path: Path) -> None:
    path.write_text("a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1},' * 9}]\n" for n in range(1, 20)), "utf-8")


def _brackets(path: Path) -> None:
    path.write_text("[" * 60_000, "utf-8")


def _braces(path: Path) -> None:
    path.write_text("{a: " * 20_000, "utf-8")


def _one_line(path: Path) -> None:
    path.write_text("x" * 5_000_000, "utf-8")


def _tagged(path: Path) -> None:
    path.write_text(
        'x: !!python/object/apply:os.system ["touch canary"]\ny: !ENV [HOME]\nINHERIT: /etc/passwd\n', "utf-8"
    )


FORMS: tuple[Callable[[Path], None], ...] = (
    _linked, _linked_to_itself, _linked_to_a_folder, _linked_to_nothing, _hard_linked, _pipe, _socket, _device,
    _folder, _huge, _unreadable, _empty, _zeros, _binary, _utf_16, _bomb, _brackets, _braces, _one_line, _tagged,
)  # fmt: skip


def rows() -> Iterator[Row]:
    """The rows of forms of files, of names, and of trees."""
    bad: list[str] = []
    for place in PLACES:
        for form in FORMS:
            with tempfile.TemporaryDirectory() as folder:
                project = _project(Path(folder))
                path = project / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.unlink(missing_ok=True)
                form(path)
                bad += _tried(project, f"{place} {form.__name__.strip('_')}")
    yield Row("paths: forms of files in each place, mkdocs.yml too", len(PLACES) * len(FORMS), 180, bad)
    yield _names()
    yield _trees()


def _project(folder: Path) -> Path:
    lay("", folder)
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Home\n", "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: x\ntheme: material\nplugins: [factpress]\n", "utf-8")
    return folder


def _tried(project: Path, name: str) -> Iterator[str]:
    yield from tried("check", "--format", "json", cwd=project, name=f"check: {name}")
    yield from tried("check", cwd=project, name=f"check as text: {name}")
    if (project / "canary").exists():
        yield f"{name}: ran a program"


def _names() -> Row:
    bad: list[str] = []
    tries = 0
    for place in PLACES[2:8]:
        ending = place.rpartition(".")[2]
        for name in (*NAMES, BYTES_NAME):
            with tempfile.TemporaryDirectory() as folder:
                project = _project(Path(folder))
                parent = os.fsencode(project / place.rpartition("/")[0])
                (project / place).parent.mkdir(parents=True, exist_ok=True)
                named = name if isinstance(name, bytes) else os.fsencode(name)
                with open(parent + b"/" + named + b"." + ending.encode(), "wb") as file:  # noqa: PTH123 a name of bytes
                    file.write(b"# Words\n")
                bad += _tried(project, f"{place} named {name!r}")
                tries += 1
    return Row("paths: hostile names", tries, 180, bad)


def _trees() -> Row:
    bad: list[str] = []
    tries = 0
    for top in ("facts/claims", "facts", "docs"):
        for tree in (_many, _deep, _closed):
            with tempfile.TemporaryDirectory() as folder:
                project = _project(Path(folder))
                (project / top).mkdir(parents=True, exist_ok=True)
                tree(project / top)
                bad += _tried(project, f"{top} {tree.__name__.strip('_')}")
                tries += 1
                # Python's own way goes a level deeper for each folder.
                subprocess.run(["rm", "-rf", project / top], check=True)
    return Row("paths: many files, 3,000 deep, closed folders", tries, 9, bad)


def _many(folder: Path) -> None:
    for number in range(MANY):
        (folder / f"many-{number}.yml").write_bytes(b"")


def _deep(folder: Path) -> None:
    before = Path.cwd()
    os.chdir(folder)
    try:
        for _ in range(DEEP):
            Path("d").mkdir()
            os.chdir("d")
    finally:
        os.chdir(before)


def _closed(folder: Path) -> None:
    (folder / "closed").mkdir(mode=0)
