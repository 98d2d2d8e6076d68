"""A newcomer follows CONTRIBUTING.md: every command of its practice runs as written, every fault is told as it says."""

from __future__ import annotations

import re
import subprocess
import textwrap
from pathlib import Path

import pytest
from shells import shell

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("\n## Your first claim")[2].partition("\n## ")[0]
STEPS = [
    textwrap.dedent(block.replace("\n   ", "\n")).strip() for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
]
FAULTS = [
    tuple(re.sub(r"^`([^`]*)`$", r"\1", cell.strip()) for cell in row.strip("|").split("|"))
    for row in re.findall(r"^   (\| `.*\|)$", TEXT, re.MULTILINE)
]
# What the test's own environment has done already.
SET_UP = {"make setup", ". .venv/bin/activate"}


def sh(commands: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return shell(["sh", "-euc", commands], cwd)


def done(commands: str, cwd: Path) -> str:
    ran = sh(commands, cwd)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture
def clone(copy: Path) -> Path:
    who = "-c user.name=A -c user.email=a@example.org"
    (copy / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8"), "utf-8")
    done(f"git init -q -b main && git add -A && git {who} commit -q -m All", copy)
    return copy


def test_a_newcomer_adds_a_claim_breaks_it_mends_it_signs_it_and_sees_it(clone: Path) -> None:
    before, page, source, claim, proof, signing, build, after = STEPS
    assert SET_UP.issubset(before.splitlines())
    done("\n".join(line for line in before.splitlines() if line not in SET_UP), clone)
    for step in (page, source, claim):
        done(step, clone)
    written = re.search(
        r"wrote (facts/claims/\S+)", done("git status --short -uall facts | sed 's/.. /wrote /'", clone)
    )
    assert written and f"`{written[1]}`" in TEXT
    assert "0 errors, 0 warnings" in done(proof, clone)

    path = clone / written[1]
    sound = path.read_text("utf-8")
    assert len(FAULTS) == 5
    for change, into, says, mends in FAULTS:
        assert sound.count(change) == 1, change
        path.write_text(sound.replace(change, into), "utf-8")
        ran = sh("factpress check", clone)
        assert ran.returncode == 1 and f"{written[1]}:" in ran.stdout
        assert f"error {says}: " in ran.stdout and mends in ran.stdout.partition("help: ")[2], ran.stdout
        if says.endswith("unread-quote"):
            snapshot = proof.splitlines()[0]
            told = sh(snapshot, clone)
            assert (
                told.returncode == 1 and "the source has `saturday` where the quote has `sunday`" in told.stdout.lower()
            )
            path.write_text(sound, "utf-8")
            done(snapshot, clone)
        path.write_text(sound, "utf-8")

    done(signing, clone)
    assert "review: {by: [a-reader]" in path.read_text("utf-8")
    done("factpress check --strict", clone)
    done(build, clone)
    shown = re.search(r"`(site/claims/\S+)`", TEXT)
    assert shown
    for words in ("before 300 guests", "Reviewed by a-reader"):
        assert words in (clone / shown[1]).read_text("utf-8")
    done(after, clone)
    assert done("git status --short", clone) == "" and done("git branch --show-current", clone) == "main\n"
