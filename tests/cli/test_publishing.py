"""What a build leaves that is killed, ended by a signal, or refused by the disk: a whole site, and nothing else."""

from __future__ import annotations

import errno
import json
import os
import re
import resource
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from commands import environment, run

from factpress.cli import publishing
from factpress.cli.exchange import exchange
from factpress.reading.scratch import MARK, scratch

FIXED = "can't be replaced in one step"


@pytest.fixture
def temporary(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, for this process and for those that it starts."""
    folder = tmp_path_factory.mktemp("temporary")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


@pytest.fixture
def published(small: Path) -> Path:
    """A project with a site of ours in its place."""
    (small / "site/assets").mkdir(parents=True)
    (small / "site/assets/factpress.css").write_text("x" * 5_000_000, "utf-8")
    (small / "site/index.html").write_text("published before", "utf-8")
    return small


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def is_unchanged(project: Path) -> bool:
    return names(project) == ["docs", "facts", "mkdocs.yml", "site"] and names(project / "site") == [
        "assets",
        "index.html",
    ]


def killed(folder: Path, program: str) -> None:
    """Runs a program that kills itself."""
    ends = f"import os, sys\nfrom pathlib import Path\n{program}\nos.kill(os.getpid(), 9)\n"
    done = subprocess.run([sys.executable, "-c", ends], cwd=folder, check=False)
    assert done.returncode == -signal.SIGKILL


BETWEEN_TWO_STEPS = """
from factpress.cli import publishing
place = publishing.workplace(Path("site"))
folder = place.__enter__()
(folder / "site").mkdir()
(folder / "site/index.html").write_text("not published")
Path("site").rename(folder / "old")
"""


@pytest.fixture(scope="module")
def kills(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What is left by kills at each change of a file, with an exchange of folders and without."""
    script = Path(__file__).parent.parent / "kills.py"
    program = [sys.executable, str(script), str(tmp_path_factory.mktemp("kills"))]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_a_kill_at_any_change_leaves_a_whole_site_and_the_next_build_removes_the_rest(
    way: str, kills: Any, tmp_path: Path
) -> None:
    replaced, first = kills[way]["replaced"], kills[way]["first"]
    assert replaced["kills"] > 20 and first["kills"] > 14
    assert set(replaced["recovered"]) == {"old", "new"} and set(first["recovered"]) == {"missing", "new"}
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    has_gap = way != "exchange" or not exchange(tmp_path / "one", tmp_path / "two")
    assert set(replaced["then"]) == {"old", "new"} | ({"missing"} if has_gap else set())
    assert [each["failed"] + each["litter"] for each in (replaced, first)] == [0, 0]


@pytest.mark.parametrize("way", ["exchange", "two renames"])
def test_two_builds_at_once_both_publish_and_readers_see_whole_sites(way: str, kills: Any) -> None:
    raced = kills[way]["raced"]
    assert raced["failed"] == 0 and raced["left"] == ["site"] and raced["last"] in {"one", "two"}
    assert "whole" in raced["seen"] and "broken" not in raced["seen"]


def test_a_site_that_a_killed_build_moved_away_comes_back_even_if_the_next_build_fails(published: Path) -> None:
    killed(published, BETWEEN_TWO_STEPS)
    assert not (published / "site").exists()
    entity = published / "facts/entities/factpress-authors.yml"
    entity.write_text(entity.read_text("utf-8") + "colour: red\n", "utf-8")
    assert run("build", cwd=published).returncode == 1
    assert is_unchanged(published) and (published / "site/index.html").read_text("utf-8") == "published before"


def test_what_killed_runs_left_goes_and_what_is_in_use_stays(published: Path, temporary: Path) -> None:
    killed(published, BETWEEN_TWO_STEPS.replace('Path("site").rename', "print"))
    killed(published, "from factpress.reading.scratch import scratch\nheld = scratch()\nheld.__enter__()")
    assert len(names(published)) == 5 and len(names(temporary)) == 1
    with scratch() as one, scratch(published, prefix="site.new-") as two:
        assert run("build", cwd=published).returncode == 0
        assert names(temporary) == [one.name]
        assert names(published) == ["docs", "facts", "mkdocs.yml", "site", two.name]
    assert names(temporary) == []


def test_what_only_looks_like_our_litter_stays(published: Path, temporary: Path) -> None:
    with scratch(published, prefix="site.new-") as folder:
        (folder / "old").mkdir()
        (folder / "old/index.html").write_text("never published", "utf-8")
        shutil.copytree(folder, published / "site.new-0123456789abcdef")
    (published / "site.new-1123456789abcdef").mkdir()
    (published / "site.new-1123456789abcdef/letter.txt").write_text("keep", "utf-8")
    (published / "site.new-2123456789abcdef").symlink_to("docs")
    (published / "site.new-3123456789abcdef").write_text("keep", "utf-8")
    (temporary / "factpress-0123456789abcdef").mkdir()
    (temporary / "factpress-0123456789abcdef" / MARK).write_text("1 somebody 2 3\n", "utf-8")
    (temporary / "mkdocs_abcdefgh").mkdir()
    before = [names(published), names(temporary)]
    assert run("build", cwd=published).returncode == 0
    assert [names(published), names(temporary)] == before
    # A copy, such as a clone brings, is never published.
    shutil.rmtree(published / "site")
    (published / "mkdocs.yml").unlink()
    assert run("build", cwd=published).returncode == 2
    assert not (published / "site").exists()


@contextmanager
def started(*arguments: str, cwd: Path, until: str) -> Iterator[subprocess.Popen[str]]:
    """A command in a process of its own that has printed some words."""
    command = [sys.executable, "-m", "factpress", *arguments]
    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment()
    ) as process:
        try:
            assert process.stdout is not None
            assert any(until in line for line in process.stdout)
            yield process
        finally:
            process.kill()


