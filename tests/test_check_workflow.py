"""What check.yml runs for a pull request, run here as it stands, in a repository with a history."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from factpress.cli.main import group

ROOT = Path(__file__).parent.parent
GIT = {
    name: value
    for who in ("AUTHOR", "COMMITTER")
    for name, value in ((f"GIT_{who}_NAME", "A"), (f"GIT_{who}_EMAIL", "a@example.org"))
}


@dataclass(frozen=True)
class Run:
    """What became of the job's steps, by their names, and what was written for people."""

    failed: str
    output: str
    summary: str
    findings: list[str]
    preview: Path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **GIT}, check=True, capture_output=True, timeout=30
    )


def propose(folder: Path) -> None:
    """Takes what was changed in the folder as a pull request, and merges it as GitHub does for the job."""
    git(folder, "switch", "-q", "-c", "change")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A change")
    git(folder, "switch", "-q", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "Merge the change into main", "change")


def run(folder: Path) -> Run:
    """Runs the job's own commands, bar those that install, until one fails."""
    job = yaml.safe_load((folder / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]["records"]
    summary = folder.parent / "summary.md"
    environment = {
        **os.environ, **job["env"], "GITHUB_STEP_SUMMARY": str(summary),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    failed = output = ""
    commands = [step for step in job["steps"] if "run" in step and step["name"] != "Install"]
    assert len(commands) == 5
    for step in commands:
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(shell, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
        output += done.stdout + done.stderr
        if done.returncode:
            failed = step["name"]
            break
    log = json.loads((folder / "findings.sarif").read_text("utf-8"))
    findings = [result["ruleId"] for result in log["runs"][0]["results"]]
    return Run(failed, output, summary.read_text("utf-8"), findings, folder / "preview")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    assert CliRunner().invoke(group, ["init", str(folder), "--name", "Harbour facts"]).exit_code == 0
    git(tmp_path, "init", "-q", "-b", "main", str(folder))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A new site")
    return folder


CLAIM = "facts/claims/licence/quotes-excluded.yml"
CORRECTION = (
    'corrections:\n  - {date: 2026-11-24, kind: correction, was: "Quotes are excluded.", why: "It said too much."}\n'
)


def edit(folder: Path, old: str, new: str, *, more: str = "") -> None:
    path = folder / CLAIM
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new) + more, "utf-8")


def test_a_silent_change_fails_and_is_told_in_words(site: Path) -> None:
    edit(site, "are excluded from its licences", "are left out of its licences")
    propose(site)
    done = run(site)
    assert done.failed == "Compare with what is published" and "F701" in done.findings
    assert f"::error file={CLAIM}," in done.output and "left out" in done.summary


def test_a_deleted_claim_fails(site: Path) -> None:
    (site / CLAIM).unlink()
    propose(site)
    done = run(site)
    # What rested on it fails first.
    assert done.failed == "Check" and "F702" in done.findings
    assert "quotes-excluded" in done.summary


def test_a_new_layout_of_a_record_changes_nothing(site: Path) -> None:
    edit(site, "about: [factpress-authors]", "# whose they are\nabout:\n  - factpress-authors")
    propose(site)
    done = run(site)
    assert (done.failed, done.findings) == ("", [])
    assert "no change in meaning" in done.summary.lower()
    assert (done.preview / "claims/quotes-excluded/index.html").is_file()


def test_a_pull_request_of_this_repository_is_checked(copy: Path) -> None:
    for name in (".github", ".gitignore"):
        subprocess.run(["cp", "-r", str(ROOT / name), str(copy)], check=True)
    (copy / ".venv").mkdir()
    (copy / ".venv/bin").symlink_to(Path(sys.executable).parent)
    git(copy, "init", "-q", "-b", "main")
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "As published")
    (copy / "facts/claims/attacks/basmaya-attack.yml").unlink()
    propose(copy)
    done = run(copy)
    assert done.failed == "Check" and "F702" in done.findings and "basmaya-attack" in done.summary


def test_the_same_change_with_a_correction_passes_and_is_listed(site: Path) -> None:
    edit(site, "are excluded from its licences", "are left out of its licences", more=CORRECTION)
    signed = CliRunner().invoke(group, ["sign", "quotes-excluded", "--by", "a-reader", "--project", str(site)])
    assert signed.exit_code == 0, signed.output
    propose(site)
    done = run(site)
    assert done.failed == "", done.output
    assert "F701" not in done.findings
    assert "It said too much." in (done.preview / "corrections/index.html").read_text("utf-8")
    past = (done.preview / "claims/quotes-excluded/index.html").read_text("utf-8").partition('id="history"')[2]
    assert (
        past.index("The record changed") < past.index("are left out of its licences") < past.index("The record is new")
    )
