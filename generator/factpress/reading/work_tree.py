"""Which files of the work tree differ from a commit: their bytes are compared here, so git runs no filter."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from io import BufferedReader, BytesIO
from itertools import accumulate
from pathlib import Path

ATTRIBUTES = ("filter", "ident", "working-tree-encoding")
"""The attributes by which a file has other bytes in the work tree than in git, beside its line ends."""
LINK, SUBMODULE = "120000", "160000"
# A larger file is compared as it is.
_MOST_CONVERTED = 1 << 24
_KEYWORD = re.compile(rb"\$Id:[^$\n]*\$")
# Python has others, which unpack or run for long.
_ENCODINGS = re.compile(r"utf-?(16|32)|iso-?8859|windows|cp[0-9]|shift|euc|gb|big5|koi8", re.IGNORECASE)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in git: its mode, and the id of its content. A sparse checkout leaves out a file that is `absent`."""

    mode: str
    id: str
    absent: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class _Conversion:
    """How a file is converted on its way into git: the values of its `ATTRIBUTES`."""

    filter: str = ""
    ident: str = ""
    encoding: str = ""


def of_tree(lines: Iterable[str]) -> Mapping[str, Entry]:
    """The files of a commit by their paths, as `git ls-tree` lists them."""
    found = {}
    for line in lines:
        about, _, path = line.partition("\t")
        mode, _, id = about.split(" ")
        found[path] = Entry(mode, id)
    return found


def of_index(lines: Iterable[str]) -> Mapping[str, Entry]:
    """The files of the index by their paths, as `git ls-files --stage -t` lists them; an unmerged one has no mode."""
    found = {}
    for line in lines:
        about, _, path = line.partition("\t")
        tag, mode, id, stage = about.split(" ")
        found[path] = Entry(mode if stage == "0" else "", id, absent=tag == "S")
    return found


def changed(
    root: Path,
    tree: Mapping[str, Entry],
    index: Mapping[str, Entry],
    attributes: Callable[[Sequence[str]], Iterable[Sequence[str]]],
) -> Iterator[str]:
    """The paths of tracked files of the work tree that differ from those of a commit.

    Line ends don't count, because git converts them on some machines. `attributes` gives the values of `ATTRIBUTES`
    for each of some files; it is asked for those that differ otherwise.
    """
    is_folder = cache(lambda path: _is_folder(root / path))
    plain = _Conversion()

    def differs(path: str, conversion: _Conversion) -> bool:
        was = tree[path]
        folders = accumulate(path.split("/")[:-1], "{}/{}".format)
        # A file behind a link is not the file that git has.
        return not all(map(is_folder, folders)) or was.id not in _ids(root / path, was, conversion)

    other = []
    for path in tree.keys() | index.keys():
        was, now = tree.get(path), index.get(path)
        if was is None or now is None or was.mode != now.mode:
            yield path
        elif now.absent or now.mode == SUBMODULE:
            if was != now:
                yield path
        elif differs(path, plain):
            other.append(path)
    for path, values in zip(other, attributes(other) if other else (), strict=True):
        if differs(path, _Conversion(*values)):
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _ids(path: Path, entry: Entry, conversion: _Conversion) -> set[str]:
    """The ids that git may give to the content of a file, with its line ends and with plain ones; none if unread."""
    try:
        if path.is_symlink():
            return {_id(os.fsencode(os.readlink(path)), entry)} if entry.mode == LINK else set()  # noqa: PTH115 as bytes
        with os.fdopen(os.open(path, os.O_RDONLY | _NOFOLLOW), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                return set()
            if conversion.filter == "lfs":
                return {_id(_pointer(file, found.st_size), entry)}
            if found.st_size > _MOST_CONVERTED:
                return {_id_of(file, found.st_size, entry)}
            data = file.read(_MOST_CONVERTED)
    except OSError:
        return set()
    if conversion.encoding:
        data = _recoded(data, conversion.encoding)
    if conversion.ident == "set":
        data = _KEYWORD.sub(b"$Id$", data)
    forms = (data, data.replace(b"\r\n", b"\n")) if b"\r\n" in data else (data,)
    return {_id(form, entry) for form in forms}


def _id(data: bytes, entry: Entry) -> str:
    """The id of a content, by the hash that the repository uses."""
    return _id_of(BytesIO(data), len(data), entry)


def _id_of(file: BytesIO | BufferedReader, size: int, entry: Entry) -> str:
    name = "sha1" if len(entry.id) == 40 else "sha256"
    head = b"blob %d\0" % size
    return hashlib.file_digest(file, lambda: hashlib.new(name, head, usedforsecurity=False)).hexdigest()


def _pointer(file: BufferedReader, size: int) -> bytes:
    """What Git LFS keeps in git in place of a file: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md."""
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {size}\n".encode()


def _recoded(data: bytes, encoding: str) -> bytes:
    """A text in UTF-8, which git stores; the bytes as they are if they are not in that encoding."""
    if not _ENCODINGS.match(encoding):
        return data
    try:
        # One of git's own names for encodings, UTF-16LE-BOM, only says how a file begins.
        return data.decode(encoding.lower().removesuffix("-bom")).removeprefix("\ufeff").encode()
    except (LookupError, ValueError):
        return data
