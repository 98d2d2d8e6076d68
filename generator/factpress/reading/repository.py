"""What is read from git: the files at a revision, without a checkout, what changed since, and who changed it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parseaddr
from functools import cache
from itertools import islice
from pathlib import Path, PurePosixPath

from factpress.findings import shown
from factpress.reading.commits import Commit, Step
from factpress.reading.git import git
from factpress.reading.scratch import scratch
from factpress.reading.settings import Settings, inherited
from factpress.reading.tree import MOST_BYTES as MOST_IN_ALL
from factpress.reading.tree import MOST_FILES, unfit_path
from factpress.reading.unable import NoRepository, NoRevision, NoSettings, Unable
from factpress.reading.work_tree import ATTRIBUTES, changed, of_index, of_tree
from factpress.records.receipt import MOST_BYTES as MOST_IN_A_FILE

_REVISION = re.compile(r"[^\s\x00-\x1f\x7f-][^\x00-\x1f\x7f]{0,250}")
_LINK, _REGULAR = "120000", frozenset({"100644", "100755"})
_PARTIAL = "the clone has only a part of it"


@dataclass(frozen=True)
class Repository:
    """The git repository that a project is in."""

    project: Path

    def commit(self, revision: str) -> str:
        """The full id of the commit that a revision names; raises `NoRevision`."""
        if not _REVISION.fullmatch(revision):
            raise NoRevision(f"{shown(revision)} is not a revision")
        self.inside()
        done = self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if done.returncode:
            raise NoRevision(f"there is no revision {shown(revision)} here; a shallow clone may not have it")
        return _words(done.stdout).strip()

    def left_at(self, base: str, head: str = "HEAD") -> str:
        """The commit where a head left a base, so later commits of the base are no change; otherwise the base.

        Raises `NoRevision` where a shallow clone does not have that commit.
        """
        commit = self.commit(base)
        done = self._git("merge-base", commit, self.commit(head))
        if done.returncode == 0:
            return _words(done.stdout).strip()
        if self.is_shallow():
            where = f"the commit where {shown(head)} left {shown(base)} is not in this shallow clone"
            raise NoRevision(f"{where}; fetch more history with `git fetch --unshallow`")
        return commit

    @contextmanager
    def laid_out(self, commit: str, settings: Callable[[Path], Settings]) -> Iterator[tuple[Path, Settings]]:
        """A temporary folder with the project's files of a commit, and the settings that `settings` reads there."""
        with scratch() as folder:
            project = folder / self._prefix()
            project.mkdir(parents=True, exist_ok=True)
            try:
                self._write_settings(commit, folder)
                found = settings(project)
                self._write(commit, project, found)
            except NoSettings as error:
                raise Unable(f"{commit[:12]}:{error}") from None
            except OSError as error:
                # Which disk is full, the system does not say.
                error.filename = error.filename or str(folder)
                raise
            yield project, found

    def touched(self, base: str) -> Mapping[str, str]:
        """The files of the working tree that differ from a commit, with those that git does not track yet.

        By their paths from the project, each with its path from the root.
        """
        prefix = self._prefix()
        tree = of_tree(self._listed("ls-tree", "-r", "-z", "--full-tree", base))
        index = of_index(self._listed("ls-files", "--stage", "-t", "-z", "--full-name", "--", ":/"))
        from_root = {_seen_from(path, prefix): path for path in tree.keys() | index.keys()}
        was, now = ({_seen_from(path, prefix): entries[path] for path in entries} for entries in (tree, index))
        new = self._listed("ls-files", "--others", "--exclude-standard", "-z")
        found = {*changed(self.project, was, now, self._attributes), *new}
        return {path: from_root.get(path, prefix + path) for path in sorted(found)}

    def texts(self, places: Sequence[tuple[str, str]]) -> Iterator[str | None]:
        """The texts of files, each by its revision and its path from the repository's root; none for a missing one."""
        for data in self.blobs([f"{revision}:{path}" for revision, path in places]):
            yield None if data is None else data.decode("utf-8", "replace")

    def is_unborn(self) -> bool:
        """Whether there are no commits yet; raises `NoRevision`."""
        self.inside()
        return self._git("rev-parse", "--verify", "--quiet", "HEAD").returncode != 0

    def is_shallow(self) -> bool:
        """Whether the clone has only a part of its history."""
        return _words(self._asked("rev-parse", "--is-shallow-repository").stdout).strip() != "false"

    def commits(self, folder: str, names: Iterable[str] | None) -> Iterator[Commit]:
        """The commits of `HEAD` that changed files of these names anywhere in a folder of the project, newest first.

        Without names, those that changed any file there.
        A merge is included where its file differs from that of all parents.
        """
        if self.is_unborn():
            return
        form = "--format=%H%x00%P%x00%an%x00%ae%x00%(trailers:key=Co-authored-by,valueonly,separator=%x01)"
        how = ("-c", "--raw", "--no-abbrev", "-z", "--no-renames", "--no-relative", "--no-ext-diff", form)
        named = (_literal(name) for name in names) if names is not None else ("*",)
        globs = [f":(glob){_literal(folder)}/**/{name}" for name in named]
        words = iter(_words(self._asked("log", *how, "HEAD", "--", *globs).stdout).split("\0"))
        head: list[str] = []
        paths: list[str] = []
        for word in words:
            about = word.lstrip("\n")
            if about.startswith(":"):
                # A file's name is never read as anything else.
                paths.append(next(words, ""))
            elif about:
                if head:
                    yield _commit(head, paths)
                head, paths = [about, *islice(words, 4)], []
        if head:
            yield _commit(head, paths)

    def steps(self, folder: str) -> Iterator[Step]:
        """The steps by which the files of a folder of the project became what they are at `HEAD`, newest first.

        A merge is one step of the branch that received it: the commits of the other branch were never published.
        """
        if self.is_unborn():
            return
        how = ("--first-parent", "-m", "--raw", "--no-abbrev", "-z", "--no-renames", "--no-relative", "--format=%ct")
        done = self._asked("log", *how, "HEAD", "--", f":(literal){folder}")
        words = iter(_words(done.stdout).split("\0"))
        prefix = self._prefix()
        commit, seconds = -1, 0
        for word in words:
            about = word.lstrip("\n")
            if about.startswith(":"):
                # A file's name is never read as anything else.
                mode, blob = about.split(" ")[1], about.split(" ")[3]
                path = _seen_from(next(words, ""), prefix)
                yield Step(commit, seconds, path, blob if mode in _REGULAR else "")
            elif about:
                commit, seconds = commit + 1, int(about)

    def sizes(self, ids: Sequence[str]) -> Iterator[int | None]:
        """The sizes of blobs in bytes; nothing for a missing one."""
        asked = "".join(f"{id}\n" for id in ids).encode("ascii")
        for line in _words(self._git("cat-file", "--batch-check", input=asked).stdout).splitlines():
            about = line.split(" ")
            yield int(about[2]) if about[1:2] == ["blob"] else None

    def blobs(self, names: Sequence[str]) -> Iterator[bytes | None]:
        """The contents of files by the ids of their blobs, or by commit and path; nothing for a missing one."""
        asked = "".join(f"{name}\n" for name in names)
        output = self._git("cat-file", "--batch", input=asked.encode("utf-8", "surrogateescape")).stdout
        at = 0
        for _ in names:
            end = output.find(b"\n", at)
            kind, size = ([b"", *output[at:end].split(b" ")])[-2:]
            at = end + 1
            if kind != b"blob":
                yield None
                continue
            yield output[at : at + int(size)]
            at += int(size) + 1

    def inside(self) -> None:
        """Raises `NoRevision` where this is not a repository that can be read."""
        done = self._git("rev-parse", "--is-inside-work-tree")
        if done.returncode or done.stdout.strip() != b"true":
            unsafe = b"dubious ownership" in done.stderr
            why = "git does not trust this folder's owner" if unsafe else "this is not a git repository"
            raise (NoRevision if unsafe else NoRepository)(f"{why}, so there are no revisions to compare with")

    def way(self) -> str:
        """The path from the repository's root to the project, such as `site/`; empty without git."""
        try:
            self.inside()
            return self._prefix()
        except NoRevision:
            return ""

    def _prefix(self) -> str:
        """The path from the repository's root to the project."""
        return _words(self._asked("rev-parse", "--show-prefix").stdout).rstrip("\n")

    def _attributes(self, paths: Sequence[str]) -> Iterator[Sequence[str]]:
        """The values of the attributes by which git converts each of these files."""
        asked = "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")
        output = self._git("check-attr", "-z", "--stdin", *ATTRIBUTES, input=asked).stdout
        values = iter(_words(output).split("\0")[2::3])
        for _ in paths:
            yield list(islice(values, len(ATTRIBUTES)))

    def _listed(self, *words: str) -> list[str]:
        return [path for path in _words(self._asked(*words).stdout).split("\0") if path]

    def _asked(self, *words: str) -> subprocess.CompletedProcess[bytes]:
        done = self._git(*words)
        if done.returncode:
            if b"lazy fetching disabled" in done.stderr:
                raise NoRevision(f"the history is incomplete: {_PARTIAL}, and factpress fetches nothing")
            first = _words(done.stderr).strip().partition("\n")[0]
            raise NoRevision(f"git {words[0]} failed: {shown(first, limit=200)}")
        return done

    def _git(self, *words: str, input: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        try:
            return git(self.project, *words, input=input)
        except FileNotFoundError:
            raise NoRepository("git is not installed, so there are no revisions to compare with") from None
        except subprocess.TimeoutExpired:
            raise NoRevision(f"git {words[0]} took too long") from None

    def _write_settings(self, commit: str, folder: Path) -> None:
        """Writes `mkdocs.yml` and the files that it inherits from, which may be anywhere in the repository."""

        @cache
        def read(path: str) -> bytes | None:
            done = self._git("cat-file", "blob", f"{commit}:{path}") if _is_sound(path) else None
            return done.stdout if done and done.returncode == 0 else None

        own = f"{self._prefix()}mkdocs.yml"
        for path in (own, *inherited(own, read)):
            data = read(path)
            if data is not None:
                _placed(folder, path).write_bytes(data)

    def _write(self, commit: str, folder: Path, settings: Settings) -> None:
        """Writes the files that are read; a link becomes a link to nowhere, so the check refuses it as always."""
        files: list[tuple[str, str]] = []
        total = 0
        for entry in self._listed("ls-tree", "-r", "-z", "-l", commit, "--", settings.facts, settings.docs):
            about, _, path = entry.partition("\t")
            mode, _, blob, size = about.split()
            if size == "BAD":
                raise NoRevision(f"the revision {commit[:12]} is incomplete: {_PARTIAL}")
            if _is_sound(path) and mode == _LINK:
                _placed(folder, path).symlink_to("nowhere")
            elif _is_sound(path) and mode in _REGULAR:
                total += int(size)
                files.append((path, blob))
                if int(size) > MOST_IN_A_FILE:
                    # The check reads only the size of such a file, and reports it.
                    files.pop()
                    with _placed(folder, path).open("wb") as file:
                        file.truncate(MOST_IN_A_FILE + 1)
            if len(files) > MOST_FILES or total > MOST_IN_ALL:
                raise NoRevision(f"the revision {commit[:12]} has more files than factpress reads")
        for (path, _), data in zip(files, self.blobs([blob for _, blob in files]), strict=True):
            if data is None:
                raise NoRevision(f"the revision {commit[:12]} is incomplete: {_PARTIAL}")
            _placed(folder, path).write_bytes(data)


def _commit(head: Sequence[str], paths: Sequence[str]) -> Commit:
    id, parents, name, address, others = head
    people = [(name, address), *(parseaddr(other) for other in others.split("\x01") if other)]
    return Commit(id, tuple(parents.split()), tuple(people), tuple(paths))


def _literal(words: str) -> str:
    """Words as a pattern of paths that matches only these words."""
    return re.sub(r"([\\*?\[\]])", r"\\\1", words)


def _is_sound(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return (
        bool(parts)
        and not path.startswith("/")
        and unfit_path(path) is None
        and not {"..", ".git"} & {part.lower() for part in parts}
    )


def _placed(folder: Path, path: str) -> Path:
    whole = folder / path
    whole.parent.mkdir(parents=True, exist_ok=True)
    return whole


def _seen_from(path: str, prefix: str) -> str:
    """A path from the repository's root as a path from the project, which is in a folder of it."""
    return path.removeprefix(prefix) if path.startswith(prefix) else "../" * prefix.count("/") + path


def _words(output: bytes) -> str:
    return output.decode("utf-8", "surrogateescape")