def free_address() -> str:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return f"127.0.0.1:{free.getsockname()[1]}"


def test_a_preview_that_is_ended_leaves_nothing_and_one_that_is_killed_what_the_next_build_removes(
    published: Path, temporary: Path
) -> None:
    serve = ("serve", "--addr")
    with (
        started(*serve, free_address(), cwd=published, until="Serving on") as one,
        started(*serve, free_address(), cwd=published, until="Serving on") as two,
    ):
        assert len(names(temporary)) == 2
        one.terminate()
        assert one.wait(60) == -signal.SIGTERM
        assert len(names(temporary)) == 1
        two.kill()
        two.wait(60)
    assert len(names(temporary)) == 1
    assert run("build", cwd=published).returncode == 0
    assert names(temporary) == []


SLOW = """
import subprocess
def on_page_markdown(markdown, **more):
    print("here", flush=True)
    subprocess.run(["sh", "-c", "echo $$ > child; exec sleep 100"])
"""


def test_a_build_that_is_ended_ends_its_children_and_leaves_the_old_site(published: Path, temporary: Path) -> None:
    (published / "hook.py").write_text(SLOW, "utf-8")
    with (published / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")
    with started("build", cwd=published, until="here") as process:
        child = published / "child"
        while not (child.exists() and child.read_text("utf-8").strip()):
            assert process.poll() is None
        # `timeout` and terminals send it twice.
        process.terminate()
        process.terminate()
        assert process.wait(60) == -signal.SIGTERM
        # The child has this stream too, so it ends only with the child.
        assert process.stdout is not None and process.stdout.read().endswith("factpress: ended by SIGTERM\n")
    for extra in ("hook.py", "child"):
        (published / extra).unlink()
    shutil.rmtree(published / "__pycache__", ignore_errors=True)
    assert is_unchanged(published) and names(temporary) == []


WAITS = """
import sys
import click
from factpress.cli import main
from factpress.reading.scratch import scratch
@click.command()
def wait():
    with scratch():
        print("here", flush=True)
        sys.stdin.read()
main.group.get_command = lambda *_: wait
main.main()
"""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT], ids=lambda each: each.name)
def test_every_signal_that_asks_for_the_end_ends_a_command_in_order(number: signal.Signals, temporary: Path) -> None:
    command = [sys.executable, "-c", WAITS, "wait"]
    with subprocess.Popen(command, stdin=-1, stdout=-1, stderr=-1, text=True, env=environment()) as process:
        assert process.stdout is not None and process.stdout.readline() == "here\n"
        assert len(names(temporary)) == 1
        process.send_signal(number)
        said = process.communicate(timeout=60)[1]
    assert (process.returncode, said) == (-number, f"factpress: ended by {number.name}\n")
    assert names(temporary) == []


