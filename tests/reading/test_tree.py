"""Walking the files: no link is followed, nothing is lost, and what can't be looked at is a fault, not the end."""

import os
import socket
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factpress.reading import tree
from factpress.reading.loader import load, read

X = "facts/entities/x.yml"
RECORD = "name: North Pier\ntype: Place\n"


def laid(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def walked(root: Path) -> tree.Tree:
    return tree.walk(root, facts="facts", docs="docs")


def told(found: tree.Tree) -> list[tuple[str, str, int, int]]:
    return [(each.kind, each.place.path, each.place.line, each.place.column) for each in found.faults]


def link_to_file(root: Path) -> None:
    (root / "outside.yml").write_text(RECORD)
    (root / X).symlink_to(root / "outside.yml")


def link_to_folder(root: Path) -> None:
    laid(root, {"outside/x.yml": RECORD})
    (root / "facts/claims").symlink_to(root / "outside", target_is_directory=True)


def dangling_link(root: Path) -> None:
    (root / X).symlink_to(root / "nowhere.yml")


def link_to_itself(root: Path) -> None:
    (root / X).symlink_to(root / X)


def link_in_the_place_of_facts(root: Path) -> None:
    laid(root, {"outside/entities/x.yml": RECORD})
    (root / "facts/entities").rmdir()
    (root / "facts").rmdir()
    (root / "facts").symlink_to(root / "outside", target_is_directory=True)


def link_in_the_place_of_docs(root: Path) -> None:
    laid(root, {"outside/page.md": "# Page\n"})
    (root / "docs").symlink_to(root / "outside", target_is_directory=True)


def link_under_docs(root: Path) -> None:
    (root / "docs").mkdir()
    (root / "docs/etc").symlink_to("/etc", target_is_directory=True)


def hard_link(root: Path) -> None:
    (root / "outside.yml").write_text(RECORD)
    (root / X).hardlink_to(root / "outside.yml")


def pipe(root: Path) -> None:
    os.mkfifo(root / X)


def executable(root: Path) -> None:
    laid(root, {X: RECORD})
    (root / X).chmod(0o755)


def repository(root: Path) -> None:
    laid(root, {"facts/entities/theirs/.git/HEAD": "", "facts/entities/theirs/x.yml": RECORD})


def submodule(root: Path) -> None:
    laid(root, {"facts/entities/theirs/.git": "gitdir: elsewhere", "facts/entities/theirs/x.yml": RECORD})


def repository_in_the_place_of_facts(root: Path) -> None:
    laid(root, {"facts/.git/HEAD": "", "facts/.git/config": "", X: RECORD})


EVERY_KIND = {"claim", "source", "entity", "receipt", "site"}


@pytest.mark.parametrize(
    ("break_it", "fault", "found"),
    [
        pytest.param(link_to_file, ("linked-file", X), "a symbolic link", id="a symbolic link to a file"),
        pytest.param(link_to_folder, ("linked-file", "facts/claims"), "a symbolic link", id="a link to a folder"),
        pytest.param(dangling_link, ("linked-file", X), "a symbolic link", id="a link to nothing"),
        pytest.param(link_to_itself, ("linked-file", X), "a symbolic link", id="a link to itself"),
        pytest.param(link_in_the_place_of_facts, ("linked-file", "facts"), "a symbolic link", id="facts is a link"),
        pytest.param(link_in_the_place_of_docs, ("linked-file", "docs"), "a symbolic link", id="docs is a link"),
        pytest.param(link_under_docs, ("linked-file", "docs/etc"), "a symbolic link", id="a link under docs"),
        pytest.param(hard_link, ("linked-file", X), "a hard link", id="a hard link"),
        pytest.param(pipe, ("special-file", X), "", id="a pipe, which does not block"),
        pytest.param(executable, ("executable-file", X), "", id="a file marked as a program"),
        pytest.param(repository, ("nested-repository", "facts/entities/theirs"), "", id="a repository inside"),
        pytest.param(submodule, ("nested-repository", "facts/entities/theirs"), "", id="a submodule inside"),
        pytest.param(repository_in_the_place_of_facts, ("nested-repository", "facts"), "", id="facts is a repository"),
    ],
)
def test_what_is_no_plain_file_is_one_fault_and_not_read(
    break_it: Callable[[Path], None], fault: tuple[str, str], found: str, tmp_path: Path
) -> None:
    (tmp_path / "facts/entities").mkdir(parents=True)
    break_it(tmp_path)
    result = walked(tmp_path)
    assert told(result) == [(*fault, 1, 1)]
    assert result.faults[0].found == found
    assert (result.files, result.docs) == ((), ())
    assert (result.seen, result.refused) == ((1, (fault[1],)) if fault[1].startswith("facts") else (0, ()))
    assert read(tmp_path).ledger.unaccounted == 0


def test_a_socket_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "facts/entities").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)  # a socket's path may have 107 bytes at most
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(X)
        assert told(walked(tmp_path)) == [("special-file", X, 1, 1)]


