"""What check.yml runs for a pull request, run here as it stands, in a repository with a history."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from shells import shell

from factpress.cli.main import group

ROOT = Path(__file__).parent.parent
GIT = {
    name: value
    for who in ("AUTHOR", "COMMITTER")
    for name, value in ((f"GIT_{who}_NAME", "A"), (f"GIT_{who}_EMAIL", "a@example.org"))
}


@dataclass(frozen=True)
class Run:
    """Which of the job's steps failed and which ran, by their names, and what was written for people."""

    failed: tuple[str, ...]
    ran: tuple[str, ...]
    output: str
    summary: str
    findings: list[str]
    preview: Path


Shell = Callable[[Sequence[str], Path, Mapping[str, str]], subprocess.CompletedProcess[str]]


def real(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a shell whose commands are processes of their own."""
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)


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


def is_run(condition: str, outcomes: dict[str, str]) -> bool:
    """Whether a step runs, by its `if:` and what became of the steps before it, by their ids or names."""
    parts = condition.removeprefix("${{").removesuffix("}}").strip().split(" && ") if condition else []
    # A step that does not say otherwise waits for success; nobody cancels the job here.
    if "!cancelled()" not in parts and "failure" in outcomes.values():
        return False
    wanted = [match for part in parts if (match := re.fullmatch(r"steps\.([\w-]+)\.outcome == 'success'", part))]
    assert len(wanted) + parts.count("!cancelled()") == len(parts), condition
    return all(outcomes[match[1]] == "success" for match in wanted)


def run(folder: Path, *, install: str = "success", shell: Shell = shell) -> Run:
    """Runs the job's own commands, bar those that install, as far as GitHub would."""
    job = yaml.safe_load((folder / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]["records"]
    summary = folder.parent / "summary.md"
    summary.touch()
    environment = {
        **os.environ, **job["env"], "GITHUB_STEP_SUMMARY": str(summary),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    output = ""
    outcomes: dict[str, str] = {}
    names = {step.get("id", step["name"]): step["name"] for step in job["steps"]}
    assert len(names) == len(job["steps"]) and sum("run" in step for step in job["steps"]) == 7
    for step in job["steps"]:
        id = step.get("id", step["name"])
        if not is_run(step.get("if", ""), outcomes):
            outcomes[id] = "skipped"
        elif step["name"] == "Install":
            outcomes[id] = install
        elif "run" in step:
            done = shell(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]], folder, environment)
            output += done.stdout + done.stderr
            outcomes[id] = "failure" if done.returncode else "success"
        else:
            outcomes[id] = "success"
    log = folder / "findings.sarif"
    results = json.loads(log.read_text("utf-8"))["runs"][0]["results"] if log.is_file() else []
    failed, ran = (
        tuple(names[id] for id, outcome in outcomes.items() if outcome in wanted)
        for wanted in ({"failure"}, {"failure", "success"})
    )
    return Run(
        failed, ran, output, summary.read_text("utf-8"), [each["ruleId"] for each in results], folder / "preview"
    )


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    assert CliRunner().invoke(group, ["init", str(folder), "--name", "Harbour facts"]).exit_code == 0
    git(tmp_path, "init", "-q", "-b", "main", str(folder))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "A new site")
    return folder


CLAIM = "facts/claims/licence/quotes-excluded.yml"
COMPARE, KEEP = "Compare with what is published", "Keep the preview"
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
    assert done.failed == (COMPARE,) and "F701" in done.findings
    assert f"::error file={CLAIM}," in done.output and "left out" in done.summary
    # What it says can be built, so that an editor sees it.
    assert (done.preview / "claims/quotes-excluded/index.html").is_file() and KEEP in done.ran


def test_one_run_tells_of_other_findings_and_of_a_silent_change(site: Path) -> None:
    edit(site, "are excluded from its licences", "are left out of its licences")
    path = site / "facts/entities/nobody.yml"
    path.write_text("name: Nobody Else\ntype: Organization\n", "utf-8")
    propose(site)
    done = run(site)
    assert done.failed == ("Check", COMPARE)
    assert "title=F204 " in done.output and "title=F701 " in done.output
    # Warnings keep nobody from reading the preview.
    assert (done.preview / "claims/quotes-excluded/index.html").is_file() and KEEP in done.ran


def test_a_link_to_no_page_fails_and_leaves_a_preview(site: Path) -> None:
    with (site / "docs/index.md").open("a", encoding="utf-8") as file:
        file.write("\n[The harbour](harbour.md)\n")
    propose(site)
    done = run(site)
    assert done.failed == ("Check",) and "F616 dead-link: `harbour.md`" in done.output and KEEP in done.ran


def test_nothing_runs_where_nothing_was_installed(site: Path) -> None:
    assert run(site, install="failure").ran == ("Check out", "Set up Python", "Install")


def test_a_deleted_claim_fails(site: Path) -> None:
    (site / CLAIM).unlink()
    propose(site)
    done = run(site)
    # What rested on it fails first, and there is no site to keep.
    assert done.failed == ("Check", COMPARE, "Build a preview") and "F702" in done.findings
    assert "quotes-excluded" in done.summary and KEEP not in done.ran and "title=F702 " in done.output


def test_a_new_layout_of_a_record_changes_nothing(site: Path) -> None:
    edit(site, "about: [factpress-authors]", "# whose they are\nabout:\n  - factpress-authors")
    propose(site)
    done = run(site)
    assert (done.failed, done.findings) == ((), [])
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
    done = run(copy, shell=real)
    assert done.failed == ("Check", COMPARE, "Build a preview")
    assert "F702" in done.findings and "basmaya-attack" in done.summary


def test_the_same_change_with_a_correction_passes_and_is_listed(site: Path) -> None:
    edit(site, "are excluded from its licences", "are left out of its licences", more=CORRECTION)
    signed = CliRunner().invoke(group, ["sign", "quotes-excluded", "--by", "a-reader", "--project", str(site)])
    assert signed.exit_code == 0, signed.output
    propose(site)
    done = run(site)
    assert done.failed == (), done.output
    assert "F701" not in done.findings
    assert "It said too much." in (done.preview / "corrections/index.html").read_text("utf-8")
    past = (done.preview / "claims/quotes-excluded/index.html").read_text("utf-8").partition('id="history"')[2]
    assert (
        past.index("The record changed") < past.index("are left out of its licences") < past.index("The record is new")
    )