def hooked(project: Path, body: str) -> None:
    """Adds a hook that runs when the site is half written."""
    (project / "hook.py").write_text(f"import errno, os\ndef on_post_page(output, **more):\n    {body}\n", "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("hooks: [hook.py]\n")


REFUSED = {
    "a full disk": ("raise OSError(errno.ENOSPC, 'No space')", "the disk is full: the site needs about "),
    "a quota": ("raise OSError(errno.EDQUOT, 'Quota')", "the disk quota is used up: the site needs about "),
    "a full disk beneath a plugin's words": (
        "from mkdocs.exceptions import PluginError\n    try: raise OSError(errno.ENOSPC, 'No space')\n"
        "    except OSError as error: raise PluginError('no picture') from error",
        "the disk is full: the site needs about ",
    ),
    "a file system that is read-only": (
        "raise OSError(errno.EROFS, 'Read-only', more['config'].site_dir + '/x')",
        "the file system is read-only: ",
    ),
    "a folder without permission": (
        "raise PermissionError(errno.EACCES, 'Denied', more['config'].site_dir + '/x')",
        "permission denied: ",
    ),
    "a name that is too long": ("open(more['config'].site_dir + '/' + 300 * 'x', 'w')", "the name is too long: "),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_the_disk_refuses_is_one_line_and_the_old_site_stays(
    what: str, published: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body, said = REFUSED[what]
    hooked(published, body)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    done = run("build", cwd=published)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and done.stderr.startswith(f"factpress: {said}")
    assert done.stderr.endswith("; nothing was built; site is unchanged\n")
    assert ("free" in done.stderr) == ("needs about" in done.stderr)
    (published / "hook.py").unlink()
    assert is_unchanged(published) and names(temporary) == []


def test_a_plugin_that_may_not_read_a_file_of_its_own_is_named_with_its_place(published: Path) -> None:
    hooked(published, "raise PermissionError(errno.EACCES, 'Denied', '/srv/letter')")
    done = run("build", cwd=published)
    assert done.returncode == 2 and "hook.py:3" in done.stderr


@contextmanager
def no_file_above(most: int) -> Iterator[None]:
    """No file of this process can grow above a number of bytes."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, kept[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)


TOO_LARGE = "the file is larger than the system allows (see `ulimit -f`)"
WRITERS = {
    "build": ("build",),
    "new": ("new", "entity", "--name", "North Pier", "--type", "Place", "--description", "x" * 400),
    "snapshot": ("snapshot", "factpress-licence", "--file", "text.txt"),
    "sign": ("sign", "three-layers", "quotes-excluded", "--by", "a-reader"),
    "init": ("init", "another", "--name", "Another"),
    "export pages": ("export", "pages", "out/pages"),
    "export schemas": ("export", "schemas", "docs/schemas"),
}


@pytest.mark.parametrize("what", WRITERS)
def test_a_command_that_can_not_write_all_of_it_writes_nothing(what: str, published: Path, temporary: Path) -> None:
    shutil.copy(Path(publishing.__file__).parents[3] / "LICENSE", published / "text.txt")
    before = {path: path.read_bytes() for path in published.rglob("*") if path.is_file()}
    with no_file_above(300):
        done = run(*WRITERS[what], cwd=published)
    assert done.returncode == 2, done.stderr
    assert done.stderr.count("\n") == 1 and TOO_LARGE in done.stderr and done.stderr.startswith("factpress: ")
    assert {path: path.read_bytes() for path in published.rglob("*") if path.is_file()} == before
    assert not (published / "out").exists() and not (published / "another").exists() and names(temporary) == []


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_says_what_a_record_needs(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", full)
    done = run("new", "entity", "--name", "North Pier", "--type", "Place", cwd=published)
    assert done.returncode == 2
    said = "factpress: facts/entities/north-pier.yml could not be written: the disk is full: "
    assert re.fullmatch(f"{said}[0-9]+ bytes are needed, and .* are free\n", done.stderr)
    assert "north-pier.yml" not in names(published / "facts/entities")
    assert not [name for name in names(published / "facts/entities") if name.endswith("~")]


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EBUSY])
def test_a_folder_that_can_not_be_moved_is_told_with_what_to_do(
    code: int, published: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(*_: object) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(publishing, "exchange", stuck)
    done = run("build", cwd=published)
    assert done.returncode == 2 and done.stderr.splitlines()[-1].startswith(f"factpress: site {FIXED}")
    assert "build into a folder inside it, such as --site-dir site/html\n" in done.stderr
    assert is_unchanged(published)


def test_a_mount_point_is_told_before_the_build(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "site")
    done = run("build", cwd=published)
    assert (done.returncode, done.stderr.count("\n")) == (
        2,
        1,
    ) and "site can't be replaced in one step: it is a mount point; " in done.stderr


def test_a_build_that_fails_leaves_no_new_folders_above_its_site(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    hooked(small, "raise OSError(errno.ENOSPC, 'No space')")
    done = run("build", "--site-dir", "out/html/site", cwd=small)
    assert done.returncode == 2 and "the disk is full: the site needs more, and " in done.stderr
    assert not (small / "out").exists()


def test_a_full_temporary_folder_is_named(published: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = "git init -q && git add -A && git -c user.name=a -c user.email=a@example.org commit -qm one"
    subprocess.run(["sh", "-c", commit], cwd=published, check=True)
    monkeypatch.setattr(Path, "write_bytes", full)
    done = run("diff", "HEAD", cwd=published)
    assert done.returncode == 2 and done.stderr.startswith(f"factpress: the disk is full: {temporary}/factpress-")
    assert done.stderr.count("\n") == 1 and names(temporary) == []