def test_a_path_too_long_for_the_system_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "facts" / "entities").mkdir(parents=True)
    opened = os.open(tmp_path / "facts" / "entities", os.O_RDONLY)
    for _ in range(20):
        os.mkdir("a" * 250, dir_fd=opened)
        inner = os.open("a" * 250, os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = inner
    os.close(opened)
    found = walked(tmp_path)
    assert [fault.kind for fault in found.faults] == ["unreadable-file"]
    assert (found.seen, len(found.refused)) == (1, 1)


def test_a_project_in_too_long_a_path_is_unreadable(tmp_path: Path) -> None:
    root, left = tmp_path, os.pathconf(tmp_path, "PC_PATH_MAX") - 50 - len(str(tmp_path))
    while left > 1:
        root /= "a" * min(left - 1, 200)
        left -= 201
    root.mkdir(parents=True)
    opened = os.open(root, os.O_RDONLY)
    for name in ("facts", "b" * 100):
        os.mkdir(name, dir_fd=opened)
        inner = os.open(name, os.O_RDONLY, dir_fd=opened)
        os.close(opened)
        opened = inner
    os.close(opened)
    found = walked(root)
    assert [(fault.kind, fault.place.path) for fault in found.faults] == [("unreadable-file", f"facts/{'b' * 100}")]


LONG = {
    "a folder inside others": ("docs" + "/a" * 31 + "/x.md", "docs" + "/a" * 33, "it is inside 33 folders"),
    "a name": (f"docs/{'a' * 237}.md", f"docs/{'é' * 119}.md", "its name has 241 bytes"),
    "a path": (
        "docs/" + f"{'a' * 197}/" * 5 + "xx.md",
        "/".join(["docs", *("b" * size for size in (200, 200, 198, 197, 197))]),
        "its path has 1,001 bytes",
    ),
}


@pytest.mark.parametrize("what", LONG)
def test_what_is_long_is_one_fault_from_the_limit_on(what: str, tmp_path: Path) -> None:
    short, long, found = LONG[what]
    laid(tmp_path, {short: "x", long if long.endswith(".md") else f"{long}/x.md": "x"})
    result = walked(tmp_path)
    assert result.docs == (short,)
    assert [(fault.kind, fault.place.path) for fault in result.faults] == [("unreadable-file", long)]
    assert result.faults[0].found.startswith(f"{found}; at most ")


@pytest.mark.parametrize("mode", [0o000, 0o444], ids=["may not be listed", "may be listed and not entered"])
def test_a_folder_closed_to_this_user_is_unreadable(mode: int, tmp_path: Path) -> None:
    closed = laid(tmp_path, {X: RECORD}) / "facts/entities"
    closed.chmod(mode)
    try:
        is_open = os.access(closed, os.X_OK)  # root may enter every folder
        found = walked(tmp_path)
    finally:
        closed.chmod(0o755)
    assert [fault.kind for fault in found.faults] == ([] if is_open else ["unreadable-file"])
    assert [file.path for file in found.files] == ([X] if is_open else [])
    assert found.seen == 1


def test_a_file_closed_to_this_user_is_unreadable(tmp_path: Path) -> None:
    laid(tmp_path, {X: RECORD})
    (tmp_path / X).chmod(0o000)
    is_open = os.access(tmp_path / X, os.R_OK)  # root may read every file
    reading = read(tmp_path)
    assert [fault.kind for fault in reading.faults] == ([] if is_open else ["unreadable-file"])
    assert (reading.ledger.records, reading.ledger.broken) == ((1, 0) if is_open else (0, 1))


def gone(path: Path) -> None:
    path.unlink()


def now_a_link(path: Path) -> None:
    target = path.with_name("y.yml")
    path.rename(target)
    path.symlink_to(target)


def now_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def now_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("change", [gone, now_a_link, now_a_pipe, now_a_folder], ids=lambda change: change.__name__)
def test_a_file_that_was_changed_behind_the_walk_is_unreadable(change: Callable[[Path], None], tmp_path: Path) -> None:
    (file,) = walked(laid(tmp_path, {X: RECORD})).files
    change(tmp_path / X)
    record, faults, text = load(tmp_path, file)
    assert (record, text) == (None, "")
    assert [(fault.kind, str(fault.place)) for fault in faults] == [("unreadable-file", f"{X}:1:1")]
    assert faults[0].found


PLACES = "facts/claims/<topic>/, facts/sources/ or facts/entities/, as <id>.yml"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("facts/claims/pier.yml", "facts/claims/<topic>/pier.yml"),
        ("facts/claims/harbour/old/pier.yml", "facts/claims/harbour/pier.yml"),
        ("facts/claims/harbour/pier.yaml", "facts/claims/harbour/pier.yml"),
        ("facts/claims/harbour/pier.YML", "facts/claims/harbour/pier.yml"),
        ("facts/claims/harbour/pier", "facts/claims/harbour/pier.yml"),
        ("facts/sources/papers/gazette.yml", "facts/sources/gazette.yml"),
        ("facts/entities/pier.json", ""),
        ("facts/site.yaml", "facts/site.yml"),
        ("facts/places/pier.yml", PLACES),
        ("facts/Entities/pier.yml", PLACES),
        ("facts/pier.yml", PLACES),
        ("facts/receipts/gazette.txt", ""),
        ("facts/entities/README.txt", ""),
    ],
)
def test_a_misplaced_file_is_told_its_place(path: str, wanted: str, tmp_path: Path) -> None:
    found = walked(laid(tmp_path, {path: RECORD}))
    assert told(found) == [("misplaced-file", path, 1, 1)]
    assert found.faults[0].wanted == wanted
    assert (found.seen, found.refused) == (1, (path,))


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("facts/README.md", "readme"),
        ("facts/claims/harbour/README.md", "readme"),
        ("facts/entities/.gitkeep", "git-files"),
        ("facts/.gitignore", "git-files"),
        ("facts/.gitattributes", "git-files"),
        ("facts/sources/.DS_Store", "system-files"),
        ("facts/sources/Thumbs.db", "system-files"),
        ("facts/entities/desktop.ini", "system-files"),
        ("facts/entities/x.yml~", "editor-files"),
        ("facts/entities/.x.yml.swp", "editor-files"),
        ("facts/entities/#x.yml#", "editor-files"),
        ("facts/observations/gazette.json", "observations"),
    ],
)
def test_what_is_left_aside_is_counted_under_its_rule(path: str, rule: str, tmp_path: Path) -> None:
    found = walked(laid(tmp_path, {path: "anything"}))
    assert (found.faults, found.files, found.seen, found.ignored) == ((), (), 1, {rule: 1})


