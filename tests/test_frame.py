"""The frame holds what the floors say: pinned locks, pinned actions, no host of an index, one version."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import factpress

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def test_the_top_level_is_what_was_agreed() -> None:
    there = {path.name for path in ROOT.iterdir()}
    assert there >= {
        "mkdocs.yml",
        "docs",
        "facts",
        "generator",
        "tests",
        ".github",
        "benchmarks",
        "requirements",
        ".ci",
    }
    assert there >= {
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE",
        "CITATION.cff",
        "Makefile",
        "pyproject.toml",
    }


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_of_a_lock_is_pinned_by_hash_and_no_index_is_named(lock: Path) -> None:
    text = lock.read_text("utf-8")
    packages = re.findall(r"^[a-z0-9][\w.\[\]-]*==", text, re.MULTILINE)
    assert len(packages) > 20
    for block in re.split(r"\n(?=[a-z0-9])", text.strip()):
        assert re.match(r"[a-z0-9][\w.\[\]-]*==\S+", block) and "--hash=sha256:" in block, block
    assert not re.search(r"^\s*(-i|--index|--extra-index|--find-links)", text, re.MULTILINE)
    assert "://" not in text


def test_the_runtime_lock_is_part_of_the_other() -> None:
    pins = [set(re.findall(r"^([a-z0-9][\w.\[\]-]*==\S+)", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS]
    assert len(pins) == 2
    assert min(pins, key=len) < max(pins, key=len)


def test_tracked_files_name_no_index_and_no_machine() -> None:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True).stdout.split("\0")
    hosts = re.compile("|".join(rf"{host}\.org" for host in ("pypi", "pythonhosted", "npmjs", "debian")))
    assert len(names) > 50
    for name in filter(None, names):
        path = ROOT / name
        if path.is_file() and path.suffix in {".md", ".txt", ".toml", ".yml", ".py", ".sh", ""}:
            text = path.read_text("utf-8")
            assert not hosts.search(text), name
            assert not re.search(r"(?<![\w./])/(?:work|root|home)/", text), name


def test_actions_are_pinned_by_commit_with_their_version() -> None:
    workflows = list((ROOT / ".github/workflows").glob("*.yml"))
    assert workflows
    for workflow in workflows:
        text = workflow.read_text("utf-8")
        uses = re.findall(r"uses: (.*)", text)
        assert uses
        assert all(re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in uses), uses
        assert "permissions:\n  contents: read" in text
        assert "pull_request_target" not in text
        for step in re.findall(r"run: (.*)", text):
            assert "${{" not in step


def test_versions_agree() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    citation = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert citation is not None
    assert project["version"] == factpress.__version__ == citation[1]


def test_ci_ends_with_the_tests() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").strip().split("\n")
    assert lines[-1] == "make test"