@pytest.mark.parametrize("path", ["facts/entities/readme.md", "facts/entities/README.md.yml", "facts/sources/a.json"])
def test_what_only_looks_like_an_exception_is_none(path: str, tmp_path: Path) -> None:
    found = walked(laid(tmp_path, {path: "anything"}))
    assert (found.ignored, found.seen) == ({}, 1)
    assert len(found.files) + len(found.faults) == 1


def test_an_editors_lock_under_docs_is_no_page(tmp_path: Path) -> None:
    laid(tmp_path, {"docs/page.md": "# Page\n"})
    (tmp_path / "docs/.#page.md").symlink_to("ada@machine.1:2")
    found = walked(tmp_path)
    assert (found.faults, found.docs) == ((), ("docs/page.md",))


def git(root: Path, *words: str, said: str = "") -> str:
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    run = subprocess.run(command, cwd=root, env=environment, input=said, check=True, capture_output=True, text=True)
    return run.stdout.strip()


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("120000", "linked-file"), ("100755", "executable-file"), ("160000", "nested-repository"), ("100644", None)],
)
@pytest.mark.parametrize("inside", ["", "project/"], ids=["the project is the repository", "the project is inside it"])
def test_git_knows_better_than_a_checkout_that_shows_a_plain_file(
    mode: str, kind: str | None, inside: str, tmp_path: Path
) -> None:
    root = laid(tmp_path / inside, {X: RECORD})
    git(tmp_path, "init", "--quiet")
    blob = git(tmp_path, "hash-object", "-w", "--stdin", said="/etc/hostname")
    git(tmp_path, "update-index", "--add", "--cacheinfo", f"{mode},{blob},{inside}{X}")
    assert told(walked(root)) == ([] if kind is None else [(kind, X, 1, 1)])


def test_an_executable_bit_that_git_does_not_know_is_no_program(tmp_path: Path) -> None:
    laid(tmp_path, {X: RECORD})
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", X)
    (tmp_path / X).chmod(0o755)
    assert told(walked(tmp_path)) == []


@pytest.mark.parametrize("path", ["facts/entities/theirs", "facts"], ids=["a folder inside", "facts itself"])
def test_a_submodule_that_was_not_fetched_is_told(path: str, tmp_path: Path) -> None:
    (tmp_path / path).mkdir(parents=True)
    git(tmp_path, "init", "--quiet")
    blob = git(tmp_path, "hash-object", "-w", "--stdin", said="")
    git(tmp_path, "update-index", "--add", "--cacheinfo", f"160000,{blob},{path}")
    assert told(walked(tmp_path)) == [("nested-repository", path, 1, 1)]


def test_outside_a_repository_the_files_alone_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert [file.path for file in walked(laid(tmp_path, {X: RECORD})).files] == [X]


@pytest.mark.parametrize(
    ("limit", "most", "found"),
    [("MOST_BYTES", 50, "60 bytes so far"), ("MOST_FILES", 2, "file number 3")],
)
def test_what_goes_beyond_a_limit_is_said_once(
    limit: str, most: int, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid(tmp_path, {f"facts/entities/{n}.yml": "#" * 20 for n in "abcde"})
    monkeypatch.setattr(tree, limit, most)
    result = walked(tmp_path)
    assert told(result) == [("too-much-data", "facts/entities/c.yml", 1, 1)]
    assert result.faults[0].found == found
    assert result.faults[0].wanted.startswith(f"{most} ")
    assert [file.id for file in result.files] == ["a", "b"]


@pytest.mark.parametrize(("limit", "most"), [("MOST_BYTES", 60), ("MOST_FILES", 3)])
def test_what_fills_a_limit_is_read(limit: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(tmp_path, {f"facts/entities/{n}.yml": "#" * 20 for n in "abc"})
    monkeypatch.setattr(tree, limit, most)
    result = walked(tmp_path)
    assert (told(result), len(result.files)) == ([], 3)


@pytest.mark.parametrize(
    ("path", "kind", "found"),
    [
        ("facts/entities/.yml", "bad-file-name", "`` is not an id"),
        ("facts/entities/-a.yml", "bad-file-name", "`-a` is not an id"),
        ("facts/entities/a..yml", "bad-file-name", "`a.` is not an id"),
        ("facts/entities/a b.yml", "bad-file-name", "`a b` is not an id"),
        ("facts/entities/a\u202eb.yml", "bad-file-name", "`aU+202Eb` is not an id"),
        ("facts/entities/%2e%2e.yml", "bad-file-name", "`%2e%2e` is not an id"),
        ("facts/entities/a\\b.yml", "bad-file-name", "`a\\b` is not an id"),
        ("facts/entities/ﬁ.yml", "bad-file-name", "`ﬁ` is not an id"),
        ("facts/entities/nul.yml", "reserved-id", "nul"),
        ("facts/entities/404.yml", "reserved-id", "404"),
        ("facts/claims/aux/a.yml", "reserved-id", "aux"),
    ],
)
def test_a_name_that_can_be_no_id_breaks_its_record(path: str, kind: str, found: str, tmp_path: Path) -> None:
    claim = "claim: The pier opened.\nevidence: [{source: a, quote: b}]\n"
    reading = read(laid(tmp_path, {path: claim if "claims" in path else RECORD}))
    assert [(fault.kind, str(fault.place)[-4:]) for fault in reading.faults] == [(kind, ":1:1")]
    assert reading.faults[0].found.startswith(found)
    assert (reading.records, reading.ledger.broken) == ((), 1)


def test_a_former_id_may_not_be_one_that_the_site_keeps(tmp_path: Path) -> None:
    reading = read(laid(tmp_path, {X: RECORD + "formerly: [old-pier, index]\n"}))
    (fault,) = reading.faults
    assert (fault.kind, fault.found, str(fault.place)) == ("reserved-id", "index", f"{X}:3:22")
    assert reading.broken == {("entity", "x")}


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("facts/entities/old/pier.yml", {("entity", "pier")}),
        ("facts/claims/pier.yml", {("claim", "pier")}),
        ("facts/site.yaml", {(kind, "site") for kind in EVERY_KIND}),
        ("facts/places/pier.yml", {(kind, "pier") for kind in EVERY_KIND}),
        ("facts/receipts/pier.yml", {("receipt", "pier")}),
    ],
)
def test_a_refused_file_is_known_by_what_it_may_have_held(path: str, broken: set[object], tmp_path: Path) -> None:
    assert read(laid(tmp_path, {path: RECORD})).broken == broken


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("facts", EVERY_KIND),
        ("facts/entities", {"entity"}),
        ("facts/claims/harbour", {"claim"}),
    ],
)
def test_of_a_refused_folder_nobody_knows_what_it_held(path: str, kinds: set[str], tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).symlink_to(tmp_path)
    assert read(tmp_path).broken == {(kind, "") for kind in kinds}


SEGMENT = st.one_of(
    st.sampled_from(["claims", "sources", "entities", "receipts", "harbour", "x.yml", "site.yml", "README.md", "a~"]),
    st.sampled_from(["con.yml", ".yml", "x.yml:1:1: ok", "::error::x", "\x1b[31m", "a\nb.yml", "é.yml", "e\u0301.yml"]),
    st.text(st.characters(blacklist_characters="/\0", blacklist_categories=["Cs"]), min_size=1, max_size=20),
).filter(lambda name: name not in {".", "..", ".git"})
CONTENT = st.sampled_from(
    [b"", RECORD.encode(), b"name: x", b"a: [", b"\xff", b"- x\n", b"format: 1\nname: x\n", b"a: &b c\n", b"\0"]
)


@settings(max_examples=60)
@given(st.dictionaries(st.lists(SEGMENT, min_size=1, max_size=4).map("/".join), CONTENT, max_size=12))
def test_every_file_is_a_record_or_broken_or_left_aside_by_a_rule(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in files.items():
            whole = root / "facts" / path
            try:
                whole.parent.mkdir(parents=True, exist_ok=True)
                whole.write_bytes(content)
            except (FileExistsError, NotADirectoryError, IsADirectoryError):
                continue  # the name is taken by another file of this example
        on_disk = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
        reading = read(root)
    ledger = reading.ledger
    assert ledger.seen == len(on_disk)
    assert ledger.unaccounted == 0
    severe: set[str] = {fault.place.path for fault in reading.faults if not fault.mild}
    records = {record.path for record in reading.records}
    assert len(severe) == ledger.broken
    assert len(records) == ledger.records
    assert severe.isdisjoint(records)
    assert severe | records <= on_disk


def test_two_walks_find_the_same_in_the_same_order(tmp_path: Path) -> None:
    paths = ["facts/b/x.yml", "facts/a.yml", "facts/entities/c.yml", "facts/claims/z/y.yml", "docs/b.md", "docs/a/c.md"]
    laid(tmp_path / "one", dict.fromkeys(paths, RECORD))
    laid(tmp_path / "two", dict.fromkeys(reversed(paths), RECORD))
    assert walked(tmp_path / "one") == walked(tmp_path / "two")


def test_no_folder_at_all_is_an_empty_tree(tmp_path: Path) -> None:
    assert walked(tmp_path / "nowhere") == tree.Tree()
